//! One listener of each kind for the whole page.

use super::{act, document, draw, finish, focus, history, window, with};
use crate::app::{Action, Effect, Tab};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent};

/// Starts to listen. The listeners stay for as long as the page does.
pub fn listen() -> Result<(), JsValue> {
    on(&document(), "click", click)?;
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

/// Listens for one kind of event.
pub fn on(
    target: &EventTarget,
    name: &str,
    listener: impl Fn(Event) + 'static,
) -> Result<(), JsValue> {
    let closure = Closure::<dyn Fn(Event)>::new(listener);
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref())?;
    closure.forget();
    Ok(())
}

/// The element that an event is about.
pub fn target(event: &Event) -> Option<Element> {
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
    act(action);
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

/// Moves the focus from the look-up's field into the list of results, and up and down in it.
pub fn move_in_list(from: &Element, down: bool) -> bool {
    if from.id() == "look" {
        return down && focus::on(".list > ul > li > a");
    }
    let Some(item) = from.closest(".list li").ok().flatten() else {
        return false;
    };
    let next = match down {
        true => item.next_element_sibling(),
        false => item.previous_element_sibling(),
    };
    let link = next.and_then(|next| next.query_selector("a").ok().flatten());
    match link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        Some(link) => link.focus().is_ok(),
        None => !down && focus::on("#look"),
    }
}
