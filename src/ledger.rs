//! The ledger of an article: what became of every byte of its source.
//!
//! Each sentence, heading and piece of code is an [`Entry`] with exactly one [`Role`]. What lies between two entries is
//! what the article says about itself (fields of header, footer and front matter), a mark (a label, a rule, a sign of
//! Markdown) or blank. What is none of these is *lost*: text that no part of the engine accounts for. The bytes add up to the
//! source's; a reader that drops a line, or a pass that takes one twice, breaks the sum.

use crate::document::{Block, Document, Format};
use crate::extract::{Extraction, Role};
use crate::span::Span;
use std::collections::BTreeMap;

/// What became of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// Every piece of the body that says something, in order; no two overlap.
    pub entries: Vec<Entry>,
    /// Bytes of fields: title, products, dates, keywords.
    pub fields: usize,
    /// Bytes that mark and say nothing: labels of items, rules, signs of Markdown.
    pub marks: usize,
    /// Bytes of blanks and line breaks between all these.
    pub blanks: usize,
    /// Text that nothing accounts for. Reading is to leave none.
    pub lost: Vec<Span>,
    /// Text that two entries claim. Extraction is to leave none.
    pub twice: Vec<Span>,
}

/// A piece of the body with its role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its bytes.
    pub span: Span,
    /// What became of it.
    pub role: Role,
    /// Its index in [`Extraction::sentences`]; `None` for code.
    pub sentence: Option<usize>,
}

impl Ledger {
    /// Settles the ledger of a document, in linear time but for one sort.
    pub fn new(document: &Document, extraction: &Extraction) -> Self {
        let mut ledger = Self::default();
        let mut marks = Marks::default();
        let mut pieces: Vec<_> = sentences(extraction).collect();
        for section in &document.sections {
            section
                .blocks
                .iter()
                .for_each(|block| collect(block, &mut pieces, &mut marks));
        }
        pieces.retain(|piece| !piece.span.is_empty());
        pieces.sort_by_key(|entry| (entry.span.start, entry.span.end));
        marks.labels.sort_unstable();
        let fields = fields(document);
        let mut gaps = Gaps {
            source: &document.source,
            format: document.format,
            labels: &marks.labels,
            fields: &fields,
        };
        let mut at = 0;
        for piece in pieces {
            gaps.settle(at, piece.span.start, &mut ledger);
            at = ledger.enter(piece, at);
        }
        gaps.settle(at, document.source.len() as u32, &mut ledger);
        ledger
    }

    /// Adds an entry behind `at`, the end of the one before; gives its end.
    fn enter(&mut self, mut entry: Entry, at: u32) -> u32 {
        if entry.span.start < at {
            let end = entry.span.end.min(at);
            self.twice.push(Span {
                start: entry.span.start,
                end,
            });
            entry.span.start = at;
        }
        if entry.span.is_empty() {
            return at;
        }
        let end = entry.span.end;
        self.entries.push(entry);
        end
    }

    /// The bytes of each role.
    pub fn bytes(&self) -> BTreeMap<Role, usize> {
        let mut bytes = BTreeMap::new();
        for entry in &self.entries {
            *bytes.entry(entry.role).or_default() += entry.span.len();
        }
        bytes
    }

    /// The bytes of the body: all that are no fields.
    pub fn body(&self) -> usize {
        let said: usize = self.entries.iter().map(|entry| entry.span.len()).sum();
        let lost: usize = self.lost.iter().map(|span| span.len()).sum();
        said + lost + self.marks + self.blanks
    }
}

fn sentences(extraction: &Extraction) -> impl Iterator<Item = Entry> {
    let sentences = extraction.sentences.iter().enumerate();
    sentences.map(|(index, sentence)| Entry {
        span: sentence.place.span,
        role: sentence.role,
        sentence: Some(index),
    })
}

/// Labels and separators.
#[derive(Default)]
struct Marks {
    labels: Vec<Span>,
}

/// Adds the code in a block to the pieces, and its labels to the marks.
fn collect(block: &Block, pieces: &mut Vec<Entry>, marks: &mut Marks) {
    match block {
        Block::List(list) => {
            for item in &list.items {
                marks.labels.push(item.label_span);
                marks.labels.extend(item.separator.map(|(_, span)| span));
                item.blocks
                    .iter()
                    .for_each(|block| collect(block, pieces, marks));
            }
        }
        Block::Admonition(note) => {
            marks.labels.push(note.label_span);
            note.blocks
                .iter()
                .for_each(|block| collect(block, pieces, marks));
        }
        Block::Code(code) => pieces.push(Entry {
            span: code.span,
            role: role_of(&code.text),
            sentence: None,
        }),
        Block::Separator(_, span) => marks.labels.push(*span),
        Block::Paragraph(_) | Block::Table(..) => {}
    }
}

/// Lines that stand apart and give articles by their numbers point to them; all else that stands apart is code.
fn role_of(code: &str) -> Role {
    let cites = |line: &str| {
        let digits = line.trim_start().strip_prefix('Q').unwrap_or("");
        digits.bytes().take_while(u8::is_ascii_digit).count() > 3
    };
    match code.lines().next().is_some_and(cites) {
        true => Role::Reference,
        false => Role::Code,
    }
}

