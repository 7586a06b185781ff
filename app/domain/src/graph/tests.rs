//! The graph against the organisation itself, recounted the slow way, after thousands of edits.

use super::*;
use crate::clocks::Day;
use crate::evidence::{Evidence, EvidenceRules, Leniency, Source};
use crate::id::AreaId;
use crate::org::Org;
use crate::skill::{Criticality, Target};
use crate::text::{EmailAddress, Line, Name, Prose};
use crate::time::{Minutes, Timestamp};
use crate::want::{Offer, Priority, Want};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const NOW: Timestamp = Timestamp(1_795_079_520_000);
const PEOPLE: u64 = 60;
const SKILLS: u64 = 14;
const TEAMS: u64 = 6;

/// Chance that repeats (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    fn small(&mut self, end: u8) -> u8 {
        u8::try_from(self.below(u64::from(end))).unwrap()
    }

    /// Scattered, so that new ids stand among old ones.
    fn person(&mut self) -> PersonId {
        format!("amara-{:02}", self.below(PEOPLE) * 37 % PEOPLE).parse().unwrap()
    }

    fn skill(&mut self) -> SkillId {
        format!("skill-{:02}", self.below(SKILLS) * 5 % SKILLS).parse().unwrap()
    }

    fn edit(&mut self, org: &mut Org) {
        match self.below(16) {
            0 if self.below(4) == 0 => self.turn_the_day(org),
            0 => self.put_person(org),
            1 => self.put_skill(org),
            2 if self.below(8) == 0 => org.remove_person(&self.person()),
            3..=4 => {
                let (person, skill) = (self.person(), self.skill());
                let want = (self.below(3) > 0).then(|| want(&person, &skill));
                org.put_want(&person, &skill, want);
            }
            5..=6 => {
                let (person, skill) = (self.person(), self.skill());
                let offer = (self.below(3) > 0).then(|| offer(&person, &skill));
                org.put_offer(&person, &skill, offer);
            }
            _ => {
                let (person, skill, level) = (self.person(), self.skill(), self.small(5));
                let evidence = (self.below(5) > 0).then(|| evidence(&person, &skill, level));
                org.put_evidence(&person, &skill, evidence.as_slice(), NOW);
            }
        }
    }

    /// To a day before, between or after the last days of people.
    fn turn_the_day(&mut self, org: &mut Org) {
        let day = Day(20_798 + i64::from(self.small(12)));
        org.weigh_by(EvidenceRules::USUAL, Leniency::default(), day);
    }

    fn put_person(&mut self, org: &mut Org) {
        let id = self.person();
        let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
        let mut person = Person::new(id, Name::parse("name", "Amara").unwrap(), email, NOW);
        person.team = (self.below(5) > 0).then(|| format!("team-{}", self.below(TEAMS)).parse().unwrap());
        person.left_at = (self.below(4) == 0).then_some(NOW);
        person.leaves_on = (self.below(3) == 0).then(|| Day(20_800 + i64::from(self.small(9))));
        org.put_person(person);
    }

    fn put_skill(&mut self, org: &mut Org) {
        org.put_skill(Skill {
            id: self.skill(),
            name: Name::parse("name", "Wound care").unwrap(),
            area: AreaId::parse("care").unwrap(),
            description: Prose::default(),
            levels: Vec::new(),
            criticality: Criticality::ALL[usize::from(self.small(4))],
            target: Target { people: self.small(24), level: Level::try_from(self.small(5)).unwrap(), by: None },
            after: Vec::new(),
            import: None,
        });
    }
}

fn want(person: &PersonId, skill: &SkillId) -> Want {
    let (person, skill) = (person.clone(), skill.clone());
    Want { person, skill, target: Level::ALONE, priority: Priority::Soon, at: NOW, import: None }
}

fn offer(person: &PersonId, skill: &SkillId) -> Offer {
    let (person, skill) = (person.clone(), skill.clone());
    Offer { person, skill, minutes: Minutes(30), note: Line::default(), at: NOW }
}

