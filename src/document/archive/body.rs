//! The lines of a section as blocks: items, paragraphs, labelled paragraphs, code and separators.
//!
//! Each turn takes the next unit: a separator line, an item with its first paragraph, a run of preformatted
//! lines, or a paragraph. [`Lists`] says where it goes.

use super::boxes;
use super::labels;
use super::lines::{Line, span_of};
use super::lists::{DEEPEST, Lists};
use super::preformatted;
use super::shape;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Admonition, Block, Separator};
use crate::span::Span;
use crate::text::Prose;

/// Reads a section's lines.
pub(super) fn read(source: &str, lines: &[Line], found: &mut Vec<Diagnostic>) -> Vec<Block> {
    let mut reader = Reader {
        source,
        lines,
        at: 0,
        lists: Lists::default(),
        before: Before::Nothing,
        margin: preformatted::margin(lines),
        too_deep: None,
    };
    while reader.at < lines.len() {
        reader.step();
    }
    if let Some(span) = reader.too_deep {
        found.push(Diagnostic {
            kind: DiagnosticKind::TooDeep(DEEPEST),
            span: Some(span),
        });
    }
    boxes::gather(reader.lists.finish())
}

/// What was read before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    /// A text that ended with a line, and in which column.
    Text(usize),
    /// Preformatted text whose leftmost line started in this column.
    Code(usize),
}

pub(super) struct Reader<'a> {
    pub source: &'a str,
    pub lines: &'a [Line<'a>],
    pub at: usize,
    pub lists: Lists,
    pub before: Before,
    /// The column of the section's running text.
    pub margin: usize,
    pub too_deep: Option<Span>,
}

impl<'a> Reader<'a> {
    fn step(&mut self) {
        let Some(line) = self.lines.get(self.at).copied() else {
            return;
        };
        if let Some(kind) = self.separator(self.at) {
            self.lists.add_separator(kind, line.span(), line.column);
            self.before = Before::Nothing;
            self.at += 1;
        } else if let Some(label) = self.label(self.at).filter(|_| !self.opens_code(self.at)) {
            self.item(line.start, line.column, label);
        } else if self.is_code(self.at, self.text_above()) {
            self.code(line.column);
        } else if line.rule().is_some() {
            self.at += 1; // a rule says nothing
        } else {
            self.text(line.column);
        }
    }

    /// Whether code starts in line `at` with comments that look like bullets, behind a colon.
    fn opens_code(&self, at: usize) -> bool {
        let announced = self.text_above().is_some_and(shape::introduces);
        let deeper = self.lines.get(at).is_some_and(|line| line.column > 1);
        announced && deeper && self.comments(at)
    }

    pub(super) fn separator(&self, at: usize) -> Option<Separator> {
        let line = self.lines.get(at)?;
        let (kind, has_dashes) = labels::separator(line.text)?;
        let stands_alone = line.gap > 0 && self.lines.get(at + 1).is_none_or(|next| next.gap > 0);
        (has_dashes || stands_alone).then_some(kind)
    }

    /// Whether a new unit starts in line `at`, which stands right below another.
    pub(super) fn breaks(&self, at: usize) -> bool {
        let Some((above, line)) = self.pair(at) else {
            return true;
        };
        line.rule().is_some()
            || self.separator(at).is_some()
            || self.label(at).is_some()
            || (labels::note(line.text).is_some()
                && (above.text.ends_with(['.', ':']) || labels::shouts(line.text)))
    }

    /// Takes a paragraph, labelled or not. A label that stands alone takes the paragraph below it.
    pub(super) fn text(&mut self, column: usize) {
        let start = self.at;
        let mut end = self.text_end(start);
        let mut block = paragraph(self.source, self.lines.get(start..end).unwrap_or_default());
        if let Block::Admonition(note) = &mut block
            && note.blocks.is_empty()
            && self.is_paragraph(end, column)
        {
            let labelled = end;
            end = self.text_end(end);
            let span = span_of(self.lines.get(labelled..end).unwrap_or_default());
            let prose = Prose::folded(self.source, span);
            note.blocks.push(Block::Paragraph(prose));
        }
        self.lists.add(block, column);
        self.before = Before::Text(end - 1);
        self.at = end;
    }

    /// One past the last line of the paragraph that starts in line `start`.
    fn text_end(&self, start: usize) -> usize {
        let mut end = start + 1;
        while let Some((above, line)) = self.pair(end).filter(|(_, line)| line.gap == 0) {
            let is_deeper = line.column > above.column + 1 && !shape::is_full(above, line);
            if self.breaks(end) || is_deeper || self.starts_paragraph(end) {
                break;
            }
            end += 1;
        }
        end
    }

    /// Line `at` with the one above it.
    pub(super) fn pair(&self, at: usize) -> Option<(&'a Line<'a>, &'a Line<'a>)> {
        Some((self.lines.get(at.checked_sub(1)?)?, self.lines.get(at)?))
    }

    /// Whether a plain paragraph starts in line `at` and in `column`.
    fn is_paragraph(&self, at: usize, column: usize) -> bool {
        self.lines.get(at).is_some_and(|line| {
            line.column == column
                && line.rule().is_none()
                && labels::note(line.text).is_none()
                && self.separator(at).is_none()
                && self.label(at).is_none()
                && !self.is_code(at, None)
        })
    }

    /// Whether a paragraph starts with an indented first line right below another, as in a book.
    pub(super) fn starts_paragraph(&self, at: usize) -> bool {
        let (Some(above), Some(line), Some(next)) = (
            self.lines.get(at - 1),
            self.lines.get(at),
            self.lines.get(at + 1),
        ) else {
            return false;
        };
        line.column >= above.column + 2
            && next.gap == 0
            && next.column == above.column
            && shape::is_full(line, next)
    }
}

/// A paragraph, or a labelled one.
fn paragraph(source: &str, lines: &[Line]) -> Block {
    let span = span_of(lines);
    let text = lines.first().map_or("", |line| line.text);
    let Some((label, behind)) = labels::note(text) else {
        return Block::Paragraph(Prose::folded(source, span));
    };
    let start = span.start as usize;
    let label_span = Span::new(start + label.start, start + label.end);
    let prose = Prose::folded(source, Span::new(start + behind, span.end as usize));
    let blocks = if prose.is_empty() {
        Vec::new()
    } else {
        vec![Block::Paragraph(prose)]
    };
    Block::Admonition(Admonition {
        label: text.get(label).unwrap_or("").to_uppercase(),
        label_span,
        blocks,
    })
}
