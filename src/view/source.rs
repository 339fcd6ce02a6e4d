//! The link from a line of the guide to its words in the article.

use super::Scene;
use super::node::{Element, el, of};
use crate::app::{Action, code};
use crate::extract::Place;
use crate::span::Span;

/// A small bar of marker and the name of the place. It looks the same everywhere; it is bold where the
/// article shows it.
pub fn link(scene: &Scene, place: &Place) -> Option<Element> {
    if place.span.is_empty() {
        return None;
    }
    Some(named(scene.app.marked, place.span, &place.name, "src"))
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
