//! What a build asks of the file system, so that tests can make it fail at any moment.

use super::Error;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

/// Writes, moves and deletes files.
pub trait Disk: Sync {
    /// Writes a file, with the folders above it.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Puts a file in the place of another, in one step, with the folders above it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Deletes a file; one that is gone already is as good.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The real one.
pub struct Real;

impl Disk for Real {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        with_folder(path, || fs::write(path, bytes))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        with_folder(to, || fs::rename(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }
}

/// Does it; where a folder is missing, makes it and does it again: nearly always it is there.
fn with_folder(path: &Path, act: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match act() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            path.parent().map_or(Ok(()), fs::create_dir_all)?;
            act()
        }
        other => other,
    }
}

/// A file that cannot be written.
pub fn unwritable(path: &Path, error: io::Error) -> Error {
    Error::failed(format!("{} cannot be written: {error}", path.display()))
}

/// A file or folder that cannot be read.
pub fn unreadable(path: &Path, error: io::Error) -> Error {
    Error::failed(format!("{} cannot be read: {error}", path.display()))
}
