//! `kbguide build` over a site that is there: what it leaves as it is, and what it does when it was killed.

use crate::build_desk::Desk;
use crate::run::command;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime};

/// Every file below a folder, each with what `read` says of it.
fn all<T>(folder: &Path, read: &dyn Fn(&Path) -> T) -> BTreeMap<String, T> {
    let mut all = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("a folder") {
            let path = entry.expect("an entry").path();
            match path.is_dir() {
                true => open.push(path),
                false => {
                    let name = path
                        .strip_prefix(folder)
                        .expect("below")
                        .display()
                        .to_string();
                    all.insert(name, read(&path));
                }
            }
        }
    }
    all
}

fn times(desk: &Desk) -> BTreeMap<String, SystemTime> {
    let time = |path: &Path| {
        fs::metadata(path)
            .and_then(|about| about.modified())
            .expect("a time")
    };
    let mut times = all(&desk.0.join("site"), &time);
    times.remove(".kbguide/lock"); // every build says there that it builds
    times
}

fn bytes(desk: &Desk, site: &str) -> BTreeMap<String, Vec<u8>> {
    all(&desk.0.join(site), &|path| fs::read(path).expect("a file"))
}

/// The files that are other than they were, and those that are gone.
fn changed(desk: &Desk, more: &[&str], before: &BTreeMap<String, SystemTime>) -> Vec<String> {
    let ran = desk.build(more);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let after = times(desk);
    // The index has names with checksums; that it is another one shows in its root.
    let shard = |name: &str| name.starts_with("lookup/") && name != "lookup/root.bin";
    let other = after
        .iter()
        .filter(|(name, time)| before.get(*name) != Some(time));
    let gone = before
        .keys()
        .filter(|name| !after.contains_key(*name) && !shard(name));
    other
        .filter(|(name, _)| !shard(name))
        .map(|(name, _)| name.clone())
        .chain(gone.map(|name| format!("-{name}")))
        .collect()
}

#[test]
fn nothing_changed_rewrites_nothing() {
    let desk = Desk::new("again");
    desk.build(&[]);
    let before = times(&desk);
    assert_eq!(changed(&desk, &[], &before), [""; 0]);
    let ran = desk.build(&["--format", "json"]);
    let said: Value = serde_json::from_str(&ran.out).expect("JSON");
    let counts = ["written", "unchanged", "deleted"].map(|name| said[name].as_u64());
    assert_eq!(counts, [Some(0), Some(19), Some(0)]);
}

/// A file that was only touched is read; what comes of it is the same, so only what is known of it is written.
#[test]
fn a_touched_article() {
    let desk = Desk::new("touched");
    desk.build(&[]);
    let before = times(&desk);
    let file = fs::File::options()
        .append(true)
        .open(desk.0.join("kb/open.md"));
    file.and_then(|file| file.set_modified(SystemTime::UNIX_EPOCH))
        .expect("a time");
    assert_eq!(changed(&desk, &[], &before), [".kbguide/articles"]);
}

#[test]
fn one_article_changed() {
    let desk = Desk::new("one");
    desk.put("kb/third.md", "# Paint the box\n\nPaint the lid.\n");
    desk.build(&[]);
    let before = times(&desk);
    desk.put(
        "kb/open.md",
        "# Open the box\n\n1. If the box is locked, unlock it.\n2. Open the lid.\n",
    );
    let wanted = [
        ".kbguide/articles",
        ".kbguide/digests",
        "article/open.html",
        "article/open.md",
        "kbguide-manifest.json",
        "lookup/root.bin",
    ];
    assert_eq!(changed(&desk, &[], &before), wanted);
    let before = times(&desk);
    desk.put(
        "kb/open.md",
        "# Open a box\n\n1. If the box is locked, unlock it.\n2. Open the lid.\n",
    );
    let wanted = [
        ".kbguide/articles",
        ".kbguide/digests",
        "article/open.html",
        "article/open.md",
        "index.html",
        "kbguide-manifest.json",
        "lookup/root.bin",
    ];
    assert_eq!(changed(&desk, &[], &before), wanted);
}

/// A page that somebody has deleted or cut short is made again.
#[test]
fn a_page_that_is_gone() {
    let desk = Desk::new("healed");
    desk.build(&[]);
    let before = bytes(&desk, "site");
    fs::remove_file(desk.0.join("site/article/open.html")).expect("deleted");
    desk.put("site/article/Q900301.md", "#");
    assert_eq!(desk.build(&[]).code, 0);
    assert!(bytes(&desk, "site") == before);
}

