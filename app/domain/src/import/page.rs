//! What the import pages show: the files and how they are understood, what would come in, how far it is, what came in.

use super::Kind;
use super::columns::{Confidence, Field, guess};
use super::issue::Severity;
use super::issue_groups::{IssueGroup, counted, groups};
use super::plan::{Counts, Plan};
use super::scale::{Reading, Scale};
use super::sheet::{Sheet, scale_of};
use super::undo::Kept;
use crate::evidence::Level;
use crate::id::ImportId;
use crate::time::Face;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

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

/// The files of an import and how they are understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportDraft {
    /// The import.
    pub id: ImportId,
    /// Its files.
    pub files: Vec<DraftFile>,
}

/// One file and how it is understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftFile {
    /// Its place among the files, from 0.
    pub place: u16,
    /// Its name.
    pub file: String,
    /// What its rows are.
    pub kind: Kind,
    /// How many rows.
    pub rows: u32,
    /// "UTF-8, separated by commas".
    pub read_as: String,
    /// Its columns.
    pub columns: Vec<DraftColumn>,
    /// What it cannot do without and has not: "E-mail or Handle".
    pub missing: Vec<String>,
    /// Its levels, when it has some.
    pub scale: Option<DraftScale>,
}

/// One column and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftColumn {
    /// Its title.
    pub title: String,
    /// Up to three of its values.
    pub samples: Vec<String>,
    /// What it means; `None` when it stays out.
    pub field: Option<Field>,
    /// How sure the guess was; `None` when a person chose.
    pub confidence: Option<Confidence>,
}

/// The levels of a file and what they become.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftScale {
    /// How the values were understood.
    pub reading: Reading,
    /// The values.
    pub values: Vec<DraftValue>,
}

/// One value of a level column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftValue {
    /// As the file says it.
    pub value: String,
    /// In how many rows.
    pub rows: u32,
    /// What it becomes; `None` when its rows stay out.
    pub level: Option<Level>,
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

impl DraftFile {
    /// A file as the mapping page shows it.
    pub fn of(place: usize, sheet: &Sheet) -> Self {
        let (table, meaning) = (&sheet.table, &sheet.meaning);
        let guesses = guess(meaning.kind, table);
        let columns = (0_u16..).zip(&table.header).map(|(column, title)| {
            let field = meaning.mapping.field(column);
            let guess = guesses.iter().find(|guess| guess.column == column && Some(guess.field) == field);
            let samples = table.samples(usize::from(column));
            DraftColumn { title: title.clone(), samples, field, confidence: guess.map(|guess| guess.confidence) }
        });
        let any_of = |group: &[Field]| group.iter().map(|field| field.title()).collect::<Vec<_>>().join(" or ");
        Self {
            place: u16::try_from(place).unwrap_or(u16::MAX),
            file: sheet.file.clone(),
            kind: meaning.kind,
            rows: counted(table.rows.len()),
            read_as: format!("{}, separated by {}", table.encoding.title(), table.delimiter_title()),
            columns: columns.collect(),
            missing: meaning.mapping.missing(meaning.kind).map(any_of).collect(),
            scale: meaning.mapping.column(Field::Level).map(|column| draft_scale(sheet, column, &meaning.scale)),
        }
    }
}

fn draft_scale(sheet: &Sheet, column: usize, scale: &Scale) -> DraftScale {
    let (_, reading) = scale_of(&sheet.meaning.mapping, &sheet.table);
    let mut rows: HashMap<String, u32> = HashMap::new();
    for cell in sheet.table.rows.iter().filter_map(|row| row.cells.get(column)) {
        *rows.entry(cell.trim().to_lowercase()).or_default() += 1;
    }
    let values = scale.values().into_iter().map(|(value, level)| DraftValue {
        value: value.to_owned(),
        rows: rows.get(value).copied().unwrap_or_default(),
        level,
    });
    DraftScale { reading, values: values.collect() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::plan::tests::Fernhill;

    #[test]
    fn a_draft_shows_columns_with_samples_and_values_with_their_levels() {
        let text = "who;skill;rating;note\namara;Wound care;expert;x\njonas;Wound care;Wizard;y\namara;Rota;EXPERT;\n";
        let sheet = Sheet::read("levels.csv", text.as_bytes()).unwrap();
        let draft = DraftFile::of(0, &sheet);
        assert_eq!(
            (draft.kind, draft.rows, draft.read_as.as_str()),
            (Kind::Levels, 3, "UTF-8, separated by semicolons")
        );
        let fields: Vec<Option<Field>> = draft.columns.iter().map(|column| column.field).collect();
        assert_eq!(fields, [Some(Field::Person), Some(Field::Skill), Some(Field::Level), None]);
        assert_eq!(draft.columns[0].samples, ["amara", "jonas"]);
        let values = draft.scale.unwrap().values;
        let values: Vec<_> = values.iter().map(|value| (value.value.as_str(), value.rows, value.level)).collect();
        assert_eq!(values, [("expert", 2, Some(Level::CAN_TEACH)), ("wizard", 1, None)]);
    }

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
    fn progress_is_in_hundredths_and_never_divides_by_nothing() {
        assert_eq!(Progress { done: 256, total: 1000 }.percent(), 25);
        assert_eq!(Progress::default().percent(), 0);
    }
}
