//! An article's line in the lists of a site.

use serde::{Deserialize, Serialize};

/// An article in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number or name.
    pub id: String,
    /// The name of its file without the ending, where that is not its number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Its title.
    pub title: String,
    /// What it applies to.
    pub products: Vec<String>,
    /// `guide`, `choice`, `advice` or `read`.
    pub class: String,
    /// How many questions its guide asks.
    pub questions: usize,
    /// How many steps it has.
    pub steps: usize,
}

impl Row {
    /// The name that its page has in the site.
    pub fn page(&self) -> &str {
        if self.file.is_empty() {
            &self.id
        } else {
            &self.file
        }
    }
}
