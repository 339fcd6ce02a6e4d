//! Choices by their headings: sections side by side, and short lines that stand for headings.

use super::super::advice::introduces_only;
use super::super::choice::{Alternatives, alternative, names_system, offers_one, same_task, twins};
use super::super::unit::{Follower, UnitKind};
use super::super::work::Work;
use super::super::{ChoiceOption, Purpose, Quote, Role, Target};
use super::push;
use crate::document::tree::within;
use std::ops::Range;

/// How many lines of a section are looked at as headlines of alternatives.
const MOST: usize = 64;

/// Sections side by side whose headings name alternatives, or that a lead offers as such.
pub(super) fn sections(work: &mut Work) {
    let count = work.document.sections.len();
    let mut at = 0;
    while at < count {
        let run = run_of_siblings(work, at);
        let next = run.last().map_or(at + 1, |last| last + 1);
        let helpful = run.iter().any(|index| helps(work, *index));
        if run.len() >= 2 && helpful {
            let options = run
                .iter()
                .map(|index| section_option(work, *index))
                .collect();
            let kind = alternative(&heading(work, run[0]));
            push(work, kind, options);
            at = next;
        } else {
            at += 1;
        }
    }
}

fn heading(work: &Work, section: usize) -> String {
    let heading = work
        .document
        .sections
        .get(section)
        .and_then(|section| section.heading.as_ref());
    heading.map_or(String::new(), |heading| heading.as_str().to_string())
}

/// The sections from `first` on that stand side by side with it and are alternatives to it.
fn run_of_siblings(work: &Work, first: usize) -> Vec<usize> {
    let sections = &work.document.sections;
    let level = sections[first].level;
    let title = heading(work, first);
    let kind = alternative(&title);
    let offered = offered_by_parent(work, first) || remedies(work, first);
    let mut run = vec![first];
    let mut index = work.tree.below(first).end;
    while let Some(section) = sections.get(index).filter(|section| section.level == level) {
        let other = heading(work, index);
        let same = offered
            || kind.is_some() && alternative(&other) == kind
            || twins(&title, &other)
            || same_task(&title, &other);
        if !same || section.heading.is_none() {
            break;
        }
        run.push(index);
        index = work.tree.below(index).end;
    }
    if title.is_empty() { Vec::new() } else { run }
}

/// Whether the section stands right below one that resolves the problem: sections there are one for each cause, version or way.
fn remedies(work: &Work, first: usize) -> bool {
    let kind = work.tree.parent(first).map(|above| work.kind(above));
    matches!(kind, Some("resolution" | "workaround" | "solution"))
        && !part_of_a_whole(&heading(work, first))
}

/// `Step 1: …`, `Sample Code`: parts of one remedy, not remedies of their own.
fn part_of_a_whole(heading: &str) -> bool {
    let lower = heading.to_lowercase();
    let parts = [
        "step",
        "sample",
        "example",
        "code",
        "part ",
        "phase",
        "note",
        "more information",
        "references",
        "status",
        "background",
        "syntax",
        "summary",
        "overview",
        "hotfix",
    ];
    parts.iter().any(|part| lower.starts_with(part))
        || lower.contains("sample")
        || lower.contains("example")
}

/// Whether the section above ends on a sentence that offers what follows as alternatives.
fn offered_by_parent(work: &Work, first: usize) -> bool {
    let sections = &work.document.sections;
    let deeper = first > 0 && sections[first].level > sections[first - 1].level;
    let heading = work.units.partition_point(|unit| unit.section < first);
    let Some(before) = heading.checked_sub(1).filter(|_| deeper) else {
        return false;
    };
    let line = work.lines_of(before).next_back();
    work.units[before].section + 1 == first && line.is_some_and(|line| offers_one(work.text(line)))
}

/// Whether the section says something to do.
fn helps(work: &Work, section: usize) -> bool {
    let sections = work.tree.below(section);
    let steps = within(&work.out.procedures, &sections, |procedure| {
        procedure.section
    });
    let advice = within(&work.out.advice, &sections, |advice| advice.section);
    !advice.is_empty()
        || work.out.procedures[steps]
            .iter()
            .any(|procedure| procedure.purpose == Purpose::Do)
}

fn section_option(work: &Work, section: usize) -> ChoiceOption {
    let heading = work.document.sections[section]
        .heading
        .clone()
        .unwrap_or_default();
    ChoiceOption {
        text: Quote {
            text: heading.as_str().to_string(),
            span: heading.span(),
        },
        targets: vec![Target::Section(section)],
    }
}

