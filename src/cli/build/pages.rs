//! The second reading: guides, their pages, and the files of the engine.

use super::{Draft, Error, Progress, Site};
use crate::app::Row;
use crate::cli::article;
use crate::lookup::{Tools, index};
use crate::site;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// The pages beside those of the articles, and what they load.
const OWN: [&str; 4] = ["404.html", "app.js", "index.html", "kbguide.css"];

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

/// Writes them and the look-up's index; gives the articles' lines in the list.
pub fn write(
    site: &mut Site,
    drafts: &[Draft],
    engine: &[(String, PathBuf)],
    progress: &Progress,
) -> Result<Vec<Row>, Error> {
    let step = progress.start("Writing", drafts.len());
    let tools = Tools::new();
    let written = drafts.par_iter().map(|draft| {
        let written = article(site, draft, &tools);
        step.done();
        written
    });
    let written = written.collect::<Result<Vec<_>, _>>()?;
    let (rows, digests): (Vec<_>, Vec<_>) = written.into_iter().unzip();
    drop(step);
    lookup(site, &digests)?;
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

/// The files of the index, the root last: until it is there, an older one names files that are there too.
fn lookup(site: &mut Site, digests: &[Vec<u8>]) -> Result<(), Error> {
    let files = index(digests.iter().map(Vec::as_slice));
    site.also(files.iter().map(|file| file.name.clone()))?;
    files
        .iter()
        .try_for_each(|file| site.write(&file.name, &file.bytes))
}

/// An article's page and its source, byte for byte as it was read; gives its line in the list and its digest.
fn article(site: &Site, draft: &Draft, tools: &Tools) -> Result<(Row, Vec<u8>), Error> {
    let bytes = article::bytes(&draft.path)?;
    // The name that the browser reads the source under.
    let (row, html, digest) = site::article_and_digest(&draft.name, &bytes, tools);
    site.write(&page(draft), html.as_bytes())?;
    site.write(&source(draft), &bytes)?;
    Ok((row, digest))
}
