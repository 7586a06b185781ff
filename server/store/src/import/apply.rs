//! The changes of one batch, in the transaction of the batch.
//!
//! A record that somebody changed since the plan was made is left as it is and counted: an import never overwrites what
//! it has not seen. The same goes for an address that somebody else has by now, and for what hangs on the person who so
//! stays out.

use super::address::Addresses;
use crate::Tx;
use crate::error::Result;
use crate::row::{content, contents};
use domain::evidence::Evidence;
use domain::id::{ImportId, PersonId, SkillId};
use domain::import::plan::{Change, Swap};
use domain::person::Person;
use domain::skill::{Area, Skill};
use domain::team::Team;
use domain::text::EmailAddress;
use domain::want::Want;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Makes the changes; how many were left out because somebody else was faster.
pub(super) async fn apply(tx: &Tx, import: &ImportId, changes: Vec<Change>) -> Result<u32> {
    let (mut teams, mut people, mut areas, mut skills, mut wants) = (vec![], vec![], vec![], vec![], vec![]);
    let (mut evidence, mut reversals) = (vec![], vec![]);
    for change in changes {
        match change {
            Change::Team(swap) => teams.push(swap),
            Change::Person(swap) => people.push(swap),
            Change::Area(swap) => areas.push(swap),
            Change::Skill(swap) => skills.push(swap),
            Change::Want(swap) => wants.push(swap),
            Change::Evidence(given) => evidence.push(*given),
            Change::Reversal { person, skill } => reversals.push((person, skill)),
        }
    }
    reverse(tx, import, &reversals).await?;
    let overtaken =
        swap(tx, &teams).await? + swap(tx, &areas).await? + swap(tx, &people).await? + swap(tx, &skills).await?;
    let before = wants.len() + evidence.len();
    let wanting = wants.iter().filter_map(|swap| swap.after.as_ref()).map(|want| &want.person);
    let people: BTreeSet<&PersonId> = wanting.chain(evidence.iter().map(|given| &given.person)).collect();
    let here = standing(tx, &people).await?;
    wants.retain(|swap| swap.after.as_ref().is_none_or(|want| here.contains(&want.person)));
    evidence.retain(|given| here.contains(&given.person));
    let homeless = u32::try_from(before - wants.len() - evidence.len()).unwrap_or(u32::MAX);
    let overtaken = overtaken + homeless + swap(tx, &wants).await?;
    give(tx, import, &evidence).await?;
    Ok(overtaken)
}

/// Which of these people there are.
async fn standing(tx: &Tx, people: &BTreeSet<&PersonId>) -> Result<BTreeSet<PersonId>> {
    if people.is_empty() {
        return Ok(BTreeSet::new());
    }
    let query = "SELECT VALUE record::id(id) FROM $keys.map(|$key| type::record('person', $key))";
    let here: Vec<PersonId> = tx.rows(query, json!({ "keys": people })).await?;
    Ok(here.into_iter().collect())
}

/// A row that imports put, change and drop.
trait Stored: Serialize + DeserializeOwned + PartialEq + Send + Sync {
    /// The rows of `$keys`.
    const READ: &'static str;
    /// Makes `$rows`.
    const CREATE: &'static str;
    /// Puts `$rows`, each with its `key` and `content`.
    const PUT: &'static str;
    /// Drops the rows of `$keys`.
    const DROP: &'static str;

    fn key(&self) -> Value;

    /// The address that no two rows share; most have none.
    fn address(&self) -> Option<&EmailAddress> {
        None
    }
}

macro_rules! stored {
    ($type:ty, $table:literal $(, $address:ident)?) => {
        impl Stored for $type {
            const READ: &'static str =
                concat!("SELECT *, record::id(id) AS id FROM $keys.map(|$key| type::record('", $table, "', $key))");
            const CREATE: &'static str = concat!("INSERT INTO ", $table, " $rows RETURN NONE");
            const PUT: &'static str = concat!(
                "FOR $row IN $rows { UPDATE type::record('",
                $table,
                "', $row.key) CONTENT $row.content RETURN NONE }"
            );
            const DROP: &'static str =
                concat!("DELETE $keys.map(|$key| type::record('", $table, "', $key)) RETURN NONE");

            fn key(&self) -> Value {
                json!(self.id)
            }

            $(fn address(&self) -> Option<&EmailAddress> {
                Some(&self.$address)
            })?
        }
    };
}

