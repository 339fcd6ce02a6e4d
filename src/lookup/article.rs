//! What the index takes of a document: its title and products, the words that it should be found by, its text.

use super::{Entry, Tools, digest};
use crate::document::Document;
use crate::span::Span;

/// What a guide adds to its article, as results show it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts<'a> {
    /// `guide`, `choice`, `advice` or `read`.
    pub class: &'a str,
    /// How many questions its guide asks.
    pub questions: usize,
    /// How many steps it has.
    pub steps: usize,
}

/// Fields of an article that say what it should be found by.
const KEYWORDS: &[&str] = &[
    "additional query words",
    "additional reference words",
    "product(s)",
    "product",
    "tags",
    "aliases",
    "description",
];

/// The digest of a document. `name` is that of its files in the site.
pub fn digest_of(document: &Document, name: &str, facts: Facts, tools: &Tools) -> Vec<u8> {
    let meta = &document.meta;
    let products: Vec<&str> = meta.products.iter().map(|one| one.as_str()).collect();
    let is_keywords = |name: &str| {
        KEYWORDS
            .iter()
            .any(|other| other.eq_ignore_ascii_case(name))
    };
    let fields = meta.fields.iter();
    let keywords: Vec<&str> = fields
        .filter(|field| is_keywords(&field.name))
        .map(|field| field.value.as_str())
        .collect();
    let entry = Entry {
        id: &meta.id,
        name,
        title: &meta.title,
        products: &products,
        class: facts.class,
        questions: facts.questions,
        steps: facts.steps,
        keywords: &keywords.join(" "),
        body: &body(document),
    };
    digest(&entry, tools)
}

/// The source without the fields and the title.
fn body(document: &Document) -> String {
    let meta = &document.meta;
    let fields = meta.fields.iter().map(|field| field.span);
    let products = meta.products.iter().map(|one| one.span());
    let mut taken: Vec<Span> = fields.chain(products).chain([meta.title_span]).collect();
    taken.sort_unstable_by_key(|span| (span.start, span.end));
    let mut body = String::with_capacity(document.source.len());
    let mut at = 0;
    for span in taken {
        body.push_str(
            document
                .source
                .get(at..span.start as usize)
                .unwrap_or_default(),
        );
        body.push(' ');
        at = at.max(span.end as usize);
    }
    body.push_str(document.source.get(at..).unwrap_or_default());
    body
}
