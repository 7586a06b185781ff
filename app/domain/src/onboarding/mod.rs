//! Three questions: what could you teach, what do you want to learn, when does it suit you. Each is one form and
//! one answer; then come three people.

mod picks;
#[cfg(test)]
mod tests;

use crate::id::SkillId;
use crate::org::Org;
use crate::person::Availability;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::slots::Slot;
use crate::suggest::{Search, Suggestion, suggestions};
use crate::tag::SkillTag;
use crate::time::{Minutes, Zone};
use crate::wording::sentence;
use picks::{could_learn, could_teach, note, teach_hint};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How long a first offer takes.
pub const FIRST_OFFER: Minutes = Minutes(30);
/// How many skills are offered to tick.
const PICKS: usize = 12;
/// How many skills one answer names at most.
const MOST: usize = 12;

/// One of the three questions, or what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// What could you teach someone in 30 minutes?
    Teach,
    /// What do you want to learn next?
    Learn,
    /// When suits you?
    When,
}

impl Question {
    /// The questions in order.
    pub const ALL: [Self; 3] = [Self::Teach, Self::Learn, Self::When];

    /// One word for it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Teach => "Teach",
            Self::Learn => "Learn",
            Self::When => "When",
        }
    }

    /// The question itself.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Teach => "What could you teach someone in 30 minutes?",
            Self::Learn => "What do you want to learn next?",
            Self::When => "When suits you?",
        }
    }

    /// The question at a step of the address: `1`, `2` or `3`. Not found for every other.
    pub fn at(step: &str) -> Result<Self, Rejection> {
        let asked = |question: &Self| question.place().to_string() == step;
        Self::ALL.into_iter().find(asked).ok_or(Rejection::NotFound(Noun::Question))
    }

    /// Its place, from 1.
    pub const fn place(self) -> u8 {
        match self {
            Self::Teach => 1,
            Self::Learn => 2,
            Self::When => 3,
        }
    }
}

/// A question with what to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartPage {
    /// Which question it is.
    pub question: Question,
    /// Where the choices come from.
    pub hint: String,
    /// Skills to tick; those chosen before are among them.
    pub picks: Vec<Pick>,
    /// Every other skill, to search in.
    pub others: Vec<Pick>,
    /// When the reader likes to meet.
    pub availability: Availability,
    /// Their zone.
    pub zone: String,
    /// What their clock shows: "09:12".
    pub clock: String,
    /// Who would come at the end if they stopped here.
    pub people: Vec<Suggestion>,
}

/// A skill to tick.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// Which.
    pub skill: SkillTag,
    /// "7 people can teach this".
    pub note: String,
    /// True when it was chosen before.
    pub chosen: bool,
}

/// What follows: people, and a first message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreePeoplePage {
    /// "Three people for you".
    pub title: String,
    /// What they have in common.
    pub lead: String,
    /// The people, the best fit first.
    pub people: Vec<Suggestion>,
    /// Times to meet the first of them.
    pub slots: Vec<Slot>,
    /// What the reader said: what they could teach.
    pub teach: Vec<SkillTag>,
    /// What they want to learn.
    pub learn: Vec<SkillTag>,
    /// When it suits them.
    pub availability: Availability,
    /// On which clock.
    pub zone: String,
}

/// An answer to one of the questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum Answer {
    /// These and no others.
    Teach {
        /// Which skills.
        skills: Vec<SkillId>,
    },
    /// These and no others.
    Learn {
        /// Which skills.
        skills: Vec<SkillId>,
    },
    /// Then, on a clock there.
    When {
        /// When.
        availability: Availability,
        /// Where.
        zone: Zone,
    },
}

impl Answer {
    /// What the answer changes for `person`; refuses skills that are not known and more than a few.
    pub fn checked(self, org: &Org) -> Result<Self, Rejection> {
        let skills = match &self {
            Self::Teach { skills } | Self::Learn { skills } => skills.as_slice(),
            Self::When { .. } => &[],
        };
        if skills.len() > MOST {
            return Err(Rejection::invalid("skills", format!("Choose at most {MOST}; you can add more later.")));
        }
        if skills.iter().any(|skill| org.skill(skill).is_none()) {
            return Err(Rejection::NotFound(Noun::Skill));
        }
        Ok(self)
    }
}

