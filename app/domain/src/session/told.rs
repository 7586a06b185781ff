//! What people are told of a session or one of its dates. It is written in the transaction of what caused it, so each
//! thing is told once; notifications and mail read it here.

use super::Says;
use crate::id::{PersonId, SkillId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// That somebody is told something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Who is told.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// Who did what they are told of; `None` when time did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    #[serde(flatten)]
    pub news: News,
}

/// What somebody is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "news", rename_all = "snake_case")]
pub enum News {
    /// A seat is held for them.
    Held {
        /// Until then.
        until: Timestamp,
        /// How many guests there is room for; they may have asked for more.
        guests: u8,
    },
    /// They moved up and have a seat.
    MovedUp {
        /// How many guests there is room for.
        guests: u8,
    },
    /// They did not take the seat in time.
    Lapsed,
    /// A host gave them a seat.
    Given,
    /// Somebody answered for them.
    AnsweredFor {
        /// What.
        says: Says,
    },
    /// The session is not open to them any more.
    TakenOut,
    /// The date is at another time.
    Moved {
        /// When it was.
        from: Timestamp,
        /// When it is.
        to: Timestamp,
    },
    /// The date is elsewhere.
    Elsewhere,
    /// The date, or all of it, was called off.
    CalledOff,
    /// The date takes place after all.
    PutBack,
    /// For hosts: fewer seats than people who have one.
    OverCapacity {
        /// By how many seats.
        seats: u32,
        /// Who came last.
        people: Vec<PersonId>,
    },
    /// For hosts: somebody asked something.
    Asked {
        /// The number of the question.
        question: u32,
    },
    /// Their question, or one that they would like answered, was answered.
    Replied {
        /// The number of the question.
        question: u32,
    },
    /// For hosts: somebody voted for the first time.
    Voted,
    /// The time is settled.
    Settled {
        /// When it starts.
        starts: Timestamp,
    },
    /// They hold it from now on.
    HostNow,
    /// A host said what came of the date; they were there and can say that it was so.
    Proposed,
    /// Both sides said what came of the date: it counts.
    Counted,
    /// It is held because they asked for this skill.
    BecauseYouAsked {
        /// Which.
        skill: SkillId,
    },
    /// Whoever held it works here no more: it needs a host.
    NeedsHost,
    /// They are asked to come.
    Invited,
}

/// Who does something, and when.
#[derive(Clone, Copy, Debug)]
pub struct Doing<'a> {
    /// Who; `None` for time itself.
    pub by: Option<&'a PersonId>,
    /// When.
    pub now: Timestamp,
}

impl Doing<'_> {
    /// That `person` is told of it.
    pub fn told(&self, person: &PersonId, news: News) -> Told {
        Told { person: person.clone(), at: self.now, by: self.by.cloned(), news }
    }

    /// That each of `people` is told of it, but not whoever does it.
    pub fn told_all<'p>(&self, people: impl IntoIterator<Item = &'p PersonId>, news: &News) -> Vec<Told> {
        let others = people.into_iter().filter(|person| self.by != Some(*person));
        others.map(|person| self.told(person, news.clone())).collect()
    }

    /// The same by nobody: it follows from what somebody else did.
    pub(super) fn followed(&self, person: &PersonId, news: News) -> Told {
        Told { by: None, ..self.told(person, news) }
    }
}
