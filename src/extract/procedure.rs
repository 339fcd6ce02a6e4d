//! Which lists are procedures, and what a procedure is for.
//!
//! A procedure is a numbered or lettered list of things to do. A numbered list of products, facts, files
//! or causes is not one, and neither is one that says what a program does.
//!
//! ```text
//! procedure  = (numbered | lettered) list, a share of it instructions, behind a lead that does not tell, and no questions with answers
//!            | task list with an instruction
//!            | bullets under a step, six of ten instructions, behind a lead that names no things and offers no alternatives
//! share      = 0.2 behind "To" .. or .. ("step" | "do the following" ..) | 0.7 behind or under "cause" | "symptom" .. | else 0.4
//! tells      = subject, not you  ("does" | "performs" | "will" "do" ..) .. ("following" | "these" | "steps" ..) .. ":"
//! names      = .. ("rights" | "options" | "files" ..) ":"
//! reproduces = heading with ("reproduc" | "to simulate" ..) | "demonstrat", no "how to" | "symptoms"
//!            | lead with ("reproduc" | "to see the problem" | "illustrate" ..), no "how to"
//! ```

use super::instruction::instructs;
use crate::document::{Block, Item, List, ListKind};
use crate::language::sentence::sentences;
use crate::language::word::{Word, words};
use crate::text::Prose;

