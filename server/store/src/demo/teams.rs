//! The nine teams of Fernhill.

use super::{line, name, prose};
use domain::id::TeamId;
use domain::team::Team;

pub(super) const CARE_EAST: &str = "care-east";
pub(super) const CARE_WEST: &str = "care-west";
pub(super) const NIGHTS: &str = "night-team";
pub(super) const DIGITAL: &str = "digital";
pub(super) const KITCHEN: &str = "kitchen";
pub(super) const FLEET: &str = "fleet-routes";
pub(super) const SUPPLIES: &str = "pharmacy-supplies";
pub(super) const FINANCE: &str = "finance-payroll";
pub(super) const LEARNING: &str = "people-learning";

/// Name, team above, kind, purpose.
const TEAMS: [(&str, Option<&str>, &str, &str); 9] = [
    ("Care East", None, "Care", "Nurses and carers for the 140 homes east of the river, from first visit to last."),
    ("Care West", None, "Care", "Nurses and carers for the hill and the old town, with a therapist on every round."),
    ("Night Team", Some(CARE_EAST), "Care", "One phone, two cars and eight people who are awake when a home calls."),
    (
        "Pharmacy & Supplies",
        None,
        "Supply",
        "The right medicine, dressing and pump at the right door, cold where it must be.",
    ),
    ("Kitchen", Some(SUPPLIES), "Supply", "Three hundred meals a day that are safe for the person who gets them."),
    (
        "Fleet & Routes",
        Some(SUPPLIES),
        "Supply",
        "Gets people, meals and medicine there and home again, in any weather.",
    ),
    ("People & Learning", None, "Office", "Looks after those who look after others: hiring, learning, house and keys."),
    (
        "Digital",
        Some(LEARNING),
        "Office",
        "Keeps the systems up and turns what they know into something a ward can read.",
    ),
    ("Finance & Payroll", Some(LEARNING), "Office", "Pays everybody on time and tells every team what it has left."),
];

pub(super) fn teams() -> Vec<Team> {
    TEAMS
        .into_iter()
        .map(|(title, parent, kind, purpose)| Team {
            id: TeamId::from_name(title).expect("the demo's own words are valid"),
            name: name(title),
            parent: parent.map(id),
            kind: line(kind),
            purpose: prose(purpose),
            import: None,
        })
        .collect()
}

pub(super) fn id(slug: &str) -> TeamId {
    TeamId::parse(slug).expect("the demo's own words are valid")
}
