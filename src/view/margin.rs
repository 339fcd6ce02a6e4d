//! What each sentence of an article became: the names in the margin beside it.

use crate::app::words;
use crate::extract::{Extraction, Role, Sentence, StepId, Warning};
use crate::guide::Guide;
use crate::interview::Answers;
use crate::interview::replay;
use crate::order;
use crate::span::Span;

/// What a passage became.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Became {
    /// Nothing: background.
    #[default]
    Background,
    /// A hazard.
    Hazard,
    /// A line of the guide with this name: `Step 2`, `Question 1`, `Note`.
    Line(String),
}

/// The margin of an article: sentences in order and what they became.
pub struct Margin {
    sentences: Vec<(Span, Became)>,
}

/// Spans of one kind in order of their start, each with a name.
struct Spans(Vec<(Span, String)>);

impl Spans {
    fn new(spans: impl Iterator<Item = (Span, String)>) -> Self {
        let mut spans: Vec<_> = spans.filter(|(span, _)| !span.is_empty()).collect();
        order::by_key(&mut spans, |(span, _)| span.start.into());
        Self(spans)
    }

    /// The last span that begins before the end of `span`, if it reaches into it.
    fn meets(&self, span: Span) -> Option<&str> {
        let behind = self.0.partition_point(|(other, _)| other.start < span.end);
        let (other, name) = self.0.get(behind.checked_sub(1)?)?;
        (other.end > span.start).then_some(name)
    }
}

/// `Step 2.a`; an item of a bulleted list has no number to be called by.
fn step_name(extraction: &Extraction, step: StepId) -> String {
    let path = extraction.steps.get(step.0).map(|step| step.path.as_str());
    match path {
        Some(path) if !path.contains('-') => format!("Step {path}"),
        _ => "Step".into(),
    }
}

impl Margin {
    /// The margin of a guide's article.
    pub fn of(guide: &Guide) -> Self {
        let extraction = &guide.extraction;
        let (hazards, notes) = warning_spans(extraction);
        let (numbered, questions) = (numbered_spans(guide), question_spans(guide));
        let advice = advice_spans(extraction);
        let became = |sentence: &Sentence| {
            let span = sentence.place.span;
            if hazards.meets(span).is_some() {
                return Became::Hazard;
            }
            if let Some(step) = sentence.step.filter(|_| sentence.role != Role::Warning) {
                return Became::Line(step_name(extraction, step));
            }
            let others = [&notes, &numbered, &questions, &advice];
            match others.iter().find_map(|spans| spans.meets(span)) {
                Some(name) => Became::Line(name.into()),
                None => Became::Background,
            }
        };
        let all = extraction.sentences.iter();
        let mut sentences: Vec<_> = all.map(|one| (one.place.span, became(one))).collect();
        order::by_key(&mut sentences, |(span, _)| span.start.into());
        Self { sentences }
    }

    /// The sentences that begin within `span`, those in a row that became the same joined: where each
    /// group starts, and what it became.
    pub fn groups(&self, span: Span) -> Vec<(u32, Became)> {
        let first = self
            .sentences
            .partition_point(|(one, _)| one.end <= span.start);
        let inside = self.sentences[first..]
            .iter()
            .take_while(|(one, _)| one.start < span.end);
        let mut groups: Vec<(u32, Became)> = Vec::new();
        for (one, became) in inside {
            if groups.last().is_none_or(|(_, last)| last != became) {
                groups.push((one.start, became.clone()));
            }
        }
        groups
    }
}

/// The sources of the questions that are asked first, each with the number under which it is asked.
fn numbered_spans(guide: &Guide) -> Spans {
    let path = replay(guide, &Answers::new()).path;
    let asked = path.iter().enumerate();
    Spans::new(asked.flat_map(|(number, index)| {
        let name = format!("Question {}", number + 1);
        let sources = guide
            .questions
            .get(*index)
            .map(|question| &question.sources);
        let sources = sources.into_iter().flatten();
        sources.map(move |place| (place.span, name.clone()))
    }))
}

/// The sources of all questions.
fn question_spans(guide: &Guide) -> Spans {
    let sources = guide
        .questions
        .iter()
        .flat_map(|question| &question.sources);
    Spans::new(sources.map(|place| (place.span, "Question".to_string())))
}

/// The hazards, and the notes under the labels that the article gives them.
fn warning_spans(extraction: &Extraction) -> (Spans, Spans) {
    let name = |warning: &Warning| match &warning.label {
        Some(label) if !warning.hazard => words::sentence_case(&label.to_lowercase()),
        _ => "Note".into(),
    };
    let all = extraction.warnings.iter();
    let all = all.map(|warning| (warning.hazard, (warning.text.span(), name(warning))));
    let (hazards, notes): (Vec<_>, Vec<_>) = all.partition(|(hazard, _)| *hazard);
    let spans =
        |some: Vec<(bool, (Span, String))>| Spans::new(some.into_iter().map(|(_, one)| one));
    (spans(hazards), spans(notes))
}

fn advice_spans(extraction: &Extraction) -> Spans {
    let name = |after: bool| if after { "Afterwards" } else { "To do" };
    let advice = extraction.advice.iter();
    Spans::new(advice.map(|one| (one.place.span, name(one.after.is_some()).to_string())))
}
