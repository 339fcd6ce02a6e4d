//! The state of a page and what each action does to it. Pure: the browser's part hands actions in and
//! draws what comes out.

mod action;
mod address;
pub mod code;
pub mod look;
pub mod named;
pub mod pack;
mod row;
pub mod sum;
mod told;
pub mod words;

pub use action::{Action, Tab};
pub use row::Row;
pub use told::{told, too_long};

use crate::extract::Timing;
use crate::guide::{Answer, Class, Guide, Question};
use crate::interview::{Answers, Interview, replay};
use crate::plan::{Plan, plan};
use crate::span::Span;
use std::collections::BTreeMap;

/// All that a page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct App {
    /// The way from this page to the site's root: empty, or `../`.
    pub root: String,
    /// Whether the site has its articles in packs instead of pages.
    pub packed: bool,
    /// The article; `None` on the start page and while it loads.
    pub guide: Option<Guide>,
    /// The articles that it names and the site has ([`named`]).
    pub named: String,
    /// Answers so far.
    pub answers: Answers,
    /// The answered question that is open again.
    pub changing: Option<String>,
    /// Whether the plan is shown although questions are open.
    pub plan_now: bool,
    /// What is shown of the article.
    pub tab: Tab,
    /// Whether "Why this question?" is open.
    pub why: bool,
    /// The place of the article that is marked.
    pub marked: Option<Span>,
    /// Ticked lines of the plan and hazards that were read, each with the time of day, `10:42`.
    pub ticks: BTreeMap<String, String>,
    /// Whether digits and letters work as keys.
    pub keys: bool,
    /// What there is to tell.
    pub message: Option<Message>,
    /// Whether the article is on its way.
    pub loading: bool,
}

/// A message: what is so, then what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Whether the tool failed.
    pub failure: bool,
    /// What is so.
    pub head: String,
    /// What to do.
    pub text: String,
    /// One button: what it says and what it does.
    pub button: Option<(String, Action)>,
}

/// What the browser does after an action besides drawing the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Sets the focus on the question's heading.
    Question,
    /// Sets the focus on the heading of the plan.
    Plan,
    /// Sets the focus on the message.
    Message,
    /// Scrolls to the marked place.
    Marked,
    /// Sets the focus on the chosen tab.
    Tab,
    /// Keeps whether keys are on.
    Keys,
    /// Prints.
    Print,
    /// Loads the page again.
    Reload,
}

/// What the page is about at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// This question is asked: index into the guide's questions.
    Ask(usize),
    /// The plan is shown.
    Plan,
    /// There is nothing to do, only to read.
    Read,
}

impl App {
    /// Opens a guide, and lets go of all that belonged to another.
    pub fn open(&mut self, guide: Guide) {
        self.guide = Some(guide);
        self.loading = false;
        self.answers.clear();
        self.ticks.clear();
        self.forget();
    }

    fn forget(&mut self) {
        self.changing = None;
        self.plan_now = false;
        self.why = false;
        self.marked = None;
        self.tab = Tab::Guide;
    }

    /// Where the interview stands; `None` without an article.
    pub fn interview(&self) -> Option<Interview> {
        Some(replay(self.guide.as_ref()?, &self.answers))
    }

    /// The plan under the answers so far; `None` without an article.
    pub fn plan(&self) -> Option<Plan> {
        Some(plan(self.guide.as_ref()?, &self.answers))
    }

    /// What the page is about; `None` without an article.
    pub fn stage(&self) -> Option<Stage> {
        let guide = self.guide.as_ref()?;
        if guide.class == Class::Read {
            return Some(Stage::Read);
        }
        let changed = |question: &Question| Some(&question.id) == self.changing.as_ref();
        if let Some(index) = guide.questions.iter().position(changed) {
            return Some(Stage::Ask(index));
        }
        let next = if self.plan_now {
            None
        } else {
            self.interview()?.next
        };
        Some(next.map_or(Stage::Plan, Stage::Ask))
    }

    /// The question of this name.
    fn topic(&self, id: &str) -> String {
        let question = self.guide.as_ref().and_then(|guide| guide.question(id));
        question.map_or_else(String::new, |question| question.topic.clone())
    }
}

