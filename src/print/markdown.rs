//! A sheet as Markdown, for a ticket: the article's words are escaped, so that they show as they are.

use super::{Line, Mark, Sheet};

/// The sheet as Markdown; ends in a line break.
pub fn markdown(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut above: Option<&Line> = None;
    for line in &sheet.lines {
        if above.is_some_and(|above| !(is_item(above) && is_item(line))) {
            out.push('\n');
        }
        print(line, &mut out);
        above = Some(line);
    }
    out
}

fn is_item(line: &Line) -> bool {
    matches!(line, Line::Item(..))
}

fn print(line: &Line, out: &mut String) {
    let indent = "  ".repeat(line.depth());
    let printed = match line {
        Line::Title(text) => format!("# {}", escape(text)),
        Line::Heading(text) => format!("## {}", escape(text)),
        Line::Paragraph(_, text) => format!("{indent}{}", escape(text)),
        Line::Item(_, mark, text) => format!("{indent}- {}{}", self::mark(mark), escape(text)),
        Line::Code(_, code) => fenced(code, &indent),
    };
    out.push_str(printed.trim_end());
    out.push('\n');
}

fn mark(mark: &Mark) -> String {
    let bold = |label: &String| match label.is_empty() {
        true => String::new(),
        false => format!("**{}** ", escape_at(label, None)),
    };
    match mark {
        Mark::Bullet => String::new(),
        Mark::Label(label) => bold(label),
        Mark::ToDo(label) => format!("[ ] {}", bold(label)),
    }
}

/// Code between fences that are longer than any in it.
fn fenced(code: &str, indent: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat((longest + 1).max(3));
    let rows = code
        .lines()
        .map(|row| format!("{indent}{}\n", visible(row)));
    format!(
        "{indent}{fence}\n{}{indent}{fence}",
        rows.collect::<String>()
    )
}

/// The text on one line, each sign that Markdown would read as markup behind a backslash.
fn escape(text: &str) -> String {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    escape_at(&folded, opening(&folded))
}

/// The same for a text on one line, with a backslash before the sign at `opens` too.
fn escape_at(text: &str, opens: Option<usize>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let after = signs.peek().map_or(' ', |(_, after)| *after);
        if opens == Some(at) || is_markup(before, sign, after) {
            out.push('\\');
        }
        out.push(shown(sign));
        before = sign;
    }
    out
}

/// Where the sign stands that would make a heading, a list or a quotation of the line.
fn opening(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    if matches!(first, '#' | '+' | '-' | '>' | '=') {
        return Some(0);
    }
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let dot = text.get(digits..)?.starts_with(['.', ')']);
    (digits > 0 && dot).then_some(digits)
}

/// Whether the sign would be read as markup between these two.
fn is_markup(before: char, sign: char, after: char) -> bool {
    match sign {
        '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' => true,
        '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
        '&' => after.is_ascii_alphabetic() || after == '#',
        '@' => !before.is_alphanumeric() && after.is_ascii_alphabetic(), // or it would call someone
        _ => false,
    }
}

fn visible(text: &str) -> String {
    text.chars().map(shown).collect()
}

fn shown(sign: char) -> char {
    match sign {
        '\t' => sign,
        _ if sign.is_control() => char::REPLACEMENT_CHARACTER,
        _ => sign,
    }
}
