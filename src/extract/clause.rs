//! The conditions in a sentence: which clause decides, and what it governs.
//!
//! ```text
//! leading   = [lead-in] opener clause ["," ] ["then"] action
//! trailing  = action opener clause
//! chained   = sentence (", and" | ", but" | ";") leading
//! aside     = action "(" [..] opener clause ")" ..
//! opener    = "if" | "only if" | "unless" | "when" | "where" | "in case" | "provided that"
//! ```

use super::instruction::{imperative_at, kind_of_clause};
use crate::language::word::{Word, words};
use std::ops::Range;

/// The word that opens a condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    If,
    OnlyIf,
    Unless,
    When,
}

/// A condition in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub opener: Opener,
    /// The clause without its opener.
    pub clause: Range<usize>,
    /// What it governs.
    pub action: Range<usize>,
    /// Whether it stands in front of its action.
    pub leading: bool,
    /// Whether it stands in parentheses.
    pub aside: bool,
}

/// The conditions of a sentence in order.
pub(crate) fn clauses(sentence: &str) -> Vec<Clause> {
    let words = words(sentence);
    let mut found = Vec::new();
    for part in parts(&words) {
        let from = part.start;
        let words = &words[part];
        let clause = leading(words).or_else(|| trailing(words));
        if let Some(clause) = clause {
            found.push(clause);
        }
        let _ = from;
    }
    found.extend(asides(&words));
    found
}

/// The parts of a sentence that can hold a condition each: cut where a new leading condition is chained on.
fn parts(words: &[Word]) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    for at in 1..words.len() {
        if chains(words, at) {
            cuts.push(at);
        }
    }
    cuts.push(words.len());
    cuts.windows(2).map(|cut| cut[0]..cut[1]).collect()
}

/// Whether a chained condition starts at `at`: `…, and if`, `…; if`, `…, but if`, `…. If`.
fn chains(words: &[Word], at: usize) -> bool {
    let before = &words[at - 1];
    let stops = before.stops(",;:.");
    if !stops || !words[at].plain() {
        return false;
    }
    let joined = words[at].is(&["and", "but", "or", "however", "otherwise"])
        && words.get(at + 1).is_some_and(|w| {
            w.is(&["if", "unless"]) || words[at].is(&["and", "but"]) && w.is(&["when"])
        });
    let bare = before.stops(";:") && words[at].is(&["if", "unless", "otherwise", "on"]);
    // "if A, and if B, do C" is one condition in two parts
    let both = joined
        && words[..at].iter().take(3).any(|w| w.is(&["if"]))
        && !words[..at].iter().any(|w| w.is(&["then"]))
        && !acts(&words[..at]);
    (joined || bare) && !both
}

fn acts(words: &[Word]) -> bool {
    leading(words).is_some_and(|clause| {
        let action: Vec<_> = words
            .iter()
            .filter(|w| w.start >= clause.action.start)
            .cloned()
            .collect();
        kind_of_clause(&action).is_some()
    }) || leading(words).is_none()
}

fn opener(words: &[Word], at: usize) -> Option<(Opener, usize)> {
    let word = words.get(at)?;
    if !word.plain() {
        return None;
    }
    let next = |n: usize, any: &[&str]| words.get(at + n).is_some_and(|w| w.is(any));
    match word.lower.as_ref() {
        "if" => Some((Opener::If, 1)),
        "only" if next(1, &["if", "when"]) => Some((Opener::OnlyIf, 2)),
        "unless" => Some((Opener::Unless, 1)),
        "when" | "whenever" | "where" => Some((Opener::When, 1)),
        "in" if next(1, &["case"]) && !next(2, &["of"]) => Some((Opener::If, 2)),
        "in" if next(1, &["the"]) && next(2, &["event"]) => {
            Some((Opener::If, if next(3, &["that"]) { 4 } else { 3 }))
        }
        "in" if next(1, &["situations", "cases"]) && next(2, &["where", "in"]) => {
            Some((Opener::If, if next(2, &["in"]) { 4 } else { 3 }))
        }
        "provided" | "assuming" if next(1, &["that"]) => Some((Opener::If, 2)),
        _ => None,
    }
}

/// `If the disk is full, delete the logs.`
fn leading(words: &[Word]) -> Option<Clause> {
    let lead = lead_in(words);
    let (kind, skip) = opener(words, lead)?;
    let aside = words
        .get(lead + skip)
        .is_some_and(|w| w.is(&["however", "instead", "therefore"]) && w.stops(","));
    let start = lead + skip + usize::from(aside);
    let split = split_leading(words, start, kind)?;
    let mut action = split;
    while words
        .get(action)
        .is_some_and(|w| w.is(&["then", "please", "simply"]))
        && action + 1 < words.len()
    {
        action += 1;
    }
    let end = action_end(words, action);
    Some(Clause {
        opener: kind,
        clause: words.get(start)?.start..words.get(split - 1)?.end,
        action: words.get(action)?.start..words.get(end - 1)?.end,
        leading: true,
        aside: false,
    })
}

