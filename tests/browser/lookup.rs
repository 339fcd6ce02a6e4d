//! The start page: the list of articles, and the look-up by number and by words of the title.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use serde_json::json;
use std::path::Path;

/// The start page with the engine in charge of it: the list stands there before.
fn start() -> Page {
    let page = Page::open(Site::own(), "/");
    page.settled();
    page.shows(".row .no", "Q285090");
    page
}

/// How many articles the project has.
fn own() -> usize {
    let kb = Path::new(env!("CARGO_MANIFEST_DIR")).join("kb");
    let entries = std::fs::read_dir(kb).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .count()
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_list_has_every_article_with_its_title_and_kind() {
    let page = start();
    assert_eq!(page.texts(".row").len(), own());
    page.lists("#main h1", &[&format!("{} articles", own())]);
    page.shows(".row .ti", "XFOR: Retiring an Internet Mail Service");
    page.shows(".row .ti", "Mail queue of a relay grows");
    page.shows(".row .kind", "Guide: 4 questions, 3 steps");
    page.shows(".row .kind", "To read");
}

/// What is typed, and the numbers of what is then found.
const LOOKED_UP: [(&str, &[&str]); 6] = [
    ("Q285090", &["Q285090"]),
    ("285090", &["Q285090"]),
    ("q900005", &["Q900005"]),
    ("ret mail", &["Q285090"]),
    ("spool", &["Q900004"]),
    ("tls CERT", &["renew-tls-certificate"]),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_is_found_by_its_number_and_by_words_of_its_title() {
    let page = start();
    for (typed, found) in LOOKED_UP {
        page.keys("#look", typed);
        page.lists(".row .no", found);
        page.shows("#status", &format!("1 article has “{typed}”"));
        page.press(Key::Escape);
        page.lists("#main h1", &[&format!("{} articles", own())]);
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_list_follows_every_letter_that_is_typed() {
    let page = start();
    let mut before = own();
    for letter in ["s", "p", "o", "o"] {
        page.keys("#look", letter);
        let now = page.texts(".row").len();
        assert!(now <= before, "{now} after {before} with {letter}");
        before = now;
    }
    page.lists(".row .no", &["Q900004"]);
    page.lists(".row .hit", &["Spool"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_is_not_found_is_said_with_the_word_that_no_article_has() {
    let page = start();
    page.keys("#look", "mail zebra");
    page.shows(".msg", "No article has “zebra”.");
    page.shows(
        ".msg",
        "Check the number, or type a few words of the title.",
    );
    page.gone(".row");
    page.click(".clear");
    page.shows(".row .no", "Q285090");
    page.has_focus("#look");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_is_opened_by_the_keyboard_alone() {
    let page = start();
    page.types("/");
    page.has_focus("#look");
    page.types("print");
    let found = page.texts(".row .no");
    assert_eq!(found.len(), 2, "{found:?}");
    page.press(Key::Down);
    page.has_focus(".list li:first-child .row");
    page.press(Key::Down);
    page.has_focus(".list li:nth-child(2) .row");
    page.press(Key::Up);
    page.press(Key::Up);
    page.has_focus("#look");
    page.press(Key::Down);
    page.press(Key::Down);
    page.press(Key::Enter);
    page.shows("#title", &found[1]);
    assert!(page.path().contains(&found[1]), "{}", page.path());
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn enter_in_the_field_opens_what_stands_first() {
    let page = Page::open(Site::own(), "/article/Q900005.html");
    page.shows("#question", "");
    page.keys("#look", "285090");
    page.lists(".list .sel .no", &["Q285090"]);
    page.press(Key::Enter);
    page.shows("#title", "Q285090");
    assert_eq!(page.path(), "/article/Q285090.html");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_is_typed_before_the_engine_is_there_stays() {
    let slow = json!({ "offline": false, "latency": 800, "downloadThroughput": -1, "uploadThroughput": -1 });
    for path in ["/", "/article/Q900005.html"] {
        let page = Page::open(Site::own(), "/");
        page.devtools("Network.enable", json!({}));
        page.devtools("Network.clearBrowserCache", json!({}));
        page.devtools("Network.emulateNetworkConditions", slow.clone());
        page.go(path);
        page.click("#look");
        page.types("285");
        page.settled();
        page.lists(".row .no", &["Q285090"]);
        page.has_focus("#look");
        page.types("090");
        page.shows("#main h1", "1 article has “285090”");
    }
}
