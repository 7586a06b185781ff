//! Everything xtask prints: one line when a step starts, one with its time when it ends.
//! What cargo, npm and the server print themselves passes through untouched.

use std::fmt::Display;
use std::io::Write;
use std::time::{Duration, Instant};

use crate::fault::Outcome;

/// Prints a line. A closed pipe is no reason to stop working, so it is ignored.
pub fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{text}").and_then(|()| out.flush()).unwrap_or_default();
}

/// Does one step and prints its name before and its time after.
pub fn step<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    line(format_args!("→ {name}"));
    let start = Instant::now();
    let outcome = work();
    let mark = if outcome.is_ok() { '✓' } else { '✗' };
    line(format_args!("{mark} {name:<44} {:>9}", duration(start.elapsed())));
    outcome
}

/// A time as a person says it: `84 ms`, `3.2 s`, `12 m 47 s`.
pub fn duration(time: Duration) -> String {
    match time.as_secs() {
        0 => format!("{} ms", time.as_millis()),
        1..60 => format!("{:.1} s", time.as_secs_f64()),
        seconds => format!("{} m {:02} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::duration;
    use std::time::Duration;

    #[test]
    fn a_time_reads_as_a_person_says_it() {
        assert_eq!(duration(Duration::from_millis(84)), "84 ms");
        assert_eq!(duration(Duration::from_millis(3_240)), "3.2 s");
        assert_eq!(duration(Duration::from_secs(767)), "12 m 47 s");
    }
}
