//! The articles that an article names: those that the site has by their titles, as links, the others by their numbers.

use super::node::{Element, el, of};
use super::results::address;
use crate::app::{App, named};

/// The list on the page that the engine draws.
pub fn of_page(app: &App) -> Option<Element> {
    let guide = app.guide.as_ref()?;
    let address = |name: &str| address(&app.root, name, app.packed);
    cited(&guide.extraction.references, &app.named, &address)
}

/// The list; `named` are those of the `references` that the site has, in their order.
pub fn cited(
    references: &[String],
    named: &str,
    address: &dyn Fn(&str) -> String,
) -> Option<Element> {
    let mut titles = named::read(named).peekable();
    let one = |name: &String| match titles.next_if(|(next, _)| next == name) {
        Some((_, title)) => {
            let text = format!("{name} {title}");
            let link = el("a").attr("href", address(name));
            el("li").with(link.with(text.trim()))
        }
        None => el("li").with(name),
    };
    let list: Vec<Element> = references.iter().map(one).collect();
    let heading = el("h2").with("Articles that it names");
    let list = (!list.is_empty()).then(|| el("ul").with(list))?;
    Some(of("nav", "cited").with(heading).with(list))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::html::print;
    use crate::view::node::Node;

    #[test]
    fn those_that_the_site_has_by_their_titles() {
        let references = ["Q1", "Q2", "Q3"].map(String::from);
        let list = cited(&references, "Q2 Open <it>\n", &|name| {
            format!("{name}.html")
        });
        let list = print(&Node::Element(list.expect("a list")));
        let wanted = "<li>Q1</li><li><a href=\"Q2.html\">Q2 Open &lt;it&gt;</a></li><li>Q3</li>";
        let folded: String = list.lines().map(str::trim).collect();
        assert!(folded.contains(wanted), "{list}");
        assert_eq!(cited(&[], "", &|_| String::new()), None);
    }
}
