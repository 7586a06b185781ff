//! Registers: the typed paths and values that settings are made of.
//!
//! A path names one register. As text it is `title` for a field, `stages` for the order of a list, `stages/first-talk`
//! for whether an item is there, `stages/first-talk/title` for a field of an item. Values are plain, so that the bytes of
//! settings are one canonical text: the members sorted by path, whole numbers only (RFC 8785 for this shape).

use crate::clocks::Day;
use crate::id::ItemId;
use crate::rejection::{Noun, Rejection};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// The name of a field: small letters, digits and underscores.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldKey(String);

impl FieldKey {
    /// The name as it stands in a path; not found when it cannot be one.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
        let is_key = !text.is_empty() && text.len() <= 60 && text.bytes().all(allowed);
        if is_key { Ok(Self(text.to_owned())) } else { Err(Rejection::NotFound(Noun::Setting)) }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The lists that a program has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Paragraphs of the guidelines: each has a `text`.
    Guidelines,
    /// Stages: each has a `title`, an `about` and the `days` that it lasts.
    Stages,
    /// Steps: each has a `title`, the `stage` that it belongs to, `remind_after` so many days, and what it is
    /// `done_when`.
    Steps,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 3] = [Self::Guidelines, Self::Stages, Self::Steps];

    /// Its name in paths.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Guidelines => "guidelines",
            Self::Stages => "stages",
            Self::Steps => "steps",
        }
    }
}

/// The name of a register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Path {
    /// A field of the program: any value.
    Field(FieldKey),
    /// In which order the items of a list stand: [`Value::Several`] of item ids. Items that it does not name come after
    /// those that it does, by id.
    Order(List),
    /// Whether an item is in its list: [`Value::Flag`]. One that was taken out keeps its fields.
    Alive(List, ItemId),
    /// A field of an item.
    Item(List, ItemId, FieldKey),
}

impl Path {
    /// The field of that name, which the program itself knows to be one.
    pub fn field(name: &'static str) -> Self {
        Self::Field(FieldKey(name.to_owned()))
    }

    /// The field `name` of an item.
    pub fn item(list: List, item: &ItemId, name: &'static str) -> Self {
        Self::Item(list, item.clone(), FieldKey(name.to_owned()))
    }

    /// True for every register that a change of this one stands for, so that undoing it undoes them all: an item that came
    /// or went brings its fields with it.
    pub fn covers(&self, path: &Self) -> bool {
        match (self, path) {
            (Self::Alive(list, item), Self::Item(of, other, _)) if (list, item) == (of, other) => true,
            (mine, path) => mine == path,
        }
    }

    /// The path that a form or a row names; not found when it is none.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let mut parts = text.split('/');
        let first = parts.next().unwrap_or_default();
        let list = List::ALL.into_iter().find(|list| list.as_str() == first);
        match (list, parts.next(), parts.next(), parts.next()) {
            (None, None, ..) => FieldKey::parse(first).map(Self::Field),
            (Some(list), None, ..) => Ok(Self::Order(list)),
            (Some(list), Some(item), None, _) => Ok(Self::Alive(list, ItemId::parse(item)?)),
            (Some(list), Some(item), Some(key), None) => {
                Ok(Self::Item(list, ItemId::parse(item)?, FieldKey::parse(key)?))
            }
            _ => Err(Rejection::NotFound(Noun::Setting)),
        }
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Field(key) => f.write_str(&key.0),
            Self::Order(list) => f.write_str(list.as_str()),
            Self::Alive(list, item) => write!(f, "{}/{item}", list.as_str()),
            Self::Item(list, item, key) => write!(f, "{}/{item}/{}", list.as_str(), key.0),
        }
    }
}

impl TryFrom<String> for Path {
    type Error = Rejection;
    fn try_from(text: String) -> Result<Self, Rejection> {
        Self::parse(&text)
    }
}

impl From<Path> for String {
    fn from(path: Path) -> Self {
        path.to_string()
    }
}

/// What stands in a register.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// Nothing: no limit, no day.
    #[default]
    Nothing,
    /// Yes or no.
    Flag(bool),
    /// A whole number: people, days, minutes; a day as days since 1970-01-01.
    Number(i64),
    /// A text, one of several choices, a zone, or a cadence as a recurrence rule.
    Text(String),
    /// Ids: of teams, skills, people, or of the items of a list in their order.
    Several(Vec<String>),
}

