//! What can be wrong with a row, in words, and what a person does about it.

use super::columns::Field;
use crate::rejection::Noun;
use serde::{Deserialize, Serialize};

/// One problem, where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Which of the files, from 0.
    pub sheet: usize,
    /// The row as a spreadsheet shows it; `None` for the file as a whole.
    pub row: Option<u32>,
    /// The column, by what it means.
    pub field: Option<Field>,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The cell is empty and must not be.
    Missing,
    /// The cell is a formula.
    Formula,
    /// The row has more cells than the header.
    TooManyCells,
    /// The value cannot be taken, and the row not without it.
    Unfit {
        /// What to write instead.
        advice: String,
    },
    /// The value cannot be taken; the rest of the row can.
    LeftOut {
        /// What to write instead.
        advice: String,
    },
    /// The row is about somebody or something that is not known.
    Unknown {
        /// What it should be.
        noun: Noun,
        /// What the cell says.
        value: String,
        /// Something known that is spelt much like it.
        like: Option<String>,
    },
    /// The row names a team that is not known, and can do without it.
    NoSuchTeam {
        /// What the cell says.
        value: String,
        /// A team that is spelt much like it.
        like: Option<String>,
    },
    /// The parent of a team would be below it, or more than 64 levels up.
    Loop {
        /// What the cell says.
        value: String,
    },
    /// An earlier row says something else of the same thing.
    Contradicts {
        /// The earlier row.
        row: u32,
    },
    /// The handle is one person's and the address another's.
    Claimed {
        /// Whose address it is.
        by: String,
    },
    /// Several people are called so.
    Ambiguous {
        /// What the cell says.
        value: String,
    },
    /// The row is about somebody who has left.
    HasLeft {
        /// Their name.
        name: String,
    },
    /// No level was chosen for this value.
    NoLevel {
        /// What the cell says.
        value: String,
    },
    /// Somebody will sign in with another address.
    NewAddress {
        /// Their name.
        name: String,
    },
    /// A column is not chosen that the file cannot do without.
    NoColumn {
        /// Any of these would do.
        any_of: &'static [Field],
    },
    /// The letters were guessed.
    GuessedLetters,
    /// Some letters could not be read.
    DamagedLetters,
}

/// What a person does about a problem, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Repair {
    /// Say which column is which.
    ChooseColumns,
    /// Say which level a value stands for.
    ChooseLevels,
    /// Write what is missing.
    FillIn,
    /// Replace formulas by their values.
    RemoveFormulas,
    /// Put quotes around cells that hold the separator.
    QuoteCells,
    /// Correct values.
    Correct,
    /// Add what is named, or correct the name.
    AddOrCorrect,
    /// Keep one of the rows that contradict each other.
    KeepOne,
    /// Make clear who is meant.
    TellApart,
    /// Bring people back who have left.
    BringBack,
    /// Look whether addresses that change are right.
    CheckAddresses,
    /// Look whether the teams left out matter.
    CheckTeams,
    /// Look whether the values left out matter.
    CheckValues,
    /// Look whether names show their letters.
    CheckLetters,
}

/// Whether rows stay out because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// The row stays out.
    Blocker,
    /// The row comes in.
    Warning,
}

impl Repair {
    /// Whether rows stay out because of it.
    pub const fn severity(self) -> Severity {
        match self {
            Self::ChooseColumns
            | Self::ChooseLevels
            | Self::FillIn
            | Self::RemoveFormulas
            | Self::QuoteCells
            | Self::Correct
            | Self::AddOrCorrect
            | Self::KeepOne
            | Self::TellApart
            | Self::BringBack => Severity::Blocker,
            Self::CheckAddresses | Self::CheckTeams | Self::CheckValues | Self::CheckLetters => Severity::Warning,
        }
    }

