//! Boxes that CommonMark does not know: `!!! warning`, `::: note`, `{{< tip >}}`, `{% hint style="info" %}`.
//!
//! Before parsing, the line of each directive is overwritten by Markdown of the same length: a list item with
//! an empty heading, which takes in the indented lines below it (`!!!`), or a rule (the others, whose content
//! is not indented). Every place keeps its number, and since text is taken from the
//! source itself, a line overwritten by mistake, in code say, is read as it stood.

use super::admonition;
use crate::span::Span;

/// A directive's meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Directive {
    /// Begins a box whose content is indented.
    Indented(Opening),
    /// Begins a box that a [`Directive::Close`] ends.
    Open(Opening),
    /// Ends the innermost open box.
    Close,
    /// Something that is no box.
    Other,
}

/// How a box begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opening {
    /// The label in capitals.
    pub label: String,
    /// The label in the source.
    pub label_span: Span,
    /// A title of the box.
    pub title: Option<Span>,
}

/// The source with its directives overwritten, and the directives by the place of their first byte, with their line.
pub(super) struct Overwritten {
    /// As long as the source.
    pub text: String,
    /// In order, for each starts behind the one before.
    directives: Vec<(usize, (Directive, Span))>,
}

impl Overwritten {
    /// The directive that begins at this byte, and its line.
    pub fn at(&self, start: usize) -> Option<&(Directive, Span)> {
        let all = &self.directives;
        let found = all.binary_search_by_key(&start, |(start, _)| *start).ok()?;
        Some(&all[found].1)
    }
}

/// Overwrites the directives of `source` from byte `from` on.
pub(super) fn overwrite(source: &str, from: usize) -> Overwritten {
    let (front, body) = source.split_at(from);
    let mut text = String::with_capacity(source.len());
    text.push_str(front);
    let mut directives = Vec::new();
    for line in body.split_inclusive('\n') {
        let inner = line.trim_start_matches([' ', '\t', '>']);
        let lead = line.len() - inner.len();
        let inner = inner.trim_end();
        let start = text.len() + lead;
        let Some(directive) = directive(inner, start) else {
            text.push_str(line);
            continue;
        };
        text.push_str(&line[..lead]);
        cover(&directive, inner.len(), &mut text);
        text.push_str(&line[lead + inner.len()..]);
        let span = Span::new(start, start + inner.len());
        directives.push((start, (directive, span)));
    }
    Overwritten { text, directives }
}

/// Adds `len` bytes of Markdown in the directive's place, without blanks at the end: where a line turns out to
/// be text after all, all of it is to be text.
fn cover(directive: &Directive, len: usize, text: &mut String) {
    let (head, fill) = match directive {
        Directive::Indented(_) if len < 7 => ("+   #", "#"),
        Directive::Indented(_) => ("+   # ", "#"),
        _ => ("***", "*"),
    };
    text.push_str(head);
    text.extend(std::iter::repeat_n(fill, len.saturating_sub(head.len())));
}

/// Reads a line without the blanks around it as a directive.
fn directive(line: &str, start: usize) -> Option<Directive> {
    if line.starts_with(":::") {
        return Some(colons(line, start));
    }
    for mark in ["!!! ", "???+ ", "??? "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return opening(rest, start + mark.len(), true).map(Directive::Indented);
        }
    }
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")] {
        if let Some(rest) = line.strip_prefix(open) {
            let rest = rest
                .strip_suffix(close)
                .filter(|rest| !rest.contains(close))?;
            return braces(rest, start + open.len());
        }
    }
    None
}

fn colons(line: &str, start: usize) -> Directive {
    let rest = line.trim_start_matches(':');
    if rest.trim().is_empty() {
        return Directive::Close;
    }
    let start = start + (line.len() - rest.len());
    opening(rest, start, false).map_or(Directive::Other, Directive::Open)
}

/// Reads `warning "Title"`; `any` takes any word as a label.
fn opening(text: &str, start: usize, any: bool) -> Option<Opening> {
    let inner = text.trim_start();
    let start = start + (text.len() - inner.len());
    let len = inner
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(inner.len());
    let (word, rest) = inner.split_at(len);
    if word.is_empty() || !(any || admonition::is_label(word)) {
        return None;
    }
    Some(Opening {
        label: word.to_uppercase(),
        label_span: Span::new(start, start + len),
        title: title(rest, start + len),
    })
}

/// The words behind a label, without the quotes or brackets around them.
fn title(text: &str, start: usize) -> Option<Span> {
    let edge = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '[' | ']' | '{' | '}');
    let behind = text.trim_start_matches(edge);
    let start = start + (text.len() - behind.len());
    let words = behind.trim_end_matches(edge);
    (!words.is_empty()).then(|| Span::new(start, start + words.len()))
}

/// Reads what stands between the braces: `note`, `/note`, `hint style="warning"`, `endhint`. Other templates are text.
fn braces(text: &str, start: usize) -> Option<Directive> {
    let mut names = words(text, start);
    let (first, _) = names.next()?;
    let opened = first.strip_prefix("end").unwrap_or(first);
    if text.trim_start().starts_with('/') || opened.len() < first.len() {
        return is_box(opened).then_some(Directive::Close);
    }
    let general = GENERAL.contains(&first);
    let kind = words(text, start)
        .skip(1)
        .find(|(word, _)| general && admonition::is_label(word));
    let (word, span) = kind.or_else(|| words(text, start).next())?;
    if !admonition::is_label(word) {
        return None;
    }
    Some(Directive::Open(Opening {
        label: word.to_uppercase(),
        label_span: span,
        title: None,
    }))
}

/// Names of boxes that say in an argument of which kind they are.
const GENERAL: &[&str] = &["alert", "callout", "admonition", "hint", "notice", "block"];

fn is_box(word: &str) -> bool {
    GENERAL.contains(&word) || admonition::is_label(word)
}

/// The words of `text` with their places.
fn words(text: &str, start: usize) -> impl Iterator<Item = (&str, Span)> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter_map(move |word| {
            let at = start + (word.as_ptr() as usize - text.as_ptr() as usize);
            (!word.is_empty()).then(|| (word, Span::new(at, at + word.len())))
        })
}
