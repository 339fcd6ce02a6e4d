//! How long reading takes beside pulldown-cmark's own time over the same bytes, on one core and in memory: `cargo xtask bench read`.
//!
//! The rounds go through the readers in turn, and the best round of each counts: on a machine with other work a single time says little,
//! and their ratio a good deal.

use kbguide::document::read;
use kbguide::extract::extract;
use kbguide::guide::Guide;
use pulldown_cmark::Parser;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;

/// A name and what reads an article's bytes.
type Reader = (&'static str, fn(&[u8]));

fn main() {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| argument != "--bench");
    let Some(folder) = folder else {
        eprintln!("error: no folder of articles; cargo xtask bench read --corpus FOLDER");
        std::process::exit(2);
    };
    let articles = articles(Path::new(&folder));
    let bytes: usize = articles.iter().map(Vec::len).sum();
    println!(
        "{} articles, {:.1} MB, one core, best of {ROUNDS}",
        articles.len(),
        bytes as f64 / 1e6
    );
    let readers: [Reader; 4] = [
        ("pulldown-cmark", markdown),
        ("read: bytes to document", |bytes| {
            black_box(read("article", bytes));
        }),
        ("extract: document to what it says", |bytes| {
            black_box(extract(&read("article", bytes)));
        }),
        ("guide: bytes to questions", |bytes| {
            black_box(Guide::new(read("article", bytes)));
        }),
    ];
    let mut best = [Duration::MAX; 4];
    for _ in 0..ROUNDS {
        for ((_, reader), best) in readers.iter().zip(&mut best) {
            let start = Instant::now();
            articles.iter().for_each(|article| reader(article));
            *best = start.elapsed().min(*best);
        }
    }
    println!("{:36}{:>9}{:>9}{:>9}", "", "seconds", "MB/s", "times");
    for ((name, _), time) in readers.iter().zip(best) {
        let seconds = time.as_secs_f64();
        let rate = bytes as f64 / 1e6 / seconds;
        let times = seconds / best[0].as_secs_f64();
        println!("{name:36}{seconds:>9.2}{rate:>9.1}{times:>9.1}");
    }
}

/// pulldown-cmark's events, each looked at.
fn markdown(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    black_box(Parser::new(&source).map(black_box).count());
}

/// Every article of the folder, in memory.
fn articles(folder: &Path) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).expect("a folder of articles");
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let read = paths.iter().map(std::fs::read);
    read.map(|bytes| bytes.expect("an article")).collect()
}