/// How many words may stand before a leading condition: `However,`, `Otherwise,`, `For example,`, `Now`.
fn lead_in(words: &[Word]) -> usize {
    let lead = [
        "however",
        "otherwise",
        "also",
        "and",
        "but",
        "or",
        "then",
        "now",
        "note",
        "therefore",
        "additionally",
        "again",
        "finally",
        "for",
        "example",
        "in",
        "addition",
        "alternatively",
        "that",
        "next",
        "first",
        "similarly",
        "instead",
        "note:",
        "important",
        "even",
        "so",
        "yes",
        "thus",
        "consequently",
        "furthermore",
        "likewise",
        "conversely",
        "or,",
        "caution",
        "warning",
        "only",
        "unfortunately",
        "this",
        "case",
        "second",
        "third",
        "lastly",
        "generally",
        "usually",
        "typically",
    ];
    if opener(words, 0).is_some() {
        return 0;
    }
    let count = words.iter().take(5).take_while(|w| w.is(&lead)).count();
    let only = count > 0 && words[count - 1].is(&["only"]);
    count - usize::from(only)
}

/// The first word of the action behind a leading condition that starts at `start`.
fn split_leading(words: &[Word], start: usize, kind: Opener) -> Option<usize> {
    let commas: Vec<usize> = (start..words.len().saturating_sub(1))
        .filter(|at| words[*at].stops(",;"))
        .map(|at| at + 1)
        .collect();
    let strong = commas
        .iter()
        .copied()
        .find(|at| opens_action(words, *at) && !continues(words, *at));
    let weak = commas
        .iter()
        .copied()
        .find(|at| opens_clause(words, *at) && !continues(words, *at));
    let least = commas.iter().copied().find(|at| !continues(words, *at));
    if let Some(at) = strong
        .into_iter()
        .chain(weak)
        .chain(least)
        .min_by_key(|at| rank(words, *at))
    {
        return Some(at);
    }
    let _ = kind;
    (start + 1..words.len()).find(|at| unpunctuated(words, *at))
}

/// The earlier comma wins unless only the later one opens an action.
fn rank(words: &[Word], at: usize) -> (u8, usize) {
    let weight = if opens_action(words, at) {
        0
    } else if opens_clause(words, at) {
        1
    } else {
        2
    };
    (weight, at)
}

/// `…, and the client cannot find it, …`: the condition goes on.
fn continues(words: &[Word], at: usize) -> bool {
    words[at].is(&[
        "is",
        "are",
        "was",
        "were",
        "has",
        "does",
        "cannot",
        "will",
        "and",
        "or",
        "but",
        "nor",
        "which",
        "who",
        "where",
        "such",
        "including",
        "even",
        "not",
        "whether",
    ]) || words[at].is(&["for"]) && words.get(at + 1).is_some_and(|w| w.is(&["example"]))
        || words[at].is(&["if"])
}

/// Whether an instruction opens here: an imperative, `you must`, a place and then an imperative.
fn opens_action(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    let modal = |n: usize| {
        words.get(at + n).is_some_and(|w| {
            w.is(&[
                "must", "can", "should", "may", "need", "will", "have", "might", "cannot", "could",
            ])
        })
    };
    imperative_at(words, at)
        || placed(words, at)
        || word.is(&["then", "please", "you'll", "we"])
        || word.is(&["you", "it", "this", "they", "setup", "there", "that"])
            && (modal(1)
                || words
                    .get(at + 1)
                    .is_some_and(|w| w.is(&["is", "are", "does", "do", "was", "has"])))
}

/// `in the dialog box, click …`: a place and then an imperative.
fn placed(words: &[Word], at: usize) -> bool {
    let place = words[at].is(&["in", "on", "from", "at", "under", "using", "at", "within"]);
    let comma = (at..words.len()).take(14).find(|i| words[*i].stops(","));
    place && comma.is_some_and(|comma| comma + 1 < words.len() && imperative_at(words, comma + 1))
}

/// Whether something that can be a main clause opens here.
fn opens_clause(words: &[Word], at: usize) -> bool {
    let rest = &words[at..];
    let reach = rest
        .iter()
        .position(|w| w.stops(",;:.!?"))
        .map_or(rest.len(), |n| n + 1);
    rest[..reach].iter().any(|w| {
        w.is(&[
            "is", "are", "was", "were", "has", "have", "does", "do", "will", "can", "cannot",
            "may", "must", "should", "might", "could", "would", "needs", "need", "requires", "use",
            "uses", "sets", "becomes",
        ])
    })
}

/// Without a comma: `If that did not work you can also …`, `if so use it`, `if it fails then stop`.
fn unpunctuated(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if !word.plain() || words[at - 1].is(&["that", "which", "and", "or", "as", "than", "what"]) {
        return false;
    }
    let modal = ["can", "must", "should", "may", "need", "will", "have"];
    let addressed = word.is(&["you", "then"])
        && (word.is(&["then"]) || words.get(at + 1).is_some_and(|w| w.is(&modal)));
    let alone = at == 2 || words.get(at.wrapping_sub(2)).is_some_and(|w| w.is(&["if"]));
    let after_so = alone && words[at - 1].is(&["so", "not"]) && imperative_at(words, at);
    let it = word.is(&["please"]) || word.is(&["then,"]);
    addressed && at >= 3 || after_so || it
}

