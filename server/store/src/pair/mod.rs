//! Pairs of a mentor and whoever learns from them: brought together, moved on, ended. The pair's own record guards every
//! move of it.

mod rows;

use crate::Tx;
use crate::error::Result;
use domain::id::PairId;
use domain::pair::{NewPair, Pair};

/// Brings them together in the transaction of whatever decided so: an answer to a wish, or a round that is published.
/// Whether the mentor has a place is decided there. Refuses what [`Pair::begin`] refuses.
pub(crate) async fn begin(tx: &Tx, new: NewPair) -> Result<PairId> {
    let id = PairId::parse(&format!("{:016x}", tx.random()))?;
    rows::write(tx, &Pair::begin(new, id.clone(), tx.now())?).await?;
    Ok(id)
}
