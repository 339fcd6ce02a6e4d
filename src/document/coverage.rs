//! The ledger's ground: which lines of a source the document accounts for.

use super::{Block, Document};
use crate::span::Span;

/// The lines of the source that hold a letter or digit and touch no field, heading or block.
/// Reading is to leave none.
pub fn uncovered_lines(document: &Document) -> Vec<Span> {
    let mut spans = spans(document);
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut at = 0;
    let mut found = Vec::new();
    let mut reach = 0;
    let mut spans = spans.into_iter().peekable();
    for line in document.source.split_inclusive('\n') {
        let text = Span::new(at, at + line.len());
        at += line.len();
        while let Some(span) = spans.next_if(|span| span.start < text.end) {
            reach = reach.max(span.end);
        }
        if reach <= text.start && line.contains(char::is_alphanumeric) {
            found.push(text);
        }
    }
    found
}

/// The places of everything that the document holds.
fn spans(document: &Document) -> Vec<Span> {
    let meta = &document.meta;
    let mut spans = vec![meta.title_span];
    spans.extend(meta.products.iter().map(|product| product.span()));
    spans.extend(meta.fields.iter().map(|field| field.span));
    for section in &document.sections {
        spans.extend(section.heading.as_ref().map(|heading| heading.span()));
        section
            .blocks
            .iter()
            .for_each(|block| collect(block, &mut spans));
    }
    spans
}

/// Adds the places of the block's parts: a list is no more than its items, an item no more than what it holds.
fn collect(block: &Block, spans: &mut Vec<Span>) {
    match block {
        Block::List(list) => {
            for item in &list.items {
                spans.push(item.label_span);
                spans.extend(item.separator.map(|(_, span)| span));
                item.blocks.iter().for_each(|block| collect(block, spans));
            }
        }
        Block::Admonition(note) => {
            spans.push(note.label_span);
            note.blocks.iter().for_each(|block| collect(block, spans));
        }
        other => spans.push(other.span()),
    }
}
