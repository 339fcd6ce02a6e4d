//! The interview in the terminal: one question at a time, then the plan, then what is still open.
//!
//! It keeps nothing but the answers: after each of them the interview is replayed.

mod open;
mod session;

use super::{Error, article, output};
use crate::interview::replay;
use session::{Reply, Session};
use std::io::{self, IsTerminal};
use std::path::Path;

/// Asks on standard output and reads the answers from standard input.
pub fn ask(path: &Path) -> Result<(), Error> {
    if article::is_stdin(path) {
        let text = "the answers are read from standard input, so the article has to be a file";
        return Err(Error::usage(text));
    }
    let guide = article::guide(path)?;
    let (input, out) = (io::stdin(), io::stdout());
    let mut session = Session::new(&guide, input.lock(), out.lock());
    session.path = path.display().to_string();
    session.width = output::width();
    // A terminal shows what is typed; a file or pipe does not.
    session.echo = !input.is_terminal();
    output::written(interview(&mut session))
}

/// The whole session: the questions, the plan, what is open; `b` at the end comes back to the questions.
fn interview(session: &mut Session<impl io::BufRead, impl io::Write>) -> io::Result<()> {
    session.title()?;
    loop {
        if !questions(session)? {
            return Ok(());
        }
        session.plan()?;
        if !open::ask(session)? {
            return Ok(());
        }
    }
}

/// Asks what is to be known before the procedure. Gives whether to go on with the plan.
fn questions(session: &mut Session<impl io::BufRead, impl io::Write>) -> io::Result<bool> {
    while !session.ended {
        let interview = replay(session.guide, &session.answers);
        let Some(index) = interview.next else { break };
        let position = interview.path.iter().position(|one| *one == index);
        let (number, all) = (position.unwrap_or(0) + 1, interview.path.len());
        session.question(index, &format!("Question {number} of {all}"))?;
        match session.reply(index)? {
            Reply::Answered | Reply::Ended => {}
            Reply::Left => session.say("Answer with a number, or u if you are not sure.")?,
            Reply::Back => session.back()?,
            Reply::Quit => return Ok(false),
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests;
