//! The article as a readable page. Its margin says what each passage became.

use super::margin::{Became, Margin};
use super::node::{Element, Node, el, of};
use super::{prose, source};
use crate::document::{
    Admonition, Block, Document, Field, FieldPart, Item, List, ListKind, Section, Separator,
};
use crate::guide::Guide;
use crate::span::Span;
use crate::text::Prose;

/// Draws one article.
struct Reader<'a> {
    document: &'a Document,
    margin: Margin,
    marked: Option<Span>,
    /// What the passage before became: its name is not said twice.
    last: Became,
}

/// The whole article.
pub fn article(guide: &Guide, marked: Option<Span>) -> Element {
    let mut reader = Reader {
        document: &guide.document,
        margin: Margin::of(guide),
        marked,
        last: Became::Background,
    };
    let sections = guide.document.sections.iter();
    let nodes: Vec<_> = sections.map(|section| reader.section(section)).collect();
    let empty = nodes.is_empty();
    of("div", "art")
        .with(nodes)
        .with(empty.then(|| whole_source(&guide.document)))
        .with(fields(&guide.document))
}

/// An article in which no section was found: its source as it stands.
fn whole_source(document: &Document) -> Element {
    el("pre").with(document.source.trim_end())
}

/// What else the article says about itself.
fn fields(document: &Document) -> Option<Element> {
    let fields = document.meta.fields.iter();
    let fields: Vec<_> = fields
        .filter(|field| !field.value.is_empty() && !is_machinery(field))
        .collect();
    if fields.is_empty() {
        return None;
    }
    let mut list = of("dl", "flds");
    for field in fields {
        let row = el("div")
            .with(el("dt").with(&field.name))
            .with(el("dd").with(&field.value));
        list = list.with(row);
    }
    Some(list)
}

/// Front matter that tells the wiki where to put the page, and the title once more.
fn is_machinery(field: &Field) -> bool {
    field.part == FieldPart::FrontMatter
        && matches!(field.name.as_str(), "layout" | "permalink" | "title")
}

