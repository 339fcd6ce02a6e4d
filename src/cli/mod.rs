//! The command line: the only place that touches files.

pub mod article;
pub mod serve;

use crate::guide::Guide;
use crate::interview::Answers;
use crate::outline::{outline, plan_outline};
use crate::plan::plan;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Turns support articles into guides.
#[derive(Parser)]
#[command(name = "kbguide", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints what an article says, as JSON.
    Outline {
        /// The article's file, or `-` for standard input.
        article: PathBuf,
    },
    /// Prints the plan of an article under the given answers, as JSON.
    Plan {
        /// The article's file, or `-` for standard input.
        article: PathBuf,
        /// An answer: `ID=VALUE`.
        #[arg(long = "answer", value_name = "ID=VALUE")]
        answers: Vec<String>,
    },
    /// Serves a built site on this machine.
    Serve {
        /// The site's folder.
        site: PathBuf,
        /// The port; the next free one where it is taken.
        #[arg(long, default_value_t = 8017)]
        port: u16,
    },
}

/// Runs the command line. Exit code 0: done, 1: it could not be done, 2: the call was wrong.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("kbguide: {}", error.text);
            ExitCode::from(error.code)
        }
    }
}

/// Why a command failed.
pub struct Error {
    /// What is so and what to do.
    pub text: String,
    /// 1: it could not be done, 2: the call was wrong.
    pub code: u8,
}

impl Error {
    /// It could not be done.
    pub fn failed(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            code: 1,
        }
    }

    /// The call was wrong.
    pub fn usage(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            code: 2,
        }
    }
}

fn dispatch(command: Command) -> Result<(), Error> {
    match command {
        Command::Outline { article } => print(&outline(&article::guide(&article)?)),
        Command::Plan { article, answers } => {
            let guide = article::guide(&article)?;
            let answers = parse_answers(&guide, &answers)?;
            print(&plan_outline(&guide, &plan(&guide, &answers)))
        }
        Command::Serve { site, port } => {
            serve::serve(&site, port).map_err(|error| Error::failed(error.to_string()))
        }
    }
}

fn print(value: &impl serde::Serialize) -> Result<(), Error> {
    let text = serde_json::to_string(value).map_err(|error| Error::failed(error.to_string()))?;
    println!("{text}");
    Ok(())
}

/// Reads `ID=VALUE` pairs against the guide's questions.
fn parse_answers(guide: &Guide, given: &[String]) -> Result<Answers, Error> {
    let mut answers = Answers::new();
    for pair in given {
        let Some((id, value)) = pair.split_once('=') else {
            return Err(Error::usage(format!(
                "“{pair}” is no answer; write it as ID=VALUE"
            )));
        };
        let Some(question) = guide.question(id) else {
            let ids: Vec<_> = guide
                .questions
                .iter()
                .map(|question| question.id.as_str())
                .collect();
            return Err(Error::usage(format!(
                "no question “{id}” in this article; it has: {}",
                ids.join(", ")
            )));
        };
        let Some(answer) = question.parse_answer(value) else {
            let valid: Vec<_> = question.answers().iter().map(ToString::to_string).collect();
            return Err(Error::usage(format!(
                "“{value}” does not answer “{}”; it takes: {}",
                question.text,
                valid.join(", ")
            )));
        };
        answers.insert(id.to_string(), answer);
    }
    Ok(answers)
}
