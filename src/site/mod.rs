//! The pages of a site as text, drawn by the same views as in the browser. The builder writes them; nothing here
//! touches a file.
//!
//! ```text
//! index.html            the list of all articles
//! article/ID.html       an article, complete without JavaScript
//! article/ID.md         its source, byte for byte
//! lookup/               the look-up's index
//! 404.html              for whatever the host does not have
//! kbguide.css app.js    beside the engines: kbguide.js, kbguide_lookup.js and their .wasm
//! ```
//!
//! All addresses are relative, so that a site works in any folder; no script or style stands in a page, so that
//! it works under a strict content policy.

use crate::app::{Message, Row, code, told, too_long};
use crate::document::{Document, Meta, read};
use crate::guide::{Class, Guide};
use crate::interview::{Answers, replay};
use crate::lookup::Tools;
use crate::lookup::article::{Facts, digest_of};
use crate::view::html::document;
use crate::view::node::{Element, el, of};
use crate::view::{article as article_view, message, plan, results, shell};

/// The style sheet: `kbguide.css`.
pub const STYLE: &str = include_str!("../../www/kbguide.css");
/// What loads the engine: `app.js`.
pub const SCRIPT: &str = include_str!("../../www/app.js");

/// A file of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Where it stands in the site, with `/` between folders.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

/// The files of one article, and its line in the list. `name` is the name of its file without the ending;
/// `None` where that cannot stand in an address (letters, digits, `-`, `_` and inner dots can).
pub fn article_files(name: &str, bytes: &[u8]) -> Option<(Row, [File; 2])> {
    if !code::is_article_name(name) {
        return None;
    }
    let (row, page) = article(name, bytes);
    let files = [
        File::new(format!("article/{name}.html"), page),
        File::new(format!("article/{name}.md"), bytes),
    ];
    Some((row, files))
}

/// An article's line in the list, and its page. `name` is the name of its file without the ending.
pub fn article(name: &str, bytes: &[u8]) -> (Row, String) {
    let (row, page, _) = drawn(name, bytes);
    (row, page)
}

/// The same, and what the look-up's index needs of the article.
pub fn article_and_digest(name: &str, bytes: &[u8], tools: &Tools) -> (Row, String, Vec<u8>) {
    let (row, page, document) = drawn(name, bytes);
    let facts = Facts {
        class: &row.class,
        questions: row.questions,
        steps: row.steps,
    };
    let digest = digest_of(&document, name, facts, tools);
    (row, page, digest)
}

fn drawn(name: &str, bytes: &[u8]) -> (Row, String, Document) {
    let document = read(name, bytes);
    match too_long(bytes) {
        Some(told) => {
            let row = row_without_guide(name, &document.meta);
            let page = long_page(name, &document.meta, &told);
            (row, page, document)
        }
        None => {
            let guide = Guide::new(document);
            let page = article_page(name, &guide);
            (row(name, &guide), page, guide.document)
        }
    }
}

/// The files that a site has once, the engine's own two apart. `rows` are in the order in which the list shows them.
pub fn shared_files(rows: &[Row]) -> Vec<File> {
    vec![
        File::new("index.html", index(rows)),
        File::new("404.html", missing()),
        File::new("kbguide.css", STYLE),
        File::new("app.js", SCRIPT),
    ]
}

/// An article's line in the list. `name` is the name of its file without the ending.
pub fn row(name: &str, guide: &Guide) -> Row {
    let class = match guide.class {
        Class::Guide => "guide",
        Class::Choice => "choice",
        Class::Advice => "advice",
        Class::Read => "read",
    };
    Row {
        class: class.into(),
        questions: replay(guide, &Answers::new()).path.len(),
        steps: steps(guide),
        ..row_without_guide(name, &guide.document.meta)
    }
}

fn row_without_guide(name: &str, meta: &Meta) -> Row {
    let products = meta.products.iter();
    Row {
        id: meta.id.clone(),
        file: if name == meta.id { "" } else { name }.into(),
        title: meta.title.clone(),
        products: products.map(|one| one.as_str().into()).collect(),
        class: "read".into(),
        questions: 0,
        steps: 0,
    }
}

