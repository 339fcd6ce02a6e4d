//! `kbguide find`, run as built over a site of the project's own articles.

use crate::run::{Ran, kbguide};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// A site of the project's articles, of this test's own.
struct Site(PathBuf);

impl Site {
    fn new(name: &str) -> Self {
        Self::with(name, "each")
    }

    /// A site with its articles in pages or in packs.
    fn with(name: &str, pages: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("find-{name}"));
        let _ = fs::remove_dir_all(&folder);
        let engine = folder.join("engine");
        fs::create_dir_all(&engine).expect("a folder");
        for name in [
            "kbguide.js",
            "kbguide_bg.wasm",
            "kbguide_lookup.js",
            "kbguide_lookup_bg.wasm",
        ] {
            fs::write(engine.join(name), "engine").expect("a file");
        }
        let site = Self(folder);
        let (to, engine) = (site.path("site"), site.path("engine"));
        let build = ["build", "kb", "-o", &to, "--engine", &engine, "--quiet"];
        let ran = kbguide(&[&build[..], &["--pages", pages]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        site
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    fn find(&self, arguments: &[&str]) -> Ran {
        let site = self.path("site");
        let mut all = vec!["find"];
        all.extend(arguments);
        all.extend(["--site", &site]);
        kbguide(&all)
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let mut all = arguments.to_vec();
        all.extend(["--format", "json"]);
        let ran = self.find(&all);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        serde_json::from_str(&ran.out).expect("JSON")
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn ids(value: &Value) -> Vec<&str> {
    let results = value["results"].as_array().expect("results");
    let ids = results.iter().map(|one| one["id"].as_str());
    ids.map(|id| id.expect("an id")).collect()
}

#[test]
fn json_has_results_and_missing_words_and_nothing_else() {
    let site = Site::new("json");
    let found = site.json(&["retiring", "connector", "xyzzy"]);
    let keys: Vec<&String> = found.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["missing", "results"]);
    assert_eq!(found["missing"], json!(["xyzzy"]));
    let first = &found["results"][0];
    let keys: Vec<&String> = first.as_object().expect("an object").keys().collect();
    assert_eq!(keys, ["id", "score", "title"]);
    assert_eq!(first["id"], "Q285090");
    assert!(first["score"].as_f64().expect("a number") > 0.0);
    let nothing = site.json(&["xyzzy"]);
    assert_eq!(nothing, json!({"results": [], "missing": ["xyzzy"]}));
}

#[test]
fn the_same_ranking_as_on_the_page() {
    let site = Site::new("ranking");
    let table: &[(&[&str], &str)] = &[
        (&["Q900004"], "Q900004"),
        (&["900004"], "Q900004"),
        (&["mail-queue-growing"], "mail-queue-growing"),
        (&["moving print spool folder"], "Q900004"),
        (&["pritn jobs deleted"], "Q900002"),
        (&["\"mail queue\""], "mail-queue-growing"),
    ];
    for (words, first) in table {
        assert_eq!(ids(&site.json(words)).first(), Some(first), "{words:?}");
    }
    let read = site.json(&["server", "--class", "read"]);
    assert_eq!(ids(&read), ["Q900010"]);
    let product = site.json(&["mail", "--product", "nt4"]);
    assert!(!ids(&product).contains(&"mail-queue-growing"));
    assert_eq!(ids(&site.json(&["server", "--count", "2"])).len(), 2);
}

#[test]
fn text_says_what_was_found_and_what_was_not() {
    let site = Site::new("text");
    let ran = site.find(&["retiring connector"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], "Q285090  XFOR: Retiring an Internet Mail Service");
    assert!(lines[1].starts_with("    guide, "), "{}", lines[1]);
    let ran = site.find(&["retirnig", "xyzzy"]);
    assert!(
        ran.out
            .contains("\nLooked for “retiring” in place of “retirnig”\n"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.ends_with("\nIn no article: retirnig, xyzzy\n"),
        "{}",
        ran.out
    );
    let ran = site.find(&["xyzzy"]);
    assert_eq!(
        ran.out,
        "No article has any of these words\nIn no article: xyzzy\n"
    );
}

#[test]
fn what_is_broken_is_said_and_the_rest_answers() {
    let site = Site::new("broken");
    let lookup = site.0.join("site/lookup");
    let names = fs::read_dir(&lookup)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name());
    let mut terms: Vec<String> = names
        .map(|name| name.to_string_lossy().into_owned())
        .filter(|name| name.starts_with('t'))
        .collect();
    terms.sort();
    let (first, last) = (&terms[0], &terms[terms.len() - 1]);
    assert_ne!(first, last);
    fs::write(lookup.join(last), "KBLU").expect("a file");
    let ran = site.find(&["Q285090 retiring the"]);
    let said = format!("lookup/{last} cannot be read: it is damaged: its checksum does not fit\n");
    assert!(ran.err.is_empty() || ran.err == said, "{}", ran.err);
    assert!(ran.out.starts_with("Q285090"), "{}", ran.out);
    let ran = site.find(&["zone"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, said.as_str()));

    fs::remove_file(lookup.join("root.bin")).expect("a file");
    let ran = site.find(&["mail"]);
    let error = format!(
        "kbguide: {} cannot be read: No such file or directory (os error 2); a site is made with: kbguide build KB-DIR -o SITE\n",
        site.path("site/lookup/root.bin")
    );
    assert_eq!((ran.code, ran.out.as_str(), ran.err), (1, "", error));
}

/// Lines of articles and words in quotes are read from packs as they are from files; a broken pack is said, and the rest answers.
#[test]
fn a_packed_site_answers_like_one_with_pages() {
    let each = Site::new("each");
    let packed = Site::with("packed", "packed");
    for words in [
        "mail queue of a relay",
        "\"mail queue\"",
        "\"queue of the mail\"",
        "\"in the queue\" relay",
    ] {
        let (one, other) = (each.find(&[words]), packed.find(&[words]));
        assert_eq!((one.code, one.err.as_str()), (0, ""), "{words}");
        assert_eq!((other.code, other.out, other.err), (0, one.out, one.err));
    }
    assert!(
        packed
            .find(&["relay"])
            .out
            .contains("queue of a Postfix relay")
    );
    for name in fs::read_dir(packed.0.join("site/pack")).expect("packs") {
        let path = name.expect("a file").path();
        if path.extension().is_some_and(|ending| ending == "pack") {
            let bytes = fs::read(&path).expect("a pack");
            fs::write(&path, &bytes[..bytes.len() - 1]).expect("a file");
        }
    }
    let words = "\"in the queue\" relay";
    let title = "mail-queue-growing  Mail queue of a relay grows\n    guide, ";
    for words in [words, "relay"] {
        let ran = packed.find(&[words]);
        assert!(ran.code == 0 && ran.out.contains(title), "{}", ran.out);
        let mut said = ran.err.lines();
        let said = said.find(|line| line.starts_with("article/mail-queue-growing.md "));
        let said =
            said.and_then(|line| line.strip_suffix(".pack, is damaged: its checksum does not fit"));
        let start = "article/mail-queue-growing.md cannot be read: its pack, pack/";
        assert!(
            said.is_some_and(|said| said.starts_with(start)),
            "{words}: {}",
            ran.err
        );
        assert_eq!(ran.err.matches("mail-queue-growing.md").count(), 1);
    }
    packed.json(&["relay"]); // which says nothing: it needs no line
    fs::write(packed.0.join("site/pack/table.txt"), "<!doctype html>").expect("a file");
    let ran = packed.find(&[words]);
    let said = "cannot be read: its pack, pack/table.txt, is no pack of articles, or of another version than the page; \
        build the site anew\n";
    assert!(ran.code == 0 && ran.err.contains(said), "{}", ran.err);
}

#[test]
fn markdown_is_shown_as_it_is_read() {
    let site = Site::new("signs");
    let ran = site.find(&["deferred messages of one domain qshape"]);
    assert!(ran.out.contains("mail-queue-growing"), "{}", ran.out);
    for sign in ["**", "](", "`", "| ---", "{"] {
        assert!(!ran.out.contains(sign), "{sign} in {}", ran.out);
    }
}
