//! Pictures of pages, wide and narrow, light and dark, in target/screenshots; and what they have in common: no
//! error in the console, and nothing that sticks out of the window to the right.

use crate::harness::{Page, Site};

/// The pages without another wish; `cargo xtask screenshots PAGE…` names others.
const PAGES: [&str; 1] = ["/"];

const LOOKS: [(u32, u32); 2] = [(1280, 800), (390, 844)];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn every_page_fits_its_window() {
    let wanted = std::env::var("KBGUIDE_PAGES").unwrap_or_else(|_| PAGES.join(" "));
    for path in wanted.split_whitespace() {
        let page = Page::open(Site::own(), path);
        for (width, height) in LOOKS {
            for (dark, colours) in [(false, "light"), (true, "dark")] {
                page.look(width, height, dark);
                page.reload();
                page.settled();
                page.picture(&format!("{}-{width}-{colours}", name(path)));
                let over = page.script(
                    "return document.documentElement.scrollWidth - innerWidth",
                    vec![],
                );
                assert!(
                    over.as_i64() <= Some(0),
                    "{path} is {over} pixels too wide at {width}"
                );
            }
        }
    }
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
