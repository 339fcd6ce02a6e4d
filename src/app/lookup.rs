//! Looks up articles by number and by words of the title, as the reader types.

use crate::order;
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

/// What a look-up gives: indices of the rows, best first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The words looked for, in small letters.
    pub words: Vec<String>,
    /// The rows that have all of them.
    pub rows: Vec<usize>,
}

/// Finds the rows that have every word of `query` at the start of a word of the title, or as the start of
/// the number (the `Q` can be left out). An empty query finds all.
pub fn find(rows: &[Row], query: &str) -> Found {
    let words: Vec<_> = parts(query).map(|(_, word)| word.to_lowercase()).collect();
    let mut ranked: Vec<_> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((rank(row, &words)?, index)))
        .collect();
    order::by_key(&mut ranked, |(rank, _)| u64::from(*rank));
    let rows = ranked.into_iter().map(|(_, index)| index).collect();
    Found { words, rows }
}

/// 0 for the very number, 1 for the start of a number, 2 for words of the title.
fn rank(row: &Row, words: &[String]) -> Option<u8> {
    let id = row.id.to_lowercase();
    let digits = id.trim_start_matches('q');
    if matches!(words, [word] if *word == id || *word == digits) {
        return Some(0);
    }
    let is_number = |word: &String| id.starts_with(word) || digits.starts_with(word.as_str());
    let title: Vec<_> = parts(&row.title)
        .map(|(_, word)| word.to_lowercase())
        .collect();
    let in_title = |word: &String| title.iter().any(|other| other.starts_with(word.as_str()));
    let mut best = if words.is_empty() { 2 } else { 1 };
    for word in words {
        if in_title(word) {
            best = 2;
        } else if !is_number(word) {
            return None;
        }
    }
    Some(best)
}

/// The words of a text with the byte at which each starts: runs of letters, digits and inner signs.
fn parts(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '#' | '+');
    let mut at = 0;
    text.split(move |c| !inner(c)).filter_map(move |word| {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        let trimmed = word.trim_end_matches(['.', '-']);
        (!trimmed.is_empty()).then_some((start, trimmed))
    })
}

/// The words of `title` that the look-up found, as ranges of bytes in order.
pub fn found_in(title: &str, words: &[String]) -> Vec<std::ops::Range<usize>> {
    let hit = |word: &str| {
        let word = word.to_lowercase();
        words.iter().any(|looked| word.starts_with(looked.as_str()))
    };
    parts(title)
        .filter(|(_, word)| hit(word))
        .map(|(start, word)| start..start + word.len())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<Row> {
        let row = |id: &str, title: &str| Row {
            id: id.into(),
            title: title.into(),
            ..Row::default()
        };
        vec![
            row("Q100200", "Stop the Print Spooler"),
            row("Q100", "Printing: Queue 200 Is Stuck"),
            row("backup-restore", "Restore a Backup"),
        ]
    }

    #[test]
    fn by_number_and_by_words() {
        for (query, ids) in [
            ("q100", vec!["Q100", "Q100200"]),
            ("100", vec!["Q100", "Q100200"]),
            ("200", vec!["Q100"]),
            ("print", vec!["Q100200", "Q100"]),
            ("PRINT stuck", vec!["Q100"]),
            ("backup-r", vec!["backup-restore"]),
            ("xyzzy", vec![]),
            ("print xyzzy", vec![]),
            ("  ", vec!["Q100200", "Q100", "backup-restore"]),
        ] {
            let rows = rows();
            let found = find(&rows, query);
            let got: Vec<_> = found
                .rows
                .iter()
                .map(|index| rows[*index].id.as_str())
                .collect();
            assert_eq!(got, ids, "{query}");
        }
    }

    #[test]
    fn marks_whole_words_that_were_found() {
        let title = "Größe: Printing a printout.";
        let found: Vec<_> = found_in(title, &["print".into(), "gr".into()])
            .into_iter()
            .map(|range| &title[range])
            .collect();
        assert_eq!(found, ["Größe", "Printing", "printout"]);
    }
}
