//! The harness itself: it sees what a page shows, and an error in the console fails a test.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

const PAGE: &str = "<!doctype html><meta charset=utf-8><link rel=icon href=data:,><title>T</title>\
    <button onclick=\"this.textContent = 'Pressed'\">Press</button><input><output></output>\
    <script>document.querySelector('input').oninput = event =>\
    document.querySelector('output').textContent = event.target.value</script>";

/// A site with one page of our own.
fn site(body: &str) -> Site {
    let site = Site::with(&[("one.md", b"# One\n\n1. Look.\n")]);
    fs::write(site.folder().join("own.html"), format!("{PAGE}{body}")).unwrap();
    site
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_reader_clicks_and_types() {
    let site = site("");
    let page = Page::open(&site, "/own.html#there");
    assert_eq!(page.path(), "/own.html#there");
    page.click_text("button", "Press");
    assert_eq!(page.text("button"), "Pressed");
    page.click("input");
    page.keys("input", "caf\u{e9}s");
    page.press(Key::Backspace);
    page.shows("output", "caf\u{e9}");
    page.gone("h1");
    page.go("/own.html#here");
    page.back();
    assert_eq!(page.path(), "/own.html#there");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_page_is_as_narrow_and_as_dark_as_it_is_asked_to_be() {
    let site = site("");
    let page = Page::open(&site, "/own.html");
    let seen =
        "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]";
    for (width, height, dark) in [(390, 844, true), (1280, 800, false)] {
        page.look(width, height, dark);
        assert_eq!(
            page.script(seen, vec![]),
            serde_json::json!([width, height, dark])
        );
    }
}

/// A way to bring an error into the console, and what is then in it.
const ERRORS: [(&str, &str); 4] = [
    ("<script>console.error('alas')</script>", "alas"),
    ("<script>throw new Error('thrown')</script>", "thrown"),
    (
        "<script>Promise.reject(new Error('rejected'))</script>",
        "rejected",
    ),
    ("<script src=/gone.js></script>", "gone.js"),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn every_kind_of_error_is_seen_in_the_console() {
    let site = site("");
    let mut page = Page::open(&site, "/own.html");
    assert_eq!(page.errors(), [""; 0]);
    for (body, part) in ERRORS {
        fs::write(site.folder().join("error.html"), format!("{PAGE}{body}")).unwrap();
        page.go("/error.html");
        let errors = page.errors();
        assert!(
            errors.iter().any(|error| error.contains(part)),
            "{part}: {errors:?}"
        );
        page.expect_error(part);
        page.reload();
        assert_eq!(page.errors(), [""; 0]);
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_error_that_nobody_expects_fails_its_test() {
    let site = site("<script>throw new Error('thrown')</script>");
    let test = || drop(Page::open(&site, "/own.html"));
    let failure = catch_unwind(AssertUnwindSafe(test)).unwrap_err();
    let message = failure.downcast_ref::<String>().expect("a message");
    assert!(message.starts_with("errors in the console: "), "{message}");
}
