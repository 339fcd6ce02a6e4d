//! The articles that have a term, each with how much it says about the article.
//!
//! Gaps between the articles' numbers are Rice-coded in blocks of 64 with a parameter of their own: the articles of a product stand
//! together, so that gaps are small where the term is at home. The impact (see [`rank`](super::rank)) takes four bits.

use super::bits::{BitReader, BitWriter};

/// Articles to a block.
const BLOCK: usize = 64;
/// Bits of an impact.
pub const IMPACT: u32 = 4;

/// An article's number and its impact.
pub type Posting = (u32, u8);

/// The postings as bytes; they are in order of the articles, each once.
pub fn write(postings: &[Posting]) -> Vec<u8> {
    let mut bits = BitWriter::default();
    let mut next = 0;
    for block in postings.chunks(BLOCK) {
        let last = block.last().map_or(next, |one| one.0);
        let mean = (last + 1 - next) / block.len() as u32;
        let low = mean.max(1).ilog2().min(24);
        bits.put(low, 5);
        for (article, impact) in block {
            bits.rice(article - next, low);
            bits.put(u32::from(*impact), IMPACT);
            next = article + 1;
        }
    }
    bits.finish()
}

/// Reads `count` postings of an index of `articles` articles.
pub fn read(bytes: &[u8], count: usize, articles: u32) -> Option<Vec<Posting>> {
    if count > articles as usize {
        return None;
    }
    let mut bits = BitReader::new(bytes);
    let mut postings = Vec::with_capacity(count);
    let mut next = 0u32;
    while postings.len() < count {
        let low = bits.get(5)?.min(24);
        for _ in 0..BLOCK.min(count - postings.len()) {
            let article = next.checked_add(bits.rice(low)?)?;
            if article >= articles {
                return None;
            }
            postings.push((article, bits.get(IMPACT)? as u8));
            next = article + 1;
        }
    }
    Some(postings)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        #[test]
        fn what_is_written_is_read(list in prop::collection::btree_map(0u32..70_000, 0u8..16, 0..400)) {
            let list: Vec<Posting> = BTreeMap::into_iter(list).collect();
            prop_assert_eq!(read(&write(&list), list.len(), 70_000), Some(list));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, count in 0usize..500) {
            if let Some(list) = read(&bytes, count, 1000) {
                prop_assert!(list.iter().all(|one| one.0 < 1000));
                prop_assert!(list.is_sorted_by(|a, b| a.0 < b.0));
            }
        }
    }
}
