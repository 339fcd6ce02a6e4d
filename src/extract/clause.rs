//! The conditions in a sentence: which clause decides, and what it governs.
//!
//! ```text
//! leading   = [lead-in] opener clause ["," ] ["then"] action
//! trailing  = action opener clause
//! chained   = sentence (", and" | ", but" | ";") leading
//! inserted  = action ("and then" | "and") "," leading
//! spliced   = action "," "if you" clause "you" modal ..     a comma where a full stop should be
//! within    = opener clause "," trailing
//! wrapped   = "(" sentence ")"
//! aside     = action "(" [..] opener clause ")" ..
//! opener    = "if" | "only if" | "unless" | "when" | "where" | "in case" | "provided that"
//! ```

use super::instruction::imperative_at;
use super::leading::leading;
use super::opener::Clause;
use super::trailing::trailing;
use crate::language::question::Opener;
use crate::language::word::{Word, words};
use std::ops::Range;

/// The conditions of a sentence in order.
pub(crate) fn clauses(sentence: &str) -> Vec<Clause> {
    let inner = unwrapped(sentence);
    let mut found = in_sentence(sentence.get(inner.clone()).unwrap_or(""));
    for clause in &mut found {
        clause.clause = clause.clause.start + inner.start..clause.clause.end + inner.start;
        clause.action = clause.action.start + inner.start..clause.action.end + inner.start;
    }
    found
}

/// What stands in the parentheses around a whole sentence, else the sentence: `(If it is shut, click Open.)`
pub(super) fn unwrapped(sentence: &str) -> Range<usize> {
    let inner = sentence
        .strip_prefix('(')
        .and_then(|rest| rest.trim_end_matches('.').strip_suffix(')'))
        .filter(|inner| !inner.contains(['(', ')']));
    inner.map_or(0..sentence.len(), |inner| 1..1 + inner.len())
}

fn in_sentence(sentence: &str) -> Vec<Clause> {
    let words = words(sentence);
    let mut found = Vec::new();
    for part in parts(&words) {
        match leading(&words[part.clone()]) {
            Some(clause) => {
                let within = within(&words[part], &clause);
                found.push(clause);
                found.extend(within);
            }
            None => found.extend(trailing(&words[part])),
        }
    }
    found.extend(asides(&words));
    found
}

/// `If the disk is full, delete the logs unless you need them.`: the action has a condition of its own.
fn within(words: &[Word], outer: &Clause) -> Option<Clause> {
    let from = words.partition_point(|word| word.start < outer.action.start);
    let to = words.partition_point(|word| word.start < outer.action.end);
    let found = trailing(words.get(from..to)?)?;
    let inner = words.iter().filter(|word| word.start >= found.clause.start);
    let mut inner = inner.filter(|word| word.end < found.clause.end);
    (!inner.any(|word| word.stops(",;"))).then_some(found)
}

