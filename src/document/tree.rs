//! Which sections stand below which.

use super::Section;
use std::ops::Range;

/// The tree that the levels of headings make of an article's sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    parent: Vec<Option<usize>>,
    end: Vec<usize>,
}

impl Tree {
    /// Reads the levels, in linear time.
    pub fn new(sections: &[Section]) -> Self {
        let mut tree = Self {
            parent: Vec::with_capacity(sections.len()),
            end: vec![sections.len(); sections.len()],
        };
        let mut open: Vec<usize> = Vec::new();
        for (index, section) in sections.iter().enumerate() {
            while let Some(last) = open
                .last()
                .copied()
                .filter(|last| sections[*last].level >= section.level)
            {
                tree.end[last] = index;
                open.pop();
            }
            tree.parent.push(open.last().copied());
            if section.level == 0 {
                tree.end[index] = index + 1; // what stands before the first heading holds nothing
            } else {
                open.push(index);
            }
        }
        tree
    }

    /// The section that this one stands below.
    pub fn parent(&self, section: usize) -> Option<usize> {
        self.parent.get(section).copied().flatten()
    }

    /// The section and all that stand below it.
    pub fn below(&self, section: usize) -> Range<usize> {
        section..self.end.get(section).copied().unwrap_or(section)
    }
}

/// The part of a list in order of sections that lies in these sections.
pub fn within<T>(
    list: &[T],
    sections: &Range<usize>,
    section: impl Fn(&T) -> usize,
) -> Range<usize> {
    let start = list.partition_point(|one| section(one) < sections.start);
    start..list.partition_point(|one| section(one) < sections.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_make_a_tree() {
        let sections: Vec<Section> = [0, 1, 2, 2, 1]
            .into_iter()
            .map(|level| Section {
                heading: None,
                level,
                blocks: Vec::new(),
            })
            .collect();
        let tree = Tree::new(&sections);
        let below: Vec<_> = (0..5).map(|index| tree.below(index)).collect();
        assert_eq!(below, [0..1, 1..4, 2..3, 3..4, 4..5]);
        assert_eq!(tree.parent(3), Some(1));
        assert_eq!(tree.parent(0), None);
    }
}
