//! A sheet as plain text, wrapped for a terminal.

use super::{Line, Mark, Sheet};

/// Columns that an item is set in, its mark included.
const INDENT: usize = 4;
/// Deeper than this nothing is set in further: a narrow terminal has to show it too.
const DEEPEST: usize = 8;
/// The fewest columns that are left for words, however narrow the terminal.
const LEAST: usize = 20;

/// The sheet as text, lines at most `width` characters long where words allow; ends in a line break.
pub fn text(sheet: &Sheet, width: usize) -> String {
    let mut out = String::new();
    let mut above = Above::default();
    for line in &sheet.lines {
        let printed = print(line, width);
        if above.wants_blank(line, printed.len()) {
            out.push('\n');
        }
        above.add(line, printed.len());
        for row in printed {
            out.push_str(row.trim_end());
            out.push('\n');
        }
    }
    out
}

/// A text of the article on one line, without characters that a terminal would obey.
pub fn line(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(harmless).collect();
    words.join(" ")
}

/// What was printed before: decides about blank lines.
#[derive(Default)]
struct Above {
    /// Whether anything was.
    any: bool,
    /// Whether the last line was a title or heading.
    heading: bool,
    /// Rows since the last line that was not set in.
    rows: usize,
}

impl Above {
    /// A blank line sets off headings, running text, and items of several rows.
    fn wants_blank(&self, line: &Line, rows: usize) -> bool {
        let set_off = match line {
            Line::Title(_) | Line::Heading(_) => true,
            Line::Item(..) => self.rows > 1 || rows > 1,
            Line::Paragraph(..) | Line::Code(..) => true,
        };
        self.any && !self.heading && line.depth() == 0 && set_off
    }

    fn add(&mut self, line: &Line, rows: usize) {
        self.any = true;
        self.heading = matches!(line, Line::Heading(_));
        self.rows = if line.depth() == 0 {
            rows
        } else {
            self.rows + rows
        };
    }
}

fn print(line: &Line, width: usize) -> Vec<String> {
    let indent = INDENT * line.depth().min(DEEPEST);
    match line {
        Line::Title(text) | Line::Heading(text) => wrap(text, "", 0, width),
        Line::Paragraph(_, text) => wrap(text, "", indent, width),
        Line::Item(_, mark, text) => wrap(text, &self::mark(mark), indent, width),
        Line::Code(_, code) => as_it_stands(code, indent + INDENT),
    }
}

/// The mark, filled up to the columns of an item.
fn mark(mark: &Mark) -> String {
    let label = match mark {
        Mark::Label(label) | Mark::ToDo(label) if !label.is_empty() => line(label),
        _ => "-".into(),
    };
    format!("{label:<width$} ", width = INDENT - 1)
}

/// Words in rows, the first behind `mark`, the others below its text.
fn wrap(text: &str, mark: &str, indent: usize, width: usize) -> Vec<String> {
    let below = if mark.is_empty() {
        indent
    } else {
        indent + INDENT
    };
    let width = width.max(below + LEAST);
    let mut row = format!("{:indent$}{mark}", "");
    let (mut columns, mut fresh) = (row.chars().count(), true);
    let mut rows = Vec::new();
    for word in text.split_whitespace() {
        let word = harmless(word);
        let length = word.chars().count();
        if !fresh && columns + 1 + length > width {
            rows.push(std::mem::replace(&mut row, " ".repeat(below)));
            (columns, fresh) = (below, true);
        }
        if !fresh {
            row.push(' ');
            columns += 1;
        }
        row.push_str(&word);
        (columns, fresh) = (columns + length, false);
    }
    rows.push(row);
    rows
}

fn as_it_stands(code: &str, indent: usize) -> Vec<String> {
    let rows = code.lines();
    rows.map(|row| format!("{:indent$}{}", "", harmless(&row.replace('\t', "    "))))
        .collect()
}

/// The text without characters that a terminal would obey: an article may hold any.
fn harmless(text: &str) -> String {
    let shown = |c: char| {
        // Marks that turn the direction of what follows would let a text show as another.
        let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    text.chars().map(shown).collect()
}
