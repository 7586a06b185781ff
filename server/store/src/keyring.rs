//! Keys of the organisation: drawn once, kept beside everything else, never sent. Whoever has the database has them, as
//! they have the rest of it.

use crate::Store;
use crate::error::{Fault, Result};
use crate::session::Token;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Kept {
    secret: String,
}

/// Of two processes that draw one at once, one stays.
const DRAW: &str = "
UPSERT keyring:door
SET secret = secret ?? $secret
RETURN secret
";

impl Store {
    /// The key from which the codes at doors are made.
    pub(crate) async fn door_key(&self) -> Result<Vec<u8>> {
        let kept: Option<Kept> = self.row("SELECT secret FROM ONLY keyring:door", json!({})).await?;
        let kept = match kept {
            Some(kept) => Some(kept),
            None => self.row(DRAW, json!({ "secret": Token::new()?.reveal() })).await?,
        };
        let key = kept.map(|kept| kept.secret.into_bytes());
        key.ok_or_else(|| Fault::new("keyring", &"the key was not kept").into())
    }
}
