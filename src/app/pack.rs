//! Articles in packs, for hosts that take only so many files: many sources in one file, in order of their names.
//!
//! ```text
//! pack/table.txt     KBGUIDE-PACKS 1 ⏎ the first name of each pack, a line each, in order
//! pack/FIRST.pack    KBGUIDE-PACK 1 CHECKSUM ⏎ NAME LENGTH ⏎ the source ⏎ NAME LENGTH ⏎ …
//! ```
//!
//! A pack is called by its first article, so that a new article does not rename those behind it. The checksum is made of the
//! names, lengths and checksums of its articles: a builder that knows these need not read the pack.

use super::sum::{more, sum};
use std::fmt;

/// Where the table is.
pub const TABLE: &str = "pack/table.txt";

const TABLE_HEAD: &str = "KBGUIDE-PACKS 1";
const PACK_HEAD: &str = "KBGUIDE-PACK 1 ";
/// A pack is closed when it has so many bytes and the next name says so, and at the latest at the second number.
const BYTES: (u64, u64) = (100_000, 200_000);
/// One name in so many says so.
const CLOSES: u64 = 16;

/// Why an article is not to be had from a pack.
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
                "The pack of articles is of another version than the page; build the site anew."
            }
            Self::Damaged => "The pack of articles is damaged: its checksum does not fit.",
        })
    }
}

/// An article as a pack knows it: name, length and checksum.
pub type Item<'a> = (&'a str, u64, u64);

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
    for (at, (name, length, _)) in items.iter().enumerate() {
        let says = sum(name.as_bytes()).is_multiple_of(CLOSES);
        if at > start && (bytes + length > BYTES.1 || bytes >= BYTES.0 && says) {
            packs.extend(items.get(start..at));
            (start, bytes) = (at, 0);
        }
        bytes += length;
    }
    packs.extend(items.get(start..).filter(|rest| !rest.is_empty()));
    packs
}

/// The first line of a pack.
pub fn head(items: &[Item]) -> String {
    let key = items.iter().fold(0, |key, (name, length, bytes)| {
        [sum(name.as_bytes()), *length, *bytes]
            .into_iter()
            .fold(key, more)
    });
    format!("{PACK_HEAD}{key:016x}\n")
}

/// What stands before an article in a pack.
pub fn label(name: &str, length: u64) -> String {
    format!("{name} {length}\n")
}

/// How many bytes a pack has.
pub fn length(items: &[Item]) -> u64 {
    let one = |(name, length, _): &Item| label(name, *length).len() as u64 + length + 1;
    head(items).len() as u64 + items.iter().map(one).sum::<u64>()
}

/// The source of an article; `None` where the pack has none of that name.
pub fn find<'a>(pack: &'a [u8], name: &str) -> Result<Option<&'a [u8]>, Broken> {
    let (first, mut rest) = line(pack)
        .filter(|(first, _)| first.starts_with(PACK_HEAD))
        .ok_or(Broken::Foreign)?;
    let mut items = Vec::new();
    let mut found = None;
    while !rest.is_empty() {
        let (item, source, after) = article(rest).ok_or(Broken::Damaged)?;
        if item.0 == name {
            found = Some(source);
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
    let (name, length) = label.split_once(' ')?;
    let (source, rest) = rest.split_at_checked(length.parse().ok()?)?;
    Some((
        (name, source.len() as u64, sum(source)),
        source,
        rest.strip_prefix(b"\n")?,
    ))
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
            .map(|(name, source)| (*name, source.len() as u64, sum(source)))
            .collect();
        let mut pack = head(&items).into_bytes();
        for (name, source) in articles {
            pack.extend(label(name, source.len() as u64).bytes());
            pack.extend(*source);
            pack.push(b'\n');
        }
        assert_eq!(pack.len() as u64, length(&items));
        pack
    }

    #[test]
    fn finds_what_was_packed() {
        let pack = packed(&[("Q1", b"one\n"), ("Q2", b""), ("Q3", b"\xff 4\n\n")]);
        for (name, source) in [
            ("Q1", Some(&b"one\n"[..])),
            ("Q2", Some(b"")),
            ("Q3", Some(b"\xff 4\n\n")),
            ("Q4", None),
        ] {
            assert_eq!(find(&pack, name), Ok(source), "{name}");
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
        let items: Vec<Item> = names.iter().map(|name| (name.as_str(), 2_500, 1)).collect();
        let packs = cut(&items);
        let sizes: Vec<u64> = packs
            .iter()
            .map(|pack| pack.iter().map(|item| item.1).sum())
            .collect();
        assert!(
            sizes
                .iter()
                .rev()
                .skip(1)
                .all(|size| (100_000..=200_000).contains(size)),
            "{sizes:?}"
        );
        let less = cut(&items[1..]);
        let same = packs.iter().filter(|pack| less.contains(pack)).count();
        assert!(same + 5 > packs.len(), "{same} of {}", packs.len());
    }
}
