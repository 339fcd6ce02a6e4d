//! Choices: alternatives of which the reader picks one.
//!
//! - sections side by side whose headings name methods, versions or conditions (`Method 1: …`, `Windows NT 4.0`, `If …`),
//! - short lines with a colon that stand for such headings (`Method 1:`),
//! - items of a list with `-or-` between them, or behind `use one of the following`,
//! - numbered alternatives (`1. … -or- 2. …`).
//!
//! ```text
//! alternative = method number .. | ordinal method .. | ("if" | "when") word word .. | heading of 14 words with a version
//!             | method ("if" | "when") word word ..
//! method      = "method" | "option" | "workaround" | "solution" | "approach" ..
//! ordinal     = "first" | "second" | "third" | "alternate" | "alternative"
//! twins       = two headings alike but for numbers | alike but for one word behind ("using" | "with" | "for" ..)
//! same-task   = ("how to" | "steps to" | "to" | "procedure to") four words alike, then others
//! offer       = .. ("one of the following" | "either of these" ..) .. | ways      no "occur", "error", "are true" ..
//! ways        = .. ("two" | "several" ..) ["possible"] ("ways" | "solutions" | "methods" ..) .. ("." | ":")
//! ```

use super::version::names_version;
use crate::language::word::words;

/// What kind of alternatives a heading or a lead opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Alternatives {
    /// `Method 1`, `Option 2`, `Workaround`.
    Method,
    /// One for each version or platform.
    Version,
    /// `If the server does not start`.
    Condition,
}

/// What kind of alternative the heading names, if any.
pub(crate) fn alternative(heading: &str) -> Option<Alternatives> {
    let words = words(heading);
    let first = words.first()?;
    let numbered = words.get(1).is_some_and(|w| {
        w.text.chars().all(|c| c.is_ascii_digit())
            || w.text.len() == 1
            || w.is(&["one", "two", "three", "four", "five"])
    });
    let ordinal = first.is(&["first", "second", "third", "alternate", "alternative"]);
    let names = [
        "method",
        "option",
        "workaround",
        "resolution",
        "solution",
        "alternative",
        "approach",
        "procedure",
        "fix",
        "technique",
        "scenario",
        "case",
    ];
    if first.is(&names) && numbered || ordinal && words.get(1).is_some_and(|w| w.is(&names)) {
        return Some(Alternatives::Method);
    }
    let asks = |at: usize| words.get(at).is_some_and(|word| word.is(&["if", "when"]));
    if asks(0) && words.len() > 2 || first.is(&names) && asks(1) && words.len() > 3 {
        return Some(Alternatives::Condition);
    }
    let short = words.len() <= 14;
    let version = names_version_in(heading);
    (short && version).then_some(Alternatives::Version)
}

