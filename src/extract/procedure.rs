//! Which lists are procedures, and what a procedure is for.
//!
//! A procedure is a numbered or lettered list of things to do. A numbered list of products, facts, files
//! or causes is not one, and neither is one that says what a program does.
//!
//! ```text
//! procedure  = (numbered | lettered) list, a share of it instructions, behind a lead that does not tell
//!            | task list with an instruction
//!            | bullets under a step, six of ten instructions, behind a lead that names no things and offers no alternatives
//! share      = 0.2 behind "To" .. or .. ("step" | "do the following" ..) | 0.7 behind or under "cause" | "symptom" .. | else 0.4
//! tells      = subject, not you  ("does" | "performs" | "will" "do" ..) .. ("following" | "these" | "steps" ..) .. ":"
//! names      = .. ("rights" | "options" | "files" ..) ":"
//! reproduces = heading with ("reproduc" | "to simulate" ..) | "demonstrat", no "how to" | "symptoms"
//!            | lead with ("reproduc" | "to see the problem" | "illustrate" ..), no "how to"
//! ```

use super::instruction::instructs;
use crate::document::{Block, List, ListKind};
use crate::language::sentence::sentences;
use crate::language::word::{Word, words};

/// Whether the list is one of steps. `lead` is the paragraph that introduces it, `nested` says whether it stands under a step.
pub(crate) fn steps_of(list: &List, lead: &str, heading: &str, nested: bool) -> bool {
    let share = share_of_instructions(list);
    match list.kind {
        ListKind::Numbered | ListKind::Lettered => {
            if tells_what_something_does(lead) {
                return false;
            }
            share >= threshold(lead, heading)
        }
        ListKind::Task => share > 0.0,
        ListKind::Bulleted => {
            nested && share >= 0.6 && !offers_alternatives(list, lead) && !names_things(lead)
        }
    }
}

/// How many of the items must instruct for the list to be one of steps.
fn threshold(lead: &str, heading: &str) -> f32 {
    let lead = last_sentence(lead).to_lowercase();
    let heading = heading.to_lowercase();
    let promises = [
        "step",
        "guideline",
        "procedure",
        "do this",
        "do the following",
        "instruction",
    ];
    let facts = [
        "cause",
        "reason",
        "symptom",
        "limitation",
        "known problem",
        "occurs",
        "because",
    ];
    let title = ["cause", "symptoms", "status"];
    if lead.starts_with("to ") {
        0.2 // `To find out which server it is:` says what the list is for, wherever it stands
    } else if facts.iter().any(|word| lead.contains(word)) || title.contains(&heading.trim()) {
        0.7
    } else if promises.iter().any(|word| lead.contains(word)) {
        0.2
    } else {
        0.4
    }
}

fn last_sentence(text: &str) -> &str {
    sentences(text)
        .pop()
        .and_then(|range| text.get(range))
        .unwrap_or("")
}

/// The share of the items, nested ones left out, that hold an instruction.
fn share_of_instructions(list: &List) -> f32 {
    let count = list
        .items
        .iter()
        .filter(|item| match item.blocks.first() {
            Some(Block::Paragraph(prose)) => any_instructs(prose.as_str()),
            Some(Block::List(list)) => share_of_instructions(list) > 0.5,
            _ => false,
        })
        .count();
    count as f32 / list.items.len().max(1) as f32
}

fn any_instructs(text: &str) -> bool {
    sentences(text)
        .into_iter()
        .take(3)
        .any(|range| text.get(range).is_some_and(instructs))
}

/// `Setup does the following:`, `the compiler will perform these steps:`: facts about a program.
///
/// ```text
/// tells = subject, not you  verb … ("following" | "these" | "this" | "steps" | "actions") … ":"
/// verb  = "does" | "performs" | … | ("will" | "would" | "may") ("do" | "perform" | …)
/// ```
fn tells_what_something_does(lead: &str) -> bool {
    const THIRD: &[&str] = &["does", "performs", "executes", "takes", "goes", "follows"];
    const BASE: &[&str] = &["do", "perform", "execute", "take", "go", "follow"];
    let sentence = last_sentence(lead);
    let words = words(sentence);
    let names = |word: &Word| word.is(&["following", "these", "this", "steps", "actions"]);
    let does = |at: &usize| {
        let before = &words[at - 1];
        let is_verb = words[*at].is(THIRD) && !before.is(&["as"])
            || words[*at].is(BASE) && before.is(&["will", "would", "may"]);
        is_verb && (at + 1..words.len().min(at + 5)).any(|next| names(&words[next]))
    };
    let Some(at) = (1..words.len()).find(does) else {
        return false;
    };
    let addressed = words[..at]
        .iter()
        .any(|word| word.is(&["you", "if", "to", "steps", "please", "when", "and", "or"]));
    !addressed && sentence.ends_with(':')
}

