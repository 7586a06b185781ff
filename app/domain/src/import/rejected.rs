//! The rows that stay out, as a CSV to mend and import again: an `error` column, then the row as it was.

use super::download::csv;
use super::issue::{Issue, Severity};
use super::sheet::Sheet;
use super::table::Row;
use std::collections::BTreeMap;

/// The title of the column that says what is wrong.
const ERROR: &str = "error";

/// The rejected rows of the file at `place`; `None` when it has none. The `error` column of an earlier download is
/// replaced, so that a file can go round more than once.
pub fn rejected_csv(sheets: &[Sheet], place: usize, issues: &[Issue]) -> Option<String> {
    let table = &sheets.get(place)?.table;
    let errors = errors(place, issues);
    if errors.is_empty() {
        return None;
    }
    let is_old_error = |column: usize| table.header.get(column).is_some_and(|title| title == ERROR);
    let titles = table.header.iter().map(String::as_str).filter(|title| *title != ERROR);
    let rows = table.rows.iter().filter_map(|Row { number, cells }| {
        let kept = cells.iter().enumerate().filter(|(column, _)| !is_old_error(*column)).map(|(_, cell)| cell.as_str());
        let error = errors.get(number)?;
        Some(std::iter::once(error.as_str()).chain(kept).collect::<Vec<&str>>())
    });
    Some(csv(std::iter::once(ERROR).chain(titles), rows))
}

/// What is wrong with each rejected row, by its number.
fn errors(place: usize, issues: &[Issue]) -> BTreeMap<u32, String> {
    let mut errors: BTreeMap<u32, String> = BTreeMap::new();
    let blockers = issues.iter().filter(|issue| issue.problem.repair().severity() == Severity::Blocker);
    for issue in blockers.filter(|issue| issue.sheet == place) {
        let Some(row) = issue.row else { continue };
        let error = errors.entry(row).or_default();
        if !error.is_empty() {
            error.push_str("; ");
        }
        if let Some(field) = issue.field {
            error.push_str(&format!("{}: ", field.title()));
        }
        error.push_str(&issue.problem.what());
    }
    errors
}
