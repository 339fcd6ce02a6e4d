//! Headings: a line, or a few, underlined with `===` or `---`.
//!
//! A row of dashes under a table's head, inside preformatted text or around a footer is no underline.

use super::lines::{Line, span_of};
use crate::text::Prose;
use std::ops::Range;

/// A heading and the lines of what stands under it.
#[derive(Debug)]
pub(super) struct Cut {
    /// The heading's lines; empty for what stands before the first heading.
    pub heading: Range<usize>,
    /// 0 without a heading, 1 for `===`, 2 for `---`.
    pub level: u8,
    /// The lines under it.
    pub body: Range<usize>,
}

/// The most lines that a heading has.
const MOST_LINES: usize = 3;

/// Cuts the lines at their headings.
pub(super) fn cut(lines: &[Line]) -> Vec<Cut> {
    let mut cuts = vec![Cut {
        heading: 0..0,
        level: 0,
        body: 0..lines.len(),
    }];
    let mut free = 0;
    for (at, line) in lines.iter().enumerate() {
        let level = match line.rule() {
            Some(b'=') => 1,
            Some(b'-') => 2,
            _ => continue,
        };
        let Some(heading) = heading_above(lines, free, at) else {
            continue;
        };
        if let Some(last) = cuts.last_mut() {
            last.body.end = heading.start;
        }
        free = at + 1;
        cuts.push(Cut {
            heading,
            level,
            body: at + 1..lines.len(),
        });
    }
    let is_something = |cut: &Cut| cut.level > 0 || !cut.body.is_empty();
    cuts.retain(is_something);
    cuts
}

/// The heading's text.
pub(super) fn prose(source: &str, lines: &[Line], heading: &Range<usize>) -> Option<Prose> {
    let lines = lines
        .get(heading.clone())
        .filter(|lines| !lines.is_empty())?;
    Some(Prose::folded(source, span_of(lines)))
}

/// The lines that the rule at `rule` underlines, none of them before `free`.
fn heading_above(lines: &[Line], free: usize, rule: usize) -> Option<Range<usize>> {
    let underline = lines.get(rule)?;
    if underline.gap > 0 || underline.column > 1 {
        return None;
    }
    let mut start = rule;
    while start > free && rule - start <= MOST_LINES && lines.get(start - 1).is_some_and(can_head) {
        start -= 1;
        if lines.get(start).is_none_or(|line| line.gap > 0) {
            break;
        }
    }
    let above = lines.get(start..rule).filter(|above| !above.is_empty())?;
    let count = heading_lines(above, underline.text.len())?;
    Some(rule - count..rule)
}

fn can_head(line: &Line) -> bool {
    line.column <= 1 && line.rule().is_none() && !line.has_columns()
}

/// How many of the lines above an underline of `length` it underlines.
fn heading_lines(above: &[Line], length: usize) -> Option<usize> {
    let last = above.last()?;
    let chars = |line: &Line| line.text.chars().count();
    let fits = |text: usize, by: usize| text.abs_diff(length) <= by;
    let longest = above.iter().map(chars).max().unwrap_or(0);
    if above.len() == 1 {
        let ends = last.text.ends_with('.') && !fits(chars(last), 4);
        let is_long = length > 2 * chars(last) + 12;
        return (!ends && !is_long).then_some(1);
    }
    let before = above.get(above.len() - 2)?;
    let is_new = before.text.ends_with(['.', ':', ';']) || chars(before) < 40;
    if fits(chars(last), 2) && (is_new || above.len() > MOST_LINES) {
        return Some(1);
    }
    let joined = above.iter().map(chars).sum::<usize>() + above.len() - 1;
    let is_underlined = fits(longest, 3) || fits(chars(last), 2) || fits(joined, 4);
    let is_heading = above.len() <= MOST_LINES && is_underlined;
    (is_heading && !last.text.ends_with('.')).then_some(above.len())
}

#[cfg(test)]
mod tests {
    use super::super::lines::scan;
    use super::*;

    #[test]
    fn headings_of_one_line_and_of_several() {
        let long = "When the second of the two printers in the hall was taken off";
        let table = [
            ("Stop it\n-------\n".to_string(), vec!["Stop it"]),
            (
                format!("{long}\nwith Setup\n{}\n", "-".repeat(72)),
                vec!["When the second of the two printers in the hall was taken off with Setup"],
            ),
            (
                format!("{long}\nwith Setup\n{}\n", "-".repeat(10)),
                vec!["When the second of the two printers in the hall was taken off with Setup"],
            ),
            ("It stops.\nWhy\n---\n".to_string(), vec!["Why"]),
            (
                "name   size   date\n------------------\n".to_string(),
                vec![],
            ),
        ];
        for (source, expected) in table {
            let lines = scan(&source, 0, 0);
            let headings: Vec<_> = cut(&lines)
                .iter()
                .filter_map(|cut| prose(&source, &lines, &cut.heading))
                .map(|prose| prose.as_str().to_string())
                .collect();
            assert_eq!(headings, expected, "{source}");
        }
    }
}
