//! Organisations of any size for tests and measurements: names, edges and meetings from a seed, spread as real ones
//! are, where few skills are wanted by many. Nothing in here is meant to be read by people.

use super::dice::Dice;
use super::{Company, generated_program, name};
use domain::actor::Role;
use domain::evidence::{Evidence, Level, Source};
use domain::exchange::{Ask, Exchange, Move, Outcome, Side};
use domain::id::{AreaId, ExchangeId, PersonId, SkillId, TeamId};
use domain::person::Person;
use domain::skill::{Area, Criticality, Skill, Target};
use domain::team::Team;
use domain::text::{EmailAddress, Line, Prose};
use domain::thanks::Thanks;
use domain::time::{Minutes, Span, Timestamp};
use domain::want::{Offer, Priority, Want};
use std::collections::BTreeSet;

/// Skills that one person knows or wants, and how many of them they want.
const EDGES: u32 = 20;
const WANTS: u32 = 5;
/// Meetings that each person asked for.
const MEETINGS: u32 = 2;

const GIVEN: [&str; 20] = [
    "Ada", "Bilal", "Chiara", "Dmitri", "Esi", "Farid", "Greta", "Hana", "Ivo", "Jun", "Kofi", "Lena", "Malik",
    "Nadia", "Otto", "Petra", "Quentin", "Rania", "Stellan", "Tove",
];
const FAMILY: [&str; 20] = [
    "Abara", "Bauer", "Costa", "Dahl", "Eriksen", "Fofana", "Garcia", "Haas", "Ito", "Jansen", "Kaya", "Lopes",
    "Moreau", "Novak", "Osei", "Petrov", "Quist", "Rossi", "Sato", "Tran",
];

/// An organisation of `people` people from `seed`: for each 100 of them 15 skills and 8 teams, for each of them 15
/// levels, 5 wants and 2 meetings; and a program of them all. The same arguments give the same organisation.
pub fn generated(seed: u64, people: u32, now: Timestamp) -> Company {
    let mut made = Maker { dice: Dice::new(seed), people, now, company: Company::default() };
    made.company.name = name("Generated organisation");
    made.teams((people * 8 / 100).max(2));
    made.skills((people * 15 / 100).max(EDGES + 4));
    for number in 0..people {
        made.person(number);
    }
    for number in 0..people * MEETINGS {
        made.meeting(number);
    }
    made.company.programs = vec![generated_program::program(&made.company, now)];
    made.company
}

struct Maker {
    dice: Dice,
    people: u32,
    now: Timestamp,
    company: Company,
}

fn person_id(number: u32) -> PersonId {
    PersonId::parse(&format!("person-{number:05}")).expect("a number makes a slug")
}

impl Maker {
    fn ago(&mut self, most_days: u32) -> Timestamp {
        self.now.before(Span::minutes(i64::from(self.dice.between(60, most_days * 1440))))
    }

    fn teams(&mut self, count: u32) {
        let id = |number| TeamId::parse(&format!("team-{number:04}")).expect("a number makes a slug");
        self.company.teams.extend((0..count).map(|number| Team {
            id: id(number),
            name: name(&format!("Team {number}")),
            parent: (number > 0).then(|| id((number - 1) / 6)),
            kind: Line::default(),
            purpose: Prose::default(),
            import: None,
        }));
    }

    fn skills(&mut self, count: u32) {
        let area = |number| AreaId::parse(&format!("area-{number:03}")).expect("a number makes a slug");
        let areas = count.div_ceil(50);
        let named = |number| Area { id: area(number), name: name(&format!("Area {number}")), import: None };
        self.company.areas.extend((0..areas).map(named));
        for number in 0..count {
            let criticality = match self.dice.below(20) {
                0 => Criticality::Critical,
                1..=3 => Criticality::High,
                4..=14 => Criticality::Normal,
                _ => Criticality::Low,
            };
            self.company.skills.push(Skill {
                id: SkillId::parse(&format!("skill-{number:04}")).expect("a number makes a slug"),
                name: name(&format!("Skill {number}")),
                area: area(number % areas),
                description: Prose::default(),
                levels: Vec::new(),
                after: Vec::new(),
                criticality,
                target: Target::default(),
                import: None,
            });
        }
    }

