//! Looking for fixed phrases, in any case of letters, in one pass.
//!
//! ```text
//! found = .. word-start phrase ..        a phrase may end in the middle of a word
//! ```
//! Only where a word starts are the phrases compared, and most of them differ in their first letter, so that a list of
//! twenty costs little more than one.

/// Whether one of the phrases, which are in small letters, begins where a word does.
pub fn has_phrase(text: &str, phrases: &[&str]) -> bool {
    let bytes = text.as_bytes();
    let mut before = b' ';
    bytes.iter().enumerate().any(|(at, byte)| {
        let starts = !before.is_ascii_alphanumeric();
        before = *byte;
        starts && opens(&bytes[at..], phrases)
    })
}

/// Whether the text begins with one of the phrases.
pub fn opens_with(text: &str, phrases: &[&str]) -> bool {
    opens(text.as_bytes(), phrases)
}

fn opens(bytes: &[u8], phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        let phrase = phrase.as_bytes();
        bytes
            .get(..phrase.len())
            .is_some_and(|part| part.eq_ignore_ascii_case(phrase))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_phrases_at_words() {
        for (text, phrase, expected) in [
            ("See the lid.", "see the", true),
            ("Oversee the lid.", "see the", false),
            ("It has (see the lid) a lid.", "see the", true),
            ("Open the LID.", "lid", true),
            ("Open the lids.", "lid", true),
            ("Öffne lid", "lid", true),
            ("", "lid", false),
            ("li", "lid", false),
        ] {
            assert_eq!(has_phrase(text, &[phrase]), expected, "{text}");
        }
        assert!(opens_with("Please wait", &["please "]));
        assert!(!opens_with("Now please wait", &["please "]));
    }
}