/// What is wrong with an article is said each time, whether it was read or not.
#[test]
fn complaints_are_said_again() {
    let desk = Desk::new("complaints");
    desk.put("kb/bad.md", "");
    desk.put("kb/wrong.md", "---\ntitle: Box\nwrong\n---\n\nOpen it.\n");
    let first = desk.build(&["--quiet"]);
    for said in [
        "kb/bad.md: the article is empty;",
        "kb/wrong.md:3:1: “wrong” is no front matter field; write it as name: value\n",
    ] {
        assert!(first.err.contains(said), "{}", first.err);
    }
    assert_eq!(desk.build(&["--quiet"]).err, first.err);
    desk.fails(
        &["--strict"],
        "3 things are wrong with the articles, and --strict was given; the site is as it was",
    );
}

/// The archive's articles cite one another by number: a link is there when the other article is.
#[test]
fn links_come_and_go_with_the_article_that_is_cited() {
    let desk = Desk::new("cited");
    let article = |id: &str, text: &str| {
        format!(
            "## {id}: Close the Box\n\n\tArticle: {id}\n\tProduct(s): Acme\n\tLast Modified: 05-JUL-2000\n\t\n\
             \tSUMMARY\n\t=======\n\t\n\t{text}\n"
        )
    };
    desk.put(
        "kb/Q900302.txt",
        &article("Q900302", "See the article Q900303."),
    );
    desk.build(&[]);
    let link = "<a href=\"Q900303.html\">Q900303 Close";
    assert!(!desk.read("site/article/Q900302.html").contains(link));
    assert!(
        desk.read("site/article/Q900302.html")
            .contains("<li>Q900303</li>")
    );
    desk.put("kb/Q900303.txt", "# Close\n\nClose it.\n");
    desk.build(&[]);
    assert!(desk.read("site/article/Q900302.html").contains(link));
    // A name that only the article itself says is known when it was read.
    fs::remove_file(desk.0.join("kb/Q900303.txt")).expect("deleted");
    desk.put("kb/other.txt", &article("Q900303", "Close it."));
    desk.build(&[]);
    assert!(
        desk.read("site/article/Q900302.html").contains(link)
            && desk.has("site/article/Q900303.html")
    );
    fs::remove_file(desk.0.join("kb/other.txt")).expect("deleted");
    desk.build(&[]);
    assert!(!desk.read("site/article/Q900302.html").contains(link));
}

/// After each change the site has the bytes that a new one has, in pages and in packs: titles stand in other articles' pages.
#[test]
fn the_titles_of_other_articles() {
    let desk = Desk::new("titles");
    desk.put(
        "kb/Q900304.txt",
        "\tArticle: Q900304\n\tProduct(s): Acme\n\t\n\tSUMMARY\n\t=======\n\t\n\tSee Q900305 and Q900306.\n",
    );
    desk.put("kb/Q900305.md", "# Close the <lid>\n\nClose it.\n");
    let changes: [&dyn Fn(); 5] = [
        &|| {},
        &|| desk.put("kb/Q900305.md", "# Shut the lid\n\nClose it.\n"),
        &|| desk.put("kb/Q900306.md", "# Lock the lid\n\nLock it.\n"),
        &|| fs::remove_file(desk.0.join("kb/Q900305.md")).expect("deleted"),
        &|| desk.put("kb/Q900306.md", "# Lock the lid\n\nLock it twice.\n"),
    ];
    let wanted = [
        "Q900305 Close the <lid>\n",
        "Q900305 Shut the lid\n",
        "Q900305 Shut the lid\nQ900306 Lock the lid\n",
        "Q900306 Lock the lid\n",
        "Q900306 Lock the lid\n",
    ];
    for (at, (change, wanted)) in changes.iter().zip(wanted).enumerate() {
        change();
        for (pages, site) in [("each", "site-each"), ("packed", "site-packed")] {
            let new = format!("new-{pages}-{at}");
            for site in [site, new.as_str()] {
                let (kb, to, engine) = (desk.path("kb"), desk.path(site), desk.path("engine"));
                let build = ["build", &kb, "-o", &to, "--engine", &engine, "--quiet"];
                let ran = crate::run::kbguide(&[&build[..], &["--pages", pages]].concat());
                assert_eq!((ran.code, ran.err.as_str()), (0, ""));
            }
            assert!(bytes(&desk, site) == bytes(&desk, &new), "{pages} {at}");
        }
        let page = desk.read("site-each/article/Q900304.html");
        let list = page.replace("&lt;", "<").replace("&gt;", ">");
        for line in wanted.lines() {
            assert!(list.contains(&format!(">{line}</a>")), "{at}: {list}");
        }
        assert_eq!(list.matches("</a></li>").count(), wanted.lines().count());
        let pack = fs::read(desk.0.join("site-packed/pack/Q900301.pack")).expect("a pack");
        let found = kbguide::app::pack::find(&pack, "Q900304").expect("a whole pack");
        assert_eq!(found.expect("an article").named, wanted);
    }
}

