//! Where a clause's own verb stands.
//!
//! The words are read once from the left. A relative (`that`, `which`, or a pronoun right behind a
//! noun: `the file you copied`) owes a verb, and the next one pays for it. An auxiliary, a past tense
//! that is no participle, or an `-s` form that is no noun is the clause's verb at once; what could
//! be something else (`updates`, `installed`, `print`) is kept in case nothing better follows.
//!
//! ```text
//! clause   = pronoun {adverb} verb .. | noun {relative} verb ..
//! relative = ("that" | "which" | subordinator | pronoun right behind a noun) .. verb
//! verb     = sure | kept
//! sure     = auxiliary | past | ("tries" | "needs" | "wants") "to" | third          at once, if no relative owes
//! kept     = third that is a noun too | past that is a participle too | base        the best one, in this order
//! base     = plain form behind a plural, number, relative, pronoun or adverb, or behind two nouns joined by "and"
//! ```
//! What stands behind `to`, `be`, an article, in quotes or with a capital is no verb.

use super::classes::*;
use super::words::Word;
use crate::language::verbs::{Form, is_noun_too, is_past, reading};

/// How sure it is that a word is a finite verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Base,
    Past,
    Third,
    Sure,
}

/// The index of the finite verb.
pub(super) fn find(words: &[Word]) -> Option<usize> {
    after_pronoun(words)
        .or_else(|| Search::new(words).run())
        .or_else(|| last_resort(words))
        .or_else(|| unknown(words))
}

/// The verb right behind a subject of one word: `you`, `it`, `this`.
fn after_pronoun(words: &[Word]) -> Option<usize> {
    let subject = words.first()?;
    let personal = subject.is_one_of(PRONOUNS);
    if !personal
        && !subject.is_one_of(DEMONSTRATIVES)
        && !subject.is_one_of(&["none", "nothing", "neither", "one"])
    {
        return None;
    }
    let at = skip_adverbs(words, 1);
    let word = words.get(at)?;
    if subject.is_one_of(&["one"]) {
        return anybody(word).then_some(at);
    }
    let plural = subject.is_one_of(&["these", "those"]);
    let fits = match reading(&word.low) {
        _ if is_auxiliary(word) => true,
        Some((_, Form::Third)) => !plural,
        Some((_, Form::Past)) => true,
        Some((_, Form::PastOrParticiple)) => personal || word.is_one_of(HAPPENED),
        Some((base, Form::Base)) => personal || (plural && !is_noun_too(base)),
        Some((_, Form::Ing | Form::Participle)) => false,
        None => subject.is_one_of(&["you", "they"]) && may_be_verb(word),
    };
    fits.then_some(at)
}

/// Whether the verb tells what a reader does, called `one`: not of one of some things (`one is missing`).
pub(super) fn anybody(verb: &Word) -> bool {
    let third = matches!(reading(&verb.low), Some((_, Form::Third)));
    third
        && !is_auxiliary(verb)
        && !verb.is_one_of(&["exists", "appears", "fails", "works", "does"])
}

/// What a `this` did: these are no participles that tell of a noun.
const HAPPENED: &[&str] = &[
    "appeared",
    "failed",
    "happened",
    "helped",
    "occurred",
    "succeeded",
    "worked",
];

/// A plain form far behind its plural: `the methods in this article fail to help`.
fn last_resort(words: &[Word]) -> Option<usize> {
    let plural = words.iter().position(looks_plural_noun)?;
    (plural + 1..words.len()).find(|at| {
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        let ends = at + 1 == words.len();
        words.get(*at).is_some_and(|word| {
            let plain = matches!(reading(&word.low), Some((base, Form::Base)) if ends || !is_noun_too(base));
            let free = before.is_some_and(|before| {
                !before.is_one_of(&["to"]) && (!leads_noun(before) || before.is_one_of(&["these", "those"]))
            });
            plain && free && !word.fixed && !word.is_capital()
        })
    })
}

/// A word in `-s` that is not known, in front of its object: `the plan precludes this`.
fn unknown(words: &[Word]) -> Option<usize> {
    (1..words.len()).find(|at| {
        let word = words.get(*at);
        let likely = word.is_some_and(|word| {
            !word.fixed
                && !word.is_capital()
                && word.low.len() > 4
                && looks_plural(word)
                && reading(&word.low).is_none()
        });
        let free = at
            .checked_sub(1)
            .and_then(|before| words.get(before))
            .is_some_and(|before| {
                !leads_noun(before) && !looks_plural(before) && !before.is_one_of(&["to"])
            });
        likely && free && is_governed(words.get(at + 1))
    })
}

