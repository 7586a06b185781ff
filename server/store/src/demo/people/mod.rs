//! The 64 people of Fernhill: who they are, what they know, want and offer. The rows stand in the files beside, by
//! team; what speaks for a level is made in `evidence`.

mod care_east;
mod care_west;
mod nights;
mod office;
mod supply;

use super::calendar::{Calendar, HOME};
use super::dice::Dice;
use super::{level, line, name, prose, skills, teams};
use domain::actor::Role;
use domain::evidence::Level;
use domain::id::PersonId;
use domain::person::{Availability, Away, Person};
use domain::text::EmailAddress;
use domain::time::{Minutes, Zone};
use domain::want::{Offer, Priority, Want};

const LISBON: &str = "Europe/Lisbon";
const KOLKATA: &str = "Asia/Kolkata";

/// One person as they are written down.
#[derive(Clone, Copy)]
pub(super) struct Row {
    name: &'static str,
    pub(super) team: &'static str,
    title: &'static str,
    about: &'static str,
    pub(super) role: Role,
    place: &'static str,
    zone: &'static str,
    languages: &'static str,
    availability: Availability,
    teaching: u16,
    weeks: Option<u32>,
    away: &'static [(u32, u32)],
    leaves_in: Option<u32>,
    knows: &'static str,
    wants: &'static str,
    teaches: &'static [(&'static str, u16, &'static str)],
}

const fn person(name: &'static str, team: &'static str, title: &'static str, about: &'static str) -> Row {
    Row {
        name,
        team,
        title,
        about,
        role: Role::Member,
        place: "",
        zone: HOME,
        languages: "",
        availability: Availability::Whenever,
        teaching: 120,
        weeks: None,
        away: &[],
        leaves_in: None,
        knows: "",
        wants: "",
        teaches: &[],
    }
}

impl Row {
    const fn role(mut self, role: Role) -> Self {
        self.role = role;
        self
    }

    const fn sits(mut self, place: &'static str, zone: &'static str) -> Self {
        self.place = place;
        self.zone = zone;
        self
    }

    /// Languages, with commas between.
    const fn speaks(mut self, languages: &'static str) -> Self {
        self.languages = languages;
        self
    }

    const fn meets(mut self, availability: Availability, minutes_a_month: u16) -> Self {
        self.availability = availability;
        self.teaching = minutes_a_month;
        self
    }

    /// Here for so many weeks.
    const fn since(mut self, weeks: u32) -> Self {
        self.weeks = Some(weeks);
        self
    }

    /// Away from so many days ahead until so many.
    const fn away(mut self, away: &'static [(u32, u32)]) -> Self {
        self.away = away;
        self
    }

    /// Their last day is so many days ahead, and known.
    const fn leaves_in(mut self, days: u32) -> Self {
        self.leaves_in = Some(days);
        self
    }

    /// `skill level` with commas between; a letter after the level for every colleague (p) or manager (m) who says so.
    const fn knows(mut self, knows: &'static str) -> Self {
        self.knows = knows;
        self
    }

    /// `skill level priority` with commas between.
    const fn wants(mut self, wants: &'static str) -> Self {
        self.wants = wants;
        self
    }

    /// Skill, minutes of one meeting, where or how.
    const fn teaches(mut self, teaches: &'static [(&'static str, u16, &'static str)]) -> Self {
        self.teaches = teaches;
        self
    }
}

/// What one row says that somebody knows.
pub(super) struct Knows {
    pub(super) skill: &'static str,
    pub(super) level: Level,
    /// `p` for a colleague, `m` for a manager, one for each who says so.
    pub(super) sayers: &'static str,
}

/// Everybody, in the order of their teams.
pub(super) fn rows() -> impl Iterator<Item = &'static Row> {
    const TEAMS: [&[Row]; 9] = [
        &care_east::PEOPLE,
        &care_west::PEOPLE,
        &nights::PEOPLE,
        &office::DIGITAL_TEAM,
        &office::LEARNING_TEAM,
        &office::FINANCE_TEAM,
        &supply::KITCHEN_TEAM,
        &supply::FLEET_TEAM,
        &supply::SUPPLIES_TEAM,
    ];
    TEAMS.into_iter().flatten()
}

