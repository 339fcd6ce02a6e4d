//! Prints a tree as HTML. Everything is escaped.

use super::node::{Element, Node};

/// Elements that hold nothing and have no end tag.
const VOID: [&str; 4] = ["input", "meta", "link", "br"];
/// Elements that start on a line of their own, so that a printed page can be read.
const LINES: [&str; 22] = [
    "html", "head", "body", "header", "main", "aside", "section", "div", "nav", "ol", "ul", "li",
    "p", "h1", "h2", "h3", "form", "details", "meta", "link", "script", "title",
];

/// The whole page of an `html` element.
pub fn document(root: &Element) -> String {
    let mut out = String::from("<!doctype html>");
    element(root, &mut out);
    out.push('\n');
    out
}

/// The HTML of a node.
pub fn print(node: &Node) -> String {
    let mut out = String::new();
    print_to(node, &mut out);
    out
}

fn print_to(node: &Node, out: &mut String) {
    match node {
        Node::Text(text) => escape(text, out),
        Node::Element(inner) => element(inner, out),
    }
}

fn element(element: &Element, out: &mut String) {
    if LINES.contains(&element.tag) && !out.is_empty() {
        out.push('\n');
    }
    out.push('<');
    out.push_str(element.tag);
    for (name, value) in &element.attrs {
        attribute(name, value, out);
    }
    out.push('>');
    if VOID.contains(&element.tag) {
        return;
    }
    element
        .children
        .iter()
        .for_each(|child| print_to(child, out));
    out.push_str("</");
    out.push_str(element.tag);
    out.push('>');
}

fn attribute(name: &str, value: &str, out: &mut String) {
    out.push(' ');
    out.push_str(name);
    if !value.is_empty() {
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
}

fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0' => out.push('\u{FFFD}'),
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::node::{el, of};
    use super::*;

    #[test]
    fn text_and_values_are_escaped() {
        let node = el("b")
            .attr("title", "\"><script>")
            .attr("hidden", "")
            .with("<img src=x onerror=y> & \0");
        assert_eq!(
            print(&Node::Element(node)),
            "<b title=\"&quot;&gt;&lt;script&gt;\" hidden>&lt;img src=x onerror=y&gt; &amp; \u{FFFD}</b>"
        );
    }

    #[test]
    fn what_holds_nothing_has_no_end_tag() {
        let node = of("p", "x").with(el("br")).with("a").with(el("i"));
        assert_eq!(
            print(&Node::Element(node)),
            "<p class=\"x\"><br>a<i></i></p>"
        );
    }
}
