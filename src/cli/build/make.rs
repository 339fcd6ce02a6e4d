//! Makes what the site has of each article, as far as it is not made yet.

use super::collect::Found;
use super::log::Log;
use super::record::{Known, Record};
use super::stage::Stage;
use super::{Error, Progress, names};
use crate::app::sum::sum;
use crate::cli::article;
use crate::document::read;
use crate::lookup::Tools;
use crate::site::{self, Around, Whole};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;

/// What the making needs.
pub struct Maker<'a> {
    /// The site.
    pub stage: &'a Stage<'a>,
    /// What is known of the articles that it has.
    pub known: &'a Known,
    /// What was made and has not come into its place.
    pub log: &'a Log,
    /// What the site is.
    pub whole: Whole<'a>,
    /// What the index reads articles with.
    pub tools: &'a Tools,
    /// How far it is.
    pub progress: &'a Progress,
}

/// An article of the new site, or why there is none.
pub type Made = Result<Record, String>;

impl Maker<'_> {
    /// Every article, in the order of the list. Each is read once; where an article's number is not what its file's name
    /// says, those that cite it are made a second time.
    pub fn all(&self, found: &[Found]) -> Result<Vec<Made>, Error> {
        let expected: BTreeSet<String> = found.par_iter().map(|one| self.expected(one)).collect();
        let step = self.progress.start("Reading", found.len());
        let made = found.par_iter().map(|one| {
            let made = self.one(one, &expected);
            step.done();
            made
        });
        let mut made = made.collect::<Result<Vec<_>, _>>()?;
        drop(step);
        let names: BTreeSet<String> = made
            .iter()
            .flatten()
            .map(|record| record.name.clone())
            .collect();
        if self.whole.packed {
            return Ok(made);
        }
        if names != expected
            || made
                .iter()
                .flatten()
                .any(|record| record.links != links(record, &names))
        {
            let again = made
                .par_iter_mut()
                .zip(found)
                .map(|(made, found)| match made {
                    Ok(record) if record.links != links(record, &names) => {
                        *made = self.again(found, &names)?;
                        Ok(())
                    }
                    _ => Ok(()),
                });
            again.collect::<Result<(), Error>>()?;
        }
        Ok(made)
    }

    /// The name that an article will have, as far as that can be said without reading it.
    fn expected(&self, found: &Found) -> String {
        match self
            .known
            .get(&found.source)
            .filter(|known| known.stat == found.stat)
        {
            Some(known) => known.name.clone(),
            None => names::file_name(&article::name(&found.path)),
        }
    }

    fn one(&self, found: &Found, names: &BTreeSet<String>) -> Result<Made, Error> {
        let known = self
            .known
            .get(&found.source)
            .filter(|known| self.is_there(known));
        if let Some(known) = known.filter(|known| known.stat.is_some() && known.stat == found.stat)
        {
            return Ok(Ok(known.clone()));
        }
        let bytes = match article::bytes(&found.path) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(error.text)),
        };
        let same =
            |record: &&Record| record.sum == sum(&bytes) && record.sizes.0 == bytes.len() as u64;
        let known = known.filter(same);
        let before = self.log.before(&found.source).filter(same);
        if let Some(record) = known.or_else(|| before.filter(|record| self.waits(record))) {
            let stat = found.stat;
            return Ok(Ok(Record {
                stat,
                ..record.clone()
            }));
        }
        self.make(found, &bytes, names).map(Ok)
    }

    fn again(&self, found: &Found, names: &BTreeSet<String>) -> Result<Made, Error> {
        match article::bytes(&found.path) {
            Ok(bytes) => self.make(found, &bytes, names).map(Ok),
            Err(error) => Ok(Err(error.text)),
        }
    }

    /// Whether the site has the files that the record speaks of.
    fn is_there(&self, record: &Record) -> bool {
        if self.whole.packed {
            return true; // the packs are looked at when they are made
        }
        self.stage.has(&record.markdown(), record.sizes.0)
            && self.stage.has(&record.page(), record.sizes.1)
    }

    /// Whether they wait, whole, since a build that was killed. Then they are taken up.
    fn waits(&self, record: &Record) -> bool {
        if self.whole.packed {
            return true; // there is only the record
        }
        let whole = |name: &str, wanted: u64| {
            fs::read(self.stage.next(name)).is_ok_and(|bytes| sum(&bytes) == wanted)
        };
        let (page, source) = (record.page(), record.markdown());
        let waits = whole(&page, record.sizes.2) && whole(&source, record.sum);
        if waits {
            self.stage.take(&page);
            self.stage.take(&source);
        }
        waits
    }

    fn make(&self, found: &Found, bytes: &[u8], names: &BTreeSet<String>) -> Result<Record, Error> {
        let document = read(&article::name(&found.path), bytes);
        let findings = article::findings(&document, "");
        let name = names::file_name(&document.meta.id);
        // The browser reads the source under the name of its file in the site.
        let document = if document.meta.id == name {
            document
        } else {
            read(&name, bytes)
        };
        let around = Around {
            whole: self.whole,
            has: &|name| names.contains(name),
            tools: Some(self.tools),
        };
        let made = site::made(&name, document, bytes, &around);
        let page = made.page.as_bytes();
        let mut record = Record {
            source: found.source.clone(),
            stat: found.stat,
            sum: sum(bytes),
            name,
            sizes: (bytes.len() as u64, page.len() as u64, sum(page)),
            row: made.row,
            findings,
            cites: made.cites,
            links: made.links,
            ..Record::default()
        };
        if !self.whole.packed {
            self.stage.put_if_other(&record.page(), page)?;
            self.stage.put_if_other(&record.markdown(), bytes)?;
        }
        self.log.add(&mut record, &made.digest)?;
        Ok(record)
    }
}

fn links(record: &Record, names: &BTreeSet<String>) -> Vec<String> {
    let cites = record.cites.iter();
    cites
        .filter(|name| names.contains(*name))
        .cloned()
        .collect()
}