#[test]
fn whole_addresses_need_the_address_of_the_site() {
    let desk = Desk::new("base");
    desk.build(&[]);
    assert!(!desk.has("site/sitemap.xml") && !desk.has("site/opensearch.xml"));
    assert_eq!(
        desk.build(&["--base-url", "https://kb.example.com"]).code,
        0
    );
    let map = desk.read("site/sitemap.xml");
    assert!(
        map.contains("<loc>https://kb.example.com/article/open.html</loc>"),
        "{map}"
    );
    assert!(
        desk.read("site/opensearch.xml")
            .contains("\"https://kb.example.com/index.html?q={searchTerms}\"")
    );
    let own = "<link rel=\"canonical\" href=\"https://kb.example.com/article/open.html\">";
    assert!(desk.read("site/article/open.html").contains(own));
    let ran = desk.build(&["--base-url", "kb"]);
    let said = "kbguide: “kb” is no address of a site; write it as https://kb.example.com/ or https://example.com/kb/\n";
    assert_eq!((ran.code, ran.err.as_str()), (2, said));
}

/// Articles enough for a build to take a moment.
fn many(desk: &Desk, verb: &str) {
    for at in 0..600 {
        let text = format!(
            "# {verb} box {at}\n\n1. If box {at} is locked, unlock it.\n2. {verb} it.\n\n{}",
            "If the lid is stuck, pull harder. ".repeat(20)
        );
        desk.put(&format!("kb/box-{at}.md"), &text);
    }
}

#[test]
fn the_number_of_threads_makes_no_difference() {
    let desk = Desk::new("threads");
    many(&desk, "Open");
    let (kb, engine) = (desk.path("kb"), desk.path("engine"));
    for threads in ["1", "2", "7"] {
        let site = desk.path(threads);
        let mut command = command(&["build", &kb, "-o", &site, "--engine", &engine, "--quiet"]);
        let ran = command
            .env("RAYON_NUM_THREADS", threads)
            .output()
            .expect("kbguide runs");
        assert!(ran.status.success());
    }
    let one = bytes(&desk, "1");
    assert!(one.len() > 1200 && bytes(&desk, "2") == one && bytes(&desk, "7") == one);
}

/// Killed at many moments of its run: a visitor sees the old site or, once it has begun to be put into its place, what the next
/// build completes.
#[test]
fn a_killed_build() {
    let desk = Desk::new("killed");
    many(&desk, "Open");
    assert_eq!(desk.build(&["--quiet"]).code, 0);
    let old = bytes(&desk, "site");
    many(&desk, "Close");
    let start = Instant::now();
    let (kb, engine, site, whole) = (
        desk.path("kb"),
        desk.path("engine"),
        desk.path("site"),
        desk.path("whole"),
    );
    let build = |site: &str| command(&["build", &kb, "-o", site, "--engine", &engine, "--quiet"]);
    assert!(build(&whole).status().expect("kbguide runs").success());
    let took = start.elapsed();
    let new = bytes(&desk, "whole");
    let mut as_before = 0;
    for part in 1..10 {
        let mut child = build(&site)
            .stdin(Stdio::null())
            .spawn()
            .expect("kbguide runs");
        std::thread::sleep((took * part / 10).max(Duration::from_millis(1)));
        child.kill().expect("killed or done");
        child.wait().expect("an end");
        let mut seen = bytes(&desk, "site");
        let began = seen.contains_key(".kbguide/journal.json")
            || seen.contains_key("article/box-0.html")
                && seen["article/box-0.html"] != old["article/box-0.html"];
        seen.retain(|name, _| !name.starts_with(".kbguide/"));
        if began {
            break;
        }
        as_before += 1;
        assert!(
            seen.iter()
                .all(|(name, bytes)| old.get(name) == Some(bytes)),
            "part {part}"
        );
        let own = |name: &&String| name.starts_with(".kbguide/");
        assert_eq!(seen.len(), old.len() - old.keys().filter(own).count());
    }
    assert!(as_before > 0);
    assert!(build(&site).status().expect("kbguide runs").success());
    assert!(bytes(&desk, "site") == new);
}
