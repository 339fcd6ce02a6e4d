//! What lines look like: running text, a table drawn with blanks, code, output.

use super::lines::Line;

/// The column at which the archive's running text is wrapped.
const WRAP: usize = 72;

/// Whether `line` could not have taken the first word of `next`: it was wrapped there.
pub(super) fn is_full(line: &Line, next: &Line) -> bool {
    line.width() + 1 + first_word(next) > WRAP.min(line.column + 64)
}

fn first_word(line: &Line) -> usize {
    line.text.split(' ').next().unwrap_or("").len()
}

/// Whether the line introduces what stands below it.
pub(super) fn introduces(line: &Line) -> bool {
    line.text.ends_with(':')
}

/// A line of copyright, which starts like an item: `(c) Example Corporation 1999, All Rights Reserved`.
pub(super) fn is_copyright(text: &str) -> bool {
    let rest = text
        .strip_prefix("(c) ")
        .or_else(|| text.strip_prefix("(C) "));
    rest.is_some_and(|rest| {
        let word = rest.split([' ', ',']).next().unwrap_or("");
        let rest = rest.to_ascii_lowercase();
        word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
            || ["corporation", "copyright", "rights reserved", "corp."]
                .iter()
                .any(|sign| rest.contains(sign))
    })
}

/// Whether lines at the margin are a table or code and not running text.
pub(super) fn is_table(lines: &[Line]) -> bool {
    if lines.len() < 2 {
        return lines.iter().any(|line| is_row_of_dashes(line.text));
    }
    if lines.iter().all(|line| is_field(line.text)) {
        return true;
    }
    let share = |has: &dyn Fn(&Line) -> bool| lines.iter().filter(|line| has(line)).count();
    let columns = share(&|line| line.has_columns());
    let code = share(&|line| is_statement(line.text));
    let dashes = share(&|line| is_row_of_dashes(line.text));
    let indented = share(&|line| line.column > 1);
    2 * columns > lines.len()
        || (dashes > 0 && columns > 0)
        || 10 * code >= 6 * lines.len()
        || (lines.len() > 2 && (is_ragged(lines) || indented > 0) && !is_wordy(lines, 6))
}

/// A line such as `Value Name: Timeout`: part of an entry to be made, or of an event, one field a line.
fn is_field(text: &str) -> bool {
    const NAMES: [&str; 19] = [
        "value",
        "value name",
        "value type",
        "data",
        "data type",
        "value data",
        "type",
        "name",
        "key",
        "string",
        "default",
        "range",
        "event id",
        "event source",
        "event type",
        "event category",
        "source",
        "category",
        "description",
    ];
    let name = text.split_once(':').map_or("", |(name, _)| name.trim());
    NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// A row such as `----   -----` under the head of a table.
fn is_row_of_dashes(text: &str) -> bool {
    text.len() >= 5
        && text.contains(' ')
        && text
            .bytes()
            .all(|byte| matches!(byte, b'-' | b'=' | b' ' | b'+' | b'|'))
        && text.contains("--") | text.contains("==")
}

/// A line that ends or starts as a program's does.
fn is_statement(text: &str) -> bool {
    text.ends_with([';', '{', '}'])
        || text.starts_with("//")
        || text.starts_with("#include")
        || text.starts_with("#define")
}

/// Whether lines in the column of an item's text are preformatted. `above` is the last line of the text
/// right before them.
pub(super) fn is_preformatted(lines: &[Line], above: Option<&Line>) -> bool {
    let Some((first, last)) = lines.first().zip(lines.last()) else {
        return false;
    };
    if is_table(lines) || looks_like_code(first.text) || is_ragged(lines) {
        return true;
    }
    let all = words(lines).count();
    let ends = last.text.ends_with(['.', ':', '?', '!', ')', '"', '\'']);
    let is_prose = ends && all >= 3 && is_wordy(lines, 6);
    match above {
        Some(above) if introduces(above) => !(is_prose && starts_instruction(first.text)),
        _ => !(is_prose || (all >= 8 && is_wordy(lines, 7))),
    }
}

/// Lines of which most could have taken the next one's first word: not wrapped text. Text that is wrapped
/// narrowly is judged by its own width.
fn is_ragged(lines: &[Line]) -> bool {
    let widest = lines.iter().map(Line::width).max().unwrap_or(0).min(WRAP);
    let short = |pair: &&[Line]| pair[0].width() + 1 + first_word(&pair[1]) <= widest;
    2 * lines.windows(2).filter(short).count() > lines.len()
}

fn words<'a>(lines: &'a [Line]) -> impl Iterator<Item = &'a str> {
    lines.iter().flat_map(|line| line.text.split_whitespace())
}

