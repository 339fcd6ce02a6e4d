//! A site with its articles in packs: what the one with pages can do, it can, too.

use crate::harness::{Page, Site};
use fantoccini::key::Key;
use std::fs;
use std::path::PathBuf;

/// Enough articles for several packs; each of its own words.
fn many() -> Vec<(String, Vec<u8>)> {
    let text = |at: usize| {
        let filler = "Nothing else is said about it here. ".repeat(100);
        format!(
            "# Valve {at}\n\n1. If valve {at} is *stuck*, oil its `hinge{at}`.\n2. Open it.\n\n{filler}\n"
        )
    };
    let mut articles: Vec<(String, Vec<u8>)> = (100..150)
        .map(|at| (format!("valve-{at}.md"), text(at).into_bytes()))
        .collect();
    let cites = "\tArticle: Q900401\n\tProduct(s): Acme\n\t\n\tSUMMARY\n\t=======\n\t\n\tSee Q900402 and Q900403.\n";
    articles.push(("Q900401.md".into(), cites.into()));
    articles.push((
        "Q900402.md".into(),
        b"# Oil the lid\n\nUse a brush.\n".into(),
    ));
    articles
}

fn site() -> Site {
    Site::packed_of_many(&many())
}

fn pack_of(site: &Site, name: &str) -> PathBuf {
    let table = fs::read_to_string(site.folder().join("pack/table.txt")).expect("a table");
    let first = kbguide::app::pack::pack_of(&table, name).expect("a table");
    site.folder()
        .join(kbguide::app::pack::file(first.expect("a pack")))
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn what_is_found_is_shown_with_its_lines_and_opened() {
    let site = Site::packed();
    let page = Page::open(&site, "/");
    page.settled();
    page.keys("#look", "mail queue relay grows");
    page.lists(".list .sel .no", &["mail-queue-growing"]);
    page.shows(".list .sel .sn .hit", "relay");
    page.press(Key::Enter);
    page.shows("#title", "Mail queue of a relay grows");
    assert_eq!(page.path(), "/index.html?article=mail-queue-growing");
    page.back();
    page.shows("#main h1", "for “mail queue relay grows”");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_guide_out_of_a_pack_asks_and_gives_the_steps() {
    let site = site();
    let page = Page::open(&site, "/#q=hinge123");
    page.lists(".list .sel .no", &["valve-123"]);
    page.shows(".list .sel .sn", "If valve 123 is stuck, oil its hinge123.");
    page.click(".list .sel a");
    page.shows("#question", "123");
    page.types("2"); // No
    page.shows("#plan", "Plan");
    page.shows(".step", "Open it.");
    page.reload();
    page.shows("#plan", "Plan");
    assert!(
        page.path().starts_with("/index.html?article=valve-123#"),
        "{}",
        page.path()
    );
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn the_address_of_a_page_leads_to_the_article_in_its_pack() {
    let site = site();
    let mut page = Page::open(&site, "/");
    page.expect_error("404");
    page.expect_error("Refused to apply style");
    page.go("/article/valve-140.html");
    page.shows("#title", "Valve 140");
    page.shows("#question", "140");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn words_in_quotes_are_looked_for_in_packs() {
    let site = site();
    let page = Page::open(&site, "/#q=%22oil%20its%20hinge111%22");
    page.lists("#main h1", &["1 article for “\"oil its hinge111\"”"]);
    page.lists(".list .no", &["valve-111"]);
    page.go("/404.html");
    page.go("/#q=%22its%20oil%20hinge111%22");
    page.shows(".msg", "No article has these words in this order.");
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn articles_that_it_names_have_their_titles() {
    for (site, path, address) in [
        (
            site(),
            "/index.html?article=Q900401",
            "/index.html?article=Q900402",
        ),
        (
            Site::with(&[("Q900401.md", &many()[50].1), ("Q900402.md", &many()[51].1)]),
            "/article/Q900401.html",
            "/article/Q900402.html",
        ),
    ] {
        let page = Page::open(&site, path);
        page.settled();
        page.lists(".cited li", &["Q900402 Oil the lid", "Q900403"]);
        page.click(".cited a");
        page.shows("#title", "Oil the lid");
        assert_eq!(page.path(), address);
    }
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn a_broken_pack_is_said_and_the_others_go_on() {
    let site = site();
    let (broken, other) = ("valve-101", "valve-149");
    let file = pack_of(&site, broken);
    assert_ne!(file, pack_of(&site, other));
    let name = file
        .strip_prefix(site.folder())
        .expect("below")
        .display()
        .to_string();
    let whole = fs::read(&file).expect("a pack");
    let mut page = Page::open(&site, "/404.html");
    page.expect_error("404");
    for (bytes, why) in [
        (
            Some(&whole[..whole.len() / 2]),
            "is damaged: its checksum does not fit",
        ),
        (
            Some(&b"<!doctype html>\n"[..]),
            "is no pack of articles, or of another version than the page; build the site anew",
        ),
        (None, "cannot be read: the server has no such file"),
    ] {
        match bytes {
            Some(bytes) => fs::write(&file, bytes).expect("a file"),
            None => fs::remove_file(&file).expect("deleted"),
        }
        page.go(&format!("/index.html?article={broken}"));
        page.shows(
            ".msg.fail b",
            &format!("Article “{broken}” could not be loaded."),
        );
        page.shows(".msg.fail p", &format!("Its pack, {name}, {why}."));
        page.go(&format!("/index.html?article={other}"));
        page.shows("#question", "149");
        page.go(&format!("/#q=%22oil%20its%20hinge{}%22", &broken[6..]));
        page.lists(".list .sel .no", &[broken]);
        page.shows(
            ".msg.fail p",
            &format!("cannot be read: its pack, {name}, {why}."),
        );
        page.go("/404.html");
        page.go(&format!("/#q=hinge{}", &broken[6..]));
        page.gone(".msg");
        page.shows(
            ".list .sel .sn",
            &format!("No line of it can be shown: its pack, {name}, {why}."),
        );
        page.go("/404.html");
        page.go(&format!("/#q=%22oil%20its%20hinge{}%22", &broken[6..]));
        page.shows(".msg.fail", "Try again");
        fs::write(&file, &whole).expect("a file");
        page.click_text(".msg .btn", "Try again");
        page.gone(".msg");
        page.shows(".list .sel .sn", "oil its hinge101.");
        page.go(&format!("/index.html?article={broken}"));
        page.shows("#question", "101");
    }
    fs::remove_file(site.folder().join("pack/table.txt")).expect("deleted");
    page.go(&format!("/index.html?article={other}"));
    page.shows(
        ".msg.fail p",
        "Its pack, pack/table.txt, cannot be read: the server has no such file.",
    );
    page.go("/#q=hinge149");
    page.lists(".list .sel .no", &[other]);
    page.shows(
        ".list .sel .sn",
        "No line of it can be shown: its pack, pack/table.txt, ",
    );
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn an_article_that_is_put_beside_the_packs() {
    let site = site();
    fs::create_dir_all(site.folder().join("article")).expect("a folder");
    let source = "# A new valve\n\n1. If it drips, turn it.\n";
    fs::write(site.folder().join("article/new-valve.md"), source).expect("a file");
    let mut page = Page::open(&site, "/index.html?article=new-valve");
    page.shows("#title", "A new valve");
    page.shows(".step", "turn it.");
    page.expect_error("404");
    page.go("/index.html?article=no-valve");
    page.shows(".msg", "No article “no-valve” here.");
}
