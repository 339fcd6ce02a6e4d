//! Signs inside a text: code, emphasis, links, tags, escapes, character references.
//!
//! ```text
//! code      = "`"ⁿ … "`"ⁿ
//! emphasis  = ("*" | "_" | "~~")ⁿ … the same, where CommonMark lets it open and close
//! link      = ["!"] "[" … "]" ("(" address ")" | "[" name "]")
//! tag       = "<" name of HTML … ">";   "<" address ">" loses its brackets
//! ```

use crate::document::entity;
use crate::document::markdown::{TagKind, tag_kind};
use crate::order;
use std::ops::Range;

/// How far the end of code, of an address and of a tag is looked for.
const FAR: usize = 1000;

/// Adds a block's text to `out`.
pub fn without_signs(block: &str, out: &mut String) {
    let mut scan = Scan {
        block,
        cuts: Vec::new(),
        brackets: Vec::new(),
        open: Default::default(),
    };
    let mut at = 0;
    while let Some(byte) = block.as_bytes().get(at) {
        at = scan.sign(*byte, at).max(at + 1);
    }
    order::by_key(&mut scan.cuts, |(range, _)| range.start as u64);
    let mut at = 0;
    for (range, instead) in scan.cuts {
        if range.start < at {
            continue; // inside of what is cut already
        }
        out.push_str(block.get(at..range.start).unwrap_or_default());
        out.extend(instead);
        at = range.end;
    }
    out.push_str(block.get(at..).unwrap_or_default());
}

struct Scan<'a> {
    block: &'a str,
    /// What is left out, and what is put in its place.
    cuts: Vec<(Range<usize>, Option<char>)>,
    /// Where brackets have opened, with the sign of a picture.
    brackets: Vec<Range<usize>>,
    /// Runs of `*`, `_` and `~` that may open, the innermost last.
    open: [Vec<Range<usize>>; 3],
}

impl Scan<'_> {
    fn rest(&self, at: usize) -> &str {
        self.block.get(at..).unwrap_or_default()
    }

    /// The rest as far as an end is looked for.
    fn near(&self, at: usize) -> &str {
        let rest = self.rest(at);
        let mut end = FAR.min(rest.len());
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        rest.get(..end).unwrap_or_default()
    }

    fn cut(&mut self, range: Range<usize>) {
        self.cuts.push((range, None));
    }

    /// What is at this byte; gives where it ends.
    fn sign(&mut self, byte: u8, at: usize) -> usize {
        match byte {
            b'\\' => self.escape(at),
            b'`' => self.code(at),
            b'<' => self.tag(at),
            b'&' => self.reference(at),
            b'!' if self.rest(at).starts_with("![") => self.bracket(at..at + 2),
            b'[' => self.bracket(at..at + 1),
            b']' => self.link(at),
            b'*' | b'_' | b'~' => self.emphasis(byte, at),
            _ => at,
        }
    }

    fn escape(&mut self, at: usize) -> usize {
        let next = self.block.as_bytes().get(at + 1);
        if next.is_some_and(|byte| byte.is_ascii_punctuation() || *byte == b'\n') {
            self.cut(at..at + 1);
            return at + 2;
        }
        at
    }

    fn bracket(&mut self, range: Range<usize>) -> usize {
        let end = range.end;
        self.brackets.push(range);
        end
    }

    fn code(&mut self, at: usize) -> usize {
        let length = run(self.rest(at), b'`');
        let inner = at + length;
        let mut ahead = 0;
        let near = self.near(inner);
        while let Some(next) = near.get(ahead..).and_then(|rest| rest.find('`')) {
            let found = ahead + next;
            let other = run(near.get(found..).unwrap_or_default(), b'`');
            if other == length {
                let end = inner + found;
                self.cut(at..inner);
                self.cut(end..end + length);
                return end + length;
            }
            ahead = found + other;
        }
        inner
    }

    fn tag(&mut self, at: usize) -> usize {
        let near = self.near(at);
        let Some(end) = near.find('>') else { return at };
        let (inner, tag) = (
            near.get(1..end).unwrap_or_default(),
            near.get(..end + 1).unwrap_or_default(),
        );
        let end = at + end;
        let address = !inner.contains(char::is_whitespace) && inner.contains(['@', ':']);
        if address && inner.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            self.cut(at..at + 1);
            self.cut(end..end + 1);
            return end + 1;
        }
        let instead = match tag_kind(tag) {
            TagKind::Comment | TagKind::Inline => None,
            TagKind::Break | TagKind::Structure => Some(' '),
            TagKind::Unknown => return at,
        };
        self.cuts.push((at..end + 1, instead));
        end + 1
    }

    fn reference(&mut self, at: usize) -> usize {
        let Some((sign, length)) = entity(self.rest(at)) else {
            return at;
        };
        self.cuts.push((at..at + length, Some(sign)));
        at + length
    }

    fn link(&mut self, at: usize) -> usize {
        let Some(open) = self.brackets.pop() else {
            return at;
        };
        let near = self.near(at + 1);
        let end = match near.as_bytes().first() {
            Some(b'(') => closed(near),
            Some(b'[') => near.find(']'),
            _ => None,
        };
        let Some(end) = end else { return at };
        let end = at + 1 + end + 1;
        self.cut(open);
        self.cut(at..end);
        end
    }

    fn emphasis(&mut self, byte: u8, at: usize) -> usize {
        let mut length = run(self.rest(at), byte);
        let end = at + length;
        let which = match byte {
            b'*' => 0,
            b'_' => 1,
            _ if length == 2 => 2,
            _ => return end,
        };
        let before = self
            .block
            .get(..at)
            .and_then(|text| text.chars().next_back());
        let behind = self.rest(end).chars().next();
        let (opens, closes) = flanks(before, behind, byte == b'_');
        let mut start = at;
        while closes
            && length > 0
            && let Some(open) = self.open[which].pop()
        {
            let both = length.min(open.len());
            self.cut(open.end - both..open.end);
            self.cut(start..start + both);
            (start, length) = (start + both, length - both);
            if open.len() > both {
                self.open[which].push(open.start..open.end - both);
            }
        }
        if opens && length > 0 {
            self.open[which].push(start..end);
        }
        end
    }
}

