//! How much of each version reaches somebody, and what they have by that.
//!
//! A version reaches somebody by whole policies: nothing of it, what is for everyone now, that and what is for the next
//! stage, or all. So two people with the same admissions have the same program, whatever their names are.

use super::{List, Path, Policy, Settings, Value, Version, Who};
use crate::id::ItemId;
use crate::time::Timestamp;

/// How much of a version reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Admission {
    /// Nothing yet.
    Nothing,
    /// What is for everyone now.
    Now,
    /// That, and what is for the next stage, since they entered one.
    Entered,
    /// All: they joined at this version or later.
    All,
}

impl Admission {
    /// True when writes of that policy reach them.
    pub(super) const fn lets(self, policy: Policy) -> bool {
        match policy {
            Policy::EveryoneNow => !matches!(self, Self::Nothing),
            Policy::NextStage => matches!(self, Self::Entered | Self::All),
            Policy::NewJoiners => matches!(self, Self::All),
        }
    }

    /// How much reaches them once they enter a stage.
    pub(super) fn on_entering(self, version: &Version) -> Self {
        let is_stopped = version.roll_out.as_ref().is_some_and(|roll_out| roll_out.stopped_at.is_some());
        if self == Self::Now && !is_stopped { Self::Entered } else { self }
    }
}

/// How much of `version` reaches `who` at `now`. Those who are not inside see the program as it stands.
pub(super) fn admission(version: &Version, who: &Who, now: Timestamp) -> Admission {
    let joined = who.participant.joined;
    if version.n == 1 || joined == 0 || joined >= version.n {
        return Admission::All;
    }
    if version.at > now {
        return Admission::Nothing;
    }
    let roll_out = version.roll_out.as_ref();
    if roll_out.is_some_and(|roll_out| !roll_out.reach.includes(version, who)) {
        return Admission::Nothing;
    }
    let stopped = roll_out.and_then(|roll_out| roll_out.stopped_at);
    let counts = |at: Timestamp| at > version.at && stopped.is_none_or(|stopped| at <= stopped);
    if who.participant.entered.iter().any(|entered| counts(entered.at)) { Admission::Entered } else { Admission::Now }
}

/// What somebody has to whom so much of each version is admitted: per register the last admitted write.
pub(super) fn folded<'a>(versions: impl IntoIterator<Item = (&'a Version, Admission)>) -> Settings {
    let mut settings = Settings::default();
    let mut orders = Vec::new();
    for (version, admission) in versions {
        for write in version.writes.iter().filter(|write| admission.lets(write.policy)) {
            if let Path::Order(list) = write.path {
                orders.push((list, &write.value));
            }
            settings.set(write.path.clone(), write.value.clone());
        }
    }
    List::ALL.into_iter().for_each(|list| keep_places(&mut settings, list, &orders));
    settings
}

/// Gives items that somebody still has, and that the newest order no longer names, the place that they had in the last
/// order that named them: after the nearest item before them that is still there.
fn keep_places(settings: &mut Settings, list: List, orders: &[(List, &Value)]) {
    let named = settings.several(&Path::Order(list)).to_vec();
    let missing: Vec<ItemId> =
        settings.items(list).into_iter().filter(|item| !named.iter().any(|id| id == item.as_str())).collect();
    if missing.is_empty() || named.is_empty() {
        return;
    }
    let mut order = named;
    for (of, value) in orders.iter().rev() {
        let Value::Several(earlier) = value else { continue };
        if *of != list {
            continue;
        }
        for (at, id) in earlier.iter().enumerate() {
            if order.contains(id) || !missing.iter().any(|item| item.as_str() == id) {
                continue;
            }
            let before = earlier[..at].iter().rev().find_map(|id| order.iter().position(|kept| kept == id));
            order.insert(before.map_or(0, |before| before + 1), id.clone());
        }
    }
    settings.set(Path::Order(list), Value::Several(order));
}
