//! The look-up over a whole archive: an index in small files, and a search that says which of them it needs.
//!
//! ```text
//! article ─ digest ─▶ bytes ─ index (of all) ─▶ files          (the builder)
//! query ─▶ Lookup::step ─▶ Need(files) … put … step ─▶ Done(Found)   (the browser, the terminal)
//! ```
//!
//! Nothing here touches a file or the network: whoever calls fetches what is needed, in whatever way it does.

pub mod article;
pub mod bits;
pub mod digest;
pub mod file;
pub mod index;
pub mod pieces;
pub mod postings;
pub mod products;
pub mod query;
pub mod rank;
pub mod root;
mod plain;
mod search;
pub mod shard;
pub mod snippet;
mod spell;
pub mod stem;
pub mod terms;
pub mod words;

pub use digest::{Entry, digest};
pub use index::{IndexFile, index};
pub use root::NAME as ROOT;
pub use search::{Ask, Class, Found, Hit, Lookup, Step};
pub use snippet::{Snippet, snippet};

use products::Products;
use words::Words;

/// The tables that texts and queries are read with.
pub struct Tools {
    /// Names of products.
    pub products: Products,
    /// Words of like meaning.
    pub words: Words,
}

impl Tools {
    /// Reads the tables.
    pub fn new() -> Self {
        Self {
            products: Products::read(),
            words: Words::read(),
        }
    }
}

impl Default for Tools {
    fn default() -> Self {
        Self::new()
    }
}

/// The term of an article's number or name. Signs keep such terms apart from words.
fn number_term(id: &str) -> String {
    format!("#{}", terms::cut(&id.to_lowercase()))
}

/// The term of a word together with those of like meaning. It stands beside the word itself.
fn like_term(stem: &str) -> String {
    format!("{stem}!")
}

/// The term of all guides, or of all articles to read.
fn class_term(guide: bool) -> &'static str {
    if guide { "=guide" } else { "=read" }
}

/// The term of a product's articles.
fn product_term(name: &str) -> String {
    format!("=p:{name}")
}

/// The product of such a term.
fn product_of(term: &str) -> Option<&str> {
    term.strip_prefix("=p:")
}

/// Where a site has the source of an article; `None` for a name that would lead elsewhere.
pub fn source(name: &str) -> Option<String> {
    let leads = name.starts_with('.') || name.contains(['/', '\\', ':']);
    (!leads && !name.is_empty()).then(|| format!("article/{name}.md"))
}

/// The article of which this is the source: what [`source`] was made of.
pub fn article_of(file: &str) -> Option<&str> {
    file.strip_prefix("article/")?.strip_suffix(".md")
}

#[cfg(test)]
mod tests;
