//! The look-up page: an engine of its own, without what reads articles.
//!
//! The bar stays as the site builder printed it, and so does the page below it while the field is empty. What is found stands
//! in the place of the latter. A search is known by its number: what comes back for an older one is kept for later, not shown.

use super::{document, dom, fetch, focus, source, window};
use crate::app::code;
use crate::app::look::{self, Look, MORE, Wish};
use crate::lookup::{self, Found, Lookup, ROOT, Step, snippet};
use crate::view;
use crate::view::node::Node;
use js_sys::Promise;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

/// How long the engine waits after a key for the next one, in milliseconds.
const WAIT: i32 = 80;
/// How many sources are kept.
const KEPT: usize = 300;

/// The page: its state and what it draws into.
struct Page {
    look: Look,
    lookup: Lookup,
    /// Sources of articles; `None` of those that cannot be had.
    sources: BTreeMap<String, Option<String>>,
    mount: Element,
    /// What was printed below the bar.
    home: Element,
    title: String,
    drawn: Vec<Node>,
    /// The number of the search that is under way, and of the one that is shown.
    wanted: u32,
    shown: u32,
    /// Whether the last word may go on.
    typing: bool,
    /// Whether the first result is to be opened when it is there.
    enter: bool,
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
        enter: false,
    };
    PAGE.with(|cell| *cell.borrow_mut() = Some(page));
    listen()?;
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
    show_words();
    search_now(typing);
}

fn field() -> Option<HtmlInputElement> {
    let field = document().get_element_by_id("look")?;
    field.dyn_into().ok()
}

/// Puts the words of the state into the field, where they are others.
fn show_words() {
    let words = with(|page| page.look.wish.query.clone()).unwrap_or_default();
    if let Some(field) = field().filter(|field| field.value() != words) {
        field.set_value(&words);
    }
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

/// The words have changed under the reader's hands.
fn typed(words: String) {
    let step = with(|page| {
        let before = page.look.wish.is_empty();
        page.look.wish.query = words;
        page.look.wish.count = look::FIRST;
        page.enter = false;
        before != page.look.wish.is_empty()
    });
    write(step.unwrap_or(false));
    let Some(number) = next(true) else { return };
    spawn_local(async move {
        sleep(WAIT).await;
        search(number).await;
    });
}

/// A new search, which makes older ones stale. With an empty field nothing is looked for, and the printed page stands again.
fn next(typing: bool) -> Option<u32> {
    let number = with(|page| {
        page.wanted += 1;
        page.typing = typing;
        page.wanted
    })?;
    if with(|page| page.look.wish.is_empty())? {
        with(|page| page.look.found = None);
        home();
        return None;
    }
    Some(number)
}

fn search_now(typing: bool) {
    if let Some(number) = next(typing) {
        spawn_local(search(number));
    }
}

async fn sleep(milliseconds: i32) {
    let promise = Promise::new(&mut |done, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, milliseconds);
    });
    let _ = JsFuture::from(promise).await;
}

fn is_stale(number: u32) -> bool {
    with(|page| page.wanted != number).unwrap_or(true)
}

