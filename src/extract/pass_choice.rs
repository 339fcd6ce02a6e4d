//! The pass that finds choices.

use super::advice::introduces_only;
use super::choice::{Alternatives, alternative, ask, offers_one};
use super::pass_advice::is_remedies;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Choice, ChoiceOption, Place, Purpose, Quote, Role, Target};
use crate::document::Separator;
use std::ops::Range;

/// Finds the choices, in order of the text.
pub(crate) fn run(work: &mut Work) {
    sections(work);
    headlines(work);
    lists(work);
    steps(work);
    work.out
        .choices
        .sort_by_key(|choice| choice.place.span.start);
}

/// Sections side by side whose headings name alternatives.
fn sections(work: &mut Work) {
    let sections = &work.document.sections;
    let mut at = 0;
    while at < sections.len() {
        let run = run_of_siblings(work, at);
        let next = run.last().map_or(at + 1, |last| last + 1);
        if run.len() >= 2 {
            let options = run
                .iter()
                .map(|index| section_option(work, *index))
                .collect();
            let kind = heading(work, run[0]).as_deref().and_then(alternative);
            push(work, kind, options);
        }
        at = if run.len() >= 2 { next } else { at + 1 };
    }
}

fn heading(work: &Work, section: usize) -> Option<String> {
    let heading = work.document.sections.get(section)?.heading.as_ref()?;
    Some(heading.as_str().to_string())
}

/// The sections from `first` on that stand side by side with it and name alternatives of the same kind.
fn run_of_siblings(work: &Work, first: usize) -> Vec<usize> {
    let sections = &work.document.sections;
    let level = sections[first].level;
    let Some(kind) = heading(work, first).as_deref().and_then(alternative) else {
        return Vec::new();
    };
    let mut run = Vec::new();
    for (index, section) in sections.iter().enumerate().skip(first) {
        if section.level > level && index > first {
            continue;
        }
        let same = heading(work, index).as_deref().and_then(alternative) == Some(kind);
        if section.level < level || !same {
            break;
        }
        run.push(index);
    }
    run.retain(|index| helps(work, *index));
    run
}

/// The sections that stand below this one, itself included.
pub(crate) fn below(work: &Work, section: usize) -> Range<usize> {
    let sections = &work.document.sections;
    let level = sections[section].level;
    let end = (section + 1..sections.len()).find(|index| sections[*index].level <= level);
    section..end.unwrap_or(sections.len())
}

