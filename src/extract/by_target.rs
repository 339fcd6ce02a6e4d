//! Something for each target: looked up by its number, without a tree.

use super::{StepId, Target};

/// A value for each target that was asked for to be changed, and those between.
pub struct ByTarget<T>([Vec<T>; 7]);

impl<T: Default> Default for ByTarget<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Vec::new()))
    }
}

impl<T: Default> ByTarget<T> {
    /// The target's value, if it or one behind it was asked for to be changed.
    pub fn get(&self, target: Target) -> Option<&T> {
        let (kind, number) = place(target);
        self.0[kind].get(number)
    }

    /// The target's value, to be changed.
    pub fn entry(&mut self, target: Target) -> &mut T {
        let (kind, number) = place(target);
        let values = &mut self.0[kind];
        if values.len() <= number {
            values.resize_with(number + 1, T::default);
        }
        &mut values[number]
    }

    /// The targets in order with their values.
    pub fn into_pairs(self) -> impl Iterator<Item = (Target, T)> {
        let numbered = |(kind, values): (usize, Vec<T>)| {
            let values = values.into_iter().enumerate();
            values.map(move |(number, value)| (target(kind, number), value))
        };
        self.0.into_iter().enumerate().flat_map(numbered)
    }
}

fn place(target: Target) -> (usize, usize) {
    match target {
        Target::Step(StepId(number)) => (0, number),
        Target::PartOfStep(StepId(number)) => (1, number),
        Target::Nested(StepId(number)) => (2, number),
        Target::Procedure(number) => (3, number),
        Target::Advice(number) => (4, number),
        Target::Warning(number) => (5, number),
        Target::Section(number) => (6, number),
    }
}

fn target(kind: usize, number: usize) -> Target {
    match kind {
        0 => Target::Step(StepId(number)),
        1 => Target::PartOfStep(StepId(number)),
        2 => Target::Nested(StepId(number)),
        3 => Target::Procedure(number),
        4 => Target::Advice(number),
        5 => Target::Warning(number),
        _ => Target::Section(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_keeps_its_own_in_the_targets_order() {
        let mut all = vec![Target::Section(1), Target::Step(StepId(2))];
        all.extend((0..7).map(|kind| target(kind, 3)));
        let mut values = ByTarget::<usize>::default();
        for (number, target) in all.iter().enumerate() {
            *values.entry(*target) = number + 1;
        }
        assert_eq!(values.get(Target::Step(StepId(2))), Some(&2));
        assert_eq!(values.get(Target::Step(StepId(4))), None);
        let given: Vec<_> = values
            .into_pairs()
            .filter(|(_, value)| *value > 0)
            .collect();
        assert!(given.is_sorted());
        assert_eq!(given.len(), all.len());
        assert!(
            given
                .iter()
                .all(|(target, value)| all[value - 1] == *target)
        );
    }
}
