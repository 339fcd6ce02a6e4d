//! When the reader can tell whether a clause holds: at once, at the step, or after everything is done.
//!
//! ```text
//! timing  = at the step    where the clause stands in or under one, and only that one shows it
//!         | after          behind a procedure of the section, and shown; behind what was tried, and lasting
//!         | before
//! shown   = points | result | seen | deed | place
//! points  = ("so" | "not" | "this" | "it" ..) .. | .. "step" .. | "the" ("following" | "check" ..) .. | .. "continues" ..
//! result  = .. ("message" | "appears" | "prompted" | "fails" | "problem" | "missing" | "restarts" ..) ..
//! seen    = .. ("exists" | "available" | "listed" | "blank" | "opens" ..) .. | .. ("there" | "present")             not of the reader
//!         | .. ("can" | "cannot" | "works" | "loads" ..) ..        not in a procedure's first step
//! deed    = "you" "have" {adverb} participle | "you" ["did" "not"] ("selected" | "clicked" | "typed" ..) ..
//! place   = .. ("box" | "tab" | "button" | "entry" ..) ("is" | "has" | "contains" ..) ..     what a step opens
//!         | .. ("in" | "on") .. ("box" | "tab" | "list" ..)
//! lasting = .. ("continues" | "persists" | "still") .. | (.. "this" | .. "steps") .. ("resolve" | "help" | "work" ..) ..
//! ```

use super::unit::UnitKind;
use super::work::Work;
use super::{Role, StepId, Timing};
use crate::language::verbs::is_participle;
use crate::language::word::{Word, any, words};

/// How many sentences back something that was to be tried is looked for.
const FURTHEST: usize = 12;

/// When the reader can tell whether the clause holds.
pub(crate) fn timing(work: &Work, line: usize, clause: &str) -> Timing {
    let unit = work.unit(line);
    match (unit.kind, unit.step) {
        (UnitKind::StepText | UnitKind::StepDetail, Some(step))
            if shown(clause, is_first(work, step)) =>
        {
            Timing::At(step)
        }
        (UnitKind::Paragraph | UnitKind::Bullet { .. }, None)
            if behind_procedure(work, line, clause) || behind_advice(work, line, clause) =>
        {
            Timing::After
        }
        _ => Timing::Before,
    }
}

/// Whether nothing was done before the step.
fn is_first(work: &Work, step: StepId) -> bool {
    let step = &work.out.steps[step.0];
    let first = work.out.procedures[step.procedure].steps.first();
    let outermost = step.parent.is_none();
    outermost && first.is_some_and(|first| work.out.steps[first.0].path == step.path)
}

fn behind_procedure(work: &Work, line: usize, clause: &str) -> bool {
    work.procedure_before(line).is_some() && shows_only_then(&words(clause))
}

/// Whether the clause tells that what the sentences before it said to do did not help.
fn behind_advice(work: &Work, line: usize, clause: &str) -> bool {
    let section = work.unit(line).section;
    let before = (1..=FURTHEST).map_while(|back| line.checked_sub(back));
    let mut before = before.take_while(|before| work.unit(*before).section == section);
    lasts(&words(clause)) && before.any(|before| work.lines[before].role == Role::Advice)
}

/// Whether only the step itself shows it; `first` is whether nothing was done before it.
fn shown(clause: &str, first: bool) -> bool {
    let words = words(clause);
    shows_only_then(&words) || seen(&words, first) || deed(&words) || place(&words)
}

fn opens(words: &[Word], list: &[&str]) -> bool {
    words.first().is_some_and(|word| word.is(list))
}

/// A message, a prompt, a result, something that points back.
fn shows_only_then(words: &[Word]) -> bool {
    let back = ["so", "not", "this", "that", "it", "they", "these"];
    opens(words, &back) || any(words, RESULTS) || points_at_step(words)
}

