//! Rows that say who knows what. Each becomes a piece of imported evidence, unless an import has said the same within
//! the last four weeks: what is imported again and again stays as fresh as the last import.

use super::cells::Cells;
use super::world::{Meeting, World, shown};
use super::{Change, Fate};
use crate::evidence::{Evidence, Level, Source};
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::text::Prose;

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let person = world.person(cells);
    let skill = world.skill(cells);
    let level = cells.needed(Field::Level).and_then(|value| level(cells, value));
    let (person, skill, level) = (person?, skill?, level?);
    if cells.stay_out() {
        return None;
    }
    match world.meet(cells, format!("{person} {skill}")) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let before = world.setting.levels.get(&person, &skill);
    let now = world.setting.now;
    let fate = match Fate::of(before.map(|before| before.level).as_ref(), &level) {
        Fate::Same if before.is_some_and(|before| !before.is_fresh(now)) => Fate::Changed,
        fate => fate,
    };
    if fate != Fate::Same {
        let given = Evidence {
            person,
            skill,
            level,
            source: Source::Imported,
            by: None,
            at: now,
            note: origin(cells),
            import: Some(world.setting.import.clone()),
            passed: None,
            reversed_at: None,
        };
        world.changes.push(Change::Evidence(Box::new(given)));
    }
    Some(fate)
}

/// The level that a value stands for; noted when none was chosen.
pub(super) fn level(cells: &mut Cells<'_>, value: &str) -> Option<Level> {
    let level = cells.sheet().meaning.scale.level(value);
    if level.is_none() {
        cells.note(Field::Level, Problem::NoLevel { value: shown(value) });
    }
    level
}

/// What the file said, in its own scale.
fn origin(cells: &Cells<'_>) -> Prose {
    let said = cells.text(Field::Level).unwrap_or_default();
    Prose::parse("note", &format!("“{}” in {}", shown(said), shown(&cells.sheet().file))).unwrap_or_default()
}
