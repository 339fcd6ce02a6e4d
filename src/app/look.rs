//! The state of the look-up page: what is wanted, how it stands in the address, and what was found.

use super::code;
use crate::lookup::{Ask, Class, Found, Snippet};
use std::collections::BTreeMap;

/// How many results are shown first, and how many more at a press.
pub const FIRST: usize = 10;
/// How many results are added at a press.
pub const MORE: usize = 20;
/// The most results that an address can ask for.
const MOST: usize = 500;

/// What the reader wants to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// What stands in the field.
    pub query: String,
    /// Only articles of this product.
    pub product: Option<String>,
    /// Only articles of this class.
    pub class: Option<Class>,
    /// How many results.
    pub count: usize,
}

impl Default for Wish {
    fn default() -> Self {
        Self {
            query: String::new(),
            product: None,
            class: None,
            count: FIRST,
        }
    }
}

impl Wish {
    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.query.trim().is_empty()
    }

    /// The fragment of the address, without its `#`: `q=mail%20queue&product=exchange&class=guide&count=30`.
    pub fn address(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let mut out = format!("q={}", code::escape(self.query.trim()));
        if let Some(product) = &self.product {
            out.push_str("&product=");
            out.push_str(&code::escape(product));
        }
        if let Some(class) = self.class {
            out.push_str("&class=");
            out.push_str(class_name(class));
        }
        if self.count != FIRST {
            out.push_str(&format!("&count={}", self.count));
        }
        out
    }

    /// Reads a fragment, or the query of an address that a form made; what it does not say is as at the start.
    pub fn read(address: &str) -> Self {
        let mut wish = Self::default();
        for (name, value) in address.split('&').filter_map(|pair| pair.split_once('=')) {
            let Some(value) = code::unescape(&value.replace('+', " ")) else {
                continue;
            };
            match name {
                "q" => wish.query = value,
                "product" if !value.is_empty() => wish.product = Some(value),
                "class" => wish.class = class(&value),
                "count" => wish.count = value.parse().unwrap_or(FIRST).clamp(FIRST, MOST),
                _ => {}
            }
        }
        wish
    }

    /// The question to the index. `typing`: the last word may go on.
    pub fn ask(&self, typing: bool) -> Ask {
        Ask {
            query: self.query.clone(),
            product: self.product.clone(),
            class: self.class,
            count: self.count,
            typing,
        }
    }
}

/// How a class is written in an address and in the page's list of them.
pub fn class_name(class: Class) -> &'static str {
    match class {
        Class::Guide => "guide",
        Class::Read => "read",
    }
}

/// Reads what [`class_name`] writes.
pub fn class(name: &str) -> Option<Class> {
    [Class::Guide, Class::Read]
        .into_iter()
        .find(|class| class_name(*class) == name)
}

/// All that the look-up page shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Look {
    /// The way from this page to the site's root.
    pub root: String,
    /// Whether the site has its articles in packs instead of pages.
    pub packed: bool,
    /// What is in the field and in the filters.
    pub wish: Wish,
    /// The products that can be chosen, with how many articles each has.
    pub products: Vec<(String, u32)>,
    /// The words that the results are of, and the results; `None` before the first are there.
    pub found: Option<(Wish, Found)>,
    /// The lines of the results that have the words, by the names of the articles.
    pub snippets: BTreeMap<String, Snippet>,
    /// Why there is no such line, to go on after a colon, by the names of the articles.
    pub unread: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_is_read_back_from_its_address() {
        let wishes = [
            Wish::default(),
            Wish {
                query: "\"mail queue\" c++ & 100 % é".into(),
                product: Some("windows nt".into()),
                class: Some(Class::Read),
                count: 30,
            },
            Wish {
                query: "x".into(),
                class: Some(Class::Guide),
                ..Wish::default()
            },
        ];
        for wish in wishes {
            assert_eq!(Wish::read(&wish.address()), wish);
        }
    }

    #[test]
    fn any_address_can_be_read() {
        for (address, query, count) in [
            ("", "", FIRST),
            ("q", "", FIRST),
            ("q=%zz", "", FIRST),
            ("q=mail+queue", "mail queue", FIRST),
            ("a=b&q=x&count=-1&class=map&product=", "x", FIRST),
            ("q=x&count=999999999", "x", MOST),
        ] {
            let wish = Wish::read(address);
            assert_eq!(
                (wish.query.as_str(), wish.count),
                (query, count),
                "{address}"
            );
            assert_eq!((wish.product, wish.class), (None, None), "{address}");
        }
    }
}
