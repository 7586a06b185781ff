//! A note in the library: what somebody knows, written down, with an owner and with somebody who looks at it again.
//!
//! Here is what a note holds and how it stands; `moves` is the one place that changes it. Every text that it ever had
//! stays as a version, so an edit takes nothing away. Pages are in `library`.

mod access;
mod forms;
mod moves;
#[cfg(test)]
pub(crate) mod tests;
mod used;

pub use access::{keeps, needs_owner, verifier, vouches};
pub use forms::NoteForm;
pub use moves::{Change, Draft, NoteMove, NoteStep};
pub use used::{Use, uses};

use crate::clocks::Day;
use crate::id::{NoteId, PersonId, SessionId, SkillId};
use crate::rejection::Rejection;
use crate::text::{Line, Name, Passage};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The most skills that a note is about.
pub const MOST_SKILLS: usize = 8;

/// A note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// What it is called.
    pub title: Name,
    /// What it says, in Markdown.
    pub body: Passage,
    /// What it is about.
    pub skills: Vec<SkillId>,
    /// The session that left it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// Who answers for it.
    pub owner: PersonId,
    /// Who looks at it again; the owner when nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verifier: Option<PersonId>,
    /// How often.
    pub every: Months,
    /// The number of its version, from 1.
    pub n: u32,
    /// Who wrote it first.
    pub written_by: PersonId,
    /// When.
    pub written_at: Timestamp,
    /// Who changed its text last.
    pub changed_by: PersonId,
    /// When.
    pub changed_at: Timestamp,
    /// Who said last that it holds.
    pub checked: Checked,
    /// That it holds no more, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obsolete: Option<Obsolete>,
    /// Who gave it to whom, oldest first.
    #[serde(default)]
    pub handed: Vec<Handed>,
}

/// One text that a note had. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteVersion {
    /// Of which note.
    pub note: NoteId,
    /// Its number.
    pub n: u32,
    /// What the note was called.
    pub title: Name,
    /// What it said.
    pub body: Passage,
    /// What it was about.
    pub skills: Vec<SkillId>,
    /// Who wrote this.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why, in their words; may be empty.
    pub why: Line,
    /// The version whose text was brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restores: Option<u32>,
}

/// Somebody said that a note holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// Who.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Of which version.
    pub n: u32,
}

/// A note holds no more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obsolete {
    /// Who said so.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Why, in their words.
    pub why: Line,
}

/// A note was given to somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// By whom.
    pub by: PersonId,
    /// From whom.
    pub from: PersonId,
    /// To whom.
    pub to: PersonId,
    /// When.
    pub at: Timestamp,
}

/// After how many months a note is looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Months(u8);

impl Months {
    /// What forms offer.
    pub const OFFERED: [Self; 5] = [Self(1), Self(3), Self(6), Self(12), Self(24)];
    /// What a form says first: half a year.
    pub const USUAL: Self = Self(6);

    /// The interval of the form field `every`, one to 24 months.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let months = text.trim().parse::<u8>().ok().and_then(|months| Self::try_from(months).ok());
        months.ok_or_else(|| Rejection::invalid("every", "Choose after how many months it is looked at again."))
    }

    /// How many.
    pub const fn count(self) -> u8 {
        self.0
    }

    /// "every 6 months", "every month", "every year".
    pub fn in_words(self) -> String {
        match self.0 {
            1 => "every month".to_owned(),
            12 => "every year".to_owned(),
            24 => "every two years".to_owned(),
            months => format!("every {months} months"),
        }
    }

    /// The same day so many months after `day`, or the last of that month.
    pub fn after(self, day: Day) -> Day {
        let (year, month, of_month) = day.date();
        let months = year * 12 + month - 1 + i64::from(self.0);
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        let found = (1..=of_month).rev().find_map(|of_month| Day::from_date(year, month, of_month));
        found.unwrap_or(day.plus(30 * i64::from(self.0)))
    }
}

impl TryFrom<u8> for Months {
    type Error = Rejection;
    fn try_from(months: u8) -> Result<Self, Rejection> {
        if (1..=24).contains(&months) {
            return Ok(Self(months));
        }
        Err(Rejection::invalid("every", "Choose from one to 24 months."))
    }
}

impl From<Months> for u8 {
    fn from(months: Months) -> Self {
        months.0
    }
}

/// How a note stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum NoteState {
    /// It holds, as whoever answers for it said.
    Current {
        /// Until it is to be looked at again.
        until: Day,
    },
    /// Nobody has said for too long that it holds.
    Due {
        /// Since when.
        since: Day,
    },
    /// Whoever wrote its text is not the one to say that it holds.
    Changed,
    /// It holds no more.
    Obsolete,
}

impl NoteState {
    /// True when somebody is to look at it.
    pub const fn is_due(self) -> bool {
        matches!(self, Self::Due { .. } | Self::Changed)
    }
}

impl Note {
    /// How it stands on `today`.
    pub fn state(&self, today: Day) -> NoteState {
        let until = self.every.after(Day::utc(self.checked.at));
        if self.obsolete.is_some() {
            NoteState::Obsolete
        } else if self.checked.n < self.n {
            NoteState::Changed
        } else if until <= today {
            NoteState::Due { since: until }
        } else {
            NoteState::Current { until }
        }
    }

    /// What it says now, as a version.
    pub fn version(&self, why: Line, restores: Option<u32>) -> NoteVersion {
        NoteVersion {
            note: self.id.clone(),
            n: self.n,
            title: self.title.clone(),
            body: self.body.clone(),
            skills: self.skills.clone(),
            by: self.changed_by.clone(),
            at: self.changed_at,
            why,
            restores,
        }
    }

    /// Where it stands.
    pub fn href(&self) -> String {
        format!("/library/{}", self.id)
    }
}
