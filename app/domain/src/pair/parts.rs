//! What the people in a pair write and say: goals, how they work together, what to talk about, whether it fits, how it
//! was, and what the others are told.

use crate::id::PersonId;
use crate::text::{Line, Prose};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Something that one of them is after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its number in the pair.
    pub n: u32,
    /// Whose it is.
    pub whose: PersonId,
    /// What.
    pub text: Line,
    /// Who wrote it.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// When it was reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
}

/// How they want to work together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// In their words.
    pub text: Prose,
    /// Who wrote it last.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// Who agreed to these words.
    pub agreed: Vec<PersonId>,
}

/// Something to talk about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaItem {
    /// Its number in the pair.
    pub n: u32,
    /// Who put it there.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
    /// What.
    pub text: Line,
    /// When it was ticked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Timestamp>,
}

/// What one of them said to whether they fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FitAnswer {
    /// Who.
    pub person: PersonId,
    /// What.
    pub says: Fits,
    /// When.
    pub at: Timestamp,
}

/// Whether two people get on with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// They do.
    Yes,
    /// They would rather be matched anew.
    No,
}

/// What one of them said at the close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// Who.
    pub person: PersonId,
    /// When.
    pub at: Timestamp,
    /// Whether it was worth their time.
    pub worth: Worth,
    /// Words for the others in the pair, who read them.
    pub words: Prose,
    /// Words for whoever looks after the program, who read them without a name.
    pub to_organisers: Prose,
}

/// Whether the time was worth it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Worth {
    /// It was, very much.
    Much,
    /// It was.
    Some,
    /// Not really.
    Little,
}

/// Something of which the others in the pair are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct News {
    /// When.
    pub at: Timestamp,
    /// By whom; `None` where nobody is to know, and for what the server's clock does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// What.
    pub what: PairNews,
}

/// What the others in a pair are told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairNews {
    /// They were brought together.
    Began,
    /// Words on how to work together wait for a yes.
    Agreement,
    /// They take a break.
    Paused,
    /// They go on.
    WentOn,
    /// They came to a close.
    Finished,
    /// It ended early; nobody is told why.
    Ended,
    /// One of a circle is in it no more.
    Fewer,
}
