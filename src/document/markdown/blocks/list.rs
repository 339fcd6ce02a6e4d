//! Lists and their items.

use super::super::directive::Directive;
use super::super::pieces::{boxed, close_list, has_box, trimmed};
use super::Reader;
use crate::document::{Block, Item, List, ListKind};
use crate::span::Span;
use pulldown_cmark::{Event, Tag, TagEnd};

impl Reader<'_> {
    pub(super) fn list(&mut self, start: Option<u64>, depth: usize, span: Span) -> Vec<Block> {
        let mut found = Vec::new();
        let kind = if start.is_some() {
            ListKind::Numbered
        } else {
            ListKind::Bulleted
        };
        let mut list = List {
            kind,
            items: Vec::new(),
            span,
        };
        while let Some((event, range)) = self.next() {
            match event {
                Event::Start(Tag::Item) => {
                    let at = Span::new(range.start, range.end);
                    self.item(start, depth, at, &mut list, &mut found);
                }
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        close_list(&mut list, &mut found);
        found
    }

    fn item(
        &mut self,
        start: Option<u64>,
        depth: usize,
        span: Span,
        list: &mut List,
        found: &mut Vec<Block>,
    ) {
        let text = span.slice(self.source);
        let at =
            span.start as usize + (text.len() - text.trim_start_matches([' ', '\t', '>']).len());
        if let Some((Directive::Indented(opening), line)) = self.overwritten.at(at) {
            let inner = Span {
                start: line.end,
                end: span.end,
            };
            let blocks = self.blocks(depth + 2, inner);
            close_list(list, found);
            found.push(boxed(self.source, opening.clone(), blocks));
            return;
        }
        let text = self.source.get(at..).unwrap_or("");
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let len = if start.is_some() { digits + 1 } else { 1 };
        if text.get(len..).is_some_and(has_box) {
            list.kind = ListKind::Task;
        }
        let label_span = Span::new(at, at + len);
        let mut blocks = self.blocks(
            depth + 2,
            Span {
                start: label_span.end,
                end: span.end,
            },
        );
        let label = match start {
            Some(start) => start.saturating_add(list.items.len() as u64).to_string(),
            None => "-".to_owned(),
        };
        let separator = match blocks.last() {
            Some(Block::Separator(separator, span)) if blocks.len() > 1 => {
                Some((*separator, *span))
            }
            _ => None,
        };
        if separator.is_some() {
            blocks.pop();
        }
        list.items.push(Item {
            label,
            label_span,
            blocks,
            separator,
            span: trimmed(self.source, span),
        });
    }
}
