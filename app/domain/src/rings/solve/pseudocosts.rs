//! How far the relaxation falls when a lesson is decided, learned from the branches so far (Bénichou et al. 1971).

use std::collections::BTreeMap;

/// A lesson of which less is known than this for one of its sides is tried out.
const RELIABLE: u32 = 2;
/// What no fall at all counts as, so that the other side still tells lessons apart.
const LEAST: f64 = 0.01;

#[derive(Clone, Copy, Debug, Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn note(&mut self, fall: f64) {
        self.sum += fall;
        self.count += 1;
    }

    fn get(self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }
}

/// For each lesson and for all of them, the fall when it is not given and when it is, each for one whole use.
#[derive(Clone, Debug, Default)]
pub(super) struct Pseudocosts {
    of: BTreeMap<usize, [Mean; 2]>,
    all: [Mean; 2],
}

impl Pseudocosts {
    /// The relaxation fell so far when a lesson of this use was decided.
    pub(super) fn note(&mut self, (lesson, share): (usize, f64), yes: bool, fall: f64) {
        let side = usize::from(yes);
        let each = fall / if yes { 1.0 - share } else { share };
        self.of.entry(lesson).or_default()[side].note(each);
        self.all[side].note(each);
    }

    /// True when both sides were seen often enough.
    pub(super) fn is_reliable(&self, lesson: usize) -> bool {
        self.of.get(&lesson).is_some_and(|sides| sides.iter().all(|side| side.count >= RELIABLE))
    }

    /// How much is to be hoped for from deciding a lesson of this use.
    pub(super) fn score(&self, (lesson, share): (usize, f64)) -> f64 {
        let of = self.of.get(&lesson).copied().unwrap_or_default();
        let fall = |side: usize, part: f64| part * of[side].get().or_else(|| self.all[side].get()).unwrap_or(1.0);
        product(fall(0, share), fall(1, 1.0 - share))
    }
}

/// Both sides have to fall.
pub(super) fn product(no: f64, yes: f64) -> f64 {
    let fall = |side: f64| if side > LEAST { side } else { LEAST };
    fall(no) * fall(yes)
}
