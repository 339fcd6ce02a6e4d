//! Front matter: the block of YAML (`---`) or TOML (`+++`) in front of an article.
//!
//! Only what articles use is read: `name: value`, quoted values, lists in both styles (a field for each value) and
//! values over several lines (folded). A line that is none of these is kept as a field without a
//! name, with a diagnostic.

use super::date;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Field, FieldPart, Meta};
use crate::span::Span;
use crate::text::{Prose, ProseBuilder};

/// What the front matter says.
pub(super) struct FrontMatter {
    /// Title, products, date and all other fields.
    pub meta: Meta,
    /// Where the body starts.
    pub end: usize,
    /// Lines that could not be read.
    pub diagnostics: Vec<Diagnostic>,
}

/// Names of the applies-to list, as [`plain`] gives them.
const PRODUCTS: &[&str] = &["appliesto", "products"];
/// Names of the date of the last change, the surest first.
const DATES: &[&str] = &[
    "lastmodified",
    "lastmod",
    "lastupdated",
    "lastupdate",
    "updated",
    "modified",
    "msdate",
    "date",
];

/// A value of a field with its place, quotes left out.
struct Value {
    name: String,
    text: String,
    /// The value alone.
    at: Span,
    /// Name and value.
    span: Span,
}

/// Reads the front matter of `source`, if it has any.
pub(super) fn read(source: &str) -> FrontMatter {
    let mut front = FrontMatter {
        meta: Meta::default(),
        end: 0,
        diagnostics: Vec::new(),
    };
    let Some(block) = block(source) else {
        return front;
    };
    let Some(end) = block.end else {
        let first = source[block.inner..].lines().next().unwrap_or("");
        if entry(first, block.sign).is_some() {
            let kind = DiagnosticKind::BadFrontMatter(source[..block.inner].trim().to_owned());
            let span = Some(Span::new(0, block.inner));
            front.diagnostics.push(Diagnostic { kind, span });
        }
        return front;
    };
    front.end = end.end as usize;
    let mut lines = Lines {
        source,
        sign: block.sign,
        values: Vec::new(),
        diagnostics: Vec::new(),
        open: None,
    };
    let mut at = block.inner;
    for line in source[block.inner..end.start as usize].split_inclusive('\n') {
        lines.line(line.trim_end(), at);
        at += line.len();
    }
    lines.close();
    front.diagnostics = lines.diagnostics;
    assign(source, lines.values, &mut front);
    front
}

struct Block {
    /// What stands between name and value.
    sign: char,
    /// Where the first line starts.
    inner: usize,
    /// The closing line, `None` if there is none.
    end: Option<Span>,
}

/// Finds the block at the very start of the source.
fn block(source: &str) -> Option<Block> {
    let first = source.split_inclusive('\n').next()?;
    let fence = first.trim_end();
    let sign = match fence.trim_start_matches('\u{feff}') {
        "---" => ':',
        "+++" => '=',
        _ => return None,
    };
    let mut at = first.len();
    for line in source[first.len()..].split_inclusive('\n') {
        let closes = match line.trim_end() {
            "..." => sign == ':',
            other => other == fence.trim_start_matches('\u{feff}'),
        };
        if closes {
            let end = Some(Span::new(at, at + line.len()));
            return Some(Block {
                sign,
                inner: first.len(),
                end,
            });
        }
        at += line.len();
    }
    Some(Block {
        sign,
        inner: first.len(),
        end: None,
    })
}

/// Splits `name: value` into the name and where the value starts.
fn entry(line: &str, sign: char) -> Option<(&str, usize)> {
    let mut from = 0;
    loop {
        let at = from + line.get(from..)?.find(sign)?;
        let behind = at + sign.len_utf8();
        let rest = line.get(behind..)?;
        if sign == '=' || rest.is_empty() || rest.starts_with([' ', '\t']) {
            let name = line[..at].trim();
            let good = !name.is_empty() && !name.starts_with(['-', '#', '{', '[', '"', '\'']);
            return good.then_some((name, behind + (rest.len() - rest.trim_start().len())));
        }
        from = behind;
    }
}

struct Lines<'a> {
    source: &'a str,
    sign: char,
    values: Vec<Value>,
    diagnostics: Vec<Diagnostic>,
    /// The field under way: its name, its span, its value's start and whether it has had list items.
    open: Option<Open>,
}

struct Open {
    name: String,
    start: usize,
    value: usize,
    end: usize,
    items: bool,
}

