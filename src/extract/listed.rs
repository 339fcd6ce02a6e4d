//! Conditions that a list spells out: `Use this tool if any of the following is true:` and the items below.
//!
//! ```text
//! listed = [action] opener counted [","] [action] ":" NEWLINE items [NEWLINE action]
//!        | action opener ":" NEWLINE items
//! counted = .. "following" ..
//! any    = ("any" | "one" | "either" | "some" | "least") ..  | items with "-or-" or a last "or" between them | else
//! all    = ("all" | "both" | "each") .. | "the" "following" ("conditions" | "are") .. | items with "-and-" or a last "and" between them
//! none   = ("none" | "neither") ..
//! ```
//! It is one condition, and its question shows the items. A list behind a sentence of which the action speaks of what follows
//! (`If any of these applies, follow these steps:`) is something else.

use super::clause;
use super::instruction;
use super::opener::opener;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Quote, Role};
use crate::document::Separator;
use crate::language::question::{Asked, Opener};
use crate::language::word::{Word, any, words};
use crate::span::Span;
use crate::text::Prose;

/// How many items, and how many bytes of them, a question can show.
const ITEMS: usize = 8;
const BYTES: usize = 700;

/// How many of the items are to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Joint {
    Any,
    All,
    None,
}

/// The items that spell a condition out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// How many of them are to hold.
    pub joint: Joint,
    /// Whether they are what is so; else they are things that the clause speaks of.
    pub clauses: bool,
    /// Number of the list.
    list: usize,
    /// The first sentence of each, as a part of a question.
    items: Vec<String>,
}

/// The items below the line that spell out its condition, which is `clause`.
pub(super) fn listed(work: &Work, line: usize, clause: &str) -> Option<Listed> {
    let text = work.text(line);
    let Follower::Bullets(list) = work.unit(line).followed_by else {
        return None;
    };
    let words = words(clause);
    let counted = any(&words, &["following"]);
    if !work.is_last(line) || !text.ends_with(':') || !counted && !words.is_empty() {
        return None;
    }
    if counted && !clause_is_last(text, clause) && speaks_of_list(text, clause) {
        return None;
    }
    let items = items(work, list)?;
    let clauses = words.is_empty() || holds(&words);
    let joint = counts(&words).unwrap_or_else(|| joined(work, list));
    Some(Listed {
        joint,
        clauses,
        list,
        items,
    })
}

/// Whether the list below the line is a condition on what the line says to do, so that the line introduces nothing.
pub(super) fn spelled_below(work: &Work, line: usize) -> bool {
    let text = work.text(line);
    let words = words(text);
    let last = words.len().checked_sub(1).filter(|last| *last > 0);
    let bare = last.is_some_and(|last| opener(&words, last).is_some());
    bare && listed(work, line, "").is_some()
        || clause::clauses(text).iter().any(|found| {
            let clause = text.get(found.clause.clone()).unwrap_or("");
            listed(work, line, clause).is_some_and(|listed| listed.clauses)
        })
}

/// Whether the clause stands right in front of the list.
fn clause_is_last(text: &str, clause: &str) -> bool {
    text.trim_end_matches(':').ends_with(clause)
}

/// `…, follow these steps:`, `…, use one of the following:`: what follows is what to do.
fn speaks_of_list(text: &str, clause: &str) -> bool {
    let rest = text.split_once(clause).map_or("", |(_, rest)| rest);
    words(rest)
        .iter()
        .any(|word| word.is(&["following", "these", "steps", "below", "procedure"]))
}

/// `any of the following conditions is true`, `the following apply`: the items are what is so.
fn holds(words: &[Word]) -> bool {
    let at = words.iter().position(|word| word.is(&["following"]));
    let rest = at.and_then(|at| words.get(at + 1..)).unwrap_or(&[]);
    let told = [
        "is",
        "are",
        "true",
        "exist",
        "exists",
        "apply",
        "applies",
        "met",
        "occur",
        "occurs",
        "conditions",
        "condition",
        "situations",
        "situation",
        "statements",
        "criteria",
        "cases",
        "circumstances",
        "holds",
        "hold",
        "all",
        "both",
        "requirements",
        "have",
        "has",
        "been",
        "satisfied",
        "fulfilled",
    ];
    let counts = [
        "any", "all", "both", "either", "one", "some", "each", "none", "neither", "of", "the",
        "or", "more", "at", "least", "these", "two", "three", "2", "3",
    ];
    let before = at.and_then(|at| words.get(..at)).unwrap_or(&[]);
    rest.iter().all(|word| word.is(&told)) && before.iter().all(|word| word.is(&counts))
}

