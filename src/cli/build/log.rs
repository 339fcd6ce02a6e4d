//! What a build has made so far, line by line beside the files that wait: a build that is killed is taken up from here.

use super::Error;
use super::disk::{unreadable, unwritable};
use super::record::{Known, Place, Record};
use super::stage::{self, Stage};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::Mutex;

/// Its name among what waits. No file of a site is called so.
const LOG: &str = "made.log";

/// The digests of what the log names, one behind the other.
const DIGESTS: &str = "made.digests";

/// The log of this build, and what the one before has left.
pub struct Log {
    path: PathBuf,
    digests: PathBuf,
    files: Mutex<Files>,
    before: Known,
}

struct Files {
    lines: File,
    digests: File,
    /// How long the file of digests is.
    at: u64,
}

impl Log {
    /// Opens it. What was made by another program, or under other settings, is forgotten.
    pub fn open(stage: &Stage, stamp: &str) -> Result<Self, Error> {
        let path = stage.next(LOG);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(unreadable(&path, error)),
        };
        let start = format!("{stamp}\n");
        // A line that was cut off is no record; what comes next starts a line of its own.
        let whole = bytes
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let kept = bytes
            .get(..whole)
            .filter(|kept| kept.starts_with(start.as_bytes()));
        if kept.is_none_or(|kept| kept.len() != bytes.len()) {
            stage.put(LOG, kept.unwrap_or(start.as_bytes()))?;
        }
        let digests = stage.next(DIGESTS);
        let append = |path: &PathBuf| {
            let file = OpenOptions::new().append(true).create(true).open(path);
            file.map_err(|error| stage::kept(unwritable(path, error)))
        };
        let files = Files {
            lines: append(&path)?,
            digests: append(&digests)?,
            at: fs::metadata(&digests).map_or(0, |about| about.len()),
        };
        Ok(Self {
            before: Known::read(kept.unwrap_or_default(), stamp),
            files: Mutex::new(files),
            path,
            digests,
        })
    }

    /// What a build before has made of a source; its files still have to be looked at.
    pub fn before(&self, source: &str) -> Option<&Record> {
        self.before.get(source)
    }

    /// Writes down an article whose files wait; gives where its digest stands.
    pub fn add(&self, record: &mut Record, digest: &[u8]) -> Result<(), Error> {
        let Ok(mut files) = self.files.lock() else {
            return Err(Error::failed("the log cannot be shared"));
        };
        record.digest = Place {
            new: true,
            at: files.at,
            len: digest.len() as u64,
        };
        files.at += digest.len() as u64;
        let mut line =
            serde_json::to_vec(record).map_err(|error| Error::failed(error.to_string()))?;
        line.push(b'\n');
        let cannot = |path, error| stage::kept(unwritable(path, error));
        let written = files.digests.write_all(digest);
        written.map_err(|error| cannot(&self.digests, error))?;
        let written = files.lines.write_all(&line);
        written.map_err(|error| cannot(&self.path, error))
    }

    /// All digests of what the log names.
    pub fn digests(&self) -> Result<Vec<u8>, Error> {
        fs::read(&self.digests).map_err(|error| unreadable(&self.digests, error))
    }
}
