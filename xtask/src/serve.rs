//! The site of the articles, built and served.

use crate::{run, wasm, workspace};
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

/// Builds the engine and the site of the articles in `kb`, a folder, into target/site; gives the folder.
fn build(kb: &Path) -> Result<PathBuf> {
    ensure!(kb.is_dir(), "{} is no folder of articles", kb.display());
    let engine = wasm::build()?;
    let site = workspace::target()?.join("site");
    wasm::fresh(&site)?;
    let mut build = kbguide()?;
    build.arg("build").arg(kb).arg("-o").arg(&site);
    run::run(build.arg("--engine").arg(&engine))?;
    Ok(site)
}

/// Builds the site and serves it until Ctrl-C.
pub fn serve(kb: &Path, port: u16) -> Result<()> {
    let kb = std::path::absolute(kb).context("no such folder")?;
    let site = build(&kb)?;
    let port = port.to_string();
    run::run(kbguide()?.arg("serve").arg(site).args(["--port", &port]))
}

/// The command line of kbguide, built.
fn kbguide() -> Result<std::process::Command> {
    run::run(&mut run::cargo(&["build", "--quiet", "--bin", "kbguide"]))?;
    let name = format!("debug/kbguide{}", std::env::consts::EXE_SUFFIX);
    let program = workspace::target()?.join(name);
    Ok(run::command(&program.to_string_lossy(), &[]))
}
