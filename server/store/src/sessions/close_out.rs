//! Closing a date: a host says what came of it, somebody of the other side says that it was so, and then it counts. What
//! follows is written in the transaction in which the second word is, which happens once; so it is written once.

use super::door::Scene;
use crate::error::Result;
use crate::exchange::{known, learned, taught, write_evidence};
use crate::hours::Ledger;
use crate::library::notes::write_in;
use crate::receipt::{Request, once};
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::attendance::{CloseDate, CloseForm, ClosePage, Countersign, CountersignForm, close_page};
use domain::clocks::Day;
use domain::evidence::{Evidence, Level, Source};
use domain::exchange::Exchange;
use domain::hours::ClosedHour;
use domain::id::{NoteId, PersonId, SessionId, SkillId};
use domain::note::Draft;
use domain::program::ByHour;
use domain::session::{CloseOut, Closing, Due, Occurrence, SaidBefore, Session, library_note};
use domain::text::Prose;
use domain::thanks::Thanks;
use domain::time::Timestamp;
use std::collections::BTreeMap;

impl Store {
    /// What came of a date, as the actor says who holds it; it counts once somebody who was there says so too, and at once
    /// where they had said so before. Refuses what [`domain::session::Hour::closed`] refuses; not found for those to whom
    /// the session is not open.
    pub async fn close_date(&self, actor: &Actor, asked: &CloseDate) -> Result<()> {
        let me = &actor.member()?.id;
        let closed = || {
            self.change(actor, |tx| async move {
                let request = Request::new(me, asked.key.as_ref(), "close_date", asked)?;
                let propose = || async {
                    let scene = Scene::of(&tx, (&asked.session, asked.on), me).await?;
                    self.propose(&tx, &scene, &asked.says, me).await
                };
                once(&tx, &request, propose).await
            })
        };
        self.in_turn_of_hour(Some(&asked.session), closed).await
    }

    /// The same from a form.
    pub async fn close_date_by_form(&self, actor: &Actor, form: &CloseForm) -> Result<()> {
        actor.member()?;
        self.close_date(actor, &form.parsed()?).await
    }

    /// The actor says that it was so: who taught and who learned has evidence for it from now on, each host their thanks,
    /// the library the note, and whoever takes part in its program the step that it is enough for; and whoever taught has
    /// the hour to spend. Refuses what [`domain::session::Hour::countersigned`] refuses.
    pub async fn countersign(&self, actor: &Actor, asked: &Countersign) -> Result<()> {
        let me = &actor.member()?.id;
        let signed = || {
            self.change(actor, |tx| async move {
                let request = Request::new(me, asked.key.as_ref(), "countersign", asked)?;
                let sign = || async {
                    let scene = Scene::of(&tx, (&asked.session, asked.on), me).await?;
                    self.sign(&tx, &scene, (me, &asked.words), asked.seen).await
                };
                once(&tx, &request, sign).await
            })
        };
        self.in_turn_of_hour(Some(&asked.session), signed).await
    }

    /// Makes a change by which an hour may come to count, in its turn and in that of its program. An exchange of before
    /// there were such hours has none.
    pub(crate) async fn in_turn_of_hour<F: Future<Output = Result<()>>>(
        &self,
        id: Option<&SessionId>,
        change: impl FnOnce() -> F,
    ) -> Result<()> {
        let Some(id) = id else {
            let _hours = self.hours_turn().await;
            return change().await;
        };
        let _turn = self.session_turn(&Actor::Console, id).await?;
        let program = self.read(&Actor::Console, |org| Ok(org.session(id).and_then(|it| it.program.clone())))?;
        let turn = self.turn_for_hour(program.as_ref()).await?;
        let hours = self.hours_turn().await;
        change().await?;
        // Seats are given in the program's turn, which nobody waits for who holds that of hours.
        drop((hours, turn));
        match &program {
            // Whoever is through by it has left a seat.
            Some(program) => self.seat_the_rest(program).await,
            None => Ok(()),
        }
    }

    /// The same from a form.
    pub async fn countersign_by_form(&self, actor: &Actor, form: &CountersignForm) -> Result<()> {
        actor.member()?;
        self.countersign(actor, &form.parsed()?).await
    }

    /// The closing of a date; not found for those who neither hold it nor were there.
    pub fn close_page(&self, actor: &Actor, id: &SessionId, on: Day) -> Result<ClosePage> {
        self.read_as(actor, |reader| close_page(reader, id, on))
    }
}

impl Store {
    /// The host `me` says what came of it; where two agreed on it and the learner has said that they met, it counts.
    pub(super) async fn propose(&self, tx: &Tx, scene: &Scene, says: &Closing, me: &PersonId) -> Result<()> {
        let session = &scene.0.session;
        let said = crate::exchange::said_before(tx, session).await?.filter(|said| says.people.contains(&said.person));
        let Some(SaidBefore { person, words }) = said else {
            let after = scene.hour(tx).closed(scene.before(), says, me)?;
            return scene.closes(tx, after, &Prose::default()).await.map(drop);
        };
        let after = scene.hour(tx).closed_as_said(scene.before(), says, me, &person)?;
        self.let_it_count(tx, scene, after, (&person, &words)).await
    }

