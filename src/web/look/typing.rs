//! What the reader does: keys, presses, the browser's Back.

use super::drawing::show_words;
use super::fetching::search;
use super::{Then, field, next, open, search_now, search_then, with, write};
use crate::app::look::{self, MORE, Wish};
use crate::web::{document, events, focus, window};
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlSelectElement, KeyboardEvent};

/// Keys that follow each other faster than this, in milliseconds, are one: the first is looked up at once, the last after this time.
const WAIT: i32 = 80;

/// Starts to listen. The listeners stay for as long as the page does.
pub(super) fn listen() -> Result<(), JsValue> {
    use events::on;
    on(&document(), "input", |event| {
        if let Some(field) = field().filter(|field| is(&event, field)) {
            typed(field.value());
        }
    })?;
    on(&document(), "change", change)?;
    on(&document(), "click", click)?;
    on(&document(), "submit", |event| {
        event.prevent_default();
        submit();
    })?;
    on(&document(), "reset", |event| {
        event.prevent_default();
        clear();
    })?;
    on(&document(), "keydown", keydown)?;
    on(&window(), "popstate", |_| {
        let hash = window().location().hash().unwrap_or_default();
        with(|page| page.look.wish = Wish::read(hash.trim_start_matches('#')));
        show_words();
        search_now(false);
    })
}

fn is(event: &Event, element: &Element) -> bool {
    let target = events::target(event);
    target.is_some_and(|target| target == *element)
}

/// The words have changed under the reader's hands.
fn typed(words: String) {
    let step = with(|page| {
        let before = page.look.wish.is_empty();
        page.look.wish.query = words;
        page.look.wish.count = look::FIRST;
        before != page.look.wish.is_empty()
    });
    write(step.unwrap_or(false));
    let Some(number) = next(true) else { return };
    let now = js_sys::Date::now();
    let before = with(|page| std::mem::replace(&mut page.keyed, now));
    let wait = before.is_some_and(|before| now - before < f64::from(WAIT));
    spawn_local(async move {
        if wait {
            sleep(WAIT).await;
        }
        search(number).await;
    });
}

async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}

/// Another filter was chosen.
fn change(event: Event) {
    let list = events::target(&event);
    let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) else {
        return;
    };
    let value = list.value();
    with(|page| {
        let wish = &mut page.look.wish;
        wish.count = look::FIRST;
        match list.id().as_str() {
            "class" => wish.class = look::class(&value),
            _ => wish.product = (!value.is_empty()).then_some(value),
        }
    });
    write(true);
    search_now(false);
}

fn click(event: Event) {
    let pressed = events::target(&event);
    let pressed = pressed.and_then(|target| target.closest("[data-do]").ok().flatten());
    match pressed
        .and_then(|pressed| pressed.get_attribute("data-do"))
        .as_deref()
    {
        Some("more") => more(),
        Some("again") => {
            with(|page| {
                page.lookup.forget_failed();
                page.sources.retain(|_, source| source.is_ok());
            });
            focus::on("#look");
            search_now(false);
        }
        _ => {}
    }
}

/// More results; the focus goes to the first of them.
fn more() {
    let before = with(|page| {
        let found = page.look.found.as_ref();
        let before = found.map_or(0, |(_, found)| found.hits.len());
        page.look.wish.count = before + MORE;
        before
    });
    write(false);
    search_then(false, Then::Focus(before.unwrap_or(0)));
}

/// Enter in the field opens what stands first, as soon as it is there.
fn submit() {
    let is_shown = with(|page| page.shown == page.wanted && page.look.found.is_some());
    if is_shown == Some(true) {
        return open();
    }
    search_then(false, Then::Open);
}

/// Empties the field.
fn clear() {
    with(|page| {
        let wish = std::mem::take(&mut page.look.wish);
        page.look.wish = Wish {
            query: String::new(),
            ..wish
        };
        page.look.wish.count = look::FIRST;
    });
    show_words();
    write(true);
    search_now(false);
    focus::on("#look");
}

fn keydown(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing() {
        return;
    }
    let from = events::target(&event);
    let Some(from) = from.filter(|from| from.tag_name() != "SELECT") else {
        return;
    };
    let typing = from.id() == "look";
    let done = match key.key().as_str() {
        "ArrowDown" => events::move_in_list(&from, true),
        "ArrowUp" => events::move_in_list(&from, false),
        "Escape" if typing => {
            let looking = with(|page| !page.look.wish.query.is_empty()) == Some(true);
            if looking {
                clear();
            }
            looking
        }
        "Escape" | "/" if !typing => focus::on("#look"),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}
