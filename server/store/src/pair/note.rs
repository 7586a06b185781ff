//! What somebody notes for themself in a pair: kept apart from it, read by its writer alone, held by no memory.

use super::rows;
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::id::PairId;
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The row, keyed [pair, person].
#[derive(Serialize, Deserialize)]
struct NoteRow {
    pair: PairId,
    person: domain::id::PersonId,
    text: Prose,
    at: Timestamp,
}

const READ: &str = "SELECT * OMIT id FROM ONLY type::record('pair_note', [$pair, $person])";

impl Store {
    /// What the actor noted for themself in a pair, and when; nothing where they noted nothing.
    pub(super) async fn own_note(&self, actor: &Actor, pair: &PairId) -> Result<(String, Option<Timestamp>)> {
        let me = &actor.member()?.id;
        let row: Option<NoteRow> = self.row(READ, json!({ "pair": pair, "person": me })).await?;
        Ok(row.map_or((String::new(), None), |row| (row.text.to_string(), Some(row.at))))
    }

    /// The actor's note in a pair is `text` from now on; `seen` is when the one was written from which it was begun.
    /// Also once the pair is over. Refuses a note that was changed elsewhere since; not found for everybody who is not
    /// in it.
    pub async fn keep_pair_note(
        &self,
        actor: &Actor,
        pair: &PairId,
        text: &Prose,
        seen: Option<Timestamp>,
    ) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            if !rows::found(&tx, pair).await?.has(me) {
                return Err(Rejection::NotFound(Noun::Pair).into());
            }
            let row: Option<NoteRow> = tx.row(READ, json!({ "pair": pair, "person": me })).await?;
            if row.as_ref().map(|row| row.at) != seen && row.is_some_and(|row| row.text != *text) {
                let words = "You have changed this note elsewhere since. Keep a copy of your words, then load the page \
                    again.";
                return Err(Rejection::Stale(words.into()).into());
            }
            let row = NoteRow { pair: pair.clone(), person: me.clone(), text: text.clone(), at: tx.now() };
            let values = json!({ "pair": pair, "person": me, "row": row });
            tx.run("UPSERT type::record('pair_note', [$pair, $person]) CONTENT $row RETURN NONE", values).await
        })
        .await
    }
}
