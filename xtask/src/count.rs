//! Counting what cargo's test runner says.

use std::fmt;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Count {
    /// Adds what a line of the runner says, if it is one of its results:
    /// `test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s`.
    pub fn read(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        let counts = result.split_once(". ").map_or("", |(_, counts)| counts);
        for count in counts.split("; ") {
            self.add(count);
        }
    }

    fn add(&mut self, count: &str) {
        let (number, what) = count.split_once(' ').unwrap_or_default();
        let number = number.parse().unwrap_or(0);
        match what {
            "passed" => self.passed += number,
            "failed" => self.failed += number,
            "ignored" => self.skipped += number,
            _ => {}
        }
    }

    /// Both runs together, where the second ran only tests that the first had skipped.
    pub fn and_skipped(self, second: Self) -> Self {
        let ran = second.passed + second.failed;
        Self {
            passed: self.passed + second.passed,
            failed: self.failed + second.failed,
            skipped: self.skipped.saturating_sub(ran),
        }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            passed,
            failed,
            skipped,
        } = self;
        write!(f, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_summed_and_other_lines_are_not() {
        let lines = [
            "running 3 tests",
            "test result: ok. 5 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test a ... ok",
            "test result: FAILED. 7 passed; 2 failed; 0 ignored; 3 measured; 9 filtered out; finished in 1.00s",
            " test result: ok. 100 passed; 0 failed",
        ];
        let mut count = Count::default();
        lines.iter().for_each(|line| count.read(line));
        assert_eq!(count.to_string(), "12 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn what_a_second_run_makes_up_for_is_not_skipped() {
        let first = Count {
            passed: 10,
            failed: 1,
            skipped: 4,
        };
        let second = Count {
            passed: 2,
            failed: 1,
            skipped: 0,
        };
        let both = first.and_skipped(second);
        assert_eq!(both.to_string(), "12 passed, 2 failed, 1 skipped");
    }
}
