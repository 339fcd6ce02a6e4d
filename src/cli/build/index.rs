//! The look-up's index, made from digests that are kept from one build to the next: an article that has not changed is not
//! read again for it.

use super::disk::unreadable;
use super::log::Log;
use super::manifest::OWN;
use super::record::{Place, Record};
use super::{Error, stage::Stage};
use crate::lookup;
use std::fs;
use std::io::ErrorKind;

/// Where the digests lie in the site, one behind the other in the order of the records.
pub const DIGESTS: &str = ".kbguide/digests";

/// The folder of the index.
const FOLDER: &str = "lookup/";

/// Puts the index, and the digests, where an article has come, gone or changed; `before` is how many there were. Gives the
/// names of the files of the index.
pub fn put(
    stage: &Stage,
    log: &Log,
    records: &mut [Record],
    before: usize,
) -> Result<Vec<String>, Error> {
    let ours = stage.ours(FOLDER);
    let whole = !ours.is_empty() && ours.iter().all(|name| stage.now(name).is_file());
    if whole && records.len() == before && records.iter().all(|record| !record.digest.new) {
        return Ok(ours);
    }
    let kept = match fs::read(stage.now(DIGESTS)) {
        Err(error) if error.kind() == ErrorKind::NotFound => Vec::new(),
        read => read.map_err(|error| unreadable(&stage.now(DIGESTS), error))?,
    };
    let new = log.digests()?;
    let digests = records.iter().map(|record| {
        let from = if record.digest.new { &new } else { &kept };
        digest(from, record.digest).ok_or_else(|| damaged(stage))
    });
    let digests = digests.collect::<Result<Vec<_>, _>>()?;
    let files = lookup::index(digests.iter().copied());
    for file in &files {
        stage.put_if_other(&file.name, &file.bytes)?;
    }
    stage.put_if_other(DIGESTS, &digests.concat())?;
    let mut at = 0;
    for record in records {
        let len = record.digest.len;
        record.digest = Place {
            new: false,
            at,
            len,
        };
        at += len;
    }
    Ok(files.into_iter().map(|file| file.name).collect())
}

fn digest(from: &[u8], place: Place) -> Option<&[u8]> {
    let start = usize::try_from(place.at).ok()?;
    from.get(start..)?.get(..usize::try_from(place.len).ok()?)
}

fn damaged(stage: &Stage) -> Error {
    let path = stage.now(DIGESTS);
    Error::failed(format!(
        "{} is damaged; delete the folder {OWN} and build again",
        path.display()
    ))
}
