//! Why a learner has the mentor they have, or none, in sentences: for whoever looks after the program, who may know of
//! everybody, and for the learner, who is told nothing of other learners by name and nothing of what was decided by hand.

use super::posed::Solved;
use super::way_out::{Change, WayOut};
use crate::id::PersonId;
use crate::matching::{Because, Passed, Reasons};
use crate::mentoring::{LeftOut, Unfit};
use crate::org::Org;
use crate::wording::listed;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most mentors of whom it is said one by one why not.
const MOST_TOLD: usize = 6;

/// Who reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// Whoever looks after the program.
    Organiser,
    /// The learner themself.
    Learner,
}

/// A change that would give somebody a mentor, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayOutLine {
    /// "If Noor took one learner more, Jonas would have Noor."
    pub text: String,
    /// Where that can be changed, by whoever reads; nothing where it is not theirs to change.
    pub link: Option<(String, String)>,
}

/// Tells why.
pub(super) struct Teller<'a> {
    pub(super) org: &'a Org,
    pub(super) solved: &'a Solved,
    pub(super) told: Told,
}

impl Teller<'_> {
    /// Why a learner has nobody, in a sentence; empty for whoever has a mentor or does not look for one.
    pub(super) fn because(&self, mentee: &PersonId) -> String {
        let Ok(reasons) = self.solved.arranged.standing.reasons(mentee) else { return String::new() };
        if reasons.mentor.is_some() {
            return String::new();
        }
        match reasons.passed.first() {
            Some(first) => self.passed(&reasons, first),
            None => self.nobody_fits(mentee),
        }
    }

    /// Why not each of those who fit better, and of those whom they wished for.
    pub(super) fn why_not(&self, mentee: &PersonId) -> Vec<(PersonId, String)> {
        let Ok(reasons) = self.solved.arranged.standing.reasons(mentee) else { return Vec::new() };
        let passed = reasons.passed.iter().take(MOST_TOLD);
        let passed = passed.map(|passed| (passed.mentor.clone(), self.passed(&reasons, passed)));
        let wished = self.left_out(mentee).filter(|left| left.is_wished_for);
        let wished = wished.map(|left| {
            let words = format!("{}: {}.", self.first_name(&left.mentor), self.unfit(left.because));
            (left.mentor.clone(), words)
        });
        passed.chain(wished).collect()
    }

    fn left_out(&self, mentee: &PersonId) -> impl Iterator<Item = &LeftOut> {
        self.solved.posed.pool.left_out.iter().filter(move |left| left.mentee == *mentee)
    }

    fn passed(&self, reasons: &Reasons, passed: &Passed) -> String {
        let mentor = self.first_name(&passed.mentor);
        match (&passed.because, self.told) {
            (Because::Forbidden, Told::Organiser) => format!("You ruled out the pair with {mentor}."),
            (Because::Pinned, Told::Organiser) => {
                let pinned = reasons.mentor.as_ref().map_or_else(|| "somebody else".into(), |to| self.first_name(to));
                format!("{mentor} fits better, and you pinned {} to {pinned}.", self.first_name(&reasons.mentee))
            }
            (Because::Forbidden | Because::Pinned, Told::Learner) => {
                format!("The organisers have decided otherwise about {mentor}. Ask them if you want to know more.")
            }
            (Because::Closed, _) => self.closed(passed),
            (Because::Outbid(others), _) => self.outbid(&reasons.mentee, &passed.mentor, others),
            (Because::Spread, Told::Organiser) => {
                let has = reasons.mentor.as_ref().map_or_else(|| "another".into(), |to| self.first_name(to));
                format!("{mentor} fits a little better, and {has} has fewer learners: mentors are asked evenly.")
            }
            (Because::Spread, Told::Learner) => {
                format!("{mentor} fits a little better, and has more learners already: mentors are asked evenly.")
            }
        }
    }

    /// A mentor who takes nobody now.
    fn closed(&self, passed: &Passed) -> String {
        let name = self.first_name(&passed.mentor);
        if self.solved.arranged.closed.contains(&passed.mentor) {
            return format!("There is no circle around {name} this time: fewer circles serve the same people.");
        }
        if self.is_paused(&passed.mentor) {
            format!("{name} would fit, and takes nobody new for now.")
        } else {
            format!("{name} would fit, and all their places are taken.")
        }
    }

    fn outbid(&self, mentee: &PersonId, mentor: &PersonId, others: &[PersonId]) -> String {
        let (posed, name) = (&self.solved.posed, self.first_name(mentor));
        let own = posed.wait(mentee);
        let waits: Vec<u8> = others.iter().map(|other| posed.wait(other)).collect();
        let is_pinned =
            |other: &PersonId| posed.pool.instance.pins.iter().any(|pin| pin.mentee == *other && pin.mentor == *mentor);
        let pinned = others.iter().filter(|other| is_pinned(other)).count();
        let because = if pinned > 0 {
            match (self.told, pinned == others.len()) {
                (Told::Organiser, true) => "as you pinned that",
                (Told::Organiser, false) => "in part as you pinned that",
                (Told::Learner, true) => "as the organisers decided",
                (Told::Learner, false) => "in part as the organisers decided",
            }
        } else if waits.iter().all(|wait| *wait > own) {
            "who have waited longer"
        } else if waits.iter().all(|wait| *wait >= own) {
            "who have waited as long or longer, and so all fit better together"
        } else {
            "as that gives more people a mentor"
        };
        let places = if others.len() == 1 { "place" } else { "places" };
        let because = if others.len() == 1 { because.replace("have", "has") } else { because.to_owned() };
        match self.told {
            Told::Organiser => {
                let names: Vec<String> = others.iter().map(|other| self.first_name(other)).collect();
                let names = listed(names.iter().map(String::as_str), 3);
                format!("{name}’s {places} went to {names}, {because}.")
            }
            Told::Learner => {
                let others = if others.len() == 1 { "a colleague" } else { "colleagues" };
                format!("{name}’s {places} went to {others}, {because}.")
            }
        }
    }

    /// Nobody who mentors in the program could be theirs.
    fn nobody_fits(&self, mentee: &PersonId) -> String {
        let wants_nothing = self.org.wants_of(mentee).next().is_none();
        let mut ways: BTreeMap<Unfit, Vec<String>> = BTreeMap::new();
        for left in self.left_out(mentee).filter(|left| left.because != Unfit::Oneself) {
            ways.entry(left.because).or_default().push(self.first_name(&left.mentor));
        }
        let most = ways.into_iter().max_by_key(|(because, mentors)| (mentors.len(), *because));
        match (self.told, most) {
            _ if self.solved.posed.pool.instance.mentors.is_empty() => "Nobody mentors in this program yet.".to_owned(),
            (Told::Organiser, None) if wants_nothing => {
                format!("{} has not said what they want to learn.", self.first_name(mentee))
            }
            (Told::Learner, None) if wants_nothing => "You have not said yet what you want to learn.".to_owned(),
            (_, None | Some((Unfit::NothingToTeach, _))) => {
                let whom = if self.told == Told::Learner { "you want" } else { "they want" };
                format!("Nobody who mentors here is far enough ahead in what {whom} to learn.")
            }
            (told, Some((because, mentors))) => {
                let know = if mentors.len() == 1 { "knows" } else { "know" };
                let mentors = listed(mentors.iter().map(String::as_str), 3);
                let it = match told {
                    Told::Learner => "what you want".to_owned(),
                    Told::Organiser => format!("what {} wants", self.first_name(mentee)),
                };
                format!("{mentors} {know} {it}. What stands in the way: {}.", because.words())
            }
        }
    }

    const fn unfit(&self, because: Unfit) -> &'static str {
        match self.told {
            Told::Organiser => because.words(),
            Told::Learner => because.words_to_learner(),
        }
    }

    /// A change in words, with where whoever reads can make it.
    pub(super) fn way_out(&self, mentee: &PersonId, way_out: &WayOut) -> WayOutLine {
        let (learner, mentor) = (self.first_name(mentee), self.first_name(&way_out.mentor));
        let then = match self.told {
            Told::Organiser => format!("{learner} would have {mentor}"),
            Told::Learner => format!("you would have {mentor}"),
        };
        let is_learner = self.told == Told::Learner;
        let (if_so, link) = match &way_out.change {
            Change::AnyHour => {
                let any =
                    if is_learner { "If any hour suited you".into() } else { format!("If any hour suited {learner}") };
                (any, is_learner.then(|| ("Change when you like to meet".to_owned(), format!("/people/{mentee}/edit"))))
            }
            Change::AlsoWant { skill } => {
                let say = is_learner.then(|| ("Say that you want it".to_owned(), format!("/skills/{skill}")));
                let skill = self.org.skill(skill).map_or(skill.as_str(), |skill| skill.name.as_str());
                let if_so = if is_learner {
                    format!("If you also wanted to learn {skill}")
                } else {
                    format!("If {learner} also wanted to learn {skill}")
                };
                (if_so, say)
            }
            Change::OneMore { mentor } => {
                let settings = format!("/admin/programs/{}", self.solved.posed.round.program);
                let link = (!is_learner && self.takes_all_that_it_lets(mentor))
                    .then(|| ("Let mentors take more".to_owned(), settings));
                (self.one_more(mentor), link)
            }
            Change::Allow { mentor } if is_learner => {
                (format!("If the organisers allowed the pair with {}", self.first_name(mentor)), None)
            }
            Change::Unpin { .. } if is_learner => ("If the organisers decided otherwise about you".to_owned(), None),
            Change::Allow { mentor } => (format!("If you allowed the pair with {}", self.first_name(mentor)), None),
            Change::Unpin { mentor } => (format!("If you took the pin to {} back", self.first_name(mentor)), None),
        };
        WayOutLine { text: format!("{if_so}, {then}."), link }
    }

    fn one_more(&self, mentor: &PersonId) -> String {
        let name = self.first_name(mentor);
        if self.is_paused(mentor) && self.solved.posed.places(mentor) == 0 {
            format!("If {name} took learners again")
        } else {
            format!("If {name} took one learner more")
        }
    }

    /// True for a mentor who takes as many as the program lets them, so that one more is for the program to allow.
    fn takes_all_that_it_lets(&self, mentor: &PersonId) -> bool {
        let posed = &self.solved.posed;
        let row = self.org.mentor(&posed.round.program, mentor);
        row.is_none_or(|row| row.paused.is_none() && row.places(&posed.rules) >= posed.rules.places)
    }

    pub(super) fn is_paused(&self, mentor: &PersonId) -> bool {
        let row = self.org.mentor(&self.solved.posed.round.program, mentor);
        row.is_some_and(|row| row.paused.is_some())
    }

    pub(super) fn first_name(&self, id: &PersonId) -> String {
        self.org.person(id).map_or_else(|| id.to_string(), |person| person.first_name().to_owned())
    }
}
