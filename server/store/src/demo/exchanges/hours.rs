//! The hours together that agreed requests of the demo are: those to come, those that both have to confirm, and those that
//! count.

use crate::demo::DemoSession;
use crate::reader::ahead;
use domain::clocks::Clocks;
use domain::exchange::{Exchange, HourNames, Move, Stage};
use domain::id::{PersonId, SessionId};
use domain::person::Person;
use domain::session::{Hour, Occurrence, Session};
use domain::skill::Skill;
use domain::time::Timestamp;

/// Gives every request on whose time both agreed the hour that it is, as the product does with their yes.
pub(in crate::demo) fn hours(exchanges: &mut [Exchange], skills: &[Skill], people: &[Person]) -> Vec<DemoSession> {
    let person = |id: &PersonId| people.iter().find(|person| person.id == *id);
    let hour = |exchange: &mut Exchange| {
        let agreed = exchange.history.iter().rfind(|made| made.step == Move::Accept)?.at;
        let skill = skills.iter().find(|skill| skill.id == exchange.skill)?;
        let names = HourNames::of(skill, person(&exchange.teacher)?, person(&exchange.learner)?);
        let id = SessionId::parse(exchange.id.as_str()).ok()?;
        let (agreed, session, date) = exchange.clone().hour(id, names, &clocks(agreed))?;
        let date = match agreed.stage {
            Stage::Done { at } => met(&agreed, &session, date, at),
            _ => date,
        };
        *exchange = agreed;
        Some(DemoSession { session, occurrences: vec![date] })
    };
    let stand = exchanges.iter_mut().filter(|one| matches!(one.stage, Stage::Agreed | Stage::Done { .. }));
    stand.filter_map(hour).collect()
}

/// The date once both have said that they met; they have read so long ago.
fn met(done: &Exchange, session: &Session, date: Occurrence, at: Timestamp) -> Occurrence {
    let (day, _) = session.date_and_place(date.on, &clocks(at)).expect("the hour has the day on which it was made");
    let hour = Hour { session, date: &day, now: at };
    let closed = hour.closed_as_said(date, &done.closing(session, None), &done.teacher, &done.learner);
    Occurrence { told: Vec::new(), ..closed.expect("the demo makes only moves that can be made") }
}

fn clocks(now: Timestamp) -> Clocks<'static> {
    Clocks { now, ahead: &ahead }
}
