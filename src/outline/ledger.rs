//! The ledger as a value to print: what became of each sentence, and the bytes, which add up.

use super::Outline;
use crate::extract::Role;
use crate::guide::Guide;
use crate::ledger::{Entry, Ledger};
use serde::Serialize;
use std::collections::BTreeMap;

/// An outline with its ledger, as `kbguide outline --ledger` prints it.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerOutline {
    /// What the article says.
    #[serde(flatten)]
    pub outline: Outline,
    /// What became of its source.
    pub ledger: OutlineLedger,
}

/// What became of each piece of a source.
#[derive(Clone, Debug, Serialize)]
pub struct OutlineLedger {
    /// How many bytes became what.
    pub bytes: LedgerBytes,
    /// Every sentence, heading and piece of code in order.
    pub entries: Vec<LedgerEntry>,
    /// Bytes of text that nothing accounts for; mostly there are none.
    pub lost: Vec<[u32; 2]>,
}

/// `source` is `fields` and `body`; `body` is all of `roles` with `marks`, `blanks` and `lost`.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerBytes {
    /// The whole source.
    pub source: usize,
    /// Title, products, dates: what the article says about itself.
    pub fields: usize,
    /// All the rest.
    pub body: usize,
    /// Of the body, by role.
    pub roles: BTreeMap<&'static str, usize>,
    /// Of the body: labels, rules, signs of Markdown.
    pub marks: usize,
    /// Of the body: blanks and line breaks between entries.
    pub blanks: usize,
    /// Of the body: what nothing accounts for.
    pub lost: usize,
}

/// A piece of the body.
#[derive(Clone, Debug, Serialize)]
pub struct LedgerEntry {
    /// What became of it: one of ten words.
    pub role: &'static str,
    /// Its bytes.
    pub span: [u32; 2],
    /// Where it stands, as a reader would say it; empty for code.
    pub place: String,
    /// Its words, blanks folded; code as it stands.
    pub text: String,
}

/// The outline of a guide with its ledger.
pub fn ledger_outline(guide: &Guide) -> LedgerOutline {
    let ledger = Ledger::new(&guide.document, &guide.extraction);
    LedgerOutline {
        outline: super::outline(guide),
        ledger: OutlineLedger {
            bytes: bytes(guide, &ledger),
            entries: ledger
                .entries
                .iter()
                .map(|found| entry(guide, found))
                .collect(),
            lost: ledger
                .lost
                .iter()
                .map(|span| [span.start, span.end])
                .collect(),
        },
    }
}

fn bytes(guide: &Guide, ledger: &Ledger) -> LedgerBytes {
    let roles = ledger.bytes();
    LedgerBytes {
        source: guide.document.source.len(),
        fields: ledger.fields,
        body: ledger.body(),
        roles: Role::ALL
            .iter()
            .map(|role| (role.name(), roles.get(role).copied().unwrap_or(0)))
            .collect(),
        marks: ledger.marks,
        blanks: ledger.blanks,
        lost: ledger.lost.iter().map(|span| span.len()).sum(),
    }
}

fn entry(guide: &Guide, entry: &Entry) -> LedgerEntry {
    let sentence = entry
        .sentence
        .and_then(|index| guide.extraction.sentences.get(index));
    let (place, text) = match sentence {
        Some(sentence) => (sentence.place.name.clone(), sentence.text.clone()),
        None => (
            String::new(),
            entry.span.slice(&guide.document.source).to_string(),
        ),
    };
    LedgerEntry {
        role: entry.role.name(),
        span: [entry.span.start, entry.span.end],
        place,
        text,
    }
}
