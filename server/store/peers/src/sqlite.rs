//! The same asked of SQLite in memory: one table clustered by person, a covering index by skill, prepared statements.

use crate::fault::Fault;
use crate::pairs::timed;
use crate::question::{Answer, Asked, Question};
use crate::workload::Workload;
use domain::id::PersonId;
use rusqlite::{Connection, params};
use std::time::Duration;

const TABLE: &str = "
    CREATE TABLE link (
        person INTEGER NOT NULL, skill INTEGER NOT NULL, level INTEGER NOT NULL, knows INTEGER NOT NULL,
        wants INTEGER NOT NULL, offers INTEGER NOT NULL, here INTEGER NOT NULL, PRIMARY KEY (person, skill)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX by_skill ON link (skill, person, level, knows, offers, here);
";

const TEACHERS: &str = "
    SELECT other.skill, other.person, other.level, other.offers
    FROM link AS own CROSS JOIN link AS other INDEXED BY by_skill ON other.skill = own.skill
    WHERE own.person = ?1 AND own.wants AND other.person <> ?1 AND other.here
        AND (other.offers OR (other.level >= 2 AND other.level > own.level))
    ORDER BY own.skill, other.person
";

const PEERS: &str = "
    SELECT other.person, count(*), 0, 0
    FROM link AS own CROSS JOIN link AS other INDEXED BY by_skill ON other.skill = own.skill
    WHERE own.person = ?1 AND own.knows AND other.knows AND other.person <> ?1 AND other.here
    GROUP BY other.person
    ORDER BY other.person
";

/// A filled database.
pub struct Sqlite(Connection);

impl Sqlite {
    /// With all links.
    pub fn filled(data: &Workload) -> Result<Self, Fault> {
        let mut connection = Connection::open_in_memory()?;
        connection.execute_batch(TABLE)?;
        let writing = connection.transaction()?;
        {
            let mut insert = writing.prepare("INSERT INTO link VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)")?;
            for link in &data.links {
                insert.execute(params![link.person, link.skill, link.level, link.knows, link.wants, link.offers])?;
            }
        }
        writing.commit()?;
        connection.execute_batch("ANALYZE")?;
        Ok(Self(connection))
    }
}

impl Asked for Sqlite {
    fn ask(&mut self, question: Question, (_, person): (&PersonId, u32)) -> Result<(Duration, Answer), Fault> {
        let mut statement = self.0.prepare(match question {
            Question::Teachers => TEACHERS,
            Question::Peers => PEERS,
        })?;
        let (took, answer) = timed(|| {
            let rows = statement.query_map([person], |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]))?;
            rows.collect::<Result<Answer, rusqlite::Error>>()
        });
        Ok((took, answer?))
    }
}
