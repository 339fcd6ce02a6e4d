//! Benchmarks: printed as tables, ratios where they can be, all in one run. They are never part of the tests.

use crate::browser::Browser;
use crate::run::{cargo, output, run};
use crate::{wasm, workspace};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Reading, beside pulldown-cmark's own time over the same bytes.
pub fn read(corpus: &Path) -> Result<()> {
    let corpus = folder(corpus)?;
    run(cargo(&["bench", "--quiet", "--bench", "read", "--"]).arg(corpus))
}

/// Building a site of the articles, looking up in it, and reading: the folder is copied, since one article of it is changed.
pub fn archive(corpus: &Path, queries: Option<&Path>) -> Result<()> {
    let corpus = folder(corpus)?;
    let engine = wasm::build()?;
    run(&mut cargo(&[
        "build",
        "--quiet",
        "--release",
        "--bin",
        "kbguide",
    ]))?;
    let target = workspace::target()?;
    let bench = Bench {
        program: target.join("release/kbguide"),
        engine,
        kb: target.join("bench/kb"),
        site: target.join("bench/site"),
    };
    bench.build(&corpus)?;
    let mut look = cargo(&["bench", "--quiet", "--bench", "lookup", "--"]);
    run(look.arg(&bench.kb).args(queries))?;
    if let Some(queries) = queries {
        bench.browse(queries)?;
    }
    read(&bench.kb)
}

fn folder(corpus: &Path) -> Result<PathBuf> {
    ensure!(
        corpus.is_dir(),
        "{} is no folder; --corpus names the folder of the articles",
        corpus.display()
    );
    Ok(std::path::absolute(corpus)?)
}

struct Bench {
    program: PathBuf,
    engine: PathBuf,
    kb: PathBuf,
    site: PathBuf,
}

impl Bench {
    /// A full build, one of what has not changed, and one of which one article has.
    fn build(&self, corpus: &Path) -> Result<()> {
        for folder in [&self.kb, &self.site] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        let changed = copy(corpus, &self.kb)?;
        let changed = changed.context("the folder holds no article")?;
        println!("{:36}{:>9}{:>9}", "", "seconds", "peak MB");
        self.timed("full build, pages and index")?;
        self.timed("nothing changed")?;
        let mut text = fs::read(&changed)?;
        text.extend(b"\nOne more line, with the word zymurgy in it.\n");
        fs::write(&changed, text)?;
        self.timed("one article changed")?;
        let (files, bytes) = count(&self.site.join("lookup"))?;
        println!("index: {files} files, {:.1} MB", bytes as f64 / 1e6);
        Ok(())
    }

    fn timed(&self, name: &str) -> Result<()> {
        let start = Instant::now();
        let mut child = Command::new(&self.program)
            .args(["build", "--quiet", "-o"])
            .args([&self.site, &self.kb])
            .arg("--engine")
            .arg(&self.engine)
            .stderr(Stdio::null()) // what is wrong with articles
            .spawn()?;
        let mut most = 0;
        let status = loop {
            most = peak(child.id()).unwrap_or(0).max(most);
            if let Some(status) = child.try_wait()? {
                break status;
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        ensure!(status.success(), "the build failed ({status})");
        let seconds = start.elapsed().as_secs_f64();
        println!("{name:36}{seconds:>9.1}{most:>9}");
        Ok(())
    }

    /// Cold and warm searches in Chromium, on this machine's own server.
    fn browse(&self, queries: &Path) -> Result<()> {
        let mut test = cargo(&["test", "--quiet", "--test", "browser", "--"]);
        test.args(["--ignored", "--nocapture", "_is_told"])
            .env("KBGUIDE_ENGINE", &self.engine)
            .env("KBGUIDE_SITE", &self.site)
            .env("KBGUIDE_QUERIES", std::path::absolute(queries)?);
        Browser::ensure()?.tell(&mut test);
        let told = output(&mut test)?;
        let told = told.lines().filter(|line| line.contains(" ms, 95 % "));
        told.for_each(|line| println!("{line}"));
        Ok(())
    }
}

/// The most memory that a process has had, in MB; `None` where the system does not say.
fn peak(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes / 1000)
}

/// Copies a folder; gives one of its articles.
fn copy(from: &Path, to: &Path) -> Result<Option<PathBuf>> {
    fs::create_dir_all(to)?;
    let mut article = None;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            article = copy(&entry.path(), &target)?.or(article);
        } else {
            fs::copy(entry.path(), &target)?;
            article = Some(target);
        }
    }
    Ok(article)
}

/// How many files a folder has, and their bytes.
fn count(folder: &Path) -> Result<(usize, u64)> {
    let mut count = (0, 0);
    for entry in fs::read_dir(folder)? {
        count.0 += 1;
        count.1 += entry?.metadata()?.len();
    }
    Ok(count)
}
