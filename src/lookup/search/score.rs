//! The articles that a query leaves, best first.

use super::files::Notes;
use super::part::Part;
use super::typed::Phrase;
use super::{Ask, Class, Lookup};
use crate::lookup::{class_term, product_term, rank};

/// The score of the article whose very number was typed.
const NUMBER: f32 = 1e6;
/// How many articles are looked at for a phrase.
const VERIFIED: usize = 24;

pub(super) struct Ranked {
    pub found: Vec<(u32, f32)>,
    pub total: usize,
}

impl Lookup {
    /// The articles that the filters leave, if there are filters.
    pub(super) fn allowed(&self, ask: &Ask, notes: &Notes) -> Option<Vec<bool>> {
        let mut filters: Vec<Vec<String>> = Vec::new();
        if let Some(class) = ask.class {
            filters.push(vec![class_term(class == Class::Guide).into()]);
        }
        if let Some(product) = &ask.product {
            let names = self.tools.products.names(product);
            // With a version only that; `names` has the product itself first.
            let wanted = if names.len() > 1 {
                names.get(1..)
            } else {
                names.get(..)
            };
            filters.push(
                wanted
                    .unwrap_or_default()
                    .iter()
                    .map(|name| product_term(name))
                    .collect(),
            );
        }
        if filters.is_empty() {
            return None;
        }
        let mut allowed = vec![true; self.root.articles as usize];
        for terms in &filters {
            let mut one = vec![false; allowed.len()];
            for (article, _) in terms.iter().flat_map(|term| self.postings(term, notes).1) {
                if let Some(slot) = one.get_mut(article as usize) {
                    *slot = true;
                }
            }
            allowed
                .iter_mut()
                .zip(one)
                .for_each(|(all, one)| *all &= one);
        }
        Some(allowed)
    }

    /// The articles that have any of the parts, best first.
    pub(super) fn rank(
        &self,
        parts: &[Part],
        numbers: &[String],
        phrases: &[Phrase],
        allowed: Option<&[bool]>,
        ask: &Ask,
        notes: &Notes,
    ) -> Ranked {
        let articles = self.root.articles as usize;
        let mut score = vec![0f32; articles];
        let mut share = vec![0f32; articles];
        let mut required = vec![0usize; if phrases.is_empty() { 0 } else { articles }];
        let (mut total, mut musts) = (0f32, 0);
        for part in parts {
            let must = phrases
                .iter()
                .any(|phrase| phrase.span.contains(&part.span.start));
            let (weight, best) = self.best(part, notes);
            musts += usize::from(must);
            total += weight;
            for (article, value) in best {
                let at = article as usize;
                if let (Some(score), Some(share)) = (score.get_mut(at), share.get_mut(at)) {
                    *score += value;
                    *share += weight;
                }
                if let Some(count) = required.get_mut(at).filter(|_| must) {
                    *count += 1;
                }
            }
        }
        score
            .iter_mut()
            .zip(&share)
            .for_each(|(score, share)| *score *= share / total.max(f32::MIN_POSITIVE));
        for (article, _) in numbers.iter().flat_map(|term| self.postings(term, notes).1) {
            if let Some(score) = score.get_mut(article as usize) {
                *score += NUMBER;
            }
        }
        let mut found: Vec<(u32, f32)> = (0u32..)
            .zip(score)
            .filter(|(article, score)| {
                let at = *article as usize;
                *score > 0.0
                    && allowed.is_none_or(|list| list.get(at).copied().unwrap_or(false))
                    && required.get(at).is_none_or(|count| *count >= musts)
            })
            .collect();
        let total = found.len();
        let wanted = if phrases.is_empty() {
            ask.count
        } else {
            VERIFIED
        };
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if wanted < found.len() {
            found.select_nth_unstable_by(wanted, order);
            found.truncate(wanted);
        }
        found.sort_unstable_by(order);
        Ranked { found, total }
    }

    /// How much a part counts, and the articles that have it with what it gives them: the best of its terms.
    fn best(&self, part: &Part, notes: &Notes) -> (f32, Vec<(u32, f32)>) {
        let articles = self.root.articles as usize;
        let mut rarity = 0f32;
        let mut best: Vec<f32> = Vec::new();
        for (term, weight) in &part.terms {
            let (count, postings) = self.postings(term, notes);
            if postings.is_empty() {
                continue;
            }
            // Where no article has the word itself, it is as rare as those of like meaning together.
            let count = if count == 0 { postings.len() } else { count };
            let own = rank::rarity(count, articles);
            if best.is_empty() {
                rarity = own;
                best = vec![0.0; articles];
            }
            let factor = weight * own.min(rarity);
            for (article, impact) in postings {
                if let Some(slot) = best.get_mut(article as usize) {
                    *slot = slot.max(factor * rank::value(impact));
                }
            }
        }
        let found = (0u32..).zip(best).filter(|one| one.1 > 0.0).collect();
        (rarity, found)
    }
}
