//! The yes/no question that a condition asks of the reader.
//!
//! A condition's clause is a statement (`the disk is not full`), a phrase (`On Windows NT 4.0`), a goal
//! (`to print the list`) or a word that points back (`so`). Each pattern has a file of its own; the first that
//! fits gives the question, and a clause that none fits is quoted as it stands. Negation is taken out of
//! the question and turns its answer, so that a condition and its opposite ask the same.
//!
//! ```text
//! condition = goal | phrase | case | [told] (reply | fronted | statement | elliptic | product) | words as they stand
//! goal      = ["to"] verb ..                                      Do you want to ..?
//! phrase    = ("on" | "in" | "with" | "for" ..) noun ..           where the opener is a preposition
//! case      = "of" noun                                           Is this a case of ..?
//! told      = "it is" ["not"] "the case that" | "it is true that"
//! ```

mod antecedent;
mod check;
mod classes;
mod compound;
mod described;
mod elliptic;
mod ending;
mod finder;
mod fronted;
mod negation;
mod pronoun;
mod reply;
mod state;
mod topic;
mod turn;
mod version;
mod words;

use std::borrow::Cow;
use words::{Word, inside, trimmed};

/// The word that opens the condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Opener {
    /// `if`, `in case`, `provided that`.
    If,
    /// `when`: asked like `if`.
    When,
    /// `unless`: the action is done when the clause does not hold.
    Unless,
    /// `only if`.
    OnlyIf,
    /// `on`, `in`, `for`, with the phrase that it opens.
    On,
    /// `to do something`: what the reader wants.
    Goal,
}

/// A question, and what its answer means for the condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// A question of yes or no.
    pub question: String,
    /// Whether the action is to be done when the answer is yes (else when it is no).
    pub true_when_yes: bool,
    /// A label of one to four words.
    pub topic: String,
}

/// Turns a condition into a question.
///
/// `clause` is the condition without its opener, except for phrases, which stand whole (`On Windows
/// NT 4.0`); `action` is the main clause that it governs; `before` is the sentence before, in which
/// what `it` and `so` point at is looked for.
pub fn ask(opener: Opener, clause: &str, action: &str, before: Option<&str>) -> Asked {
    let words = words::split(&opened(clause));
    let words = ending::cut(&words);
    let (told, denied) = told(words);
    let (question, opposite) = question(opener, told, action, before);
    let opposite = opposite != denied;
    Asked {
        question: closed(question),
        true_when_yes: opposite == (opener == Opener::Unless),
        topic: topic::of(words),
    }
}

/// Whether a question is about something that only the text around it names: `Is it full?`, `Is this disk full?`.
pub fn points(question: &str) -> bool {
    let subject = question.split([' ', '?']).nth(1).unwrap_or("");
    classes::POINTERS.contains(&subject)
}

fn question(opener: Opener, words: &[Word], action: &str, before: Option<&str>) -> (String, bool) {
    let statement = || {
        reply::ask(words, before)
            .or_else(|| elliptic::of_reader(words))
            .or_else(|| fronted::ask(words, |rest| of_statement(rest, action)))
            .or_else(|| of_named(words, action, before))
            .or_else(|| elliptic::ask(words, action))
    };
    let asked = match opener {
        Opener::Goal => goal(words),
        Opener::On => version::ask(words).map(|question| (question, false)),
        _ if starts_with(words, "to") => goal(words),
        // `in the event of a fault`
        _ if starts_with(words, "of") => {
            Some((format!("Is this a case {}?", trimmed(words)), false))
        }
        _ => statement().or_else(|| product(words)),
    };
    asked.unwrap_or_else(|| (quoted(words), false))
}

/// The question of a statement, about what its pronoun stands for.
fn of_named(words: &[Word], action: &str, before: Option<&str>) -> Option<(String, bool)> {
    let Some(noun) = pronoun::subject(words, before) else {
        return of_statement(&full_names(words, action, before), action);
    };
    let (question, opposite) = of_statement(words, action)?;
    Some((pronoun::put(&question, &noun), opposite))
}

