//! Cuts a text into pieces: the longest runs of letters or of digits, each with what joins it to the piece before.
//!
//! ```text
//! mapi32.dll   mapi · 32 . dll          4.0a   4 . 0 · a
//! e-mail       e - mail                 can't  can ' t
//! 0xC0000005   0 · xc · 0000005         C++    c++
//! ```

use std::ops::Range;

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// A blank or a sign that parts words.
    Apart,
    /// Nothing: letters after digits, or digits after letters.
    Glue,
    /// `.`
    Dot,
    /// `-` or `/`
    Hyphen,
    /// An apostrophe.
    Apostrophe,
    /// `_`
    Underscore,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What joins it to the piece before.
    pub join: Join,
    /// Its letters in [`Pieces::letters`].
    pub at: Range<usize>,
    /// Where it stands in the text.
    pub span: Range<usize>,
}

/// A text in pieces.
#[derive(Clone, Debug, Default)]
pub struct Pieces {
    /// All letters, small.
    pub letters: String,
    /// The pieces in order.
    pub list: Vec<Piece>,
}

impl Pieces {
    /// The pieces of a text.
    pub fn of(text: &str) -> Self {
        let mut pieces = Self::default();
        pieces.read(text);
        pieces
    }

    /// Replaces them by those of another text, so that its memory is used again.
    pub fn read(&mut self, text: &str) {
        self.letters.clear();
        self.list.clear();
        let mut join = Join::Apart;
        let mut kind = Kind::Other;
        let mut signs = 0;
        for (at, c) in text.char_indices() {
            let now = Kind::of(c);
            match now {
                Kind::Other => {
                    join = if signs == 0 { joiner(c) } else { Join::Apart };
                    signs += 1;
                    self.sign(c, at, kind);
                }
                _ => {
                    if now != kind || signs > 0 {
                        let join = if signs == 0 && at > 0 {
                            Join::Glue
                        } else {
                            join
                        };
                        self.start(join, at);
                    }
                    self.push(c, at);
                    signs = 0;
                }
            }
            kind = now;
        }
    }

    fn start(&mut self, join: Join, at: usize) {
        let end = self.letters.len();
        self.list.push(Piece {
            join,
            at: end..end,
            span: at..at,
        });
    }

    fn push(&mut self, c: char, at: usize) {
        match c.is_ascii() {
            true => self.letters.push(c.to_ascii_lowercase()),
            false => self.letters.extend(c.to_lowercase()),
        }
        let end = self.letters.len();
        if let Some(last) = self.list.last_mut() {
            last.at.end = end;
            last.span.end = at + c.len_utf8();
        }
    }

    /// `+` and `#` belong to a short name before them: C++, C#, J++.
    fn sign(&mut self, c: char, at: usize, before: Kind) {
        let Some(last) = self.list.last() else { return };
        let letters = self.letters.get(last.at.clone()).unwrap_or_default();
        let fits = match c {
            '#' => before == Kind::Letter && letters.len() == 1,
            '+' => (before == Kind::Letter && letters.len() <= 2) || letters.ends_with('+'),
            _ => false,
        };
        if fits && last.span.end == at && letters.len() < 4 {
            self.push(c, at);
        }
    }

    /// The letters of a piece.
    pub fn text(&self, index: usize) -> &str {
        let at = self.list.get(index).map(|piece| piece.at.clone());
        at.and_then(|at| self.letters.get(at)).unwrap_or_default()
    }

    /// Where these pieces stand in the text.
    pub fn span(&self, range: &Range<usize>) -> Range<usize> {
        let at = |index: usize| self.list.get(index).map(|piece| piece.span.clone());
        let start = at(range.start).map_or(0, |span| span.start);
        let end = at(range.end.saturating_sub(1)).map_or(0, |span| span.end);
        start..end.max(start)
    }

    /// The pieces that hang together, a range for each word.
    pub fn words(&self) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let start = at;
            self.list.get(start)?;
            let apart = |piece: &Piece| piece.join == Join::Apart;
            let rest = self.list.get(start + 1..).unwrap_or_default();
            at = start + 1 + rest.iter().position(apart).unwrap_or(rest.len());
            Some(start..at)
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    Other,
}

impl Kind {
    fn of(c: char) -> Self {
        match c {
            '0'..='9' => Self::Digit,
            _ if c.is_alphabetic() => Self::Letter,
            _ if c.is_numeric() => Self::Digit,
            _ => Self::Other,
        }
    }
}

fn joiner(c: char) -> Join {
    match c {
        '.' => Join::Dot,
        '-' | '/' => Join::Hyphen,
        '\'' | '’' => Join::Apostrophe,
        '_' => Join::Underscore,
        _ => Join::Apart,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_and_words() {
        let table = [
            ("Mapi32.dll, ready", "mapi32.dll|ready"),
            ("Word 4.0a", "word|4.0a"),
            ("e-mail can't", "e-mail|can-t"),
            ("0xC0000005", "0xc0000005"),
            ("C++ or C# on OS/2", "c++|or|c#|on|os-2"),
            ("a.  b - c", "a|b|c"),
            ("ÄRGER über_all", "ärger|über_all"),
            ("... --- '", ""),
        ];
        for (text, expected) in table {
            let pieces = Pieces::of(text);
            let words = pieces.words().map(|word| {
                let piece = |index: usize| {
                    let sign = match pieces.list[index].join {
                        Join::Dot => ".",
                        Join::Underscore => "_",
                        Join::Hyphen | Join::Apostrophe => "-",
                        Join::Apart | Join::Glue => "",
                    };
                    format!("{sign}{}", pieces.text(index))
                };
                word.map(piece).collect::<String>()
            });
            assert_eq!(words.collect::<Vec<_>>().join("|"), expected, "{text}");
        }
    }

    #[test]
    fn spans_lead_back() {
        let text = "Über Mapi32.DLL";
        let pieces = Pieces::of(text);
        let words = pieces.words().map(|word| &text[pieces.span(&word)]);
        assert_eq!(words.collect::<Vec<_>>(), ["Über", "Mapi32.DLL"]);
    }
}
