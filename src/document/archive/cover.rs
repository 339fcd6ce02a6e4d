//! The check that nothing of an article is lost: which lines of its text no part of the document holds.

use crate::document::{Block, Document};
use crate::span::Span;

/// The lines of an archive article's text, from its header on, that no heading, block, product or
/// field covers. Rules and Jekyll's tags say nothing and are left out.
pub fn uncovered_lines(document: &Document) -> Vec<Span> {
    let mut spans = Vec::new();
    spans.extend(document.meta.fields.iter().map(|field| field.span));
    spans.extend(document.meta.products.iter().map(|product| product.span()));
    for section in &document.sections {
        spans.extend(section.heading.iter().map(|heading| heading.span()));
        section
            .blocks
            .iter()
            .for_each(|block| leaves(block, &mut spans));
    }
    spans.sort();
    let start = super::matter::read(&document.source).end;
    let lines = super::lines::scan(&document.source, start, 0);
    let lost = lines.iter().filter(|line| {
        let is_rule = line.rule().is_some() || super::matter::is_tag(line.text);
        let next = spans.partition_point(|span| span.start as usize <= line.end());
        let covered = spans.get(..next).unwrap_or_default().iter().rev().take(64);
        !is_rule && !covers(covered, line.start, line.end())
    });
    lost.map(|line| line.span()).collect()
}

/// Whether the spans, the last first, cover what is not blank or a label's mark in `start..end`.
fn covers<'a>(spans: impl Iterator<Item = &'a Span>, start: usize, end: usize) -> bool {
    let mut open = end;
    for span in spans {
        if (span.end as usize) + 3 >= open {
            open = open.min(span.start as usize);
        }
        if open <= start + 2 {
            return true;
        }
    }
    false
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
