//! Light stemming: a word without its plural or verb ending, so that `printers` finds `printer` and `merging` finds `merge`.
//!
//! ```text
//! plural:  -sses → ss, -xes → x, -s (not -ss, -us, -is)
//! verb:    -ing, -ed where a vowel and two letters stay before it; a doubled consonant is undone
//! last:    -e, -ie, -y
//! ```
//!
//! Words with digits or signs are names and stay as they are; so do words of three letters and those that are not of English letters.

/// The stem of a word in small letters.
pub fn stem(word: &str) -> &str {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word;
    }
    mute(verb(plural(word)))
}

fn plural(word: &str) -> &str {
    let kept = ["ss", "us", "is"];
    match word.strip_suffix('s') {
        Some(rest) if !kept.iter().any(|ending| word.ends_with(ending)) => {
            let es = ["sse", "xe", "che", "she", "zze"];
            match rest.strip_suffix('e') {
                Some(short) if es.iter().any(|ending| rest.ends_with(ending)) => short,
                _ => rest,
            }
        }
        _ => word,
    }
}

fn verb(word: &str) -> &str {
    if let Some(rest) = word.strip_suffix("ied").filter(|rest| rest.len() >= 3) {
        return rest;
    }
    let rest = word.strip_suffix("ing").or(word.strip_suffix("ed"));
    match rest {
        Some(rest) if rest.len() >= 3 && rest.bytes().any(is_vowel) => undoubled(rest),
        _ => word,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

/// `stopp` is `stop`, but `install` and `process` stay.
fn undoubled(word: &str) -> &str {
    match word.as_bytes() {
        [.., a, b] if a == b && !is_vowel(*a) && !matches!(a, b'l' | b's' | b'z') => {
            word.get(..word.len() - 1).unwrap_or(word)
        }
        _ => word,
    }
}

/// `merge` is `merg`, as `merging` is; `copie` and `copy` are both `cop`, as `copied` is.
fn mute(word: &str) -> &str {
    ["ie", "e", "y"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 3))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        let table: &[(&str, &[&str])] = &[
            ("printer", &["printers"]),
            ("merge", &["merges", "merged", "merging"]),
            ("stop", &["stops", "stopped", "stopping"]),
            ("install", &["installs", "installed", "installing"]),
            ("copy", &["copies", "copied", "copying"]),
            ("box", &["boxes"]),
            ("process", &["processes", "processed", "processing"]),
            ("disk", &["disks"]),
        ];
        for (word, forms) in table {
            for form in *forms {
                assert_eq!(stem(form), stem(word), "{form}");
            }
        }
    }

    #[test]
    fn what_is_no_form_stays() {
        for word in [
            "dos", "bus", "status", "this", "string", "red", "größe", "x25s", "access", "need", "",
        ] {
            assert_eq!(stem(word), word);
        }
    }
}
