//! What a version did to one person, each time that something of it reached them. A moment that is over stays as it was:
//! whatever reaches them later is told then.

use super::admission::{Admission, admission, folded};
use super::felt::Change;
use super::joining::stays_though;
use super::outline::{Moment, Outline};
use super::{Effect, History, Participant, Policy, Version, Who};
use crate::time::Timestamp;

impl History<'_> {
    /// When version `n` did something to `who`, oldest first: as it was let out to them, and as they entered a stage after
    /// that. Never for what was there when they joined.
    pub fn reached(&self, who: &Who, n: u32, now: Timestamp) -> Vec<Timestamp> {
        let Some(version) = self.newer_for(who, n).filter(|version| version.at <= now) else { return Vec::new() };
        let (level, out) = (admission(version, who, now), let_out(version, who));
        let writes = |policy| version.writes.iter().any(|write| write.policy == policy);
        let mut found = Vec::new();
        if self.shuts_out(who, version) {
            found.push(version.at);
        }
        if level != Admission::Nothing && writes(Policy::EveryoneNow) {
            found.push(out);
        }
        if level == Admission::Entered && writes(Policy::NextStage) {
            found.extend(entered_after(version, who).map(|entered| entered.max(out)));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The version of that number, if `who` was inside before it.
    fn newer_for(&self, who: &Who, n: u32) -> Option<&Version> {
        (1..n).contains(&who.participant.joined).then(|| self.version(n)).flatten()
    }

    /// Whether a version has new rules of joining, by which `who` would not be let in any more.
    fn shuts_out(&self, who: &Who, version: &Version) -> bool {
        let sides = || self.at(version.n.saturating_sub(1)).zip(self.at(version.n));
        version.changes_who_may_join() && sides().is_some_and(|(before, after)| stays_though(who, &before, &after))
    }
}

/// What version `n` did to one person at one of the moments when it [reached](History::reached) them, as they were then;
/// days are due as it stands `now`.
pub fn effects_at(history: &History, who: &Who, n: u32, (at, now): (Timestamp, Timestamp)) -> Vec<Effect> {
    let Some(version) = history.newer_for(who, n) else { return Vec::new() };
    let out = let_out(version, who);
    let enters = out < at && entered_after(version, who) == Some(at);
    let until = |is_before: &dyn Fn(Timestamp) -> bool| {
        let mut then: Participant = who.participant.clone();
        then.done.retain(|done| done.at <= at);
        then.entered.retain(|entered| is_before(entered.at));
        then
    };
    let (before, after) = (until(&|entered| entered < at || entered == at && !enters), until(&|entered| entered <= at));
    let sides = [&before, &after].map(|participant| Who { participant, ..who.clone() });
    let has = |with_it: bool| {
        let levels = history.versions.iter().map(|other| (other, level(other, version, &sides, (with_it, enters, at))));
        Outline::of(folded(levels))
    };
    let (was, is) = (has(false), has(true));
    let paths = version.writes.iter().map(|write| &write.path).collect();
    let moment = if enters { Moment::Leaving } else { Moment::Inside };
    let running = history.program.running(now);
    let change = Change { kind: history.program.kind, before: &was, after: &is, paths, running };
    let mut effects = change.felt(&before, moment);
    if enters {
        let told = effects_at(history, who, n, (out, now));
        effects.retain(|effect| !told.contains(effect));
    }
    if at == version.at && history.shuts_out(who, version) {
        effects.push(Effect::StaysThough);
    }
    effects
}

/// All that version `n` has done to one person by `now`.
pub fn effects_for(history: &History, who: &Who, n: u32, now: Timestamp) -> Vec<Effect> {
    history.reached(who, n, now).into_iter().flat_map(|at| effects_at(history, who, n, (at, now))).collect()
}

/// How much of `other` somebody has at a moment, before `version` does what it does then, or with that. Older ones come
/// first where several reach them at once, and newer ones after it.
fn level(
    other: &Version,
    version: &Version,
    [before, after]: &[Who; 2],
    (with_it, enters, at): (bool, bool, Timestamp),
) -> Admission {
    let is_first = other.n < version.n || other.n == version.n && with_it;
    let is_yet_to_come = !is_first && (other.at >= at || other.n == version.n && !enters);
    if is_yet_to_come || let_out(other, before) > at {
        return Admission::Nothing;
    }
    admission(other, if is_first { after } else { before }, at)
}

/// Since when a version is let out to `who`.
fn let_out(version: &Version, who: &Who) -> Timestamp {
    version.roll_out.as_ref().map_or(version.at, |roll_out| roll_out.reached_at(version, who))
}

/// When somebody first entered a stage after a version was made.
fn entered_after(version: &Version, who: &Who) -> Option<Timestamp> {
    who.participant.entered.iter().map(|entered| entered.at).find(|at| *at > version.at)
}
