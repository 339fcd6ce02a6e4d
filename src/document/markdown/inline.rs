//! Inline events to running text.

use super::html;
use crate::span::Span;
use crate::text::{MarkKind, Prose, ProseBuilder};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// Puts the text of a paragraph, heading or cell together from its events.
pub(super) struct Inline<'a> {
    source: &'a str,
    /// The source with its directives blanked out, which the events speak of.
    parsed: &'a str,
    prose: ProseBuilder,
    /// Marks begun and not yet ended.
    open: Vec<(usize, MarkKind)>,
    /// How many pictures the present place lies within: their text is no part of the paragraph.
    pictures: usize,
    asides: Vec<Aside>,
}

/// What stands in a paragraph and is not part of its text.
pub(super) struct Aside {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: AsideKind,
    /// What is shown in its place: a picture's alternative text, the source of anything else.
    pub text: String,
}

/// The kinds of [`Aside`].
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AsideKind {
    /// A picture.
    Image,
    /// A comment.
    Comment,
    /// A tag.
    Tag,
}

impl<'a> Inline<'a> {
    /// An empty text; `source` and `parsed` are of the same length.
    pub(super) fn new(source: &'a str, parsed: &'a str) -> Self {
        Self {
            source,
            parsed,
            prose: ProseBuilder::default(),
            open: Vec::new(),
            pictures: 0,
            asides: Vec::new(),
        }
    }

    /// Adds an event. Gives false for one that is not inline.
    pub(super) fn push(&mut self, event: &Event<'_>, range: Range<usize>) -> bool {
        let span = Span::new(range.start, range.end);
        match event {
            Event::Start(tag) => return self.start(tag, span),
            Event::End(tag) => return self.end(*tag, span),
            Event::Text(text) | Event::Code(text) if self.pictures > 0 => self.alternative(text),
            Event::SoftBreak | Event::HardBreak if self.pictures > 0 => self.alternative(" "),
            Event::FootnoteReference(_) | Event::InlineHtml(_) if self.pictures > 0 => {}
            Event::Text(text) => self.text(text, span),
            Event::Code(text) => self.code(text, span),
            Event::SoftBreak | Event::HardBreak => self.prose.push_blank(span),
            Event::InlineHtml(_) => self.tag(span),
            Event::FootnoteReference(label) => self.prose.push_mapped(&format!("[{label}]"), span),
            _ => return false,
        }
        true
    }

    fn start(&mut self, tag: &Tag<'_>, span: Span) -> bool {
        let kind = match tag {
            Tag::Strong => MarkKind::Strong,
            Tag::Emphasis => MarkKind::Emphasis,
            Tag::Link { dest_url, .. } => MarkKind::Link(dest_url.to_string()),
            Tag::Image { .. } => {
                self.picture(span);
                return true;
            }
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return true,
            _ => return false,
        };
        self.open.push((self.prose.next_start(), kind));
        true
    }

    fn picture(&mut self, span: Span) {
        if self.pictures == 0 {
            self.aside(span, AsideKind::Image);
        }
        self.pictures += 1;
    }

    fn aside(&mut self, span: Span, kind: AsideKind) {
        let text = match kind {
            AsideKind::Image => String::new(),
            AsideKind::Comment | AsideKind::Tag => span.slice(self.source).to_owned(),
        };
        self.asides.push(Aside { span, kind, text });
    }

    /// Adds to the alternative text of the picture under way.
    fn alternative(&mut self, text: &str) {
        if let Some(aside) = self.asides.last_mut() {
            aside.text.push_str(text);
        }
    }

    fn end(&mut self, tag: TagEnd, span: Span) -> bool {
        match tag {
            TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link => {
                if let Some((start, kind)) = self.open.pop() {
                    self.prose.mark_from(start, kind);
                }
                self.last_line(span);
            }
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            _ => return false,
        }
        true
    }

    /// A link over several lines may end in a line without text: `](address)`.
    fn last_line(&mut self, span: Span) {
        let Some(at) = span.slice(self.source).rfind('\n') else {
            return;
        };
        let span = Span::new(span.start as usize + at + 1, span.end as usize);
        self.aside(span, AsideKind::Tag);
    }

    /// Adds text: as it stands in the source, or, unescaped, for all of `span`.
    pub(super) fn text(&mut self, text: &str, span: Span) {
        if span.slice(self.parsed) == text {
            return self.prose.push_source(self.source, span);
        }
        self.unescaped(text, span);
    }

    fn unescaped(&mut self, text: &str, span: Span) {
        let opens = text.starts_with(char::is_whitespace);
        for (at, word) in text.split_whitespace().enumerate() {
            if at > 0 || opens {
                self.prose.push_blank(span);
            }
            self.prose.push_mapped(word, span);
        }
        if text.ends_with(char::is_whitespace) {
            self.prose.push_blank(span);
        }
    }

    fn code(&mut self, text: &str, span: Span) {
        let start = self.prose.next_start();
        let quoted = span.slice(self.source);
        let ticks = quoted.len() - quoted.trim_start_matches('`').len();
        let inner = quoted
            .get(ticks..quoted.len().saturating_sub(ticks))
            .unwrap_or("");
        if inner.split_whitespace().eq(text.split_whitespace()) {
            let lead = inner.len() - inner.trim_start().len();
            let at = span.start as usize + ticks + lead;
            self.prose.push_verbatim(inner.trim(), at);
        } else {
            self.unescaped(text.trim(), span);
        }
        self.prose.mark_from(start, MarkKind::Code);
    }

    /// A tag breaks the text or is left out; what looks like one and is none is a placeholder, hence text.
    fn tag(&mut self, span: Span) {
        let text = span.slice(self.source);
        let kind = match html::tag_kind(text) {
            html::TagKind::Unknown => return self.prose.push_source(self.source, span),
            html::TagKind::Comment => AsideKind::Comment,
            html::TagKind::Break | html::TagKind::Structure => {
                self.prose.push_blank(span);
                AsideKind::Tag
            }
            html::TagKind::Inline => AsideKind::Tag,
        };
        self.aside(span, kind);
    }

    /// The text, and what stands before or behind it and is not accounted for by its span.
    pub(super) fn finish(mut self) -> (Prose, Vec<Aside>) {
        while let Some((start, kind)) = self.open.pop() {
            self.prose.mark_from(start, kind);
        }
        let prose = self.prose.finish();
        let span = prose.span();
        let source = self.source;
        let asides = self.asides.into_iter();
        let left = asides.filter(|aside| !accounted(source, &prose, span, aside));
        let left = left.collect();
        (prose, left)
    }
}

/// Whether the aside lies within the text or, being a mere tag, on a line of it.
fn accounted(source: &str, prose: &Prose, span: Span, aside: &Aside) -> bool {
    if prose.is_empty() {
        return false;
    }
    let between = if aside.span.end <= span.start {
        Span {
            start: aside.span.end,
            end: span.start,
        }
    } else if aside.span.start >= span.end {
        Span {
            start: span.end,
            end: aside.span.start,
        }
    } else {
        return true;
    };
    aside.kind == AsideKind::Tag && !between.slice(source).contains('\n')
}
