//! What blocks are made of, without the events: what a paragraph is, which blocks belong together.

use super::directive::Opening;
use super::inline::{Aside, AsideKind};
use super::{HIDDEN, IMAGE, admonition, letters};
use crate::document::{Admonition, Block, List, Preformatted, Separator};
use crate::span::Span;
use crate::text::{MarkKind, Prose, ProseBuilder};

/// What stands beside a paragraph, as a block.
pub(super) fn beside(aside: Aside) -> Block {
    let language = match aside.kind {
        AsideKind::Image => IMAGE,
        AsideKind::Comment | AsideKind::Tag => HIDDEN,
    };
    Block::Code(Preformatted {
        text: aside.text,
        language: Some(language.to_owned()),
        span: aside.span,
    })
}

/// A box with its title as the first, bold paragraph.
pub(super) fn boxed(source: &str, opening: Opening, blocks: Vec<Block>) -> Block {
    let title = title(source, &opening);
    Block::Admonition(Admonition {
        label: opening.label,
        label_span: opening.label_span,
        blocks: title.into_iter().chain(blocks).collect(),
    })
}

pub(super) fn title(source: &str, opening: &Opening) -> Option<Block> {
    let mut builder = ProseBuilder::default();
    builder.push_source(source, opening.title?);
    builder.mark_from(0, MarkKind::Strong);
    Some(Block::Paragraph(builder.finish()))
}

/// What a paragraph is: a separator, a labelled paragraph or running text.
pub(super) fn paragraph(prose: Prose) -> Option<Block> {
    if let Some(separator) = separator(prose.as_str()) {
        return Some(Block::Separator(separator, prose.span()));
    }
    Some(match admonition::labelled(&prose) {
        Some(note) => Block::Admonition(note),
        None => Block::Paragraph(prose),
    })
}

/// `-or-`, `- or -`, `OR`, `and:`, alone.
pub(super) fn separator(text: &str) -> Option<Separator> {
    let word = text.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | ' ' | ':' | '*' | '_'));
    match () {
        () if word.eq_ignore_ascii_case("or") => Some(Separator::Or),
        () if word.eq_ignore_ascii_case("and") => Some(Separator::And),
        () => None,
    }
}

/// Gathers what spans several blocks: lists lettered in plain text, and labels that stand alone above what they label.
pub(super) fn settled(source: &str, blocks: Vec<Block>) -> Vec<Block> {
    let mut settled: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in letters::gather(source, blocks) {
        match (settled.last_mut(), block) {
            (Some(Block::Admonition(note)), block @ (Block::List(_) | Block::Paragraph(_)))
                if note.blocks.is_empty() =>
            {
                note.blocks.push(block);
            }
            (_, block) => settled.push(block),
        }
    }
    settled
}

/// Whether an item's text starts with a box to tick.
pub(super) fn has_box(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\t']);
    ["[ ] ", "[x] ", "[X] "]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// Puts the list among the blocks, as a task list if its items have boxes to tick.
pub(super) fn close_list(list: &mut List, found: &mut Vec<Block>) {
    let items = std::mem::take(&mut list.items);
    let spans = items.iter().map(|item| item.span).reduce(Span::cover);
    if let Some(span) = spans {
        let kind = list.kind;
        found.push(Block::List(List { kind, items, span }));
    }
}

/// The span without the blanks at its ends.
pub(super) fn trimmed(source: &str, span: Span) -> Span {
    let text = span.slice(source);
    let start = span.start as usize + (text.len() - text.trim_start().len());
    Span::new(start, start + text.trim().len())
}

/// The text without the indentation that its lines share and without the line break at its end.
pub(super) fn dedented(text: &str) -> String {
    let lines = || text.trim_end().lines();
    let indent = lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches([' ', '\t']).len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = lines()
        .map(|line| line.get(indent..).unwrap_or(""))
        .collect();
    lines.join("\n")
}