/// Steps of the procedures that help; nested ones do not count.
fn steps(guide: &Guide) -> usize {
    use crate::extract::Purpose;
    let procedures = guide.extraction.procedures.iter();
    let helping = procedures.filter(|one| one.purpose == Purpose::Do);
    helping.map(|one| one.steps.len()).sum()
}

/// `index.html`.
pub fn index(rows: &[Row]) -> String {
    let body = mount("")
        .with(shell::bar(""))
        .with(results::results(rows, false));
    page(&[""], "Articles", body)
}

/// `article/ID.html`. `file` is the name of the article's file without its ending.
pub fn article_page(file: &str, guide: &Guide) -> String {
    let notice = match guide.class {
        Class::Read => plan::read_only(),
        _ => el("noscript").with(message::plain(
            false,
            "This is the article.",
            "Its guide, which asks and gives the exact steps, needs JavaScript.",
        )),
    };
    let main = of("main", "reading")
        .id("main")
        .with(told(&guide.document).as_ref().map(message::message))
        .with(notice)
        .with(of("h2", "vh").with("Article"))
        .with(article_view::article(guide, None));
    page_of_article(file, &guide.document.meta, main)
}

/// The page of an article that is too long for one: it leads to the source.
fn long_page(file: &str, meta: &Meta, told: &Message) -> String {
    let source = el("a").attr("href", format!("{file}.md"));
    let source = source.with("The article as it was written");
    let main = of("main", "reading")
        .id("main")
        .with(message::message(told))
        .with(el("p").with(source));
    page_of_article(file, meta, main)
}

fn page_of_article(file: &str, meta: &Meta, main: Element) -> String {
    let body = mount("../")
        .attr("data-article", file)
        .with(shell::bar("../"))
        .with(shell::head(meta, None))
        .with(main);
    let title = format!("{} {}", meta.id, meta.title);
    page(&["../"], title.trim(), body)
}

/// `404.html`. A host serves it at any address: it takes its files from beside it and from one folder up,
/// so it works at the root and in `article/`. It asks for the article that the address names, which may have
/// been put there since.
pub fn missing() -> String {
    let heading = of("h1", "vh").with("No article here");
    let main = of("main", "list").id("main").with(heading);
    let main = main.with(message::plain(
        false,
        "No article here.",
        "Look it up by its number or by words of its title.",
    ));
    let body = mount("").attr("data-missing", "");
    let body = body.with(shell::bar("")).with(main);
    page(&["", "../"], "No article here", body)
}

fn mount(root: &str) -> Element {
    el("div").id("app").attr("data-root", root)
}

/// A page with the style sheet and the loader of each of `roots`; what is not there does no harm.
fn page(roots: &[&str], title: &str, body: Element) -> String {
    let meta = |name: &'static str, content: &str| {
        let meta = el("meta").attr("name", name);
        meta.attr("content", content)
    };
    let head = el("head")
        .with(el("meta").attr("charset", "utf-8"))
        .with(meta("viewport", "width=device-width, initial-scale=1"))
        .with(meta("color-scheme", "light dark"))
        .with(el("title").with(title))
        .with(el("link").attr("rel", "icon").attr("href", "data:,"))
        .with(
            roots
                .iter()
                .flat_map(|root| files(root))
                .collect::<Vec<_>>(),
        );
    let skip = of("a", "skip").attr("href", "#main");
    let status = of("p", "vh").id("status").attr("role", "status");
    let body = el("body")
        .with(skip.with("Go to the content"))
        .with(body)
        .with(status);
    document(&el("html").attr("lang", "en").with(head).with(body))
}

fn files(root: &str) -> [Element; 2] {
    let style = el("link").attr("rel", "stylesheet");
    let script = el("script").attr("type", "module");
    [
        style.attr("href", format!("{root}kbguide.css")),
        script.attr("src", format!("{root}app.js")),
    ]
}
