//! The closed classes of words that the search for a verb goes by.

use super::words::Word;

pub(super) const DETERMINERS: &[&str] = &[
    "a", "an", "the", "this", "that", "these", "those", "your", "its", "their", "his", "her", "my",
    "our", "any", "some", "no", "each", "every", "all", "both", "either", "neither", "another",
    "one", "two", "three", "four", "several", "many", "most", "other", "such", "none", "nothing",
    "more", "multiple",
];

pub(super) const PRONOUNS: &[&str] = &["you", "it", "they", "he", "she", "we", "there"];

pub(super) const ARTICLES: &[&str] = &["the", "a", "an", "your"];

/// What a clause is about when only the text around it names the thing.
pub(super) const POINTERS: &[&str] = &["it", "they", "this", "that", "these", "those"];

pub(super) const DEMONSTRATIVES: &[&str] = &["this", "that", "these", "those"];

pub(super) const PREPOSITIONS: &[&str] = &[
    "of", "in", "on", "at", "by", "for", "from", "to", "with", "without", "into", "onto", "over",
    "under", "between", "through", "via", "per", "within", "against", "during", "about", "than",
    "as", "after", "before", "until", "since", "upon", "across",
];

pub(super) const ADVERBS: &[&str] = &[
    "not",
    "still",
    "also",
    "already",
    "always",
    "never",
    "only",
    "just",
    "now",
    "then",
    "currently",
    "previously",
    "recently",
    "successfully",
    "often",
    "sometimes",
    "usually",
    "frequently",
    "even",
    "actually",
    "ever",
    "later",
    "first",
    "simply",
    "really",
    "automatically",
    "correctly",
    "properly",
    "immediately",
    "either",
    "both",
    "all",
    "again",
    "once",
    "explicitly",
    "initially",
    "originally",
    "normally",
    "generally",
    "typically",
    "intermittently",
    "repeatedly",
    "too",
    "accidentally",
    "manually",
    "however",
    "yet",
    "longer",
    "probably",
    "otherwise",
    "therefore",
    "thus",
];

pub(super) const RELATIVES: &[&str] = &[
    "that", "which", "who", "whom", "whose", "where", "what", "whatever", "whether", "how", "why",
];

pub(super) const SUBORDINATORS: &[&str] = &[
    "when", "if", "because", "while", "although", "unless", "once", "whenever", "so",
];

pub(super) const COORDINATORS: &[&str] = &["and", "or", "but"];

pub(super) const MODALS: &[&str] = &[
    "can", "could", "will", "would", "may", "might", "must", "shall", "should",
];

pub(super) const BE: &[&str] = &["is", "are", "was", "were", "am"];

pub(super) const HAVE: &[&str] = &["has", "have", "had"];

pub(super) const DO: &[&str] = &["do", "does", "did"];

/// Whether the word is an auxiliary in a finite form.
pub(super) fn is_auxiliary(word: &Word) -> bool {
    [MODALS, BE, HAVE, DO]
        .iter()
        .any(|list| word.is_one_of(list))
}

pub(super) fn is_adverb(word: &Word) -> bool {
    word.is_one_of(ADVERBS) || (!word.fixed && word.low.len() > 4 && word.low.ends_with("ly"))
}

/// Whether the word leads a noun: nothing that follows it at once is the clause's verb.
pub(super) fn leads_noun(word: &Word) -> bool {
    word.is_one_of(DETERMINERS)
        || word.is_one_of(PREPOSITIONS)
        || word.low.ends_with("'s")
        || word.low.ends_with("s'")
        || word.is_one_of(ADJECTIVES)
}

const ADJECTIVES: &[&str] = &[
    "new",
    "old",
    "same",
    "following",
    "different",
    "specific",
    "available",
    "multiple",
    "correct",
    "incorrect",
    "wrong",
    "right",
    "remote",
    "local",
    "default",
    "current",
    "previous",
    "next",
    "last",
    "second",
    "certain",
    "additional",
    "existing",
    "latest",
    "older",
    "newer",
    "large",
    "small",
    "particular",
    "important",
    "long",
    "and",
    "or",
    "nor",
    "automatic",
    "manual",
    "other",
    "critical",
    "security",
    "recent",
    "invalid",
    "valid",
    "full",
];

/// Whether what follows a word in `-s` shows that it is a verb: `updates the list`, `tries to dial`.
pub(super) fn is_governed(next: Option<&Word>) -> bool {
    next.is_some_and(|next| {
        next.is_one_of(&[
            "to", "a", "an", "the", "your", "it", "them", "you", "its", "no", "this",
        ])
    })
}

/// Whether a noun in the plural, by its ending.
pub(super) fn looks_plural(word: &Word) -> bool {
    let low = word.low.trim_end_matches("(s");
    (low.ends_with('s') && !low.ends_with("ss") && !low.ends_with("us") && !low.ends_with("is"))
        || ["data", "people", "users", "criteria"].contains(&low)
}
