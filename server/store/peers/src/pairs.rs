//! Two sides in turns, A B A B, so that whatever else the machine does meets both.

use crate::fault::Fault;
use std::time::{Duration, Instant};

const WARM_UPS: usize = 2;
const PAIRS: usize = 9;

/// How many times as long the other side took, pair by pair, in rising order.
pub struct Ratios(Vec<f64>);

impl Ratios {
    /// What the middle pair came to.
    pub fn median(&self) -> f64 {
        self.0.get(self.0.len() / 2).copied().unwrap_or_default()
    }

    /// "12.3× (11.0–13.1)".
    pub fn said(&self) -> String {
        let ends = self.0.first().zip(self.0.last());
        ends.map_or_else(String::new, |(least, most)| format!("{:.1}× ({least:.1}–{most:.1})", self.median()))
    }
}

/// Runs both sides in turns; each takes its own time and returns it.
pub fn compare(
    mut ours: impl FnMut() -> Result<Duration, Fault>,
    mut theirs: impl FnMut() -> Result<Duration, Fault>,
) -> Result<Ratios, Fault> {
    let mut ratios = Vec::new();
    for pair in 0..WARM_UPS + PAIRS {
        let (own, other) = (ours()?, theirs()?);
        if pair >= WARM_UPS {
            ratios.push(other.as_secs_f64() / own.as_secs_f64().max(1e-9));
        }
    }
    ratios.sort_by(f64::total_cmp);
    Ok(Ratios(ratios))
}

/// How long something takes, and what comes of it.
pub fn timed<T>(work: impl FnOnce() -> T) -> (Duration, T) {
    let begun = Instant::now();
    let outcome = std::hint::black_box(work());
    (begun.elapsed(), outcome)
}

/// The smallest of rising times that so many of a hundred do not exceed.
pub fn percentile(times: &mut [Duration], per_cent: usize) -> Duration {
    times.sort_unstable();
    let rank = (times.len() * per_cent).div_ceil(100).max(1);
    times.get(rank - 1).copied().unwrap_or_default()
}

/// In the unit in which it is readable.
pub fn said(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1_000.0 { format!("{micros:.0} µs") } else { format!("{:.1} ms", micros / 1_000.0) }
}

#[cfg(test)]
mod tests {
    use super::{compare, percentile, said};
    use std::time::Duration;

    #[test]
    fn the_middle_pair_counts_and_warm_ups_do_not() {
        let mut slower = [900, 900, 1, 2, 3, 4, 5, 6, 7, 8, 9].into_iter();
        let theirs = || Ok(Duration::from_millis(slower.next().unwrap()));
        let ratios = compare(|| Ok(Duration::from_millis(1)), theirs).unwrap();
        assert_eq!(ratios.said(), "5.0× (1.0–9.0)");
    }

    #[test]
    fn times_are_ranked_and_readable() {
        let mut times: Vec<Duration> = (1..=200).rev().map(Duration::from_micros).collect();
        assert_eq!(percentile(&mut times, 99), Duration::from_micros(198));
        assert_eq!((said(times[0]).as_str(), said(Duration::from_micros(12_340)).as_str()), ("1 µs", "12.3 ms"));
    }
}
