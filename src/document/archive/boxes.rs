//! What a labelled paragraph announces belongs to it.
//!
//! ```text
//! NOTE: The value stands in this key:        ← ends with a colon
//!
//!    HKEY_LOCAL_MACHINE\Software\Sample      ← preformatted text or bullets that tell: part of it
//! ```
//!
//! Without it the note would promise something and not show it.

use crate::document::{Block, Item, ListKind};
use crate::language::imperative::is_imperative;

/// Moves what a labelled paragraph announces into it, at every depth. Lists are nested at most
/// [`DEEPEST`](super::lists::DEEPEST) deep.
pub(super) fn gather(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks {
        let block = within(block);
        match out.last_mut() {
            Some(Block::Admonition(note)) if announces(&note.blocks) && is_shown(&block) => {
                note.blocks.push(block);
            }
            _ => out.push(block),
        }
    }
    out
}

/// The same in the items of a list.
fn within(block: Block) -> Block {
    let Block::List(mut list) = block else {
        return block;
    };
    for item in &mut list.items {
        let Item { blocks, .. } = item;
        *blocks = gather(std::mem::take(blocks));
    }
    Block::List(list)
}

/// Whether the note's text is all that it holds yet and ends with a colon.
fn announces(blocks: &[Block]) -> bool {
    matches!(blocks, [Block::Paragraph(prose)] if prose.as_str().ends_with(':'))
}

/// Whether a block shows what was announced: preformatted text, or bullets that tell something. Numbered lists,
/// and bullets of things to do, are understood by themselves.
fn is_shown(block: &Block) -> bool {
    match block {
        Block::Code(_) => true,
        Block::List(list) => list.kind == ListKind::Bulleted && list.items.iter().all(tells),
        _ => false,
    }
}

/// Whether an item tells something and has nothing to do or to decide in front.
fn tells(item: &Item) -> bool {
    const ASKS: [&str; 7] = ["You ", "If ", "When ", "To ", "For ", "In ", "On "];
    let text = item.text().map_or("", |prose| prose.as_str());
    let [Block::Paragraph(_)] = item.blocks.as_slice() else {
        return false;
    };
    let first = text.split([' ', ',', ':']).next().unwrap_or("");
    !is_imperative(&first.to_lowercase()) && !ASKS.iter().any(|word| text.starts_with(word))
}
