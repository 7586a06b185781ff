//! What titles and values make of columns.

use super::*;

fn table(text: &str) -> Table {
    Table::read(text.as_bytes()).unwrap()
}

fn guessed(kind: Kind, text: &str) -> Vec<(u16, Field, Confidence)> {
    guess(kind, &table(text)).into_iter().map(|guess| (guess.column, guess.field, guess.confidence)).collect()
}

#[test]
fn titles_of_real_exports_are_understood() {
    use Confidence::{Likely, Sure};
    use Field::*;
    let staff =
        "Last Name;First name;E-Mail Address;Department;Job-Title;Salary\nOkafor;Amara;a@f.example;Care;Nurse;1\n";
    let expected =
        [(0, FamilyName, Sure), (1, GivenName, Sure), (2, Email, Sure), (3, Team, Sure), (4, JobTitle, Sure)];
    assert_eq!(guessed(Kind::People, staff), expected);
    let misspelt = "Emploje e-mail,Compettence,Proficiency\na@f.example,Wound care,3\n";
    assert_eq!(guessed(Kind::Levels, misspelt), [(1, Skill, Likely), (2, Level, Sure)]);
}

#[test]
fn a_column_of_addresses_is_known_by_its_values() {
    let text = "login,reach\nAmara,amara@fernhill.example\n";
    let expected = [(0, Field::Handle, Confidence::Sure), (1, Field::Email, Confidence::Likely)];
    assert_eq!(guessed(Kind::People, text), expected);
}

#[test]
fn two_columns_cannot_mean_the_same() {
    let choices = [(0, Field::Name), (1, Field::Name)];
    assert!(Mapping::chosen(Kind::Teams, choices).is_err());
    assert!(Mapping::chosen(Kind::Teams, [(0, Field::Email)]).is_err());
    let mapping = Mapping::chosen(Kind::Teams, [(1, Field::Name)]).unwrap();
    assert_eq!((mapping.column(Field::Name), mapping.field(1), mapping.field(0)), (Some(1), Some(Field::Name), None));
}

#[test]
fn what_a_kind_cannot_do_without_is_named() {
    let mapping = Mapping::chosen(Kind::Levels, [(0, Field::Person)]).unwrap();
    let missing: Vec<_> = mapping.missing(Kind::Levels).collect();
    assert_eq!(missing, [&[Field::Skill], &[Field::Level]]);
    let by_handle = Mapping::chosen(Kind::People, [(0, Field::Handle)]).unwrap();
    assert_eq!(by_handle.missing(Kind::People).count(), 0);
}