/// How often a sign stands here.
fn run(text: &str, sign: u8) -> usize {
    text.bytes().take_while(|byte| *byte == sign).count()
}

/// Where the bracket closes that the text begins with.
fn closed(text: &str) -> Option<usize> {
    let mut depth = 0;
    text.bytes().position(|byte| {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        depth == 0
    })
}

/// Whether emphasis may open and may close between these two, by CommonMark's rules.
fn flanks(before: Option<char>, behind: Option<char>, in_words: bool) -> (bool, bool) {
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let sign = |c: Option<char>| c.is_some_and(|c| c.is_ascii_punctuation());
    let left = !blank(behind) && (!sign(behind) || blank(before) || sign(before));
    let right = !blank(before) && (!sign(before) || blank(behind) || sign(behind));
    match in_words {
        true => (
            left && (!right || sign(before)),
            right && (!left || sign(behind)),
        ),
        false => (left, right),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_that_a_page_does_not_show() {
        for (source, read) in [
            (
                "Open **the** *box*, _then_ ~~shut~~ it",
                "Open the box, then shut it",
            ),
            ("***both*** and **a *b* c**", "both and a b c"),
            (
                "snake_case_name and 2 * 3 * 4",
                "snake_case_name and 2 * 3 * 4",
            ),
            ("all *.dll and *.exe", "all *.dll and *.exe"),
            ("`SELECT *` and ``a `tick` b``", "SELECT * and a `tick` b"),
            ("a ` alone, *b*", "a ` alone, b"),
            ("the [queue](mail_(1).md \"Mail\") grows", "the queue grows"),
            ("the [`queue`][1], [x] and [^2]", "the queue, [x] and [^2]"),
            ("![the lid](lid.png) is shut", "the lid is shut"),
            (
                "see <https://example.com/a_b_c>",
                "see https://example.com/a_b_c",
            ),
            ("press <kbd>F1</kbd><br>on <server>", "press F1 on <server>"),
            ("<td>a</td><td>b</td><!-- c -->d", " a  b d"),
            (
                "a &lt; b&#8217;s &amp; c &unknown;",
                "a < b’s & c &unknown;",
            ),
            ("C:\\Temp\\_x \\*not\\* that", "C:\\Temp_x *not* that"),
            ("é*é*é", "ééé"),
            ("[[[[ ]( * _ ` < &", "[[[[ ]( * _ ` < &"),
        ] {
            let mut out = String::new();
            without_signs(source, &mut out);
            assert_eq!(out, read, "{source:?}");
        }
    }

    #[test]
    fn a_long_row_of_signs_takes_no_longer_than_a_long_text() {
        for sign in [
            "*", "[", "]", "](", "`", "``` `", "<", "_a", "a*", "![a](", "&",
        ] {
            let text = sign.repeat(200_000);
            let start = std::time::Instant::now();
            without_signs(&text, &mut String::new());
            assert!(start.elapsed().as_secs() < 10, "{sign}");
        }
    }
}
