//! Instructions that need no imperative.
//!
//! ```text
//! addressed      = "you" ("must" | "should" | "need to" | "have to" | "can" | "may" ..) verb | noun "requires" "that" "you" verb
//!                | "it" "is" ("possible" | "necessary") "to" verb
//! passive        = noun .. ("must" | "should" | "needs to") "be" participle
//! recommendation = noun "recommends" "that" .. | "it is" ("safe" | "best") "to" verb
//!                | "the" ("best" | "preferred" ..) "way" .. "is to" verb | "the" "alternative" "involves" gerund
//! deed           = gerund .. ("resolves" | "corrects" ..) | gerund .. ("will" | "should" | "may") ("resolve" | "correct" ..)
//! ```

use crate::language::imperative::is_imperative;
use crate::language::verbs::{Form, base_of, is_participle, reading};
use crate::language::word::Word;

/// How a sentence tells the reader to do something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Instruction {
    /// `Click OK.`
    Imperative,
    /// `You must …`, `you should …`, `you need to …`.
    Must,
    /// `You can …`, `you may want to …`.
    Can,
    /// `It must be installed in …`, `the value should be changed`.
    Passive,
    /// `Microsoft recommends that you …`, `we recommend`.
    Recommended,
}

/// Instructions that need no imperative: addressed to the reader, passive, recommended.
pub(crate) fn modal(words: &[Word]) -> Option<Instruction> {
    let found = words.iter().enumerate().find_map(|(at, word)| {
        if !word.plain() {
            return None;
        }
        match word.lower.as_ref() {
            "must" | "should" | "need" | "needs" | "have" | "has" | "required" => must(words, at),
            "you'll" => (words.get(at + 1)?.is(&["have", "need"])).then_some(Instruction::Must),
            "can" | "may" | "could" => can(words, at).or_else(|| by_means(words, at)),
            "possible" => possible(words, at),
            "necessary" => possible(words, at).map(|_| Instruction::Must),
            "discouraged" => (words.get(at + 1)?.is(&["from"])).then_some(Instruction::Recommended),
            "safe" | "best" if words.get(at + 1).is_some_and(|next| next.is(&["to"])) => {
                Some(Instruction::Recommended)
            }
            "way" | "method" | "workaround" | "solution" | "approach" | "option" | "resolution"
            | "alternative" => best_way(words, at),
            "require" | "requires" => requires(words, at),
            "recommends" | "recommend" | "recommended" | "advisable" | "suggested" => {
                recommended(words, at)
            }
            _ => None,
        }
    });
    found.or_else(|| mends(words).then_some(Instruction::Can))
}

/// `Opening the lid and closing it again will correct the problem.`: a deed that mends.
fn mends(words: &[Word]) -> bool {
    const MEND: &[&str] = &[
        "resolve",
        "correct",
        "fix",
        "solve",
        "eliminate",
        "remedy",
        "alleviate",
    ];
    let first = words.first();
    let gerund = first.is_some_and(|word| {
        word.stop.is_none() && matches!(reading(&word.lower), Some((_, Form::Ing)))
    });
    gerund
        && words.iter().enumerate().skip(2).any(|(at, word)| {
            let before =
                words[at - 1].is(&["will", "should", "may", "can", "successfully", "also"]);
            let third = matches!(reading(&word.lower), Some((_, Form::Third)));
            let well = words[at - 1].is(&["successfully"]);
            (before || third)
                && word.plain()
                && base_of(&word.lower).is_some_and(|base| well || MEND.contains(&base))
        })
}

/// `This version requires that you set the switch.`
fn requires(words: &[Word], at: usize) -> Option<Instruction> {
    let [that, you, verb] = words.get(at + 1..at + 4)? else {
        return None;
    };
    (that.is(&["that"]) && you.is(&["you"]) && is_imperative(&verb.lower))
        .then_some(Instruction::Must)
}

fn must(words: &[Word], at: usize) -> Option<Instruction> {
    let word = &words[at];
    let next = words.get(at + 1)?;
    let next_after = |skip: &[&str]| words[at + 1..].iter().find(|w| !w.is(skip));
    let modal = word.is(&["must", "should"]);
    let free = at > 0 && words[at - 1].is(&["not", "don't", "longer", "never"]);
    let semi = word.is(&["need", "needs", "have", "has", "required"]) && next.is(&["to"]) && !free;
    if !modal && !semi {
        return None;
    }
    if told_apart(words, at) {
        return None;
    }
    let subject = addressed(words, at) || modal && own(words, at);
    let verb = next_after(&[
        "to", "not", "also", "then", "first", "only", "never", "always", "still",
    ])?;
    if subject {
        let knows = verb.is(&[
            "see", "receive", "get", "notice", "be", "have", "find", "now", "know", "consider",
        ]);
        return (!knows || verb.is(&["be"]) && next_is_careful(words, at))
            .then_some(Instruction::Must);
    }
    let passive = verb.is(&["be"]) && words[at..].iter().take(6).any(|w| participle(&w.lower));
    (passive && !within_relative(&words[..at])).then_some(Instruction::Passive)
}

