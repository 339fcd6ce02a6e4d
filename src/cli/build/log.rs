//! What a build has made so far, line by line beside the files that wait: a build that is killed is taken up from here.

use super::disk::{unreadable, unwritable};
use super::{Error, record::Known, record::Record, stage::Stage};
use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::PathBuf;
use std::sync::Mutex;

/// Its name among what waits. No file of a site is called so.
const LOG: &str = "made.log";

/// The log of this build, and what the one before has left.
pub struct Log {
    path: PathBuf,
    file: Mutex<Option<File>>,
    before: Known,
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
        Ok(Self {
            file: Mutex::new(OpenOptions::new().append(true).open(&path).ok()),
            before: Known::read(kept.unwrap_or_default(), stamp),
            path,
        })
    }

    /// What a build before has made of a source; its files still have to be looked at.
    pub fn before(&self, source: &str) -> Option<&Record> {
        self.before.get(source)
    }

    /// Writes down an article whose files wait.
    pub fn add(&self, record: &Record) -> Result<(), Error> {
        let mut line =
            serde_json::to_vec(record).map_err(|error| Error::failed(error.to_string()))?;
        line.push(b'\n');
        let Ok(mut file) = self.file.lock() else {
            return Ok(());
        };
        match file.as_mut().map(|file| file.write_all(&line)) {
            Some(Err(error)) => Err(unwritable(&self.path, error)),
            _ => Ok(()),
        }
    }
}
