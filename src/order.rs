//! Putting things in order.
//!
//! The standard library's sorts are compiled anew for every type and every key, five kilobytes each time;
//! the engine has to be small, so here everything goes through one sort of numbers.

/// Sorts by a number; what has the same number keeps its order.
pub fn by_key<T>(items: &mut [T], key: impl FnMut(&T) -> u64) {
    for (one, other) in swaps(&of(items.iter().map(key).collect())) {
        items.swap(one, other);
    }
}

/// The places of the keys, the smallest key's first; equal keys keep their order.
pub fn of(keys: Vec<u64>) -> Vec<usize> {
    let mut pairs: Vec<(u64, usize)> = keys.into_iter().zip(0..).collect();
    pairs.sort_unstable();
    pairs.into_iter().map(|(_, place)| place).collect()
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
