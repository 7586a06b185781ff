//! Work that is done later: a mail to send, a digest to put together, a reminder that comes due. Here is what each is
//! called, so that it exists once, and when one that failed is tried again. Where they are kept and who takes them is
//! `store` and `server`.

use crate::clocks::Day;
use crate::id::PersonId;
use crate::mail::MailKey;
use crate::reminder::Reminder;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// For how long whoever takes a job has it to themselves.
pub const LEASE: Span = Span::minutes(2);

/// After how many minutes a job that failed is tried again, time after time.
const AGAIN: [i64; 8] = [1, 3, 10, 30, 2 * 60, 6 * 60, 12 * 60, 24 * 60];

/// What there is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Task {
    /// Hand a mail to the mail server.
    Mail {
        /// Which.
        mail: MailKey,
    },
    /// Put together what somebody is told in their digest.
    Digest {
        /// Whose.
        person: PersonId,
        /// Of which day.
        day: Day,
    },
    /// Remind of a meeting.
    Remind {
        /// Of which, and when.
        reminder: Reminder,
    },
}

/// Names a job; of two with one name there is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct JobKey(pub String);

impl Task {
    /// The name that says what it does, and so happens once.
    pub fn key(&self) -> JobKey {
        JobKey(match self {
            Self::Mail { mail } => format!("mail/{}", mail.0),
            Self::Digest { person, day } => format!("digest/{person}/{}", day.0),
            Self::Remind { reminder } => {
                format!("remind/{}/{}/{}", reminder.subject.slug(), reminder.starts_at.0, reminder.lead.slug())
            }
        })
    }
}

/// A job that somebody has taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// Its name.
    pub key: JobKey,
    /// What there is to do.
    pub task: Task,
    /// When it was due.
    pub due_at: Timestamp,
    /// How often it was taken, this time included.
    pub tries: u32,
    /// Who has taken it; whoever takes it later has another mark.
    #[serde(default)]
    pub leased_by: String,
}

/// How long after the `tries`-th time it is tried again; `None` when that was the last.
pub fn again_after(tries: u32) -> Option<Span> {
    let place = usize::try_from(tries.saturating_sub(1)).ok()?;
    AGAIN.get(place).map(|minutes| Span::minutes(*minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_tried_for_two_days_and_then_given_up() {
        let waits: Vec<Span> = (1..).map_while(again_after).collect();
        assert!(waits.windows(2).all(|pair| pair[0] < pair[1]), "each time it waits longer");
        let hours = waits.iter().map(|span| span.0).sum::<i64>() / Span::hours(1).0;
        assert_eq!((waits.len(), hours), (8, 44));
        assert_eq!(again_after(9), None);
    }
}
