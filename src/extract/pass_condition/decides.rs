//! What a condition decides about: its own action, what a sentence behind it says to do, or nothing.
//!
//! ```text
//! action = what instructs or goes on | what is forbidden, in front of the condition | the steps nested below
//!        | a hazard | a statement that guides, in prose | in a note, what `you have` or `you use`
//! remedy = the next sentence, an instruction without a condition | "To" ("correct" | "avoid" ..) "this" ..      up to three sentences on
//! told   = what something is then, in a step; not what happens by itself (`an error may occur`, `they are added`)
//! ```
//! Where the article tells what is wrong (SYMPTOMS, CAUSE, STATUS) only instructions and notes count, and of those no `you can`.

use crate::extract::advice::points_elsewhere;
use crate::extract::clause;
use crate::extract::condition::{confirms, empty, forbids, guides, instructs_or_goes};
use crate::extract::hazard::is_hazard;
use crate::extract::instruction;
use crate::extract::opener::Clause;
use crate::extract::unit::{Follower, UnitKind};
use crate::extract::work::Work;
use crate::language::question::Opener;
use crate::language::verbs::is_participle;
use crate::language::word::{any, words};

/// What a condition decides about.
pub(super) enum Decides {
    /// Nothing that is to be done.
    Nothing,
    /// The action that it governs.
    Action,
    /// What this line, the next or a later one, says to do.
    Remedy(usize),
    /// What something is then: it tells the reader, and nothing hangs on it.
    Told,
}

/// Whether the condition decides whether something is to be done.
pub(super) fn decides(work: &Work, line: usize, clause: &Clause) -> Decides {
    let text = work.text(line);
    let condition = &text[clause.clause.clone()];
    let action = &text[clause.action.clone()];
    let unit = work.unit(line);
    if empty(condition)
        || clause.opener == Opener::When && !wanted(clause, condition, action)
        || matches!(unit.kind, UnitKind::Heading | UnitKind::Fact { .. })
    {
        return Decides::Nothing;
    }
    let tells = work.of_problem(unit);
    if instructs_or_goes(action) {
        let aside = tells && instruction::kind(action) == Some(instruction::Instruction::Can);
        return if aside {
            Decides::Nothing
        } else {
            Decides::Action
        };
    }
    let whole = condition.split(' ').count() > 2;
    let opens = clause.leading && whole;
    if !tells && whole && !clause.leading && forbids(action) {
        return Decides::Action;
    }
    if opens && !tells {
        if work.is_last(line) && unit.followed_by == Follower::Nested {
            return Decides::Action;
        }
        if let Some(remedy) = remedy(work, line) {
            return Decides::Remedy(remedy);
        }
    }
    let hazard = is_hazard(text) && !tells;
    let note =
        matches!(unit.kind, UnitKind::Note { .. }) && clause.leading && tells_of_reader(condition);
    let prose = matches!(unit.kind, UnitKind::Paragraph | UnitKind::Bullet { .. });
    let statement = opens && !tells && prose && !outcome(action) && guides(action);
    let step = matches!(unit.kind, UnitKind::StepText | UnitKind::StepDetail);
    if step && opens && !hazard && !confirms(action) && !happens(condition, action) {
        return Decides::Told;
    }
    if hazard || note || statement {
        Decides::Action
    } else {
        Decides::Nothing
    }
}

/// `When you want to keep it, press Save.`: what the reader wants, not when it is so.
fn wanted(clause: &Clause, condition: &str, action: &str) -> bool {
    let wants = ["you want to ", "you need to ", "you prefer to "];
    clause.leading
        && wants.iter().any(|start| condition.starts_with(start))
        && instruction::imperative_at(&words(action), 0)
}

/// What a program shows or may do then: a symptom, which leads to nothing to do.
fn outcome(action: &str) -> bool {
    words(action).iter().any(|word| {
        word.is(&[
            "may",
            "might",
            "error",
            "errors",
            "displays",
            "displayed",
            "appears",
            "appear",
            "shows",
            "assumes",
            "represent",
            "message",
            "returns",
            "returned",
            "occurs",
            "occur",
            "remains",
            "fails",
            "fail",
            "receive",
            "hang",
            "works",
            "work",
            "you're",
            "null",
            "value",
            "true",
            "false",
            "called",
            "raised",
            "remembered",
        ])
    })
}

/// `an error may occur`, `they are added`: what comes about by itself, and not by what the reader does.
fn happens(condition: &str, action: &str) -> bool {
    let words = words(action);
    let may = any(&words, &["may", "might"])
        && any(&words, &["occur", "appear", "error", "errors", "fail"]);
    let reader =
        condition.starts_with("you ") || words.first().is_some_and(|word| word.is(&["you"]));
    let behind = [
        "after", "when", "before", "until", "that", "which", "if", "to", "by",
    ];
    let main = words.iter().position(|word| word.is(&behind));
    let main = &words[..main.unwrap_or(words.len())];
    let done = main.windows(2).any(|pair| {
        pair[0].is(&["is", "are"])
            && !pair[1].is(&[
                "located",
                "installed",
                "used",
                "supported",
                "required",
                "needed",
                "finished",
            ])
            && is_participle(&pair[1].lower)
    });
    may || done && !reader
}

/// `you have …`, `you are using …`: what the reader can say of themselves.
fn tells_of_reader(condition: &str) -> bool {
    [
        "you have ",
        "you use ",
        "you are using ",
        "you are running ",
        "you run ",
    ]
    .iter()
    .any(|start| condition.starts_with(start))
}

/// How many sentences further on a remedy is looked for.
const REACH: usize = 3;

/// The sentence of the unit that says what to do about it: the next one, or a later one that points back (`To correct this, …`).
fn remedy(work: &Work, line: usize) -> Option<usize> {
    let rest = line + 1..work.lines_of(work.lines[line].unit).end;
    let corrects = |at: &usize| points_to_trouble(work.text(*at));
    let next = rest.clone().next()?;
    let text = work.text(next);
    if points_elsewhere(text) && text.starts_with("For ") {
        return None;
    }
    let says = clause::clauses(text).is_empty() && instruction::kind(text).is_some();
    let mut later = rest.take(REACH);
    if says && announces(work.text(line)) {
        // What the message says may be words like those of an instruction.
        let instructs = |at: &usize| instruction::imperative(work.text(*at));
        return later.take_while(instructs).last().or(Some(next));
    }
    says.then_some(next).or_else(|| later.find(corrects))
}

/// `…, the tool shows the following message: The disk is full.`
fn announces(text: &str) -> bool {
    text.contains(" following message: ")
}

/// `To correct this problem, clean the disk.`
fn points_to_trouble(text: &str) -> bool {
    let words = words(text);
    let at = |at: usize, any: &[&str]| words.get(at).is_some_and(|word| word.is(any));
    let mends = [
        "correct", "fix", "resolve", "solve", "remedy", "avoid", "prevent", "recover",
    ];
    at(0, &["to"]) && at(1, &mends) && at(2, &["this", "from"]) && instruction::imperative(text)
}
