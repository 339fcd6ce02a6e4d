//! Looks up articles of a built site, with the search of the site's own page.

use super::arguments::Kind;
use super::sources::Sources;
use super::{Error, output};
use crate::lookup::{Ask, Class, Found, Hit, Lookup, ROOT, Snippet, Step, Tools, snippet, source};
use crate::print::text_line;
use serde::Serialize;
use std::fmt::Write;
use std::fs;
use std::io::{IsTerminal, stdout};
use std::path::{Path, PathBuf};

/// What to look up, where, and how to print it.
pub struct Order {
    /// Words, a number, phrases in quotes.
    pub query: String,
    /// The site's folder.
    pub site: PathBuf,
    /// Only articles of this product.
    pub product: Option<String>,
    /// Only articles of this class.
    pub class: Option<Kind>,
    /// How many results.
    pub count: usize,
    /// Whether they are printed as JSON.
    pub json: bool,
}

/// What is printed as JSON.
#[derive(Serialize)]
struct Results {
    results: Vec<Line>,
    missing: Vec<String>,
}

/// A result.
#[derive(Serialize)]
struct Line {
    id: String,
    title: String,
    score: f64,
}

/// Looks up and prints. What is broken is said on standard error, and what is not answers all the same.
pub fn find(order: &Order) -> Result<(), Error> {
    let mut lookup = open(&order.site)?;
    let sources = Sources::of(&order.site);
    let mut found = search(&mut lookup, &sources, order);
    let snippets = match order.json {
        true => Vec::new(),
        false => snippets(&mut found, &sources, lookup.tools()),
    };
    for problem in &found.problems {
        output::complain(problem);
    }
    match order.json {
        true => output::json(&results(found)),
        false => output::text_out(&text(&found, &snippets, stdout().is_terminal())),
    }
}

/// The lines of each result; those that cannot be had are empty, and why becomes one of the problems.
fn snippets(found: &mut Found, sources: &Sources, tools: &Tools) -> Vec<Snippet> {
    let mut one = |hit: &Hit| {
        let file = source(&hit.name)?;
        match sources.read(&file) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                return Some(snippet(&text, &found.marks, tools));
            }
            Err(why) => found.problems.push(format!("{file} cannot be read: {why}")),
        }
        None
    };
    let snippets = found.hits.iter().map(|hit| one(hit).unwrap_or_default());
    let snippets = snippets.collect();
    found.problems.sort(); // a phrase may have been looked for there, too
    found.problems.dedup();
    snippets
}

fn open(site: &Path) -> Result<Lookup, Error> {
    let path = site.join(ROOT);
    let unreadable = |why: String| {
        Error::failed(format!(
            "{} cannot be read: {why}; a site is made with: kbguide build KB-DIR -o SITE",
            path.display()
        ))
    };
    let bytes = fs::read(&path).map_err(|error| unreadable(error.to_string()))?;
    Lookup::new(&bytes).map_err(|broken| unreadable(broken.to_string()))
}

/// Reads what the search needs until it is done.
fn search(lookup: &mut Lookup, sources: &Sources, order: &Order) -> Found {
    let ask = Ask {
        query: order.query.clone(),
        product: order.product.clone(),
        class: order.class.map(|class| match class {
            Kind::Guide => Class::Guide,
            Kind::Read => Class::Read,
        }),
        count: order.count,
        ..Ask::default()
    };
    loop {
        match lookup.step(&ask) {
            Step::Done(found) => return found,
            Step::Need(names) => {
                for name in names {
                    match sources.read(&name) {
                        Ok(bytes) => lookup.put(&name, bytes),
                        Err(why) => lookup.fail(&name, &why),
                    }
                }
            }
        }
    }
}

fn results(found: Found) -> Results {
    let one = |hit: Hit| Line {
        id: hit.id,
        title: hit.title,
        score: (f64::from(hit.score) * 1e3).round() / 1e3,
    };
    Results {
        results: found.hits.into_iter().map(one).collect(),
        missing: found.missing,
    }
}

/// Each result in a few lines, then what was not found. No sign of an article or of the query reaches a terminal that would obey it.
fn text(found: &Found, snippets: &[Snippet], color: bool) -> String {
    let mut out = String::new();
    for (hit, snippet) in found.hits.iter().zip(snippets) {
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}  {}", text_line(&hit.id), title(hit, color));
        let _ = writeln!(out, "    {}", text_line(&about(hit)));
        if !snippet.is_empty() {
            let _ = writeln!(out, "    {}", marked(snippet, color).trim());
        }
        out.push('\n');
    }
    let articles = match (found.total, found.hits.len()) {
        (0, _) => "No article has any of these words".to_string(),
        (1, _) => "1 article".into(),
        (total, shown) if shown < total => format!("The best {shown} of {total} articles"),
        (total, _) => format!("{total} articles"),
    };
    let _ = writeln!(out, "{articles}");
    for (typed, meant) in &found.corrected {
        let typed = text_line(typed);
        let _ = writeln!(out, "Looked for “{meant}” in place of “{typed}”");
    }
    if !found.missing.is_empty() {
        let missing = text_line(&found.missing.join(", "));
        let _ = writeln!(out, "In no article: {missing}");
    }
    out
}

fn about(hit: &Hit) -> String {
    let plural = |count: u32, word: &str| match count {
        1 => format!("1 {word}"),
        count => format!("{count} {word}s"),
    };
    let class = match (hit.class.as_str(), hit.questions) {
        ("guide" | "choice", 0) => format!("guide, {}", plural(hit.steps, "step")),
        ("guide" | "choice", questions) => {
            let steps = plural(hit.steps, "step");
            format!("guide, {}, {steps}", plural(questions, "question"))
        }
        _ => "to read".into(),
    };
    match hit.products.is_empty() {
        true => class,
        false => format!("{class}; {}", hit.products),
    }
}

fn title(hit: &Hit, color: bool) -> String {
    let mut pieces = Snippet::new();
    let mut at = 0;
    let mut push = |range: std::ops::Range<usize>, marked| {
        let text = hit.title.get(range).unwrap_or_default();
        pieces.push((text.into(), marked));
    };
    for mark in &hit.marks {
        push(at..mark.start, false);
        push(mark.clone(), true);
        at = mark.end;
    }
    push(at..hit.title.len(), false);
    marked(&pieces, color)
}

/// A piece of a line with the blanks at its ends.
fn line(text: &str) -> String {
    let blank = |is: bool| if is { " " } else { "" };
    let inner = text_line(text);
    let (start, end) = (
        text.starts_with(char::is_whitespace),
        text.ends_with(char::is_whitespace),
    );
    match inner.is_empty() {
        true => blank(start || end).into(),
        false => format!("{}{inner}{}", blank(start), blank(end)),
    }
}

/// Bold where the terminal shows it.
fn marked(pieces: &Snippet, color: bool) -> String {
    let piece = |(text, marked): &(String, bool)| {
        let text = line(text);
        match *marked && color {
            true => format!("\x1b[1m{text}\x1b[0m"),
            false => text,
        }
    };
    pieces.iter().map(piece).collect()
}
