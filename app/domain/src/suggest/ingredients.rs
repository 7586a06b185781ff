//! The points of a pair, ingredient by ingredient. Whole numbers only, so that every machine counts the same.

use super::past::Past;
use super::{Band, Ingredient, IngredientKind};
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::id::{PersonId, SkillId};
use crate::org::{Known, Org};
use crate::person::Person;
use crate::skill::Skill;
use crate::slots::Meeting;
use crate::time::{Minutes, Span};
use crate::want::{Offer, Priority, Want};
use std::cmp::Reverse;

/// From so many points on two people are a strong fit.
const STRONG: u16 = 650;
/// From so many points on they are a good one.
const GOOD: u16 = 420;
/// So many shared minutes a day are as good as any more.
const PLENTY_OF_HOURS: i64 = 90;
/// How long a meeting takes when nobody has said.
pub(super) const USUAL_MEETING: Minutes = Minutes(30);

/// A learner, a teacher and a skill, with what speaks for them.
pub(super) struct Pair<'a> {
    pub(super) learner: &'a Person,
    pub(super) teacher: &'a Person,
    pub(super) skill: &'a Skill,
    pub(super) known: Option<&'a Known>,
    pub(super) offer: Option<&'a Offer>,
    pub(super) want: Option<&'a Want>,
    /// How many people beside the teacher could teach it.
    pub(super) other_teachers: u32,
    /// What the teacher wants and the learner knows or offers.
    pub(super) back: Option<&'a Skill>,
    /// True when the learner offers it.
    pub(super) back_is_offered: bool,
    pub(super) shared_minutes: i64,
    pub(super) left: i64,
    pub(super) usual_answer: Option<Span>,
    pub(super) teams: Teams<'a>,
}

/// The names of the teams that two people work in.
pub(super) enum Teams<'a> {
    Same,
    /// The teacher's.
    Other(&'a str),
    Unknown,
}

/// What pairs are made from.
pub(super) struct Ground<'a> {
    pub(super) org: &'a Org,
    pub(super) past: Past,
    pub(super) clocks: &'a Clocks<'a>,
}

impl<'a> Ground<'a> {
    pub(super) fn pair(&self, learner: &'a Person, teacher: &'a Person, skill: &'a Skill) -> Pair<'a> {
        let org = self.org;
        let back = org.wants_of(&teacher.id).filter_map(|(wanted, _)| {
            let offered = org.offer(&learner.id, wanted).is_some();
            let known = org.known(&learner.id, wanted).is_some_and(|known| known.estimate.level >= Level::ALONE);
            (offered || known).then_some((offered, org.skill(wanted)?))
        });
        let back = back.max_by_key(|(offered, skill)| (*offered, Reverse(&skill.id)));
        let offer = org.offer(&teacher.id, &skill.id);
        let minutes = offer.map_or(USUAL_MEETING, |offer| offer.minutes);
        Pair {
            learner,
            teacher,
            skill,
            known: org.known(&teacher.id, &skill.id),
            offer,
            want: org.want(&learner.id, &skill.id),
            other_teachers: org.graph().teachers_beside(&teacher.id, &skill.id),
            back: back.map(|(_, skill)| skill),
            back_is_offered: back.is_some_and(|(offered, _)| offered),
            shared_minutes: Meeting { you: learner, them: teacher, minutes }.shared_minutes(self.clocks),
            left: self.past.left(teacher),
            usual_answer: self.past.usual_answer(&teacher.id),
            teams: Teams::of(org, learner, teacher),
        }
    }
}

impl<'a> Pair<'a> {
    /// The two, meeting for as long as the teacher offers.
    pub(super) fn meeting(&self) -> Meeting<'a> {
        Meeting { you: self.learner, them: self.teacher, minutes: self.minutes() }
    }

    /// How well the two fit. Without a shared hour, or without a wish, no fit is strong; who needs help themself is
    /// a stretch.
    pub(super) fn band(&self) -> Band {
        let by_points = match self.points() {
            STRONG.. => Band::Strong,
            GOOD.. => Band::Good,
            _ => Band::Stretch,
        };
        if self.level() < Level::ALONE && self.offer.is_none() {
            Band::Stretch
        } else if self.shared_minutes == 0 || self.want.is_none() {
            by_points.min(Band::Good)
        } else {
            by_points
        }
    }

    pub(super) fn points(&self) -> u16 {
        IngredientKind::ALL.into_iter().map(|kind| self.points_of(kind)).sum()
    }

    /// Where it stands among others once it lost some points: more points first, then by the ids.
    pub(super) fn place(&self, lost: u16) -> (Reverse<u16>, &'a PersonId, &'a SkillId) {
        (Reverse(self.points().saturating_sub(lost)), &self.teacher.id, &self.skill.id)
    }

    pub(super) fn ingredients(&self) -> Vec<Ingredient> {
        IngredientKind::ALL.into_iter().map(|kind| Ingredient { kind, points: self.points_of(kind) }).collect()
    }

    pub(super) fn points_of(&self, kind: IngredientKind) -> u16 {
        let most = kind.most();
        match kind {
            IngredientKind::Goal => match self.want.map(|want| want.priority) {
                Some(Priority::Now) => most,
                Some(Priority::Soon) => 150,
                Some(Priority::Someday) => 100,
                None => 0,
            },
            IngredientKind::Teaches => self.teaches(),
            IngredientKind::Hours => share(most, self.shared_minutes, PLENTY_OF_HOURS),
            IngredientKind::Mutual => match (self.back, self.back_is_offered) {
                (Some(_), true) => most,
                (Some(_), false) => 100,
                (None, _) => 0,
            },
            IngredientKind::Capacity => share(most, self.left, 2 * i64::from(self.minutes().0)),
            IngredientKind::OtherTeam => match self.teams {
                Teams::Other(_) => most,
                Teams::Same | Teams::Unknown => 0,
            },
            IngredientKind::Answers => match self.usual_answer {
                Some(after) if after <= Span::days(1) => most,
                Some(after) if after <= Span::days(2) => 35,
                Some(_) => 15,
                None => 0,
            },
        }
    }

    /// What the teacher knows.
    pub(super) fn level(&self) -> Level {
        self.known.map_or(Level::NONE, |known| known.estimate.level)
    }

    /// How long the two would meet.
    pub(super) fn minutes(&self) -> Minutes {
        self.offer.map_or(USUAL_MEETING, |offer| offer.minutes)
    }

    fn teaches(&self) -> u16 {
        let level = match self.level().number() {
            4.. => 160,
            3 => 110,
            2 => 50,
            0 | 1 => 0,
        };
        let certainty = self.known.map_or(0, |known| u16::from(known.estimate.certainty.min(3)) * 15);
        level + certainty + if self.offer.is_some() { 95 } else { 0 }
    }
}

impl<'a> Teams<'a> {
    fn of(org: &'a Org, learner: &Person, teacher: &'a Person) -> Self {
        match (&learner.team, teacher.team.as_ref().and_then(|team| org.team(team))) {
            (Some(own), Some(other)) if *own == other.id => Self::Same,
            (_, Some(other)) => Self::Other(other.name.as_str()),
            (_, None) => Self::Unknown,
        }
    }
}

/// `most` points once `amount` reaches `plenty`, evenly fewer below.
fn share(most: u16, amount: i64, plenty: i64) -> u16 {
    u16::try_from(i64::from(most) * amount.clamp(0, plenty) / plenty.max(1)).unwrap_or(most)
}
