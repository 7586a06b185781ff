//! R4: the ledger of hours. A million requests in memory, each key sent twice, with reversals between; then the store, whose
//! transactions decide: thousands by several at once, each key twice, proven from the rows. The store's part is a test, which
//! fails rather than falls short; here it is counted.

use serde::Deserialize;

use super::engine::Engine;
use super::{Figure, Row, Subject};
use crate::cargo::{NATIVE, cargo};
use crate::fault::{Fault, Outcome};
use crate::say;

pub const ROW: Row = Row {
    id: "R4",
    what: "the ledger: a million requests with doubled keys and reversals; hundreds at once in the database",
    goal: "none counted twice, nobody below the limit, sum zero",
    of_server: false,
    measure,
};

/// The test that asks the store, and how many requests it sends.
const TEST: &str = "of_many_who_give_at_once_each_twice_no_minute_appears_or_is_lost_and_nobody_passes_the_limit";
const SENT: u32 = 600;

/// What a million requests came to.
#[derive(Debug, Deserialize)]
struct Counted {
    milliseconds: u32,
    with_proof: u32,
    done: u32,
    doubled: u32,
    refused: u32,
    reversed: u32,
    sum: i64,
    postings: u32,
    below_the_limit: u32,
}

fn measure(subject: &Subject) -> Outcome<Figure> {
    let counted: Counted = Engine { paths: subject.paths, program: "ledger" }.ask(&[])?;
    let Counted { done, doubled, refused, reversed, postings, .. } = counted;
    say::line(format_args!(
        "{done} done, {doubled} doubled, {refused} refused, {reversed} reversed, {postings} postings"
    ));
    say::step("the same in the database", || in_the_database(subject))?;
    let ours = format!(
        "{} requests in {} ms, proven by {} ms; sum {}; {SENT} at once in the database, proven from its rows",
        done + doubled + refused,
        counted.milliseconds,
        counted.with_proof,
        counted.sum,
    );
    Ok(Figure { ours, reached: counted.is_right() })
}

impl Counted {
    /// Nothing came from nowhere: every request that counted arrived once more and did not count again.
    const fn is_right(&self) -> bool {
        self.sum == 0 && self.below_the_limit == 0 && self.doubled >= self.done && self.done > 0
    }
}

fn in_the_database(subject: &Subject) -> Outcome {
    let call = cargo(subject.paths).arg("test").args(NATIVE).args(["--test", "operations", "--", "--exact"]);
    let text = call.arg(format!("ledger::{TEST}")).env("RUST_MIN_STACK", "16777216").text()?;
    if text.contains("test result: ok. 1 passed") { Ok(()) } else { Err(Fault::new(format!("{TEST} did not run"))) }
}

#[cfg(test)]
mod tests {
    use super::{Counted, SENT, TEST};

    fn counted() -> Counted {
        let text = r#"{"milliseconds": 900, "with_proof": 1400, "done": 400, "doubled": 450, "refused": 150,
            "reversed": 20, "sum": 0, "postings": 1200, "below_the_limit": 0}"#;
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_minute_from_nowhere_or_a_key_that_counts_twice_is_short() {
        assert!(counted().is_right());
        assert!(!Counted { sum: 1, ..counted() }.is_right());
        assert!(!Counted { below_the_limit: 1, ..counted() }.is_right());
        assert!(!Counted { doubled: 399, ..counted() }.is_right());
    }

    #[test]
    fn the_test_that_asks_the_store_is_there_and_sends_as_much_as_is_said() {
        let tests = include_str!("../../../store/tests/operations/ledger.rs");
        assert!(tests.contains(&format!("async fn {TEST}(")));
        assert!(tests.contains("const GIFTS: u64 = 60;") && SENT == 2 * 5 * 60);
    }
}
