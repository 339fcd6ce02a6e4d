//! PLACEHOLDER of the boundary to JavaScript.

use wasm_bindgen::prelude::wasm_bindgen;

/// What the native engine prints of an article, as a string.
#[wasm_bindgen]
pub fn outline(name: &str, bytes: &[u8]) -> String {
    crate::placeholder_outline(name, bytes)
}
