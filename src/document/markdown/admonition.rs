//! Labels in front of a paragraph: `**Note**: …`, `WARNING: …`, `[!TIP] …`, `{{< note >}}…{{< /note >}}`.

use crate::document::{Admonition, Block};
use crate::text::{MarkKind, Prose};
use std::ops::Range;

const LABELS: &[&str] = &[
    "note",
    "notes",
    "tip",
    "tips",
    "warning",
    "warnings",
    "caution",
    "cautions",
    "important",
    "danger",
    "attention",
    "notice",
    "hint",
    "info",
];
/// Labels of more than one word.
const PHRASES: &[&str] = &[
    "important note",
    "security note",
    "please note",
    "important information",
];

/// Whether `word` labels a box.
pub(super) fn is_label(word: &str) -> bool {
    LABELS.iter().any(|label| label.eq_ignore_ascii_case(word))
}

fn is_label_phrase(text: &str) -> bool {
    is_label(text)
        || PHRASES
            .iter()
            .any(|phrase| phrase.eq_ignore_ascii_case(text))
}

/// A label found in a paragraph.
struct Found {
    /// The label itself.
    label: Range<usize>,
    /// The text that it labels.
    text: Range<usize>,
}

/// The paragraph as an admonition, if it starts with a label. Its blocks are empty where nothing follows the label.
pub(super) fn labelled(prose: &Prose) -> Option<Admonition> {
    let text = prose.as_str();
    let found = marked(prose)
        .or_else(|| plain(text))
        .or_else(|| bracketed(text))
        .or_else(|| braced(text))?;
    let rest = prose.part(found.text);
    Some(Admonition {
        label: text.get(found.label.clone())?.to_uppercase(),
        label_span: prose.span_of(found.label),
        blocks: if rest.is_empty() {
            Vec::new()
        } else {
            vec![Block::Paragraph(rest)]
        },
    })
}

/// `**Note**: …`, `**Note:** …`, `**Important!** …`, `**Note** …`
fn marked(prose: &Prose) -> Option<Found> {
    let text = prose.as_str();
    let mut marks = prose.marks().iter().filter(|mark| mark.range.start == 0);
    let mark = marks.find(|mark| matches!(mark.kind, MarkKind::Strong | MarkKind::Emphasis))?;
    let end = mark.range.end as usize;
    let word = text.get(..end)?.trim_end_matches([':', '!', '.', ' ']);
    if !is_label_phrase(word) {
        return None;
    }
    let strong = prose
        .marks()
        .iter()
        .any(|mark| mark.range.start == 0 && mark.kind == MarkKind::Strong);
    let rest = text.get(end..)?;
    let colon = word.len() < end || rest.trim_start().starts_with([':', '!']);
    if !colon && !strong {
        return None; // *Note* that …
    }
    let body = rest.trim_start_matches([':', '!', ' ']);
    Some(Found {
        label: 0..word.len(),
        text: text.len() - body.len()..text.len(),
    })
}

/// `NOTE: …`
fn plain(text: &str) -> Option<Found> {
    let end = text.bytes().take(24).position(|byte| byte == b':')?;
    let word = text.get(..end)?.trim_end();
    let follows = text[end + 1..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace);
    (follows && is_label_phrase(word)).then(|| Found {
        label: 0..word.len(),
        text: end + 1..text.len(),
    })
}

/// `[!NOTE] …`, which pulldown-cmark only takes alone on its line.
fn bracketed(text: &str) -> Option<Found> {
    let inner = text.strip_prefix("[!")?;
    let end = inner.bytes().take(24).position(|byte| byte == b']')?;
    is_label(inner.get(..end)?).then(|| Found {
        label: 2..2 + end,
        text: end + 3..text.len(),
    })
}

/// `{{< note >}}…{{< /note >}}` in one paragraph.
fn braced(text: &str) -> Option<Found> {
    let rest = text.strip_prefix("{{")?;
    let (close, opener) = match rest.chars().next()? {
        '<' => (">}}", "{{<"),
        '%' => ("%}}", "{{%"),
        _ => return None,
    };
    let end = text.find(close)?;
    let inner = text.get(3..end)?;
    let word = inner.trim();
    if !is_label(word) {
        return None;
    }
    let label = 3 + (inner.len() - inner.trim_start().len());
    let stop = text
        .rfind(opener)
        .filter(|at| *at > end)
        .unwrap_or(text.len());
    Some(Found {
        label: label..label + word.len(),
        text: end + 3..stop,
    })
}
