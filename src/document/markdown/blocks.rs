//! Block events to sections of blocks.

mod boxes;
mod list;

use super::directive::{self, Opening, Overwritten};
use super::inline::Inline;
use super::pieces::{beside, dedented, paragraph, settled, trimmed};
use super::{HIDDEN, html};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::{Block, Preformatted, Section};
use crate::span::Span;
use crate::text::Prose;
use pulldown_cmark::{
    CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag, TagEnd,
};
use std::ops::Range;

/// How deep lists, items, quotes and boxes may lie within each other.
pub(super) const DEPTH: usize = 32;

/// Reads the body of `source`, from byte `from` on.
pub(super) fn sections(
    source: &str,
    from: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Section> {
    let overwritten = directive::overwrite(source, from);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(&overwritten.text[from..], options).into_offset_iter();
    let mut reader = Reader {
        source,
        overwritten: &overwritten,
        from,
        events,
        sections: Vec::new(),
        heading: None,
        prefix: None,
        too_deep: None,
    };
    let blocks = reader.blocks(0, Span::new(from, source.len()));
    reader.close_section(blocks);
    if let Some(span) = reader.too_deep {
        let kind = DiagnosticKind::TooDeep(DEPTH);
        diagnostics.push(Diagnostic {
            kind,
            span: Some(span),
        });
    }
    reader.sections
}

struct Reader<'a> {
    source: &'a str,
    overwritten: &'a Overwritten,
    /// Where the parsed text starts in the source.
    from: usize,
    events: OffsetIter<'a>,
    sections: Vec<Section>,
    /// Heading and level of the section under way.
    heading: Option<(Prose, u8)>,
    /// What the next text starts with: a footnote's number.
    prefix: Option<(String, Span)>,
    /// Where the depth first went too far.
    too_deep: Option<Span>,
}

/// The blocks of a container under way.
struct Flow {
    blocks: Vec<Block>,
    /// Boxes opened by a directive and not yet closed, with the blocks before each.
    open: Vec<(Opening, Vec<Block>)>,
    /// Where the last block ended: what stands between two blocks is kept.
    end: usize,
}

impl<'a> Reader<'a> {
    /// The next event with its place in the source.
    fn next(&mut self) -> Option<(Event<'a>, Range<usize>)> {
        let (event, range) = self.events.next()?;
        Some((event, range.start + self.from..range.end + self.from))
    }

    /// Reads blocks up to the end of the container, which it takes.
    fn blocks(&mut self, depth: usize, within: Span) -> Vec<Block> {
        let mut flow = Flow {
            blocks: Vec::new(),
            open: Vec::new(),
            end: within.start as usize,
        };
        let mut text: Option<Inline<'a>> = None;
        while let Some((event, range)) = self.next() {
            let mut inline = text.take().unwrap_or_else(|| self.inline());
            if inline.push(&event, range.clone()) {
                flow.end = flow.end.max(range.end);
                text = Some(inline);
                continue;
            }
            text = Some(inline);
            self.close_text(text.take(), &mut flow);
            if matches!(event, Event::End(_)) {
                break;
            }
            self.keep_gap(&mut flow, range.start);
            flow.end = flow.end.max(range.end);
            self.block(event, Span::new(range.start, range.end), depth, &mut flow);
        }
        self.close_text(text, &mut flow);
        self.keep_gap(&mut flow, within.end as usize);
        while self.close_box(&mut flow, None) {}
        settled(self.source, flow.blocks)
    }

    /// Keeps what the parser leaves out between two blocks: link definitions.
    fn keep_gap(&self, flow: &mut Flow, to: usize) {
        if flow.end >= to {
            return;
        }
        let span = Span::new(flow.end, to);
        if span.slice(self.source).contains(char::is_alphanumeric) {
            flow.blocks.push(html::code(self.source, span, HIDDEN));
        }
    }

    /// A paragraph from the inline events so far.
    fn close_text(&mut self, text: Option<Inline<'a>>, flow: &mut Flow) {
        let Some(text) = text else { return };
        let (prose, asides) = text.finish();
        if !prose.is_empty() {
            flow.blocks.extend(paragraph(prose));
        }
        for aside in asides {
            flow.blocks.push(beside(aside));
        }
    }

