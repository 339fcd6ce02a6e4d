//! Brings a new site into the place of the old one, so that whoever looks finds the one or the other.
//!
//! ```text
//! put ─▶ SITE/.kbguide/next/NAME … ─ commit ─▶ SITE/.kbguide/journal.json ─▶ renames, deletions, manifest ─▶ no journal
//! ```
//!
//! A build that is killed before there is a journal leaves the old site as it was. One that is killed later leaves the
//! journal, and the next build first brings it to its end: each of its acts can be done twice.

use super::Error;
use super::disk::{Disk, unreadable, unwritable};
use super::manifest::{self, MANIFEST, OWN, is_below};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const NEXT: &str = ".kbguide/next";
const JOURNAL: &str = ".kbguide/journal.json";
const JOURNAL_DRAFT: &str = ".kbguide/journal.draft";

/// What is left to do when everything is there.
#[derive(Default, Serialize, Deserialize)]
struct Journal {
    /// Files to put into their places.
    place: BTreeSet<String>,
    /// Files that are no more.
    delete: BTreeSet<String>,
}

/// The folder of a site while it is built.
pub struct Stage<'a> {
    folder: PathBuf,
    disk: &'a dyn Disk,
    /// What is ours in the old site.
    old: BTreeSet<String>,
    /// What waits to be put into its place.
    waiting: Mutex<BTreeSet<String>>,
}

/// How many files a build wrote and deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// New or other than before.
    pub written: usize,
    /// As they were.
    pub unchanged: usize,
    /// Gone.
    pub deleted: usize,
}

