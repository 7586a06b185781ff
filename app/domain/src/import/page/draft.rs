//! The files of a draft, as the page shows on which a person says what they mean.

use crate::evidence::Level;
use crate::id::ImportId;
use crate::import::Kind;
use crate::import::columns::{Confidence, Field, guess};
use crate::import::issue_groups::counted;
use crate::import::scale::{Reading, Scale};
use crate::import::sheet::{Sheet, scale_of};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
