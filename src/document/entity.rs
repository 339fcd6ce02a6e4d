//! HTML's character references: `&amp;` is `&`, `&#91;` is `[`.

/// The character that a reference at the start of `text` stands for, and the reference's length.
pub(crate) fn entity(text: &str) -> Option<(char, usize)> {
    let head = text.as_bytes().get(..10).unwrap_or(text.as_bytes());
    let end = head.iter().position(|byte| *byte == b';')?;
    let c = match text.get(..end)?.strip_prefix('&')? {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        name => numbered(name.strip_prefix('#')?)?,
    };
    Some((c, end + 1))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| !c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_of_a_reference() {
        for (text, read) in [
            ("&amp; b", Some(('&', 5))),
            ("&#39;s", Some(('\'', 5))),
            ("&#x2019;", Some(('’', 8))),
            ("&nbsp;", Some((' ', 6))),
            ("&#10;", None),
            ("&unknown;", None),
            ("&lt", None),
            ("&é;", None),
            ("xamp;", None),
            ("", None),
        ] {
            assert_eq!(entity(text), read, "{text}");
        }
    }
}
