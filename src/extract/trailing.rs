//! Trailing conditions: `Delete the logs if the disk is full.`
//!
//! ```text
//! trailing = action ("if" | "only if" | "unless" ..) clause ["because" ..]
//! ```
//! `See if …`, `determine if …` ask and set no condition; neither does an `if` inside of what is to be ensured.

use super::instruction::imperative_at;
use super::opener::{Clause, opener};
use crate::language::question::Opener;
use crate::language::word::{Word, any};

/// `Delete the logs if the disk is full.`
pub(super) fn trailing(words: &[Word]) -> Option<Clause> {
    let at = (1..words.len()).find(|at| opens_trailing(words, *at))?;
    let (kind, skip) = opener(words, at)?;
    let start = at + skip;
    let end = trailing_end(words, start);
    let assured = assured(&words[..at], kind == Opener::OnlyIf);
    if start >= end || indirect(words, at) || assured {
        return None;
    }
    let action = trailing_action(words, at);
    Some(Clause {
        opener: kind,
        clause: words[start].start..words[end - 1].end,
        action: words[action].start..words[at - 1].end,
        leading: false,
        aside: false,
    })
}

fn opens_trailing(words: &[Word], at: usize) -> bool {
    match opener(words, at) {
        Some((Opener::When, _)) | None => false,
        Some(_) if of_name(words, at) => false,
        Some(_) => {
            !words[at - 1].is(&[
                "as",
                "even",
                "and",
                "or",
                "but",
                "what",
                "except",
                "only",
                "like",
                "than",
                "especially",
            ]) || words[at].is(&["unless", "only"])
        }
    }
}

/// `use an IF statement`, `click Remove Line If Blank`: part of a name.
fn of_name(words: &[Word], at: usize) -> bool {
    let statement = words[at - 1].is(&["a", "an", "the"]);
    let between = words[at - 1].capital() && words.get(at + 1).is_none_or(Word::capital);
    words[at].capital() && (statement || between)
}

/// The clause ends with the sentence, or at a comma behind which the sentence goes on.
fn trailing_end(words: &[Word], start: usize) -> usize {
    let reason = reason(words, start);
    (start..reason)
        .find(|at| {
            let last = *at + 1 == words.len();
            let goes_on = words
                .get(at + 1)
                .is_some_and(|w| w.is(&["and", "then", "but", "or"]))
                && imperative_at(words, at + 1);
            !last && (words[*at].stops(";") || words[*at].stops(",") && goes_on)
        })
        .map_or(reason, |at| at + 1)
}

/// Where a reason starts that is told behind the clause: `only if it is local because the other one fails`.
pub(super) fn reason(words: &[Word], start: usize) -> usize {
    let because = |at: &usize| {
        let of = words.get(at + 1).is_some_and(|word| word.is(&["of"]));
        words[*at].plain() && words[*at].is(&["because"]) && !of
    };
    (start + 2..words.len())
        .find(because)
        .unwrap_or(words.len())
}

/// `See if it runs`, `determine if …`: a question, not a condition.
fn indirect(words: &[Word], at: usize) -> bool {
    let asks = [
        "see",
        "determine",
        "check",
        "verify",
        "ask",
        "asks",
        "know",
        "decide",
        "tell",
        "confirm",
        "find",
        "test",
        "sure",
        "wonder",
        "asking",
        "checks",
        "detect",
        "query",
        "figure",
        "control",
        "controls",
        "determines",
        "indicates",
        "say",
        "specifies",
        "specify",
        "asked",
        "seeing",
        "checking",
        "determining",
        "whether",
    ];
    let control = words[at - 1].is(&["box", "boxes", "mark", "marks"]);
    !control && any(&words[at.saturating_sub(2)..at], &asks) || words[at - 1].is(&["to", "of"])
}

/// `ensure that nothing breaks if …`: the condition belongs to what is ensured.
/// `Only if` belongs to what is recommended.
fn assured(before: &[Word], only: bool) -> bool {
    before.windows(2).any(|pair| {
        !(only && pair[0].is(&["recommends"]))
            && pair[0].is(&[
                "ensure",
                "verify",
                "sure",
                "confirm",
                "note",
                "so",
                "means",
                "say",
                "says",
                "see",
                "recommends",
            ])
            && pair[1].is(&["that"])
    })
}

/// The action starts at the sentence's start, or behind the last comma before which another clause stands.
fn trailing_action(words: &[Word], at: usize) -> usize {
    let cut = (1..at).rev().find(|i| {
        words[i - 1].stop == Some(';')
            || words[i - 1].stop == Some(',')
                && words[*i].is(&["and", "or", "but"])
                && imperative_at(words, *i)
    });
    let from = cut.unwrap_or(0);
    let skip = words[from..at]
        .iter()
        .take_while(|w| w.is(&["and", "or", "but", "then"]))
        .count();
    from + skip.min(at - from - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    /// A sentence, with its clause and its action.
    const EXAMPLES: &[(&str, Option<(&str, &str)>)] = &[
        (
            "Close the lid if it is open.",
            Some(("it is open", "Close the lid")),
        ),
        (
            "Close the lid unless it is warm.",
            Some(("it is warm", "Close the lid")),
        ),
        (
            "Close it only if the light is on.",
            Some(("the light is on", "Close it")),
        ),
        (
            "Close the lid if it is open, and then press Start.",
            Some(("it is open", "Close the lid")),
        ),
        (
            "Press Stop; and close the lid if it is open.",
            Some(("it is open", "close the lid")),
        ),
        (
            "Clear the check box if the lid is open.",
            Some(("the lid is open", "Clear the check box")),
        ),
        ("See if the lid is open.", None),
        ("Make sure that the lid is shut if it is warm.", None),
        ("Close the lid when it is warm.", None),
        ("Wait, even if it is warm.", None),
        ("If it is warm, wait.", None),
        ("Close the lid (if it is open).", None),
        (
            "The maker recommends that you close it only if it is warm.",
            Some(("it is warm", "The maker recommends that you close it")),
        ),
        ("The maker recommends that it closes if it is warm.", None),
        ("Close the lid if", None),
        ("", None),
    ];

    #[test]
    fn conditions_behind() {
        for (sentence, expected) in EXAMPLES {
            let found = trailing(&words(sentence));
            let found = found.map(|found| (&sentence[found.clause], &sentence[found.action]));
            assert_eq!(found, *expected, "{sentence}");
        }
    }
}
