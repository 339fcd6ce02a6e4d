//! The check that nothing of an article is lost: which lines of its text no part of the document holds.

use super::{lines, matter};
use crate::document::{Block, Document};
use crate::order;
use crate::span::Span;

/// The lines of an archive article's text, from its header on, with a letter or digit that no heading,
/// block, product or field covers. Jekyll's tags are left out.
pub fn unplaced_lines(document: &Document) -> Vec<Span> {
    let covered = merged(parts(document));
    let start = matter::read(&document.source).end;
    let mut next = 0;
    let mut lost = Vec::new();
    for line in lines::scan(&document.source, start, 0) {
        while covered
            .get(next)
            .is_some_and(|span| (span.end as usize) <= line.start)
        {
            next += 1;
        }
        let spans = covered.get(next..).unwrap_or_default();
        if !matter::is_tag(line.text) && has_open(line.text, line.start, spans) {
            lost.push(line.span());
        }
    }
    lost
}

/// Whether a letter or digit of `text`, which stands at `start`, lies in none of `spans`.
fn has_open(text: &str, start: usize, spans: &[Span]) -> bool {
    let mut spans = spans.iter().peekable();
    text.char_indices().any(|(at, c)| {
        let at = start + at;
        while spans.next_if(|span| (span.end as usize) <= at).is_some() {}
        let is_covered = spans.peek().is_some_and(|span| (span.start as usize) <= at);
        c.is_alphanumeric() && !is_covered
    })
}

/// The spans, sorted and those that overlap or touch joined.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    order::by_key(&mut spans, |span| span.key());
    spans.dedup_by(|next, before| {
        let joins = next.start <= before.end;
        if joins {
            before.end = before.end.max(next.end);
        }
        joins
    });
    spans
}

/// The spans of everything that holds text.
fn parts(document: &Document) -> Vec<Span> {
    let mut spans: Vec<_> = document
        .meta
        .fields
        .iter()
        .map(|field| field.span)
        .collect();
    spans.extend(document.meta.products.iter().map(|product| product.span()));
    for section in &document.sections {
        spans.extend(section.heading.iter().map(|heading| heading.span()));
        section
            .blocks
            .iter()
            .for_each(|block| leaves(block, &mut spans));
    }
    spans
}

/// The spans of what is text in `block`, labels included.
fn leaves(block: &Block, spans: &mut Vec<Span>) {
    match block {
        Block::List(list) => {
            for item in &list.items {
                spans.push(item.label_span);
                spans.extend(item.separator.map(|(_, span)| span));
                item.blocks.iter().for_each(|block| leaves(block, spans));
            }
        }
        Block::Admonition(note) => {
            spans.push(note.label_span);
            note.blocks.iter().for_each(|block| leaves(block, spans));
        }
        _ => spans.push(block.span()),
    }
}
