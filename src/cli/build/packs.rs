//! Articles in packs. Only packs of which an article has come, gone or changed are written.

use super::collect::Found;
use super::disk::unreadable;
use super::{Error, Made, record::Record, stage::Stage};
use crate::app::pack::{self, Item};
use crate::app::sum::sum;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};

/// Puts the packs and their table; gives the names of their files.
pub fn put(stage: &Stage, found: &[Found], made: &[Made]) -> Result<Vec<String>, Error> {
    let records = found.iter().zip(made);
    let records = records.filter_map(|(found, made)| {
        made.as_ref()
            .ok()
            .map(|record| (record.name.as_str(), (found, record)))
    });
    let articles: BTreeMap<&str, (&Found, &Record)> = records.collect();
    let items: Vec<Item> = articles
        .iter()
        .map(|(name, (_, record))| Item {
            name,
            length: record.sizes.0,
            sum: record.sum,
            named: &record.named,
        })
        .collect();
    let packs = pack::cut(&items);
    let written = packs.par_iter().map(|items| {
        let first = items.first().map_or("", |item| item.name);
        let name = pack::file(first);
        if !is_there(stage, &name, items)? {
            stage.put(&name, &bytes(items, &articles)?)?;
        }
        Ok((first, name))
    });
    let written = written.collect::<Result<Vec<_>, Error>>()?;
    let table = pack::table(written.iter().map(|(first, _)| *first));
    stage.put_if_other(pack::TABLE, table.as_bytes())?;
    let names = written.into_iter().map(|(_, name)| name);
    Ok(names.chain([pack::TABLE.to_string()]).collect())
}

/// Whether the site has this very pack: its length and its first line, with the checksum of all, say so.
fn is_there(stage: &Stage, name: &str, items: &[Item]) -> Result<bool, Error> {
    if !stage.has(name, pack::length(items)) {
        return Ok(false);
    }
    let head = pack::head(items);
    let mut found = vec![0; head.len()];
    let path = stage.now(name);
    match File::open(&path).and_then(|mut file| file.read_exact(&mut found)) {
        Ok(()) => Ok(found == head.as_bytes()),
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(unreadable(&path, error)),
    }
}

fn bytes(items: &[Item], articles: &BTreeMap<&str, (&Found, &Record)>) -> Result<Vec<u8>, Error> {
    let mut pack = pack::head(items).into_bytes();
    for item in items {
        let Some((found, _)) = articles.get(item.name) else {
            continue;
        };
        let source = found.bytes()?;
        if sum(&source) != item.sum {
            let path = found.path.display();
            return Err(Error::failed(format!(
                "{path} was changed while it was read; build again"
            )));
        }
        pack.extend(pack::label(item).bytes());
        pack.extend(source);
        pack.push(b'\n');
        pack.extend(item.named.bytes());
    }
    Ok(pack)
}
