//! How much a term says about an article, and how much an article answers a query.
//!
//! BM25F (Robertson and Zaragoza, 2004): how often a term stands in each field, by the field's weight and normalised by the field's length,
//! is added up and then saturated. A part of its own is for the title alone, so that a title which is all about the query
//! comes before a long text that has its words too; and long texts, which have every word, count less.
//! The sum over the words of a query, each by how rare it is, is multiplied by the share of the query that the article has.

use super::digest::FIELDS;
use super::postings::IMPACT;

/// How much a term in the title, the products, the keywords and the text counts.
const WEIGHT: [f32; FIELDS] = [4.0, 1.5, 2.0, 1.0];
/// How much the length of each field takes away.
const LENGTH: [f32; FIELDS] = [0.4, 0.3, 0.4, 0.75];
/// Where repeating a term stops counting.
const SATURATION: f32 = 1.2;
/// The same for the title's own part, and how much that part counts.
const TITLE: (f32, f32) = (2.0, 0.3);
/// How much a text that is longer than most loses, by the logarithm of how many times.
const LONG: f32 = 0.15;
/// The most that an impact can be.
const MOST: f32 = 1.0 + TITLE.1;
const LEVELS: f32 = (1u32 << IMPACT) as f32;

/// Average lengths of the fields, rounded so that an article more or less does not change the whole index.
#[derive(Clone, Copy, Debug)]
pub struct Averages([f32; FIELDS]);

impl Averages {
    /// From the sums over so many articles.
    pub fn new(sums: [u64; FIELDS], articles: usize) -> Self {
        Self(sums.map(|sum| rounded(sum as f32 / articles.max(1) as f32)))
    }

    /// The impact of a term that stands in each field of an article so often; the fields have these lengths.
    pub fn impact(&self, counts: [u32; FIELDS], lengths: [u32; FIELDS]) -> u8 {
        let part = |field: usize| -> Option<f32> {
            let (weight, part) = (WEIGHT.get(field)?, LENGTH.get(field)?);
            let times = *lengths.get(field)? as f32 / self.0.get(field)?.max(1.0);
            Some(weight * *counts.get(field)? as f32 / (1.0 - part + part * times))
        };
        let sum: f32 = (0..FIELDS).filter_map(part).sum();
        let title = part(0).unwrap_or(0.0);
        let times = lengths[FIELDS - 1] as f32 / self.0[FIELDS - 1].max(1.0);
        let long = 1.0 / (1.0 + LONG * times.max(1.0).ln());
        let value = long * sum / (SATURATION + sum) + TITLE.1 * title / (TITLE.0 + title);
        level(value)
    }
}

/// The impact of which the [`value`] is nearest to this.
fn level(value: f32) -> u8 {
    (value / MOST * LEVELS).min(LEVELS - 1.0) as u8
}

/// How much a word of like meaning counts.
const LIKE: f32 = 0.5;

/// The impact that a posting of a word has for another word which it is like; `rarity` of the two.
pub fn like(impact: u8, own: f32, other: f32) -> u8 {
    level(LIKE * own.min(other) / own.max(f32::MIN_POSITIVE) * value(impact))
}

/// Rounded to about a tenth.
fn rounded(value: f32) -> f32 {
    let step = 1.1f32;
    let power = (value.max(1.0).ln() / step.ln()).round();
    step.powf(power)
}

/// The value of an impact.
pub fn value(impact: u8) -> f32 {
    (f32::from(impact) + 0.5) / LEVELS * MOST
}

/// How rare a term is that `count` of so many articles have.
pub fn rarity(count: usize, articles: usize) -> f32 {
    let (count, articles) = (count as f32, articles as f32);
    (((articles - count).max(0.0) + 0.5) / (count + 0.5) + 1.0).ln()
}
