//! The pass that finds advice.

use super::advice::{REMEDIES, Setting, introduces_only, is_advice, points_elsewhere};
use super::choice::offers_one;
use super::instruction;
use super::listed::spelled_below;
use super::unit::{Follower, UnitKind};
use super::work::Work;
use super::{Advice, Role};
use crate::document::Format;

/// Finds the sentences of advice, in order.
pub(crate) fn run(work: &mut Work) {
    let resolves = work.units.iter().any(|unit| {
        unit.kind == UnitKind::Heading && resolution(&unit.prose.as_str().to_lowercase())
    });
    for line in 0..work.lines.len() {
        if points_elsewhere(work.text(line)) && work.lines[line].role == Role::Background {
            work.lines[line].role = Role::Reference;
        }
        if is_one(work, line, resolves) {
            add(work, line);
        }
    }
}

fn resolution(heading: &str) -> bool {
    REMEDIES.iter().any(|word| heading.starts_with(word))
}

fn is_one(work: &Work, line: usize, resolves: bool) -> bool {
    let unit = work.unit(line);
    let remedy = matches!(unit.kind, UnitKind::Bullet { list, .. } if is_remedies(work, list));
    let outside =
        matches!(unit.kind, UnitKind::Paragraph | UnitKind::Bullet { .. }) && unit.step.is_none();
    if in_note(work, line) {
        return true;
    }
    if !work.speaks(line) || !outside || remedy && work.lines[line].number > 0 {
        return false;
    }
    let heading = work.heading(unit);
    let introduces = work.is_last(line)
        && !spelled_below(work, line)
        && !matches!(unit.followed_by, Follower::Other | Follower::Code);
    let setting = Setting {
        heading,
        introduces,
        code: unit.followed_by == Follower::Code,
        remedy: remedy || work.document.format == Format::Markdown,
        aside: resolves && !resolution(heading) && work.document.format != Format::Markdown,
    };
    if remedy && opens_item(work, line) && most_instruct(work, unit.kind) && !work.of_problem(unit)
    {
        return true; // each of the alternatives, however it is worded
    }
    is_advice(work.text(line), &setting) && !(introduces && introduces_only(work.text(line)))
}

/// Whether the line stands in the first paragraph of its item.
fn opens_item(work: &Work, line: usize) -> bool {
    let unit = work.lines[line].unit;
    let before = unit.checked_sub(1).map(|before| work.units[before].kind);
    before != Some(work.units[unit].kind)
}

/// Whether most items of the list start with something to do.
fn most_instruct(work: &Work, kind: UnitKind) -> bool {
    let UnitKind::Bullet { list, .. } = kind else {
        return false;
    };
    let items = &work.lists[list].items;
    let first = |item: &super::walk::PlainItem| {
        Some(work.text(work.lines_of(*item.units.first()?).next()?))
    };
    let count = items
        .iter()
        .take(MOST)
        .filter(|item| first(item).is_some_and(instruction::instructs))
        .count();
    count * 2 > items.len().min(MOST)
}

/// How many items of a list are looked at.
const MOST: usize = 16;

/// Whether the line is an instruction in a note that stands outside of procedures.
fn in_note(work: &Work, line: usize) -> bool {
    let unit = work.unit(line);
    let note =
        matches!(unit.kind, UnitKind::Note { .. }) && unit.step.is_none() && work.speaks(line);
    let heading = work.heading(unit);
    let setting = Setting {
        heading,
        introduces: false,
        code: unit.followed_by == Follower::Code,
        remedy: false,
        aside: true,
    };
    note && instruction::imperative(work.text(line)) && is_advice(work.text(line), &setting)
}

/// Whether the list offers remedies of which one is picked.
pub(crate) fn is_remedies(work: &Work, list: usize) -> bool {
    let Some(list) = work.lists.get(list) else {
        return false;
    };
    let offered = list
        .lead
        .is_some_and(|lead| offers_one(work.units[lead].prose.as_str()));
    offered || list.items.iter().any(|item| item.separator.is_some())
}

fn add(work: &mut Work, line: usize) {
    let unit = work.unit(line);
    let lead = work.lines[line].unit;
    let code = work
        .codes
        .get(work.codes.partition_point(|(unit, ..)| *unit < lead));
    let code = code.filter(|(unit, ..)| *unit == lead && work.is_last(line));
    let advice = Advice {
        text: unit.prose.part(work.lines[line].range.clone()),
        place: work.place(line),
        section: unit.section,
        after: work.procedure_before(line),
        code: code.map(|(_, text, span)| (text.clone(), *span)),
        noted: matches!(unit.kind, UnitKind::Note { .. }),
    };
    work.advice_of[line] = Some(work.out.advice.len());
    if matches!(work.lines[line].role, Role::Background | Role::Reference) {
        work.lines[line].role = Role::Advice;
    }
    work.out.advice.push(advice);
}
