//! With whom the most falls: the worst single absence and the worst pair, for program admins. What an absence costs is
//! the risk that it adds; the graph keeps count of it.

use super::super::holders;
use super::WhatIfQuery;
use crate::id::PersonId;
use crate::org::Org;
use crate::wording::{counted, listed};
use serde::{Deserialize, Serialize};

/// An absence worth looking at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// "One absence can cost seven skills a person they need".
    pub words: String,
    /// "without Rosalind Achterberg".
    pub who: String,
    /// The address that shows it.
    pub href: String,
}

/// The person without whom risk grows most, and by how much; of equals the first by id.
pub fn worst_single(org: &Org) -> Option<(PersonId, u64)> {
    let worst = org.graph().losses().into_iter().next()?;
    Some((worst.person.clone(), worst.risk))
}

/// The two without whom risk grows most, and by how much; of equals the first by id.
pub fn worst_pair(org: &Org) -> Option<([PersonId; 2], u64)> {
    let worst = org.graph().worst_pair()?;
    Some((worst.people.map(PersonId::clone), worst.risk))
}

/// The worst absence of one and of two, in words.
pub(super) fn hints(org: &Org) -> Vec<Hint> {
    let single = worst_single(org).map(|(person, _)| hint(org, "One absence", &[person]));
    let pair = worst_pair(org).map(|(pair, _)| hint(org, "Two absences", &pair));
    single.into_iter().chain(pair).collect()
}

fn hint(org: &Org, how_many: &str, people: &[PersonId]) -> Hint {
    let query = WhatIfQuery { people: people.iter().cloned().collect(), ..WhatIfQuery::default() };
    let short = org.skills().filter(|skill| {
        let (all, gone) = holders(org, skill)
            .fold((0, 0), |(all, gone), person| (all + 1, gone + usize::from(people.contains(person))));
        gone > 0 && all - gone < usize::from(skill.target.people)
    });
    let skills = counted(short.count(), "skill", "skills");
    Hint {
        words: format!("{how_many} can take {skills} below target or further below"),
        who: format!("without {}", listed(people.iter().map(|person| org.name_of(person)), 2)),
        href: query.link(),
    }
}
