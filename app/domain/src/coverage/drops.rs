//! Skills that dropped below their target: noticed once for each drop, told to whoever wants to know, over when the
//! target is reached again.
//!
//! What stands in [`Noticed`] is what the last look found. A look rests on an organisation in memory; one that is older
//! than the last look's, in what happened or in how evidence has faded, is not taken, so that of several processes no
//! two tell the same drop.

use crate::actor::Role;
use crate::event::Seq;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::teams::used_below;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use super::cover;

/// One time that a skill dropped below its target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoverDrop {
    /// Which skill.
    pub skill: SkillId,
    /// Which of its drops, from 1.
    pub number: u32,
    /// When it was noticed.
    pub at: Timestamp,
    /// How many people covered it then.
    pub have: u32,
    /// How many should have.
    pub target: u32,
    /// When the target was reached again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recovered_at: Option<Timestamp>,
}

/// What somebody said about being told of a skill's drops.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watch {
    /// Who.
    pub person: PersonId,
    /// Of which skill.
    pub skill: SkillId,
    /// What they want.
    pub choice: WatchChoice,
    /// Since when.
    pub at: Timestamp,
}

/// Whether somebody wants to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WatchChoice {
    /// They do.
    Tell,
    /// They do not, whatever their role.
    Spare,
}

/// What the last look found, and what it rested on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// Where in the log the organisation stood.
    pub seq: Seq,
    /// When its levels were last worked out from all evidence.
    pub levels_at: Timestamp,
    /// The skills that reached their target.
    pub met: BTreeSet<SkillId>,
}

/// What a look found that the one before did not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turned {
    /// Skills that reached their target and do not any more.
    pub dropped: Vec<SkillId>,
    /// Skills that reach their target and did not, or were not there.
    pub recovered: Vec<SkillId>,
}

impl Noticed {
    /// A look at `org`, which stands at `seq` with levels of `levels_at`.
    pub fn look(org: &Org, seq: Seq, levels_at: Timestamp) -> Self {
        let is_met = |skill: &&crate::skill::Skill| {
            let cover = cover(org, skill);
            cover.have >= cover.target
        };
        Self { seq, levels_at, met: org.skills().filter(is_met).map(|skill| skill.id.clone()).collect() }
    }

    /// What turned since `before`; `None` when nothing did, or when this look rests on something older. A first look
    /// finds no drop: nobody knows how things stood. Skills that are gone did not drop.
    pub fn turned(&self, before: Option<&Self>, org: &Org) -> Option<Turned> {
        let Some(before) = before else { return Some(Turned::default()) };
        if self.seq < before.seq || self.levels_at < before.levels_at || self.met == before.met {
            return None;
        }
        let is_there = |skill: &&SkillId| org.skill(skill).is_some();
        Some(Turned {
            dropped: before.met.difference(&self.met).filter(is_there).cloned().collect(),
            recovered: self.met.difference(&before.met).cloned().collect(),
        })
    }
}

/// Which drops somebody is told of: program admins of all, managers of those of skills that their teams work with, and
/// everybody of what they asked for; but for what they want to be spared.
pub struct Hearing<'a> {
    org: &'a Org,
    person: &'a Person,
    works_with: BTreeSet<&'a SkillId>,
}

impl<'a> Hearing<'a> {
    /// What `person` hears of.
    pub fn of(org: &'a Org, person: &'a Person) -> Self {
        let leads = person.role == Role::Manager;
        let works_with = person.team.as_ref().filter(|_| leads).map(|team| used_below(org, team)).unwrap_or_default();
        Self { org, person, works_with }
    }

    /// True when they are told of the drops of `skill` from now on.
    pub fn includes(&self, skill: &SkillId) -> bool {
        match self.org.watch(&self.person.id, skill).map(|watch| watch.choice) {
            Some(WatchChoice::Tell) => true,
            Some(WatchChoice::Spare) => false,
            None => self.person.role >= Role::ProgramAdmin || self.works_with.contains(skill),
        }
    }