/// Fetches what the search needs until it is done or another has begun.
async fn search(number: u32) {
    while !is_stale(number) {
        let step = with(|page| {
            let ask = page.look.wish.ask(page.typing);
            page.lookup.step(&ask)
        });
        match step {
            Some(Step::Need(names)) => {
                draw(); // that it is on its way, where nothing is shown yet
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
    for sent in source::ask(&root, packed, names).await {
        for (name, got) in sent.files(false).await {
            with(|page| match got {
                Ok(got) => page.lookup.put(&name, got.bytes),
                Err(failure) => page.lookup.fail(&name, &failure.why()),
            });
        }
    }
}

fn show(number: u32, found: Found) {
    let enter = with(|page| {
        page.look.found = Some((page.look.wish.clone(), found));
        page.shown = number;
        page.mark();
        std::mem::take(&mut page.enter)
    });
    draw();
    announce();
    if enter == Some(true) {
        open();
    }
}

impl Page {
    /// The lines of the results of which the sources are there.
    fn mark(&mut self) {
        let Some((_, found)) = &self.look.found else {
            return;
        };
        let source = |name: &String| self.sources.get(name)?.as_deref();
        let names = found.hits.iter().map(|hit| &hit.name);
        let snippets = names.filter_map(|name| {
            let snippet = snippet(source(name)?, &found.marks, self.lookup.tools());
            Some((name.clone(), snippet))
        });
        self.look.snippets = snippets.collect();
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
            let name = lookup::article_of(&file).unwrap_or_default();
            with(|page| page.sources.insert(name.into(), text.ok()));
        }
        if !is_stale(number) {
            with(Page::mark);
            draw();
        }
    }
}

/// The printed page, where nothing is looked for.
fn home() {
    with(|page| {
        if let Some(main) = document().get_element_by_id("main")
            && main != page.home
        {
            let _ = page.mount.replace_child(&page.home, &main);
        }
        page.drawn.clear();
        document().set_title(&page.title);
    });
    say("");
}

/// Draws what is found in the place of the printed page.
fn draw() {
    with(|page| {
        if page.drawn.is_empty() {
            let new = Node::Element(view::look::look(&page.look));
            let made = dom::create(&document(), &new);
            let _ = page.mount.replace_child(&made, &page.home);
            page.drawn = vec![new];
        } else if let Some(main) = document().get_element_by_id("main") {
            let new = view::look::look(&page.look);
            let old = std::mem::take(&mut page.drawn);
            if let Some(Node::Element(old)) = old.first() {
                dom::patch_children(&document(), &main, &old.children, &new.children);
            }
            page.drawn = vec![Node::Element(new)];
        }
        document().set_title(&format!("{} - {}", page.look.wish.query.trim(), page.title));
        choose("class", page.look.wish.class.map(look::class_name));
        choose("product", page.look.wish.product.as_deref());
    });
}

/// What the reader has touched follows the property and not the attribute.
fn choose(id: &str, value: Option<&str>) {
    let list = document().get_element_by_id(id);
    if let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) {
        list.set_value(value.unwrap_or_default());
    }
}

/// Says to a screen reader what was found.
fn announce() {
    let text = with(|page| {
        let (wish, found) = page.look.found.as_ref()?;
        let mut said = view::look::told(found);
        said.insert(0, view::look::heading(wish, found) + ".");
        Some(said.join(" "))
    });
    say(&text.flatten().unwrap_or_default());
}

fn say(text: &str) {
    if let Some(status) = document().get_element_by_id("status") {
        status.set_text_content(Some(text));
    }
}

/// Starts to listen. The listeners stay for as long as the page does.
fn listen() -> Result<(), JsValue> {
    use super::events::on;
    on(&document(), "input", |event| {
        if let Some(field) = field().filter(|field| is(&event, field)) {
            typed(field.value());
        }
    })?;
    on(&document(), "change", change)?;
    on(&document(), "click", click)?;
    on(&document(), "submit", |event| {
        event.prevent_default();
        submit();
    })?;
    on(&document(), "reset", |event| {
        event.prevent_default();
        clear();
    })?;
    on(&document(), "keydown", keydown)?;
    on(&window(), "popstate", |_| {
        let hash = window().location().hash().unwrap_or_default();
        with(|page| page.look.wish = Wish::read(hash.trim_start_matches('#')));
        show_words();
        search_now(false);
    })
}

fn is(event: &Event, element: &Element) -> bool {
    let target = super::events::target(event);
    target.is_some_and(|target| target == *element)
}

/// Another filter was chosen.
fn change(event: Event) {
    let list = super::events::target(&event);
    let Some(list) = list.and_then(|list| list.dyn_into::<HtmlSelectElement>().ok()) else {
        return;
    };
    let value = list.value();
    with(|page| {
        let wish = &mut page.look.wish;
        wish.count = look::FIRST;
        match list.id().as_str() {
            "class" => wish.class = look::class(&value),
            _ => wish.product = (!value.is_empty()).then_some(value),
        }
    });
    write(true);
    search_now(false);
}

fn click(event: Event) {
    let pressed = super::events::target(&event);
    let pressed = pressed.and_then(|target| target.closest("[data-do]").ok().flatten());
    match pressed
        .and_then(|pressed| pressed.get_attribute("data-do"))
        .as_deref()
    {
        Some("more") => more(),
        Some("again") => {
            with(|page| {
                page.lookup.forget_failed();
                page.sources.retain(|_, source| source.is_some());
            });
            focus::on("#look");
            search_now(false);
        }
        _ => {}
    }
}

/// More results; the focus goes to the first of them.
fn more() {
    let before = with(|page| {
        let before = page
            .look
            .found
            .as_ref()
            .map_or(0, |(_, found)| found.hits.len());
        page.look.wish.count = before + MORE;
        before
    });
    write(false);
    let Some(number) = next(false) else { return };
    spawn_local(async move {
        let rest = search(number);
        let first = format!(".list li:nth-child({}) .row", before.unwrap_or(0) + 1);
        spawn_local(rest);
        while !is_stale(number) && with(|page| page.shown) != Some(number) {
            sleep(20).await;
        }
        focus::on(&first);
    });
}

/// Enter in the field opens what stands first, as soon as it is there.
fn submit() {
    let is_shown = with(|page| page.shown == page.wanted && page.look.found.is_some());
    if is_shown == Some(true) {
        return open();
    }
    with(|page| page.enter = true);
    search_now(false);
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

/// Empties the field.
fn clear() {
    with(|page| {
        let wish = std::mem::take(&mut page.look.wish);
        page.look.wish = Wish {
            query: String::new(),
            ..wish
        };
        page.look.wish.count = look::FIRST;
    });
    show_words();
    write(true);
    search_now(false);
    focus::on("#look");
}

fn keydown(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing() {
        return;
    }
    let from = super::events::target(&event);
    let Some(from) = from.filter(|from| from.tag_name() != "SELECT") else {
        return;
    };
    let typing = from.id() == "look";
    let done = match key.key().as_str() {
        "ArrowDown" => super::events::move_in_list(&from, true),
        "ArrowUp" => super::events::move_in_list(&from, false),
        "Escape" if typing => {
            let looking = with(|page| !page.look.wish.query.is_empty()) == Some(true);
            if looking {
                clear();
            }
            looking
        }
        "Escape" | "/" if !typing => focus::on("#look"),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}
