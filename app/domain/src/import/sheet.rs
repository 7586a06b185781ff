//! A file with what its columns and values mean: all that planning needs to know of it.

use super::Kind;
use super::columns::{Field, Guess, Mapping, guess};
use super::scale::{Reading, Scale};
use super::synonyms::holds;
use super::table::{Table, Unreadable};
use crate::evidence::Level;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// A file, and how it is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name of the file.
    pub file: String,
    /// Its rows.
    pub table: Table,
    /// How they are understood.
    pub meaning: Meaning,
}

/// How the rows of a file are understood: what a person can change, and what is kept until the import starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meaning {
    /// What the rows are.
    pub kind: Kind,
    /// What the columns are.
    pub mapping: Mapping,
    /// What the values of the level column are.
    pub scale: Scale,
}

impl Sheet {
    /// The file with the best guess at what it means.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Unreadable> {
        let table = Table::read(bytes)?;
        let meaning = Meaning::guess(kind_of(file, &table), &table);
        Ok(Self { file: file.to_owned(), table, meaning })
    }
}

impl Meaning {
    /// The best guess once it is known what the rows are.
    pub fn guess(kind: Kind, table: &Table) -> Self {
        let mapping = Mapping::guessed(&guess(kind, table));
        let (scale, _) = scale_of(&mapping, table);
        Self { kind, mapping, scale }
    }

    /// The meaning with other columns; the scale is guessed anew when the level is in another column.
    pub fn with_mapping(self, mapping: Mapping, table: &Table) -> Self {
        let moved = mapping.column(Field::Level) != self.mapping.column(Field::Level);
        let scale = if moved { scale_of(&mapping, table).0 } else { self.scale };
        Self { kind: self.kind, mapping, scale }
    }
}

/// How a person changes what a file means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeaningEdit {
    /// What the rows are.
    pub kind: Kind,
    /// For each column what it means, by [`Field::key`]; empty for one that stays out.
    #[serde(default)]
    pub columns: Vec<String>,
    /// The values of the level column, and beside each in `levels` its level; empty when its rows stay out.
    #[serde(default)]
    pub values: Vec<String>,
    /// See `values`.
    #[serde(default)]
    pub levels: Vec<String>,
}

impl Meaning {
    /// The meaning after an edit. Another kind is guessed anew; so is the scale when the level moves to another column.
    /// Refuses meanings that the kind does not have or that two columns claim, and levels outside 0 to 4.
    pub fn edited(self, edit: &MeaningEdit, table: &Table) -> Result<Self, Rejection> {
        if edit.kind != self.kind {
            return Ok(Self::guess(edit.kind, table));
        }
        let mut choices = Vec::new();
        for (column, key) in (0_u16..).zip(&edit.columns).take(table.header.len()).filter(|(_, key)| !key.is_empty()) {
            let field = edit.kind.fields().iter().find(|field| field.key() == key);
            let field = field.ok_or_else(|| Rejection::invalid("columns", "Choose what each column is."))?;
            choices.push((column, *field));
        }
        let moved = self.mapping.column(Field::Level);
        let mut meaning = self.with_mapping(Mapping::chosen(edit.kind, choices)?, table);
        if meaning.mapping.column(Field::Level) == moved {
            for (value, level) in edit.values.iter().zip(&edit.levels) {
                let level = if level.is_empty() { None } else { Some(Level::parse(level)?) };
                meaning.scale.choose(value, level);
            }
        }
        Ok(meaning)
    }
}

/// The scale that the level column of a table is probably in.
pub fn scale_of(mapping: &Mapping, table: &Table) -> (Scale, Reading) {
    let column = mapping.column(Field::Level);
    let cells = table.rows.iter().filter_map(|row| row.cells.get(column?));
    Scale::guess(cells.map(String::as_str))
}

