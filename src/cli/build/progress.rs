//! How far it is: a bar in a terminal, a line now and then elsewhere, both on standard error.

use super::output;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, stderr};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// How long nothing is said where there is no terminal.
const SILENCE: Duration = Duration::from_secs(5);

/// How to show it.
pub struct Progress {
    quiet: bool,
}

/// One part of the work; the bar goes when this is dropped.
pub struct Step {
    how: How,
}

enum How {
    Quiet,
    Bar(ProgressBar),
    Lines(Lines),
}

struct Lines {
    what: &'static str,
    articles: usize,
    done: AtomicUsize,
    start: Instant,
    told: Mutex<Instant>,
}

impl Progress {
    /// Shows nothing where `quiet`.
    pub fn new(quiet: bool) -> Self {
        Self { quiet }
    }

    /// Starts a part of so many articles.
    pub fn start(&self, what: &'static str, articles: usize) -> Step {
        let how = match (self.quiet, stderr().is_terminal()) {
            (true, _) => How::Quiet,
            (false, true) => How::Bar(bar(what, articles)),
            (false, false) => How::Lines(Lines::start(what, articles)),
        };
        Step { how }
    }
}

fn bar(what: &'static str, articles: usize) -> ProgressBar {
    let bar = ProgressBar::new(articles as u64).with_message(what);
    match ProgressStyle::with_template("{msg} {wide_bar} {pos} of {len}, {per_sec}, {eta} left") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Lines {
    fn start(what: &'static str, articles: usize) -> Self {
        let plural = if articles == 1 { "" } else { "s" };
        output::complain(&format!("{what} {articles} article{plural}"));
        Self {
            what,
            articles,
            done: AtomicUsize::new(0),
            start: Instant::now(),
            told: Mutex::new(Instant::now()),
        }
    }

    fn done(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        // Whoever finds the lock taken leaves the telling to the other.
        let Ok(mut told) = self.told.try_lock() else {
            return;
        };
        if told.elapsed() >= SILENCE && done < self.articles {
            *told = Instant::now();
            output::complain(&line(self.what, done, self.articles, self.start.elapsed()));
        }
    }
}

/// `Reading: 1000 of 4000, 200 a second, 15 s left`.
fn line(what: &str, done: usize, articles: usize, passed: Duration) -> String {
    let rate = done as f64 / passed.as_secs_f64().max(0.001);
    let left = (articles - done) as f64 / rate.max(0.001);
    format!("{what}: {done} of {articles}, {rate:.0} a second, {left:.0} s left")
}

impl Step {
    /// One article more is done.
    pub fn done(&self) {
        match &self.how {
            How::Quiet => {}
            How::Bar(bar) => bar.inc(1),
            How::Lines(lines) => lines.done(),
        }
    }
}

impl Drop for Step {
    fn drop(&mut self) {
        if let How::Bar(bar) = &self.how {
            bar.finish_and_clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_rate_and_time_left() {
        let line = line("Reading", 1000, 4000, Duration::from_secs(5));
        assert_eq!(line, "Reading: 1000 of 4000, 200 a second, 15 s left");
    }
}
