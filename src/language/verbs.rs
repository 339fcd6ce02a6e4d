//! English verbs as support articles use them: which forms belong to which base.
//!
//! A word is a verb only if its base stands in a list, so that no noun in `-s` or `-ed` is
//! taken for one by its ending alone.
//!
//! ```text
//! form       = base | third | past | participle | ing           of a base in the list
//! third      = base "s" | base "es" behind s, x, z, ch, sh, o | "ies" for a "y"
//! past       = stem "ed" | irregular
//! participle = stem "ed" | irregular
//! ing        = stem "ing"
//! stem       = base | base without its "e" | base with "i" for its "y" | base with its last letter doubled | "y" for an "ie"
//! ```

use super::verb_list::{BASES, IRREGULAR, NOUNS_TOO};

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `write`, also the imperative and the plain present.
    Base,
    /// `writes`.
    Third,
    /// `wrote`, where the participle differs.
    Past,
    /// `written`, where the past tense differs.
    Participle,
    /// `copied`, `sent`: past tense and participle alike.
    PastOrParticiple,
    /// `writing`.
    Ing,
}

/// The base and the form of a word in lower case, if it can be a verb; `put` counts as a base.
pub fn reading(word: &str) -> Option<(&'static str, Form)> {
    base_in_list(word)
        .map(|base| (base, Form::Base))
        .or_else(|| irregular(word))
        .or_else(|| third_base(word).map(|base| (base, Form::Third)))
        .or_else(|| stem_base(word, "ed").map(|base| (base, Form::PastOrParticiple)))
        .or_else(|| stem_base(word, "ing").map(|base| (base, Form::Ing)))
}

/// The base of a verb in any of its forms.
pub fn base_of(word: &str) -> Option<&'static str> {
    reading(word).map(|(base, _)| base)
}

/// Whether the word can be a past participle: `sent`, `written`, `copied`, `put`.
pub fn is_participle(word: &str) -> bool {
    let regular = matches!(
        reading(word),
        Some((_, Form::Participle | Form::PastOrParticiple))
    );
    regular
        || IRREGULAR
            .iter()
            .any(|[_, _, participle]| *participle == word)
}

/// Whether the word can be a past tense: `wrote`, `sent`, `put`.
pub fn is_past(word: &str) -> bool {
    let regular = matches!(
        reading(word),
        Some((_, Form::Past | Form::PastOrParticiple))
    );
    regular || IRREGULAR.iter().any(|[_, past, _]| *past == word)
}

/// Whether the base is as often a noun: `update`, `print`.
pub fn is_noun_too(base: &str) -> bool {
    NOUNS_TOO.binary_search(&base).is_ok()
}

/// The past participle of a base: `stopped`, `written`.
pub fn participle(base: &str) -> String {
    if let Some([_, _, participle]) = IRREGULAR.iter().find(|[known, ..]| *known == base) {
        return (*participle).to_string();
    }
    let last = base.chars().next_back().unwrap_or('e');
    let stem = base.strip_suffix('y').map(|stem| format!("{stem}ied"));
    let forms = [
        Some(format!("{base}d")),
        Some(format!("{base}{last}ed")),
        stem,
        Some(format!("{base}ed")),
    ];
    let fits = |form: &String| reading(form).is_some_and(|(found, _)| found == base);
    forms
        .into_iter()
        .flatten()
        .find(fits)
        .unwrap_or_else(|| format!("{base}ed"))
}

/// The likely base of a past tense in `-ed` whose verb is in no list: `sanitized`, `hoisted`.
pub fn guessed_base(past: &str) -> Option<&str> {
    let stem = past.strip_suffix("ed")?;
    let lost_e = ["iz", "is", "at", "ur", "uc", "v", "c", "g", "u"];
    match lost_e.iter().any(|end| stem.ends_with(end)) {
        true => past.strip_suffix('d'),
        false => Some(stem),
    }
}

/// The form that goes with `it`: `copies`, `passes`, `does`.
pub fn third_person(base: &str) -> String {
    match base {
        "be" => return "is".to_string(),
        "have" => return "has".to_string(),
        _ => {}
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(is_vowel) => format!("{stem}ies"),
        _ if takes_es(base) => format!("{base}es"),
        _ => format!("{base}s"),
    }
}

fn takes_es(base: &str) -> bool {
    ["s", "x", "z", "ch", "sh", "o"]
        .iter()
        .any(|end| base.ends_with(end))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn base_in_list(word: &str) -> Option<&'static str> {
    let at = BASES.binary_search(&word).ok()?;
    BASES.get(at).copied()
}