stored!(Team, "team");
stored!(Person, "person", email);
stored!(Area, "area");
stored!(Skill, "skill");

impl Stored for Want {
    const READ: &'static str = "SELECT * OMIT id, in, out FROM $keys.map(|$key| type::record('wants', $key))";
    const CREATE: &'static str = "
        INSERT RELATION INTO wants (
            SELECT [person, skill] AS id, type::record('person', person) AS in, type::record('skill', skill) AS out, *
            FROM $rows
        ) RETURN NONE";
    const PUT: &'static str =
        "FOR $row IN $rows { UPDATE type::record('wants', $row.key) MERGE $row.content RETURN NONE }";
    const DROP: &'static str = "DELETE $keys.map(|$key| type::record('wants', $key)) RETURN NONE";

    fn key(&self) -> Value {
        json!([self.person, self.skill])
    }
}

/// Drops first, then puts, then makes: so that an address that one person gives up is free for the next.
async fn swap<T: Stored>(tx: &Tx, swaps: &[Swap<T>]) -> Result<u32> {
    if swaps.is_empty() {
        return Ok(0);
    }
    let keys: Vec<Value> = swaps.iter().filter_map(|swap| swap.subject().map(Stored::key)).collect();
    let standing: Vec<T> = tx.rows(T::READ, json!({ "keys": keys })).await?;
    let (mut drop, mut put, mut create, mut overtaken) = (vec![], vec![], vec![], 0);
    for swap in swaps {
        let stands = swap.subject().and_then(|subject| standing.iter().find(|row| row.key() == subject.key()));
        if stands != swap.before.as_deref() {
            overtaken += u32::from(stands != swap.after.as_deref());
            continue;
        }
        match (&swap.before, &swap.after) {
            (Some(before), None) => drop.push(before.key()),
            (Some(before), Some(after)) => put.push((before.as_ref(), after.as_ref())),
            (None, Some(after)) => create.push(after.as_ref()),
            (None, None) => {}
        }
    }
    if !drop.is_empty() {
        tx.run(T::DROP, json!({ "keys": drop })).await?;
    }
    let left = put.len() + create.len();
    let wanted = put.iter().map(|(_, after)| *after).chain(create.iter().copied());
    let wanted: Vec<&EmailAddress> = wanted.filter_map(T::address).collect();
    let mut addresses = Addresses::held(tx, &wanted).await?;
    let put = addresses.takers(put, |(before, after)| (after.key(), before.address(), after.address()));
    let create = addresses.takers(create, |after| (after.key(), None, after.address()));
    overtaken += u32::try_from(left - put.len() - create.len()).unwrap_or(u32::MAX);
    if !put.is_empty() {
        let row =
            |(_, after): &(&T, &T)| -> Result<Value> { Ok(json!({ "key": after.key(), "content": content(after)? })) };
        let rows: Vec<Value> = put.iter().map(row).collect::<Result<_>>()?;
        tx.run(T::PUT, json!({ "rows": rows })).await?;
    }
    if !create.is_empty() {
        tx.run(T::CREATE, json!({ "rows": contents(create)? })).await?;
    }
    Ok(overtaken)
}

async fn give(tx: &Tx, import: &ImportId, evidence: &[Evidence]) -> Result<()> {
    if evidence.is_empty() {
        return Ok(());
    }
    tx.run(GIVE, json!({ "import": import, "rows": contents(evidence)? })).await
}

async fn reverse(tx: &Tx, import: &ImportId, pairs: &[(PersonId, SkillId)]) -> Result<()> {
    if pairs.is_empty() {
        return Ok(());
    }
    tx.run(REVERSE, json!({ "import": import, "pairs": pairs, "now": tx.now() })).await
}

const GIVE: &str = "
INSERT RELATION INTO evidence (
    SELECT
        [person, skill, at, $import] AS id,
        type::record('person', person) AS in,
        type::record('skill', skill) AS out,
        *
    FROM $rows
) RETURN NONE
";

const REVERSE: &str = "
FOR $pair IN $pairs {
    UPDATE type::record('evidence', [$pair[0], $pair[1], NONE]..[$pair[0], $pair[1], ..])
    SET reversed_at = $now
    WHERE import = $import AND reversed_at = NONE
    RETURN NONE
}
";
