//! The text of an article as it is read, for the lines that results show of it: Markdown without its signs.
//!
//! ```text
//! text   = [front matter] block…
//! block  = line…, apart by blank lines, bullets, headings and rows of tables
//! line   = (">" | bullet | "#"… | ":::" | "|")… what is read
//! ```
//!
//! The look-up's engine has no reader of Markdown, which would be larger than itself. What an article means is not asked here, only
//! which of its signs a page does not show; a sign that is overlooked is shown. The archive's articles are plain text as they are.

mod signs;

use signs::without_signs;
use std::borrow::Cow;

/// What is read of a source: all of an article of the archive, the rest without its signs.
pub fn plain(source: &str) -> Cow<'_, str> {
    match is_archive(source) {
        true => Cow::Borrowed(source),
        false => Cow::Owned(markdown(source)),
    }
}

/// Whether it is an article of the archive: behind its frame stands the line of its number. The reader looks at more than that, and
/// is larger.
fn is_archive(source: &str) -> bool {
    let lines = behind_front_matter(source).lines().map(str::trim);
    let mut text = lines.filter(|line| !line.is_empty() && !line.starts_with(['#', '{']));
    let number = text.next().and_then(|line| line.strip_prefix("Article:"));
    number.is_some_and(|number| number.trim_start().starts_with(['Q', 'q']))
}

/// Markdown without front matter and without its signs, its lines as they were.
fn markdown(source: &str) -> String {
    let mut text = Text::default();
    for line in behind_front_matter(source).lines() {
        text.line(line);
    }
    text.end();
    text.out
}

fn behind_front_matter(source: &str) -> &str {
    let source = source.trim_start_matches('\u{feff}');
    let mut lines = source.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let sign = first.trim_end();
    if !matches!(sign, "---" | "+++") {
        return source;
    }
    let mut at = first.len();
    for line in lines {
        at += line.len();
        if line.trim_end() == sign {
            return source.get(at..).unwrap_or_default();
        }
    }
    source
}

/// A text on its way.
#[derive(Default)]
struct Text<'a> {
    out: String,
    /// The lines of the block that is not at its end yet.
    block: String,
    /// The sign that ends the code that has begun.
    fence: Option<&'a str>,
}

impl<'a> Text<'a> {
    fn line(&mut self, line: &'a str) {
        let inner = line.trim_start_matches([' ', '\t', '>']);
        match (self.fence, fence(inner)) {
            (Some(open), Some(sign)) if sign.starts_with(open) && inner.trim() == sign => {
                self.fence = None;
            }
            (Some(_), _) => {
                self.out.push_str(line);
                self.out.push('\n');
            }
            (None, Some(sign)) => {
                self.end();
                self.fence = Some(sign);
            }
            (None, None) => self.read(line),
        }
    }

    /// A line outside of code.
    fn read(&mut self, line: &str) {
        let (rest, starts) = behind_signs(line);
        if starts || rest.is_empty() {
            self.end();
        }
        if is_rule(rest) || is_definition(rest) {
            return;
        }
        match rest.strip_prefix('|') {
            Some(row) => {
                self.end();
                self.block.push_str(&row.replace('|', " "));
                self.end();
            }
            None => self.block.push_str(rest),
        }
        self.block.push('\n');
    }

    /// The end of a block.
    fn end(&mut self) {
        without_signs(&self.block, &mut self.out);
        self.block.clear();
    }
}

/// The sign of a line that begins or ends code.
fn fence(line: &str) -> Option<&str> {
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let end = line.len() - line.trim_start_matches(first).len();
    let (sign, rest) = line.split_at_checked(end)?;
    (sign.len() >= 3 && !(first == '`' && rest.contains('`'))).then_some(sign)
}

/// A line without what stands in front of its text, and whether that begins a block.
fn behind_signs(line: &str) -> (&str, bool) {
    let mut rest = line.trim();
    let mut starts = false;
    loop {
        let next = rest.strip_prefix('>').or_else(|| behind_sign(rest));
        let Some(next) = next else {
            return (rest, starts);
        };
        starts |= !rest.starts_with('>');
        rest = next.trim_start();
    }
}

