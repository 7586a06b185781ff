//! What browsers are told of an event.

use super::{Event, Happening, Seq};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The parts of the product that pages listen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// People and teams.
    People,
    /// Skills, levels, wants and offers.
    Skills,
    /// Requests, drills, thanks and next steps.
    Exchanges,
    /// Programs and who is in them.
    Programs,
    /// Hours together: their dates, and who comes.
    Sessions,
    /// Notes and questions.
    Library,
    /// What is said below things.
    Talk,
    /// The reader's own session.
    Session,
    /// All of it.
    Everything,
    /// None of it.
    Nothing,
}

/// What a browser is told of an event: where the log stands and what to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// Its place in the log.
    pub seq: Seq,
    /// When.
    pub at: Timestamp,
    /// What to look at again.
    pub topic: Topic,
    /// What happened; nothing where that names what not everybody may know of, such as a program that is a draft
    /// or an hour to which few are asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub what: Option<Happening>,
}

impl Frame {
    /// What a browser is told of an event: of programs, of hours together and of what is said, only to look again.
    pub fn of(event: &Event) -> Self {
        let topic = event.what.topic();
        let what = (!matches!(topic, Topic::Programs | Topic::Sessions | Topic::Talk)).then(|| event.what.clone());
        Self { seq: event.seq, at: event.at, topic, what }
    }
}
