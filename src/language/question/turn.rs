//! A statement with a subject and a finite verb, taken apart and put together as a question.
//!
//! ```text
//! statement = [lead] subject {adverb} predicate
//! lead      = "for some reason" | "at" ("this" | "any") ("point" | "time") | ("also" | "however" | "then" | "either" | "if" | "when" | "that" | "for"){..}
//! predicate = auxiliary rest      asked as   auxiliary subject {adverb} rest
//!           | verb rest           asked as   ("do" | "does" | "did") subject {adverb} base rest
//! auxiliary = "is" .. | "can" .. | "has" .. before a participle or "not" | "does" .. before a base form or "not"
//! ```
//! Of the reader, `must` is asked as `have to`, `should` as the fact, `may` as `might`.

use super::classes::*;
use super::finder::{anybody, find, skip_adverbs};
use super::negation;
use super::words::{Word, capitalized, inside, trimmed};
use crate::language::verbs::{Form, guessed_base, is_participle, reading};

/// A statement in parts; its negation is taken out and remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Statement {
    /// The subject, as it stands in mid-sentence.
    pub subject: Vec<Word>,
    /// The auxiliary that comes first in the question.
    pub auxiliary: String,
    /// What follows the subject in the question.
    pub rest: Vec<Word>,
    /// Whether the statement denies what the question asks.
    pub negated: bool,
    /// The statement as it was.
    pub words: Vec<Word>,
}

impl Statement {
    /// Takes a clause apart; `None` if it has no finite verb or no subject.
    pub fn read(words: &[Word]) -> Option<Statement> {
        let words = without_lead(words);
        let verb = find(words)?;
        let subject = words.get(..verb).filter(|subject| !subject.is_empty())?;
        Some(Statement::with_subject(subject, words.get(verb..)?, words))
    }

    /// Puts a subject in front of words that start with a finite verb.
    pub fn with_subject(subject: &[Word], predicate: &[Word], words: &[Word]) -> Statement {
        let (subject, adverbs) = cut_adverbs(subject);
        let reader = [Word::new("you")];
        let of_reader = matches!(subject, [one] if one.is_one_of(&["one"]))
            && predicate.first().is_some_and(anybody);
        let subject = if of_reader { &reader } else { subject };
        let (mut auxiliary, after) = plain_modal(subject, split_verb(predicate));
        if of_reader {
            auxiliary = "do".to_string();
        }
        // `then` tells of the order in the sentence around it.
        let adverbs = adverbs.iter().filter(|word| !word.is_one_of(&["then"]));
        let then = after.first().is_some_and(|word| word.is_one_of(&["then"]));
        let after = after.into_iter().skip(usize::from(then));
        let mut statement = Statement {
            subject: inside(subject),
            auxiliary,
            rest: adverbs.cloned().chain(after).collect(),
            negated: false,
            words: inside(words),
        };
        negation::take_out(&mut statement);
        statement
    }

    /// The question without its capital letter and question mark.
    pub fn question_inside(&self) -> String {
        let mut words = vec![Word::new(&self.auxiliary)];
        words.extend(self.subject.iter().cloned());
        words.extend(self.rest.iter().cloned());
        trimmed(&words)
    }

    /// The same with the negation that was taken out.
    pub fn negative_question_inside(&self) -> String {
        let mut denied = self.clone();
        denied.rest.insert(0, Word::new("not"));
        denied.question_inside()
    }

    /// The question as a sentence.
    pub fn question(&self) -> String {
        sentence(&self.question_inside())
    }
}

/// A capital letter in front, a question mark behind.
pub(super) fn sentence(text: &str) -> String {
    format!("{}?", capitalized(text.trim_end_matches([',', ';', ' '])))
}

/// The clause without a word in front that belongs to the sentence around it.
fn without_lead(words: &[Word]) -> &[Word] {
    let mut words = words;
    let lows = words.iter().take(3).map(|word| word.low.as_str());
    let lows: Vec<&str> = lows.collect();
    let empty = matches!(
        lows[..],
        ["for", "some" | "any", "reason"] | ["at", "this" | "that" | "any", "point" | "time"]
    );
    if words.len() > 3 && empty {
        words = words.get(3..).unwrap_or(words);
    }
    while let Some((first, rest)) = words.split_first() {
        if !first.is_one_of(&[
            "also", "however", "then", "either", "if", "when", "that", "for",
        ]) || rest.is_empty()
        {
            break;
        }
        let stands_for_something = first.is_one_of(&["that"]) || first.is_one_of(&["either"]);
        if stands_for_something && !starts_clause(rest) {
            break;
        }
        words = rest;
    }
    words
}

fn starts_clause(words: &[Word]) -> bool {
    words
        .first()
        .is_some_and(|word| word.is_one_of(PRONOUNS) || word.is_one_of(ARTICLES))
}

/// Adverbs between subject and verb stay behind the subject: `the virus | always | uses`.
fn cut_adverbs(subject: &[Word]) -> (&[Word], &[Word]) {
    let mut behind = subject
        .iter()
        .rev()
        .take_while(|word| is_adverb(word))
        .count();
    let start = subject.len() - behind;
    if subject
        .get(start)
        .is_some_and(|word| word.is_one_of(&["longer"]))
    {
        behind += 1;
    }
    let behind = behind.min(subject.len().saturating_sub(1));
    subject.split_at(subject.len() - behind)
}

