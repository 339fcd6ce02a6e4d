//! Advice: sentences outside of procedures that tell the reader what to do.
//!
//! Not advice: a sentence that only introduces a list of steps, a pointer to another article, how to see the problem,
//! and the boilerplate about back-ups, warranty and vendors.
//!
//! ```text
//! advice      = instruction | fix                     and none of the sentences below
//! fix         = .. ("was corrected in" | "is now available" ..) ..      under RESOLUTION; some of it under an open STATUS
//! lead        = .. ("following" | "these steps" | "below" ..) .. ("." | ":")    where steps follow
//! names       = .. ("following methods" | "follow these steps" | "steps below" ..) ..
//! pointer     = "for more information" .. | ["please"] "see" .. | ("see" | "click" | "visit" ..) with ("knowledge base" ..)
//! itself      = ("This" | "The") ("article" | "example" | "sample" ..) ..
//! boilerplate = .. ("warranty" | "at your own risk" ..) ..
//! headline    = words without an end mark, but for an item of remedies
//! ```
//! Of the instructions, SYMPTOMS has only duties (`you must`), CAUSE only the passive, REFERENCES none. Where another section
//! resolves, `you can` is none, and of the passive only what `should be` or `must be`.

use super::instruction::{Instruction, kind};

/// What the judgement of a sentence needs to know of its surroundings.
pub(crate) struct Setting<'a> {
    /// The heading above it, in small letters.
    pub heading: &'a str,
    /// Whether it introduces steps.
    pub introduces: bool,
    /// Whether code follows it.
    pub code: bool,
    /// Whether it is an item of a list of remedies, or of Markdown, where a full stop is often left out.
    pub remedy: bool,
    /// Whether the article has a section that resolves (`RESOLUTION`, `WORKAROUND`) and this is another one.
    pub aside: bool,
}

/// Whether the sentence is advice.
pub(crate) fn is_advice(sentence: &str, setting: &Setting) -> bool {
    if setting.introduces && introduces_only(sentence)
        || names_what_follows(sentence)
        || points_elsewhere(sentence)
        || boilerplate(sentence)
        || tells_of_itself(sentence)
        || !setting.remedy && !is_sentence(sentence, setting.code)
    {
        return false;
    }
    let open = setting.heading == "status" && !setting.aside;
    if setting.heading == "resolution" && names_the_fix(sentence)
        || open && offers_the_fix(sentence)
    {
        return true;
    }
    let Some(kind) = kind(sentence) else {
        return false;
    };
    match setting.heading {
        "references" | "symptoms" => kind == Instruction::Must && setting.heading == "symptoms",
        "cause" => matches!(kind, Instruction::Passive),
        _ => {
            !matches!(kind, Instruction::Can | Instruction::Passive)
                || !setting.aside
                || setting.heading == "status"
                || duty(sentence)
        }
    }
}

/// `The table should be deleted first.`: it is to be done, wherever the article tells it.
fn duty(sentence: &str) -> bool {
    sentence.contains(" should be ") || sentence.contains(" must be ")
}

/// `A fix is now available.`, `It was corrected in the latest service pack.`: the remedy of an article that has no other.
fn offers_the_fix(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    lower.contains("is now available") || lower.contains("corrected in the latest")
}

/// `This problem was corrected in the latest service pack.`, `It is fixed by version 3.06.`: where it says how to resolve.
fn names_the_fix(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let fixed = [
        "was corrected in",
        "is corrected in",
        "has been corrected in",
        "was fixed in",
        "is fixed in",
        "is fixed by",
        "has been fixed in",
        "is now available",
        "corrects this problem",
    ];
    fixed.iter().any(|part| lower.contains(part))
}

/// Whether it is a whole sentence, and not a headline or the name of a thing.
fn is_sentence(sentence: &str, code: bool) -> bool {
    if sentence.starts_with('\'') {
        return false; // a comment of BASIC
    }
    let last = sentence.chars().next_back().unwrap_or(' ');
    let short = sentence.split(' ').count() <= 8;
    match last {
        ':' => (code || !short) && !is_headline(sentence),
        _ => ".?!)\"'”".contains(last),
    }
}

/// A line that names what stands below it: `Install the Newest Driver for the Scanner in the Hall:`
///
/// ```text
/// headline = words ":"      every word of four letters and more with a capital, at least three of them
/// ```
fn is_headline(sentence: &str) -> bool {
    let long = || {
        sentence
            .split(' ')
            .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3)
    };
    let small = |word: &str| word.starts_with(char::is_lowercase);
    long().count() > 2 && !long().any(small)
}

/// `You can work around this by using one of the following two methods.`, `To do this, use the following methods.`
fn names_what_follows(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let what = [
        "following method",
        "following two methods",
        "following three methods",
        "appropriate method",
        "these methods",
        "following steps",
        "following procedure",
        "following options",
        "methods below",
        "steps below",
        "following workarounds",
        "following resolutions",
        "following suggestions",
        "following solutions",
        "follow these steps",
        "can do the following",
    ];
    let ends = lower.trim_end_matches(['.', ':']);
    what.iter().any(|part| lower.contains(part)) && !ends.is_empty()
}

/// `To work around this problem, follow these steps:`, `use one of the following methods:`.
pub(crate) fn introduces_only(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let names = [
        "following",
        "these steps",
        "steps below",
        "this:",
        "as follows",
        "below",
        "these methods",
        "methods",
        "these procedures",
        "steps",
        "procedure",
    ];
    let open = lower.ends_with(':') || lower.ends_with('.') || lower.ends_with("steps");
    open && names.iter().any(|name| lower.contains(name)) || lower.ends_with(':')
}