/// What admins have set: each register that was ever written, by path. Others stand at their kind's default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Settings(BTreeMap<Path, Value>);

/// SHA-256 of canonical bytes, in hex, most often those of settings: equal digests, equal settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Digest(pub String);

static NOTHING: Value = Value::Nothing;

impl Settings {
    /// What stands in a register; [`Value::Nothing`] in one that holds nothing.
    pub fn get(&self, path: &Path) -> &Value {
        self.0.get(path).unwrap_or(&NOTHING)
    }

    /// True for a register that holds something.
    pub fn is_written(&self, path: &Path) -> bool {
        self.0.contains_key(path)
    }

    /// Writes a register; nothing takes it out, so that a register that was never written and one that was emptied are the
    /// same to the byte.
    pub fn set(&mut self, path: Path, value: Value) {
        match value {
            Value::Nothing => self.0.remove(&path),
            written => self.0.insert(path, written),
        };
    }

    /// Every register that was written, by path.
    pub fn registers(&self) -> impl Iterator<Item = (&Path, &Value)> {
        self.0.iter()
    }

    /// The text of a register; empty when it holds none.
    pub fn text(&self, path: &Path) -> &str {
        if let Value::Text(text) = self.get(path) { text } else { "" }
    }

    /// The number of a register, if it holds one.
    pub fn number(&self, path: &Path) -> Option<i64> {
        if let Value::Number(number) = self.get(path) { Some(*number) } else { None }
    }

    /// The day of a register, if it holds one.
    pub fn day(&self, path: &Path) -> Option<Day> {
        self.number(path).map(Day)
    }

    /// True when a register says yes.
    pub fn flag(&self, path: &Path) -> bool {
        *self.get(path) == Value::Flag(true)
    }

    /// The ids of a register; none when it holds none.
    pub fn several(&self, path: &Path) -> &[String] {
        if let Value::Several(ids) = self.get(path) { ids } else { &[] }
    }

    /// The items that are in a list, in their order: first those that the order names, then the others by id.
    pub fn items(&self, list: List) -> Vec<ItemId> {
        let named = self.several(&Path::Order(list)).iter().filter_map(|id| ItemId::parse(id).ok());
        let mut items: Vec<ItemId> = named.filter(|item| self.has(list, item)).collect();
        for (path, value) in self.0.iter() {
            if let (Path::Alive(of, item), Value::Flag(true)) = (path, value)
                && *of == list
                && !items.contains(item)
            {
                items.push(item.clone());
            }
        }
        items
    }

    /// True when the item is in the list.
    pub fn has(&self, list: List, item: &ItemId) -> bool {
        self.flag(&Path::Alive(list, item.clone()))
    }

    /// The canonical text: what the digest is of, and what a version keeps.
    pub fn bytes(&self) -> String {
        canonical(&self.0)
    }

    /// The digest of [`Settings::bytes`].
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes())
    }
}

impl Digest {
    /// Of the canonical bytes of settings.
    pub fn of(bytes: &str) -> Self {
        let hash = Sha256::digest(format!("kith/program/1\0{bytes}"));
        Self(hash.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Canonical JSON of registers, written by hand: the shape is small, and the domain has no JSON library.
fn canonical(registers: &BTreeMap<Path, Value>) -> String {
    let members: Vec<(String, String)> =
        registers.iter().map(|(path, value)| (path.to_string(), canonical_value(value))).collect();
    let mut sorted = members;
    sorted.sort();
    let written: Vec<String> = sorted.iter().map(|(path, value)| format!("{}:{value}", quoted(path))).collect();
    format!("{{{}}}", written.join(","))
}

fn canonical_value(value: &Value) -> String {
    match value {
        Value::Nothing => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Text(text) => quoted(text),
        Value::Several(ids) => format!("[{}]", ids.iter().map(|id| quoted(id)).collect::<Vec<_>>().join(",")),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            other if u32::from(other) < 0x20 => out.push_str(&format!("\\u{:04x}", u32::from(other))),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

impl FromIterator<(Path, Value)> for Settings {
    fn from_iter<T: IntoIterator<Item = (Path, Value)>>(registers: T) -> Self {
        let mut settings = Self::default();
        registers.into_iter().for_each(|(path, value)| settings.set(path, value));
        settings
    }
}