/// `the check box is clear`, `either of these lines is there`, `step 3 fails`: only who is at the step knows which.
fn points_at_step(words: &[Word]) -> bool {
    let at = |at: usize, any: &[&str]| words.get(at).is_some_and(|word| word.is(any));
    let bare = at(0, &["the"]) && at(1, &["following", "check", "list", "box"]);
    let goes_on = any(words, &["continue", "continues"]);
    let front = words.get(..3).unwrap_or(words);
    let these = any(front, &["these", "following"]);
    bare || these || any(words, &["step", "steps"]) || goes_on && !at(0, &["you"])
}

/// What a look at the screen tells, and behind a first step what the steps before led to.
fn seen(words: &[Word], first: bool) -> bool {
    let of_reader = opens(words, &["you", "your"]);
    let ends = words
        .last()
        .is_some_and(|last| last.is(&["there", "present"]));
    !of_reader && (any(words, SEEN) || ends) || !first && any(before_relative(words), LED_TO)
}

/// The words up to where something is told of a thing: `a lid that can open`.
fn before_relative<'w, 'a>(words: &'w [Word<'a>]) -> &'w [Word<'a>] {
    let relative = words
        .iter()
        .skip(1)
        .position(|word| word.is(&["that", "which", "who"]));
    relative.and_then(|at| words.get(..at + 1)).unwrap_or(words)
}

/// `you have closed the lid`, `you have not closed it`, `you selected the first option`: what the steps before had the reader do.
fn deed(words: &[Word]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    let skipped =
        |rest: &[Word], list: &[&str]| rest.iter().take_while(|word| word.is(list)).count();
    let has = rest.first().is_some_and(|word| word.is(&["have"]));
    let denied = skipped(rest, &["did", "not", "didn't"]);
    let behind = 1 + skipped(rest.get(1..).unwrap_or(&[]), &["not", "just", "now"]);
    let done = |at: usize, fits: fn(&Word) -> bool| rest.get(at).is_some_and(fits);
    first.is(&["you"])
        && (has
            && done(behind, |word| {
                is_participle(&word.lower) && !word.is(LONG_BEFORE)
            })
            || done(denied, |word| word.is(PICKED))
            || denied > 0 && done(denied, |word| word.is(PICK)))
}

/// What a step opens is told of, or something in it.
fn place(words: &[Word]) -> bool {
    let told = words.windows(2).any(|pair| match pair {
        [thing, verb] => thing.plain() && thing.is(PLACES) && verb.is(TELLS),
        _ => false,
    });
    let ends = words
        .last()
        .is_some_and(|last| last.is(&["box", "tab", "list", "menu", "pane", "column", "field"]));
    let inside = any(words, &["in", "on", "under"]);
    let of_reader = opens(words, &["you"]);
    !of_reader && (told || ends && inside)
}

/// Whether the clause tells that something lasts, or that what was done did not help.
fn lasts(words: &[Word]) -> bool {
    let helped = any(words, HELPS)
        && (opens(words, BACK) || any(words, &["steps", "step", "method", "procedure"]));
    helped
        || any(words, &["persists", "persist", "still"])
        || any(words, &["continues", "continue"]) && any(words, RESULTS)
}

const BACK: &[&str] = &["this", "that", "these", "it", "none", "neither"];

const HELPS: &[&str] = &[
    "resolve",
    "resolves",
    "correct",
    "corrects",
    "solve",
    "solves",
    "fix",
    "fixes",
    "help",
    "helps",
    "work",
    "works",
    "successful",
    "unsuccessful",
    "fail",
    "fails",
];

