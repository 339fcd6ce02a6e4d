//! The lines of a section as blocks: items, paragraphs, labelled paragraphs, code and separators.
//!
//! Each turn takes the next unit: a separator line, an item with its first paragraph, a run of preformatted
//! lines, or a paragraph. [`Lists`] says where it goes.

use super::labels::{self, Count, Label};
use super::lines::{Line, span_of};
use super::lists::{DEEPEST, Fit, Lists};
use super::shape;
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Admonition, Block, Item, Preformatted, Separator};
use crate::span::Span;
use crate::text::Prose;

/// How much deeper than the running text a list may be indented.
const DEEPER: usize = 4;

/// How far ahead the second label of a list in capitals is looked for, in lines.
const AHEAD: usize = 60;

/// Reads a section's lines.
pub(super) fn read(source: &str, lines: &[Line], found: &mut Vec<Diagnostic>) -> Vec<Block> {
    let mut reader = Reader {
        source,
        lines,
        at: 0,
        lists: Lists::default(),
        before: Before::Nothing,
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
    reader.lists.finish()
}

/// What was read before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    Nothing,
    /// A text that ended with a line, and in which column.
    Text(usize),
    /// Preformatted text whose leftmost line started in this column.
    Code(usize),
}

struct Reader<'a> {
    source: &'a str,
    lines: &'a [Line<'a>],
    at: usize,
    lists: Lists,
    before: Before,
    too_deep: Option<Span>,
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
        } else if let Some(label) = self.label(self.at) {
            self.item(line.start, line.column, label);
        } else if self.is_code(self.at) {
            self.code(line.column);
        } else if line.rule().is_some() {
            self.at += 1; // a rule says nothing
        } else {
            self.text(line.column);
        }
    }

    fn separator(&self, at: usize) -> Option<Separator> {
        let line = self.lines.get(at)?;
        let (kind, has_dashes) = labels::separator(line.text)?;
        let stands_alone = line.gap > 0 && self.lines.get(at + 1).is_none_or(|next| next.gap > 0);
        (has_dashes || stands_alone).then_some(kind)
    }

    /// The label of the item that starts in line `at`.
    fn label(&self, at: usize) -> Option<Label<'a>> {
        let line = self.lines.get(at)?;
        let label = labels::label(line.text)?;
        let roman = labels::as_roman(label);
        let reading = |label: Label<'a>| self.accepts(at, line, &label).then_some(label);
        let is_next = |label: &Label| self.lists.fit(label, line.column) == Fit::Next;
        match roman {
            Some(roman) if !is_next(&label) && (is_next(&roman) || roman.ordinal == 1) => {
                reading(roman)
            }
            _ => reading(label),
        }
    }

    /// Whether a label is one and not the wrapped rest of a sentence or preformatted text.
    fn accepts(&self, at: usize, line: &Line, label: &Label) -> bool {
        let fit = self.lists.fit(label, line.column);
        if shape::is_copyright(line.text) && fit != Fit::Next {
            return false;
        }
        if fit != Fit::Next && !self.is_shallow(line.column) {
            return false;
        }
        if line.gap == 0 && at > 0 {
            return self.accepts_wrapped(at, line, label, fit);
        }
        match label.style.count {
            Count::Bullet => true,
            Count::Number => fit != Fit::Astray || label.ordinal < 100,
            Count::Upper | Count::RomanUpper if fit == Fit::New => {
                label.ordinal == 1 && self.has_second(at, line, label)
            }
            _ => fit == Fit::Next || label.ordinal == 1,
        }
    }

    /// A label in a line right below another: in order, or the first below a line that introduces it.
    fn accepts_wrapped(&self, at: usize, line: &Line, label: &Label, fit: Fit) -> bool {
        let Some(above) = self.lines.get(at.wrapping_sub(1)) else {
            return false;
        };
        let introduced = above.text.ends_with([':', '.']) || above.rule().is_some();
        match (label.style.count, fit) {
            (Count::Bullet, Fit::Next) => true,
            (Count::Bullet, _) => introduced || labels::label(above.text).is_some(),
            (_, Fit::Next) => true,
            (Count::Upper | Count::RomanUpper, _) => false,
            _ => label.ordinal == 1 && (introduced || self.has_second(at, line, label)),
        }
    }

    /// Whether the list has a second item in the same column within the next lines.
    fn has_second(&self, at: usize, line: &Line, first: &Label) -> bool {
        let end = (at + 1 + AHEAD).min(self.lines.len());
        let rest = self.lines.get(at + 1..end).unwrap_or_default();
        rest.iter()
            .filter(|next| next.column.abs_diff(line.column) <= 1)
            .filter_map(|next| labels::label(next.text))
            .flat_map(|label| [Some(label), labels::as_roman(label)])
            .flatten()
            .any(|label| label.style == first.style && label.ordinal == first.ordinal + 1)
    }

    /// Whether a new list may start in `column`: not much deeper than the text around it.
    fn is_shallow(&self, column: usize) -> bool {
        let content = self.lists.around(column).map_or(0, |(_, content)| content);
        let in_code =
            matches!(self.before, Before::Code(code) if code < column || code > content + 2);
        column <= content + DEEPER && !in_code
    }

    /// Takes an item: its label, then what its first line and the lines below say.
    fn item(&mut self, start: usize, column: usize, label: Label<'a>) {
        let is_new = self.lists.fit(&label, column) == Fit::New;
        let first = self.at;
        if is_new && self.lists.is_full() && self.lists.innermost().is_some_and(|c| c < column) {
            let span = Span::new(start, start + label.width);
            self.too_deep.get_or_insert(span);
            return self.text(column);
        }
        let label_span = Span::new(start, start + label.width);
        let text_start = start + label.text;
        let text_column = column + label.text;
        let inner = self.inner_label(text_start, first);
        let item = Item {
            label: label.name.to_string(),
            label_span,
            blocks: Vec::new(),
            separator: None,
            span: label_span,
        };
        self.lists.add_item(&label, column, item);
        match inner {
            Some(inner) if !self.lists.is_full() => self.item(text_start, text_column, inner),
            _ => {
                self.item_text(text_start, column, text_column);
            }
        }
    }

    /// The label behind a label, as in `1. a. Stop the service`.
    fn inner_label(&self, start: usize, line: usize) -> Option<Label<'a>> {
        let end = self.lines.get(line)?.end();
        let label = labels::label(self.source.get(start..end)?)?;
        let label = labels::as_roman(label)
            .filter(|roman| roman.ordinal == 1)
            .unwrap_or(label);
        (label.style.count != Count::Bullet
            && label.ordinal == 1
            && label.style.count != Count::Upper)
            .then_some(label)
    }

    /// The first paragraph of an item.
    fn item_text(&mut self, start: usize, column: usize, text_column: usize) {
        let end = self.item_end(column, text_column);
        let second = self.lines.get(self.at + 1).filter(|_| end > self.at + 1);
        let content = second.map_or(column + 3, |line| line.column.max(column + 1));
        self.lists.set_content(content.min(text_column));
        let stop = self.lines.get(end - 1).map_or(start, Line::end);
        let prose = Prose::folded(self.source, Span::new(start, stop));
        self.lists.add(Block::Paragraph(prose), column + 1);
        self.before = Before::Text(end - 1);
        self.at = end;
    }

    /// One past the last line of an item's first paragraph.
    fn item_end(&self, column: usize, text_column: usize) -> usize {
        let mut end = self.at + 1;
        let mut content = None;
        while let Some(line) = self.lines.get(end).filter(|line| line.gap == 0) {
            let above = &self.lines[end - 1];
            let deepest = content.map_or(text_column + 1, |content: usize| content + 1);
            let is_deeper = line.column > deepest && !shape::is_full(above, line);
            let introduces = content.is_none() && shape::introduces(above) && above.width() < 50;
            if self.breaks(end) || is_deeper || introduces || line.column < column {
                break;
            }
            content.get_or_insert(line.column);
            end += 1;
        }
        end
    }

    /// Whether a new unit starts in line `at`, which stands right below another.
    fn breaks(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return true;
        };
        line.rule().is_some()
            || self.separator(at).is_some()
            || self.label(at).is_some()
            || (labels::note(line.text).is_some() && self.lines[at - 1].text.ends_with(['.', ':']))
    }

    /// Takes a paragraph, labelled or not.
    fn text(&mut self, column: usize) {
        let start = self.at;
        let mut end = start + 1;
        let first = self.lines[start].column;
        while let Some(line) = self.lines.get(end).filter(|line| line.gap == 0) {
            let usual = if end == start + 1 {
                first
            } else {
                self.lines[end - 1].column
            };
            let above = &self.lines[end - 1];
            let is_deeper = line.column > usual + 1 && !shape::is_full(above, line);
            if self.breaks(end) || is_deeper || self.starts_paragraph(end) {
                break;
            }
            end += 1;
        }
        let lines = &self.lines[start..end];
        let block = paragraph(self.source, lines);
        self.lists.add(block, column);
        self.before = Before::Text(end - 1);
        self.at = end;
    }

    /// Whether a paragraph starts with an indented first line right below another, as in a book.
    fn starts_paragraph(&self, at: usize) -> bool {
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

    /// Whether the unit that starts in line `at`, no item and no separator, is preformatted.
    fn is_code(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        if labels::note(line.text).is_some() && line.rule().is_none() {
            return false;
        }
        let chunk = self.chunk(at);
        if line.column <= 1 {
            return shape::is_table(chunk);
        }
        if at > 0 && self.starts_paragraph(at) && line.gap == 0 {
            return false;
        }
        match self.lists.around(line.column) {
            Some((_, content)) if line.column <= content + 1 => {
                let above = match self.before {
                    Before::Text(last) => self.lines.get(last),
                    _ => None,
                };
                shape::is_preformatted(chunk, above)
            }
            _ => true,
        }
    }

    /// The lines from `at` up to the next blank line, as many as are needed to tell their shape.
    fn chunk(&self, at: usize) -> &'a [Line<'a>] {
        let rest = self.lines.get(at..).unwrap_or_default();
        let length = rest
            .iter()
            .skip(1)
            .take(40)
            .take_while(|line| line.gap == 0)
            .count();
        rest.get(..length + 1).unwrap_or(rest)
    }

    /// Takes preformatted lines, blank lines between them included.
    fn code(&mut self, column: usize) {
        let start = self.at;
        let mut base = column;
        let mut end = start + 1;
        while let Some(line) = self.lines.get(end) {
            let ends = if line.gap == 0 {
                self.ends_code(end, column, base)
            } else {
                line.column < 2 || !self.goes_on_as_code(end, base)
            };
            if ends {
                break;
            }
            base = base.min(line.column);
            end += 1;
        }
        let block = preformatted(&self.lines[start..end]);
        self.lists.add(Block::Code(block), column);
        self.before = Before::Code(base);
        self.at = end;
    }

    /// Whether line `at`, right below preformatted text, is no more of it.
    fn ends_code(&self, at: usize, column: usize, base: usize) -> bool {
        let line = &self.lines[at];
        if column <= 1 {
            return self.separator(at).is_some();
        }
        let left = self.lists.around(column).map_or(0, |(column, _)| column);
        line.column <= left
            || line.column == 0
            || (line.column < base && self.label(at).is_some())
            || self.separator(at).is_some_and(|_| line.column < base)
    }

    /// Whether preformatted text goes on in line `at` behind a blank line.
    fn goes_on_as_code(&self, at: usize, base: usize) -> bool {
        let line = &self.lines[at];
        if self.separator(at).is_some() {
            return false;
        }
        let is_inside = line.column > base;
        let is_item = !is_inside && self.label(at).is_some();
        !is_item && (self.is_code(at) || is_inside)
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

/// Lines as they stand, their common indentation taken off.
fn preformatted(lines: &[Line]) -> Preformatted {
    let base = lines.iter().map(|line| line.column).min().unwrap_or(0);
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        if at > 0 {
            text.extend(std::iter::repeat_n('\n', line.gap + 1));
        }
        text.extend(std::iter::repeat_n(' ', line.column - base));
        text.push_str(line.text);
    }
    Preformatted {
        text,
        language: None,
        span: span_of(lines),
    }
}
