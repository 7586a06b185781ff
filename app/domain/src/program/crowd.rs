//! Ten thousand people as the few groups that have the same program: who joined at the same version, entered a stage
//! between the same versions, and is reached by the same roll-outs.

use super::admission::{Admission, admission, folded};
use super::{History, Path, Policy, Reach, Settings, Standing, Value, Version, Who};
use crate::time::Timestamp;
use std::collections::BTreeMap;

/// People who have the same of each version.
#[derive(Debug)]
pub(super) struct Group {
    /// Who, by their place.
    pub people: Vec<usize>,
    /// How much of each version reaches them as it is.
    pub before: Vec<Admission>,
    /// And after the change.
    pub after: Vec<Admission>,
}

/// A change of who has what: a version more, or one that is let out further.
pub(super) struct Shift<'a> {
    /// All versions after it.
    pub versions: Vec<&'a Version>,
    /// Which of them is another by it.
    pub at: usize,
    /// That version as it was; `None` when there was none.
    pub was: Option<&'a Version>,
    /// By register, which versions write it, oldest first.
    written: BTreeMap<&'a Path, Vec<Written<'a>>>,
}

/// One write: by which version, by its place, for whom and what.
pub(super) struct Written<'a> {
    pub at: usize,
    policy: Policy,
    value: &'a Value,
}

impl<'a> Shift<'a> {
    /// A version more.
    pub(super) fn publishing(history: &History<'a>, candidate: &'a Version) -> Self {
        let versions: Vec<&Version> = history.versions.iter().chain([candidate]).collect();
        Self::new(versions.len() - 1, versions, None)
    }

    /// `wider` instead of the version of its number; `None` when there is none.
    pub(super) fn widening(history: &History<'a>, wider: &'a Version) -> Option<Self> {
        let was = history.versions.iter().find(|version| version.n == wider.n)?;
        let versions: Vec<&Version> =
            history.versions.iter().map(|version| if version.n == wider.n { wider } else { version }).collect();
        Some(Self::new(versions.iter().position(|version| version.n == wider.n)?, versions, Some(was)))
    }

    fn new(at: usize, versions: Vec<&'a Version>, was: Option<&'a Version>) -> Self {
        let mut written: BTreeMap<&Path, Vec<Written>> = BTreeMap::new();
        for (at, version) in versions.iter().enumerate() {
            for write in &version.writes {
                let more = Written { at, policy: write.policy, value: &write.value };
                written.entry(&write.path).or_default().push(more);
            }
        }
        Self { versions, at, was, written }
    }

    /// The version that is another by it.
    pub(super) fn version(&self) -> &'a Version {
        self.versions[self.at]
    }

    /// Every register that any version writes, with its writes.
    pub(super) fn registers(&self) -> impl Iterator<Item = (&'a Path, &[Written<'a>])> {
        self.written.iter().map(|(path, writes)| (*path, writes.as_slice()))
    }

    /// The groups of those inside, or through, whom it could touch.
    pub(super) fn groups(&self, people: &[Who], now: Timestamp) -> Vec<Group> {
        let mut times: Vec<Timestamp> = self.versions.iter().map(|version| version.at).collect();
        times.sort_unstable();
        let apart: Vec<&Version> = self.versions.iter().copied().chain(self.was).filter(|v| is_partial(v)).collect();
        let mut found: BTreeMap<(u32, usize, Vec<Admission>), Vec<usize>> = BTreeMap::new();
        for (place, who) in people.iter().enumerate() {
            let who_is = who.participant;
            if !matches!(who_is.standing, Standing::Inside | Standing::Finished) {
                continue;
            }
            let entered = who_is.entered.iter().map(|entered| entered.at).max();
            let passed = entered.map_or(0, |entered| times.partition_point(|at| *at < entered));
            let apart = apart.iter().map(|version| admission(version, who, now)).collect();
            found.entry((who_is.joined, passed, apart)).or_default().push(place);
        }
        found.into_values().map(|members| self.group(people, members, now)).collect()
    }

    fn group(&self, people: &[Who], members: Vec<usize>, now: Timestamp) -> Group {
        let admissions = |who: &Who| self.versions.iter().map(|version| admission(version, who, now)).collect();
        let after: Vec<Admission> = members.first().map_or_else(Vec::new, |first| admissions(&people[*first]));
        let mut before = after.clone();
        if let (Some(was), Some(first)) = (before.get_mut(self.at), members.first()) {
            *was = self.was.map_or(Admission::Nothing, |version| admission(version, &people[*first], now));
        }
        Group { people: members, before, after }
    }

    /// Which version wrote a register last, of what is admitted, and what.
    pub(super) fn had(&self, admitted: &[Admission], path: &Path) -> Option<(usize, &'a Value)> {
        last(self.written.get(path)?, admitted).map(|last| (last.at, last.value))
    }

    /// What versions other than the one in question wrote there after place `since` and may still reach them.
    pub(super) fn pending(&self, admitted: &[Admission], path: &Path, since: usize) -> Vec<&'a Value> {
        let may_come = |write: &&Written| {
            write.at > since
                && write.at < self.at
                && write.policy != Policy::NewJoiners
                && !admitted[write.at].lets(write.policy)
        };
        self.written.get(path).into_iter().flatten().filter(may_come).map(|write| write.value).collect()
    }

    /// How much reaches a group once they enter a stage.
    pub(super) fn on_entering(&self, admitted: &[Admission]) -> Vec<Admission> {
        self.versions.iter().zip(admitted).map(|(version, admission)| admission.on_entering(version)).collect()
    }

    /// The program as somebody has it to whom so much is admitted.
    pub(super) fn settings(&self, admitted: &[Admission]) -> Settings {
        folded(self.versions.iter().copied().zip(admitted.iter().copied()))
    }
}

/// The last of these writes that is admitted.
pub(super) fn last<'w, 'a>(writes: &'w [Written<'a>], admitted: &[Admission]) -> Option<&'w Written<'a>> {
    writes.iter().rev().find(|write| admitted[write.at].lets(write.policy))
}

/// Whether people who joined and moved on at the same times can differ in it.
fn is_partial(version: &Version) -> bool {
    version.roll_out.as_ref().is_some_and(|out| out.stopped_at.is_some() || out.reach != Reach::Everyone)
}
