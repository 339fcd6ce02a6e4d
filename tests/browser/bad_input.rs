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
    engine_draws(page);
    page.keys("#look", "restart pump");
    page.shows(".list h1", "1 article");
    page.shows(".list .row", "Restart the pump");
    page.click(".clear");
    page.gone(".list .hit");
}

/// Waits until the engine has drawn the page and has the list, so that nothing is drawn while the reader types.
#[track_caller]
fn engine_draws(page: &Page) {
    let asked = "await document.fonts.ready; for (let tries = 0; tries < 1000; tries++) {\
        const got = performance.getEntriesByType('resource').find(one => one.name.endsWith('articles.json'));\
        if (got?.responseEnd) return await new Promise(done => setTimeout(() => done(true), 100));\
        await new Promise(done => setTimeout(done, 10)); } return false;";
    let asked = page.promise(asked, vec![]);
    assert_eq!(asked, true, "the engine asks for the list");
}

/// The messages of a page, each its head and its text.
fn said(page: &Page) -> Vec<String> {
    let said = page.texts(".msg > div").into_iter();
    said.map(|one| one.replace("\n\n", "\n")).collect()
}

/// What is said of an article that has neither header nor heading.
const NO_HEADER: &str =
    "No header and no heading; the file's name stands for the number and the title.";

/// Sources with something wrong, what the page says of it before [`NO_HEADER`], and what it shows of the source.
const SOURCES: [(&str, &[u8], &str, &str); 6] = [
    (
        "empty",
        b"",
        "The article is empty; check that the file was copied whole. ",
        "",
    ),
    (
        "binary",
        b"\x7fBIN\x02\0\0 kept as it is",
        "This is not a text file; save the article as plain text or Markdown. ",
        "kept as it is",
    ),
    (
        "headless",
        b"1. Open the box.\n2. Close it.\n",
        "",
        "Open the box.",
    ),
    (
        "latin1",
        b"Open the caf\xe9.\n",
        "1 place is not valid UTF-8, read as \u{fffd}; save the article as UTF-8. ",
        "Open the caf\u{fffd}.",
    ),
    (
        "deep",
        DEEP,
        "Nested more than 32 deep; what is deeper is read at this depth. ",
        "Open box 999.",
    ),
    (
        "field",
        b"---\nnonsense\n---\n\nOpen the box.\n",
        "\u{201c}nonsense\u{201d} is no front matter field; write it as name: value. ",
        "Open the box.",
    ),
];

/// Stands for [`deep`], which is made when the test runs.
const DEEP: &[u8] = b"deep";

/// Lists a thousand deep.
fn deep() -> Vec<u8> {
    let item = |depth| format!("{}- Open box {depth}.\n", "  ".repeat(depth));
    (0..1000).map(item).collect::<String>().into()
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_is_wrong_with_a_source_is_said_above_it() {
    let deep = deep();
    let names = SOURCES.map(|(name, ..)| format!("{name}.md"));
    let bytes = SOURCES.map(|(_, bytes, ..)| if bytes == DEEP { &deep } else { bytes });
    let mut articles = vec![GOOD];
    articles.extend(names.iter().map(String::as_str).zip(bytes));
    let site = Site::with(&articles);
    let page = Page::open(&site, "/");
    for (name, _, told, shown) in SOURCES {
        for scripts in [false, true] {
            scripted(&page, scripts);
            page.go(&format!("/article/{name}.html"));
            if scripts {
                looks_up(&page); // now the engine has drawn the page
            }
            let expected = format!("{TOLD}\n{told}{NO_HEADER}");
            assert_eq!(said(&page).first(), Some(&expected), "{name}");
            assert!(page.text(".art").contains(shown), "{name}");
        }
    }
}

/// Turns the page's scripts on or off, from the next page on.
fn scripted(page: &Page, on: bool) {
    let off = serde_json::json!({ "value": !on });
    page.devtools("Emulation.setScriptExecutionDisabled", off);
}

/// Longer than any article: one word, and one line of sentences. Quick enough for the harness's patience.
#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_line_of_twenty_megabytes() {
    let told = "This article is too long for a page.\n\
        It has 20 MB, and a page takes 1 MB. Split it into several articles.";
    let sentence = "If the light is red, stop the pump. ";
    let word = "x".repeat(20 << 20);
    let line = sentence.repeat((20 << 20) / sentence.len());
    let articles = [("word.md", word.as_bytes()), ("line.md", line.as_bytes())];
    let site = Site::with(&[GOOD, articles[0], articles[1]]);
    let page = Page::open(&site, "/");
    for name in ["word", "line"] {
        scripted(&page, false);
        page.go(&format!("/article/{name}.html"));
        assert_eq!(said(&page), [told]);
        assert_eq!(page.texts("#main a"), ["The article as it was written"]);
        scripted(&page, true);
        page.reload();
        looks_up(&page);
        assert_eq!(said(&page), [told]);
    }
}
