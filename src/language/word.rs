//! A text as words with their places and the punctuation around them.
//!
//! ```text
//! text  = piece {" " piece}
//! piece = {open} core {close}
//! open  = "(" | "[" | quote | "*"
//! close = "," | ";" | ":" | "." | "!" | "?" | ")" | "]" | quote        a core with its own "(" or "[" keeps the last ")" or "]", a drive's letter its ":"
//! ```
//! A piece of punctuation alone is no word, but opens and closes.

use std::borrow::Cow;

/// A word: the characters between blanks without the punctuation at its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'a> {
    /// As written, without the punctuation around it.
    pub text: &'a str,
    /// In small letters.
    pub lower: Cow<'a, str>,
    /// First byte in the text.
    pub start: usize,
    /// One past the last byte in the text.
    pub end: usize,
    /// The first of `,` `;` `:` `.` `!` `?` behind it, closing quotes and parentheses passed over.
    pub stop: Option<char>,
    /// Whether that punctuation stands in running text: not in parentheses, not in quotes that go on.
    pub stop_plain: bool,
    /// How many parentheses and brackets it stands in.
    pub depth: u8,
    /// Whether it stands between double quotes.
    pub quoted: bool,
}

impl Word<'_> {
    /// Whether the word is one of these, which are in small letters.
    pub fn is(&self, any: &[&str]) -> bool {
        any.contains(&self.lower.as_ref())
    }

    /// Whether it stands in running text: not in parentheses, not in quotes.
    pub fn plain(&self) -> bool {
        self.depth == 0 && !self.quoted
    }

    /// Whether one of these marks stands behind it in running text.
    pub fn stops(&self, marks: &str) -> bool {
        self.stop_plain && self.stop.is_some_and(|stop| marks.contains(stop))
    }

    /// Whether it starts with a capital letter.
    pub fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }
}

/// Whether one of the words is one of these, which are in small letters.
pub fn any(words: &[Word], list: &[&str]) -> bool {
    words.iter().any(|word| word.is(list))
}

/// The words of a text in order.
pub fn words(text: &str) -> Vec<Word<'_>> {
    let mut state = State::default();
    pieces(text)
        .filter_map(|(start, piece)| state.word(text, start, piece))
        .collect()
}

/// The pieces between blanks with the place of each.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(' ').scan(0, |at, piece| {
        let start = *at;
        *at += piece.len() + 1;
        Some((start, piece))
    })
}

/// What is open while the words are read.
#[derive(Default)]
struct State {
    depth: u8,
    quoted: bool,
}

impl State {
    fn word<'a>(&mut self, text: &'a str, start: usize, piece: &'a str) -> Option<Word<'a>> {
        let body = piece.trim_start_matches(opening);
        // The star of `*.txt` and `*.*` is part of the name.
        let star = body.starts_with('.') && piece[..piece.len() - body.len()].ends_with('*');
        let body = &piece[piece.len() - body.len() - usize::from(star)..];
        for c in piece[..piece.len() - body.len()].chars() {
            self.open(c);
        }
        let core = trim_end(body);
        let (depth, quoted) = (self.depth, self.quoted);
        let tail = &body[core.len()..];
        // Behind a number outside of quotes the mark stands for inches.
        let inches = !self.quoted && core.ends_with(|c: char| c.is_ascii_digit());
        for c in core.chars().chain(tail.chars()) {
            if !(inches && c == '"') {
                self.close(c);
            }
        }
        if core.is_empty() {
            return None;
        }
        let begin = start + piece.len() - body.len();
        Some(Word {
            text: &text[begin..begin + core.len()],
            lower: lower(core),
            start: begin,
            end: begin + core.len(),
            stop_plain: self.depth == 0 && !self.quoted,
            stop: tail.chars().find(|c| ",;:.!?".contains(*c)),
            depth,
            quoted,
        })
    }

    fn open(&mut self, c: char) {
        match c {
            '(' | '[' => self.depth = self.depth.saturating_add(1),
            '"' => self.quoted = !self.quoted,
            '“' => self.quoted = true,
            _ => {}
        }
    }

    fn close(&mut self, c: char) {
        match c {
            ')' | ']' => self.depth = self.depth.saturating_sub(1),
            '(' | '[' => self.depth = self.depth.saturating_add(1),
            '"' => self.quoted = !self.quoted,
            '”' => self.quoted = false,
            _ => {}
        }
    }
}

fn opening(c: char) -> bool {
    matches!(c, '(' | '[' | '"' | '“' | '‘' | '\'' | '*')
}

/// Takes the punctuation off the end, but leaves `file(s)` and the drive `C:` whole.
fn trim_end(body: &str) -> &str {
    let mut core = body;
    loop {
        let Some(last) = core.chars().next_back() else {
            return core;
        };
        let closes_own = matches!(last, ')' | ']') && core.contains(['(', '[']);
        let punctuation = ",;:.!?)]\"”’'".contains(last);
        let drive =
            last == ':' && core.len() == 2 && core.starts_with(|c: char| c.is_ascii_uppercase());
        if !punctuation || closes_own || drive {
            return core;
        }
        core = &core[..core.len() - last.len_utf8()];
    }
}

fn lower(core: &str) -> Cow<'_, str> {
    if core.chars().any(char::is_uppercase) {
        Cow::Owned(core.to_lowercase())
    } else {
        Cow::Borrowed(core)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_their_punctuation() {
        let text = "Delete the file(s) (if any), then type \"stop it\" at C:\\>.";
        let seen: Vec<_> = words(text)
            .iter()
            .map(|w| {
                format!(
                    "{}{}{}{}",
                    w.text,
                    w.stop.unwrap_or(' '),
                    w.depth,
                    u8::from(w.quoted)
                )
            })
            .collect();
        let expected = [
            "Delete 00",
            "the 00",
            "file(s) 00",
            "if 10",
            "any,10",
            "then 00",
            "type 00",
            "stop 01",
            "it 01",
            "at 00",
            "C:\\>.00",
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn places_fit_the_text() {
        let text = "  “Über” (a)  b.";
        for word in words(text) {
            assert_eq!(&text[word.start..word.end], word.text);
        }
    }
    #[test]
    fn inches_open_no_quotation() {
        let quoted = |text| words(text).iter().filter(|word| word.quoted).count();
        assert_eq!(quoted("set it to 1\" and stop"), 0);
        assert_eq!(quoted("type \"1\" and stop"), 1);
        assert_eq!(quoted("type \"at 1\" and stop"), 2);
    }

    #[test]
    fn words_in_pieces() {
        let table: [(&str, &[&str]); 11] = [
            ("to C:, then", &["to", "C:", "then"]),
            ("the lid: it", &["the", "lid", "it"]),
            ("(*.txt) *.*", &["*.txt", "*.*"]),
            ("Open the lid.", &["Open", "the", "lid"]),
            ("(the \"lid\"),", &["the", "lid"]),
            ("lid(s) [old]", &["lid(s)", "old"]),
            ("*Lid* 'Fan'", &["Lid*", "Fan"]),
            ("A.B, 3.0!", &["A.B", "3.0"]),
            ("- ... ()", &["-"]),
            ("  lid  ", &["lid"]),
            ("", &[]),
        ];
        for (text, expected) in table {
            let found: Vec<_> = words(text).iter().map(|word| word.text).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
