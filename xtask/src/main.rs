//! Development commands: `cargo xtask --help`.

mod bench;
mod browser;
mod count;
mod run;
mod serve;
mod size;
mod test;
mod wasm;
mod workspace;

use anyhow::Result;
use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Development commands of kbguide.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the engine and the site of a folder of articles, and serve it on this machine.
    Serve {
        /// The port; the next free one when it is taken.
        #[arg(long, default_value_t = 8017)]
        port: u16,
        /// The folder of articles.
        #[arg(long, default_value_os_t = crate::workspace::root().join("kb"))]
        kb: PathBuf,
    },
    /// Check formatting and clippy, and run every test.
    Test {
        /// Leave out the tests that need Chromium.
        #[arg(long)]
        no_browser: bool,
    },
    /// Take pictures of pages in Chromium, at 1280 and 390 pixels, light and dark, into target/screenshots.
    Screenshots {
        /// Paths on the site, as `/` or `/#Q1`; those of the test when none is given.
        pages: Vec<String>,
    },
    /// Measure the engine over a folder of articles, as a table.
    Bench {
        /// What to measure.
        what: Bench,
        /// The folder of the articles.
        #[arg(long, value_name = "FOLDER")]
        corpus: PathBuf,
        /// A file of queries for the look-up: query, article, kind, parted by tabs.
        #[arg(long, value_name = "FILE")]
        queries: Option<PathBuf>,
        /// Get what the archive's table is compared with, by npm into target/peers, where it is not there.
        #[arg(long)]
        peers: bool,
    },
    /// Build the engine for the browser into target/engine.
    Engine,
    /// Build the engine for the browser and print its size, raw and as it travels.
    Size,
}

/// What can be measured.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Bench {
    /// Reading, beside pulldown-cmark's own time over the same bytes.
    Read,
    /// Building, the index, looking up (natively and in Chromium), and reading.
    Archive,
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    match command {
        Command::Serve { port, kb } => serve::serve(&kb, port),
        Command::Test { no_browser } => test::test(!no_browser),
        Command::Screenshots { pages } => test::screenshots(&pages),
        Command::Bench {
            what: Bench::Read,
            corpus,
            ..
        } => bench::read(&corpus),
        Command::Bench {
            what: Bench::Archive,
            corpus,
            queries,
            peers,
        } => bench::archive(&corpus, queries.as_deref(), peers),
        Command::Engine => wasm::build().map(|_| ()),
        Command::Size => size::print(),
    }
}
