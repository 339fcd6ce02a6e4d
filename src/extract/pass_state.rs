//! The pass that finds states: what steps bring about, the values that the article names for it, and the conditions
//! that say the same.

use super::misconception::misconception;
use super::state::{EffectKind, EffectOf, effects, values};
use super::unit::UnitKind;
use super::work::Work;
use super::{Condition, Effect, Quote, State, StepId, Target, Timing};
use crate::language::verbs;
use crate::language::word::{Word, words};
use crate::span::Span;

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
            name_values(work, line);
            deed(work, line);
        }
    }
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
            value(format!("What is {object}{of} set to?"), set)
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

/// `set the transfer mode … to None or Inbound Only`: values of a state named in other sentences.
fn name_values(work: &mut Work, line: usize) {
    let text = work.text(line).to_string();
    let words = words(&text);
    for index in 0..work.out.states.len().min(MOST) {
        let state = &work.out.states[index];
        if state.values.is_empty() || state.values.len() > 12 || !mentions(&text, &state.topic) {
            continue;
        }
        let named = named_values(&words, &state.topic);
        let state = &mut work.out.states[index];
        let own = state.values.clone();
        let others = named
            .into_iter()
            .filter(|value| !own.contains(value))
            .collect::<Vec<_>>();
        if !others.is_empty() {
            state.values.splice(0..0, others);
            state.question = owned_question(&state.question, &state.topic, &text);
            let place = work.place(line);
            let state = &mut work.out.states[index];
            if place.span.start < state.place.span.start {
                state.place = place;
            }
        }
    }
}

fn mentions(text: &str, topic: &str) -> bool {
    text.to_lowercase().contains(&topic.to_lowercase())
}

fn named_values(words: &[Word], topic: &str) -> Vec<String> {
    let head: Vec<String> = topic
        .to_lowercase()
        .split(' ')
        .map(str::to_string)
        .collect();
    let Some(at) = words.windows(head.len()).position(|window| {
        window
            .iter()
            .zip(&head)
            .all(|(word, part)| word.lower == part.as_str())
    }) else {
        return Vec::new();
    };
    let rest = &words[at + head.len()..];
    let to = rest.iter().take(8).position(|word| word.is(&["to", "is"]));
    to.map_or(Vec::new(), |to| values(&rest[to + 1..]))
}

/// Keeps the question; a place for its owner to be added from another sentence that names it.
fn owned_question(question: &str, topic: &str, text: &str) -> String {
    let bare = format!("What is the {} set to?", lower_first(topic));
    if question != bare {
        return question.to_string();
    }
    let lower = text.to_lowercase();
    let Some(at) = lower.find(&format!("{} of ", topic.to_lowercase())) else {
        return bare;
    };
    let Some(rest) = text.get(at + topic.len() + 4..) else {
        return bare;
    };
    let owner: Vec<_> = rest
        .split(' ')
        .take_while(|word| *word != "to" && *word != "is")
        .take(6)
        .collect();
    format!(
        "What is the {} of {} set to?",
        lower_first(topic),
        definite(&owner.join(" "))
    )
}

fn lower_first(topic: &str) -> String {
    let second_capital = topic.chars().nth(1).is_some_and(char::is_uppercase);
    let mut chars = topic.chars();
    match chars.next() {
        Some(first) if !second_capital => first.to_lowercase().chain(chars).collect(),
        _ => topic.to_string(),
    }
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

/// A deed that a sentence calls a mistake: it becomes a condition of the hazards of its paragraph.
fn deed(work: &mut Work, line: usize) {
    let Some(deed) = misconception(work.text(line)) else {
        return;
    };
    let clause = work.quote(line, deed.range.clone());
    let hazards: Vec<usize> = super::target::hazards_after(work, line).collect();
    let Some(main) = hazards.first() else {
        return;
    };
    let Some(asked) = deed_question(&clause.text) else {
        return;
    };
    let state = same_state(work, &clause.text);
    let action = Quote {
        text: work.out.warnings[*main].text.as_str().to_string(),
        span: work.out.warnings[*main].place.span,
    };
    let condition = Condition {
        clause,
        action,
        jump: None,
        question: asked.0,
        topic: asked.1,
        true_when_yes: true,
        spares: Vec::new(),
        targets: hazards.iter().copied().map(Target::Warning).collect(),
        timing: Timing::Before,
        state,
        place: work.place(line),
    };
    let span = condition.place.span.start;
    let told: Vec<Span> = told_of(work, &hazards);
    let same = condition.place.span;
    work.out
        .conditions
        .retain(|old| old.place.span != same && !told.contains(&old.place.span));
    let at = work
        .out
        .conditions
        .partition_point(|old| old.place.span.start <= span);
    work.out.conditions.insert(at, condition);
    work.lines[line].role = super::Role::Condition;
}

/// Where the hazards stand, with all that is told of them: what these sentences suppose (`if it is never started
/// again`) is part of the hazard and decides nothing.
fn told_of(work: &Work, hazards: &[usize]) -> Vec<Span> {
    let warnings = work.out.warnings.iter().enumerate();
    let told = warnings.filter(|(index, warning)| {
        hazards.contains(index) || warning.part_of.is_some_and(|main| hazards.contains(&main))
    });
    told.map(|(_, warning)| warning.place.span).collect()
}

/// `you stop or disable an unused X`, `stopping or disabling an X` → `Is the X stopped or disabled?`
fn deed_question(clause: &str) -> Option<(String, String)> {
    let words = words(clause);
    let from = usize::from(words.first()?.is(&["you"]));
    let mut verbs_found = Vec::new();
    let mut at = from;
    while let Some(base) = words.get(at).and_then(|word| verbs::base_of(&word.lower)) {
        verbs_found.push(base);
        at += 1;
        if !words.get(at)?.is(&["or", "and"]) {
            break;
        }
        at += 1;
    }
    let object = clause.get(words.get(at)?.start..)?;
    let first = *verbs_found.first()?;
    if first == "set" {
        return set_question(object);
    }
    let participles: Vec<String> = verbs_found
        .iter()
        .map(|base| verbs::participle(base))
        .collect();
    let joined = participles.join(" or ");
    let owner = definite(object);
    let is = if plural(&owner) { "Are" } else { "Is" };
    Some((format!("{is} {owner} {joined}?"), capitalised(&joined)))
}

/// `the transfer mode of an X to None or Only` → `Is the transfer mode of the X set to None or Only?`
fn set_question(object: &str) -> Option<(String, String)> {
    let (what, value) = object
        .rsplit_once(" to ")
        .filter(|(what, _)| !what.is_empty())?;
    let (head, owner) = match what.split_once(" of ") {
        Some((head, owner)) => (head, format!(" of {}", definite(owner))),
        None => (what, String::new()),
    };
    let head = definite(head);
    let topic = capitalised(head.trim_start_matches("the "));
    Some((format!("Is {head}{owner} set to {value}?"), topic))
}

/// The state that the deed speaks of, and the values that it names.
fn same_state(work: &Work, clause: &str) -> Option<(usize, Vec<String>)> {
    let words = words(clause);
    work.out
        .states
        .iter()
        .take(MOST)
        .enumerate()
        .find_map(|(index, state)| {
            let named = named_values(&words, &state.topic);
            let known: Vec<String> = named
                .into_iter()
                .filter(|value| state.values.contains(value))
                .collect();
            (!known.is_empty()).then_some((index, known))
        })
}
