//! What was built, in a line or as JSON.

use super::Order;
use super::stage::Changed;
use crate::app::Row;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// What was built.
#[derive(Serialize)]
pub struct Summary {
    /// The site's folder.
    pub site: String,
    /// How many articles it has.
    pub articles: usize,
    /// How many of each kind: `guide`, `choice`, `advice`, `read`.
    pub classes: BTreeMap<String, usize>,
    /// How many files are new or other than before.
    pub written: usize,
    /// How many are as they were.
    pub unchanged: usize,
    /// How many are gone.
    pub deleted: usize,
    /// The look-up's index.
    pub index: Index,
    /// How long it took.
    pub seconds: f64,
    /// What is wrong with articles, as said on standard error.
    pub diagnostics: Vec<String>,
}

/// The look-up's index.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Index {
    /// How many files it has.
    pub files: usize,
    /// How many bytes they have.
    pub bytes: u64,
}

impl Summary {
    /// The summary of a build.
    pub fn new<'a>(order: &Order, rows: impl Iterator<Item = &'a Row>, changed: Changed) -> Self {
        let mut classes = BTreeMap::new();
        for row in rows {
            *classes.entry(row.class.clone()).or_insert(0) += 1;
        }
        Self {
            site: order.site.display().to_string(),
            articles: classes.values().sum(),
            classes,
            written: changed.written,
            unchanged: changed.unchanged,
            deleted: changed.deleted,
            index: Index::default(),
            seconds: 0.0,
            diagnostics: Vec::new(),
        }
    }

    fn of(&self, class: &str) -> usize {
        self.classes.get(class).copied().unwrap_or(0)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.articles == 1 { "" } else { "s" };
        writeln!(
            f,
            "{}: {} article{plural}, {} with steps, {} with advice, {} to read",
            self.site,
            self.articles,
            self.of("guide") + self.of("choice"),
            self.of("advice"),
            self.of("read")
        )?;
        let (written, unchanged, deleted) = (self.written, self.unchanged, self.deleted);
        let plural = if written == 1 { "" } else { "s" };
        write!(
            f,
            "{written} file{plural} written, {unchanged} unchanged, {deleted} deleted"
        )
    }
}
