//! The engine: the files that `cargo xtask engine` has put into a folder.

use super::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// What pages load: without these no guide runs and nothing is looked up.
const NEEDED: [&str; 4] = [
    "kbguide.js",
    "kbguide_bg.wasm",
    "kbguide_lookup.js",
    "kbguide_lookup_bg.wasm",
];

/// The engine's files: each with its name in the site.
pub fn files(engine: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    if let Some(missing) = NEEDED.iter().find(|name| !engine.join(name).is_file()) {
        return Err(Error::failed(format!(
            "{} holds no engine ({missing} is missing); make it with: cargo xtask engine. \
             Where it lies elsewhere, name its folder with --engine",
            engine.display()
        )));
    }
    let mut found = Vec::new();
    let mut open = vec![(String::new(), engine.to_path_buf())];
    while let Some((prefix, folder)) = open.pop() {
        let unreadable =
            |error| Error::failed(format!("{} cannot be read: {error}", folder.display()));
        for entry in fs::read_dir(&folder).map_err(unreadable)? {
            let entry = entry.map_err(unreadable)?;
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            match entry.path().is_dir() {
                true => open.push((name + "/", entry.path())),
                false => found.push((name, entry.path())),
            }
        }
    }
    found.sort();
    Ok(found)
}