/// The question as the reader sees it.
pub fn start_page(reader: &Reader, question: Question) -> StartPage {
    let (org, me) = (reader.org, reader.me);
    let (hint, ranked, chosen): (_, Vec<SkillId>, BTreeSet<&SkillId>) = match question {
        Question::Teach => {
            (teach_hint(me), could_teach(org, me), org.offers_of(&me.id).map(|(skill, _)| skill).collect())
        }
        Question::Learn => (
            "Colleagues offer these now. One is enough.".to_owned(),
            could_learn(org, me),
            org.wants_of(&me.id).map(|(skill, _)| skill).collect(),
        ),
        Question::When => (String::new(), Vec::new(), BTreeSet::new()),
    };
    let first: Vec<&SkillId> =
        chosen.iter().copied().chain(ranked.iter().filter(|skill| !chosen.contains(skill))).collect();
    let shown: BTreeSet<&SkillId> = first.iter().copied().take(PICKS.max(chosen.len())).collect();
    let pick = |id: &SkillId| Pick {
        skill: SkillTag::of(org, id),
        note: note(org, me, id, question),
        chosen: chosen.contains(id),
    };
    let others = match question {
        Question::Teach | Question::Learn => org.skills().filter(|skill| !shown.contains(&skill.id)).collect(),
        Question::When => Vec::new(),
    };
    StartPage {
        question,
        hint,
        picks: first.into_iter().filter(|skill| shown.contains(skill)).map(pick).collect(),
        others: others.into_iter().map(|skill| pick(&skill.id)).collect(),
        availability: me.availability,
        zone: me.zone.as_str().to_owned(),
        clock: reader.clocks.time(&me.zone, reader.now()),
        people: three(reader),
    }
}

/// The people to learn from, for what the reader wants.
pub fn three_people_page(reader: &Reader) -> ThreePeoplePage {
    let people = three(reader);
    let title = match people.len() {
        0 => "Nobody yet".to_owned(),
        1 => "One person for you".to_owned(),
        n => format!("{} people for you", sentence(&crate::wording::number(n))),
    };
    let both = people.iter().filter(|found| found.points(crate::suggest::IngredientKind::Mutual) > 0).count();
    let lead = match (people.len(), both) {
        (0, _) => "Nobody offers what you want to learn so far. Choose more, or look around.".to_owned(),
        (n, both) if n == both && n > 1 => "They match on both sides: you could teach each other.".to_owned(),
        (_, 0) => "They know what you want to learn, and this is why they fit.".to_owned(),
        (_, _) => "They know what you want to learn; with some you could teach each other.".to_owned(),
    };
    let (org, me) = (reader.org, reader.me);
    ThreePeoplePage {
        title,
        lead,
        slots: first_slots(reader, people.first()),
        people,
        teach: org.offers_of(&me.id).map(|(skill, _)| SkillTag::of(org, skill)).collect(),
        learn: org.wants_of(&me.id).map(|(skill, _)| SkillTag::of(org, skill)).collect(),
        availability: me.availability,
        zone: me.zone.as_str().to_owned(),
    }
}

fn three(reader: &Reader) -> Vec<Suggestion> {
    let search = Search { learner: &reader.me.id, skills: &[], most: 3 };
    suggestions(reader.org, search, reader.clocks)
}

fn first_slots(reader: &Reader, first: Option<&Suggestion>) -> Vec<Slot> {
    let them = first.and_then(|found| Some((reader.org.person(&found.person.id)?, found.minutes)));
    let slots =
        |(them, minutes)| crate::slots::Meeting { you: reader.me, them, minutes }.slots(reader.org, 3, reader.clocks);
    them.map(slots).unwrap_or_default()
}
