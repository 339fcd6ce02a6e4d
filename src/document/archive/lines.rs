//! The lines of an article's text, without the indentation of the block that they stand in.

use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Its text without the blanks at both ends.
    pub text: &'a str,
    /// Where its text starts in the source.
    pub start: usize,
    /// The column that its text starts in, the block's own indentation taken off.
    pub column: usize,
    /// How many blank lines stand before it.
    pub gap: usize,
}

impl Line<'_> {
    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where its text stands.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end())
    }

    /// The column that its text ends in.
    pub fn width(&self) -> usize {
        self.column + self.text.len()
    }

    /// The character that the whole line repeats, if it is a rule of at least three `-`, `=`, `_` or `*`.
    pub fn rule(&self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        let first = *bytes.first()?;
        let is_rule = matches!(first, b'-' | b'=' | b'_' | b'*')
            && bytes.len() >= 3
            && bytes.iter().all(|byte| *byte == first);
        is_rule.then_some(first)
    }

    /// Whether the text has a gap of three blanks, as between the columns of a table.
    pub fn has_columns(&self) -> bool {
        self.text.contains("   ") || self.text.contains('\t')
    }
}

/// Where the lines `lines` stand, from the first text to the last.
pub(super) fn span_of(lines: &[Line]) -> Span {
    match (lines.first(), lines.last()) {
        (Some(first), Some(last)) => first.span().cover(last.span()),
        _ => Span::default(),
    }
}

/// A line's bytes with its end of line left out, and where they start. Ends of lines are `\n`, `\r\n` and
/// a lone `\r`.
pub(super) fn raw_lines(source: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = from;
    std::iter::from_fn(move || {
        let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
        let start = at;
        let length = rest.bytes().position(|byte| byte == b'\n' || byte == b'\r');
        let text = rest.get(..length.unwrap_or(rest.len())).unwrap_or(rest);
        at += text.len();
        at += match rest.as_bytes().get(text.len()..) {
            Some([b'\r', b'\n', ..]) => 2,
            Some([_, ..]) => 1,
            _ => 0,
        };
        Some((start, text))
    })
}

/// The lines that are not blank from `from` on; `indent` columns of each are the block's own.
pub(super) fn scan(source: &str, from: usize, indent: usize) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut gap = 0;
    for (start, raw) in raw_lines(source, from) {
        let text = raw.trim();
        if text.is_empty() {
            gap += 1;
            continue;
        }
        let blank = raw.len() - raw.trim_start().len();
        let column = columns(&raw[..blank]).saturating_sub(indent);
        lines.push(Line {
            text,
            start: start + blank,
            column,
            gap,
        });
        gap = 0;
    }
    lines
}

/// How many columns a line's leading blanks take; a tab goes on to the next multiple of four.
pub(super) fn columns(blank: &str) -> usize {
    blank.chars().fold(0, |column, c| match c {
        '\t' => (column / 4 + 1) * 4,
        _ => column + 1,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_end_of_line_counts() {
        let lines = scan("\tone\r\n\r\n\t  two\rthree", 0, 4);
        let seen: Vec<_> = lines.iter().map(|l| (l.text, l.column, l.gap)).collect();
        assert_eq!(seen, [("one", 0, 0), ("two", 2, 1), ("three", 0, 0)]);
        assert_eq!(lines[1].start, 11);
    }
}
