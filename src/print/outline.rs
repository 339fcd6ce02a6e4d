//! The sheet of an outline: what the article is, its hazards, what it says to do and on what that depends.

use super::{Mark, Sheet};
use crate::outline::{Outline, OutlineDecision, OutlineProcedure, OutlineStep, OutlineWarning};

/// An outline for people.
pub fn sheet(outline: &Outline) -> Sheet {
    let mut sheet = Sheet::default();
    sheet.title(title(&outline.id, &outline.title));
    sheet.paragraph(0, class(outline));
    list(&mut sheet, "Applies to", &outline.products);
    warnings(&mut sheet, &outline.warnings);
    outline
        .procedures
        .iter()
        .for_each(|one| procedure(&mut sheet, one));
    list(&mut sheet, "Advice", &outline.advice);
    questions(&mut sheet, outline);
    list(&mut sheet, "Headings", &outline.headings);
    list(
        &mut sheet,
        "Articles that it points to",
        &outline.references,
    );
    sheet
}

/// Number and title of an article on one line, where there are both.
pub fn title(id: &str, title: &str) -> String {
    match (id, title) {
        (id, "") => id.into(),
        ("", title) => title.into(),
        (id, title) if id == title => id.into(),
        (id, title) => format!("{id}: {title}"),
    }
}

fn class(outline: &Outline) -> String {
    let class = match outline.class {
        "guide" => "A guide.",
        "choice" => "A guide with alternatives.",
        "advice" => "Advice without steps.",
        _ => "Nothing to do here, an article to read.",
    };
    let changed = outline.modified.as_ref();
    let changed = changed.map_or(String::new(), |date| format!(" Last changed {date}."));
    format!("{class}{changed}")
}

fn list(sheet: &mut Sheet, heading: &str, rows: &[String]) {
    if rows.is_empty() {
        return;
    }
    sheet.heading(heading);
    for row in rows {
        sheet.item(0, Mark::Bullet, row);
    }
}

fn warnings(sheet: &mut Sheet, warnings: &[OutlineWarning]) {
    if warnings.is_empty() {
        return;
    }
    sheet.heading("Warnings");
    for warning in warnings {
        let label = warning.label.as_ref();
        let label = label.map_or(String::new(), |label| format!("{label}: "));
        sheet.item(0, Mark::Bullet, format!("{label}{}", warning.text));
    }
}

fn procedure(sheet: &mut Sheet, procedure: &OutlineProcedure) {
    let heading = procedure.heading.as_deref().unwrap_or("Steps");
    sheet.heading(match procedure.purpose {
        "reproduce" => format!("{heading} (shows the problem)"),
        _ => heading.to_string(),
    });
    steps(sheet, &procedure.steps);
}

/// The steps in order, without recursion: an article decides how deep they are nested.
fn steps(sheet: &mut Sheet, steps: &[OutlineStep]) {
    let mut open: Vec<(usize, &OutlineStep)> = steps.iter().rev().map(|step| (0, step)).collect();
    while let Some((depth, step)) = open.pop() {
        let mark = match step.label.as_str() {
            "-" => Mark::Bullet,
            label => Mark::Label(format!("{label}.")),
        };
        sheet.item(depth, mark, &step.text);
        open.extend(step.steps.iter().rev().map(|step| (depth + 1, step)));
    }
}

/// Every question with its name and what can be answered, as `--answer` takes it.
fn questions(sheet: &mut Sheet, outline: &Outline) {
    if outline.decisions.is_empty() && outline.states.is_empty() {
        return;
    }
    sheet.heading("Questions");
    for decision in &outline.decisions {
        self::decision(sheet, decision);
    }
    for state in &outline.states {
        sheet.item(0, Mark::Bullet, &state.question);
        let values = match state.values.is_empty() {
            true => "yes, no".into(),
            false => format!("{}, other", state.values.join(", ")),
        };
        sheet.paragraph(1, takes(&state.id, &values));
    }
}

fn decision(sheet: &mut Sheet, decision: &OutlineDecision) {
    match decision {
        OutlineDecision::Condition {
            id,
            then,
            question,
            true_when,
            ..
        } => {
            sheet.item(0, Mark::Bullet, question);
            sheet.paragraph(1, format!("If {true_when}: {then}"));
            sheet.paragraph(1, takes(id, "yes, no"));
        }
        OutlineDecision::Choice {
            id,
            question,
            options,
            ..
        } => {
            sheet.item(0, Mark::Bullet, question);
            for (number, option) in options.iter().enumerate() {
                sheet.item(1, Mark::Label(format!("{number}:")), option);
            }
            sheet.paragraph(1, takes(id, "its number"));
        }
    }
}

fn takes(id: &str, values: &str) -> String {
    format!("{id} takes {values}, unknown")
}
