//! The look-up over a folder of articles: how long its index takes, how many files and bytes it has, and how well and at what cost
//! queries are answered. Arguments: the folder, a file of queries (query, wanted article, kind, parted by tabs; several are possible),
//! `--out FOLDER` to keep the index, `-v` to see what was not found first.
//!
//! Bytes of a query are those of all files that it needs when nothing is there yet but the root, as they are and as gzip would serve them.

use flate2::{Compression, write::GzEncoder};
use kbguide::document::read;
use kbguide::lookup::article::{Facts, digest_of};
use kbguide::lookup::{Ask, Found, IndexFile, Lookup, ROOT, Step, Tools, index};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

type Files = BTreeMap<String, Vec<u8>>;

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| argument != "--bench")
        .collect();
    let verbose = arguments.iter().any(|argument| argument == "-v");
    let mut plain = arguments
        .iter()
        .filter(|argument| !argument.starts_with('-'));
    let Some(folder) = plain.next() else {
        eprintln!("error: no folder of articles");
        std::process::exit(2);
    };
    let paths = articles(Path::new(folder));
    let tools = Tools::new();
    let start = Instant::now();
    let digests: Vec<Vec<u8>> = paths
        .par_iter()
        .map(|path| digest_at(path, &tools))
        .collect();
    let digested = start.elapsed();
    let files = index(digests.iter().map(Vec::as_slice));
    let built = start.elapsed();
    println!(
        "{} articles; reading and digests {:.1?} ({} MB), index {:.1?}, peak memory {} MB",
        paths.len(),
        digested,
        digests.iter().map(Vec::len).sum::<usize>() / 1_000_000,
        built - digested,
        peak()
    );
    drop(digests);
    let files: Files = files
        .into_iter()
        .map(|IndexFile { name, bytes }| (name, bytes))
        .collect();
    let packed: BTreeMap<&str, usize> = files
        .par_iter()
        .map(|(name, bytes)| (name.as_str(), gzip(bytes)))
        .collect::<Vec<_>>()
        .into_iter()
        .collect();
    sizes(&files, &packed);
    for queries in plain {
        let text = std::fs::read_to_string(queries).expect("a file of queries");
        measure(queries, &text, &files, &packed, verbose);
    }
}

fn digest_at(path: &Path, tools: &Tools) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("an article");
    let name = path
        .parent()
        .and_then(Path::file_name)
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let document = read(&name, &bytes);
    let facts = Facts {
        class: "read",
        ..Facts::default()
    };
    digest_of(&document, &document.meta.id.clone(), facts, tools)
}

fn gzip(bytes: &[u8]) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("memory");
    encoder.finish().expect("memory").len()
}

/// Megabytes that the process had at most.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok())
        .unwrap_or(0)
        / 1000
}

fn sizes(files: &Files, packed: &BTreeMap<&str, usize>) {
    let mut kinds: BTreeMap<String, (usize, usize, usize, usize)> = BTreeMap::new();
    for (name, bytes) in files {
        let kind = name
            .trim_start_matches("lookup/")
            .chars()
            .next()
            .unwrap_or('?')
            .to_string();
        for key in [kind, "all".into()] {
            let one = kinds.entry(key).or_default();
            *one = (
                one.0 + 1,
                one.1 + bytes.len(),
                one.2 + packed[name.as_str()],
                one.3.max(bytes.len()),
            );
        }
    }
    for (kind, (count, bytes, packed, most)) in kinds {
        println!(
            "{kind:4} {count:5} files {:8.1} KB, gzip {:8.1} KB, largest {:6.1} KB",
            bytes as f64 / 1e3,
            packed as f64 / 1e3,
            most as f64 / 1e3
        );
    }
}

struct Run {
    found: Found,
    raw: usize,
    packed: usize,
    rounds: usize,
    fetched: usize,
    time: Duration,
}

fn run(query: &str, files: &Files, packed: &BTreeMap<&str, usize>) -> Run {
    let mut lookup = Lookup::new(&files[ROOT]).expect("a root");
    let ask = Ask {
        query: query.into(),
        count: 10,
        ..Ask::default()
    };
    let (mut raw, mut gz, mut rounds) = (0, 0, 0);
    let mut fetched = BTreeSet::new();
    let start = Instant::now();
    loop {
        match lookup.step(&ask) {
            Step::Done(found) => {
                return Run {
                    found,
                    raw,
                    packed: gz,
                    rounds,
                    fetched: fetched.len(),
                    time: start.elapsed(),
                };
            }
            Step::Need(names) => {
                // Sources, which phrases are looked for in, are not measured.
                let (names, sources): (Vec<_>, Vec<_>) =
                    names.into_iter().partition(|name| files.contains_key(name));
                sources
                    .iter()
                    .for_each(|name| lookup.fail(name, "it is not there"));
                rounds += usize::from(!names.is_empty());
                for name in names {
                    raw += files[&name].len();
                    gz += packed[name.as_str()];
                    lookup.put(&name, files[&name].clone());
                    assert!(fetched.insert(name), "a file is needed twice");
                }
            }
        }
    }
}

fn measure(name: &str, text: &str, files: &Files, packed: &BTreeMap<&str, usize>, verbose: bool) {
    let queries: Vec<Vec<&str>> = text
        .lines()
        .map(|line| line.split('\t').collect())
        .collect();
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let (mut raw, mut gz, mut times, mut rounds, mut fetched) =
        (vec![], vec![], vec![], vec![], vec![]);
    let mut reciprocal = 0.0;
    for query in &queries {
        let [query, wanted, kind] = query[..] else {
            continue;
        };
        let run = run(query, files, packed);
        let rank = run.found.hits.iter().position(|hit| hit.id == wanted);
        for key in [kind, "all"] {
            let one = kinds.entry(key).or_default();
            *one = [
                one[0] + 1,
                one[1] + usize::from(rank == Some(0)),
                one[2] + usize::from(rank.is_some()),
            ];
        }
        reciprocal += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        if verbose && rank != Some(0) {
            println!(
                "{query} -> {wanted} at {rank:?}; {} KB; missing {:?}, corrected {:?}, terms {:?}",
                run.packed / 1000,
                run.found.missing,
                run.found.corrected,
                run.found.marks
            );
            run.found
                .hits
                .iter()
                .take(2)
                .for_each(|hit| println!("      {:.2} {} {}", hit.score, hit.id, hit.title));
        }
        raw.push(run.raw / 1000);
        gz.push(run.packed / 1000);
        times.push(run.time.as_micros() as usize);
        rounds.push(run.rounds);
        fetched.push(run.fetched);
    }
    let all = kinds["all"];
    let share = |count: usize| count as f64 / all[0].max(1) as f64;
    println!(
        "{name}: Success@1 {:.3}, Success@10 {:.3}, MRR {:.3}",
        share(all[1]),
        share(all[2]),
        reciprocal / all[0].max(1) as f64
    );
    println!("   by kind (count, first, in ten): {kinds:?}");
    for (what, list) in [
        ("KB", &mut raw),
        ("KB gzip", &mut gz),
        ("microseconds", &mut times),
        ("rounds", &mut rounds),
        ("files", &mut fetched),
    ] {
        list.sort_unstable();
        println!(
            "   {what}: median {}, 95 % {}, worst {}",
            list[list.len() / 2],
            list[list.len() * 95 / 100],
            list[list.len() - 1]
        );
    }
}

/// Every article of the folder, in order.
fn articles(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(&folder)
            .expect("a folder of articles")
            .flatten()
            .map(|entry| entry.path())
        {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "md") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    paths
}
