//! Gets files of the site.

use super::window;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file could not be had.
#[derive(Clone)]
pub enum Failure {
    /// The server has no such file.
    Missing,
    /// Something else: the reason in words.
    Other(String),
}

impl Failure {
    /// The reason, to go on after a colon.
    pub fn why(&self) -> String {
        match self {
            Self::Missing => "the server has no such file".into(),
            Self::Other(why) => {
                let why = why.trim_end_matches('.');
                let starts = [("The ", "the "), ("Its ", "its ")];
                let rest = starts
                    .iter()
                    .find_map(|(start, low)| Some(format!("{low}{}", why.strip_prefix(start)?)));
                rest.unwrap_or_else(|| why.into())
            }
        }
    }
}

/// Asks for a file; [`answer`] waits for it.
pub fn ask(address: &str) -> Promise {
    window().fetch_with_str(address)
}

async fn response(sent: Promise) -> Result<Response, Failure> {
    let offline = |_| Failure::Other("The server could not be reached.".into());
    let sent = JsFuture::from(sent).await.map_err(offline)?;
    let response: Response = sent.unchecked_into();
    match response.status() {
        200 => Ok(response),
        404 | 410 => Err(Failure::Missing),
        status => Err(Failure::Other(format!("The server answered {status}."))),
    }
}

fn broken(_: JsValue) -> Failure {
    Failure::Other("The file did not arrive whole.".into())
}

/// The bytes of a file that was asked for.
pub async fn answer(sent: Promise) -> Result<Vec<u8>, Failure> {
    whole(response(sent).await?).await
}

/// The same of a file that is not larger than this, as far as the server says so.
pub async fn small(sent: Promise, most: usize) -> Result<Vec<u8>, Failure> {
    let response = response(sent).await?;
    let length = response.headers().get("content-length").ok().flatten();
    let length = length.and_then(|length| length.parse::<usize>().ok());
    match length.is_some_and(|length| length > most) {
        true => Err(Failure::Other(
            "The file is too large to be fetched for a line.".into(),
        )),
        false => whole(response).await,
    }
}

async fn whole(response: Response) -> Result<Vec<u8>, Failure> {
    let buffer = response.array_buffer().map_err(broken)?;
    let buffer = JsFuture::from(buffer).await.map_err(broken)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// The bytes of a file.
pub async fn bytes(address: &str) -> Result<Vec<u8>, Failure> {
    answer(ask(address)).await
}