impl Reader<'_> {
    fn section(&mut self, section: &Section) -> Element {
        let heading = section.heading.as_ref().map(|heading| {
            let tag = if section.level > 1 { "h4" } else { "h3" };
            self.last = Became::Background;
            el(tag).with(prose::inline(heading, self.marked))
        });
        el("section")
            .with(heading)
            .with(self.blocks(&section.blocks, None))
    }

    /// Blocks; `lead` stands in front of the first.
    fn blocks(&mut self, blocks: &[Block], lead: Option<String>) -> Vec<Node> {
        let mut nodes = Vec::new();
        let mut lead = lead;
        if !matches!(blocks.first(), Some(Block::Paragraph(_)))
            && let Some(lead) = lead.take()
        {
            nodes.push(Node::Element(of("p", "lb").with(lead.trim_end())));
        }
        for block in blocks {
            self.block(block, lead.take(), &mut nodes);
        }
        nodes
    }

    fn block(&mut self, block: &Block, lead: Option<String>, nodes: &mut Vec<Node>) {
        let element = match block {
            Block::Paragraph(text) => return self.paragraph(text, lead, nodes),
            Block::List(list) => self.list(list),
            Block::Admonition(note) => self.admonition(note),
            Block::Code(code) => self.whole(code.span, |lit| {
                let inner = el(if lit { "mark" } else { "code" }).with(&code.text);
                el("pre").with(inner)
            }),
            Block::Table(rows, span) => {
                let marked = self.marked;
                self.whole(*span, |_| of("div", "wide").with(table(rows, marked)))
            }
            Block::Separator(which, _) => of("p", "sep").with(separator(*which)),
        };
        nodes.push(Node::Element(element));
    }

    /// A block that became one thing as a whole.
    fn whole(&mut self, span: Span, draw: impl FnOnce(bool) -> Element) -> Element {
        // What bears no sentence belongs to what stands before it.
        let first = self.margin.groups(span).into_iter().next();
        let became = first.map_or_else(|| self.last.clone(), |(_, became)| became);
        let lit = self
            .marked
            .is_some_and(|marked| marked.start < span.end && span.start < marked.end);
        self.passage(span, became, vec![Node::Element(draw(lit))])
    }

    /// A paragraph, a passage for each thing that it became.
    fn paragraph(&mut self, text: &Prose, lead: Option<String>, nodes: &mut Vec<Node>) {
        let mut lead = lead;
        for (range, became) in self.cut(text) {
            let span = text.span_of(range.clone());
            let label = lead.take().map(|lead| of("span", "lb").with(lead));
            let words = prose::part(text, range, self.marked);
            let inner = el("p").with(label).with(words);
            let passage = self.passage(span, became, vec![Node::Element(inner)]);
            nodes.push(Node::Element(passage));
        }
    }

    /// The ranges of a text and what each became.
    fn cut(&self, text: &Prose) -> Vec<(std::ops::Range<usize>, Became)> {
        let groups = self.margin.groups(text.span());
        let end = text.as_str().len();
        let mut parts: Vec<(std::ops::Range<usize>, Became)> = Vec::new();
        let mut groups = groups.into_iter();
        let first = groups.next().map(|(_, became)| became).unwrap_or_default();
        parts.push((0..end, first));
        let mut next = groups.next();
        for (at, c) in text.as_str().char_indices() {
            let Some((start, _)) = next else { break };
            if text.span_of(at..at + c.len_utf8()).start < start {
                continue;
            }
            if let (Some(part), Some((_, became))) = (parts.last_mut(), next.take()) {
                part.0.end = at;
                parts.push((at..end, became));
            }
            next = groups.next();
        }
        parts
    }

    fn passage(&mut self, span: Span, became: Became, inner: Vec<Node>) -> Element {
        let said = self.last == became;
        let (class, name) = match &became {
            Became::Background => ("pas", None),
            Became::Hazard => ("pas is haz", Some("Hazard")),
            Became::Line(name) => ("pas is", Some(name.as_str())),
        };
        let shown = self
            .marked
            .is_some_and(|marked| span.contains(marked) || marked == span);
        let name = name.filter(|_| !said || shown);
        let class = if shown {
            format!("{class} on")
        } else {
            class.into()
        };
        let link = name.map(|name| source::named(self.marked, span, name, "mg"));
        let passage = of("div", &class)
            .id(source::anchor(span))
            .with(link)
            .with(inner);
        self.last = became;
        passage
    }

    fn list(&mut self, list: &List) -> Element {
        let tag = match list.kind {
            ListKind::Numbered | ListKind::Lettered => "ol",
            ListKind::Bulleted | ListKind::Task => "ul",
        };
        let mut nodes = el(tag).attr("role", "list");
        for item in &list.items {
            let lead = label(list.kind, item);
            nodes = nodes.with(el("li").with(self.blocks(&item.blocks, Some(lead))));
            if let Some((which, _)) = item.separator {
                nodes = nodes.with(of("li", "sep").with(separator(which)));
            }
        }
        nodes
    }

    fn admonition(&mut self, note: &Admonition) -> Element {
        let label = note.label_span.slice(&self.document.source).trim();
        let label = if label.is_empty() || label.len() > 40 {
            &note.label
        } else {
            label
        };
        let label = label.trim_end_matches([':', '.']);
        of("div", "adm").with(self.blocks(&note.blocks, Some(format!("{label}: "))))
    }
}

fn label(kind: ListKind, item: &Item) -> String {
    match kind {
        ListKind::Numbered | ListKind::Lettered => format!("{}. ", item.label),
        ListKind::Bulleted => "• ".into(),
        ListKind::Task => "☐ ".into(),
    }
}

fn separator(which: Separator) -> &'static str {
    match which {
        Separator::Or => "-or-",
        Separator::And => "-and-",
    }
}

fn table(rows: &[Vec<Prose>], marked: Option<Span>) -> Element {
    let mut table = el("table");
    for (index, row) in rows.iter().enumerate() {
        let tag = if index == 0 { "th" } else { "td" };
        let cells = row
            .iter()
            .map(|cell| el(tag).with(prose::inline(cell, marked)));
        table = table.with(el("tr").with(cells.collect::<Vec<_>>()));
    }
    table
}
