//! The state of a page in the fragment of its address, so that a reload, the browser's Back and a link
//! sent to a colleague all show the same: `#a=transfer-mode:=Outbound%20Only,mx-record:no&tab=article`.

use super::{App, Tab, code};
use crate::guide::Answer;
use crate::guide::standing::Answers;
use crate::span::Span;
use std::collections::BTreeMap;

/// What an address says.
#[derive(Debug, Default)]
struct Address {
    answers: Vec<(String, Answer)>,
    ticks: BTreeMap<String, String>,
    changing: Option<String>,
    plan_now: bool,
    tab: Tab,
    marked: Option<Span>,
}

impl App {
    /// The fragment without `#`: first what makes a step of the browser's history, then what does not.
    pub fn address(&self) -> (String, String) {
        let mut steps = Vec::new();
        if !self.answers.is_empty() {
            let one = |(id, answer): (&String, &Answer)| {
                format!("{}:{}", code::escape(id), code::answer(answer))
            };
            let answers: Vec<_> = self.answers.iter().map(one).collect();
            steps.push(format!("a={}", answers.join(",")));
        }
        if let Some(id) = &self.changing {
            steps.push(format!("change={}", code::escape(id)));
        }
        if self.plan_now {
            steps.push("plan".into());
        }
        if self.tab == Tab::Article {
            steps.push("tab=article".into());
        }
        (steps.join("&"), self.rest_of_address().join("&"))
    }

    fn rest_of_address(&self) -> Vec<String> {
        let mut rest = Vec::new();
        if let Some(span) = self.marked {
            rest.push(format!("at={}", code::span(span)));
        }
        if !self.ticks.is_empty() {
            let one = |(name, time): (&String, &String)| {
                format!("{}:{}", code::escape(name), code::escape(time))
            };
            let ticks: Vec<_> = self.ticks.iter().map(one).collect();
            rest.push(format!("done={}", ticks.join(",")));
        }
        rest
    }

    /// Takes over what a fragment (without `#`) says. What cannot be read, and answers that no
    /// question of the guide takes, are left out.
    pub fn go_to(&mut self, fragment: &str) {
        let address = read(fragment);
        let fits = |id: &str, answer: &Answer| {
            let question = self.guide.as_ref().and_then(|guide| guide.question(id));
            question.is_some_and(|question| super::words::fits(question, answer))
        };
        let kept = address.answers.into_iter();
        self.answers = Answers::new();
        self.answers
            .extend(kept.filter(|(id, answer)| fits(id, answer)));
        self.ticks = address.ticks;
        self.changing = address.changing;
        self.plan_now = address.plan_now;
        self.tab = address.tab;
        self.marked = address.marked;
        self.message = None;
        self.why = false;
    }
}

fn read(fragment: &str) -> Address {
    let mut address = Address::default();
    for part in fragment.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            "a" => address.answers = pairs(value).filter_map(read_answer).collect(),
            "done" => {
                address.ticks = BTreeMap::new();
                address.ticks.extend(pairs(value).filter_map(read_tick));
            }
            "change" => address.changing = code::unescape(value),
            "plan" => address.plan_now = true,
            "tab" if value == "article" => address.tab = Tab::Article,
            "at" => address.marked = code::read_span(value),
            _ => {}
        }
    }
    address
}

fn pairs(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(',').filter_map(|pair| pair.split_once(':'))
}

fn read_answer((id, answer): (&str, &str)) -> Option<(String, Answer)> {
    Some((code::unescape(id)?, code::read_answer(answer)?))
}

fn read_tick((name, time): (&str, &str)) -> Option<(String, String)> {
    Some((code::unescape(name)?, code::unescape(time)?))
}
