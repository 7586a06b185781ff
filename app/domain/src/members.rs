//! The members of the organisation as its admins see them: with addresses, roles and last days.

use crate::actor::{Actor, Role};
use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::org::Org;
use crate::rejection::Rejection;
use crate::wording::brief_day;
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
    /// Their last day: "18 Dec"; empty while none is set.
    pub last_day: String,
    /// True when that day has passed and they are still a member.
    pub is_over: bool,
}

/// Everybody who works here. Refuses all but organisation admins.
pub fn members_page(org: &Org, actor: &Actor, clocks: &Clocks) -> Result<MembersPage, Rejection> {
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
            last_day: person.leaves_on.map(brief_day).unwrap_or_default(),
            is_over: person.leaves_on.is_some_and(|last| last < clocks.today(&person.zone)),
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
    use crate::clocks::Day;
    use crate::person::Person;
    use crate::reader::tests::CLOCKS;
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
            assert!(matches!(members_page(&org, &acting(role), &CLOCKS), Err(Rejection::Forbidden(_))), "{role:?}");
        }
        let page = members_page(&org, &acting(Role::OrgAdmin), &CLOCKS).unwrap();
        assert_eq!(page.members[0].email, "amara@fernhill.example");
    }

    #[test]
    fn a_last_day_that_has_passed_is_an_admins_to_end() {
        let mut org = crate::fernhill::fernhill();
        let today = CLOCKS.today(&crate::time::Zone::utc());
        for (who, last) in
            [("amara-okafor", today.plus(-1)), ("jonas-weidner", today), ("noor-halabi", Day(0).plus(22_000))]
        {
            let mut person = org.person(&who.parse().unwrap()).unwrap().clone();
            person.leaves_on = Some(last);
            org.put_person(person);
        }
        let page = members_page(&org, &Actor::Console, &CLOCKS).unwrap();
        let over: Vec<_> = page.members.iter().filter(|row| row.is_over).map(|row| row.name.as_str()).collect();
        assert_eq!(over, ["Amara Okafor"]);
        assert_eq!(page.members.iter().filter(|row| !row.last_day.is_empty()).count(), 3);
    }
}
