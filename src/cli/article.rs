//! Reads an article from a file or from standard input.

use super::Error;
use crate::document::read;
use crate::guide::Guide;
use std::io::Read;
use std::path::Path;

/// The guide of the article in this file (`-`: standard input).
pub fn guide(path: &Path) -> Result<Guide, Error> {
    let bytes = if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().read_to_end(&mut bytes);
        read.map_err(|error| Error::failed(format!("standard input cannot be read: {error}")))?;
        bytes
    } else {
        std::fs::read(path)
            .map_err(|error| Error::failed(format!("{} cannot be read: {error}", path.display())))?
    };
    Ok(Guide::new(read(&name(path), &bytes)))
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
