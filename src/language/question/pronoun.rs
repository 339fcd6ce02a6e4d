//! Puts the noun in the place of `it` and `they`, where the sentence before leaves no doubt.
//!
//! ```text
//! subject = ("it" | "they") verb ..        what the sentence before speaks of, has checked, or says to do something to
//! object  = "you" .. ("it" | "them")       the object of the action; of a trailing condition whoever does it
//! noun    = word{2..7} | capital {capital | number}         no preposition, conjunction, relative or comma in it
//! ```
//! A plural stands for `they` and `them` only. `It` that points at nothing (`it takes`, `it appears that`) stays.

use super::check::checked;
use super::classes::*;
use super::finder::find;
use super::turn::Statement;
use super::words::{Word, inside, is_instruction, join, split};
use crate::language::verbs::is_participle;

/// The longest noun phrase that takes a pronoun's place.
const LONGEST: usize = 7;

/// The clause with the `it` or `them` at its end named.
pub(super) fn named(words: &[Word], action: &str, before: Option<&str>) -> Vec<Word> {
    object_named(words, action, before).unwrap_or_else(|| words.to_vec())
}

/// Puts the noun in the place of the pronoun that the question is about: `Is it full?`
pub(super) fn put(question: &str, noun: &[Word]) -> String {
    match question.splitn(3, ' ').collect::<Vec<_>>()[..] {
        [verb, "it" | "they", rest] => format!("{verb} {} {rest}", join(noun)),
        _ => question.to_string(),
    }
}

/// What the subject `it` or `they` of a clause stands for: what the sentence before speaks of.
pub(super) fn subject(words: &[Word], before: Option<&str>) -> Option<Vec<Word>> {
    let (subject, rest) = words.split_first()?;
    if !subject.is_one_of(&["it", "they"]) || is_empty_subject(words) || says_what(rest) {
        return None;
    }
    let before = split(before.unwrap_or(""));
    // Never from the action: what is to be done then is done to something else more often than not.
    let condition = before.first().is_some_and(|word| word.is_one_of(&["if"]));
    let noun = subject_of(before.get(usize::from(condition)..)?)
        .or_else(|| checked_subject(&before))
        .or_else(|| object_of(&before))?;
    let named = noun
        .last()
        .is_some_and(|last| rest.iter().take(NEAR).any(|word| word.low == last.low));
    let fits = is_plural(&noun) == subject.is_one_of(&["they"]) && !named;
    fits.then_some(noun)
}

/// A clause whose next words name the thing says what it is.
const NEAR: usize = 6;

/// `it is a new one`: of several things the clause says which one it is.
fn says_what(rest: &[Word]) -> bool {
    let denied = usize::from(rest.get(1).is_some_and(|word| word.is_one_of(&["not"])));
    let noun = rest.get(1 + denied);
    rest.first().is_some_and(|word| word.is_one_of(BE))
        && noun.is_some_and(|word| word.is_one_of(&["a", "an"]))
}

/// What the sentence before has the reader check.
fn checked_subject(before: &[Word]) -> Option<Vec<Word>> {
    let subject = Statement::read(checked(before)?)?.subject;
    let first = subject.first()?;
    let named = first.is_one_of(DETERMINERS) || first.is_capital();
    (named && subject.len() <= LONGEST + 1).then_some(subject)
}

/// `it is possible to`, `it takes`, `it appears that` point at nothing.
fn is_empty_subject(words: &[Word]) -> bool {
    let signs = ["possible", "necessary", "takes", "appears", "seems", "that"];
    words.iter().take(6).any(|word| word.is_one_of(&signs))
}

/// What the reader has or needs: the thing that the action is done to.
fn object_named(words: &[Word], action: &str, before: Option<&str>) -> Option<Vec<Word>> {
    let (last, rest) = words.split_last()?;
    let by_reader = rest.first().is_some_and(|word| word.is_one_of(&["you"]));
    let trailing = before == Some(action); // `Open the lid if your key fits it.`
    if !(by_reader || trailing) || !last.is_one_of(&["it", "them"]) {
        return None;
    }
    let action = split(action);
    let noun = direct_object(instruction_in(&action)?).filter(|noun| {
        !noun
            .iter()
            .take(1)
            .any(|word| word.is_one_of(DEMONSTRATIVES))
    })?;
    let fits = is_plural(&noun) == last.is_one_of(&["them"]);
    fits.then(|| rest.iter().cloned().chain(noun).collect())
}

