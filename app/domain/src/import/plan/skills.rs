//! Rows of skills. An area that a row names is brought along.

use super::cells::Cells;
use super::world::{Meeting, World};
use super::{Change, Fate, Swap};
use crate::evidence::Level;
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::rejection::Rejection;
use crate::skill::{Criticality, Skill, Target};
use crate::text::{Name, Prose};

/// The area of skills that name none.
const NO_AREA: &str = "General";

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    cells.needed(Field::Name);
    let name = cells.fitting(Field::Name, |text| Name::parse("name", text));
    let area = cells.fitting(Field::Area, |text| Name::parse("area", text));
    let name = name.filter(|_| !cells.stay_out())?;
    let Some(id) = world.skills.find_or_add(name.as_str()) else {
        cells.note(Field::Name, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
        return None;
    };
    match world.meet(cells, id.to_string()) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let before = world.setting.org.skill(&id).cloned();
    let named = match (area, &before) {
        (Some(area), _) => Some(area),
        (None, Some(_)) => None,
        (None, None) => Name::parse("area", NO_AREA).ok(),
    };
    let area = named.and_then(|area| world.area(&area)).or(before.as_ref().map(|skill| skill.area.clone()));
    let Some(area) = area else {
        cells.note(Field::Area, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
        return None;
    };
    let mut after = before.clone().unwrap_or_else(|| Skill {
        id,
        name: name.clone(),
        area: area.clone(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::default(),
        target: Target::default(),
        import: Some(world.setting.import.clone()),
    });
    after.name = name;
    after.area = area;
    details(cells, &mut after);
    let fate = Fate::of(before.as_ref(), &after);
    if fate != Fate::Same {
        world.changes.push(Change::Skill(Swap::put(before, after)));
    }
    Some(fate)
}

/// All that the row says beyond which skill it is.
fn details(cells: &mut Cells<'_>, skill: &mut Skill) {
    if let Some(description) = cells.perhaps(Field::Description, |text| Prose::parse("description", text)) {
        skill.description = description;
    }
    if let Some(criticality) = cells.perhaps(Field::Criticality, criticality) {
        skill.criticality = criticality;
    }
    if let Some(people) = cells.perhaps(Field::TargetPeople, people) {
        skill.target.people = people;
    }
    if let Some(level) = cells.perhaps(Field::TargetLevel, level) {
        skill.target.level = level;
    }
}

fn criticality(text: &str) -> Result<Criticality, Rejection> {
    Criticality::ALL
        .into_iter()
        .find(|choice| choice.title().eq_ignore_ascii_case(text))
        .ok_or_else(|| Rejection::invalid("criticality", "Write low, normal, high or critical."))
}

fn people(text: &str) -> Result<u8, Rejection> {
    let number = text.parse::<u8>().ok().filter(|number| (1..=50).contains(number));
    number.ok_or_else(|| Rejection::invalid("people", "Write a number of people from 1 to 50."))
}

fn level(text: &str) -> Result<Level, Rejection> {
    let by_word = Level::ALL.into_iter().find(|level| level.title().eq_ignore_ascii_case(text));
    by_word.map_or_else(|| Level::parse(text), Ok)
}
