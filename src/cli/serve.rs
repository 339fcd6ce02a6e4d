//! A server for a built site, on this machine only: files as they lie, with their types.
//!
//! It does nothing that a static host could not do, so that a site that works here works anywhere.

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::serve::ListenerExt;
use std::future::Future;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use tokio::sync::oneshot;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// How many ports after the one asked for are tried.
const TRIES: u16 = 100;

/// Serves the site in `site` on 127.0.0.1 until Ctrl-C, and says on standard output where. When `port`
/// is taken it takes the next free one and says so; port 0 means any. Fails when `site` is no folder or no
/// port is free.
pub fn serve(site: &Path, port: u16) -> io::Result<()> {
    check(site)?;
    let listener = bind(port)?;
    let address = listener.local_addr()?;
    if port != 0 && address.port() != port {
        say(&format!("Port {port} is taken."));
    }
    say(&format!("Serving {} on http://{address}/", site.display()));
    say("Stop with Ctrl-C.");
    run(site.to_path_buf(), listener, interrupted())
}

/// Serves the site in `site` from a thread of its own, on any free port, until what it gives is dropped. For
/// tests and for whoever embeds it.
pub fn start(site: &Path) -> io::Result<Running> {
    check(site)?;
    let listener = bind(0)?;
    let address = listener.local_addr()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let site = site.to_path_buf();
    let until = async move { stopped.await.unwrap_or_default() };
    let thread = std::thread::spawn(move || run(site, listener, until));
    Ok(Running {
        address,
        stop: Some(stop),
        thread: Some(thread),
    })
}

/// A server at work; it stops when this is dropped.
#[derive(Debug)]
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path of the site, which starts with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Prints a line; that nobody reads it any more is no reason not to serve.
fn say(line: &str) {
    let _ = writeln!(io::stdout(), "{line}");
}

/// A site has to be a folder; everything else would answer every request with 404.
fn check(site: &Path) -> io::Result<()> {
    let kind = match std::fs::metadata(site) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => io::ErrorKind::NotADirectory,
        Err(error) => error.kind(),
    };
    Err(io::Error::new(kind, format!("{}: {kind}", site.display())))
}

/// Takes the port, or the first free one after it.
fn bind(port: u16) -> io::Result<TcpListener> {
    let mut taken = io::Error::from(io::ErrorKind::AddrInUse);
    for port in port..=port.saturating_add(TRIES) {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) if error.kind() == taken.kind() => taken = error,
            Err(error) => return Err(error),
        }
    }
    Err(taken)
}

/// Answers requests until `until` is done. Connections that a browser keeps open are not waited for.
fn run(site: PathBuf, listener: TcpListener, until: impl Future<Output = ()>) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    listener.set_nonblocking(true)?;
    let answered = runtime.block_on(async {
        let listener = tokio::net::TcpListener::from_std(listener)?.tap_io(at_once);
        tokio::select! {
            ended = axum::serve(listener, router(&site)) => ended,
            () = until => Ok(()),
        }
    });
    runtime.shutdown_background();
    answered
}

/// Sends what is there without waiting for more of it: an answer's head goes before its body is read, and the system would keep the
/// body back until the browser has confirmed the head, which takes it 40 ms.
fn at_once(connection: &mut tokio::net::TcpStream) {
    let _ = connection.set_nodelay(true); // slower without, that is all
}

/// The files of the site, packed ones where the browser takes them, and its own page for what is not there.
/// A browser asks each time whether a file is still the same, so that a rebuilt site is never mixed with an old one.
fn router(site: &Path) -> Router {
    let missing = ServeFile::new(site.join("404.html"));
    let files = ServeDir::new(site)
        .precompressed_br()
        .not_found_service(missing);
    let layer = SetResponseHeaderLayer::overriding;
    Router::new()
        .fallback_service(files)
        .layer(layer(
            header::CACHE_CONTROL,
            HeaderValue::from_static("no-cache"),
        ))
        .layer(layer(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ))
}

/// Done when someone presses Ctrl-C; never when that can't be heard.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

#[cfg(test)]
mod tests;
