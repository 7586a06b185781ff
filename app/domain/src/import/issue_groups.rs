//! Issues as a person reads them: grouped by what mends them, rows with the same problem on one line.

use super::columns::Field;
use super::issue::{Issue, Repair};
use super::sheet::Sheet;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The most lines a group shows; the rest is counted.
const MOST_LINES: usize = 12;
/// The most row numbers a line names; the rest is counted.
const MOST_ROWS: usize = 4;

/// The rows of each file, column and text.
type Lines = BTreeMap<(usize, Option<Field>, String), Vec<u32>>;

/// Problems that are mended in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueGroup {
    /// How.
    pub repair: Repair,
    /// How many rows, or files, it concerns.
    pub count: u32,
    /// Where, most frequent first.
    pub lines: Vec<IssueLine>,
    /// How many further lines there are.
    pub more: u32,
}

/// One problem and the rows that have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IssueLine {
    /// The file.
    pub file: String,
    /// "Rows 23, 31 and 4 more, e-mail".
    pub place: String,
    /// "missing – will be skipped".
    pub text: String,
}

/// The issues grouped by what mends them: blockers first, and what is most pressing first among them. Rows with the
/// same problem share a line.
pub fn groups(issues: &[Issue], sheets: &[Sheet]) -> Vec<IssueGroup> {
    let mut by_repair: BTreeMap<Repair, Lines> = BTreeMap::new();
    for issue in issues {
        let line = (issue.sheet, issue.field, issue.problem.text());
        by_repair.entry(issue.problem.repair()).or_default().entry(line).or_default().extend(issue.row);
    }
    by_repair.into_iter().map(|(repair, lines)| group(repair, lines, sheets)).collect()
}

fn group(repair: Repair, lines: Lines, sheets: &[Sheet]) -> IssueGroup {
    let count = lines.values().map(|rows| rows.len().max(1)).sum();
    let more = lines.len().saturating_sub(MOST_LINES);
    let mut lines: Vec<_> = lines.into_iter().collect();
    lines.sort_by_key(|(_, rows)| Reverse(rows.len()));
    let lines = lines.into_iter().take(MOST_LINES).map(|((sheet, field, text), rows)| IssueLine {
        file: sheets.get(sheet).map(|sheet| sheet.file.clone()).unwrap_or_default(),
        place: place(&rows, field),
        text,
    });
    IssueGroup { repair, count: counted(count), lines: lines.collect(), more: counted(more) }
}

/// "Row 23, e-mail"; "Rows 23, 31 and 4 more, e-mail"; nothing for a whole file.
fn place(rows: &[u32], field: Option<Field>) -> String {
    let named: Vec<String> = rows.iter().take(MOST_ROWS).map(u32::to_string).collect();
    let more = rows.len().saturating_sub(named.len());
    let rows = match (named.as_slice(), more) {
        ([], _) => String::new(),
        ([row], _) => format!("Row {row}"),
        (rows, 0) => format!("Rows {}", rows.join(", ")),
        (rows, more) => format!("Rows {} and {more} more", rows.join(", ")),
    };
    match field {
        Some(field) if rows.is_empty() => field.title().to_owned(),
        Some(field) => format!("{rows}, {}", field.title().to_lowercase()),
        None => rows,
    }
}

/// A count that fits the wire.
pub(super) fn counted(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
