//! Where a clause has taken in more than the condition, what does not belong to it is left off.
//!
//! ```text
//! clause  = condition "," surplus
//! clause  = ("so" | "not") "," surplus
//! surplus = "to" verb ..                  a purpose; not behind a condition that wants or needs something
//!         | ("the" | "this" | "you" ..) .. ("may" | "is" ..) ..      a statement of its own, what is so then
//!         | ("the" | "a" ..) ..           behind a verb that ends its condition: `the noise persists, the fan`
//! ```
//! A comma in a list (`.., and ..`) or behind a phrase in front (`After a restart, ..`) ends no condition.

use super::classes::*;
use super::finder::find;
use super::fronted::FRONT;
use super::words::Word;
use crate::language::verbs::{Form, is_noun_too, reading};

/// The words of the condition itself.
pub(super) fn cut(words: &[Word]) -> &[Word] {
    if let [first, _, ..] = words
        && first.is_one_of(&["so", "not"])
        && first.ends_part()
    {
        return words.get(..1).unwrap_or(words);
    }
    let comma = words
        .iter()
        .rposition(|word| !word.fixed && word.text.ends_with(','));
    let starts = words
        .first()
        .is_some_and(|word| !word.is_one_of(FRONT) && !word.is_one_of(&["to", "for"]));
    let last = comma
        .filter(|_| starts)
        .and_then(|comma| condition(words, comma));
    last.or_else(|| stopped(words).filter(|_| starts))
        .unwrap_or(words)
}

/// The words up to the last comma, where what stands behind it is a purpose or a statement of its own.
fn condition(words: &[Word], comma: usize) -> Option<&[Word]> {
    let (before, surplus) = words.split_at(comma + 1);
    find(before)?;
    (is_purpose(before, surplus) || is_outcome(surplus)).then_some(before)
}

fn is_purpose(before: &[Word], surplus: &[Word]) -> bool {
    let [to, verb, _, ..] = surplus else {
        return false;
    };
    let open = before.iter().any(|word| word.is_one_of(WANTS));
    to.is_one_of(&["to"]) && !open && verb.is_base()
}

/// Verbs and adjectives that an infinitive may belong to, words apart.
const WANTS: &[&str] = &[
    "want",
    "wants",
    "need",
    "needs",
    "have",
    "has",
    "try",
    "tries",
    "trying",
    "able",
    "unable",
    "like",
    "wish",
    "plan",
    "fail",
    "fails",
    "attempt",
    "attempts",
    "used",
    "order",
    "use",
    "using",
    "example",
    "possible",
    "necessary",
    "prompted",
];

fn is_outcome(surplus: &[Word]) -> bool {
    let subject = surplus
        .first()
        .is_some_and(|word| word.is_one_of(DETERMINERS) || word.is_one_of(PRONOUNS));
    let verb = find(surplus).and_then(|at| surplus.get(at));
    let joined = surplus.iter().any(|word| word.is_one_of(&["or", "and"]));
    subject && !joined && verb.is_some_and(|verb| is_auxiliary(verb) || is_third(verb))
}

fn is_third(verb: &Word) -> bool {
    matches!(reading(&verb.low), Some((base, Form::Third)) if !is_noun_too(base) || base == "fail")
}

/// The words up to a verb without an object that a comma follows.
fn stopped(words: &[Word]) -> Option<&[Word]> {
    let at = find(words)?;
    let verb = words.get(at).filter(|verb| verb.ends_part())?;
    let base = reading(&verb.low).map(|(base, _)| base)?;
    let goes_on = words.get(at + 1)?.is_one_of(DETERMINERS);
    let joined = words
        .get(at + 1..)?
        .iter()
        .any(|word| word.is_one_of(COORDINATORS));
    let ends = [
        "persist", "occur", "appear", "continue", "happen", "fail", "recur",
    ]
    .contains(&base);
    (ends && goes_on && !joined)
        .then(|| words.get(..=at))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::super::words::{join, split};
    use super::*;

    #[test]
    fn leaves_the_surplus_off() {
        let table = [
            (
                "you are a guest, to find out who is at home",
                "you are a guest,",
            ),
            (
                "you want, for example, to go",
                "you want, for example, to go",
            ),
            ("you use it, and want to go", "you use it, and want to go"),
            (
                "the lid is old and the fan is off, this lid may open",
                "the lid is old and the fan is off,",
            ),
            (
                "the lid is old, the fan is off, and you are at home",
                "the lid is old, the fan is off, and you are at home",
            ),
            (
                "after a restart, the fan may stop",
                "after a restart, the fan may stop",
            ),
            (
                "the noise persists, the fan, an old one",
                "the noise persists,",
            ),
            (
                "the noise persists, a light goes on, or the fan stops",
                "the noise persists, a light goes on, or the fan stops",
            ),
            ("the lid, the old one", "the lid, the old one"),
            ("not, open it", "not,"),
            (
                "the lid is open, the fan also fails to stop",
                "the lid is open,",
            ),
            (
                "the lid is old or new, the fan is off",
                "the lid is old or new,",
            ),
            (
                "you have a lid, the one that is old",
                "you have a lid, the one that is old",
            ),
            ("", ""),
        ];
        for (clause, wanted) in table {
            assert_eq!(join(cut(&split(clause))), wanted);
        }
    }
}
