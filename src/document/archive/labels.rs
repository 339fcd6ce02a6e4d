//! What a line starts with: the label of a list's item, the label of a note, or a separator.

use crate::document::{ListKind, Separator};

/// How the labels of one list look, so that `a)` does not go on with `1.` or `b.`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style {
    /// What counts.
    pub count: Count,
    /// The character behind the label, `(` for one in parentheses, the bullet itself for bullets.
    pub mark: u8,
}

/// What counts in a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Count {
    Number,
    Lower,
    Upper,
    RomanLower,
    RomanUpper,
    Bullet,
}

impl Style {
    /// The kind of list that such labels make.
    pub fn kind(self) -> ListKind {
        match self.count {
            Count::Number => ListKind::Numbered,
            Count::Bullet => ListKind::Bulleted,
            _ => ListKind::Lettered,
        }
    }
}

/// An item's label at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// The label without dot or parentheses, `-` for a bullet.
    pub name: &'a str,
    /// Bytes of the label with its dot.
    pub width: usize,
    /// Bytes up to the item's text.
    pub text: usize,
    /// How it looks.
    pub style: Style,
    /// Its place in the list from 0 or 1; 0 for bullets.
    pub ordinal: usize,
}

/// The label that `text` starts with: `1.`, `2)`, `(3)`, `a.`, `B)`, `-`, `*`, `+`, `o`. A letter that
/// is also a Roman number is read as a letter; [`as_roman`] gives the other reading.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    let bytes = text.as_bytes();
    let open = usize::from(bytes.first() == Some(&b'('));
    let mut name_end = open;
    while name_end < open + 5 && bytes.get(name_end).is_some_and(u8::is_ascii_alphanumeric) {
        name_end += 1;
    }
    let name = text.get(open..name_end)?;
    let mark = *bytes.get(name_end)?;
    if name.is_empty() {
        return if open == 0 { bullet(text, mark) } else { None };
    }
    match (open, mark) {
        (1, b')') => labelled(text, name, name_end + 1, b'('),
        (0, b'.' | b')') => labelled(text, name, name_end + 1, mark),
        (0, b' ') if name == "o" => bullet(text, b'o'),
        _ => None,
    }
}

fn bullet(text: &str, mark: u8) -> Option<Label<'_>> {
    if !matches!(mark, b'-' | b'*' | b'+' | b'o') {
        return None;
    }
    let count = Count::Bullet;
    let style = Style { count, mark };
    with_text(text, "-", 1, style, 0)
}

fn labelled<'a>(text: &'a str, name: &'a str, width: usize, mark: u8) -> Option<Label<'a>> {
    let (count, ordinal) = count(name)?;
    with_text(text, name, width, Style { count, mark }, ordinal)
}

fn with_text<'a>(
    text: &'a str,
    name: &'a str,
    width: usize,
    style: Style,
    ordinal: usize,
) -> Option<Label<'a>> {
    let rest = text.get(width..)?;
    let content = rest.trim_start();
    let blank = rest.len() - content.len();
    (blank > 0 && !content.is_empty()).then_some(Label {
        name,
        width,
        text: width + blank,
        style,
        ordinal,
    })
}

/// What `name` counts and how far.
fn count(name: &str) -> Option<(Count, usize)> {
    if let Ok(number) = name.parse::<usize>() {
        return (number < 1000).then_some((Count::Number, number));
    }
    match name.as_bytes() {
        [letter @ b'a'..=b'z'] => Some((Count::Lower, usize::from(letter - b'a') + 1)),
        [letter @ b'A'..=b'Z'] => Some((Count::Upper, usize::from(letter - b'A') + 1)),
        _ => roman(name),
    }
}

/// A numbered label that has no text behind it: `5.`
pub(super) fn bare(text: &str) -> Option<Label<'_>> {
    let name = text.strip_suffix(['.', ')'])?;
    let (count, ordinal) = count(name).filter(|(count, _)| *count == Count::Number)?;
    let mark = *text.as_bytes().last()?;
    let style = Style { count, mark };
    let width = text.len();
    Some(Label {
        name,
        width,
        text: width,
        style,
        ordinal,
    })
}

