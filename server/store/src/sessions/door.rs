//! Who was there: people come in with the code, hosts tick them off and write them in.

use super::rows::{OnDate, clocks, occurrence, session, write_occurrence};
use crate::error::Result;
use crate::exchange::teaches;
use crate::receipt::{Request, once};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::attendance::{
    CheckIn, CheckInForm, DoorPage, SheetPage, TickForm, WalkUpForm, date_of, door_page, sheet_page,
};
use domain::chosen;
use domain::clocks::Day;
use domain::id::{PersonId, SessionId};
use domain::rejection::{Noun, Rejection};
use domain::session::{Claim, DoorKey, Hour, Occurrence};

/// One date of a session, held until the change is made.
pub(super) struct Scene(pub(super) OnDate);

impl Scene {
    /// That date; not found where there is none, and for those to whom the session is not open and who were not there.
    pub(super) async fn of(tx: &Tx, (id, on): (&SessionId, Day), me: &PersonId) -> Result<Self> {
        let session = session(tx, &Actor::Console, id).await?;
        let occurrence = occurrence(tx, id, on).await?;
        let is_seen = session.is_open_to(me) || occurrence.was_there(me);
        let date = session.date_and_place(on, &clocks(tx)).filter(|_| is_seen);
        let (date, _) = date.ok_or(Rejection::NotFound(Noun::Session))?;
        let seating = session.seating(&date);
        Ok(Self(OnDate { session, occurrence, date, seating }))
    }

    pub(super) fn hour(&self, tx: &Tx) -> Hour<'_> {
        Hour { session: &self.0.session, date: &self.0.date, now: tx.now() }
    }

    pub(super) fn before(&self) -> Occurrence {
        self.0.occurrence.clone()
    }

    /// Writes what is so afterwards; nothing when that is what was so before.
    pub(super) async fn becomes(&self, tx: &Tx, after: Occurrence, whom: Option<&PersonId>) -> Result<()> {
        if after == self.0.occurrence {
            return Ok(());
        }
        write_occurrence(tx, &self.0, after, whom).await
    }
}

impl Store {
    /// The actor was there: they read the code at the door. Once only, however often it arrives. Refuses what
    /// [`Hour::checked_in`] refuses, and the sixth code in a minute; not found for those to whom the session is not open.
    pub async fn check_in(&self, actor: &Actor, asked: &CheckIn) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(&Actor::Console, &asked.session).await?;
        let counted = self.count_code(me.as_str()).await?;
        let key = &self.door_key().await?;
        self.change(actor, |tx| async move {
            let request = Request::new(me, asked.key.as_ref(), "check_in", asked)?;
            once(&tx, &request, || come_in(&tx, asked, me, key)).await
        })
        .await?;
        self.take_back(counted).await;
        Ok(())
    }

    /// The same from a form.
    pub async fn check_in_by_form(&self, actor: &Actor, form: &CheckInForm) -> Result<()> {
        actor.member()?;
        self.check_in(actor, &form.parsed()?).await
    }

    /// `person` was there, as the actor says who holds it. Refuses what [`Hour::ticked`] refuses, and people who left.
    pub async fn tick_off(&self, actor: &Actor, (id, on): (&SessionId, Day), person: &PersonId) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(&Actor::Console, id).await?;
        self.change(actor, |tx| async move {
            let scene = Scene::of(&tx, (id, on), me).await?;
            teaches(&tx, person).await?;
            let after = scene.hour(&tx).ticked(scene.before(), person, me)?;
            scene.becomes(&tx, after, Some(person)).await
        })
        .await
    }

    /// `person` was not there after all. Refuses what [`Hour::unticked`] refuses.
    pub async fn take_tick_back(&self, actor: &Actor, (id, on): (&SessionId, Day), person: &PersonId) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(&Actor::Console, id).await?;
        self.change(actor, |tx| async move {
            let scene = Scene::of(&tx, (id, on), me).await?;
            let after = scene.hour(&tx).unticked(scene.before(), person, me)?;
            scene.becomes(&tx, after, Some(person)).await
        })
        .await
    }

    /// Ticks off whom a form names.
    pub async fn tick_off_by_form(&self, actor: &Actor, form: &TickForm) -> Result<()> {
        actor.member()?;
        let ((id, on), person) = form.parsed()?;
        self.tick_off(actor, (&id, on), &person).await
    }

    /// Takes back the tick of whom a form names.
    pub async fn take_tick_back_by_form(&self, actor: &Actor, form: &TickForm) -> Result<()> {
        actor.member()?;
        let ((id, on), person) = form.parsed()?;
        self.take_tick_back(actor, (&id, on), &person).await
    }

    /// Ticks off somebody who had not answered, by the name that a form holds.
    pub async fn write_in_by_form(&self, actor: &Actor, form: &WalkUpForm) -> Result<()> {
        actor.member()?;
        let (id, on) = date_of(&form.session, &form.on)?;
        let person = self.read(actor, |org| chosen::person(org, "person", &form.person, &form.person_text))?;
        self.tick_off(actor, (&id, on), &person).await
    }

    /// The door of a date; hosts read the code there, as a picture of a link to `origin` too. Not found for those to whom
    /// the session is not open and who were not there.
    pub async fn door_page(&self, actor: &Actor, (id, on): (&SessionId, Day), origin: &str) -> Result<DoorPage> {
        actor.member()?;
        let key = self.door_key().await?;
        self.read_as(actor, |reader| door_page(reader, (id, on), &key, origin))
    }

    /// The list of a date on a sheet of paper; hosts alone.
    pub fn sheet_page(&self, actor: &Actor, id: &SessionId, on: Day) -> Result<SheetPage> {
        self.read_as(actor, |reader| sheet_page(reader, id, on))
    }
}

async fn come_in(tx: &Tx, asked: &CheckIn, me: &PersonId, key: &[u8]) -> Result<()> {
    let scene = Scene::of(tx, (&asked.session, asked.on), me).await?;
    let claim = Claim { person: me.clone(), code: asked.code, at: asked.claimed.unwrap_or(tx.now()) };
    let key = DoorKey::of(key, &scene.0.session, asked.on);
    let after = scene.hour(tx).checked_in(scene.before(), &claim, &key)?;
    scene.becomes(tx, after, Some(me)).await
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod world;
