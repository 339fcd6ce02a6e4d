//! Builds a site out of a folder of articles.
//!
//! ```text
//! folder ─ collect ─▶ paths ─ draft ─▶ names and what is wrong ─ manifest ─▶ what may be written ─ pages ─▶ files
//! ```
//!
//! Every article is read twice: first for its name, so that nothing is written before it is known that all can be,
//! then for its guide. So no more articles are held at once than there are processors. The order of everything
//! that is written is that of the paths, however the work was shared out.

mod collect;
mod draft;
mod engine;
mod manifest;
mod pages;
mod progress;
mod summary;

use super::{Error, output};
use collect::collect;
use draft::Draft;
use manifest::Site;
use progress::Progress;
use std::path::PathBuf;
use summary::Summary;

/// What to build and how to tell about it.
pub struct Order {
    /// The folder of the articles.
    pub kb: PathBuf,
    /// The folder to write to.
    pub site: PathBuf,
    /// The folder of the engine.
    pub engine: PathBuf,
    /// Whether anything wrong with an article makes it fail.
    pub strict: bool,
    /// Whether to say nothing but what is wrong.
    pub quiet: bool,
    /// Whether the summary is JSON.
    pub json: bool,
}

/// Builds the site. Everything that can be found wrong before the first file is written, is.
pub fn build(order: &Order) -> Result<(), Error> {
    let progress = Progress::new(order.quiet || order.json);
    let engine = engine::files(&order.engine)?;
    let paths = collect(&order.kb, &order.site)?;
    let read = draft::read(&paths, &progress);
    read.complaints
        .iter()
        .for_each(|line| output::complain(line));
    if order.strict && !read.complaints.is_empty() {
        return Err(Error::failed(strict(read.complaints.len())));
    }
    draft::distinct(&read.drafts)?;
    let names = pages::names(&read.drafts, &engine);
    let mut site = Site::open(&order.site, names)?;
    let rows = pages::write(&mut site, &read.drafts, &engine, &progress)?;
    site.close()?;
    let summary = Summary::new(order, &rows, &read);
    match (order.json, order.quiet) {
        (true, _) => output::json(&summary),
        (false, true) => Ok(()),
        (false, false) => output::text_out(&format!("{summary}\n")),
    }
}

fn strict(count: usize) -> String {
    let (plural, verb) = if count == 1 { ("", "is") } else { ("s", "are") };
    format!(
        "{count} thing{plural} {verb} wrong with the articles, and --strict was given; nothing was written"
    )
}
