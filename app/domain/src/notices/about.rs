//! The topics by which people choose what they are told.

use super::Channel;
use serde::{Deserialize, Serialize};

/// What a notification is about, as people choose by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// Requests to teach, to confirm, to step in: asked, answered, over.
    Requests,
    /// A meeting that comes near.
    Reminders,
    /// Programs: invitations, changes, steps.
    Programs,
    /// Sessions: seats, changes, questions.
    Sessions,
    /// Questions and answers, notes, and what is said below things.
    Library,
    /// Thank-yous.
    Thanks,
    /// Skills that dropped below their target.
    Cover,
    /// Entries for their calendar, by mail alone.
    Calendar,
}

impl About {
    /// All of them, in the order shown.
    pub const ALL: [Self; 8] = [
        Self::Requests,
        Self::Reminders,
        Self::Programs,
        Self::Sessions,
        Self::Calendar,
        Self::Library,
        Self::Thanks,
        Self::Cover,
    ];

    /// Its name in addresses and forms.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Reminders => "reminders",
            Self::Programs => "programs",
            Self::Sessions => "sessions",
            Self::Library => "library",
            Self::Thanks => "thanks",
            Self::Cover => "cover",
            Self::Calendar => "calendar",
        }
    }

    /// What people read.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Requests => "Requests and meetings",
            Self::Reminders => "Reminders of meetings",
            Self::Programs => "Programs",
            Self::Sessions => "Sessions",
            Self::Library => "Library and comments",
            Self::Thanks => "Thank-yous",
            Self::Cover => "Skills and cover",
            Self::Calendar => "Entries for your calendar",
        }
    }

    /// What that holds.
    pub const fn note(self) -> &'static str {
        match self {
            Self::Requests => "Somebody asks, answers, proposes a time or calls it off; swaps that are found for you",
            Self::Reminders => "A day and an hour before you meet",
            Self::Programs => "Invitations, changes, steps that are open",
            Self::Sessions => "Seats, changes of time or room, questions, your hours",
            Self::Library => "Questions for you and their answers, your notes, comments that call you",
            Self::Thanks => "Somebody thanks you, or gives you hours",
            Self::Cover => "A skill that you look after drops below its target",
            Self::Calendar => {
                "What you come to or hold, when it moves, and when it is off: a mail that calendars understand"
            }
        }
    }

    /// The topic of that name.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|about| about.slug() == slug)
    }

    /// How one can be told of it; a reminder in a digest would come too late, and only mail brings an entry.
    pub const fn channels(self) -> &'static [Channel] {
        match self {
            Self::Reminders => &[Channel::Now, Channel::InApp, Channel::Off],
            Self::Calendar => &[Channel::Now, Channel::Off],
            Self::Requests | Self::Programs | Self::Sessions | Self::Library | Self::Thanks | Self::Cover => {
                &[Channel::Now, Channel::Digest, Channel::InApp, Channel::Off]
            }
        }
    }

    /// How somebody is told who has not chosen.
    pub(super) const fn usual(self) -> Channel {
        match self {
            Self::Reminders | Self::Calendar => Channel::Now,
            Self::Requests | Self::Programs | Self::Sessions | Self::Library | Self::Thanks | Self::Cover => {
                Channel::Digest
            }
        }
    }
}
