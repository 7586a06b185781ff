//! A change of many skills as it is kept, and putting it back.

use super::{Aim, AimSwap, LastChange};
use crate::id::{PersonId, SkillId};
use crate::skill::{Skill, Target};
use crate::tag::SkillTag;
use crate::time::Timestamp;
use crate::viewer::Viewer;
use crate::wording::{counted, listed};
use serde::{Deserialize, Serialize};

/// A change of many skills at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimChange {
    /// Who made it; `None` for the console.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
    /// What it changed.
    pub swaps: Vec<AimSwap>,
    /// Who put it back; `None` while it stands, and for the console.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undone_by: Option<PersonId>,
    /// When it was put back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undone_at: Option<Timestamp>,
    /// Skills of which something was not put back, because it had been changed since.
    #[serde(default)]
    pub kept: Vec<SkillId>,
}

/// What puts `swaps` back in the skills as they stand, and of which skills something stays because somebody has changed
/// it since. Skills that are gone are neither.
pub fn aim_undo<'a>(swaps: &[AimSwap], skill: impl Fn(&SkillId) -> Option<&'a Skill>) -> (Vec<AimSwap>, Vec<SkillId>) {
    let (mut back, mut kept) = (Vec::new(), Vec::new());
    for swap in swaps {
        let Some(now) = skill(&swap.skill).map(Aim::of) else { continue };
        let (then, is_whole) = as_before(now, swap);
        if !is_whole {
            kept.push(swap.skill.clone());
        }
        if then != now {
            back.push(AimSwap { skill: swap.skill.clone(), before: now, after: then });
        }
    }
    (back, kept)
}

/// What is aimed at `now`, with everything that `swap` changed and nobody since as it was before; and whether that is
/// all of it.
fn as_before(now: Aim, swap: &AimSwap) -> (Aim, bool) {
    let (before, after) = (swap.before, swap.after);
    let mut is_whole = true;
    let then = Aim {
        criticality: one(now.criticality, before.criticality, after.criticality, &mut is_whole),
        target: Target {
            people: one(now.target.people, before.target.people, after.target.people, &mut is_whole),
            level: one(now.target.level, before.target.level, after.target.level, &mut is_whole),
            by: one(now.target.by, before.target.by, after.target.by, &mut is_whole),
        },
    };
    (then, is_whole)
}

fn one<T: PartialEq>(now: T, before: T, after: T, is_whole: &mut bool) -> T {
    if before == after || now == before {
        return now;
    }
    if now == after {
        return before;
    }
    *is_whole = false;
    now
}

impl AimChange {
    /// The change in words for whoever looks.
    pub(super) fn in_words(&self, viewer: &Viewer<'_>) -> LastChange {
        let name = |person: Option<&PersonId>| match person {
            Some(person) if viewer.is(person) => "You".to_owned(),
            Some(person) => viewer.org.name_of(person).to_owned(),
            None => "The server".to_owned(),
        };
        let when = |at| viewer.clocks.when(&viewer.zone, at);
        let skills = counted(self.swaps.len(), "skill", "skills");
        let mut words = format!("{} changed {skills}, {}.", name(self.by.as_ref()), when(self.at));
        let kept: Vec<SkillTag> = self.kept.iter().map(|skill| SkillTag::of(viewer.org, skill)).collect();
        if let Some(at) = self.undone_at {
            words.push_str(&format!(" {} put it back, {}.", name(self.undone_by.as_ref()), when(at)));
            if !kept.is_empty() {
                let names = listed(kept.iter().map(|skill| skill.name.as_str()), 4);
                words.push_str(&format!(" What somebody had changed since stays: {names}."));
            }
        }
        LastChange { words, undo: self.undone_at.is_none().then_some(self.at), kept }
    }
}

/// Puts what is aimed at into an organisation that nobody sees, as a change would.
#[cfg(test)]
pub(super) fn put_all(org: &mut crate::org::Org, swaps: &[AimSwap]) {
    for swap in swaps {
        if let Some(skill) = org.skill(&swap.skill).cloned() {
            org.put_skill(swap.after.put(&skill));
        }
    }
}
