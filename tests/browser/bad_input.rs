//! What is no article, and a site with a piece missing: the page says what is so and what to do, and the rest works.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::Path;

/// An article that nothing is wrong with, for the look-up.
const GOOD: (&str, &[u8]) = (
    "restart-pump.md",
    b"# Restart the pump\n\n1. Open the valve.\n2. Press Start.\n",
);

/// The head of what is said of an article whose source has something wrong with it.
const TOLD: &str = "This article could not be read as it should.";

/// Looks the good article up, as a reader would, and comes back.
#[track_caller]
fn looks_up(page: &Page) {
    page.settled();
    page.keys("#look", "restart pump");
    page.press(Key::Enter);
    page.shows(".list .sel .ti", "Restart the pump");
    page.back();
    page.settled();
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
            page.scripted(scripts);
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
        page.scripted(false);
        page.go(&format!("/article/{name}.html"));
        assert_eq!(said(&page), [told]);
        assert_eq!(page.texts("#main a"), ["The article as it was written"]);
        page.scripted(true);
        page.reload();
        page.gone(".reading"); // the engine has drawn the page
        looks_up(&page);
        page.gone(".reading");
        assert_eq!(said(&page), [told]);
    }
}

/// What the page says of an article that is not there.
fn not_here(name: &str) -> String {
    format!("No article “{name}” here.\nCheck the number, or look it up by words of its title.")
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_that_is_not_there() {
    let site = Site::with(&[GOOD, ("gone.md", b"# Gone\n")]);
    for ending in ["md", "html"] {
        fs::remove_file(site.folder().join(format!("article/gone.{ending}"))).unwrap();
    }
    let mut page = Page::open(&site, "/");
    page.expect_error("404");
    page.expect_error("Refused to apply style"); // the page for what is missing looks for it in two places
    for (path, name) in [
        ("/index.html?article=Q1", "Q1"),
        ("/index.html?article=..%2Fsecret", "../secret"),
        ("/article/Q1.html", "Q1"),
        ("/article/Q1", "Q1"),
        ("/index.html?article=gone", "gone"),
        ("/article/gone.html", "gone"),
    ] {
        page.go(path);
        looks_up(&page);
        assert_eq!(said(&page), [not_here(name)], "{path}");
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_whose_source_alone_is_gone() {
    let site = Site::with(&[GOOD, ("half.md", b"# Half\n\nStill to be read.\n")]);
    fs::remove_file(site.folder().join("article/half.md")).unwrap();
    let mut page = Page::open(&site, "/");
    page.expect_error("404");
    page.go("/article/half.html");
    page.shows(".msg", "The guide could not load, so this is the article.");
    page.shows(
        ".msg",
        "Its source, article/half.md, is not on the server. Tell whoever runs it.",
    );
    page.shows(".art", "Still to be read.");
    looks_up(&page);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_address_of_nothing() {
    let site = Site::with(&[GOOD]);
    let mut page = Page::open(&site, "/");
    page.expect_error("404");
    page.expect_error("Refused to apply style");
    page.go("/nothing.html");
    page.shows(".msg", "No article here.");
    looks_up(&page);
    page.scripted(false);
    for path in ["/nothing.html", "/article/Q1.html"] {
        page.go(path);
        let told = "No article here.\nLook it up by its number or by words of its title.";
        assert_eq!(said(&page), [told], "{path}");
    }
}

/// Why the engine does not start, and what the browser says of that.
const NO_ENGINE: [(&str, &str); 4] = [
    ("no wasm", "failed to fetch Wasm: 404 Not Found"),
    (
        "broken wasm",
        "WebAssembly.instantiateStreaming(): expected magic word",
    ),
    ("no script", "Failed to fetch dynamically imported module"),
    ("policy", "WebAssembly.instantiateStreaming(): Compiling"),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_engine_that_does_not_start() {
    for (what, why) in NO_ENGINE {
        let site = Site::with(&[GOOD]);
        break_engine(&site, what);
        let mut page = Page::open(&site, "/404.html");
        for part in ["404", "WebAssembly", "wasm"] {
            page.expect_error(part);
        }
        for (path, head) in [
            ("/", "The look-up could not load, so this is the list."),
            (
                "/article/restart-pump.html",
                "The guide could not load, so this is the article.",
            ),
        ] {
            page.go(path);
            page.shows(".msg.fail b", head);
            let text = format!("The engine did not start: {why}");
            assert!(said(&page)[0].contains(&text), "{what}: {:?}", said(&page));
            page.shows(
                "#main",
                if path == "/" {
                    "Restart the pump"
                } else {
                    "Open the valve."
                },
            );
            page.click_text(".msg .btn", "Try again");
            page.shows(".msg.fail b", head);
        }
    }
}

fn break_engine(site: &Site, what: &str) {
    let folder = site.folder();
    let engines = |ending: &str, does: &dyn Fn(&Path) -> std::io::Result<()>| {
        for name in ["kbguide", "kbguide_lookup"] {
            does(&folder.join(format!("{name}{ending}"))).unwrap();
        }
    };
    match what {
        "no wasm" => engines("_bg.wasm", &|file| fs::remove_file(file)),
        "broken wasm" => engines("_bg.wasm", &|file| fs::write(file, "no engine")),
        "no script" => engines(".js", &|file| fs::remove_file(file)),
        _ => {
            let policy =
                "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'self'\">";
            for file in ["index.html", "article/restart-pump.html"] {
                let html = fs::read_to_string(folder.join(file)).unwrap();
                fs::write(folder.join(file), html.replacen("<head>", policy, 1)).unwrap();
            }
        }
    }
}

/// The root of the index, and what is said of it.
const ROOTS: [(Option<&[u8]>, &str); 3] = [
    (None, "the server has no such file."),
    (Some(b""), "it is no file of a look-up index."),
    (
        Some(b"nothing of the kind"),
        "it is no file of a look-up index.",
    ),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_index_that_is_not_there() {
    for (root, why) in ROOTS {
        let site = Site::with(&[GOOD]);
        let file = site.folder().join("lookup/root.bin");
        match root {
            Some(bytes) => fs::write(file, bytes).unwrap(),
            None => fs::remove_file(file).unwrap(),
        }
        let mut page = Page::open(&site, "/404.html");
        page.expect_error("404");
        page.go("/");
        page.shows(
            ".msg.fail",
            "The look-up could not load, so this is the list.",
        );
        page.shows(
            ".msg.fail",
            &format!("lookup/root.bin cannot be read: {why}"),
        );
        page.click_text(".list .row .ti", "Restart the pump");
        page.shows("#plan", "Plan");
    }
}

/// A browser that keeps nothing for pages throws when one so much as asks.
#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_browser_that_keeps_nothing() {
    let site = Site::with(&[GOOD]);
    let page = Page::open(&site, "/");
    let source = "Object.defineProperty(window, 'localStorage', \
        { get() { throw new DOMException('refused', 'SecurityError'); } });";
    page.devtools(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    );
    for path in ["/", "/article/restart-pump.html"] {
        page.go(path);
        let refused = "try { return localStorage.length } catch (error) { return error.name }";
        assert_eq!(page.script(refused, vec![]), "SecurityError");
        page.settled();
        assert_eq!(said(&page), [""; 0]);
        if path == "/" {
            page.keys("#look", "restart pump");
            page.shows(".list .sel .ti", "Restart the pump");
        }
    }
    page.shows("h2", "Plan");
    looks_up(&page);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_browser_without_scripts() {
    let site = Site::with(&[GOOD, ("read.md", b"# Sizes of boxes\n\nBoxes are large.\n")]);
    let page = Page::open(&site, "/404.html");
    page.scripted(false);
    page.go("/");
    page.shows(".list h1", "2 articles");
    assert_eq!(said(&page), [""; 0]);
    page.click_text(".list .row .ti", "Restart the pump");
    page.shows(".art", "Press Start.");
    let told =
        "This is the article.\nIts guide, which asks and gives the exact steps, needs JavaScript.";
    assert_eq!(said(&page), [told]);
    page.go("/article/read.html");
    page.shows(".art", "Boxes are large.");
    assert_eq!(said(&page), ["Nothing to do here, an article to read."]);
}
