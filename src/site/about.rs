//! What an article's page says about itself to a crawler.

use super::meta;
use crate::document::{Block, Document};
use crate::view::node::{Element, el};

/// The longest description, in characters: more than that nobody shows.
const LONGEST: usize = 160;

/// The address that counts as the article's own, however it was come by, and its source.
pub fn canonical(file: &str, base: Option<&str>) -> Vec<Element> {
    let own = match base {
        Some(base) => format!("{base}article/{file}.html"),
        None => format!("{file}.html"),
    };
    let link = |rel: &str, address: String| el("link").attr("rel", rel).attr("href", address);
    let source = link("alternate", format!("{file}.md")).attr("type", "text/markdown");
    vec![link("canonical", own), source]
}

/// The start of the article's first paragraph.
pub fn description(document: &Document) -> Option<Element> {
    let blocks = document.sections.iter().flat_map(|section| &section.blocks);
    let first = blocks.filter_map(|block| match block {
        Block::Paragraph(text) => Some(text.as_str().trim()),
        _ => None,
    });
    let text = cut(first.into_iter().find(|text| !text.is_empty())?);
    Some(meta("description", &text))
}

/// Whole words of a text; three dots where there are more.
fn cut(text: &str) -> String {
    let mut cut = String::new();
    for word in text.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 1 > LONGEST {
            return cut + "…";
        }
        if !cut.is_empty() {
            cut.push(' ');
        }
        cut.push_str(word);
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_cut_between_words() {
        assert_eq!(cut(" Open \n the  box. "), "Open the box.");
        let long = cut(&"word ".repeat(100));
        assert!(
            long.ends_with("word…") && long.chars().count() <= LONGEST + 1,
            "{long}"
        );
        assert_eq!(cut(&"x".repeat(200)), "…");
    }
}
