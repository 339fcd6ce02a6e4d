//! The start page of a large site: its products, and the articles of each.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use serde_json::json;

/// More articles than a start page lists.
fn site() -> Site {
    let text = |at: usize| {
        let product = ["Acme Mail 5.5", "Acme Basic", "Acme C++"][at % 3];
        format!(
            "---\nproducts: [{product}]\n---\n\n# Mend part {at}\n\n1. If part {at} is loose, fix it.\n"
        )
    };
    let articles: Vec<_> = (100..310)
        .map(|at| (format!("part-{at}.md"), text(at).into_bytes()))
        .collect();
    Site::of_many(&articles)
}

const PRODUCTS: [&str; 3] = [
    "Acme Basic 70 articles",
    "Acme C++ 70 articles",
    "Acme Mail 70 articles",
];

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn from_a_product_to_an_article() {
    let site = site();
    let page = Page::open(&site, "/");
    for scripts in [true, false] {
        page.scripted(scripts);
        page.go("/");
        if scripts {
            page.settled();
        }
        page.lists("#main h1", &["210 articles"]);
        page.lists("#main > ul > li", &PRODUCTS);
        page.click_text("#main > ul > li > a", "Acme C++");
        page.lists("#main h1", &["Acme C++"]);
        assert_eq!(page.path(), "/browse/acme-cplusplus.html");
        assert_eq!(page.texts("#main .row").len(), 70);
        page.click_text("#main .row .ti", "Mend part 140");
        page.shows("#title", "Mend part 140");
        page.go("/");
        page.click_text("#main p a", "All 3 products");
        page.lists("#main > ul > li", &PRODUCTS);
    }
    page.scripted(true);
    page.go("/browse/acme-mail.html");
    page.settled();
    page.keys("#look", "part 301");
    page.lists(".list .sel .no", &["part-301"]);
    page.press(Key::Enter);
    page.shows("#title", "Mend part 301");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn by_the_keyboard_alone() {
    let site = site();
    let page = Page::open(&site, "/");
    page.settled();
    page.types("/");
    page.has_focus("#look");
    page.press(Key::Down);
    page.has_focus("#main > ul > li:nth-child(1) > a");
    page.press(Key::Down);
    page.press(Key::Down);
    page.has_focus("#main > ul > li:nth-child(3) > a");
    page.press(Key::Up);
    page.press(Key::Up);
    page.press(Key::Up);
    page.has_focus("#look");
    page.press(Key::Down);
    page.press(Key::Enter);
    page.shows("#main h1", "Acme Basic");
    page.settled();
    page.types("/");
    page.press(Key::Down);
    page.press(Key::Down);
    let second = page.texts("#main > ul > li:nth-child(2) .no").concat();
    page.press(Key::Enter);
    page.shows("#title", &second);
    // Without its own keys, as a browser does it.
    page.go("/");
    page.settled();
    page.click("#look");
    page.press(Key::Tab);
    page.has_focus("#main > ul > li:nth-child(1) > a");
}

/// Printed, a page is the article without what is there to press, with scripts and without.
#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_page_is_printed_without_scripts() {
    let site = Site::with(&[("box.md", b"# Open the box\n\n1. If it is shut, open it.\n")]);
    let page = Page::open(&site, "/");
    page.scripted(false);
    page.go("/article/box.html");
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    page.scripted(true);
    let shown =
        "return [...document.querySelectorAll(arguments[0])].map(one => one.checkVisibility())";
    assert_eq!(page.script(shown, vec![json!(".bar")]), json!([false]));
    assert_eq!(page.script(shown, vec![json!(".art")]), json!([true]));
    assert_eq!(page.script(shown, vec![json!("#title")]), json!([true]));
    let paper = page.devtools("Page.printToPDF", json!({}));
    assert!(
        paper["data"]
            .as_str()
            .is_some_and(|data| data.starts_with("JVBER")),
        "a PDF"
    );
}
