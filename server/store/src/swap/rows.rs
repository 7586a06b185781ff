//! Rings as the database holds them, and who of them is still there.

use crate::Tx;
use crate::error::Result;
use domain::event::{Happening, MovedRing};
use domain::id::{ExchangeId, PersonId, ProgramId, RingId};
use domain::program::{Participant, Standing};
use domain::swap::SwapRing;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Holds the rings of a program: nobody else changes one until this transaction is over.
pub(super) async fn hold(tx: &Tx, program: &ProgramId) -> Result<()> {
    let key = json!(["swap", program]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await
}

/// One ring.
pub(super) async fn read(tx: &Tx, id: &RingId) -> Result<Option<SwapRing>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('swap_ring', $id) FOR UPDATE";
    tx.row(query, json!({ "id": id })).await
}

/// The rings of a program that ask for places or take some, and those whose people wait to be offered something instead.
/// The program must be held.
pub(super) async fn alive(tx: &Tx, program: &ProgramId) -> Result<Vec<SwapRing>> {
    Ok(going_on(tx, program).await?.0)
}

/// The same, and beside them those that count and whose lessons are all over: once that is written of them they are not
/// read again.
pub(super) async fn going_on(tx: &Tx, program: &ProgramId) -> Result<(Vec<SwapRing>, Vec<SwapRing>)> {
    let query = "
        SELECT *, record::id(id) AS id
        FROM swap_ring
        WHERE program = $program
        AND (stage.is = 'open' OR stage.mended = false OR (stage.is = 'committed' AND stage.over != true))
    ";
    let rings: Vec<SwapRing> = tx.rows(query, json!({ "program": program })).await?;
    let lessons: Vec<&ExchangeId> = rings.iter().flat_map(|ring| ring.exchanges()).collect();
    let query = "
        SELECT VALUE record::id(id)
        FROM $keys.map(|$key| type::record('exchange', $key))
        WHERE stage.is IN ['waiting', 'agreed']
    ";
    let to_come: BTreeSet<ExchangeId> = match lessons.is_empty() {
        true => BTreeSet::new(),
        false => tx.rows(query, json!({ "keys": lessons })).await?.into_iter().collect(),
    };
    let takes =
        |ring: &SwapRing| ring.is_open() || ring.is_to_mend() || ring.exchanges().iter().any(|id| to_come.contains(id));
    Ok(rings.into_iter().partition(takes))
}

/// Of `people` those who are not in the program any more. Who is may not leave until this transaction is over.
pub(super) async fn gone<'a>(
    tx: &Tx,
    program: &ProgramId,
    people: impl Iterator<Item = &'a PersonId>,
) -> Result<BTreeSet<PersonId>> {
    let mut gone = BTreeSet::new();
    for person in people {
        let query = "SELECT * OMIT id FROM ONLY type::record('participant', $key) FOR UPDATE";
        let found: Option<Participant> = tx.row(query, json!({ "key": [program.as_str(), person.as_str()] })).await?;
        if !found.is_some_and(|one| matches!(one.standing, Standing::Inside | Standing::Finished)) {
            gone.insert(person.clone());
        }
    }
    Ok(gone)
}

/// Writes a ring and says that it moved.
pub(super) async fn write_ring(tx: &Tx, ring: &SwapRing) -> Result<()> {
    let values = json!({ "id": ring.id, "row": crate::row::content(ring)? });
    tx.run("UPSERT type::record('swap_ring', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::RingMoved(MovedRing {
        ring: ring.id.clone(),
        program: ring.program.clone(),
        people: ring.people().cloned().collect(),
    }))
    .await
}
