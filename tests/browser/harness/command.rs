//! WebDriver commands that only Chromium's driver knows.

use fantoccini::wd::WebDriverCompatibleCommand;
use http::Method;
use serde_json::{Value, json};
use std::path::Path;
use url::{ParseError, Url};

/// A command of the session: where it goes, below the session's address, and what it says.
#[derive(Debug)]
pub struct Command {
    path: &'static str,
    body: Value,
}

/// A command of the DevTools protocol.
pub fn devtools(name: &str, parameters: Value) -> Command {
    let body = json!({ "cmd": name, "params": parameters });
    let path = "goog/cdp/execute";
    Command { path, body }
}

/// Everything the console has shown since this was last asked.
pub fn console() -> Command {
    let body = json!({ "type": "browser" });
    Command {
        path: "se/log",
        body,
    }
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}

/// Chromium at `program` with a profile of its own, without a window and without errands of its own.
pub fn capabilities(program: &str, profile: &Path) -> Value {
    let profile = format!("--user-data-dir={}", profile.display());
    let flags = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        &profile,
    ];
    json!({
        "goog:chromeOptions": { "binary": program, "args": flags },
        "goog:loggingPrefs": { "browser": "ALL" },
        "timeouts": { "script": 30_000, "pageLoad": 30_000 },
    })
}
