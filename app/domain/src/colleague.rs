//! A colleague as a line on a page: who, what they do, where. Nothing that not everybody may see.

use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use serde::{Deserialize, Serialize};

/// A colleague named on somebody else's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Colleague {
    /// Their handle, for links and for the colour of their picture.
    pub id: PersonId,
    /// What people call them.
    pub name: String,
    /// The first word of it, for sentences.
    pub first_name: String,
    /// Their job.
    pub title: String,
    /// The name of their team; empty for none.
    pub team: String,
}

impl Colleague {
    /// How `person` is named on others' pages.
    pub fn of(org: &Org, person: &Person) -> Self {
        let team = person.team.as_ref().and_then(|team| org.team(team));
        Self {
            id: person.id.clone(),
            name: person.name.as_str().to_owned(),
            first_name: person.first_name().to_owned(),
            title: person.title.as_str().to_owned(),
            team: team.map(|team| team.name.as_str().to_owned()).unwrap_or_default(),
        }
    }

    /// The same by id; a name alone when they are not known, as after an import was undone.
    pub fn named(org: &Org, id: &PersonId) -> Self {
        match org.person(id) {
            Some(person) => Self::of(org, person),
            None => Self {
                id: id.clone(),
                name: id.as_str().to_owned(),
                first_name: id.as_str().to_owned(),
                title: String::new(),
                team: String::new(),
            },
        }
    }

    /// "Community nurse, Care East"; one of the two when the other is missing.
    pub fn work(&self) -> String {
        match (self.title.is_empty(), self.team.is_empty()) {
            (false, false) => format!("{}, {}", self.title, self.team),
            (false, true) => self.title.clone(),
            (true, _) => self.team.clone(),
        }
    }
}
