//! The server, asked over a plain connection.

use super::{Running, bind, start};
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A folder of its own with a small site in it, gone when dropped.
struct Site(PathBuf);

impl Site {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("kbguide-serve-{}-{count}", std::process::id());
        let site = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(site.0.join("kb")).unwrap();
        site
    }

    fn with(self, path: &str, content: &str) -> Self {
        fs::write(self.0.join(path), content).unwrap();
        self
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The status and the headers of an answer, in small letters, and its body.
struct Answer {
    head: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.head.get(9..12).unwrap_or_default()
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines
            .find(|(header, _)| *header == name)
            .map(|(_, value)| value)
    }
}

fn ask(server: &Running, path: &str, headers: &str) -> Answer {
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let request =
        format!("GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    Answer {
        head: head.to_ascii_lowercase(),
        body: body.to_owned(),
    }
}

#[test]
fn every_kind_of_file_comes_with_its_type() {
    let kinds = [
        ("index.html", "text/html"),
        ("kbguide.js", "text/javascript"),
        ("kbguide_bg.wasm", "application/wasm"),
        ("style.css", "text/css"),
        ("kb/Q1.md", "text/markdown"),
        ("index.json", "application/json"),
        ("icon.svg", "image/svg+xml"),
    ];
    let site = kinds
        .iter()
        .fold(Site::new(), |site, (path, _)| site.with(path, path));
    let server = start(&site.0).unwrap();
    for (path, kind) in kinds {
        let answer = ask(&server, &format!("/{path}"), "");
        assert_eq!(answer.status(), "200", "{path}");
        assert_eq!(answer.header("content-type"), Some(kind), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.body, path);
    }
}

#[test]
fn a_folder_gives_its_page() {
    let site = Site::new()
        .with("index.html", "home")
        .with("kb/index.html", "list");
    let server = start(&site.0).unwrap();
    assert_eq!(ask(&server, "/", "").body, "home");
    assert_eq!(ask(&server, "/kb/", "").body, "list");
    assert_eq!(ask(&server, "/?q=1", "").body, "home");
}

#[test]
fn what_is_not_there_gives_the_sites_own_page() {
    let site = Site::new().with("404.html", "not here");
    let server = start(&site.0).unwrap();
    let answer = ask(&server, "/kb/Q0.md", "");
    assert_eq!((answer.status(), answer.body.as_str()), ("404", "not here"));
    assert_eq!(answer.header("content-type"), Some("text/html"));
}

#[test]
fn what_is_not_there_is_404_without_a_page_too() {
    let site = Site::new();
    let server = start(&site.0).unwrap();
    assert_eq!(ask(&server, "/nothing", "").status(), "404");
}

#[test]
fn nothing_outside_the_site_is_served() {
    let site = Site::new().with("secret", "secret");
    let server = start(&site.0.join("kb")).unwrap();
    for path in ["/../secret", "/%2e%2e/secret", "/..%2fsecret", "//secret"] {
        let answer = ask(&server, path, "");
        assert_eq!(answer.status(), "404", "{path}");
        assert!(!answer.body.contains("secret"), "{path}");
    }
}

#[test]
fn a_file_that_has_not_changed_is_not_sent_again() {
    let site = Site::new().with("a.js", "1");
    let server = start(&site.0).unwrap();
    let first = ask(&server, "/a.js", "");
    assert_eq!(first.header("cache-control"), Some("no-cache"));
    let tag = first.header("etag").expect("a tag");
    let again = ask(&server, "/a.js", &format!("if-none-match: {tag}\r\n"));
    assert_eq!((again.status(), again.body.as_str()), ("304", ""));
}

/// Of many answers over one connection the quickest: where a body waits for the confirmation of its head, each but the first takes 40 ms.
#[test]
fn a_kept_connection_does_not_wait() {
    let site = Site::new().with("a.bin", &"x".repeat(9000));
    let server = start(&site.0).unwrap();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    let mut quickest = Duration::MAX;
    for round in 0..60 {
        let start = Instant::now();
        stream
            .write_all(b"GET /a.bin HTTP/1.1\r\nhost: localhost\r\n\r\n")
            .unwrap();
        let mut answer = Vec::new();
        let mut part = [0; 4096];
        let head = |answer: &[u8]| answer.windows(4).position(|end| end == b"\r\n\r\n");
        while head(&answer).is_none_or(|head| answer.len() < head + 4 + 9000) {
            let length = stream.read(&mut part).unwrap();
            assert!(length > 0, "the connection is kept");
            answer.extend(&part[..length]);
        }
        if round > 30 {
            quickest = quickest.min(start.elapsed());
        }
    }
    assert!(quickest < Duration::from_millis(35), "{quickest:?}");
}

#[test]
fn the_packed_file_is_sent_to_whom_takes_it() {
    let site = Site::new()
        .with("a.wasm", "raw")
        .with("a.wasm.br", "packed");
    let server = start(&site.0).unwrap();
    let packed = ask(&server, "/a.wasm", "accept-encoding: br\r\n");
    assert_eq!(packed.body, "packed");
    assert_eq!(packed.header("content-encoding"), Some("br"));
    assert_eq!(packed.header("content-type"), Some("application/wasm"));
    assert_eq!(ask(&server, "/a.wasm", "").body, "raw");
}

#[test]
fn a_taken_port_gives_a_later_one() {
    let first = bind(0).unwrap();
    let port = first.local_addr().unwrap().port();
    let second = bind(port).unwrap().local_addr().unwrap();
    assert!(second.port() > port, "{second} after {port}");
    assert!(second.ip().is_loopback());
}

#[test]
fn a_site_that_is_no_folder_is_an_error_that_names_it() {
    let site = Site::new().with("file", "");
    for (name, why) in [("gone", "entity not found"), ("file", "not a directory")] {
        let path = site.0.join(name);
        let error = start(&path).unwrap_err().to_string();
        assert_eq!(error, format!("{}: {why}", path.display()));
    }
}

#[test]
fn a_dropped_server_no_longer_listens() {
    let site = Site::new();
    let server = start(&site.0).unwrap();
    let address = server.address();
    let _open = TcpStream::connect(address).unwrap();
    drop(server);
    assert!(TcpStream::connect(address).is_err());
}