/// Whether the section says something to do.
fn helps(work: &Work, section: usize) -> bool {
    let within = below(work, section);
    let steps = work
        .out
        .procedures
        .iter()
        .any(|p| within.contains(&p.section) && p.purpose == Purpose::Do);
    steps
        || work
            .out
            .advice
            .iter()
            .any(|advice| within.contains(&advice.section))
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

/// Short lines with a colon that stand for headings: `Method 1:`.
fn headlines(work: &mut Work) {
    let lines: Vec<(usize, Alternatives)> = (0..work.units.len())
        .filter_map(|unit| Some((unit, headline(work, unit)?)))
        .collect();
    let mut rest = &lines[..];
    while let Some((first, kind)) = rest.first().copied() {
        let section = work.units[first].section;
        let count = rest
            .iter()
            .take_while(|(unit, other)| work.units[*unit].section == section && *other == kind)
            .count();
        let run: Vec<usize> = rest[..count].iter().map(|(unit, _)| *unit).collect();
        rest = &rest[count..];
        let options = headline_options(work, &run);
        if options.len() >= 2 {
            for unit in &run {
                for line in work.lines_of(*unit) {
                    work.lines[line].role = Role::Choice;
                }
            }
            push(work, Some(kind), options);
        }
    }
}

fn headline(work: &Work, unit: usize) -> Option<Alternatives> {
    let found = &work.units[unit];
    let text = found.prose.as_str();
    let short = text.len() < 90 && text.ends_with(':') && work.lines_of(unit).len() == 1;
    let plain = found.kind == UnitKind::Paragraph && !found.reproduces;
    let kind = (short && plain).then(|| alternative(text.trim_end_matches(':')))??;
    (kind != Alternatives::Condition && !introduces_only(text.trim_end_matches(':')))
        .then_some(kind)
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
    options
        .filter(|option| !option.targets.is_empty())
        .collect()
}

fn section_end(work: &Work, unit: usize) -> u32 {
    let section = work.units[unit].section;
    let next = work
        .units
        .iter()
        .skip(unit)
        .find(|other| other.section != section);
    next.map_or(u32::MAX, |unit| unit.prose.span().start)
}

/// The procedures and the advice that stand between two places.
fn between(work: &Work, start: u32, end: u32) -> Vec<Target> {
    let inside = |place: &Place| start <= place.span.start && place.span.start < end;
    let first_step = |index: usize| {
        let step = work.out.procedures[index].steps.first()?;
        work.out.steps.get(step.0)
    };
    let procedures = (0..work.out.procedures.len())
        .filter(|index| first_step(*index).is_some_and(|step| inside(&step.place)));
    let advice = (0..work.out.advice.len()).filter(|index| inside(&work.out.advice[*index].place));
    procedures
        .map(Target::Procedure)
        .chain(advice.map(Target::Advice))
        .collect()
}

/// Items of a list with `-or-` between them, or offered as remedies.
fn lists(work: &mut Work) {
    for list in 0..work.lists.len() {
        if let Some(options) = list_options(work, list) {
            push(work, None, options);
        }
    }
}

fn list_options(work: &Work, number: usize) -> Option<Vec<ChoiceOption>> {
    let list = &work.lists[number];
    let heading = work
        .document
        .sections
        .get(list.section)?
        .heading
        .as_ref()
        .map_or(String::new(), |h| h.as_str().to_lowercase());
    let symptom = ["symptoms", "cause", "status"].contains(&heading.as_str());
    let reproduces = list
        .items
        .iter()
        .flat_map(|item| &item.units)
        .any(|unit| work.units[*unit].reproduces);
    if symptom || reproduces || !is_remedies(work, number) {
        return None;
    }
    let options: Vec<_> = list
        .items
        .iter()
        .filter_map(|item| item_option(work, item))
        .collect();
    (options.len() >= 2 && options.len() * 2 > list.items.len()).then_some(options)
}

fn item_option(work: &Work, item: &super::walk::PlainItem) -> Option<ChoiceOption> {
    let first = *item.units.first()?;
    let line = work.lines_of(first).next()?;
    let lines = item.units.iter().flat_map(|unit| work.lines_of(*unit));
    let advice = lines
        .filter_map(|line| work.advice_of[line])
        .map(Target::Advice);
    let targets: Vec<_> = item
        .procedures
        .iter()
        .copied()
        .map(Target::Procedure)
        .chain(advice)
        .collect();
    let text = work.quote(line, 0..work.text(line).len());
    (!targets.is_empty()).then_some(ChoiceOption { text, targets })
}

/// Numbered alternatives: steps with `-or-` between them.
fn steps(work: &mut Work) {
    let groups: Vec<_> = work
        .out
        .procedures
        .iter()
        .filter(|procedure| procedure.purpose == Purpose::Do)
        .map(|procedure| procedure.steps.clone())
        .chain(work.out.steps.iter().map(|step| step.steps.clone()))
        .collect();
    for group in groups {
        let mut start = 0;
        for (index, step) in group.iter().enumerate() {
            if work.separators[step.0] != Some(Separator::Or) || index + 1 == group.len() {
                if index > start {
                    let options = group[start..=index]
                        .iter()
                        .map(|id| step_option(work, *id))
                        .collect();
                    push(work, None, options);
                }
                start = index + 1;
            }
        }
    }
}

fn step_option(work: &Work, id: super::StepId) -> ChoiceOption {
    let prose = &work.out.steps[id.0].text;
    let first = crate::language::sentence::sentences(prose.as_str())
        .into_iter()
        .next()
        .unwrap_or(0..0);
    let text = prose.part(first);
    ChoiceOption {
        text: super::walk::quote(&text),
        targets: vec![Target::Step(id)],
    }
}

fn push(work: &mut Work, kind: Option<Alternatives>, options: Vec<ChoiceOption>) {
    let Some(first) = options.first() else {
        return;
    };
    let place = lead(work, first.text.span.start).unwrap_or_else(|| Place {
        span: first.text.span,
        name: String::new(),
    });
    let (question, topic) = ask(kind);
    work.out.choices.push(Choice {
        question: question.to_string(),
        topic: topic.to_string(),
        options,
        place,
    });
}

/// The sentence right in front of the first option that offers the alternatives.
fn lead(work: &Work, start: u32) -> Option<Place> {
    let unit = work
        .units
        .partition_point(|unit| unit.prose.span().start < start)
        .checked_sub(1)?;
    let line = work.lines_of(unit).next_back()?;
    let offers =
        offers_one(work.text(line)) || matches!(work.units[unit].followed_by, Follower::Bullets(_));
    (offers && work.units[unit].kind != UnitKind::Heading).then(|| work.place(line))
}
