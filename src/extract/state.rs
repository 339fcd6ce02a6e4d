//! States: what a step brings about, so that it can be asked whether it is already so.
//!
//! ```text
//! effect  = ("set" | "change") object ["from" value] "to" value
//!         | "type" number "in the" name "box" | "In the" name "box, type" number
//!         | ("remove" | "delete") object "from" place
//!         | ("add") object "to" place
//!         | ("enable" | "disable" | "install" | "uninstall") object
//!         | ["click to"] ("select" | "clear") name ("check box" | "option button" | "radio button")
//!         | ("start" | "stop") name "service"
//!         | "rename" object "to" name
//! value   = capital or number, up to a comma, "and then" or a clause
//! ```
//!
//! What an object is called is judged in [`super::thing`]: a question that only the step itself explains
//! (`the following line`, `the driver`) is none. Two verbs of one object (`stop and restart`) leave it as it was.

use super::thing::{Thing, thing};
use crate::language::word::{Word, words};
use std::ops::Range;

/// What an instruction brings about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EffectOf {
    /// Which kind, with its value or place as they stand in the sentence.
    pub kind: EffectKind,
    /// What it is done to.
    pub object: Thing,
    /// The instruction in the sentence.
    pub range: Range<usize>,
}

/// The kinds of effects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EffectKind {
    /// The object has this value then.
    Value(String),
    /// The box holds this text then.
    Typed(String),
    /// The object is not at this place any more: preposition and place.
    Gone(&'static str, String),
    /// The object is at this place then.
    There(&'static str, String),
    /// The object is in this state then: a participle, and whether that is the positive one.
    Is(&'static str, bool),
    /// The object has this name then.
    Named(String),
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
    let Some(before) = at.checked_sub(1).and_then(|before| words.get(before)) else {
        return true;
    };
    before.stop.is_some() || before.is(&["then", "and"])
}

fn effect(words: &[Word], at: usize) -> Option<EffectOf> {
    let start = words.get(at)?.start;
    let at = at + clicks(words, at);
    let verb = words.get(at)?;
    let end = instruction_end(words, at + 1);
    let body = words.get(at + 1..end)?;
    if body.first()?.is(&["and", "or"]) {
        return None;
    }
    let (kind, object) = match verb.lower.as_ref() {
        "set" | "change" => valued(body)?,
        "type" => typed(words.get(..at)?, body)?,
        "remove" | "delete" => placed(body, "from")
            .map(|(object, prep, place)| (EffectKind::Gone(prep, place), object))?,
        "add" => placed(body, "to")
            .map(|(object, prep, place)| (EffectKind::There(prep, place), object))?,
        "rename" => renamed(body)?,
        "enable" => (EffectKind::Is("enabled", true), whole(body)?),
        "disable" => (EffectKind::Is("enabled", false), whole(body)?),
        "install" => (EffectKind::Is("installed", true), program(body)?),
        "uninstall" => (EffectKind::Is("installed", false), program(body)?),
        "select" => (EffectKind::Is("selected", true), control(body)?),
        "clear" => (EffectKind::Is("selected", false), control(body)?),
        "stop" => (EffectKind::Is("running", false), service(body)?),
        "start" => (EffectKind::Is("running", true), service(body)?),
        _ => return None,
    };
    Some(EffectOf {
        kind,
        object,
        range: start..words.get(end.checked_sub(1)?)?.end,
    })
}

/// `click to select`: how many words stand before the verb that tells the effect.
fn clicks(words: &[Word], at: usize) -> usize {
    let is = |offset: usize, any: &[&str]| words.get(at + offset).is_some_and(|word| word.is(any));
    let clicks = is(0, &["click"]) && is(1, &["to"]) && is(2, &["select", "clear"]);
    if clicks { 2 } else { 0 }
}

/// The instruction goes to a comma, a semicolon, or a clause that says why.
fn instruction_end(words: &[Word], start: usize) -> usize {
    (start..words.len())
        .find_map(|at| {
            let stops = words[at].plain() && words[at].stop.is_some();
            let why = words.get(at + 1).is_some_and(|next| {
                !next.capital()
                    && next.is(&[
                        "so", "and", "by", "if", "when", "unless", "because", "before", "after",
                        "then", "or", "where", "using",
                    ])
            });
            (stops || why).then_some(at + 1)
        })
        .unwrap_or(words.len())
}

/// `the transfer mode to Outbound Only`, `the limit from 5 to 10`
fn valued(body: &[Word]) -> Option<(EffectKind, Thing)> {
    let to = body.iter().rposition(|w| w.is(&["to"]) && w.plain())?;
    let value = values(body.get(to + 1..)?).pop()?;
    let whole = body.len() - to - 1 <= 4;
    let object = body.get(..to)?;
    let from = object.iter().position(|w| w.is(&["from"]));
    let object = thing(object.get(..from.unwrap_or(to))?)?;
    let told = object.has_name() || object.text.contains(' ');
    (whole && told).then_some((EffectKind::Value(value), object))
}

/// `30 in the Timeout box`, or `In the Timeout box,` before the verb.
fn typed(before: &[Word], body: &[Word]) -> Option<(EffectKind, Thing)> {
    let (value, rest) = body.split_first()?;
    let number = value.text.starts_with(|c: char| c.is_ascii_digit());
    let place = match rest.is_empty() {
        true => before,
        false => rest,
    };
    let (first, name) = place.split_first()?;
    let boxed = first.is(&["in"]) && name.last().is_some_and(|word| word.is(&["box"]));
    let name = thing(name).filter(|name| boxed && name.has_name())?;
    let command = [
        "Open box",
        "Run box",
        "Value data box",
        "Value Data box",
        "Value box",
    ];
    let told = number && !command.contains(&name.text.as_str());
    told.then(|| (EffectKind::Typed(value.text.to_string()), name))
}

/// `Setup.old to Setup.exe`
fn renamed(body: &[Word]) -> Option<(EffectKind, Thing)> {
    let to = body.iter().position(|w| w.is(&["to", "as"]))?;
    let [name] = body.get(to + 1..)? else {
        return None;
    };
    let named = name.text.contains('.') && name.text.len() > 2;
    let object = thing(body.get(..to)?).filter(|object| named && object.has_name())?;
    Some((EffectKind::Named(name.text.to_string()), object))
}

/// The values named from here on: `None or Inbound Only`, `256 Colors`.
pub(crate) fn values(words: &[Word]) -> Vec<String> {
    let mut found: Vec<Vec<&str>> = vec![Vec::new()];
    let mut before = None;
    for word in words.iter().take(12) {
        if word.is(&["or", "and"]) && word.stop.is_none() {
            found.push(Vec::new());
            continue;
        }
        let named =
            word.capital() || word.quoted || word.text.starts_with(|c: char| c.is_ascii_digit());
        let torn = before.is_some_and(|end: usize| word.start != end + 1);
        let goes_on = found.last().is_some_and(|last| !last.is_empty());
        if !named || torn && goes_on {
            break; // a value stands in one piece: a parenthesis or a quotation ends it
        }
        before = Some(word.end);
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
fn placed(body: &[Word], by: &str) -> Option<(Thing, &'static str, String)> {
    let at = body.iter().position(|w| w.is(&[by]) && w.plain())?;
    let place = body.get(at + 1..)?;
    let length = place
        .iter()
        .take_while(|w| w.plain() && !w.is(&["in", "of", "on", "for", "with", "that", "as"]))
        .count();
    let place = place.get(..length)?;
    let last = place.last()?;
    let prep = match () {
        () if last.is(ON) => "on",
        () if last.is(IN) => "in",
        () => return None,
    };
    let known = last.is(&["desktop", "registry"]);
    let vague = place.iter().any(|w| {
        w.is(&[
            "this",
            "that",
            "each",
            "same",
            "following",
            "above",
            "appropriate",
            "new",
        ])
    });
    if vague || (place.len() < 3 && !known) {
        return None;
    }
    let object = thing(body.get(..at)?).filter(|object| !is_loose(&object.text))?;
    let place: Vec<_> = place.iter().map(|w| w.text).collect();
    Some((object, prep, place.join(" ")))
}

/// What is put in and taken out by hand, and marks: nobody asks whether they are there.
fn is_loose(object: &str) -> bool {
    let lower = object.to_lowercase();
    [
        "check mark",
        "disk",
        "disc",
        "cd",
        "disks",
        "text",
        "line",
        "lines",
        "code",
        "check",
    ]
    .iter()
    .any(|loose| lower == *loose || lower.ends_with(&format!(" {loose}")))
}

/// Places that things are on.
const ON: &[&str] = &[
    "tab", "page", "menu", "desktop", "computer", "server", "toolbar",
];

/// Places that things are in.
const IN: &[&str] = &[
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
];

/// The object up to where something else is told of it.
fn whole(body: &[Word]) -> Option<Thing> {
    let end = body.iter().position(|w| {
        w.is(&[
            "on", "in", "from", "for", "with", "to", "of", "at", "into", "as", "onto", "under",
            "through", "without", "again", "via", "during", "over", "per",
        ]) || w.lower.len() > 4 && w.lower.ends_with("ly") && !w.capital()
    });
    thing(body.get(..end.unwrap_or(body.len()))?)
}

/// What can be installed or not: something with a name, or of a kind of its own (`the mail client`).
fn program(body: &[Word]) -> Option<Thing> {
    let of_kind = |thing: &Thing| {
        let kind = thing.text.split(' ').next_back();
        let loose = [
            "version",
            "copy",
            "installation",
            "network",
            "hardware",
            "software",
        ];
        thing.article && thing.text.contains(' ') && kind.is_some_and(|kind| !loose.contains(&kind))
    };
    whole(body).filter(|thing| thing.has_name() || of_kind(thing))
}

/// `the Keep Copies check box`, `the Direct Only option button`
fn control(body: &[Word]) -> Option<Thing> {
    let end = body.iter().enumerate().find_map(|(at, word)| {
        let next = body.get(at + 1);
        match next {
            Some(next) if word.is(&["check"]) && next.is(&["box"]) => Some(at + 2),
            Some(next) if word.is(&["option", "radio"]) && next.is(&["button"]) => Some(at + 2),
            _ => None,
        }
    })?;
    thing(body.get(..end)?).filter(Thing::has_name)
}

fn service(body: &[Word]) -> Option<Thing> {
    let last = body
        .iter()
        .position(|w| w.is(&["service", "services", "daemon"]))?;
    let named_on = body.get(last + 1).is_some_and(Word::capital) && body.get(last)?.stop.is_none();
    if named_on {
        return None; // `Internet Services Manager`
    }
    thing(body.get(..=last)?)
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
                "Change the retry limit from 5 to 10.",
                "Value(\"10\") retry limit",
            ),
            ("Change the name to the one you want.", ""),
            ("Set the caption to Stop.", ""),
            (
                "Type 30 in the Retry After box.",
                "Typed(\"30\") Retry After box",
            ),
            (
                "In the Retry After box, type 30.",
                "Typed(\"30\") Retry After box",
            ),
            ("In the Open box, type 30.", ""),
            ("Type your name in the Owner box.", ""),
            (
                "Remove the old route from the Routes tab in its properties.",
                "Gone(\"on\", \"the Routes tab\") old route",
            ),
            (
                "Delete the Backup icon from the desktop.",
                "Gone(\"on\", \"the desktop\") Backup icon",
            ),
            ("Remove the disk from the spare computer.", ""),
            (
                "Add the operator to the Night Shift group.",
                "There(\"in\", \"the Night Shift group\") operator",
            ),
            ("Add the following line to the Start section.", ""),
            ("Add the operator to the list.", ""),
            ("Enable logging.", "Is(\"enabled\", true) logging"),
            (
                "Enable logging locally with a switch.",
                "Is(\"enabled\", true) logging",
            ),
            (
                "On the server, disable the old scanner.",
                "Is(\"enabled\", false) old scanner",
            ),
            ("Disable or remove the scanner.", ""),
            ("Install Fax Pack 2.", "Is(\"installed\", true) Fax Pack 2"),
            (
                "Install the mail reader.",
                "Is(\"installed\", true) mail reader",
            ),
            ("Install the retail version.", ""),
            ("Install the driver.", ""),
            ("Install the programs that you need.", ""),
            (
                "Uninstall Fax Pack 2.",
                "Is(\"installed\", false) Fax Pack 2",
            ),
            (
                "Click to clear the Keep Copies check box.",
                "Is(\"selected\", false) Keep Copies check box",
            ),
            (
                "Click to select only the Keep Copies check box, and then click OK.",
                "Is(\"selected\", true) Keep Copies check box",
            ),
            ("Click to clear the check box.", ""),
            (
                "Clear the Keep Copies check box.",
                "Is(\"selected\", false) Keep Copies check box",
            ),
            (
                "Select the Direct Only option button.",
                "Is(\"selected\", true) Direct Only option button",
            ),
            ("Select the Print option from the menu.", ""),
            ("Click OK.", ""),
            (
                "Stop the Spooler service.",
                "Is(\"running\", false) Spooler service",
            ),
            (
                "Start the Spooler service.",
                "Is(\"running\", true) Spooler service",
            ),
            ("Stop the services.", ""),
            ("Start Fax Services Manager.", ""),
            ("Stop and restart the Spooler service.", ""),
            (
                "Rename the Fax.ini file to Fax.old.",
                "Named(\"Fax.old\") Fax.ini file",
            ),
            ("Rename the file to Fax.old.", ""),
        ];
        for (sentence, expected) in examples {
            let found: Vec<_> = effects(sentence)
                .iter()
                .map(|e| format!("{:?} {}", e.kind, e.object.text))
                .collect();
            assert_eq!(found.join("; "), expected, "{sentence}");
        }
    }

    #[test]
    fn finds_values() {
        let named = values(&words("None or Inbound Only, messages are routed"));
        assert_eq!(named, ["None", "Inbound Only"]);
        assert_eq!(values(&words("None (Flush Queues)")), ["None"]);
        assert_eq!(values(&words("2 (1 on old boards)")), ["2"]);
    }
}