/// Whether two headings are the same but for numbers: `Midtown Tower 1` and `Midtown Tower 2`. Parts of one thing
/// (`Step 1`, `Example 2`) are no alternatives.
pub(crate) fn twins(one: &str, other: &str) -> bool {
    let bare = |heading: &str| {
        let words = heading
            .split(' ')
            .filter(|word| !word.contains(|c: char| c.is_ascii_digit()));
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (first, second) = (bare(one), bare(other));
    let parts = [
        "step", "steps", "create", "creating", "part", "phase", "example", "sample", "figure",
        "table", "listing", "stage", "section", "task", "question", "note", "exercise", "problem",
    ];
    let part = first
        .first()
        .is_some_and(|word| parts.contains(&word.trim_end_matches(':')));
    let numbers =
        first == second && !first.is_empty() && one.split(' ').count() == other.split(' ').count();
    one != other && !part && (numbers || differ_by_one(one, other))
}

/// Whether the text names a version or an operating system.
pub(crate) fn names_system(text: &str) -> bool {
    names_version_in(text)
}

fn names_version_in(heading: &str) -> bool {
    let padded = format!("for {heading}");
    names_version(&words(&padded)) || version_word(heading)
}

/// `LAN Manager Version 2.2`, `Release 3`
fn version_word(heading: &str) -> bool {
    words(heading).windows(2).any(|pair| {
        pair[0].is(&["version", "versions", "release"])
            && pair[1].text.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// `Using the next command` and `Using the last command`.
fn differ_by_one(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) =
        (one.split(' ').collect(), other.split(' ').collect());
    let same = one
        .iter()
        .zip(&other)
        .filter(|(a, b)| a.eq_ignore_ascii_case(b))
        .count();
    let way = [
        "using", "use", "with", "by", "via", "test", "if", "in", "on", "for", "from", "to",
    ];
    let opens = one
        .first()
        .is_some_and(|word| way.contains(&word.to_lowercase().as_str()));
    let same_way = one.first().map(|word| word.to_lowercase())
        == other.first().map(|word| word.to_lowercase());
    opens && same_way && one.len() == other.len() && one.len() >= 4 && same + 1 == one.len()
}

/// Whether the sentence says that one of several things is to be picked.
pub(crate) fn offers_one(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let one = [
        "one of the following",
        "or more of the following",
        "one of these",
        "either of the following",
        "any of the following methods",
        "any one of the following",
        "appropriate method",
        "of the following two methods",
        "either of these",
        "of the following methods",
        "one of two ways",
        "of the following workarounds",
        "appropriate procedure",
        "two ways to",
        "of the following procedures",
        "one or more of the following",
    ];
    let acts = ![
        "occur",
        "receive",
        "appear",
        "symptom",
        "error",
        "causes",
        "conditions",
        "reasons",
        "happen",
        "is true",
        "are true",
    ]
    .iter()
    .any(|word| lower.contains(word));
    acts && (one.iter().any(|part| lower.contains(part)) || counts_ways(lead))
}

/// `There are two resolutions:`, `several ways to do it`: a number of ways, of which one does.
pub(crate) fn counts_ways(lead: &str) -> bool {
    let lower = lead.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = ["two", "three", "four", "five", "several", "multiple"];
    let ways = [
        "ways",
        "resolutions",
        "workarounds",
        "solutions",
        "methods",
        "alternatives",
    ];
    let counted = words
        .windows(2)
        .any(|pair| number.contains(&pair[0]) && ways.contains(&pair[1]))
        || words.windows(3).any(|three| {
            number.contains(&three[0]) && three[1] == "possible" && ways.contains(&three[2])
        });
    counted && lower.ends_with([':', '.'])
}

/// `How to find files on the server` and `To find files on the client`: one task done in two ways or places.
pub(crate) fn same_task(one: &str, other: &str) -> bool {
    let task = |heading: &str| {
        let lower = heading.to_lowercase();
        let openers = ["how to ", "steps to ", "to ", "procedure to "];
        let rest = openers.iter().find_map(|start| lower.strip_prefix(start));
        rest.map(|rest| {
            rest.split_whitespace()
                .map(str::to_string)
                .collect::<Vec<_>>()
        })
    };
    let (Some(one), Some(other)) = (task(one), task(other)) else {
        return false;
    };
    let same = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    same >= 4 && one.len() > same && other.len() > same
}

/// What to ask, and a name for it in a narrow place.
pub(crate) fn ask(kind: Option<Alternatives>) -> (&'static str, &'static str) {
    match kind {
        Some(Alternatives::Version) => ("Which of these applies to you?", "Version"),
        Some(Alternatives::Condition) => ("Which of these do you see?", "What you see"),
        Some(Alternatives::Method) => ("Which of these methods do you want to use?", "Method"),
        None => ("Which of these do you want to do?", "What to do"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_alternatives() {
        assert_eq!(
            alternative("Method 1: Use the Menu"),
            Some(Alternatives::Method)
        );
        assert_eq!(
            alternative("How to Print in Windows 3.1"),
            Some(Alternatives::Version)
        );
        assert_eq!(
            alternative("Gateway Version 2.2"),
            Some(Alternatives::Version)
        );
        assert_eq!(
            alternative("If the node is down"),
            Some(Alternatives::Condition)
        );
        assert_eq!(
            alternative("Workaround If the Node Is Down"),
            Some(Alternatives::Condition)
        );
        assert_eq!(alternative("How to Print"), None);
        assert_eq!(alternative("Method of Payment"), None);
    }

    #[test]
    fn headings_that_differ_by_a_number() {
        assert!(twins("Blue Game 1", "Blue Game 2"));
        assert!(!twins("Step 1: Open", "Step 2: Open"));
        assert!(!twins("Blue Game 1", "Red Game 2"));
        assert!(twins("Using the first command", "Using the last command"));
    }

    #[test]
    fn tasks_done_in_several_ways() {
        let examples = [
            (
                "How to Find Lost Files on the Server",
                "To Find Lost Files on the Client",
                true,
            ),
            (
                "Steps to Find the Lost Files on Tape",
                "To Find the Lost Files on Disk",
                true,
            ),
            (
                "To clear the old page at once",
                "To clear the old page later",
                true,
            ),
            ("To find files", "To find files on disk", false),
            (
                "Find the lost files on tape",
                "Find the lost files on disk",
                false,
            ),
        ];
        for (one, other, expected) in examples {
            assert_eq!(same_task(one, other), expected, "{one}");
        }
        assert!(!twins(
            "Using the same old tool",
            "Keeping the same old tool"
        ));
    }

    #[test]
    fn leads_that_offer_one() {
        assert!(offers_one("To mend it, use one of the following methods:"));
        assert!(!offers_one("One of the following errors may occur:"));
        assert!(offers_one("There are two ways to mend it:"));
        assert!(offers_one("There are several possible solutions:"));
        assert!(!counts_ways("Two of the disks are full."));
    }
}

#[cfg(test)]
mod offers {
    use super::*;

    #[test]
    fn leads_and_headings_that_are_none() {
        let leads = [
            ("Do one of the following:", true),
            ("Use either of these lids.", true),
            ("There are three methods of closing it:", true),
            ("The two ways are alike", false),
            ("Any of the following conditions are true:", false),
            ("Do the following:", false),
            ("", false),
        ];
        for (lead, expected) in leads {
            assert_eq!(offers_one(lead), expected, "{lead}");
        }
        let headings = [
            ("Second Option", Some(Alternatives::Method)),
            ("Workaround B", Some(Alternatives::Method)),
            ("When the lid is open", Some(Alternatives::Condition)),
            ("If so", None),
            ("Optional Lids", None),
            ("", None),
        ];
        for (heading, expected) in headings {
            assert_eq!(alternative(heading), expected, "{heading}");
        }
    }
}
