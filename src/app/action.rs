//! What a reader can do on a page. An action stands in the page as the text of a `data-action`
//! attribute and is read back from it when the element is pressed.

use super::code;
use crate::guide::Answer;
use crate::span::Span;
use std::fmt;

/// Something that the reader does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Answers a question.
    Answer(String, Answer),
    /// Opens an answered question again.
    Change(String),
    /// Goes back to the question before.
    Back,
    /// Shows the plan, open questions counting as not sure.
    ShowPlan,
    /// Goes on with the open questions.
    GoOn,
    /// Opens or closes "Why this question?".
    Why,
    /// Ticks a line of the plan, or takes the tick away; its name says what it is.
    Tick(String),
    /// Shows a place of the article.
    Source(Span),
    /// Shows the guide or the article.
    Tab(Tab),
    /// Turns the digit and letter keys on or off.
    Keys(bool),
    /// Closes the message.
    Dismiss,
    /// Prints the page.
    Print,
    /// Loads the page again.
    Reload,
}

/// What the page shows of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Questions and plan.
    #[default]
    Guide,
    /// The article as a page.
    Article,
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(id, answer) => {
                write!(f, "answer:{}:{}", code::escape(id), code::answer(answer))
            }
            Self::Change(id) => write!(f, "change:{}", code::escape(id)),
            Self::Back => f.write_str("back"),
            Self::ShowPlan => f.write_str("plan"),
            Self::GoOn => f.write_str("go-on"),
            Self::Why => f.write_str("why"),
            Self::Tick(name) => write!(f, "tick:{}", code::escape(name)),
            Self::Source(span) => write!(f, "source:{}", code::span(*span)),
            Self::Tab(Tab::Guide) => f.write_str("tab:guide"),
            Self::Tab(Tab::Article) => f.write_str("tab:article"),
            Self::Keys(on) => f.write_str(if *on { "keys:on" } else { "keys:off" }),
            Self::Dismiss => f.write_str("dismiss"),
            Self::Print => f.write_str("print"),
            Self::Reload => f.write_str("reload"),
        }
    }
}

impl Action {
    /// Reads an action; `None` for anything that [`fmt::Display`] does not write.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, rest) = text.split_once(':').unwrap_or((text, ""));
        Some(match (name, rest) {
            ("answer", _) => {
                let (id, answer) = rest.split_once(':')?;
                Self::Answer(code::unescape(id)?, code::read_answer(answer)?)
            }
            ("change", _) => Self::Change(code::unescape(rest)?),
            ("tick", _) => Self::Tick(code::unescape(rest)?),
            ("source", _) => Self::Source(code::read_span(rest)?),
            ("tab", "guide") => Self::Tab(Tab::Guide),
            ("tab", "article") => Self::Tab(Tab::Article),
            ("keys", "on") => Self::Keys(true),
            ("keys", "off") => Self::Keys(false),
            ("back", "") => Self::Back,
            ("plan", "") => Self::ShowPlan,
            ("go-on", "") => Self::GoOn,
            ("why", "") => Self::Why,
            ("dismiss", "") => Self::Dismiss,
            ("print", "") => Self::Print,
            ("reload", "") => Self::Reload,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_prints_and_parses_back() {
        let answers = [
            Answer::Yes,
            Answer::No,
            Answer::Unknown,
            Answer::Other,
            Answer::Option(12),
            Answer::Value("Inbound: 50 %, “only”".into()),
            Answer::Value(String::new()),
        ];
        let mut actions: Vec<_> = answers
            .into_iter()
            .map(|answer| Action::Answer("mode:a,b&c".into(), answer))
            .collect();
        actions.extend([
            Action::Change("a b".into()),
            Action::Back,
            Action::ShowPlan,
            Action::GoOn,
            Action::Why,
            Action::Tick("s1".into()),
            Action::Source(Span::new(3, 40)),
            Action::Tab(Tab::Guide),
            Action::Tab(Tab::Article),
            Action::Keys(true),
            Action::Keys(false),
            Action::Dismiss,
            Action::Print,
            Action::Reload,
        ]);
        for action in actions {
            assert_eq!(Action::parse(&action.to_string()), Some(action));
        }
    }

    #[test]
    fn what_is_no_action_is_none() {
        for text in [
            "",
            "answer",
            "answer:x",
            "answer:x:maybe",
            "answer:%zz:yes",
            "answer:x:-1",
            "source:1",
            "source:a-b",
            "tab:map",
            "back:1",
            "keys:",
            "x",
        ] {
            assert_eq!(Action::parse(text), None, "{text}");
        }
    }
}
