//! What the engine understands of the archive, in numbers: a table that a change may move a little, and no more.

use kbguide::extract::Purpose;
use kbguide::guide::{Class, Guide};
use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;

/// A number may be off by this share of itself, or by [`SLACK`], before the table is to be written anew.
const TOLERANCE: f64 = 0.02;
const SLACK: usize = 20;

/// How often each thing is found.
#[derive(Default)]
pub struct Counts(BTreeMap<&'static str, usize>);

impl Counts {
    /// Counts what an article's guide has.
    pub fn of(guide: &Guide) -> Self {
        let extraction = &guide.extraction;
        let purpose = |purpose: Purpose| {
            let procedures = extraction.procedures.iter();
            procedures.filter(|one| one.purpose == purpose).count()
        };
        let jumps = extraction
            .conditions
            .iter()
            .filter(|one| one.jump.is_some());
        let labelled = extraction.warnings.iter().filter(|one| one.label.is_some());
        let labelled = labelled.count();
        let class = match guide.class {
            Class::Guide => "articles: guide",
            Class::Choice => "articles: choice of guides",
            Class::Advice => "articles: advice only",
            Class::Read => "articles: to read",
        };
        Self(BTreeMap::from([
            ("articles", 1),
            (class, 1),
            ("advice", extraction.advice.len()),
            ("choices", extraction.choices.len()),
            ("conditions", extraction.conditions.len()),
            ("jumps", jumps.count()),
            ("procedures that help", purpose(Purpose::Do)),
            (
                "procedures that show the problem",
                purpose(Purpose::Reproduce),
            ),
            ("states", extraction.states.len()),
            ("steps", extraction.steps.len()),
            ("warnings with a label", labelled),
            (
                "hazards without a label",
                extraction.warnings.len() - labelled,
            ),
        ]))
    }

    /// Adds the counts of another article.
    pub fn add(&mut self, other: &Self) {
        for (name, count) in &other.0 {
            *self.0.entry(name).or_default() += count;
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|(name, count)| writeln!(f, "{name:34}{count:>8}"))
    }
}

/// Compares the counts with the table, or writes it where `UPDATE_EXPECT` is set.
pub fn compare(counts: &Counts) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/counts.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, counts.to_string()).expect("a table");
        return;
    }
    let table = std::fs::read_to_string(&path).expect("a table");
    let expected: BTreeMap<&str, usize> = table.lines().filter_map(row).collect();
    let known: Vec<_> = counts.0.keys().copied().collect();
    assert_eq!(expected.keys().copied().collect::<Vec<_>>(), known);
    for (name, count) in &counts.0 {
        let near = (expected[name] as f64 * TOLERANCE).max(SLACK as f64);
        let off = count.abs_diff(expected[name]) as f64;
        assert!(
            off <= near,
            "{name}: {count}, not about {}; look at what has changed, then: \
             UPDATE_EXPECT=1 KBGUIDE_CORPUS=FOLDER cargo test --test corpus",
            expected[name]
        );
    }
}

fn row(line: &str) -> Option<(&str, usize)> {
    let (name, count) = line.rsplit_once(' ')?;
    Some((name.trim_end(), count.parse().ok()?))
}