pub(super) fn evidence(person: &PersonId, skill: &SkillId, level: u8) -> Evidence {
    Evidence {
        person: person.clone(),
        skill: skill.clone(),
        level: Level::try_from(level).unwrap(),
        source: Source::Imported,
        by: None,
        at: NOW,
        note: Prose::default(),
        import: None,
        reversed_at: None,
        passed: None,
    }
}

/// Who works here on the day of the organisation, by id.
fn working(org: &Org) -> impl Iterator<Item = &Person> {
    org.people().filter(|person| person.leaves_on.is_none_or(|last| last >= org.weighing().day))
}

/// Who covers each skill, by walking through all that everybody knows.
fn holders(org: &Org) -> BTreeMap<&SkillId, BTreeSet<&PersonId>> {
    let of = |skill: &Skill| {
        let reach = org.knowers_of(&skill.id).filter(|(_, known)| known.estimate.reaches(skill.target.level));
        reach.map(|(person, _)| person).filter(|id| working(org).any(|person| person.id == **id)).collect()
    };
    org.skills().map(|skill| (&skill.id, of(skill))).collect()
}

/// The points of risk without some people.
fn risk(org: &Org, holders: &BTreeMap<&SkillId, BTreeSet<&PersonId>>, gone: &[&PersonId]) -> u64 {
    let points = |skill: &Skill| {
        let have = holders[&skill.id].iter().filter(|person| !gone.contains(person)).count();
        let missing = usize::from(skill.target.people).saturating_sub(have);
        u64::try_from(missing).unwrap() * u64::from(skill.criticality.weight())
    };
    org.skills().map(points).sum()
}

/// Cover, and every loss of one person, against recounting.
fn cover_is_right(org: &Org) {
    let (graph, holders) = (org.graph(), holders(org));
    for (skill, people) in &holders {
        assert_eq!(graph.holders(skill), people.iter().copied().collect::<Vec<_>>(), "{skill}");
        assert_eq!(usize::try_from(graph.cover(skill)).unwrap(), people.len());
    }
    let covers = holders.iter().map(|(skill, people)| (*skill, u32::try_from(people.len()).unwrap()));
    assert_eq!(graph.covers(), covers.collect::<Vec<_>>());
    let needed = |skill: &SkillId| org.skill(skill).is_some_and(|skill| skill.target.people > 0);
    let alone = holders.iter().filter(|(skill, people)| people.len() == 1 && needed(skill));
    assert_eq!(
        graph.single_points(),
        alone.map(|(skill, people)| (*skill, *people.first().unwrap())).collect::<Vec<_>>()
    );
    let before = risk(org, &holders, &[]);
    assert_eq!(graph.risk(), before);
    for person in org.all_people() {
        assert_eq!(graph.loss(&person.id), risk(org, &holders, &[&person.id]) - before, "{}", person.id);
    }
}

/// The worst of all pairs, against trying all.
fn pairs_are_right(org: &Org) {
    let (graph, holders) = (org.graph(), holders(org));
    let before = risk(org, &holders, &[]);
    let people: Vec<&PersonId> = working(org).map(|person| &person.id).collect();
    let mut worst: Option<PairLoss<'_>> = None;
    for (place, one) in people.iter().enumerate() {
        for other in people.iter().skip(place + 1) {
            let risk = risk(org, &holders, &[one, other]) - before;
            assert_eq!(graph.without([*one, *other]).risk, risk, "{one} {other}");
            if risk > worst.map_or(0, |worst| worst.risk) {
                worst = Some(PairLoss { people: [one, other], risk });
            }
        }
    }
    assert_eq!(graph.worst_pair(), worst);
}

