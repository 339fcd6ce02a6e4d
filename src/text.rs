//! Running text that remembers where in the source it comes from.

use crate::order;
use crate::span::Span;
use std::ops::Range;

/// A text with its blanks folded (every run of blanks and line breaks is one blank) and without
/// markup, each piece of which knows its place in the source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    runs: Vec<Run>,
    marks: Vec<Mark>,
}

/// A piece of a [`Prose`]: from `at` to the next run's `at`, taken from `source`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    at: u32,
    source: Span,
}

/// What the source marks a range of a [`Prose`] as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The range of bytes in the text.
    pub range: Range<u32>,
    /// What it is.
    pub kind: MarkKind,
}

/// The kinds of inline markup that matter to a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// Text to type, a command, a path.
    Code,
    /// Bold: mostly names of controls.
    Strong,
    /// Italic: mostly placeholders.
    Emphasis,
    /// A link with its address as written.
    Link(String),
}

impl Prose {
    /// Folds the blanks of `span` in `source`; no markup is looked for.
    pub fn folded(source: &str, span: Span) -> Self {
        let mut builder = ProseBuilder::default();
        builder.push_source(source, span);
        builder.finish()
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Inline markup, in order of its start.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Where the whole text comes from; the empty span for an empty text.
    pub fn span(&self) -> Span {
        self.span_of(0..self.text.len())
    }

    /// Where the bytes `range` of the text come from: from the source of the first byte to that of
    /// the last. An empty range gives an empty span.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        let range = range.start.min(self.text.len())..range.end.min(self.text.len());
        if range.is_empty() {
            let start = self.source_of(range.start).start;
            return Span { start, end: start };
        }
        self.source_of(range.start)
            .cover(self.source_of(range.end - 1))
    }

    /// The source of the single byte at `at`.
    fn source_of(&self, at: usize) -> Span {
        let next = self.runs.partition_point(|run| run.at as usize <= at);
        let Some(run) = next.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return Span::default();
        };
        let end = self
            .runs
            .get(next)
            .map_or(self.text.len(), |run| run.at as usize);
        if end - run.at as usize != run.source.len() {
            return run.source; // folded or unescaped: the whole run stands for its source
        }
        let start = run.source.start as usize + at.saturating_sub(run.at as usize);
        Span::new(start, (start + 1).min(run.source.end as usize).max(start))
    }

    /// The part `range` of the text as a prose of its own, blanks at its ends left out.
    pub fn part(&self, range: Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or("");
        let start = range.start + (text.len() - text.trim_start().len());
        let text = text.trim();
        let end = start + text.len();
        let mut builder = ProseBuilder::default();
        let mut at = start;
        while at < end {
            let next = self.runs.partition_point(|run| run.at as usize <= at);
            let stop = self
                .runs
                .get(next)
                .map_or(end, |run| (run.at as usize).min(end));
            builder.push_mapped(&self.text[at..stop], self.span_of(at..stop));
            at = stop;
        }
        builder.marks = self
            .marks
            .iter()
            .filter(|mark| (mark.range.start as usize) < end && (mark.range.end as usize) > start)
            .map(|mark| Mark {
                range: (mark.range.start.max(start as u32) - start as u32)
                    ..(mark.range.end.min(end as u32) - start as u32),
                kind: mark.kind.clone(),
            })
            .collect();
        builder.finish()
    }
}

/// Puts a [`Prose`] together piece by piece, folding blanks as it goes.
#[derive(Default)]
pub struct ProseBuilder {
    text: String,
    runs: Vec<Run>,
    marks: Vec<Mark>,
    /// A blank seen and not yet written: where it comes from.
    blank: Option<Span>,
}

impl ProseBuilder {
    /// Adds the text of `span` as it stands in the source.
    pub fn push_source(&mut self, source: &str, span: Span) {
        self.push_verbatim(span.slice(source), span.start as usize);
    }

