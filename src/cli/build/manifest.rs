//! The list of what in a site's folder is ours: `kbguide-manifest.json`. Only what it names is ever overwritten or
//! deleted, and what lies in `.kbguide`, which is ours as a whole.

use super::{Error, disk::unwritable};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path};

/// The name of the list.
pub const MANIFEST: &str = "kbguide-manifest.json";
/// The folder for what is on its way into the site, and for what is known of its articles.
pub const OWN: &str = ".kbguide";

/// The files of a site, as paths below it with `/` between their parts.
#[derive(Default, Serialize, Deserialize)]
struct Manifest {
    files: BTreeSet<String>,
}

/// The list as a file.
pub fn print(files: &BTreeSet<String>) -> Result<Vec<u8>, Error> {
    let files = files.clone();
    let text = serde_json::to_string_pretty(&Manifest { files });
    let text = text.map_err(|error| Error::failed(error.to_string()))?;
    Ok((text + "\n").into_bytes())
}

/// What of a folder is ours. A folder that is missing or empty is; any other needs its list, unless there is nothing in it
/// but what a build has left that did not come to its end.
pub fn owned(folder: &Path) -> Result<BTreeSet<String>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(BTreeSet::new()),
        Err(error) => return Err(unwritable(folder, error)),
    };
    if entries.flatten().all(|entry| entry.file_name() == OWN) {
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
pub fn is_below(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    !name.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
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
