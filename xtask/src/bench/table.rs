//! The table of a benchmark: what was measured, its bar, whether it is met, and what the peer needs for the same.

/// What a figure has to keep to.
#[derive(Clone, Copy)]
pub enum Bar {
    /// It is to be this or less.
    AtMost(f64),
    /// It is to be this or more.
    AtLeast(f64),
}

impl Bar {
    fn is_met(self, figure: f64) -> bool {
        match self {
            Self::AtMost(bar) => figure <= bar,
            Self::AtLeast(bar) => figure >= bar,
        }
    }

    fn figure(self) -> f64 {
        match self {
            Self::AtMost(bar) | Self::AtLeast(bar) => bar,
        }
    }
}

/// The rows in the order in which they are printed.
pub struct Table(Vec<Row>);

struct Row {
    name: &'static str,
    bar: Bar,
    ours: Option<f64>,
    peer: Option<f64>,
}

impl Table {
    /// A table of these rows, nothing of it measured.
    pub fn new(rows: &[(&'static str, Bar)]) -> Self {
        let row = |&(name, bar)| Row {
            name,
            bar,
            ours: None,
            peer: None,
        };
        Self(rows.iter().map(row).collect())
    }

    fn row(&mut self, name: &str) -> &mut Row {
        let row = self.0.iter_mut().find(|row| row.name == name);
        row.unwrap_or_else(|| panic!("there is no row “{name}”"))
    }

    /// What we need; `None` where it could not be measured.
    pub fn ours(&mut self, name: &str, figure: Option<f64>) {
        self.row(name).ours = figure;
    }

    /// What the peer needs.
    pub fn peer(&mut self, name: &str, figure: Option<f64>) {
        self.row(name).peer = figure;
    }

    /// Puts the figures that a measure has told: names of rows, each with where its [`figure`] stands.
    pub fn read(
        &mut self,
        told: &str,
        rows: &[(&str, &str, &str)],
        put: fn(&mut Self, &str, Option<f64>),
    ) {
        for (name, line, words) in rows {
            put(self, name, figure(told, line, words));
        }
    }

    /// How many rows nothing was measured for.
    pub fn unmeasured(&self) -> usize {
        self.0.iter().filter(|row| row.ours.is_none()).count()
    }

    /// How many rows are measured and miss their bars.
    pub fn missed(&self) -> usize {
        let missed = |row: &&Row| row.ours.is_some_and(|ours| !row.bar.is_met(ours));
        self.0.iter().filter(missed).count()
    }

    /// The table as text.
    pub fn print(&self) -> String {
        let mut out = format!(
            "{:52}{:>10}{:>10}  {:8}{:>10}\n",
            "", "measured", "bar", "", "Pagefind"
        );
        for Row {
            name,
            bar,
            ours,
            peer,
        } in &self.0
        {
            let state = match ours {
                Some(ours) if bar.is_met(*ours) => "met",
                Some(_) => "MISSED",
                None => "",
            };
            let (ours, bar, peer) = (shown(*ours), shown(Some(bar.figure())), shown(*peer));
            out.push_str(&format!(
                "{name:52}{ours:>10}{bar:>10}  {state:8}{peer:>10}\n"
            ));
        }
        out
    }
}

fn shown(figure: Option<f64>) -> String {
    match figure {
        None => "-".into(),
        Some(figure) if figure.fract() == 0.0 => format!("{figure:.0}"),
        Some(figure) if figure >= 100.0 => format!("{figure:.0}"),
        Some(figure) if figure >= 10.0 => format!("{figure:.1}"),
        Some(figure) => format!("{figure:.2}"),
    }
}

/// The figure that follows these words, in the first line that begins as told. A dot in front is the test runner's.
pub fn figure(text: &str, line: &str, words: &str) -> Option<f64> {
    let mut lines = text.lines().map(|line| line.trim_start_matches(['.', ' ']));
    let found = lines.find(|found| found.starts_with(line))?;
    let (_, rest) = found.split_once(words)?;
    let rest = rest.trim_start();
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.');
    let digits = rest.get(..end.unwrap_or(rest.len()))?;
    digits.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_by_the_words_before_them() {
        let text = "a: median 1\n  KB gzip: median 147, 95 % 227, worst 248\n.b, index 1.4s";
        let table = [
            ("KB gzip", "median", Some(147.0)),
            ("KB gzip", "worst", Some(248.0)),
            ("b", "index", Some(1.4)),
            ("b", "median", None),
            ("c", "median", None),
        ];
        for (line, words, expected) in table {
            assert_eq!(figure(text, line, words), expected, "{line}, {words}");
        }
    }

    #[test]
    fn a_row_says_whether_its_bar_is_met() {
        let mut table = Table::new(&[
            ("time", Bar::AtMost(2.0)),
            ("hits", Bar::AtLeast(0.9)),
            ("none", Bar::AtMost(150.0)),
        ]);
        table.ours("hits", Some(0.85));
        table.read("s: median 2", &[("time", "s:", "median")], Table::ours);
        table.peer("time", Some(123.4));
        let expected = [
            ("time", "2", "2", "met", "123"),
            ("hits", "0.85", "0.90", "MISSED", "-"),
            ("none", "-", "150", "", "-"),
        ];
        let text = table.print();
        for ((name, ours, bar, state, peer), line) in expected.iter().zip(text.lines().skip(1)) {
            assert_eq!(
                line,
                format!("{name:52}{ours:>10}{bar:>10}  {state:8}{peer:>10}")
            );
        }
        assert_eq!((table.missed(), text.lines().count()), (1, 4));
        assert_eq!(table.unmeasured(), 1);
    }
}
