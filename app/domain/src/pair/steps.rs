//! What somebody in a pair can do.

use super::{Fits, Worth};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::text::{Line, Prose};
use crate::time::Timestamp;

/// One move of somebody in a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Write, tick or take away something that they share.
    Plan(Plan),
    /// Take a break, until a day or until somebody says so.
    Pause {
        /// The day on which they go on by themselves.
        until: Option<Day>,
    },
    /// Go on after a break.
    GoOn,
    /// Say whether they fit.
    SayFit {
        /// What.
        says: Fits,
    },
    /// Come to a close, with a word on how it was.
    Finish(Words),
    /// Say how it was once they came to a close.
    GiveFeedback(Words),
    /// Stop, without having to say why.
    Stop,
}

/// Something that they write together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// A goal of one of them.
    AddGoal {
        /// Whose.
        whose: PersonId,
        /// What.
        text: Line,
    },
    /// A goal is reached.
    ReachGoal {
        /// Which.
        n: u32,
    },
    /// It is not, after all.
    ReopenGoal {
        /// Which.
        n: u32,
    },
    /// A goal is taken away.
    DropGoal {
        /// Which.
        n: u32,
    },
    /// How they want to work together.
    WriteAgreement {
        /// In their words.
        text: Prose,
        /// When the words were written from which these were begun; `None` where there were none.
        seen: Option<Timestamp>,
    },
    /// Agree to the words that stand there.
    Agree {
        /// When they were written.
        seen: Timestamp,
    },
    /// Something to talk about.
    AddItem {
        /// What.
        text: Line,
    },
    /// It was talked about.
    TickItem {
        /// Which.
        n: u32,
    },
    /// It was not, after all.
    UntickItem {
        /// Which.
        n: u32,
    },
    /// It is taken away.
    DropItem {
        /// Which.
        n: u32,
    },
}

/// What somebody says of the time they had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Whether it was worth it.
    pub worth: Worth,
    /// For the others in the pair.
    pub words: Prose,
    /// For whoever looks after the program, without a name.
    pub to_organisers: Prose,
}

/// When a move is made, and what is known by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The moment.
    pub now: Timestamp,
    /// The day it is for whoever moves.
    pub today: Day,
    /// They have met once.
    pub has_met: bool,
    /// The program asks whether they fit.
    pub asks_fit: bool,
}
