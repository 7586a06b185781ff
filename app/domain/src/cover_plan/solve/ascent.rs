//! Raising a bound by moving prices: the volume algorithm (Barahona & Anbil 2000) in whole numbers.
//!
//! Prices move along an average of the slopes met so far, from the best prices so far. The average follows the newest
//! slope as far as that makes it shorter; a short average means that what was chosen agrees.

/// A bound that depends on prices.
pub(super) trait Priced {
    /// The most that the price at a place may be.
    fn most(&self, at: usize) -> i64;
    /// The least.
    fn least(&self, at: usize) -> i64;
    /// The bound at these prices, and where it rises. `None` when there is no plan at all.
    fn value(&mut self, prices: &[i64], slope: &mut [i64]) -> Option<i64>;
    /// The newest choice takes this part, in 65,536ths, of the average.
    fn blend(&mut self, part: i64);
    /// The steps of one evaluation.
    fn work(&self) -> u64;
}

/// How far to go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Climb {
    /// A value that the bound cannot exceed, or that ends the search when it is reached.
    pub(super) target: i64,
    /// How often prices are moved at most.
    pub(super) rounds: u32,
    /// The first length of a step, in 1,024ths.
    pub(super) pace: i64,
}

/// Where it ended.
#[derive(Debug)]
pub(super) struct Summit {
    pub(super) prices: Vec<i64>,
    pub(super) value: i64,
    pub(super) rounds: u32,
}

/// One in the average of slopes.
const ONE: i64 = 1 << 16;
/// The newest slope takes at most this part of the average at first.
const NEWEST: i64 = ONE / 10;

/// The best prices found; `None` when there is no plan at all. `stop` is asked now and then.
pub(super) fn climb(
    priced: &mut impl Priced,
    from: Vec<i64>,
    climb: &Climb,
    stop: &mut dyn FnMut(i64) -> bool,
) -> Option<Summit> {
    let size = from.len();
    let mut slope = vec![0; size];
    let mut best = Summit { value: priced.value(&from, &mut slope)?, prices: from, rounds: 0 };
    priced.blend(ONE);
    let mut average: Vec<i64> = slope.iter().map(|slope| slope * ONE).collect();
    let mut prices = best.prices.clone();
    let (mut pace, mut misses, mut newest) = (climb.pace, 0, NEWEST);
    let mut last = (best.value, 0);
    while best.rounds < climb.rounds && best.value < climb.target {
        let length = free_length(priced, &best.prices, &average);
        if length == 0 {
            break;
        }
        let step = i128::from(climb.target - best.value) * i128::from(pace) * (1 << 26) / length;
        let step = i64::try_from(step).unwrap_or(i64::MAX).clamp(1, 1 << 40);
        for at in 0..size {
            let along = average[at].clamp(-(1 << 21), 1 << 21);
            let moved = best.prices[at] + ((step * along) >> 20);
            prices[at] = moved.clamp(priced.least(at), priced.most(at));
        }
        best.rounds += 1;
        let value = priced.value(&prices, &mut slope)?;
        let along: i128 =
            slope.iter().zip(&average).map(|(slope, along)| i128::from(*slope) * i128::from(*along)).sum();
        let part = shortening(&slope, &average, newest);
        for (average, slope) in average.iter_mut().zip(&slope) {
            *average += ((slope * ONE - *average) * part) >> 16;
        }
        priced.blend(part);
        if value > best.value {
            best.value = value;
            best.prices.clone_from(&prices);
            misses = 0;
            if along >= 0 {
                pace = (pace * 11 / 10 + 1).min(2_048);
            }
        } else {
            misses += 1;
            if misses >= 20 {
                pace = (pace * 2 / 3).max(1);
                misses = 0;
            }
        }
        if best.rounds - last.1 >= 100 {
            if best.value - last.0 < (climb.target - best.value) / 100 {
                newest = (newest / 2).max(ONE / 2_000);
            }
            last = (best.value, best.rounds);
        }
        if best.rounds.is_multiple_of(16) && stop(best.value) {
            break;
        }
    }
    Some(best)
}

/// The squared length of the average, without the places where the price cannot move along it.
fn free_length(priced: &impl Priced, prices: &[i64], average: &[i64]) -> i128 {
    let blocked = |at: usize| {
        (average[at] > 0 && prices[at] >= priced.most(at)) || (average[at] < 0 && prices[at] <= priced.least(at))
    };
    let free = average.iter().enumerate().filter(|(at, along)| **along != 0 && !blocked(*at));
    free.map(|(_, along)| i128::from(along * along)).sum()
}

/// The part of the newest slope, at most `newest`, that makes the average shortest.
fn shortening(slope: &[i64], average: &[i64], newest: i64) -> i64 {
    // |average + part (slope - average)|² is least where part = -average·(slope - average) / |slope - average|².
    let (mut down, mut length) = (0_i128, 0_i128);
    for (slope, average) in slope.iter().zip(average) {
        let away = slope * ONE - average;
        down -= i128::from(*average * away);
        length += i128::from(away * away);
    }
    if length == 0 {
        return newest;
    }
    let part = down * i128::from(ONE) / length;
    i64::try_from(part).unwrap_or(newest).clamp(newest / 10, newest)
}