/// How many are to hold, by the clause's words: the first that counts, else `the following are true`.
fn counts(words: &[Word]) -> Option<Joint> {
    let counted = words.iter().find_map(|word| match word.lower.as_ref() {
        "any" | "one" | "either" | "some" | "least" => Some(Joint::Any),
        "all" | "both" | "each" => Some(Joint::All),
        "none" | "neither" => Some(Joint::None),
        _ => None,
    });
    let several = ["are", "exist", "apply", "hold", "conditions", "criteria"];
    let all = any(words, &several);
    counted.or(all.then_some(Joint::All))
}

/// How the items are joined by what stands between them.
fn joined(work: &Work, list: usize) -> Joint {
    let items = work.lists.get(list).map_or(&[][..], |list| &list.items);
    let and = items
        .iter()
        .any(|item| item.separator == Some(Separator::And));
    let last_but_one = items.len().checked_sub(2).and_then(|at| items.get(at));
    let text = last_but_one
        .and_then(|item| work.units.get(*item.units.first()?))
        .map_or("", |unit| unit.prose.as_str());
    let text = text.trim_end_matches([',', ';']);
    match and || text.ends_with(" and") {
        true => Joint::All,
        false => Joint::Any,
    }
}

/// The first sentence of each item; `None` where they are too many or too long for a question, or something to do.
fn items(work: &Work, list: usize) -> Option<Vec<String>> {
    let items = &work.lists.get(list)?.items;
    if !(2..=ITEMS).contains(&items.len()) {
        return None;
    }
    let texts = items.iter().map(|item| {
        let line = work.lines_of(*item.units.first()?).next()?;
        let text = bare(work.text(line));
        let fits = !text.is_empty() && !text.contains('?') && !instruction::imperative(text);
        fits.then(|| lowered(text))
    });
    let texts: Vec<String> = texts.collect::<Option<_>>()?;
    let length: usize = texts.iter().map(String::len).sum();
    (length <= BYTES).then_some(texts)
}

/// An item without its full stop, and without the `or` that leads to the next.
fn bare(text: &str) -> &str {
    let text = text.trim_end_matches(['.', ',', ';', ' ', ':']);
    let text = text
        .strip_suffix(" or")
        .or_else(|| text.strip_suffix(" and"))
        .unwrap_or(text);
    let text = text.trim_end_matches([',', ';']);
    text.strip_prefix("If ").unwrap_or(text)
}

/// The item with a small letter where its first word is no name.
fn lowered(text: &str) -> String {
    let small = [
        "you", "the", "a", "an", "your", "this", "there", "it", "no", "any", "one", "these",
        "that", "all", "in", "on", "at", "more", "only",
    ];
    let first = text.split(' ').next().unwrap_or("").to_lowercase();
    match small.contains(&first.as_str()) {
        true => first.clone() + text.get(first.len()..).unwrap_or(""),
        false => text.to_string(),
    }
}

/// The question with the items in it; `asked` is what the clause alone asks.
pub(super) fn ask(listed: &Listed, opener: Opener, asked: Asked) -> Asked {
    let items = listed.items.join("; ");
    if !listed.clauses {
        let question = asked.question.trim_end_matches('?');
        return Asked {
            question: format!("{question}: {items}?"),
            ..asked
        };
    }
    let opens = match (listed.joint, listed.items.len()) {
        (Joint::All, 2) => "Are both of these true",
        (Joint::All, _) => "Are all of these true",
        _ => "Is any of these true",
    };
    let topic = match listed.joint {
        Joint::All => "All of these",
        _ => "Any of these",
    };
    Asked {
        question: format!("{opens}: {items}?"),
        true_when_yes: (listed.joint == Joint::None) == (opener == Opener::Unless),
        topic: topic.to_string(),
    }
}

/// The items as they stand, for a condition that has no other words.
pub(super) fn quote(work: &Work, listed: &Listed) -> Option<Quote> {
    let items = &work.lists.get(listed.list)?.items;
    let spans = items.iter().filter_map(|item| {
        let line = work.lines_of(*item.units.first()?).next()?;
        Some(work.place(line).span)
    });
    let span = spans.reduce(Span::cover)?;
    let text = Prose::folded(&work.document.source, span);
    Some(Quote {
        text: text.as_str().to_string(),
        span,
    })
}

