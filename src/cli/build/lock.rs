//! One build of a site at a time. A file in the folder is locked for as long as a build goes on, and says which one has it.
//!
//! The lock is the system's own: that of a build that was killed goes with it, so that nobody has to delete anything. The file
//! stays, empty: were it deleted, another build might hold the lock of a file that is no more.

use super::Error;
use super::disk::unwritable;
use super::manifest::{OWN, owned};
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// Where it lies in the site.
const LOCK: &str = ".kbguide/lock";

/// The right to build; it ends when this is dropped.
pub struct Lock(File);

impl Lock {
    /// Takes it, or fails at once where another build has it. A folder that is not ours is left as it is.
    pub fn take(site: &Path) -> Result<Self, Error> {
        let path = site.join(LOCK);
        if !site.join(OWN).is_dir() {
            owned(site)?;
            fs::create_dir_all(site.join(OWN))
                .map_err(|error| unwritable(&site.join(OWN), error))?;
        }
        let mut open = OpenOptions::new();
        let open = open.write(true).create(true).truncate(false).open(&path);
        let mut file = open.map_err(|error| unwritable(&path, error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(site, &path)),
            // A file system without locks, some shares on a network for one: then one has to take care oneself.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(unwritable(&path, error)),
        }
        // The lock holds without it, on a full disk for one.
        let _ = file
            .set_len(0)
            .and_then(|()| file.write_all(holder().as_bytes()));
        Ok(Self(file))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.0.set_len(0);
    }
}

/// Which build this is: a site may lie on a share that several machines reach.
fn holder() -> String {
    let machine = fs::read_to_string("/proc/sys/kernel/hostname").ok();
    let machine = machine.or_else(|| std::env::var("COMPUTERNAME").ok());
    let process = format!("process {}", std::process::id());
    match machine.as_deref().map(str::trim).unwrap_or_default() {
        "" => process,
        machine => format!("{process} on {machine}"),
    }
}

fn taken(site: &Path, path: &Path) -> Error {
    let holder = fs::read_to_string(path).unwrap_or_default(); // not every system lets one read it
    let holder = match crate::print::text_line(&holder) {
        holder if holder.is_empty() => holder,
        holder => format!(" ({holder})"),
    };
    Error::failed(format!(
        "{} is being built by another kbguide{holder}; wait for its end, or name another folder",
        site.display()
    ))
}
