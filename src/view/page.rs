//! The whole page: bar, head, what to do at the left, where it comes from at the right.

use super::icon::{Icon, icon};
use super::node::{Element, Node, button, el, of};
use super::{Scene, answers, article, cited, message, plan, question, shell};
use crate::app::{Action, App, Stage, Tab};

/// Everything that the page shows.
pub fn page(app: &App) -> Vec<Node> {
    let mut nodes = vec![Node::Element(shell::bar(&app.root))];
    match Scene::of(app) {
        Some(scene) => {
            let stage = app.stage().unwrap_or(Stage::Read);
            nodes.extend(guide(&scene, stage).into_iter().map(Node::Element));
        }
        None if app.loading => nodes.push(Node::Element(loading())),
        None => nodes.push(Node::Element(without(app))),
    }
    nodes
}

/// What is said where there is no article.
fn without(app: &App) -> Element {
    of("main", "list")
        .key("none")
        .id("main")
        .with(of("h1", "vh").with("No article"))
        .with(app.message.as_ref().map(message::message))
}

fn loading() -> Element {
    of("main", "list")
        .key("loading")
        .id("main")
        .with(of("p", "wait").with("Loading the article"))
}

/// The page of an article below the bar.
pub fn guide(scene: &Scene, stage: Stage) -> Vec<Element> {
    let app = scene.app;
    let tab = (stage != Stage::Read).then_some(app.tab);
    let mut nodes = vec![shell::head(&scene.guide.document.meta, tab)];
    let chips = tab == Some(Tab::Guide) && stage == Stage::Plan;
    nodes.extend(chips.then(|| answers::chips(scene)).flatten());
    nodes.push(match (tab, stage) {
        (Some(Tab::Guide), _) => panes(scene, stage),
        _ => reading(scene, stage),
    });
    nodes
}

fn panes(scene: &Scene, stage: Stage) -> Element {
    let said = scene.app.message.as_ref().map(message::message);
    let left = match stage {
        Stage::Ask(index) => question::card(scene, index),
        _ => Some(plan::plan(scene)),
    };
    let rail = match stage {
        Stage::Ask(index) => Some(answers::rail(scene, index)),
        _ => None,
    };
    let key = if rail.is_some() { "ask" } else { "plan" };
    let aside = of("aside", "right")
        .key(key)
        .id("source")
        .attr("aria-label", "The article")
        .attr("tabindex", "0")
        .with(rail)
        .with(
            of("section", "src-pane")
                .with(el("h2").with("Article"))
                .with(article::article(scene.guide, scene.app.marked))
                .with(cited::of_page(scene.app)),
        );
    of("div", "panes")
        .key("panes")
        .with(of("main", "left").id("main").with(said).with(left))
        .with(aside)
}

/// The article alone.
fn reading(scene: &Scene, stage: Stage) -> Element {
    let said = (stage == Stage::Read).then(plan::read_only);
    of("main", "reading")
        .key("reading")
        .id("main")
        .with(scene.app.message.as_ref().map(message::message))
        .with(said)
        .with(el("h2").attr("class", "vh").with("Article"))
        .with(article::article(scene.guide, scene.app.marked))
        .with(cited::of_page(scene.app))
        .with((stage != Stage::Read).then(to_guide))
}

/// On a phone the way back from the article stays in sight.
fn to_guide() -> Element {
    let press = button("btn", &Action::Tab(Tab::Guide));
    let press = press.with(icon(Icon::Left)).with("Back to the guide");
    of("div", "foot").with(press)
}
