//! What is known of the articles of a built site: `SITE/.kbguide/articles`. Without it a build makes everything again; it
//! never decides what is ours.

use super::{Error, collect::Found};
use crate::app::Row;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where it lies in the site.
pub const RECORDS: &str = ".kbguide/articles";

/// An article of a built site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its file below the folder of the articles.
    pub source: String,
    /// Size and time of that file when it was read.
    pub stat: Option<(u64, u64)>,
    /// The checksum of its bytes.
    pub sum: u64,
    /// Its name in the site: `article/NAME.html`.
    pub name: String,
    /// How many bytes its source and its page have, and the page's checksum.
    pub sizes: (u64, u64, u64),
    /// Its line in lists.
    pub row: Row,
    /// What is wrong with it, without the path in front.
    pub findings: Vec<String>,
    /// The articles that it cites.
    pub cites: Vec<String>,
    /// Those of them that the site has, with the titles that its page shows.
    pub named: String,
    /// Where its digest stands.
    pub digest: Place,
}

/// The place of a digest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Whether it stands in the log, because it is of this build or of one that was killed.
    pub new: bool,
    /// Where it starts.
    pub at: u64,
    /// How many bytes it has.
    pub len: u64,
}

impl Record {
    /// The file of its page.
    pub fn page(&self) -> String {
        format!("article/{}.html", self.name)
    }

    /// The file of its source.
    pub fn markdown(&self) -> String {
        format!("article/{}.md", self.name)
    }

    /// What is wrong with it, a line each.
    pub fn complaints<'a>(&'a self, found: &'a Found) -> impl Iterator<Item = String> + 'a {
        let path = found.path.display();
        self.findings
            .iter()
            .map(move |finding| format!("{path}{finding}"))
    }
}

/// All of them, and what made them.
#[derive(Default)]
pub struct Known {
    by_source: BTreeMap<String, Record>,
}

impl Known {
    /// Reads the records that were made by this very program with these settings (`stamp`). What cannot be read is not known.
    pub fn read(bytes: &[u8], stamp: &str) -> Self {
        let mut lines = bytes.split(|byte| *byte == b'\n');
        if lines.next() != Some(stamp.as_bytes()) {
            return Self::default();
        }
        let lines: Vec<&[u8]> = lines.filter(|line| !line.is_empty()).collect();
        let records = lines
            .par_iter()
            .filter_map(|line| serde_json::from_slice(line).ok());
        let records: Vec<Record> = records.collect();
        let by_source = records
            .into_iter()
            .map(|record| (record.source.clone(), record));
        Self {
            by_source: by_source.collect(),
        }
    }

    /// How many articles are known.
    pub fn len(&self) -> usize {
        self.by_source.len()
    }

    /// How many bytes their digests have.
    pub fn digests(&self) -> u64 {
        self.by_source
            .values()
            .map(|record| record.digest.len)
            .sum()
    }

    /// What is known of a source.
    pub fn get(&self, source: &str) -> Option<&Record> {
        self.by_source.get(source)
    }
}

/// The records as a file.
pub fn print<'a>(records: impl Iterator<Item = &'a Record>, stamp: &str) -> Result<Vec<u8>, Error> {
    let mut text = format!("{stamp}\n").into_bytes();
    for record in records {
        let line = serde_json::to_writer(&mut text, record);
        line.map_err(|error| Error::failed(error.to_string()))?;
        text.push(b'\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_printed_and_nothing_of_another_program() {
        let record = Record {
            source: "a/b.md".into(),
            stat: Some((3, 4)),
            named: "Q100 Open the box\n".into(),
            ..Record::default()
        };
        let bytes = print([&record].into_iter(), "one").expect("a file");
        assert_eq!(Known::read(&bytes, "one").get("a/b.md"), Some(&record));
        assert_eq!(Known::read(&bytes, "two").get("a/b.md"), None);
        let cut = &bytes[..bytes.len() - 5];
        assert_eq!(Known::read(cut, "one").get("a/b.md"), None);
    }
}
