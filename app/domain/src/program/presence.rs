//! Who else has a program's editor open, and in which field they are. Nothing of it is kept: a browser says every few
//! seconds that it is there, and whoever falls silent is gone.

use super::Path;
use crate::id::PersonId;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// How often an open editor says that it is there.
pub const SAYS_EVERY: Span = Span(10_000);

/// How long an editor that falls silent counts as open.
pub const SILENT_AFTER: Span = Span(25_000);

/// What an open editor says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Which tab, by a random name that it gave itself.
    pub tab: String,
    /// In which field the cursor is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<Path>,
}

/// An open editor, as the server keeps it for a while.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenEditor {
    /// Whose.
    pub person: PersonId,
    /// What it said last.
    pub presence: Presence,
    /// Since when it is open, or in that field.
    pub since: Timestamp,
    /// When it said so last.
    pub heard: Timestamp,
}

/// Somebody who has the editor open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Present {
    /// Who.
    pub person: PersonId,
    /// In which field; `None` for whoever only looks.
    pub path: Option<Path>,
    /// Since when.
    pub since: Timestamp,
}

/// Who has the editor open at `now`, by id: once for each field that they are in, or once without a field.
pub fn present(editors: &[OpenEditor], now: Timestamp) -> Vec<Present> {
    let open = editors.iter().filter(|editor| now.since(editor.heard) < SILENT_AFTER);
    let mut found: Vec<Present> = open
        .map(|editor| Present {
            person: editor.person.clone(),
            path: editor.presence.path.clone(),
            since: editor.since,
        })
        .collect();
    found.sort_by(|a, b| {
        (&a.person, b.path.is_some(), &a.path, a.since).cmp(&(&b.person, a.path.is_some(), &b.path, b.since))
    });
    found.dedup_by(|later, kept| {
        later.person == kept.person && (later.path == kept.path || later.path.is_none() && kept.path.is_some())
    });
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_falls_silent_is_gone_and_two_tabs_in_a_field_are_one() {
        let now = Timestamp(100_000);
        let editor = |name: &str, tab: &str, path: Option<&'static str>, silent: i64| OpenEditor {
            person: PersonId::parse(name).unwrap(),
            presence: Presence { tab: tab.into(), path: path.map(Path::field) },
            since: Timestamp(0),
            heard: now.before(Span(silent)),
        };
        let editors = [
            editor("ines", "a", None, 0),
            editor("ines", "b", Some("title"), 9_000),
            editor("ines", "c", Some("title"), 1_000),
            editor("priya", "d", None, 24_999),
            editor("sol", "e", Some("title"), 25_000),
        ];
        let found = present(&editors, now);
        let seen: Vec<_> = found.iter().map(|p| (p.person.as_str(), p.path.is_some())).collect();
        assert_eq!(seen, [("ines", true), ("priya", false)]);
    }
}
