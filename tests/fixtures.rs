//! Each fixture and each article of `kb/` beside what is expected of it: article → outline, compared with
//! `tests/fixtures/expected/NAME.json`. `UPDATE_EXPECT=1 cargo test --test fixtures` writes the expectations anew;
//! they are to be read against the article before they are committed.

use kbguide::document::read;
use kbguide::guide::Guide;
use kbguide::outline::outline;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

const HOW: &str =
    "read what has changed against the article, then: UPDATE_EXPECT=1 cargo test --test fixtures";

#[test]
fn each_article_gives_the_outline_that_is_expected() {
    let expected = folder("tests/fixtures/expected");
    fs::create_dir_all(&expected).expect("a folder");
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let articles = articles();
    let mut wrong = left_over(&articles, &expected);
    for (name, article) in &articles {
        let path = expected.join(format!("{name}.json"));
        let found = printed(name, article);
        if update {
            fs::write(&path, &found).expect("an expectation");
        } else {
            wrong.extend(difference(&path, &found));
        }
    }
    assert!(wrong.is_empty(), "{}\n\n{HOW}", wrong.join("\n\n"));
}

#[test]
fn every_question_is_one_that_a_person_asks() {
    for (name, article) in &articles() {
        let bytes = fs::read(article).expect("an article");
        for question in Guide::new(read(name, &bytes)).questions {
            let text = question.text;
            assert!(text.ends_with('?'), "{name}: {text}");
            assert!(!text.contains("it the case that"), "{name}: {text}");
        }
    }
}

/// Expectations without an article: they test nothing.
fn left_over(articles: &BTreeMap<String, PathBuf>, expected: &Path) -> Vec<String> {
    let paths = files(expected, "json").into_iter();
    let alone = paths.filter(|path| !articles.contains_key(&stem(path)));
    alone
        .map(|path| format!("{} has no article: delete it", path.display()))
        .collect()
}

/// The articles by their names.
fn articles() -> BTreeMap<String, PathBuf> {
    let mut articles = BTreeMap::new();
    for path in ["kb", "tests/fixtures"]
        .iter()
        .flat_map(|name| files(&folder(name), "md"))
    {
        let name = stem(&path);
        if name != "README" {
            let other = articles.insert(name, path);
            assert_eq!(other, None, "two articles of one name");
        }
    }
    articles
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect()
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .expect("a name")
        .to_string_lossy()
        .into_owned()
}

/// The outline over several lines, without the spans: a word more would change all that follow it.
fn printed(name: &str, article: &Path) -> String {
    let bytes = fs::read(article).expect("an article");
    let guide = Guide::new(read(name, &bytes));
    let mut value = serde_json::to_value(outline(&guide)).expect("JSON");
    without_spans(&mut value);
    serde_json::to_string_pretty(&value).expect("JSON") + "\n"
}

fn without_spans(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("span");
            fields.values_mut().for_each(without_spans);
        }
        Value::Array(values) => values.iter_mut().for_each(without_spans),
        _ => {}
    }
}

/// The first lines that differ from the expectation.
fn difference(path: &Path, found: &str) -> Option<String> {
    let name = path.display();
    let Ok(expected) = fs::read_to_string(path) else {
        return Some(format!("{name} is missing"));
    };
    if expected == found {
        return None;
    }
    let same = |(one, other): &(&str, &str)| one == other;
    let at = expected.lines().zip(found.lines()).take_while(same).count();
    let from = |text: &str| {
        text.lines()
            .skip(at)
            .take(4)
            .collect::<Vec<_>>()
            .join("\n    ")
    };
    let line = at + 1;
    let (expected, found) = (from(&expected), from(found));
    Some(format!(
        "{name}:{line}\n  expected:\n    {expected}\n  found:\n    {found}"
    ))
}
