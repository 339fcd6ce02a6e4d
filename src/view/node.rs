//! A small tree of elements and text: what every view function gives, and what is printed or drawn.
//!
//! Names of elements and attributes are `&'static str`, so they come from this program's own source and
//! never from an article. An article's words can only become [`Node::Text`] or an attribute's value.

use crate::app::Action;

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element with its attributes and children.
    Element(Element),
    /// Text, shown as it is.
    Text(String),
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// What tells it from another of the same name in the same place, so that it is drawn anew and not
    /// patched. It is not printed.
    pub key: String,
    /// Attributes in order.
    pub attrs: Vec<(&'static str, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// An element without anything in it.
pub fn el(tag: &'static str) -> Element {
    Element {
        tag,
        ..Element::default()
    }
}

/// An element of this class.
pub fn of(tag: &'static str, class: &str) -> Element {
    el(tag).attr("class", class)
}

/// A button that does `action` when pressed.
pub fn button(class: &str, action: &Action) -> Element {
    of("button", class)
        .attr("type", "button")
        .attr("data-action", action.to_string())
}

impl Element {
    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attrs.push((name, value.into()));
        self
    }

    /// With an attribute where `when` holds.
    pub fn attr_if(self, when: bool, name: &'static str, value: impl Into<String>) -> Self {
        if when { self.attr(name, value) } else { self }
    }

    /// With an id.
    pub fn id(self, value: impl Into<String>) -> Self {
        self.attr("id", value)
    }

    /// With a key.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = key.into();
        self
    }

    /// With a child, or several, or none.
    pub fn with(mut self, children: impl IntoNodes) -> Self {
        children.add_to(&mut self.children);
        self
    }
}

/// What can stand in an element: text, an element, or any number of nodes.
pub trait IntoNodes {
    /// Adds itself behind the children.
    fn add_to(self, children: &mut Vec<Node>);
}

impl IntoNodes for &str {
    fn add_to(self, children: &mut Vec<Node>) {
        children.push(Node::Text(self.into()));
    }
}

impl IntoNodes for String {
    fn add_to(self, children: &mut Vec<Node>) {
        children.push(Node::Text(self));
    }
}

impl IntoNodes for &String {
    fn add_to(self, children: &mut Vec<Node>) {
        children.push(Node::Text(self.clone()));
    }
}

impl IntoNodes for Element {
    fn add_to(self, children: &mut Vec<Node>) {
        children.push(Node::Element(self));
    }
}

impl IntoNodes for Node {
    fn add_to(self, children: &mut Vec<Node>) {
        children.push(self);
    }
}

impl<T: IntoNodes> IntoNodes for Option<T> {
    fn add_to(self, children: &mut Vec<Node>) {
        if let Some(node) = self {
            node.add_to(children);
        }
    }
}

impl<T: IntoNodes> IntoNodes for Vec<T> {
    fn add_to(self, children: &mut Vec<Node>) {
        self.into_iter().for_each(|node| node.add_to(children));
    }
}
