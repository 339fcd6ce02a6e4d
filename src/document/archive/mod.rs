//! The archive front end: support articles in plain text, most of them as an indented block in Markdown.
//!
//! ```text
//! ---                         front matter and heading: [`matter`]
//! title: "Q1: A title"
//! ---
//! ## Q1: A title
//!
//!     Article: Q1             header and applies-to list: [`header`]
//!     ...
//!     SUMMARY                 sections: [`sections`], their blocks: [`body`] and [`lists`]
//!     =======
//!     ...
//!     Keywords    : x         footer: [`footer`]
//! ```
//!
//! The same text without the indentation, saved as a plain file, is read too.

use super::{Block, Document, Field, FieldPart, Format, Meta, Section};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::span::Span;
use crate::text::Prose;
use lines::Line;
use matter::Matter;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

mod body;
mod boxes;
mod cover;
mod footer;
mod header;
mod items;
mod labels;
mod lines;
mod lists;
mod matter;
mod preformatted;
mod sections;
mod shape;

pub use cover::unplaced_lines;

/// The columns that Markdown takes off an indented block.
const BLOCK: usize = 4;

/// Whether the source is an article of the archive: behind the front matter and a heading its text starts
/// with the header's `Article:` line, and a second field of the header follows.
pub fn recognises(source: &str) -> bool {
    let start = matter::read(source).end;
    let mut texts = lines::raw_lines(source, start)
        .map(|(_, raw)| raw.trim())
        .filter(|text| !text.is_empty());
    let number = texts.next().and_then(|text| text.strip_prefix("Article:"));
    let is_number = |text: &str| id(text).is_some();
    let is_field = |text: &str| {
        [
            "Product(s):",
            "Version(s):",
            "Last Modified:",
            "Keyword(s):",
        ]
        .iter()
        .any(|name| text.starts_with(name))
    };
    number.is_some_and(is_number) && texts.take(12).any(is_field)
}

/// The number that `text` starts with: `Q` and digits.
fn id(text: &str) -> Option<&str> {
    let text = text.trim_start();
    let digits = text.strip_prefix(['Q', 'q'])?;
    let length = digits.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..length + 1).filter(|_| length > 0)
}

/// Reads an article of the archive. `name` stands in for a number that the article does not give.
pub fn read(name: &str, source: String) -> Document {
    let (meta, sections, diagnostics) = parse(name, &source);
    Document {
        source,
        format: Format::Archive,
        meta,
        sections,
        diagnostics,
    }
}

fn parse(name: &str, source: &str) -> (Meta, Vec<Section>, Vec<Diagnostic>) {
    let matter = matter::read(source);
    let indent = block_indent(source, matter.end);
    let mut lines = lines::scan(source, matter.end, indent);
    lines.retain(|line| !matter::is_tag(line.text));
    let header = header::read(source, &lines);
    let warning = lines.get(header.warning.clone()).unwrap_or_default();
    let lines = lines.get(header.lines..).unwrap_or_default();
    let (text, foot) = lines.split_at(footer::start(lines));
    let mut meta = Meta {
        products: header.products,
        fields: header.fields,
        ..Meta::default()
    };
    meta.fields.extend(footer::read(source, foot));
    let mut found = Vec::new();
    describe(name, source, matter, &mut meta, &mut found);
    let mut sections = read_sections(source, text, &mut found);
    put_first(body::read(source, warning, &mut found), &mut sections);
    if meta.products.is_empty() {
        meta.products = products_in(&sections);
    }
    (meta, sections, found)
}

/// The columns that the block which the header stands in is indented by, as Markdown sees it.
fn block_indent(source: &str, from: usize) -> usize {
    let mut lines = lines::raw_lines(source, from);
    let Some((start, raw)) = lines.find(|(_, raw)| !raw.trim().is_empty()) else {
        return 0;
    };
    let blank = raw.len() - raw.trim_start().len();
    let first = raw.trim_start().chars().next().map_or(0, char::len_utf8);
    let head = source.get(from..start + blank + first).unwrap_or("");
    let is_indented =
        |event: &Event| matches!(event, Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)));
    if Parser::new(head).any(|event| is_indented(&event)) {
        return BLOCK;
    }
    lines::columns(raw.get(..blank).unwrap_or("")).min(BLOCK)
}

fn read_sections(source: &str, lines: &[Line], found: &mut Vec<Diagnostic>) -> Vec<Section> {
    let mut sections = Vec::new();
    for cut in sections::cut(lines) {
        let body = lines.get(cut.body).unwrap_or_default();
        let blocks = body::read(source, body, found);
        if cut.level == 0 && blocks.is_empty() {
            continue;
        }
        sections.push(Section {
            heading: sections::prose(source, lines, &cut.heading),
            level: cut.level,
            blocks,
        });
    }
    sections
}

