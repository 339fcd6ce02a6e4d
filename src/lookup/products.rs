//! Products as people say them, and their versions. The names are data: `products.txt`.

use super::pieces::{Join, Pieces};
use std::collections::BTreeMap;
use std::ops::Range;

/// Names as people say them.
const TABLE: &str = include_str!("products.txt");

/// Words that may stand between a product and its version.
const BETWEEN: &[&str] = &[
    "version",
    "versions",
    "ver",
    "v",
    "release",
    "server",
    "workstation",
    "client",
    "enterprise",
    "standard",
    "professional",
    "edition",
    "editions",
    "for",
    "windows",
    "32",
    "bit",
    "operating",
    "system",
    "retail",
    "product",
    "advanced",
    "the",
    "learning",
    "service",
];

/// Names of products.
pub struct Products {
    /// What each is called here, and whether only with a version.
    list: Vec<(String, bool)>,
    /// By the first piece of a name: its further pieces and its product, longest first.
    names: BTreeMap<String, Vec<(Vec<String>, usize)>>,
}

/// A product that a text names.
pub struct Said<'a> {
    product: &'a str,
    bare: bool,
    /// Pieces of its name.
    name: Range<usize>,
    /// Its versions, each with its pieces.
    versions: &'a [(String, Range<usize>)],
}

/// A product that a query names.
pub struct Owned {
    /// The pieces that it takes.
    pub taken: Range<usize>,
    /// Its groups of terms.
    pub groups: Vec<Vec<(String, f32)>>,
}

impl Said<'_> {
    /// Its terms.
    pub fn terms(&self, give: &mut dyn FnMut(&str)) {
        if self.bare {
            give(&format!("@{}", self.product));
        }
        for (version, _) in self.versions {
            give(&format!("@{}@{version}", self.product));
        }
    }

    /// The pieces of its name.
    pub fn pieces(&self) -> Range<usize> {
        self.name.clone()
    }

    /// As a query needs it.
    pub fn owned(&self) -> Owned {
        let mut groups = Vec::new();
        let mut taken = self.name.clone();
        if self.bare {
            groups.push(vec![(format!("@{}", self.product), 1.0)]);
        } else if self.versions.is_empty() {
            taken.end = taken.start;
        } else {
            groups.push(vec![(super::stem::stem(self.product).to_string(), 1.0)]);
        }
        for (version, range) in self.versions {
            groups.push(vec![
                (format!("@{}@{version}", self.product), 1.0),
                (version.clone(), 0.4),
            ]);
            taken.end = range.end;
        }
        Owned { taken, groups }
    }
}

