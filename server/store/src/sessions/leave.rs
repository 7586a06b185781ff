//! Somebody works here no more: their seats go to whoever waits, and what they held is held by the others.

use super::of_two::call_off_hour;
use super::rows::{doing, on_date, session, write_occurrence, write_session};
use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::{Clocks, Day};
use domain::exchange::Stage;
use domain::id::{PersonId, SessionId};
use domain::org::Org;
use domain::session::{News, Saying, Says, Session};
use domain::text::Prose;
use std::collections::BTreeSet;

impl Store {
    /// `person`, who works here no more, comes to no session and holds none that others hold too. Where they were the only
    /// host, program admins and whoever planned it are told that it needs one. What they agreed on with one colleague is
    /// called off.
    pub(crate) async fn leave_all_sessions(&self, person: &PersonId) -> Result<()> {
        let actor = &Actor::Console;
        self.leave_hours_of_two(actor, person).await?;
        let (dates, held) =
            self.read_clocked(actor, |org, clocks| Ok((dates_of(org, person), held_by(org, person, clocks))))?;
        for (id, on) in &dates {
            let _turn = self.session_turn(actor, id).await?;
            let gone = self.change(actor, |tx| async move { come_no_more(&tx, actor, (id, *on), person).await });
            match gone.await {
                // It was called off: nobody waits for the seat.
                Err(Error::Rejected(_)) => {}
                gone => gone?,
            }
        }
        for id in &held {
            let _turn = self.session_turn(actor, id).await?;
            self.change(actor, |tx| async move { self.hold_no_more(&tx, id, person).await }).await?;
        }
        Ok(())
    }

    async fn leave_hours_of_two(&self, actor: &Actor, person: &PersonId) -> Result<()> {
        let now = self.clock().now();
        let (hours, words) = self.read(actor, |org| {
            let agreed = org.exchanges().filter(|one| one.stage == Stage::Agreed && one.side_of(person).is_ok());
            let ahead = agreed.filter(|one| one.starts_at.is_some_and(|start| start > now));
            let hours: Vec<SessionId> = ahead.filter_map(|one| one.session.clone()).collect();
            Ok((hours, format!("{} works here no more.", org.name_of(person))))
        })?;
        let reason = &Prose::parse("reason", &words)?;
        for id in &hours {
            let _turn = self.session_turn(actor, id).await?;
            self.change(actor, |tx| async move { call_off_hour(&tx, id, person, reason).await }).await?;
        }
        Ok(())
    }

    async fn hold_no_more(&self, tx: &Tx, id: &SessionId, person: &PersonId) -> Result<()> {
        let before = session(tx, &Actor::Console, id).await?;
        let mut after = before.clone();
        after.revision = after.revision.worded(tx.now());
        let stays =
            |org: &Org, host: &PersonId| host != person && org.person(host).is_some_and(|host| host.is_active());
        let (others, admins) = self.read(&Actor::Console, |org| {
            let others: Vec<PersonId> = before.hosts.iter().filter(|host| stays(org, host)).cloned().collect();
            let asked = org.people().filter(|other| other.role >= Role::ProgramAdmin).map(|admin| admin.id.clone());
            let mut asked: BTreeSet<PersonId> = asked.collect();
            asked.extend(Some(&before.made_by).filter(|made_by| stays(org, made_by)).cloned());
            Ok((others, asked))
        })?;
        if others.is_empty() {
            after.told.extend(doing(tx).told_all(&admins, &News::NeedsHost));
        } else {
            after.hosts = others;
        }
        write_session(tx, Some(&before), after).await
    }
}

async fn come_no_more(tx: &Tx, actor: &Actor, (id, on): (&SessionId, Day), person: &PersonId) -> Result<()> {
    let held = on_date(tx, actor, id, on).await?;
    if held.date.starts <= tx.now() {
        // Whether they were there is for the host to say.
        return Ok(());
    }
    let saying = Saying { person, says: Says::NotGoing, guests: 0, by: None };
    let after = held.occurrence.clone().answered(saying, &held.seating, tx.now())?;
    write_occurrence(tx, &held, after, Some(person)).await
}

/// The dates at which they have a seat, or wait for one, or perhaps come.
fn dates_of(org: &Org, person: &PersonId) -> Vec<(SessionId, Day)> {
    let comes = org.dates_of(person).filter(|(_, date)| {
        date.closed.is_none() && date.answer_of(person).is_some_and(|answer| answer.says != Says::NotGoing)
    });
    comes.map(|(session, date)| (session.id.clone(), date.on)).collect()
}

/// The sessions that they hold and of which something is to come, or still voted on.
fn held_by(org: &Org, person: &PersonId, clocks: &Clocks) -> Vec<SessionId> {
    let is_to_come = |session: &Session| session.timing().is_none() || !session.ahead(clocks).is_empty();
    let held = org.sessions_of(person).filter(|session| session.is_host(person) && session.called_off.is_none());
    let held = held.filter(|session| is_to_come(session));
    held.map(|session| session.id.clone()).collect()
}
