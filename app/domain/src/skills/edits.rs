//! Changes to what people know, want and offer: who may make them and what they come to.

use crate::actor::Actor;
use crate::evidence::{Evidence, Level, Source};
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::people::relation;
use crate::rejection::{Noun, Rejection};
use crate::search::fold;
use crate::skill::Skill;
use crate::text::{Line, Prose};
use crate::time::{Minutes, Timestamp};
use crate::want::{Offer, Priority, Want};
use serde::{Deserialize, Serialize};

/// A level that somebody states: for themself, or for a colleague.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelEdit {
    /// Whose level.
    pub person: PersonId,
    /// In which skill.
    pub skill: SkillId,
    /// The level.
    pub level: Level,
    /// Why, in their words.
    pub note: Prose,
}

/// A want as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantEdit {
    /// What.
    pub skill: SkillId,
    /// How well.
    pub target: Level,
    /// How soon.
    pub priority: Priority,
}

/// An offer as a form sends it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferEdit {
    /// What.
    pub skill: SkillId,
    /// How long one meeting takes.
    pub minutes: Minutes,
    /// Where or how.
    pub note: Line,
}

/// A level as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelForm {
    /// Whose level.
    pub person: PersonId,
    /// In which skill, as chosen from a list.
    pub skill: String,
    /// In which skill, by its name.
    pub skill_text: String,
    /// 0 to 4.
    pub level: String,
    /// Why.
    pub note: String,
}

impl LevelForm {
    /// The level; refuses what is no skill and what is no level.
    pub fn parsed(&self, org: &Org, actor: &Actor) -> Result<LevelEdit, Rejection> {
        let skill = named_skill(org, actor, &self.skill, &self.skill_text)?;
        let (level, note) = (Level::parse(&self.level)?, Prose::parse("note", &self.note)?);
        Ok(LevelEdit { person: self.person.clone(), skill, level, note })
    }
}

/// A want as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WantForm {
    /// What.
    pub skill: SkillId,
    /// 1 to 4.
    pub target: String,
    /// Someday, soon or now.
    pub priority: String,
}

impl WantForm {
    /// The want; refuses what is no level or no priority.
    pub fn parsed(self) -> Result<WantEdit, Rejection> {
        let target =
            Level::parse(&self.target).map_err(|_| Rejection::invalid("target", "Choose a level from 1 to 4."))?;
        Ok(WantEdit { skill: self.skill, target, priority: Priority::parse(&self.priority)? })
    }
}

/// An offer as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferForm {
    /// What.
    pub skill: SkillId,
    /// How many minutes.
    pub minutes: String,
    /// Where or how.
    #[serde(default)]
    pub note: String,
}

impl OfferForm {
    /// The offer; refuses what is no number of minutes.
    pub fn parsed(self) -> Result<OfferEdit, Rejection> {
        let refused = |_| Rejection::invalid("minutes", "Write a number of minutes from 10 to 480.");
        let minutes = Minutes(self.minutes.trim().parse().map_err(refused)?);
        Ok(OfferEdit { skill: self.skill, minutes, note: Line::parse("offer_note", &self.note)? })
    }
}

/// The skill of a form in which it is chosen from a list, or written by name. Refuses names that no skill has.
pub fn named_skill(org: &Org, actor: &Actor, chosen: &str, written: &str) -> Result<SkillId, Rejection> {
    actor.may_read()?;
    let refused = || Rejection::invalid("skill", "Choose a skill from the list.");
    if !chosen.trim().is_empty() {
        return SkillId::parse(chosen.trim()).ok().filter(|id| org.skill(id).is_some()).ok_or_else(refused);
    }
    let written = fold(written.trim());
    let named = org.skills().find(|skill| fold(skill.name.as_str()) == written);
    named.map(|skill| skill.id.clone()).ok_or_else(refused)
}

/// The shortest meeting that can be offered, in minutes.
pub const SHORTEST_MEETING: u16 = 10;
/// The longest meeting that can be offered, in minutes.
pub const LONGEST_MEETING: u16 = 480;

impl LevelEdit {
    /// The evidence that it comes to: an own estimate, or a colleague's or manager's of somebody who works here.
    pub fn evidence(&self, org: &Org, actor: &Actor, now: Timestamp) -> Result<Evidence, Rejection> {
        let me = &actor.member()?.id;
        known_skill(org, &self.skill)?;
        let person = org.person(&self.person).filter(|person| person.is_active());
        let person = person.ok_or(Rejection::NotFound(Noun::Person))?;
        let source = if *me == self.person { Source::Own } else { relation(org, actor, person) };
        Ok(Evidence {
            person: self.person.clone(),
            skill: self.skill.clone(),
            level: self.level,
            source,
            by: Some(me.clone()),
            at: now,
            note: self.note.clone(),
            import: None,
            passed: None,
            reversed_at: None,
        })
    }
}

impl WantEdit {
    /// The want that it comes to. Refuses a target that is no level or is reached already.
    pub fn want(&self, org: &Org, actor: &Actor, now: Timestamp) -> Result<Want, Rejection> {
        let me = &actor.member()?.id;
        let skill = known_skill(org, &self.skill)?;
        if self.target == Level::NONE {
            return Err(Rejection::invalid("target", "Choose how well you want to know it, from aware to can teach."));
        }
        let level = org.known(me, &self.skill).map(|known| known.estimate.level).unwrap_or_default();
        if self.target <= level {
            let message = format!("You are at “{}” in {} already. Choose a higher level.", level.title(), skill.name);
            return Err(Rejection::invalid("target", message));
        }
        Ok(Want {
            person: me.clone(),
            skill: self.skill.clone(),
            target: self.target,
            priority: self.priority,
            at: now,
            import: None,
        })
    }
}

