//! Lists on the walk: steps of a procedure, or items that a choice can be made of.

use super::super::advice::introduces_only;
use super::super::instruction::instructs;
use super::super::procedure::{
    ends_in_the_problem, last_sentence, last_tells_results, lead_reproduces, mends, steps_of,
};
use super::super::trouble::ends_in_trouble;
use super::super::unit::{Follower, UnitKind};
use super::super::{Place, Procedure, Purpose, Quote, Step, StepId};
use super::{At, PlainItem, PlainList, Walker, quote};
use crate::document::{Block, Item, List, ListKind};
use crate::language::imperative::is_imperative;
use crate::language::sentence::sentences;
use crate::text::Prose;

impl<'d> Walker<'d> {
    pub(super) fn list(&mut self, list: &'d List, lead: Option<usize>, at: At) {
        let lead_text = lead
            .and_then(|lead| self.out.units.get(lead))
            .map_or(String::new(), |unit| unit.prose.as_str().to_string());
        let heading = self.heading.map_or("", Prose::as_str).to_string();
        let is_steps = at.note.is_none() && steps_of(list, &lead_text, &heading, at.step.is_some());
        if !is_steps {
            return self.plain_list(list, lead, at);
        }
        match (at.step, at.procedure) {
            (Some(parent), Some(procedure)) if at.bullet.is_none() => {
                if let Some(lead) = lead {
                    self.follow(lead, Follower::Nested);
                }
                self.steps(list, procedure, Some(parent), at);
            }
            _ => self.procedure(list, lead, &lead_text, at),
        }
    }

    fn procedure(&mut self, list: &'d List, lead: Option<usize>, lead_text: &str, at: At) {
        let title = self.title.take().filter(|title| self.names_steps(*title));
        let seen = std::mem::take(&mut self.seen) || last_tells_results(list);
        let number = self.continued(list, at).unwrap_or_else(|| {
            let ends =
                self.bug && (ends_in_the_problem(list, lead_text) || seen && !mends(lead_text));
            let ends = !self.remedy && (ends || ends_in_trouble(last_sentence(lead_text)));
            let shows = at.reproduces || lead_reproduces(lead_text) || ends;
            self.out.procedures.push(Procedure {
                id: String::new(),
                heading: self.heading.map(quote),
                lead: title
                    .or(lead)
                    .and_then(|lead| self.out.units.get(lead))
                    .and_then(|unit| introduction(&unit.prose)),
                purpose: if shows {
                    Purpose::Reproduce
                } else {
                    Purpose::Do
                },
                steps: Vec::new(),
                section: at.section,
            });
            self.out.procedures.len() - 1
        });
        for lead in lead.into_iter().chain(title) {
            self.follow(lead, Follower::Procedure(number));
        }
        if let Some(item) = self.item(at) {
            item.procedures.push(number);
        }
        let reproduces = self.out.procedures[number].purpose == Purpose::Reproduce;
        let at = At {
            reproduces,
            bullet: None,
            ..at
        };
        self.steps(list, number, None, at);
    }

    /// Whether the paragraph is a line of its own that names the steps below it: `Empty the tray:`
    fn names_steps(&self, unit: usize) -> bool {
        let text = self
            .out
            .units
            .get(unit)
            .map_or("", |unit| unit.prose.as_str());
        text.ends_with(':') && sentences(text).len() == 1
    }

    /// The procedure that this list goes on with, where its numbering says so.
    fn continued(&self, list: &List, at: At) -> Option<usize> {
        let first: usize = list.items.first()?.label.parse().ok()?;
        let last = self.out.procedures.last()?;
        let label: usize = self
            .out
            .steps
            .get(last.steps.last()?.0)?
            .label
            .parse()
            .ok()?;
        let near = at.bullet.is_none() && at.section <= last.section + 1;
        (list.kind == ListKind::Numbered && first > 1 && first == label + 1 && near)
            .then_some(self.out.procedures.len() - 1)
    }