/// Puts blocks in front of all sections.
fn put_first(blocks: Vec<Block>, sections: &mut Vec<Section>) {
    match sections.first_mut() {
        _ if blocks.is_empty() => {}
        Some(first) if first.level == 0 => drop(first.blocks.splice(0..0, blocks)),
        _ => sections.insert(
            0,
            Section {
                heading: None,
                level: 0,
                blocks,
            },
        ),
    }
}

/// The products of an article whose applies-to list stands in its text: the items below a paragraph such
/// as `This information applies to:`.
fn products_in(sections: &[Section]) -> Vec<Prose> {
    let blocks = sections.iter().map(|section| section.blocks.as_slice());
    let mut pairs = blocks.flat_map(|blocks| blocks.windows(2));
    let list = pairs.find_map(|pair| match pair {
        [Block::Paragraph(text), Block::List(list)] if opens_products(text.as_str()) => Some(list),
        _ => None,
    });
    let items = list.iter().flat_map(|list| &list.items);
    items.filter_map(|item| item.text().cloned()).collect()
}

fn opens_products(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    let about = ["this information", "the information", "this article"];
    text.len() < 120
        && text.contains("applies to")
        && text.ends_with(':')
        && about.iter().any(|start| text.starts_with(start))
}

/// Number, title and date, from whichever part gives them.
fn describe(
    name: &str,
    source: &str,
    matter: Matter,
    meta: &mut Meta,
    found: &mut Vec<Diagnostic>,
) {
    let field =
        |fields: &[Field], name: &str| fields.iter().find(|field| field.name == name).cloned();
    found.extend(matter.diagnostics);
    let number = field(&meta.fields, "Article");
    let front = field(&matter.fields, "title");
    let link = field(&matter.fields, "permalink");
    let heading = matter.heading.map(|span| span.slice(source));
    let written = [
        number.as_ref().and_then(|field| id(&field.value)),
        front.as_ref().and_then(|field| id(&field.value)),
        heading.and_then(id),
        link.as_ref()
            .and_then(|field| field.value.split('/').find_map(id)),
    ];
    meta.id = written
        .into_iter()
        .flatten()
        .next()
        .unwrap_or(name)
        .to_string();
    if number.is_none() && front.is_none() && heading.is_none() {
        found.push(Diagnostic {
            kind: DiagnosticKind::NoHeader,
            span: None,
        });
    }
    set_title(source, matter.heading, front.as_ref(), meta);
    set_date(field(&meta.fields, "Last Modified"), meta, found);
    meta.fields.splice(0..0, matter.fields);
    meta.fields
        .extend(title_beside(source, matter.heading, meta));
}

/// The title heading where the title is taken from elsewhere: a field, so that nothing of the source is lost.
fn title_beside(source: &str, heading: Option<Span>, meta: &Meta) -> Option<Field> {
    let span = heading.filter(|span| !span.contains(meta.title_span))?;
    Some(Field {
        part: FieldPart::Header,
        name: "Title".into(),
        value: title(span.slice(source)),
        span,
    })
}

/// The title from the heading, or from the front matter if the heading is missing or cut short.
fn set_title(source: &str, heading: Option<Span>, front: Option<&Field>, meta: &mut Meta) {
    let from_heading = heading.map(|span| (title(span.slice(source)), span));
    let from_front = front.map(|field| (title(&field.value), field.span));
    let is_cut = |short: &str, long: &str| {
        let short = short.trim_end_matches('.').trim_end();
        long.len() > short.len() + 3 && long.starts_with(short)
    };
    let chosen = match (from_heading, from_front) {
        (Some(heading), Some(front)) if is_cut(&heading.0, &front.0) => Some(front),
        (heading, front) => heading.or(front),
    };
    let id = || (meta.id.clone(), Span::default());
    (meta.title, meta.title_span) = chosen.unwrap_or_else(id);
}

/// A title without the number in front of it and without character references.
fn title(text: &str) -> String {
    let rest = id(text).and_then(|id| text.trim_start().get(id.len()..));
    let rest = rest.and_then(|rest| rest.trim_start().strip_prefix(':'));
    let words: Vec<_> = rest.unwrap_or(text).split_whitespace().collect();
    matter::unescape(&words.join(" "))
}

fn set_date(field: Option<Field>, meta: &mut Meta, found: &mut Vec<Diagnostic>) {
    let Some(field) = field.filter(|field| !field.value.is_empty()) else {
        return;
    };
    meta.modified = header::iso_date(&field.value);
    if meta.modified.is_none() {
        found.push(Diagnostic {
            kind: DiagnosticKind::BadDate(field.value),
            span: Some(field.span),
        });
    }
}

#[cfg(test)]
mod tests;
