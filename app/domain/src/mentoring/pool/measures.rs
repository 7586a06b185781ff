//! How much of each ingredient two people have, in thousandths. Whole numbers only, so that every machine counts the same.

use super::fit::Ingredient;
use super::ground::Ground;
use crate::evidence::Level;
use crate::id::SkillId;
use crate::matching::TOP_SCORE;
use crate::person::Person;
use crate::slots::Meeting;
use crate::want::Priority;
use std::cmp::Reverse;

/// So many minutes of a day that suit both are as good as any more.
const PLENTY: i64 = 90;
/// So many minutes of a day at which both work are as good as any more.
const PLENTY_OF_WORK: i64 = 240;

/// Somebody who looks for a mentor, and a mentor.
#[derive(Clone, Copy)]
pub(super) struct Two<'a> {
    pub(super) learner: &'a Person,
    pub(super) teacher: &'a Person,
    /// The place of the mentor among the learner's wishes, from 0.
    pub(super) wish: Option<usize>,
}

impl<'a> Ground<'a> {
    /// The two, meeting for as long as the program has people meet.
    pub(super) fn meeting<'b>(&self, learner: &'b Person, teacher: &'b Person) -> Meeting<'b> {
        Meeting { you: learner, them: teacher, minutes: self.rules().minutes }
    }

    /// What the mentor wants and the learner knows or offers, where the program lets pairs teach both ways.
    pub(super) fn back(&self, two: Two) -> Option<&'a SkillId> {
        if !self.rules().mutual {
            return None;
        }
        let found = self.org().wants_of(&two.teacher.id).map(|(skill, _)| skill).filter_map(|skill| {
            let own = self.level(&two.learner.id, skill);
            let is_ahead = own.number() > self.level(&two.teacher.id, skill).number();
            let offers = self.org().offer(&two.learner.id, skill).is_some();
            (is_ahead && (offers || own >= Level::ALONE)).then_some((offers, own, skill))
        });
        found.max_by_key(|(offers, own, skill)| (*offers, *own, Reverse(*skill))).map(|(.., skill)| skill)
    }

    /// How much of an ingredient the two have.
    pub(super) fn share(&self, two: Two, ingredient: Ingredient, skill: &SkillId, back: Option<&SkillId>) -> u16 {
        let all_or_nothing = |has: bool| if has { TOP_SCORE } else { 0 };
        match ingredient {
            Ingredient::Wish => two.wish.map_or(0, |rank| {
                let less = u16::try_from(rank).unwrap_or(u16::MAX).saturating_mul(200);
                TOP_SCORE.saturating_sub(less).max(200)
            }),
            Ingredient::Goal => match self.org().want(&two.learner.id, skill).map(|want| want.priority) {
                Some(Priority::Now) => TOP_SCORE,
                Some(Priority::Soon) => 750,
                Some(Priority::Someday) => 500,
                // They wish for it, and have not said that they want it.
                None => 400,
            },
            Ingredient::Teaches => self.teaches(two, skill),
            Ingredient::Hours => {
                let meeting = self.meeting(two.learner, two.teacher);
                part(800, meeting.shared_minutes(self.clocks()), PLENTY)
                    + part(200, meeting.shared_working_minutes(self.clocks()), PLENTY_OF_WORK)
            }
            Ingredient::OtherTeam => match (&two.learner.team, &two.teacher.team) {
                (Some(own), Some(other)) => all_or_nothing(own != other),
                (None, _) | (_, None) => 0,
            },
            Ingredient::OtherPlace => {
                let (own, other) = (two.learner.place.as_str(), two.teacher.place.as_str());
                all_or_nothing(!own.is_empty() && !other.is_empty() && !own.eq_ignore_ascii_case(other))
            }
            Ingredient::Mutual => all_or_nothing(back.is_some()),
            Ingredient::New => all_or_nothing(self.between(two.learner, two.teacher).next().is_none()),
        }
    }

    fn teaches(&self, two: Two, skill: &SkillId) -> u16 {
        let known = self.org().known(&two.teacher.id, skill).map(|known| &known.estimate);
        let level = match self.level(&two.teacher.id, skill).number() {
            4.. => 600,
            3 => 400,
            2 => 200,
            0 | 1 => 100,
        };
        let certainty = known.map_or(0, |estimate| u16::from(estimate.certainty.min(3)) * 50);
        level + certainty + if self.org().offer(&two.teacher.id, skill).is_some() { 250 } else { 0 }
    }
}

/// `most` once `amount` reaches `plenty`, evenly fewer below.
fn part(most: u16, amount: i64, plenty: i64) -> u16 {
    u16::try_from(i64::from(most) * amount.clamp(0, plenty) / plenty.max(1)).unwrap_or(most)
}
