//! From an extraction to a guide: one question for each choice, for each condition (opposite ones share
//! theirs) and for each state, in order of the text.

use super::{Answer, Class, Guide, Hangs, Question, QuestionKind};
use crate::document::Document;
use crate::extract::{Condition, Extraction, Place, Purpose, State, Target, Timing, slug};
use crate::order::{self, Counts};
use std::collections::BTreeMap;

/// States that are asked though no condition depends on them: at most so many a guide.
const MOST_STATES: usize = 4;

/// Builds the guide.
pub(super) fn build(document: Document, extraction: Extraction) -> Guide {
    let mut drafts = Drafts {
        extraction: &extraction,
        questions: Vec::new(),
        by_text: BTreeMap::new(),
    };
    let choices: Vec<usize> = extraction
        .choices
        .iter()
        .map(|choice| drafts.choice(choice))
        .collect();
    let of_state = steps_of_state(&extraction);
    let states: Vec<usize> = extraction
        .states
        .iter()
        .map(|state| drafts.state(state, asks(&extraction, &of_state, state)))
        .collect();
    let conditions: Vec<usize> = extraction
        .conditions
        .iter()
        .map(|condition| drafts.condition(condition, &states))
        .collect();
    drafts.limit(&states);
    let (questions, now) = drafts.in_order();
    let moved = |old: Vec<usize>| old.into_iter().map(|index| now[index]).collect::<Vec<_>>();
    Guide {
        class: class(&extraction),
        of_condition: moved(conditions),
        of_choice: moved(choices),
        of_state: moved(states),
        document,
        extraction,
        questions,
    }
}

/// The questions while they are put together; the map finds the one of the same words.
struct Drafts<'e> {
    extraction: &'e Extraction,
    questions: Vec<Question>,
    by_text: BTreeMap<String, usize>,
}

impl Drafts<'_> {
    fn push(
        &mut self,
        text: &str,
        topic: &str,
        kind: QuestionKind,
        timing: Timing,
        place: &Place,
    ) -> usize {
        self.questions.push(Question {
            id: String::new(),
            text: text.to_string(),
            topic: topic.to_string(),
            kind,
            timing,
            asked: false,
            sources: vec![place.clone()],
            hangs: Vec::new(),
        });
        self.questions.len() - 1
    }

    fn choice(&mut self, choice: &crate::extract::Choice) -> usize {
        let options = choice
            .options
            .iter()
            .map(|option| option.text.text.clone())
            .collect();
        let index = self.push(
            &choice.question,
            &choice.topic,
            QuestionKind::Choice(options),
            Timing::Before,
            &choice.place,
        );
        let question = &mut self.questions[index];
        question.asked = choice
            .options
            .iter()
            .any(|option| !option.targets.is_empty());
        for (number, option) in choice.options.iter().enumerate() {
            let hang = |target: &Target| Hangs {
                answers: vec![Answer::Option(number)],
                target: *target,
                already: false,
            };
            question.hangs.extend(option.targets.iter().map(hang));
        }
        index
    }

    /// A question of yes and no; conditions of the same words share it.
    fn yes_no(&mut self, text: &str, topic: &str, timing: Timing, place: &Place) -> usize {
        let key = text.to_lowercase();
        if let Some(index) = self.by_text.get(&key).copied() {
            let at_step = self.only_state(index, timing);
            let question = &mut self.questions[index];
            if at_step || same_moment(self.extraction, question.timing, timing) {
                question.timing = if at_step { timing } else { question.timing };
                question.sources.push(place.clone());
                return index;
            }
        }
        let index = self.push(text, topic, QuestionKind::YesNo, timing, place);
        self.by_text.insert(key, index);
        index
    }

    /// Whether the question is that of a state alone, of which a step speaks no later than the steps that bring it about:
    /// then it is asked there.
    fn only_state(&self, index: usize, timing: Timing) -> bool {
        let Timing::At(at) = timing else {
            return false;
        };
        let question = &self.questions[index];
        let later =
            |hang: &Hangs| hang.already && matches!(hang.target, Target::Step(step) if step >= at);
        question.timing == Timing::Before
            && !question.hangs.is_empty()
            && question.hangs.iter().all(later)
    }

    fn state(&mut self, state: &State, asked: bool) -> usize {
        let index = if state.values.is_empty() {
            self.yes_no(&state.question, &state.topic, Timing::Before, &state.place)
        } else {
            let kind = QuestionKind::Value(state.values.clone());
            self.push(
                &state.question,
                &state.topic,
                kind,
                Timing::Before,
                &state.place,
            )
        };
        let question = &mut self.questions[index];
        question.asked |= asked;
        for effect in &state.effects {
            question.hangs.push(Hangs {
                answers: vec![already(&effect.already)],
                target: Target::Step(effect.step),
                already: true,
            });
        }
        index
    }

    fn condition(&mut self, condition: &Condition, states: &[usize]) -> usize {
        let index = self.yes_no(
            &condition.question,
            &condition.topic,
            condition.timing,
            &condition.place,
        );
        let answer = if condition.true_when_yes {
            Answer::Yes
        } else {
            Answer::No
        };
        let opposite = if condition.true_when_yes {
            Answer::No
        } else {
            Answer::Yes
        };
        let spared = condition.spares.iter().map(|target| Hangs {
            answers: vec![opposite.clone()],
            target: *target,
            already: false,
        });
        self.questions[index].hangs.extend(spared);
        let hangs = |answers: Vec<Answer>| {
            let jump = condition
                .jump
                .as_ref()
                .and_then(|jump| jump.to)
                .map(Target::Step);
            let targets = condition.targets.iter().copied().chain(jump);
            targets
                .map(move |target| Hangs {
                    answers: answers.clone(),
                    target,
                    already: false,
                })
                .collect::<Vec<_>>()
        };
        self.questions[index].hangs.extend(hangs(vec![answer]));
        match &condition.state {
            Some((state, values)) => {
                let values = values.iter().cloned().map(Answer::Value).collect();
                let question = &mut self.questions[states[*state]];
                question.hangs.extend(hangs(values));
                question.asked = true;
                question.sources.insert(0, condition.place.clone());
            }
            None => self.questions[index].asked |= decides(self.extraction, condition),
        }
        index
    }

    /// Leaves out state questions beyond the first few that no condition depends on.
    fn limit(&mut self, states: &[usize]) {
        let mut decided = vec![false; states.len()];
        for condition in &self.extraction.conditions {
            if let Some((state, _)) = &condition.state {
                decided[*state] = true;
            }
        }
        let mut count = 0;
        for (index, question) in states.iter().enumerate() {
            let question = &mut self.questions[*question];
            let only_state = question.hangs.iter().all(|hang| hang.already);
            if question.asked && only_state && !decided[index] {
                count += 1;
                question.asked = count <= MOST_STATES;
            }
        }
    }

    /// The questions in order of the text with their names, and where each has gone.
    fn in_order(self) -> (Vec<Question>, Vec<usize>) {
        let first = |question: &Question| {
            let starts = question.sources.iter().map(|place| place.span.start);
            starts.min().map_or(0, |start| u64::from(start) + 1)
        };
        let order = order::of(self.questions.iter().map(first).collect());
        let mut now = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            now[*old] = new;
        }
        let mut questions: Vec<Question> = order
            .iter()
            .map(|index| self.questions[*index].clone())
            .collect();
        name(&mut questions);
        for question in &mut questions {
            order::by_key(&mut question.sources, |place| place.span.key());
            question.sources.dedup();
        }
        (questions, now)
    }
}