    /// True when they were told of `drop`: what they asked for later does not reach back.
    pub fn heard(&self, drop: &CoverDrop) -> bool {
        let asked = self.org.watch(&self.person.id, &drop.skill).filter(|watch| watch.choice == WatchChoice::Tell);
        let by_role = self.person.role >= Role::ProgramAdmin || self.works_with.contains(&drop.skill);
        self.includes(&drop.skill) && (by_role || asked.is_some_and(|watch| watch.at <= drop.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{NOW, fernhill};
    use crate::time::Span;

    fn id(text: &str) -> SkillId {
        text.parse().unwrap()
    }

    fn aiming(skill: &str, people: u8) -> Org {
        let mut org = fernhill();
        let mut skill = org.skill(&id(skill)).unwrap().clone();
        skill.target.people = people;
        org.put_skill(skill);
        org
    }

    #[test]
    fn a_drop_is_noticed_once_and_again_only_after_it_was_over() {
        let (calm, raised) = (fernhill(), aiming("wound-care", 4));
        let look = |org: &Org, seq| Noticed::look(org, Seq(seq), NOW);
        let first = look(&calm, 1);
        assert_eq!(first.turned(None, &calm), Some(Turned::default()), "nobody knows how it stood");
        assert_eq!(look(&calm, 2).turned(Some(&first), &calm), None);
        let second = look(&raised, 3);
        assert_eq!(second.turned(Some(&first), &raised).unwrap().dropped, [id("wound-care")]);
        assert_eq!(look(&raised, 4).turned(Some(&second), &raised), None, "once for each drop");
        let over = look(&calm, 5).turned(Some(&second), &calm).unwrap();
        assert_eq!((over.dropped, over.recovered), (vec![], vec![id("wound-care")]));
    }

    #[test]
    fn a_look_that_rests_on_something_older_is_not_taken() {
        let (calm, raised) = (fernhill(), aiming("wound-care", 4));
        let noticed = Noticed::look(&raised, Seq(9), NOW);
        assert_eq!(Noticed::look(&calm, Seq(8), NOW).turned(Some(&noticed), &calm), None);
        assert_eq!(Noticed::look(&calm, Seq(9), NOW.before(Span::days(1))).turned(Some(&noticed), &calm), None);
        assert!(Noticed::look(&calm, Seq(9), NOW).turned(Some(&noticed), &calm).is_some());
    }

    #[test]
    fn skills_that_were_never_covered_or_are_gone_do_not_drop() {
        let org = fernhill();
        let mut before = Noticed::look(&org, Seq(1), NOW);
        before.met.insert(id("gone"));
        let turned = Noticed::look(&aiming("wound-care", 3), Seq(2), NOW).turned(Some(&before), &org).unwrap();
        assert_eq!(turned, Turned::default(), "infusion pumps were below their target all along");
    }

    #[test]
    fn admins_hear_all_managers_what_their_teams_work_with_and_members_what_they_asked_for() {
        let mut org = fernhill();
        let drop =
            |skill: &str| CoverDrop { skill: id(skill), number: 1, at: NOW, have: 1, target: 2, recovered_at: None };
        let watch = |person: &str, skill: &str, choice, at| Watch {
            person: person.parse().unwrap(),
            skill: id(skill),
            choice,
            at,
        };
        let later = NOW.after(Span::hours(1));
        org.put_watch(watch("wen-li", "wound-care", WatchChoice::Tell, NOW));
        org.put_watch(watch("leila-haddou", "wound-care", WatchChoice::Tell, later));
        org.put_watch(watch("ines-carvalho", "backup-restore", WatchChoice::Spare, NOW));
        let rows = [
            ("ines-carvalho", [true, false]),
            ("priya-raman", [true, false]),
            ("wen-li", [true, false]),
            ("leila-haddou", [false, false]),
            ("amara-okafor", [false, false]),
        ];
        for (person, expected) in rows {
            let hearing = Hearing::of(&org, org.person(&person.parse().unwrap()).unwrap());
            let heard = ["wound-care", "backup-restore"].map(|skill| hearing.heard(&drop(skill)));
            assert_eq!(heard, expected, "{person}");
        }
        let leila = Hearing::of(&org, org.person(&"leila-haddou".parse().unwrap()).unwrap());
        assert!(leila.includes(&id("wound-care")), "from now on");
    }
}