/// A pointer to another article, a book or a web page.
pub(crate) fn points_elsewhere(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let asks = [
        "for more information",
        "for additional information",
        "for information",
        "for further information",
        "for a complete list",
        "for more details",
        "for details",
    ];
    let cites = [
        "see the following",
        "see article",
        "knowledge base",
        "click the article number",
        "refer to the following article",
        "following article",
        "query on the following",
        "search on the following",
        "web site:",
        "world wide web",
        "see the \"",
    ];
    asks.iter().any(|start| {
        lower.starts_with(start)
            || lower.contains(&format!("{start}, see"))
            || lower.contains(&format!("{start} on"))
            || lower.contains(&format!("{start} about"))
    }) || cites.iter().any(|part| lower.contains(part))
        && (lower.contains("see")
            || lower.contains("refer")
            || lower.contains("click")
            || lower.contains("visit")
            || lower.contains("query")
            || lower.contains("search")
            || lower.contains("go to"))
        || opens_with_see(&lower)
        || lower.starts_with("for ") && lower.contains(", see ")
        || lower.contains("version of this article")
}

fn opens_with_see(lower: &str) -> bool {
    let read = lower.starts_with("consult ")
        && ["readme", "documentation", "manual", "guide"]
            .iter()
            .any(|part| lower.contains(part));
    let section = lower.contains(" see ") && lower.contains("section of this article");
    read || section
        || lower.starts_with("see ")
        || lower.starts_with("please see ")
        || lower.starts_with("also see ")
        || lower.starts_with("refer to ")
        || lower.starts_with("please refer to")
}

/// `This article shows how to …`, `The following example …`: the article about itself.
fn tells_of_itself(sentence: &str) -> bool {
    [
        "This can ",
        "This article ",
        "This example ",
        "The following example",
        "This section ",
        "The article ",
        "This document ",
        "The sample ",
        "This sample ",
    ]
    .iter()
    .any(|start| sentence.starts_with(start))
}

/// Warranty, support lines, back-ups before editing the registry.
fn boilerplate(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let remedy = lower.starts_with("to ") && lower.contains("contact ") && lower.contains(" fix");
    if remedy {
        return false; // `To mend it, contact … to obtain the fix`: here it is the remedy
    }
    [
        "fee-based",
        "warranty",
        "microsoft certified",
        "support professionals",
        "if you have limited programming",
        "this article assumes",
        "product support services",
        "technical support phone",
        "use registry editor at your own risk",
        "before you edit the registry",
        "should back up the registry before",
        "at your own risk",
        "should also update your emergency repair disk",
        "we encourage you to",
        "microsoft provides programming examples",
        "microsoft makes no",
        "before you modify the registry",
        "third-party products",
        "you can find the following",
        "microsoft has confirmed",
    ]
    .iter()
    .any(|part| lower.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_advice() {
        let plain = Setting {
            heading: "resolution",
            introduces: false,
            code: false,
            remedy: false,
            aside: false,
        };
        let lead = Setting {
            heading: "resolution",
            introduces: true,
            code: false,
            remedy: false,
            aside: false,
        };
        assert!(is_advice("To mend it, install the newest driver.", &plain));
        assert!(is_advice("Clean the heads with alcohol.", &plain));
        assert!(!is_advice("To mend it, follow these steps:", &lead));
        assert!(!is_advice(
            "For more information, see the handbook.",
            &plain
        ));
        assert!(!is_advice("The driver is old.", &plain));
        assert!(is_advice(
            "To mend it at once, contact Product Support Services to get the fix.",
            &plain
        ));
        assert!(!is_advice(
            "You should back up the registry before you go on.",
            &plain
        ));
        assert!(!is_advice("For the names, see the handbook.", &plain));
        let aside = Setting {
            heading: "more information",
            aside: true,
            ..plain
        };
        assert!(is_advice("You must start it again.", &aside));
        assert!(is_advice("The table should be emptied first.", &aside));
        assert!(!is_advice("You can use the spare one.", &aside));
        let status = Setting {
            heading: "status",
            aside: false,
            ..aside
        };
        assert!(is_advice("It was corrected in the latest pack.", &status));
    }
}

#[cfg(test)]
mod places {
    use super::*;

    /// A sentence, the heading that it stands under, whether another section resolves, and whether it is advice.
    const EXAMPLES: &[(&str, &str, bool, bool)] = &[
        ("Close the lid.", "workaround", false, true),
        ("Close the lid.", "symptoms", false, false),
        ("You must close the lid.", "symptoms", false, true),
        ("Close the lid.", "references", false, false),
        ("You must close the lid.", "references", false, false),
        ("The lid must be closed.", "cause", false, true),
        ("You can close the lid.", "cause", false, false),
        ("You can close the lid.", "more information", false, true),
        ("You can close the lid.", "more information", true, false),
        ("It is fixed by version 3.06.", "resolution", false, true),
        ("It is fixed by version 3.06.", "cause", false, false),
        ("This section closes the lid.", "resolution", false, false),
        ("See the handbook.", "resolution", false, false),
        ("Use one of these methods.", "resolution", false, false),
        ("Close the Lid", "resolution", false, false),
        (
            "Install the Newest Driver for the Scanner in the Great Hall Upstairs:",
            "resolution",
            false,
            false,
        ),
    ];

    #[test]
    fn advice_where_it_stands() {
        for (sentence, heading, aside, expected) in EXAMPLES {
            let setting = Setting {
                heading,
                introduces: false,
                code: false,
                remedy: false,
                aside: *aside,
            };
            assert_eq!(
                is_advice(sentence, &setting),
                *expected,
                "{heading}: {sentence}"
            );
        }
    }
}