/// The clause with its last pronoun or its bare subject named.
fn full_names(words: &[Word], action: &str, before: Option<&str>) -> Vec<Word> {
    let words = pronoun::named(words, action, before);
    described::named(&words, action, before)
}

fn of_statement(words: &[Word], action: &str) -> Option<(String, bool)> {
    if words
        .first()?
        .is_one_of(&["after", "before", "during", "since", "until"])
    {
        return None; // a phrase in front with no comma to tell where the statement begins
    }
    let verb = finder::find(words)?;
    if elliptic::is_passive(words, verb) || elliptic::is_activity(words, verb) {
        return elliptic::ask(words, action);
    }
    compound::ask(words)
}

fn starts_with(words: &[Word], low: &str) -> bool {
    words.first().is_some_and(|word| word.is_one_of(&[low]))
}

/// `to print the list`.
fn goal(words: &[Word]) -> Option<(String, bool)> {
    let to = usize::from(starts_with(words, "to"));
    let rest = words.get(to..).filter(|rest| !rest.is_empty())?;
    Some((format!("Do you want to {}?", trimmed(&inside(rest))), false))
}

fn product(words: &[Word]) -> Option<(String, bool)> {
    let is_phrase = words
        .first()
        .is_some_and(|word| word.is_one_of(&["on", "in", "with", "using", "for"]));
    let asked = (is_phrase || version::is_product(words)).then(|| version::ask(words))?;
    asked.map(|question| (question, false))
}

/// What is the case, without the words that only say that it is, and whether it is not.
fn told(words: &[Word]) -> (&[Word], bool) {
    let lows: Vec<&str> = words.iter().take(6).map(|word| word.low.as_str()).collect();
    let (length, denied) = match lows[..] {
        ["it", "is", "the", "case", "that", _] => (5, false),
        ["it", "is", "not", "the", "case", "that"] => (6, true),
        ["it", "is", "true", "that", ..] => (4, false),
        _ => return (words, false),
    };
    match words.get(length..).filter(|rest| !rest.is_empty()) {
        Some(rest) => (rest, denied),
        None => (words, false),
    }
}

/// A quotation whose opening mark was cut off begins with the clause.
fn opened(clause: &str) -> Cow<'_, str> {
    let closes = clause.find('"').is_some_and(|at| {
        let before = clause.get(..at).and_then(|text| text.chars().next_back());
        before.is_some_and(char::is_alphabetic)
    });
    match closes && clause.matches('"').count() % 2 == 1 {
        true => Cow::Owned(format!("\"{clause}")),
        false => Cow::Borrowed(clause),
    }
}

/// A quotation that the clause leaves open ends with the question.
fn closed(question: String) -> String {
    let quotes = question.matches('"').count();
    let opens = question.rfind('"').is_some_and(|at| {
        let before = question.get(..at).and_then(|text| text.chars().next_back());
        before.is_none_or(|before| before == ' ' || before == '(')
    });
    let open =
        |mark: char, end: char| question.matches(mark).count() > question.matches(end).count();
    if let Some(told) = question.strip_suffix('?').filter(|_| open('[', ']')) {
        return format!("{told}]?");
    }
    if let Some(told) = question.strip_suffix(" as?") {
        return format!("{told} as follows?"); // what follows stands below the sentence
    }
    match question.strip_suffix('?') {
        Some(text) if quotes % 2 == 1 && opens => format!("{text}\"?"),
        _ => question,
    }
}

