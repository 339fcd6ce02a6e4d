//! The pass that finds warnings: labels inside of paragraphs, and hazards without a label.

use super::hazard::{is_hazard, is_hazard_label};
use super::misconception::misconception;
use super::unit::UnitKind;
use super::work::Work;
use super::{Detail, Place, Role, Warning};
use crate::order::{self, LookUp};
use crate::text::Prose;

/// Judges the labelled warnings and finds the others, in order of the text.
pub(crate) fn run(work: &mut Work) {
    for warning in &mut work.out.warnings {
        let label = warning.label.as_deref().unwrap_or("");
        warning.hazard = is_hazard_label(label, warning.text.as_str());
    }
    for line in 0..work.lines.len() {
        if let Some((label, text)) = inline_label(work, line) {
            labelled(work, line, label, text);
        } else if unlabelled(work, line) {
            hazard(work, line, None);
        }
    }
    let places = work.out.warnings.iter().map(|found| found.place.span.key());
    let by_place = LookUp::new(places.collect());
    for unit in 0..work.units.len() {
        group(work, unit, &by_place);
    }
    sort(work);
}

/// Puts the warnings in order of the text and keeps what refers to them true.
fn sort(work: &mut Work) {
    let starts = work
        .out
        .warnings
        .iter()
        .map(|found| found.place.span.start.into());
    let order = order::of(starts.collect());
    let mut now = vec![0; order.len()];
    for (new, old) in order.iter().enumerate() {
        now[*old] = new;
    }
    let old = std::mem::take(&mut work.out.warnings);
    work.out.warnings = order.iter().map(|index| old[*index].clone()).collect();
    for warning in &mut work.out.warnings {
        warning.part_of = warning.part_of.map(|index| now[index]);
    }
    let steps = work.out.steps.iter_mut().flat_map(|step| &mut step.details);
    let notes = work
        .out
        .warnings
        .iter_mut()
        .flat_map(|warning| &mut warning.details);
    for detail in steps.chain(notes) {
        if let Detail::Warning(index) = detail {
            *index = now[*index];
        }
    }
    for unit in &mut work.units {
        if let UnitKind::Note { warning, .. } = &mut unit.kind {
            *warning = now[*warning];
        }
    }
}

/// `NOTE: …` in the middle of a paragraph: the label, and the rest of the paragraph.
fn inline_label(work: &Work, line: usize) -> Option<(String, Prose)> {
    const LABELS: &[&str] = &[
        "NOTE",
        "WARNING",
        "CAUTION",
        "IMPORTANT",
        "TIP",
        "IMPORTANT NOTE",
    ];
    let unit = work.unit(line);
    let opens = work.lines[line].number > 0 || matches!(unit.kind, UnitKind::StepText);
    let usual = !matches!(
        unit.kind,
        UnitKind::Note { .. } | UnitKind::Heading | UnitKind::Cell
    );
    let (label, rest) = work.text(line).split_once(':')?;
    let known = LABELS.contains(&label.to_uppercase().as_str())
        && (label.to_uppercase() == label || label == "Note");
    let end = next_label(work, line);
    let start = work.lines[line].range.end - rest.len();
    (opens && usual && known).then(|| (label.to_uppercase(), unit.prose.part(start..end)))
}

/// Where the labelled text ends: at the next label in the paragraph, else with it.
fn next_label(work: &Work, line: usize) -> usize {
    let lines = work.lines_of(work.lines[line].unit);
    let next = (line + 1..lines.end).find(|next| {
        let label = work.text(*next).split(' ').next().unwrap_or("");
        label.ends_with(':') && label.to_uppercase() == label
    });
    next.map_or(work.unit(line).prose.as_str().len(), |next| {
        work.lines[next].range.start
    })
}

fn labelled(work: &mut Work, line: usize, label: String, text: Prose) {
    let hazard = is_hazard_label(&label, text.as_str());
    let place = Place {
        span: text.span(),
        name: String::new(),
    };
    push(work, line, Some(label), text, place, hazard);
}

fn unlabelled(work: &Work, line: usize) -> bool {
    let unit = work.unit(line);
    let told = matches!(
        unit.kind,
        UnitKind::Paragraph | UnitKind::Bullet { .. } | UnitKind::StepText | UnitKind::StepDetail
    );
    let symptom = work.of_problem(unit) || work.heading(unit) == "references";
    work.speaks(line)
        && told
        && !symptom
        && !in_inline_note(work, line)
        && is_hazard(work.text(line))
        && !titled(work, line)
}

/// Whether the sentence tells the crash or the hang that the title tells: the problem itself, and no hazard of the remedy.
fn titled(work: &Work, line: usize) -> bool {
    let title = work.document.meta.title.to_lowercase();
    let text = work.text(line).to_lowercase();
    ["hang", "crash", "stop responding", "fault", "unpredictable"]
        .iter()
        .any(|harm| text.contains(harm) && title.contains(harm))
}

/// Whether the line stands behind a label in the middle of its paragraph.
fn in_inline_note(work: &Work, line: usize) -> bool {
    let span = work.place(line).span;
    work.out
        .warnings
        .last()
        .is_some_and(|warning| warning.label.is_some() && warning.place.span.contains(span))
}

fn hazard(work: &mut Work, line: usize, part_of: Option<usize>) -> usize {
    let text = work.unit(line).prose.part(work.lines[line].range.clone());
    let place = work.place(line);
    push(work, line, None, text, place, true);
    let index = work.out.warnings.len() - 1;
    work.out.warnings[index].part_of = part_of;
    index
}

fn push(
    work: &mut Work,
    line: usize,
    label: Option<String>,
    text: Prose,
    place: Place,
    hazard: bool,
) {
    let unit = work.unit(line);
    let (step, procedure, section) = (unit.step, unit.procedure, unit.section);
    if matches!(work.lines[line].role, Role::Background | Role::Reference) {
        work.lines[line].role = Role::Warning;
    }
    work.out.warnings.push(Warning {
        label,
        text,
        details: Vec::new(),
        hazard,
        reproduces: work.unit(line).reproduces,
        part_of: None,
        step,
        procedure,
        place,
        section,
    });
}

/// In a paragraph that calls something a mistake, all that it tells between the mistake and the last hazard belongs to
/// that hazard: `In both cases, …`.
fn group(work: &mut Work, unit: usize, by_place: &LookUp) {
    let lines: Vec<usize> = work.lines_of(unit).collect();
    let Some(last_mistake) = lines
        .iter()
        .rposition(|line| work.speaks(*line) && misconception(work.text(*line)).is_some())
    else {
        return;
    };
    let found = |work: &Work, line: usize| by_place.last(work.place(line).span.key());
    let Some(end) = lines
        .iter()
        .rposition(|line| found(work, *line).is_some())
        .filter(|end| *end > last_mistake)
    else {
        return;
    };
    let Some(main) = lines[last_mistake..=end]
        .iter()
        .rev()
        .find_map(|line| found(work, *line))
    else {
        return;
    };
    for line in &lines[last_mistake + 1..=end] {
        match found(work, *line) {
            Some(index) if index == main => {}
            Some(index) => work.out.warnings[index].part_of = Some(main),
            None if denies(work.text(*line)) => {}
            None => drop(hazard(work, *line, Some(main))),
        }
    }
}

/// `However, this is not the case.`: it only denies the mistake.
fn denies(sentence: &str) -> bool {
    sentence.split(' ').count() <= 8 && sentence.contains(" not ")
}
