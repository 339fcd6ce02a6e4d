//! Finds the articles of a folder.

use super::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Every `.md` and `.txt` below the folder in order of the paths. What lies in the folder of the site is no article;
/// neither is what is hidden. Links to folders are not followed: they may lead around in a circle.
pub fn collect(kb: &Path, site: &Path) -> Result<Vec<PathBuf>, Error> {
    let site = fs::canonicalize(site).ok();
    let is_site = |path: &Path| site.is_some() && fs::canonicalize(path).ok() == site;
    let mut found = Vec::new();
    let mut open = vec![kb.to_path_buf()];
    while let Some(folder) = open.pop() {
        let unreadable =
            |error| Error::failed(format!("{} cannot be read: {error}", folder.display()));
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let path = entry.path();
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            let kind = entry.file_type().map_err(unreadable)?;
            if hidden {
                continue;
            } else if kind.is_dir() {
                open.extend((!is_site(&path)).then_some(path));
            } else if is_article(&path) && !path.is_dir() {
                found.push(path);
            }
        }
    }
    if found.is_empty() {
        let text = format!("{} holds no article (.md or .txt)", kb.display());
        return Err(Error::failed(text));
    }
    found.sort();
    Ok(found)
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("txt")
}
