//! Skills whose cover goes away by itself within three months: what speaks for it goes stale, or somebody leaves whose
//! last day is announced. Who leaves is shown only to whom [`Sight`] lets see it; for everybody else it does not count
//! yet.

use super::outlook::{AHEAD, Outlook};
use super::{Cover, Sight, Standing};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::org::Org;
use crate::skill::Criticality;
use crate::tag::{PersonTag, SkillTag};
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A skill that will drop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expiring {
    /// Which.
    pub skill: SkillTag,
    /// How critical it is.
    pub criticality: Criticality,
    /// How it stands.
    pub cover: Cover,
    /// How many people will cover it in three months.
    pub then: u32,
    /// The day on which it drops: "14 Jan".
    pub on: String,
    /// In how many days that is.
    pub in_days: i64,
    /// Why, in words: "evidence for one person goes stale".
    pub why: String,
    /// Who goes away from it, where the reader may see it.
    pub people: Vec<PersonTag>,
}

/// Why somebody will not be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loss {
    Stale,
    Leaves,
}

/// Of the skills in `standings` those that will drop below their target, or lose their last person, within three
/// months; the soonest first.
pub(super) fn expiring(
    viewer: &Viewer<'_>,
    sight: &Sight,
    standings: &[Standing<'_>],
    outlook: &Outlook,
) -> Vec<Expiring> {
    let today = viewer.clocks.today(&viewer.zone);
    let ahead = Ahead { org: viewer.org, sight, outlook, leaving: leaving(viewer.org, sight, today), today };
    let mut rows: Vec<Expiring> = standings.iter().filter_map(|standing| ahead.row(standing)).collect();
    rows.sort_by_key(|row| (row.in_days, Reverse(row.criticality), row.skill.clone()));
    rows
}

/// In how many days somebody is not here any more.
fn leaving<'a>(org: &'a Org, sight: &Sight, today: Day) -> BTreeMap<&'a PersonId, i64> {
    let soon = org.people().filter(|person| sight.includes(person)).filter_map(|person| {
        let days = person.leaves_on?.0 - today.0 + 1;
        (days <= AHEAD).then_some((&person.id, days.max(0)))
    });
    soon.collect()
}

/// What is known of the days to come.
struct Ahead<'a> {
    org: &'a Org,
    sight: &'a Sight,
    outlook: &'a Outlook,
    leaving: BTreeMap<&'a PersonId, i64>,
    today: Day,
}

impl<'a> Ahead<'a> {
    /// Who will not be counted, in how many days and why; the soonest first, each person once.
    fn losses(&self, standing: &Standing<'a>) -> Vec<(i64, &'a PersonId, Loss)> {
        let fading = self.outlook.get(&standing.skill.id).map(|skill| skill.fading.as_slice()).unwrap_or_default();
        let fading: BTreeMap<&PersonId, i64> = fading.iter().map(|(days, person)| (person, *days)).collect();
        let mut lost: Vec<(i64, &PersonId, Loss)> = super::holders(self.org, standing.skill)
            .filter_map(|person| {
                let stale = fading.get(person).map(|days| (*days, person, Loss::Stale));
                let leaves = self.leaving.get(person).map(|days| (*days, person, Loss::Leaves));
                [leaves, stale].into_iter().flatten().min_by_key(|(days, ..)| *days)
            })
            .collect();
        lost.sort_by_key(|(days, person, _)| (*days, *person));
        lost
    }

    /// The line of a skill; `None` when it holds.
    fn row(&self, standing: &Standing<'a>) -> Option<Expiring> {
        let Cover { have, target } = standing.cover;
        let lost = self.losses(standing);
        // The loss that takes it below its target; of a skill that is below already, the one that takes the last person.
        let spare = if have >= target { have - target } else { have.saturating_sub(1) };
        let (in_days, ..) = *lost.get(usize::try_from(spare).ok()?).filter(|_| target > 0)?;
        let seen = lost.iter().filter(|(_, person, _)| self.sight.includes_id(self.org, person));
        Some(Expiring {
            skill: SkillTag::of(self.org, &standing.skill.id),
            criticality: standing.skill.criticality,
            cover: standing.cover,
            then: have.saturating_sub(super::count(lost.iter())),
            on: self.today.plus(in_days).short(),
            in_days,
            why: why(&lost),
            people: seen.map(|(_, person, _)| PersonTag::of(self.org, person)).collect(),
        })
    }
}

/// "Evidence for one person goes stale, and two people leave".
fn why(lost: &[(i64, &PersonId, Loss)]) -> String {
    let of = |loss| lost.iter().filter(|(.., other)| *other == loss).count();
    let (stale, leave) = (of(Loss::Stale), of(Loss::Leaves));
    let stale = (stale > 0).then(|| format!("evidence for {} goes stale", counted(stale, "person", "people")));
    let leaves = if leave == 1 { "leaves" } else { "leave" };
    let leave = (leave > 0).then(|| format!("{} {leaves}", counted(leave, "person", "people")));
    sentence(&stale.into_iter().chain(leave).collect::<Vec<_>>().join(", and "))
}
