//! Preformatted text: lines that are indented deeper than the running text, and tables at the margin.

use super::body::{Before, Reader};
use super::labels::{self, Count, Label};
use super::lines::{Line, span_of};
use super::shape;
use crate::document::{Block, Preformatted};

impl<'a> Reader<'a> {
    /// Whether the unit that starts in line `at`, no item and no separator, is preformatted. `above` is the last
    /// line of the text before it.
    pub(super) fn is_code(&self, at: usize, above: Option<&Line>) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        if labels::note(line.text).is_some() && line.rule().is_none() {
            return false;
        }
        let chunk = self.chunk(at);
        if line.column <= 1 {
            let announced = above.is_some_and(shape::introduces);
            return shape::is_table(chunk) || announced && shape::is_typed(chunk);
        }
        if at > 0 && self.starts_paragraph(at) && line.gap == 0 {
            return false;
        }
        match self.lists.around(line.column) {
            Some((_, content)) if line.column <= content + 1 => {
                shape::is_preformatted(chunk, above)
            }
            None if line.column <= self.margin + 1 => shape::is_preformatted(chunk, above),
            _ => true,
        }
    }

    /// The last line of the text right before, if it was text.
    pub(super) fn text_above(&self) -> Option<&'a Line<'a>> {
        match self.before {
            Before::Text(last) => self.lines.get(last),
            _ => None,
        }
    }

    fn chunk(&self, at: usize) -> &'a [Line<'a>] {
        chunk(self.lines.get(at..).unwrap_or_default())
    }

    /// Takes preformatted lines, blank lines between them included.
    pub(super) fn code(&mut self, column: usize) {
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
        let block = preformatted(self.lines.get(start..end).unwrap_or_default());
        self.lists.add(Block::Code(block), column);
        self.before = Before::Code(base);
        self.at = end;
    }

    /// Whether line `at`, right below preformatted text, is no more of it.
    fn ends_code(&self, at: usize, column: usize, base: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return true;
        };
        let notes = labels::note(line.text).is_some() && labels::shouts(line.text);
        if notes && line.column <= base {
            return true;
        }
        if column <= 1 {
            return self.separator(at).is_some();
        }
        let left = self.lists.around(column).map_or(0, |(column, _)| column);
        line.column <= left
            || line.column == 0
            || self.starts_list(at, base)
            || self.separator(at).is_some_and(|_| line.column < base)
    }

    /// Whether an item starts in line `at`, no deeper than the preformatted text above it.
    fn starts_list(&self, at: usize, base: usize) -> bool {
        let column = self.lines.get(at).map_or(0, |line| line.column);
        let is_item = |label: Label| column < base || label.style.count != Count::Bullet;
        column <= base && self.label(at).is_some_and(is_item)
    }

    /// Whether preformatted text goes on in line `at` behind a blank line.
    fn goes_on_as_code(&self, at: usize, base: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        if self.separator(at).is_some() {
            return false;
        }
        let is_inside = line.column > base;
        let comments = line.column > 1 && self.comments(at);
        let is_item = !is_inside && !comments && self.label(at).is_some();
        !is_item && (comments || is_inside || self.is_code(at, None))
    }

    /// Whether the lines that start with `*` here are comments of a program and no bullets: a line of the program stands right
    /// below them in the same column, where an item would go on deeper.
    ///
    /// ```text
    /// comments = {"*" text}  statement      in one column, without blank lines
    /// ```
    pub(super) fn comments(&self, at: usize) -> bool {
        let lines = self.lines.get(at..).unwrap_or_default();
        let Some(first) = lines.first().filter(|line| line.text.starts_with("* ")) else {
            return false;
        };
        let below = lines.iter().skip(1).take(40);
        let statement = below
            .take_while(|line| line.gap == 0)
            .find(|line| !line.text.starts_with('*'));
        statement
            .is_some_and(|line| line.column == first.column && labels::label(line.text).is_none())
    }
}

/// The first lines up to the next blank line, as many as are needed to tell their shape.
fn chunk<'a>(lines: &'a [Line<'a>]) -> &'a [Line<'a>] {
    let below = lines.iter().skip(1).take(40);
    let length = below.take_while(|line| line.gap == 0).count() + 1;
    lines.get(..length).unwrap_or(lines)
}

/// The column of a section's running text: that of its first lines, if they are running text, for there
/// are sections that are indented as a whole.
pub(super) fn margin(lines: &[Line]) -> usize {
    let column = lines.first().map_or(0, |line| line.column);
    let is_text = column > 1 && !shape::is_preformatted(chunk(lines), None);
    if is_text { column } else { 0 }
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
