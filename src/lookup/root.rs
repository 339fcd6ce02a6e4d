//! The root of an index: how many articles there are, and which file holds what. It is all that a reader needs before a query.

use super::bits::{Reader, put_front_coded, put_number, put_text};
use super::file::{self, Broken, Kind};

/// The file of the root.
pub const NAME: &str = "lookup/root.bin";

/// The most articles that an index can have: a search takes memory for each.
const MOST: u32 = 1 << 24;

/// The root of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Root {
    /// How many articles there are.
    pub articles: u32,
    /// How many articles a file of them holds.
    pub per_file: u32,
    /// Files of terms.
    pub terms: Vec<Shard>,
    /// Files of articles.
    pub cards: Vec<Shard>,
    /// Files of words by their starts.
    pub spelling: Vec<Shard>,
    /// Files of words by their ends.
    pub endings: Vec<Shard>,
    /// Products with how many articles each has, most first.
    pub products: Vec<(String, u32)>,
}

/// A file of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shard {
    /// The first term or word in it; empty for articles.
    pub first: String,
    /// Its checksum, which is also a part of its name.
    pub sum: u32,
}

impl Root {
    /// The files of a kind.
    pub fn shards(&self, kind: Kind) -> &[Shard] {
        match kind {
            Kind::Root => &[],
            Kind::Terms => &self.terms,
            Kind::Articles => &self.cards,
            Kind::Spelling => &self.spelling,
            Kind::Endings => &self.endings,
        }
    }

    /// The name of a file: kind, number, checksum.
    pub fn name(&self, kind: Kind, index: usize) -> Option<String> {
        let shard = self.shards(kind).get(index)?;
        Some(name(kind, index, shard.sum))
    }

    /// The file in which a term or word would be.
    pub fn place(&self, kind: Kind, text: &str) -> Option<usize> {
        let shards = self.shards(kind);
        let after = shards.partition_point(|shard| shard.first.as_str() <= text);
        after.checked_sub(1)
    }

    /// The root as a file.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        put_number(&mut out, self.articles);
        put_number(&mut out, self.per_file);
        for kind in [Kind::Terms, Kind::Articles, Kind::Spelling, Kind::Endings] {
            let shards = self.shards(kind);
            put_number(&mut out, shards.len() as u32);
            let mut before = "";
            for shard in shards {
                put_front_coded(&mut out, before, &shard.first);
                out.extend(shard.sum.to_le_bytes());
                before = &shard.first;
            }
        }
        put_number(&mut out, self.products.len() as u32);
        for (name, count) in &self.products {
            put_text(&mut out, name);
            put_number(&mut out, *count);
        }
        file::sealed(Kind::Root, &out).0
    }

    /// Reads the file of a root.
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        let (body, _) = file::open(Kind::Root, bytes)?;
        Self::body(&mut Reader(body)).ok_or(Broken::Damaged)
    }

    fn body(reader: &mut Reader) -> Option<Self> {
        Some(Self {
            articles: reader.number().filter(|count| *count <= MOST)?,
            per_file: reader.number()?.max(1),
            terms: shards(reader)?,
            cards: shards(reader)?,
            spelling: shards(reader)?,
            endings: shards(reader)?,
            products: products(reader)?,
        })
    }
}

/// The name of a file.
pub(super) fn name(kind: Kind, index: usize, sum: u32) -> String {
    let letter = char::from(kind.letter());
    format!("lookup/{letter}{index:04}{}", ending(sum))
}

/// How the name of a file with this checksum ends.
pub(super) fn ending(sum: u32) -> String {
    format!("-{sum:08x}.bin")
}

/// What a file of this name holds; `None` for one that is not of the index.
pub(super) fn kind_of(name: &str) -> Option<Kind> {
    let letter = name.strip_prefix("lookup/")?.bytes().next()?;
    [Kind::Terms, Kind::Articles, Kind::Spelling, Kind::Endings]
        .into_iter()
        .find(|kind| kind.letter() == letter)
}

fn shards(reader: &mut Reader) -> Option<Vec<Shard>> {
    let mut text = String::new();
    let mut shards = Vec::new();
    for _ in 0..reader.number()? {
        reader.front_coded(&mut text)?;
        let sum = reader.four()?;
        shards.push(Shard {
            first: text.clone(),
            sum,
        });
    }
    Some(shards)
}

fn products(reader: &mut Reader) -> Option<Vec<(String, u32)>> {
    let one = |reader: &mut Reader| Some((reader.text()?.to_string(), reader.number()?));
    (0..reader.number()?).map(|_| one(reader)).collect()
}
