//! A few lines of an article around the words that were looked for.

use super::Tools;
use super::pieces::Pieces;
use super::plain::plain;
use super::terms;
use std::ops::Range;

/// A text in pieces, those that were looked for marked.
pub type Snippet = Vec<(String, bool)>;

/// Bytes of a text that are looked at, and of a snippet.
const LOOKED_AT: usize = 64 << 10;
const LENGTH: usize = 220;

/// Where the words of a text stand that have one of these terms.
pub fn marked(text: &str, marks: &[String], tools: &Tools) -> Vec<Range<usize>> {
    let pieces = Pieces::of(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    terms::document(&pieces, &tools.products, &mut |term, range| {
        if marks.iter().any(|mark| mark == term) {
            found.push(pieces.span(&range));
        }
    });
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for span in found {
        if apart.last().is_none_or(|last| last.end <= span.start) {
            apart.push(span);
        }
    }
    apart
}

/// The part of an article that has the most of these terms, as it is read: without Markdown's signs, blanks folded and lines under
/// headings left out. What stands before the text of an article of the archive (its header) is left out.
pub fn snippet(source: &str, marks: &[String], tools: &Tools) -> Snippet {
    let text = plain(head(source));
    let text = body(&text);
    let spans = marked(text, marks, tools);
    let start = best(text, &spans);
    let end = border(text, (start + LENGTH).min(text.len()));
    let mut snippet = Snippet::new();
    let mut at = start;
    for span in spans
        .iter()
        .filter(|span| span.start >= start && span.end <= end)
    {
        push(&mut snippet, text.get(at..span.start), false);
        push(&mut snippet, text.get(span.clone()), true);
        at = span.end;
    }
    push(&mut snippet, text.get(at..end), false);
    if let Some((last, _)) = snippet.last_mut() {
        last.truncate(last.trim_end().len());
    }
    snippet
}

/// As much of a source as is looked at.
fn head(source: &str) -> &str {
    let mut end = LOOKED_AT.min(source.len());
    while !source.is_char_boundary(end) {
        end -= 1;
    }
    source.get(..end).unwrap_or_default()
}

/// What stands after the header: after the last line of dashes among the first lines. Markdown that is read has none.
fn body(text: &str) -> &str {
    let (mut at, mut start) = (0, 0);
    for line in text.split_inclusive('\n').take(60) {
        at += line.len();
        let dashes = line.trim();
        if dashes.len() >= 3
            && dashes.bytes().all(|byte| byte == b'-')
            && (dashes.len() == 3 || dashes.len() > 60)
        {
            start = at;
        }
    }
    text.get(start..).unwrap_or_default()
}

/// Where the window begins that has the most different words marked, at a word.
fn best(text: &str, spans: &[Range<usize>]) -> usize {
    let mut best = (0, 0);
    for (at, span) in spans.iter().enumerate() {
        let inside = spans.iter().skip(at).take(24);
        let inside = inside.take_while(|other| other.end <= span.start + LENGTH - 40);
        let mut words: Vec<&str> = inside.filter_map(|span| text.get(span.clone())).collect();
        words.sort_unstable();
        words.dedup();
        if words.len() > best.0 {
            best = (words.len(), span.start.saturating_sub(40));
        }
    }
    if best.1 == 0 { 0 } else { border(text, best.1) }
}

/// The next blank from here, or the end.
fn border(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    let rest = text.get(at..).unwrap_or_default();
    at + rest.find(char::is_whitespace).unwrap_or(rest.len())
}

fn push(snippet: &mut Snippet, text: Option<&str>, marked: bool) {
    let text = text.unwrap_or_default();
    let rule = |word: &&str| {
        word.bytes()
            .all(|byte| matches!(byte, b'=' | b'-' | b'#' | b'*'))
    };
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| !(word.len() > 1 && rule(word)) && *word != "#")
        .collect();
    let blank = |is: bool| if is { " " } else { "" };
    let mut folded = blank(text.starts_with(char::is_whitespace)).to_string();
    folded.push_str(&words.join(" "));
    if !words.is_empty() {
        folded.push_str(blank(text.ends_with(char::is_whitespace)));
    }
    if snippet.is_empty() {
        folded = folded.trim_start().into();
    }
    if !folded.is_empty() {
        snippet.push((folded, marked));
    }
}

/// Whether an article has the words of a phrase one after the other, as it is read.
pub fn source_has_phrase(source: &str, phrase: &str) -> bool {
    has_phrase(source, phrase) || has_phrase(&plain(source), phrase)
}

/// Whether a text has the words of a phrase one after the other.
pub fn has_phrase(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (Pieces::of(text), Pieces::of(phrase));
    let words: Vec<&str> = (0..phrase.list.len()).map(|at| phrase.text(at)).collect();
    let starts = 0..(text.list.len() + 1).saturating_sub(words.len());
    words.is_empty()
        || starts.into_iter().any(|start| {
            words
                .iter()
                .enumerate()
                .all(|(at, word)| text.text(start + at) == *word)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(snippet: &Snippet) -> String {
        let piece = |(text, marked): &(String, bool)| {
            if *marked {
                format!("[{text}]")
            } else {
                text.clone()
            }
        };
        snippet.iter().map(piece).collect()
    }

    #[test]
    fn the_words_are_marked_where_most_of_them_stand() {
        let filler = "Nothing of interest stands here. ".repeat(20);
        let source = format!(
            "---\ntitle: Printers\n---\n\nSTATUS\n======\n\n{filler}\nThe printers stopped\nprinting. {filler}"
        );
        let marks = ["printer", "stop"].map(String::from);
        let shown = shown(&snippet(&source, &marks, &Tools::new()));
        assert!(
            shown.contains("The [printers] [stopped] printing. Nothing"),
            "{shown}"
        );
        assert!(shown.len() < 300, "{shown}");
    }

    #[test]
    fn without_words_the_start_of_the_text() {
        let shown = shown(&snippet(
            "SUMMARY\n=======\n\nOpen the box.\n",
            &[],
            &Tools::new(),
        ));
        assert_eq!(shown, "SUMMARY Open the box.");
    }

    #[test]
    fn markdown_is_shown_as_it_is_read() {
        let source =
            "---\ntitle: Box\n---\n\n# Box\n\n1. Open the [**red** box](box.md) with `open -f`.\n";
        let marks = ["red", "open"].map(String::from);
        let snippet = snippet(source, &marks, &Tools::new());
        assert_eq!(
            shown(&snippet),
            "Box 1. [Open] the [red] box with [open] -f."
        );
        assert!(source_has_phrase(source, "box with open"));
        assert!(source_has_phrase(source, "box.md with"));
        assert!(!source_has_phrase(source, "red open"));
    }

    #[test]
    fn phrases_are_words_one_after_the_other() {
        let text = "The Print\n  Spooler service, stopped";
        for (phrase, has) in [
            ("print spooler", true),
            ("spooler stopped", false),
            ("Service stopped", true),
            ("", true),
        ] {
            assert_eq!(has_phrase(text, phrase), has, "{phrase}");
        }
    }
}
