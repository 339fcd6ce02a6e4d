//! An article's running text with its inline markup and the marked place in it.

use super::node::{Element, Node, el};
use crate::app::code;
use crate::order;
use crate::span::Span;
use crate::text::{Mark, MarkKind, Prose};
use std::ops::Range;

/// Markup nested deeper than this is shown as text.
const DEEPEST: usize = 8;

/// The whole text; the part that comes from `marked` stands in a `mark` element.
pub fn inline(prose: &Prose, marked: Option<Span>) -> Vec<Node> {
    part(prose, 0..prose.as_str().len(), marked)
}

/// The part `range` of the text.
pub fn part(prose: &Prose, range: Range<usize>, marked: Option<Span>) -> Vec<Node> {
    let lit = marked.and_then(|span| text_range(prose, span));
    let marks = usable(prose.marks());
    let mut cuts: Vec<usize> = vec![range.start, range.end];
    cuts.extend(
        marks
            .iter()
            .flat_map(|mark| [mark.range.start as usize, mark.range.end as usize]),
    );
    cuts.extend(lit.iter().flat_map(|lit| [lit.start, lit.end]));
    cuts.retain(|cut| range.start <= *cut && *cut <= range.end);
    order::by_key(&mut cuts, |cut| *cut as u64);
    cuts.dedup();
    let mut nodes = Vec::new();
    let mut open: Vec<&Mark> = Vec::new();
    let mut next = marks.iter().peekable();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        while let Some(mark) = next.next_if(|mark| mark.range.start as usize <= start) {
            open.push(mark);
        }
        open.retain(|mark| mark.range.end as usize > start);
        let text = prose.as_str().get(start..end).unwrap_or("");
        let is_lit = lit
            .as_ref()
            .is_some_and(|lit| lit.start <= start && end <= lit.end);
        nodes.push(piece(text, &open, is_lit));
    }
    nodes
}

/// The marks without those that are nested too deep, in order of their start.
fn usable(marks: &[Mark]) -> Vec<&Mark> {
    let mut open: Vec<u32> = Vec::new();
    let mut usable = Vec::new();
    for mark in marks {
        open.retain(|end| *end > mark.range.start);
        if open.len() < DEEPEST {
            open.push(mark.range.end);
            usable.push(mark);
        }
    }
    usable
}

fn piece(text: &str, open: &[&Mark], lit: bool) -> Node {
    let mut node = Node::Text(text.into());
    for mark in open.iter().rev() {
        node = match wrapper(&mark.kind) {
            Some(element) => Node::Element(element.with(node)),
            None => node,
        };
    }
    if lit {
        node = Node::Element(el("mark").with(node));
    }
    node
}

fn wrapper(kind: &MarkKind) -> Option<Element> {
    Some(match kind {
        MarkKind::Code => el("code"),
        MarkKind::Strong => el("b"),
        MarkKind::Emphasis => el("i"),
        MarkKind::Link(address) if is_safe(address) => el("a")
            .attr("href", page_of(address))
            .attr("rel", "noreferrer"),
        MarkKind::Link(_) => return None,
    })
}

/// The address of an article's page where a link names its file, as links of a wiki do: `other.md` is
/// `other.html`. In a site all articles stand in one folder.
fn page_of(address: &str) -> String {
    let (path, place) = address.split_at(address.find(['#', '?']).unwrap_or(address.len()));
    let file = path.rsplit('/').next().unwrap_or(path);
    match file.strip_suffix(".md") {
        Some(name)
            if code::is_article_name(name) && !path.contains(':') && !path.starts_with("//") =>
        {
            format!("{name}.html{place}")
        }
        _ => address.into(),
    }
}

/// Whether an address out of an article may become a link: http, https, mailto, or no scheme at all.
pub fn is_safe(address: &str) -> bool {
    if address
        .chars()
        .any(|c| c <= ' ' || c == '\\' || c == '\u{7f}')
    {
        return false;
    }
    match address.find([':', '/', '?', '#']) {
        Some(at) if address[at..].starts_with(':') => {
            let scheme = address[..at].to_ascii_lowercase();
            matches!(scheme.as_str(), "http" | "https" | "mailto")
        }
        _ => !address.is_empty(),
    }
}

/// The part of the text that comes from `span`; `None` where they do not meet.
pub fn text_range(prose: &Prose, span: Span) -> Option<Range<usize>> {
    let whole = prose.span();
    if span.end <= whole.start || whole.end <= span.start {
        return None;
    }
    let mut range: Option<Range<usize>> = None;
    for (at, c) in prose.as_str().char_indices() {
        let end = at + c.len_utf8();
        let source = prose.span_of(at..end);
        if source.start < span.end && span.start < source.end {
            range = Some(range.map_or(at, |range| range.start)..end);
        } else if range.is_some() {
            break;
        }
    }
    range
}

#[cfg(test)]
mod tests {
    use super::super::html::print;
    use super::*;
    use crate::text::ProseBuilder;

    #[test]
    fn markup_and_the_marked_place() {
        let mut builder = ProseBuilder::default();
        builder.push_verbatim("Run a ", 0);
        let start = builder.next_start();
        builder.push_verbatim("big tool", 6);
        builder.mark_from(start, MarkKind::Strong);
        builder.push_verbatim(" now.", 14);
        let nodes = inline(&builder.finish(), Some(Span::new(10, 18)));
        let html: String = nodes.iter().map(print).collect();
        assert_eq!(
            html,
            "Run a <b>big </b><mark><b>tool</b></mark><mark> now</mark>."
        );
    }

    #[test]
    fn links_to_files_of_articles_lead_to_their_pages() {
        for (address, page) in [
            ("other.md", "other.html"),
            ("../net/other.md#top", "other.html#top"),
            ("https://example.org/a.md", "https://example.org/a.md"),
            ("//example.org/a.md", "//example.org/a.md"),
            ("picture.png", "picture.png"),
        ] {
            assert_eq!(page_of(address), page);
        }
    }

    #[test]
    fn which_addresses_become_links() {
        for (address, safe) in [
            ("https://example.org/a:b", true),
            ("HTTP://example.org", true),
            ("mailto:a@example.org", true),
            ("other.md#top", true),
            ("#a:b", true),
            ("javascript:alert(1)", false),
            ("JaVaScRiPt:alert(1)", false),
            ("java\nscript:alert(1)", false),
            (" javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("file:///etc/passwd", false),
            ("vbscript:x", false),
            ("", false),
        ] {
            assert_eq!(is_safe(address), safe, "{address}");
        }
    }
}
