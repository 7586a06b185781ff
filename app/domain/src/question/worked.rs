//! Who worked with whom lately: the same team, a team that one leads from above, a meeting, a thank-you.

use crate::actor::Role;
use crate::coverage::works_here;
use crate::exchange::Stage;
use crate::id::{PersonId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::teams::with_teams_below;
use crate::time::{Span, Timestamp};
use std::collections::BTreeSet;

/// For so long a meeting or a thank-you says that two people worked together.
pub const TOGETHER_WITHIN: Span = Span::days(180);

/// Everybody who works here and worked with `person`: they are in one team, one leads the other from a team above
/// theirs, or they met or thanked each other within [`TOGETHER_WITHIN`].
pub fn worked_with(org: &Org, person: &Person, now: Timestamp) -> BTreeSet<PersonId> {
    let me = &person.id;
    let is_late = |at: Timestamp| now.since(at).0 < TOGETHER_WITHIN.0;
    let (teams, above) = (teams_of(org, person), teams_above(org, person));
    let leads_me = |other: &Person, team: &TeamId| other.role >= Role::Manager && above.contains(team);
    let together =
        |other: &&Person| other.team.as_ref().is_some_and(|team| teams.contains(team) || leads_me(other, team));
    let mut found: BTreeSet<&PersonId> = org.people().filter(together).map(|other| &other.id).collect();
    let met = org.exchanges().filter(|exchange| matches!(exchange.stage, Stage::Done { at } if is_late(at)));
    found.extend(met.filter_map(|exchange| other_of(me, [&exchange.learner, &exchange.teacher])));
    let thanks = org.thanks().iter().rev().take_while(|thanks| is_late(thanks.at));
    found.extend(thanks.filter_map(|thanks| other_of(me, [&thanks.from, &thanks.to])));
    found.remove(me);
    found.retain(|other| works_here(org, other));
    found.into_iter().cloned().collect()
}

/// Their own team, and for whoever leads it those below it.
fn teams_of(org: &Org, person: &Person) -> BTreeSet<TeamId> {
    let Some(own) = &person.team else { return BTreeSet::new() };
    if person.role >= Role::Manager { with_teams_below(org, own) } else { BTreeSet::from([own.clone()]) }
}

/// The teams above their own.
fn teams_above<'a>(org: &'a Org, person: &'a Person) -> BTreeSet<&'a TeamId> {
    let parent = |team: &TeamId| org.team(team).and_then(|team| team.parent.as_ref());
    let up = std::iter::successors(person.team.as_ref().and_then(parent), |team| parent(team));
    // Parents may go round in a circle; no way up is longer than there are teams.
    up.take(org.teams().count()).collect()
}

fn other_of<'a>(me: &PersonId, two: [&'a PersonId; 2]) -> Option<&'a PersonId> {
    match two {
        [one, other] if one == me => Some(other),
        [one, other] if other == me => Some(one),
        [_, _] => None,
    }
}
