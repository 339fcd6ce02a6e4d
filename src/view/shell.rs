//! What stands around a page: the bar with the look-up field, and the head of an article with its tabs.

use super::icon::{Icon, icon};
use super::node::{Element, button, el, of};
use crate::app::{Action, Tab, words};
use crate::document::Meta;

/// The bar. `root` is the way to the site's root. The field is a form, so that it works without any script; what depends on
/// whether something stands in it is the style sheet's.
pub fn bar(root: &str) -> Element {
    let home = format!("{root}index.html");
    let mark = of("a", "wm").attr("href", home.as_str()).with("kbguide");
    of("header", "bar").with(mark).with(field(&home))
}

fn field(home: &str) -> Element {
    let input = el("input")
        .attr("type", "search")
        .attr("name", "q")
        .id("look")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", "Number, words, error text")
        .attr("aria-label", "Look up an article");
    let clear = of("button", "clear")
        .attr("type", "reset")
        .attr("aria-label", "Clear the field")
        .with(icon(Icon::Close));
    let slash = of("kbd", "slash").attr("aria-hidden", "true").with("/");
    el("form")
        .attr("role", "search")
        .attr("action", home)
        .with(icon(Icon::Search))
        .with(input)
        .with(slash)
        .with(clear)
}

/// The head of an article; `tab` is what is shown of it, `None` where there is nothing to choose.
pub fn head(meta: &Meta, tab: Option<Tab>) -> Element {
    let (prefix, title) = split_prefix(&meta.title);
    let has_title = !meta.title.is_empty() && meta.title != meta.id;
    let heading = el("h1")
        .id("title")
        .attr("tabindex", "-1")
        .with(of("span", "no").with(&meta.id).with(" "))
        .with((!prefix.is_empty()).then(|| of("span", "px").with(prefix).with(" ")))
        .with(has_title.then(|| el("span").with(title)));
    let text = el("div").with(heading).with(about(meta));
    of("div", "head").with(text).with(tab.map(tabs))
}

/// The archive's prefix of a title (`XFOR:`) and the rest.
pub fn split_prefix(title: &str) -> (&str, &str) {
    let Some((prefix, rest)) = title.split_once(": ") else {
        return ("", title);
    };
    let is_prefix = (2..=9).contains(&prefix.len())
        && prefix
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    match is_prefix {
        true => (&title[..prefix.len() + 1], rest.trim_start()),
        false => ("", title),
    }
}

fn about(meta: &Meta) -> Option<Element> {
    let products: Vec<_> = meta.products.iter().map(|one| one.as_str()).collect();
    let modified = meta.modified.as_ref().map(|date| {
        let text = format!("Last modified {}", words::date(date));
        of("span", "mod").with(text)
    });
    if products.is_empty() && modified.is_none() {
        return None;
    }
    let applies = match products.as_slice() {
        [] => None,
        [some @ .., last] if products.len() <= 3 => {
            let before: String = some.iter().map(|one| format!("{one}; ")).collect();
            Some(el("span").with(format!("Applies to {before}{last}. ")))
        }
        [first, rest @ ..] => Some(more_products(first, rest)),
    };
    Some(of("div", "ab").with(applies).with(modified))
}

/// A long list of products: the first, and the others folded.
fn more_products(first: &str, rest: &[&str]) -> Element {
    let all: Vec<_> = rest.iter().map(|one| el("li").with(*one)).collect();
    let summary = el("summary").with(format!("Applies to {first} and {} more. ", rest.len()));
    el("details").with(summary).with(el("ul").with(all))
}

fn tabs(tab: Tab) -> Element {
    let one = |which: Tab, name: &str| {
        button("tab", &Action::Tab(which))
            .id(format!("tab-{}", name.to_lowercase()))
            .attr_if(which == tab, "aria-current", "page")
            .with(name)
    };
    of("nav", "tabs")
        .attr("aria-label", "This article")
        .with(one(Tab::Guide, "Guide"))
        .with(one(Tab::Article, "Article"))
}
