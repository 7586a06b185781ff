//! Percentiles of measured times.

use std::time::Duration;

/// Times in rising order.
#[derive(Debug)]
pub struct Times(Vec<Duration>);

impl Times {
    /// Sorts times in whatever order.
    pub fn new(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The smallest time that at least `per_cent` of all do not exceed (nearest rank); zero when there is none.
    pub fn percentile(&self, per_cent: usize) -> Duration {
        let rank = (self.0.len() * per_cent).div_ceil(100).max(1);
        self.0.get(rank - 1).copied().unwrap_or_default()
    }

    /// What half of all do not exceed.
    pub fn median(&self) -> Duration {
        self.percentile(50)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

/// A time in milliseconds with one decimal.
pub fn ms(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::{Times, ms};
    use std::time::Duration;

    #[test]
    fn percentiles_are_by_nearest_rank() {
        let times = Times::new((1..=200).rev().map(Duration::from_millis).collect());
        assert_eq!(times.median(), Duration::from_millis(100));
        assert_eq!(times.percentile(99), Duration::from_millis(198));
        assert_eq!(times.percentile(100), Duration::from_millis(200));
        assert_eq!(Times::new(Vec::new()).median(), Duration::ZERO);
    }

    #[test]
    fn a_time_is_shown_in_milliseconds() {
        assert_eq!(ms(Duration::from_micros(8_340)), "8.3 ms");
    }
}
