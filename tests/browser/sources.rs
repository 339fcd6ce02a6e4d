//! Every line of a guide leads to its words: each source link of each of the project's own articles is pressed, and
//! what the article then shows as marked is compared with what the native engine says stands there.

use crate::harness::{Page, Site};
use kbguide::document::{Format, read};
use kbguide::extract::{Place, Purpose};
use kbguide::guide::{Answer, Guide};
use kbguide::interview::{Answers, replay};
use kbguide::span::Span;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Presses every link of every question and of the plan, not sure being the answer to all; gives the links' actions,
/// each with the text that is marked then. Texts of one line are joined as they are, those of several with a blank.
const PRESS: &str = "
    const line = node => node.closest('p, li, pre, td, th, h2, h3, h4');
    const marked = () => [...document.querySelectorAll('.art mark')].reduce(
        ([text, last], mark) => [text + (line(mark) === last ? '' : ' ') + mark.textContent, line(mark)], ['', null])[0];
    const seen = [];
    const press = area => {
        const links = [...document.querySelectorAll(area + ' [data-action^=\"source:\"]')];
        for (const action of new Set(links.map(link => link.dataset.action))) {
            document.querySelector(`${area} [data-action=\"${action}\"]`).click();
            seen.push([action, marked()]);
        }
    };
    for (let asked = 0; asked < 100 && document.querySelector('#question'); asked++) {
        press('.q');
        document.querySelector('.q [data-action$=\":unknown\"]').click();
    }
    press('.plan');
    return seen;";

/// A text with its blanks folded.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words at a place as a reader sees them: without the label of a warning, which stands in front of it in the
/// article too, and in Markdown without the signs of its markup.
fn words(guide: &Guide, span: Span) -> String {
    let words = span.slice(&guide.document.source);
    let words = without_label(guide, span, words);
    match guide.document.format {
        Format::Markdown => folded(&plain(words)),
        _ => folded(words),
    }
}

fn without_label<'a>(guide: &Guide, span: Span, words: &'a str) -> &'a str {
    let mut warnings = guide.extraction.warnings.iter();
    let label = warnings.find_map(|one| one.label.as_deref().filter(|_| one.place.span == span));
    let begins = |label: &str| {
        words
            .get(..label.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(label))
    };
    match label.filter(|label| begins(label)) {
        Some(label) => {
            words[label.len()..].trim_start_matches([':', ']', '*', '>', ' ', '\n', '\t'])
        }
        None => words,
    }
}

/// Markdown of the project's own articles without the signs of code, emphasis, links and quotations.
fn plain(markdown: &str) -> String {
    let lines = markdown
        .lines()
        .map(|line| line.trim_start().trim_start_matches("> "));
    let mut rest = lines
        .collect::<Vec<_>>()
        .join("\n")
        .replace(['`', '*', '['], "");
    while let Some((before, (_, after))) = rest
        .split_once("](")
        .and_then(|(before, link)| Some((before, link.split_once(')')?)))
    {
        rest = format!("{before}{after}");
    }
    rest
}

#[test]
fn markup_is_not_what_a_reader_sees() {
    let table = [
        ("run `df -i` and *look*", "run df -i and look"),
        ("see [one](#a) or\n> [two](b.md)", "see one or\ntwo"),
        ("(nothing)", "(nothing)"),
    ];
    for (markdown, text) in table {
        assert_eq!(plain(markdown), text);
    }
}

/// A name of an article's file and its guide.
fn guides() -> Vec<(String, Guide)> {
    let kb = Path::new(env!("CARGO_MANIFEST_DIR")).join("kb");
    let entries = std::fs::read_dir(kb).expect("the folder is there");
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("the entry can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    paths.sort();
    let guide = |path: &Path| {
        let name = path.file_stem().expect("a name").to_string_lossy();
        let bytes = std::fs::read(path).expect("the article can be read");
        (name.to_string(), Guide::new(read(&name, &bytes)))
    };
    paths.iter().map(|path| guide(path)).collect()
}

/// The places that a guide must lead to: its questions, the steps that help, its advice, its warnings.
fn places(guide: &Guide) -> BTreeSet<Span> {
    let extraction = &guide.extraction;
    let unsure = guide.questions.iter();
    let unsure: Answers = unsure
        .map(|question| (question.id.clone(), Answer::Unknown))
        .collect();
    let asked = replay(guide, &unsure).path;
    let helps = |step: &usize| {
        let procedure = extraction.procedures.get(*step);
        procedure.is_some_and(|procedure| procedure.purpose == Purpose::Do)
    };
    let mut places: Vec<&Place> = Vec::new();
    places.extend(
        asked
            .iter()
            .flat_map(|index| &guide.questions[*index].sources),
    );
    let steps = extraction.steps.iter();
    places.extend(
        steps
            .filter(|step| helps(&step.procedure))
            .map(|step| &step.place),
    );
    places.extend(
        extraction
            .advice
            .iter()
            .filter(|advice| !advice.noted)
            .map(|advice| &advice.place),
    );
    let warnings = extraction.warnings.iter();
    places.extend(warnings.map(|warning| &warning.place));
    places.into_iter().map(|place| place.span).collect()
}

/// What the page showed as marked, for each link that was pressed.
fn pressed(page: &Page) -> BTreeMap<Span, String> {
    let seen = page.script(PRESS, vec![]);
    let seen = seen.as_array().expect("a list").iter();
    seen.map(|pair| {
        (
            span(&pair[0]),
            pair[1].as_str().unwrap_or_default().to_owned(),
        )
    })
    .collect()
}

/// `source:120-180`
fn span(action: &Value) -> Span {
    let numbers = action
        .as_str()
        .and_then(|action| action.strip_prefix("source:"));
    let (start, end) = numbers
        .and_then(|numbers| numbers.split_once('-'))
        .expect("a span");
    let number = |text: &str| text.parse().expect("a number");
    Span::new(number(start), number(end))
}

#[test]
#[ignore = "needs Chromium: cargo xtask test"]
fn every_source_link_marks_its_words_in_the_article() {
    let page = Page::open(Site::own(), "/");
    page.look(1280, 800, false); // wide enough for the article beside the guide
    let mut wrong = Vec::new();
    let mut links = 0;
    for (name, guide) in guides() {
        page.go(&format!("/article/{name}.html"));
        page.settled();
        let seen = pressed(&page);
        links += seen.len();
        for missing in places(&guide)
            .iter()
            .filter(|span| !seen.contains_key(span))
        {
            let words = folded(missing.slice(&guide.document.source));
            wrong.push(format!("{name}: nothing leads to {words:?} ({missing:?})"));
        }
        for (span, marked) in seen {
            let words = words(&guide, span);
            let marked = folded(&marked);
            if marked != words || marked.is_empty() {
                wrong.push(format!("{name}:\n  marked {marked:?}\n  source {words:?}"));
            }
        }
    }
    assert!(links > 100, "{links} links");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
