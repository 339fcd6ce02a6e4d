//! The document: what an article says about itself and its sections of blocks, each with its span.
//!
//! Two front ends read into this one model: [`archive`] for the plain-text archive, whose articles stand as
//! an indented block inside Markdown, and [`markdown`] for Markdown proper. Reading cannot fail:
//! any bytes give a document and diagnostics.

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::text::Prose;

pub mod archive;
mod coverage;
pub mod decode;
mod entity;
pub mod markdown;
mod read;
pub mod tree;

pub use coverage::uncovered_lines;
pub(crate) use entity::entity;
pub use read::read;

/// An article, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The decoded source; every span refers to it.
    pub source: String,
    /// Which front end read it.
    pub format: Format,
    /// What the article says about itself.
    pub meta: Meta,
    /// The sections in order. What stands before the first heading is a section without one.
    pub sections: Vec<Section>,
    /// What is wrong with the source.
    pub diagnostics: Vec<Diagnostic>,
}

/// The two formats that articles come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The archive's plain text.
    Archive,
    /// Markdown.
    Markdown,
}

/// What an article says about itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Number or name: `Q285090`, or the file's name without its ending.
    pub id: String,
    /// Title without the number in front of it.
    pub title: String,
    /// Where the title stands.
    pub title_span: Span,
    /// Every item of the applies-to list.
    pub products: Vec<Prose>,
    /// Last change as an ISO date, `2001-02-10`.
    pub modified: Option<String>,
    /// Every other field of front matter, header and footer in order, as written.
    pub fields: Vec<Field>,
}

/// A field of the front matter, the header or the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Which part it stands in.
    pub part: FieldPart,
    /// Its name as written, without the colon.
    pub name: String,
    /// Its value, blanks folded; may be empty.
    pub value: String,
    /// Name and value in the source.
    pub span: Span,
}

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldPart {
    /// The YAML block in front.
    FrontMatter,
    /// The archive's header (`Product(s): …`), or Markdown's title heading beside a title of the front matter.
    Header,
    /// The archive's footer (`Issue type : …`).
    Footer,
}

/// A heading and what stands under it, up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading; `None` for what stands before the first one.
    pub heading: Option<Prose>,
    /// Depth of the heading from 1; 0 without one. In the archive `===` is 1 and `---` is 2.
    pub level: u8,
    /// The blocks in order.
    pub blocks: Vec<Block>,
}

/// A block of a section or of a list item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Prose),
    /// A numbered, lettered or bulleted list.
    List(List),
    /// A paragraph with a label (`NOTE: …`), or a labelled box of Markdown.
    Admonition(Admonition),
    /// Code, output, a table drawn with blanks: to be shown as it stands.
    Code(Preformatted),
    /// A Markdown table: rows of cells, the first row being the head.
    Table(Vec<Vec<Prose>>, Span),
    /// A line that joins alternatives, `-or-`, or parts, `-and-`.
    Separator(Separator, Span),
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// How its items are labelled.
    pub kind: ListKind,
    /// The items in order; separators between items stand in [`Item::separator`].
    pub items: Vec<Item>,
    /// The whole list.
    pub span: Span,
}

/// How the items of a list are labelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKind {
    /// `1.`, `2)`
    Numbered,
    /// `a.`, `B)`, `iv.`
    Lettered,
    /// `-`, `*`
    Bulleted,
    /// Bullets with a box to tick.
    Task,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The label as printed, without dot or parentheses; `-` for a bullet of any form.
    pub label: String,
    /// The label in the source, with its dot.
    pub label_span: Span,
    /// What the item holds, mostly a paragraph first.
    pub blocks: Vec<Block>,
    /// What stands between this item and the next: `-or-`, `-and-`, or nothing.
    pub separator: Option<(Separator, Span)>,
    /// The whole item.
    pub span: Span,
}

/// What a separator line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `-or-`
    Or,
    /// `-and-`
    And,
}

/// A labelled paragraph or box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admonition {
    /// The label in capitals, without its colon: `NOTE`, `WARNING`.
    pub label: String,
    /// The label in the source.
    pub label_span: Span,
    /// What it labels. In the archive this is one paragraph (its text without the label).
    pub blocks: Vec<Block>,
}

/// Preformatted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preformatted {
    /// The text, its common indentation taken off, lines joined by `\n`.
    pub text: String,
    /// The language that a Markdown fence names.
    pub language: Option<String>,
    /// Where it stands.
    pub span: Span,
}

impl Block {
    /// Where the block stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Paragraph(prose) => prose.span(),
            Self::List(list) => list.span,
            Self::Admonition(note) => note
                .blocks
                .iter()
                .fold(note.label_span, |span, block| span.cover(block.span())),
            Self::Code(code) => code.span,
            Self::Table(_, span) | Self::Separator(_, span) => *span,
        }
    }
}

impl Item {
    /// The item's first paragraph, which is a step's text.
    pub fn text(&self) -> Option<&Prose> {
        match self.blocks.first() {
            Some(Block::Paragraph(prose)) => Some(prose),
            _ => None,
        }
    }
}
