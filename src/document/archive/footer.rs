//! The footer: query words, a rule, and fields such as `Keywords` and `Issue type`.

use super::header::{extend, field, name};
use super::lines::Line;
use crate::document::{Field, FieldPart};

/// Names of fields that only the footer has.
const NAMES: [&str; 12] = [
    "Additional query words",
    "Additional reference words",
    "KBCategory",
    "KBSubcategory",
    "Keywords",
    "Technology",
    "Version",
    "Issue type",
    "Hardware",
    "Solution Type",
    "Component",
    "Platform",
];

/// The line that the footer starts with; the number of lines if there is none.
///
/// It starts with the query words, or with a long rule that only fields follow.
pub(super) fn start(lines: &[Line]) -> usize {
    let words = lines
        .iter()
        .rposition(|line| known(line).is_some_and(|name| name.starts_with("Additional")));
    let mut start = words.unwrap_or_else(|| rule_with_fields(lines));
    while start > 0
        && lines
            .get(start - 1)
            .is_some_and(|line| known(line).is_some())
    {
        start -= 1;
    }
    start
}

/// The last lines that are rules and known fields, from their first long rule on.
fn rule_with_fields(lines: &[Line]) -> usize {
    let is_rule = |line: &Line| line.rule() == Some(b'=') && line.text.len() >= 60;
    let tail = lines
        .iter()
        .rposition(|line| !is_rule(line) && known(line).is_none())
        .map_or(0, |last| last + 1);
    let rule = lines
        .get(tail..)
        .unwrap_or_default()
        .iter()
        .position(is_rule);
    rule.map_or(lines.len(), |rule| tail + rule)
}

fn known<'a>(line: &Line<'a>) -> Option<&'a str> {
    let name = name(line.text)?;
    let is_known = NAMES
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name.trim()));
    (line.column == 0 && is_known).then_some(name)
}

/// Reads the footer's lines as fields; a line that is none goes on with the one before.
pub(super) fn read(source: &str, lines: &[Line]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for line in lines.iter().filter(|line| line.rule().is_none()) {
        let padded = name(line.text).filter(|name| name.ends_with(' '));
        match (known(line).or(padded), fields.last_mut()) {
            (Some(name), _) => fields.push(field(source, FieldPart::Footer, line, name)),
            (None, Some(last)) => extend(source, last, line),
            (None, None) => fields.push(Field {
                part: FieldPart::Footer,
                name: String::new(),
                value: line.text.to_string(),
                span: line.span(),
            }),
        }
    }
    fields
}
