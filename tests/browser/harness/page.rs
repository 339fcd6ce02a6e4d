//! A browser's window with a page in it.

use super::command::{self, Command, console, devtools};
use super::driver::Driver;
use super::folder::Folder;
use super::{Site, told};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::future::Future;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// How long a page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// A page in a browser of its own. When it is dropped, an error in the console that was not
/// expected fails the test.
pub struct Page {
    client: Option<Client>,
    runtime: Runtime,
    base: String,
    expected: Vec<String>,
    // The driver before the profile: fields are dropped in this order.
    _driver: Driver,
    _profile: Folder,
}

impl Page {
    /// Opens a path of a site, which starts with `/`, in a new browser.
    #[track_caller]
    pub fn open(site: &Site, path: &str) -> Self {
        let page = Self::at(site.url(""));
        page.go(path);
        page
    }

    /// A new browser for the site at this address, which has no `/` at its end.
    pub fn at(base: String) -> Self {
        let driver = Driver::start();
        let profile = Folder::new("profile");
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let client = runtime.block_on(connect(&driver.url(), profile.path()));
        Self {
            client: Some(client),
            runtime,
            base,
            expected: Vec::new(),
            _driver: driver,
            _profile: profile,
        }
    }

    /// Goes to a path of the site and waits until it is loaded.
    #[track_caller]
    pub fn go(&self, path: &str) {
        let url = format!("{}{path}", self.base);
        self.wait_for(self.client().goto(&url), path);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.wait_for(self.client().refresh(), "reload");
    }

    /// What the browser's own "back" does.
    #[track_caller]
    pub fn back(&self) {
        self.wait_for(self.client().back(), "back");
    }

    /// The address without the site's part of it: path, query and fragment.
    #[track_caller]
    pub fn path(&self) -> String {
        let url = self.wait_for(self.client().current_url(), "the address");
        let url = url.to_string();
        url.strip_prefix(&self.base).unwrap_or(&url).to_owned()
    }

