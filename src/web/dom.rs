//! Draws a tree into the page by changing only what differs from the tree drawn before, so that focus,
//! scrolled panes and opened folds stay as they are.

use crate::view::node::{Element as Drawn, Node};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlInputElement};

const SVG: &str = "http://www.w3.org/2000/svg";

/// Makes the children of `parent`, which are as `old` says, as `new` says.
pub fn patch_children(document: &Document, parent: &Element, old: &[Node], new: &[Node]) {
    let mut place = parent.first_child();
    for (index, node) in new.iter().enumerate() {
        let next = place.as_ref().and_then(|place| place.next_sibling());
        match (old.get(index), place) {
            (Some(before), Some(place)) => patch(document, parent, &place, before, node),
            _ => {
                let _ = parent.append_child(&create(document, node));
            }
        }
        place = next;
    }
    while let Some(left) = place {
        place = left.next_sibling();
        let _ = parent.remove_child(&left);
    }
}

/// Whether a reader can have changed what is drawn of a node.
fn has_field(node: &Node) -> bool {
    matches!(node, Node::Element(one) if one.tag == "input" || one.children.iter().any(has_field))
}

fn patch(document: &Document, parent: &Element, place: &web_sys::Node, old: &Node, new: &Node) {
    if old == new && !has_field(new) {
        return; // every look into the page costs more than this
    }
    match (old, new, place.dyn_ref::<Element>()) {
        (Node::Text(old), Node::Text(new), _) if old == new => {}
        (Node::Text(_), Node::Text(text), _) => place.set_node_value(Some(text)),
        (Node::Element(old), Node::Element(new), Some(element))
            if old.tag == new.tag && old.key == new.key =>
        {
            attributes(element, old, new);
            patch_children(document, element, &old.children, &new.children);
        }
        _ => {
            let _ = parent.replace_child(&create(document, new), place);
        }
    }
}

fn attributes(element: &Element, old: &Drawn, new: &Drawn) {
    for (name, _) in &old.attrs {
        if !new.attrs.iter().any(|(other, _)| other == name) {
            let _ = element.remove_attribute(name);
        }
    }
    for attr in &new.attrs {
        if !old.attrs.contains(attr) {
            let _ = element.set_attribute(attr.0, &attr.1);
        }
    }
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        properties(input, new);
    }
}

/// What the reader has touched follows the property and not the attribute.
fn properties(input: &HtmlInputElement, new: &Drawn) {
    let attr = |name: &str| new.attrs.iter().find(|(other, _)| *other == name);
    match attr("value") {
        Some((_, value)) if input.value() != *value => input.set_value(value),
        Some(_) => {}
        None => input.set_checked(attr("checked").is_some()),
    }
}

/// Makes a node, as yet outside of the page.
pub fn create(document: &Document, node: &Node) -> web_sys::Node {
    match node {
        Node::Text(text) => document.create_text_node(text).into(),
        Node::Element(element) => create_element(document, element),
    }
}

/// An element; names are this program's own, so the browser takes them.
fn create_element(document: &Document, drawn: &Drawn) -> web_sys::Node {
    let made = match drawn.tag {
        "svg" | "path" => document.create_element_ns(Some(SVG), drawn.tag),
        tag => document.create_element(tag),
    };
    let Ok(element) = made else {
        return document.create_text_node("").into();
    };
    for (name, value) in &drawn.attrs {
        let _ = element.set_attribute(name, value);
    }
    for child in &drawn.children {
        let _ = element.append_child(&create(document, child));
    }
    element.into()
}