/// Whether the list is one of steps. `lead` is the paragraph that introduces it, `nested` says whether it stands under a step.
pub(crate) fn steps_of(list: &List, lead: &str, heading: &str, nested: bool) -> bool {
    let share = share_of_instructions(list);
    match list.kind {
        ListKind::Numbered | ListKind::Lettered => {
            if tells_what_something_does(lead) || answers_questions(list) {
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

/// Whether most items are questions with their answers. `Is the lid open? If so, close it.` asks about the reader's state and is a step.
///
/// ```text
/// question = … ("why" | "what" | "how" | "where" | "which" | "who" | "when") … "?"      first word or last one
///          | … ("I" | "my" | "we" | "our") … "?"
///          | … "?" ("Yes" | "No") …
/// ```
fn answers_questions(list: &List) -> bool {
    let asks = |item: &&Item| item.text().is_some_and(|text| answers_one(text.as_str()));
    let count = list.items.iter().filter(asks).count();
    count > 1 && 2 * count > list.items.len()
}

fn answers_one(text: &str) -> bool {
    const WORDS: &[&str] = &["why", "what", "how", "where", "which", "who", "when"];
    let sentences: Vec<_> = sentences(text)
        .into_iter()
        .take(4)
        .filter_map(|range| text.get(range))
        .collect();
    let asks = |sentence: &str| {
        let words = words(sentence);
        let opens = words.first().is_some_and(|word| word.is(WORDS));
        sentence.ends_with('?')
            && (opens || words.iter().any(|word| word.is(&["i", "my", "we", "our"])))
    };
    let answered = sentences.windows(2).any(|pair| {
        let answer = words(pair[1])
            .first()
            .is_some_and(|word| word.is(&["yes", "no"]));
        pair[0].ends_with('?') && answer
    });
    answered || sentences.iter().any(|sentence| asks(sentence))
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

pub(super) fn last_sentence(text: &str) -> &str {
    sentences(text)
        .pop()
        .and_then(|range| text.get(range))
        .unwrap_or("")
}

/// The share of the items, nested ones left out, that hold an instruction.
///
/// An item of which the steps are nested is one (`Check the cable` as a heading, or a statement, over `a.` and `b.`), and so is one
/// that shows code in a list that starts with an instruction.
fn share_of_instructions(list: &List) -> f32 {
    let walks = list.items.first().is_some_and(item_says);
    let count = list
        .items
        .iter()
        .filter(|item| item_says(item) || nests_steps(item) || walks && shows_code(item))
        .count();
    count as f32 / list.items.len().max(1) as f32
}

fn item_says(item: &Item) -> bool {
    match item.blocks.first() {
        Some(Block::Paragraph(prose)) => {
            any_instructs(prose.as_str()) || prose.as_str().starts_with("This step ")
        }
        Some(Block::List(list)) => share_of_instructions(list) > 0.5,
        _ => false,
    }
}

/// A question with its answer (`Q. How do I …?`) and a chapter in capitals nest steps without being one.
fn nests_steps(item: &Item) -> bool {
    let text = item.text().map_or("", Prose::as_str);
    let asks = text.ends_with('?') || text.starts_with("Q.") || text.starts_with("Q:");
    let chapter = !text.chars().any(char::is_lowercase);
    !asks
        && !chapter
        && item.blocks.iter().any(|block| match block {
            Block::List(list) => {
                matches!(list.kind, ListKind::Numbered | ListKind::Lettered)
                    && share_of_instructions(list) > 0.5
            }
            _ => false,
        })
}

fn shows_code(item: &Item) -> bool {
    let codes = |block: &Block| matches!(block, Block::Code(_));
    item.text()
        .is_some_and(|text| text.as_str().starts_with("The following "))
        && item.blocks.iter().any(codes)
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
    sentence_reproduces(last_sentence(lead)) || shows_this(lead)
}

/// `The form below demonstrates this behavior. It assumes a table of names.`: said of the problem itself, before the last sentence.
fn shows_this(lead: &str) -> bool {
    let said = sentences(lead)
        .into_iter()
        .filter_map(|range| lead.get(range))
        .any(|sentence| {
            let words = words(sentence);
            words.windows(2).any(|pair| {
                pair[0].is(&["this", "the"])
                    && pair[1].is(&["problem", "behavior", "bug", "error", "issue", "limitation"])
            }) && sentence_reproduces(sentence)
        });
    said && !mends(last_sentence(lead)) && !last_sentence(lead).starts_with("To ")
}

/// Whether the words tell of a way out of the problem.
pub(crate) fn mends(text: &str) -> bool {
    const WAYS: &[&str] = &[
        "resol",
        "correct",
        "workaround",
        "work around",
        "working around",
        "solution",
        "solve",
        "fix ",
        "avoid",
        "prevent",
        "method",
        "alternative",
        "how to",
    ];
    let lower = text.to_lowercase();
    WAYS.iter().any(|way| lower.contains(way))
}

/// Whether a list under a heading that promises no remedy ends in the problem that the title names a bug:
/// `4. Press F5. You receive the error message.`
pub(crate) fn ends_in_the_problem(list: &List, lead: &str) -> bool {
    const SHOWN: &[&str] = &[
        "you receive the error",
        "you receive the following error",
        "you will receive the error",
        "you will receive the following error",
        "you get the error",
        "you get the following error",
        "you will get the following error",
        "the following error message appears",
        "the following error appears",
        "the following error occurs",
        "the error occurs",
        "the error message appears",
        "the problem occurs",
        "the behavior occurs",
        "notice the error",
        "note the error",
        "notice that the error",
    ];
    let last = list.items.last().and_then(Item::text);
    last.is_some_and(|text| {
        let lower = text.as_str().to_lowercase();
        !lower.starts_with("if ") && SHOWN.iter().any(|words| lower.contains(words))
    }) && !mends(lead)
}

/// Whether a block tells what was seen or expected, as a report of a bug does behind its steps: `RESULTS:`, `Expected Result: …`.
///
/// ```text
/// results = ["expected" | "actual"] ("result" | "results") ":" … | "expected" ":" …
/// ```
pub(crate) fn tells_results(block: &Block) -> bool {
    let text = match block {
        Block::Paragraph(prose) => prose.as_str(),
        Block::Code(code) => code.text.as_str(),
        _ => return false,
    };
    let head = text.split(':').next().unwrap_or("").to_lowercase();
    let heads = [
        "result",
        "results",
        "expected",
        "expected result",
        "expected results",
        "actual result",
        "actual results",
    ];
    head.len() < text.len() && heads.contains(&head.trim())
}

/// Whether the last item tells the results.
pub(crate) fn last_tells_results(list: &List) -> bool {
    let last = list.items.last();
    last.is_some_and(|item| item.blocks.iter().skip(1).any(tells_results))
}

/// Whether a title names a bug or a problem: `BUG: …`, `PRB: …`, `FIX: …`.
pub(crate) fn names_a_bug(title: &str) -> bool {
    ["BUG:", "PRB:", "FIX:"]
        .iter()
        .any(|tag| title.contains(tag))
}

fn sentence_reproduces(sentence: &str) -> bool {
    let lead = sentence.to_lowercase();
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
    shows.iter().any(|word| lead.contains(word)) || steps_cause(&lead)
}

/// `The problem occurs when you follow these steps:`
fn steps_cause(lead: &str) -> bool {
    const WHAT: &[&str] = &["problem", "behavior", "error", "issue", "bug"];
    const HAPPENS: &[&str] = &[
        "occur",
        "appear",
        "cause",
        "result in",
        "produce",
        "generate",
        "happen",
    ];
    let has = |list: &[&str]| list.iter().any(|word| lead.contains(word));
    let steps = ["these steps", "following steps", "steps below"];
    has(&steps)
        && has(WHAT)
        && has(HAPPENS)
        && !mends(lead)
        && !lead.starts_with("to ")
        && !lead.starts_with("if ")
        && !["please", "try ", "determine", "troubleshoot"]
            .iter()
            .any(|word| lead.contains(word))
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
    fn results_are_told() {
        for (text, expected) in [
            ("RESULTS: The lid stays open.", true),
            ("Expected Result:", true),
            ("Result codes are listed below.", false),
            ("The results: none.", false),
        ] {
            let block =
                Block::Paragraph(Prose::folded(text, crate::span::Span::new(0, text.len())));
            assert_eq!(tells_results(&block), expected, "{text}");
        }
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
        assert!(lead_reproduces(
            "The form below demonstrates this behavior. It assumes a table of names."
        ));
        assert!(!lead_reproduces(
            "The form below demonstrates this behavior. To correct it, do this:"
        ));
        assert!(lead_reproduces(
            "The error appears when you follow these steps:"
        ));
        assert!(!lead_reproduces("If the error appears, try these steps:"));
        assert!(names_a_bug("BUG: The Tray Stays Shut"));
        assert!(!names_a_bug("How to Open the Tray"));
        assert!(mends("Steps to Correct the Tray"));
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
        (
            "Questions:",
            "1. My fan is loud. Why? Clean the fan.\n2. Do I need a lid? No. Leave it open.",
            false,
            false,
        ),
        (
            "Check this:",
            "1. Is the lid open? If so, close it.\n2. Is the fan loud? Clean it.",
            false,
            true,
        ),
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
