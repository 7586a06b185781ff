//! What fits are made from: the organisation, the program's rules, an organiser's terms and the clocks, read once.

use super::fit::{Fit, Ingredient};
use super::left_out::{LeftOut, Unfit};
use super::measures::Two;
use super::terms::Terms;
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::id::{PersonId, ProgramId, SkillId};
use crate::mentoring::{Roll, Rules};
use crate::org::Org;
use crate::pair::{Pair, PairStage};
use crate::person::Person;
use crate::program::Program;
use crate::suggest::Band;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// From so many points of what is no wish, of a thousand, two people are a strong fit.
const STRONG: u32 = 700;
/// From so many they are a good one.
const GOOD: u32 = 450;

/// What fits are made from.
pub struct Ground<'a> {
    org: &'a Org,
    program: &'a Program,
    rules: Rules,
    terms: &'a Terms,
    clocks: &'a Clocks<'a>,
    roll: Roll<'a>,
    counting: Vec<Ingredient>,
}

impl<'a> Ground<'a> {
    /// The ground of a program; `None` when it is no mentorship.
    pub fn of(org: &'a Org, program: &'a ProgramId, terms: &'a Terms, clocks: &'a Clocks<'a>) -> Option<Self> {
        let found = org.program(program)?;
        let rules = Rules::of(found)?;
        let counts = |ingredient: &Ingredient| match ingredient {
            Ingredient::OtherTeam => rules.different_teams,
            Ingredient::Mutual => rules.mutual,
            Ingredient::Wish
            | Ingredient::Goal
            | Ingredient::Teaches
            | Ingredient::Hours
            | Ingredient::OtherPlace
            | Ingredient::New => true,
        };
        let counting = Ingredient::ALL.into_iter().filter(counts).collect();
        Some(Self { org, program: found, rules, terms, clocks, roll: Roll::of(org, program), counting })
    }

    /// What the program asks for.
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// What a fit is made of in the program.
    pub fn counting(&self) -> &[Ingredient] {
        &self.counting
    }

