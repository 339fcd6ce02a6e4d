//! The start page: the list of articles, and the look-up over all of their words.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;

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

/// What is typed, and the number of what then stands first.
const LOOKED_UP: [(&str, &str); 6] = [
    ("Q285090", "Q285090"),
    ("285090", "Q285090"),
    ("q900005", "Q900005"),
    ("retire internet mail servce", "Q285090"),
    ("print spool folder", "Q900004"),
    ("tls CERT", "renew-tls-certificate"),
];

/// Waits until what is shown was found for these words.
#[track_caller]
fn found_for(page: &Page, words: &str) {
    page.shows("#main h1", &format!("for “{words}”"));
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_is_found_by_its_number_and_by_its_words() {
    let page = start();
    for (typed, found) in LOOKED_UP {
        page.keys("#look", typed);
        found_for(&page, typed);
        page.lists(".list .sel .no", &[found]);
        page.shows("#status", &format!("for “{typed}”."));
        page.press(Key::Escape);
        page.lists("#main h1", &[&format!("{} articles", own())]);
        page.has_focus("#look");
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn results_follow_every_letter_that_is_typed() {
    let page = start();
    let mut words = String::new();
    for letter in ["s", "p", "o", "o", "l"] {
        page.keys("#look", letter);
        words.push_str(letter);
        found_for(&page, &words);
        page.gone(".told");
    }
    page.lists(".list .sel .no", &["Q900004"]);
    page.shows(".list .sel .hit", "Spool");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn lines_of_the_articles_are_shown_with_the_words_marked() {
    let site = Site::with(&[
        (
            "pump.md",
            b"# Restart the pump\n\nThe red valve drips on the stairs.\n",
        ),
        ("fan.md", b"# Clean the fan\n\nValves of a fan are green.\n"),
    ]);
    let page = Page::open(&site, "/");
    page.settled();
    page.keys("#look", "valves stairs");
    page.lists(".list .row .ti", &["Restart the pump", "Clean the fan"]);
    page.lists(".sel .sn .hit", &["valve", "stairs"]);
    page.shows(".sel .sn", "The red valve drips on the stairs.");
    page.lists("li:nth-child(2) .sn .hit", &["Valves"]);
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_word_that_no_article_has_is_said_and_the_others_answer() {
    let page = start();
    page.keys("#look", "xyzzyx");
    page.shows(".msg", "No article has “xyzzyx”.");
    page.shows(".msg", "Check the number, or try other words.");
    page.gone(".row");
    page.keys("#look", " spool folder ");
    page.lists(
        ".told",
        &["No article has “xyzzyx”; these have the other words."],
    );
    page.lists(".list .sel .no", &["Q900004"]);
    page.shows("#status", "these have the other words");
    page.click(".clear");
    page.lists("#main h1", &[&format!("{} articles", own())]);
    page.has_focus("#look");
    page.keys("#look", "certifcate ");
    page.lists(
        ".told",
        &["No article has “certifcate”; showing “certificate”."],
    );
    page.shows(".list .sel .hit", "ertificate");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_is_opened_by_the_keyboard_alone() {
    let page = start();
    page.types("/");
    page.has_focus("#look");
    page.types("print");
    found_for(&page, "print");
    let found = page.texts(".row .no");
    assert!(found.len() > 1, "{found:?}");
    page.press(Key::Down);
    page.has_focus(".list li:first-child .row");
    page.press(Key::Down);
    page.has_focus(".list li:nth-child(2) .row");
    page.press(Key::Up);
    page.press(Key::Up);
    page.has_focus("#look");
    page.press(Key::Down);
    page.press(Key::Escape);
    page.has_focus("#look");
    page.press(Key::Down);
    page.press(Key::Down);
    page.press(Key::Enter);
    page.shows("#title", &found[1]);
    assert!(page.path().contains(&found[1]), "{}", page.path());
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn enter_opens_what_stands_first_as_soon_as_it_is_there() {
    let page = start();
    page.keys("#look", &format!("285090{}", char::from(Key::Enter)));
    page.shows("#title", "Q285090");
    assert_eq!(page.path(), "/article/Q285090.html");
    page.back();
    found_for(&page, "285090");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_field_of_an_article_leads_to_the_results() {
    let page = Page::open(Site::own(), "/article/Q900005.html");
    for scripts in [true, false] {
        if scripts {
            page.settled();
        }
        page.keys("#look", "print spooler");
        page.press(Key::Enter);
        match scripts {
            true => {
                found_for(&page, "print spooler");
                assert_eq!(page.path(), "/index.html#q=print%20spooler");
                page.scripted(false);
                page.go("/article/Q900005.html");
            }
            false => assert_eq!(page.path(), "/index.html?q=print+spooler"),
        }
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_guides_engine_asks_for_no_index() {
    let page = Page::open(Site::own(), "/article/Q900005.html");
    page.settled();
    let names = page.asked_for();
    let of_lookup = names.iter().filter(|name| name.contains("lookup"));
    assert_eq!(of_lookup.count(), 0, "{names:?}");
    page.go("/");
    page.settled();
    let names = page.asked_for();
    assert!(
        names.contains(&"/kbguide_lookup_bg.wasm".to_string()),
        "{names:?}"
    );
    assert!(
        !names.contains(&"/kbguide_bg.wasm".to_string()),
        "{names:?}"
    );
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_address_keeps_words_and_filters() {
    let page = start();
    page.keys("#look", "server");
    found_for(&page, "server");
    let all = page.texts(".row .no");
    page.script(
        "const list = document.getElementById('class'); list.value = 'read';\
        list.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    );
    page.shows(".row .kind", "To read");
    page.gone(".row .kind b");
    assert_eq!(page.path(), "/#q=server&class=read");
    let some = page.texts(".row .no");
    assert!(some.len() < all.len(), "{some:?} of {all:?}");
    page.reload();
    let some: Vec<&str> = some.iter().map(String::as_str).collect();
    page.lists(".row .no", &some);
    assert_eq!(page.value("#class"), "read");
    assert_eq!(page.value("#look"), "server");
    page.back();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    page.lists(".row .no", &all);
    assert_eq!(page.value("#class"), "");
    page.back();
    page.lists("#main h1", &[&format!("{} articles", own())]);
    assert_eq!(page.value("#look"), "");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn more_results_are_added_and_the_first_of_them_has_the_focus() {
    let source = |at: usize| format!("# Valve {at}\n\nOpen it slowly.\n").into_bytes();
    let articles: Vec<_> = (0..25)
        .map(|at| (format!("v{at}.md"), source(at)))
        .collect();
    let site = Site::of_many(&articles);
    let page = Page::open(&site, "/#q=valve");
    page.lists("#main h1", &["25 articles for “valve”"]);
    assert_eq!(page.texts(".row").len(), 10);
    page.click_text(".btn", "More results");
    page.has_focus(".list li:nth-child(11) .row");
    assert_eq!(page.texts(".row").len(), 25);
    page.gone(".list .btn");
}

/// The files of the index of this kind.
fn shards(site: &Site, kind: char) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(site.folder().join("lookup")).expect("an index");
    let paths = entries.map(|entry| entry.expect("the entry can be read").path());
    paths
        .filter(|path| {
            path.file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with(kind))
        })
        .collect()
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_broken_file_of_the_index_is_said_and_can_be_tried_again() {
    let site = Site::with(&[("pump.md", b"# Restart the pump\n\nOpen the valve.\n")]);
    let terms = shards(&site, 't');
    let kept: Vec<Vec<u8>> = terms.iter().map(|path| fs::read(path).unwrap()).collect();
    let mut page = Page::open(&site, "/");
    page.expect_error("404");
    page.settled();
    for (broken, why) in [
        (true, "it is damaged: its checksum does not fit"),
        (false, "the server has no such file"),
    ] {
        for (path, bytes) in terms.iter().zip(&kept) {
            match broken {
                true => fs::write(path, [&bytes[..], b"x"].concat()).unwrap(),
                false => fs::remove_file(path).unwrap(),
            }
        }
        page.keys("#look", "valve");
        page.shows(
            ".msg.fail b",
            "Not everything could be read, so articles may be missing here.",
        );
        page.shows(".msg.fail p", why);
        for (path, bytes) in terms.iter().zip(&kept) {
            fs::write(path, bytes).unwrap();
        }
        page.click_text(".msg .btn", "Try again");
        page.lists(".row .ti", &["Restart the pump"]);
        page.gone(".msg");
        page.go("/404.html");
        page.go("/");
        page.settled();
    }
}

/// The first search hangs on the network; the second overtakes it.
#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_comes_late_is_not_shown_over_what_is_newer() {
    let site = Site::with(&[
        ("pump.md", b"# Restart the pump\n\nOpen the valve.\n"),
        ("fan.md", b"# Clean the fan\n\nUse a brush.\n"),
    ]);
    let page = Page::open(&site, "/");
    page.settled();
    let slow = "const real = window.fetch; let first = true;\
        window.fetch = (...all) => { const sent = real(...all); if (!first) return sent; first = false;\
        return sent.then(answer => new Promise(done => { window.late = () => done(answer); })); };";
    page.script(slow, vec![]);
    page.keys("#look", "valve");
    page.shows(".list h1", "Looking");
    page.keys("#look", &char::from(Key::Backspace).to_string().repeat(5));
    page.keys("#look", "brush ");
    page.lists(".row .ti", &["Clean the fan"]);
    page.script("window.late()", vec![]);
    std::thread::sleep(Duration::from_millis(300));
    assert_eq!(page.texts(".row .ti"), ["Clean the fan"]);
    assert_eq!(page.texts("#main h1"), ["1 article for “brush”"]);
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
        page.has_focus("#look");
        page.types("090");
        assert_eq!(page.value("#look"), "285090");
        if path == "/" {
            found_for(&page, "285090");
            page.lists(".list .sel .no", &["Q285090"]);
        }
    }
}
