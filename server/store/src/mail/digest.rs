//! Digests: at most one a day for each person, with what is new since the last.

use super::Post;
use crate::error::Result;
use crate::{Store, job};
use domain::actor::{Actor, Role};
use domain::clocks::{Clocks, Day};
use domain::id::PersonId;
use domain::job::{Job, Task};
use domain::mail::{Letter, Mail, MailKey, MailState, Stretch, digest, has_later};
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::json;

/// Also for somebody who moves between zones, in which days begin at other times.
const APART: Span = Span::hours(20);
/// What happened within this time may not be in memory yet: it comes in the next one.
const SETTLED: Span = Span::minutes(1);

const TOLD: &str = "SELECT until, sent_at FROM ONLY type::record('digest', $person) FOR UPDATE";
const NOTE: &str = "
UPSERT type::record('digest', $person)
SET until = $until, sent_at = IF $sent THEN $now ELSE sent_at END
RETURN NONE
";

#[derive(Debug, Default, Deserialize)]
struct Told {
    #[serde(default)]
    until: Option<Timestamp>,
    #[serde(default)]
    sent_at: Option<Timestamp>,
}

impl Store {
    /// Writes somebody’s digest of a day, when there is something new to them that no digest told. Does nothing when
    /// somebody else has the job by now. For the server’s own clock; refused for people below organisation admin.
    pub async fn write_digest(&self, actor: &Actor, job: &Job) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let Task::Digest { person, day } = &job.task else { return Ok(()) };
        let inbox = &self.inbox(person).await?;
        let snoozes = &self.snoozes(person).await?;
        self.change(actor, |tx| async move {
            if !job::is_held(&tx, job).await? {
                return Ok(());
            }
            let Some(post) = Post::to(&tx, person).await? else { return job::finish(&tx, job).await };
            let before: Told = tx.row(TOLD, json!({ "person": person })).await?.unwrap_or_default();
            let is_soon = before.sent_at.is_some_and(|sent| tx.now().since(sent) < APART);
            let stretch = Stretch { since: before.until, until: tx.now().before(SETTLED) };
            let (letter, is_more) = self.read_for(person, |reader| {
                (digest(reader, inbox, stretch, snoozes), has_later(reader, inbox, stretch))
            })?;
            if is_soon || is_more {
                let next = next(&post, tx.now());
                job::put(&tx, &[(task(person, next.0), next.1)]).await?;
            }
            if !is_soon {
                let is_sent = letter.is_some();
                if let Some(letter) = letter {
                    post.write(&tx, &mail(person, *day, letter, tx.now())).await?;
                }
                let noted = json!({ "person": person, "until": stretch.until, "sent": is_sent, "now": tx.now() });
                tx.run(NOTE, noted).await?;
            }
            job::finish(&tx, job).await
        })
        .await
    }
}

fn task(person: &PersonId, day: Day) -> Task {
    Task::Digest { person: person.clone(), day }
}

fn next(post: &Post, now: Timestamp) -> (Day, Timestamp) {
    let clocks = Clocks { now, ahead: &crate::reader::ahead };
    post.notices.next_digest(&clocks, &post.person.zone, now)
}

fn mail(person: &PersonId, day: Day, letter: Letter, now: Timestamp) -> Mail {
    Mail {
        key: MailKey(format!("digest/{person}/{}", day.0)),
        person: person.clone(),
        letter,
        made_at: now,
        worth_until: None,
        state: MailState::WAITING,
    }
}
