//! Reminders of meetings: put when a meeting is agreed, and when they come due held against what the meeting is then.

use crate::error::Result;
use crate::mail::Post;
use crate::{Store, Tx, exchange, job};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::exchange::{Exchange, Side};
use domain::job::{Job, Task};
use domain::mail::{Mail, MailKey, MailState, letter_of};
use domain::notices::{About, Channel};
use domain::notifications::reminder_of;
use domain::reminder::{Reminder, Subject};
use domain::time::Timestamp;

/// Puts the reminders of a meeting that is agreed; they are there already when nothing of it has changed.
pub(crate) async fn plan(tx: &Tx, exchange: &Exchange) -> Result<()> {
    job::put(tx, &tasks(exchange, tx.now())).await
}

fn tasks(exchange: &Exchange, now: Timestamp) -> Vec<(Task, Timestamp)> {
    let due = Reminder::of_exchange(exchange).into_iter().filter(|reminder| reminder.due_at() >= now);
    due.map(|reminder| (Task::Remind { reminder: reminder.clone() }, reminder.due_at())).collect()
}

impl Store {
    /// Puts the reminders of all agreed meetings that have none yet, such as those that came with a copy. For the server’s
    /// own clock; refused for people below organisation admin.
    pub async fn plan_reminders(&self, actor: &Actor) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let tasks: Vec<_> =
            self.read(actor, |org| Ok(org.exchanges().flat_map(|exchange| tasks(exchange, now)).collect()))?;
        if tasks.is_empty() {
            return Ok(());
        }
        let tasks = &tasks;
        self.change(actor, |tx| async move { job::put(&tx, tasks).await }).await
    }

    /// Reminds both sides of a meeting, if it still takes place then: in Kith, and by mail where they want that. Does
    /// nothing when somebody else has the job by now. For the server’s own clock; refused for people below organisation
    /// admin.
    pub async fn remind(&self, actor: &Actor, job: &Job) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let Task::Remind { reminder } = &job.task else { return Ok(()) };
        let Subject::Exchange { exchange: id } = &reminder.subject;
        self.change(actor, |tx| async move {
            if !job::is_held(&tx, job).await? {
                return Ok(());
            }
            let meeting = exchange::read(&tx, id).await?;
            let near = meeting.filter(|meeting| reminder.holds_for(meeting) && tx.now() < reminder.starts_at);
            if let Some(meeting) = near {
                for side in [Side::Learner, Side::Teacher] {
                    self.remind_one(&tx, reminder, &meeting, side).await?;
                }
            }
            job::finish(&tx, job).await
        })
        .await
    }

    async fn remind_one(&self, tx: &Tx, reminder: &Reminder, meeting: &Exchange, side: Side) -> Result<()> {
        let person = meeting.person(side);
        let Some(post) = Post::to(tx, person).await? else { return Ok(()) };
        let channel = post.notices.channel(About::Reminders);
        if channel == Channel::Off {
            return Ok(());
        }
        tx.emit_for(None, Happening::Reminded { person: person.clone() }).await?;
        if channel != Channel::Now || self.mail_setup().is_none() {
            return Ok(());
        }
        let told = self.read_for(person, |reader| reminder_of(reader, meeting, side, reminder))?;
        let mail = Mail {
            key: MailKey(format!("note/{person}/{}", told.key.0)),
            person: person.clone(),
            letter: letter_of(&told),
            made_at: tx.now(),
            worth_until: Some(reminder.starts_at),
            state: MailState::WAITING,
        };
        post.write(tx, &mail).await
    }
}
