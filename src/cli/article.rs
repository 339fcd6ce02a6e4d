//! Reads an article from a file or from standard input.

use super::{Error, output};
use crate::document::decode::LIMIT;
use crate::document::{Document, read};
use crate::guide::Guide;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The guide of the article in this file (`-`: standard input). What is wrong with its source is said
/// on standard error.
pub fn guide(path: &Path) -> Result<Guide, Error> {
    let guide = Guide::new(read(&name(path), &bytes(path)?));
    let shown = match is_stdin(path) {
        true => "<stdin>".into(),
        false => path.display().to_string(),
    };
    for line in findings(&guide.document, &shown) {
        output::complain(&line);
    }
    Ok(guide)
}

/// Whether the article is to come from standard input.
pub fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of an article's file, or of standard input. Of a file that is longer than the reader takes, no more than
/// what shows that it is.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let (name, bytes) = match is_stdin(path) {
        true => ("standard input".into(), take(std::io::stdin())),
        false => (path.display().to_string(), File::open(path).and_then(take)),
    };
    bytes.map_err(|error| Error::failed(format!("{name} cannot be read: {error}")))
}

fn take(from: impl Read) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let enough = LIMIT as u64 + 4; // a byte order mark and one byte more
    from.take(enough).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// What is wrong with an article's source, a line each: `path:3:1: prose`.
pub fn findings(document: &Document, path: &str) -> Vec<String> {
    let found = document.diagnostics.iter();
    found
        .map(|found| crate::print::text_line(&found.render(path, &document.source)))
        .collect()
}

/// The name of an article whose file says none: the file's, or its folder's where the file is called `README.md`.
pub fn name(path: &Path) -> String {
    let stem = path
        .file_stem()
        .map_or(String::new(), |stem| stem.to_string_lossy().into_owned());
    let parent = path.parent().and_then(Path::file_name);
    match parent {
        Some(parent)
            if stem.eq_ignore_ascii_case("readme") || stem.eq_ignore_ascii_case("index") =>
        {
            parent.to_string_lossy().into_owned()
        }
        _ if stem == "-" => "article".into(),
        _ => stem,
    }
}