/// The auxiliary of the question, and what stands behind the subject then.
fn split_verb(predicate: &[Word]) -> (String, Vec<Word>) {
    let Some((verb, after)) = predicate.split_first() else {
        return (String::new(), Vec::new());
    };
    if is_true_auxiliary(verb, after) {
        let auxiliary = if verb.is_one_of(&["am"]) {
            "are"
        } else {
            verb.low.as_str()
        };
        return (auxiliary.to_string(), after.to_vec());
    }
    let (auxiliary, base) = support(&verb.low);
    let mut rest = vec![verb.replaced(base)];
    rest.extend_from_slice(after);
    (auxiliary.to_string(), rest)
}

/// `must you?` and `should you?` are not asked: `if you must` asks for a need, `if you should` for the fact.
fn plain_modal(subject: &[Word], verb: (String, Vec<Word>)) -> (String, Vec<Word>) {
    let (auxiliary, mut after) = verb;
    let reader = subject.first().is_some_and(|word| word.is_one_of(&["you"]));
    match auxiliary.as_str() {
        "must" if reader => {
            after.splice(0..0, ["have", "to"].map(Word::new));
            ("do".to_string(), after)
        }
        "should" if reader => ("do".to_string(), after),
        "may" if reader => ("might".to_string(), after),
        _ => (auxiliary, after),
    }
}

/// `has` in front of a participle and `does` in front of a plain form are auxiliaries; `has` in
/// front of a noun is not.
fn is_true_auxiliary(verb: &Word, after: &[Word]) -> bool {
    let next = after.get(skip_adverbs(after, 0));
    let next_is = |fits: fn(&Word) -> bool| next.is_some_and(|next| !next.fixed && fits(next));
    if verb.is_one_of(HAVE) {
        let participle =
            |next: &Word| !next.is_capital() && (next.low == "been" || is_participle(&next.low));
        let denied = after.first().is_some_and(|word| word.is_one_of(&["not"]));
        return !has_quality(after) && (denied || next_is(participle));
    }
    if verb.is_one_of(DO) {
        return next.is_none()
            || next_is(Word::is_base)
            || after.first().is_some_and(|word| word.is_one_of(&["not"]));
    }
    is_auxiliary(verb)
}

/// `has limited experience`: the participle is the noun's.
fn has_quality(after: &[Word]) -> bool {
    let noun = after.get(1).is_some_and(|word| {
        !word.is_one_of(DETERMINERS) && !word.is_one_of(PREPOSITIONS) && !is_adverb(word)
    });
    noun && after.first().is_some_and(|word| word.is_one_of(QUALITIES))
}

const QUALITIES: &[&str] = &[
    "limited",
    "advanced",
    "mixed",
    "shared",
    "nested",
    "linked",
    "detailed",
    "related",
    "corrupted",
    "damaged",
    "increased",
    "reduced",
    "restricted",
    "embedded",
];

/// The form of `do` that goes with a verb, and the verb's base.
fn support(verb: &str) -> (&'static str, &str) {
    match reading(verb) {
        Some((base, Form::Third)) => ("does", base),
        Some((base, Form::Past | Form::PastOrParticiple)) => ("did", base),
        Some((base, _)) => ("do", base),
        None => match guessed_base(verb) {
            Some(base) => ("did", base),
            None => match verb
                .strip_suffix('s')
                .filter(|base| base.len() > 3 && !base.ends_with('s'))
            {
                Some(base) => ("does", base),
                None => ("do", verb),
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::split;
    use super::*;

    #[test]
    fn turns_statements() {
        let table = [
            (
                "the check box is selected",
                "Is the check box selected?",
                false,
            ),
            ("The switch is off", "Is the switch off?", false),
            ("a record points to X", "Does a record point to X?", false),
            ("you receive an error", "Do you receive an error?", false),
            ("you removed it", "Did you remove it?", false),
            ("you can see the share", "Can you see the share?", false),
            (
                "a patch has been applied",
                "Has a patch been applied?",
                false,
            ),
            ("you must use a modem", "Do you have to use a modem?", false),
            ("you should see a light", "Do you see a light?", false),
            ("you hoisted the flag", "Did you hoist the flag?", false),
            (
                "you have limited memory",
                "Do you have limited memory?",
                false,
            ),
            ("you have a modem", "Do you have a modem?", false),
            (
                "you have installed a modem",
                "Have you installed a modem?",
                false,
            ),
            (
                "the worm always uses port 80",
                "Does the worm always use port 80?",
                false,
            ),
            ("there are two disks", "Are there two disks?", false),
            ("you do see the light", "Do you see the light?", false),
            (
                "the file that you copied is old,",
                "Is the file that you copied old?",
                false,
            ),
            (
                "for some reason the disk is full",
                "Is the disk full?",
                false,
            ),
            ("you then stop", "Do you stop?", false),
            ("at this point the disk is full", "Is the disk full?", false),
            ("one sees a light", "Do you see a light?", false),
            (
                "your plan precludes this fax",
                "Does your plan preclude this fax?",
                false,
            ),
            ("the disk isn't full", "Is the disk full?", true),
            ("you do not have a modem", "Do you have a modem?", true),
            ("you cannot see the share", "Can you see the share?", true),
        ];
        for (clause, question, negated) in table {
            let statement = Statement::read(&split(clause)).unwrap();
            assert_eq!(statement.question(), question);
            assert_eq!(statement.negated, negated, "{clause}");
        }
    }
    #[test]
    fn what_is_no_statement() {
        for clause in [
            "",
            "necessary",
            "the green light",
            "Windows NT 4.0",
            "\"it is\"",
            "is",
        ] {
            assert_eq!(Statement::read(&split(clause)), None, "{clause}");
        }
    }
}
