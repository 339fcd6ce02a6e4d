//! What stands on the page: what is found in the place of what was printed, and the words in the field.

use super::{field, with};
use crate::app::look;
use crate::view;
use crate::view::node::Node;
use crate::web::{document, dom};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;

/// Puts the words of the state into the field, where they are others.
pub(super) fn show_words() {
    let words = with(|page| page.look.wish.query.clone()).unwrap_or_default();
    if let Some(field) = field().filter(|field| field.value() != words) {
        field.set_value(&words);
    }
}

/// The printed page, where nothing is looked for.
pub(super) fn home() {
    with(|page| {
        if let Some(main) = document().get_element_by_id("main")
            && main != page.home
        {
            let _ = page.mount.replace_child(&page.home, &main);
        }
        page.drawn.clear();
        document().set_title(&page.title);
    });
    say("");
}

/// Draws what is found in the place of the printed page.
pub(super) fn draw() {
    with(|page| {
        if page.drawn.is_empty() {
            let new = Node::Element(view::look::look(&page.look));
            let made = dom::create(&document(), &new);
            let _ = page.mount.replace_child(&made, &page.home);
            page.drawn = vec![new];
        } else if let Some(main) = document().get_element_by_id("main") {
            let new = view::look::look(&page.look);
            let old = std::mem::take(&mut page.drawn);
            if let Some(Node::Element(old)) = old.first() {
                dom::patch_children(&document(), &main, &old.children, &new.children);
            }
            page.drawn = vec![Node::Element(new)];
        }
        document().set_title(&format!("{} - {}", page.look.wish.query.trim(), page.title));
        choose("class", page.look.wish.class.map(look::class_name));
        choose("product", page.look.wish.product.as_deref());
    });
}

/// What the reader has touched follows the property and not the attribute.
fn choose(id: &str, value: Option<&str>) {
    let list = document().get_element_by_id(id);
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) {
        list.set_value(value.unwrap_or_default());
    }
}

/// Says to a screen reader what was found.
pub(super) fn announce() {
    let text = with(|page| {
        let (wish, found) = page.look.found.as_ref()?;
        let mut said = view::look::told(found);
        said.insert(0, view::look::heading(wish, found) + ".");
        Some(said.join(" "))
    });
    say(&text.flatten().unwrap_or_default());
}

fn say(text: &str) {
    if let Some(status) = document().get_element_by_id("status") {
        status.set_text_content(Some(text));
    }
}
