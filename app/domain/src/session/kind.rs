//! What kinds of hour there are.

use serde::{Deserialize, Serialize};

/// What kind of hour it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionKind {
    /// Two people: one shows, one learns.
    OneToOne,
    /// People teach each other, each something else.
    Swap,
    /// Somebody talks with somebody about how their work is seen.
    FeedbackTalk,
    /// People of a project meet.
    ProjectMeeting,
    /// An hour at lunch, one host, everybody welcome.
    LunchAndLearn,
}

impl SessionKind {
    /// All, in the order in which forms offer them.
    pub const ALL: [Self; 5] =
        [Self::LunchAndLearn, Self::OneToOne, Self::Swap, Self::ProjectMeeting, Self::FeedbackTalk];

    /// As people say it, for the start of a line: "Lunch-and-learn".
    pub const fn label(self) -> &'static str {
        match self {
            Self::OneToOne => "One-to-one meeting",
            Self::Swap => "Skill swap",
            Self::FeedbackTalk => "Feedback talk",
            Self::ProjectMeeting => "Project meeting",
            Self::LunchAndLearn => "Lunch-and-learn",
        }
    }

    /// True when a room full of people may come, so that seats are counted.
    pub const fn has_seats(self) -> bool {
        matches!(self, Self::LunchAndLearn | Self::Swap | Self::ProjectMeeting)
    }

    /// True when what happened there says that somebody taught and somebody learned.
    pub const fn is_teaching(self) -> bool {
        matches!(self, Self::LunchAndLearn | Self::OneToOne | Self::Swap)
    }
}
