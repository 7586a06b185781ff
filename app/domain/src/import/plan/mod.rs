//! What an import would do: every change, every issue, and how many rows come to what — without writing anything.
//!
//! Rows are told apart by what people know them by: people by handle or e-mail address, teams, areas and skills by
//! name. So a file that is imported again finds what it brought and changes nothing. An empty cell says nothing: it
//! neither clears nor overwrites.

mod cells;
mod change;
mod levels;
mod names;
mod people;
mod roster;
mod skills;
mod teams;
mod wants;
mod world;

#[cfg(test)]
mod fault_tests;
#[cfg(test)]
pub(crate) mod tests;

pub use change::{Change, ImportedLevel, ImportedLevels, Swap};

use super::Kind;
use super::issue::{Issue, Problem, Severity};
use super::issue_groups::counted;
use super::sheet::Sheet;
use crate::id::ImportId;
use crate::org::Org;
use crate::time::{Timestamp, Zone};
use cells::Cells;
use serde::{Deserialize, Serialize};
use world::World;

/// What a plan is made against.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The organisation as it stands.
    pub org: &'a Org,
    /// The levels that earlier imports brought and that still stand.
    pub levels: &'a ImportedLevels,
    /// True for time zones that exist.
    pub knows_zone: &'a dyn Fn(&Zone) -> bool,
    /// The import that the changes will carry.
    pub import: &'a ImportId,
    /// The moment that they will carry.
    pub now: Timestamp,
}

/// What an import would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The changes, in an order in which each refers only to what stands before it.
    pub changes: Vec<Change>,
    /// What the rows of each file come to, in the order of the files.
    pub counts: Vec<Counts>,
    /// What is wrong.
    pub issues: Vec<Issue>,
}

/// What the rows of a file come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that bring something new.
    pub create: u32,
    /// Rows that change something.
    pub update: u32,
    /// Rows that say what is known already.
    pub same: u32,
    /// Rows that stay out.
    pub reject: u32,
}

impl Counts {
    /// Rows that change the organisation.
    pub const fn writes(self) -> u32 {
        self.create.saturating_add(self.update)
    }

    /// Both together.
    pub const fn plus(self, other: Self) -> Self {
        Self {
            create: self.create.saturating_add(other.create),
            update: self.update.saturating_add(other.update),
            same: self.same.saturating_add(other.same),
            reject: self.reject.saturating_add(other.reject),
        }
    }

    fn count(&mut self, fate: Option<Fate>) {
        match fate {
            Some(Fate::New) => self.create += 1,
            Some(Fate::Changed) => self.update += 1,
            Some(Fate::Same) => self.same += 1,
            None => self.reject += 1,
        }
    }
}

/// What a row that comes in does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    New,
    Changed,
    Same,
}

impl Fate {
    /// What putting `after` in the place of `before` does.
    fn of<T: PartialEq>(before: Option<&T>, after: &T) -> Self {
        match before {
            None => Self::New,
            Some(before) if before == after => Self::Same,
            Some(_) => Self::Changed,
        }
    }
}

impl Plan {
    /// What all files together come to.
    pub fn total(&self) -> Counts {
        self.counts.iter().copied().fold(Counts::default(), Counts::plus)
    }

    /// True when every file has the columns it cannot do without.
    pub fn is_ready(&self) -> bool {
        !self.issues.iter().any(|issue| matches!(issue.problem, Problem::NoColumn { .. }))
    }
}

/// What importing `sheets` would do. Files may refer to each other in any order.
pub fn plan(sheets: &[Sheet], setting: Setting<'_>) -> Plan {
    let mut world = World::new(setting);
    let mut counts = vec![Counts::default(); sheets.len()];
    let mut issues: Vec<Issue> =
        sheets.iter().enumerate().flat_map(|(place, sheet)| whole_file(place, sheet)).collect();
    for kind in Kind::ALL {
        let taken: Vec<(usize, &Sheet)> = sheets
            .iter()
            .enumerate()
            .filter(|(_, sheet)| sheet.meaning.kind == kind && sheet.meaning.mapping.missing(kind).next().is_none())
            .collect();
        match kind {
            Kind::Teams => teams::announce(&taken, &mut world),
            Kind::Skills => skills::announce(&taken, &mut world),
            Kind::People | Kind::Levels | Kind::Wants => {}
        }
        for (place, sheet) in taken {
            for row in &sheet.table.rows {
                let mut cells = Cells::open(place, sheet, row);
                counts[place].count(take(kind, &mut cells, &mut world));
                issues.append(&mut cells.issues);
            }
        }
    }
    Plan { changes: world.changes, counts, issues }
}

/// What one row does; `None` when it stays out, and then `cells` says why.
fn take(kind: Kind, cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let fate = match kind {
        Kind::Teams => teams::take(cells, world),
        Kind::People => people::take(cells, world),
        Kind::Skills => skills::take(cells, world),
        Kind::Levels => levels::take(cells, world),
        Kind::Wants => wants::take(cells, world),
    };
    debug_assert_eq!(fate.is_none(), cells.stay_out(), "a row stays out for a reason that is told");
    fate
}

fn whole_file(place: usize, sheet: &Sheet) -> Vec<Issue> {
    let meaning = &sheet.meaning;
    let mut problems: Vec<Problem> =
        meaning.mapping.missing(meaning.kind).map(|any_of| Problem::NoColumn { any_of }).collect();
    if sheet.table.encoding == super::table::Encoding::Windows1252 {
        problems.push(Problem::GuessedLetters);
    }
    if sheet.table.damaged {
        problems.push(Problem::DamagedLetters);
    }
    problems.into_iter().map(|problem| Issue { sheet: place, row: None, field: None, problem }).collect()
}

/// How many rows of all files stay out.
pub fn rejected_rows(issues: &[Issue]) -> u32 {
    let blocked = issues.iter().filter(|issue| issue.problem.repair().severity() == Severity::Blocker);
    let rows: std::collections::BTreeSet<(usize, u32)> =
        blocked.filter_map(|issue| Some((issue.sheet, issue.row?))).collect();
    counted(rows.len())
}
