//! Every article of the collection, from its bytes to its plan: nothing is lost, nothing made up, each graph is sound, and
//! what the engine understands of the archive is what the table in `counts.txt` says.
//!
//! The collection lies outside of the project: `KBGUIDE_CORPUS` names its folder, and without it the test says that it was
//! skipped. Its folder `kb` holds the archive's articles, `markdown` those of wikis.

mod counts;
mod interviews;
mod lost;
mod made_up;

use counts::Counts;
use kbguide::document::{Format, read};
use kbguide::guide::Guide;
use kbguide::guide::check::check;
use rayon::prelude::*;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

#[test]
fn every_article_is_understood_and_nothing_is_lost() {
    let Some(corpus) = std::env::var_os("KBGUIDE_CORPUS") else {
        println!("Skipped: KBGUIDE_CORPUS names no collection.");
        return;
    };
    let articles = articles(Path::new(&corpus));
    assert!(!articles.is_empty(), "no article in {}", corpus.display());
    let seen: Vec<Seen> = articles.par_iter().map(|path| see(path)).collect();
    let mut counts = Counts::default();
    seen.iter().for_each(|one| counts.add(&one.counts));
    let faults: Vec<_> = seen.iter().flat_map(|one| &one.faults).collect();
    println!("{} articles read, {} faults", articles.len(), faults.len());
    print!("{counts}");
    let first: Vec<_> = faults.iter().take(40).map(|fault| fault.as_str()).collect();
    assert!(faults.is_empty(), "{}", first.join("\n"));
    counts::compare(&counts);
}

/// What a look at an article gave.
#[derive(Default)]
struct Seen {
    /// What is wrong with it, a line each.
    faults: Vec<String>,
    counts: Counts,
}

/// The archive's articles and the Markdown ones, in order of their paths.
fn articles(corpus: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![corpus.join("kb"), corpus.join("markdown")];
    while let Some(folder) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            let is_article = path.extension().is_some_and(|ending| ending == "md");
            match path.is_dir() {
                true => open.push(path),
                false if is_article => found.push(path),
                false => {}
            }
        }
    }
    found.sort();
    found
}

/// Looks at an article; a panic is a fault of its own.
fn see(path: &Path) -> Seen {
    let look = || {
        let bytes = fs::read(path).expect("an article");
        let guide = Guide::new(read("article", &bytes));
        let mut counts = Counts::default();
        if guide.document.format == Format::Archive {
            counts = Counts::of(&guide);
        }
        Seen {
            faults: faults(&guide),
            counts,
        }
    };
    let mut seen = catch_unwind(look).unwrap_or_else(|_| Seen {
        faults: vec!["it panics".into()],
        ..Seen::default()
    });
    for fault in &mut seen.faults {
        *fault = format!("{}: {fault}", path.display());
    }
    seen
}

fn faults(guide: &Guide) -> Vec<String> {
    let mut faults: Vec<String> = check(guide).iter().map(ToString::to_string).collect();
    lost::ledger(guide, &mut faults);
    lost::steps(guide, &mut faults);
    lost::lists(guide, &mut faults);
    lost::warnings(guide, &mut faults);
    made_up::quotes(guide, &mut faults);
    made_up::questions(guide, &mut faults);
    interviews::end(guide, &mut faults);
    interviews::nothing_to_do(guide, &mut faults);
    faults
}
