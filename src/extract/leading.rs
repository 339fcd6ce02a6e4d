//! Leading conditions: `If the disk is full, delete the logs.`
//!
//! ```text
//! leading = [lead-in] opener [","  "however" ","] clause "," ["then" | "please"] action
//!         | opener clause ("then" | "you" modal) ..
//! places  = "where" clause         asked like `if`; not `where NAME is ..`
//! lead-in = "however" | "otherwise" | "also" | "for example" ..
//! ```
//! Of several commas the one counts behind which an instruction opens, else one behind which a sentence can open.

use super::instruction::imperative_at;
use super::opener::{Clause, opener};
use crate::language::question::Opener;
use crate::language::word::Word;

/// `If the disk is full, delete the logs.`
pub(super) fn leading(words: &[Word]) -> Option<Clause> {
    let lead = lead_in(words);
    let (kind, skip) = opener(words, lead)?;
    let kind = if places(words, lead) {
        Opener::If
    } else {
        kind
    };
    let aside = words
        .get(lead + skip)
        .is_some_and(|w| w.is(&["however", "instead", "therefore"]) && w.stops(","));
    let start = lead + skip + usize::from(aside);
    let split = split_leading(words, start)?;
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

/// `Where the server has two cards, …`; not `Where path is the folder`, which explains a word.
fn places(words: &[Word], at: usize) -> bool {
    let is = |n: usize, any: &[&str]| words.get(at + n).is_some_and(|word| word.is(any));
    let explains = is(2, &["is", "=", "represents", "equals", "specifies"]) && !is(1, &["there"]);
    is(0, &["where"]) && !explains
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
        "important",
        "even",
        "so",
        "yes",
        "thus",
        "consequently",
        "furthermore",
        "likewise",
        "conversely",
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
    if let Some(behind) = recommended(words) {
        return behind;
    }
    let count = words.iter().take(5).take_while(|w| w.is(&lead)).count();
    let only = count > 0 && words[count - 1].is(&["only"]);
    count - usize::from(only)
}

/// `We recommend that if …`: the condition stands inside of what is recommended.
fn recommended(words: &[Word]) -> Option<usize> {
    let that = words.iter().take(4).position(|word| word.is(&["that"]))?;
    let recommends =
        words[that.checked_sub(1)?].is(&["recommend", "recommends", "recommended", "suggest"]);
    (recommends && opener(words, that + 1).is_some()).then_some(that + 1)
}

/// The first word of the action behind a leading condition that starts at `start`.
fn split_leading(words: &[Word], start: usize) -> Option<usize> {
    let last = words.len().saturating_sub(1);
    let commas = (start..last)
        .filter(|at| words[*at].stops(",;"))
        .map(|at| at + 1);
    if let Some(at) = addressed(words, start) {
        return Some(at);
    }
    let parted = commas
        .filter(|at| !continues(words, *at))
        .min_by_key(|at| rank(words, *at));
    parted.or_else(|| (start + 1..words.len()).find(|at| unpunctuated(words, *at)))
}

/// `If you do not have the tool you can get it here, …`: the reader is addressed before any comma.
fn addressed(words: &[Word], start: usize) -> Option<usize> {
    let comma = (start..words.len()).find(|at| words[*at].stops(",;"))?;
    let opens = words.get(start).is_some_and(|w| w.is(&["you"]));
    let not = words
        .get(start..comma)?
        .iter()
        .any(|w| w.is(&["not", "don't"]));
    let at = (start + 3..comma).find(|at| words[*at].is(&["you"]) && unpunctuated(words, *at))?;
    (opens && not).then_some(at)
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
    let place = words[at].is(&["in", "on", "from", "at", "under", "using", "within"]);
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
    addressed && at >= 3 || after_so || word.is(&["please"])
}

/// Where the action ends: at a semicolon, or with the words.
fn action_end(words: &[Word], start: usize) -> usize {
    let cut = (start..words.len()).find(|at| words[*at].stops(";"));
    cut.map_or(words.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    /// A sentence, with its clause and its action.
    const EXAMPLES: &[(&str, Option<(&str, &str)>)] = &[
        (
            "If the lid is open, close it.",
            Some(("the lid is open", "close it")),
        ),
        (
            "However, when the lid is open, then press Stop.",
            Some(("the lid is open", "press Stop")),
        ),
        (
            "If, however, the lid is open, close it.",
            Some(("the lid is open", "close it")),
        ),
        (
            "If you open the lid, which is heavy, wait.",
            Some(("you open the lid, which is heavy", "wait")),
        ),
        (
            "If the lid is open then close it.",
            Some(("the lid is open", "close it")),
        ),
        (
            "If the lid is open, close it; the light goes out.",
            Some(("the lid is open", "close it")),
        ),
        (
            "Only if the lid is open, close it.",
            Some(("the lid is open", "close it")),
        ),
        (
            "If the lid is open, in the left bay, press Stop.",
            Some(("the lid is open", "in the left bay, press Stop")),
        ),
        ("In case of fire, leave the room.", None),
        ("The lid opens if it is warm.", None),
        ("If the lid is open.", None),
        ("If", None),
        ("", None),
    ];

    #[test]
    fn conditions_in_front() {
        for (sentence, expected) in EXAMPLES {
            let found = leading(&words(sentence));
            let found = found.map(|found| (&sentence[found.clause], &sentence[found.action]));
            assert_eq!(found, *expected, "{sentence}");
        }
    }
}
