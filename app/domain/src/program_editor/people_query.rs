//! Which people of a program are wanted.

use crate::id::ProgramId;
use crate::program::{Participant, Standing};
use crate::query_string::{Pairs, link, print};
use serde::{Deserialize, Serialize};

/// A query as the address holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleQuery {
    /// A stage, or a standing: "applied", "waiting", "invited", "finished", "left"; empty for everybody who is in it or on
    /// their way.
    pub stage: String,
    /// Which page of the list, from 1.
    pub page: usize,
}

/// One thing to filter by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// What it is called.
    pub label: String,
    /// How many there are.
    pub count: u32,
    /// The address that shows them.
    pub href: String,
    /// It is what is shown.
    pub is_on: bool,
}

impl PeopleQuery {
    /// Reads an address.
    pub fn parse(query: &str) -> Self {
        let pairs = Pairs::parse(query);
        let page = pairs.get("page").and_then(|text| text.parse().ok()).unwrap_or(1);
        Self { stage: pairs.get("stage").unwrap_or_default().to_owned(), page: page.clamp(1, 100_000) }
    }

    /// The address of a list.
    pub fn href(&self, program: &ProgramId) -> String {
        let page = (self.page > 1).then(|| self.page.to_string());
        let query = print([("stage", Some(self.stage.as_str())), ("page", page.as_deref())]);
        link(&format!("/admin/programs/{program}/people"), &query)
    }

    /// The address of the same as a file.
    pub fn csv(&self, program: &ProgramId) -> String {
        link(&format!("/admin/programs/{program}/people.csv"), &print([("stage", Some(self.stage.as_str()))]))
    }

    pub(super) fn wants(&self, participant: &Participant) -> bool {
        let group = group(participant);
        if self.stage.is_empty() { group != "left" } else { group == self.stage }
    }
}

/// Under what somebody is counted: the stage that they are in, else where they stand.
pub(super) fn group(participant: &Participant) -> &str {
    match &participant.standing {
        Standing::Inside => participant.stage().map_or("inside", |stage| stage.as_str()),
        Standing::Applied => "applied",
        Standing::Waiting => "waiting",
        Standing::Invited { .. } => "invited",
        Standing::Finished => "finished",
        Standing::Left => "left",
    }
}
