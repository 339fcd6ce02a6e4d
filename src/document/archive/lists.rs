//! The lists that are open while a section is read, and where each block goes.
//!
//! The archive nests by indentation and by numbering. A numbered list is held open after a text that stands
//! no deeper than its labels: that text waits in the list's tail. If the next number comes, the tail belonged to
//! the item before it; if the section ends or the numbering starts again, the tail stands behind the list.
//! An item that ends in a colon takes what is to be typed, though it stands no deeper than the labels: what the colon
//! announces is the item's.

use super::labels::{Count, Label, Style};
use crate::document::{Block, Item, List, Separator};
use crate::span::Span;

/// How deep lists are followed.
pub(super) const DEEPEST: usize = 32;

/// A list that is open.
#[derive(Debug)]
struct Frame {
    style: Style,
    /// The column of its labels.
    column: usize,
    /// The column in which its items go on.
    content: usize,
    /// The last item's place in the numbering.
    last: usize,
    items: Vec<Item>,
    tail: Vec<Block>,
    /// The least column of what is in the tail.
    tail_column: usize,
    /// Whether the list itself stands in the tail of the list around it.
    is_in_tail: bool,
}

/// The open lists of a section and the blocks that are done.
#[derive(Debug, Default)]
pub(super) struct Lists {
    frames: Vec<Frame>,
    done: Vec<Block>,
    /// A separator that is not placed yet, with its column.
    separator: Option<(Separator, Span, usize)>,
}

/// Where a label fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// It is the next item of an open list.
    Next,
    /// It stands in an open list but is not next in order.
    Astray,
    /// It opens a list.
    New,
}

impl Lists {
    /// The innermost list whose labels stand left of `column`: the columns of its labels and of its items' text.
    pub fn around(&self, column: usize) -> Option<(usize, usize)> {
        let frame = self.frames.iter().rfind(|frame| frame.column < column)?;
        Some((frame.column, frame.content))
    }

    /// The column of the innermost list's labels.
    pub fn innermost(&self) -> Option<usize> {
        self.frames.last().map(|frame| frame.column)
    }

    /// Whether no further list can be opened.
    pub fn is_full(&self) -> bool {
        self.frames.len() >= DEEPEST
    }

    /// Where `label` in `column` fits.
    pub fn fit(&self, label: &Label, column: usize) -> Fit {
        let Some(at) = self.frame_of(label, column) else {
            return Fit::New;
        };
        let last = self.frames.get(at).map_or(0, |frame| frame.last);
        match label.style.count {
            Count::Bullet => Fit::Next,
            _ if label.ordinal == last + 1 => Fit::Next,
            _ if label.ordinal == 1 => Fit::New,
            _ => Fit::Astray,
        }
    }

    fn frame_of(&self, label: &Label, column: usize) -> Option<usize> {
        self.frames.iter().rposition(|frame| {
            let distance = frame.column.abs_diff(column);
            let is_next = label.style.count != Count::Bullet && label.ordinal == frame.last + 1;
            frame.style == label.style && distance <= if is_next { 3 } else { 1 }
        })
    }

    /// Whether `column` is where the labels of the list stand that `label` goes on with, or left of it.
    pub fn is_at_labels(&self, label: &Label, column: usize) -> bool {
        let frame = self
            .frame_of(label, column)
            .and_then(|at| self.frames.get(at));
        frame.is_some_and(|frame| column <= frame.column + 1)
    }

    /// Sets the column in which the innermost list's items go on.
    pub fn set_content(&mut self, content: usize) {
        if let Some(frame) = self.frames.last_mut() {
            frame.content = content;
        }
    }

    /// Adds an item with its first blocks.
    pub fn add_item(&mut self, label: &Label, column: usize, item: Item) {
        if let Some(at) = self.frame_of(label, column) {
            self.close_above(at + 1);
            if self.goes_on(label) {
                return self.add_next(label, column, item);
            }
            self.place_separator();
            self.close_above(at);
        }
        self.place_separator();
        let announced = label.style.count == Count::Bullet && self.announces_list();
        let is_in_tail = self.make_room(column) && !announced;
        self.frames.push(Frame {
            style: label.style,
            column,
            content: column + label.text.min(5),
            last: label.ordinal,
            items: vec![item],
            tail: Vec::new(),
            tail_column: usize::MAX,
            is_in_tail,
        });
    }