fn is_plural(noun: &[Word]) -> bool {
    noun.last().is_some_and(looks_plural)
}

/// The noun phrase right behind the verb of an instruction.
fn direct_object(action: &[Word]) -> Option<Vec<Word>> {
    let (verb, noun) = action.split_first()?;
    verb.is_base().then(|| plain(phrase(noun)?)).flatten()
}

/// The subject of a statement.
fn subject_of(before: &[Word]) -> Option<Vec<Word>> {
    let first = before.first()?;
    if !first.is_one_of(DETERMINERS) {
        return None;
    }
    plain(before.get(..find(before)?)?)
}

/// The only noun phrase with an article behind the verb of an instruction, or the name right behind it.
fn object_of(before: &[Word]) -> Option<Vec<Word>> {
    let before = instruction_in(before)?;
    let start = before.iter().position(|word| word.is_one_of(ARTICLES));
    let named = before.first()?.is_one_of(OF_PROGRAMS)
        && before
            .get(1)
            .is_some_and(|word| word.is_capital() && !word.fixed);
    match start {
        Some(start) if !named => plain(phrase(before.get(start..)?)?),
        _ if named => name(before.get(1..)?),
        _ => None,
    }
}

/// The sentence from its instruction on, a place in front of it left out: `In the Lids box, click ..`.
fn instruction_in(before: &[Word]) -> Option<&[Word]> {
    let start = match before {
        [first, second, ..] if first.is_one_of(&["do"]) && second.is_one_of(&["not"]) => 2,
        [first, ..] if first.is_one_of(&["please"]) => 1,
        _ => 0,
    };
    let before = before.get(start..)?;
    if is_instruction(before) {
        return Some(before);
    }
    let place = before
        .first()?
        .is_one_of(&["in", "on", "at", "under", "to", "from"]);
    let comma = before.iter().take(FRONT).position(Word::ends_part)?;
    let rest = before.get(comma + 1..)?;
    (place && is_instruction(rest)).then_some(rest)
}

/// What is done to a program, a disk, a protocol: a name behind these is that of a thing, not the caption of a button.
const OF_PROGRAMS: &[&str] = &[
    "close",
    "disable",
    "enable",
    "exit",
    "install",
    "load",
    "quit",
    "reinstall",
    "remove",
    "restart",
    "start",
    "stop",
    "uninstall",
    "upgrade",
    "use",
];

/// The longest place in front of an instruction.
const FRONT: usize = 12;

/// The words with a capital or a number that begin the text.
fn name(words: &[Word]) -> Option<Vec<Word>> {
    let of_name =
        |word: &&Word| word.is_capital() || word.low.starts_with(|c: char| c.is_ascii_digit());
    let length = words.iter().take_while(of_name).count();
    let end = words
        .iter()
        .take(length)
        .position(|word| word.ends_part() || word.text.ends_with('.'));
    let length = end.map_or(length, |end| end + 1);
    let goes_on = words.get(length).is_some_and(|word| !ends(word)) && end.is_none();
    let mut name = words
        .get(..length)
        .filter(|name| !name.is_empty() && !goes_on && name.len() <= LONGEST)?
        .to_vec();
    if let Some(last) = name.last_mut() {
        last.text = last.text.trim_end_matches([',', '.', ';', ':']).to_string();
    }
    Some(name)
}

/// The words up to where another phrase begins.
fn phrase(noun: &[Word]) -> Option<&[Word]> {
    let length = noun.iter().take_while(|word| !ends(word)).count();
    let noun = noun.get(..length)?;
    let last = noun
        .iter()
        .position(|word| word.text.ends_with([',', '.', ';', ':', ')']));
    noun.get(..last.map_or(length, |at| at + 1))
}