impl Products {
    /// Reads the table.
    pub fn read() -> Self {
        let mut products = Self {
            list: Vec::new(),
            names: BTreeMap::new(),
        };
        let lines = TABLE
            .lines()
            .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        for line in lines {
            products.add(line);
        }
        for names in products.names.values_mut() {
            names.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        products
    }

    fn add(&mut self, line: &str) {
        let mut first = true;
        for name in line.split('|') {
            let name = name.trim();
            let ordinary = name.ends_with('!');
            let name = name.trim_end_matches('!');
            if first {
                self.list.push((name.to_string(), ordinary));
                first = false;
            }
            let pieces = Pieces::of(name);
            let mut texts = (0..pieces.list.len()).map(|index| pieces.text(index).to_string());
            if let Some(head) = texts.next() {
                let entry = self.names.entry(head).or_default();
                let one = (texts.collect::<Vec<_>>(), self.list.len() - 1);
                if !entry.contains(&one) {
                    entry.push(one);
                }
            }
        }
    }

    /// Gives each product that the text names.
    pub fn said(&self, pieces: &Pieces, give: &mut dyn FnMut(Said<'_>)) {
        let mut at = 0;
        let mut versions = Vec::new();
        while at < pieces.list.len() {
            let Some((product, end)) = self.name_at(pieces, at) else {
                at += 1;
                continue;
            };
            let Some((name, ordinary)) = self.list.get(product) else {
                break;
            };
            versions.clear();
            read_versions(pieces, end, &mut versions);
            give(Said {
                product: name,
                bare: !ordinary,
                name: at..end,
                versions: &versions,
            });
            at = end;
        }
    }

    /// What an item of an applies-to list is called here: the product, and the product with each of its versions.
    pub fn names(&self, item: &str) -> Vec<String> {
        let pieces = Pieces::of(item);
        let mut names: Vec<String> = Vec::new();
        self.said(&pieces, &mut |said: Said| {
            if names.is_empty() {
                names.push(said.product.into());
                let versions = said.versions.iter();
                names.extend(versions.map(|(version, _)| format!("{} {version}", said.product)));
            }
        });
        if names.is_empty() {
            names.extend(plain_name(&pieces));
        }
        names
    }

    fn name_at(&self, pieces: &Pieces, at: usize) -> Option<(usize, usize)> {
        let glued = pieces
            .list
            .get(at)
            .is_some_and(|piece| matches!(piece.join, Join::Glue | Join::Underscore | Join::Dot));
        if glued {
            return None;
        }
        let names = self.names.get(pieces.text(at))?;
        let found = names.iter().find(|(rest, _)| {
            rest.iter()
                .enumerate()
                .all(|(index, text)| pieces.text(at + 1 + index) == text)
        })?;
        let end = at + 1 + found.0.len();
        // `win32` is no version.
        let next = pieces.list.get(end).map(|piece| piece.join);
        let digit = pieces.text(end).starts_with(|c: char| c.is_ascii_digit());
        let part = next == Some(Join::Glue) && (pieces.text(end) == "32" || !digit);
        let part = part || is_file(pieces, at);
        (!part).then_some((found.1, end))
    }
}

/// Whether the word that goes on from here is the name of a file: `vb.ini`, `win95_12.cab`.
fn is_file(pieces: &Pieces, at: usize) -> bool {
    let rest = pieces.list.iter().enumerate().skip(at + 1);
    let mut word = rest.take_while(|(_, piece)| piece.join != Join::Apart);
    word.any(|(index, piece)| {
        let letter = pieces
            .text(index)
            .starts_with(|c: char| !c.is_ascii_digit());
        piece.join == Join::Underscore
            || (piece.join == Join::Dot && letter && pieces.text(index) != "x")
    })
}

/// The versions that stand after a product: `4.0`, `versions 3.5, 3.51`.
fn read_versions(pieces: &Pieces, from: usize, versions: &mut Vec<(String, Range<usize>)>) {
    let mut at = from;
    let mut between = 0;
    while at < pieces.list.len() && versions.len() < 12 {
        let text = pieces.text(at);
        let digits = text.starts_with(|c: char| c.is_ascii_digit());
        let short = digits && text.len() <= 4;
        if short && !(text == "32" && pieces.text(at + 1) == "bit") {
            let (version, end) = version(pieces, at);
            versions.push((version, at..end));
            at = end;
            between = 0;
            continue;
        }
        let named = matches!(text, "xp" | "me") && at == from;
        if named {
            versions.push((text.to_string(), at..at + 1));
            return;
        }
        // After the first version only a list goes on.
        let limit = if versions.is_empty() { 4 } else { 1 };
        let word = if versions.is_empty() {
            BETWEEN.contains(&text)
        } else {
            matches!(text, "and" | "or" | "to")
        };
        if !word || between == limit {
            return;
        }
        between += 1;
        at += 1;
    }
}

/// `4.0` is 4, `3.51` is 3.51, `3.0a` is 3.0a.
fn version(pieces: &Pieces, from: usize) -> (String, usize) {
    let mut text = pieces.text(from).to_string();
    let mut at = from + 1;
    while let Some(piece) = pieces.list.get(at) {
        let part = pieces.text(at);
        let digits = part.starts_with(|c: char| c.is_ascii_digit());
        match piece.join {
            Join::Dot if digits || part == "x" => {
                text.push('.');
                text.push_str(part);
            }
            Join::Glue if part.len() == 1 && !digits => text.push_str(part),
            _ => break,
        }
        at += 1;
    }
    let short = text.trim_end_matches('0');
    match short.strip_suffix('.') {
        Some(short) if short.len() < text.len() => (short.to_string(), at),
        _ => (text, at),
    }
}

/// The name of a product that the table does not have: its words up to a version or what it is for.
fn plain_name(pieces: &Pieces) -> Option<String> {
    let texts = (0..pieces.list.len()).map(|index| pieces.text(index));
    let ends = |text: &str| {
        let digit = text.starts_with(|c: char| c.is_ascii_digit());
        digit || matches!(text, "version" | "versions" | "for" | "edition")
    };
    let words: Vec<&str> = texts
        .skip_while(|text| matches!(*text, "the" | "microsoft"))
        .take_while(|text| !ends(text))
        .take(6)
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_items_of_a_list_are_called() {
        let table = [
            (
                "Microsoft Windows NT Server version 4.0",
                "windows nt|windows nt 4",
            ),
            ("Microsoft Word 97 for Windows", "word|word 97"),
            (
                "Microsoft Visual FoxPro for Windows, versions 3.0, 5.0a",
                "visual foxpro|visual foxpro 3|visual foxpro 5.0a",
            ),
            ("Microsoft Cinemania 1995 edition", "cinemania"),
            ("vfp", "visual foxpro"),
            ("wd97", "word|word 97"),
            ("", ""),
        ];
        for (item, names) in table {
            assert_eq!(Products::read().names(item).join("|"), names, "{item}");
        }
    }

    #[test]
    fn no_name_stands_for_two_products() {
        let products = Products::read();
        for (head, names) in &products.names {
            let mut rests: Vec<_> = names.iter().map(|(rest, _)| rest).collect();
            rests.sort();
            let all = rests.len();
            rests.dedup();
            assert_eq!(rests.len(), all, "{head}");
        }
    }
}
