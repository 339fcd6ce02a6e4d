//! What names whole addresses, and so needs to know that of the site: the sitemap and the description of the look-up.

use super::File;
use crate::app::Row;
use crate::view::node::{Element, el};
use crate::view::results;

/// The protocol takes 50,000 addresses in a file.
const MOST: usize = 50_000;
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `sitemap.xml` with the files that it names, and `opensearch.xml`.
pub fn files(rows: &[&Row], base: &str, packed: bool) -> Vec<File> {
    let mut addresses = vec![escaped(base)];
    addresses.extend(
        rows.iter()
            .map(|row| escaped(&results::address(base, row.page(), packed))),
    );
    let mut files = sitemaps(&addresses, base);
    files.push(File::new("opensearch.xml", open_search(base)));
    files
}

fn sitemaps(addresses: &[String], base: &str) -> Vec<File> {
    let parts: Vec<_> = addresses.chunks(MOST).collect();
    if let [only] = parts.as_slice() {
        return vec![File::new("sitemap.xml", sitemap("urlset", "url", only))];
    }
    let name = |at: usize| format!("sitemap-{}.xml", at + 1);
    let names: Vec<_> = (0..parts.len())
        .map(|at| escaped(&format!("{base}{}", name(at))))
        .collect();
    let mut files = vec![File::new(
        "sitemap.xml",
        sitemap("sitemapindex", "sitemap", &names),
    )];
    let parts = parts.iter().enumerate();
    files.extend(parts.map(|(at, part)| File::new(name(at), sitemap("urlset", "url", part))));
    files
}

fn sitemap(list: &str, item: &str, addresses: &[String]) -> String {
    let mut text =
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{list} xmlns=\"{NAMESPACE}\">\n");
    for address in addresses {
        text.push_str(&format!("<{item}><loc>{address}</loc></{item}>\n"));
    }
    text + &format!("</{list}>\n")
}

fn open_search(base: &str) -> String {
    let base = escaped(base);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
         <ShortName>kbguide</ShortName>\n\
         <Description>Look up an article by its number or by words</Description>\n\
         <InputEncoding>UTF-8</InputEncoding>\n\
         <Url type=\"text/html\" template=\"{base}index.html?q={{searchTerms}}\"/>\n\
         </OpenSearchDescription>\n"
    )
}

/// What a start page says of them; nothing where they are not there.
pub fn links(base: Option<&str>) -> Vec<Element> {
    let Some(base) = base else { return Vec::new() };
    let link = |rel: &str, address: &str| el("link").attr("rel", rel).attr("href", address);
    let search = link("search", "opensearch.xml").attr("title", "kbguide");
    let search = search.attr("type", "application/opensearchdescription+xml");
    vec![link("canonical", base), search]
}

fn escaped(text: &str) -> String {
    let signs = [
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ("\"", "&quot;"),
        ("'", "&apos;"),
    ];
    signs
        .iter()
        .fold(text.into(), |text: String, (sign, name)| {
            text.replace(sign, name)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_site_has_sitemaps_in_parts() {
        let row = Row {
            id: "Q1".into(),
            ..Row::default()
        };
        let names = |rows: usize| {
            let files = files(&vec![&row; rows], "https://a/b&c/", false);
            files.into_iter().map(|file| file.path).collect::<Vec<_>>()
        };
        assert_eq!(names(49_999), ["sitemap.xml", "opensearch.xml"]);
        assert_eq!(
            names(50_000),
            [
                "sitemap.xml",
                "sitemap-1.xml",
                "sitemap-2.xml",
                "opensearch.xml"
            ]
        );
        let text = sitemap("urlset", "url", &[escaped("https://a/b&c/")]);
        assert_eq!(
            text,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             <url><loc>https://a/b&amp;c/</loc></url>\n</urlset>\n"
        );
    }
}
