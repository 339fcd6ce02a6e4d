//! How places are called, and the stable names of procedures.

use super::unit::{Unit, UnitKind};
use super::work::Work;
use super::{Extraction, Purpose, Sentence};
use crate::order::Counts;
use crate::span::Span;

/// Names every place, and gives the sentences with what became of them.
pub(crate) fn run(mut work: Work) -> Extraction {
    let helping = work
        .out
        .procedures
        .iter()
        .filter(|procedure| procedure.purpose == Purpose::Do);
    let several = helping.count() > 1;
    for index in 0..work.out.steps.len() {
        work.out.steps[index].place.name = step_name(&work, index, several);
    }
    let names: Vec<String> = (0..work.lines.len())
        .map(|line| line_name(&work, line))
        .collect();
    let starts: Vec<u32> = (0..work.lines.len())
        .map(|line| work.place(line).span.start)
        .collect();
    let name = |span: Span| {
        let at = starts
            .partition_point(|start| *start <= span.start)
            .saturating_sub(1);
        names.get(at).cloned().unwrap_or_default()
    };
    for place in work
        .out
        .advice
        .iter_mut()
        .map(|advice| &mut advice.place)
        .chain(
            work.out
                .conditions
                .iter_mut()
                .map(|condition| &mut condition.place),
        )
        .chain(work.out.choices.iter_mut().map(|choice| &mut choice.place))
        .chain(work.out.states.iter_mut().map(|state| &mut state.place))
    {
        place.name = name(place.span);
    }
    for warning in &mut work.out.warnings {
        // A label stands in front of the sentence that gives the name.
        let text = warning.text.span();
        warning.place.name = name(if text.is_empty() {
            warning.place.span
        } else {
            text
        });
    }
    work.out.sentences = sentences(&work, names);
    procedure_ids(&mut work.out);
    work.out
}

fn sentences(work: &Work, names: Vec<String>) -> Vec<Sentence> {
    let lines = names.into_iter().enumerate().map(|(line, name)| {
        let unit = work.unit(line);
        let mut place = work.place(line);
        place.name = name;
        Sentence {
            text: work.text(line).to_string(),
            place,
            role: work.lines[line].role,
            section: unit.section,
            step: unit.step,
        }
    });
    lines.collect()
}

/// `Step 3.a`; with its heading in front where the article has several procedures.
fn step_name(work: &Work, index: usize, several: bool) -> String {
    let step = &work.out.steps[index];
    let bullet = step.path.rsplit('.').next() == Some("-");
    let path = if bullet {
        step.path.trim_end_matches(['-', '.'])
    } else {
        &step.path
    };
    let name = if path.is_empty() {
        "Step".to_string()
    } else {
        format!("step {path}")
    };
    let heading = work.out.procedures[step.procedure].heading.as_ref();
    match heading.filter(|_| several) {
        Some(heading) => format!("{}, {name}", title(&heading.text)),
        None => capital(&name),
    }
}

fn line_name(work: &Work, line: usize) -> String {
    let unit = work.unit(line);
    if let Some(step) = unit.step {
        return work.out.steps[step.0].place.name.clone();
    }
    let number = work.lines[line].number + 1;
    let several = work.lines_of(work.lines[line].unit).len() > 1;
    let base = unit_name(work, unit);
    if several && unit.kind != UnitKind::Heading {
        format!("{base}, sentence {number}")
    } else {
        base
    }
}

fn unit_name(work: &Work, unit: &Unit) -> String {
    let heading = work
        .document
        .sections
        .get(unit.section)
        .and_then(|section| section.heading.as_ref());
    let heading = heading.map(|heading| title(heading.as_str()));
    match (unit.kind, heading) {
        (UnitKind::Heading, Some(heading)) => heading,
        (_, Some(heading)) => format!("{heading}, paragraph {}", unit.paragraph),
        (_, None) => format!("Paragraph {}", unit.paragraph),
    }
}

/// `MORE INFORMATION` → `More Information`; other headings as they stand.
pub(crate) fn title(heading: &str) -> String {
    if heading.chars().any(char::is_lowercase) {
        return heading.trim_end_matches(':').to_string();
    }
    let words = heading.split(' ').map(|word| capital(&word.to_lowercase()));
    words.collect::<Vec<_>>().join(" ")
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Names made from the heading; a number behind it where two would be the same.
fn procedure_ids(out: &mut Extraction) {
    let mut seen = Counts::default();
    for procedure in &mut out.procedures {
        let heading = procedure
            .heading
            .as_ref()
            .map_or("steps", |heading| heading.text.as_str());
        let slug = slug(heading, 6);
        let count = seen.add(&slug);
        procedure.id = if count == 1 {
            slug
        } else {
            format!("{slug}-{count}")
        };
    }
}

/// The first words of a text in small letters, joined by hyphens.
pub(crate) fn slug(text: &str, most: usize) -> String {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let words: Vec<_> = words.take(most).map(str::to_lowercase).collect();
    if words.is_empty() {
        "steps".to_string()
    } else {
        words.join("-")
    }
}
