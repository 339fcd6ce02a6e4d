//! The folder of the site, and the list of what in it is ours: `kbguide-manifest.json`.
//!
//! Only what the list names is ever overwritten or deleted. The list is written before the first file and again
//! after the last, so that a build that was broken off leaves nothing that the next one would not know as its own.

use super::Error;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// The name of the list.
const MANIFEST: &str = "kbguide-manifest.json";

/// The files of a site, as paths below it with `/` between their parts.
#[derive(Default, Serialize, Deserialize)]
struct Manifest {
    files: BTreeSet<String>,
}

/// The folder of a site while it is built.
pub struct Site {
    folder: PathBuf,
    /// What was written before.
    old: BTreeSet<String>,
    /// What is written now.
    new: BTreeSet<String>,
}

impl Site {
    /// Opens the folder to write these files and no others; makes it where it is missing. Fails, with nothing
    /// written, where a file that is not ours is in the way.
    pub fn open(folder: &Path, new: BTreeSet<String>) -> Result<Self, Error> {
        let mut site = Self {
            folder: folder.to_path_buf(),
            old: owned(folder)?,
            new: BTreeSet::new(),
        };
        site.also(new)?;
        Ok(site)
    }

    /// Adds files that are going to be written: those of which the names come from what is in them.
    pub fn also(&mut self, names: impl IntoIterator<Item = String>) -> Result<(), Error> {
        let names: BTreeSet<String> = names.into_iter().collect();
        let foreign = names.difference(&self.old).find(|name| {
            let path = self.folder.join(name);
            !self.new.contains(*name) && path.symlink_metadata().is_ok()
        });
        if let Some(name) = foreign {
            return Err(Error::failed(format!(
                "{} is in the way: kbguide has not written it and does not overwrite it",
                self.folder.join(name).display()
            )));
        }
        self.new.extend(names);
        self.list(self.old.union(&self.new))
    }

    /// Writes a file that was named when the site was opened.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        debug_assert!(name == MANIFEST || self.new.contains(name), "{name}");
        let path = self.folder.join(name);
        let parent = path.parent().unwrap_or(&self.folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&path, bytes));
        written.map_err(|error| unwritable(&path, error))
    }

    /// Deletes what was written before and not now.
    pub fn close(self) -> Result<(), Error> {
        for name in self.old.difference(&self.new) {
            let path = self.folder.join(name);
            match fs::remove_file(&path) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    let text = format!("{} cannot be deleted: {error}", path.display());
                    return Err(Error::failed(text));
                }
                _ => {}
            }
        }
        self.list(self.new.iter())
    }

    fn list<'a>(&self, files: impl Iterator<Item = &'a String>) -> Result<(), Error> {
        let files = files.cloned().collect();
        let text = serde_json::to_string_pretty(&Manifest { files });
        let text = text.map_err(|error| Error::failed(error.to_string()))? + "\n";
        self.write(MANIFEST, text.as_bytes())
    }
}

/// What of a folder is ours. A folder that is missing or empty is; any other needs its list.
fn owned(folder: &Path) -> Result<BTreeSet<String>, Error> {
    let mut entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(unwritable(folder, error)),
    };
    if entries.next().is_none() {
        return Ok(BTreeSet::new());
    }
    let path = folder.join(MANIFEST);
    let bytes = fs::read(&path).map_err(|_| {
        Error::failed(format!(
            "{} holds files that kbguide has not written (it has no {MANIFEST}); name a new or an empty folder",
            folder.display()
        ))
    })?;
    let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|error| {
        Error::failed(format!("{} is no list of files: {error}", path.display()))
    })?;
    match manifest.files.iter().find(|name| !is_below(name)) {
        Some(name) => Err(Error::failed(format!(
            "{} names “{name}”, which does not lie in the site; delete the list or name a new folder",
            path.display()
        ))),
        None => Ok(manifest.files),
    }
}

/// Whether the path stays in the folder that it starts from.
fn is_below(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

fn unwritable(path: &Path, error: std::io::Error) -> Error {
    Error::failed(format!("{} cannot be written: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_nothing_outside_of_the_site() {
        assert!(is_below("article/Q1.html") && is_below("index.html"));
        for name in ["", "/etc/passwd", "../x", "article/../../x", "."] {
            assert!(!is_below(name), "{name}");
        }
    }
}