/// Behind a bullet with its box, the signs of a heading or those of a box that CommonMark does not know.
fn behind_sign(line: &str) -> Option<&str> {
    let (sign, rest) = line.split_once([' ', '\t']).unwrap_or((line, ""));
    match sign {
        "-" | "*" | "+" => {
            let rest = rest.trim_start();
            let boxes = ["[ ] ", "[x] ", "[X] "];
            let behind = boxes.iter().find_map(|one| rest.strip_prefix(one));
            Some(behind.unwrap_or(rest))
        }
        "!!!" | "???" => Some(rest),
        _ if sign.len() > 2 && sign.bytes().all(|byte| byte == b':') => Some(rest),
        _ if sign.len() < 7 && !sign.is_empty() && sign.bytes().all(|byte| byte == b'#') => {
            Some(rest.trim_end_matches('#').trim_end())
        }
        _ => None,
    }
}

/// A line of nothing but signs: under a heading, between paragraphs, in a table.
fn is_rule(line: &str) -> bool {
    let signs = |c| matches!(c, '-' | '=' | '*' | '_' | '|' | ':' | ' ');
    line.len() > 1 && line.chars().all(signs)
}

/// `[name]: address`, which no page shows.
fn is_definition(line: &str) -> bool {
    let name = line
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "));
    name.is_some_and(|(name, address)| {
        !name.starts_with('^') && !name.contains(']') && !address.trim().contains(' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::archive::recognises;
    use crate::document::{Block, read};

    #[test]
    fn what_a_page_shows_of_a_line() {
        for (source, read) in [
            ("## Open the *box*\n", "Open the box"),
            ("> **Note** it\n> is shut", "Note it is shut"),
            ("- [ ] Open `a*b*c`", "Open a*b*c"),
            ("3. Open\n   it", "3. Open it"),
            ("* one\n* two*", "one two*"),
            ("| a | **b** |\n|---|:-:|\n| c | d |", "a b c d"),
            ("Box\n===\n\nShut.", "Box Shut."),
            ("[box]: https://example.com/\nShut.", "Shut."),
            ("::: warning Hot\nShut.\n:::", "warning Hot Shut."),
            (
                "```sh\nls *.txt | `wc`\n```\n*Shut.*",
                "ls *.txt | `wc` Shut.",
            ),
            ("~~~\n```\n~~~\nShut.", "``` Shut."),
            (
                "---\ntitle: Box\n---\n\nShut.\n\n---\n\nOpen.",
                "Shut. Open.",
            ),
            ("---\nShut", "Shut"),
            ("\\\\server\\*.txt", "\\server*.txt"),
        ] {
            let words: Vec<_> = markdown(source)
                .split_whitespace()
                .map(String::from)
                .collect();
            assert_eq!(words.join(" "), read, "{source:?}");
        }
    }

    #[test]
    fn the_archives_articles_are_as_they_are() {
        let source =
            "## Q1: Box\n\n\tArticle: Q1\n\tProduct(s): Acme\n\t\n\tSELECT *, `a` FROM *\n";
        assert_eq!(plain(source), source);
    }

    fn texts(blocks: &[Block], found: &mut Vec<String>) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => found.push(text.as_str().into()),
                Block::List(list) => list.items.iter().for_each(|one| texts(&one.blocks, found)),
                Block::Admonition(one) => texts(&one.blocks, found),
                Block::Table(rows, _) => {
                    found.extend(rows.iter().flatten().map(|cell| cell.as_str().into()));
                }
                Block::Code(_) | Block::Separator(..) => {}
            }
        }
    }

    /// What the Markdown reader takes for the text of the project's own articles is in the plain one, letter by letter.
    #[test]
    fn as_the_reader_reads_it() {
        let mut seen = 0;
        for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/kb")).expect("kb") {
            let bytes = std::fs::read(entry.expect("an entry").path()).expect("an article");
            let source = String::from_utf8_lossy(&bytes);
            assert_eq!(is_archive(&source), recognises(&source));
            if recognises(&source) {
                continue;
            }
            let plain = markdown(&source);
            let plain: Vec<&str> = plain.split_whitespace().collect();
            let plain = plain.join(" ");
            let mut found = Vec::new();
            for section in &read("x", &bytes).sections {
                found.extend(section.heading.iter().map(|text| text.as_str().to_string()));
                texts(&section.blocks, &mut found);
            }
            seen += found.len();
            for text in found {
                assert!(plain.contains(&text), "{text:?} is not in {plain}");
            }
        }
        assert!(seen > 60, "{seen}");
    }
}