impl<'a> Stage<'a> {
    /// Opens a folder, which has to be missing, empty or ours, and brings a build to its end that was killed at it.
    pub fn open(folder: &Path, disk: &'a dyn Disk) -> Result<Self, Error> {
        let mut stage = Self {
            folder: folder.to_path_buf(),
            disk,
            old: BTreeSet::new(),
            waiting: Mutex::default(),
        };
        match fs::read(folder.join(JOURNAL)) {
            Ok(bytes) => stage.finish(&journal(&folder.join(JOURNAL), &bytes)?)?,
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) if error.kind() == ErrorKind::NotADirectory => {}
            Err(error) => return Err(unreadable(&folder.join(JOURNAL), error)),
        }
        stage.old = manifest::owned(folder)?;
        Ok(stage)
    }

    /// A file of the site as it is now.
    pub fn now(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// A file as it waits.
    pub fn next(&self, name: &str) -> PathBuf {
        self.folder.join(NEXT).join(name)
    }

    /// Whether the site has a file of this size that is ours.
    pub fn has(&self, name: &str, size: u64) -> bool {
        self.old.contains(name)
            && fs::metadata(self.now(name)).is_ok_and(|about| about.len() == size)
    }

    /// The files of the site that are ours and start like this.
    pub fn ours(&self, start: &str) -> Vec<String> {
        let ours = self.old.iter().filter(|name| name.starts_with(start));
        ours.cloned().collect()
    }

    /// Writes a file that is to be put into its place in the end.
    pub fn put(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let path = self.next(name);
        let written = self.disk.write(&path, bytes);
        written.map_err(|error| kept(unwritable(&path, error)))?;
        self.take(name);
        Ok(())
    }

    /// Writes it only where it is other than what the site has.
    pub fn put_if_other(&self, name: &str, bytes: &[u8]) -> Result<(), Error> {
        let same = self.has(name, bytes.len() as u64)
            && fs::read(self.now(name)).is_ok_and(|old| old == bytes);
        if same { Ok(()) } else { self.put(name, bytes) }
    }

    /// Takes up a file that a build before has written and not put into its place.
    pub fn take(&self, name: &str) {
        if let Ok(mut waiting) = self.waiting.lock() {
            waiting.insert(name.into());
        }
    }

    /// Fails where a file that is not ours is in the way of one of these.
    pub fn check(&self, files: &BTreeSet<String>) -> Result<(), Error> {
        let foreign = |name: &&String| self.now(name).symlink_metadata().is_ok();
        match files.difference(&self.old).find(foreign) {
            Some(name) => Err(Error::failed(format!(
                "{} is in the way: kbguide has not written it and does not overwrite it",
                self.now(name).display()
            ))),
            None => Ok(()),
        }
    }

    /// Lets go of what waits: there will be no such site.
    pub fn clear(&self) {
        let _ = fs::remove_dir_all(self.folder.join(NEXT));
    }

    /// Makes these the files of the site. Where nothing has changed, nothing is touched.
    pub fn commit(&self, files: &BTreeSet<String>) -> Result<Changed, Error> {
        self.check(files).inspect_err(|_| self.clear())?;
        let waiting = self.waiting.lock().map(|waiting| waiting.clone());
        let place = waiting.unwrap_or_default();
        let place: BTreeSet<String> = place.intersection(files).cloned().collect();
        let delete: BTreeSet<String> = self.old.difference(files).cloned().collect();
        let changed = Changed {
            written: place.len(),
            unchanged: files.len() - place.len(),
            deleted: delete.len(),
        };
        if *files != self.old {
            let path = self.next(MANIFEST);
            let written = self.disk.write(&path, &manifest::print(files)?);
            written.map_err(|error| kept(unwritable(&path, error)))?;
        }
        if changed.written + changed.deleted > 0 || *files != self.old {
            let journal = Journal { place, delete };
            self.write(&journal)?;
            self.finish(&journal)?;
        }
        self.clear();
        Ok(changed)
    }

    /// The journal appears as a whole, after everything that it speaks of has reached the disk as far as one can ask for it.
    fn write(&self, journal: &Journal) -> Result<(), Error> {
        let draft = self.folder.join(JOURNAL_DRAFT);
        let text = serde_json::to_vec(journal).map_err(|error| Error::failed(error.to_string()))?;
        let synced = |()| File::open(&draft).and_then(|file| file.sync_all());
        let written = self.disk.write(&draft, &text).and_then(synced);
        let placed = written.and_then(|()| self.disk.rename(&draft, &self.folder.join(JOURNAL)));
        placed.map_err(|error| kept(unwritable(&draft, error)))
    }

    /// Does what the journal says, as far as it is not done yet. The list comes last: until then the old one knows
    /// what is to be deleted, and the new files are known by the journal.
    fn finish(&self, journal: &Journal) -> Result<(), Error> {
        let manifest = MANIFEST.to_string();
        for name in journal.place.iter().chain([&manifest]) {
            let (from, to) = (self.next(name), self.now(name));
            match self.disk.rename(&from, &to) {
                Err(error) if error.kind() == ErrorKind::NotFound && !from.exists() => {}
                other => other.map_err(|error| half(unwritable(&to, error)))?,
            }
        }
        for name in &journal.delete {
            let path = self.now(name);
            let cannot =
                |error| Error::failed(format!("{} cannot be deleted: {error}", path.display()));
            self.disk
                .remove(&path)
                .map_err(|error| half(cannot(error)))?;
            self.remove_empty(&path);
        }
        let path = self.folder.join(JOURNAL);
        self.disk
            .remove(&path)
            .map_err(|error| half(unwritable(&path, error)))?;
        self.clear();
        Ok(())
    }

    /// Removes the folders that a file has left empty, up to the site's own.
    fn remove_empty(&self, path: &Path) {
        let above = path
            .ancestors()
            .skip(1)
            .take_while(|one| *one != self.folder);
        for folder in above {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
    }
}

fn journal(path: &Path, bytes: &[u8]) -> Result<Journal, Error> {
    let found = serde_json::from_slice(bytes).ok();
    let below = |journal: &Journal| {
        journal
            .place
            .iter()
            .chain(&journal.delete)
            .all(|name| is_below(name))
    };
    found.filter(below).ok_or_else(|| {
        Error::failed(format!(
            "{} is damaged; delete the folder {OWN} beside it and build again",
            path.display()
        ))
    })
}

/// What is so when it fails before the journal is there.
pub fn kept(error: Error) -> Error {
    Error::failed(format!(
        "{}. The site is as it was; what is done is taken up by the next build",
        error.text
    ))
}

/// What is so when it fails after that.
fn half(error: Error) -> Error {
    Error::failed(format!(
        "{}. Part of the new site is in its place; build again to bring the rest",
        error.text
    ))
}
