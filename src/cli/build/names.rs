//! What an article is called in the site.

use super::Error;
use std::collections::BTreeMap;
use std::path::Path;

/// The longest name of an article in a site.
const LONGEST: usize = 120;

/// The number or name with a `-` for whatever an address would have to escape.
pub fn file_name(id: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let plain = |c| if plain(c) { c } else { '-' };
    let name: String = id.chars().take(LONGEST).map(plain).collect();
    match name.strip_prefix('.') {
        Some(rest) => format!("-{rest}"),
        None if name.is_empty() => "-".into(),
        None => name,
    }
}

/// Two articles of one name would overwrite each other, on some systems even where capitals tell them apart.
pub fn distinct<'a>(articles: impl Iterator<Item = (&'a Path, &'a str)>) -> Result<(), Error> {
    let mut first: BTreeMap<String, &Path> = BTreeMap::new();
    let mut twice = Vec::new();
    for (path, name) in articles {
        match first.get(&name.to_lowercase()) {
            Some(other) => twice.push(format!(
                "{} and {} are both {name}",
                other.display(),
                path.display()
            )),
            None => {
                first.insert(name.to_lowercase(), path);
            }
        }
    }
    if twice.is_empty() {
        return Ok(());
    }
    let more = twice.len().saturating_sub(MOST);
    twice.truncate(MOST);
    let more = if more > 0 {
        format!("; and {more} more")
    } else {
        String::new()
    };
    let text = twice.join("; ");
    Err(Error::failed(format!(
        "{text}{more}. Rename one or leave it out"
    )))
}

/// At most this many pairs are told.
const MOST: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::code::is_article_name;

    #[test]
    fn every_name_is_one_that_the_page_takes() {
        let table = [
            ("Q285090", "Q285090"),
            ("disk full (old)", "disk-full--old-"),
            (".hidden", "-hidden"),
            ("a/../b", "a-..-b"),
            ("", "-"),
            ("é", "-"),
        ];
        for (id, name) in table {
            assert_eq!(file_name(id), name);
            assert!(is_article_name(name), "{name}");
        }
        assert!(is_article_name(&file_name(&"x".repeat(500))));
    }
}
