//! Pairs as rows.

use crate::Tx;
use crate::error::Result;
use domain::event::{Happening, MovedPair};
use domain::id::PairId;
use domain::pair::Pair;
use domain::rejection::{Noun, Rejection};
use serde_json::json;

/// The pair, read for update.
pub(super) async fn found(tx: &Tx, id: &PairId) -> Result<Pair> {
    Ok(read(tx, id).await?.ok_or(Rejection::NotFound(Noun::Pair))?)
}

/// The same; `None` when there is none.
pub(super) async fn read(tx: &Tx, id: &PairId) -> Result<Option<Pair>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('pair', $id) FOR UPDATE";
    tx.row(query, json!({ "id": id })).await
}

/// Writes the pair as it stands now, and that it moved.
pub(super) async fn write(tx: &Tx, pair: &Pair) -> Result<()> {
    keep(tx, pair).await?;
    tx.emit(moved(pair)).await
}

/// The same, without saying by whom.
pub(super) async fn write_unnamed(tx: &Tx, pair: &Pair) -> Result<()> {
    keep(tx, pair).await?;
    tx.emit_for(None, moved(pair)).await
}

async fn keep(tx: &Tx, pair: &Pair) -> Result<()> {
    let values = json!({ "id": pair.id, "row": crate::row::content(pair)? });
    tx.run("UPSERT type::record('pair', $id) CONTENT $row RETURN NONE", values).await
}

fn moved(pair: &Pair) -> Happening {
    let people = pair.ever().cloned().collect();
    Happening::PairMoved(MovedPair { pair: pair.id.clone(), program: pair.program.clone(), people })
}
