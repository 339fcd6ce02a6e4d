//! The list of articles as a site prints it, and the pieces of a line that the look-up's results share.

use super::message;
use super::node::{Element, Node, el, of};
use super::shell::split_prefix;
use crate::app::{Row, words};
use std::ops::Range;

/// A list of articles.
pub fn results(rows: &[&Row], packed: bool) -> Element {
    let heading = el("h1").with(words::count(rows.len(), "article"));
    let main = of("main", "list").id("main").with(heading);
    if rows.is_empty() {
        let text = "Put articles into the folder and build the site again.";
        return main.with(message::plain(false, "There are no articles here.", text));
    }
    let rows = rows
        .iter()
        .map(|one| row(&address("", one.page(), packed), one));
    let list = el("ul").attr("role", "list").with(rows.collect::<Vec<_>>());
    main.with(list)
}

/// The address of an article. Where there are no pages, one that every host takes: a page of its own address there is only as
/// long as the host shows `404.html` for what it has not.
pub fn address(root: &str, name: &str, packed: bool) -> String {
    match packed {
        true => format!("{root}index.html?article={name}"),
        false => format!("{root}article/{name}.html"),
    }
}

/// One article of the list.
pub fn row(address: &str, row: &Row) -> Element {
    let product = row.products.first().map(|first| {
        let more = row.products.len() - 1;
        match more {
            0 => first.clone(),
            _ => format!("{first}, and {more} more"),
        }
    });
    let kind = kind(&row.class, row.questions, row.steps);
    let link = of("a", "row")
        .attr("href", address)
        .with(of("span", "no").with(&row.id))
        .with(title(&row.title, &[]))
        .with(of("span", "kind").with(kind).with(product.map(applies)));
    el("li").with(link)
}

/// A title, its prefix quieter, with these places of it marked.
pub fn title(title: &str, marks: &[Range<usize>]) -> Element {
    let (prefix, rest) = split_prefix(title);
    let cut = title.len() - rest.len();
    let prefix = (!prefix.is_empty()).then(|| of("span", "px").with(prefix).with(" "));
    let name = of("span", "ti").with(prefix);
    let mut nodes = Vec::new();
    let mut at = cut;
    for mark in marks.iter().filter(|mark| mark.start >= cut) {
        push(&mut nodes, title.get(at..mark.start), false);
        push(&mut nodes, title.get(mark.clone()), true);
        at = mark.end;
    }
    push(&mut nodes, title.get(at..), false);
    name.with(nodes)
}

/// A piece of a text, marked where it was looked for.
pub fn push(nodes: &mut Vec<Node>, text: Option<&str>, marked: bool) {
    let Some(text) = text.filter(|text| !text.is_empty()) else {
        return;
    };
    nodes.push(match marked {
        true => Node::Element(of("mark", "hit").with(text)),
        false => Node::Text(text.into()),
    });
}

/// What an article is.
pub fn kind(class: &str, questions: usize, steps: usize) -> Element {
    let (name, none) = match class {
        "read" => return el("span").with("To read"),
        "advice" => ("Advice:", "what to do"),
        _ => ("Guide:", ""),
    };
    let counts = [(questions, "question"), (steps, "step")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    let sizes: Vec<String> = counts
        .map(|(count, what)| words::count(count, what))
        .collect();
    let sizes = match sizes.is_empty() {
        true => none.into(),
        false => sizes.join(", "),
    };
    el("span")
        .with(el("b").with(name))
        .with(format!(" {sizes}"))
}

/// What an article applies to.
pub fn applies(product: impl Into<String>) -> Element {
    of("span", "pr").with(product.into())
}
