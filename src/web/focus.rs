//! Focus and scrolling.

use super::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The first element of this selector.
pub fn element(selector: &str) -> Option<HtmlElement> {
    let found = document().query_selector(selector).ok().flatten();
    found?.dyn_into().ok()
}

/// Sets the focus; whether there was something to set it on.
pub fn on(selector: &str) -> bool {
    element(selector).is_some_and(|element| element.focus().is_ok())
}

/// What stands in the look-up field, and whether the reader is there.
pub struct Typed {
    words: String,
    focused: bool,
}

/// What the reader does in the look-up field.
pub fn typed() -> Option<Typed> {
    let field = document().get_element_by_id("look")?;
    let field: HtmlInputElement = field.dyn_into().ok()?;
    let active = document().active_element();
    Some(Typed {
        words: field.value(),
        focused: active.is_some_and(|active| active.id() == "look"),
    })
}

/// Goes on with it in the field of this id, which was drawn since.
pub fn type_on(id: &str, typed: &Typed) {
    let field = document().get_element_by_id(id);
    let Some(field) = field.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    field.set_value(&typed.words);
    if typed.focused {
        let _ = field.focus();
        let end = typed.words.encode_utf16().count() as u32;
        let _ = field.set_selection_range(end, end);
    }
}

/// Sets the focus on the element of this id if what had the focus is gone.
pub fn catch(id: &str) {
    let active = document().active_element();
    if active.is_some_and(|active| active.tag_name() != "BODY") {
        return;
    }
    let next = document().get_element_by_id(id);
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        let _ = next.focus();
    }
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page.
pub fn scroll_to(y: f64) {
    window().scroll_to_with_x_and_y(0.0, y);
}

/// Presses the element; whether there was one.
pub fn press(selector: &str) -> bool {
    element(selector).inspect(HtmlElement::click).is_some()
}

/// Whether the article pane is not shown beside the guide. The style sheet decides.
pub fn article_is_hidden() -> bool {
    element(".src-pane").is_some_and(|pane| pane.offset_height() == 0)
}

/// Whether the article stands beside the guide.
pub fn has_pane() -> bool {
    element(".src-pane").is_some() && !article_is_hidden()
}

/// Brings the marked place to a third of the height: of its pane where that scrolls, else of the window
/// (by the style sheet's `scroll-margin`).
pub fn scroll_to_marked() {
    let Some(mark) = element(".art mark").or_else(|| element(".art .on")) else {
        return;
    };
    match element("#source") {
        Some(pane) => {
            let offset = offset_in(&mark, &pane);
            pane.set_scroll_top(offset - pane.client_height() / 3);
        }
        None => mark.scroll_into_view(),
    }
}

/// How far `inner` is from the top of `pane`'s content.
fn offset_in(inner: &HtmlElement, pane: &HtmlElement) -> i32 {
    let mut offset = inner.offset_top();
    let mut parent: Option<Element> = inner.offset_parent();
    while let Some(one) = parent.and_then(|one| one.dyn_into::<HtmlElement>().ok()) {
        if &one == pane {
            break;
        }
        offset += one.offset_top();
        parent = one.offset_parent();
    }
    offset
}