/// The places of what the article says about itself, in order.
fn fields(document: &Document) -> Vec<Span> {
    let meta = &document.meta;
    let mut spans = vec![meta.title_span];
    spans.extend(meta.products.iter().map(|product| product.span()));
    spans.extend(meta.fields.iter().map(|field| field.span));
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    spans
}

/// What lies between entries.
struct Gaps<'d> {
    source: &'d str,
    format: Format,
    /// Labels and separators not yet passed.
    labels: &'d [Span],
    /// Fields not yet passed.
    fields: &'d [Span],
}

impl Gaps<'_> {
    /// Settles the bytes `start..end`, word by word.
    fn settle(&mut self, start: u32, end: u32, ledger: &mut Ledger) {
        let gap = Span {
            start,
            end: end.max(start),
        };
        let text = gap.slice(self.source);
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let blank = rest.len() - rest.trim_start().len();
            ledger.blanks += blank;
            let rest = &rest[blank..];
            let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let from = start as usize + at + blank;
            self.word(Span::new(from, from + word), ledger);
            at += blank + word;
        }
    }

    fn word(&mut self, word: Span, ledger: &mut Ledger) {
        if word.is_empty() {
            return;
        }
        let is_field = touches(&mut self.fields, word);
        let is_label = touches(&mut self.labels, word);
        let text = word.slice(self.source);
        if is_field {
            ledger.fields += word.len();
        } else if is_label || !text.contains(char::is_alphanumeric) || self.is_sign(word, ledger) {
            ledger.marks += word.len();
        } else {
            ledger.lost.push(word);
        }
    }

    /// Whether a word with letters is a sign of the format: a tag of the page's template, or, in Markdown, what stands on a line
    /// with text that is taken (a link's address, an attribute) or defines such a sign.
    fn is_sign(&self, word: Span, ledger: &Ledger) -> bool {
        let before = self.source.get(..word.start as usize).unwrap_or("");
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = self.source.get(start..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("").trim();
        if line.starts_with("{%") && line.ends_with("%}") {
            return true;
        }
        let taken = ledger
            .entries
            .last()
            .is_some_and(|entry| entry.span.end as usize > start);
        let is_box = ["[x]", "[X]"].contains(&word.slice(self.source));
        self.format == Format::Markdown && (taken || is_box || opens_with_sign(line))
    }
}

/// Whether a line of Markdown begins with a link's definition, a tag, a fence, a box, an image, also in a table's first cell.
fn opens_with_sign(line: &str) -> bool {
    let cell = line.trim_start_matches(['|', ' ', '>']);
    ["[", "<", "`", "~~~", "!", ":::", "{"]
        .iter()
        .any(|sign| cell.starts_with(sign))
}

/// Whether the next of the spans that end behind the start of `word` touches it; passes those before.
fn touches(spans: &mut &[Span], word: Span) -> bool {
    while let [first, rest @ ..] = spans
        && first.end <= word.start
    {
        *spans = rest;
    }
    spans.first().is_some_and(|span| span.start < word.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;
    use crate::extract::extract;

    const ARTICLE: &str = "\
# Move the mailbox

> [!WARNING]
> Mail that is still in the queue is lost.

The old server was slow. If it holds the list, move the list first.

1. Stop the service.
2. Type this:

   ```
   move /all
   ```

- or -

| name | value |
|------|-------|
| Mode | Direct |
";

    fn ledger(article: &str) -> (Ledger, String) {
        let document = read("move", article.as_bytes());
        let ledger = Ledger::new(&document, &extract(&document));
        (ledger, document.source)
    }

    #[test]
    fn each_sentence_has_one_role() {
        let (ledger, source) = ledger(ARTICLE);
        let entries = ledger.entries.iter();
        let told: Vec<_> = entries
            .map(|entry| (entry.role.name(), entry.span.slice(&source)))
            .collect();
        let expected = [
            ("warning", "Mail that is still in the queue is lost."),
            ("background", "The old server was slow."),
            ("advice", "If it holds the list, move the list first."),
            ("step", "Stop the service."),
            ("step", "Type this:"),
            ("code", "```\n   move /all\n   ```"),
            ("code", "name"),
            ("code", "value"),
            ("code", "Mode"),
            ("code", "Direct"),
        ];
        assert_eq!(told, expected);
        assert_eq!((&ledger.lost[..], &ledger.twice[..]), (&[][..], &[][..]));
    }

    #[test]
    fn the_bytes_add_up() {
        let (ledger, source) = ledger(ARTICLE);
        assert_eq!(ledger.fields + ledger.body(), source.len());
        assert_eq!(ledger.fields, "Movethemailbox".len());
        let said: usize = ledger.bytes().values().sum();
        assert_eq!(said + ledger.marks + ledger.blanks, ledger.body());
    }

    /// Cells beyond a table's columns are in no document: the ledger says so.
    #[test]
    fn what_is_lost_is_listed() {
        let (ledger, source) = ledger("# T\n\n| a |\n|---|\n||more\n");
        let lost: Vec<_> = ledger.lost.iter().map(|span| span.slice(&source)).collect();
        assert_eq!(lost, ["||more"]);
    }

    #[test]
    fn articles_that_are_cited_apart_are_no_code() {
        assert_eq!(
            role_of("Q100000 How to move\nQ100001 More"),
            Role::Reference
        );
        assert_eq!(role_of("Q: quit"), Role::Code);
    }
}
