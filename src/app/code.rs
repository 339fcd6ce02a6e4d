//! How names, answers and spans are written in an address and in `data-action` attributes: with letters,
//! digits and a few signs that need no quoting in either.

use crate::guide::Answer;
use crate::span::Span;
use std::fmt::Write;

/// Letters, digits, `-` and `_` as they are, every other byte as `%` and two hexadecimal digits.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            out.push(byte as char);
        } else {
            let _ = write!(out, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
    out
}

/// Reads what [`escape`] writes, or what a browser made of it; `None` for a broken escape.
pub fn unescape(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut out = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let mut digit = || (bytes.next()? as char).to_digit(16);
        out.push((digit()? * 16 + digit()?) as u8);
    }
    String::from_utf8(out).ok()
}

/// An answer: `yes`, `no`, `unknown`, `other`, the alternative's number from 0, or `=` and the value.
pub fn answer(answer: &Answer) -> String {
    match answer {
        Answer::Yes => "yes".into(),
        Answer::No => "no".into(),
        Answer::Unknown => "unknown".into(),
        Answer::Other => "other".into(),
        Answer::Option(index) => index.to_string(),
        Answer::Value(value) => format!("={}", escape(value)),
    }
}

/// Reads what [`answer`] writes.
pub fn read_answer(text: &str) -> Option<Answer> {
    Some(match text {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        "unknown" => Answer::Unknown,
        "other" => Answer::Other,
        _ => match text.strip_prefix('=') {
            Some(value) => Answer::Value(unescape(value)?),
            None => Answer::Option(text.parse().ok()?),
        },
    })
}

/// A span: `120-180`.
pub fn span(span: Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// Reads what [`span`] writes; a span that ends before it starts is none.
pub fn read_span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let (start, end) = (start.parse().ok()?, end.parse().ok()?);
    (start <= end).then_some(Span { start, end })
}

/// Whether `id` can be the name of an article's file: letters, digits, `-`, `_` and dots that do not lead elsewhere.
pub fn is_article_name(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    (1..=120).contains(&id.len()) && id.chars().all(plain) && !id.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_articles() {
        for (id, good) in [
            ("Q285090", true),
            ("backup-restore_2.1", true),
            ("", false),
            ("../secret", false),
            ("a/b", false),
            ("..", false),
            ("javascript:x", false),
        ] {
            assert_eq!(is_article_name(id), good, "{id}");
        }
    }
}