fn looks_plural_noun(word: &Word) -> bool {
    looks_plural(word) || word.is_one_of(&["these", "those"])
}

/// Behind `you` an unknown word is a verb, a quoted one too: `you \"Enable the filter\"`.
fn may_be_verb(word: &Word) -> bool {
    let small = [
        DETERMINERS,
        PREPOSITIONS,
        RELATIVES,
        COORDINATORS,
        SUBORDINATORS,
        PRONOUNS,
    ];
    !small.iter().any(|list| word.is_one_of(list))
        && !word.text.starts_with('(')
        && !word.ends_part()
}

/// The first index from `at` on whose word is no adverb.
pub(super) fn skip_adverbs(words: &[Word], at: usize) -> usize {
    let rest = words.get(at..).unwrap_or(&[]);
    at + rest.iter().take_while(|word| is_adverb(word)).count()
}

struct Search<'a> {
    words: &'a [Word],
    at: usize,
    /// Verbs that relatives still owe.
    owed: usize,
    kept: Option<(Rank, usize)>,
    /// Whether the kept word has an object or an infinitive behind it.
    governs: bool,
    /// Whether an `and` has been passed.
    joined: bool,
}

impl<'a> Search<'a> {
    fn new(words: &'a [Word]) -> Search<'a> {
        let owed = usize::from(
            words
                .first()
                .is_some_and(|word| word.is_one_of(&["what", "whatever"])),
        );
        Search {
            words,
            at: 1,
            owed,
            kept: None,
            governs: false,
            joined: false,
        }
    }

    fn run(mut self) -> Option<usize> {
        while let Some(word) = self.words.get(self.at) {
            if self.is_barred(word) {
                break;
            }
            if self.owes(word) {
                self.owed += 1;
            } else if let Some(rank) = self.rank(word) {
                if self.owed > 0 {
                    self.pay(word);
                } else if rank == Rank::Sure {
                    return Some(self.at);
                } else {
                    self.keep(rank);
                }
            }
            self.joined |= word.is_one_of(&["and"]);
            self.at += 1;
        }
        self.kept.map(|(_, at)| at)
    }

    /// The word before; `above` and `below` are looked through (`the lines above show`).
    fn before(&self) -> Option<&Word> {
        let passed = self.words.get(..self.at)?;
        let behind = passed.last()?.is_one_of(&["above", "below"]);
        passed
            .iter()
            .rev()
            .nth(usize::from(behind && passed.len() > 1))
    }

    fn next(&self) -> Option<&Word> {
        self.words.get(self.at + 1)
    }

    /// Whether the clause is over, given that some word may be its verb.
    fn is_barred(&self, word: &Word) -> bool {
        let Some((rank, _)) = self.kept else {
            return false;
        };
        let clause_follows = self.next().is_some_and(|next| {
            next.is_one_of(PRONOUNS) || next.is_one_of(DETERMINERS) || is_auxiliary(next)
        });
        // `the net uses Host files and you cannot dial`
        let by_reader = self
            .next()
            .is_some_and(|next| next.is_one_of(&["you", "they"]))
            && self.words.get(self.at + 2).is_some_and(is_auxiliary);
        word.is_one_of(COORDINATORS) && by_reader && rank != Rank::Base
            || word.is_one_of(SUBORDINATORS)
            || word.is_one_of(&["after", "before", "until"])
            || ((rank == Rank::Past || self.governs)
                && word.is_one_of(COORDINATORS)
                && clause_follows)
    }

    /// Whether a relative clause starts here.
    fn owes(&self, word: &Word) -> bool {
        let Some(before) = self.before() else {
            return false;
        };
        if word.is_one_of(&["that"]) && self.points_at_noun(before) {
            return false;
        }
        if word.is_one_of(RELATIVES) {
            return !before.is_one_of(RELATIVES);
        }
        if word.is_one_of(SUBORDINATORS) {
            return !(word.is_one_of(&["so"])
                && before.is_one_of(&["do", "does", "doing", "done"]));
        }
        self.is_subject_behind_noun(word, before)
    }

    /// Whether `that` is no relative but points at the noun behind it: `holding that file`.
    fn points_at_noun(&self, before: &Word) -> bool {
        let follows = before.is_one_of(PREPOSITIONS)
            || matches!(reading(&before.low), Some((base, _)) if !is_noun_too(base));
        let noun_next = self.next().is_some_and(|next| {
            !next.is_one_of(PRONOUNS) && !next.is_one_of(DETERMINERS) && !is_verb_form(next)
        });
        follows && noun_next
    }

    fn is_subject_behind_noun(&self, word: &Word, before: &Word) -> bool {
        let follows_clause_word = before.is_one_of(RELATIVES)
            || before.is_one_of(SUBORDINATORS)
            || before.is_one_of(COORDINATORS)
            || before.is_one_of(&["to", "for", "of", "by", "with", "from"]);
        let is_object = match reading(&before.low) {
            Some((base, Form::Base | Form::Third)) => !is_noun_too(base),
            other => other.is_some(),
        };
        let subject = word.is_one_of(&["you", "they", "we", "he", "she"])
            || (word.is_one_of(&["it"]) && self.next().is_some_and(is_verb_form));
        subject && !follows_clause_word && !is_object
    }

    fn rank(&self, word: &Word) -> Option<Rank> {
        if word.fixed || (word.is_capital() && !is_auxiliary(word)) {
            return None;
        }
        let before = self.before()?;
        if before.is_one_of(&["to"]) {
            return None;
        }
        if is_auxiliary(word) {
            return Some(Rank::Sure);
        }
        if before.is_one_of(&["be", "been", "being", "get"]) {
            return None; // `need to be restored`: no form of its own
        }
        let (base, form) = reading(&word.low)?;
        if self.tries(word) {
            return Some(Rank::Sure);
        }
        let free = !leads_noun(before) || before.is_one_of(&["that"]);
        match form {
            Form::Past => Some(Rank::Sure),
            Form::Third if free => Some(if is_noun_too(base) {
                Rank::Third
            } else {
                Rank::Sure
            }),
            Form::PastOrParticiple if free => Some(Rank::Past),
            Form::Base if self.base_fits(before) || (free && self.joined(base)) => Some(Rank::Base),
            Form::Base if free && is_past(&word.low) => Some(Rank::Past),
            _ => None,
        }
    }

    /// Whether the word at hand is a plain form that is no noun: `the disks get lost`.
    fn is_plain_verb(&self) -> bool {
        let found = self.words.get(self.at).and_then(|word| reading(&word.low));
        matches!(found, Some((base, Form::Base)) if !is_noun_too(base))
    }

    /// Whether nothing but adverbs stands between a kept word in `-s` and the word at hand: `the disks also exist`.
    fn behind_plural(&self, kept: usize) -> bool {
        skip_adverbs(self.words, kept + 1) == self.at
    }

    /// `tries to`, `needs to`: with an infinitive behind them they are no nouns.
    fn tries(&self, word: &Word) -> bool {
        word.is_one_of(&["tries", "needs", "wants"])
            && self.next().is_some_and(|next| next.is_one_of(&["to"]))
    }

    /// A plain form is a verb behind a plural, a relative or the pronoun of a relative.
    fn base_fits(&self, before: &Word) -> bool {
        looks_plural(before)
            || before
                .low
                .starts_with(|letter: char| letter.is_ascii_digit())
            || before.is_one_of(RELATIVES)
            || before.is_one_of(PRONOUNS)
            || (is_adverb(before) && !before.is_one_of(&["all", "both"]))
            || (before.is_one_of(&["both"]) && self.joined)
    }

    /// Two subjects joined by `and` are a plural.
    fn joined(&self, base: &str) -> bool {
        !is_noun_too(base) && self.joined
    }

    /// The verb of a relative: its auxiliaries and participles are passed over with it.
    fn pay(&mut self, word: &Word) {
        self.owed -= 1;
        if !is_auxiliary(word) {
            return;
        }
        while self
            .next()
            .is_some_and(|next| is_adverb(next) || next.is_one_of(&["be", "been", "have", "being"]))
        {
            self.at += 1;
        }
        if self
            .next()
            .is_some_and(|next| !next.fixed && !is_auxiliary(next) && reading(&next.low).is_some())
        {
            self.at += 1;
        }
    }

    /// The first of its rank is kept, except that a noun in `-s` right in front of a verb in `-s` gives
    /// way (`the steps fixes the fault`), or in front of a plain verb (`the updates exist`), and a participle to a verb with its object (`a program started by Setup runs a check`).
    fn keep(&mut self, rank: Rank) {
        let better = match self.kept {
            None => true,
            Some((Rank::Base, at)) => {
                let plain = self.governs && looks_plural(&self.words[at - 1]);
                rank > Rank::Base && !(plain && rank == Rank::Third && !is_governed(self.next()))
            }
            Some((Rank::Past, _)) => rank == Rank::Third && is_governed(self.next()),
            Some((Rank::Third, at)) if rank == Rank::Base => {
                self.is_plain_verb() && self.behind_plural(at)
            }
            Some((kept, at)) => kept == rank && at + 1 == self.at && is_governed(self.next()),
        };
        if better {
            self.kept = Some((rank, self.at));
            self.governs = self.next().is_some_and(|next| {
                next.is_one_of(DETERMINERS) || next.is_one_of(PRONOUNS) || next.is_one_of(&["to"])
            }) || self.is_plain_verb();
        }
    }
}

fn is_verb_form(word: &Word) -> bool {
    is_auxiliary(word) || matches!(reading(&word.low), Some((_, Form::Third | Form::Past)))
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn finds_the_verb() {
        let table = [
            ("the check box is selected", "is"),
            ("a record points to a host that has been retired", "points"),
            ("the file that you copied is missing", "is"),
            ("the file you copied is missing", "is"),
            ("the folder to which you copied it is full", "is"),
            (
                "the drive that contains the files that you need is full",
                "is",
            ),
            ("disabling a program prevents the crash", "prevents"),
            ("the security updates for the server are old", "are"),
            ("the update works", "works"),
            ("the drives installed in the server are new", "are"),
            (
                "the error occurred after the service was stopped",
                "occurred",
            ),
            ("all the files extract successfully", "extract"),
            ("Route Finder does not find the road", "does"),
            ("the print queue is empty", "is"),
            ("you click Start", "click"),
            ("the \"disk is full\" message appears", "appears"),
            ("the attempt to start the service fails", "fails"),
            ("this works", "works"),
            ("what you see is blank", "is"),
            ("the fax and the modem discover each other", "discover"),
            ("a program started by Setup runs a check", "runs"),
            ("the methods in this article fail to help", "fail"),
            ("neither of these work", "work"),
            ("all disks holding that file are full", "are"),
            ("the window first appears", "appears"),
            ("the lines above show that the disks are full", "show"),
            ("you frobnicate the disk", "frobnicate"),
            ("other old objects rely on the disk", "rely"),
            ("these threads also exist", "exist"),
            ("the services appear to be ready", "appear"),
            ("the fax and the modem both use a cable", "use"),
            ("one needs a fax", "needs"),
            ("your net uses Host files and you cannot dial", "uses"),
            ("your plan precludes this fax", "precludes"),
            ("doing so does not help", "does"),
            ("all the clients connect from the same addresses", "connect"),
            ("copying a disk using Setup supplied tools", "supplied"),
            ("your drive has room", "has"),
            (
                "your rules require you to rest and the disks are full",
                "require",
            ),
            (
                "the tool uses more than one disk and the rest is full",
                "uses",
            ),
            ("File Mover tries to fill the disk that is full", "tries"),
            ("attempts to move the files appear to be ignored", "appear"),
            ("disks and files need to be restored", "need"),
            ("this occurred on a full disk", "occurred"),
            ("all disks get lost and the program stops", "get"),
            ("Setup displays the text \"The disk is full", "displays"),
        ];
        for (clause, verb) in table {
            let words = split(clause);
            let found = find(&words)
                .and_then(|at| words.get(at))
                .map(|word| word.low.as_str());
            assert_eq!(found, Some(verb), "{clause}");
        }
    }

    #[test]
    fn finds_none() {
        for clause in [
            "",
            "necessary",
            "the print queue",
            "Windows NT 4.0",
            "\"it is\"",
        ] {
            assert_eq!(find(&split(clause)), None, "{clause}");
        }
    }
}
