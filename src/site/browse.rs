//! A large site without a look-up: its products, and pages of bounded size with the articles of each.
//!
//! A product here is a family: its name without versions and editions, so that there are few enough to be read.

use super::{File, Whole, crawl, page};
use crate::app::{Row, words};
use crate::view::node::{Element, el, of};
use crate::view::{results, shell};
use std::collections::BTreeMap;

/// A site with no more articles than this lists them on its start page.
pub const LISTED: usize = 200;
/// How many products the start page names.
const STARTS: usize = 40;
/// How many articles or products stand on one page.
const PER_PAGE: usize = 300;
/// Where articles stand that say no product.
const OTHER: &str = "Other articles";

/// Articles of one product.
struct Family<'a> {
    name: String,
    slug: String,
    rows: Vec<&'a Row>,
}

/// The start page, the pages of products and those of their articles.
pub fn files(rows: &[&Row], whole: Whole) -> Vec<File> {
    let families = families(rows);
    let mut files = vec![File::new("index.html", start(rows.len(), &families, whole))];
    let all: Vec<&Family> = families.iter().collect();
    let pages = all.chunks(PER_PAGE).collect::<Vec<_>>();
    for (at, chunk) in pages.iter().enumerate() {
        let body = whole.mount("").attr("data-browse", "").with(shell::bar(""));
        let main = list("Products", at, pages.len(), "products");
        let main = main.with(names(chunk));
        files.push(File::new(
            file("products", at),
            page(&[""], "Products", Vec::new(), body.with(main)),
        ));
    }
    files.extend(families.iter().flat_map(|family| of_family(family, whole)));
    files
}

fn start(articles: usize, families: &[Family], whole: Whole) -> String {
    let mut largest: Vec<&Family> = families.iter().collect();
    largest.sort_by_key(|family| std::cmp::Reverse(family.rows.len()));
    largest.truncate(STARTS);
    largest.sort_by(|a, b| a.slug.cmp(&b.slug));
    let all = format!("All {}", words::count(families.len(), "product"));
    let all = el("p").with(el("a").attr("href", file("products", 0)).with(all));
    let main = of("main", "list").id("main");
    let main = main.with(el("h1").with(words::count(articles, "article")));
    let main = main
        .with(el("h2").with("Products"))
        .with(names(&largest))
        .with(all);
    let body = whole.mount("").attr("data-browse", "").with(shell::bar(""));
    page(&[""], "Articles", crawl::links(whole.base), body.with(main))
}

/// Links to the products.
fn names(families: &[&Family]) -> Element {
    let one = |family: &&Family| {
        let address = format!("browse/{}", file(&family.slug, 0));
        let link = el("a").attr("href", address).with(&family.name);
        let count = format!(" {}", words::count(family.rows.len(), "article"));
        el("li").with(link).with(count)
    };
    el("ul").with(families.iter().map(one).collect::<Vec<_>>())
}

fn of_family(family: &Family, whole: Whole) -> Vec<File> {
    let pages: Vec<_> = family.rows.chunks(PER_PAGE).collect();
    let draw = |(at, rows): (usize, &&[&Row])| {
        let rows = rows
            .iter()
            .map(|row| results::row(&results::address("../", row.page(), whole.packed), row));
        let rows = el("ul").attr("role", "list").with(rows.collect::<Vec<_>>());
        let main = list(&family.name, at, pages.len(), &family.slug).with(rows);
        let body = whole
            .mount("../")
            .attr("data-browse", "")
            .with(shell::bar("../"));
        let text = page(&["../"], &family.name, Vec::new(), body.with(main));
        File::new(format!("browse/{}", file(&family.slug, at)), text)
    };
    pages.iter().enumerate().map(draw).collect()
}

/// A page of a list: its heading and the way to the other pages.
fn list(heading: &str, at: usize, pages: usize, slug: &str) -> Element {
    let heading = match pages {
        1 => heading.to_string(),
        _ => format!("{heading}, page {} of {pages}", at + 1),
    };
    let link = |page: usize| {
        let link =
            el("a")
                .attr("href", file(slug, page))
                .attr_if(page == at, "aria-current", "page");
        el("li").with(link.with(format!("{}", page + 1)))
    };
    let links = el("ul").with((0..pages).map(link).collect::<Vec<_>>());
    let ways = of("nav", "pages").attr("aria-label", "Pages").with(links);
    let main = of("main", "list").id("main").with(el("h1").with(heading));
    main.with((pages > 1).then_some(ways))
}