/// A clause in which no verb was found, as it stands.
fn quoted(words: &[Word]) -> String {
    let text = trimmed(&inside(words));
    let article = words
        .first()
        .is_some_and(|word| word.is_one_of(&["a", "an", "any", "another", "no"]));
    match article {
        true => format!("Is there {text}?"),
        false => format!("Does this apply to you: {text}?"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asks() {
        let table = [
            (Opener::If, "the disk is full", "Is the disk full?", true),
            (
                Opener::If,
                "the disk is not full",
                "Is the disk full?",
                false,
            ),
            (
                Opener::Unless,
                "the disk is full",
                "Is the disk full?",
                false,
            ),
            (
                Opener::Unless,
                "the disk is not full",
                "Is the disk full?",
                true,
            ),
            (
                Opener::OnlyIf,
                "the disk is full",
                "Is the disk full?",
                true,
            ),
            (
                Opener::When,
                "you are prompted to save",
                "Are you prompted to save?",
                true,
            ),
            (
                Opener::Goal,
                "To print the list",
                "Do you want to print the list?",
                true,
            ),
            (
                Opener::If,
                "to print the list",
                "Do you want to print the list?",
                true,
            ),
            (
                Opener::On,
                "On Windows 95",
                "Are you running Windows 95?",
                true,
            ),
            (Opener::On, "Excel 5.0", "Are you running Excel 5.0?", true),
            (
                Opener::If,
                "running Excel 5.0",
                "Are you running Excel 5.0?",
                true,
            ),
            (Opener::If, "I can't print", "Can you print?", false),
            (
                Opener::If,
                "of a power cut",
                "Is this a case of a power cut?",
                true,
            ),
            (
                Opener::If,
                "you see \"the disk is full",
                "Do you see \"the disk is full\"?",
                true,
            ),
            (
                Opener::If,
                "after restarting, the disk is not full",
                "After restarting, is the disk full?",
                false,
            ),
            (
                Opener::If,
                "Disk Full\" is displayed",
                "Is \"Disk Full\" displayed?",
                true,
            ),
            (
                Opener::If,
                "after a restart the disk is full",
                "Does this apply to you: after a restart the disk is full?",
                true,
            ),
            (
                Opener::If,
                "it is the case that the disk is full",
                "Is the disk full?",
                true,
            ),
            (
                Opener::If,
                "it is not the case that the disk is full",
                "Is the disk full?",
                false,
            ),
            (
                Opener::If,
                "a disk is declared as:",
                "Is a disk declared as follows?",
                true,
            ),
            (
                Opener::If,
                "the noise persists, the fan, an old one",
                "Does the noise persist?",
                true,
            ),
            (
                Opener::If,
                "you use a fax [in the old way",
                "Do you use a fax [in the old way]?",
                true,
            ),
            (Opener::If, "a blue light", "Is there a blue light?", true),
            (
                Opener::If,
                "blue light",
                "Does this apply to you: blue light?",
                true,
            ),
        ];
        for (opener, clause, question, true_when_yes) in table {
            let asked = ask(opener, clause, "stop", None);
            assert_eq!(asked.question, question);
            assert_eq!(asked.true_when_yes, true_when_yes, "{clause}");
        }
    }

    #[test]
    fn questions_that_point() {
        let table = [
            ("Is it full?", true),
            ("Are these disks full?", true),
            ("Is that so?", true),
            ("Is the disk full?", false),
            ("Do you see it?", false),
            ("?", false),
            ("", false),
        ];
        for (question, expected) in table {
            assert_eq!(points(question), expected, "{question}");
        }
    }

    #[test]
    fn any_text_gives_a_question() {
        let odd = [
            "",
            " ",
            ",",
            "not",
            "no",
            "is",
            "that",
            "and",
            "or or or",
            "\"",
            "(",
            ")(",
            "\u{201c}\u{201d}",
            "it",
            "has",
            "does not",
            "unable",
            "fails",
            "neither",
            "\u{df}\u{130} is \u{fb01}",
            "n't",
            "=",
            "a=b=c",
            "On",
            "to",
            "you",
            "there is no",
        ];
        let openers = [Opener::If, Opener::Unless, Opener::Goal, Opener::On];
        for clause in odd {
            for opener in openers {
                for before in [None, Some(""), Some("Check that"), Some("If")] {
                    let asked = ask(opener, clause, clause, before);
                    assert!(
                        asked.question.ends_with('?'),
                        "{clause}: {}",
                        asked.question
                    );
                }
            }
        }
    }
}
