//! Articles in packs, for hosts that take only so many files: many sources in one file, in order of their names.
//!
//! ```text
//! pack/table.txt     KBGUIDE-PACKS 1 ⏎ the first name of each pack, a line each, in order
//! pack/FIRST.pack    KBGUIDE-PACK 2 CHECKSUM ⏎ NAME LENGTH LENGTH ⏎ the source ⏎ what it names NAME LENGTH LENGTH ⏎ …
//! ```
//!
//! A pack is called by its first article, so that a new article does not rename those behind it. What an article names are the
//! titles of the others that it cites ([`named`](super::named)): a page that is printed has them, and one that is drawn from a pack
//! has no other place to get them from. The checksum is made of the names, lengths and checksums of its articles: a builder
//! that knows these need not read the pack.

use super::sum::{more, sum};
use std::fmt;

/// Where the table is.
pub const TABLE: &str = "pack/table.txt";

const TABLE_HEAD: &str = "KBGUIDE-PACKS 1";
const PACK_HEAD: &str = "KBGUIDE-PACK 2 ";
/// A pack is closed when it has so many bytes and the next name says so, and at the latest at the second number.
///
/// Small enough that the lines of ten results come from ten packs in less than a search itself may cost, large enough that an
/// archive of sixty thousand articles has some five thousand.
const BYTES: (u64, u64) = (32_000, 64_000);
/// One name in so many says so.
const CLOSES: u64 = 4;

/// Why an article is not to be had from a pack; what is printed goes on after the pack's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The file is no pack, or of another version.
    Foreign,
    /// Its bytes are not those that were written.
    Damaged,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Foreign => {
                "is no pack of articles, or of another version than the page; build the site anew"
            }
            Self::Damaged => "is damaged: its checksum does not fit",
        })
    }
}

/// An article as a pack knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item<'a> {
    /// Its name in the site.
    pub name: &'a str,
    /// How many bytes its source has.
    pub length: u64,
    /// The checksum of its source.
    pub sum: u64,
    /// The articles that it names.
    pub named: &'a str,
}

/// An article out of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packed<'a> {
    /// Its source.
    pub source: &'a [u8],
    /// The articles that it names.
    pub named: &'a str,
}

/// The file of a pack.
pub fn file(first: &str) -> String {
    format!("pack/{first}.pack")
}

/// The table of packs with these first names, which are in order.
pub fn table<'a>(firsts: impl Iterator<Item = &'a str>) -> String {
    let lines = firsts.map(|first| format!("{first}\n"));
    format!("{TABLE_HEAD}\n{}", lines.collect::<String>())
}

/// The pack in which an article would be.
pub fn pack_of<'a>(table: &'a str, name: &str) -> Result<Option<&'a str>, Broken> {
    let mut lines = table.lines();
    match lines.next() {
        Some(TABLE_HEAD) => Ok(lines.take_while(|first| *first <= name).last()),
        _ => Err(Broken::Foreign),
    }
}

/// Cuts articles, which are in order of their names, into packs. A change of one moves the cuts of its neighbours at most.
pub fn cut<'a, 'b>(items: &'b [Item<'a>]) -> Vec<&'b [Item<'a>]> {
    let mut packs = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, item) in items.iter().enumerate() {
        let says = sum(item.name.as_bytes()).is_multiple_of(CLOSES);
        if at > start && (bytes + item.length > BYTES.1 || bytes >= BYTES.0 && says) {
            packs.extend(items.get(start..at));
            (start, bytes) = (at, 0);
        }
        bytes += item.length;
    }
    packs.extend(items.get(start..).filter(|rest| !rest.is_empty()));
    packs
}

/// The first line of a pack.
pub fn head(items: &[Item]) -> String {
    let key = items.iter().fold(0, |key, item| {
        let (name, named) = (sum(item.name.as_bytes()), sum(item.named.as_bytes()));
        [name, item.length, item.sum, named]
            .into_iter()
            .fold(key, more)
    });
    format!("{PACK_HEAD}{key:016x}\n")
}

/// What stands before an article in a pack.
pub fn label(item: &Item) -> String {
    format!("{} {} {}\n", item.name, item.length, item.named.len())
}

/// How many bytes a pack has.
pub fn length(items: &[Item]) -> u64 {
    let one = |item: &Item| (label(item).len() + 1 + item.named.len()) as u64 + item.length;
    head(items).len() as u64 + items.iter().map(one).sum::<u64>()
}

