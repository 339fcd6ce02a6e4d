//! Putting things in order, finding them again, counting them.
//!
//! The standard library's sorts are compiled anew for every type and every key, five kilobytes each time;
//! the engine has to be small, so here everything goes through one sort of numbers.

use std::collections::BTreeMap;

/// Sorts by a number; what has the same number keeps its order.
pub fn by_key<T>(items: &mut [T], key: impl FnMut(&T) -> u64) {
    for (one, other) in swaps(&of(items.iter().map(key).collect())) {
        items.swap(one, other);
    }
}

/// The places of the keys, the smallest key's first; equal keys keep their order.
pub fn of(keys: Vec<u64>) -> Vec<usize> {
    let LookUp(pairs) = LookUp::new(keys);
    pairs.into_iter().map(|(_, place)| place).collect()
}

/// Finds things by a number.
pub struct LookUp(Vec<(u64, usize)>);

impl LookUp {
    /// For things of these keys.
    pub fn new(keys: Vec<u64>) -> Self {
        let mut pairs: Vec<(u64, usize)> = keys.into_iter().zip(0..).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// The place of the last thing that has this key.
    pub fn last(&self, key: u64) -> Option<usize> {
        let behind = self.0.partition_point(|(other, _)| *other <= key);
        let (found, place) = *self.0.get(behind.checked_sub(1)?)?;
        (found == key).then_some(place)
    }
}

/// How often each name was met.
#[derive(Default)]
pub struct Counts(BTreeMap<String, usize>);

impl Counts {
    /// Counts a name: 1 where it is met for the first time.
    pub fn add(&mut self, name: &str) -> usize {
        let count = self.0.entry(name.to_string()).or_default();
        *count += 1;
        *count
    }
}

/// The swaps that bring everything to where `order` wants it: each cycle is walked once.
fn swaps(order: &[usize]) -> Vec<(usize, usize)> {
    let mut swaps = Vec::new();
    let mut done = vec![false; order.len()];
    for start in 0..order.len() {
        let mut at = start;
        while !std::mem::replace(&mut done[at], true) && order[at] != start {
            swaps.push((at, order[at]));
            at = order[at];
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_of_a_key() {
        let found = LookUp::new(vec![5, 3, 5, 9]);
        let last = [0, 3, 4, 5, 9, 10].map(|key| found.last(key));
        assert_eq!(last, [None, Some(1), None, Some(2), Some(3), None]);
    }

    #[test]
    fn names_are_counted_each_for_itself() {
        let mut counts = Counts::default();
        let met = ["a", "b", "a", "a"].map(|name| counts.add(name));
        assert_eq!(met, [1, 1, 2, 3]);
    }

    proptest! {
        #[test]
        fn the_same_as_the_standard_librarys_stable_sort(keys in prop::collection::vec(0..9_u64, 0..40)) {
            let mut ours: Vec<_> = keys.into_iter().enumerate().collect();
            let mut theirs = ours.clone();
            by_key(&mut ours, |(_, key)| *key);
            theirs.sort_by_key(|(_, key)| *key);
            prop_assert_eq!(ours, theirs);
        }
    }
}
