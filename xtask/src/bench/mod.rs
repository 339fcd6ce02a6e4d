//! Benchmarks: printed as tables, ratios where they can be, all in one run. They are never part of the tests.

mod peer;
mod table;
mod timed;

use crate::browser::Browser;
use crate::run::{cargo, output, run};
use crate::size::brotli;
use crate::{wasm, workspace};
use anyhow::{Context, Result, ensure};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use table::Bar::{self, AtLeast, AtMost};
use table::{Table, figure};
use timed::timed;

/// Reading, beside pulldown-cmark's own time over the same bytes.
pub fn read(corpus: &Path) -> Result<()> {
    let corpus = folder(corpus)?;
    run(cargo(&["bench", "--quiet", "--bench", "read", "--"]).arg(corpus))
}

/// Building a site of the articles, looking up in it, and reading: the folder is copied, since one article of it is changed. With `peers` what it is
/// compared with is got where it is not there.
pub fn archive(corpus: &Path, queries: Option<&Path>, peers: bool) -> Result<()> {
    let corpus = folder(corpus)?;
    let peer = peer::program(peers)?;
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
        queries: queries.map(std::path::absolute).transpose()?,
    };
    let mut table = Table::new(&ROWS);
    bench.build(&corpus, &mut table)?;
    bench.look(&mut table)?;
    if let Some(peer) = &peer {
        peer::build(peer, &bench.site, &mut table)?;
    }
    bench.browse(&mut table)?;
    bench.read(&mut table)?;
    println!("\n{}", table.print());
    if peer.is_none() {
        println!("Pagefind is not there: --peers gets it by npm.");
    }
    println!(
        "{} of the bars missed, {} not measured.",
        table.missed(),
        table.unmeasured()
    );
    Ok(())
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
    queries: Option<PathBuf>,
}

/// What is measured, and what it has to keep to.
const ROWS: [(&str, Bar); 18] = [
    ("full build, pages and index, seconds", AtMost(90.0)),
    ("full build, peak MB", AtMost(1500.0)),
    ("rebuild, nothing changed, seconds", AtMost(5.0)),
    ("rebuild, one article changed, seconds", AtMost(8.0)),
    ("index, files", AtMost(1500.0)),
    ("index, MB", AtMost(70.0)),
    ("before a query can run, KB", AtMost(150.0)),
    ("index part, seconds", AtMost(60.0)),
    ("cold query, median KB", AtMost(250.0)),
    ("cold query, worst KB", AtMost(600.0)),
    ("Success@1", AtLeast(0.72)),
    ("Success@10", AtLeast(0.90)),
    ("cold search in Chromium, median ms", AtMost(100.0)),
    ("cold search in Chromium, 95 % ms", AtMost(250.0)),
    ("warm search, median ms", AtMost(15.0)),
    ("article read in WebAssembly, median ms", AtMost(1.0)),
    ("article read in WebAssembly, 99 % ms", AtMost(10.0)),
    ("reading all, times pulldown-cmark's", AtMost(12.0)),
];

/// What a page of the look-up loads before a word can be looked up.
const BEFORE: [&str; 6] = [
    "index.html",
    "kbguide.css",
    "app.js",
    "kbguide_lookup.js",
    "kbguide_lookup_bg.wasm",
    "lookup/root.bin",
];

impl Bench {
    /// A full build, one of what has not changed, and one of which one article has.
    fn build(&self, corpus: &Path, table: &mut Table) -> Result<()> {
        for folder in [&self.kb, &self.site] {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
        }
        let changed = copy(corpus, &self.kb)?;
        let changed = changed.context("the folder holds no article")?;
        let full = timed(&mut self.site_build())?;
        table.ours("full build, pages and index, seconds", Some(full.seconds));
        table.ours("full build, peak MB", Some(full.peak));
        let same = timed(&mut self.site_build())?;
        table.ours("rebuild, nothing changed, seconds", Some(same.seconds));
        let mut text = fs::read(&changed)?;
        text.extend(b"\nOne more line, with the word zymurgy in it.\n");
        fs::write(&changed, text)?;
        let one = timed(&mut self.site_build())?;
        table.ours("rebuild, one article changed, seconds", Some(one.seconds));
        let (files, bytes) = count(&self.site.join("lookup"))?;
        table.ours("index, files", Some(files as f64));
        table.ours("index, MB", Some(bytes as f64 / 1e6));
        let before = BEFORE
            .iter()
            .map(|file| Ok(brotli(&fs::read(self.site.join(file))?)?.len()));
        let before = before.sum::<Result<usize>>()?;
        table.ours("before a query can run, KB", Some(before as f64 / 1e3));
        Ok(())
    }

