//! Adds up what test programs say about themselves.

use std::fmt;
use std::iter::Sum;

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    pub passed: u64,
    pub failed: u64,
}

impl Count {
    /// One check that is no test of the harness.
    pub const PASSED: Self = Self { passed: 1, failed: 0 };
    /// The same, when it fails.
    pub const FAILED: Self = Self { passed: 0, failed: 1 };

    /// Adds up the summary lines of Rust's test harness: `test result: ok. 4 passed; 0 failed; …`.
    pub fn of_harness(output: &str) -> Self {
        output.lines().filter_map(|line| line.strip_prefix("test result: ")).map(of_summary).sum()
    }

    /// Counted as failed when it ended badly without saying which test was to blame, as a crash does.
    pub fn unless_crashed(self, succeeded: bool) -> Self {
        if succeeded || self.failed > 0 { self } else { Self { failed: 1, ..self } }
    }

    /// Counted as failed when nothing ran: whoever asked for a level did not ask for nothing.
    pub fn unless_empty(self) -> Self {
        if self == Self::default() { Self::FAILED } else { self }
    }
}

fn of_summary(summary: &str) -> Count {
    let words: Vec<&str> = summary.split_whitespace().collect();
    let before = |what: &str| words.windows(2).find(|pair| pair[1] == what).and_then(|pair| pair[0].parse().ok());
    Count { passed: before("passed;").unwrap_or(0), failed: before("failed;").unwrap_or(0) }
}

impl Sum for Count {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts
            .fold(Self::default(), |all, one| Self { passed: all.passed + one.passed, failed: all.failed + one.failed })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    const HARNESS: &str = "\nrunning 2 tests\ntest a ... ok\n\n\
        test result: FAILED. 5 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
        test result: ok. 40 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n";

    #[test]
    fn every_summary_of_the_harness_is_added() {
        assert_eq!(Count::of_harness(HARNESS), Count { passed: 45, failed: 2 });
        assert_eq!(Count::of_harness("Segmentation fault"), Count::default());
    }

    #[test]
    fn a_crash_without_a_summary_is_a_failure() {
        assert_eq!(Count::default().unless_crashed(false), Count::FAILED);
        assert_eq!(Count::PASSED.unless_crashed(false), Count { passed: 1, failed: 1 });
        let two = Count { passed: 5, failed: 2 };
        assert_eq!(two.unless_crashed(false), two);
        assert_eq!(Count::PASSED.unless_crashed(true), Count::PASSED);
    }

    #[test]
    fn a_level_that_ran_nothing_has_failed() {
        assert_eq!(Count::default().unless_empty(), Count::FAILED);
        for count in [Count::PASSED, Count::FAILED] {
            assert_eq!(count.unless_empty(), count);
        }
    }

    #[test]
    fn the_total_reads_as_promised() {
        let total: Count = [Count::PASSED, Count { passed: 41, failed: 2 }].into_iter().sum();
        assert_eq!(total.to_string(), "42 passed, 2 failed");
    }
}