    /// `me`, who was there, says that it was as was said at `seen`, with thanks: it counts.
    pub(super) async fn sign(
        &self,
        tx: &Tx,
        scene: &Scene,
        (me, words): (&PersonId, &Prose),
        seen: Timestamp,
    ) -> Result<()> {
        let after = scene.hour(tx).countersigned(scene.before(), me, seen)?;
        self.let_it_count(tx, scene, after, (me, words)).await
    }

    /// Writes that both sides have said what came of a date, and what follows from it. Nothing, where nothing is new.
    async fn let_it_count(&self, tx: &Tx, scene: &Scene, after: Occurrence, by: (&PersonId, &Prose)) -> Result<()> {
        let (session, on) = (&scene.0.session, after.on);
        let kept = library_note(session, &after);
        let Some(closed) = scene.closes(tx, after, by.1).await? else { return Ok(()) };
        let levels = levels(tx, session, &closed).await?;
        let level = |person: &PersonId, skill: &SkillId| {
            levels.get(&(person.clone(), skill.clone())).copied().unwrap_or(Level::NONE)
        };
        give_evidence(tx, (session, on, &closed), level).await?;
        let hour = ClosedHour { session, on, closed: &closed };
        Ledger { store: self, tx }.post_closed(hour, by.0, level).await?;
        thank(tx, session, &closed, by, on).await?;
        if let Some(program) = &session.program {
            self.tick_by_hour(tx, program, &parts(session, &closed)).await?;
        }
        if let Some(kept) = kept {
            // It belongs to whoever closed it.
            let note = NoteId::parse(&format!("{:016x}", self.stamp().random()))?;
            write_in(tx, note, &kept.by.clone(), Draft::left(kept)?).await?;
        }
        Ok(())
    }
}

impl Scene {
    /// Writes what was said of the date, with the thanks of whoever signed it, and the request in which two agreed on it
    /// goes along; `None` where nothing is new.
    async fn closes(&self, tx: &Tx, after: Occurrence, thanks: &Prose) -> Result<Option<CloseOut>> {
        if after == self.0.occurrence {
            return Ok(None);
        }
        let closed = after.closed.clone();
        self.becomes(tx, after, None).await?;
        if let Some(closed) = &closed {
            let along = |exchange: Exchange| exchange.after_closing(closed, thanks);
            crate::exchange::go_along(tx, &self.0.session, along).await?;
        }
        Ok(closed)
    }
}

/// What everybody knew before, of what was practised.
async fn levels(tx: &Tx, session: &Session, closed: &CloseOut) -> Result<BTreeMap<(PersonId, SkillId), Level>> {
    let mut levels = BTreeMap::new();
    for skill in &closed.skills {
        for person in session.hosts.iter().chain(&closed.people) {
            levels.insert((person.clone(), skill.clone()), known(tx, person, skill).await?);
        }
    }
    Ok(levels)
}

async fn give_evidence(
    tx: &Tx,
    (session, on, closed): (&Session, Day, &CloseOut),
    level: impl Fn(&PersonId, &SkillId) -> Level,
) -> Result<()> {
    for due in closed.due(session, &level) {
        let before = level(&due.person, &due.skill);
        let reached = match due.source {
            Source::Taught => taught(before),
            _ => learned(tx, &due.person, &due.skill, before).await?,
        };
        let nonce = format!("session:{}:{}", session.id, on.iso());
        write_evidence(tx, &evidence(tx, due, reached), &nonce).await?;
    }
    Ok(())
}

fn evidence(tx: &Tx, due: Due, level: Level) -> Evidence {
    Evidence {
        person: due.person,
        skill: due.skill,
        level,
        source: due.source,
        by: Some(due.by),
        at: tx.now(),
        note: Prose::default(),
        import: None,
        passed: None,
        reversed_at: None,
    }
}

/// What everybody was at it.
fn parts(session: &Session, closed: &CloseOut) -> Vec<(PersonId, ByHour)> {
    let held = session.hosts.iter().map(|host| (host.clone(), ByHour::Held));
    let came = closed.people.iter().filter(|person| !session.is_host(person));
    held.chain(came.map(|person| (person.clone(), ByHour::Came))).collect()
}

/// The thanks of whoever said that it was so, to each host.
async fn thank(
    tx: &Tx,
    session: &Session,
    closed: &CloseOut,
    (from, words): (&PersonId, &Prose),
    on: Day,
) -> Result<()> {
    let Some(skill) = closed.skills.first() else { return Ok(()) };
    for host in session.hosts.iter().filter(|host| *host != from) {
        let thanks = Thanks {
            from: from.clone(),
            to: host.clone(),
            skill: skill.clone(),
            words: words.clone(),
            at: tx.now(),
            exchange: session.exchange.clone(),
        };
        let nonce = format!("session:{}:{}:{host}", session.id, on.iso());
        crate::thanks::write(tx, &thanks, &nonce).await?;
    }
    Ok(())
}
