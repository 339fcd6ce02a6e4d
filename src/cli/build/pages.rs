//! The second reading: guides, their pages, and the files of the engine.

use super::{Draft, Error, Progress, Site};
use crate::app::Row;
use crate::cli::article;
use crate::site;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The pages beside those of the articles, and what they load.
const OWN: [&str; 5] = [
    "404.html",
    "app.js",
    "articles.json",
    "index.html",
    "kbguide.css",
];

/// Every file of the site.
pub fn names(drafts: &[Draft], engine: &[(String, PathBuf)]) -> BTreeSet<String> {
    let engine = engine.iter().map(|(name, _)| name.clone());
    let own = OWN.map(String::from);
    let articles = drafts.iter().flat_map(|draft| [page(draft), source(draft)]);
    engine.chain(own).chain(articles).collect()
}

fn page(draft: &Draft) -> String {
    format!("article/{}.html", draft.name)
}

fn source(draft: &Draft) -> String {
    format!("article/{}.md", draft.name)
}

/// Writes them; gives the articles' lines in the list.
pub fn write(
    site: &Site,
    drafts: &[Draft],
    engine: &[(String, PathBuf)],
    progress: &Progress,
) -> Result<Vec<Row>, Error> {
    let step = progress.start("Writing", drafts.len());
    let rows = drafts.par_iter().map(|draft| {
        let row = article(site, draft);
        step.done();
        row
    });
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    for (name, path) in engine
        .iter()
        .filter(|(name, _)| !OWN.contains(&name.as_str()))
    {
        let bytes = fs::read(path).map_err(|error| {
            Error::failed(format!("{} cannot be read: {error}", path.display()))
        })?;
        site.write(name, &bytes)?;
    }
    for file in site::shared_files(&rows) {
        site.write(&file.path, &file.bytes)?;
    }
    Ok(rows)
}

/// An article's page and its source, byte for byte as it was read.
fn article(site: &Site, draft: &Draft) -> Result<Row, Error> {
    let bytes = article::bytes(&draft.path)?;
    // The name that the browser reads the source under.
    let (row, html) = site::article(&draft.name, &bytes);
    site.write(&page(draft), html.as_bytes())?;
    site.write(&source(draft), &bytes)?;
    Ok(row)
}
