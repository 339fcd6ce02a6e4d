//! Bytes to text.
//!
//! Whatever the bytes are, there is a text: UTF-8 with replacement characters, a byte order mark left
//! out, NUL bytes read as replacement characters too (they are no text and some displays end at them).
//! What had to be replaced or left out is said in diagnostics.

use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// The longest article that is read, in bytes; what stands behind is left out.
pub const LIMIT: usize = 64 << 20;

/// Decodes an article as UTF-8 with replacement characters, a byte order mark left out.
pub fn decode(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    decode_within(bytes, LIMIT)
}

fn decode_within(bytes: &[u8], limit: usize) -> (String, Vec<Diagnostic>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut kinds = Vec::new();
    let bytes = if bytes.len() > limit {
        kinds.push(DiagnosticKind::TooLong(limit));
        cut(bytes, limit)
    } else {
        bytes
    };
    let (mut source, invalid) = replace_invalid(bytes);
    if invalid > 0 {
        kinds.push(DiagnosticKind::InvalidUtf8(invalid));
    }
    if bytes.contains(&0) {
        kinds.push(DiagnosticKind::Binary);
        source = source.replace('\0', "\u{FFFD}");
    }
    if source.trim().is_empty() {
        kinds.push(DiagnosticKind::Empty);
    }
    let diagnostics = kinds.into_iter().map(whole).collect();
    (source, diagnostics)
}

fn whole(kind: DiagnosticKind) -> Diagnostic {
    Diagnostic { kind, span: None }
}

/// The first `limit` bytes, less the bytes of a character that the limit would split.
fn cut(bytes: &[u8], limit: usize) -> &[u8] {
    let is_inside = |at: usize| bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    let mut end = limit;
    while end > limit.saturating_sub(3) && is_inside(end) {
        end -= 1;
    }
    bytes.get(..end).unwrap_or(bytes)
}

/// The text and how many places had to be replaced.
fn replace_invalid(bytes: &[u8]) -> (String, usize) {
    let mut source = String::with_capacity(bytes.len());
    let mut places = 0;
    for chunk in bytes.utf8_chunks() {
        source.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            source.push(char::REPLACEMENT_CHARACTER);
            places += 1;
        }
    }
    (source, places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DiagnosticKind::*;

    #[test]
    fn any_bytes_give_a_text() {
        let table: &[(&[u8], &str, &[DiagnosticKind])] = &[
            (b"plain", "plain", &[]),
            (b"\xEF\xBB\xBFmarked", "marked", &[]),
            (b"", "", &[Empty]),
            (b" \r\n", " \r\n", &[Empty]),
            (b"a\xFFb\xC3", "a\u{FFFD}b\u{FFFD}", &[InvalidUtf8(2)]),
            (b"a\0b", "a\u{FFFD}b", &[Binary]),
        ];
        for (bytes, text, kinds) in table {
            let (source, found) = decode(bytes);
            let found: Vec<_> = found.into_iter().map(|found| found.kind).collect();
            assert_eq!((source.as_str(), found.as_slice()), (*text, *kinds));
        }
    }

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        let (source, found) = decode_within("abcé".as_bytes(), 4);
        assert_eq!(source, "abc");
        assert_eq!(found[0].kind, TooLong(4));
    }
}
