//! A clause as a row of words: contractions opened, first person turned to the reader, quotations
//! and asides marked so that no rule looks for a verb in them.
//!
//! ```text
//! clause = {word | fixed | contraction}
//! fixed  = word in a pair of quotation marks or parentheses       marks without a partner are not looked at
//! contraction = "cannot" | verb "n't" | word "'" rest             read as two words
//! ```

use crate::language::verbs::{Form, reading};

/// A word with the punctuation that clings to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it is printed.
    pub text: String,
    /// Lower case, without punctuation at its ends.
    pub low: String,
    /// Part of a quotation or of an aside in parentheses.
    pub fixed: bool,
}

impl Word {
    /// A plain word.
    pub fn new(text: &str) -> Word {
        Word {
            text: text.to_string(),
            low: bare(text).to_lowercase().replace('\u{2019}', "'"),
            fixed: false,
        }
    }

    /// Whether it starts with a capital letter.
    pub fn is_capital(&self) -> bool {
        bare(&self.text).starts_with(char::is_uppercase)
    }

    /// Whether the word ends a part of the sentence: a comma, semicolon or colon follows.
    pub fn ends_part(&self) -> bool {
        self.text.ends_with([',', ';', ':'])
    }

    /// Whether the lower-case word is one of these and may be read as a word of the sentence.
    pub fn is_one_of(&self, list: &[&str]) -> bool {
        !self.fixed && list.contains(&self.low.as_str())
    }

    /// Whether it may be a verb in its base form.
    pub fn is_base(&self) -> bool {
        matches!(reading(&self.low), Some((_, Form::Base)))
    }

    /// Another word in this one's place, its punctuation kept.
    pub fn replaced(&self, by: &str) -> Word {
        let tail = self.tail();
        Word::new(&format!("{by}{tail}"))
    }

    fn tail(&self) -> &str {
        let end = self.text.trim_end_matches(|c: char| !c.is_alphanumeric());
        self.text.get(end.len()..).unwrap_or("")
    }
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| !c.is_alphanumeric())
}

/// The words of a clause.
pub(super) fn split(clause: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut fence = Fence::new(clause);
    for piece in clause.split_whitespace() {
        let mut word = Word::new(piece);
        word.fixed = fence.pass(piece);
        open_contraction(word, &mut words);
    }
    first_person(&mut words);
    words
}

/// Tells whether a word stands inside quotation marks or parentheses; marks that have no
/// partner are not looked at.
struct Fence {
    quotes: bool,
    parentheses: bool,
    in_quote: bool,
    depth: usize,
}

impl Fence {
    fn new(clause: &str) -> Fence {
        let count = |wanted: &[char]| clause.chars().filter(|c| wanted.contains(c)).count();
        Fence {
            quotes: count(&QUOTES) % 2 == 0 || is_left_open(clause),
            parentheses: count(&['(']) == count(&[')']),
            in_quote: false,
            depth: 0,
        }
    }

    fn pass(&mut self, piece: &str) -> bool {
        let starts = piece.starts_with(|c| {
            (self.quotes && QUOTES.contains(&c)) || (self.parentheses && c == '(')
        });
        let inside = self.in_quote || self.depth > 0 || starts;
        for letter in piece.chars() {
            match letter {
                '(' if self.parentheses => self.depth += 1,
                ')' if self.parentheses => self.depth = self.depth.saturating_sub(1),
                _ if self.quotes && QUOTES.contains(&letter) => self.in_quote = !self.in_quote,
                _ => {}
            }
        }
        inside
    }
}

/// Whether the last quotation mark opens a word: the quotation was cut off with the clause.
fn is_left_open(clause: &str) -> bool {
    let before = clause.rfind(QUOTES).and_then(|at| clause.get(..at));
    before.is_some_and(|text| text.is_empty() || text.ends_with(' '))
}

const QUOTES: [char; 3] = ['"', '\u{201c}', '\u{201d}'];

fn open_contraction(word: Word, words: &mut Vec<Word>) {
    let of_name = word.is_capital() && !words.is_empty(); // `checked Can't Modify Stack`
    match halves(&word) {
        Some((first, second)) if !word.fixed && !of_name => {
            words.push(Word::new(&first));
            words.push(word.replaced(second));
        }
        _ => words.push(word),
    }
}

fn halves(word: &Word) -> Option<(String, &'static str)> {
    let low = word.low.as_str();
    match low {
        "cannot" => return Some(("can".into(), "not")),
        "can't" => return Some(("can".into(), "not")),
        "won't" => return Some(("will".into(), "not")),
        "it's" | "that's" | "there's" | "what's" | "he's" | "she's" => {
            return Some((low.strip_suffix("'s")?.into(), "is"));
        }
        _ => {}
    }
    let endings = [
        ("n't", "not"),
        ("'re", "are"),
        ("'ve", "have"),
        ("'ll", "will"),
        ("'d", "would"),
    ];
    endings.iter().find_map(|(ending, second)| {
        let first = low.strip_suffix(ending).filter(|first| !first.is_empty())?;
        Some((first.to_string(), *second))
    })
}

