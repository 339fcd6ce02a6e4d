//! Bytes to a document: decode, tell the format, hand over to its front end.

use super::{Document, archive, decode, markdown};

/// Reads an article. `name` is the file's name without its ending; it stands in for a number that the
/// article does not give. Never fails: what is wrong is in [`Document::diagnostics`].
pub fn read(name: &str, bytes: &[u8]) -> Document {
    let (source, diagnostics) = decode::decode(bytes);
    let mut document = if archive::recognises(&source) {
        archive::read(name, source)
    } else {
        markdown::read(name, source)
    };
    document.diagnostics.splice(0..0, diagnostics);
    document
}