/// Where the action ends: at a semicolon, or with the words.
fn action_end(words: &[Word], start: usize) -> usize {
    let cut = (start..words.len()).find(|at| words[*at].stops(";"));
    cut.map_or(words.len(), |at| at + 1)
}

/// `Delete the logs if the disk is full.`
fn trailing(words: &[Word]) -> Option<Clause> {
    let at = (1..words.len()).find(|at| opens_trailing(words, *at))?;
    let (kind, skip) = opener(words, at)?;
    let start = at + skip;
    let end = trailing_end(words, start);
    if start >= end || indirect(words, at) || assured(&words[..at]) {
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

/// The clause ends with the sentence, or at a comma behind which the sentence goes on.
fn trailing_end(words: &[Word], start: usize) -> usize {
    (start..words.len())
        .find(|at| {
            let last = *at + 1 == words.len();
            let goes_on = words
                .get(at + 1)
                .is_some_and(|w| w.is(&["and", "then", "but"]))
                && imperative_at(words, at + 1);
            !last && (words[*at].stops(";") || words[*at].stops(",") && goes_on)
        })
        .map_or(words.len(), |at| at + 1)
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
        "out",
        "determines",
        "indicates",
        "say",
        "specifies",
        "specify",
        "asked",
        "seeing",
        "checking",
        "determining",
        "of",
        "to",
        "whether",
    ];
    let control = words[at - 1].is(&["box", "boxes", "mark", "marks"]);
    !control
        && words[at.saturating_sub(2)..at]
            .iter()
            .any(|w| w.is(&asks) && !w.is(&["of", "to"]))
        || words[at - 1].is(&["to", "of"])
}

/// `ensure that nothing breaks if …`: the condition belongs to what is ensured.
fn assured(before: &[Word]) -> bool {
    before.windows(2).any(|pair| {
        pair[0].is(&[
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
        ]) && pair[1].is(&["that"])
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

/// `Click the icon (or the window if it is open).`
fn asides(words: &[Word]) -> Vec<Clause> {
    let mut found = Vec::new();
    for at in 1..words.len() {
        let here = words[at].depth > 0 && !words[at].quoted && words[at].is(&["if", "unless"]);
        if !here {
            continue;
        }
        let end = (at..words.len()).find(|i| {
            words
                .get(i + 1)
                .is_none_or(|next| next.depth < words[at].depth)
        });
        let end = end.unwrap_or(words.len() - 1) + 1;
        if end <= at + 3 {
            continue; // "(if any)", "(if it is)"
        }
        let opener = if words[at].is(&["if"]) {
            Opener::If
        } else {
            Opener::Unless
        };
        let first = (0..at)
            .rev()
            .find(|i| words[*i].depth < words[at].depth)
            .map_or(0, |i| i + 1);
        let inside_first = first == at;
        let action = if inside_first {
            0..words[at - 1].end
        } else {
            words[0].start..words[at - 1].end
        };
        found.push(Clause {
            opener,
            clause: words[at + 1].start..words[end - 1].end,
            action,
            leading: false,
            aside: true,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence with each condition as `opener[clause → action]`.
    const EXAMPLES: &[(&str, &[&str])] = &[
        (
            "If the disk is full, delete the logs.",
            &["If[the disk is full → delete the logs]"],
        ),
        (
            "Delete the logs if the disk is full.",
            &["If[the disk is full → Delete the logs]"],
        ),
        (
            "However, if the share is mounted, and the client cannot find it, check the rights.",
            &["If[the share is mounted, and the client cannot find it → check the rights]"],
        ),
        (
            "If you have A, B, or C, use D.",
            &["If[you have A, B, or C → use D]"],
        ),
        (
            "Wait unless you are in a hurry.",
            &["Unless[you are in a hurry → Wait]"],
        ),
        ("See if the light is on.", &[]),
        ("If so use it.", &["If[so → use it]"]),
        (
            "In the event that the tool fails, use the spare one.",
            &["If[the tool fails → use the spare one]"],
        ),
        (
            "If that did not work you can also add paper.",
            &["If[that did not work → you can also add paper]"],
        ),
        (
            "If it starts, go to step 4, but if it stops, go to step 9.",
            &[
                "If[it starts → go to step 4]",
                "If[it stops → go to step 9]",
            ],
        ),
        (
            "Click the icon (or the window if it is already open).",
            &["If[it is already open → Click the icon (or the window]"],
        ),
        ("Delete the file (if any).", &[]),
    ];

    #[test]
    fn finds_conditions() {
        for (sentence, expected) in EXAMPLES {
            let found: Vec<_> = clauses(sentence)
                .iter()
                .map(|c| {
                    format!(
                        "{:?}[{} → {}]",
                        c.opener,
                        &sentence[c.clause.clone()],
                        &sentence[c.action.clone()]
                    )
                })
                .collect();
            assert_eq!(&found, expected, "{sentence}");
        }
    }
}