/// The writer's `I` and `my` are the reader's `you` and `your`.
fn first_person(words: &mut [Word]) {
    let mut after_i = false;
    for word in words.iter_mut().filter(|word| !word.fixed) {
        let turned = match word.low.as_str() {
            "i" if word.text.starts_with('I') => Some("you"),
            "we" => Some("you"),
            "am" if after_i => Some("are"),
            "was" if after_i => Some("were"),
            "i'm" => Some("you are"),
            "my" | "our" => Some("your"),
            "me" => Some("you"),
            _ => None,
        };
        after_i = word.low == "i";
        if let Some(turned) = turned {
            *word = word.replaced(turned);
        }
    }
}

/// Whether the words open with a verb that may tell to do something.
pub(super) fn is_instruction(words: &[Word]) -> bool {
    words.first().is_some_and(Word::is_base)
}

/// The words as running text; `can not` is one word again.
pub(super) fn join(words: &[Word]) -> String {
    let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    texts.join(" ").replace(" can not ", " cannot ")
}

/// The words without a comma, semicolon or full stop at their end.
pub(super) fn trimmed(words: &[Word]) -> String {
    let text = join(words);
    if is_drive(text.rsplit(' ').next().unwrap_or("")) {
        return text;
    }
    let text = text.trim_end_matches([',', ';', ':', '.', '?', '!']);
    match text.strip_suffix([',', '.']) {
        Some(rest) => rest.to_string(),
        None => text.replace(",\"", "\"").to_string(),
    }
}

/// `C:`
fn is_drive(word: &str) -> bool {
    word.len() == 2 && word.starts_with(|c: char| c.is_ascii_uppercase()) && word.ends_with(':')
}

/// The text with its first letter in upper case.
pub(super) fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// The words as they stand inside a sentence: a first word that is no name loses its capital.
pub(super) fn inside(words: &[Word]) -> Vec<Word> {
    let mut words = words.to_vec();
    if let Some(first) = words.first_mut().filter(|word| is_common(word)) {
        let mut letters = first.text.chars();
        if let Some(letter) = letters.next() {
            first.text = letter.to_lowercase().chain(letters).collect();
        }
    }
    words
}

fn is_common(word: &Word) -> bool {
    use super::classes::{ADVERBS, DETERMINERS, PREPOSITIONS, PRONOUNS};
    let lists = [DETERMINERS, PRONOUNS, PREPOSITIONS, ADVERBS];
    lists.iter().any(|list| word.is_one_of(list))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lows(clause: &str) -> Vec<String> {
        split(clause).into_iter().map(|word| word.low).collect()
    }

    #[test]
    fn opens_contractions() {
        assert_eq!(lows("it isn't there"), ["it", "is", "not", "there"]);
        assert_eq!(
            lows("you can't, or won\u{2019}t"),
            ["you", "can", "not", "or", "will", "not"]
        );
        assert_eq!(join(&split("it isn't, yet")), "it is not, yet");
        assert_eq!(lows("n't"), ["n't"]);
        assert_eq!(lows("you'd like it"), ["you", "would", "like", "it"]);
        assert_eq!(lows("the Don't Ask box"), ["the", "don't", "ask", "box"]);
    }

    #[test]
    fn marks_quotations_and_asides() {
        let fixed = |clause: &str| -> Vec<String> {
            let words = split(clause).into_iter().filter(|word| word.fixed);
            words.map(|word| word.text).collect()
        };
        assert_eq!(
            fixed("the \"disk is full\" text"),
            ["\"disk", "is", "full\""]
        );
        assert_eq!(fixed("the disk(s) (if any) are"), ["(if", "any)"]);
        assert!(fixed("the 5\" disk is").is_empty());
        assert_eq!(fixed("you see \"disk is"), ["\"disk", "is"]);
    }

    #[test]
    fn turns_the_first_person() {
        assert_eq!(
            join(&split("I was using my disk")),
            "you were using your disk"
        );
    }

    #[test]
    fn ends_without_stops() {
        let table = [
            ("it is full,", "it is full"),
            ("it is on C:", "it is on C:"),
            ("", ""),
        ];
        for (clause, text) in table {
            assert_eq!(trimmed(&split(clause)), text);
        }
    }

    #[test]
    fn loses_capitals_of_common_words_only() {
        assert_eq!(join(&inside(&split("The Disk"))), "the Disk");
        assert_eq!(join(&inside(&split("Setup stops"))), "Setup stops");
    }
}
