//! Rows of teams.

use super::cells::Cells;
use super::world::{Meeting, World, shown};
use super::{Change, Fate, Swap};
use crate::id::TeamId;
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::import::sheet::Sheet;
use crate::team::Team;
use crate::text::{Line, Name, Prose};
use std::collections::HashMap;

/// The most teams one above the other.
const DEEPEST: usize = 64;

/// Makes every team of the files known before any row is taken, so that a parent may stand below its children.
pub(super) fn announce(sheets: &[(usize, &Sheet)], world: &mut World<'_>) {
    let mut named: Vec<(TeamId, &str)> = Vec::new();
    for (place, sheet) in sheets {
        for row in &sheet.table.rows {
            let mut cells = Cells::open(*place, sheet, row);
            if let Some((id, _)) = identity(&mut cells, world).filter(|_| !cells.stay_out()) {
                named.push((id, cells.text(Field::Parent).unwrap_or_default()));
            }
        }
    }
    let mut said: HashMap<TeamId, TeamId> = HashMap::new();
    for (team, parent) in named {
        if let Some(parent) = world.teams.find(parent) {
            said.entry(team).or_insert(parent);
        }
    }
    world.parents.extend(said);
}

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let (id, name) = identity(cells, world)?;
    if cells.stay_out() {
        return None;
    }
    match world.meet(cells, id.to_string()) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let before = world.setting.org.team(&id).cloned();
    let mut after = before.clone().unwrap_or_else(|| Team {
        id: id.clone(),
        name: name.clone(),
        parent: None,
        kind: Line::default(),
        purpose: Prose::default(),
        import: Some(world.setting.import.clone()),
    });
    after.name = name;
    after.parent = parent(cells, world, &id).or(after.parent);
    after.kind = cells.perhaps(Field::TeamKind, |text| Line::parse("kind", text)).unwrap_or(after.kind);
    after.purpose = cells.perhaps(Field::Purpose, |text| Prose::parse("purpose", text)).unwrap_or(after.purpose);
    let fate = Fate::of(before.as_ref(), &after);
    if fate != Fate::Same {
        world.changes.push(Change::Team(Swap::put(before, after)));
    }
    Some(fate)
}

/// Which team the row is about, and what it is called.
fn identity(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<(TeamId, Name)> {
    cells.needed(Field::Name)?;
    let name = cells.fitting(Field::Name, |text| Name::parse("name", text))?;
    if cells.stay_out() {
        return None;
    }
    let Some(id) = world.teams.find_or_add(name.as_str()) else {
        cells.note(Field::Name, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
        return None;
    };
    Some((id, name))
}

/// The team above `team`; none, and noted, when it is not known or would close a loop.
fn parent(cells: &mut Cells<'_>, world: &mut World<'_>, team: &TeamId) -> Option<TeamId> {
    let parent = world.team(cells, Field::Parent)?;
    let mut above = Some(&parent);
    for _ in 0..DEEPEST {
        match above {
            None => return Some(parent),
            Some(higher) if higher == team => break,
            Some(higher) => above = world.parents.get(higher),
        }
    }
    world.parents.remove(team);
    cells.note(Field::Parent, Problem::Loop { value: shown(cells.text(Field::Parent).unwrap_or_default()) });
    None
}