/// `The files that should be kept`, `it would need to be`: what belongs to a thing or is only supposed. `Note that` and `of that
/// same kind` open nothing.
fn within_relative(before: &[Word]) -> bool {
    before.last().is_some_and(|word| word.is(&["would"]))
        || before.iter().enumerate().any(|(at, word)| {
            let noted = at > 0 && before[at - 1].is(&["note"]);
            let same = before.get(at + 1).is_some_and(|next| next.is(&["same"]));
            word.is(&["that", "which", "who", "how", "whether"]) && !noted && !same
        })
}

/// `There are parts that you can move`, `it tells how you can do it`: the modal at `at` tells of the reader on the way.
fn told_of_reader(words: &[Word], at: usize) -> bool {
    let there = words.first().is_some_and(|word| word.is(&["there"]));
    let before = at.checked_sub(2).and_then(|index| words.get(index));
    let opens = before.is_some_and(|word| {
        word.stop.is_none() && word.is(&["how", "that", "which", "where", "what"])
    });
    there || opens
}

/// `when you need to …`, `which you must …`: told of, and not said to do.
fn told_apart(words: &[Word], at: usize) -> bool {
    let subject = at.checked_sub(1).filter(|index| words[*index].is(&["you"]));
    let before = subject
        .and_then(|index| index.checked_sub(1))
        .map(|index| &words[index]);
    before.is_some_and(|word| {
        word.stop.is_none()
            && word.is(&[
                "when", "which", "what", "where", "how", "than", "before", "until", "whom",
                "because", "since", "whether",
            ])
    })
}

fn next_is_careful(words: &[Word], at: usize) -> bool {
    words[at..]
        .iter()
        .take(5)
        .any(|w| w.is(&["careful", "sure", "aware", "logged"]))
}

/// Whether the subject of the modal at `at` is the reader (or whoever runs the machine).
fn addressed(words: &[Word], at: usize) -> bool {
    let from = at.saturating_sub(3);
    words[from..at]
        .iter()
        .rev()
        .take_while(|w| w.stop != Some(','))
        .any(|w| {
            w.is(&[
                "you",
                "administrator",
                "administrators",
                "users",
                "developers",
                "we",
            ])
        })
}

/// `Your program must not …`: what belongs to the reader does what the reader makes it do.
fn own(words: &[Word], at: usize) -> bool {
    let from = at.saturating_sub(3);
    words
        .get(from..at)
        .unwrap_or(&[])
        .iter()
        .any(|w| w.is(&["your"]))
}

/// `It is possible to …`, `it may be necessary to …`
fn possible(words: &[Word], at: usize) -> Option<Instruction> {
    let is = at > 0
        && (words[at - 1].is(&["is", "also"])
            || words[at].is(&["necessary"]) && words[at - 1].is(&["be"]));
    let said = words
        .get(..at)?
        .iter()
        .take(4)
        .position(|w| w.is(&["it"]))?;
    let verb = words.get(at + 2)?;
    let plain = at - said <= 3
        && !verb.is(&["get", "receive", "see", "have"])
        && !words[..said]
            .iter()
            .any(|w| w.is(&["while", "although", "that", "sometimes"]));
    (is && plain && words[at + 1].is(&["to"]) && is_imperative(&verb.lower))
        .then_some(Instruction::Can)
}

/// `The lock can be freed by closing the door.`, `This may be avoided if you …`: a remedy in the passive.
fn by_means(words: &[Word], at: usize) -> Option<Instruction> {
    let related = at > 0 && words[at - 1].is(&["which", "that", "how"]);
    let be = words.get(at + 1)?.is(&["be"]);
    let done = words
        .get(at + 2..)?
        .iter()
        .take(2)
        .any(|w| participle(&w.lower));
    let means = words.get(at + 3..)?.windows(2).any(|pair| {
        pair[0].is(&["by"]) && pair[1].lower.ends_with("ing") || pair[0].is(&["using"])
    });
    let told = words
        .get(at + 2)?
        .is(&["caused", "reproduced", "demonstrated", "seen"]);
    (be && done && means && !related && !told).then_some(Instruction::Passive)
}

fn can(words: &[Word], at: usize) -> Option<Instruction> {
    let verb = words[at + 1..].iter().find(|w| {
        !w.is(&[
            "also",
            "then",
            "want",
            "to",
            "need",
            "either",
            "simply",
            "easily",
            "choose",
            "instead",
            "safely",
            "manually",
            "temporarily",
            "alternatively",
            "optionally",
            "usually",
        ])
    })?;
    let related = at > 0 && words[at - 1].is(&["which", "that"]);
    let passive = !related
        && verb.is(&["be"])
        && words[at..]
            .iter()
            .take(5)
            .any(|w| w.is(&["ignored", "used", "removed", "deleted", "disabled"]));
    if passive && words[at].is(&["can"]) {
        return Some(Instruction::Passive);
    }
    let addressed = at > 0
        && (words[at - 1].is(&["you"])
            || words[at].is(&["can"]) && words[at - 1].is(&["administrator", "administrators"]))
        && !told_of_reader(words, at)
        && !words[..at].iter().any(|w| w.is(&["no", "thus", "cannot"]));
    let perceives = verb.is(&[
        "see",
        "receive",
        "get",
        "notice",
        "not",
        "be",
        "experience",
        "encounter",
        "have",
        "no",
        "find",
        "hear",
        "observe",
    ]) && !(verb.is(&["get", "find"])
        && words[at..].iter().any(|w| w.is(&["using"])));
    (addressed
        && !perceives
        && (is_imperative(&verb.lower) || verb.is(&["safely", "work", "resolve", "do"])))
    .then_some(Instruction::Can)
}

