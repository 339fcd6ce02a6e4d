//! The frame around an article's text: Jekyll's front matter, the Markdown heading and `{% raw %}`.

use super::lines::raw_lines;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Field, FieldPart, entity};
use crate::span::Span;

/// What stands before the article's text.
#[derive(Debug, Default)]
pub(super) struct Matter {
    /// The front matter's fields.
    pub fields: Vec<Field>,
    /// The heading's text, `Qnnn: title`.
    pub heading: Option<Span>,
    /// Where the article's text starts, at the start of a line.
    pub end: usize,
    /// Lines of the front matter that are none.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the frame. It ends before the first line that is no part of it.
pub(super) fn read(source: &str) -> Matter {
    let mut matter = Matter::default();
    read_front_matter(source, &mut matter);
    for (start, raw) in raw_lines(source, matter.end) {
        let text = raw.trim();
        let heading = text.trim_start_matches('#');
        if text.len() > heading.len() && matter.heading.is_none() && raw.starts_with('#') {
            let at = start + raw.len() - raw.trim_start().len() + text.len() - heading.len();
            let at = at + heading.len() - heading.trim_start().len();
            matter.heading = Some(Span::new(at, at + heading.trim_start().len()));
        } else if !text.is_empty() && !is_tag(text) {
            break;
        }
        matter.end = start + raw.len();
    }
    matter
}

/// Whether the line is one of the tags that keep Jekyll from reading the article.
pub(super) fn is_tag(text: &str) -> bool {
    let name = text
        .strip_prefix("{%")
        .and_then(|rest| rest.strip_suffix("%}"));
    name.is_some_and(|name| matches!(name.trim_matches([' ', '-']), "raw" | "endraw"))
}

fn read_front_matter(source: &str, matter: &mut Matter) {
    let is_fence = |text: &str| text.trim_end() == "---";
    let mut lines = raw_lines(source, 0);
    if !lines.next().is_some_and(|(_, text)| is_fence(text)) {
        return;
    }
    let mut fields = Vec::new();
    let mut diagnostics = Vec::new();
    for (start, raw) in lines {
        if is_fence(raw) || raw.trim_end() == "..." {
            matter.end = start + raw.len();
            matter.fields = fields;
            matter.diagnostics = diagnostics;
            return;
        }
        read_field(start, raw, &mut fields, &mut diagnostics);
    }
}

fn read_field(start: usize, raw: &str, fields: &mut Vec<Field>, found: &mut Vec<Diagnostic>) {
    let text = raw.trim();
    let at = start + raw.len() - raw.trim_start().len();
    let span = Span::new(at, at + text.len());
    if text.is_empty() || text.starts_with('#') {
        return;
    }
    let is_new = !raw.starts_with([' ', '\t', '-']);
    match (text.split_once(':'), fields.last_mut()) {
        (Some((name, value)), _) if is_new => fields.push(Field {
            part: FieldPart::FrontMatter,
            name: name.trim().to_string(),
            value: unquoted(value.trim()),
            span,
        }),
        (_, Some(last)) if !is_new => {
            let value = unquoted(text.trim_start_matches(['-', ' ']));
            let comma = if last.value.is_empty() { "" } else { ", " };
            last.value = format!("{}{comma}{value}", last.value);
            last.span = last.span.cover(span);
        }
        _ => found.push(Diagnostic {
            kind: DiagnosticKind::BadFrontMatter(text.to_string()),
            span: Some(span),
        }),
    }
}

/// A YAML value without its quotes.
fn unquoted(value: &str) -> String {
    let inner = |quote: char| {
        value
            .strip_prefix(quote)
            .and_then(|rest| rest.strip_suffix(quote))
    };
    if let Some(text) = inner('"') {
        return text.replace("\\\"", "\"").replace("\\\\", "\\");
    }
    inner('\'').map_or_else(|| value.to_string(), |text| text.replace("''", "'"))
}

/// The text with HTML's character references read: `&#91;` is `[`, `&amp;` is `&`.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (c, len) = entity(rest).unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[len..];
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read() {
        let table = [
            ("&#91;a&#93; &amp; b", "[a] & b"),
            ("&#x41;&unknown;&", "A&unknown;&"),
            ("&lt;b&gt; &quot;c&quot;", "<b> \"c\""),
        ];
        for (text, expected) in table {
            assert_eq!(unescape(text), expected);
        }
    }

    #[test]
    fn front_matter_and_heading() {
        let source =
            "---\ntitle: \"Q1: A \\\"b\\\"\"\nwrong\n---\n\n## Q1: A\n{% raw %}\n\n\tArticle: Q1\n";
        let matter = read(source);
        assert_eq!(matter.fields[0].value, "Q1: A \"b\"");
        assert_eq!(matter.heading.unwrap().slice(source), "Q1: A");
        assert_eq!(matter.diagnostics.len(), 1);
        assert_eq!(source[matter.end..].trim(), "Article: Q1");
    }

    #[test]
    fn front_matter_without_an_end_is_none() {
        assert!(read("---\ntitle: x\n").fields.is_empty());
    }
}
