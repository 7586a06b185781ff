//! Receipts: what came of a request that may arrive more than once. One is written in the transaction of the effect, so
//! there is one exactly when the effect is; the same request again is answered from it.
//!
//! ```ignore
//! self.change(actor, |tx| async move {
//!     once(&tx, request, async || { /* reads, writes, emits */ Ok(outcome) }).await
//! }).await
//! ```
//!
//! What is refused leaves no receipt: sent again, it is looked at again.

use crate::Tx;
use crate::error::{Error, Result};
use domain::id::PersonId;
use domain::receipt::RequestKey;
use domain::rejection::Rejection;
use domain::time::{Span, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest, Sha256};

/// So long a request may still be under way.
pub(crate) const KEPT_FOR: Span = Span::days(90);

/// A request that may arrive more than once.
#[derive(Clone, Debug)]
pub(crate) struct Request<'a> {
    person: &'a PersonId,
    key: Option<&'a RequestKey>,
    digest: String,
}

#[derive(Serialize, Deserialize)]
struct Receipt {
    digest: String,
    outcome: String,
    at: Timestamp,
}

impl<'a> Request<'a> {
    /// What `person` asks of `what`, as `asked`. Without a key it is done as often as it arrives.
    pub(crate) fn new(
        person: &'a PersonId,
        key: Option<&'a RequestKey>,
        what: &str,
        asked: &impl Serialize,
    ) -> Result<Self> {
        let text = serde_json::to_vec(&(what, asked))?;
        let digest = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { person, key, digest })
    }
}

/// Does what is asked unless it was done before; then answers what came of it. Refuses a key that names another request
/// of the same person.
pub(crate) async fn once<T, F>(tx: &Tx, request: &Request<'_>, effect: impl FnOnce() -> F + Send) -> Result<T>
where
    F: Future<Output = Result<T>> + Send,
    T: Serialize + DeserializeOwned + Send,
{
    let Some(key) = request.key else { return effect().await };
    let key = json!([request.person, key]);
    let query = "SELECT * OMIT id FROM ONLY type::record('receipt', $key) FOR UPDATE";
    let before: Option<Receipt> = tx.row(query, json!({ "key": key })).await?;
    match before {
        Some(receipt) if receipt.digest == request.digest => Ok(serde_json::from_str(&receipt.outcome)?),
        Some(_) => Err(another_request()),
        None => {
            let outcome = effect().await?;
            let receipt =
                Receipt { digest: request.digest.clone(), outcome: serde_json::to_string(&outcome)?, at: tx.now() };
            let values = json!({ "key": key, "row": crate::row::content(&receipt)? });
            tx.run("CREATE type::record('receipt', $key) CONTENT $row RETURN NONE", values).await?;
            Ok(outcome)
        }
    }
}

fn another_request() -> Error {
    let words = "This request was sent before with something else in it. Load the page again.";
    Rejection::invalid("key", words).into()
}
