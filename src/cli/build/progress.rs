//! How far it is: a bar in a terminal, a line elsewhere, both on standard error.

use super::output;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, stderr};

/// How to show it.
pub struct Progress {
    quiet: bool,
}

/// One part of the work; the bar goes when this is dropped.
pub struct Step {
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Shows nothing where `quiet`.
    pub fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Starts a part of so many articles.
    pub fn start(&self, what: &'static str, articles: usize) -> Step {
        let terminal = stderr().is_terminal();
        if !self.quiet && !terminal {
            let plural = if articles == 1 { "" } else { "s" };
            output::complain(&format!("{what} {articles} article{plural}"));
        }
        let bar = (!self.quiet && terminal).then(|| bar(what, articles));
        Step { bar }
    }
}

fn bar(what: &'static str, articles: usize) -> ProgressBar {
    let bar = ProgressBar::new(articles as u64).with_message(what);
    match ProgressStyle::with_template("{msg} {wide_bar} {pos} of {len}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Step {
    /// One article more is done.
    pub fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.inc(1);
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