    /// Whether `label` goes on with the innermost list.
    fn goes_on(&self, label: &Label) -> bool {
        let Some(frame) = self.frames.last() else {
            return false;
        };
        if label.style.count == Count::Bullet {
            return frame.tail.is_empty();
        }
        label.ordinal == frame.last + 1 || (label.ordinal != 1 && frame.tail.is_empty())
    }

    fn add_next(&mut self, label: &Label, column: usize, item: Item) {
        let separator = self.separator.take();
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        frame.last = label.ordinal;
        frame.column = column;
        frame.tail_column = usize::MAX;
        let tail = std::mem::take(&mut frame.tail);
        if let Some(before) = frame.items.last_mut() {
            tail.into_iter().for_each(|block| add_to(before, block));
            before.separator = separator.map(|(kind, span, _)| (kind, span));
        }
        frame.items.push(item);
    }

    /// Adds a separator. It is placed when it is known what follows.
    pub fn add_separator(&mut self, kind: Separator, span: Span, column: usize) {
        self.place_separator();
        self.separator = Some((kind, span, column));
    }

    fn place_separator(&mut self) {
        if let Some((kind, span, column)) = self.separator.take() {
            self.place(Block::Separator(kind, span), column);
        }
    }

    /// Adds a block that starts in `column`.
    pub fn add(&mut self, block: Block, column: usize) {
        self.place_separator();
        self.place(block, column);
    }

    fn place(&mut self, block: Block, column: usize) {
        if let (Block::Code(_), Some(item)) = (&block, self.announcing()) {
            return add_to(item, block);
        }
        let is_in_tail = self.make_room(column);
        match self.frames.last_mut() {
            None => self.done.push(block),
            Some(frame) if is_in_tail => {
                frame.tail_column = frame.tail_column.min(column);
                frame.tail.push(block);
            }
            Some(frame) => {
                if let Some(item) = frame.items.last_mut() {
                    add_to(item, block);
                }
            }
        }
    }

    /// The innermost list's last item, if its text ends in a colon and nothing stands behind that.
    fn announcing(&mut self) -> Option<&mut Item> {
        let frame = self
            .frames
            .last_mut()
            .filter(|frame| frame.tail.is_empty())?;
        let item = frame.items.last_mut()?;
        let announces = match item.blocks.last() {
            Some(Block::Paragraph(prose)) => prose.as_str().ends_with(':'),
            _ => false,
        };
        announces.then_some(item)
    }

    /// Whether the innermost list is numbered or lettered and its last item ends in a colon.
    fn announces_list(&mut self) -> bool {
        let counts = |frame: &Frame| frame.style.count != Count::Bullet;
        self.frames.last().is_some_and(counts) && self.announcing().is_some()
    }

    /// Closes the bulleted lists that what starts in `column` ends. Whether it goes to the innermost list's
    /// tail, not to its last item.
    fn make_room(&mut self, column: usize) -> bool {
        while let Some(frame) = self.frames.last_mut() {
            if column > frame.column {
                return !frame.tail.is_empty();
            }
            if frame.style.count != Count::Bullet {
                frame.tail_column = frame.tail_column.min(column);
                return true;
            }
            self.close();
        }
        false
    }

    fn close_above(&mut self, count: usize) {
        while self.frames.len() > count {
            self.close();
        }
    }

    /// Closes the innermost list: its list goes where it was opened, its tail behind it.
    fn close(&mut self) {
        let Some(frame) = self.frames.pop() else {
            return;
        };
        let span = match (frame.items.first(), frame.items.last()) {
            (Some(first), Some(last)) => first.span.cover(last.span),
            _ => return,
        };
        let list = Block::List(List {
            kind: frame.style.kind(),
            items: frame.items,
            span,
        });
        let Some(around) = self.frames.last_mut() else {
            self.done.push(list);
            self.done.extend(frame.tail);
            return;
        };
        let mut to_tail = frame.is_in_tail;
        for (at, block) in std::iter::once(list).chain(frame.tail).enumerate() {
            to_tail |= at > 0 && frame.tail_column <= around.column;
            match around.items.last_mut() {
                Some(item) if !to_tail => add_to(item, block),
                _ => around.tail.push(block),
            }
        }
        if to_tail {
            around.tail_column = around.tail_column.min(frame.column).min(frame.tail_column);
        }
    }

    /// Closes every list and gives the blocks.
    pub fn finish(mut self) -> Vec<Block> {
        self.place_separator();
        self.close_above(0);
        self.done
    }
}

fn add_to(item: &mut Item, block: Block) {
    item.span = item.span.cover(block.span());
    item.blocks.push(block);
}
