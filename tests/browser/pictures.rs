//! Pictures of pages, wide and narrow, light and dark, in target/screenshots; and what they have in common: no
//! error in the console, and nothing that sticks out of the window to the right.

use crate::harness::{Page, Site};

/// A page: its name, its path, what is pressed on it, and what has to be there then.
type Shot = (&'static str, &'static str, &'static str, &'static str);

/// The pages without another wish; `cargo xtask screenshots PAGE…` names others.
const PAGES: [Shot; 11] = [
    ("home", "/", "", ".row"),
    ("look-up", "/index.html?q=print+queue", "", ".row .sn .hit"),
    (
        "look-up-missing",
        "/#q=xyzzyx%20certifcate%20server",
        "",
        ".told",
    ),
    (
        "question",
        "/article/Q285090.html#a=internet-mail-service-stopped-disabled:yes",
        "#why",
        ".why[open] .hangs",
    ),
    ("plan", PLAN, "", ".plan .step.same"),
    ("plan-open", "/article/Q900001.html#plan", "", ".plan .gate"),
    ("source", PLAN, ".plan .step.same .src", ".art mark"),
    (
        "markdown",
        "/article/renew-tls-certificate.html#tab=article",
        "",
        ".art h3, .art h4, .art pre",
    ),
    ("read", "/article/Q900010.html", "", ".reading .art"),
    ("nothing", "/#q=xyzzyx", "", ".msg"),
    (
        "nothing-chosen",
        "/#q=spooler&product=sql%20server&class=read",
        "",
        ".msg",
    ),
];

const PLAN: &str = "/article/Q285090.html#a=internet-mail-service-stopped-disabled:yes,\
    transfer-mode-internet-mail-service:=Outbound%20Only,mx-record-point-internet-mail-service:no,\
    address-space-still-address-space-tab:yes";

/// A desk's window and a phone's, light and dark; and the narrowest that has to do.
const LOOKS: [(u32, u32, bool); 5] = [
    (1280, 800, false),
    (1280, 800, true),
    (390, 844, false),
    (390, 844, true),
    (320, 640, false),
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn every_page_fits_its_window() {
    let wanted = std::env::var("KBGUIDE_PAGES").ok();
    let wanted = wanted.as_deref().map(|pages| {
        pages
            .split_whitespace()
            .map(|path| (name(path), path, "", "main"))
    });
    let page = Page::open(Site::own(), "/");
    match wanted {
        Some(wanted) => wanted
            .for_each(|(name, path, press, there)| every_look(&page, &name, path, press, there)),
        None => PAGES
            .iter()
            .for_each(|(name, path, press, there)| every_look(&page, name, path, press, there)),
    }
}

fn every_look(page: &Page, name: &str, path: &str, press: &str, there: &str) {
    let wide = LOOKS.map(|look| {
        page.go("/"); // so that a fragment is not a step on the same page
        (look.0, look_at(page, name, (path, press, there), look))
    });
    let wide: Vec<_> = wide.into_iter().filter(|(_, over)| *over > 0).collect();
    assert!(wide.is_empty(), "{name}: (width, pixels too many) {wide:?}");
}

/// Loads the page as it is to look, takes a picture of its whole length, and gives by how many pixels it is too wide.
fn look_at(
    page: &Page,
    name: &str,
    (path, press, there): (&str, &str, &str),
    (width, height, dark): (u32, u32, bool),
) -> i64 {
    page.look(width, height, dark);
    page.go(path);
    page.settled();
    if !press.is_empty() {
        page.click(press);
        page.settled();
    }
    page.shows(there, "");
    let over = number(
        page,
        "const page = document.documentElement; return page.scrollWidth - page.clientWidth",
    );
    let whole = number(page, "return document.documentElement.scrollHeight");
    let whole = u32::try_from(whole).unwrap_or(height);
    page.look(width, whole.max(height), dark);
    let colours = if dark { "dark" } else { "light" };
    page.picture(&format!("{name}-{width}-{colours}"));
    over
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
