//! From a document to its procedures, steps, labelled warnings and pieces of text, in one walk.

use super::procedure::{mends, names_a_bug, reproduces, tells_results};
use super::unit::{Follower, Unit, UnitKind};
use super::{Detail, Place, Procedure, Quote, Step, StepId, Warning};
use crate::document::{Admonition, Block, Document, ListKind, Section, Separator};
use crate::span::Span;
use crate::text::Prose;

mod list;

/// What the walk gives.
#[derive(Default)]
pub(crate) struct Walked {
    pub units: Vec<Unit>,
    pub procedures: Vec<Procedure>,
    pub steps: Vec<Step>,
    pub warnings: Vec<Warning>,
    /// Every list that is no procedure: what a choice can be made of.
    pub lists: Vec<PlainList>,
    /// Code blocks outside of steps, with the unit in front of each.
    pub codes: Vec<(usize, String, Span)>,
    /// For each step, what separates it from the next one.
    pub separators: Vec<Option<Separator>>,
}

/// A list that is no procedure.
pub(crate) struct PlainList {
    /// The unit that introduces it.
    pub lead: Option<usize>,
    /// For each item: its units, the procedures in it, and what separates it from the next.
    pub items: Vec<PlainItem>,
}

/// An item of such a list.
#[derive(Default)]
pub(crate) struct PlainItem {
    pub units: Vec<usize>,
    pub procedures: Vec<usize>,
    pub separator: Option<Separator>,
}

/// Where the walk is.
#[derive(Clone, Copy, Default)]
struct At {
    section: usize,
    step: Option<StepId>,
    procedure: Option<usize>,
    bullet: Option<(usize, usize)>,
    /// Whether the list that it is in is numbered.
    numbered: bool,
    note: Option<usize>,
    reproduces: bool,
}

/// Walks the document.
pub(crate) fn walk(document: &Document) -> Walked {
    let mut walker = Walker {
        bug: names_a_bug(&document.meta.title),
        source: &document.source,
        ..Walker::default()
    };
    let mut parts = Parts::default();
    let mut above: [Option<&Prose>; 8] = [None; 8];
    for (index, section) in document.sections.iter().enumerate() {
        let level = usize::from(section.level).min(above.len() - 1);
        above[level..].fill(None);
        above[level] = section.heading.as_ref();
        let shows = above
            .iter()
            .flatten()
            .any(|heading| reproduces(heading.as_str()));
        let shows = parts.holds(section, shows) || shows;
        let remedy = above
            .iter()
            .flatten()
            .any(|heading| mends(heading.as_str()));
        walker.remedy = remedy;
        walker.section(index, section, shows);
    }
    walker.out
}

/// Sections that are parts of a heading in front of them with no steps of its own, though their headings are of the same level:
/// `Steps to Reproduce`, then `Create the Table`, `Create the Form`.
#[derive(Default)]
struct Parts {
    /// The level of the heading whose parts these are; 0 outside.
    level: u8,
}

impl Parts {
    /// Whether the section is such a part. `shows` says whether its own heading or one above tells of steps to reproduce.
    fn holds(&mut self, section: &Section, shows: bool) -> bool {
        let lists = |block: &Block| matches!(block, Block::List(_));
        let heading = section.heading.as_ref().map_or("", Prose::as_str);
        if shows {
            let opens = section.level > 1 && reproduces(heading);
            if opens {
                let bare = !section.blocks.iter().any(lists);
                self.level = if bare { section.level } else { 0 };
            }
        } else if section.level < self.level || mends(heading) {
            self.level = 0;
        }
        self.level > 0
    }
}

#[derive(Default)]
struct Walker<'d> {
    out: Walked,
    source: &'d str,
    /// Whether the title names a bug.
    bug: bool,
    /// Whether a heading here promises a way out.
    remedy: bool,
    heading: Option<&'d Prose>,
    paragraphs: usize,
    /// The line that names the list which comes next, where another paragraph introduces it.
    title: Option<usize>,
    /// Whether what comes right behind the list tells what was seen: `Results:`.
    seen: bool,
}

impl<'d> Walker<'d> {
    fn section(&mut self, index: usize, section: &'d Section, reproduces: bool) {
        self.paragraphs = 0;
        let at = At {
            section: index,
            reproduces,
            ..At::default()
        };
        if let Some(heading) = &section.heading {
            self.heading = Some(heading);
            self.unit(UnitKind::Heading, heading, at);
        }
        self.blocks(&section.blocks, at);
    }

    fn blocks(&mut self, blocks: &'d [Block], at: At) {
        let mut lead = None;
        let mut promise = None;
        for (index, block) in blocks.iter().enumerate() {
            match block {
                Block::Paragraph(prose) => {
                    lead = Some(self.paragraph(prose, at));
                    promise = lead.filter(|_| promises(prose.as_str())).or(promise);
                }
                Block::List(list) => {
                    let promised = promise.take().filter(|_| list.kind != ListKind::Bulleted);
                    self.title = lead.filter(|lead| promised.is_some_and(|other| other != *lead));
                    self.seen = blocks.get(index + 1).is_some_and(tells_results);
                    self.list(list, promised.or(lead), at);
                    lead = None;
                }
                Block::Admonition(note) => self.admonition(note, at),
                Block::Code(code) => self.code(&code.text, code.span, lead, at),
                Block::Table(rows, span) => self.table(rows, *span, lead, at),
                Block::Separator(_, span) if index + 1 < blocks.len() => self.between(*span, at),
                Block::Separator(..) => {}
            }
        }
    }