/// The line behind the list that says what to do then, for a condition that ends in it: `If all of these are true:`, items,
/// `use the spare one.`
pub(super) fn behind(work: &Work, line: usize, listed: &Listed) -> Option<usize> {
    let last = *work.lists.get(listed.list)?.items.last()?.units.last()?;
    let next = work.units.get(last + 1)?;
    let unit = work.unit(line);
    let same = next.section == unit.section && next.step == unit.step;
    let prose = matches!(next.kind, UnitKind::Paragraph | UnitKind::StepDetail);
    let first = work.lines_of(last + 1).next()?;
    let text = work.text(first);
    let plain = clause::clauses(text).is_empty();
    (same && prose && plain && instruction::instructs(text)).then_some(first)
}

/// Says that the items are the condition.
pub(super) fn take_items(work: &mut Work, listed: &Listed) {
    let items = work
        .lists
        .get(listed.list)
        .map_or(&[][..], |list| &list.items);
    let units: Vec<usize> = items.iter().flat_map(|item| item.units.clone()).collect();
    for unit in units {
        for line in work.lines_of(unit) {
            if work.lines[line].role == Role::Background {
                work.lines[line].role = Role::Condition;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::read;
    use crate::extract::{Role, extract};

    /// An article's text, with its condition as `clause → action | question answer`.
    const EXAMPLES: &[(&str, Option<&str>)] = &[
        (
            "Use the spare lid if any of the following conditions is true:\n\n- The lid is bent.\n- You have a new fan.",
            Some(
                "any of the following conditions is true → Use the spare lid | Is any of these true: the lid is bent; you have a new fan? yes",
            ),
        ),
        (
            "If all of the following are true, use the spare lid:\n\n- The lid is bent.\n- The fan is new.\n- The lamp is on.",
            Some(
                "all of the following are true → use the spare lid | Are all of these true: the lid is bent; the fan is new; the lamp is on? yes",
            ),
        ),
        (
            "Call the maker if:\n\n- The lid is bent, or\n- The fan is new.",
            Some(
                "The lid is bent, or - The fan is new. → Call the maker | Is any of these true: the lid is bent; the fan is new? yes",
            ),
        ),
        (
            "Call the maker if:\n\n- The lid is bent; and\n- The fan is new.",
            Some(
                "The lid is bent; and - The fan is new. → Call the maker | Are both of these true: the lid is bent; the fan is new? yes",
            ),
        ),
        (
            "If either of the following is true:\n\n- The lid is bent.\n- The fan is new.\n\nUse the spare lid.",
            Some(
                "either of the following is true → Use the spare lid | Is any of these true: the lid is bent; the fan is new? yes",
            ),
        ),
        (
            "Use the spare lid unless one of the following is true:\n\n- The lid is bent.\n- The fan is new.",
            Some(
                "one of the following is true → Use the spare lid | Is any of these true: the lid is bent; the fan is new? no",
            ),
        ),
        (
            "If you have one of the following lids, use the spare fan:\n\n- Lid 100\n- Lid 200",
            Some(
                "you have one of the following lids → use the spare fan | Do you have one of the following lids: Lid 100; Lid 200? yes",
            ),
        ),
        (
            "If you have a fan, and if all of the following are true, open the lid:\n\n- The lid is bent.\n- The fan is new.",
            Some(
                "you have a fan, and if all of the following are true → open the lid | Do you have a fan, and are all of the following true: the lid is bent; the fan is new? yes",
            ),
        ),
        (
            "Open the lid if the following are true:\n\n- The lid is bent.\n- The fan is new.",
            Some(
                "the following are true → Open the lid | Are both of these true: the lid is bent; the fan is new? yes",
            ),
        ),
        (
            "Open the lid if none of the following is true:\n\n- The lid is bent.\n- The fan is new.",
            Some(
                "none of the following is true → Open the lid | Is any of these true: the lid is bent; the fan is new? no",
            ),
        ),
        (
            "The room is cold if:\n\n- The lid is bent.\n- The fan is new.",
            None,
        ),
        ("Call the maker if:\n\n- Press Start.\n- Press Stop.", None),
        (
            "The lid opens if any of the following is true:\n\n- The lid is bent.\n- The fan is new.",
            None,
        ),
    ];

    #[test]
    fn conditions_that_a_list_spells_out() {
        for (text, expected) in EXAMPLES {
            let out = extract(&read("lid", format!("## Resolution\n\n{text}").as_bytes()));
            let found = out.conditions.first().map(|found| {
                let answer = if found.true_when_yes { "yes" } else { "no" };
                format!(
                    "{} → {} | {} {answer}",
                    found.clause.text, found.action.text, found.question
                )
            });
            assert_eq!(found.as_deref(), *expected, "{text}");
            let items = out
                .sentences
                .iter()
                .filter(|one| one.text.starts_with("The fan is"));
            for item in items {
                assert_eq!(item.role == Role::Condition, expected.is_some(), "{text}");
            }
        }
    }
}
