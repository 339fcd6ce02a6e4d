//! The articles that an article names and the site has, with their titles: `NAME TITLE`, a line each. A printed page carries
//! them for the engine, and so does a pack.

/// The lines of these names and titles.
pub fn print<'a>(named: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let one = |(name, title): (&str, &str)| {
        let title: Vec<&str> = title.split_whitespace().collect();
        format!("{name} {}\n", title.join(" "))
    };
    named.map(one).collect()
}

/// Reads what [`print`] writes: names and titles.
pub fn read(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_printed() {
        let named = [("Q1", "Open the  box\n"), ("two", "")];
        let text = print(named.into_iter());
        assert_eq!(text, "Q1 Open the box\ntwo \n");
        let read: Vec<_> = read(&text).collect();
        assert_eq!(read, [("Q1", "Open the box"), ("two", "")]);
    }
}
