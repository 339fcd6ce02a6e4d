//! The files that a site has once: start page, lists, engine, what is known of its articles.

use super::record::{self, RECORDS, Record};
use super::stage::Stage;
use super::{Error, disk::unreadable};
use crate::app::Row;
use crate::site::{self, Whole};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// Puts them where they are other than before. Gives the names of all files of the site.
pub fn put(
    stage: &Stage,
    records: &[Record],
    engine: &[(String, PathBuf)],
    whole: Whole,
    stamp: &str,
) -> Result<BTreeSet<String>, Error> {
    let rows: Vec<&Row> = records.iter().map(|record| &record.row).collect();
    let pages = records.iter().filter(|_| !whole.packed);
    let mut files: BTreeSet<String> = pages.flat_map(|one| [one.page(), one.markdown()]).collect();
    for file in site::shared_files(&rows, whole) {
        stage.put_if_other(&file.path, &file.bytes)?;
        files.insert(file.path);
    }
    for (name, path) in engine {
        if files.insert(name.clone()) {
            let bytes = fs::read(path).map_err(|error| unreadable(path, error))?;
            stage.put_if_other(name, &bytes)?;
        }
    }
    stage.put_if_other(RECORDS, &record::print(records.iter(), stamp)?)?;
    files.insert(RECORDS.into());
    Ok(files)
}

/// The address of a site with a `/` at its end.
pub fn base(address: &str) -> Result<String, Error> {
    let rest = ["https://", "http://"]
        .iter()
        .find_map(|start| address.strip_prefix(start));
    let plain = |rest: &str| {
        !rest.is_empty() && !rest.contains(|c: char| c.is_whitespace() || "<>\"?#".contains(c))
    };
    match rest.filter(|rest| plain(rest)) {
        Some(_) => Ok(format!("{}/", address.trim_end_matches('/'))),
        None => Err(Error::usage(format!(
            "“{address}” is no address of a site; write it as https://kb.example.com/ or https://example.com/kb/"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sites() {
        for (given, wanted) in [
            ("https://kb.example.com", Some("https://kb.example.com/")),
            ("http://example.com/kb/", Some("http://example.com/kb/")),
            ("kb.example.com", None),
            ("https://", None),
            ("https://a b", None),
            ("https://a/?x", None),
        ] {
            assert_eq!(base(given).ok().as_deref(), wanted, "{given}");
        }
    }
}
