//! The way of a mail to the mail server: whether it is still to go out, to which address, and what came of it.

use super::Post;
use crate::error::Result;
use crate::{Store, Tx, job};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::PersonId;
use domain::job::{Job, Task};
use domain::mail::{Delivery, Letter, Mail, MailKey, MailState};
use domain::notices::{About, Bounced, Channel, MailList, Notices};
use domain::time::{Span, Timestamp};
use serde_json::json;

const MAIL: &str = "SELECT *, record::id(id) AS key OMIT id FROM ONLY type::record('mail', $key) FOR UPDATE";
const STATE: &str = "UPDATE type::record('mail', $key) SET state = $state RETURN NONE";
const BOUNCED: &str = "SELECT * OMIT id FROM ONLY type::record('bounced', $person)";
const BOUNCE: &str = "UPSERT type::record('bounced', $person) CONTENT $row RETURN NONE";

/// When a mail is tried again that somebody else wrote of what is not known here yet.
const SOON: Span = Span(2_000);

/// A mail that is to be handed over now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its name.
    pub key: MailKey,
    /// To whom.
    pub person: PersonId,
    /// What they are called.
    pub name: String,
    /// At which address.
    pub email: String,
    /// What it says.
    pub letter: Letter,
    /// When it was written.
    pub made_at: Timestamp,
    /// By which link they are taken off the list, from the root of the site.
    pub unsubscribe: Option<String>,
}

impl Store {
    /// The mail of a job, when it is to go out now. One that is not to go out any more is dropped, and one that comes in
    /// quiet hours is put off until they end. For the server’s own clock; refused for people below organisation admin.
    pub async fn mail_to_send(&self, actor: &Actor, job: &Job) -> Result<Option<Outgoing>> {
        actor.at_least(Role::OrgAdmin)?;
        let Task::Mail { mail: key } = &job.task else { return Ok(None) };
        let outgoing = self.change(actor, |tx| async move {
            if !job::is_held(&tx, job).await? {
                return Ok(None);
            }
            let mail: Option<Mail> = tx.row(MAIL, json!({ "key": key })).await?;
            let Some(mail) = mail.filter(|mail| matches!(mail.state, MailState::Waiting { .. })) else {
                job::finish(&tx, job).await?;
                return Ok(None);
            };
            let post = Post::to(&tx, &mail.person).await?;
            if let Some(why) = futile(&tx, &mail, post.as_ref()).await? {
                set_state(&tx, key, &MailState::Dropped { at: tx.now(), why: why.to_owned() }).await?;
                job::finish(&tx, job).await?;
                return Ok(None);
            }
            // What calendars read is written from what is in memory here, which may not be there yet.
            if mail.letter.news.as_ref().is_some_and(|news| news.seen > self.applied().seq) {
                job::put_off(&tx, job, tx.now().after(SOON)).await?;
                return Ok(None);
            }
            Ok(match post {
                Some(post) if post.opens(tx.now()) > tx.now() && mail.letter.list.is_some() => {
                    job::put_off(&tx, job, post.opens(tx.now())).await?;
                    None
                }
                Some(post) => Some(outgoing(post, mail)),
                None => None,
            })
        });
        let Some(mut outgoing) = outgoing.await? else { return Ok(None) };
        if let Some(list) = outgoing.letter.list {
            outgoing.unsubscribe = Some(self.unsubscribe_link(actor, &outgoing.person, list).await?);
        }
        Ok(Some(outgoing))
    }

    /// Notes what came of handing a mail over. What did not work is tried again, for two days; an address that the mail
    /// server refuses for good gets no more mail until its person says that it is right. For the server’s own clock;
    /// refused for people below organisation admin.
    pub async fn note_delivery(&self, actor: &Actor, job: &Job, sent: &Outgoing, came: &Delivery) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        self.change(actor, |tx| async move {
            // Whoever has it by now need not hand over again what was taken.
            let counts = match came {
                Delivery::Accepted => job::is_open(&tx, job).await?,
                Delivery::AddressRefused(_) | Delivery::MailRefused(_) | Delivery::Later(_) => {
                    job::is_held(&tx, job).await?
                }
            };
            if counts { note(&tx, job, sent, came).await } else { Ok(()) }
        })
        .await
    }
}

fn outgoing(post: Post, mail: Mail) -> Outgoing {
    Outgoing {
        key: mail.key,
        name: post.person.name.to_string(),
        email: post.person.email.as_str().to_owned(),
        person: mail.person,
        letter: mail.letter,
        made_at: mail.made_at,
        unsubscribe: None,
    }
}

async fn set_state(tx: &Tx, key: &MailKey, state: &MailState) -> Result<()> {
    tx.run(STATE, json!({ "key": key, "state": state })).await
}

/// Why a mail is not to go out any more.
async fn futile(tx: &Tx, mail: &Mail, post: Option<&Post>) -> Result<Option<&'static str>> {
    let Some(post) = post else { return Ok(Some("They are not here any more.")) };
    if mail.worth_until.is_some_and(|until| until <= tx.now()) {
        return Ok(Some("It would have come too late."));
    }
    if !is_wanted(&post.notices, mail.letter.list) {
        return Ok(Some("They do not want it any more."));
    }
    let bounced: Option<Bounced> = tx.row(BOUNCED, json!({ "person": mail.person })).await?;
    let is_dead = bounced.is_some_and(|bounced| bounced.email == post.person.email.as_str());
    Ok(is_dead.then_some("Their address takes no mail."))
}

fn is_wanted(notices: &Notices, list: Option<MailList>) -> bool {
    match list {
        None => true,
        Some(MailList::Digest) => About::ALL.into_iter().any(|about| notices.channel(about) == Channel::Digest),
        Some(MailList::About(about)) => notices.channel(about) == Channel::Now,
    }
}

async fn note(tx: &Tx, job: &Job, sent: &Outgoing, came: &Delivery) -> Result<()> {
    let failed = |why: &str| MailState::Failed { at: tx.now(), why: job::brief(why) };
    let state = match came {
        Delivery::Accepted => {
            job::finish(tx, job).await?;
            MailState::Sent { at: tx.now() }
        }
        Delivery::AddressRefused(why) => {
            bounce(tx, sent, why).await?;
            job::give_up(tx, job, why).await?;
            failed(why)
        }
        Delivery::MailRefused(why) => {
            job::give_up(tx, job, why).await?;
            failed(why)
        }
        Delivery::Later(why) if job::fail(tx, job, why).await? => failed(why),
        Delivery::Later(why) => MailState::Waiting { why: Some(job::brief(why)) },
    };
    set_state(tx, &sent.key, &state).await
}

async fn bounce(tx: &Tx, sent: &Outgoing, why: &str) -> Result<()> {
    let person = sent.person.clone();
    let row = Bounced { person: person.clone(), email: sent.email.clone(), why: job::brief(why), at: tx.now() };
    tx.run(BOUNCE, json!({ "person": person, "row": row })).await?;
    tx.emit_for(None, Happening::NoticesChanged { person }).await
}