/// Whether two conditions of the same words can share an answer. What a step shows (`you receive an error`) holds
/// until something else is done: as long as the steps behind it only say what to do in which case.
fn same_moment(extraction: &Extraction, one: Timing, other: Timing) -> bool {
    match (one, other) {
        (Timing::At(one), Timing::At(other)) => {
            let (first, last) = (one.min(other), one.max(other));
            let between = extraction.steps.get(first.0 + 1..=last.0);
            between.is_some_and(|steps| steps.iter().all(|step| step.conditional))
        }
        _ => one == other,
    }
}

/// Whether something hangs on the condition. What a hazard itself supposes decides nothing.
fn decides(extraction: &Extraction, condition: &Condition) -> bool {
    let other = |target: &Target| match target {
        Target::Warning(index) => extraction.warnings[*index].place.span != condition.place.span,
        _ => true,
    };
    let targets = condition.targets.iter().chain(&condition.spares);
    condition.jump.is_some() || targets.into_iter().any(other)
}

fn already(answer: &str) -> Answer {
    match answer {
        "yes" => Answer::Yes,
        "no" => Answer::No,
        value => Answer::Value(value.to_string()),
    }
}

/// Gives each question a name made from its words (for a choice, from its options), the same for the same text.
fn name(questions: &mut [Question]) {
    let mut seen = Counts::default();
    for question in questions {
        let words = match &question.kind {
            QuestionKind::Choice(options) => format!("which {}", options.join(" ")),
            _ => question.text.clone(),
        };
        let base = slug(&content(&words), 6);
        let count = seen.add(&base);
        question.id = if count == 1 {
            base
        } else {
            format!("{base}-{count}")
        };
    }
}

/// The words that carry meaning.
fn content(text: &str) -> String {
    let hollow = [
        "is", "are", "do", "does", "did", "the", "a", "an", "you", "your", "has", "have", "of",
        "to", "this", "that", "what", "it", "set", "in", "on", "for", "with", "and", "or", "be",
        "been", "any", "there", "was", "were", "can",
    ];
    let words = text.split(' ').filter(|word| {
        let bare = word
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        !hollow.contains(&bare.as_str())
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Of each step, whether it brings a state about.
fn steps_of_state(extraction: &Extraction) -> Vec<bool> {
    let mut of_state = vec![false; extraction.steps.len()];
    let effects = extraction.states.iter().flat_map(|state| &state.effects);
    effects.for_each(|effect| of_state[effect.step.0] = true);
    of_state
}

/// Whether the state is worth a question: its procedure is short and mostly about states, and not about finding one's way
/// through windows.
fn asks(extraction: &Extraction, of_state: &[bool], state: &State) -> bool {
    state.effects.iter().any(|effect| {
        let step = &extraction.steps[effect.step.0];
        let procedure = &extraction.procedures[step.procedure];
        let steps = &procedure.steps;
        let short = procedure.purpose == Purpose::Do && step.parent.is_none() && steps.len() <= 8;
        short && steps.iter().filter(|id| of_state[id.0]).count() * 3 >= steps.len()
    })
}

fn class(extraction: &Extraction) -> Class {
    let procedures = extraction
        .procedures
        .iter()
        .filter(|p| p.purpose == Purpose::Do)
        .count();
    match procedures {
        0 if extraction.advice.is_empty() => Class::Read,
        0 => Class::Advice,
        _ if extraction.choices.is_empty() => Class::Guide,
        _ => Class::Choice,
    }
}
