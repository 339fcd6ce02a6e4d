//! Lists lettered in plain text. CommonMark has no lettered lists, so `a. …` and `b. …` arrive as lines of a
//! paragraph or as paragraphs of their own.

use crate::document::{Block, Item, List, ListKind};
use crate::span::Span;
use crate::text::Prose;

/// A line that may start a lettered item.
struct Candidate {
    /// Which block.
    block: usize,
    /// Where in its text.
    at: usize,
    letter: u8,
    delimiter: u8,
    /// Blanks in front of it in the source.
    column: usize,
}

/// Makes lists of the lines that start with `a.`, `b.` and so on, two at least unless the one is `a)`; the blocks between two
/// letters belong to the first of them, those behind the last if they are indented deeper.
pub(super) fn gather(source: &str, blocks: Vec<Block>) -> Vec<Block> {
    let candidates = candidates(source, &blocks);
    let runs = runs(&candidates);
    if runs.is_empty() {
        return blocks;
    }
    let mut gathered = Gather {
        source,
        done: Vec::new(),
        list: None,
    };
    let mut runs = runs.into_iter().peekable();
    for (index, block) in blocks.into_iter().enumerate() {
        let mut cuts = Vec::new();
        while let Some(candidate) = runs.next_if(|at| candidates[*at].block == index) {
            cuts.push(&candidates[candidate]);
        }
        gathered.block(block, &cuts, runs.peek().map(|at| &candidates[*at]));
    }
    gathered.close();
    gathered.done
}

fn candidates(source: &str, blocks: &[Block]) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (block, prose) in blocks.iter().enumerate() {
        let Block::Paragraph(prose) = prose else {
            continue;
        };
        let text = prose.as_str().as_bytes();
        for (at, window) in text.windows(3).enumerate() {
            let [letter, delimiter @ (b'.' | b')'), b' '] = *window else {
                continue;
            };
            let opens = at == 0 || text.get(at - 1) == Some(&b' ');
            if !letter.is_ascii_alphabetic() || !opens {
                continue;
            }
            if let Some(column) = column(source, prose.span_of(at..at + 1), at == 0) {
                found.push(Candidate {
                    block,
                    at,
                    letter,
                    delimiter,
                    column,
                });
            }
        }
    }
    found
}

/// How many blanks stand before the place on its line; `None` if something else does, unless `first`.
fn column(source: &str, span: Span, first: bool) -> Option<usize> {
    let before = source.get(..span.start as usize)?;
    let lead = before.trim_end_matches([' ', '\t', '>', '*', '_']);
    let starts = lead.is_empty() || lead.ends_with('\n');
    (starts || first).then_some(before.len() - lead.len())
}

/// The candidates that form sequences from `a` on, in order.
fn runs(candidates: &[Candidate]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < candidates.len() {
        let follows = |pair: &[Candidate]| {
            pair[1].letter == pair[0].letter + 1 && pair[1].delimiter == pair[0].delimiter
        };
        let rest = &candidates[at..];
        let len = 1 + rest.windows(2).take_while(|pair| follows(pair)).count();
        let alone = rest[0].delimiter == b')' && rest[0].at == 0;
        if rest[0].letter.eq_ignore_ascii_case(&b'a') && (len > 1 || alone) {
            found.extend(at..at + len);
        }
        at += len;
    }
    found
}

struct Gather<'a> {
    source: &'a str,
    done: Vec<Block>,
    /// The list under way and the column of its letters.
    list: Option<(List, usize)>,
}

impl Gather<'_> {
    fn block(&mut self, block: Block, cuts: &[&Candidate], next: Option<&Candidate>) {
        match (&block, cuts) {
            (Block::Paragraph(prose), [first, ..]) => {
                if first.at > 0 {
                    self.other(Block::Paragraph(prose.part(0..first.at)), Some(first));
                }
                for (index, cut) in cuts.iter().enumerate() {
                    let end = cuts
                        .get(index + 1)
                        .map_or(prose.as_str().len(), |next| next.at);
                    self.item(prose, cut, end);
                }
            }
            _ => self.other(block, next),
        }
    }

    /// A block that starts no item: part of the present item or behind the list.
    fn other(&mut self, block: Block, next: Option<&Candidate>) {
        let goes_on = next.is_some_and(|next| !next.letter.eq_ignore_ascii_case(&b'a'));
        let deep = self
            .list
            .as_ref()
            .is_some_and(|(_, column)| indent(self.source, block.span()) > *column);
        match &mut self.list {
            Some((list, _)) if goes_on || deep => {
                let span = block.span();
                list.span = list.span.cover(span);
                if let Some(item) = list.items.last_mut() {
                    item.span = item.span.cover(span);
                    item.blocks.push(block);
                }
            }
            _ => {
                self.close();
                self.done.push(block);
            }
        }
    }

    fn item(&mut self, prose: &Prose, cut: &Candidate, end: usize) {
        if cut.letter.eq_ignore_ascii_case(&b'a') {
            self.close();
        }
        let item = Item {
            label: char::from(cut.letter).to_string(),
            label_span: prose.span_of(cut.at..cut.at + 2),
            blocks: vec![Block::Paragraph(prose.part(cut.at + 2..end))],
            separator: None,
            span: prose.span_of(cut.at..end),
        };
        let empty = || {
            (
                List {
                    kind: ListKind::Lettered,
                    items: Vec::new(),
                    span: item.span,
                },
                cut.column,
            )
        };
        let (list, _) = self.list.get_or_insert_with(empty);
        list.span = list.span.cover(item.span);
        list.items.push(item);
    }

    fn close(&mut self) {
        if let Some((list, _)) = self.list.take() {
            self.done.push(Block::List(list));
        }
    }
}

/// How many blanks stand before the place on its line.
fn indent(source: &str, span: Span) -> usize {
    let before = source.get(..span.start as usize).unwrap_or("");
    before.len() - before.trim_end_matches([' ', '\t', '>', '*', '_']).len()
}
