//! One row, read by meaning; collects what is wrong with it.

use super::super::columns::Field;
use super::super::formula::{self, Cell};
use super::super::issue::{Issue, Problem, Severity};
use super::super::sheet::Sheet;
use super::super::table::Row;
use crate::rejection::Rejection;

pub(super) struct Cells<'a> {
    place: usize,
    sheet: &'a Sheet,
    row: &'a Row,
    pub(super) issues: Vec<Issue>,
}

impl<'a> Cells<'a> {
    /// The row, checked for what is wrong whatever it means: too many cells, formulas.
    pub(super) fn open(place: usize, sheet: &'a Sheet, row: &'a Row) -> Self {
        let mut cells = Self { place, sheet, row, issues: Vec::new() };
        if row.cells.iter().skip(sheet.table.header.len()).any(|cell| !cell.trim().is_empty()) {
            cells.note(None, Problem::TooManyCells);
        }
        for (field, column) in sheet.meaning.mapping.iter() {
            if row.cells.get(column).is_some_and(|cell| formula::read(cell) == Cell::Formula) {
                cells.note(field, Problem::Formula);
            }
        }
        cells
    }

    pub(super) fn sheet(&self) -> &'a Sheet {
        self.sheet
    }

    /// Its file and its number, to point back to.
    pub(super) fn address(&self) -> (usize, u32) {
        (self.place, self.row.number)
    }

    pub(super) fn note(&mut self, field: impl Into<Option<Field>>, problem: Problem) {
        self.issues.push(Issue { sheet: self.place, row: Some(self.row.number), field: field.into(), problem });
    }

    /// True when something is wrong that keeps the row out.
    pub(super) fn stay_out(&self) -> bool {
        self.issues.iter().any(|issue| issue.problem.repair().severity() == Severity::Blocker)
    }

    /// What the row says; `None` when the column is not mapped or the cell is empty or a formula.
    pub(super) fn text(&self, field: Field) -> Option<&'a str> {
        let column = self.sheet.meaning.mapping.column(field)?;
        match formula::read(self.row.cells.get(column)?) {
            Cell::Text(text) if !text.is_empty() => Some(text),
            Cell::Text(_) | Cell::Formula => None,
        }
    }

    /// What the row must say.
    pub(super) fn needed(&mut self, field: Field) -> Option<&'a str> {
        let text = self.text(field);
        let told = self.issues.iter().any(|issue| issue.field == Some(field));
        if text.is_none() && !told {
            self.note(field, Problem::Missing);
        }
        text
    }

    /// What the row says, parsed; keeps the row out when it cannot be.
    pub(super) fn fitting<T>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, Rejection>) -> Option<T> {
        let parsed = parse(self.text(field)?);
        parsed.map_err(|refusal| self.note(field, Problem::Unfit { advice: refusal.to_string() })).ok()
    }

    /// What the row says, parsed; the row comes in without it when it cannot be.
    pub(super) fn perhaps<T>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, Rejection>) -> Option<T> {
        let parsed = parse(self.text(field)?);
        parsed.map_err(|refusal| self.note(field, Problem::LeftOut { advice: refusal.to_string() })).ok()
    }

    /// All that the row says, to compare it with another.
    pub(super) fn words(&self) -> String {
        let fields = self.sheet.meaning.kind.fields();
        let words: Vec<&str> = fields.iter().map(|field| self.text(*field).unwrap_or_default()).collect();
        words.join("\u{1f}")
    }
}
