//! The state in the address, the browser's history, and what is kept on this machine.

use super::{window, with};
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use web_sys::ScrollRestoration;

thread_local! {
    /// The part of the address that makes a step of history, as it was written last.
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Writes the state into the address: a new step of history for an answer, the same step for a tick.
pub fn write() {
    let open = with(|app| app.guide.is_some()).unwrap_or(false);
    let Some((steps, rest)) = with(|app| app.address()).filter(|_| open) else {
        return; // without an article the address keeps the answers for when it is there again
    };
    let parts = [steps.as_str(), rest.as_str()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let address = match parts.is_empty() {
        true => path(),
        false => format!("#{}", parts.join("&")),
    };
    let before = LAST.with(|last| last.replace(Some(steps.clone())));
    let Ok(history) = window().history() else {
        return;
    };
    if before.is_none_or(|before| before == steps) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
        return;
    }
    // Back to the address that is left now scrolls as the engine says, not as the browser remembers.
    let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    let _ = history.set_scroll_restoration(ScrollRestoration::Auto);
}

/// The address without its fragment.
fn path() -> String {
    let location = window().location();
    location.pathname().unwrap_or_default() + &location.search().unwrap_or_default()
}

/// Takes the state over from the address.
pub fn read() {
    let hash = window().location().hash().unwrap_or_default();
    let steps = with(|app| {
        app.go_to(hash.trim_start_matches('#'));
        app.address().0
    });
    LAST.with(|last| *last.borrow_mut() = steps);
}

/// Whether the reader has the keys on; they are until turned off.
pub fn keys() -> bool {
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item("kbguide-keys").ok().flatten());
    kept.as_deref() != Some("off")
}

/// Keeps whether the keys are on.
pub fn keep_keys() {
    let on = with(|app| app.keys).unwrap_or(true);
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item("kbguide-keys", if on { "on" } else { "off" });
    }
}
