//! The catalogue of Fernhill: eight areas, 48 skills. The rows stand in the files beside, by area.

mod care;
mod office;
mod supply;

use super::calendar::Calendar;
use super::{line, name, prose};
use domain::evidence::Level;
use domain::id::{AreaId, SkillId};
use domain::skill::{Area, Criticality, Skill, Target};
use domain::text::Line;

/// One skill as it is written down.
#[derive(Clone, Copy)]
struct Row {
    name: &'static str,
    about: &'static str,
    levels: Option<[&'static str; 4]>,
    criticality: Criticality,
    people: u8,
    level: Level,
    due_in: Option<u32>,
    after: &'static [&'static str],
}

/// A skill of normal weight that two people should do alone.
const fn skill(name: &'static str, about: &'static str) -> Row {
    Row {
        name,
        about,
        levels: None,
        criticality: Criticality::Normal,
        people: 2,
        level: Level::ALONE,
        due_in: None,
        after: &[],
    }
}

impl Row {
    /// What aware, with help, alone and can teach mean here.
    const fn levels(mut self, levels: [&'static str; 4]) -> Self {
        self.levels = Some(levels);
        self
    }

    const fn weighs(mut self, criticality: Criticality) -> Self {
        self.criticality = criticality;
        self
    }

    /// So many people should do it alone.
    const fn alone(mut self, people: u8) -> Self {
        self.people = people;
        self.level = Level::ALONE;
        self
    }

    /// The target is due in so many days.
    const fn due_in(mut self, days: u32) -> Self {
        self.due_in = Some(days);
        self
    }

    /// What somebody should be able to do with help before they learn it.
    const fn after(mut self, skills: &'static [&'static str]) -> Self {
        self.after = skills;
        self
    }

    /// So many people should be able to teach it.
    const fn teachers(mut self, people: u8) -> Self {
        self.people = people;
        self.level = Level::CAN_TEACH;
        self
    }
}

const AREAS: [(&str, &[Row]); 8] = [
    ("Care", &care::CARE),
    ("Words and people", &care::WORDS),
    ("Kitchen", &supply::KITCHEN),
    ("On the road", &supply::ROAD),
    ("Supplies", &supply::SUPPLIES),
    ("Digital and data", &office::DIGITAL),
    ("Finance", &office::FINANCE),
    ("Running the house", &office::HOUSE),
];

pub(super) fn areas() -> Vec<Area> {
    AREAS.iter().map(|(title, _)| Area { id: area_id(title), name: name(title), import: None }).collect()
}

pub(super) fn skills(calendar: &Calendar) -> Vec<Skill> {
    AREAS.iter().flat_map(|(area, rows)| rows.iter().map(|row| row.skill(area_id(area), calendar))).collect()
}

pub(super) fn id(slug: &str) -> SkillId {
    SkillId::parse(slug).expect("the demo's own words are valid")
}

/// The level at which a skill counts as covered.
pub(super) fn target(slug: &str) -> Level {
    let named = |row: &&Row| SkillId::from_name(row.name).is_some_and(|id| id.as_str() == slug);
    AREAS.iter().flat_map(|(_, rows)| rows.iter()).find(named).map_or(Level::ALONE, |row| row.level)
}

fn area_id(title: &str) -> AreaId {
    AreaId::from_name(title).expect("the demo's own words are valid")
}

impl Row {
    fn skill(&self, area: AreaId, calendar: &Calendar) -> Skill {
        let own = |texts: [&str; 4]| std::iter::once(Line::default()).chain(texts.map(line)).collect();
        Skill {
            id: SkillId::from_name(self.name).expect("the demo's own words are valid"),
            name: name(self.name),
            area,
            description: prose(self.about),
            levels: self.levels.map(own).unwrap_or_default(),
            criticality: self.criticality,
            target: Target {
                people: self.people,
                level: self.level,
                by: self.due_in.map(|days| calendar.day_ahead(days)),
            },
            after: self.after.iter().map(|skill| id(skill)).collect(),
            import: None,
        }
    }
}
