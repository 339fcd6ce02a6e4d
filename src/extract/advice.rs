//! Advice: sentences outside of procedures that tell the reader what to do.
//!
//! Not advice: a sentence that only introduces a list of steps, a pointer to another article, how to see the problem,
//! and the boilerplate about back-ups, warranty and vendors.
//!
//! ```text
//! advice      = instruction | fix                     and none of the sentences below
//! fix         = .. ("was corrected in" | "is now available" ..) ..      under RESOLUTION; some of it under an open STATUS
//! contact     = ["please"] "contact" ..      where the article tells what resolves
//! lead        = .. ("following" | "these steps" | "below" ..) .. ("." | ":")    where steps follow
//! names       = .. ("following methods" | "follow these steps" | "steps below" ..) .. | .. "one of the following"
//! shows       = .. "reproduce" ..
//! pointer     = "for more information" .. | ["please"] "see" .. | ("see" | "click" | "visit" ..) with ("knowledge base" ..)
//! itself      = ("This" | "The") ("article" | "example" | "sample" ..) ..
//! boilerplate = .. ("warranty" | "at your own risk" ..) ..
//! headline    = words without an end mark, but for an item of remedies
//! ```
//! Of the instructions, SYMPTOMS has only duties (`you must`), CAUSE only the passive and what is recommended, REFERENCES none.
//! Where another section resolves, MORE INFORMATION and SUMMARY have no `you can` unless code follows, and of the passive only
//! what `should be` or `must be`; a section with a heading of its own tells how to do what that names.

use super::instruction::{Instruction, imperative, kind};
use crate::language::phrases::{has_phrase, opens_with};
use crate::language::verbs::is_participle;
use crate::language::word::{any, words};

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
    if contacts(sentence) && (resolves(setting) || setting.heading == "status") {
        return is_sentence(sentence, false) && !has_phrase(sentence, &["certified"]);
    }
    if setting.introduces && introduces_only(sentence)
        || names_what_follows(sentence)
        || points_elsewhere(sentence)
        || boilerplate(sentence)
        || tells_of_itself(sentence)
        || sentence.contains(" reproduce ")
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
        return resolves(setting) && is_done(sentence);
    };
    match setting.heading {
        "references" | "symptoms" => kind == Instruction::Must && setting.heading == "symptoms",
        "cause" => matches!(kind, Instruction::Passive | Instruction::Recommended),
        heading => {
            let titled = !["more information", "summary", "introduction"].contains(&heading);
            !setting.aside
                || setting.code
                || setting.heading == "status"
                || duty(sentence)
                || kind != Instruction::Passive && (titled || kind != Instruction::Can)
        }
    }
}

/// Whether the section says how to resolve the problem.
fn resolves(setting: &Setting) -> bool {
    REMEDIES.contains(&setting.heading)
}

/// Headings of the sections that say so.
pub(crate) const REMEDIES: &[&str] = &["resolution", "workaround", "solution", "mitigation"];

/// `The lid can be closed and locked.`: where the section says how to resolve, a thing that can be done is to be done.
fn is_done(sentence: &str) -> bool {
    let mut words = words(sentence);
    words.retain(|word| !word.is(&["then", "also", "safely", "manually", "simply"]));
    words.windows(3).any(|three| {
        let [can, be, done] = three else {
            return false;
        };
        can.is(&["can", "may"]) && can.plain() && be.is(&["be"]) && deed(&done.lower)
    }) && !any(
        &words,
        &["only", "that", "which", "problem", "issue", "error"],
    )
}

/// Whether the participle tells of what a reader does, and not of what happens to a thing.
fn deed(participle: &str) -> bool {
    const HAPPENS: &[&str] = &[
        "caused",
        "displayed",
        "found",
        "lost",
        "reproduced",
        "seen",
        "used",
        "worked",
    ];
    is_participle(participle) && !HAPPENS.contains(&participle)
}

/// `Please contact the maker for help.`: whom to ask, where nothing else helps.
fn contacts(sentence: &str) -> bool {
    let asked = sentence.strip_prefix("Please ").unwrap_or(sentence);
    asked.starts_with("Contact ") || asked.starts_with("contact ")
}

/// `The table should be deleted first.`: it is to be done, wherever the article tells it.
fn duty(sentence: &str) -> bool {
    sentence.contains(" should be ") || sentence.contains(" must be ")
}

/// `A fix is now available.`, `It was corrected in the latest service pack.`: the remedy of an article that has no other.
fn offers_the_fix(sentence: &str) -> bool {
    has_phrase(sentence, &["is now available", "corrected in the latest"])
}

/// `This problem was corrected in the latest service pack.`, `It is fixed by version 3.06.`: where it says how to resolve.
fn names_the_fix(sentence: &str) -> bool {
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
    has_phrase(sentence, &fixed)
}

