//! Who is no candidate although something speaks for them, and why.

use super::fit::Fit;
use crate::id::PersonId;
use serde::{Deserialize, Serialize};

/// Two people who are no candidates for each other although the mentor knows what the learner wants, or the learner wishes
/// for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Who looks for a mentor.
    pub mentee: PersonId,
    /// Who is not it.
    pub mentor: PersonId,
    /// Why not.
    pub because: Unfit,
    /// How well they would fit if that were otherwise; `None` where there is nothing to learn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fit: Option<Fit>,
    /// Whether the learner wishes for them.
    #[serde(default)]
    pub is_wished_for: bool,
}

/// Why two people are no candidates for each other; of several reasons the first in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unfit {
    /// They are one.
    Oneself,
    /// The mentor does not mentor in this program any more, or has left the company.
    Left,
    /// One of them leads the other.
    OwnLead,
    /// They are a pair already.
    Paired,
    /// There is nothing that the learner wants and the mentor is far enough ahead in.
    NothingToTeach,
    /// They were a pair that did not fit, or the mentor said no not long ago.
    Parted,
    /// They share no language.
    NoLanguage,
    /// There is no hour of a working day at which both work.
    NoHours,
}

impl Unfit {
    /// The reason as an organiser reads it, after "Noor is no candidate for Jonas:".
    pub const fn words(self) -> &'static str {
        match self {
            Self::Oneself => "nobody is their own mentor",
            Self::Left => "they do not mentor in this program",
            Self::NothingToTeach => "they are not far enough ahead in anything that is wanted",
            Self::OwnLead => "one leads the other’s team, and the program keeps those apart",
            Self::Paired => "they are a pair already",
            Self::Parted => "they parted or said no not long ago",
            Self::NoLanguage => "they share no language",
            Self::NoHours => "their working hours do not meet",
        }
    }
    /// The reason as the learner reads it, after "Noor:".
    pub const fn words_to_learner(self) -> &'static str {
        match self {
            Self::Oneself => "you cannot be your own mentor",
            Self::Left => "does not mentor in this program any more",
            Self::NothingToTeach => "is not far enough ahead of you in anything that you want",
            Self::OwnLead => "one of you leads the other’s team, and the program keeps those apart",
            Self::Paired => "is your mentor already",
            Self::Parted => "you parted, or they said no not long ago",
            Self::NoLanguage => "you share no language",
            Self::NoHours => "your working hours do not meet",
        }
    }

    /// Why the two must never be paired, whoever wishes it; `None` for what an organiser or the two themselves may overlook.
    pub const fn refused(self) -> Option<&'static str> {
        match self {
            Self::Oneself => Some("You cannot be your own mentor. Choose somebody else."),
            Self::Left => Some("One of them does not mentor in this program any more. Choose somebody else."),
            Self::OwnLead => {
                Some("One of you leads the other’s team, and this program keeps those apart. Choose somebody else.")
            }
            Self::Paired => Some("One of them is your mentor already. Choose somebody else."),
            Self::NothingToTeach | Self::Parted | Self::NoLanguage | Self::NoHours => None,
        }
    }
    /// The same to the mentor whom somebody asks; `None` when they can say yes.
    pub const fn refused_to_mentor(self) -> Option<&'static str> {
        match self {
            Self::Oneself => Some("You cannot be your own mentor."),
            Self::Left => Some("You do not mentor in this program any more."),
            Self::OwnLead => Some("One of you leads the other’s team by now, and this program keeps those apart."),
            Self::Paired => Some("You are a pair already."),
            Self::NothingToTeach | Self::Parted | Self::NoLanguage | Self::NoHours => None,
        }
    }
}
