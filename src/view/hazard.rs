//! Hazards and notes.

use super::icon::{Icon, icon};
use super::node::{Element, el, of};
use super::{Scene, parts, prose, source};
use crate::app::words;
use crate::extract::Detail;
use crate::plan::PlanWarning;

/// A hazard as a placard, any other warning as a note.
pub fn warning(scene: &Scene, warning: &PlanWarning) -> Element {
    if warning.hazard {
        hazard(scene, warning)
    } else {
        note(scene, warning)
    }
}

fn hazard(scene: &Scene, hazard: &PlanWarning) -> Element {
    let name = format!("w{}", hazard.warning);
    let time = scene.app.ticks.get(&name);
    let because = words::sentence_case(&hazard.because.join(", and "));
    let head = of("div", "hh")
        .with(icon(Icon::Hazard))
        .with(of("h3", "hn").with("Hazard"))
        .with((!because.is_empty()).then(|| of("span", "because").with(because)));
    let says = format!("I have read this: {}", hazard.text.as_str());
    let read = of("div", if time.is_some() { "hr" } else { "hr unread" })
        .with(
            parts::tick(scene, &name, &says)
                .with(el("span").with("I have read this"))
                .with(time.map(|time| of("time", "sub").with(time))),
        )
        .with(of("div", "srcs").with(links(scene, hazard)));
    of("section", "hazard")
        .id(format!("hazard-{}", hazard.warning))
        .attr("aria-label", "Hazard")
        .with(head)
        .with(of("div", "hb").with(text(hazard)).with(details(hazard)))
        .with(read)
}

/// The sentence of loss in bold, what follows it in the same text as it is.
fn text(hazard: &PlanWarning) -> Vec<Element> {
    let whole = hazard.text.as_str();
    let first = parts::first_sentence(whole).len();
    let loss = of("p", "loss").with(prose::part(&hazard.text, 0..first, None));
    let rest = prose::part(&hazard.text, first..whole.len(), None);
    let rest = (!whole[first..].trim().is_empty()).then(|| el("p").with(rest));
    [loss].into_iter().chain(rest).collect()
}

/// A link to each sentence that tells of it.
fn links(scene: &Scene, warning: &PlanWarning) -> Vec<Element> {
    let further = warning.details.iter().filter_map(|detail| match detail {
        Detail::Item(text) | Detail::Text(text) => Some(text.span()),
        _ => None,
    });
    source::links(scene, &warning.place, &further.collect::<Vec<_>>())
}

fn details(warning: &PlanWarning) -> Vec<Element> {
    warning.details.iter().filter_map(parts::detail).collect()
}

/// A note: the article's label and its words.
pub fn note(scene: &Scene, note: &PlanWarning) -> Element {
    let label = note.label.as_deref().unwrap_or("NOTE");
    let because = words::sentence_case(&note.because.join(", and "));
    let because = (!because.is_empty()).then(|| of("p", "sub").with(because));
    of("div", "note")
        .with(
            el("p")
                .with(el("b").with(format!("{} ", title(label))))
                .with(prose::inline(&note.text, None)),
        )
        .with(details(note))
        .with(because)
        .with(links(scene, note))
}

/// `NOTE` as it is shown: `Note.`
fn title(label: &str) -> String {
    let small = label.to_lowercase();
    format!(
        "{}.",
        words::sentence_case(small.trim_end_matches([':', '.']))
    )
}