/// Teams, last days, teachers and peers, against walking through the organisation.
fn finding_is_right(org: &Org) {
    let (graph, holders) = (org.graph(), holders(org));
    for team in (0..TEAMS).map(|number| format!("team-{number}").parse::<TeamId>().unwrap()) {
        let members: Vec<&PersonId> =
            working(org).filter(|person| person.team.as_ref() == Some(&team)).map(|person| &person.id).collect();
        assert_eq!(graph.members(&team), members);
        for (skill, people) in &holders {
            let count = people.iter().filter(|person| members.contains(person)).count();
            assert_eq!(usize::from(graph.heat(&team, skill)), count, "{team} {skill}");
        }
        let before = risk(org, &holders, &[]);
        assert_eq!(graph.without(members.iter().copied()).risk, risk(org, &holders, &members) - before);
    }
    let mut ending = Vec::new();
    for (skill, people) in &holders {
        let last_day = |person: &&PersonId| org.person(person).and_then(|person| person.leaves_on);
        ending.extend(people.iter().filter_map(|person| Some((last_day(person)?, *skill, *person))));
    }
    ending.retain(|(day, ..)| *day <= Day(20_804));
    ending.sort();
    let known: Vec<_> =
        graph.ending(Day(20_804)).into_iter().filter(|(_, skill, _)| org.skill(skill).is_some()).collect();
    assert_eq!(known, ending);
    for learner in org.all_people().map(|person| &person.id) {
        let teachers: Vec<_> = graph.teachers_for(learner).iter().map(|found| (found.skill, found.person)).collect();
        assert_eq!(teachers, teachers_of(org, learner), "{learner}");
        let peers: Vec<_> = graph.peers_of(learner).iter().map(|peer| (peer.person, peer.shared)).collect();
        assert_eq!(peers, peers_of(org, learner), "{learner}");
    }
}

fn teachers_of<'a>(org: &'a Org, learner: &PersonId) -> Vec<(&'a SkillId, &'a PersonId)> {
    let mut found = Vec::new();
    for (skill, _) in org.wants_of(learner) {
        let level = |person: &PersonId| org.known(person, skill).map(|known| known.estimate.level).unwrap_or_default();
        let own = level(learner);
        for person in working(org).map(|person| &person.id).filter(|person| *person != learner) {
            let ahead = level(person) >= Level::WITH_HELP && level(person) > own;
            if ahead || org.offer(person, skill).is_some() {
                found.push((skill, person));
            }
        }
    }
    found
}

fn peers_of<'a>(org: &'a Org, own: &PersonId) -> Vec<(&'a PersonId, u32)> {
    let shared = |person: &PersonId| org.known_by(person).filter(|(skill, _)| org.known(own, skill).is_some()).count();
    let others = working(org).map(|person| &person.id).filter(|person| *person != own);
    others.map(|person| (person, u32::try_from(shared(person)).unwrap())).filter(|(_, shared)| *shared > 0).collect()
}

/// The same graph as one that is made anew, row for row and digest for digest.
fn is_as_made_anew(org: &Org) {
    let (graph, anew) = (org.graph(), Graph::of(org));
    assert_eq!(graph.digest(), graph.digest_anew());
    assert_eq!(graph.digest(), anew.digest());
    assert_eq!(graph.differences(&anew), []);
    assert_eq!(graph.texts(), anew.texts());
    assert_eq!(graph.size(), anew.size());
    assert_eq!(graph.losses(), anew.losses());
}

#[test]
fn after_thousands_of_edits_everything_equals_a_recount() {
    let (mut dice, mut org) = (Dice(7), Org::default());
    assert_eq!(org.graph().digest(), Digest::default(), "made before the first edit, so that every edit goes into it");
    for edit in 0..3_000 {
        dice.edit(&mut org);
        if edit % 50 == 0 {
            cover_is_right(&org);
            is_as_made_anew(&org);
        }
        if edit % 600 == 599 {
            pairs_are_right(&org);
            finding_is_right(&org);
        }
    }
}

#[test]
fn putting_in_order_changes_no_answer() {
    let (mut dice, mut org) = (Dice(11), Org::default());
    assert_eq!(org.graph().size().edges, 0);
    (0..600).for_each(|_| dice.edit(&mut org));
    let before = org.graph();
    assert!(before.people.late() > 0 && before.by_skill.pending() > 0);
    let mut after = before.clone();
    after.put_in_order();
    assert_eq!((after.people.late(), after.by_skill.pending()), (0, 0));
    assert_eq!((after.digest_anew(), after.texts()), (before.digest(), before.texts()));
    assert_eq!((after.worst_pair(), after.losses()), (before.worst_pair(), before.losses()));
    assert_eq!(after.heat_of(&"team-2".parse().unwrap()), before.heat_of(&"team-2".parse().unwrap()));
}
