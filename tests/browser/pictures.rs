//! Pictures of pages, wide and narrow, light and dark, in target/screenshots; and what they have in common: no
//! error in the console, and nothing that sticks out of the window to the right.

use crate::harness::{Page, Site};

/// The pages without another wish; `cargo xtask screenshots PAGE…` names others.
const PAGES: [&str; 1] = ["/"];

/// A desk's window and a phone's, light and dark.
const LOOKS: [(u32, u32, bool); 4] = [
    (1280, 800, false),
    (1280, 800, true),
    (390, 844, false),
    (390, 844, true),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn every_page_fits_its_window() {
    let wanted = std::env::var("KBGUIDE_PAGES").unwrap_or_else(|_| PAGES.join(" "));
    for path in wanted.split_whitespace() {
        let page = Page::open(Site::own(), path);
        for look in LOOKS {
            look_at(&page, path, look);
        }
    }
}

/// Loads the page as it is to look, takes a picture of its whole length, and sees that nothing sticks out.
fn look_at(page: &Page, path: &str, (width, height, dark): (u32, u32, bool)) {
    page.look(width, height, dark);
    page.reload();
    page.settled();
    let over = number(
        page,
        "return document.documentElement.scrollWidth - innerWidth",
    );
    let whole = number(page, "return document.documentElement.scrollHeight");
    let whole = u32::try_from(whole).unwrap_or(height);
    page.look(width, whole.max(height), dark);
    let colours = if dark { "dark" } else { "light" };
    page.picture(&format!("{}-{width}-{colours}", name(path)));
    assert!(over <= 0, "{path} is {over} pixels too wide at {width}");
}

fn number(page: &Page, script: &str) -> i64 {
    page.script(script, vec![]).as_i64().expect("a number")
}

/// A file's name for a path: what is neither letter nor digit becomes a hyphen.
fn name(path: &str) -> String {
    let words = path
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if name.is_empty() {
        "home".to_owned()
    } else {
        name
    }
}

#[test]
fn a_picture_is_named_after_its_page() {
    let names = [
        ("/", "home"),
        ("/#Q1", "Q1"),
        ("/a/b.html?x=1", "a-b-html-x-1"),
    ];
    for (path, expected) in names {
        assert_eq!(name(path), expected);
    }
}
