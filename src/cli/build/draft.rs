//! The first reading: what each article is called in the site, and what is wrong with it.

use super::{Error, Progress};
use crate::cli::article;
use crate::document::read as read_document;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The longest name of an article in a site.
const LONGEST: usize = 120;

/// An article on its way into the site.
pub struct Draft {
    /// Its file.
    pub path: PathBuf,
    /// Its name in the site: `article/NAME.html`.
    pub name: String,
}

/// What the first reading gives.
pub struct Read {
    /// The articles that could be read, in order of their paths.
    pub drafts: Vec<Draft>,
    /// What is wrong, a line each, in the same order.
    pub complaints: Vec<String>,
}

/// Reads every article once.
pub fn read(paths: &[PathBuf], progress: &Progress) -> Read {
    let step = progress.start("Reading", paths.len());
    let each = paths.par_iter().map(|path| {
        let found = one(path);
        step.done();
        found
    });
    let mut read = Read {
        drafts: Vec::new(),
        complaints: Vec::new(),
    };
    for (draft, complaints) in each.collect::<Vec<_>>() {
        read.drafts.extend(draft);
        read.complaints.extend(complaints);
    }
    read
}

fn one(path: &Path) -> (Option<Draft>, Vec<String>) {
    let bytes = match article::bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return (None, vec![error.text]),
    };
    let document = read_document(&article::name(path), &bytes);
    let complaints = article::findings(&document, &path.display().to_string());
    let draft = Draft {
        path: path.to_path_buf(),
        name: file_name(&document.meta.id),
    };
    (Some(draft), complaints)
}

/// The number or name with a `-` for whatever an address would have to escape.
fn file_name(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let plain = |c| if plain(c) { c } else { '-' };
    let name: String = id.chars().take(LONGEST).map(plain).collect();
    match name.strip_prefix('.') {
        Some(rest) => format!("-{rest}"),
        None if name.is_empty() => "-".into(),
        None => name,
    }
}

/// Two articles of one name would overwrite each other, on some systems even where capitals tell them apart.
pub fn distinct(drafts: &[Draft]) -> Result<(), Error> {
    let mut first: BTreeMap<String, &Path> = BTreeMap::new();
    let mut twice = Vec::new();
    for draft in drafts {
        match first.get(&draft.name.to_lowercase()) {
            Some(other) => twice.push(format!(
                "{} and {} are both {}",
                other.display(),
                draft.path.display(),
                draft.name
            )),
            None => {
                first.insert(draft.name.to_lowercase(), &draft.path);
            }
        }
    }
    if twice.is_empty() {
        return Ok(());
    }
    let text = twice.join("; ");
    Err(Error::failed(format!("{text}. Rename one or leave it out")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::code::is_article_name;

    #[test]
    fn every_name_is_one_that_the_page_takes() {
        let table = [
            ("Q285090", "Q285090"),
            ("disk full (old)", "disk-full--old-"),
            (".hidden", "-hidden"),
            ("a/../b", "a-..-b"),
            ("", "-"),
            ("é", "-"),
        ];
        for (id, name) in table {
            assert_eq!(file_name(id), name);
            assert!(is_article_name(name), "{name}");
        }
        assert!(is_article_name(&file_name(&"x".repeat(500))));
    }
}
