//! Mail: what one says, to whom, what became of it, and what admins see of all of it. How it looks and how it is handed
//! over is `server`; whether somebody wants it is `notices`.

mod digest;
mod entries;
mod letter;
mod page;
#[cfg(test)]
mod tests;

pub use digest::{Stretch, digest, has_later};
pub use entries::{CalendarNews, Entered, Entry, EntryOf, calendar_letter};
pub use letter::{CalendarPart, Letter, Part, Verb, letter_of, test_letter};
pub use page::{BouncedRow, MailCounts, MailPage, TestMail, bounces_of};

use crate::id::PersonId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Names a mail by what it is for, so that it exists once; its Message-ID is made of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MailKey(pub String);

/// One mail to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Its name.
    pub key: MailKey,
    /// To whom; the address is looked up when it goes out.
    pub person: PersonId,
    /// What it says.
    pub letter: Letter,
    /// When it was written.
    pub made_at: Timestamp,
    /// From when on it is worth nothing, such as a reminder once the meeting has begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worth_until: Option<Timestamp>,
    /// What became of it.
    pub state: MailState,
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum MailState {
    /// It waits for its time, or to be tried again.
    Waiting {
        /// Why it did not go out the last time.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<String>,
    },
    /// The mail server took it.
    Sent {
        /// When.
        at: Timestamp,
    },
    /// It was refused for good, or too often.
    Failed {
        /// When.
        at: Timestamp,
        /// In the words of the mail server.
        why: String,
    },
    /// It was not to go out any more: off the list, gone, too late, or to an address that takes none.
    Dropped {
        /// When.
        at: Timestamp,
        /// For which reason.
        why: String,
    },
}

impl MailState {
    /// Nothing yet.
    pub const WAITING: Self = Self::Waiting { why: None };
}

/// What came of handing a mail over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The mail server took it.
    Accepted,
    /// The mail server takes nothing for this address.
    AddressRefused(String),
    /// The mail server does not take this mail.
    MailRefused(String),
    /// It did not work this time, or nobody knows whether it did.
    Later(String),
}

/// How this server sends mail, as far as an admin is shown it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailSetup {
    /// Which mail server, without user and password.
    pub server: String,
    /// From which address.
    pub from: String,
    /// Where links in mails lead.
    pub origin: String,
}
