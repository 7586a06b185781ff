//! What the forms of a pair's room send, read once.

use super::{Fits, Move, Plan, Words, Worth};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::rejection::Rejection;
use crate::text::{Line, Prose};
use crate::time::Timestamp;

impl Fits {
    /// Both, in the order in which the form has them.
    pub const ALL: [Self; 2] = [Self::Yes, Self::No];

    /// What the form sends.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// What people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Yes => "Yes, we go on",
            Self::No => "I would rather be matched with somebody else",
        }
    }

    /// The answer of that name; refused when none is chosen.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let found = Self::ALL.into_iter().find(|fits| fits.slug() == text.trim());
        found.ok_or_else(|| Rejection::invalid("says", "Choose one of the two."))
    }
}

impl Worth {
    /// All, the best first.
    pub const ALL: [Self; 3] = [Self::Much, Self::Some, Self::Little];

    /// What the form sends.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Much => "much",
            Self::Some => "some",
            Self::Little => "little",
        }
    }

    /// What people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Much => "Very much",
            Self::Some => "Yes",
            Self::Little => "Not really",
        }
    }

    fn parse(text: &str) -> Result<Self, Rejection> {
        let found = Self::ALL.into_iter().find(|worth| worth.slug() == text.trim());
        found.ok_or_else(|| Rejection::invalid("worth", "Choose one of the three."))
    }
}

/// What the form at the close sends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeedbackForm {
    /// Whether it was worth it.
    pub worth: String,
    /// For the others in the pair.
    pub words: String,
    /// For whoever looks after the program.
    pub to_organisers: String,
}

impl FeedbackForm {
    /// What it says. Refuses no choice, and words that are too long.
    pub fn parsed(&self) -> Result<Words, Rejection> {
        Ok(Words {
            worth: Worth::parse(&self.worth)?,
            words: Prose::parse("words", &self.words)?,
            to_organisers: Prose::parse("to_organisers", &self.to_organisers)?,
        })
    }
}

impl Plan {
    /// What a button beside a goal does: "reach", "reopen" or "drop".
    pub fn of_goal(goal: &str, step: &str) -> Result<Self, Rejection> {
        let n = number(goal);
        match step {
            "reach" => Ok(Self::ReachGoal { n }),
            "reopen" => Ok(Self::ReopenGoal { n }),
            "drop" => Ok(Self::DropGoal { n }),
            _ => Err(unknown()),
        }
    }

    /// What a button beside something on the agenda does: "tick", "untick" or "drop".
    pub fn of_item(item: &str, step: &str) -> Result<Self, Rejection> {
        let n = number(item);
        match step {
            "tick" => Ok(Self::TickItem { n }),
            "untick" => Ok(Self::UntickItem { n }),
            "drop" => Ok(Self::DropItem { n }),
            _ => Err(unknown()),
        }
    }

    /// The goal that a form names, for one of the pair.
    pub fn new_goal(whose: &str, text: &str) -> Result<Self, Rejection> {
        let whose = PersonId::parse(whose).map_err(|_| Rejection::invalid("whose", "Choose whose goal it is."))?;
        Ok(Self::AddGoal { whose, text: Line::parse("text", text)? })
    }

    /// What a form puts on the agenda.
    pub fn new_item(text: &str) -> Result<Self, Rejection> {
        Ok(Self::AddItem { text: Line::parse("text", text)? })
    }

    /// The words of a form on how to work together, begun from those of the moment `seen`.
    pub fn agreement(text: &str, seen: &str) -> Result<Self, Rejection> {
        Ok(Self::WriteAgreement { text: Prose::parse("text", text)?, seen: parse_moment(seen) })
    }

    /// A yes to the words of the moment `seen`.
    pub fn agree(seen: &str) -> Result<Self, Rejection> {
        let words = "Load the page again, read the words, then agree.";
        Ok(Self::Agree { seen: parse_moment(seen).ok_or_else(|| Rejection::Stale(words.into()))? })
    }
}

impl Move {
    /// A break until the day of a form; open where it has none.
    pub fn pause(until: &str) -> Result<Self, Rejection> {
        let until = until.trim();
        let until = if until.is_empty() { None } else { Some(Day::parse("until", until)?) };
        Ok(Self::Pause { until })
    }
}

fn unknown() -> Rejection {
    Rejection::Conflict("Load the page again; that button is not there any more.".into())
}

/// The number of a goal or of something on the agenda, `n3`; nought, which nothing has, where it is none.
fn number(text: &str) -> u32 {
    text.trim().trim_start_matches('n').parse().unwrap_or(0)
}

/// The moment that a form carries; `None` where it carries none.
pub fn parse_moment(text: &str) -> Option<Timestamp> {
    text.trim().parse().ok().map(Timestamp)
}