    /// Adds `text`, which stands byte for byte at `start` in the source.
    pub fn push_verbatim(&mut self, text: &str, start: usize) {
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let word = rest.len() - rest.trim_start().len();
            if word > 0 {
                self.push_blank(Span::new(start + at, start + at + word));
                at += word;
                continue;
            }
            let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
            self.push_mapped(&rest[..len], Span::new(start + at, start + at + len));
            at += len;
        }
    }

    /// Adds a blank that comes from `source`; several in a row are one, and none opens a text.
    pub fn push_blank(&mut self, source: Span) {
        if !self.text.is_empty() {
            self.blank = Some(self.blank.map_or(source, |blank| blank.cover(source)));
        }
    }

    /// Adds `text` (no blanks to fold) that stands for `source`, which may be longer or shorter.
    pub fn push_mapped(&mut self, text: &str, source: Span) {
        if text.is_empty() {
            return;
        }
        if let Some(blank) = self.blank.take() {
            self.add_run(" ", blank);
        }
        self.add_run(text, source);
    }

    fn add_run(&mut self, text: &str, source: Span) {
        let at = self.text.len();
        let joins = self.runs.last().is_some_and(|run| {
            run.source.end == source.start
                && run.source.len() == at - run.at as usize
                && source.len() == text.len()
        });
        match self.runs.last_mut() {
            Some(run) if joins => run.source.end = source.end,
            _ => self.runs.push(Run {
                at: at as u32,
                source,
            }),
        }
        self.text.push_str(text);
    }

    /// Length of the text so far, a pending blank not counted: the place where a mark can end.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Length of the text so far with a pending blank: the place where a mark can start.
    pub fn next_start(&self) -> usize {
        self.text.len() + usize::from(self.blank.is_some())
    }

    /// Whether there is no text yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Marks what was added from byte `start` on as `kind`.
    pub fn mark_from(&mut self, start: usize, kind: MarkKind) {
        if start < self.text.len() {
            let range = start as u32..self.text.len() as u32;
            self.marks.push(Mark { range, kind });
        }
    }

    /// The text; a blank at its end is left out.
    pub fn finish(mut self) -> Prose {
        order::by_key(&mut self.marks, |mark| mark.range.start.into());
        Prose {
            text: self.text,
            runs: self.runs,
            marks: self.marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\t1. Stop  the\n\t  service, then wait. \n";

    #[test]
    fn folds_blanks_and_keeps_places() {
        let prose = Prose::folded(SOURCE, Span::new(4, SOURCE.len()));
        assert_eq!(prose.as_str(), "Stop the service, then wait.");
        let at = prose.as_str().find("service").unwrap();
        assert_eq!(prose.span_of(at..at + 7).slice(SOURCE), "service");
        assert_eq!(prose.span_of(0..16).slice(SOURCE), "Stop  the\n\t  service");
        assert_eq!(
            prose.span().slice(SOURCE),
            "Stop  the\n\t  service, then wait."
        );
    }

    #[test]
    fn a_part_is_trimmed_and_keeps_places() {
        let prose = Prose::folded(SOURCE, Span::new(4, SOURCE.len()));
        let part = prose.part(8..17);
        assert_eq!(part.as_str(), "service,");
        assert_eq!(part.span().slice(SOURCE), "service,");
    }

    #[test]
    fn text_that_stands_for_a_longer_source() {
        let source = "a&#91;b";
        let mut builder = ProseBuilder::default();
        builder.push_verbatim("a", 0);
        builder.push_mapped("[", Span::new(1, 6));
        builder.push_verbatim("b", 6);
        let prose = builder.finish();
        assert_eq!(prose.as_str(), "a[b");
        assert_eq!(prose.span_of(1..2).slice(source), "&#91;");
        assert_eq!(prose.span_of(2..3).slice(source), "b");
    }

    #[test]
    fn an_empty_text_has_an_empty_span() {
        assert!(Prose::folded("   ", Span::new(0, 3)).span().is_empty());
    }
}
