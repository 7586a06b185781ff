//! Whom somebody may see named where several skills are laid at one person's door, and about whom they may ask what
//! if. That somebody covers one skill is no secret; what all hangs on them together is between them, whoever leads
//! them, and program admins.

use crate::actor::{Actor, Role};
use crate::id::{PersonId, TeamId};
use crate::org::Org;
use crate::person::Person;
use crate::rejection::Rejection;
use crate::teams::with_teams_below;
use std::collections::BTreeSet;

/// Whom the reader may see and ask about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    sees_all: bool,
    /// The teams that the reader leads.
    teams: BTreeSet<TeamId>,
    me: Option<PersonId>,
}

impl Sight {
    /// Program admins and the console see everybody, managers whoever works in their team or below it, everybody
    /// themself. Refused for strangers.
    pub fn of(org: &Org, actor: &Actor) -> Result<Self, Rejection> {
        actor.may_read()?;
        let teams = match actor {
            Actor::Person(member) if member.role >= Role::Manager => member.team.as_ref(),
            Actor::Person(_) | Actor::Console | Actor::Stranger => None,
        };
        Ok(Self {
            sees_all: actor.at_least(Role::ProgramAdmin).is_ok(),
            teams: teams.map(|team| with_teams_below(org, team)).unwrap_or_default(),
            me: actor.person().cloned(),
        })
    }

    /// True when the reader may see `person` named and ask what if they were away.
    pub fn includes(&self, person: &Person) -> bool {
        self.sees_all
            || self.me.as_ref() == Some(&person.id)
            || person.team.as_ref().is_some_and(|team| self.teams.contains(team))
    }

    /// The same for somebody by id; false when nobody is known by it.
    pub fn includes_id(&self, org: &Org, person: &PersonId) -> bool {
        org.person(person).is_some_and(|person| self.includes(person))
    }

    /// True when the reader may ask about others than themself.
    pub fn is_wide(&self) -> bool {
        self.sees_all || !self.teams.is_empty()
    }

    /// True when the reader may ask about anybody.
    pub const fn is_whole(&self) -> bool {
        self.sees_all
    }

    /// True when the reader leads the team or may ask about anybody.
    pub fn leads(&self, team: &TeamId) -> bool {
        self.sees_all || self.teams.contains(team)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::{fernhill, signed_in};

    #[test]
    fn members_see_themselves_managers_their_teams_and_program_admins_everybody() {
        let org = fernhill();
        let mut above = signed_in("priya-raman");
        if let Actor::Person(member) = &mut above {
            member.team = Some("care".parse().unwrap());
        }
        let rows: [(Actor, &[&str]); 5] = [
            (signed_in("amara-okafor"), &["amara-okafor"]),
            (signed_in("priya-raman"), &["amara-okafor", "priya-raman", "rosalind-achterberg"]),
            (above, &["amara-okafor", "ines-carvalho", "leila-haddou", "priya-raman", "rosalind-achterberg"]),
            (signed_in("ines-carvalho"), &["all"]),
            (Actor::Console, &["all"]),
        ];
        for (actor, expected) in rows {
            let sight = Sight::of(&org, &actor).unwrap();
            let seen: Vec<&str> =
                org.people().filter(|person| sight.includes(person)).map(|person| person.id.as_str()).collect();
            let all: Vec<&str> = org.people().map(|person| person.id.as_str()).collect();
            assert_eq!(seen, if expected == ["all"] { all.as_slice() } else { expected }, "{actor:?}");
            assert_eq!(sight.is_wide(), expected.len() > 1 || expected == ["all"]);
        }
        assert_eq!(Sight::of(&org, &Actor::Stranger), Err(Rejection::SignedOut));
    }

    #[test]
    fn a_manager_without_a_team_leads_nobody() {
        let mut priya = signed_in("priya-raman");
        if let Actor::Person(member) = &mut priya {
            member.team = None;
        }
        let sight = Sight::of(&fernhill(), &priya).unwrap();
        assert!(!sight.is_wide() && !sight.leads(&"care-east".parse().unwrap()));
    }
}
