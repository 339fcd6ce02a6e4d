//! Builds a site out of a folder of articles.
//!
//! ```text
//! folder ─ collect ─▶ files ─ make ─▶ records, files that wait ─ shared ─▶ lists ─ stage ─▶ the site
//! ```
//!
//! Articles stream through: no more of them are held at once than there are processors; what stays of each is a record, with
//! the line of the lists. What is known of an article whose file has not changed is taken as it is, so that a second run only
//! looks at the files. Nothing of the old site is touched before all of the new one is there. The order of everything that
//! is written is that of the paths, however the work was shared out.

mod collect;
mod disk;
mod engine;
mod index;
mod lock;
mod log;
mod make;
mod manifest;
mod names;
mod packs;
mod progress;
mod record;
mod shared;
mod stage;
mod summary;
#[cfg(test)]
mod tests;

use super::{Error, output};
use crate::app::sum::sum;
use crate::lookup::Tools;
use crate::site::Whole;
use collect::{Found, collect};
use disk::Disk;
use lock::Lock;
use log::Log;
use make::{Made, Maker};
use progress::Progress;
use record::{Known, RECORDS, Record};
use stage::Stage;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;
use summary::Summary;

/// What to build and how to tell about it.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// The folder of the articles.
    pub kb: PathBuf,
    /// The folder to write to.
    pub site: PathBuf,
    /// The folder of the engine.
    pub engine: PathBuf,
    /// The address of the site, where it is known: what names whole addresses needs it.
    pub base: Option<String>,
    /// Whether articles go into packs instead of pages.
    pub packed: bool,
    /// Whether anything wrong with an article makes it fail.
    pub strict: bool,
    /// Whether to say nothing but what is wrong.
    pub quiet: bool,
    /// Whether the summary is JSON.
    pub json: bool,
}

/// Builds the site and says what was built.
pub fn build(order: &Order) -> Result<(), Error> {
    let start = Instant::now();
    let mut summary = on(&disk::Real, order)?;
    summary.seconds = (start.elapsed().as_secs_f64() * 10.0).round() / 10.0;
    match (order.json, order.quiet) {
        (true, _) => output::json(&summary),
        (false, true) => Ok(()),
        (false, false) => output::text_out(&format!("{summary}\n")),
    }
}

/// Builds the site on this disk.
fn on(disk: &dyn Disk, order: &Order) -> Result<Summary, Error> {
    let progress = Progress::new(order.quiet || order.json);
    let base = order.base.as_deref().map(shared::base).transpose()?;
    let engine = engine::files(&order.engine)?;
    let found = collect(&order.kb, &order.site)?;
    let _lock = Lock::take(&order.site)?;
    let stage = Stage::open(&order.site, disk)?;
    let whole = Whole {
        base: base.as_deref(),
        packed: order.packed,
    };
    let stamp = stamp(whole);
    let mut known = Known::read(&fs::read(stage.now(RECORDS)).unwrap_or_default(), &stamp);
    if !stage.has(index::DIGESTS, known.digests()) {
        known = Known::default();
    }
    let log = Log::open(&stage, &stamp)?;
    let maker = Maker {
        stage: &stage,
        known: &known,
        log: &log,
        tools: &Tools::new(),
        whole,
        progress: &progress,
    };
    let made = maker.all(&found)?;
    let before = known.len();
    drop(known);
    let diagnostics = complain(&found, &made);
    if order.strict && !diagnostics.is_empty() {
        stage.clear();
        return Err(Error::failed(strict(diagnostics.len())));
    }
    let packs = match whole.packed {
        true => packs::put(&stage, &found, &made)?,
        false => Vec::new(),
    };
    let mut records: Vec<Record> = made.into_iter().flatten().collect();
    let index = index::put(&stage, &log, &mut records, before)?;
    let mut files = shared::put(&stage, &records, &engine, whole, &stamp)?;
    let size = |name: &String| {
        [stage.next(name), stage.now(name)]
            .iter()
            .find_map(|path| Some(fs::metadata(path).ok()?.len()))
    };
    let bytes = index.iter().filter_map(size).sum();
    let count = index.len();
    files.extend(index);
    files.insert(index::DIGESTS.into());
    files.extend(packs);
    let changed = stage.commit(&files)?;
    let mut summary = Summary::new(order, records.iter().map(|record| &record.row), changed);
    summary.diagnostics = diagnostics;
    summary.index = summary::Index {
        files: count,
        bytes,
    };
    Ok(summary)
}

/// What makes a page other although its article is the same: this very program, and the settings.
fn stamp(whole: Whole) -> String {
    let program = std::env::current_exe().and_then(fs::read);
    let program = program.map_or(0, |bytes| sum(&bytes));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "kbguide {version} {program:016x} {} {}",
        whole.packed,
        whole.base.unwrap_or("-")
    )
}

/// Says what is wrong with each article.
fn complain(found: &[Found], made: &[Made]) -> Vec<String> {
    let mut lines = Vec::new();
    for (found, made) in found.iter().zip(made) {
        match made {
            Ok(record) => lines.extend(record.complaints(found)),
            Err(error) => lines.push(error.clone()),
        }
    }
    lines.iter().for_each(|line| output::complain(line));
    lines
}

fn strict(count: usize) -> String {
    let (plural, verb) = if count == 1 { ("", "is") } else { ("s", "are") };
    format!(
        "{count} thing{plural} {verb} wrong with the articles, and --strict was given; the site is as it was"
    )
}
