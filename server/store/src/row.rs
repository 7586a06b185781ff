//! Rows: the domain's own types as the database holds them.
//!
//! A row is the type's JSON without `id`, which is the record's key. Missing options are left out, because the
//! database tells NONE from NULL. Queries give `record::id(id) AS id` back, so that reading is the reverse.

use crate::error::{Fault, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The content of a row: `value` without its id.
pub fn content(value: &impl Serialize) -> Result<Value> {
    let mut row = serde_json::to_value(value)?;
    if let Value::Object(fields) = &mut row {
        fields.remove("id");
    }
    Ok(row)
}

/// Many rows for `INSERT`, each with its `id`.
pub fn contents<'a, T: Serialize + 'a>(values: impl IntoIterator<Item = &'a T>) -> Result<Value> {
    Ok(Value::Array(values.into_iter().map(serde_json::to_value).collect::<Result<_, _>>()?))
}

/// The rows that statement `index` of an answer holds.
pub(crate) fn taken<T: DeserializeOwned>(answer: &mut surrealdb::IndexedResults, index: usize) -> Result<Vec<T>> {
    let value: surrealdb::types::Value = answer.take(index)?;
    match value.into_json_value() {
        Value::Null => Ok(Vec::new()),
        Value::Array(rows) => rows
            .into_iter()
            .filter(|row| !row.is_null())
            .map(|row| serde_json::from_value(row).map_err(Into::into))
            .collect(),
        row => Ok(vec![serde_json::from_value(row)?]),
    }
}

/// The variables of a query, which must be a JSON object.
pub(crate) fn variables(values: Value) -> Result<Map<String, Value>> {
    match values {
        Value::Object(fields) => Ok(fields),
        other => Err(Fault::new("query variables are no object", &other).into()),
    }
}