fn ends(word: &Word) -> bool {
    let lists = [PREPOSITIONS, COORDINATORS, RELATIVES];
    lists.iter().any(|list| word.is_one_of(list)) || is_auxiliary(word) || is_adverb(word)
}

/// A short phrase that holds no other, without the full stop at its end.
fn plain(noun: &[Word]) -> Option<Vec<Word>> {
    let nested = noun.iter().skip(1).any(|word| {
        word.is_one_of(PREPOSITIONS)
            || word.is_one_of(COORDINATORS)
            || word.is_one_of(RELATIVES)
            || word.ends_part() && Some(word) != noun.last()
    });
    // `the account noted | in step 1`: what is left says too little.
    let torn = noun
        .last()
        .is_some_and(|word| !word.is_capital() && is_participle(&word.low));
    if nested || torn || noun.len() < 2 || noun.len() > LONGEST {
        return None;
    }
    let mut noun = inside(noun);
    if let Some(last) = noun.last_mut() {
        last.text = last.text.trim_end_matches([',', '.', ';', ':']).to_string();
    }
    if let Some(first) = noun.first_mut().filter(|word| word.is_one_of(&["a", "an"])) {
        *first = Word::new("the");
    }
    Some(noun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_named(words: &[Word], action: &str, before: Option<&str>) -> Vec<Word> {
        match subject(words, before) {
            Some(noun) => noun.iter().chain(&words[1..]).cloned().collect(),
            None => named(words, action, before),
        }
    }

    #[test]
    fn puts_the_noun_into_the_question() {
        let noun = split("the old disk");
        let table = [
            ("Is it full?", "Is the old disk full?"),
            (
                "Is it full, and is it old?",
                "Is the old disk full, and is it old?",
            ),
            ("Do you see it?", "Do you see it?"),
            ("?", "?"),
        ];
        for (question, wanted) in table {
            assert_eq!(put(question, &noun), wanted);
        }
    }

    #[test]
    fn names_what_it_is() {
        let table = [
            (
                "it is full",
                "",
                Some("Look at the disk."),
                "the disk is full",
            ),
            (
                "it is full",
                "",
                Some("The old disk makes a noise."),
                "the old disk is full",
            ),
            ("it is full", "empty the disk first", None, "it is full"),
            (
                "they are full",
                "",
                Some("Look at the disks."),
                "the disks are full",
            ),
            (
                "they are full",
                "",
                Some("Look at the disk."),
                "they are full",
            ),
            (
                "it is full",
                "",
                Some("Quit Disk Mover 3."),
                "Disk Mover 3 is full",
            ),
            (
                "it is full",
                "",
                Some("In the Disks box, click the old disk."),
                "the old disk is full",
            ),
            (
                "it is an old disk",
                "",
                Some("Look at the disk."),
                "it is an old disk",
            ),
            ("it is full", "", Some("Click Disk and look."), "it is full"),
            (
                "it is possible to dial",
                "",
                Some("Look at the disk."),
                "it is possible to dial",
            ),
            ("it is full", "", None, "it is full"),
            (
                "it is not full",
                "",
                Some("If the old disk is full, stop."),
                "the old disk is not full",
            ),
            (
                "it is full",
                "",
                Some("Do not load Disk Mover from a prompt."),
                "Disk Mover is full",
            ),
            (
                "your card supports it",
                "To save time, enable Fast Mode",
                Some("To save time, enable Fast Mode"),
                "your card supports Fast Mode",
            ),
            (
                "your card supports it",
                "enable Fast Mode",
                None,
                "your card supports it",
            ),
            (
                "it is full",
                "",
                Some("Make sure that the disk named below is ready."),
                "the disk named below is full",
            ),
            (
                "it is not a spare one",
                "",
                Some("Look at the disk."),
                "it is not a spare one",
            ),
            (
                "you do not need them",
                "remove the old disks",
                None,
                "you do not need the old disks",
            ),
            (
                "you see it",
                "stop",
                Some("Look at the disk."),
                "you see it",
            ),
        ];
        for (clause, action, before, wanted) in table {
            assert_eq!(join(&all_named(&split(clause), action, before)), wanted);
        }
    }
}
