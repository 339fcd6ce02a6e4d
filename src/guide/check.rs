//! Whether a guide is sound: no dangling jump, no unreachable step, each loop bounded.

use super::Guide;
use std::fmt;

/// What is not sound about a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A question's name is not its own.
    SameName(String),
    /// A step that no procedure holds.
    Unreachable(String),
    /// A span that does not fit the source.
    Outside(String),
    /// A jump to a step of another procedure, or one that goes back without saying that it repeats.
    Dangling(String),
    /// A choice with fewer than two options.
    NoChoice(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameName(id) => write!(f, "two questions are called {id}"),
            Self::Unreachable(step) => write!(f, "no procedure holds step {step}"),
            Self::Outside(what) => write!(f, "{what} lies outside of the article"),
            Self::Dangling(label) => write!(f, "the jump to step {label} leads nowhere"),
            Self::NoChoice(question) => write!(f, "“{question}” has fewer than two options"),
        }
    }
}

/// The faults of a guide; a guide that was built has none, whatever the article.
pub fn check(guide: &Guide) -> Vec<Fault> {
    let mut faults = Vec::new();
    names(guide, &mut faults);
    steps(guide, &mut faults);
    jumps(guide, &mut faults);
    spans(guide, &mut faults);
    faults
}

fn names(guide: &Guide, faults: &mut Vec<Fault>) {
    let mut seen = std::collections::BTreeSet::new();
    for question in &guide.questions {
        if !seen.insert(&question.id) {
            faults.push(Fault::SameName(question.id.clone()));
        }
    }
    for choice in &guide.extraction.choices {
        if choice.options.len() < 2 {
            faults.push(Fault::NoChoice(choice.question.clone()));
        }
    }
}

/// Every step hangs on its procedure through its parents.
fn steps(guide: &Guide, faults: &mut Vec<Fault>) {
    let steps = &guide.extraction.steps;
    let mut reached = vec![false; steps.len()];
    let mut open: Vec<_> = guide
        .extraction
        .procedures
        .iter()
        .flat_map(|procedure| procedure.steps.iter().copied())
        .collect();
    while let Some(step) = open.pop() {
        if let Some(seen) = reached.get_mut(step.0)
            && !std::mem::replace(seen, true)
        {
            open.extend(&steps[step.0].steps);
        }
    }
    for (index, step) in steps
        .iter()
        .enumerate()
        .filter(|(index, _)| !reached[*index])
    {
        faults.push(Fault::Unreachable(format!("{} ({index})", step.path)));
    }
}

/// A jump stays in its procedure, and one that goes back is a repeat: a plan lists its steps once, so that no loop runs on.
fn jumps(guide: &Guide, faults: &mut Vec<Fault>) {
    let steps = &guide.extraction.steps;
    let jumps = guide
        .extraction
        .conditions
        .iter()
        .filter_map(|condition| condition.jump.as_ref());
    for jump in jumps {
        let (Some(to), Some(from)) = (jump.to, jump.from) else {
            continue;
        };
        let same = steps
            .get(to.0)
            .zip(steps.get(from.0))
            .is_some_and(|(to, from)| to.procedure == from.procedure);
        if !same || to <= from && !jump.repeat {
            faults.push(Fault::Dangling(jump.label.clone()));
        }
    }
}

/// Every quotation is a slice of the source.
fn spans(guide: &Guide, faults: &mut Vec<Fault>) {
    let extraction = &guide.extraction;
    let source = &guide.document.source;
    let quotes = extraction
        .conditions
        .iter()
        .flat_map(|condition| [&condition.clause, &condition.action])
        .chain(
            extraction
                .choices
                .iter()
                .flat_map(|choice| choice.options.iter().map(|option| &option.text)),
        );
    for quote in quotes {
        if !quote.text.is_empty() && quote.span.slice(source).is_empty() {
            faults.push(Fault::Outside(quote.text.clone()));
        }
    }
    for sentence in &extraction.sentences {
        if !sentence.text.is_empty() && sentence.place.span.slice(source).is_empty() {
            faults.push(Fault::Outside(sentence.text.clone()));
        }
    }
}
