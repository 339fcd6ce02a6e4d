//! Items of lists: whether a line starts one, and what its first paragraph takes in.
//!
//! Many lines look like items and are none: a sentence that is wrapped in front of "5. ", a version, a
//! telephone number, a line of code. So a label counts if it is next in order, or if it starts a list where a
//! list may start.

use super::body::{Before, Reader};
use super::labels::{self, Count, Label};
use super::lines::Line;
use super::lists::Fit;
use super::shape;
use crate::document::{Block, Item};
use crate::span::Span;
use crate::text::Prose;

/// How much deeper than the running text a list may be indented.
const DEEPER: usize = 4;

/// The greatest number that an item out of order may have; `(800) 555-0100` is no item.
const MOST_ASTRAY: usize = 50;

/// How far ahead the second label of a list in capitals is looked for, in lines.
const AHEAD: usize = 60;

impl<'a> Reader<'a> {
    /// The label of the item that starts in line `at`.
    pub(super) fn label(&self, at: usize) -> Option<Label<'a>> {
        let line = self.lines.get(at)?;
        let label = labels::label(line.text).or_else(|| self.bare_label(line))?;
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

    /// A number that stands alone in its line, the next in order; its text stands below.
    fn bare_label(&self, line: &Line<'a>) -> Option<Label<'a>> {
        let label = labels::bare(line.text)?;
        (self.lists.fit(&label, line.column) == Fit::Next).then_some(label)
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
            Count::Number => fit == Fit::Next || label.ordinal <= MOST_ASTRAY,
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
            (_, Fit::Next) => self.lists.is_at_labels(label, line.column),
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
        let content = self
            .lists
            .around(column)
            .map_or(self.margin, |(_, content)| content);
        let in_code = matches!(self.before, Before::Code(code)
            if code < column || (code == column && column > content + DEEPER));
        column <= content + DEEPER && !in_code
    }

    /// Takes an item: its label, then what its first line and the lines below say.
    pub(super) fn item(&mut self, start: usize, column: usize, label: Label<'a>) {
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
        let item = labelled(&label, label_span);
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
        self.add_run_in(start, stop, column, text_column);
        self.before = Before::Text(end - 1);
        self.at = end;
    }

    /// Adds an item's first paragraph. A sub-list that runs on in it, `Do this: a. Stop it. b. Start it.`, is
    /// taken apart.
    fn add_run_in(&mut self, start: usize, stop: usize, column: usize, text_column: usize) {
        let text = self.source.get(start..stop).unwrap_or("");
        let parts = if self.lists.is_full() {
            Vec::new()
        } else {
            labels::run_in(text)
        };
        let end_of = |next: usize| parts.get(next).map_or(stop, |(at, _)| start + at);
        self.add_prose(Span::new(start, end_of(0)), column + 1);
        for (number, (at, label)) in parts.iter().enumerate() {
            let from = start + at;
            let label_span = Span::new(from, from + label.width);
            let item = labelled(label, label_span);
            self.lists.add_item(label, text_column, item);
            let span = Span::new(from + label.text, end_of(number + 1));
            self.add_prose(span, text_column + 1);
        }
    }

    fn add_prose(&mut self, span: Span, column: usize) {
        let prose = Prose::folded(self.source, span);
        if !prose.is_empty() {
            self.lists.add(Block::Paragraph(prose), column);
        }
    }

    /// One past the last line of an item's first paragraph.
    fn item_end(&self, column: usize, text_column: usize) -> usize {
        let mut end = self.at + 1;
        let mut content = None;
        while let Some((above, line)) = self.pair(end).filter(|(_, line)| line.gap == 0) {
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
}

/// An item that holds nothing yet.
fn labelled(label: &Label, label_span: Span) -> Item {
    Item {
        label: label.name.to_string(),
        label_span,
        blocks: Vec::new(),
        separator: None,
        span: label_span,
    }
}
