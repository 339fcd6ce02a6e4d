//! The markdown front end.

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