/// Does what the action says; `now` is the time of day, `10:42`. Gives what is left for the browser to do.
pub fn update(app: &mut App, action: Action, now: &str) -> Effect {
    match action {
        Action::Answer(id, answer) => give_answer(app, id, answer),
        Action::Change(id) => change(app, id),
        Action::Back => back(app),
        Action::ShowPlan => show_plan(app),
        Action::GoOn => {
            app.plan_now = false;
            Effect::Question
        }
        Action::Why => {
            app.why = !app.why;
            Effect::None
        }
        Action::Tick(name) => tick(app, name, now),
        Action::Source(span) => {
            app.marked = Some(span);
            Effect::Marked
        }
        Action::Tab(tab) => {
            app.tab = tab;
            Effect::Tab
        }
        Action::Keys(on) => {
            app.keys = on;
            Effect::Keys
        }
        Action::Dismiss => {
            app.message = None;
            Effect::None
        }
        Action::Print => Effect::Print,
        Action::Reload => Effect::Reload,
    }
}

fn give_answer(app: &mut App, id: String, answer: Answer) -> Effect {
    let known = app.guide.as_ref().and_then(|guide| guide.question(&id));
    let Some(question) = known.filter(|question| words::fits(question, &answer)) else {
        return Effect::None; // an address of another article, or an article that has changed
    };
    let said = question.say(&answer);
    let asked = matches!(app.stage(), Some(Stage::Ask(index)) if app.asks(index, &id));
    let before = app.answers.insert(id.clone(), answer.clone());
    app.why = false;
    app.message = None;
    let changed = before.filter(|before| *before != answer && asked);
    if app.changing.take().is_some()
        && let Some(before) = changed
    {
        app.message = Some(changed_message(app, id, before, &said));
        return Effect::Message;
    }
    match app.stage() {
        Some(Stage::Ask(_)) => Effect::Question,
        Some(Stage::Plan) if asked => Effect::Plan,
        _ => Effect::None, // a decision in the plan: the reader stays where they are
    }
}

impl App {
    fn asks(&self, index: usize, id: &str) -> bool {
        let questions = self.guide.as_ref().map(|guide| &guide.questions);
        questions
            .and_then(|all| all.get(index))
            .is_some_and(|question| question.id == id)
    }
}

fn changed_message(app: &App, id: String, before: Answer, now: &str) -> Message {
    let question = app.guide.as_ref().and_then(|guide| guide.question(&id));
    let was = question.map_or_else(String::new, |question| question.say(&before));
    Message {
        failure: false,
        head: format!("{} changed from {was} to {now}.", app.topic(&id)),
        text: String::new(),
        button: Some(("Undo".into(), Action::Answer(id, before))),
    }
}

/// Opens an answered question again: one that is asked first in place of the plan, one that a step
/// reveals where it stands.
fn change(app: &mut App, id: String) -> Effect {
    let question = app.guide.as_ref().and_then(|guide| guide.question(&id));
    let first = |question: &Question| question.timing == Timing::Before;
    if !question.is_some_and(first) {
        app.answers.remove(&id);
        return Effect::None;
    }
    app.changing = Some(id);
    app.tab = Tab::Guide;
    app.why = false;
    app.message = None;
    Effect::Question
}

/// Back from a changed question to where the reader was; else to the question before this one.
fn back(app: &mut App) -> Effect {
    app.message = None;
    app.why = false;
    if app.changing.take().is_some() {
        return app.focus_of_stage();
    }
    let Some(interview) = app.interview() else {
        return Effect::None;
    };
    let upto = match app.stage() {
        Some(Stage::Ask(now)) => interview.path.iter().position(|index| *index == now),
        _ => None,
    };
    app.plan_now = false;
    let before = &interview.path[..upto.unwrap_or(interview.path.len())];
    let questions = app.guide.as_ref().map_or(&[][..], |guide| &guide.questions);
    let asked = before
        .iter()
        .rev()
        .filter_map(|index| questions.get(*index));
    if let Some(last) = asked
        .map(|question| &question.id)
        .find(|id| app.answers.contains_key(*id))
    {
        app.answers.remove(&last.clone());
    }
    app.focus_of_stage()
}

impl App {
    /// Where the focus belongs when the page comes to what it is about now.
    pub fn focus_of_stage(&self) -> Effect {
        match self.stage() {
            Some(Stage::Ask(_)) => Effect::Question,
            Some(Stage::Plan) => Effect::Plan,
            _ => Effect::None,
        }
    }
}

fn show_plan(app: &mut App) -> Effect {
    app.plan_now = true;
    app.changing = None;
    app.why = false;
    Effect::Plan
}

fn tick(app: &mut App, name: String, now: &str) -> Effect {
    if app.ticks.remove(&name).is_none() {
        app.ticks.insert(name, now.into());
    }
    Effect::None
}

#[cfg(test)]
mod tests;
