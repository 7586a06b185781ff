//! Rows that say who wants to learn what.

use super::cells::Cells;
use super::levels::level;
use super::world::{Meeting, World};
use super::{Change, Fate, Swap};
use crate::evidence::Level;
use crate::import::columns::Field;
use crate::want::{Priority, Want};

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let person = world.person(cells);
    let skill = world.skill(cells);
    let target = cells.text(Field::Level).and_then(|value| level(cells, value));
    let priority = cells.perhaps(Field::Priority, Priority::parse);
    let (person, skill) = (person?, skill?);
    if cells.stay_out() {
        return None;
    }
    match world.meet(cells, format!("{person} {skill}")) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let before = world.setting.org.want(&person, &skill).cloned();
    let mut after = before.clone().unwrap_or_else(|| Want {
        person,
        skill,
        target: Level::ALONE,
        priority: Priority::default(),
        at: world.setting.now,
        import: Some(world.setting.import.clone()),
    });
    after.target = target.unwrap_or(after.target);
    after.priority = priority.unwrap_or(after.priority);
    let fate = Fate::of(before.as_ref(), &after);
    if fate != Fate::Same {
        world.changes.push(Change::Want(Swap::put(before, after)));
    }
    Some(fate)
}
