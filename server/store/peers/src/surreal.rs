//! The same asked of SurrealDB, embedded and in memory: two tables whose keys are ranges of one person and of one skill,
//! which it reads in order without an index. Reading an answer out of the database's own values is not timed.

use crate::fault::Fault;
use crate::pairs::timed;
use crate::question::{Answer, Asked, Question};
use crate::workload::{Link, Workload};
use domain::id::PersonId;
use serde_json::{Value, json};
use std::time::Duration;
use surrealdb::engine::any::Any;
use tokio::runtime::Runtime;

const TEACHERS: &str = "
    RETURN (SELECT skill, level FROM type::record('own', [$person, NONE]..[$person, ..]) WHERE wants)
        .map(|$own| (
            SELECT skill, person, level, offers
            FROM type::record('held', [$own.skill, NONE]..[$own.skill, ..])
            WHERE here AND person != $person AND (offers OR (level >= 2 AND level > $own.level))
        ))
        .flatten()
";

const PEERS: &str = "
    LET $found = (SELECT VALUE skill FROM type::record('own', [$person, NONE]..[$person, ..]) WHERE knows)
        .map(|$skill| (
            SELECT person
            FROM type::record('held', [$skill, NONE]..[$skill, ..])
            WHERE here AND knows AND person != $person
        ))
        .flatten();
    SELECT person, count() AS shared
    FROM $found
    GROUP BY person
    ORDER BY person
";

/// How many rows one statement writes.
const BATCH: usize = 1_000;

/// A filled database.
pub struct Surreal<'a> {
    runtime: &'a Runtime,
    db: surrealdb::Surreal<Any>,
}

impl<'a> Surreal<'a> {
    /// With all links.
    pub fn filled(runtime: &'a Runtime, data: &Workload) -> Result<Self, Fault> {
        let db = runtime.block_on(async {
            let db = surrealdb::engine::any::connect("mem://").await?;
            db.query("DEFINE NAMESPACE peers; USE NS peers; DEFINE DATABASE peers; USE NS peers DB peers")
                .await?
                .check()?;
            db.use_ns("peers").use_db("peers").await?;
            db.query("DEFINE TABLE own; DEFINE TABLE held").await?.check()?;
            for links in data.links.chunks(BATCH) {
                let own = Value::Array(links.iter().map(|link| row(link, [link.person, link.skill])).collect());
                let held = Value::Array(links.iter().map(|link| row(link, [link.skill, link.person])).collect());
                let insert = "INSERT INTO own $own RETURN NONE; INSERT INTO held $held RETURN NONE";
                db.query(insert).bind(("own", own)).bind(("held", held)).await?.check()?;
            }
            Ok::<_, surrealdb::Error>(db)
        });
        Ok(Self { runtime, db: db? })
    }
}

fn row(link: &Link, key: [u32; 2]) -> Value {
    json!({
        "id": key, "person": link.person, "skill": link.skill, "level": link.level, "knows": link.knows,
        "wants": link.wants, "offers": link.offers, "here": true,
    })
}

impl Asked for Surreal<'_> {
    fn ask(&mut self, question: Question, (_, person): (&PersonId, u32)) -> Result<(Duration, Answer), Fault> {
        let (query, fields) = match question {
            Question::Teachers => (TEACHERS, ["skill", "person", "level", "offers"].as_slice()),
            Question::Peers => (PEERS, ["person", "shared"].as_slice()),
        };
        let (took, answer) = timed(|| {
            self.runtime.block_on(async {
                let mut answer = self.db.query(query).bind(("person", person)).await?.check()?;
                let last = answer.num_statements().saturating_sub(1);
                answer.take::<surrealdb::types::Value>(last)
            })
        });
        let rows = match answer?.into_json_value() {
            Value::Array(rows) => rows,
            other => return Err(Fault(format!("SurrealDB answered {other}"))),
        };
        Ok((took, rows.iter().map(|row| numbers(row, fields)).collect()))
    }
}

fn numbers(row: &Value, fields: &[&str]) -> [u32; 4] {
    let mut numbers = [0; 4];
    for (number, field) in numbers.iter_mut().zip(fields) {
        let value = row.get(*field);
        let read = value.and_then(|value| value.as_u64().or_else(|| value.as_bool().map(u64::from)));
        *number = read.and_then(|read| u32::try_from(read).ok()).unwrap_or(u32::MAX);
    }
    numbers
}