fn irregular(word: &str) -> Option<(&'static str, Form)> {
    match word {
        "is" | "has" => return Some((if word == "is" { "be" } else { "have" }, Form::Third)),
        "are" | "am" => return Some(("be", Form::Base)),
        "were" => return Some(("be", Form::Past)),
        _ => {}
    }
    let [base, past, participle] = IRREGULAR
        .iter()
        .find(|[_, past, participle]| *past == word || *participle == word)?;
    let form = match (*past == word, *participle == word) {
        (true, true) => Form::PastOrParticiple,
        (true, false) => Form::Past,
        _ => Form::Participle,
    };
    Some((base, form))
}

fn third_base(word: &str) -> Option<&'static str> {
    let stem = word.strip_suffix('s')?;
    if let Some(base) = base_in_list(stem) {
        return (!takes_es(stem) || stem == "let").then_some(base);
    }
    let short = stem.strip_suffix('e')?;
    if let Some(y) = short.strip_suffix('i') {
        return base_in_list(&format!("{y}y"));
    }
    base_in_list(short).filter(|base| takes_es(base))
}

/// The base of a form in `-ed` or `-ing`: plain, with its `e` lost, its `y` turned, its last letter doubled.
fn stem_base(word: &str, ending: &str) -> Option<&'static str> {
    let stem = word.strip_suffix(ending)?;
    if let Some(base) = base_in_list(&format!("{stem}e")).or_else(|| base_in_list(stem)) {
        return Some(base);
    }
    if let Some(y) = stem.strip_suffix('i') {
        return base_in_list(&format!("{y}y"));
    }
    if let Some(y) = stem.strip_suffix('y') {
        return base_in_list(&format!("{y}ie"));
    }
    undoubled(stem).and_then(base_in_list)
}

fn undoubled(stem: &str) -> Option<&str> {
    let last = stem.chars().next_back()?;
    let short = stem.strip_suffix(last)?;
    short.ends_with(last).then_some(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_sorted() {
        assert!(BASES.is_sorted());
        assert!(NOUNS_TOO.is_sorted());
        assert!(NOUNS_TOO.iter().all(|noun| base_in_list(noun).is_some()));
        assert!(
            IRREGULAR
                .iter()
                .all(|[base, ..]| base_in_list(base).is_some())
        );
    }

    #[test]
    fn readings() {
        let table = [
            ("copy", Some(("copy", Form::Base))),
            ("copies", Some(("copy", Form::Third))),
            ("copied", Some(("copy", Form::PastOrParticiple))),
            ("copying", Some(("copy", Form::Ing))),
            ("passes", Some(("pass", Form::Third))),
            ("uses", Some(("use", Form::Third))),
            ("used", Some(("use", Form::PastOrParticiple))),
            ("stopped", Some(("stop", Form::PastOrParticiple))),
            ("running", Some(("run", Form::Ing))),
            ("lying", Some(("lie", Form::Ing))),
            ("saw", Some(("see", Form::Past))),
            ("written", Some(("write", Form::Participle))),
            ("sent", Some(("send", Form::PastOrParticiple))),
            ("put", Some(("put", Form::Base))),
            ("does", Some(("do", Form::Third))),
            ("goes", Some(("go", Form::Third))),
            ("is", Some(("be", Form::Third))),
            ("printer", None),
            ("series", None),
            ("folders", None),
            ("string", None),
            ("", None),
            ("ed", None),
        ];
        for (word, wanted) in table {
            assert_eq!(reading(word), wanted, "{word}");
        }
    }

    #[test]
    fn participles_and_past_tenses() {
        for word in ["put", "sent", "written", "copied", "run"] {
            assert!(is_participle(word), "{word}");
        }
        for word in ["put", "sent", "wrote", "copied", "ran"] {
            assert!(is_past(word), "{word}");
        }
        assert!(!is_participle("wrote"));
        assert!(!is_past("written"));
    }

    #[test]
    fn guesses() {
        let table = [
            ("sanitized", Some("sanitize")),
            ("hoisted", Some("hoist")),
            ("hoist", None),
        ];
        for (word, wanted) in table {
            assert_eq!(guessed_base(word), wanted);
        }
    }

    #[test]
    fn third_persons() {
        let table = [
            ("copy", "copies"),
            ("play", "plays"),
            ("pass", "passes"),
            ("do", "does"),
            ("have", "has"),
            ("be", "is"),
            ("point", "points"),
        ];
        for (base, wanted) in table {
            assert_eq!(third_person(base), wanted);
            assert_eq!(base_of(wanted), Some(base));
        }
    }
}
