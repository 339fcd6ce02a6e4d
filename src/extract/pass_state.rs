//! The pass that finds states: what steps bring about, the values that the article names for it, and the conditions
//! that say the same.

mod deed;
mod value;

use super::antonym;
use super::state::{EffectKind, EffectOf, effects};
use super::unit::UnitKind;
use super::work::Work;
use super::{Effect, Quote, State, StepId};
use crate::language::word::{Word, words};

/// How many states are looked at for a match, so that the time stays linear; an article with more is no procedure about states.
const MOST: usize = 64;

/// Finds states, and the deeds that warnings depend on.
pub(crate) fn run(work: &mut Work) {
    let mut built = None;
    for line in 0..work.lines.len() {
        if let (UnitKind::StepText, Some(step), true) = (
            work.unit(line).kind,
            work.unit(line).step,
            work.speaks(line),
        ) {
            let procedure = work.out.steps[step.0].procedure;
            if creates(work.text(line)) {
                built = Some(procedure);
            }
            // What the steps before have only just made is in no state that the reader could know.
            if built != Some(procedure) {
                for effect in effects(work.text(line)) {
                    add(work, line, step, effect);
                }
            }
        }
    }
    work.out.states.retain(stays);
    for line in 0..work.lines.len() {
        if work.speaks(line) {
            value::name_values(work, line);
            deed::deed(work, line);
        }
    }
    antonym::share(&mut work.out.conditions, &work.out.states);
}

/// Whether a step makes something new that the steps behind it fill.
fn creates(text: &str) -> bool {
    let words = words(text);
    let made = |pair: &[Word]| match pair {
        [verb, article] => {
            verb.is(&["create", "insert", "place", "draw"])
                && article.is(&["a", "an", "the", "two"])
        }
        _ => false,
    };
    let new = |pair: &[Word]| match pair {
        [new, what] => {
            new.is(&["new", "blank"]) && what.is(NEW)
                || new.is(&["command"]) && what.is(&["button"])
        }
        _ => false,
    };
    words.windows(2).any(|pair| made(pair) || new(pair))
}

const NEW: &[&str] = &[
    "project",
    "form",
    "file",
    "workbook",
    "database",
    "document",
    "table",
    "report",
    "query",
    "program",
    "class",
    "module",
    "worksheet",
    "presentation",
    "standard",
    "exe",
];

/// A state that the steps turn on and off again is none: it is a way, not an end.
fn stays(state: &State) -> bool {
    let first = state.effects.first().map(|effect| &effect.already);
    let same = |effect: &Effect| Some(&effect.already) == first;
    !state.values.is_empty() || state.effects.iter().all(same)
}

fn add(work: &mut Work, line: usize, step: StepId, effect: EffectOf) {
    let (question, topic, already, named) = ask(&effect, owner(work, line).as_deref());
    let value = Effect {
        step,
        already,
        rest: rest(work, line, &effect),
        instruction: work.quote(line, effect.range),
    };
    let found = work
        .out
        .states
        .iter_mut()
        .rev()
        .take(MOST)
        .find(|state| state.question == question);
    match found {
        Some(state) => {
            state.effects.push(value);
            state.values.extend(named);
            state.values.dedup();
        }
        None => work.out.states.push(State {
            question,
            topic,
            values: named,
            effects: vec![value],
            place: work.place(line),
        }),
    }
}

/// The question, its topic, the answer under which the effect is there, and the value that it names.
fn ask(effect: &EffectOf, owner: Option<&str>) -> (String, String, String, Vec<String>) {
    let text = &effect.object.text;
    let topic = capitalised(text.split(" of ").next().unwrap_or(text));
    let plural = effect.object.plural();
    let (is, has) = if plural {
        ("Are", "Have")
    } else {
        ("Is", "Has")
    };
    let object = &effect.object.definite();
    let value = |question: String, value: &String| (question, value.clone(), vec![value.clone()]);
    let yes_no = |question: String, yes: bool| {
        let already = if yes { "yes" } else { "no" };
        (question, already.to_string(), Vec::new())
    };
    let (question, already, values) = match &effect.kind {
        EffectKind::Value(set) => {
            let object = &format!("the {text}");
            let of = owner.filter(|_| !object.contains(" of "));
            let of = of.map_or(String::new(), |owner| format!(" of the {owner}"));
            let is = if plural { "are" } else { "is" };
            value(format!("What {is} {object}{of} set to?"), set)
        }
        EffectKind::Typed(typed) => value(format!("What does {object} contain?"), typed),
        EffectKind::Gone(prep, place) => {
            yes_no(format!("{is} {object} still {prep} {place}?"), false)
        }
        EffectKind::There(prep, place) => {
            yes_no(format!("{is} {object} already {prep} {place}?"), true)
        }
        EffectKind::Is(state, positive) => yes_no(format!("{is} {object} {state}?"), *positive),
        EffectKind::Named(name) => yes_no(
            format!("{has} {object} already been renamed to {name}?"),
            true,
        ),
    };
    (question, topic, already, values)
}

fn plural(object: &str) -> bool {
    let head = object.split(" of ").next().unwrap_or(object);
    head.ends_with('s') && !head.ends_with("ss") && !head.ends_with("us") && !head.ends_with("dows")
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// `On the Internet Mail Service, set …`: what the object belongs to.
fn owner(work: &Work, line: usize) -> Option<String> {
    let text = work.text(line);
    let words = words(text);
    let front = words.first()?.is(&["on", "in", "for"]) && words.get(1)?.is(&["the", "your"]);
    let end = words.iter().position(|word| word.stop == Some(','))?;
    let name = words.get(2..=end)?;
    let place = name.last()?.is(&[
        "menu", "tab", "box", "page", "window", "dialog", "folder", "list",
    ]);
    (front && !place && !name.is_empty() && name.len() <= 5)
        .then(|| name.iter().map(|w| w.text).collect::<Vec<_>>().join(" "))
}

/// What of the step is still to do when the effect is there: its instruction behind the effect.
fn rest(work: &Work, line: usize, effect: &EffectOf) -> Option<Quote> {
    let text = work.text(line);
    let words = words(text);
    let after = words
        .iter()
        .position(|word| word.start >= effect.range.end)?;
    let skip = words[after..]
        .iter()
        .take_while(|word| word.is(&["and", "then"]))
        .count();
    let first = words.get(after + skip)?;
    let instructs = skip > 0 && super::instruction::imperative_at(&words, after + skip);
    let end = words.last()?.end;
    instructs.then(|| work.quote(line, first.start..end))
}

/// `an unused Internet Mail Service` → `the Internet Mail Service`.
pub(crate) fn definite(object: &str) -> String {
    let words: Vec<&str> = object.split(' ').filter(|word| !word.is_empty()).collect();
    let skip = usize::from(words.first().is_some_and(|word| {
        ["a", "an", "the", "your", "its"].contains(&word.to_lowercase().as_str())
    }));
    let rest = &words[skip..];
    let capital = rest
        .iter()
        .position(|word| word.starts_with(char::is_uppercase));
    let ends_capital = rest
        .last()
        .is_some_and(|word| word.starts_with(char::is_uppercase));
    let rest = match capital {
        Some(at) if ends_capital => &rest[at..],
        _ => rest,
    };
    format!("the {}", rest.join(" "))
}