/// The file of a page of a list, counted from 0.
fn file(slug: &str, at: usize) -> String {
    match at {
        0 => format!("{slug}.html"),
        _ => format!("{slug}.{}.html", at + 1),
    }
}

/// The products in order of their names, the articles of each in order of their numbers.
fn families<'a>(rows: &[&'a Row]) -> Vec<Family<'a>> {
    let mut found: BTreeMap<String, Family> = BTreeMap::new();
    for &row in rows {
        let mut names: Vec<String> = row.products.iter().map(|product| family(product)).collect();
        names.retain(|name| !slug(name).is_empty());
        if names.is_empty() {
            names.push(OTHER.into());
        }
        for name in names {
            let slug = slug(&name);
            let family = found.entry(slug.clone()).or_insert_with(|| Family {
                name,
                slug,
                rows: Vec::new(),
            });
            // An article names a product once for each of its versions.
            if family
                .rows
                .last()
                .is_none_or(|last| !std::ptr::eq(*last, row))
            {
                family.rows.push(row);
            }
        }
    }
    let mut families: Vec<Family> = found.into_values().collect();
    for family in &mut families {
        family.rows.sort_by_key(|row| (row.id.len(), &row.id));
    }
    families
}

/// The name of a product without versions, years, editions and what it runs on.
fn family(product: &str) -> String {
    let product = product
        .split([',', '(', ':', ';'])
        .next()
        .unwrap_or_default();
    let mut words: Vec<&str> = Vec::new();
    for word in product.split_whitespace() {
        let version = word.starts_with(|c: char| c.is_ascii_digit());
        let ends = version
            || matches!(
                word,
                "version" | "versions" | "Version" | "Versions" | "for"
            );
        if ends && !words.is_empty() {
            break;
        }
        words.push(word);
    }
    if let [rest @ .., _, "Edition"] = words.as_slice()
        && rest.len() > 1
    {
        words.truncate(rest.len());
    }
    words.join(" ")
}

/// A name as a part of an address.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.chars() {
        match c {
            '+' => slug.push_str("plus"),
            '#' => slug.push_str("sharp"),
            _ if c.is_ascii_alphanumeric() => slug.push(c.to_ascii_lowercase()),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
        if slug.len() > 80 {
            break;
        }
    }
    slug.trim_end_matches('-').into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_without_versions() {
        for (product, name, address) in [
            (
                "Acme Mail Server, version 5.5",
                "Acme Mail Server",
                "acme-mail-server",
            ),
            (
                "Acme Basic Learning Edition for Windows, versions 5.0, 6.0",
                "Acme Basic",
                "acme-basic",
            ),
            ("Acme C++, 32-bit Edition", "Acme C++", "acme-cplusplus"),
            (
                "Acme Windows 98 Second Edition",
                "Acme Windows",
                "acme-windows",
            ),
            (
                "Acme NT Server version 4.0 SP4",
                "Acme NT Server",
                "acme-nt-server",
            ),
            ("3com Driver", "3com Driver", "3com-driver"),
            ("Größe", "Größe", "gr-e"),
            ("", "", ""),
        ] {
            assert_eq!(
                (family(product).as_str(), slug(&family(product)).as_str()),
                (name, address)
            );
        }
    }

    #[test]
    fn pages_are_of_bounded_size_and_lead_to_every_article() {
        let rows: Vec<Row> = (0..700)
            .map(|at| Row {
                id: format!("Q{at}"),
                products: if at > 0 {
                    vec!["Acme 1".into(), "Acme 2".into()]
                } else {
                    Vec::new()
                },
                ..Row::default()
            })
            .collect();
        let files = files(&rows.iter().collect::<Vec<_>>(), Whole::default());
        let names: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let wanted = [
            "index.html",
            "products.html",
            "browse/acme.html",
            "browse/acme.2.html",
            "browse/acme.3.html",
            "browse/other-articles.html",
        ];
        assert_eq!(names, wanted);
        let text: String = files
            .iter()
            .map(|file| String::from_utf8_lossy(&file.bytes))
            .collect();
        for row in &rows {
            assert_eq!(
                text.matches(&format!("article/{}.html", row.id)).count(),
                1,
                "{}",
                row.id
            );
        }
    }
}
