//! What each kind of evidence says: how likely it is to be heard about somebody at each level.
//!
//! - **Own, peer, manager, import**: a word on the scale, normal around the level (a rating model after Dawid and Skene
//!   1979). People place themselves 0.6 higher and scatter widely (σ 1.7); colleagues and managers scatter by σ 0.85, or
//!   by what is known of the rater. An import is what the organisation has recorded itself, often agreed on by several
//!   people before it came here: σ 0.3, so that while it is fresh a recorded level counts as cover alone. At the usual
//!   half-life that is for about half a year; afterwards somebody has to say so again.
//! - **Taught, credential, drill**: passed or failed at a level, a logistic curve with a floor, since some pass by luck
//!   or kindness and the best sometimes fail.
//! - **Project, attended**: a weak proof of the same form. Having sat in a session is far less than having done the
//!   work, so by default it weighs three tenths: learning is not cover.
//!
//! Words of others and drills were checked in simulations; the rest are proposals, which program admins can weigh.

use super::fixed::{ONE, halved};
use super::tables::{CREDENTIAL, DRILL, OWN, PROJECT, Proof, SCATTERED, STEADY, SURE, Spread, TAUGHT, USUAL};
use super::{Evidence, Level, Source};
use serde::{Deserialize, Serialize};

/// How much higher people place themselves than others do, in tenths.
const OWN_BIAS: i32 = 6;

/// How far somebody's words lie from others'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Noise {
    /// σ 0.55.
    Steady,
    /// σ 0.85.
    #[default]
    Usual,
    /// σ 1.25.
    Scattered,
}

impl Noise {
    /// Each, the steadiest first.
    pub const ALL: [Self; 3] = [Self::Steady, Self::Usual, Self::Scattered];
}

/// How somebody rates others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// How many tenths of a level higher than others, −15 to 15.
    pub tenths: i8,
    /// How far from others.
    pub noise: Noise,
}

/// How likely something is to be heard about somebody at each level: 1024 · log₂ of the chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likelihood([i32; 5]);

impl Likelihood {
    /// Of `said`, in the words of a colleague or manager who rates in that manner.
    pub fn of_word(said: Level, manner: Manner) -> Self {
        let spread = match manner.noise {
            Noise::Steady => &STEADY,
            Noise::Usual => &USUAL,
            Noise::Scattered => &SCATTERED,
        };
        spread.likelihood(said, i32::from(manner.tenths.clamp(-15, 15)))
    }

    /// Of standing in for somebody at level `at`, and whether it went well.
    pub fn of_drill(at: Level, passed: bool) -> Self {
        DRILL.likelihood(at, passed)
    }

    /// Of `piece`. The manner is that of whoever said it, and counts for words of colleagues and managers only.
    pub fn of(piece: &Evidence, manner: Manner) -> Self {
        let passed = piece.passed != Some(false);
        match piece.source {
            Source::Own => OWN.likelihood(piece.level, OWN_BIAS),
            Source::Imported => SURE.likelihood(piece.level, 0),
            Source::Peer | Source::Manager => Self::of_word(piece.level, manner),
            Source::Attended | Source::Project => PROJECT.likelihood(piece.level, passed),
            Source::Taught => TAUGHT.likelihood(piece.level, passed),
            Source::Credential => CREDENTIAL.likelihood(piece.level, passed),
            Source::Drill => Self::of_drill(piece.level, passed),
        }
    }

    /// 1024 · log₂ of the chance at each level.
    pub const fn logs(&self) -> [i32; 5] {
        self.0
    }

    /// The chance at each level, in parts of 65,536.
    pub fn chances(&self) -> [u32; 5] {
        let part = |log: i32| (halved(u64::from(log.unsigned_abs())) + ONE / 131_072) / (ONE / 65_536);
        self.0.map(|log| u32::try_from(part(log)).unwrap_or(0))
    }
}

impl Spread {
    /// Of `said` by somebody who rates `bias` tenths higher than others.
    fn likelihood(&self, said: Level, bias: i32) -> Likelihood {
        let said = i32::from(said.number());
        Likelihood(Level::ALL.map(|level| {
            let usual = i32::from(level.number()) * 10 + bias;
            match said {
                0 => place(&self.end, 5 - usual + 50),
                4 => place(&self.end, usual - 35 + 50),
                _ => place(&self.middle, (said * 10 - usual).abs()),
            }
        }))
    }
}

impl Proof {
    /// Of passing, or failing, at level `at`.
    fn likelihood(&self, at: Level, passed: bool) -> Likelihood {
        let table = if passed { &self.passed } else { &self.failed };
        let above = |level: Level| i32::from(level.number()) - i32::from(at.number());
        Likelihood(Level::ALL.map(|level| place(table, above(level) + 4)))
    }
}

/// The entry at `place`, the nearest when it lies outside.
fn place(table: &[i32], place: i32) -> i32 {
    let last = table.len().saturating_sub(1);
    table.get(usize::try_from(place).unwrap_or(0).min(last)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Score;

    #[test]
    fn the_words_of_the_scale_are_all_that_can_be_heard() {
        for noise in Noise::ALL {
            for tenths in -15..=15 {
                let manner = Manner { tenths, noise };
                let heard = Level::ALL.map(|said| Likelihood::of_word(said, manner).chances());
                for level in 0..5 {
                    let sum: u32 = heard.iter().map(|chances| chances[level]).sum();
                    assert!((65_336..65_736).contains(&sum), "{manner:?} at {level}: {sum}");
                }
            }
        }
    }

    #[test]
    fn whoever_rates_higher_means_less_by_the_same_word() {
        let meant = |tenths| {
            let manner = Manner { tenths, noise: Noise::Usual };
            Score::prior().plus(65_536, &Likelihood::of_word(Level::ALONE, manner)).belief()
        };
        for tenths in -15..15 {
            assert!(meant(tenths).mean() >= meant(tenths + 1).mean(), "{tenths}");
        }
    }
}
