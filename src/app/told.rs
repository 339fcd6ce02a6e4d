//! What a page tells of an article whose source has something wrong with it, or that is too long for a page.

use super::{Message, words};
use crate::document::Document;

/// At most this many findings are told; the first weigh most.
const MOST: usize = 3;

/// The longest article that gets a page and a guide, in bytes. A longer one is no article but something that was
/// taken for one, and a browser would hang over it.
const LONGEST: usize = 1 << 20;

/// What is said in place of an article that is too long for a page; `None` for one that is not. Half of it would
/// be worse than nothing: a warning could stand in the other half.
pub fn too_long(bytes: &[u8]) -> Option<Message> {
    let megabytes = (bytes.len() > LONGEST).then(|| bytes.len().div_ceil(LONGEST))?;
    Some(Message {
        failure: false,
        head: "This article is too long for a page.".into(),
        text: format!(
            "It has {megabytes} MB, and a page takes 1 MB. Split it into several articles."
        ),
        button: None,
    })
}

/// What is wrong with the article's source and what to do about it; `None` where nothing is.
pub fn told(document: &Document) -> Option<Message> {
    let found = &document.diagnostics;
    if found.is_empty() {
        return None;
    }
    let one = |kind: String| format!("{}.", words::sentence_case(&kind));
    let some = found.iter().take(MOST);
    let mut sentences: Vec<_> = some.map(|found| one(found.kind.to_string())).collect();
    if found.len() > MOST {
        sentences.push(format!("And {} more.", found.len() - MOST));
    }
    Some(Message {
        failure: false,
        head: "This article could not be read as it should.".into(),
        text: sentences.join(" "),
        button: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;

    #[test]
    fn every_finding_up_to_three() {
        let no_header =
            "No header and no heading; the file's name stands for the number and the title.";
        let field = |name| {
            format!("\u{201c}{name}\u{201d} is no front matter field; write it as name: value.")
        };
        let fields = ["a", "b", "c"].map(field).join(" ");
        let table = [
            ("# Box\n", None),
            ("Open it.\n", Some(no_header.to_string())),
            (
                "",
                Some(format!(
                    "The article is empty; check that the file was copied whole. {no_header}"
                )),
            ),
            (
                "---\na\nb\nc\nd\ne\n---\n\n# Box\n",
                Some(format!("{fields} And 2 more.")),
            ),
        ];
        for (source, text) in table {
            let message = told(&read("x", source.as_bytes()));
            assert_eq!(message.map(|message| message.text), text, "{source}");
        }
    }
}
