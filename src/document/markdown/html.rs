//! What little of HTML is understood: which tags break a text, and the text of simple wrappers.

use super::HIDDEN;
use crate::document::{Block, Preformatted, entity};
use crate::span::Span;
use crate::text::ProseBuilder;

/// What a tag does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TagKind {
    /// `<!-- … -->`, `<!DOCTYPE …>`, `<?…?>`
    Comment,
    /// Ends a line or paragraph: `<br>`, `</summary>`.
    Break,
    /// Marks a piece of text: `<b>`, `<a …>`.
    Inline,
    /// Gives a structure that is not read: `<table>`, `<pre>`.
    Structure,
    /// No tag of HTML: a placeholder such as `<server>`.
    Unknown,
}

const BREAKS: &[&str] = &[
    "br", "p", "div", "details", "summary", "center", "hr", "section", "article", "h1", "h2", "h3",
    "h4", "h5", "h6",
];
const INLINES: &[&str] = &[
    "a", "abbr", "b", "big", "cite", "code", "em", "font", "i", "img", "ins", "del", "kbd", "mark",
    "picture", "q", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "tt",
    "u", "var", "wbr", "video", "iframe",
];
const STRUCTURES: &[&str] = &[
    "table",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "td",
    "th",
    "col",
    "colgroup",
    "caption",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "script",
    "style",
    "html",
    "head",
    "body",
    "form",
    "input",
    "button",
    "svg",
];

/// What the tag `text`, `<…>`, is.
pub(crate) fn tag_kind(text: &str) -> TagKind {
    let inner = text.strip_prefix('<').unwrap_or(text);
    if inner.starts_with(['!', '?']) {
        return TagKind::Comment;
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    let (name, rest) = inner.split_at(end);
    let name = name.to_ascii_lowercase();
    let has = |names: &[&str]| names.contains(&name.as_str());
    match () {
        () if !rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/') => {
            TagKind::Unknown
        }
        () if has(BREAKS) => TagKind::Break,
        () if has(INLINES) => TagKind::Inline,
        () if has(STRUCTURES) => TagKind::Structure,
        () => TagKind::Unknown,
    }
}

/// Reads a block of HTML: paragraphs if it only wraps text, else code to be shown as it stands.
pub(super) fn blocks(source: &str, span: Span) -> Vec<Block> {
    let pieces = pieces(span.slice(source), span.start as usize);
    let simple = pieces.iter().all(|(text, _)| {
        !text.starts_with('<') || !matches!(tag_kind(text), TagKind::Structure | TagKind::Unknown)
    });
    if !simple {
        return vec![code(source, span, "html")];
    }
    let mut found = paragraphs(&pieces);
    if found.is_empty() {
        found.push(code(source, span, HIDDEN));
    }
    let inner = found.iter().map(Block::span).reduce(Span::cover);
    hidden_edges(source, span, inner, &mut found);
    found
}

/// Keeps the lines of tags before and behind the text.
fn hidden_edges(source: &str, span: Span, inner: Option<Span>, found: &mut Vec<Block>) {
    let Some(inner) = inner else { return };
    let before = Span {
        start: span.start,
        end: inner.start,
    };
    let behind = Span {
        start: inner.end,
        end: span.end,
    };
    if before
        .slice(source)
        .trim_end_matches([' ', '\t'])
        .contains('\n')
    {
        found.insert(0, code(source, before, HIDDEN));
    }
    if behind.slice(source).trim_end().contains('\n') {
        found.push(code(source, behind, HIDDEN));
    }
}

/// The block as it stands, of the given language.
pub(super) fn code(source: &str, span: Span, language: &str) -> Block {
    let text = span.slice(source);
    let start = span.start as usize + (text.len() - text.trim_start().len());
    let text = text.trim();
    Block::Code(Preformatted {
        text: text.to_owned(),
        language: Some(language.to_owned()),
        span: Span::new(start, start + text.len()),
    })
}

/// Cuts HTML into tags, comments and the text between them, each with its place.
fn pieces(text: &str, start: usize) -> Vec<(&str, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let len = if rest.starts_with("<!--") {
            rest.find("-->").map_or(rest.len(), |end| end + 3)
        } else if rest.starts_with('<') {
            rest.find('>').map_or(rest.len(), |end| end + 1)
        } else {
            rest.find('<').unwrap_or(rest.len())
        };
        found.push((&rest[..len], start + at));
        at += len;
    }
    found
}

fn paragraphs(pieces: &[(&str, usize)]) -> Vec<Block> {
    let mut found = Vec::new();
    let mut builder = ProseBuilder::default();
    for &(text, at) in pieces {
        if !text.starts_with('<') {
            push_text(&mut builder, text, at);
        } else if tag_kind(text) == TagKind::Break {
            close(&mut builder, &mut found);
        }
    }
    close(&mut builder, &mut found);
    found
}

fn close(builder: &mut ProseBuilder, found: &mut Vec<Block>) {
    let prose = std::mem::take(builder).finish();
    if !prose.is_empty() {
        found.push(Block::Paragraph(prose));
    }
}

fn push_text(builder: &mut ProseBuilder, text: &str, start: usize) {
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let len = match entity(rest) {
            Some((c, len)) => {
                let span = Span::new(start + at, start + at + len);
                if c.is_whitespace() {
                    builder.push_blank(span);
                } else {
                    builder.push_mapped(c.encode_utf8(&mut [0; 4]), span);
                }
                len
            }
            None => {
                let len = next_entity(rest);
                builder.push_verbatim(&rest[..len], start + at);
                len
            }
        };
        at += len;
    }
}

/// Where the next `&` behind the first character stands, or the end.
fn next_entity(text: &str) -> usize {
    let first = text.chars().next().map_or(0, char::len_utf8);
    text[first..].find('&').map_or(text.len(), |at| first + at)
}
