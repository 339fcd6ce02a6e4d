//! What is no article, and a site with a piece missing: the page says what is so and what to do, and the rest works.

use crate::harness::{Page, Site};

/// An article that nothing is wrong with, for the look-up.
const GOOD: (&str, &[u8]) = (
    "restart-pump.md",
    b"# Restart the pump\n\n1. Open the valve.\n2. Press Start.\n",
);

/// The head of what is said of an article whose source has something wrong with it.
const TOLD: &str = "This article could not be read as it should.";

/// Looks the good article up, as a reader would, and leaves the look-up again.
#[track_caller]
fn looks_up(page: &Page) {
    page.keys("#look", "restart pump");
    page.shows(".list h1", "1 article");
    page.shows(".list .row", "Restart the pump");
    page.click(".clear");
    page.gone(".list .hit");
}

/// The messages of a page, each its head and its text.
fn said(page: &Page) -> Vec<String> {
    page.texts(".msg > div")
}

/// Sources with something wrong, what the page says of it, and what it shows of the source.
const SOURCES: [(&str, &[u8], &str, &str); 6] = [
    (
        "empty.md",
        b"",
        "The article is empty; check that the file was copied whole.",
        "",
    ),
    (
        "binary.md",
        b"\x7fBIN\x02\0\0 kept as it is",
        "This is not a text file; save the article as plain text or Markdown.",
        "kept as it is",
    ),
    (
        "headless.md",
        b"1. Open the box.\n2. Close it.\n",
        "No header and no heading; the file's name stands for the number and the title.",
        "Open the box.",
    ),
    (
        "latin1.md",
        b"# Caf\xe9\n\n1. Open the \xe9t\xe9.\n",
        "3 places are not valid UTF-8, read as \u{fffd}; save the article as UTF-8.",
        "Open the \u{fffd}t\u{fffd}.",
    ),
    (
        "field.md",
        b"---\ntitle: Box\nnonsense\n---\n\n1. Open the box.\n",
        "\u{201c}nonsense\u{201d} is no front matter field; write it as name: value.",
        "Open the box.",
    ),
    (
        "date.md",
        b"---\ntitle: Box\ndate: soon\n---\n\n1. Open the box.\n",
        "\u{201c}soon\u{201d} is no date; write it as 10-FEB-2001 or 2001-02-10.",
        "Open the box.",
    ),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_is_wrong_with_a_source_is_said_above_it() {
    let mut articles = vec![GOOD];
    articles.extend(SOURCES.map(|(name, bytes, _, _)| (name, bytes)));
    let site = Site::with(&articles);
    let page = Page::open(&site, "/");
    for (name, _, told, shown) in SOURCES {
        page.go(&format!("/article/{}.html", name.trim_end_matches(".md")));
        page.settled();
        let first = said(&page).into_iter().next().unwrap_or_default();
        let (head, text) = first.split_once('\n').unwrap_or_default();
        assert_eq!(head, TOLD, "{name}");
        assert!(text.contains(told), "{name}: {text}");
        assert!(page.text(".art").contains(shown), "{name}");
        looks_up(&page);
    }
}
