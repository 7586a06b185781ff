//! Entries for calendars by mail: what happened is held against what each calendar was told last, and only what is
//! otherwise is told.

use super::{Post, write};
use crate::error::Result;
use crate::log::Logged;
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::event::Seq;
use domain::id::PersonId;
use domain::mail::{CalendarNews, Entered, Entry, EntryOf, Mail, MailKey, MailState, calendar_letter};
use domain::notices::{About, Channel};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

const ENTERED: &str = "SELECT * OMIT id FROM entered WHERE slug = $slug";
const ENTERED_FOR_UPDATE: &str = "SELECT * OMIT id FROM ONLY type::record('entered', $id) FOR UPDATE";
const WRITE: &str = "UPSERT type::record('entered', $id) CONTENT $row RETURN NONE";

impl Store {
    /// Writes what calendars are to be told of these events.
    pub(super) async fn tell_calendars(&self, actor: &Actor, events: &[Logged]) -> Result<()> {
        let seen = self.applied().seq;
        let subjects: BTreeSet<EntryOf> =
            events.iter().filter_map(|logged| EntryOf::changed_by(&logged.event.what)).collect();
        for subject in &subjects {
            let known: Vec<Entered> = self.rows(ENTERED, json!({ "slug": subject.slug() })).await?;
            let known: BTreeMap<PersonId, Entered> = known.into_iter().map(|row| (row.person.clone(), row)).collect();
            for (person, entries) in self.entries_of(subject, &known)? {
                self.tell_calendar(actor, seen, &Entered { entries, ..Entered::nothing(person, subject.clone()) })
                    .await?;
            }
        }
        Ok(())
    }

    /// What the calendar of each is to hold, of those whose calendars were told otherwise.
    fn entries_of(
        &self,
        subject: &EntryOf,
        known: &BTreeMap<PersonId, Entered>,
    ) -> Result<Vec<(PersonId, Vec<Entry>)>> {
        let clocks = &Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(&Actor::Console, |org| {
            let people: BTreeSet<PersonId> = subject.people(org).into_iter().chain(known.keys().cloned()).collect();
            let entries = people.into_iter().map(|person| {
                let entries = subject.entries(org, &person, clocks);
                (person, entries)
            });
            let is_told_otherwise = |(person, entries): &(PersonId, Vec<Entry>)| match known.get(person) {
                Some(known) => !known.news(entries, clocks.now).is_empty(),
                None => !entries.is_empty(),
            };
            Ok(entries.filter(is_told_otherwise).collect())
        })
    }

    /// Tells one calendar what it is to hold, as of what happened up to `seen`.
    async fn tell_calendar(&self, actor: &Actor, seen: Seq, wanted: &Entered) -> Result<()> {
        let (person, subject) = (&wanted.person, &wanted.subject);
        let id = &format!("{person}/{}", subject.slug());
        self.change(actor, |tx| async move {
            let Some(post) = Post::to(&tx, person).await? else { return Ok(()) };
            if post.notices.channel(About::Calendar) == Channel::Off {
                return Ok(());
            }
            let known: Option<Entered> = tx.row(ENTERED_FOR_UPDATE, json!({ "id": id })).await?;
            let mut entered = known.unwrap_or_else(|| Entered::nothing(person.clone(), subject.clone()));
            // Another process knew more than this one.
            if entered.seen > seen {
                return Ok(());
            }
            entered.seen = seen;
            for news in entered.news(&wanted.entries, tx.now()) {
                entered.mails = entered.mails.saturating_add(1);
                self.write_entry(&tx, &post, &entered, news).await?;
            }
            entered.entries.clone_from(&wanted.entries);
            let mut row = crate::row::content(&entered)?;
            row["slug"] = json!(subject.slug());
            tx.run(WRITE, json!({ "id": id, "row": row })).await
        })
        .await
    }

    async fn write_entry(&self, tx: &Tx, post: &Post, entered: &Entered, news: CalendarNews) -> Result<()> {
        let (id, due) = (&post.person.id, post.opens(tx.now()));
        let worth_until = news.entries.iter().map(|entry| entry.starts_at).max();
        let mail = Mail {
            key: MailKey(format!("entry/{id}/{}/{}", entered.subject.slug(), entered.mails)),
            person: id.clone(),
            letter: self.read_for(id, |reader| calendar_letter(reader, news))?,
            made_at: tx.now(),
            worth_until,
            state: MailState::WAITING,
        };
        write(tx, &[(mail, due)]).await
    }
}
