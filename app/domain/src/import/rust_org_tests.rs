//! The facts of a real organisation: the public team data of the Rust project, see its README beside the files.

use super::Kind;
use super::plan::tests::{Fernhill, NOW};
use super::sheet::Sheet;
use crate::coverage::{risk_today, worst_pair, worst_single};
use crate::evidence::Level;
use crate::id::PersonId;
use std::sync::LazyLock;

const FILES: [(&str, &[u8]); 4] = [
    ("has.csv", include_bytes!("../../../../server/store/tests/rust-org/has.csv")),
    ("people.csv", include_bytes!("../../../../server/store/tests/rust-org/people.csv")),
    ("skills.csv", include_bytes!("../../../../server/store/tests/rust-org/skills.csv")),
    ("teams.csv", include_bytes!("../../../../server/store/tests/rust-org/teams.csv")),
];

fn sheets() -> Vec<Sheet> {
    FILES.iter().map(|(file, bytes)| Sheet::read(file, bytes).unwrap()).collect()
}

/// The organisation with all of it.
pub(crate) static RUST: LazyLock<Fernhill> = LazyLock::new(|| {
    let mut rust = Fernhill::default();
    let plan = rust.plan_sheets(&sheets());
    rust.apply(&plan.changes);
    rust
});

#[test]
fn every_file_is_recognised_without_being_told() {
    let kinds: Vec<Kind> = sheets().iter().map(|sheet| sheet.meaning.kind).collect();
    assert_eq!(kinds, [Kind::Levels, Kind::People, Kind::Skills, Kind::Teams]);
}

#[test]
fn the_rust_project_comes_in_whole_and_a_second_time_changes_nothing() {
    let mut rust = Fernhill::default();
    let sheets = sheets();
    let plan = rust.plan_sheets(&sheets);
    assert_eq!(plan.issues, []);
    assert_eq!(plan.counts.iter().map(|counts| counts.create).collect::<Vec<u32>>(), [5_884, 450, 174, 123]);
    assert_eq!(plan.total().reject + plan.total().update + plan.total().same, 0);

    rust.apply(&plan.changes);
    assert_eq!((rust.org.people().count(), rust.org.teams().count(), rust.org.skills().count()), (450, 123, 174));
    let again = rust.plan_sheets(&sheets);
    assert_eq!((again.changes.len(), again.total().same), (0, 6_631));
}

#[test]
fn at_level_four_of_its_scale_six_skills_have_nobody_and_twenty_three_have_one() {
    let org = &RUST.org;
    let cover = |skill| org.knowers_of(skill).filter(|(_, known)| known.estimate.level >= Level::ALONE).count();
    let covers: Vec<usize> = org.skills().map(|skill| cover(&skill.id)).collect();
    assert_eq!(covers.iter().filter(|cover| **cover == 0).count(), 6);
    assert_eq!(covers.iter().filter(|cover| **cover == 1).count(), 23);
}

#[test]
fn the_worst_absences_of_the_rust_project_cost_what_a_recount_says() {
    let org = &RUST.org;
    let now = risk_today(org);
    let without = |gone: &[&PersonId]| {
        let mut org = org.clone();
        for person in gone {
            let mut person = org.person(person).unwrap().clone();
            person.left_at = Some(NOW);
            org.put_person(person);
        }
        u64::from(risk_today(&org) - now)
    };
    let (single, cost) = worst_single(org).unwrap();
    assert_eq!(without(&[&single]), cost);
    let ([one, other], pair) = worst_pair(org).unwrap();
    assert_eq!(without(&[&one, &other]), pair);
    assert!(pair >= cost);
}
