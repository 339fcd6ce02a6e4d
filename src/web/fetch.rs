//! Gets files of the site.

use super::window;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Why a file could not be had.
pub enum Failure {
    /// The server has no such file.
    Missing,
    /// Something else: the reason in words.
    Other(String),
}

async fn response(address: &str) -> Result<Response, Failure> {
    let sent = JsFuture::from(window().fetch_with_str(address)).await;
    let offline = |_| Failure::Other("The server could not be reached.".into());
    let response: Response = sent.map_err(offline)?.unchecked_into();
    match response.status() {
        200 => Ok(response),
        404 | 410 => Err(Failure::Missing),
        status => Err(Failure::Other(format!("The server answered {status}."))),
    }
}

fn broken(_: JsValue) -> Failure {
    Failure::Other("The file did not arrive whole.".into())
}

/// The bytes of a file.
pub async fn bytes(address: &str) -> Result<Vec<u8>, Failure> {
    let buffer = response(address).await?.array_buffer().map_err(broken)?;
    let buffer = JsFuture::from(buffer).await.map_err(broken)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

/// A file of JSON, parsed by the browser.
pub async fn json(address: &str) -> Result<JsValue, Failure> {
    let parsed = response(address).await?.json().map_err(broken)?;
    JsFuture::from(parsed).await.map_err(broken)
}
