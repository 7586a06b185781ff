//! Which lines of the audit are wanted, as an address says it.

use crate::event::Seq;
use crate::id::PersonId;
use crate::query_string::{Pairs, link, print};
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Which lines are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditView {
    /// The name of one of [`AuditView::GROUPS`]; empty for all.
    pub what: String,
    /// What this person did and what concerns them; empty for everybody.
    pub person: String,
    /// Only those before this one: where the page before ended.
    pub before: Option<u64>,
    /// One line alone: its permalink.
    pub at: Option<u64>,
}

impl AuditView {
    /// What can be looked for: a name, words, and the kinds of events behind it.
    pub const GROUPS: [(&'static str, &'static str, &'static [&'static str]); 5] = [
        (
            "programs",
            "Programs",
            &[
                "program_edited",
                "program_let_out",
                "program_moved",
                "program_scheduled",
                "program_draft_moved",
                "participant_moved",
                "match_round_moved",
            ],
        ),
        (
            "people",
            "People and teams",
            &[
                "person_changed",
                "person_left",
                "role_given",
                "team_changed",
                "person_invited",
                "reset_offered",
                "sessions_ended",
                "import_finished",
                "import_undone",
                "hours_moved",
            ],
        ),
        (
            "skills",
            "Skills and targets",
            &[
                "area_changed",
                "skill_changed",
                "targets_changed",
                "plan_changed",
                "evidence_rules_changed",
                "leniency_changed",
            ],
        ),
        ("library", "Library and comments", &["note_moved", "comment_moved"]),
        ("everything", "The whole organisation", &["everything_replaced"]),
    ];

    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let text = |name: &str| pairs.get(name).unwrap_or_default().to_owned();
        let number = |name: &str| pairs.get(name).and_then(|text| text.parse().ok());
        Self { what: text("what"), person: text("person"), before: number("before"), at: number("at") }
    }

    /// The address.
    pub fn href(&self) -> String {
        let (before, at) = (self.before.map(|seq| seq.to_string()), self.at.map(|seq| seq.to_string()));
        let pairs = [
            ("what", Some(self.what.as_str())),
            ("person", Some(self.person.as_str())),
            ("before", before.as_deref()),
            ("at", at.as_deref()),
        ];
        link("/admin/audit", &print(pairs))
    }

    /// The kinds of events that are wanted, as rows name them.
    pub fn kinds(&self) -> Vec<String> {
        let wanted = |name: &str| self.what.is_empty() || self.what == name;
        let groups = Self::GROUPS.iter().filter(|(name, ..)| wanted(name));
        groups.flat_map(|(.., kinds)| kinds.iter().map(|kind| (*kind).to_owned())).collect()
    }

    /// The person who is wanted; not found when that can be nobody's id.
    pub fn who(&self) -> Result<Option<PersonId>, Rejection> {
        if self.person.is_empty() { Ok(None) } else { PersonId::parse(&self.person).map(Some) }
    }

    /// Events before which one are wanted.
    pub fn end(&self) -> Option<Seq> {
        self.at.map(|at| Seq(at + 1)).or(self.before.map(Seq))
    }
}
