//! The boundary to JavaScript: the page in the browser. Nothing else knows that there is a browser.
//!
//! [`start`] reads which article the page is about, draws it, and listens. Every press becomes an
//! [`Action`]; [`update`] changes the state; the new tree is patched into the page.

mod dom;
mod events;
mod fetch;
mod focus;
mod history;
mod load;
pub mod look;
#[cfg(feature = "guide-page")]
mod outline;
mod source;

use crate::app::{Action, App, Effect, Tab, update};
use crate::view::node::Node;
use crate::view::page::page;
use crate::view::step::decision_id;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

/// The page in the browser: its state, what is drawn, and where.
struct Ui {
    app: App,
    drawn: Vec<Node>,
    mount: Element,
    /// What is drawn of the article, and where the guide was scrolled to when the reader left it.
    tab: Tab,
    scrolled: f64,
}

thread_local! {
    static UI: RefCell<Option<Ui>> = const { RefCell::new(None) };
}

/// Takes over the page of an article: called once by `app.js`.
#[cfg_attr(feature = "guide-page", wasm_bindgen)]
pub async fn start() -> Result<(), JsValue> {
    let missing = "the page has no element “app”";
    let mount = document().get_element_by_id("app").ok_or(missing)?;
    let app = App {
        root: mount.get_attribute("data-root").unwrap_or_default(),
        packed: mount.has_attribute("data-packed"),
        keys: history::keys(),
        ..App::default()
    };
    let ui = Ui {
        app,
        drawn: Vec::new(),
        mount,
        tab: Tab::Guide,
        scrolled: 0.0,
    };
    UI.with(|cell| *cell.borrow_mut() = Some(ui));
    events::listen()?;
    load::article().await.map_err(JsValue::from) // `app.js` says so above the page as it was printed
}

fn window() -> Window {
    // The engine is only ever loaded by a page.
    web_sys::window().unwrap_throw()
}

fn document() -> Document {
    window().document().unwrap_throw()
}

/// Reads or changes the state; `None` before [`start`].
fn with<T>(read: impl FnOnce(&mut App) -> T) -> Option<T> {
    UI.with(|cell| cell.borrow_mut().as_mut().map(|ui| read(&mut ui.app)))
}

/// An attribute of the element that holds the page.
fn setting(name: &str) -> Option<String> {
    UI.with(|cell| {
        cell.borrow()
            .as_ref()
            .and_then(|ui| ui.mount.get_attribute(name))
    })
}

/// Does an action: state, page, address, focus.
fn act(action: Action) {
    let decided = match &action {
        Action::Answer(id, _) | Action::Change(id) => Some(decision_id(id)),
        _ => None,
    };
    let opens_article = matches!(action, Action::Source(_)) && focus::article_is_hidden();
    let effect = with(|app| {
        if opens_article {
            app.tab = Tab::Article; // where there is no room beside the guide
        }
        update(app, action, &time())
    });
    history::write(); // first, so that the browser keeps with the old address where it was scrolled to
    draw();
    finish(effect.unwrap_or(Effect::None));
    if let Some(id) = decided {
        focus::catch(&id);
    }
}

/// The time of day, `10:42`.
fn time() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Draws the state.
fn draw() {
    UI.with(|cell| {
        let mut borrowed = cell.borrow_mut();
        let Some(ui) = borrowed.as_mut() else { return };
        let new = page(&ui.app);
        let first = ui.drawn.is_empty();
        let typed = first.then(focus::typed).flatten();
        if first {
            ui.mount.set_text_content(None); // the page as the site builder printed it
        }
        if ui.app.tab == Tab::Article && ui.tab == Tab::Guide {
            ui.scrolled = focus::scrolled();
        }
        dom::patch_children(&document(), &ui.mount, &ui.drawn, &new);
        ui.drawn = new;
        if let Some(typed) = typed {
            focus::type_on("look", &typed); // the reader was quicker than the engine
        }
        if ui.app.tab != std::mem::replace(&mut ui.tab, ui.app.tab) {
            let back = ui.app.tab == Tab::Guide;
            focus::scroll_to(if back { ui.scrolled } else { 0.0 });
        }
    });
}

/// Keeps the focus on the page and scrolls to where the reader was, or to the marked place.
fn show_tab() {
    if focus::has_pane() {
        return focus::scroll_to_marked();
    }
    focus::catch(match with(|app| app.tab) {
        Some(Tab::Article) => "tab-article",
        _ => "tab-guide",
    });
    let left = UI.with(|cell| cell.borrow().as_ref().map(|ui| (ui.tab, ui.scrolled)));
    match left {
        Some((Tab::Guide, scrolled)) => focus::scroll_to(scrolled),
        _ => focus::scroll_to_marked(),
    }
}

fn focus_on(selector: &str) {
    focus::on(selector);
}

/// What is left to do after the page is drawn.
fn finish(effect: Effect) {
    match effect {
        Effect::None => {}
        Effect::Question => focus_on("#question"),
        Effect::Plan => focus_on("#plan"),
        Effect::Message => focus_on("#message"),
        Effect::Tab | Effect::Marked => show_tab(),
        Effect::Keys => history::keep_keys(),
        Effect::Print => {
            let _ = window().print();
        }
        Effect::Reload => {
            let _ = window().location().reload();
        }
    }
}