/// An article; `None` where the pack has none of that name.
pub fn find<'a>(pack: &'a [u8], name: &str) -> Result<Option<Packed<'a>>, Broken> {
    let (first, mut rest) = line(pack)
        .filter(|(first, _)| first.starts_with(PACK_HEAD))
        .ok_or(Broken::Foreign)?;
    let mut items = Vec::new();
    let mut found = None;
    while !rest.is_empty() {
        let (item, source, after) = article(rest).ok_or(Broken::Damaged)?;
        if item.name == name {
            let named = item.named;
            found = Some(Packed { source, named });
        }
        items.push(item);
        rest = after;
    }
    match head(&items).trim_end() == first {
        true => Ok(found),
        false => Err(Broken::Damaged),
    }
}

fn article(bytes: &[u8]) -> Option<(Item<'_>, &[u8], &[u8])> {
    let (label, rest) = line(bytes)?;
    let (name, lengths) = label.split_once(' ')?;
    let (length, named) = lengths.split_once(' ')?;
    let (source, rest) = rest.split_at_checked(length.parse().ok()?)?;
    let rest = rest.strip_prefix(b"\n")?;
    let (named, rest) = rest.split_at_checked(named.parse().ok()?)?;
    let item = Item {
        name,
        length: source.len() as u64,
        sum: sum(source),
        named: std::str::from_utf8(named).ok()?,
    };
    Some((item, source, rest))
}

fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let line = std::str::from_utf8(bytes.get(..end)?).ok()?;
    Some((line, bytes.get(end + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(articles: &[(&str, &[u8])]) -> Vec<u8> {
        let items: Vec<Item> = articles
            .iter()
            .map(|(name, source)| Item {
                name,
                length: source.len() as u64,
                sum: sum(source),
                named: NAMED,
            })
            .collect();
        let mut pack = head(&items).into_bytes();
        for (item, (_, source)) in items.iter().zip(articles) {
            pack.extend(label(item).bytes());
            pack.extend(*source);
            pack.extend(b"\n");
            pack.extend(item.named.bytes());
        }
        assert_eq!(pack.len() as u64, length(&items));
        pack
    }

    const NAMED: &str = "Q9 Close the box\n";

    #[test]
    fn finds_what_was_packed() {
        let pack = packed(&[("Q1", b"one\n"), ("Q2", b""), ("Q3", b"\xff 4\n\n")]);
        for (name, source) in [
            ("Q1", Some(&b"one\n"[..])),
            ("Q2", Some(b"")),
            ("Q3", Some(b"\xff 4\n\n")),
            ("Q4", None),
        ] {
            let named = NAMED;
            let found = source.map(|source| Packed { source, named });
            assert_eq!(find(&pack, name), Ok(found), "{name}");
        }
        assert_eq!(find(b"<!doctype html>\n", "Q1"), Err(Broken::Foreign));
    }

    #[test]
    fn every_damage_is_found() {
        let pack = packed(&[("Q1", b"one\n"), ("Q2", b"two")]);
        for at in 0..pack.len() {
            let mut other = pack.clone();
            other[at] ^= 1;
            assert!(find(&other, "Q1").is_err(), "byte {at}");
            assert!(find(&pack[..at], "Q1").is_err(), "cut at {at}");
        }
    }

    #[test]
    fn the_table_names_the_pack() {
        let table = table(["Q100", "Q2", "a"].into_iter());
        for (name, pack) in [
            ("Q1", None),
            ("Q100", Some("Q100")),
            ("Q150", Some("Q100")),
            ("Q3", Some("Q2")),
            ("b", Some("a")),
        ] {
            assert_eq!(pack_of(&table, name), Ok(pack), "{name}");
        }
        assert_eq!(pack_of("<!doctype html>", "Q1"), Err(Broken::Foreign));
    }

    #[test]
    fn packs_are_neither_small_nor_large_and_stay_where_they_are() {
        let names: Vec<String> = (10_000..12_000).map(|at| format!("Q{at}")).collect();
        let items: Vec<Item> = names
            .iter()
            .map(|name| Item {
                name,
                length: 2_500,
                sum: 1,
                named: "",
            })
            .collect();
        let packs = cut(&items);
        let sizes: Vec<u64> = packs
            .iter()
            .map(|pack| pack.iter().map(|item| item.length).sum())
            .collect();
        assert!(
            sizes
                .iter()
                .rev()
                .skip(1)
                .all(|size| (BYTES.0..=BYTES.1).contains(size)),
            "{sizes:?}"
        );
        let less = cut(&items[1..]);
        let same = packs.iter().filter(|pack| less.contains(pack)).count();
        assert!(same + 5 > packs.len(), "{same} of {}", packs.len());
    }
}
