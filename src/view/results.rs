//! The list of articles, and what a look-up found.

use super::message;
use super::node::{Element, Node, el, of};
use super::shell::split_prefix;
use crate::app::{App, List, Row, find, found_in, words};

/// At most this many rows are drawn: nobody reads more, and the page stays quick.
const MOST: usize = 200;

/// What stands under the bar on the start page, and on any page while the field is in use.
pub fn results(app: &App) -> Element {
    let said = app.message.as_ref().filter(|_| app.query.trim().is_empty());
    let main = of("main", "list").key("list").id("main");
    let main = main.with(said.map(message::message));
    match &app.list {
        List::Loading => main.with(el("h1").with("Articles")).with(skeleton()),
        List::Failed(why) => {
            let head = "The list of articles could not be loaded.";
            let text = format!("{why} Try again, or open an article by its address.");
            main.with(el("h1").with("Articles"))
                .with(message::plain(true, head, &text))
        }
        List::Rows(rows) => main.with(found(app, rows)),
    }
}

fn found(app: &App, rows: &[Row]) -> Vec<Element> {
    let found = find(rows, &app.query);
    let heading = el("h1").with(heading(app, &found.words, found.rows.len()));
    if found.rows.is_empty() {
        return vec![heading, nothing(app, rows)];
    }
    let some = found
        .rows
        .iter()
        .take(MOST)
        .filter_map(|index| rows.get(*index));
    let drawn: Vec<_> = some
        .enumerate()
        .map(|(at, one)| {
            row(
                &address(&app.root, one.page(), app.packed),
                one,
                &found.words,
                at == 0 && !found.words.is_empty(),
            )
        })
        .collect();
    let more = found.rows.len().saturating_sub(MOST);
    let more = (more > 0).then(|| {
        let text = format!(
            "{} more. Type another word to narrow the list.",
            words::thousands(more)
        );
        of("p", "more").with(text)
    });
    let list = el("ul").attr("role", "list").with(drawn);
    [heading, list].into_iter().chain(more).collect()
}

fn heading(app: &App, looked: &[String], number: usize) -> String {
    match (looked.len(), number) {
        (_, 0) if !app.query.trim().is_empty() => "No article".into(),
        (0, _) => words::count(number, "article"),
        (_, 1) => format!("1 article has “{}”", app.query.trim()),
        (_, _) => format!(
            "{} have “{}”",
            words::count(number, "article"),
            app.query.trim()
        ),
    }
}

fn nothing(app: &App, rows: &[Row]) -> Element {
    if rows.is_empty() {
        let text = "Put articles into the folder and build the site again.";
        return message::plain(false, "There are no articles here.", text);
    }
    let head = format!("No article has “{}”.", missing(app, rows));
    let text = "Check the number, or type a few words of the title.";
    message::plain(false, head, text)
}

/// The first word that no article has; the whole query where each word alone is found.
fn missing(app: &App, rows: &[Row]) -> String {
    let query = app.query.trim();
    let alone = query
        .split_whitespace()
        .find(|word| find(rows, word).rows.is_empty());
    alone.unwrap_or(query).into()
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
pub fn row(address: &str, row: &Row, looked: &[String], selected: bool) -> Element {
    let (prefix, title) = split_prefix(&row.title);
    let name = of("span", "ti")
        .with((!prefix.is_empty()).then(|| of("span", "px").with(prefix).with(" ")))
        .with(marked(title, looked));
    let link = of("a", "row")
        .attr("href", address)
        .with(of("span", "no").with(marked(&row.id, looked)))
        .with(name)
        .with(of("span", "kind").with(kind(row)));
    el("li").attr_if(selected, "class", "sel").with(link)
}

fn kind(row: &Row) -> Vec<Element> {
    let what = match row.class.as_str() {
        "read" => el("span").with("To read"),
        "advice" => el("span")
            .with(el("b").with("Advice:"))
            .with(sizes(row, "what to do")),
        _ => el("span").with(el("b").with("Guide:")).with(sizes(row, "")),
    };
    let product = row.products.first().map(|first| {
        let more = row.products.len() - 1;
        let more = if more > 0 {
            format!(", and {more} more")
        } else {
            String::new()
        };
        of("span", "pr").with(format!("{first}{more}"))
    });
    [what].into_iter().chain(product).collect()
}

fn sizes(row: &Row, none: &str) -> String {
    let mut sizes = Vec::new();
    if row.questions > 0 {
        sizes.push(words::count(row.questions, "question"));
    }
    if row.steps > 0 {
        sizes.push(words::count(row.steps, "step"));
    }
    if sizes.is_empty() {
        return format!(" {none}");
    }
    format!(" {}", sizes.join(", "))
}

/// A title with the words that were looked for marked.
fn marked(title: &str, looked: &[String]) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut at = 0;
    for range in found_in(title, looked) {
        nodes.push(Node::Text(title[at..range.start].into()));
        at = range.end;
        nodes.push(Node::Element(of("mark", "hit").with(&title[range])));
    }
    nodes.push(Node::Text(title[at..].into()));
    nodes
}

fn skeleton() -> Element {
    let row = || of("div", "skel").with(el("i")).with(el("i")).with(el("i"));
    of("div", "wait")
        .with(of("p", "vh").with("Loading"))
        .with(vec![row(), row(), row()])
}
