//! Questions that only a step reveals, or that come afterwards: they stay open unless the reader answers them now.

use super::session::{Reply, Session};
use crate::extract::Timing;
use crate::guide::Guide;
use crate::interview::replay;
use crate::print::{Mark, Sheet};
use std::io;

/// Offers the open questions until there are none or the reader leaves them. Gives whether to go back to
/// the interview.
pub fn ask(session: &mut Session<impl io::BufRead, impl io::Write>) -> io::Result<bool> {
    while !session.ended {
        let open = open(session);
        if open.is_empty() {
            break;
        }
        list(session, &open)?;
        let Some(line) = session.line()? else { break };
        match line.to_lowercase().as_str() {
            "" | "q" => break,
            "b" => {
                session.back()?;
                return Ok(true);
            }
            typed => match number(typed).and_then(|number| open.get(number)) {
                Some(index) => one(session, *index)?,
                None => session.say(&format!(
                    "Type a number from 1 to {}, or Enter to leave them open.",
                    open.len()
                ))?,
            },
        }
    }
    session.plan()?; // again only where an answer has changed it
    Ok(false)
}

fn number(typed: &str) -> Option<usize> {
    typed.parse::<usize>().ok()?.checked_sub(1)
}

/// The later questions without an answer, those at steps first.
fn open(session: &Session<impl io::BufRead, impl io::Write>) -> Vec<usize> {
    let questions = &session.guide.questions;
    let mut open = replay(session.guide, &session.answers).later;
    open.retain(|index| {
        let question = questions.get(*index);
        question.is_some_and(|question| !session.answers.contains_key(&question.id))
    });
    open.sort_by_key(|index| matches!(questions[*index].timing, Timing::After));
    open
}

fn list(session: &mut Session<impl io::BufRead, impl io::Write>, open: &[usize]) -> io::Result<()> {
    let mut sheet = Sheet::default();
    sheet.heading("Open questions");
    for (number, index) in open.iter().enumerate() {
        let Some(question) = session.guide.questions.get(*index) else {
            continue;
        };
        let when = when(session.guide, question.timing);
        let mark = Mark::Label(format!("{}.", number + 1));
        sheet.item(0, mark, format!("{when}: {}", question.text));
    }
    sheet.paragraph(0, "Answer now? Type a number, or Enter to leave them open.");
    session.gap()?;
    session.show(&sheet)
}

/// Where in the plan a question comes up.
fn when(guide: &Guide, timing: Timing) -> String {
    match timing {
        Timing::Before => "Before the steps".into(),
        Timing::At(step) => {
            let path = guide.extraction.steps.get(step.0);
            format!("At step {}", path.map_or("", |step| step.path.as_str()))
        }
        Timing::After => "Afterwards".into(),
    }
}

/// Asks one of them; whatever is no answer leaves it open.
fn one(session: &mut Session<impl io::BufRead, impl io::Write>, index: usize) -> io::Result<()> {
    let timing = session.guide.questions[index].timing;
    session.question(index, &when(session.guide, timing))?;
    match session.reply(index)? {
        Reply::Quit => {
            session.ended = true;
            Ok(())
        }
        Reply::Answered | Reply::Left | Reply::Back | Reply::Ended => Ok(()),
    }
}