fn recommended(words: &[Word], at: usize) -> Option<Instruction> {
    let said = !words[at].is(&["suggested", "recommended", "advisable"])
        || words[at.saturating_sub(3)..at]
            .iter()
            .any(|w| w.is(&["is", "it's", "be"]));
    let that = said
        && words
            .get(at + 1..)?
            .iter()
            .take(2)
            .any(|w| w.is(&["that", "you", "to", "using"]));
    let doing = words
        .get(at + 1..)?
        .iter()
        .find(|w| !w.is(&["not"]))
        .is_some_and(|w| w.lower.ends_with("ing"));
    (that || doing).then_some(Instruction::Recommended)
}

/// `the preferred way to do it is to …`
fn best_way(words: &[Word], at: usize) -> Option<Instruction> {
    let best = words[at.saturating_sub(4)..at].iter().any(|word| {
        word.is(&[
            "preferred",
            "best",
            "recommended",
            "easiest",
            "only",
            "safest",
            "alternate",
            "alternative",
            "other",
            "another",
            "reliable",
            "one",
            "simple",
            "simplest",
            "possible",
        ])
    });
    let involves = words.get(at + 1).is_some_and(|w| w.is(&["involves"]))
        && matches!(
            words.get(at + 2).and_then(|w| reading(&w.lower)),
            Some((_, Form::Ing))
        );
    if involves {
        return Some(Instruction::Recommended);
    }
    let told = words[at..].windows(2).any(|pair| {
        pair[0].is(&["is"])
            && (pair[1].is(&["to", "usually"])
                || pair[1].is(&["a", "the"]) && words[at].is(&["workaround", "solution"]))
    });
    (best && told).then_some(Instruction::Recommended)
}

fn participle(word: &str) -> bool {
    word.ends_with("ed") || is_participle(word)
}

#[cfg(test)]
mod tests {
    use super::Instruction::*;
    use super::*;
    use crate::language::word::words;

    #[test]
    fn tells_who_is_meant() {
        let examples = [
            ("You must restart the server.", Some(Must)),
            ("The part which you must keep is small.", None),
            ("You can use the spare one.", Some(Can)),
            ("You can see the light.", None),
            ("The value must be changed.", Some(Passive)),
            ("There are methods which can be used.", None),
            (
                "The best way to mend it is to restart it.",
                Some(Recommended),
            ),
            ("It is safe to remove it.", Some(Recommended)),
            ("You do not need to restart it.", None),
            ("Your script must not close the file.", Some(Must)),
            ("You must know the address.", None),
            ("It is possible to sort the list by hand.", Some(Can)),
            ("It is possible to get an error.", None),
            ("It may be necessary to close the lid.", Some(Must)),
            ("Close it as necessary to keep it.", None),
            ("The lock can be freed by closing the lid.", Some(Passive)),
            ("The leak can be caused by closing the lid.", None),
            (
                "The maker does not recommend opening it.",
                Some(Recommended),
            ),
            ("There is no tool you can use.", None),
            ("This version requires that you set the switch.", Some(Must)),
            ("Opening the lid again will correct it.", Some(Can)),
            ("Opening the lid resolves the problem.", Some(Can)),
            ("Opening the lid will show the problem.", None),
            (
                "The alternative involves editing the list.",
                Some(Recommended),
            ),
            ("One simple resolution is to wait.", Some(Recommended)),
            ("Here are suggested ways that work.", None),
            ("It is suggested that it be closed.", Some(Recommended)),
            ("Because you have to open it, it takes long.", None),
            (
                "Another lid of that same kind should be added.",
                Some(Passive),
            ),
            ("It has parts that should be kept.", None),
            ("The list would need to be rewritten.", None),
            ("The switch should also be overridden.", Some(Passive)),
            ("The administrator can open the lid.", Some(Can)),
            ("You can only open it from below.", None),
            ("You can still open it.", None),
            ("There are lids you can open.", None),
            ("It tells how you can open it.", None),
            ("It does not tell how it should be opened.", None),
            ("Please note that the lid must be closed.", Some(Passive)),
            ("Closing the lid may remove the label.", None),
            ("Closing the lid will successfully lock it.", Some(Can)),
        ];
        for (sentence, expected) in examples {
            assert_eq!(modal(&words(sentence)), expected, "{sentence}");
        }
    }
}
