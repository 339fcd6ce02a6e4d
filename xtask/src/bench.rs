//! Benchmarks: ratios taken in one run, printed as a table. They are never part of the tests.

use crate::run::{cargo, run};
use anyhow::{Result, ensure};
use std::path::Path;

/// Runs one of the project's benchmarks over a folder of articles.
pub fn bench(name: &str, corpus: &Path) -> Result<()> {
    ensure!(
        corpus.is_dir(),
        "{} is no folder; --corpus names the folder of the articles",
        corpus.display()
    );
    let corpus = std::path::absolute(corpus)?;
    run(cargo(&["bench", "--quiet", "--bench", name, "--"]).arg(corpus))
}