/// What the rows of a file probably are: what its name says if its columns agree, else the kind that explains the most
/// columns.
fn kind_of(file: &str, table: &Table) -> Kind {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let explained = |kind: Kind| {
        let guesses: Vec<Guess> = guess(kind, table);
        let complete = Mapping::guessed(&guesses).missing(kind).next().is_none();
        if complete { guesses.len() + 1 } else { 0 }
    };
    let named = Kind::ALL.into_iter().find(|kind| holds(*kind, stem));
    // The first of the best: levels rather than wants when both explain the same columns.
    let best = Kind::ALL.into_iter().rev().filter(|kind| explained(*kind) > 0).max_by_key(|kind| explained(*kind));
    named.filter(|kind| explained(*kind) > 0).or(best).or(named).unwrap_or(Kind::People)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_holds_is_told_by_its_name_and_columns() {
        let rows = [
            ("teams.csv", "name,description\nCare,x\n", Kind::Teams),
            ("skills.csv", "name,description\nCare,x\n", Kind::Skills),
            ("export.csv", "handle,email,team\namara,a@f.example,Care\n", Kind::People),
            ("export.csv", "skill,area,description\nWound care,Care,x\n", Kind::Skills),
            ("export.csv", "team,parent,kind,description\nCare,,x,y\n", Kind::Teams),
            ("has.csv", "handle,skill,level\namara,Wound care,3\n", Kind::Levels),
            ("export.csv", "person,skill,level\namara,Wound care,3\n", Kind::Levels),
            ("export.csv", "person,skill,level,priority\namara,Wound care,3,Soon\n", Kind::Wants),
            ("wants.csv", "person,skill,level\namara,Wound care,3\n", Kind::Wants),
            ("C:\\exports\\people.2026.csv", "login,mail\namara,a@f.example\n", Kind::People),
            ("teams.csv", "person,skill,level\namara,Wound care,3\n", Kind::Levels),
        ];
        for (file, text, expected) in rows {
            assert_eq!(Sheet::read(file, text.as_bytes()).unwrap().meaning.kind, expected, "{file}: {text}");
        }
    }

    #[test]
    fn a_person_can_say_what_columns_and_values_mean() {
        let sheet = Sheet::read("levels.csv", b"person,skill,level,own\namara,Wound care,wizard,3\n").unwrap();
        let edit = |columns: [&str; 4], levels: &str| MeaningEdit {
            kind: Kind::Levels,
            columns: columns.map(str::to_owned).to_vec(),
            values: vec!["wizard".into()],
            levels: vec![levels.into()],
        };
        let meaning = |edit| sheet.meaning.clone().edited(&edit, &sheet.table);
        let chosen = meaning(edit(["person", "skill", "level", ""], "4")).unwrap();
        assert_eq!(chosen.scale.level("wizard"), Some(Level::CAN_TEACH));
        let moved = meaning(edit(["person", "skill", "", "level"], "4")).unwrap();
        assert_eq!((moved.scale.level("wizard"), moved.scale.level("3")), (None, Some(Level::ALONE)));
        assert!(meaning(edit(["person", "person", "level", ""], "4")).is_err());
        assert!(meaning(edit(["person", "email", "level", ""], "4")).is_err());
        assert!(meaning(edit(["person", "skill", "level", ""], "7")).is_err());
        let people = MeaningEdit { kind: Kind::People, ..edit(["", "", "", ""], "") };
        assert_eq!(meaning(people).unwrap().kind, Kind::People);
    }

    #[test]
    fn another_level_column_brings_its_own_scale() {
        let text = "person,skill,level,self rating\namara,Wound care,3,Expert\n";
        let sheet = Sheet::read("levels.csv", text.as_bytes()).unwrap();
        let choices = [(0, Field::Person), (1, Field::Skill), (3, Field::Level)];
        let mapping = Mapping::chosen(Kind::Levels, choices).unwrap();
        let meaning = sheet.meaning.with_mapping(mapping, &sheet.table);
        assert_eq!(meaning.scale.values().len(), 1);
        assert!(meaning.scale.level("expert").is_some());
    }
}
