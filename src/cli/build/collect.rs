//! Finds the articles of a folder, with what the file system says about each.

use super::{Error, disk::unreadable};
use crate::cli::article;
use rayon::prelude::*;
use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// An article's file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Where it is, as told to people.
    pub path: PathBuf,
    /// Its path below the folder of the articles, with `/` between the parts.
    pub source: String,
    /// Its size and when it was last written, in nanoseconds; `None` where it cannot be said.
    pub stat: Option<(u64, u64)>,
}

impl Found {
    /// The bytes of the article. Only regular files are read: a pipe would keep the build waiting, and a device may have no end.
    pub fn bytes(&self) -> Result<Vec<u8>, Error> {
        if fs::metadata(&self.path).is_ok_and(|about| !about.is_file()) {
            let path = self.path.display();
            return Err(Error::failed(format!(
                "{path} cannot be read: it is no regular file"
            )));
        }
        article::bytes(&self.path)
    }
}

/// Every `.md` and `.txt` below the folder in order of the paths. What lies in the folder of the site is no article;
/// neither is what is hidden. Links to folders are not followed: they may lead around in a circle.
pub fn collect(kb: &Path, site: &Path) -> Result<Vec<Found>, Error> {
    let below = fs::canonicalize(kb).ok().zip(fs::canonicalize(site).ok());
    let below = below.and_then(|(kb, site)| Some(site.strip_prefix(kb).ok()?.to_path_buf()));
    let site = below.map(|below| kb.join(below));
    let mut found = Vec::new();
    let mut open = vec![kb.to_path_buf()];
    while !open.is_empty() {
        let listed = open.par_iter().map(|folder| list(kb, folder));
        let listed = listed.collect::<Result<Vec<_>, _>>()?;
        open.clear();
        for (folders, articles) in listed {
            open.extend(folders.into_iter().filter(|one| Some(one) != site.as_ref()));
            found.extend(articles);
        }
    }
    if found.is_empty() {
        let text = format!("{} holds no article (.md or .txt)", kb.display());
        return Err(Error::failed(text));
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The folders and the articles of one folder.
fn list(kb: &Path, folder: &Path) -> Result<(Vec<PathBuf>, Vec<Found>), Error> {
    let mut folders = Vec::new();
    let mut articles = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let entry = entry.map_err(|error| unreadable(folder, error))?;
        let kind = entry
            .file_type()
            .map_err(|error| unreadable(folder, error))?;
        let path = entry.path();
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        } else if kind.is_dir() {
            folders.push(path);
        } else if is_article(&path) {
            let about = fs::metadata(&path).ok();
            if !about.as_ref().is_some_and(Metadata::is_dir) {
                articles.push(one(kb, path, about));
            }
        }
    }
    Ok((folders, articles))
}

fn one(kb: &Path, path: PathBuf, about: Option<Metadata>) -> Found {
    let below = path.strip_prefix(kb).unwrap_or(&path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    Found {
        source: parts.join("/"),
        stat: about.and_then(|about| Some((about.len(), written(&about)?))),
        path,
    }
}

fn written(about: &Metadata) -> Option<u64> {
    let since = about.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

fn is_article(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("txt")
}