    fn site_build(&self) -> Command {
        let mut build = Command::new(&self.program);
        build
            .args(["build", "--quiet", "-o"])
            .args([&self.site, &self.kb]);
        build.arg("--engine").arg(&self.engine);
        build
    }

    /// The index by itself, and what queries cost and find.
    fn look(&self, table: &mut Table) -> Result<()> {
        let mut look = cargo(&["bench", "--quiet", "--bench", "lookup", "--"]);
        let told = output(look.arg(&self.kb).args(&self.queries))?;
        print!("{told}");
        let part = |words| told.lines().next().and_then(|line| figure(line, "", words));
        let index = part("digests")
            .zip(part("index"))
            .map(|(digests, index)| digests + index);
        table.ours("index part, seconds", index);
        if let Some(queries) = &self.queries {
            let name = queries.display().to_string();
            let rows = [
                ("cold query, median KB", "KB gzip:", "median"),
                ("cold query, worst KB", "KB gzip:", "worst"),
                ("Success@1", &name, "Success@1"),
                ("Success@10", &name, "Success@10"),
            ];
            table.read(&told, &rows, Table::ours);
        }
        Ok(())
    }

    /// Cold and warm searches in Chromium on this machine's own server, and reading there.
    fn browse(&self, table: &mut Table) -> Result<()> {
        let server = Server::start(&self.program, &self.site)?;
        // As in the tests, so that nothing is built anew with other features.
        let mut test = cargo(&["test", "--quiet", "--workspace", "--test", "browser", "--"]);
        test.args(["--ignored", "--nocapture", "--test-threads=1", "blink::"])
            .env("KBGUIDE_ENGINE", &self.engine)
            .env("KBGUIDE_ADDRESS", &server.address)
            .env("KBGUIDE_SITE", &self.site);
        if let Some(queries) = &self.queries {
            test.env("KBGUIDE_QUERIES", queries);
        }
        Browser::ensure()?.tell(&mut test);
        let told = output(&mut test)?;
        print!("{told}");
        let (cold, read) = ("cold search, typed,", "reading in WebAssembly");
        let rows = [
            ("cold search in Chromium, median ms", cold, "median"),
            ("cold search in Chromium, 95 % ms", cold, "95 %"),
            ("warm search, median ms", "warm search, typed,", "median"),
            ("article read in WebAssembly, median ms", read, "median"),
            ("article read in WebAssembly, 99 % ms", read, "99 %"),
        ];
        table.read(&told, &rows, Table::ours);
        peer::told(&told, table);
        Ok(())
    }

    /// Reading natively, bytes to document, beside pulldown-cmark; what extraction takes is printed above the table.
    fn read(&self, table: &mut Table) -> Result<()> {
        let mut read = cargo(&["bench", "--quiet", "--bench", "read", "--"]);
        let told = output(read.arg(&self.kb))?;
        print!("{told}");
        let times = told.lines().find(|line| line.starts_with("read:"));
        let times = times.and_then(|line| line.split_whitespace().last()?.parse().ok());
        table.ours("reading all, times pulldown-cmark's", times);
        Ok(())
    }
}

/// `kbguide serve` at work, as a user runs it; ended when dropped.
struct Server {
    process: Child,
    address: String,
}

impl Server {
    fn start(program: &Path, site: &Path) -> Result<Self> {
        let mut process = Command::new(program)
            .args(["serve", "--port", "0"])
            .arg(site)
            .stdout(Stdio::piped())
            .spawn()?;
        let output = process.stdout.take().context("no output")?;
        let mut line = String::new();
        BufReader::new(output.take(1000)).read_line(&mut line)?;
        let address = line
            .split_once(" on ")
            .map(|(_, address)| address.trim().trim_end_matches('/'));
        let address = address.unwrap_or_default().to_string();
        let server = Self { process, address };
        ensure!(
            server.address.starts_with("http"),
            "kbguide serve says {line:?}"
        );
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
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

/// How many files a folder has, in folders too, and their bytes.
fn count(folder: &Path) -> Result<(usize, u64)> {
    let mut count = (0, 0);
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let inside = match entry.file_type()?.is_dir() {
            true => self::count(&entry.path())?,
            false => (1, entry.metadata()?.len()),
        };
        count = (count.0 + inside.0, count.1 + inside.1);
    }
    Ok(count)
}
