//! Makes what the site has of each article, as far as it is not made yet.

use super::collect::Found;
use super::log::Log;
use super::record::{Known, Record};
use super::stage::Stage;
use super::{Error, Progress, names};
use crate::app::sum::sum;
use crate::cli::article;
use crate::document::{Document, read};
use crate::lookup::Tools;
use crate::site::{self, Around, Whole};
use rayon::prelude::*;
use std::collections::BTreeMap;
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

/// The titles of all articles of the new site, by their names.
type Titles = BTreeMap<String, String>;

impl Maker<'_> {
    /// Every article, in the order of the list. A page shows the titles of others, so that names and titles of all are found out
    /// first; two articles of one name are told before any is made.
    pub fn all(&self, found: &[Found]) -> Result<Vec<Made>, Error> {
        let heads = self.each("Looking at", found, &|one| self.head(one));
        let named = found.iter().zip(&heads).filter_map(|(found, head)| {
            let (name, _) = head.as_ref()?;
            Some((found.path.as_path(), name.as_str()))
        });
        names::distinct(named).inspect_err(|_| self.stage.clear())?;
        let titles: Titles = heads.into_iter().flatten().collect();
        let made = self.each("Reading", found, &|one| self.one(one, &titles));
        made.into_iter().collect()
    }

    /// Does it for each, in parallel.
    fn each<T: Send>(
        &self,
        what: &'static str,
        found: &[Found],
        act: &(dyn Fn(&Found) -> T + Sync),
    ) -> Vec<T> {
        let step = self.progress.start(what, found.len());
        let done = found.par_iter().map(|one| {
            let done = act(one);
            step.done();
            done
        });
        done.collect()
    }

    /// Name and title of an article; `None` where it cannot be read, of which is told when it is to be made.
    fn head(&self, found: &Found) -> Option<(String, String)> {
        let same = |record: &&Record| record.stat.is_some() && record.stat == found.stat;
        let before = || self.log.before(&found.source).filter(same);
        if let Some(record) = self.known.get(&found.source).filter(same).or_else(before) {
            return Some((record.name.clone(), record.row.title.clone()));
        }
        let bytes = found.bytes().ok()?;
        let (name, document) = read_as(found, &bytes);
        Some((name, document.meta.title))
    }

    fn one(&self, found: &Found, titles: &Titles) -> Result<Made, Error> {
        let known = self
            .known
            .get(&found.source)
            .filter(|known| self.is_there(known) && names_as(known, titles));
        if let Some(known) = known.filter(|known| known.stat.is_some() && known.stat == found.stat)
        {
            return Ok(Ok(known.clone()));
        }
        let bytes = match found.bytes() {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Err(error.text)),
        };
        let same =
            |record: &&Record| record.sum == sum(&bytes) && record.sizes.0 == bytes.len() as u64;
        let known = known.filter(same);
        let before = self.log.before(&found.source).filter(same);
        let before = before.filter(|record| names_as(record, titles));
        if let Some(record) = known.or_else(|| before.filter(|record| self.waits(record))) {
            let stat = found.stat;
            return Ok(Ok(Record {
                stat,
                ..record.clone()
            }));
        }
        self.make(found, &bytes, titles).map(Ok)
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

    fn make(&self, found: &Found, bytes: &[u8], titles: &Titles) -> Result<Record, Error> {
        let (name, document) = read_as(found, bytes);
        let findings = article::findings(&document, "");
        let around = Around {
            whole: self.whole,
            title: &|name| title(titles, name),
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
            named: made.named,
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

/// An article under the name of its file in the site, as the browser reads it, too.
fn read_as(found: &Found, bytes: &[u8]) -> (String, Document) {
    let document = read(&article::name(&found.path), bytes);
    let name = names::file_name(&document.meta.id);
    match document.meta.id == name {
        true => (name, document),
        false => (name.clone(), read(&name, bytes)),
    }
}

fn title<'a>(titles: &'a Titles, name: &str) -> Option<&'a str> {
    titles.get(name).map(String::as_str)
}

/// Whether the others are still called as its page, or its pack, calls them.
fn names_as(record: &Record, titles: &Titles) -> bool {
    record.named == site::named_by(&record.cites, &|name| title(titles, name))
}
