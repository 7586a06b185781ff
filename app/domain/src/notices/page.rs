//! What the settings show of it.

use super::{About, Channel, MailList, Notices};
use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::person::Person;
use crate::time::{Face, Timestamp};
use serde::{Deserialize, Serialize};

/// An address that does not take mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounced {
    /// Whose.
    pub person: PersonId,
    /// Which; another address of theirs is not meant.
    pub email: String,
    /// What the server that was to take it said.
    pub why: String,
    /// When.
    pub at: Timestamp,
}

/// How somebody is told, to look at and to change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticesPage {
    /// A line for each topic.
    pub rows: Vec<AboutRow>,
    /// What is chosen beside them.
    pub notices: Notices,
    /// Their address.
    pub email: String,
    /// On which clock quiet hours are read.
    pub zone: String,
    /// True when this organisation sends mail.
    pub has_mail: bool,
    /// Why none comes to that address, and since when.
    pub bounced: Option<(String, Face)>,
}

/// What the link of a mail ends, and whether it has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsubscribing {
    /// Off which list it takes whom it was written to.
    pub list: MailList,
    /// True when they get none of it.
    pub is_off: bool,
}

/// A topic, and how one is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutRow {
    /// Which.
    pub about: About,
    /// How.
    pub channel: Channel,
}

/// The settings of `me`, whose address may be `bounced`.
pub fn notices_page(
    me: &Person,
    clocks: &Clocks,
    notices: Notices,
    bounced: Option<Bounced>,
    has_mail: bool,
) -> NoticesPage {
    let bounced = bounced.filter(|bounced| bounced.email == me.email.as_str());
    NoticesPage {
        rows: About::ALL.into_iter().map(|about| AboutRow { about, channel: notices.channel(about) }).collect(),
        notices,
        email: me.email.as_str().to_owned(),
        zone: me.zone.as_str().to_owned(),
        has_mail,
        bounced: bounced.map(|bounced| (bounced.why, clocks.face(&me.zone, bounced.at))),
    }
}
