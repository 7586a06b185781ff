//! Who has the editor open, and where. It is written outside the log: whoever falls silent is gone in half a minute.

use super::access::may_edit;
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::{PersonId, ProgramId};
use domain::program::{OpenEditor, Path, Presence, Present, SILENT_AFTER, present};
use domain::rejection::{Noun, Rejection};
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::json;

/// The most characters of a tab's name.
const LONGEST_TAB: usize = 40;

#[derive(Deserialize)]
struct Row {
    person: PersonId,
    tab: String,
    path: Option<Path>,
    since: Timestamp,
    heard: Timestamp,
}

impl Store {
    /// Notes that the actor has the program's editor open, for the next 25 seconds, and answers who else has. Refuses all
    /// but program admins; not found when there is no such program.
    pub async fn be_present(&self, actor: &Actor, id: &ProgramId, presence: &Presence) -> Result<Vec<Present>> {
        may_edit(actor)?;
        let me = &actor.member()?.id;
        self.read(actor, |org| org.program(id).map(drop).ok_or(Rejection::NotFound(Noun::Program)))?;
        if presence.tab.is_empty() || presence.tab.len() > LONGEST_TAB || !presence.tab.is_ascii() {
            return Err(Rejection::invalid("tab", "This page has no name of its own. Open it anew.").into());
        }
        let now = self.clock().now();
        let values = json!({
            "program": id,
            "person": me,
            "tab": presence.tab,
            "path": presence.path,
            "now": now,
            "expires": now.after(SILENT_AFTER),
        });
        self.run(SAY, values).await?;
        let others = self.present_in(id).await?;
        Ok(others.into_iter().filter(|present| present.person != *me).collect())
    }

    /// Everybody who has the program's editor open.
    pub(crate) async fn present_in(&self, id: &ProgramId) -> Result<Vec<Present>> {
        let query = "SELECT * OMIT id FROM type::record('program_presence', [$program, NONE]..[$program, ..])";
        let rows: Vec<Row> = self.rows(query, json!({ "program": id })).await?;
        let open = |row: Row| OpenEditor {
            person: row.person,
            presence: Presence { tab: row.tab, path: row.path },
            since: row.since,
            heard: row.heard,
        };
        Ok(present(&rows.into_iter().map(open).collect::<Vec<_>>(), self.clock().now()))
    }
}

const SAY: &str = "
DELETE type::record('program_presence', [$program, NONE]..[$program, ..]) WHERE expires <= $now RETURN NONE;
UPSERT type::record('program_presence', [$program, $person, $tab])
SET program = $program, person = $person, tab = $tab,
    since = IF since != NONE AND path = ($path ?? NONE) { since } ELSE { $now },
    path = $path ?? NONE, heard = $now, expires = $expires
RETURN NONE;
";
