//! States: what a step brings about, so that it can be asked whether it is already so.
//!
//! ```text
//! effect  = ("set" | "change") object "to" value
//!         | ("remove" | "delete") object "from" place
//!         | ("add") object "to" place
//!         | ("enable" | "disable" | "install" | "uninstall") object
//!         | ("select" | "clear") object "check box"
//! value   = capital or number, up to a comma, "and then" or a clause
//! ```

use crate::language::word::{Word, words};
use std::ops::Range;

/// What an instruction brings about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EffectOf {
    /// Which kind, with its object and value or place as they stand in the sentence.
    pub kind: EffectKind,
    /// The object's words without its article.
    pub object: String,
    /// The instruction in the sentence.
    pub range: Range<usize>,
}

/// The kinds of effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EffectKind {
    /// The object has this value then.
    Value(String),
    /// The object is not at this place any more: preposition and place.
    Gone(&'static str, String),
    /// The object is at this place then.
    There(&'static str, String),
    /// The object is in this state then: a participle, and whether that is the positive one.
    Is(&'static str, bool),
}

/// The effects of a sentence's instructions, in order.
pub(crate) fn effects(sentence: &str) -> Vec<EffectOf> {
    let words = words(sentence);
    (0..words.len())
        .filter(|at| starts_instruction(&words, *at))
        .filter_map(|at| effect(&words, at))
        .collect()
}

/// Whether an instruction can start here: at the front, behind a comma, or behind `then`.
fn starts_instruction(words: &[Word], at: usize) -> bool {
    at == 0
        || words[at - 1].stop.is_some()
        || words[at - 1].is(&["then", "and", "to"])
            && words[at - 1].stop.is_none()
            && !words[at - 1].is(&["to"])
}

fn effect(words: &[Word], at: usize) -> Option<EffectOf> {
    let verb = &words[at];
    let end = instruction_end(words, at + 1);
    let body = words.get(at + 1..end)?;
    let (kind, object) = match verb.lower.as_ref() {
        "set" | "change" => valued(body)?,
        "remove" | "delete" => placed(body, &["from"])
            .map(|(object, prep, place)| (EffectKind::Gone(prep, place), object))?,
        "add" => placed(body, &["to"])
            .map(|(object, prep, place)| (EffectKind::There(prep, place), object))?,
        "enable" => (EffectKind::Is("enabled", true), whole(body)?),
        "disable" => (EffectKind::Is("enabled", false), whole(body)?),
        "install" => (EffectKind::Is("installed", true), whole(body)?),
        "uninstall" => (EffectKind::Is("installed", false), whole(body)?),
        "select" => (EffectKind::Is("selected", true), check_box(body)?),
        "clear" => (EffectKind::Is("selected", false), check_box(body)?),
        "stop" => (EffectKind::Is("running", false), service(body)?),
        "start" => (EffectKind::Is("running", true), service(body)?),
        _ => return None,
    };
    let fits = names_something(&object) && object.split(' ').count() <= 8;
    let object = strip_article(&object).to_string();
    fits.then_some(EffectOf {
        kind,
        object,
        range: verb.start..words[end - 1].end,
    })
}

/// The instruction goes to a comma, a semicolon, or a clause that says why.
fn instruction_end(words: &[Word], start: usize) -> usize {
    (start..words.len())
        .find_map(|at| {
            let stops = words[at].plain() && words[at].stop.is_some();
            let why = words.get(at + 1).is_some_and(|next| {
                next.is(&[
                    "so", "and", "by", "if", "when", "unless", "because", "before", "after",
                    "then", "or", "where", "using",
                ])
            });
            (stops || why).then_some(at + 1)
        })
        .unwrap_or(words.len())
}

fn text(words: &[Word]) -> String {
    words.iter().map(|w| w.text).collect::<Vec<_>>().join(" ")
}

/// Whether the object says by itself what it is: not `it`, not a bare `check box`.
fn names_something(object: &str) -> bool {
    let bare = strip_article(object).to_lowercase();
    let vague = [
        "it",
        "them",
        "this",
        "that",
        "these",
        "each",
        "all",
        "one",
        "both",
        "any",
        "check box",
        "option",
        "service",
        "program",
        "programs",
        "software",
        "file",
        "files",
        "value",
    ];
    let points = [
        "this ", "that ", "these ", "those ", "each ", "any ", "all ",
    ]
    .iter()
    .any(|word| bare.starts_with(word));
    !bare.is_empty() && !points && !vague.contains(&bare.as_str())
}

fn strip_article(object: &str) -> &str {
    ["the ", "a ", "an ", "your ", "its "]
        .iter()
        .find_map(|article| object.strip_prefix(article))
        .unwrap_or(object)
}

/// `the transfer mode to Outbound Only`
fn valued(body: &[Word]) -> Option<(EffectKind, String)> {
    let to = body.iter().rposition(|w| w.is(&["to"]) && w.plain())?;
    let value = values(&body[to + 1..]).pop()?;
    let whole = body.len() - to - 1 <= 4;
    (to >= 1 && whole).then(|| (EffectKind::Value(value), text(&body[..to])))
}

/// The values named from here on: `None or Inbound Only`, `256 Colors`.
pub(crate) fn values(words: &[Word]) -> Vec<String> {
    let mut found: Vec<Vec<&str>> = vec![Vec::new()];
    for word in words.iter().take(12) {
        if word.is(&["or", "and"]) && word.stop.is_none() {
            found.push(Vec::new());
            continue;
        }
        let named =
            word.capital() || word.quoted || word.text.starts_with(|c: char| c.is_ascii_digit());
        if !named {
            break;
        }
        if let Some(last) = found.last_mut() {
            last.push(word.text);
        }
        match word.stop {
            Some(',') => found.push(Vec::new()),
            Some(_) => break,
            None => {}
        }
    }
    found
        .into_iter()
        .filter(|value| !value.is_empty() && value.len() <= 4)
        .map(|value| value.join(" "))
        .collect()
}

/// `the address space from the Address Space tab`: object, preposition to ask with, place.
fn placed(body: &[Word], by: &[&str]) -> Option<(String, &'static str, String)> {
    let at = body.iter().position(|w| w.is(by) && w.plain())?;
    let place: Vec<_> = body[at + 1..]
        .iter()
        .take_while(|w| !w.is(&["in", "of", "on", "for", "with", "that"]))
        .collect();
    let last = place.last()?;
    let prep = if last.is(&[
        "tab", "page", "menu", "desktop", "disk", "drive", "computer", "server", "toolbar", "list",
        "hard",
    ]) && !last.is(&["list"])
    {
        "on"
    } else if last.is(&[
        "file",
        "folder",
        "directory",
        "list",
        "box",
        "group",
        "registry",
        "key",
        "section",
        "statement",
        "path",
        "line",
    ]) {
        "in"
    } else {
        return None;
    };
    let place: Vec<_> = place.iter().map(|w| w.text).collect();
    Some((text(&body[..at]), prep, place.join(" ")))
}

fn whole(body: &[Word]) -> Option<String> {
    let end = body
        .iter()
        .position(|w| w.is(&["on", "in", "from", "for", "with", "to", "of", "at"]))
        .unwrap_or(body.len());
    let object = text(&body[..end]);
    let vague = [
        "it",
        "them",
        "this",
        "these",
        "that",
        "the following",
        "one",
        "any",
        "all",
    ];
    (!object.is_empty() && !vague.contains(&object.to_lowercase().as_str())).then_some(object)
}

fn check_box(body: &[Word]) -> Option<String> {
    let body = if body.first().is_some_and(|w| w.is(&["to"])) {
        body.get(2..)?
    } else {
        body
    };
    let at = body
        .windows(2)
        .position(|pair| pair[0].is(&["check"]) && pair[1].is(&["box"]))?;
    Some(text(&body[..at + 2]))
}

fn service(body: &[Word]) -> Option<String> {
    let last = body
        .iter()
        .position(|w| w.is(&["service", "services", "daemon"]))?;
    Some(text(&body[..=last]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_effects() {
        let examples = [
            (
                "Set the print mode to Direct Only, and then restart it.",
                "Value(\"Direct Only\") print mode",
            ),
            (
                "Remove the entry from the Routes tab in its properties.",
                "Gone(\"on\", \"the Routes tab\") entry",
            ),
            (
                "On the server, disable the old scanner.",
                "Is(\"enabled\", false) old scanner",
            ),
            ("Click to clear the Keep Copies check box.", ""),
            (
                "Clear the Keep Copies check box.",
                "Is(\"selected\", false) Keep Copies check box",
            ),
            (
                "Stop the Spooler service.",
                "Is(\"running\", false) Spooler service",
            ),
            ("Change the name to the one you want.", ""),
        ];
        for (sentence, expected) in examples {
            let found: Vec<_> = effects(sentence)
                .iter()
                .map(|e| format!("{:?} {}", e.kind, e.object))
                .collect();
            assert_eq!(found.join("; "), expected, "{sentence}");
        }
    }

    #[test]
    fn finds_values() {
        let named = values(&words("None or Inbound Only, messages are routed"));
        assert_eq!(named, ["None", "Inbound Only"]);
    }
}
