//! What admins see of the mail: whether this server sends any, how much of it waits, and whom it does not reach.

use super::{Mail, MailSetup, MailState};
use crate::actor::{Actor, Role};
use crate::colleague::Colleague;
use crate::id::PersonId;
use crate::notices::Bounced;
use crate::rejection::Rejection;
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// How many mails there are of each kind, of the last ninety days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailCounts {
    /// To go out.
    pub waiting: u32,
    /// Taken by the mail server.
    pub sent: u32,
    /// Refused.
    pub failed: u32,
    /// Not to go out any more.
    pub dropped: u32,
}

/// The page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MailPage {
    /// How this server sends mail; nothing when it does not.
    pub setup: Option<MailSetup>,
    /// How much there is.
    pub counts: MailCounts,
    /// Addresses that take none.
    pub bounced: Vec<BouncedRow>,
    /// What the mail server said of the last mail that did not go out, and when.
    pub trouble: Option<String>,
    /// The last mail by which the reader tried it out.
    pub test: Option<TestMail>,
}

/// Somebody whom no mail reaches.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BouncedRow {
    /// Who.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// Which address.
    pub email: String,
    /// What was said of it.
    pub why: String,
    /// Since when.
    pub at: Face,
}

/// A mail by which an admin tried whether mail works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestMail {
    /// What became of it, in a sentence.
    pub text: String,
    /// When it was asked for.
    pub at: Face,
    /// True when the mail server took it.
    pub worked: bool,
}

impl TestMail {
    /// What became of `mail`.
    pub fn of(viewer: &Viewer, mail: &Mail) -> Self {
        let text = match &mail.state {
            MailState::Waiting { why: None } => "It is on its way to the mail server.".to_owned(),
            MailState::Waiting { why: Some(why) } => format!("It did not go out yet and will be tried again: {why}"),
            MailState::Sent { .. } => "The mail server took it. Look into your mailbox.".to_owned(),
            MailState::Failed { why, .. } => format!("The mail server refused it: {why}"),
            MailState::Dropped { why, .. } => format!("It was not sent: {why}"),
        };
        let worked = matches!(mail.state, MailState::Sent { .. });
        Self { text, at: viewer.clocks.face(&viewer.zone, mail.made_at), worked }
    }
}

/// Addresses of people who are here that take no mail. Refuses everybody below organisation admin.
pub fn bounces_of(viewer: &Viewer, all: Vec<Bounced>) -> Result<Vec<BouncedRow>, Rejection> {
    may_see(viewer.actor)?;
    let rows = all.into_iter().filter_map(|bounced| {
        let person = viewer.org.person(&bounced.person).filter(|person| person.is_active())?;
        (person.email.as_str() == bounced.email).then(|| BouncedRow {
            name: Colleague::named(viewer.org, &bounced.person).name,
            at: viewer.clocks.face(&viewer.zone, bounced.at),
            person: bounced.person,
            email: bounced.email,
            why: bounced.why,
        })
    });
    Ok(rows.collect())
}

fn may_see(actor: &Actor) -> Result<(), Rejection> {
    actor.at_least(Role::OrgAdmin)
}
