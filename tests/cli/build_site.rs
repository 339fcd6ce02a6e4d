//! `kbguide build`, run as built: what it writes, what it leaves alone, what it refuses.

use crate::build_desk::Desk;
use crate::run::kbguide;
use serde_json::{Value, json};
use std::fs;

#[test]
fn a_site_of_two_articles() {
    let desk = Desk::new("two");
    let ran = desk.build(&[]);
    assert_eq!(ran.err, "Looking at 2 articles\nReading 2 articles\n");
    let summary = format!(
        "{}: 2 articles, 1 with steps, 1 with advice, 0 to read\n19 files written, 0 unchanged, 0 deleted\n",
        desk.path("site")
    );
    assert_eq!((ran.code, ran.out), (0, summary));
    let source = desk.read("kb/open.md");
    assert_eq!(desk.read("site/article/open.md"), source);
    assert!(desk.read("site/article/open.html").contains("unlock it"));
    assert!(
        desk.read("site/index.html")
            .contains("article/Q900301.html")
    );
    let manifest: Value =
        serde_json::from_str(&desk.read("site/kbguide-manifest.json")).expect("JSON");
    let files: Vec<_> = manifest["files"]
        .as_array()
        .expect("files")
        .iter()
        .map(|name| name.as_str().expect("a name"))
        .collect();
    // The names of the index's files have their checksums in them.
    let (lookup, files): (Vec<&str>, Vec<&str>) =
        files.iter().partition(|name| name.starts_with("lookup/"));
    let kinds: Vec<&str> = lookup.iter().map(|name| &name[..8]).collect();
    assert_eq!(
        kinds,
        ["lookup/a", "lookup/e", "lookup/r", "lookup/s", "lookup/t"]
    );
    assert!(lookup.iter().all(|name| desk.has(&format!("site/{name}"))));
    assert_eq!(
        files,
        [
            ".kbguide/articles",
            ".kbguide/digests",
            "404.html",
            "app.js",
            "article/Q900301.html",
            "article/Q900301.md",
            "article/open.html",
            "article/open.md",
            "index.html",
            "kbguide.css",
            "kbguide.js",
            "kbguide_bg.wasm",
            "kbguide_lookup.js",
            "kbguide_lookup_bg.wasm"
        ]
    );
    assert!(files.iter().all(|name| desk.has(&format!("site/{name}"))));
}

#[test]
fn the_summary_as_json_and_nothing_at_all() {
    let desk = Desk::new("summary");
    desk.put("kb/bad.md", "x\n");
    let ran = desk.build(&["--format", "json"]);
    let mut found: Value = serde_json::from_str(&ran.out).expect("JSON");
    let seconds = found["seconds"].take().as_f64().expect("a number");
    assert!((0.0..60.0).contains(&seconds), "{seconds}");
    let index = found["index"].take();
    assert!(
        index["files"].as_u64() > Some(3) && index["bytes"].as_u64() > Some(100),
        "{index}"
    );
    let bad = format!(
        "{}: no header and no heading; the file's name stands for the number and the title",
        desk.path("kb/bad.md")
    );
    assert_eq!(ran.err, format!("{bad}\n"));
    assert_eq!(
        found,
        json!({
            "site": desk.path("site"),
            "articles": 3,
            "classes": {"advice": 1, "guide": 1, "read": 1},
            "written": 21,
            "index": null,
            "unchanged": 0,
            "deleted": 0,
            "seconds": null,
            "diagnostics": [bad],
        })
    );
    let quiet = desk.build(&["--quiet"]);
    assert_eq!(
        (quiet.code, quiet.out.as_str(), quiet.err),
        (0, "", format!("{bad}\n"))
    );
}

#[test]
fn the_same_articles_give_the_same_bytes() {
    let desk = Desk::new("same");
    let all = |desk: &Desk| {
        let manifest = desk.read("site/kbguide-manifest.json");
        let value: Value = serde_json::from_str(&manifest).expect("JSON");
        let files = value["files"].as_array().expect("files").clone();
        let bytes = |name: &str| fs::read(desk.0.join("site").join(name)).expect("a file");
        let texts = files
            .iter()
            .map(|name| bytes(name.as_str().expect("a name")));
        (manifest.clone(), texts.collect::<Vec<_>>())
    };
    desk.build(&[]);
    let first = all(&desk);
    desk.build(&[]);
    assert_eq!(all(&desk), first);
}

