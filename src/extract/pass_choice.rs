//! The pass that finds choices.

use super::choice::{Alternatives, ask, counts_ways, offers_one};
use super::instruction;
use super::pass_advice::is_remedies;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Choice, ChoiceOption, Place, Purpose, Target};
use crate::document::Separator;
use crate::order;

mod heading;

/// Finds the choices, in order of the text.
pub(crate) fn run(work: &mut Work) {
    heading::sections(work);
    heading::headlines(work);
    lists(work);
    steps(work);
    inline(work);
    order::by_key(&mut work.out.choices, |choice| {
        choice.place.span.start.into()
    });
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
    let first = list.items.iter().find_map(|item| item.units.first())?;
    let symptom = work.of_problem(&work.units[*first]);
    let reproduces = list
        .items
        .iter()
        .flat_map(|item| &item.units)
        .any(|unit| work.units[*unit].reproduces);
    if symptom || reproduces || !is_remedies(work, number) {
        return None;
    }
    // Of counted ways each must say what to do; what is offered by name may be anything.
    let offered = list.lead.is_some_and(|lead| {
        let lead = work.units[lead].prose.as_str();
        offers_one(lead) && !counts_ways(lead)
    });
    let options: Vec<_> = list
        .items
        .iter()
        .filter_map(|item| item_option(work, item, offered))
        .collect();
    (options.len() >= 2 && options.len() * 2 > list.items.len()).then_some(options)
}

fn item_option(work: &Work, item: &super::walk::PlainItem, offered: bool) -> Option<ChoiceOption> {
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
    (offered || !targets.is_empty()).then_some(ChoiceOption { text, targets })
}

/// Alternatives that run on in one paragraph: `Click Save. -or- Click Print.`
fn inline(work: &mut Work) {
    for unit in 0..work.units.len() {
        if let Some(options) = inline_options(work, unit) {
            push(work, None, options);
        }
    }
}

fn inline_options(work: &Work, unit: usize) -> Option<Vec<ChoiceOption>> {
    let lines: Vec<usize> = work.lines_of(unit).collect();
    let groups: Vec<&[usize]> = lines
        .split(|line| work.text(*line) == "-or-")
        .filter(|group| !group.is_empty())
        .collect();
    let (first, others) = groups.split_first()?;
    let second = *others.first()?.first()?;
    if !work.speaks(second) || !instruction::instructs(work.text(second)) {
        return None;
    }
    let opening = work.text(second).split(' ').next();
    let twin = first
        .iter()
        .copied()
        .find(|line| work.text(*line).split(' ').next() == opening);
    let leads = std::iter::once(twin.or(first.last().copied())?)
        .chain(others.iter().filter_map(|group| group.first().copied()));
    let conditional = |line: &usize| work.text(*line).starts_with("If ");
    let leads: Vec<usize> = leads.collect();
    if leads.iter().any(conditional) {
        return None; // conditions decide, not the reader
    }
    let option = |line: usize| ChoiceOption {
        text: work.quote(line, 0..work.text(line).len()),
        targets: Vec::new(),
    };
    Some(leads.into_iter().map(option).collect())
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
