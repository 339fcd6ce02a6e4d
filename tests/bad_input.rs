//! What is no article at all: each gives a document, a guide and a plan, says what is wrong, and is quick.

use kbguide::document::{Document, read};
use kbguide::guide::Guide;
use kbguide::guide::check::check;
use kbguide::interview::{Answers, replay};
use kbguide::outline::{outline, plan_outline};
use kbguide::plan::plan;
use kbguide::print;
use std::fmt::Write;

/// What is said of an article that has neither header nor heading.
const NO_HEADER: &str =
    "x: no header and no heading; the file's name stands for the number and the title";

/// Runs an article through every stage to what is printed; gives the guide and what is wrong with its source.
fn run(bytes: &[u8]) -> (Guide, Vec<String>) {
    let guide = Guide::new(read("x", bytes));
    assert_eq!(check(&guide), []);
    let answers = Answers::new();
    replay(&guide, &answers);
    let plan = plan(&guide, &answers);
    serde_json::to_string(&plan_outline(&guide, &plan)).expect("JSON");
    serde_json::to_string(&outline(&guide)).expect("JSON");
    print::text(&print::plan(&guide, &answers, &plan), 80);
    print::markdown(&print::outline(&outline(&guide)));
    let said = said(&guide.document);
    (guide, said)
}

fn said(document: &Document) -> Vec<String> {
    let found = document.diagnostics.iter();
    found
        .map(|found| found.render("x", &document.source))
        .collect()
}

#[test]
fn each_says_what_is_wrong() {
    let empty = "x: the article is empty; check that the file was copied whole";
    let binary = "x: this is not a text file; save the article as plain text or Markdown";
    let utf8 = "x: 3 places are not valid UTF-8, read as \u{FFFD}; save the article as UTF-8";
    let field = "x:3:1: “nonsense” is no front matter field; write it as name: value";
    let open = "x:1:1: “---” is no front matter field; write it as name: value";
    let table: &[(&[u8], &[&str])] = &[
        (b"", &[empty, NO_HEADER]),
        (b"\xEF\xBB\xBF \r\n\t\n", &[empty, NO_HEADER]),
        (b"\x7FELF\x02\0\0\xFF\xFE\0\x80", &[utf8, binary, NO_HEADER]),
        (b"# Caf\xE9\n\n1. Open the \xE9t\xE9.\n", &[utf8]),
        (b"1. Open the box.\n2. Close it.\n", &[NO_HEADER]),
        (b"---\ntitle: A\nnonsense\n---\n\n# A\n", &[field]),
        (b"---\ntitle: [\n\n# A\n", &[open]),
    ];
    for (bytes, expected) in table {
        let (_, said) = run(bytes);
        assert_eq!(said, *expected, "{}", String::from_utf8_lossy(bytes));
    }
}

/// Longer than any article.
#[test]
fn a_line_of_twenty_megabytes() {
    let line = "x".repeat(20 << 20);
    let (guide, said) = run(line.as_bytes());
    assert_eq!(guide.document.source.len(), line.len());
    assert_eq!(said, [NO_HEADER]);
}

#[test]
fn a_line_of_ten_thousand_sentences() {
    let line = "If the light is red, stop the pump. ".repeat(10_000);
    let (guide, said) = run(line.as_bytes());
    assert_eq!(guide.extraction.conditions.len(), 10_000);
    assert_eq!(guide.questions.len(), 1, "all ask the same");
    assert_eq!(said, [NO_HEADER]);
}

const ARCHIVE: &str = "## Q900199: Deep

{% raw %}

\tArticle: Q900199
\tProduct(s): Boxes
\tLast Modified: 14-MAR-2001
\t
\tSUMMARY
\t=======
\t
";

/// Every item of lists nested a thousand deep is read, those too deep at the depth of the last.
#[test]
fn lists_nested_a_thousand_deep() {
    let too_deep = "nested more than 32 deep; what is deeper is read at this depth";
    for (head, start, mark) in [
        (ARCHIVE, "\t", "1."),
        (ARCHIVE, "\t", "-"),
        ("# Deep\n\n", "", "1."),
        ("# Deep\n\n", "", "*"),
    ] {
        let mut article = head.to_string();
        for depth in 0..1000 {
            let indent = "   ".repeat(depth);
            let _ = write!(
                article,
                "{start}{indent}{mark} Open box b{depth}.\n{start}\n"
            );
        }
        let (guide, said) = run(article.as_bytes());
        let deep = |line: &&String| line.ends_with(too_deep);
        assert_eq!(said.iter().filter(deep).count(), 1, "{mark}: {said:?}");
        let all = uncovered(&guide);
        assert_eq!(all.trim_start_matches("{% raw %}\n"), "", "{mark}");
    }
}

/// The lines that the document accounts for nowhere.
fn uncovered(guide: &Guide) -> String {
    let source = &guide.document.source;
    let lines = kbguide::document::uncovered_lines(&guide.document);
    lines.iter().map(|line| line.slice(source)).collect()
}

#[test]
fn quotations_nested_a_thousand_deep() {
    let article = format!("# Deep\n\n{}Open the box.\n", "> ".repeat(1000));
    let (_, said) = run(article.as_bytes());
    assert_eq!(
        said,
        ["x:3:65: nested more than 32 deep; what is deeper is read at this depth"]
    );
}

/// Markup in an article is text in whatever is printed: a ticket shows it, nothing runs it.
#[test]
fn hostile_markup_stays_text() {
    let hostile = "# <script>alert(1)</script>\n\n\
                   1. Open `<img src=x onerror=alert(1)>` now.\n\
                   2. Click [here](javascript:alert(1)), then type {{ 7*7 }} {% raw %}.\n";
    let (guide, said) = run(hostile.as_bytes());
    assert_eq!(said, [""; 0]);
    let plan = plan(&guide, &Answers::new());
    let ticket = print::markdown(&print::plan(&guide, &Answers::new(), &plan));
    for (at, _) in ticket.match_indices('<') {
        assert!(ticket[..at].ends_with('\\'), "a bare < in:\n{ticket}");
    }
    assert!(
        !ticket.contains("](") && !ticket.contains("javascript:"),
        "{ticket}"
    );
    let text = print::text(&print::plan(&guide, &Answers::new(), &plan), 80);
    assert!(
        text.contains("1.  Open <img src=x onerror=alert(1)> now."),
        "{text}"
    );
}
