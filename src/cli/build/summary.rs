//! What was built, in a line or as JSON.

use super::Order;
use super::draft::Read;
use crate::app::Row;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// What was built.
#[derive(Serialize)]
pub struct Summary {
    /// The site's folder.
    site: String,
    /// How many articles it has.
    articles: usize,
    /// How many of each kind: `guide`, `choice`, `advice`, `read`.
    classes: BTreeMap<String, usize>,
    /// What is wrong with articles, as said on standard error.
    diagnostics: Vec<String>,
}

impl Summary {
    /// The summary of a build.
    pub fn new(order: &Order, rows: &[Row], read: &Read) -> Self {
        let mut classes = BTreeMap::new();
        for row in rows {
            *classes.entry(row.class.clone()).or_insert(0) += 1;
        }
        Self {
            site: order.site.display().to_string(),
            articles: rows.len(),
            classes,
            diagnostics: read.complaints.clone(),
        }
    }

    fn of(&self, class: &str) -> usize {
        self.classes.get(class).copied().unwrap_or(0)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.articles == 1 { "" } else { "s" };
        write!(
            f,
            "{}: {} article{plural}, {} with steps, {} with advice, {} to read",
            self.site,
            self.articles,
            self.of("guide") + self.of("choice"),
            self.of("advice"),
            self.of("read")
        )
    }
}