/// What a program shows or tells, and how things went.
const RESULTS: &[&str] = &[
    "receive",
    "received",
    "encounter",
    "prompted",
    "prompts",
    "asked",
    "appears",
    "appear",
    "displayed",
    "see",
    "persists",
    "persist",
    "still",
    "succeeds",
    "successful",
    "successfully",
    "fails",
    "failed",
    "works",
    "problem",
    "problems",
    "issue",
    "issues",
    "behavior",
    "message",
    "error",
    "errors",
    "find",
    "finds",
    "returned",
    "returns",
    "completes",
    "completed",
    "dialog",
    "occurs",
    "occur",
    "occurred",
    "missing",
    "found",
    "unavailable",
    "dimmed",
    "satisfied",
    "freezes",
    "hangs",
    "restarts",
    "responding",
];

/// What is on the screen or is not.
const SEEN: &[&str] = &[
    "exist",
    "exists",
    "available",
    "listed",
    "blank",
    "visible",
    "cleared",
    "checked",
    "grayed",
    "gray",
    "highlighted",
    "opens",
    "shows",
    "displays",
    "indicates",
    "reads",
    "reports",
    "automatically",
    "resolves",
    "resolve",
];

/// What only shows when something was done.
const LED_TO: &[&str] = &[
    "can", "cannot", "can't", "unable", "able", "works", "work", "fail", "loads", "starts",
    "boots", "plays", "play", "prints", "freeze", "hang", "restart", "respond", "responds",
];

/// What the reader may have done long before.
const LONG_BEFORE: &[&str] = &[
    "applied",
    "been",
    "bought",
    "configured",
    "got",
    "had",
    "installed",
    "purchased",
    "upgraded",
    "used",
];

/// What the reader did with a control.
const PICKED: &[&str] = &[
    "selected", "clicked", "chose", "typed", "entered", "pressed", "answered", "picked",
];

/// The same behind `did not`.
const PICK: &[&str] = &[
    "select", "click", "choose", "type", "enter", "press", "answer", "pick",
];

/// What a step opens, and what is in it.
const PLACES: &[&str] = &[
    "box", "tab", "page", "sheet", "window", "menu", "list", "command", "button", "option",
    "subkey", "key", "entry", "value", "wizard", "pane", "column", "field", "screen", "icon",
    "line", "node", "item",
];

/// Verbs that tell of it.
const TELLS: &[&str] = &[
    "is", "are", "isn't", "aren't", "has", "contains", "does", "doesn't", "shows", "lists", "was",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(judge: impl Fn(&str) -> bool, yes: &[&str], no: &[&str]) {
        for text in yes {
            assert!(judge(text), "{text}");
        }
        for text in no {
            assert!(!judge(text), "{text}");
        }
    }

    #[test]
    fn clauses_that_only_the_step_shows() {
        check(
            |clause| shown(clause, true),
            &[
                "so",
                "the copy fails",
                "a message appears",
                "you have closed the lid",
                "you have not closed the lid",
                "you selected the small lid",
                "you did not select the small lid",
                "the following line is there",
                "the Lid button is dark",
                "the Lids key does not open",
                "no lid is listed",
                "the lid is named in the Lids box",
                "you are satisfied with the lid",
            ],
            &[
                "the lid is old",
                "you use a modem",
                "you have a lid",
                "you have a lid available",
                "the fan can stop",
                "you can open it",
                "you did it",
                "you have already closed the lid",
                "you have installed the lid",
                "you work on a list",
                "",
            ],
        );
    }

    #[test]
    fn clauses_that_the_steps_before_lead_to() {
        check(
            |clause| shown(clause, false),
            &[
                "you can open the lid",
                "the fan cannot stop",
                "the engine starts",
            ],
            &[
                "the lid is old",
                "you have a lid",
                "the lid that can open is old",
                "",
            ],
        );
    }

    #[test]
    fn clauses_that_tell_how_it_went() {
        check(
            |clause| lasts(&words(clause)),
            &[
                "the noise persists",
                "the problem continues to occur",
                "this does not help",
                "the steps do not resolve it",
            ],
            &[
                "the lid is old",
                "you want to continue",
                "this lid is old",
                "you work at night",
                "",
            ],
        );
    }
}
