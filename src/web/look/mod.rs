//! The look-up page: an engine of its own, without what reads articles.
//!
//! The bar stays as the site builder printed it, and so does the page below it while the field is empty. What is found stands
//! in the place of the latter. A search is known by its number: what comes back for an older one is kept for later, not shown.

mod drawing;
mod fetching;
mod typing;

use super::{document, fetch, focus, window};
use crate::app::code;
use crate::app::look::{Look, Wish};
use crate::lookup::{Lookup, ROOT};
use crate::view::node::Node;
use js_sys::Promise;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlInputElement};

/// The page: its state and what it draws into.
struct Page {
    look: Look,
    lookup: Lookup,
    /// Sources of articles, or why they cannot be had.
    sources: BTreeMap<String, Result<String, String>>,
    mount: Element,
    /// What was printed below the bar.
    home: Element,
    title: String,
    drawn: Vec<Node>,
    /// The number of the search that is under way, and of the one that is shown.
    wanted: u32,
    shown: u32,
    /// Whether the last word may go on, and when the last key was pressed, in milliseconds.
    typing: bool,
    keyed: f64,
    /// What follows when the search that is under way is shown.
    then: Then,
}

/// What follows when a search is shown.
#[derive(Clone, Copy, Default)]
enum Then {
    /// Nothing.
    #[default]
    Stay,
    /// The first result is opened.
    Open,
    /// The focus goes to the result behind so many.
    Focus(usize),
}

thread_local! {
    static PAGE: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// Reads or changes the page; `None` before [`start`].
fn with<T>(read: impl FnOnce(&mut Page) -> T) -> Option<T> {
    PAGE.with(|cell| cell.borrow_mut().as_mut().map(read))
}

/// Takes over the start page: called once by `app.js` with the answer to its request for the root of the index.
#[cfg_attr(feature = "lookup-page", wasm_bindgen(js_name = start))]
pub async fn start_look(root: JsValue) -> Result<(), JsValue> {
    let mount = document().get_element_by_id("app");
    let mount = mount.ok_or("the page has no element “app”")?;
    let home = document().get_element_by_id("main");
    let home = home.ok_or("the page has no element “main”")?;
    let way = mount.get_attribute("data-root").unwrap_or_default();
    let bytes = match root.dyn_into::<Promise>() {
        Ok(sent) => fetch::answer(sent).await,
        Err(_) => fetch::bytes(&format!("{way}{ROOT}")).await,
    };
    let bytes = bytes.map_err(|failure| format!("{ROOT} cannot be read: {}.", failure.why()))?;
    let lookup = Lookup::new(&bytes);
    let lookup = lookup.map_err(|broken| format!("{ROOT} cannot be read: {broken}."))?;
    let look = Look {
        packed: mount.has_attribute("data-packed"),
        products: lookup.root().products.clone(),
        root: way,
        ..Look::default()
    };
    let page = Page {
        look,
        lookup,
        sources: BTreeMap::new(),
        mount,
        home,
        title: document().title(),
        drawn: Vec::new(),
        wanted: 0,
        shown: 0,
        typing: false,
        keyed: 0.0,
        then: Then::Stay,
    };
    PAGE.with(|cell| *cell.borrow_mut() = Some(page));
    typing::listen()?;
    begin();
    Ok(())
}

/// What the reader typed before the engine was there, else what the address says. A form's `?q=` becomes a fragment.
fn begin() {
    let typed = field().map(|field| field.value()).unwrap_or_default();
    let location = window().location();
    let search = location.search().unwrap_or_default();
    let hash = location.hash().unwrap_or_default();
    let address = if hash.len() > 1 { &hash } else { &search };
    let mut wish = Wish::read(address.trim_start_matches(['#', '?']));
    let typing = !typed.trim().is_empty() && typed != wish.query;
    if typing {
        wish.query = typed;
    }
    with(|page| page.look.wish = wish);
    write(false);
    drawing::show_words();
    search_now(typing);
}

fn field() -> Option<HtmlInputElement> {
    let field = document().get_element_by_id("look")?;
    field.dyn_into().ok()
}

/// Writes the state into the address: in a step of history of its own, or in the present one.
fn write(step: bool) {
    let address = with(|page| page.look.wish.address()).unwrap_or_default();
    let path = window().location().pathname().unwrap_or_default();
    let address = match address.is_empty() {
        true => path,
        false => format!("{path}#{address}"),
    };
    let Ok(history) = window().history() else {
        return;
    };
    let _ = match step {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        false => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
    };
}

/// A new search, which makes older ones stale. With an empty field nothing is looked for, and the printed page stands again.
fn next(typing: bool) -> Option<u32> {
    let number = with(|page| {
        page.wanted += 1;
        page.typing = typing;
        page.then = Then::Stay;
        page.wanted
    })?;
    if with(|page| page.look.wish.is_empty())? {
        with(|page| page.look.found = None);
        drawing::home();
        return None;
    }
    Some(number)
}

fn search_now(typing: bool) {
    search_then(typing, Then::Stay);
}

fn search_then(typing: bool, then: Then) {
    if let Some(number) = next(typing) {
        with(|page| page.then = then);
        spawn_local(fetching::search(number));
    }
}

fn is_stale(number: u32) -> bool {
    with(|page| page.wanted != number).unwrap_or(true)
}

/// Opens the first result; where there is none, asks the server for an article of that name, which may have been put there
/// since the index was made.
fn open() {
    if focus::press(".list .sel a") {
        return;
    }
    let typed = with(|page| {
        (
            page.look.wish.query.trim().to_string(),
            page.look.root.clone(),
        )
    });
    if let Some((name, root)) = typed.filter(|(name, _)| code::is_article_name(name)) {
        let _ = window()
            .location()
            .set_href(&format!("{root}index.html?article={name}"));
    }
}
