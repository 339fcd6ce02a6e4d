//! Every check of the project, in the order in which they are quick.

use crate::browser::Browser;
use crate::count::Count;
use crate::{run, wasm, workspace};
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// Formatting, clippy, then the tests; those in the browser only with `browser`. Closes on the counts.
pub fn test(browser: bool) -> Result<()> {
    let browser = browser.then(Browser::ensure).transpose()?;
    lint()?;
    let mut count = cargo_test(&mut run::cargo(&["test", "--workspace", "--no-fail-fast"]))?;
    if let Some(browser) = &browser {
        count = count.and_skipped(in_browser(browser, None)?);
    }
    println!("{count}");
    if count.failed > 0 {
        bail!("{} failed", count.failed);
    }
    if browser.is_none() {
        println!("The browser's tests were left out (--no-browser).");
    }
    Ok(())
}

/// Visits pages of the site at several widths, in light and dark, and writes target/screenshots.
pub fn screenshots(pages: &[String]) -> Result<()> {
    let count = in_browser(&Browser::ensure()?, Some(pages))?;
    println!(
        "Pictures are in {}",
        workspace::target()?.join("screenshots").display()
    );
    if count.failed > 0 {
        bail!("{} failed", count.failed);
    }
    Ok(())
}

/// Formatting and clippy, natively and for the browser, every warning an error.
fn lint() -> Result<()> {
    component("fmt", "rustfmt")?;
    component("clippy", "clippy")?;
    run::run(&mut run::cargo(&["fmt", "--all", "--check"]))?;
    let deny = ["--", "-D", "warnings"];
    let native = ["clippy", "--workspace", "--all-targets"];
    run::run(run::cargo(&native).args(deny))?;
    wasm::ensure_target()?;
    let engine = [
        "clippy",
        "--lib",
        "--no-default-features",
        "--target",
        wasm::TARGET,
    ];
    wasm::ENGINES.iter().try_for_each(|one| {
        let mut lint = run::cargo(&engine);
        run::run(lint.args(["--features", one.feature]).args(deny))
    })
}

/// Sees to it that a part of the toolchain is there: rustup adds what is missing.
fn component(command: &str, name: &str) -> Result<()> {
    let there = run::cargo(&[command, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    if there.is_ok_and(|status| status.success()) {
        return Ok(());
    }
    eprintln!("cargo {command} is missing: rustup component add {name}");
    run::run(&mut run::command("rustup", &["component", "add", name]))
}

/// Runs the tests in the browser with a newly built engine; with `only`, those that take pictures, of these pages if any.
fn in_browser(browser: &Browser, only: Option<&[String]>) -> Result<Count> {
    let engine = wasm::build()?;
    // The workspace again, so that nothing is built anew with other features.
    let mut tests = run::cargo(&["test", "--workspace", "--no-fail-fast"]);
    tests.args(["--test", "browser", "--", "--ignored"]);
    browser.tell(&mut tests);
    tests.env("KBGUIDE_ENGINE", engine);
    match only {
        Some([]) => tests.arg("pictures::"),
        Some(pages) => tests
            .arg("pictures::")
            .env("KBGUIDE_PAGES", pages.join(" ")),
        None => &mut tests,
    };
    cargo_test(&mut tests)
}

/// Runs `cargo test`, showing what it says, and counts. An error when it fails without a failed test: when it
/// does not build.
fn cargo_test(command: &mut Command) -> Result<Count> {
    let name = run::shown(command);
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot run {name}"))?;
    let mut count = Count::default();
    let output = child.stdout.take().context("no output")?;
    for line in BufReader::new(output).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        count.read(&line);
    }
    let status = child.wait()?;
    if !status.success() && count.failed == 0 {
        bail!("{name} failed ({status})");
    }
    Ok(count)
}
