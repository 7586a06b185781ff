//! What the import pages show: the files and how they are understood, what would come in, how far it is, what came in.

mod draft;

pub use draft::{DraftColumn, DraftFile, DraftScale, DraftValue, ImportDraft};

use super::Kind;
use super::issue::Severity;
use super::issue_groups::{IssueGroup, groups};
use super::plan::{Counts, Plan};
use super::sheet::Sheet;
use super::undo::Kept;
use crate::id::ImportId;
use crate::time::Face;
use serde::{Deserialize, Serialize};

/// Where an import stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Stage {
    /// Files are uploaded; nothing of the organisation is written.
    Draft,
    /// Changes are being made.
    Running(Progress),
    /// Changes were being made and nobody makes them any more; it can go on or be taken back.
    Stopped(Progress),
    /// All changes are made.
    Done,
    /// Changes are being taken back.
    Undoing(Progress),
    /// It is taken back.
    Undone,
}

impl Stage {
    /// True while changes are being made or taken back.
    pub const fn is_moving(self) -> bool {
        match self {
            Self::Running(_) | Self::Undoing(_) => true,
            Self::Draft | Self::Stopped(_) | Self::Done | Self::Undone => false,
        }
    }
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// Changes made.
    pub done: u32,
    /// Changes to make.
    pub total: u32,
}

impl Progress {
    /// Hundredths of it that are done.
    pub fn percent(self) -> u32 {
        let percent = u64::from(self.done) * 100 / u64::from(self.total.max(1));
        u32::try_from(percent).unwrap_or(100).min(100)
    }
}

/// All imports, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportHistory {
    /// One each.
    pub imports: Vec<ImportRow>,
}

/// One import among others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRow {
    /// Its id.
    pub id: ImportId,
    /// "people.csv, teams.csv".
    pub files: String,
    /// Who imported.
    pub by: String,
    /// When.
    pub at: Face,
    /// What the rows came to; nothing while it is a draft.
    pub counts: Option<Counts>,
    /// Where it stands.
    pub stage: Stage,
    /// Until when it can be taken back; `None` when it cannot.
    pub undo_until: Option<Face>,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportPreview {
    /// The import.
    pub id: ImportId,
    /// What the rows of each file come to.
    pub files: Vec<FileOutcome>,
    /// What all rows come to.
    pub total: Counts,
    /// True when every file has the columns it needs.
    pub is_ready: bool,
    /// What keeps rows out, grouped by what mends it.
    pub blockers: Vec<IssueGroup>,
    /// What lets rows in and asks for a look.
    pub warnings: Vec<IssueGroup>,
}

/// What the rows of a file come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileOutcome {
    /// Its place among the files, from 0.
    pub place: u16,
    /// Its name.
    pub file: String,
    /// What its rows are.
    pub kind: Kind,
    /// What they come to.
    pub counts: Counts,
}

/// An import that has started: how far it is, what came in, what can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The import.
    pub id: ImportId,
    /// Who imported.
    pub by: String,
    /// When it was started.
    pub at: Face,
    /// Where it stands.
    pub stage: Stage,
    /// What the rows of each file came to.
    pub files: Vec<FileOutcome>,
    /// What all rows came to.
    pub total: Counts,
    /// Changes that were left out because somebody else was faster.
    pub overtaken: u32,
    /// Until when it can be taken back; `None` when it cannot.
    pub undo_until: Option<Face>,
    /// What stayed when it was taken back, and why.
    pub kept: Vec<Kept>,
}

impl ImportPreview {
    /// What `plan` would do, as the dry run shows it.
    pub fn of(id: ImportId, sheets: &[Sheet], plan: &Plan) -> Self {
        let (blockers, warnings) =
            groups(&plan.issues, sheets).into_iter().partition(|group| group.repair.severity() == Severity::Blocker);
        Self {
            id,
            files: outcomes(sheets, &plan.counts),
            total: plan.total(),
            is_ready: plan.is_ready(),
            blockers,
            warnings,
        }
    }
}

/// What the rows of each file come to.
pub fn outcomes(sheets: &[Sheet], counts: &[Counts]) -> Vec<FileOutcome> {
    let outcome = |((place, sheet), counts): ((u16, &Sheet), &Counts)| FileOutcome {
        place,
        file: sheet.file.clone(),
        kind: sheet.meaning.kind,
        counts: *counts,
    };
    (0_u16..).zip(sheets).zip(counts).map(outcome).collect()
}

/// A count in digits, with commas: "5,884".
pub fn digits(count: u32) -> String {
    let digits = count.to_string();
    let letters = digits.len();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (letters - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plan::tests::Fernhill;

    #[test]
    fn a_preview_tells_what_keeps_rows_out_from_what_asks_for_a_look() {
        let text = "handle,email,team\namara,a@f.example,Nowhere\njonas,,\n";
        let (plan, sheets) = Fernhill::default().plan(&[("people.csv", text)]);
        let preview = ImportPreview::of("first".parse().unwrap(), &sheets, &plan);
        assert_eq!((preview.blockers.len(), preview.warnings.len(), preview.is_ready), (1, 1, true));
        assert_eq!(preview.files[0].counts, Counts { create: 1, update: 0, same: 0, reject: 1 });
        assert_eq!(preview.blockers[0].lines[0].place, "Row 3, e-mail");
    }

    #[test]
    fn counts_have_commas() {
        let counts = [0, 999, 5_884, 100_000, 1_234_567].map(digits);
        assert_eq!(counts, ["0", "999", "5,884", "100,000", "1,234,567"]);
    }

    #[test]
    fn progress_is_in_hundredths_and_never_divides_by_nothing() {
        assert_eq!(Progress { done: 256, total: 1000 }.percent(), 25);
        assert_eq!(Progress::default().percent(), 0);
    }
}
