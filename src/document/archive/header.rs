//! The header: fields, stray lines and the applies-to list.
//!
//! ```text
//! Article: Q1                  field lines, one after the other
//! Last Modified: 10-FEB-2001
//!
//! 4.00 WINDOWS                 stray lines, in some old articles: fields without a name
//! IMPORTANT: Back up first.    a warning about the whole article, in some: text
//! ----------------
//! The information in this article applies to:
//! - A product                  one product an item, nested items too
//!    - the operating system: B
//! ----------------
//! ```

use super::labels;
use super::lines::{Line, span_of};
use crate::document::{Field, FieldPart};
use crate::span::Span;
use crate::text::Prose;

/// The header, read.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// The applies-to list.
    pub products: Vec<Prose>,
    /// A warning about the whole article that stands among its lines, up to the applies-to list: text like the body's.
    pub warning: std::ops::Range<usize>,
    /// How many lines it takes.
    pub lines: usize,
}

/// How many stray lines there may be between the fields and the applies-to list.
const MOST_STRAY: usize = 24;

/// Reads the header at the start of `lines`.
pub(super) fn read(source: &str, lines: &[Line]) -> Header {
    let mut header = Header::default();
    read_fields(source, lines, &mut header);
    if let Some(list) = applies_to(lines.get(header.lines..).unwrap_or_default()) {
        let list = header.lines + list;
        let stray = lines.get(header.lines..list).unwrap_or_default();
        let is_note = |line: &Line| labels::note(line.text).is_some();
        let fields = stray.iter().position(is_note).unwrap_or(stray.len());
        header.warning = header.lines + fields..list;
        for line in &stray[..fields] {
            if line.rule().is_none() {
                header.fields.push(nameless(source, line.span()));
            }
        }
        header.lines = list;
        read_products(source, lines, &mut header);
    }
    header
}

fn read_fields(source: &str, lines: &[Line], header: &mut Header) {
    for line in lines {
        let follows = header.lines == 0 || line.gap == 0;
        match (name(line.text), header.fields.last_mut()) {
            (Some(name), _) if follows => {
                header
                    .fields
                    .push(field(source, FieldPart::Header, line, name))
            }
            (None, Some(last)) if follows && line.rule().is_none() => extend(source, last, line),
            _ => break,
        }
        header.lines += 1;
    }
}

/// The name of a header's field, if the line is one.
pub(super) fn name(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(':')?;
    let is_name = name.len() <= 24
        && name.starts_with(|c: char| c.is_ascii_uppercase())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphabetic() || b" ()-".contains(&byte));
    is_name.then_some(name)
}

/// The field `name` of a line, its value the rest behind the colon.
pub(super) fn field(source: &str, part: FieldPart, line: &Line, name: &str) -> Field {
    let value = Span::new(line.start + name.len() + 1, line.end());
    Field {
        part,
        name: name.trim().to_string(),
        value: Prose::folded(source, value).as_str().to_string(),
        span: line.span(),
    }
}

/// Adds a line to a field's value.
pub(super) fn extend(source: &str, field: &mut Field, line: &Line) {
    let more = Prose::folded(source, line.span());
    if !field.value.is_empty() {
        field.value.push(' ');
    }
    field.value.push_str(more.as_str());
    field.span = field.span.cover(line.span());
}

fn nameless(source: &str, span: Span) -> Field {
    Field {
        part: FieldPart::Header,
        name: String::new(),
        value: Prose::folded(source, span).as_str().to_string(),
        span,
    }
}

/// The line that opens the applies-to list, if one comes before the text.
fn applies_to(lines: &[Line]) -> Option<usize> {
    let opens = |line: &Line| {
        let text = line.text.to_ascii_lowercase();
        text.starts_with("the information in this article") && text.ends_with("to:")
    };
    lines.iter().take(MOST_STRAY).position(opens)
}

fn read_products(source: &str, lines: &[Line], header: &mut Header) {
    let rest = lines.get(header.lines..).unwrap_or_default();
    let Some((first, list)) = rest.split_first() else {
        return;
    };
    let name = first.text.strip_suffix(':').unwrap_or(first.text);
    header
        .fields
        .push(field(source, FieldPart::Header, first, name));
    let end = products_end(list);
    let mut start = 0;
    while start < end {
        let next = list[start + 1..end].iter().position(starts_product);
        let stop = next.map_or(end, |next| start + 1 + next);
        header.products.extend(product(source, &list[start..stop]));
        start = stop;
    }
    header.lines += 1 + end;
}

/// Where the list ends: at the rule, or where text without bullets starts anew.
fn products_end(list: &[Line]) -> usize {
    let bulleted = list
        .iter()
        .any(|line| line.rule().is_none() && is_bulleted(line));
    let ends = |(at, line): (usize, &Line)| {
        let follows = list
            .get(at + 1)
            .is_some_and(|next| next.gap == 0 && next.rule().is_some());
        line.rule().is_some()
            || (at > 0 && line.gap > 0 && bulleted && !is_bulleted(line))
            || (follows
                && !is_bulleted(line)
                && list.get(at + 1).is_some_and(|next| next.text.len() < 60))
    };
    list.iter().enumerate().position(ends).unwrap_or(list.len())
}

fn is_bulleted(line: &Line) -> bool {
    line.text.starts_with("- ") || line.text.starts_with("* ")
}

fn starts_product(line: &Line) -> bool {
    is_bulleted(line) || line.gap > 0
}

fn product(source: &str, lines: &[Line]) -> Option<Prose> {
    let span = span_of(lines);
    let bullet = lines
        .first()
        .filter(|line| is_bulleted(line))
        .map_or(0, |_| 2);
    let start = span.start as usize + bullet;
    let prose = Prose::folded(source, Span::new(start, span.end as usize));
    (!prose.is_empty()).then_some(prose)
}

/// `10-FEB-2001` as `2001-02-10`; an ISO date is left as it is.
pub(super) fn iso_date(text: &str) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
    ];
    let mut parts = text.trim().split('-');
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |text: &str| text.parse::<u16>().ok();
    let (year, month, day) = if first.len() == 4 {
        (number(first)?, number(month)?, number(last)?)
    } else {
        let known = |name: &&str| month.eq_ignore_ascii_case(name);
        let month = 1 + MONTHS.iter().position(known)? as u16;
        (number(last)?, month, number(first)?)
    };
    let is_date = parts.next().is_none()
        && (1000..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=days(year, month)).contains(&day);
    is_date.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The days of a month.
pub(in crate::document) fn days(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates() {
        let table = [
            ("10-FEB-2001", Some("2001-02-10")),
            (" 1-dec-1999 ", Some("1999-12-01")),
            ("2001-02-10", Some("2001-02-10")),
            ("10-FOO-2001", None),
            ("40-FEB-2001", None),
            ("soon", None),
            ("", None),
        ];
        for (text, expected) in table {
            assert_eq!(iso_date(text).as_deref(), expected, "{text}");
        }
    }
}
