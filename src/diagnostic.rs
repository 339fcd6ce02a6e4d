//! What is wrong with an article's source, where, and what to do about it.

use crate::span::Span;
use std::fmt;

/// A finding about a source. Reading never fails: it gives a document and these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What was found.
    pub kind: DiagnosticKind,
    /// Where; `None` for the whole source.
    pub span: Option<Span>,
}

/// The kinds of findings; their prose stands in [`fmt::Display`] and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiagnosticKind {
    /// No text at all.
    Empty,
    /// Bytes that are no text (a NUL byte among them).
    Binary,
    /// Bytes that are not UTF-8, read as replacement characters: how many places.
    InvalidUtf8(usize),
    /// No header of the archive and no heading, so the number and title come from the file's name.
    NoHeader,
    /// Lists or quotes nested deeper than the reader follows; the rest is read as text at this depth.
    TooDeep(usize),
    /// Longer than the reader takes: what is behind this many bytes is left unread.
    TooLong(usize),
    /// A date that could not be read.
    BadDate(String),
    /// A field of the front matter that could not be read.
    BadFrontMatter(String),
}

impl fmt::Display for DiagnosticKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => {
                f.write_str("the article is empty; check that the file was copied whole")
            }
            Self::Binary => {
                f.write_str("this is not a text file; save the article as plain text or Markdown")
            }
            Self::InvalidUtf8(places) => write!(
                f,
                "{places} place{} not valid UTF-8, read as \u{FFFD}; save the article as UTF-8",
                if *places == 1 { " is" } else { "s are" }
            ),
            Self::NoHeader => f.write_str(
                "no header and no heading; the file's name stands for the number and the title",
            ),
            Self::TooDeep(depth) => write!(
                f,
                "nested more than {depth} deep; what is deeper is read at this depth"
            ),
            Self::TooLong(bytes) => write!(
                f,
                "longer than {bytes} bytes; the rest is not read. Split the article"
            ),
            Self::BadDate(date) => {
                write!(
                    f,
                    "“{date}” is no date; write it as 10-FEB-2001 or 2001-02-10"
                )
            }
            Self::BadFrontMatter(line) => {
                write!(
                    f,
                    "“{line}” is no front matter field; write it as name: value"
                )
            }
        }
    }
}

impl Diagnostic {
    /// The finding with its line, column and source line, for a terminal: `path:3:1: prose`.
    pub fn render(&self, path: &str, source: &str) -> String {
        let Some(span) = self.span else {
            return format!("{path}: {}", self.kind);
        };
        let at = span.line_column(source);
        format!("{path}:{}:{}: {}", at.line, at.column, self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_and_what_to_do() {
        let found = Diagnostic {
            kind: DiagnosticKind::BadDate("soon".into()),
            span: Some(Span::new(5, 9)),
        };
        assert_eq!(
            found.render("a.md", "one:\nsoon"),
            "a.md:2:1: “soon” is no date; write it as 10-FEB-2001 or 2001-02-10"
        );
    }
}