/// Whether at least `tenths` tenths of the words are plain ones.
fn is_wordy(lines: &[Line], tenths: usize) -> bool {
    let all = words(lines).count();
    let plain = words(lines).filter(|word| is_plain(word)).count();
    10 * plain >= tenths * all
}

fn is_plain(word: &str) -> bool {
    let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
    !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '\'')
}

fn looks_like_code(text: &str) -> bool {
    const STARTS: [&str; 12] = [
        "HKEY_", "\\", "http://", "https://", "ftp://", "//", "[", "#", "<", "C:\\", "A:\\", "%",
    ];
    STARTS.iter().any(|start| text.starts_with(start))
        || text.ends_with([';', '{', '}', '\\'])
        || declares(text)
        || remarks(text)
}

/// A declaration as BASIC and FoxPro have it: `Private Sub Form_Load()`, `End Function`, `Dim Lid As Long`, `FUNCTION OpenLid`.
///
/// ```text
/// declaration = ("Private" | "Public" | "Declare" | "Static" | "End") ("Sub" | "Function" | "Declare" | "Type" | …) …
///             | ("Dim" | "Private" | "Public" | "Static") … " As " …
///             | ("FUNCTION" | "PROCEDURE" | "PARAMETERS" | "LPARAMETERS" | "LOCAL" | "ENDFUNC" | …) …
/// ```
fn declares(text: &str) -> bool {
    const SCOPES: [&str; 5] = ["Private", "Public", "Declare", "Static", "End"];
    const KINDS: [&str; 9] = [
        "Sub", "Function", "Declare", "Type", "Const", "Enum", "Property", "If", "With",
    ];
    const CAPITALS: [&str; 9] = [
        "FUNCTION",
        "PROCEDURE",
        "PARAMETERS",
        "LPARAMETERS",
        "LOCAL",
        "ENDFUNC",
        "ENDPROC",
        "ENDDEFINE",
        "ENDIF",
    ];
    let mut words = text.split_whitespace();
    let (first, second) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let typed = ["Dim", "Private", "Public", "Static"].contains(&first) && text.contains(" As ");
    let scoped = SCOPES.contains(&first) && KINDS.contains(&second);
    (typed || scoped || CAPITALS.contains(&first)) && !text.ends_with('.')
}

/// A comment of BASIC: `' Opens the lid`, `Rem Opens the lid`.
fn remarks(text: &str) -> bool {
    ["' ", "REM ", "Rem "]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// Whether lines at the margin right behind a colon are something to type or to look for and no running text: a command behind a prompt, a
/// path, a registry key, an address.
pub(super) fn is_typed(lines: &[Line]) -> bool {
    let prompt = |text: &str| {
        let bytes = text.as_bytes();
        bytes.first().is_some_and(u8::is_ascii_uppercase) && text.get(1..3) == Some(":\\")
    };
    let starts = |line: &Line| prompt(line.text) || looks_like_code(line.text);
    let ends = |line: &Line| line.text.ends_with(['.', ':', '?', '!']);
    lines.len() <= 8
        && lines.first().is_some_and(starts)
        && !lines.iter().any(ends)
        && !is_wordy(lines, 7)
}

/// Words that an instruction or an explanation inside an item starts with, though a colon stands before it.
fn starts_instruction(text: &str) -> bool {
    const STARTS: [&str; 22] = [
        "Click",
        "Double-click",
        "Right-click",
        "Select",
        "On",
        "In",
        "To",
        "If",
        "Type",
        "Press",
        "Run",
        "Start",
        "From",
        "Open",
        "Use",
        "Choose",
        "where",
        "When",
        "For",
        "Make",
        "After",
        "This",
    ];
    let word = text.split([' ', ',']).next().unwrap_or("");
    STARTS.contains(&word)
}
