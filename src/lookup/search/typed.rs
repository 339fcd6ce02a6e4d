//! What a query is made of besides words: phrases in quotes, and numbers of articles.

use crate::lookup::number_term;
use std::ops::Range;

/// How many characters of a query are read: a pasted message has words enough.
const LONGEST: usize = 2000;

/// Words in quotes.
pub(super) struct Phrase {
    pub text: String,
    /// Where it stands in the query.
    pub span: Range<usize>,
}

/// The query with blanks for quotes, and its phrases of more than one word.
pub(super) fn phrases(query: &str) -> (String, Vec<Phrase>) {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„');
    let mut words = String::with_capacity(query.len());
    let mut phrases = Vec::new();
    let mut open: Option<usize> = None;
    for c in query.chars().take(LONGEST) {
        if !is_quote(c) {
            words.push(c);
            continue;
        }
        match open.take() {
            None => open = Some(words.len() + 1),
            Some(start) => {
                let text = words.get(start..).unwrap_or_default().trim().to_string();
                if text.contains(char::is_whitespace) {
                    phrases.push(Phrase {
                        text,
                        span: start..words.len(),
                    });
                }
            }
        }
        words.push(' ');
    }
    (words, phrases)
}

/// The terms of the numbers that a query may name: `Q123456`, 123456 alone, or the whole query as a name.
pub(super) fn numbers(query: &str) -> Vec<String> {
    let query = query.trim();
    let digits = |text: &str| {
        (3..=7).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut numbers = Vec::new();
    if !query.is_empty() && !query.contains(char::is_whitespace) {
        numbers.push(number_term(query));
        if digits(query) {
            numbers.push(number_term(&format!("q{query}")));
        }
    } else {
        let words = query.split_whitespace();
        numbers.extend(
            words
                .filter(|word| word.strip_prefix(['q', 'Q']).is_some_and(digits))
                .map(number_term),
        );
    }
    numbers
}
