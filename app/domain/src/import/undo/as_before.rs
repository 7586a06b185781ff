//! Putting the fields of a record back, one by one, so that a later change of another field stays.

use crate::person::Person;
use crate::skill::Skill;
use crate::team::Team;

/// For each field that the import changed: as before, unless it was changed again since; then it is named.
macro_rules! as_before {
    ($function:ident, $type:ty, $($field:ident: $title:literal),*) => {
        pub(super) fn $function(now: &$type, before: &$type, after: &$type) -> ($type, Vec<&'static str>) {
            let mut then = now.clone();
            let mut changed = Vec::new();
            $(
                if now.$field == after.$field {
                    then.$field = before.$field.clone();
                } else if before.$field != after.$field {
                    changed.push($title);
                }
            )*
            (then, changed)
        }
    };
}

as_before!(team_as_before, Team, name: "name", parent: "parent team", kind: "kind", purpose: "purpose");
as_before!(
    person_as_before, Person,
    name: "name", email: "e-mail", team: "team", title: "job title", about: "about", place: "place",
    zone: "time zone", languages: "languages", availability: "availability", teaching: "teaching hours",
    learning: "learning hours", leaves_on: "last day"
);
as_before!(
    skill_as_before, Skill,
    name: "name", area: "area", description: "description", criticality: "criticality", target: "people needed",
    after: "what comes before"
);
