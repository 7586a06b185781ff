//! Whose manager somebody is: of everybody in their own team and in every team below it.

use crate::actor::{Actor, Role};
use crate::id::PersonId;
use crate::org::Org;

/// True when `actor` is a manager and `person` works in their team or below it.
pub fn leads(org: &Org, actor: &Actor, person: &PersonId) -> bool {
    let Actor::Person(member) = actor else { return false };
    let Some(own) = member.team.as_ref().filter(|_| member.role >= Role::Manager) else { return false };
    let mut team = org.person(person).and_then(|person| person.team.as_ref());
    // Parents may go round in a circle; no way up is longer than there are teams.
    for _ in 0..=org.teams().count() {
        match team {
            Some(here) if here == own => return true,
            Some(here) => team = org.team(here).and_then(|here| here.parent.as_ref()),
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Member;
    use crate::fernhill::{fernhill, signed_in};

    #[test]
    fn a_manager_leads_their_team_and_the_ones_below_it() {
        let org = fernhill();
        let of_care = |role| {
            Actor::Person(Member { id: "ines-carvalho".parse().unwrap(), role, team: Some("care".parse().unwrap()) })
        };
        let rows = [
            (of_care(Role::Manager), "amara-okafor", true),
            (of_care(Role::Manager), "leila-haddou", true),
            (of_care(Role::Manager), "jonas-weidner", false),
            (of_care(Role::Member), "amara-okafor", false),
            (signed_in("priya-raman"), "amara-okafor", true),
            (signed_in("priya-raman"), "leila-haddou", false),
            (Actor::Console, "amara-okafor", false),
        ];
        for (actor, person, expected) in rows {
            assert_eq!(leads(&org, &actor, &person.parse().unwrap()), expected, "{actor:?} {person}");
        }
    }

    #[test]
    fn teams_that_go_round_in_a_circle_end_nowhere() {
        let mut org = fernhill();
        for (team, parent) in [("care-east", "care-west"), ("care-west", "care-east")] {
            let mut team = org.team(&team.parse().unwrap()).unwrap().clone();
            team.parent = Some(parent.parse().unwrap());
            org.put_team(team);
        }
        let of_digital = Actor::Person(Member {
            id: "wen-li".parse().unwrap(),
            role: Role::Manager,
            team: Some("digital".parse().unwrap()),
        });
        assert!(!leads(&org, &of_digital, &"amara-okafor".parse().unwrap()));
    }
}
