//! The peer: Pagefind, over the same pages. It is an npm package, and is measured where that is there: `npm install --prefix target/peers pagefind`,
//! which `cargo xtask bench archive --peers` does. `KBGUIDE_PAGEFIND` names its program where it is elsewhere.

use super::table::Table;
use super::timed::timed;
use crate::{run, workspace};
use anyhow::Result;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Its program, got by npm where that is wanted and it is not there.
pub fn program(install: bool) -> Result<Option<PathBuf>> {
    if let Some(named) = std::env::var_os("KBGUIDE_PAGEFIND") {
        return Ok(Some(named.into()));
    }
    let folder = workspace::target()?.join("peers");
    let program = folder.join("node_modules/.bin/pagefind");
    if install && !program.exists() {
        fs::create_dir_all(&folder)?;
        let npm = ["install", "--no-audit", "--no-fund", "--prefix"];
        run::run(run::command("npm", &npm).arg(&folder).arg("pagefind"))?;
    }
    Ok(program.exists().then_some(program))
}

/// The name of the folder of its index in the site.
const FOLDER: &str = "pagefind";

/// Builds its index of the site's articles, in the site's own folder.
pub fn build(program: &Path, site: &Path, table: &mut Table) -> Result<()> {
    let mut command = Command::new(program);
    command.arg("--site").arg(site);
    let took = timed(command.args(["--glob", "article/*.html", "--output-subdir", FOLDER]))?;
    table.peer("index part, seconds", Some(took.seconds));
    // Its memory is left out: what npm installs starts another program, and only the first would be measured.
    let (files, bytes) = super::count(&site.join(FOLDER))?;
    table.peer("index, files", Some(files as f64));
    table.peer("index, MB", Some(bytes as f64 / 1e6));
    Ok(())
}

/// Takes its figures from what the browser's measure has told.
pub fn told(told: &str, table: &mut Table) {
    let (bytes, time) = ("Pagefind, KB of a cold search", "Pagefind, cold search");
    let found = "Pagefind, Success";
    let rows = [
        (
            "before a query can run, KB",
            "Pagefind, KB before",
            "median",
        ),
        ("cold query, median KB", bytes, "median"),
        ("cold query, worst KB", bytes, "worst"),
        ("cold search in Chromium, median ms", time, "median"),
        ("cold search in Chromium, 95 % ms", time, "95 %"),
        ("Success@1", found, "Success@1"),
        ("Success@10", found, "Success@10"),
    ];
    table.read(told, &rows, Table::peer);
}
