//! The command line: the only place that touches files.
//!
//! [`arguments`] says what can be asked for, [`run`] does it; what comes out goes through [`output`], what goes
//! wrong is an [`Error`].

mod answers;
mod arguments;
pub mod article;
mod ask;
mod build;
mod error;
mod find;
mod output;
pub mod serve;
mod sources;

pub use error::Error;

use crate::interview::Answers;
use crate::outline::{ledger_outline, outline, plan_outline};
use crate::plan::plan;
use crate::print;
use arguments::{Arguments, Command, Format, Pages, Summary};
use clap::Parser;
use std::path::Path;
use std::process::ExitCode;

/// Runs the command line. Exit code 0: done, 1: it could not be done, 2: the call was wrong.
pub fn run() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&format!("kbguide: {}", error.text));
            ExitCode::from(error.code)
        }
    }
}

fn dispatch(command: Command) -> Result<(), Error> {
    match command {
        Command::Outline {
            article,
            ledger: false,
            format,
        } => print_outline(&article, format),
        Command::Outline {
            article, format, ..
        } => print_ledger(&article, format),
        Command::Plan {
            article,
            answers,
            format,
        } => print_plan(&article, &answers, format),
        Command::Ask { article } => ask::ask(&article),
        Command::Build {
            kb,
            site,
            engine,
            base_url,
            pages,
            strict,
            quiet,
            format,
        } => build::build(&build::Order {
            kb,
            site,
            engine,
            base: base_url,
            packed: pages == Pages::Packed,
            strict,
            quiet,
            json: format == Summary::Json,
        }),
        Command::Find {
            words,
            site,
            product,
            class,
            count,
            format,
        } => find::find(&find::Order {
            query: words.join(" "),
            site,
            product,
            class,
            count,
            json: format == Summary::Json,
        }),
        Command::Serve { site, port } => {
            serve::serve(&site, port).map_err(|error| Error::failed(error.to_string()))
        }
    }
}

fn print_outline(path: &Path, format: Format) -> Result<(), Error> {
    let outline = outline(&article::guide(path)?);
    match format {
        Format::Json => output::json(&outline),
        format => output::sheet(&print::outline(&outline), format),
    }
}

fn print_ledger(path: &Path, format: Format) -> Result<(), Error> {
    let ledger = ledger_outline(&article::guide(path)?);
    match format {
        Format::Json => output::json(&ledger),
        format => output::sheet(&print::ledger(&ledger), format),
    }
}

fn print_plan(path: &Path, given: &[String], format: Format) -> Result<(), Error> {
    let guide = article::guide(path)?;
    let answers: Answers = answers::parse(&guide, given)?;
    let plan = plan(&guide, &answers);
    match format {
        Format::Json => output::json(&plan_outline(&guide, &plan)),
        format => output::sheet(&print::plan(&guide, &answers, &plan), format),
    }
}
