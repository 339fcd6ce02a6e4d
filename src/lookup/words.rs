//! Words that callers and articles use for the same thing. The sets are data: `words.txt`.

use super::stem::stem;
use std::collections::BTreeMap;

/// Sets of words.
const TABLE: &str = include_str!("words.txt");

/// Words of like meaning, by the stem of the first word of a line.
pub struct Words(BTreeMap<String, Vec<String>>);

impl Words {
    /// Reads the table.
    pub fn read() -> Self {
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
            let mut stems = line.split_whitespace().map(stem);
            let Some(first) = stems.next() else { continue };
            let others = words.entry(first.into()).or_default();
            for other in stems {
                if other != first && !others.iter().any(|known| known == other) {
                    others.push(other.into());
                }
            }
        }
        Self(words)
    }

    /// The stems of words that mean about the same.
    pub fn like(&self, stem: &str) -> &[String] {
        self.0.get(stem).map(Vec::as_slice).unwrap_or_default()
    }

    /// Every stem that others are like, with these, in order.
    pub fn sets(&self) -> impl Iterator<Item = (&str, &[String])> {
        let sets = self.0.iter().filter(|(_, others)| !others.is_empty());
        sets.map(|(stem, others)| (stem.as_str(), others.as_slice()))
    }
}