    /// Who looks and who mentors.
    pub const fn roll(&self) -> &Roll<'a> {
        &self.roll
    }

    /// The program.
    pub const fn program(&self) -> &'a Program {
        self.program
    }

    /// The organisation.
    pub const fn org(&self) -> &'a Org {
        self.org
    }

    /// What the clocks show.
    pub const fn clocks(&self) -> &'a Clocks<'a> {
        self.clocks
    }

    /// How many more learners a mentor takes.
    pub fn free_places(&self, mentor: &PersonId) -> u32 {
        self.roll.taken(&self.rules, mentor).free()
    }

    /// How well a learner fits with every mentor of the program, or why not at all, by mentor.
    pub fn fits_of(&self, mentee: &PersonId) -> Vec<(&'a PersonId, Result<Fit, Box<LeftOut>>)> {
        let wanted = self.wanted_by(mentee);
        self.roll.mentors().map(|mentor| (mentor, self.fit_in(mentee, mentor, &wanted))).collect()
    }

    /// How well a learner and a mentor fit, or why not at all.
    pub fn fit(&self, mentee: &PersonId, mentor: &PersonId) -> Result<Fit, Box<LeftOut>> {
        self.fit_in(mentee, mentor, &self.wanted_by(mentee))
    }

    fn fit_in(
        &self,
        mentee: &PersonId,
        mentor: &PersonId,
        wanted: &BTreeMap<&SkillId, Level>,
    ) -> Result<Fit, Box<LeftOut>> {
        let wish = self.org.seeking(&self.program.id, mentee).and_then(|seeking| {
            let rank = seeking.rank_of(mentor)?;
            Some((rank, &seeking.wishes.get(rank)?.skill))
        });
        let left = |because, fit| {
            Box::new(LeftOut {
                mentee: mentee.clone(),
                mentor: mentor.clone(),
                because,
                fit,
                is_wished_for: wish.is_some(),
            })
        };
        if mentee == mentor {
            return Err(left(Unfit::Oneself, None));
        }
        let people = (self.org.person(mentee), self.org.person(mentor).filter(|_| self.roll.is_mentor(mentor)));
        let (Some(learner), Some(teacher)) = people else { return Err(left(Unfit::Left, None)) };
        let two = Two { learner, teacher, wish: wish.map(|(rank, _)| rank) };
        let is_pinned = self.terms.pins.iter().any(|pin| pin.mentee == *mentee && pin.mentor == *mentor);
        let skills = self.teachable(two, wanted, wish.map(|(_, skill)| skill));
        let best = skills.iter().map(|skill| self.measured(two, skill));
        let best = best.max_by(|a, b| (a.score, Reverse(&a.skill)).cmp(&(b.score, Reverse(&b.skill))));
        if let Some(because) = self.barred(learner, teacher) {
            return Err(left(because, best));
        }
        match (best, self.in_the_way(learner, teacher)) {
            (Some(fit), Some(because)) if !is_pinned => Err(left(because, Some(fit))),
            (Some(fit), _) => Ok(fit),
            (None, _) => match self.any_skill(two, wanted).filter(|_| is_pinned) {
                Some(skill) => Ok(self.measured(two, skill)),
                None => Err(left(Unfit::NothingToTeach, None)),
            },
        }
    }

    /// What the learner wants and the program is about, with what they know of it.
    fn wanted_by(&self, mentee: &PersonId) -> BTreeMap<&'a SkillId, Level> {
        let wants = self.org.wants_of(mentee).map(|(skill, _)| skill).filter(|skill| self.rules.is_about(skill));
        wants.map(|skill| (skill, self.level(mentee, skill))).collect()
    }

    /// In which of it the mentor is far enough ahead; the skill of the wish alone, when it is one of these.
    fn teachable<'b>(
        &self,
        two: Two,
        wanted: &BTreeMap<&'b SkillId, Level>,
        wished: Option<&'b SkillId>,
    ) -> Vec<&'b SkillId> {
        let ahead = |skill: &SkillId, own: Level| {
            let level = self.level(&two.teacher.id, skill);
            let knows_enough = level >= Level::ALONE || self.org.offer(&two.teacher.id, skill).is_some();
            knows_enough && level.number() >= own.number() + self.rules.levels_apart
        };
        if let Some(skill) = wished.filter(|skill| ahead(skill, self.level(&two.learner.id, skill))) {
            return vec![skill];
        }
        let has_learned = self.learned(two);
        let open = wanted.iter().filter(|(skill, own)| !has_learned.contains(*skill) && ahead(skill, **own));
        open.map(|(skill, _)| *skill).collect()
    }

    /// What the two have brought to an end as a pair: they need not begin with it again.
    fn learned(&self, two: Two) -> BTreeSet<&'a SkillId> {
        let ended = self.between(two.learner, two.teacher).filter(|pair| !pair.is_open());
        ended.map(|pair| &pair.skill).collect()
    }

    /// Something for two whom an organiser pins although nothing fits: what the learner wants, or what the mentor knows
    /// best.
    fn any_skill<'b>(&self, two: Two, wanted: &BTreeMap<&'b SkillId, Level>) -> Option<&'b SkillId>
    where
        'a: 'b,
    {
        let known = self.org.known_by(&two.teacher.id);
        let best = known.max_by_key(|(skill, known)| (known.estimate.level, Reverse(*skill))).map(|(skill, _)| skill);
        let asked = wanted.keys().copied().max_by_key(|skill| (self.level(&two.teacher.id, skill), Reverse(*skill)));
        asked.or(best)
    }

    /// What no pin overcomes.
    fn barred(&self, learner: &Person, teacher: &Person) -> Option<Unfit> {
        if self.rules.keep_leads_apart && self.leads(teacher, learner) {
            Some(Unfit::OwnLead)
        } else if self.between(learner, teacher).any(Pair::is_open) {
            Some(Unfit::Paired)
        } else {
            None
        }
    }

    /// What only an organiser overlooks, by a pin.
    fn in_the_way(&self, learner: &Person, teacher: &Person) -> Option<Unfit> {
        let (now, seeking) = (self.clocks.now, self.org.seeking(&self.program.id, &learner.id));
        let ended = |pair: &Pair| matches!(pair.stage, PairStage::Ended { .. });
        if self.between(learner, teacher).any(ended)
            || seeking.is_some_and(|seeking| seeking.was_declined(&teacher.id, now))
        {
            Some(Unfit::Parted)
        } else if !share_a_language(learner, teacher) {
            Some(Unfit::NoLanguage)
        } else if self.meeting(learner, teacher).shared_working_minutes(self.clocks) == 0 {
            Some(Unfit::NoHours)
        } else {
            None
        }
    }

    /// True when one of the two leads the other.
    fn leads(&self, one: &Person, other: &Person) -> bool {
        let leads = |lead: &Person, of: &Person| {
            let member = crate::actor::Member { id: lead.id.clone(), role: lead.role, team: lead.team.clone() };
            crate::teams::leads(self.org, &crate::actor::Actor::Person(member), &of.id)
        };
        leads(one, other) || leads(other, one)
    }

    /// The pairs in which the one learned from the other, or does, in any program.
    pub(super) fn between(&self, learner: &Person, teacher: &Person) -> impl Iterator<Item = &'a Pair> {
        let (learner, teacher) = (learner.id.clone(), teacher.id.clone());
        let of = self.org.pairs_of(&learner).collect::<Vec<_>>().into_iter();
        let is_of_both = move |pair: &&Pair| pair.mentor == teacher && pair.ever().any(|one| *one == learner);
        of.filter(move |pair| is_of_both(pair) && !pair.is_taken_back())
    }

    pub(super) fn level(&self, person: &PersonId, skill: &SkillId) -> Level {
        self.org.known(person, skill).map_or(Level::NONE, |known| known.estimate.level)
    }

    fn measured(&self, two: Two, skill: &SkillId) -> Fit {
        let back = self.back(two);
        let points = |ingredient: &Ingredient| {
            let share = self.share(two, *ingredient, skill, back);
            (*ingredient, self.terms.weights.points(*ingredient, share, &self.counting))
        };
        let ingredients: Vec<(Ingredient, u16)> = self.counting.iter().map(points).collect();
        Fit {
            score: ingredients.iter().map(|(_, points)| points).sum(),
            band: self.band(two, skill, back),
            ingredients,
            skill: skill.clone(),
            back: back.cloned(),
        }
    }

    /// How well the two fit as people read it: by the usual weights, wished for or not. Without an hour that suits both no
    /// fit is strong.
    fn band(&self, two: Two, skill: &SkillId, back: Option<&SkillId>) -> Band {
        let counting = self.counting.iter().filter(|ingredient| **ingredient != Ingredient::Wish);
        let (mut own, mut all) = (0_u32, 0_u32);
        for ingredient in counting {
            own += u32::from(ingredient.most()) * u32::from(self.share(two, *ingredient, skill, back));
            all += u32::from(ingredient.most());
        }
        let by_points = match own / all.max(1) {
            STRONG.. => Band::Strong,
            GOOD.. => Band::Good,
            _ => Band::Stretch,
        };
        let shared = self.meeting(two.learner, two.teacher).shared_minutes(self.clocks);
        if shared == 0 { by_points.min(Band::Good) } else { by_points }
    }
}

/// True for people who speak the same language, and where one of them has not said which.
fn share_a_language(one: &Person, other: &Person) -> bool {
    let spoken = |person: &Person| -> BTreeSet<String> {
        person.languages.iter().map(|language| language.as_str().to_lowercase()).collect()
    };
    let (one, other) = (spoken(one), spoken(other));
    one.is_empty() || other.is_empty() || !one.is_disjoint(&other)
}