    /// Sets the size that the page has, in pixels as style sheets count them, and its colours. Narrower than any
    /// window of Chromium can be.
    #[track_caller]
    pub fn look(&self, width: u32, height: u32, dark: bool) {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size);
        let scheme = if dark { "dark" } else { "light" };
        let scheme = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": scheme }));
    }

    /// Runs a command of the DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, name: &str, parameters: Value) -> Value {
        self.issue(devtools(name, parameters))
    }

    /// Turns the page's scripts on or off, from the next page on.
    #[track_caller]
    pub fn scripted(&self, on: bool) {
        let off = json!({ "value": !on });
        self.devtools("Emulation.setScriptExecutionDisabled", off);
    }

    /// Clicks the first element that the selector finds, once it is there.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let element = self.find(selector);
        self.wait_for(element.click(), selector);
    }

    /// Clicks the first of the elements that the selector finds whose text is `text`.
    #[track_caller]
    pub fn click_text(&self, selector: &str, text: &str) {
        self.until(&format!("{selector} with {text:?}"), || {
            let texts = self.texts(selector);
            let place = texts.iter().position(|found| found == text);
            place.ok_or_else(|| format!("{texts:?}"))
        });
        let find = self.client().find_all(Locator::Css(selector));
        for element in self.wait_for(find, selector) {
            if self.wait_for(element.text(), selector).trim() == text {
                return self.wait_for(element.click(), text);
            }
        }
        panic!("{selector} with {text:?} went away before it could be clicked");
    }

    /// Types into the first element that the selector finds.
    #[track_caller]
    pub fn keys(&self, selector: &str, keys: &str) {
        let element = self.find(selector);
        self.wait_for(element.send_keys(keys), selector);
    }

    /// Presses a key where the keyboard's focus is.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.types(&String::from(char::from(key)));
    }

    /// Types where the keyboard's focus is.
    #[track_caller]
    pub fn types(&self, keys: &str) {
        let element = self.wait_for(self.client().active_element(), "the focus");
        self.wait_for(element.send_keys(keys), keys);
    }

    /// Waits until the keyboard's focus is on what the selector finds.
    #[track_caller]
    pub fn has_focus(&self, selector: &str) {
        self.until(&format!("the focus on {selector}"), || {
            let script = "const at = document.activeElement;\
                return at.matches(arguments[0]) ? null : at.outerHTML.slice(0, 200)";
            match self.script(script, vec![json!(selector)]) {
                Value::Null => Ok(()),
                other => Err(other.to_string()),
            }
        });
    }

    /// The text of the first element that the selector finds, once it is there, as it is shown.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        self.until(selector, || {
            let first = self.texts(selector).into_iter().next();
            first.ok_or_else(|| "nothing".to_owned())
        })
    }

    /// The texts of all elements that the selector finds now, as they are shown.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]\
            .map(element => (element.innerText ?? element.textContent).trim())";
        let texts = self.script(script, vec![json!(selector)]);
        serde_json::from_value(texts).expect("a list of texts")
    }

    /// Waits until the selector finds an element whose text holds `text`.
    #[track_caller]
    pub fn shows(&self, selector: &str, text: &str) {
        self.until(&format!("{selector} with {text:?}"), || {
            let texts = self.texts(selector);
            let found = texts.iter().any(|found| found.contains(text));
            found.then_some(()).ok_or_else(|| format!("{texts:?}"))
        });
    }

    /// Waits until the elements that the selector finds have just these texts.
    #[track_caller]
    pub fn lists(&self, selector: &str, texts: &[&str]) {
        self.until(&format!("{selector} with {texts:?}"), || {
            let found = self.texts(selector);
            let same = found == texts;
            same.then_some(()).ok_or_else(|| format!("{found:?}"))
        });
    }

    /// Waits until the selector finds nothing.
    #[track_caller]
    pub fn gone(&self, selector: &str) {
        self.until(&format!("no {selector}"), || {
            let texts = self.texts(selector);
            texts
                .is_empty()
                .then_some(())
                .ok_or_else(|| format!("{texts:?}"))
        });
    }

    /// What stands in a field or is chosen in a list.
    #[track_caller]
    pub fn value(&self, selector: &str) -> String {
        let value = "return document.querySelector(arguments[0]).value";
        let value = self.script(value, vec![json!(selector)]);
        value.as_str().expect("a value").into()
    }

    /// The paths of all that the page has asked for.
    #[track_caller]
    pub fn asked_for(&self) -> Vec<String> {
        let names = "return performance.getEntriesByType('resource').map(one => new URL(one.name).pathname)";
        serde_json::from_value(self.script(names, vec![])).expect("names")
    }

    /// Runs the body of a JavaScript function and gives what it returns.
    #[track_caller]
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.wait_for(self.client().execute(body, arguments), body)
    }

    /// Runs the body of an `async` function and gives what its promise gives.
    #[track_caller]
    pub fn promise(&self, body: &str, arguments: Vec<Value>) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];\
             (async (...arguments) => {{ {body} }})(...arguments)\
             .then(value => done({{ value }}), error => done({{ error: String(error) }}));"
        );
        let result = self.wait_for(self.client().execute_async(&script, arguments), body);
        assert!(result["error"].is_null(), "{body}: {}", result["error"]);
        result["value"].clone()
    }

    /// Waits until the network and the page have been quiet for a moment.
    #[track_caller]
    pub fn settled(&self) {
        let state = "await document.fonts.ready; let last; do { last = document.body.innerHTML + \
            performance.getEntriesByType('resource').length;\
            await new Promise(done => setTimeout(done, 150)); } while (last !== document.body.innerHTML + \
            performance.getEntriesByType('resource').length);";
        self.promise(state, vec![]);
    }

    /// Writes a picture of what the window shows to target/screenshots and gives its file.
    #[track_caller]
    pub fn picture(&self, name: &str) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}.png"));
        let png = self.wait_for(self.client().screenshot(), "a picture");
        std::fs::write(&file, png).expect("a file for a picture");
        file
    }

    /// Says that an error which holds this text may be in the console.
    pub fn expect_error(&mut self, part: &str) {
        self.expected.push(part.to_owned());
    }

    /// The errors in the console since this was last asked, save those that are expected.
    #[track_caller]
    pub fn errors(&self) -> Vec<String> {
        let entries = self.issue(console());
        let entries = entries.as_array().into_iter().flatten();
        let severe = entries.filter(|entry| entry["level"] == "SEVERE");
        let messages = severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
        messages
            .filter(|message| !self.is_expected(message))
            .collect()
    }

    fn is_expected(&self, message: &str) -> bool {
        self.expected
            .iter()
            .any(|part| message.contains(part.as_str()))
    }

    #[track_caller]
    fn find(&self, selector: &str) -> Element {
        let wait = self.client().wait().at_most(PATIENCE);
        self.wait_for(wait.for_element(Locator::Css(selector)), selector)
    }

    /// Asks again and again until there is an answer; what is there instead of it goes into the panic's message.
    #[track_caller]
    fn until<T>(&self, what: &str, ask: impl Fn() -> Result<T, String>) -> T {
        let start = Instant::now();
        loop {
            match ask() {
                Ok(answer) => return answer,
                Err(instead) if start.elapsed() > PATIENCE => {
                    panic!("waited for {what}; there is {instead}")
                }
                Err(_) => std::thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    #[track_caller]
    fn issue(&self, command: Command) -> Value {
        let name = format!("{command:?}");
        self.wait_for(self.client().issue_cmd(command), &name)
    }

    #[track_caller]
    fn wait_for<T>(&self, future: impl Future<Output = Result<T, CmdError>>, what: &str) -> T {
        match self.runtime.block_on(future) {
            Ok(value) => value,
            Err(error) => panic!("{what}: {error}"),
        }
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("an open browser")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let failed = std::thread::panicking();
        let errors = if failed { Vec::new() } else { self.errors() };
        if let Some(client) = self.client.take() {
            let _ = self.runtime.block_on(client.close());
        }
        assert!(errors.is_empty(), "errors in the console: {errors:#?}");
    }
}

/// Starts Chromium, without a window and without anything of its own going on.
async fn connect(driver: &str, profile: &Path) -> Client {
    let connector = HttpConnector::new();
    let capabilities = match command::capabilities(&told("KBGUIDE_CHROMIUM"), profile) {
        Value::Object(capabilities) => capabilities,
        other => panic!("capabilities are an object, not {other}"),
    };
    ClientBuilder::new(connector)
        .capabilities(capabilities)
        .connect(driver)
        .await
        .expect("Chromium starts")
}
