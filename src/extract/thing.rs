//! What an instruction is done to, where its words alone tell which one is meant.
//!
//! ```text
//! thing = ["only"] ["the" | "a" | "your" ..] word{1..8}     no word points elsewhere; not a bare kind (`the driver`)
//! ```

use crate::language::word::Word;

/// A thing as a question can name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Thing {
    /// Its words without the article.
    pub text: String,
    /// Whether an article stood before it.
    pub article: bool,
}

/// The longest name that is asked for.
const LONGEST: usize = 8;

/// The thing that these words name; `None` if only the text around them tells what it is.
pub(crate) fn thing(words: &[Word]) -> Option<Thing> {
    let words = behind(words, &["only", "just", "both"]).0;
    let (words, article) = behind(words, &["the", "a", "an", "your", "its"]);
    let (words, _) = behind(words, &["only"]);
    let named: Vec<&Word> = words.iter().filter(|word| word.depth == 0).collect();
    let first = named.first()?;
    let points = first.is(POINTING)
        || named
            .iter()
            .any(|word| word.is(ELSEWHERE) || word.text == "=");
    let text: Vec<&str> = named.iter().map(|word| word.text).collect();
    let text = text.join(" ");
    let bare = KINDS.contains(&text.to_lowercase().as_str());
    let fits = !points && !bare && named.len() <= LONGEST;
    fits.then_some(Thing { text, article })
}

fn behind<'w, 'a>(words: &'w [Word<'a>], any: &[&str]) -> (&'w [Word<'a>], bool) {
    match words.split_first() {
        Some((first, rest)) if first.is(any) => (rest, true),
        _ => (words, false),
    }
}

impl Thing {
    /// Whether a name is among its words: a capital letter, a number, a file's name.
    pub fn has_name(&self) -> bool {
        let marked = |c: char| c.is_uppercase() || c.is_ascii_digit();
        self.text
            .split(' ')
            .any(|word| word.contains(marked) || word.trim_end_matches('.').contains('.'))
    }

    /// Whether it is many.
    pub fn plural(&self) -> bool {
        let head = [" of ", " for ", " in "]
            .iter()
            .fold(self.text.as_str(), |head, of| {
                head.split(of).next().unwrap_or(head)
            });
        let last = head.split(' ').next_back().unwrap_or("");
        let word = last.chars().all(char::is_alphabetic);
        let many = last.ends_with('s')
            && !["ss", "us", "is", "dows", "Yes", "alias", "series"]
                .iter()
                .any(|end| last.ends_with(end));
        // A name that ends in a capitalised word and bears no article is one thing: Works, Microsoft Access.
        let named = last.starts_with(char::is_uppercase) && !self.article;
        word && many && (head.contains(' ') || !last.starts_with(char::is_uppercase)) && !named
    }

    /// As a question names it: a name stands without an article unless it had one.
    pub fn definite(&self) -> String {
        let last = self.text.split(' ').next_back().unwrap_or("");
        let kind = last.chars().all(char::is_lowercase) && !last.ends_with("ing") && !self.plural();
        match self.article || kind {
            true => format!("the {}", self.text),
            false => self.text.clone(),
        }
    }
}

/// First words that only point.
const POINTING: &[&str] = &[
    "this", "that", "these", "those", "each", "every", "any", "all", "some", "one", "two", "three",
    "it", "them", "and", "or", "another", "other", "both", "more", "no", "not", "either", "to",
    "such",
];

/// Words that send the reader elsewhere, or show that these are more than one name.
const ELSEWHERE: &[&str] = &[
    "following",
    "above",
    "below",
    "that",
    "which",
    "who",
    "whose",
    "what",
    "appropriate",
    "correct",
    "updated",
    "latest",
    "new",
    "newer",
    "next",
    "previous",
    "rest",
    "remaining",
    "necessary",
    "required",
    "same",
    "proper",
    "desired",
    "you",
    "they",
    "use",
    "see",
    "follow",
    "click",
    "type",
    "as",
    "if",
    "it",
    "them",
    "without",
    "described",
    "provided",
    "included",
    "listed",
    "parallel",
    "selected",
    "these",
    "those",
    "corresponding",
    "respective",
    "affected",
    "back",
    "i",
];

/// Kinds of things of which there are many: alone they name none.
const KINDS: &[&str] = &[
    "application",
    "applications",
    "box",
    "check box",
    "client",
    "code",
    "component",
    "components",
    "computer",
    "device",
    "devices",
    "directory service",
    "driver",
    "drivers",
    "entries",
    "entry",
    "error",
    "feature",
    "file",
    "files",
    "folder",
    "hardware",
    "key",
    "keys",
    "line",
    "lines",
    "network",
    "option",
    "options",
    "printer",
    "product",
    "program",
    "programs",
    "property",
    "protocol",
    "server",
    "service",
    "services",
    "setting",
    "settings",
    "setup",
    "software",
    "string",
    "update",
    "value",
    "values",
    "version",
    "value data",
    "windows",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::word::words;

    #[test]
    fn things() {
        let table = [
            ("the old scanner", Some("the old scanner"), false),
            ("Fax Pack 2", Some("Fax Pack 2"), false),
            ("Fax Pack (the small one)", Some("Fax Pack"), false),
            ("logging", Some("logging"), false),
            (
                "the Night Shift printers",
                Some("the Night Shift printers"),
                true,
            ),
            ("print monitor", Some("the print monitor"), false),
            ("only the Copies box", Some("the Copies box"), false),
            ("Works", Some("Works"), false),
            (
                "the rights for the Night group",
                Some("the rights for the Night group"),
                true,
            ),
            ("Small City Works", Some("Small City Works"), false),
            ("the Lid Services", Some("the Lid Services"), true),
            ("the old alias", Some("the old alias"), false),
            ("the driver", None, false),
            ("the following lines", None, false),
            ("the programs that you need", None, false),
            ("it", None, false),
            ("", None, false),
        ];
        for (text, definite, plural) in table {
            let found = thing(&words(text));
            assert_eq!(
                found.as_ref().map(Thing::definite).as_deref(),
                definite,
                "{text}"
            );
            assert_eq!(found.is_some_and(|found| found.plural()), plural, "{text}");
        }
    }
}
