//! Who worked with whom lately: the same team, a meeting, a thank-you.

use crate::exchange::Stage;
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::time::{Span, Timestamp};
use std::collections::BTreeSet;

/// For so long a meeting or a thank-you says that two people worked together.
pub const TOGETHER_WITHIN: Span = Span::days(180);

/// Everybody who works here and worked with `person`: they are in one team, or met or thanked each other within
/// [`TOGETHER_WITHIN`].
pub fn worked_with(org: &Org, person: &Person, now: Timestamp) -> BTreeSet<PersonId> {
    let me = &person.id;
    let is_late = |at: Timestamp| now.since(at).0 < TOGETHER_WITHIN.0;
    let team = person.team.as_ref();
    let mut found: BTreeSet<&PersonId> =
        org.people().filter(|other| team.is_some() && other.team.as_ref() == team).map(|other| &other.id).collect();
    let met = org.exchanges().filter(|exchange| matches!(exchange.stage, Stage::Done { at } if is_late(at)));
    found.extend(met.filter_map(|exchange| other_of(me, [&exchange.learner, &exchange.teacher])));
    let thanks = org.thanks().iter().rev().take_while(|thanks| is_late(thanks.at));
    found.extend(thanks.filter_map(|thanks| other_of(me, [&thanks.from, &thanks.to])));
    found.remove(me);
    found.retain(|other| org.person(other).is_some_and(Person::is_active));
    found.into_iter().cloned().collect()
}

fn other_of<'a>(me: &PersonId, two: [&'a PersonId; 2]) -> Option<&'a PersonId> {
    match two {
        [one, other] if one == me => Some(other),
        [one, other] if other == me => Some(one),
        [_, _] => None,
    }
}
