//! A phrase in front of the statement stays in front of the question:
//!
//! ```text
//! fronted = ("after" | "before" | "when" | "on" ..) words "," statement
//! ```

use super::classes::*;
use super::words::{Word, capitalized, inside, trimmed};

/// Words that open such a phrase.
pub(super) const FRONT: &[&str] = &[
    "after", "before", "when", "while", "once", "during", "on", "in", "at", "from", "under",
    "upon", "as", "since", "by", "within", "until",
];

/// The longest phrase that is looked through.
const LONGEST: usize = 25;

/// The question of the statement behind the phrase, which `statement` makes.
pub(super) fn ask(
    words: &[Word],
    statement: impl Fn(&[Word]) -> Option<(String, bool)>,
) -> Option<(String, bool)> {
    if !words.first()?.is_one_of(FRONT) {
        return None;
    }
    let comma = words.iter().take(LONGEST).position(Word::ends_part)?;
    let (front, rest) = words.split_at(comma + 1);
    let first = rest.first()?;
    let subject = first.is_one_of(DETERMINERS) || first.is_one_of(PRONOUNS) || first.is_capital();
    let (question, opposite) = subject.then(|| statement(&inside(rest)))??;
    let mut letters = question.chars();
    let low: String = letters.next()?.to_lowercase().chain(letters).collect();
    let front = capitalized(&trimmed(&inside(front)));
    Some((format!("{front}, {low}"), opposite))
}

#[cfg(test)]
mod tests {
    use super::super::compound;
    use super::super::words::split;
    use super::*;

    #[test]
    fn keeps_the_front() {
        let table = [
            (
                "after trading the cables, the disk can not be read",
                Some(("After trading the cables, can the disk be read?", true)),
            ),
            (
                "when you start Setup, you hear a tone",
                Some(("When you start Setup, do you hear a tone?", false)),
            ),
            (
                "before it stops, it makes a noise",
                Some(("Before it stops, does it make a noise?", false)),
            ),
            ("during the copy, no disk spins", None),
            ("the disk is full, at last", None),
            ("", None),
            ("on Windows NT 4.0, and later", None),
            ("the disk, once read, is full", None),
            ("after that", None),
        ];
        for (clause, wanted) in table {
            let asked = ask(&split(clause), compound::ask);
            let asked = asked
                .as_ref()
                .map(|(question, no)| (question.as_str(), *no));
            assert_eq!(asked, wanted, "{clause}");
        }
    }
}
