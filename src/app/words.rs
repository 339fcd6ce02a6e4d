//! How answers are said, and which answers a question takes.

use crate::guide::{Answer, Question, QuestionKind};

/// The answers that the article names: yes and no, the alternatives, the values.
pub fn named(question: &Question) -> Vec<Answer> {
    match &question.kind {
        QuestionKind::YesNo => vec![Answer::Yes, Answer::No],
        QuestionKind::Choice(options) => (0..options.len()).map(Answer::Option).collect(),
        QuestionKind::Value(values) => values.iter().cloned().map(Answer::Value).collect(),
    }
}

/// The answers that can always be given: something else, where values are named, and not sure.
pub fn other(question: &Question) -> Vec<Answer> {
    match question.kind {
        QuestionKind::Value(_) => vec![Answer::Other, Answer::Unknown],
        _ => vec![Answer::Unknown],
    }
}

/// Whether the question takes this answer.
pub fn fits(question: &Question, answer: &Answer) -> bool {
    question.answers().contains(answer)
}

/// Several things in a row: `1, 2 and 3`.
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A number of things: `1 step`, `3 steps`, `1,316 articles`.
pub fn count(number: usize, thing: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{} {thing}{plural}", thousands(number))
}

/// A number with commas: `1,316`.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// An ISO date as it is shown: `10 Feb 2001`; anything else as it stands.
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let mut parts = iso.split('-');
    let read = || {
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let month = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(format!("{} {month} {year}", day.parse::<u8>().ok()?))
    };
    let mut read = read;
    read().unwrap_or_else(|| iso.into())
}

/// The first letter in capitals; words like `iPhone` are left as they are by the caller.
pub fn sentence_case(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_dates_and_rows() {
        assert_eq!(thousands(1_316_000), "1,316,000");
        assert_eq!(thousands(16), "16");
        assert_eq!(count(1, "step"), "1 step");
        assert_eq!(count(1315, "article"), "1,315 articles");
        assert_eq!(date("2001-02-10"), "10 Feb 2001");
        assert_eq!(date("2001-13-10"), "2001-13-10");
        let things = ["1".to_string(), "2".into(), "3".into()];
        assert_eq!(list(&things), "1, 2 and 3");
    }
}
