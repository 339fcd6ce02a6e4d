//! What a reader sees: pure functions from the state of a page to a small tree of elements and text.
//!
//! One printer turns the tree into HTML for the site builder ([`html`]); the browser's part draws the same tree
//! into the page. Articles are never turned into markup any other way, so a hostile article is text.

pub mod answers;
pub mod article;
pub mod cited;
pub mod hangs;
pub mod hazard;
pub mod html;
pub mod icon;
pub mod look;
pub mod margin;
pub mod message;
pub mod node;
pub mod page;
pub mod parts;
pub mod plan;
pub mod prose;
pub mod question;
pub mod results;
pub mod shell;
pub mod source;
pub mod step;

use crate::app::App;
use crate::guide::{Guide, Question};
use crate::interview::Interview;
use crate::plan::Plan;

/// An article under the reader's answers: what most views draw from.
pub struct Scene<'a> {
    /// The state of the page.
    pub app: &'a App,
    /// The article.
    pub guide: &'a Guide,
    /// Where the interview stands.
    pub interview: Interview,
    /// The plan under the answers so far.
    pub plan: Plan,
}

impl<'a> Scene<'a> {
    /// The scene of a page that has an article.
    pub fn of(app: &'a App) -> Option<Self> {
        let guide = app.guide.as_ref()?;
        let (interview, plan) = (app.interview()?, app.plan()?);
        Some(Self {
            app,
            guide,
            interview,
            plan,
        })
    }

    /// The question of this index.
    pub fn question(&self, index: usize) -> Option<&'a Question> {
        self.guide.questions.get(index)
    }

    /// The questions asked before the procedure, in order.
    pub fn asked(&self) -> Vec<&'a Question> {
        let path = self.interview.path.iter();
        path.filter_map(|index| self.question(*index)).collect()
    }
}