/// Whether it is a whole sentence, and not a headline or the name of a thing.
fn is_sentence(sentence: &str, code: bool) -> bool {
    if sentence.starts_with('\'') {
        return false; // a comment of BASIC
    }
    let last = sentence.chars().next_back().unwrap_or(' ');
    let short = sentence.split(' ').count() <= 8;
    match last {
        ':' => code || !short,
        _ => ".?!)\"'”".contains(last) || code && !short && leads_to_code(sentence),
    }
}

/// `Type the following line` with the line below it.
fn leads_to_code(sentence: &str) -> bool {
    sentence.starts_with(char::is_uppercase) && imperative(sentence)
}

/// `You can work around this by using one of the following two methods.`, `To do this, use the following methods.`
fn names_what_follows(sentence: &str) -> bool {
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
    let ends = sentence.trim_end_matches(['.', ':']);
    has_phrase(sentence, &what) || ends.ends_with("one of the following")
}

/// `To work around this problem, follow these steps:`, `use one of the following methods:`.
pub(crate) fn introduces_only(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let names = [
        "following",
        "this:",
        "as follows",
        "below",
        "methods",
        "steps",
        "procedure",
    ];
    let ends = lower.ends_with('.') || lower.ends_with("steps");
    lower.ends_with(':') || ends && names.iter().any(|name| lower.contains(name))
}

/// A pointer to another article, a book or a web page.
pub(crate) fn points_elsewhere(sentence: &str) -> bool {
    let books = [
        ", see ",
        ", refer to ",
        ", please refer to ",
        ", please see ",
        ", consult ",
        ", please consult ",
    ];
    asks_elsewhere(sentence)
        || cites(sentence)
        || opens_with_see(sentence)
        || opens_with(sentence, &["for "]) && books.iter().any(|part| sentence.contains(part))
        || has_phrase(sentence, &["version of this article"])
        || has_phrase(sentence, &["more information", "further information"])
            && has_phrase(sentence, &["refer to"])
}

/// `For more information, …` in front, and behind it `see`, `on` or `about`.
fn asks_elsewhere(sentence: &str) -> bool {
    let asks = [
        "for more information",
        "for additional information",
        "for information",
        "for further information",
        "for a complete list",
        "for more details",
        "for details",
    ];
    opens_with(sentence, &asks)
        || sentence.match_indices(" for ").any(|(at, _)| {
            let rest = &sentence[at + 1..];
            let ask = asks.iter().find(|ask| rest.starts_with(**ask));
            ask.is_some_and(|ask| opens_with(&rest[ask.len()..], &[", see", " on", " about"]))
        })
}

/// `Search on the following words in the knowledge base`, `click the article number below`.
fn cites(sentence: &str) -> bool {
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
    let asks = ["see", "refer", "click", "visit", "query", "search", "go to"];
    has_phrase(sentence, &cites) && has_phrase(sentence, &asks)
}

fn opens_with_see(sentence: &str) -> bool {
    let books = ["readme", "documentation", "manual", "guide"];
    let read = opens_with(sentence, &["consult "]) && has_phrase(sentence, &books);
    let section =
        has_phrase(sentence, &["see "]) && has_phrase(sentence, &["section of this article"]);
    let see = [
        "see ",
        "please see ",
        "also see ",
        "refer to ",
        "please refer to",
    ];
    read || section || opens_with(sentence, &see)
}

/// `This article shows how to …`, `The following example …`: the article about itself.
fn tells_of_itself(sentence: &str) -> bool {
    [
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
    let remedy = opens_with(sentence, &["to "])
        && has_phrase(sentence, &["contact "])
        && has_phrase(sentence, &["fix"]);
    if remedy {
        return false; // `To mend it, contact … to obtain the fix`: here it is the remedy
    }
    let usual = [
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
    ];
    has_phrase(sentence, &usual)
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
            "Please contact the maker for help.",
            "resolution",
            false,
            true,
        ),
        (
            "Contact the maker for more information on the lid.",
            "status",
            true,
            true,
        ),
        (
            "Contact the maker for more information on the lid.",
            "references",
            false,
            false,
        ),
        ("Contact a Certified Partner.", "resolution", false, false),
        (
            "It is suggested that you close the lid.",
            "cause",
            true,
            true,
        ),
        ("You can close the lid.", "closing lids", true, true),
        ("Or, the lid can be taken off.", "resolution", false, true),
        ("The pump can then be started.", "resolution", false, true),
        (
            "This can be done by closing the lid.",
            "resolution",
            false,
            true,
        ),
        (
            "Or, the lid can be taken off.",
            "more information",
            false,
            false,
        ),
        (
            "The loss can be caused by the lid.",
            "resolution",
            false,
            false,
        ),
        ("Try one of the following.", "resolution", false, false),
        (
            "Close the lid to reproduce the loss.",
            "more information",
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
