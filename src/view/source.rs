//! The link from a line of the guide to its words in the article.

use super::Scene;
use super::node::{Element, el, of};
use crate::app::{Action, code, words};
use crate::extract::Place;
use crate::guide::Guide;
use crate::span::Span;

/// A small bar of marker and the name of the place. It looks the same everywhere; it is bold where the
/// article shows it.
pub fn link(scene: &Scene, place: &Place) -> Option<Element> {
    if place.span.is_empty() {
        return None;
    }
    Some(named(scene.app.marked, place.span, &place.name, "src"))
}

/// A link to the sentence of a quotation.
pub fn quoted(scene: &Scene, span: Span) -> Option<Element> {
    link(scene, &place_of(scene.guide, span))
}

/// A place and those of `others` that lie outside of it: `Summary, sentence 5`, `Sentence 6`.
pub fn links(scene: &Scene, place: &Place, others: &[Span]) -> Vec<Element> {
    let (within, _) = place.name.rsplit_once(", ").unwrap_or_default();
    let more = others.iter().filter(|span| !place.span.contains(**span));
    let more = more.filter_map(|span| {
        let mut other = place_of(scene.guide, *span);
        let rest = other
            .name
            .strip_prefix(within)
            .filter(|_| !within.is_empty());
        if let Some(rest) = rest.and_then(|rest| rest.strip_prefix(", ")) {
            other.name = words::sentence_case(rest);
        }
        link(scene, &other)
    });
    link(scene, place).into_iter().chain(more).collect()
}

/// The sentence that a span lies in; the span under the name of its first sentence where it is more than one.
fn place_of(guide: &Guide, span: Span) -> Place {
    let sentences = &guide.extraction.sentences; // in the article's order
    let behind = sentences.partition_point(|one| one.place.span.start <= span.start);
    let before = behind.checked_sub(1).and_then(|at| sentences.get(at));
    let found = before.map(|one| &one.place);
    match found.filter(|place| span.start < place.span.end) {
        Some(place) if place.span.contains(span) => place.clone(),
        place => Place {
            span,
            name: place.map_or("Article", |place| &place.name).into(),
        },
    }
}

/// A link to a place of the article that is called `name`.
pub fn named(marked: Option<Span>, span: Span, name: &str, class: &str) -> Element {
    of("a", class)
        .attr("href", format!("#{}", anchor(span)))
        .attr("data-action", Action::Source(span).to_string())
        .attr_if(marked == Some(span), "aria-current", "true")
        .with(el("span").with(name))
}

/// The id of a passage in the article. It is what the page's address says of a marked place too, so a link works
/// before the engine is there.
pub fn anchor(span: Span) -> String {
    format!("at={}", code::span(span))
}
