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
use domain::hours::ClosedHour;
use domain::id::{NoteId, PersonId, SessionId, SkillId};
use domain::note::Draft;
use domain::program::ByHour;
use domain::session::{CloseOut, Due, Session, library_note};
use domain::text::Prose;
use domain::thanks::Thanks;
use std::collections::BTreeMap;

impl Store {
    /// What came of a date, as the actor says who holds it; it counts once somebody who was there says so too. Refuses
    /// what [`domain::session::Hour::closed`] refuses; not found for those to whom the session is not open.
    pub async fn close_date(&self, actor: &Actor, asked: &CloseDate) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(&Actor::Console, &asked.session).await?;
        self.change(actor, |tx| async move {
            let request = Request::new(me, asked.key.as_ref(), "close_date", asked)?;
            once(&tx, &request, || propose(&tx, asked, me)).await
        })
        .await
    }

    /// The same from a form.
    pub async fn close_date_by_form(&self, actor: &Actor, form: &CloseForm) -> Result<()> {
        actor.member()?;
        self.close_date(actor, &form.parsed()?).await
    }

    /// The actor says that it was so: who taught and who learned has evidence for it from now on, each host their thanks,
    /// the library the note, and whoever takes part in its program the step that it is enough for; and whoever
    /// taught has the hour to spend. Refuses what [`domain::session::Hour::countersigned`] refuses.
    pub async fn countersign(&self, actor: &Actor, asked: &Countersign) -> Result<()> {
        let me = &actor.member()?.id;
        let _turn = self.session_turn(&Actor::Console, &asked.session).await?;
        let note = &NoteId::parse(&format!("{:016x}", self.stamp().random()))?;
        let program =
            self.read(&Actor::Console, |org| Ok(org.session(&asked.session).and_then(|it| it.program.clone())))?;
        let turn = self.turn_for_hour(program.as_ref()).await?;
        let people = self.people_of_date(&asked.session, asked.on)?;
        let (limits, _hours) = &self.hours_turn(&people).await?;
        self.change(actor, |tx| async move {
            let request = Request::new(me, asked.key.as_ref(), "countersign", asked)?;
            once(&tx, &request, || settle(Ledger { store: self, tx: &tx, limits }, asked, (me, note))).await
        })
        .await?;
        drop(turn);
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

    /// Whom the hours of a date concern.
    fn people_of_date(&self, id: &SessionId, on: Day) -> Result<Vec<PersonId>> {
        self.read(&Actor::Console, |org| {
            let hosts = org.session(id).into_iter().flat_map(|session| &session.hosts);
            let closed = org.occurrence(id, on).and_then(|date| date.closed.as_ref());
            Ok(hosts.chain(closed.into_iter().flat_map(|closed| &closed.people)).cloned().collect())
        })
    }

    /// The closing of a date; not found for those who neither hold it nor were there.
    pub fn close_page(&self, actor: &Actor, id: &SessionId, on: Day) -> Result<ClosePage> {
        self.read_as(actor, |reader| close_page(reader, id, on))
    }
}

async fn propose(tx: &Tx, asked: &CloseDate, me: &PersonId) -> Result<()> {
    let scene = Scene::of(tx, (&asked.session, asked.on), me).await?;
    let after = scene.hour(tx).closed(scene.before(), &asked.says, me)?;
    scene.becomes(tx, after, None).await
}

async fn settle(ledger: Ledger<'_>, asked: &Countersign, (me, note): (&PersonId, &NoteId)) -> Result<()> {
    let Ledger { store, tx, .. } = ledger;
    let scene = Scene::of(tx, (&asked.session, asked.on), me).await?;
    let after = scene.hour(tx).countersigned(scene.before(), me, asked.seen)?;
    if after == scene.0.occurrence {
        return Ok(());
    }
    let session = &scene.0.session;
    let (closed, kept) = (after.closed.clone(), library_note(session, &after));
    scene.becomes(tx, after, None).await?;
    let Some(closed) = closed else { return Ok(()) };
    let levels = levels(tx, session, &closed).await?;
    let level = |person: &PersonId, skill: &SkillId| {
        levels.get(&(person.clone(), skill.clone())).copied().unwrap_or(Level::NONE)
    };
    give_evidence(tx, (session, asked.on, &closed), level).await?;
    ledger.post_closed(ClosedHour { session, on: asked.on, closed: &closed }, me, level).await?;
    thank(tx, session, &closed, (me, &asked.words), asked.on).await?;
    if let Some(program) = &session.program {
        store.tick_by_hour(tx, program, &parts(session, &closed)).await?;
    }
    if let Some(kept) = kept {
        // It belongs to whoever closed it.
        write_in(tx, note.clone(), &kept.by.clone(), Draft::left(kept)?).await?;
    }
    Ok(())
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
            exchange: None,
        };
        let nonce = format!("session:{}:{}:{host}", session.id, on.iso());
        crate::thanks::write(tx, &thanks, &nonce).await?;
    }
    Ok(())
}
