//! The article while it is being understood: its pieces of text cut into sentences, and what has been found so far.

use super::unit::{Line, Unit, UnitKind};
use super::walk::{PlainList, Walked};
use super::{Extraction, Place, Quote, Role};
use crate::document::tree::Tree;
use crate::document::{Document, Separator};
use crate::language::sentence::sentences;
use crate::span::Span;
use std::ops::Range;

/// What the passes share.
pub(crate) struct Work<'d> {
    pub document: &'d Document,
    pub units: Vec<Unit>,
    pub lines: Vec<Line>,
    pub lists: Vec<PlainList>,
    /// Code outside of steps, with the unit in front of each.
    pub codes: Vec<(usize, String, Span)>,
    /// For each step, what separates it from the next one.
    pub separators: Vec<Option<Separator>>,
    /// For each line, the advice that it is.
    pub advice_of: Vec<Option<usize>>,
    /// Which sections stand below which.
    pub tree: Tree,
    /// For each section, what kind it is.
    kinds: Vec<String>,
    pub out: Extraction,
}

impl<'d> Work<'d> {
    /// Cuts the pieces into sentences.
    pub fn new(document: &'d Document, walked: Walked) -> Self {
        let kinds = kinds(document);
        let lines: Vec<_> = walked
            .units
            .iter()
            .enumerate()
            .flat_map(|(index, unit)| cut(index, unit, &kinds))
            .collect();
        Self {
            document,
            advice_of: vec![None; lines.len()],
            lines,
            units: walked.units,
            lists: walked.lists,
            codes: walked.codes,
            separators: walked.separators,
            tree: Tree::new(&document.sections),
            kinds,
            out: Extraction {
                procedures: walked.procedures,
                steps: walked.steps,
                warnings: walked.warnings,
                ..Extraction::default()
            },
        }
    }

    /// The unit of a line.
    pub fn unit(&self, line: usize) -> &Unit {
        &self.units[self.lines[line].unit]
    }

    /// The words of a line.
    pub fn text(&self, line: usize) -> &str {
        let line = &self.lines[line];
        self.units[line.unit]
            .prose
            .as_str()
            .get(line.range.clone())
            .unwrap_or("")
    }

    /// The sentence before a line: the one before it in its unit, else the last one of the unit before.
    pub fn before(&self, line: usize) -> Option<&str> {
        let before = line.checked_sub(1)?;
        let same = self.unit(before).section == self.unit(line).section;
        (same && self.unit(before).kind != UnitKind::Heading).then(|| self.text(before))
    }

    /// What kind of section a unit stands in, in small letters: the nearest heading above it that says so (`symptoms`,
    /// `resolution`), else its own heading.
    pub fn heading(&self, unit: &Unit) -> &str {
        self.kinds.get(unit.section).map_or("", String::as_str)
    }

    /// Whether a unit stands where the article tells what is wrong and why, and not what to do.
    pub fn of_problem(&self, unit: &Unit) -> bool {
        ["symptoms", "cause", "status"].contains(&self.heading(unit))
    }

    /// What kind of section this is, in small letters.
    pub fn kind(&self, section: usize) -> &str {
        self.kinds.get(section).map_or("", String::as_str)
    }

    /// Where a procedure starts.
    pub fn start_of(&self, procedure: usize) -> u32 {
        let first = self.out.procedures[procedure].steps.first();
        first.map_or(0, |step| self.out.steps[step.0].place.span.start)
    }

    /// The first procedure that starts at this byte or behind it; procedures stand in order of the text.
    pub fn first_procedure_from(&self, start: u32) -> usize {
        let (mut low, mut high) = (0, self.out.procedures.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.start_of(middle) < start {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The last procedure of the line's section that starts before the line.
    pub fn procedure_before(&self, line: usize) -> Option<usize> {
        let before = self
            .first_procedure_from(self.place(line).span.start)
            .checked_sub(1)?;
        (self.out.procedures[before].section == self.unit(line).section).then_some(before)
    }

    /// A part of a line, in bytes of the line, as a quotation.
    pub fn quote(&self, line: usize, range: Range<usize>) -> Quote {
        let start = self.lines[line].range.start;
        let prose = &self.unit(line).prose;
        let range = start + range.start..start + range.end;
        Quote {
            text: prose.as_str().get(range.clone()).unwrap_or("").to_string(),
            span: prose.span_of(range),
        }
    }

    /// Where a line stands; its name is given later.
    pub fn place(&self, line: usize) -> Place {
        let found = &self.lines[line];
        Place {
            span: self.unit(line).prose.span_of(found.range.clone()),
            name: String::new(),
        }
    }

    /// Whether a line may say what to do: no heading, no cell, not in steps that show the problem.
    pub fn speaks(&self, line: usize) -> bool {
        let unit = self.unit(line);
        !matches!(unit.kind, UnitKind::Heading | UnitKind::Cell) && !unit.reproduces
    }

    /// The lines of a unit.
    pub fn lines_of(&self, unit: usize) -> Range<usize> {
        let start = self.lines.partition_point(|line| line.unit < unit);
        start..self.lines.partition_point(|line| line.unit <= unit)
    }

    /// Whether a line is the last of its unit.
    pub fn is_last(&self, line: usize) -> bool {
        self.lines
            .get(line + 1)
            .is_none_or(|next| next.unit != self.lines[line].unit)
    }
}

/// What kind each section is of: sections below one that says so are of its kind.
fn kinds(document: &Document) -> Vec<String> {
    const KINDS: &[&str] = &[
        "symptoms",
        "cause",
        "resolution",
        "workaround",
        "solution",
        "mitigation",
        "status",
        "references",
    ];
    let mut above: Option<(u8, String)> = None;
    let sections = document.sections.iter().map(|section| {
        let own = section
            .heading
            .as_ref()
            .map_or(String::new(), |heading| heading.as_str().to_lowercase());
        if above
            .as_ref()
            .is_some_and(|(level, _)| section.level <= *level)
        {
            above = None;
        }
        if let Some((_, kind)) = &above {
            return kind.clone();
        }
        if let Some(kind) = KINDS.iter().find(|kind| own.starts_with(**kind)) {
            above = Some((section.level, (*kind).to_string()));
            return (*kind).to_string();
        }
        own
    });
    sections.collect()
}

fn cut(index: usize, unit: &Unit, kinds: &[String]) -> Vec<Line> {
    let whole = 0..unit.prose.as_str().len();
    let ranges = if unit.kind == UnitKind::Heading {
        vec![whole]
    } else {
        sentences(unit.prose.as_str())
    };
    let lines = ranges.into_iter().enumerate().map(|(number, range)| Line {
        unit: index,
        range,
        number,
        role: role(unit, kinds.get(unit.section).map_or("", String::as_str)),
    });
    lines.collect()
}

/// What a sentence is before anything is found in it. Symptoms show the problem too, but no one is to follow them.
fn role(unit: &Unit, section: &str) -> Role {
    match unit.kind {
        UnitKind::Heading => Role::Heading,
        UnitKind::Paragraph | UnitKind::Bullet { .. } if section == "symptoms" => Role::Background,
        _ if unit.reproduces => Role::Reproduction,
        UnitKind::StepText | UnitKind::StepDetail => Role::Step,
        UnitKind::Note { .. } => Role::Warning,
        UnitKind::Cell => Role::Code,
        UnitKind::Paragraph | UnitKind::Bullet { .. } | UnitKind::Fact { .. } => Role::Background,
    }
}
