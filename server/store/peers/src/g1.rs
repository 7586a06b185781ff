//! G1: who can teach me what I want, and who knows what I know, of everybody in the organisation.

use crate::Figure;
use crate::fault::Fault;
use crate::pairs::{Ratios, compare, percentile, said};
use crate::question::{Answer, Asked, InMemory, Question, ask_all};
use crate::sqlite::Sqlite;
use crate::surreal::Surreal;
use crate::workload::{PEOPLE, Workload};
use domain::id::PersonId;
use std::time::Duration;

/// How many people's questions make one side of a pair: enough for a steady time, few enough for a slow answer.
const FOR_SQLITE: usize = 500;
const FOR_SURREAL: usize = 10;
/// How far one side may be from itself.
const STEADY: f64 = 0.05;

pub fn measure() -> Result<Figure, Fault> {
    let data = Workload::of(PEOPLE);
    let runtime = crate::runtime()?;
    let mut sqlite = Sqlite::filled(&data)?;
    let mut surreal = Surreal::filled(&runtime, &data)?;
    let mut parts = vec![format!("{} people, {} links", data.people.len(), data.links.len())];
    let mut reached = true;
    for (question, name) in [(Question::Teachers, "teachers"), (Question::Peers, "peers")] {
        let mut ours = InMemory { graph: data.org.graph(), data: &data };
        let mut times = Vec::new();
        for person in data.some_people(data.people.len()) {
            times.push(ours.ask(question, person)?.0);
        }
        let (p50, p99) = (percentile(&mut times, 50), percentile(&mut times, 99));
        let control = against(&data, question, &mut InMemory { graph: data.org.graph(), data: &data }, FOR_SQLITE)?;
        let sql = against(&data, question, &mut sqlite, FOR_SQLITE)?;
        let surrealql = against(&data, question, &mut surreal, FOR_SURREAL)?;
        let is_steady = (control.median() - 1.0).abs() <= STEADY;
        let noisy = if is_steady { "" } else { ": a noisy machine" };
        parts.push(format!(
            "{name} p50 {}, p99 {}, SurrealQL {}, SQLite {}, itself {}{noisy}",
            said(p50),
            said(p99),
            surrealql.said(),
            sql.said(),
            control.said(),
        ));
        reached &= p99 <= Duration::from_millis(1) && surrealql.median() >= 50.0 && sql.median() >= 3.0;
    }
    Ok(Figure { ours: parts.join("; "), reached })
}

/// Refuses another answer about one person, and names the first row that is another.
fn same_rows(question: Question, ours: &Answer, theirs: &Answer, person: &PersonId) -> Result<(), Fault> {
    let rows = ours.len().max(theirs.len());
    match (0..rows).find(|row| ours.get(*row) != theirs.get(*row)) {
        None => Ok(()),
        Some(row) => Err(Fault(format!(
            "the answers to {question:?} for {person} differ at row {row}: {:?} against {:?}, {} rows against {}",
            ours.get(row),
            theirs.get(row),
            ours.len(),
            theirs.len(),
        ))),
    }
}

/// How many times as long `other` takes as the graph; refuses when their answers differ.
fn against(data: &Workload, question: Question, other: &mut impl Asked, count: usize) -> Result<Ratios, Fault> {
    let people = data.some_people(count);
    let mut ours = InMemory { graph: data.org.graph(), data };
    for person in &people {
        same_rows(question, &ours.ask(question, *person)?.1, &other.ask(question, *person)?.1, person.0)?;
    }
    let expected = ask_all(&mut ours, question, &people)?.1;
    let checked = |(took, digest): (Duration, String)| {
        if digest == expected { Ok(took) } else { Err(Fault(format!("the answers to {question:?} differ"))) }
    };
    compare(|| checked(ask_all(&mut ours, question, &people)?), || checked(ask_all(other, question, &people)?))
}
