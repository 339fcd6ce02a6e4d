//! Every article of the collection is read and its guide is sound. The collection lies outside of the project:
//! `KBGUIDE_CORPUS` names its folder, and without it the test says that it was skipped.

use kbguide::document::read;
use kbguide::extract::{Purpose, StepId};
use kbguide::guide::Guide;
use kbguide::guide::check::check;
use kbguide::interview::Answers;
use kbguide::plan::{Part, Plan, plan};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

#[test]
fn every_article_gives_a_sound_guide() {
    let Some(corpus) = std::env::var_os("KBGUIDE_CORPUS") else {
        println!("Skipped: KBGUIDE_CORPUS names no collection.");
        return;
    };
    let articles = articles(Path::new(&corpus));
    assert!(!articles.is_empty(), "no article in {}", corpus.display());
    let faults: Vec<String> = articles
        .par_iter()
        .flat_map_iter(|path| faults(path))
        .collect();
    println!("{} articles read, {} faults", articles.len(), faults.len());
    let first: Vec<_> = faults.iter().take(20).map(String::as_str).collect();
    assert!(faults.is_empty(), "{}", first.join("\n"));
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

/// What is wrong with an article's guide, a line each; a panic is a fault of its own.
fn faults(path: &Path) -> Vec<String> {
    let found = catch_unwind(|| {
        let bytes = fs::read(path).map_err(|error| vec![error.to_string()])?;
        let guide = Guide::new(read("article", &bytes));
        Ok(found(&guide))
    });
    let found = match found {
        Ok(Ok(found) | Err(found)) => found,
        Err(_) => vec!["it panics".into()],
    };
    let at = |fault| format!("{}: {fault}", path.display());
    found.into_iter().map(at).collect()
}

fn found(guide: &Guide) -> Vec<String> {
    let mut found: Vec<String> = check(guide).iter().map(ToString::to_string).collect();
    let odd = guide.questions.iter().map(|question| &question.text);
    let odd = odd.filter(|text| !text.ends_with('?') || text.contains("it the case that"));
    found.extend(odd.map(|text| format!("nobody asks {text}")));
    let shown = shown(&plan(guide, &Answers::new()));
    for (index, step) in guide.extraction.steps.iter().enumerate() {
        let procedure = guide.extraction.procedures.get(step.procedure);
        let helps = procedure.is_some_and(|procedure| procedure.purpose == Purpose::Do);
        if helps && !shown.contains(&StepId(index)) {
            found.push(format!(
                "the plan without an answer has no step {}",
                step.path
            ));
        }
    }
    found
}

/// The steps of a plan.
fn shown(plan: &Plan) -> BTreeSet<StepId> {
    let procedures = plan.parts.iter().filter_map(|part| match part {
        Part::Procedure(procedure) => Some(procedure),
        _ => None,
    });
    let steps = procedures.flat_map(|procedure| &procedure.steps);
    steps.map(|step| step.step).collect()
}
