//! The look-up's results, under the bar of the start page.

use super::message;
use super::node::{Element, Node, el, of};
use super::results::{address, applies, kind, push, title};
use crate::app::look::{Look, Wish, class_name};
use crate::app::words;
use crate::lookup::{Class, Found, Hit, Snippet};

/// What stands under the bar while something is looked for.
pub fn look(look: &Look) -> Element {
    let main = of("main", "list").id("main").with(filters(look));
    match &look.found {
        None => main.with(el("h1").with("Looking")).with(skeleton()),
        Some((wish, found)) => main
            .with(problems(found))
            .with(
                told(found)
                    .into_iter()
                    .map(|one| of("p", "told").with(one))
                    .collect::<Vec<_>>(),
            )
            .with(results(look, wish, found)),
    }
}

fn results(look: &Look, wish: &Wish, found: &Found) -> Vec<Element> {
    let heading = el("h1").with(heading(wish, found));
    if found.hits.is_empty() {
        let sure = found.problems.is_empty();
        return [heading]
            .into_iter()
            .chain(sure.then(|| nothing(wish, found)))
            .collect();
    }
    let rows = found.hits.iter().enumerate();
    let rows = rows.map(|(at, hit)| row(look, hit, at == 0));
    let list = el("ul").attr("role", "list").with(rows.collect::<Vec<_>>());
    let more = (found.total > found.hits.len() && wish.count <= found.hits.len()).then(more);
    [heading, list].into_iter().chain(more).collect()
}

/// How much was found.
pub fn heading(wish: &Wish, found: &Found) -> String {
    let query = wish.query.trim();
    match found.total {
        0 => format!("No article for “{query}”"),
        total => format!("{} for “{query}”", words::count(total, "article")),
    }
}

/// What is to be said about the words, a sentence each.
pub fn told(found: &Found) -> Vec<String> {
    let corrected = found.corrected.iter();
    let mut told: Vec<String> = corrected
        .map(|(typed, meant)| format!("No article has “{typed}”; showing “{meant}”."))
        .collect();
    if !found.hits.is_empty() {
        told.extend(
            missing(found)
                .map(|missing| format!("No article has {missing}; these have the other words.")),
        );
    }
    told
}

/// The words that no article has and nothing was shown for: `“a” or “b”`.
fn missing(found: &Found) -> Option<String> {
    let corrected = |word: &&String| found.corrected.iter().any(|(typed, _)| typed == *word);
    let mut missing: Vec<String> = Vec::new();
    for word in found.missing.iter().filter(|word| !corrected(word)) {
        let word = format!("“{word}”");
        if !missing.contains(&word) {
            missing.push(word);
        }
    }
    let last = missing.pop()?;
    Some(match missing.is_empty() {
        true => last,
        false => format!("{} or {last}", missing.join(", ")),
    })
}

fn nothing(wish: &Wish, found: &Found) -> Element {
    let filtered = wish.product.is_some() || wish.class.is_some();
    let head = match missing(found) {
        Some(missing) => format!("No article has {missing}."),
        None if filtered => "None of the articles that you chose has these words.".into(),
        None if wish.query.contains(['"', '“']) => {
            "No article has these words in this order.".into()
        }
        None => "No article has these words.".into(),
    };
    let text = match filtered {
        true => "Look at all articles of any product, or try other words.",
        false => "Check the number, or try other words.",
    };
    message::plain(false, head, text)
}

/// What could not be read of the index.
fn problems(found: &Found) -> Option<Element> {
    let first = found.problems.first()?;
    let others = match found.problems.len() - 1 {
        0 => String::new(),
        others => format!(
            " {} cannot be read either.",
            words::count(others, "other file")
        ),
    };
    let head = el("b").with("Not everything could be read, so articles may be missing here.");
    let text = el("div")
        .with(head)
        .with(el("p").with(format!("{first}.{others}")));
    let again = press("again", "Try again");
    Some(
        of("div", "msg fail")
            .attr("role", "alert")
            .with(text)
            .with(again),
    )
}

fn press(name: &str, says: &str) -> Element {
    of("button", "btn")
        .attr("type", "button")
        .attr("data-do", name)
        .with(says)
}

fn more() -> Element {
    el("p").with(press("more", "More results"))
}

fn row(look: &Look, hit: &Hit, selected: bool) -> Element {
    let kind = kind(&hit.class, hit.questions as usize, hit.steps as usize);
    let product = (!hit.products.is_empty()).then(|| applies(&hit.products));
    let text = of("span", "txt")
        .with(title(&hit.title, &hit.marks))
        .with(of("span", "sn").with(line(look, hit)));
    let link = of("a", "row")
        .attr("href", address(&look.root, &hit.name, look.packed))
        .with(of("span", "no").with(&hit.id))
        .with(text)
        .with(of("span", "kind").with(kind).with(product));
    el("li").attr_if(selected, "class", "sel").with(link)
}

/// The line of a result that has the words, or why there is none.
fn line(look: &Look, hit: &Hit) -> Vec<Node> {
    match (look.snippets.get(&hit.name), look.unread.get(&hit.name)) {
        (Some(found), _) => snippet(found),
        (None, Some(why)) => vec![Node::Text(format!("No line of it can be shown: {why}."))],
        (None, None) => Vec::new(),
    }
}

fn snippet(snippet: &Snippet) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (text, marked) in snippet {
        push(&mut nodes, Some(text), *marked);
    }
    nodes
}

fn filters(look: &Look) -> Element {
    let class = look.wish.class.map(class_name);
    let classes = [Class::Guide, Class::Read].map(|one| {
        let says = match one {
            Class::Guide => "Guides",
            Class::Read => "To read",
        };
        (class_name(one).to_string(), says.to_string())
    });
    let products = look.products.iter().map(|(name, count)| {
        let says = format!("{} ({})", product(name), words::thousands(*count as usize));
        (name.clone(), says)
    });
    let mut products: Vec<_> = products.collect();
    let chosen = look.wish.product.as_deref();
    if let Some(other) = chosen.filter(|chosen| products.iter().all(|(name, _)| name != chosen)) {
        products.push((other.into(), product(other)));
    }
    of("div", "filters")
        .with(choice("class", "What it is", "All", class, &classes))
        .with(choice("product", "Product", "Any", chosen, &products))
}

fn choice(
    id: &'static str,
    label: &str,
    all: &str,
    chosen: Option<&str>,
    options: &[(String, String)],
) -> Element {
    let option = |value: &str, says: &str, is: bool| {
        let option = el("option").attr("value", value);
        option.attr_if(is, "selected", "").with(says)
    };
    let options = options
        .iter()
        .map(|(value, says)| option(value, says, chosen == Some(value)));
    let select = el("select")
        .id(id)
        .with(option("", all, chosen.is_none()))
        .with(options.collect::<Vec<_>>());
    el("label").with(el("span").with(label)).with(select)
}

/// A product's name with capitals: short words without a vowel are letters each.
fn product(name: &str) -> String {
    let word = |word: &str| match word.len() <= 4 && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    {
        true => word.to_uppercase(),
        false => words::sentence_case(word),
    };
    let words: Vec<String> = name.split(' ').map(word).collect();
    words.join(" ")
}

fn skeleton() -> Element {
    let row = || of("div", "skel").with(el("i")).with(el("i")).with(el("i"));
    of("div", "wait")
        .with(of("p", "vh").with("Loading"))
        .with(vec![row(), row(), row()])
}