    fn inline(&self) -> Inline<'a> {
        Inline::new(self.source, &self.overwritten.text)
    }

    /// Reads inline events up to the end of their block.
    fn text(&mut self) -> Inline<'a> {
        let mut inline = self.inline();
        if let Some((text, span)) = self.prefix.take() {
            inline.text(&text, span);
        }
        while let Some((event, range)) = self.next() {
            if !inline.push(&event, range) && matches!(event, Event::End(_)) {
                break;
            }
        }
        inline
    }

    fn block(&mut self, event: Event<'a>, span: Span, depth: usize, flow: &mut Flow) {
        let deep = depth + flow.open.len() >= DEPTH;
        match event {
            Event::Start(Tag::Paragraph) => {
                let text = self.text();
                self.close_text(Some(text), flow);
            }
            Event::Start(Tag::Heading { level, .. }) => self.heading(level, depth, flow),
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::FootnoteDefinition(_))
                if deep =>
            {
                self.too_deep.get_or_insert(span);
                self.skip();
                flow.blocks.push(html::code(self.source, span, "markdown"));
            }
            Event::Start(Tag::BlockQuote(kind)) => {
                let quote = self.quote(kind.is_some(), depth, span);
                flow.blocks.extend(quote);
            }
            Event::Start(Tag::List(start)) => {
                let list = self.list(start, depth, span);
                // A link definition behind the last item counts as part of the list.
                flow.end = list
                    .last()
                    .map_or(flow.end, |last| last.span().end as usize);
                flow.blocks.extend(list);
            }
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.footnote(&label, depth, span, flow);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                let code = self.code(&kind, span);
                flow.blocks.push(code);
            }
            Event::Start(Tag::Table(_)) => {
                let table = self.table(span);
                flow.blocks.push(table);
            }
            Event::Start(Tag::HtmlBlock) => {
                self.skip();
                flow.blocks.extend(html::blocks(self.source, span));
            }
            Event::Rule => self.rule(span, deep, flow),
            Event::Start(_) => {
                self.skip();
                flow.blocks.push(html::code(self.source, span, "markdown"));
            }
            _ => {}
        }
    }

    /// Leaves events out up to the end of the block that was just begun.
    fn skip(&mut self) {
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// A heading starts a section; within a list or a quote it is a bold paragraph.
    fn heading(&mut self, level: HeadingLevel, depth: usize, flow: &mut Flow) {
        let text = self.text();
        if depth > 0 {
            return self.close_text(Some(text), flow);
        }
        while self.close_box(flow, None) {}
        let blocks = settled(self.source, std::mem::take(&mut flow.blocks));
        self.close_section(blocks);
        let (prose, asides) = text.finish();
        self.heading = Some((prose, level as u8));
        for aside in asides {
            flow.blocks.push(beside(aside));
        }
    }

    fn close_section(&mut self, blocks: Vec<Block>) {
        let (heading, level) = match self.heading.take() {
            Some((prose, level)) => (Some(prose), level),
            None if blocks.is_empty() => return,
            None => (None, 0),
        };
        self.sections.push(Section {
            heading,
            level,
            blocks,
        });
    }

    /// A footnote: its blocks, the first text of which gets the number.
    fn footnote(&mut self, label: &str, depth: usize, span: Span, flow: &mut Flow) {
        self.keep_prefix(flow);
        let head = span.slice(self.source).find("]:").map_or(0, |at| at + 2);
        let head = Span::new(span.start as usize, span.start as usize + head);
        self.prefix = Some((format!("[{label}] "), head));
        let inner = Span {
            start: head.end,
            end: span.end,
        };
        flow.blocks.extend(self.blocks(depth + 1, inner));
        self.keep_prefix(flow);
    }

    /// Keeps a footnote's number that no text took.
    fn keep_prefix(&mut self, flow: &mut Flow) {
        if let Some((_, span)) = self.prefix.take() {
            flow.blocks.push(html::code(self.source, span, HIDDEN));
        }
    }

    fn code(&mut self, kind: &CodeBlockKind<'_>, span: Span) -> Block {
        let mut text = String::new();
        while let Some((event, range)) = self.next() {
            match event {
                Event::Text(piece) => {
                    let at = Span::new(range.start, range.end);
                    let same = at.slice(&self.overwritten.text) == &*piece;
                    text.push_str(if same { at.slice(self.source) } else { &piece });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        let language = match kind {
            CodeBlockKind::Fenced(info) => info
                .split([' ', ',', '\t'])
                .next()
                .filter(|word| !word.is_empty()),
            CodeBlockKind::Indented => None,
        };
        Block::Code(Preformatted {
            text: dedented(&text),
            language: language.map(str::to_owned),
            span: trimmed(self.source, span),
        })
    }

    fn table(&mut self, span: Span) -> Block {
        let mut rows = Vec::new();
        while let Some((event, _)) = self.next() {
            match event {
                Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
                Event::Start(Tag::TableCell) => {
                    let cell = self.text().finish().0;
                    if let Some(row) = rows.last_mut() {
                        row.push(cell);
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Block::Table(rows, trimmed(self.source, span))
    }
}
