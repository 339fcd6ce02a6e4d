//! Warnings under the answers.

use super::context::Context;
use super::{PlanWarning, reason};
use crate::extract::{Detail, Target, Warning};
use crate::guide::standing::{decider, holds};

/// The warning with what other sentences tell of the same hazard, and why it applies.
pub(super) fn warning(context: &Context, number: usize) -> PlanWarning {
    let warnings = &context.guide.extraction.warnings;
    let found = &warnings[number];
    let parts = context
        .index
        .parts
        .get(Target::Warning(number))
        .into_iter()
        .flatten();
    let told = parts.map(|part| Detail::Text(warnings[*part].text.clone()));
    PlanWarning {
        warning: number,
        label: found.label.clone(),
        text: found.text.clone(),
        details: told.chain(found.details.iter().cloned()).collect(),
        hazard: found.hazard,
        because: because(context, number),
        place: found.place.clone(),
    }
}

/// The answers under which a conditional warning applies.
fn because(context: &Context, number: usize) -> Vec<String> {
    let (guide, answers) = (context.guide, context.answers);
    let on = context.index.on(Target::Warning(number)).iter();
    let applies = on.filter(|condition| holds(guide, answers, **condition) != Some(false));
    applies
        .filter_map(|condition| reason::briefly(context, decider(guide, answers, *condition)))
        .collect()
}

/// How serious a hazard is: what is lost comes first.
pub(super) fn seriousness(warning: &Warning) -> u64 {
    let text = warning.text.as_str().to_lowercase();
    let lost = ["lost", "lose", "erase", "destroy", "overwrit", "delete"]
        .iter()
        .any(|word| text.contains(word));
    if lost { 0 } else { 1 }
}
