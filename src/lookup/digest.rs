//! An article as the index needs it, in bytes that can be kept beside the site and used again while the article stays as it is.

use super::Tools;
use super::bits::{Reader, put_number, put_text};
use super::pieces::Pieces;
use super::terms;
use std::collections::BTreeMap;

/// An article on its way into the index.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// Its number or name.
    pub id: &'a str,
    /// The name of its files in the site, without folder and ending.
    pub name: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it applies to, as written.
    pub products: &'a [&'a str],
    /// `guide`, `choice`, `advice` or `read`.
    pub class: &'a str,
    /// How many questions its guide asks.
    pub questions: usize,
    /// How many steps it has.
    pub steps: usize,
    /// What the article says that it should be found by.
    pub keywords: &'a str,
    /// Its text.
    pub body: &'a str,
}

/// The fields that terms stand in: title, products, keywords, body.
pub const FIELDS: usize = 4;

/// The shortest and the longest words that can be corrected.
pub const WORD: std::ops::RangeInclusive<usize> = 4..=24;

/// What is kept of an article that results show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// Number or name.
    pub id: &'a str,
    /// Name of its files, where that is not its number.
    pub file: &'a str,
    /// Its title.
    pub title: &'a str,
    /// What it applies to, `; ` between them.
    pub products: &'a str,
    /// Its class.
    pub class: &'a str,
    /// Questions of its guide.
    pub questions: u32,
    /// Its steps.
    pub steps: u32,
}

impl<'a> Card<'a> {
    pub(super) fn write(&self, out: &mut Vec<u8>) {
        for text in [self.id, self.file, self.title, self.products, self.class] {
            put_text(out, text);
        }
        put_number(out, self.questions);
        put_number(out, self.steps);
    }

    pub(super) fn read(reader: &mut Reader<'a>) -> Option<Self> {
        Some(Self {
            id: reader.text()?,
            file: reader.text()?,
            title: reader.text()?,
            products: reader.text()?,
            class: reader.text()?,
            questions: reader.number()?,
            steps: reader.number()?,
        })
    }
}

/// A digest, read.
pub(super) struct Digest<'a> {
    pub card: Card<'a>,
    /// Terms that filter: product and class.
    pub filters: Vec<&'a str>,
    /// Terms of each field.
    pub lengths: [u32; FIELDS],
    /// Each term with how often it stands in each field.
    pub terms: Vec<(&'a str, [u32; FIELDS])>,
    /// Words as they are written.
    pub words: Vec<&'a str>,
}

/// The bytes that the index needs of an article.
pub fn digest(entry: &Entry, tools: &Tools) -> Vec<u8> {
    let mut out = Vec::new();
    let products = shown(entry.products);
    let card = Card {
        id: entry.id,
        file: if entry.name == entry.id {
            ""
        } else {
            entry.name
        },
        title: entry.title,
        products: &products,
        class: entry.class,
        questions: entry.questions as u32,
        steps: entry.steps as u32,
    };
    card.write(&mut out);
    put_list(&mut out, &filters(entry, tools));
    let mut found = Found::default();
    found.field(0, entry.title, tools);
    entry
        .products
        .iter()
        .for_each(|text| found.field(1, text, tools));
    found.field(2, entry.keywords, tools);
    found.field(3, entry.body, tools);
    found
        .lengths
        .iter()
        .for_each(|length| put_number(&mut out, *length));
    put_number(&mut out, found.terms.len() as u32);
    for (term, counts) in &found.terms {
        put_text(&mut out, term);
        counts.iter().for_each(|count| put_number(&mut out, *count));
    }
    let words: Vec<_> = found.words.into_keys().collect();
    put_list(&mut out, &words);
    out
}

fn put_list(out: &mut Vec<u8>, list: &[String]) {
    put_number(out, list.len() as u32);
    list.iter().for_each(|text| put_text(out, text));
}

/// The most bytes of products that a result shows.
const PRODUCTS: usize = 240;

fn shown(products: &[&str]) -> String {
    let mut shown = String::new();
    for product in products {
        if shown.len() + product.len() > PRODUCTS {
            break;
        }
        let comma = if shown.is_empty() { "" } else { "; " };
        shown.push_str(comma);
        shown.push_str(product);
    }
    shown
}

fn filters(entry: &Entry, tools: &Tools) -> Vec<String> {
    let guide = matches!(entry.class, "guide" | "choice");
    let mut filters = vec![super::class_term(guide).to_string()];
    for product in entry.products {
        for name in tools.products.names(product) {
            let term = super::product_term(&name);
            if !filters.contains(&term) {
                filters.push(term);
            }
        }
    }
    filters
}

#[derive(Default)]
struct Found {
    lengths: [u32; FIELDS],
    terms: BTreeMap<String, [u32; FIELDS]>,
    words: BTreeMap<String, ()>,
    pieces: Pieces,
}

impl Found {
    fn field(&mut self, field: usize, text: &str, tools: &Tools) {
        let mut pieces = std::mem::take(&mut self.pieces);
        pieces.read(text);
        terms::document(&pieces, &tools.products, &mut |term, _| {
            self.add(field, term)
        });
        for word in pieces.words().filter(|word| word.len() == 1) {
            let text = pieces.text(word.start);
            let known = self.words.contains_key(text);
            if !known
                && WORD.contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_lowercase())
            {
                self.words.insert(text.into(), ());
            }
        }
        self.pieces = pieces;
    }

    fn add(&mut self, field: usize, term: &str) {
        let counts = match self.terms.get_mut(term) {
            Some(counts) => counts,
            None => self.terms.entry(term.into()).or_default(),
        };
        if let (Some(count), Some(length)) = (counts.get_mut(field), self.lengths.get_mut(field)) {
            *count += 1;
            *length += 1;
        }
    }
}

impl<'a> Digest<'a> {
    /// Reads what [`digest`] wrote.
    pub fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        let card = Card::read(&mut reader)?;
        let filters = list(&mut reader)?;
        let mut lengths = [0; FIELDS];
        for length in &mut lengths {
            *length = reader.number()?;
        }
        let count = reader.number()?;
        let mut terms = Vec::with_capacity((count as usize).min(bytes.len()));
        for _ in 0..count {
            let term = reader.text()?;
            let mut counts = [0; FIELDS];
            for count in &mut counts {
                *count = reader.number()?;
            }
            terms.push((term, counts));
        }
        let words = list(&mut reader)?;
        Some(Self {
            card,
            filters,
            lengths,
            terms,
            words,
        })
    }
}

fn list<'a>(reader: &mut Reader<'a>) -> Option<Vec<&'a str>> {
    (0..reader.number()?).map(|_| reader.text()).collect()
}
