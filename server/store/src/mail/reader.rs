//! What happened, read for those who want mail of it: whoever wants it at once gets a mail, whoever wants a digest a job
//! for their next one. All are named by what they are for, so reading twice writes nothing twice.

use super::write;
use crate::error::Result;
use crate::log::BATCH;
use crate::{Store, job};
use domain::actor::{Actor, Role};
use domain::clocks::{Clocks, Day};
use domain::event::Seq;
use domain::id::PersonId;
use domain::job::Task;
use domain::mail::{Mail, MailKey, MailState, letter_of};
use domain::notices::{Channel, Notices};
use domain::notifications::{Inbox, concerned, told};
use domain::program::Standing;
use domain::reader::Reader;
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// What happened longer ago is not worth a mail any more: nobody sent any at that time.
const WORTH: Span = Span::days(3);
/// What an event caused may be dated a moment before it.
const BEFORE: Span = Span::minutes(1);
/// For how many people mails are written in one transaction.
const TOGETHER: usize = 50;

const READ: &str = "SELECT VALUE seq FROM ONLY mail_reader:main";
const BEGIN: &str = "INSERT IGNORE INTO mail_reader { id: 'main', seq: $seq } RETURN NONE";
const GO_ON: &str = "UPDATE mail_reader:main SET seq = math::max([seq, $seq]) RETURN NONE";
const CHOSEN: &str = "SELECT * OMIT id FROM $people.map(|$person| type::record('notices', $person))";

#[derive(Deserialize)]
struct Chosen {
    person: PersonId,
    #[serde(flatten)]
    notices: Notices,
}

/// What is to be written for some people.
#[derive(Default)]
struct Written {
    mails: Vec<(Mail, Timestamp)>,
    digests: Vec<(Task, Timestamp)>,
}

impl Store {
    /// The first to read begins where the log ends.
    pub(crate) async fn begin_reading(&self) -> Result<()> {
        self.run(BEGIN, json!({ "seq": self.end_of_log().await?.seq })).await
    }

    /// Reads on in the log and writes what people want by mail of it; says how many events it read. For the server’s own
    /// clock; refused for people below organisation admin.
    pub async fn tell_by_mail(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        if self.mail_setup().is_none() {
            return Ok(0);
        }
        // No further than what is in memory, which is where what people are told is read.
        let reached = self.applied().seq;
        let after: Vec<Seq> = self.rows(READ, json!({})).await?;
        let events = self.events_after(after.first().copied().unwrap_or(reached), BATCH).await?;
        let events: Vec<_> = events.into_iter().filter(|logged| logged.event.seq <= reached).collect();
        let (Some(first), Some(last)) = (events.iter().map(|logged| logged.event.at).min(), events.last()) else {
            return Ok(0);
        };
        let people: BTreeSet<PersonId> = {
            let org = self.org_here();
            events.iter().flat_map(|logged| concerned(&org, &logged.event.what)).collect()
        };
        self.write_to(actor, people, first.before(BEFORE)).await?;
        self.tell_calendars(actor, &events).await?;
        self.run(GO_ON, json!({ "seq": last.event.seq })).await?;
        Ok(events.len())
    }

    /// The same of what comes by time alone: steps of programs that are still open, since `since`. For the server’s own
    /// clock; refused for people below organisation admin.
    pub async fn tell_of_open_steps(&self, actor: &Actor, since: Timestamp) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        if self.mail_setup().is_none() {
            return Ok(());
        }
        let people = self.read(actor, |org| {
            let all = org.programs().flat_map(|program| org.participants(&program.id));
            let inside = all.filter(|participant| participant.standing == Standing::Inside);
            let inside = inside.map(|participant| participant.person.clone());
            Ok(inside.collect::<BTreeSet<_>>())
        })?;
        self.write_to(actor, people, since).await
    }

    /// The same of sessions that soon begin, for everybody who holds one or has to do with a date of one. For the
    /// server’s own clock; refused for people below organisation admin.
    pub async fn tell_of_near_sessions(&self, actor: &Actor, since: Timestamp) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        if self.mail_setup().is_none() {
            return Ok(());
        }
        let near = Day::utc(self.clock().now()).0 - 1..=Day::utc(self.clock().now()).0 + 2;
        let people = self.read(actor, |org| {
            let with_a_date = |person: &PersonId| {
                let holds = org.sessions_of(person).next().is_some();
                holds || org.dates_of(person).any(|(_, date)| near.contains(&date.on.0))
            };
            let all = org.people().map(|person| &person.id).filter(|person| with_a_date(person));
            Ok(all.cloned().collect::<BTreeSet<_>>())
        })?;
        self.write_to(actor, people, since).await
    }

    async fn write_to(&self, actor: &Actor, people: BTreeSet<PersonId>, since: Timestamp) -> Result<()> {
        let since = since.max(self.clock().now().before(WORTH));
        let refused = self.refused_lately().await?;
        let people: Vec<PersonId> = people.into_iter().collect();
        for people in people.chunks(TOGETHER) {
            let chosen: Vec<Chosen> = self.rows(CHOSEN, json!({ "people": people })).await?;
            let chosen: BTreeMap<_, _> = chosen.into_iter().map(|row| (row.person, row.notices)).collect();
            let mut written = Written::default();
            for person in people {
                let notices = chosen.get(person).cloned().unwrap_or_default();
                let taken = self.taken_over_from(person, since).await?;
                let inbox = Inbox { notices, refused: refused.clone(), taken, ..Inbox::default() };
                self.read_for(person, |reader| written.tell(reader, &inbox, since)).unwrap_or_default();
            }
            self.keep_written(actor, &written).await?;
        }
        Ok(())
    }

    async fn keep_written(&self, actor: &Actor, written: &Written) -> Result<()> {
        if written.mails.is_empty() && written.digests.is_empty() {
            return Ok(());
        }
        self.change(actor, |tx| async move {
            write(&tx, &written.mails).await?;
            job::put(&tx, &written.digests).await
        })
        .await
    }
}

impl Written {
    /// Adds what the reader was told since then, as they want it.
    fn tell(&mut self, reader: &Reader, inbox: &Inbox, since: Timestamp) {
        let (me, clocks): (_, &Clocks) = (reader.me, reader.clocks);
        if !me.is_active() {
            return;
        }
        let mut has_digest = false;
        for (_, item) in told(reader, inbox).into_iter().filter(|(at, _)| *at >= since) {
            match inbox.notices.channel(item.kind.about()) {
                Channel::Now => {
                    let mail = Mail {
                        key: MailKey(format!("note/{}/{}", me.id, item.key.0)),
                        person: me.id.clone(),
                        letter: letter_of(&item),
                        made_at: reader.now(),
                        worth_until: None,
                        state: MailState::WAITING,
                    };
                    self.mails.push((mail, inbox.notices.opens(clocks, &me.zone, reader.now())));
                }
                Channel::Digest => has_digest = true,
                Channel::InApp | Channel::Off => {}
            }
        }
        if has_digest {
            let (day, at) = inbox.notices.next_digest(clocks, &me.zone, reader.now());
            self.digests.push((Task::Digest { person: me.id.clone(), day }, at));
        }
    }
}