pub(super) fn id(slug: &str) -> PersonId {
    PersonId::parse(slug).expect("the demo's own words are valid")
}

impl Row {
    pub(super) fn id(&self) -> PersonId {
        PersonId::from_name(self.name).expect("the demo's own words are valid")
    }

    /// What they know.
    pub(super) fn known(&self) -> impl Iterator<Item = Knows> {
        parts(self.knows).map(|part| {
            let (skill, rest) = part.split_once(' ').expect("the demo's own words are valid");
            let (number, sayers) = rest.split_at_checked(1).expect("the demo's own words are valid");
            Knows { skill, level: level(number), sayers }
        })
    }

    fn person(&self, calendar: &Calendar, dice: &mut Dice) -> Person {
        let id = self.id();
        let email = format!("{}@fernhill.example", id.as_str().replace('-', "."));
        let days = self.weeks.unwrap_or_else(|| dice.between(20, 480)) * 7;
        let joined_at = calendar.workday_ago(days, 9 * 60);
        let welcome = days.min(dice.between(80, 84));
        Person {
            name: name(self.name),
            email: EmailAddress::parse(&email).expect("the demo's own words are valid"),
            team: Some(teams::id(self.team)),
            role: self.role,
            title: line(self.title),
            about: prose(self.about),
            place: line(self.place),
            zone: Zone::parse(self.zone).expect("the demo's own words are valid"),
            languages: parts(self.languages).map(line).collect(),
            availability: self.availability,
            teaching: Minutes(self.teaching),
            learning: Person::USUAL_LEARNING,
            away: self.away.iter().map(|days| away(calendar, *days)).collect(),
            leaves_on: self.leaves_in.map(|days| calendar.day_ahead(days)),
            joined_at,
            welcomed_at: Some(calendar.ago(welcome, 9 * 60 + i64::from(dice.between(5, 300)))),
            left_at: None,
            import: None,
            id,
        }
    }
}

fn away(calendar: &Calendar, (from, until): (u32, u32)) -> Away {
    Away { from: calendar.day_ahead(from), until: calendar.day_ahead(until) }
}

pub(super) fn people(calendar: &Calendar, dice: &mut Dice) -> Vec<Person> {
    rows().map(|row| row.person(calendar, dice)).collect()
}

pub(super) fn wants(calendar: &Calendar, dice: &mut Dice) -> Vec<Want> {
    let mut wants = Vec::new();
    for row in rows() {
        for part in parts(row.wants) {
            let mut words = part.split(' ');
            let mut word = || words.next().expect("the demo's own words are valid");
            wants.push(Want {
                person: row.id(),
                skill: skills::id(word()),
                target: level(word()),
                priority: Priority::parse(word()).expect("the demo's own words are valid"),
                at: calendar.workday_ago(row.days_ago(dice), 8 * 60 + i64::from(dice.between(0, 540))),
                import: None,
            });
        }
    }
    wants
}

pub(super) fn offers(calendar: &Calendar, dice: &mut Dice) -> Vec<Offer> {
    let mut offers = Vec::new();
    for row in rows() {
        for (skill, minutes, note) in row.teaches {
            offers.push(Offer {
                person: row.id(),
                skill: skills::id(skill),
                minutes: Minutes(*minutes),
                note: line(note),
                at: calendar.workday_ago(row.days_ago(dice), 8 * 60 + i64::from(dice.between(0, 540))),
            });
        }
    }
    offers
}

impl Row {
    /// A day within the twelve weeks on which they were here.
    pub(super) fn days_ago(&self, dice: &mut Dice) -> u32 {
        dice.between(2, self.weeks.map_or(82, |weeks| (weeks * 7).min(82)))
    }
}

fn parts(texts: &'static str) -> impl Iterator<Item = &'static str> {
    texts.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// True for those who came this month, too late for history of their own.
pub(super) fn is_new(person: &PersonId) -> bool {
    rows().any(|row| row.weeks.is_some_and(|weeks| weeks < 5) && row.id() == *person)
}
