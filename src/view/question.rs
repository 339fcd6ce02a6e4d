//! The question that is asked now.

use super::icon::{Icon, icon};
use super::node::{Element, button, el, of};
use super::{Scene, hangs, source};
use crate::app::{Action, words};
use crate::extract::Place;
use crate::guide::{Answer, Question, QuestionKind};

/// The question card. `index` is the question's index in the guide.
pub fn card(scene: &Scene, index: usize) -> Option<Element> {
    let question = scene.question(index)?;
    let label = match question.kind {
        QuestionKind::YesNo => None,
        _ => Some(of("p", "gl").id("named").with("Named in the article")),
    };
    let named = words::named(question);
    let first =
        group(scene, question, &named, 1).attr_if(label.is_some(), "aria-labelledby", "named");
    let first = first.attr_if(label.is_none(), "aria-label", "Answer");
    let other = group(scene, question, &words::other(question), named.len() + 1);
    let card = of("section", "q")
        .key(&question.id)
        .with(progress(scene, index))
        .with(
            el("h2")
                .id("question")
                .attr("tabindex", "-1")
                .with(&question.text),
        )
        .with(label)
        .with(first)
        .with(other.attr("aria-label", "Other answers"))
        .with(back(scene))
        .with(why(scene, question));
    Some(card)
}

/// `Question 2 of 4` with a bar for each question.
fn progress(scene: &Scene, index: usize) -> Element {
    let path = &scene.interview.path;
    let Some(at) = path.iter().position(|asked| *asked == index) else {
        return of("p", "prog").with(el("b").with("Question"));
    };
    let bar = |number: usize| {
        let class = match number.cmp(&at) {
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Equal => "now",
            std::cmp::Ordering::Greater => "",
        };
        of("i", class)
    };
    let few = path.len() <= 12;
    let bars = few.then(|| {
        let bars: Vec<_> = (0..path.len()).map(bar).collect();
        of("span", "bars").attr("aria-hidden", "true").with(bars)
    });
    let count = format!("Question {} of {}", at + 1, path.len());
    of("p", "prog").with(el("b").with(count)).with(bars)
}

fn group(scene: &Scene, question: &Question, answers: &[Answer], from: usize) -> Element {
    let options = answers.iter().enumerate();
    let options: Vec<_> = options
        .map(|(at, answer)| option(scene, question, answer, from + at))
        .collect();
    of("div", "opts").attr("role", "group").with(options)
}

fn option(scene: &Scene, question: &Question, answer: &Answer, digit: usize) -> Element {
    let until_now = scene.app.answers.get(&question.id) == Some(answer);
    let other = matches!(answer, Answer::Unknown | Answer::Other);
    let does = other.then(|| hangs::consequence(scene.guide, question, answer));
    let does = does.filter(|text| !text.is_empty());
    let text = of("span", "ot")
        .with(el("b").with(question.say(answer)))
        .with(does.map(|text| of("span", "sub").with(text)));
    let key = (digit <= 9).then(|| {
        of("kbd", "dg")
            .attr("aria-hidden", "true")
            .with(digit.to_string())
    });
    let (note, end) = match until_now {
        true => (
            Some(of("span", "sub").with("your answer until now")),
            Icon::Check,
        ),
        false => (None, Icon::Right),
    };
    button("opt", &Action::Answer(question.id.clone(), answer.clone()))
        .attr_if(digit <= 9, "data-digit", digit.to_string())
        .with(key.filter(|_| scene.app.keys))
        .with(text)
        .with(note)
        .with(icon(end))
}

/// Back, where there is something to go back to.
fn back(scene: &Scene) -> Option<Element> {
    let any = scene.app.changing.is_some() || !scene.app.answers.is_empty();
    any.then(|| {
        button("btn back", &Action::Back)
            .with(icon(Icon::Left))
            .with("Back")
    })
}

/// The sentences that the question comes from, and what hangs on each answer.
fn why(scene: &Scene, question: &Question) -> Element {
    let summary = el("summary")
        .attr("data-action", Action::Why.to_string())
        .id("why")
        .with(icon(Icon::Down))
        .with("Why this question?");
    let quotes: Vec<_> = question
        .sources
        .iter()
        .map(|place| quote(scene, place))
        .collect();
    let says = el("div")
        .with(of("p", "gl").with("The article says"))
        .with(quotes);
    let table = (!question.hangs.is_empty()).then(|| {
        el("div")
            .with(of("p", "gl").with("What hangs on the answer"))
            .with(hangs::table(scene.guide, question))
    });
    of("details", "why")
        .attr_if(scene.app.why, "open", "")
        .with(summary)
        .with(of("div", "two").with(says).with(table))
}

/// The words at a place of the article, blanks folded, with the link to it.
fn quote(scene: &Scene, place: &Place) -> Element {
    let text = place.span.slice(&scene.guide.document.source);
    let folded: Vec<_> = text.split_whitespace().collect();
    el("figure")
        .with(el("blockquote").with(folded.join(" ")))
        .with(el("figcaption").with(source::link(scene, place)))
}
