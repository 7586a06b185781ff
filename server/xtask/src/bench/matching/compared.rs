//! The engine beside its peers, round by round: middle times and middle ratios.

use super::{Objective, Ours, Theirs};

/// Both sides of one instance, round by round.
#[derive(Debug, Default)]
pub(super) struct Compared {
    pub(super) ours: Vec<Ours>,
    /// Times of each peer and what they are of ours in the same round.
    theirs: [Vec<(u64, f64)>; 2],
}

impl Compared {
    pub(super) fn note(&mut self, place: usize, ours: &Ours, theirs: &Theirs) {
        self.theirs[place].push((theirs.microseconds, ratio(theirs.microseconds, ours.whole())));
    }

    /// The middle time of ours.
    pub(super) fn time(&self) -> u64 {
        middle(self.ours.iter().map(Ours::whole).collect())
    }

    /// How far ahead of the nearer peer.
    pub(super) fn least(&self) -> f64 {
        self.theirs.iter().map(|peer| ratios(peer)).fold(f64::INFINITY, f64::min)
    }

    pub(super) fn cells(&self, name: &str) -> [String; 9] {
        let [one, other] = &self.theirs;
        let peer = |peer: &Vec<(u64, f64)>| {
            if peer.is_empty() {
                return ("–".to_owned(), "–".to_owned());
            }
            (ms(middle(peer.iter().map(|(time, _)| *time).collect())), format!("{:.1}×", ratios(peer)))
        };
        let ((first, first_ratio), (second, second_ratio)) = (peer(one), peer(other));
        let reached = self.ours.first().map(|ours| &ours.objective);
        let figure = |of: fn(&Objective) -> String| reached.map(of).unwrap_or_default();
        [
            name.to_owned(),
            ms(self.time()),
            first,
            first_ratio,
            second,
            second_ratio,
            figure(|of| of.served.to_string()),
            figure(|of| of.load.to_string()),
            figure(|of| of.score.to_string()),
        ]
    }
}

fn middle(mut times: Vec<u64>) -> u64 {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or(0)
}

/// The middle ratio; none of a peer that was not asked.
fn ratios(peer: &[(u64, f64)]) -> f64 {
    let mut all: Vec<f64> = peer.iter().map(|(_, ratio)| *ratio).collect();
    all.sort_by(f64::total_cmp);
    all.get(all.len() / 2).copied().unwrap_or(f64::INFINITY)
}

fn ratio(theirs: u64, ours: u64) -> f64 {
    let float = |time: u64| f64::from(u32::try_from(time).unwrap_or(u32::MAX));
    float(theirs) / float(ours.max(1))
}

pub(super) fn ms(microseconds: u64) -> String {
    format!("{} ms", microseconds.div_ceil(1_000))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ours, theirs};
    use super::{Compared, ratios};

    #[test]
    fn the_middle_ratio_of_the_nearer_peer_counts() {
        let mut found = Compared::default();
        for (round, times) in
            [(100_000, [900_000, 500_000]), (100_000, [700_000, 600_000]), (50_000, [700_000, 450_000])]
        {
            for (place, time) in times.into_iter().enumerate() {
                found.note(place, &ours(round), &theirs(time, 700));
            }
            found.ours.push(ours(round));
        }
        assert_eq!((found.time(), found.least()), (100_000, 6.0));
        let wanted = ["uniform", "100 ms", "700 ms", "9.0×", "500 ms", "6.0×", "9", "2", "700"];
        assert_eq!(found.cells("uniform"), wanted.map(str::to_owned));
        assert_eq!(ratios(&[]), f64::INFINITY);
        assert_eq!(Compared::default().cells("scarce")[2], "–");
    }
}
