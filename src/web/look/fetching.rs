//! Goes through a search: fetches what it needs, shows what is found, and then the lines of the articles that have the words.

use super::drawing::{announce, draw};
use super::{Page, Then, is_stale, open, with};
use crate::lookup::{self, Found, Step, snippet};
use crate::web::{focus, source};

/// How many sources are kept.
const KEPT: usize = 300;

/// Fetches what the search needs until it is done or another has begun.
pub(super) async fn search(number: u32) {
    while !is_stale(number) {
        let step = with(|page| {
            let ask = page.look.wish.ask(page.typing);
            page.lookup.step(&ask)
        });
        match step {
            Some(Step::Need(names)) => {
                fetch_all(names).await;
            }
            Some(Step::Done(found)) => {
                show(number, found);
                return snippets(number).await;
            }
            None => return,
        }
    }
}

/// The way to the site's root, and whether it has its articles in packs.
fn site() -> (String, bool) {
    with(|page| (page.look.root.clone(), page.look.packed)).unwrap_or_default()
}

/// Fetches files of the index, and sources of articles, all at once.
async fn fetch_all(names: Vec<String>) {
    let (root, packed) = site();
    let sent = source::ask(&root, packed, names).await;
    draw(); // that it is on its way, where nothing is shown yet
    for sent in sent {
        for (name, got) in sent.files(false).await {
            with(|page| match got {
                Ok(got) => page.lookup.put(&name, got.bytes),
                Err(failure) => page.lookup.fail(&name, &failure.why()),
            });
        }
    }
}

fn show(number: u32, found: Found) {
    let then = with(|page| {
        page.look.found = Some((page.look.wish.clone(), found));
        page.shown = number;
        page.mark();
        std::mem::take(&mut page.then)
    });
    draw();
    announce();
    match then.unwrap_or_default() {
        Then::Stay => {}
        Then::Open => open(),
        Then::Focus(before) => {
            focus::on(&format!(".list li:nth-child({}) .row", before + 1));
        }
    }
}

impl Page {
    /// The lines of the results of which the sources are there, and why they are not of the others that were asked for.
    fn mark(&mut self) {
        let Some((_, found)) = &self.look.found else {
            return;
        };
        self.look.snippets.clear();
        self.look.unread.clear();
        for name in found.hits.iter().map(|hit| &hit.name) {
            match self.sources.get(name) {
                Some(Ok(source)) => {
                    let snippet = snippet(source, &found.marks, self.lookup.tools());
                    self.look.snippets.insert(name.clone(), snippet);
                }
                Some(Err(why)) => {
                    self.look.unread.insert(name.clone(), why.clone());
                }
                None => {}
            }
        }
    }

    /// The results of which the sources are not there.
    fn without_source(&mut self) -> Vec<String> {
        if self.sources.len() > KEPT {
            self.sources.clear();
        }
        let hits = self.look.found.iter().flat_map(|(_, found)| &found.hits);
        let names = hits.map(|hit| hit.name.clone());
        names
            .filter(|name| !self.sources.contains_key(name))
            .collect()
    }
}

/// Fetches the sources of the results, all at once, and shows the lines that have the words.
async fn snippets(number: u32) {
    let names = with(Page::without_source).unwrap_or_default();
    let files = names.iter().filter_map(|name| lookup::source(name));
    let (root, packed) = site();
    for sent in source::ask(&root, packed, files.collect()).await {
        for (file, got) in sent.files(true).await {
            let text = got.map(|got| String::from_utf8_lossy(&got.bytes).into_owned());
            let text = text.map_err(|failure| failure.why());
            let name = lookup::article_of(&file).unwrap_or_default();
            with(|page| page.sources.insert(name.into(), text));
        }
        if !is_stale(number) {
            with(Page::mark);
            draw();
        }
    }
}