    fn person(&mut self, number: u32) {
        let id = person_id(number);
        let email = EmailAddress::parse(&format!("{id}@generated.example")).expect("a slug makes an address");
        let called = format!("{} {} {number}", self.dice.one_of(&GIVEN), self.dice.one_of(&FAMILY));
        let joined_at = self.ago(2000);
        let mut person = Person::new(id, name(&called), email, joined_at);
        person.team = Some(self.dice.one_of(&self.company.teams).id.clone());
        person.welcomed_at = Some(self.now);
        person.role = match number % 40 {
            0 => Role::OrgAdmin,
            1..=4 => Role::Manager,
            _ => Role::Member,
        };
        self.edges(&person.id);
        self.company.people.push(person);
    }

    /// What one person knows, offers and wants: distinct skills, popular ones more often.
    fn edges(&mut self, person: &PersonId) {
        let mut places = BTreeSet::new();
        while places.len() < usize::try_from(EDGES).unwrap_or_default() {
            places.insert(self.dice.popular(self.company.skills.len()));
        }
        let mut wanted = 0;
        for place in places {
            let Some(skill) = self.company.skills.get(place).map(|skill| skill.id.clone()) else { continue };
            let at = self.ago(700);
            if wanted < WANTS && self.dice.happens(30) {
                wanted += 1;
                let priority = *self.dice.one_of(&Priority::ALL);
                let target = Level::ALONE;
                self.company.wants.push(Want { person: person.clone(), skill, target, priority, at, import: None });
            } else {
                self.known(person, skill, at);
            }
        }
    }

    fn known(&mut self, person: &PersonId, skill: SkillId, at: Timestamp) {
        let level = *self.dice.one_of(&[Level::AWARE, Level::WITH_HELP, Level::ALONE, Level::ALONE, Level::CAN_TEACH]);
        let (source, by) = if self.dice.happens(75) {
            (Source::Own, person.clone())
        } else {
            (Source::Peer, person_id(self.dice.below(self.people)))
        };
        if level == Level::CAN_TEACH && self.dice.happens(60) {
            let offer =
                Offer { person: person.clone(), skill: skill.clone(), minutes: Minutes(45), note: Line::default(), at };
            self.company.offers.push(offer);
        }
        self.company.evidence.push(Evidence {
            person: person.clone(),
            skill,
            level,
            source,
            by: Some(by),
            at,
            note: Prose::default(),
            import: None,
            passed: None,
            reversed_at: None,
        });
    }

    /// A meeting that both confirmed, half of them with thanks.
    fn meeting(&mut self, number: u32) {
        if self.company.offers.is_empty() {
            return;
        }
        let offer = self.dice.one_of(&self.company.offers).clone();
        let learner = person_id(self.dice.below(self.people));
        let asked_at = self.ago(600).before(Span::days(3));
        let starts_at = asked_at.after(Span::days(1));
        let ask = Ask {
            teacher: offer.person,
            skill: offer.skill,
            message: Prose::default(),
            minutes: offer.minutes,
            starts_at: Some(starts_at),
        };
        let id = ExchangeId::parse(&format!("meeting-{number:06}")).expect("a number makes a slug");
        let words = Prose::parse("", "Thank you, that helped.").expect("the demo's own words are valid");
        let met = |words| Move::Confirm { outcome: Outcome::Met, words };
        let over = starts_at.after(Span::hours(2));
        let held = Exchange::open(id, learner, ask, asked_at)
            .and_then(|asked| asked.moved(Side::Teacher, Move::Accept, asked_at.after(Span::hours(3))))
            .and_then(|agreed| agreed.moved(Side::Learner, met(words.clone()), over))
            .and_then(|half| half.moved(Side::Teacher, met(Prose::default()), over));
        // Only somebody who would meet themself is refused.
        let Ok(exchange) = held else { return };
        if self.dice.happens(50) {
            self.company.thanks.push(Thanks {
                from: exchange.learner.clone(),
                to: exchange.teacher.clone(),
                skill: exchange.skill.clone(),
                words,
                at: over,
                exchange: Some(exchange.id.clone()),
            });
        }
        self.company.exchanges.push(exchange);
    }
}
