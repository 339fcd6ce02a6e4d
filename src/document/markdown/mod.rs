//! The Markdown front end.
//!
//! pulldown-cmark finds the blocks and says where they stand; what it does not know is done here:
//! front matter ([`front_matter`]), boxes written with directives ([`directive`]), labelled paragraphs
//! ([`admonition`]), lists lettered in plain text ([`letters`]) and what little of HTML can be shown
//! ([`html`]). Text is always taken from the source at the place that an event names, so that each
//! piece of it leads back there.
//!
//! What a page would not show (comments, link definitions, bare tags, unknown directives) is kept as
//! [`Block::Code`](super::Block::Code) of the language [`HIDDEN`], a picture outside a text as one of the language
//! [`IMAGE`], so that nothing of an article is lost.

mod admonition;
mod blocks;
mod date;
mod directive;
mod front_matter;
mod html;
mod inline;
mod letters;
mod pieces;
#[cfg(test)]
mod tests;

pub(crate) use html::{TagKind, tag_kind};

use super::{Document, Field, FieldPart, Format, Meta, Section};
use crate::diagnostic::{Diagnostic, DiagnosticKind};

/// The language of a [`Preformatted`](super::Preformatted) that a page would not show.
pub const HIDDEN: &str = "comment";
/// The language of a [`Preformatted`](super::Preformatted) that is a picture; its text is the alternative text.
pub const IMAGE: &str = "image";

/// Reads Markdown. `name`, the file's name without its ending, is the document's id and, without any heading, its
/// title. Any text gives a document.
pub fn read(name: &str, source: String) -> Document {
    let front = front_matter::read(&source);
    let mut diagnostics = front.diagnostics;
    let mut meta = front.meta;
    let mut sections = blocks::sections(&source, front.end, &mut diagnostics);
    meta.id = name.to_owned();
    entitle(&mut meta, &mut sections, &mut diagnostics);
    Document {
        source,
        format: Format::Markdown,
        meta,
        sections,
        diagnostics,
    }
}

/// Gives the document its title, and takes the heading that is the title out of the sections: its
/// section stays, without a heading.
fn entitle(meta: &mut Meta, sections: &mut [Section], diagnostics: &mut Vec<Diagnostic>) {
    if let Some(index) = title_heading(meta, sections) {
        take_heading(meta, &mut sections[index]);
    }
    if meta.title.is_empty() {
        let first = sections
            .iter()
            .find_map(|section| section.heading.as_ref().filter(|text| !text.is_empty()));
        if let Some(heading) = first {
            meta.title = heading.as_str().to_owned();
            meta.title_span = heading.span();
        } else {
            meta.title = meta.id.clone();
            let kind = DiagnosticKind::NoHeader;
            diagnostics.push(Diagnostic { kind, span: None });
        }
    }
}

/// Which section's heading is the title: the first of level 1. Where the front matter gives another title and there
/// are several headings of level 1, these divide the article and none is its title.
fn title_heading(meta: &Meta, sections: &[Section]) -> Option<usize> {
    let mut found = sections
        .iter()
        .enumerate()
        .filter(|(_, section)| section.level == 1)
        .filter_map(|(index, section)| Some((index, section.heading.as_ref()?)))
        .filter(|(_, heading)| !heading.is_empty());
    let (index, heading) = found.next()?;
    let divides = found.next().is_some();
    let titled = !meta.title.is_empty() && meta.title != heading.as_str();
    (!titled || !divides).then_some(index)
}

/// Makes the section's heading the title; beside a title of the front matter it becomes a field.
fn take_heading(meta: &mut Meta, section: &mut Section) {
    section.level = 0;
    let Some(heading) = section.heading.take() else {
        return;
    };
    if meta.title.is_empty() {
        meta.title = heading.as_str().to_owned();
        meta.title_span = heading.span();
        return;
    }
    meta.fields.push(Field {
        part: FieldPart::Header,
        name: "title".to_owned(),
        value: heading.as_str().to_owned(),
        span: heading.span(),
    });
}