    fn paragraph(&mut self, prose: &Prose, at: At) -> usize {
        let kind = match (at.note, at.bullet, at.step) {
            (Some(warning), _, _) => UnitKind::Note {
                warning,
                first: false,
            },
            (_, Some((list, _)), _) if at.numbered => UnitKind::Fact { list },
            (_, Some((list, item)), _) => UnitKind::Bullet { list, item },
            (_, _, Some(_)) => UnitKind::StepDetail,
            _ => UnitKind::Paragraph,
        };
        let text = prose.clone();
        let detail = if at.bullet.is_some() {
            Detail::Item(text)
        } else {
            Detail::Text(text)
        };
        self.detail(detail, at);
        self.unit(kind, prose, at)
    }

    fn unit(&mut self, kind: UnitKind, prose: &Prose, at: At) -> usize {
        if kind != UnitKind::Heading {
            self.paragraphs += 1;
        }
        self.out.units.push(Unit {
            kind,
            prose: prose.clone(),
            section: at.section,
            paragraph: self.paragraphs,
            step: at.step,
            procedure: at.procedure,
            followed_by: Follower::Other,
            reproduces: at.reproduces,
        });
        let index = self.out.units.len() - 1;
        if let Some(item) = self.item(at) {
            item.units.push(index);
        }
        index
    }

    /// The item of a list, no procedure, that the walk is in.
    fn item(&mut self, at: At) -> Option<&mut PlainItem> {
        let (list, item) = at.bullet?;
        self.out.lists.get_mut(list)?.items.get_mut(item)
    }

    /// Adds what stands under a step or in a labelled box to it.
    fn detail(&mut self, detail: Detail, at: At) {
        if let Some(note) = at.note {
            if let Some(warning) = self.out.warnings.get_mut(note) {
                warning.details.push(detail);
            }
        } else if let Some(step) = at.step.and_then(|id| self.out.steps.get_mut(id.0)) {
            step.details.push(detail);
        }
    }

    fn code(&mut self, text: &str, span: Span, lead: Option<usize>, at: At) {
        self.detail(Detail::Code(text.to_string(), span), at);
        if let Some(lead) = lead {
            self.follow(lead, Follower::Code);
            self.out.codes.push((lead, text.to_string(), span));
        }
    }

    /// What stands between two alternatives under a step, `-or-`: without it they would read as one after the other.
    fn between(&mut self, span: Span, at: At) {
        if at.step.is_some() && at.bullet.is_none() {
            self.detail(Detail::Text(Prose::folded(self.source, span)), at);
        }
    }

    fn follow(&mut self, lead: usize, follower: Follower) {
        if let Some(unit) = self.out.units.get_mut(lead)
            && unit.followed_by == Follower::Other
        {
            unit.followed_by = follower;
        }
    }

    fn table(&mut self, rows: &'d [Vec<Prose>], span: Span, lead: Option<usize>, at: At) {
        let text: Vec<_> = rows
            .iter()
            .map(|row| {
                row.iter()
                    .map(Prose::as_str)
                    .collect::<Vec<_>>()
                    .join(" | ")
            })
            .collect();
        self.detail(Detail::Code(text.join("\n"), span), at);
        if let Some(lead) = lead {
            self.follow(lead, Follower::Code);
        }
        for cell in rows.iter().flatten().filter(|cell| !cell.is_empty()) {
            self.unit(UnitKind::Cell, cell, at);
        }
    }

    fn admonition(&mut self, note: &'d Admonition, at: At) {
        let warning = self.out.warnings.len();
        let first = note.blocks.iter().find_map(|block| match block {
            Block::Paragraph(prose) => Some(prose),
            _ => None,
        });
        self.out.warnings.push(Warning {
            label: Some(note.label.clone()),
            text: first.cloned().unwrap_or_default(),
            details: Vec::new(),
            hazard: false,
            reproduces: at.reproduces,
            part_of: None,
            step: at.step,
            procedure: at.procedure,
            place: Place {
                span: Block::Admonition(note.clone()).span(),
                name: String::new(),
            },
            section: at.section,
        });
        if at.note.is_none() {
            self.detail(Detail::Warning(warning), at);
        }
        let inner = At {
            note: Some(warning),
            bullet: None,
            ..at
        };
        let mut rest = &note.blocks[..];
        if let [Block::Paragraph(prose), tail @ ..] = rest {
            self.unit(
                UnitKind::Note {
                    warning,
                    first: true,
                },
                prose,
                inner,
            );
            rest = tail;
        }
        self.blocks(rest, inner);
    }
}

/// Whether a paragraph promises steps, which may come behind a warning and what belongs to it.
fn promises(text: &str) -> bool {
    let lower = text.to_lowercase();
    text.ends_with(':')
        && [
            "these steps",
            "following steps",
            "steps below",
            "following procedure",
        ]
        .iter()
        .any(|words| lower.contains(words))
}

/// The whole text as a quotation.
pub(crate) fn quote(prose: &Prose) -> Quote {
    Quote {
        text: prose.as_str().to_string(),
        span: prose.span(),
    }
}
