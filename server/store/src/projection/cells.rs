//! What somebody knows of a skill, from all evidence for it.

use domain::evidence::Evidence;
use domain::id::{PersonId, SkillId};
use domain::org::Org;
use std::collections::BTreeMap;

/// Works out what `evidence` speaks for, on the day for which all other levels of `org` stand.
pub(super) fn put_evidence(org: &mut Org, evidence: Vec<Evidence>) {
    let now = org.weighing().day.begins();
    let mut cells: BTreeMap<(PersonId, SkillId), Vec<Evidence>> = BTreeMap::new();
    for piece in evidence {
        cells.entry((piece.person.clone(), piece.skill.clone())).or_default().push(piece);
    }
    for ((person, skill), pieces) in cells {
        org.put_evidence(&person, &skill, &pieces, now);
    }
}
