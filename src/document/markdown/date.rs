//! Dates of front matter as ISO dates.

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Reads `2001-02-10` (a time behind it left out), `2001/02/10`, `02/10/2001` (the month first), `10-FEB-2001`
/// and `February 10, 2001`.
pub(super) fn iso(text: &str) -> Option<String> {
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .take(3)
        .collect();
    let [first, second, third] = parts[..] else {
        return None;
    };
    if first.len() == 4 {
        let day: String = third.chars().take_while(char::is_ascii_digit).collect();
        return date(first, number(second)?, &day);
    }
    match (month(first), month(second)) {
        (Some(month), _) => date(third, month, second),
        (None, Some(month)) => date(third, month, first),
        (None, None) => date(third, number(first)?, second),
    }
}

fn month(name: &str) -> Option<u32> {
    let name = name.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| name.starts_with(month))?;
    Some(at as u32 + 1)
}

fn number(text: &str) -> Option<u32> {
    (text.len() <= 2).then(|| text.parse().ok()).flatten()
}

fn date(year: &str, month: u32, day: &str) -> Option<String> {
    let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let day = number(day)?;
    let valid = digits && (1..=12).contains(&month) && (1..=31).contains(&day);
    valid.then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_the_usual_forms() {
        let examples = [
            ("2001-02-10", Some("2001-02-10")),
            ("2001-02-10T08:30:00Z", Some("2001-02-10")),
            ("2001/2/1", Some("2001-02-01")),
            ("02/10/2001", Some("2001-02-10")),
            ("10-FEB-2001", Some("2001-02-10")),
            ("February 10, 2001", Some("2001-02-10")),
            ("13/10/2001", None),
            ("soon", None),
            ("{{ .Date }}", None),
            ("", None),
        ];
        for (text, expected) in examples {
            assert_eq!(super::iso(text).as_deref(), expected, "{text}");
        }
    }
}
