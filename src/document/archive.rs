//! The archive front end.

use super::{Document, Format, Meta};

/// Reads the source.
pub fn read(name: &str, source: String) -> Document {
    Document {
        source,
        format: Format::Markdown,
        meta: Meta {
            id: name.into(),
            ..Meta::default()
        },
        sections: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// Whether the source is an article of the archive.
pub fn recognises(_source: &str) -> bool {
    false
}
