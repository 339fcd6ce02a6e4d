//! Bytes to text.

use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// Decodes an article as UTF-8 with replacement characters, a byte order mark left out.
pub fn decode(bytes: &[u8]) -> (String, Vec<Diagnostic>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let source = String::from_utf8_lossy(bytes).into_owned();
    let kind = DiagnosticKind::Empty;
    let found = source.trim().is_empty();
    let diagnostics = found.then_some(Diagnostic { kind, span: None });
    (source, diagnostics.into_iter().collect())
}
