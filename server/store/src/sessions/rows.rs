//! Rows of sessions and their dates, held against other writers while they change.

use crate::error::{Error, Result};
use crate::reader::ahead;
use crate::row::content;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::clocks::{Clocks, Day};
use domain::event::Happening;
use domain::id::{PersonId, SessionId};
use domain::rejection::{Noun, Rejection};
use domain::session::{Date, Doing, Occurrence, OpenTo, Seating, Session};
use serde_json::json;
use tokio::sync::OwnedMutexGuard;

/// How often a change is made that others overtake, beyond the tries that every change has.
const PATIENCE: u32 = 12;

/// A date with the session around it, as a transaction holds them.
#[derive(Clone, Debug)]
pub(crate) struct OnDate {
    pub(crate) session: Session,
    pub(crate) occurrence: Occurrence,
    pub(crate) date: Date,
    pub(crate) seating: Seating,
}

impl Store {
    /// Waits until nobody else in this process changes the session. Not found when there is none, or when it is not the
    /// actor's to see.
    pub(crate) async fn session_turn(&self, actor: &Actor, id: &SessionId) -> Result<OwnedMutexGuard<()>> {
        let is_known = || self.read(actor, |org| Ok(org.session(id).is_some_and(|session| session.is_seen_by(actor))));
        if !is_known()? {
            // Another process may have made it, or opened it to them, a moment ago.
            self.catch_up().await?;
            if !is_known()? {
                return Err(Rejection::NotFound(Noun::Session).into());
            }
        }
        Ok(self.session_turns().of(id).await)
    }
}

impl Store {
    /// Makes a change on a date to which people of several processes hurry at once: it goes on trying where one process is
    /// overtaken by the others again and again.
    pub(crate) async fn patiently<T, F: Future<Output = Result<T>>>(&self, change: impl Fn() -> F) -> Result<T> {
        for _ in 1..PATIENCE {
            match change().await {
                Err(Error::Broken(fault)) if fault.is_crowded() => {}
                outcome => return outcome,
            }
        }
        change().await
    }
}

/// Passes its hosts, whoever planned it, and those who look after it. Not found for those who do not see it.
pub(crate) fn may_run(actor: &Actor, session: &Session) -> Result<()> {
    let runs = |person: &PersonId| session.is_host(person) || session.made_by == *person;
    if session.is_looked_after_by(actor) || actor.person().is_some_and(runs) {
        return Ok(());
    }
    if !session.is_seen_by(actor) {
        return Err(Rejection::NotFound(Noun::Session).into());
    }
    Err(Rejection::Forbidden("Only its hosts and program admins can do this. Ask one of them.".to_owned()).into())
}

/// The session, held against other writers. Not found when it is not the actor's to see.
pub(crate) async fn session(tx: &Tx, actor: &Actor, id: &SessionId) -> Result<Session> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('learning_session', $id) FOR UPDATE";
    let found: Option<Session> = tx.row(query, json!({ "id": id })).await?;
    let found = found.filter(|session| session.is_seen_by(actor));
    Ok(found.ok_or(Rejection::NotFound(Noun::Session))?)
}

/// What was said of a date, held against other writers.
pub(crate) async fn occurrence(tx: &Tx, id: &SessionId, on: Day) -> Result<Occurrence> {
    let query = "SELECT * OMIT id FROM ONLY type::record('occurrence', [$id, $on]) FOR UPDATE";
    let found: Option<Occurrence> = tx.row(query, json!({ "id": id, "on": on })).await?;
    Ok(found.unwrap_or_else(|| Occurrence::new(id.clone(), on)))
}

/// A date, held with its session against other writers. Not found when the session is not the actor's to see, or has no
/// such date; refused while its time is not settled.
pub(crate) async fn on_date(tx: &Tx, actor: &Actor, id: &SessionId, on: Day) -> Result<OnDate> {
    let session = session(tx, actor, id).await?;
    if session.timing().is_none() {
        return Err(Rejection::Conflict("The time is not settled yet. Say which times suit you.".to_owned()).into());
    }
    let clocks = clocks(tx);
    let (date, _) = session.date_and_place(on, &clocks).ok_or(Rejection::NotFound(Noun::Session))?;
    let (seating, occurrence) = (session.seating(&date), occurrence(tx, id, on).await?);
    Ok(OnDate { session, occurrence, date, seating })
}

/// Writes what became of a date, tells whoever is to be told of it, and says so: of `person`, unless it concerns several
/// or is not to be known.
pub(crate) async fn write_occurrence(
    tx: &Tx,
    before: &OnDate,
    mut after: Occurrence,
    person: Option<&PersonId>,
) -> Result<()> {
    let told = after.news_since(&before.occurrence, &before.session.hosts, doing(tx));
    after.told.extend(told);
    put_occurrence(tx, &after).await?;
    tx.emit(Happening::OccurrenceMoved {
        session: before.session.id.clone(),
        on: after.on,
        person: person.cloned(),
        people: audience(&before.session),
    })
    .await
}

/// Writes a date as it is; its event is the session's.
pub(super) async fn put_occurrence(tx: &Tx, occurrence: &Occurrence) -> Result<()> {
    let query = "UPSERT type::record('occurrence', [$row.session, $row.on]) CONTENT $row RETURN NONE";
    tx.run(query, json!({ "row": occurrence })).await
}

/// Writes the session, with who is told what of all of it since `before`, and says so. The request in which two agreed on
/// it goes along.
pub(super) async fn write_session(tx: &Tx, before: Option<&Session>, mut after: Session) -> Result<()> {
    let told = after.news_since(before, &clocks(tx), doing(tx));
    after.told.extend(told);
    let values = json!({ "id": after.id, "row": content(&after)? });
    tx.run("UPSERT type::record('learning_session', $id) CONTENT $row RETURN NONE", values).await?;
    let people = audience_of_change(before, &after);
    tx.emit(Happening::SessionChanged { session: after.id.clone(), people }).await?;
    crate::exchange::go_along(tx, &after, |exchange| exchange.after_hour(&after, tx.by(), &clocks(tx))).await
}

/// Who hears of it: `None` for everyone.
fn audience(session: &Session) -> Option<Vec<PersonId>> {
    let OpenTo::Invited { people } = &session.open_to else { return None };
    let mut all: Vec<PersonId> = people.iter().chain(&session.hosts).chain([&session.made_by]).cloned().collect();
    all.sort_unstable();
    all.dedup();
    Some(all)
}

/// The same of a change: also whoever it was open to before.
fn audience_of_change(before: Option<&Session>, after: &Session) -> Option<Vec<PersonId>> {
    let mut all = audience(after)?;
    if let Some(before) = before {
        all.extend(audience(before)?);
        all.sort_unstable();
        all.dedup();
    }
    Some(all)
}

pub(crate) fn clocks(tx: &Tx) -> Clocks<'static> {
    Clocks { now: tx.now(), ahead: &ahead }
}

pub(crate) fn doing(tx: &Tx) -> Doing<'_> {
    Doing { by: tx.by(), now: tx.now() }
}
