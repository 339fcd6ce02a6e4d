//! References: other articles cited by number (`Q123456`).
//!
//! ```text
//! reference = "Q" digit{5..6}        no letter or digit on either side; not the article's own number
//! ```

use crate::document::{Block, Document, Format};
use crate::order::Counts;

/// The articles cited in the body, in order of first appearance, without repeats.
pub(crate) fn references(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    if document.format == Format::Markdown {
        return found;
    }
    for section in &document.sections {
        if let Some(heading) = &section.heading {
            scan(heading.as_str(), &mut found);
        }
        for block in &section.blocks {
            in_block(block, &mut found);
        }
    }
    let own = document.meta.id.as_str();
    found.retain(|id| id != own);
    let mut seen = Counts::default();
    found.retain(|id| seen.add(id) == 1);
    found
}

fn in_block(block: &Block, found: &mut Vec<String>) {
    match block {
        Block::Paragraph(prose) => scan(prose.as_str(), found),
        Block::List(list) => list
            .items
            .iter()
            .flat_map(|item| &item.blocks)
            .for_each(|block| in_block(block, found)),
        Block::Admonition(note) => note.blocks.iter().for_each(|block| in_block(block, found)),
        Block::Code(code) => scan(&code.text, found),
        Block::Table(rows, _) => rows
            .iter()
            .flatten()
            .for_each(|cell| scan(cell.as_str(), found)),
        Block::Separator(..) => {}
    }
}

/// `Q` and five or six digits that stand as a word.
fn scan(text: &str, found: &mut Vec<String>) {
    let bytes = text.as_bytes();
    for (at, _) in text.match_indices('Q') {
        let digits = bytes[at + 1..]
            .iter()
            .take_while(|byte| byte.is_ascii_digit())
            .count();
        let joined = |index: Option<usize>| {
            index
                .and_then(|index| bytes.get(index))
                .is_some_and(|byte| byte.is_ascii_alphanumeric())
        };
        let word = !joined(at.checked_sub(1)) && !joined(Some(at + 1 + digits));
        if word && (5..=6).contains(&digits) {
            found.push(text[at..=at + digits].to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::scan;

    /// A text, with the numbers that it cites.
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("See Q900001 and (Q900002).", &["Q900001", "Q900002"]),
        ("Q90000", &["Q90000"]),
        ("Q900001, Q900001", &["Q900001", "Q900001"]),
        ("XQ900003", &[]),
        ("Q900003b", &[]),
        ("Q12", &[]),
        ("Q1234567", &[]),
        ("q900001", &[]),
        ("QQ", &[]),
        ("", &[]),
    ];

    #[test]
    fn finds_numbers_that_stand_as_words() {
        for (text, expected) in EXAMPLES {
            let mut found = Vec::new();
            scan(text, &mut found);
            assert_eq!(found, *expected, "{text}");
        }
    }

    #[test]
    fn markdown_cites_by_links() {
        let document = crate::document::read("lid", b"# A lid\n\nSee Q900001.");
        assert!(super::references(&document).is_empty());
    }
}