/// `the following user rights:`, `these options:`: what follows are names, though they may read as instructions.
fn names_things(lead: &str) -> bool {
    let things = [
        "rights",
        "right",
        "privileges",
        "permissions",
        "options",
        "services",
        "files",
        "components",
        "items",
        "values",
        "settings",
        "menus",
        "commands",
        "features",
        "programs",
        "boxes",
        "entries",
        "keys",
        "buttons",
        "properties",
        "errors",
        "messages",
        "information",
        "folders",
    ];
    let words = words(lead);
    lead.ends_with(':') && words.iter().rev().take(2).any(|word| word.is(&things))
}

/// Bullets that are alternatives (`-or-`) or that a lead offers as such are a choice, not steps.
fn offers_alternatives(list: &List, lead: &str) -> bool {
    list.items.iter().any(|item| item.separator.is_some())
        || lead.to_lowercase().contains("one of the following")
}

/// Whether a heading names steps that show the problem.
pub(crate) fn reproduces(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    let shows = [
        "reproduc",
        "repro steps",
        "to recreate",
        "to re-create",
        "to simulate",
    ];
    let mends = ["workaround", "work around", "solution", "how to"]
        .iter()
        .any(|word| heading.contains(word));
    let demonstrates = heading.contains("demonstrat");
    shows.iter().any(|word| heading.contains(word))
        || demonstrates && !mends
        || heading == "symptoms"
}

/// Whether the paragraph in front of a list says that it shows the problem.
pub(crate) fn lead_reproduces(lead: &str) -> bool {
    let lead = last_sentence(lead).to_lowercase();
    let teaches = [
        "how to",
        "how you can",
        "workaround",
        "work around",
        "use of",
    ]
    .iter()
    .any(|word| lead.contains(word));
    if teaches && !lead.contains("reproduc") {
        return false;
    }
    let shows = [
        "reproduc",
        "demonstrat",
        "to recreate th",
        "to re-create th",
        "recreates th",
        "re-creates th",
        "to see this error",
        "shows the problem",
        "shows this problem",
        "to simulate",
        "to see the problem",
        "to see this problem",
        "to see this behavior",
        "to observe",
        "illustrate",
        "to duplicate the",
        "to cause the",
        "to see the error",
    ];
    shows.iter().any(|word| lead.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_not_instructed() {
        assert!(tells_what_something_does(
            "At startup the service does the following:"
        ));
        assert!(tells_what_something_does(
            "On a cold start the loader will perform these steps:"
        ));
        for lead in [
            "To mend it, follow these steps:",
            "The tray can be changed as follows:",
            "Emptying the folder will bring the button back:",
            "For each printer that will be shared, do the following:",
        ] {
            assert!(!tells_what_something_does(lead), "{lead}");
        }
        assert!(!tells_what_something_does(
            "If it does not start, do the following:"
        ));
    }

    #[test]
    fn some_steps_show_the_problem() {
        assert!(reproduces("Steps to Reproduce the Error"));
        assert!(!reproduces("Demonstration of the Workaround"));
        assert!(reproduces("Steps to Reproduce and Work Around the Error"));
        assert!(lead_reproduces("It works. To see the problem, do this:"));
        assert!(lead_reproduces("To recreate this error in the editor:"));
        assert!(!lead_reproduces(
            "This example demonstrates how to sort a list:"
        ));
        assert!(!lead_reproduces(
            "Reproduction is hard. To mend it, do this:"
        ));
    }
}

#[cfg(test)]
mod lists {
    use super::*;
    use crate::document::read;

    /// A lead, a list in Markdown, whether it stands under a step, and whether it is one of steps.
    const EXAMPLES: &[(&str, &str, bool, bool)] = &[
        (
            "Follow these steps:",
            "1. Press Stop.\n2. Wait.",
            false,
            true,
        ),
        (
            "To find the lid:",
            "1. Press Stop.\n2. The light is on.\n3. The lid is on the left.",
            false,
            true,
        ),
        (
            "The device does the following:",
            "1. Start the fan.\n2. Close the lid.",
            false,
            false,
        ),
        (
            "The possible causes are:",
            "1. The lid is open.\n2. Press Stop.",
            false,
            false,
        ),
        ("The parts are:", "1. The lid.\n2. The fan.", false, false),
        ("Tasks", "- [ ] Press Stop.\n- [ ] The lid.", false, true),
        ("Do this:", "- Press Stop.\n- Close the lid.", true, true),
        ("Do this:", "- Press Stop.\n- Close the lid.", false, false),
        (
            "Do one of the following:",
            "- Press Stop.\n- Close the lid.",
            true,
            false,
        ),
        (
            "The panel has the following buttons:",
            "- Press\n- Close",
            true,
            false,
        ),
    ];

    #[test]
    fn lists_of_steps() {
        for (lead, source, nested, expected) in EXAMPLES {
            let document = read("lid", source.as_bytes());
            let Some(Block::List(list)) = document.sections[0].blocks.first() else {
                panic!("{source}");
            };
            assert_eq!(steps_of(list, lead, "", *nested), *expected, "{lead}");
        }
    }
}