impl OfferEdit {
    /// The offer that it comes to. Refuses meetings shorter than ten minutes and longer than a day's work.
    pub fn offer(&self, org: &Org, actor: &Actor, now: Timestamp) -> Result<Offer, Rejection> {
        let me = &actor.member()?.id;
        known_skill(org, &self.skill)?;
        if !(SHORTEST_MEETING..=LONGEST_MEETING).contains(&self.minutes.0) {
            return Err(Rejection::invalid("minutes", "Write a number of minutes from 10 to 480."));
        }
        Ok(Offer {
            person: me.clone(),
            skill: self.skill.clone(),
            minutes: self.minutes,
            note: self.note.clone(),
            at: now,
        })
    }
}

/// Passes whoever gave the piece, and organisation admins; refuses one that was taken back already.
pub fn may_take_back(actor: &Actor, piece: &Evidence) -> Result<(), Rejection> {
    if actor.person().is_none() || actor.person() != piece.by.as_ref() {
        actor.at_least(crate::actor::Role::OrgAdmin)?;
    }
    if piece.reversed_at.is_some() {
        return Err(Rejection::Stale("This was taken back already.".into()));
    }
    Ok(())
}

fn known_skill<'a>(org: &'a Org, skill: &SkillId) -> Result<&'a Skill, Rejection> {
    org.skill(skill).ok_or_else(|| Rejection::invalid("skill", "Choose a skill from the list."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{NOW, evidence, fernhill, signed_in};

    fn level(person: &str, level: u8) -> LevelEdit {
        LevelEdit {
            person: person.parse().unwrap(),
            skill: "wound-care".parse().unwrap(),
            level: Level::try_from(level).unwrap(),
            note: Prose::default(),
        }
    }

    #[test]
    fn the_source_follows_from_who_speaks_for_whom() {
        let rows = [("amara-okafor", Source::Own), ("wen-li", Source::Peer), ("priya-raman", Source::Manager)];
        for (speaker, source) in rows {
            let given = level("amara-okafor", 4).evidence(&fernhill(), &signed_in(speaker), NOW).unwrap();
            assert_eq!((given.source, given.by.unwrap().as_str()), (source, speaker));
        }
    }

    #[test]
    fn nobody_speaks_for_who_has_left_and_the_console_for_nobody() {
        let left = level("dag-ek", 4).evidence(&fernhill(), &signed_in("wen-li"), NOW);
        assert_eq!(left, Err(Rejection::NotFound(Noun::Person)));
        let console = level("amara-okafor", 4).evidence(&fernhill(), &Actor::Console, NOW);
        assert_eq!(console, Err(Rejection::SignedOut));
        let unknown = LevelEdit { skill: "juggling".parse().unwrap(), ..level("wen-li", 1) };
        assert!(unknown.evidence(&fernhill(), &signed_in("wen-li"), NOW).is_err());
    }

    #[test]
    fn a_want_is_for_more_than_one_knows() {
        let want = |target| WantEdit {
            skill: "infusion-pumps".parse().unwrap(),
            target: Level::try_from(target).unwrap(),
            priority: Priority::Now,
        };
        let amara = signed_in("amara-okafor");
        assert!(want(4).want(&fernhill(), &amara, NOW).is_ok());
        for target in [0, 2, 3] {
            let refused = want(target).want(&fernhill(), &amara, NOW);
            assert!(matches!(refused, Err(Rejection::Invalid { field, .. }) if field == "target"), "{target}");
        }
    }

    #[test]
    fn a_meeting_takes_from_ten_minutes_to_a_day() {
        let offer = |minutes| OfferEdit {
            skill: "wound-care".parse().unwrap(),
            minutes: Minutes(minutes),
            note: Line::default(),
        };
        for (minutes, taken) in [(9, false), (10, true), (480, true), (481, false)] {
            assert_eq!(offer(minutes).offer(&fernhill(), &signed_in("wen-li"), NOW).is_ok(), taken, "{minutes}");
        }
    }

    #[test]
    fn a_skill_is_named_by_its_id_or_by_its_name() {
        let named = |chosen, written| named_skill(&fernhill(), &signed_in("wen-li"), chosen, written).ok();
        let wounds = Some("wound-care".parse().unwrap());
        assert_eq!(named("wound-care", ""), wounds);
        assert_eq!(named("", " wound CARE "), wounds);
        assert_eq!((named("", ""), named("juggling", "Wound care")), (None, None));
    }

    #[test]
    fn only_who_gave_evidence_takes_it_back_and_only_once() {
        let mut piece = evidence("amara-okafor", "wound-care", 4, Source::Manager);
        assert!(may_take_back(&signed_in("priya-raman"), &piece).is_ok());
        assert!(may_take_back(&signed_in("amara-okafor"), &piece).is_err());
        assert!(may_take_back(&Actor::Console, &piece).is_ok());
        piece.reversed_at = Some(NOW);
        assert!(matches!(may_take_back(&signed_in("priya-raman"), &piece), Err(Rejection::Stale(_))));
    }
}
