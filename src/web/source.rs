//! Files of the site, and articles' sources wherever it has them: each in a file, or many in a pack.

use super::fetch::{self, Failure};
use crate::app::pack::{self, Broken};
use crate::lookup::article_of;
use js_sys::Promise;
use std::cell::RefCell;
use std::rc::Rc;

/// The largest source, and the largest pack, that is fetched for a few lines. A pack is larger than that only where it has one
/// article, which is.
const SOURCE: usize = 60_000;
const PACK: usize = 70_000;

thread_local! {
    /// The table of packs, once it is there: every search needs it.
    static TABLE: RefCell<Option<Rc<str>>> = const { RefCell::new(None) };
}

/// Files of the site that are on their way together.
pub struct Sent {
    names: Vec<String>,
    way: Way,
}

enum Way {
    /// One of them, as it is.
    File(Promise),
    /// In the pack of this name.
    Pack(String, Promise),
    /// Not at all.
    Not(Failure),
}

/// A file that has come.
pub struct Got {
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What the pack says that the article names.
    pub named: String,
}

/// Asks for files, all at once. Where the site has its articles in packs, a source is asked for there, and a pack once.
pub async fn ask(root: &str, packed: bool, names: Vec<String>) -> Vec<Sent> {
    let is_packed = |name: &String| packed && article_of(name).is_some();
    let (sources, files): (Vec<_>, Vec<_>) = names.into_iter().partition(is_packed);
    let one = |name: String| Sent {
        way: Way::File(fetch::ask(&format!("{root}{name}"))),
        names: vec![name],
    };
    let mut sent: Vec<Sent> = files.into_iter().map(one).collect();
    if !sources.is_empty() {
        sent.extend(packs(root, sources).await);
    }
    sent
}

async fn packs(root: &str, names: Vec<String>) -> Vec<Sent> {
    let table = table(root).await;
    let mut packs: Vec<(String, Vec<String>)> = Vec::new(); // some ten
    let mut sent = Vec::new();
    for name in names {
        match table.as_ref().map(|table| pack_of(table, &name)) {
            Ok(Ok(file)) => match packs.iter_mut().find(|(other, _)| *other == file) {
                Some((_, names)) => names.push(name),
                None => packs.push((file, vec![name])),
            },
            Ok(Err(failure)) => sent.push(not(name, failure)),
            Err(failure) => sent.push(not(name, failure.clone())),
        }
    }
    let asked = packs.into_iter().map(|(file, names)| {
        let promise = fetch::ask(&format!("{root}{file}"));
        let way = Way::Pack(file, promise);
        Sent { names, way }
    });
    sent.extend(asked);
    sent
}

async fn table(root: &str) -> Result<Rc<str>, Failure> {
    if let Some(table) = TABLE.with_borrow(Option::clone) {
        return Ok(table);
    }
    let bytes = fetch::bytes(&format!("{root}{}", pack::TABLE)).await;
    let bytes = bytes.map_err(|failure| of_pack(pack::TABLE, failure))?;
    let table: Rc<str> = String::from_utf8_lossy(&bytes).into();
    pack::pack_of(&table, "").map_err(|why| broken(pack::TABLE, why))?; // a broken one is asked for again
    TABLE.set(Some(table.clone()));
    Ok(table)
}

fn not(name: String, failure: Failure) -> Sent {
    Sent {
        names: vec![name],
        way: Way::Not(failure),
    }
}

fn pack_of(table: &str, name: &str) -> Result<String, Failure> {
    let first = pack::pack_of(table, article_of(name).unwrap_or_default());
    let first = first.map_err(|why| broken(pack::TABLE, why))?;
    first.map(pack::file).ok_or(Failure::Missing)
}

impl Sent {
    /// Each file as it comes, or why it does not. With `small`, those that are large are left out.
    pub async fn files(self, small: bool) -> Vec<(String, Result<Got, Failure>)> {
        let most = |most| if small { most } else { usize::MAX };
        match self.way {
            Way::File(promise) => {
                let got = fetch::small(promise, most(SOURCE)).await;
                let named = String::new();
                let got = got.map(|bytes| Got { bytes, named });
                self.names.into_iter().zip([got]).collect()
            }
            Way::Pack(file, promise) => {
                let got = fetch::small(promise, most(PACK)).await;
                let got = got.map_err(|failure| of_pack(&file, failure));
                let one = |name: String| match &got {
                    Ok(pack) => (name.clone(), taken(&file, pack, &name)),
                    Err(failure) => (name, Err(failure.clone())),
                };
                self.names.into_iter().map(one).collect()
            }
            Way::Not(failure) => {
                let one = |name| (name, Err(failure.clone()));
                self.names.into_iter().map(one).collect()
            }
        }
    }
}

/// An article out of its pack.
fn taken(file: &str, pack: &[u8], name: &str) -> Result<Got, Failure> {
    let found = pack::find(pack, article_of(name).unwrap_or_default());
    let found = found.map_err(|why| broken(file, why))?;
    let found = found.ok_or(Failure::Missing)?;
    Ok(Got {
        bytes: found.source.to_vec(),
        named: found.named.into(),
    })
}

fn broken(file: &str, why: Broken) -> Failure {
    Failure::Other(format!("Its pack, {file}, {why}."))
}

/// A pack that is not there is no article that is not there.
fn of_pack(file: &str, failure: Failure) -> Failure {
    let why = failure.why();
    Failure::Other(format!("Its pack, {file}, cannot be read: {why}."))
}
