//! How long a reader waits for the first question. Printed and not judged: machines differ.

use crate::harness::{Page, Site};
use serde_json::json;

/// Notes when the question is first there, counted from the start of the navigation.
const WATCH: &str = "new MutationObserver((_, observer) => {\
    if (!document.getElementById('question')) return;\
    observer.disconnect();\
    requestAnimationFrame(() => { window.firstQuestion = performance.now(); });\
    }).observe(document, { childList: true, subtree: true });";

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_time_to_the_first_question_is_told() {
    let page = Page::open(Site::own(), "/");
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": WATCH }),
    );
    page.devtools("Network.clearBrowserCache", json!({}));
    for state in ["cold", "engine cached", "engine cached, again"] {
        page.go("/article/Q285090.html");
        page.shows("#question", "Internet Mail Service");
        page.settled();
        let time = page.script("return window.firstQuestion", vec![]);
        let time = time.as_f64().expect("the question was seen");
        println!("first question after {time:.0} ms ({state})");
        page.go("/");
    }
}
