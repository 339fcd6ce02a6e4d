//! Conditions of which the action stands in the paragraphs below.
//!
//! ```text
//! colon   = [lead-in] ("if" | "unless" ..) clause ":" NEWLINE [message | list] action
//! bare    = action opener ":" NEWLINE list                         `Call the maker if:`
//! message = what the reader sees: paragraphs that say nothing to do, where the clause promises one
//! ```
//! `If the following message appears:`, the message, `click Retry`; `If you want to keep the files:` and steps. A sentence that
//! already has its main clause (`If you start it you may see the following:`) is none.

use super::condition::Found;
use super::listed::{behind, listed};
use super::opener::opener;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{clause, instruction};
use crate::language::question::Opener;
use crate::language::word::{Word, any, words};

/// How many paragraphs a message may take.
const MOST: usize = 4;

/// The condition that the line opens, where what stands below it is its action.
pub(super) fn colon(work: &Work, line: usize) -> Option<Found> {
    let text = work.text(line);
    let kind = work.unit(line).kind;
    if !work.is_last(line)
        || !text.ends_with(':')
        || matches!(
            kind,
            UnitKind::Heading | UnitKind::Fact { .. } | UnitKind::Cell
        )
        || work.of_problem(work.unit(line))
        || !clause::clauses(text).is_empty()
    {
        return None;
    }
    let words = words(text);
    let (found, skip) = opener(&words, 0)?;
    let rest = words.get(skip..)?;
    if rest.len() < 3 || has_main_clause(rest) {
        return None;
    }
    let clause = rest.first()?.start..rest.last()?.end;
    let listed = listed(work, line, text.get(clause.clone())?);
    let action = match &listed {
        Some(listed) => behind(work, line, listed),
        None => action(work, line, rest),
    }?;
    (found != Opener::When).then(|| Found {
        remedy: Some(action),
        listed,
        ..Found::new(found, clause, 0..0, true)
    })
}

/// A condition of which the clause is the list: `Call the maker if:`, and the items.
pub(super) fn bare_opener(work: &Work, line: usize) -> Option<Found> {
    let text = work.text(line);
    let words = words(text);
    let at = words.len().checked_sub(1).filter(|at| *at > 0)?;
    let (found, _) = opener(&words, at)?;
    let opener = match found {
        Opener::If | Opener::Unless => found,
        Opener::When if words[at].is(&["when"]) => Opener::If,
        _ => return None,
    };
    let only = words[at - 1].is(&["only"]);
    let last = if only { at.checked_sub(1)? } else { at };
    let action = words[0].start..words.get(last.checked_sub(1)?)?.end;
    let does = instruction::imperative(text.get(action.clone())?);
    let listed = listed(work, line, "").filter(|_| does)?;
    let opener = if only { Opener::OnlyIf } else { opener };
    Some(Found {
        listed: Some(listed),
        ..Found::new(opener, 0..0, action, false)
    })
}

/// `… you may receive the following message:`
fn has_main_clause(rest: &[Word]) -> bool {
    let main = [
        "may", "will", "can", "cannot", "might", "must", "see", "receive", "should", "get",
    ];
    let addressed = |pair: &[Word]| pair[0].is(&["you", "it", "they"]) && pair[1].is(&main);
    let behind = rest.get(2..).unwrap_or(&[]);
    rest.iter().any(|word| word.stops(",;")) || behind.windows(2).any(addressed)
}

/// The line that says what to do then.
fn action(work: &Work, line: usize, clause: &[Word]) -> Option<usize> {
    let unit = work.lines[line].unit;
    let message = any(
        clause,
        &["following", "message", "messages", "similar", "this"],
    );
    if matches!(
        work.unit(line).followed_by,
        Follower::Nested | Follower::Procedure(_)
    ) {
        let next = work.lines_of(unit + 1).next()?;
        return instruction::instructs(work.text(next)).then_some(next);
    }
    let reach = if message { MOST } else { 1 };
    for next in unit + 1..=unit + reach {
        let other = work.units.get(next)?;
        let same = other.section == work.units[unit].section && other.step == work.units[unit].step;
        if !same || other.kind == UnitKind::Heading || other.kind == UnitKind::StepText {
            return None;
        }
        let first = work.lines_of(next).next()?;
        let text = work.text(first);
        let goes_on = text.starts_with(|c: char| c.is_lowercase());
        if instruction::instructs(text) && (goes_on || !message) && clause::clauses(text).is_empty()
        {
            return Some(first);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;
    use crate::extract::walk::walk;

    /// An article, with the clause and the line that says what to do then.
    const EXAMPLES: &[(&str, Option<(&str, &str)>)] = &[
        (
            "If the lid stays open:\n\nPress it down.",
            Some(("the lid stays open", "Press it down.")),
        ),
        (
            "If the following text appears:\n\nThe lid is open\n\nclick Close.",
            Some(("the following text appears", "click Close.")),
        ),
        (
            "If you want to keep the lid:\n\n1. Press Stop.\n2. Take the lid off.",
            Some(("you want to keep the lid", "Press Stop.")),
        ),
        (
            "Unless the lid is new:\n\nClean it.",
            Some(("the lid is new", "Clean it.")),
        ),
        ("If the lid stays open:\n\nThe room gets cold.", None),
        (
            "If you open it you may see the following:\n\nClick Close.",
            None,
        ),
        ("When the lid is open:\n\nClose it.", None),
        ("If the lid stays open.\n\nPress it down.", None),
        ("The lid stays open:\n\nPress it down.", None),
        ("If the lid stays open:\n\n## Next\n\nPress it down.", None),
        ("## Cause\n\nIf the lid stays open:\n\nPress it down.", None),
        ("If so:\n\nPress it down.", None),
    ];

    #[test]
    fn conditions_before_what_stands_below() {
        for (article, expected) in EXAMPLES {
            let document = read("lid", article.as_bytes());
            let work = Work::new(&document, walk(&document));
            let found = (0..work.lines.len()).find_map(|line| {
                let found = colon(&work, line)?;
                Some((&work.text(line)[found.clause], work.text(found.remedy?)))
            });
            assert_eq!(found, *expected, "{article}");
        }
    }
}