/// An article that is gone leaves the site; what somebody else put there stays.
#[test]
fn only_its_own_files_are_deleted() {
    let desk = Desk::new("gone");
    assert_eq!(desk.build(&[]).code, 0);
    desk.put("site/article/dropped.md", "# Put there by hand\n");
    fs::remove_file(desk.0.join("kb/open.md")).expect("deleted");
    assert_eq!(desk.build(&[]).code, 0);
    assert!(!desk.has("site/article/open.html") && !desk.has("site/article/open.md"));
    assert_eq!(
        desk.read("site/article/dropped.md"),
        "# Put there by hand\n"
    );
    desk.put("kb/dropped.md", "# Of the same name\n");
    desk.fails(
        &[],
        "DESK/site/article/dropped.md is in the way: kbguide has not written it and does not overwrite it",
    );
    assert_eq!(
        desk.read("site/article/dropped.md"),
        "# Put there by hand\n"
    );
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let desk = Desk::new("foreign");
    desk.put("site/letter.txt", "mine");
    desk.fails(
        &[],
        "DESK/site holds files that kbguide has not written (it has no kbguide-manifest.json); \
         name a new or an empty folder",
    );
    desk.put(
        "site/kbguide-manifest.json",
        "{\"files\":[\"../kb/open.md\"]}",
    );
    desk.fails(
        &[],
        "DESK/site/kbguide-manifest.json names “../kb/open.md”, which does not lie in the site; \
         delete the list or name a new folder",
    );
    assert!(desk.has("site/letter.txt") && desk.has("kb/open.md"));
    assert!(!desk.has("site/index.html"));
}

#[test]
fn two_articles_of_one_name() {
    let desk = Desk::new("twice");
    desk.put("kb/more/Open.md", "# Open the box\n");
    desk.fails(
        &[],
        "DESK/kb/more/Open.md and DESK/kb/open.md are both open. Rename one or leave it out",
    );
    assert!(!desk.has("site/index.html") && !desk.has("site/article"));
    assert!(!desk.has("site/.kbguide/next"));
}

#[test]
fn folders_that_are_not_there() {
    let desk = Desk::new("missing");
    fs::remove_dir_all(desk.0.join("kb")).expect("deleted");
    desk.fails(
        &[],
        "DESK/kb cannot be read: No such file or directory (os error 2)",
    );
    fs::create_dir_all(desk.0.join("kb")).expect("a folder");
    desk.fails(&[], "DESK/kb holds no article (.md or .txt)");
    fs::remove_file(desk.0.join("engine/kbguide_bg.wasm")).expect("deleted");
    desk.fails(
        &[],
        "DESK/engine holds no engine (kbguide_bg.wasm is missing); make it with: cargo xtask engine. \
         Where it lies elsewhere, name its folder with --engine",
    );
}

/// What is wrong with an article is said and does not stop it, unless that is asked for.
#[test]
fn a_broken_article_stops_it_only_where_that_is_asked() {
    let desk = Desk::new("strict");
    desk.put("kb/bad.md", "");
    desk.fails(
        &["--strict"],
        "2 things are wrong with the articles, and --strict was given; the site is as it was",
    );
    assert!(!desk.has("site/index.html") && !desk.has("site/article"));
    let ran = desk.build(&[]);
    assert_eq!(ran.code, 0);
    assert!(
        ran.err.contains("kb/bad.md: the article is empty;"),
        "{}",
        ran.err
    );
    assert!(desk.has("site/article/bad.html"));
}

/// A site that lies among its articles is no article itself.
#[test]
fn a_site_below_its_articles() {
    let desk = Desk::new("below");
    let (kb, site, engine) = (desk.path("kb"), desk.path("kb/site"), desk.path("engine"));
    let arguments = ["build", &kb, "-o", &site, "--engine", &engine, "--quiet"];
    assert_eq!(kbguide(&arguments).code, 0);
    let again = kbguide(&arguments);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
}

#[cfg(unix)]
#[test]
fn an_article_that_cannot_be_read_is_left_out() {
    let desk = Desk::new("link");
    std::os::unix::fs::symlink("nowhere", desk.0.join("kb/gone.md")).expect("a link");
    let ran = desk.build(&["--quiet"]);
    assert_eq!(ran.code, 0);
    let said = format!(
        "{} cannot be read: No such file or directory (os error 2)\n",
        desk.path("kb/gone.md")
    );
    assert_eq!(ran.err, said);
    assert!(!desk.has("site/article/gone.html"));
}
