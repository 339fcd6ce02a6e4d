//! One listener of each kind for the whole page.

use super::{act, document, draw, finish, focus, history, window, with};
use crate::app::{Action, Effect, Tab, code};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Starts to listen. The listeners stay for as long as the page does.
pub fn listen() -> Result<(), JsValue> {
    on(&document(), "click", click)?;
    on(&document(), "input", input)?;
    on(&document(), "submit", submit)?;
    on(&document(), "keydown", keydown)?;
    on(&window(), "popstate", |_| {
        let before = with(|app| app.tab);
        history::read();
        draw();
        match with(|app| (app.tab, app.focus_of_stage())) {
            Some((Tab::Guide, effect)) if before == Some(Tab::Guide) => finish(effect),
            _ => finish(Effect::Tab),
        }
    })
}

fn on(target: &EventTarget, name: &str, listener: impl Fn(Event) + 'static) -> Result<(), JsValue> {
    let closure = Closure::<dyn Fn(Event)>::new(listener);
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref())?;
    closure.forget();
    Ok(())
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn click(event: Event) {
    let pressed = target(&event).and_then(|target| target.closest("[data-action]").ok().flatten());
    let Some(pressed) = pressed else { return };
    let action = pressed.get_attribute("data-action");
    let Some(action) = action.and_then(|text| Action::parse(&text)) else {
        return;
    };
    if pressed.tag_name() != "INPUT" {
        event.prevent_default(); // a box ticks itself
    }
    let clears = action == Action::Look(String::new());
    act(action);
    if clears {
        focus::on("#look");
    }
}

fn input(event: Event) {
    let field = target(&event).and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field.filter(|field| field.id() == "look") {
        act(Action::Look(field.value()));
    }
}

/// Enter in the field opens the first article found, or asks the server for the name that was typed.
fn submit(event: Event) {
    event.prevent_default();
    if focus::press(".list .sel a") {
        return;
    }
    let typed = with(|app| (app.query.trim().to_string(), app.root.clone()));
    let Some((query, root)) = typed else { return };
    if code::is_article_name(&query) {
        let address = format!("{root}index.html?article={query}");
        let _ = window().location().set_href(&address);
    }
}

fn keydown(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing() {
        return;
    }
    let from = target(&event);
    let typing = from.as_ref().is_some_and(|from| from.id() == "look");
    let done = match key.key().as_str() {
        "ArrowDown" => move_in_list(from.as_ref(), true),
        "ArrowUp" => move_in_list(from.as_ref(), false),
        "Escape" => escape(),
        _ if typing => false,
        name => with(|app| app.keys).unwrap_or(false) && letter(name),
    };
    if done {
        event.prevent_default();
    }
}

fn letter(key: &str) -> bool {
    match (key, key.as_bytes()) {
        ("b" | "B", _) => focus::press(".back"),
        ("w" | "W", _) => focus::press("#why"),
        ("/", _) => focus::on("#look"),
        (digit, [b'1'..=b'9']) => focus::press(&format!("[data-digit=\"{digit}\"]")),
        _ => false,
    }
}

/// Leaves the look-up.
fn escape() -> bool {
    let looking = with(|app| !app.query.is_empty()).unwrap_or(false);
    if looking {
        act(Action::Look(String::new()));
        focus::on("#look");
    }
    looking
}

/// Moves the focus from the field into the list, and up and down in it.
fn move_in_list(from: Option<&Element>, down: bool) -> bool {
    let Some(from) = from else { return false };
    if from.id() == "look" {
        return down && focus::on(".list .row");
    }
    let Some(item) = from.closest(".list li").ok().flatten() else {
        return false;
    };
    let next = match down {
        true => item.next_element_sibling(),
        false => item.previous_element_sibling(),
    };
    let link = next.and_then(|next| next.query_selector(".row").ok().flatten());
    match link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        Some(link) => link.focus().is_ok(),
        None => !down && focus::on("#look"),
    }
}