/// The parts of a sentence that can hold a condition each: cut where a new leading condition is chained on.
fn parts(words: &[Word]) -> Vec<Range<usize>> {
    let mut cuts = vec![0];
    for at in 1..words.len() {
        let from = cuts.last().copied().unwrap_or(0);
        if chains(words, at) && !goes_on(words, from, at) {
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
    if before.stops(",") && (inserted(words, at) || spliced(words, at)) {
        return true;
    }
    let joined = words[at].is(&["and", "but", "or", "however", "otherwise"])
        && words.get(at + 1).is_some_and(|w| {
            w.is(&["if", "unless"]) || words[at].is(&["and", "but"]) && w.is(&["when"])
        });
    let bare = before.stops(";:") && words[at].is(&["if", "unless", "otherwise", "on"]);
    joined || bare
}

/// Whether the condition that starts at `from` goes on at `at`: `if A, or if B, do C` and `do C if A, or if B` are one condition
/// in two parts, and either of them alone would decide wrongly.
fn goes_on(words: &[Word], from: usize, at: usize) -> bool {
    let joined = words[at - 1].stops(",") && words[at].is(&["and", "or"]);
    let near = at - from <= REACH;
    if !joined || !near {
        return false;
    }
    let before = &words[from..at];
    let rest = &words[at..words.len().min(at + REACH)];
    if leads(before) {
        return leading(before).is_none();
    }
    words[at].is(&["or"]) && leading(rest).is_none() && trailing(before).is_some()
}

/// Whether the words open with a condition, behind a word or two that lead in.
fn leads(words: &[Word]) -> bool {
    words.iter().take(3).any(|word| word.is(&["if", "unless"]))
}

/// How many words of an inserted condition are looked at.
const REACH: usize = 64;

/// `Click Finish, and then, if it does not restart, turn it off.`: a condition with its own action goes on behind another one.
fn inserted(words: &[Word], at: usize) -> bool {
    let joins = words[at - 1].is(&["then", "and", "or"]);
    let opens = words[at].is(&["if", "unless"]);
    let acts = |rest: &[Word]| {
        leading(rest).is_some_and(|clause| {
            let action = rest
                .iter()
                .position(|word| word.start >= clause.action.start);
            action.is_some_and(|action| imperative_at(rest, action))
        })
    };
    joins && opens && imperative_at(words, 0) && acts(&words[at..words.len().min(at + REACH)])
}

/// `Start the tool, if you do not have it you can get it here.`: a sentence of its own behind a comma.
fn spliced(words: &[Word], at: usize) -> bool {
    let opens = words[at].is(&["if"]) && words.get(at + 1).is_some_and(|word| word.is(&["you"]));
    let rest = &words[at..words.len().min(at + REACH)];
    let addressed = |clause: Clause| {
        let action = rest.iter().find(|word| word.start >= clause.action.start);
        action.is_some_and(|word| word.is(&["you"]))
    };
    opens && imperative_at(words, 0) && leading(rest).is_some_and(addressed)
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
        (
            "You can use the spare one in a situation where there is a single server.",
            &["If[there is a single server → You can use the spare one]"],
        ),
        (
            "We recommend that if the disk is new, you keep a copy.",
            &["If[the disk is new → you keep a copy]"],
        ),
        (
            "If you do not have the tool you can get it, free of charge, from us.",
            &["If[you do not have the tool → you can get it, free of charge, from us]"],
        ),
        (
            "If you cannot log on, or if the disk is full, delete the logs.",
            &["If[you cannot log on, or if the disk is full → delete the logs]"],
        ),
        (
            "Delete the share if it is stale, or if the server is gone.",
            &["If[it is stale, or if the server is gone → Delete the share]"],
        ),
        (
            "Delete the share if it is stale, or if the server is gone, restart it.",
            &[
                "If[it is stale → Delete the share]",
                "If[the server is gone → restart it]",
            ],
        ),
        (
            "(If the button is not there, click Options first.)",
            &["If[the button is not there → click Options first]"],
        ),
        (
            "If the disk is full, delete the logs unless you need them.",
            &[
                "If[the disk is full → delete the logs unless you need them]",
                "Unless[you need them → delete the logs]",
            ],
        ),
        (
            "Start the tool, if you do not have it you can get it from us.",
            &["If[you do not have it → you can get it from us]"],
        ),
        (
            "If the disk is full, add one if possible, or delete the logs.",
            &[
                "If[the disk is full → add one if possible, or delete the logs]",
                "If[possible → add one]",
            ],
        ),
        (
            "Click Auto if the disk is new, or click the name if it is old.",
            &["If[the disk is new → Click Auto]"],
        ),
        (
            "Start the tool, if you do not have it.",
            &["If[you do not have it → Start the tool]"],
        ),
        (
            "Start the tool if the disk is full because of the logs.",
            &["If[the disk is full because of the logs → Start the tool]"],
        ),
        (
            "Start the tool only if it is new because the old one fails.",
            &["OnlyIf[it is new → Start the tool]"],
        ),
        (
            "Run it only after you have made a copy.",
            &["OnlyIf[you have made a copy → Run it]"],
        ),
        (
            "Where the server has two cards, click the second.",
            &["If[the server has two cards → click the second]"],
        ),
        (
            "Where path is the folder, type the name.",
            &["When[path is the folder → type the name]"],
        ),
        (
            "Click Finish, and then, if it does not restart, turn it off.",
            &["If[it does not restart → turn it off]"],
        ),
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