    /// What to do, in a few words.
    pub const fn title(self) -> &'static str {
        match self {
            Self::ChooseColumns => "Choose the columns",
            Self::ChooseLevels => "Choose a level for these values",
            Self::FillIn => "Fill in what is missing",
            Self::RemoveFormulas => "Replace formulas by their values",
            Self::QuoteCells => "Put quotes around cells that hold the separator",
            Self::Correct => "Correct what cannot be read",
            Self::AddOrCorrect => "Add what is named here, or correct its name",
            Self::KeepOne => "Keep one of the rows that contradict each other",
            Self::TellApart => "Make clear who is meant",
            Self::BringBack => "Bring back people who have left",
            Self::CheckAddresses => "Check the addresses that change",
            Self::CheckTeams => "Check the teams that are left out",
            Self::CheckValues => "Check the values that are left out",
            Self::CheckLetters => "Check the letters",
        }
    }
}

impl Problem {
    /// What a person does about it.
    pub const fn repair(&self) -> Repair {
        match self {
            Self::Missing => Repair::FillIn,
            Self::Formula => Repair::RemoveFormulas,
            Self::TooManyCells => Repair::QuoteCells,
            Self::Unfit { .. } => Repair::Correct,
            Self::LeftOut { .. } => Repair::CheckValues,
            Self::Unknown { .. } => Repair::AddOrCorrect,
            Self::NoSuchTeam { .. } | Self::Loop { .. } => Repair::CheckTeams,
            Self::Contradicts { .. } => Repair::KeepOne,
            Self::Claimed { .. } | Self::Ambiguous { .. } => Repair::TellApart,
            Self::HasLeft { .. } => Repair::BringBack,
            Self::NoLevel { .. } => Repair::ChooseLevels,
            Self::NewAddress { .. } => Repair::CheckAddresses,
            Self::NoColumn { .. } => Repair::ChooseColumns,
            Self::GuessedLetters | Self::DamagedLetters => Repair::CheckLetters,
        }
    }

    /// What is wrong, after the place: "missing".
    pub fn what(&self) -> String {
        match self {
            Self::Missing => "missing".into(),
            Self::Formula => "a formula".into(),
            Self::TooManyCells => "more cells than the header has".into(),
            Self::Unfit { advice } | Self::LeftOut { advice } => advice.trim_end_matches('.').to_owned(),
            Self::Unknown { noun, value, like } => format!("there is no {noun} “{value}”{}", did_you_mean(like)),
            Self::NoSuchTeam { value, like } => format!("there is no team “{value}”{}", did_you_mean(like)),
            Self::Loop { value } => format!("“{value}” is itself below this team"),
            Self::Contradicts { row } => format!("says something else than row {row}"),
            Self::Claimed { by } => format!("this address belongs to {by}"),
            Self::Ambiguous { value } => {
                format!("several people are called “{value}”; write the handle or the e-mail address")
            }
            Self::HasLeft { name } => format!("{name} has left"),
            Self::NoLevel { value } => format!("no level is chosen for “{value}”"),
            Self::NewAddress { name } => format!("{name} will sign in with a new address"),
            Self::NoColumn { any_of } => {
                let titles: Vec<String> = any_of.iter().map(|field| format!("“{}”", field.title())).collect();
                format!("no column is chosen for {}", titles.join(" or "))
            }
            Self::GuessedLetters => "not UTF-8, read as Windows-1252; look whether names show the right letters".into(),
            Self::DamagedLetters => "some letters could not be read and show as “\u{fffd}”".into(),
        }
    }

    /// What follows from it; nothing when only a look is asked for.
    const fn consequence(&self) -> &'static str {
        match self {
            Self::NewAddress { .. } | Self::GuessedLetters | Self::DamagedLetters => "",
            Self::LeftOut { .. } | Self::NoSuchTeam { .. } | Self::Loop { .. } => " – comes in without it",
            Self::NoColumn { .. } => " – the file stays out",
            Self::Missing
            | Self::Formula
            | Self::TooManyCells
            | Self::Unfit { .. }
            | Self::Unknown { .. }
            | Self::Contradicts { .. }
            | Self::Claimed { .. }
            | Self::Ambiguous { .. }
            | Self::HasLeft { .. }
            | Self::NoLevel { .. } => " – will be skipped",
        }
    }

    /// What is wrong and what follows: "missing – will be skipped".
    pub fn text(&self) -> String {
        format!("{}{}", self.what(), self.consequence())
    }
}

fn did_you_mean(like: &Option<String>) -> String {
    like.as_ref().map(|like| format!(" (did you mean “{like}”?)")).unwrap_or_default()
}