    fn steps(&mut self, list: &'d List, procedure: usize, parent: Option<StepId>, at: At) {
        for item in &list.items {
            let step = self.step(item, procedure, parent);
            let at = At {
                step: Some(step),
                procedure: Some(procedure),
                ..at
            };
            let mut rest = &item.blocks[..];
            if let [Block::Paragraph(prose), tail @ ..] = rest {
                let unit = self.unit(UnitKind::StepText, prose, at);
                rest = tail;
                if let Some(Block::Code(_) | Block::Table(..)) = rest.first() {
                    self.follow(unit, Follower::Code);
                }
                self.step_blocks(unit, rest, at);
            } else {
                self.blocks(rest, at);
            }
        }
    }

    /// The blocks under a step's text: a list right under it is introduced by the text.
    fn step_blocks(&mut self, text: usize, blocks: &'d [Block], at: At) {
        if let [Block::List(list), rest @ ..] = blocks {
            self.list(list, Some(text), at);
            self.blocks(rest, at);
        } else {
            self.blocks(blocks, at);
        }
    }

    fn step(&mut self, item: &Item, procedure: usize, parent: Option<StepId>) -> StepId {
        let id = StepId(self.out.steps.len());
        let path = match parent.and_then(|parent| self.out.steps.get(parent.0)) {
            Some(parent) => format!("{}.{}", parent.path, item.label),
            None => item.label.clone(),
        };
        let text = item.text().cloned().unwrap_or_default();
        let span = if text.is_empty() {
            item.span
        } else {
            text.span()
        };
        self.out.steps.push(Step {
            procedure,
            parent,
            steps: Vec::new(),
            label: item.label.clone(),
            path,
            text,
            details: Vec::new(),
            conditional: false,
            place: Place {
                span,
                name: String::new(),
            },
        });
        self.out
            .separators
            .push(item.separator.map(|(separator, _)| separator));
        match parent.and_then(|parent| self.out.steps.get_mut(parent.0)) {
            Some(parent) => parent.steps.push(id),
            None => self.out.procedures[procedure].steps.push(id),
        }
        id
    }

    fn plain_list(&mut self, list: &'d List, lead: Option<usize>, at: At) {
        let number = self.out.lists.len();
        if let Some(lead) = lead {
            self.follow(lead, Follower::Bullets(number));
        }
        self.out.lists.push(PlainList {
            lead,
            items: Vec::new(),
        });
        for (index, item) in list.items.iter().enumerate() {
            self.out.lists[number].items.push(PlainItem {
                separator: item.separator.map(|(separator, _)| separator),
                ..PlainItem::default()
            });
            let at = At {
                bullet: Some((number, index)),
                numbered: matches!(list.kind, ListKind::Numbered | ListKind::Lettered),
                ..at
            };
            self.blocks(&item.blocks, at);
        }
    }
}

/// The last sentence of a paragraph, where it introduces what follows or says only what that is for.
fn introduction(prose: &Prose) -> Option<Quote> {
    let last = sentences(prose.as_str()).pop()?;
    let part = prose.part(last);
    (introduces_only(part.as_str()) || is_purpose(part.as_str())).then(|| quote(&part))
}

/// What an instruction says to do where the comma in front of it is left out: `To empty the tray click Empty.`
const ACTS: [&str; 10] = [
    "click", "choose", "select", "type", "press", "use", "run", "see", "follow", "open",
];

/// A purpose that stands without anything to do: `To empty the tray on the left.`
///
/// ```text
/// purpose = "To" verb …  ["." | ":"]      without a comma, an instruction and a verb such as "click"
/// ```
fn is_purpose(sentence: &str) -> bool {
    let second = sentence.split(' ').nth(1).unwrap_or("");
    sentence.starts_with("To ")
        && is_imperative(&second.to_lowercase())
        && !sentence.contains([',', ';'])
        && !sentence.split(' ').skip(2).any(|word| ACTS.contains(&word))
        && !instructs(sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn purposes() {
        assert!(is_purpose("To add a tray to the printer in the hall."));
        for other in [
            "To add a tray, open the lid.",
            "To add a tray click Add.",
            "To the left of the lid there is a tray.",
        ] {
            assert!(!is_purpose(other), "{other}");
        }
    }
}
