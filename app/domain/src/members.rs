//! The members of the organisation as its admins see them: with addresses and roles.

use crate::actor::{Actor, Role};
use crate::id::PersonId;
use crate::org::Org;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Everybody who works here, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembersPage {
    /// One row each.
    pub members: Vec<MemberRow>,
}

/// One member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberRow {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// What their team is called; empty without one.
    pub team: String,
    /// What they may do.
    pub role: Role,
}

/// Everybody who works here. Refuses all but organisation admins.
pub fn members_page(org: &Org, actor: &Actor) -> Result<MembersPage, Rejection> {
    actor.at_least(Role::OrgAdmin)?;
    let mut members: Vec<MemberRow> = org
        .people()
        .map(|person| MemberRow {
            id: person.id.clone(),
            name: person.name.to_string(),
            email: person.email.to_string(),
            team: person
                .team
                .as_ref()
                .and_then(|team| org.team(team))
                .map(|team| team.name.to_string())
                .unwrap_or_default(),
            role: person.role,
        })
        .collect();
    members
        .sort_by(|a, b| (std::cmp::Reverse(a.role), &a.name, &a.id).cmp(&(std::cmp::Reverse(b.role), &b.name, &b.id)));
    Ok(MembersPage { members })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Member;
    use crate::person::Person;
    use crate::text::{EmailAddress, Name};
    use crate::time::Timestamp;

    #[test]
    fn only_organisation_admins_see_addresses() {
        let mut org = Org::default();
        let amara = PersonId::parse("amara").unwrap();
        let email = EmailAddress::parse("amara@fernhill.example").unwrap();
        org.put_person(Person::new(amara.clone(), Name::parse("name", "Amara").unwrap(), email, Timestamp(0)));
        let acting = |role| Actor::Person(Member { id: amara.clone(), role, team: None });
        for role in [Role::Member, Role::Manager, Role::ProgramAdmin] {
            assert!(matches!(members_page(&org, &acting(role)), Err(Rejection::Forbidden(_))), "{role:?}");
        }
        let page = members_page(&org, &acting(Role::OrgAdmin)).unwrap();
        assert_eq!(page.members[0].email, "amara@fernhill.example");
    }
}
