//! Answers as they are written on the command line.

use super::Error;
use crate::guide::{Guide, Question};
use crate::interview::Answers;

/// Reads `ID=VALUE` pairs against the guide's questions. The last one of an ID holds.
pub fn parse(guide: &Guide, given: &[String]) -> Result<Answers, Error> {
    let mut answers = Answers::new();
    for pair in given {
        let Some((id, value)) = pair.split_once('=') else {
            let text = format!("“{pair}” is no answer; write it as ID=VALUE");
            return Err(Error::usage(text));
        };
        let question = guide.question(id).ok_or_else(|| no_question(guide, id))?;
        let answer = question.parse_answer(value);
        let answer = answer.ok_or_else(|| no_answer(question, value))?;
        answers.insert(id.to_string(), answer);
    }
    Ok(answers)
}

fn no_question(guide: &Guide, id: &str) -> Error {
    let ids = guide.questions.iter().map(|question| question.id.as_str());
    let ids: Vec<_> = ids.collect();
    Error::usage(match ids.is_empty() {
        true => format!("no question “{id}” in this article; it has none"),
        false => format!(
            "no question “{id}” in this article; it has: {}",
            ids.join(", ")
        ),
    })
}

fn no_answer(question: &Question, value: &str) -> Error {
    let valid: Vec<_> = question.answers().iter().map(ToString::to_string).collect();
    Error::usage(format!(
        "“{value}” does not answer “{}”; it takes: {}",
        question.text,
        valid.join(", ")
    ))
}