/// Short lines with a colon that stand for headings: `Method 1:`. Others may stand between them.
pub(super) fn headlines(work: &mut Work) {
    let mut rest: Vec<usize> = (0..work.units.len())
        .filter(|unit| headline(work, *unit))
        .collect();
    while let Some(first) = rest.first().copied() {
        let near = rest
            .iter()
            .take(MOST)
            .take_while(|unit| work.units[**unit].section == work.units[first].section)
            .count();
        let run: Vec<usize> = rest[..near]
            .iter()
            .copied()
            .filter(|unit| alike(work, first, *unit))
            .collect();
        rest.retain(|unit| !run.contains(unit));
        let options = headline_options(work, &run);
        if options.len() >= 2 {
            let lines: Vec<usize> = run.iter().flat_map(|unit| work.lines_of(*unit)).collect();
            for line in lines {
                work.lines[line].role = Role::Choice;
            }
            let kind = alternative(title(work, first));
            push(work, kind, options);
        }
    }
}

fn title<'a>(work: &'a Work, unit: usize) -> &'a str {
    work.units[unit].prose.as_str().trim_end_matches(':')
}

/// A short line of its own with a colon, or the line that introduces steps for one version.
fn headline(work: &Work, unit: usize) -> bool {
    let found = &work.units[unit];
    let text = found.prose.as_str();
    let plain =
        found.kind == UnitKind::Paragraph && !found.reproduces && work.lines_of(unit).len() == 1;
    let steps = matches!(found.followed_by, Follower::Procedure(_));
    let short = text.len() < 90 && !introduces_only(title(work, unit));
    let opens = text.starts_with("To ")
        || text.starts_with("If you are ")
        || text.starts_with("If you use ")
        || text.starts_with("For ");
    let colon = text.ends_with(':') && (text.starts_with("For ") || !text.ends_with("as follows:"));
    plain && (colon && short || steps && opens && text.len() < 200)
}

/// Whether two headlines of a section are alternatives.
fn alike(work: &Work, first: usize, other: usize) -> bool {
    let (one, two) = (title(work, first), title(work, other));
    let kind = alternative(one).filter(|kind| *kind != Alternatives::Condition);
    let steps = |unit: usize| matches!(work.units[unit].followed_by, Follower::Procedure(_));
    let tasks = steps(first) && steps(other) && (same_start(one, two) || both_versions(one, two));
    let same = kind.is_some() && alternative(two) == kind || twins(one, two) || tasks;
    work.units[first].section == work.units[other].section && (same || first == other)
}

/// `To run it from the server, …` and `To run it from the client, …`.
fn same_start(one: &str, two: &str) -> bool {
    let alike = one
        .split(' ')
        .zip(two.split(' '))
        .take_while(|(a, b)| a == b)
        .count();
    let whole = one.starts_with(two) || two.starts_with(one); // a task and the same task, told of more
    alike >= 4 && one.starts_with("To ") && !whole
}

/// `To remove it from Windows 95, follow these steps` and the same for another system.
fn both_versions(one: &str, two: &str) -> bool {
    let task = |text: &str| {
        let task = text.split(", ").next().unwrap_or(text);
        task.starts_with("To ") && names_system(task)
    };
    task(one) && task(two) && one.split(' ').nth(1) == two.split(' ').nth(1)
}

/// Each headline governs what stands between it and the next one.
fn headline_options(work: &Work, run: &[usize]) -> Vec<ChoiceOption> {
    let end = |index: usize| match run.get(index + 1) {
        Some(next) => work.units[*next].prose.span().start,
        None => section_end(work, run[index]),
    };
    let options = run.iter().enumerate().map(|(index, unit)| {
        let prose = &work.units[*unit].prose;
        ChoiceOption {
            text: Quote {
                text: prose.as_str().to_string(),
                span: prose.span(),
            },
            targets: between(work, prose.span().end, end(index)),
        }
    });
    options.collect()
}

fn section_end(work: &Work, unit: usize) -> u32 {
    let section = work.units[unit].section;
    let next = work.units.partition_point(|other| other.section <= section);
    work.units
        .get(next)
        .map_or(u32::MAX, |unit| unit.prose.span().start)
}

/// The procedures, the advice and the warnings that stand between two places.
fn between(work: &Work, start: u32, end: u32) -> Vec<Target> {
    let count = work.out.procedures.len();
    let first = work.first_procedure_from(start);
    let procedures = (first..count)
        .take_while(|index| work.start_of(*index) < end)
        .map(Target::Procedure);
    let advice = standing_between(&work.out.advice, start..end, |advice| {
        advice.place.span.start
    });
    let done: Vec<_> = procedures.chain(advice.map(Target::Advice)).collect();
    if done.is_empty() {
        return done;
    }
    let warnings = standing_between(&work.out.warnings, start..end, |warning| {
        warning.place.span.start
    });
    let apart = warnings.filter(|index| work.out.warnings[*index].step.is_none());
    done.iter()
        .copied()
        .chain(apart.map(Target::Warning))
        .collect()
}

/// The part of a list in order of the text that starts in this stretch of it.
fn standing_between<T>(list: &[T], stretch: Range<u32>, start: impl Fn(&T) -> u32) -> Range<usize> {
    let first = list.partition_point(|one| start(one) < stretch.start);
    first..list.partition_point(|one| start(one) < stretch.end)
}
