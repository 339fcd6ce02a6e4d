//! The pages of a site as text, drawn by the same views as in the browser. The builder writes them; nothing here
//! touches a file.
//!
//! ```text
//! index.html            a small site: all articles; a large one: its products
//! products.html …       a large site: all products, each with pages of its articles
//! browse/PRODUCT.html …
//! article/ID.html       an article, complete without JavaScript
//! article/ID.md         its source, byte for byte
//! lookup/               the look-up's index
//! 404.html              for whatever the host does not have
//! sitemap.xml …         where the address of the site is known, for whoever crawls it
//! opensearch.xml        likewise: the look-up as a search engine of the browser
//! kbguide.css app.js    beside the engines: kbguide.js, kbguide_lookup.js and their .wasm
//! ```
//!
//! All addresses are relative, so that a site works in any folder; no script or style stands in a page, so that
//! it works under a strict content policy.

mod about;
mod browse;
mod crawl;

use crate::app::{Message, Row, code, named, told, too_long};
use crate::document::{Document, Meta, read};
use crate::guide::{Class, Guide};
use crate::interview::{Answers, replay};
use crate::lookup::Tools;
use crate::lookup::article::{Facts, digest_of};
use crate::view::html::document;
use crate::view::node::{Element, el, of};
use crate::view::{article as article_view, cited::cited, message, plan, results, shell};
use about::{canonical, description};

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

/// What a site is as a whole.
#[derive(Clone, Copy, Debug, Default)]
pub struct Whole<'a> {
    /// Its address, with a `/` at its end, where it is known.
    pub base: Option<&'a str>,
    /// Whether it has its articles in packs instead of pages.
    pub packed: bool,
}

impl Whole<'_> {
    /// What holds a page; `root` is the way to the site's root.
    fn mount(&self, root: &str) -> Element {
        mount(root).attr_if(self.packed, "data-packed", "")
    }
}

/// What the page of an article needs to know of the site around it.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// What the site is; one with packs has no page of it.
    pub whole: Whole<'a>,
    /// The title of the article of this name, where the site has one.
    pub title: &'a dyn Fn(&str) -> Option<&'a str>,
    /// What the look-up's index reads articles with; without it there is no digest.
    pub tools: Option<&'a Tools>,
}

impl Default for Around<'_> {
    fn default() -> Self {
        Self {
            whole: Whole::default(),
            title: &|_| None,
            tools: None,
        }
    }
}

/// An article as a site has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its line in lists.
    pub row: Row,
    /// Its page.
    pub page: String,
    /// The articles that it cites.
    pub cites: Vec<String>,
    /// Those of them that the site has, with their titles ([`named`]).
    pub named: String,
    /// What the look-up's index needs of it.
    pub digest: Vec<u8>,
}

/// The files of one article, and its line in the list. `name` is the name of its file without the ending;
/// `None` where that cannot stand in an address (letters, digits, `-`, `_` and inner dots can).
pub fn article_files(name: &str, bytes: &[u8]) -> Option<(Row, [File; 2])> {
    if !code::is_article_name(name) {
        return None;
    }
    let made = made(name, read(name, bytes), bytes, &Around::default());
    let files = [
        File::new(format!("article/{name}.html"), made.page),
        File::new(format!("article/{name}.md"), bytes),
    ];
    Some((made.row, files))
}

/// What a site has of an article. `name` is the name of its file without the ending, `document` what was read from `bytes`.
pub fn made(name: &str, document: Document, bytes: &[u8], around: &Around) -> Made {
    if let Some(told) = too_long(bytes) {
        let row = row_without_guide(name, &document.meta);
        return Made {
            page: long_page(name, &document.meta, &told),
            cites: Vec::new(),
            named: String::new(),
            digest: digest(name, &document, &row, around),
            row,
        };
    }
    let guide = Guide::new(document);
    let cites = guide.extraction.references.clone();
    let named = named_by(&cites, around.title);
    let row = row(name, &guide);
    Made {
        page: match around.whole.packed {
            true => String::new(),
            false => article_page(name, &guide, around.whole.base, &named),
        },
        cites,
        named,
        digest: digest(name, &guide.document, &row, around),
        row,
    }
}

