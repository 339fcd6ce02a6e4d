//! Boxes: quotes with a label, and what stands between the lines of a directive.

use super::super::directive::Directive;
use super::super::pieces::{boxed, settled};
use super::super::{HIDDEN, html};
use super::{Flow, Reader};
use crate::document::{Admonition, Block};
use crate::span::Span;

impl Reader<'_> {
    /// A quote: a box if it is tagged or starts with a label, else its blocks.
    pub(super) fn quote(&mut self, tagged: bool, depth: usize, span: Span) -> Vec<Block> {
        let text = span.slice(self.source);
        let tag = text.find("[!").zip(text.find(']')).filter(|_| tagged);
        let Some((open, close)) = tag.filter(|(open, close)| open < close) else {
            let mut blocks = self.blocks(depth + 1, span);
            if matches!(blocks.first(), Some(Block::Admonition(_))) {
                let behind = blocks.split_off(1);
                if let Some(Block::Admonition(note)) = blocks.first_mut() {
                    note.blocks.extend(behind);
                }
            }
            return blocks;
        };
        let start = span.start as usize;
        let label_span = Span::new(start + open + 2, start + close);
        let inner = Span {
            start: (start + close + 1) as u32,
            end: span.end,
        };
        vec![Block::Admonition(Admonition {
            label: label_span.slice(self.source).to_uppercase(),
            label_span,
            blocks: self.blocks(depth + 1, inner),
        })]
    }

    /// A rule says nothing, unless it covers a directive.
    pub(super) fn rule(&self, span: Span, deep: bool, flow: &mut Flow) {
        let text = span.slice(&self.overwritten.text);
        let at = span.start as usize + (text.len() - text.trim_start().len());
        let Some((directive, line)) = self.overwritten.at(at) else {
            return;
        };
        match directive {
            Directive::Open(opening) if !deep => {
                let before = std::mem::take(&mut flow.blocks);
                flow.open.push((opening.clone(), before));
            }
            Directive::Close if self.close_box(flow, Some(*line)) => {}
            _ => flow.blocks.push(html::code(self.source, *line, HIDDEN)),
        }
    }

    /// Ends the innermost open box, at the line `closing` if it has one: without, the box is no more than
    /// the first block. Gives false if no box is open.
    pub(super) fn close_box(&self, flow: &mut Flow, closing: Option<Span>) -> bool {
        let Some((opening, before)) = flow.open.pop() else {
            return false;
        };
        let mut inner = settled(self.source, std::mem::replace(&mut flow.blocks, before));
        let behind = match closing {
            Some(line) => {
                if line.slice(self.source).contains(char::is_alphanumeric) {
                    inner.push(html::code(self.source, line, HIDDEN));
                }
                Vec::new()
            }
            None => inner.split_off(inner.len().min(1)),
        };
        flow.blocks.push(boxed(self.source, opening, inner));
        flow.blocks.extend(behind);
        true
    }
}
