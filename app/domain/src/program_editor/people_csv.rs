//! The people of a program as a file for a spreadsheet.

use super::organised;
use super::people::{found, row};
use super::people_query::PeopleQuery;
use crate::id::ProgramId;
use crate::people::formula_safe;
use crate::rejection::Rejection;
use crate::viewer::Viewer;

const HEADINGS: [&str; 8] = ["Handle", "Name", "Team", "Role", "Stage", "Since", "Steps done", "Version"];

/// Everybody whom `query` finds, on all pages, as comma-separated values with a byte order mark, for program admins and
/// the program's organisers. No cell is a formula.
pub fn people_csv(viewer: &Viewer, id: &ProgramId, query: &PeopleQuery) -> Result<String, Rejection> {
    let history = organised(viewer, id)?;
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory does not fail, and all records are of one length.
    drop(out.write_record(HEADINGS));
    for one in found(viewer, &history, query) {
        let row = row(viewer, &history, one);
        let cells = [
            row.person.id.to_string(),
            row.person.name,
            row.team,
            row.role,
            row.stage,
            row.since.iso,
            row.done.to_string(),
            row.version.to_string(),
        ];
        drop(out.write_record(cells.map(formula_safe)));
    }
    let bytes = out.into_inner().unwrap_or_default();
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}
