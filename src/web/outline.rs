//! The engine for scripts: what an article says, without a page.

use crate::document::read;
use crate::guide::Guide;
use crate::outline;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// The outline of an article as JSON, the same bytes as `kbguide outline` prints. `name` is the name of its
/// file without the ending.
#[cfg_attr(feature = "guide-page", wasm_bindgen)]
pub fn outline(name: &str, bytes: &[u8]) -> Result<String, JsValue> {
    let outline = outline::outline(&Guide::new(read(name, bytes)));
    let value = outline.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?;
    Ok(js_sys::JSON::stringify(&value)?.into())
}
