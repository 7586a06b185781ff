//! Addresses, each of which one person has: who of a batch may have theirs.
//!
//! Between a plan and its batch somebody may be invited with an address of the plan. The batch would break on that row,
//! and every time it is tried again; so the row stays out instead.

use crate::Tx;
use crate::error::Result;
use domain::text::EmailAddress;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Who has which address, by the person's key.
#[derive(Debug, Default)]
pub(super) struct Addresses(HashMap<String, Value>);

#[derive(Deserialize)]
struct Holder {
    key: Value,
    email: String,
}

impl Addresses {
    /// Who has any of `wanted` now.
    pub(super) async fn held(tx: &Tx, wanted: &[&EmailAddress]) -> Result<Self> {
        if wanted.is_empty() {
            return Ok(Self::default());
        }
        let query = "SELECT record::id(id) AS key, email FROM person WHERE email IN $emails";
        let holders: Vec<Holder> = tx.rows(query, json!({ "emails": wanted })).await?;
        Ok(Self(holders.into_iter().map(|holder| (holder.email, holder.key)).collect()))
    }

    /// Those of `rows` whose address is theirs or free, in an order in which it is so when their turn comes. `of` names
    /// a row's key, the address it gives up and the one it takes.
    pub(super) fn takers<'a, R>(
        &mut self,
        mut rows: Vec<R>,
        of: impl Fn(&R) -> (Value, Option<&'a EmailAddress>, Option<&'a EmailAddress>),
    ) -> Vec<R> {
        let mut takers = Vec::new();
        loop {
            let before = rows.len();
            let mut waiting = Vec::new();
            for row in rows {
                let (key, gives_up, takes) = of(&row);
                match takes.map(EmailAddress::as_str) {
                    Some(takes) if self.0.get(takes).is_some_and(|holder| *holder != key) => waiting.push(row),
                    Some(takes) => {
                        if let Some(gives_up) = gives_up {
                            self.0.remove(gives_up.as_str());
                        }
                        self.0.insert(takes.to_owned(), key);
                        takers.push(row);
                    }
                    None => takers.push(row),
                }
            }
            // One more may be free now that somebody has moved; when nobody has, nobody will.
            if waiting.len() == before || waiting.is_empty() {
                return takers;
            }
            rows = waiting;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Addresses;
    use domain::text::EmailAddress;
    use serde_json::json;
    use std::collections::HashMap;

    fn address(user: &str) -> EmailAddress {
        EmailAddress::parse(&format!("{user}@fernhill.example")).unwrap()
    }

    #[test]
    fn an_address_goes_to_whoever_finds_it_free_and_waits_for_whoever_gives_it_up() {
        let holds = |user: &str| (address(user).as_str().to_owned(), json!(user));
        let mut held = Addresses(HashMap::from([holds("amara"), holds("jonas"), holds("priya")]));
        let rows = [
            ("sol", None, address("amara")),
            ("amara", Some(address("amara")), address("jonas")),
            ("jonas", Some(address("jonas")), address("jw")),
            ("leila", None, address("priya")),
            ("priya", Some(address("priya")), address("priya")),
        ];
        let rows: Vec<_> = rows.iter().collect();
        let takers = held.takers(rows, |(key, gives_up, takes)| (json!(key), gives_up.as_ref(), Some(takes)));
        let order: Vec<&str> = takers.iter().map(|(key, ..)| *key).collect();
        assert_eq!(order, ["jonas", "priya", "amara", "sol"]);
    }
}