impl Lines<'_> {
    fn line(&mut self, line: &str, at: usize) {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        let end = at + line.len();
        if text.is_empty() {
            return;
        }
        if let Some(item) = list_item(text) {
            let value = end - item.len();
            return self.item(at + indent, value, end);
        }
        let unclosed = self.open.as_ref().is_some_and(|open| self.unclosed(open));
        if indent > 0 || unclosed {
            return self.go_on(at + indent, end);
        }
        self.close();
        match entry(text, self.sign) {
            Some((name, value)) => {
                let name = unquoted(name).to_owned();
                self.open = Some(Open {
                    name,
                    start: at,
                    value: at + value,
                    end,
                    items: false,
                });
            }
            None => self.other(text, Span::new(at, end)),
        }
    }

    /// Whether the value under way starts with a quote or bracket that its last line does not close.
    fn unclosed(&self, open: &Open) -> bool {
        let text = self.source.get(open.value..open.end).unwrap_or("");
        let closer = match text.chars().next() {
            Some(quote @ ('"' | '\'')) => quote,
            Some('[') => ']',
            _ => return false,
        };
        text.len() < 2 || !text.ends_with(closer)
    }

    /// Takes the line into the value under way.
    fn go_on(&mut self, at: usize, end: usize) {
        match &mut self.open {
            Some(open) => open.end = end,
            None => self.other(self.source.get(at..end).unwrap_or(""), Span::new(at, end)),
        }
    }

    /// `- value` under a name.
    fn item(&mut self, at: usize, value: usize, end: usize) {
        let Some(open) = &mut self.open else {
            return self.other(self.source.get(at..end).unwrap_or(""), Span::new(at, end));
        };
        let (name, start) = (open.name.clone(), open.start);
        let bare = open.items || open.end <= open.value;
        if !bare {
            open.end = end;
            return;
        }
        let first = !open.items;
        open.items = true;
        let start = if first { start } else { at };
        self.push(&name, Span::new(value, end), Span::new(start, end));
    }

    /// A comment or a table's name, or what cannot be read.
    fn other(&mut self, text: &str, span: Span) {
        if !text.starts_with(['#', '[']) {
            let kind = DiagnosticKind::BadFrontMatter(text.to_owned());
            self.diagnostics.push(Diagnostic {
                kind,
                span: Some(span),
            });
        }
        self.push("", span, span);
    }

    /// Ends the field under way.
    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if open.items {
            return;
        }
        let at = Span::new(open.value.min(open.end), open.end);
        let span = Span::new(open.start, open.end);
        let text = at.slice(self.source);
        let Some(list) = text
            .strip_prefix('[')
            .and_then(|text| text.strip_suffix(']'))
        else {
            return self.push(&open.name, at, span);
        };
        let mut start = open.value + 1;
        let mut whole = span;
        for item in list.split(',') {
            let blank = item.len() - item.trim_start().len();
            let value = Span::new(start + blank, start + blank + item.trim().len());
            whole.end = value.end.max(whole.start);
            self.push(&open.name, value, whole);
            whole = value;
            start += item.len() + 1;
        }
    }

    fn push(&mut self, name: &str, at: Span, span: Span) {
        let text = at.slice(self.source);
        let inner = unquoted(text);
        let lead = usize::from(inner.len() < text.len());
        let start = at.start as usize + lead;
        let single = text.starts_with('\'') && lead > 0;
        let double = text.starts_with('"') && lead > 0;
        let inner = match () {
            () if single => inner.replace("''", "'"),
            () if double => inner.replace("\\\"", "\"").replace("\\\\", "\\"),
            () => scalar(inner).to_owned(),
        };
        let text = inner.split_whitespace().collect::<Vec<_>>().join(" ");
        let at = Span::new(start, (at.end as usize - lead).max(start));
        self.values.push(Value {
            name: name.to_owned(),
            text,
            at,
            span,
        });
    }
}

/// The value of `- value`; the whole line's end.
fn list_item(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('-')?;
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| rest.trim_start())
}

/// The text without the quotes around it.
fn unquoted(text: &str) -> &str {
    ['"', '\'']
        .iter()
        .find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote))
        .unwrap_or(text)
}

/// A value without the sign of a block (`>`, `|-`) in front of it.
fn scalar(text: &str) -> &str {
    let first = text.lines().next().unwrap_or("").trim();
    match first {
        ">" | "|" | ">-" | "|-" | ">+" | "|+" => text.trim_start().get(first.len()..).unwrap_or(""),
        _ => text,
    }
}

/// A name in lower case, letters only: `ms.date` and `applies_to` as `msdate` and `appliesto`.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Puts the values where they belong.
fn assign(source: &str, values: Vec<Value>, front: &mut FrontMatter) {
    let mut best = DATES.len();
    for value in values {
        let name = plain(&value.name);
        if name == "title" && front.meta.title.is_empty() && !value.text.is_empty() {
            front.meta.title = value.text;
            front.meta.title_span = value.span;
            continue;
        }
        if PRODUCTS.contains(&name.as_str()) && !value.text.is_empty() {
            front.meta.products.push(prose(source, &value));
            named(value, front);
            continue;
        }
        if let Some(rank) = DATES.iter().position(|date| *date == name) {
            dated(&value, rank, &mut best, front);
        }
        let Value {
            name, text, span, ..
        } = value;
        front.meta.fields.push(Field {
            part: FieldPart::FrontMatter,
            name,
            value: text,
            span,
        });
    }
}

/// Keeps the name in front of the first product: the product's own place leaves it out.
fn named(value: Value, front: &mut FrontMatter) {
    let span = Span::new(value.span.start as usize, value.at.start as usize);
    if front.meta.products.len() == 1 {
        front.meta.fields.push(Field {
            part: FieldPart::FrontMatter,
            name: value.name,
            value: String::new(),
            span,
        });
    }
}

fn dated(value: &Value, rank: usize, best: &mut usize, front: &mut FrontMatter) {
    match date::iso(&value.text) {
        Some(date) if rank < *best => {
            *best = rank;
            front.meta.modified = Some(date);
        }
        Some(_) => {}
        None if value.text.is_empty() => {}
        None => {
            let kind = DiagnosticKind::BadDate(value.text.clone());
            front.diagnostics.push(Diagnostic {
                kind,
                span: Some(value.at),
            });
        }
    }
}

/// The value as text that knows its place.
fn prose(source: &str, value: &Value) -> Prose {
    let folded = Prose::folded(source, value.at);
    if folded.as_str() == value.text {
        return folded;
    }
    let mut builder = ProseBuilder::default();
    builder.push_mapped(&value.text, value.at);
    builder.finish()
}