/// The same label read as a Roman number.
pub(super) fn as_roman(label: Label<'_>) -> Option<Label<'_>> {
    let (count, ordinal) = roman(label.name)?;
    let mark = label.style.mark;
    Some(Label {
        style: Style { count, mark },
        ordinal,
        ..label
    })
}

/// A Roman number up to 39 in one case.
fn roman(name: &str) -> Option<(Count, usize)> {
    let is_upper = name.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_lower = name.bytes().all(|byte| byte.is_ascii_lowercase());
    if name.is_empty() || is_upper == is_lower {
        return None;
    }
    let tens = name
        .bytes()
        .take_while(|b| b.eq_ignore_ascii_case(&b'x'))
        .count();
    let ones = name.get(tens..)?.to_ascii_lowercase();
    const ONES: [&str; 10] = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
    let ones = ONES.iter().position(|one| *one == ones)?;
    let count = if is_upper {
        Count::RomanUpper
    } else {
        Count::RomanLower
    };
    (tens <= 3).then_some((count, 10 * tens + ones))
}

/// The lettered items that run on in a paragraph, with where they start: at least two in order from `a`,
/// each behind the end of a sentence or a colon and with a capital first.
pub(super) fn run_in(text: &str) -> Vec<(usize, Label<'_>)> {
    let mut found: Vec<(usize, Label)> = Vec::new();
    let mut behind_end = false;
    let mut word_start = true;
    for (at, c) in text.char_indices() {
        if c.is_whitespace() {
            word_start = true;
            continue;
        }
        let starts = word_start && behind_end && (c == '(' || c.is_ascii_lowercase());
        let next = text.get(at..).filter(|_| starts).and_then(label);
        found.extend(
            next.filter(|label| goes_on(&found, text, at, label))
                .map(|label| (at, label)),
        );
        (word_start, behind_end) = (false, matches!(c, '.' | ':' | ';' | '?' | '!' | ')' | '"'));
    }
    if found.len() < 2 { Vec::new() } else { found }
}

fn goes_on(found: &[(usize, Label)], text: &str, at: usize, label: &Label) -> bool {
    let is_next = match found.last() {
        Some((_, last)) => label.style == last.style && label.ordinal == last.ordinal + 1,
        None => label.style.count == Count::Lower && label.ordinal == 1,
    };
    let rest = text.get(at + label.text..).unwrap_or("");
    is_next && rest.starts_with(|c: char| c.is_uppercase())
}

/// Whether `text` is a line that joins what stands around it: `-or-`, `- and -`, `> -or-`, `or`. The
/// second value says whether it has dashes, without which it needs blank lines around it.
pub(super) fn separator(text: &str) -> Option<(Separator, bool)> {
    if text.len() > 20 {
        return None;
    }
    let word = text.trim_matches(|c: char| c.is_whitespace() || "-->*=:.–—_".contains(c));
    let kind = match word {
        _ if word.eq_ignore_ascii_case("or") => Separator::Or,
        _ if word.eq_ignore_ascii_case("and") => Separator::And,
        _ => return None,
    };
    Some((kind, text.contains(['-', '–', '—'])))
}

/// Words that label advice or a warning.
const NOTES: [&str; 14] = [
    "NOTE",
    "NOTES",
    "WARNING",
    "WARNINGS",
    "CAUTION",
    "CAUTIONS",
    "IMPORTANT",
    "TIP",
    "TIPS",
    "HINT",
    "HINTS",
    "ATTENTION",
    "REMINDER",
    "DANGER",
];

/// Words that may stand before such a label.
const BEFORE: [&str; 10] = [
    "IMPORTANT",
    "PLEASE",
    "SPECIAL",
    "SECURITY",
    "ADDITIONAL",
    "GENERAL",
    "VERY",
    "EXTREME",
    "SERIOUS",
    "AND",
];

/// The label of a note at the start of `text`: the range of its words and the byte behind its colon. The
/// grammar is `["*"…] {before} note [number] [" "] ":"`, in capitals or with a capital first, or all in
/// capitals with `!` for the colon.
pub(super) fn note(text: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let start = text.len() - text.trim_start_matches(['*', ' ']).len();
    let rest = text.get(start..)?;
    if !rest.as_bytes().first()?.is_ascii_uppercase() {
        return None;
    }
    let head = rest.as_bytes().get(..40).unwrap_or(rest.as_bytes());
    let colon = head.iter().position(|byte| matches!(byte, b':' | b'!'))?;
    let words = rest.get(..colon)?.trim_end_matches(['*', ' ']);
    let name = words.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ' || c == '#');
    let is = |word: &str, list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut names = name.rsplit(' ');
    let shouts = head.get(colon) == Some(&b'!');
    if shouts && words.contains(|c: char| c.is_lowercase()) {
        return None;
    }
    let is_note = is(names.next()?, &NOTES) && names.all(|word| is(word, &BEFORE));
    let behind = rest.get(colon + 1..)?;
    let stars = behind.len() - behind.trim_start_matches('*').len();
    is_note.then_some((start..start + words.len(), start + colon + 1 + stars))
}

/// Whether a label of a note is in capitals, as no word in the middle of a sentence is.
pub(super) fn shouts(text: &str) -> bool {
    let label = text.trim_start_matches(['*', ' ']);
    label.bytes().take_while(u8::is_ascii_uppercase).count() >= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn item_labels() {
        let table = [
            ("1. Stop", Some(("1", Count::Number, 1))),
            ("12) Stop", Some(("12", Count::Number, 12))),
            ("(3) Stop", Some(("3", Count::Number, 3))),
            ("b. Stop", Some(("b", Count::Lower, 2))),
            ("C) Stop", Some(("C", Count::Upper, 3))),
            ("iv. Stop", Some(("iv", Count::RomanLower, 4))),
            ("XII. Stop", Some(("XII", Count::RomanUpper, 12))),
            ("- Stop", Some(("-", Count::Bullet, 0))),
            ("o Stop", Some(("-", Count::Bullet, 0))),
            ("1.0 Stop", None),
            ("3.", None),
            ("-x", None),
            ("vim. Stop", None),
            ("( Stop", None),
        ];
        for (text, expected) in table {
            let found = label(text).map(|l| (l.name, l.style.count, l.ordinal));
            assert_eq!(found, expected, "{text}");
        }
        let i = label("i. Stop").and_then(as_roman).unwrap();
        assert_eq!((i.style.count, i.ordinal), (Count::RomanLower, 1));
    }

    #[test]
    fn items_that_run_on() {
        let table = [
            (
                "Do this: a. Stop it. b. Start it.",
                vec![(9, "a"), (21, "b")],
            ),
            (
                "Do this: (a) Stop it. (b)\n Start it.",
                vec![(9, "a"), (22, "b")],
            ),
            ("Do this: a. Stop it.", vec![]),
            ("See a. Stop it. Then b. Start it.", vec![]),
            ("See plan: a. Stop; b. lower.", vec![]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = run_in(text)
                .into_iter()
                .map(|(at, l)| (at, l.name))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn separators() {
        let table = [
            ("-or-", Some((Separator::Or, true))),
            ("> - OR -", Some((Separator::Or, true))),
            ("-- and --", Some((Separator::And, true))),
            ("or", Some((Separator::Or, false))),
            ("or else", None),
            ("----", None),
        ];
        for (text, expected) in table {
            assert_eq!(separator(text), expected, "{text}");
        }
    }

    #[test]
    fn note_labels() {
        let table = [
            ("NOTE: wait", Some("NOTE")),
            ("Important Note : wait", Some("Important Note")),
            ("**WARNING**: wait", Some("WARNING")),
            ("NOTE 2: wait", Some("NOTE 2")),
            ("Note that this: waits", None),
            ("STOP: 0x1e", None),
            ("warning C1: x", None),
            ("WARNING! wait", Some("WARNING")),
            ("Important! wait", None),
            ("TCP: x", None),
        ];
        for (text, expected) in table {
            assert_eq!(
                note(text).map(|(range, _)| &text[range]),
                expected,
                "{text}"
            );
        }
    }
}
