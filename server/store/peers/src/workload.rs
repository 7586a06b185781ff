//! The organisation that everything is asked of: generated, in memory, and as rows of numbers for those who keep tables.

use domain::id::{PersonId, SkillId};
use domain::org::Org;
use domain::time::Timestamp;
use std::collections::BTreeMap;
use store::demo::{Company, generated};

/// Thursday 19 November 2026.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);
/// How many people the goals are set for.
pub const PEOPLE: u32 = 10_000;
const SEED: u64 = 1;

/// The same for everybody who asks for so many people.
pub fn company(people: u32) -> Company {
    generated(SEED, people, NOW)
}

/// What ties a person to a skill.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub person: u32,
    pub skill: u32,
    pub level: u8,
    pub knows: bool,
    pub wants: bool,
    pub offers: bool,
}

/// An organisation and its rows.
pub struct Workload {
    pub org: Org,
    pub people: BTreeMap<PersonId, u32>,
    pub skills: BTreeMap<SkillId, u32>,
    /// By person and then by skill.
    pub links: Vec<Link>,
}

impl Workload {
    /// With so many people, everybody at work.
    pub fn of(people: u32) -> Self {
        let org = organisation(company(people));
        let people: BTreeMap<_, _> = org.people().map(|person| person.id.clone()).zip(0..).collect();
        let skills: BTreeMap<_, _> = org.skills().map(|skill| skill.id.clone()).zip(0..).collect();
        let mut links = Vec::new();
        for (id, person) in &people {
            for (skill_id, skill) in &skills {
                let Some(link) = org.graph().link(id, skill_id) else { continue };
                links.push(Link {
                    person: *person,
                    skill: *skill,
                    level: link.level.number(),
                    knows: link.knows(),
                    wants: link.wants(),
                    offers: link.offers(),
                });
            }
        }
        Self { org, people, skills, links }
    }

    /// `count` people, spread over all of them.
    pub fn some_people(&self, count: usize) -> Vec<(&PersonId, u32)> {
        let step = (self.people.len() / count.max(1)).max(1);
        self.people.iter().step_by(step).take(count).map(|(id, number)| (id, *number)).collect()
    }
}

/// The organisation that the rows of a company make.
pub fn organisation(company: Company) -> Org {
    let mut org = Org::default();
    company.teams.into_iter().for_each(|team| org.put_team(team));
    company.areas.into_iter().for_each(|area| org.put_area(area));
    company.skills.into_iter().for_each(|skill| org.put_skill(skill));
    company.people.into_iter().for_each(|person| org.put_person(person));
    for piece in company.evidence {
        org.put_evidence(&piece.person, &piece.skill, std::slice::from_ref(&piece), NOW);
    }
    for want in company.wants {
        org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
    }
    for offer in company.offers {
        org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
    }
    org
}
