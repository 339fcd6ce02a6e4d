//! Warnings under the answers.

use super::{PlanWarning, reason};
use crate::extract::{Detail, Target, Warning};
use crate::guide::Guide;
use crate::guide::standing::{Answers, holds};

/// The warning with what other sentences tell of the same hazard, and why it applies.
pub(super) fn warning(guide: &Guide, answers: &Answers, index: usize) -> PlanWarning {
    let found = &guide.extraction.warnings[index];
    let parts = guide
        .extraction
        .warnings
        .iter()
        .filter(|other| other.part_of == Some(index));
    let mut details: Vec<Detail> = parts
        .map(|other| Detail::Text(other.text.clone()))
        .collect();
    details.extend(found.details.iter().cloned());
    PlanWarning {
        warning: index,
        label: found.label.clone(),
        text: found.text.clone(),
        details,
        hazard: found.hazard,
        because: because(guide, answers, index),
        place: found.place.clone(),
    }
}

/// The answers under which a conditional warning applies.
fn because(guide: &Guide, answers: &Answers, index: usize) -> Vec<String> {
    let conditions = guide.extraction.conditions.iter().enumerate();
    let on =
        conditions.filter(|(_, condition)| condition.targets.contains(&Target::Warning(index)));
    let reasons = on.filter_map(|(number, _)| {
        let question = crate::guide::standing::decider(guide, answers, number);
        let said = reason::briefly(guide, answers, question)?;
        (holds(guide, answers, number) != Some(false)).then_some(said)
    });
    reasons.collect()
}

/// How serious a hazard is: what is lost comes first.
pub(super) fn seriousness(warning: &Warning) -> u8 {
    let text = warning.text.as_str().to_lowercase();
    let lost = ["lost", "lose", "erase", "destroy", "overwrit", "delete"]
        .iter()
        .any(|word| text.contains(word));
    if lost { 0 } else { 1 }
}