/// Those of the cited articles that the site has, with their titles.
pub fn named_by<'a>(cites: &[String], title: &dyn Fn(&str) -> Option<&'a str>) -> String {
    named::print(
        cites
            .iter()
            .filter_map(|name| Some((name.as_str(), title(name)?))),
    )
}

fn digest(name: &str, document: &Document, row: &Row, around: &Around) -> Vec<u8> {
    let facts = Facts {
        class: &row.class,
        questions: row.questions,
        steps: row.steps,
    };
    let digest = around
        .tools
        .map(|tools| digest_of(document, name, facts, tools));
    digest.unwrap_or_default()
}

/// The files that a site has once, the engine's own two apart. `rows` are in the order in which the list shows them; `whole`
/// is what the site is.
pub fn shared_files(rows: &[&Row], whole: Whole) -> Vec<File> {
    let mut files = vec![
        File::new("404.html", missing(whole)),
        File::new("kbguide.css", STYLE),
        File::new("app.js", SCRIPT),
    ];
    match rows.len() <= browse::LISTED {
        true => files.push(File::new("index.html", index(rows, whole))),
        false => files.extend(browse::files(rows, whole)),
    }
    files.extend(
        whole
            .base
            .map(|base| crawl::files(rows, base, whole.packed))
            .into_iter()
            .flatten(),
    );
    files
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

/// `index.html` of a small site.
pub fn index(rows: &[&Row], whole: Whole) -> String {
    let body = whole
        .mount("")
        .with(shell::bar(""))
        .with(results::results(rows, whole.packed));
    page(&[""], "Articles", crawl::links(whole.base), body)
}

/// `article/ID.html`. `file` is the name of the article's file without its ending, `named` are the articles that it cites
/// and the site has, with their titles.
pub fn article_page(file: &str, guide: &Guide, base: Option<&str>, named: &str) -> String {
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
        .with(article_view::article(guide, None))
        .with(cited(&guide.extraction.references, named, &|name| {
            format!("{name}.html")
        }))
        .with(source(file));
    let mut head = canonical(file, base);
    head.extend(description(&guide.document));
    page_of_article(file, &guide.document.meta, head, named, main)
}

/// The page of an article that is too long for one: it leads to the source.
fn long_page(file: &str, meta: &Meta, told: &Message) -> String {
    let main = of("main", "reading")
        .id("main")
        .with(message::message(told))
        .with(source(file));
    page_of_article(file, meta, Vec::new(), "", main)
}

/// The way to the article's source.
fn source(file: &str) -> Element {
    let link = el("a").attr("href", format!("{file}.md"));
    el("p").with(link.with("The article as it was written"))
}

fn page_of_article(
    file: &str,
    meta: &Meta,
    head: Vec<Element>,
    named: &str,
    main: Element,
) -> String {
    let body = mount("../")
        .attr("data-article", file)
        .attr_if(!named.is_empty(), "data-named", named)
        .with(shell::bar("../"))
        .with(shell::head(meta, None))
        .with(main);
    let title = format!("{} {}", meta.id, meta.title);
    page(&["../"], title.trim(), head, body)
}

/// `404.html`. A host serves it at any address: it takes its files from beside it and from one folder up,
/// so it works at the root and in `article/`. It asks for the article that the address names, which may have
/// been put there since.
pub fn missing(whole: Whole) -> String {
    let heading = of("h1", "vh").with("No article here");
    let main = of("main", "list").id("main").with(heading);
    let main = main.with(message::plain(
        false,
        "No article here.",
        "Look it up by its number or by words of its title.",
    ));
    let body = whole.mount("").attr("data-missing", "");
    let body = body.with(shell::bar("")).with(main);
    page(&["", "../"], "No article here", Vec::new(), body)
}

fn mount(root: &str) -> Element {
    el("div").id("app").attr("data-root", root)
}

fn meta(name: &'static str, content: &str) -> Element {
    el("meta").attr("name", name).attr("content", content)
}

/// A page with the style sheet and the loader of each of `roots`; what is not there does no harm.
fn page(roots: &[&str], title: &str, about: Vec<Element>, body: Element) -> String {
    let head = el("head")
        .with(el("meta").attr("charset", "utf-8"))
        .with(meta("viewport", "width=device-width, initial-scale=1"))
        .with(meta("color-scheme", "light dark"))
        .with(el("title").with(title))
        .with(about)
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
