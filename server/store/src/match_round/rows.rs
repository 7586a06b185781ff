//! Rounds as rows.

use crate::Tx;
use crate::error::Result;
use domain::event::{Happening, MovedRound, RoundStep};
use domain::id::ProgramId;
use domain::match_round::MatchRound;
use domain::rejection::{Noun, Rejection};
use serde_json::json;

/// The newest round of a program; `None` before the first.
async fn newest(tx: &Tx, program: &ProgramId) -> Result<Option<MatchRound>> {
    let query = "SELECT * OMIT id FROM match_round WHERE program = $program ORDER BY n DESC LIMIT 1";
    tx.row(query, json!({ "program": program })).await
}

/// The round that is open, held against other writers: the newest, or the one that begins after it. Two who begin one at
/// the same moment write the same row.
pub(super) async fn current(tx: &Tx, program: &ProgramId) -> Result<MatchRound> {
    let newest = newest(tx, program).await?;
    let round = match newest {
        None => MatchRound::first(program.clone(), tx.now()),
        Some(last) if last.is_open() => last,
        Some(last) => last.after(tx.now()),
    };
    let n = round.n;
    Ok(read(tx, program, n).await?.unwrap_or(round))
}

/// One round, held against other writers.
pub(super) async fn found(tx: &Tx, program: &ProgramId, n: u32) -> Result<MatchRound> {
    Ok(read(tx, program, n).await?.ok_or(Rejection::NotFound(Noun::Pairing))?)
}

async fn read(tx: &Tx, program: &ProgramId, n: u32) -> Result<Option<MatchRound>> {
    let query = "SELECT * OMIT id FROM ONLY type::record('match_round', [$program, $n]) FOR UPDATE";
    tx.row(query, json!({ "program": program, "n": n })).await
}

pub(super) async fn write_round(tx: &Tx, round: &MatchRound, how: RoundStep) -> Result<()> {
    let query = "UPSERT type::record('match_round', [$row.program, $row.n]) CONTENT $row RETURN NONE";
    tx.run(query, json!({ "row": round })).await?;
    let (program, n) = (round.program.clone(), round.n);
    tx.emit(Happening::MatchRoundMoved(MovedRound { program, n, how })).await
}
