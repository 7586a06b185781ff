//! Where a browser keeps what waits: one list for each person, as text.

use super::Letter;
use domain::id::PersonId;
use domain::receipt::RequestKey;
use leptos::prelude::*;
use leptos::web_sys::Storage;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsCast;

/// A request that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names it for ever.
    pub key: RequestKey,
    /// What is asked.
    pub letter: Letter,
    /// What it is, in words.
    pub label: String,
    /// Where its person reads what became of it.
    pub page: String,
    /// Why it was refused; it is not sent again.
    #[serde(default)]
    pub refused: Option<String>,
}

/// The list of one person.
#[derive(Clone, Debug)]
pub struct Shelf(String);

impl Shelf {
    pub fn of(person: &PersonId) -> Self {
        Self(format!("kith-outbox:{person}"))
    }

    /// What waits; entries of another version of the program that cannot be read are left where they are.
    pub fn entries(&self) -> Vec<Entry> {
        let text = storage().and_then(|storage| storage.get_item(&self.0).ok().flatten()).unwrap_or_default();
        serde_json::from_str(&text).unwrap_or_default()
    }

    /// A browser that keeps nothing still tries while the page is open.
    pub fn put(&self, entries: &[Entry]) {
        let Some(storage) = storage() else { return };
        let before = storage.get_item(&self.0).ok().flatten();
        let text = if entries.is_empty() { None } else { serde_json::to_string(entries).ok() };
        match text {
            Some(text) if before.as_ref() != Some(&text) => drop(storage.set_item(&self.0, &text)),
            None if before.is_some() => drop(storage.remove_item(&self.0)),
            Some(_) | None => {}
        }
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// 122 random bits of the browser; `None` where it has none, as without a secure connection.
pub fn new_key() -> Option<RequestKey> {
    let crypto = js_sys::Reflect::get(&window(), &"crypto".into()).ok()?;
    let draw: js_sys::Function = js_sys::Reflect::get(&crypto, &"randomUUID".into()).ok()?.dyn_into().ok()?;
    let text = draw.call0(&crypto).ok()?.as_string()?;
    RequestKey::parse(&text.replace('-', "")).ok()
}
