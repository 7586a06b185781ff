//! The directory as a file for a spreadsheet.

use super::directory::fitting;
use super::query::PeopleQuery;
use super::rows::by_name;
use super::sieve::Typed;
use crate::actor::Actor;
use crate::id::SkillId;
use crate::org::Org;
use crate::person::Person;
use crate::rejection::Rejection;
use crate::tag::{SkillTag, TeamTag};

const HEADINGS: [&str; 11] = [
    "Handle",
    "Name",
    "Title",
    "Team",
    "Place",
    "Time zone",
    "Languages",
    "Teaching minutes a month",
    "Offers",
    "Wants",
    "Knows",
];

/// Everybody whom `query` finds, on all pages, in its order, as comma-separated values. No e-mail addresses. Cells that
/// a spreadsheet would take for a formula begin with an apostrophe; the text begins with a byte order mark, so that
/// spreadsheets read the accents.
pub fn people_csv(org: &Org, actor: &Actor, query: &PeopleQuery) -> Result<String, Rejection> {
    actor.may_read()?;
    let typed = Typed::of(org, &query.text);
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing into memory does not fail, and all records are of one length.
    drop(out.write_record(HEADINGS));
    for person in fitting(org, actor, query, typed.as_ref()) {
        drop(out.write_record(record(org, person)));
    }
    let bytes = out.into_inner().unwrap_or_default();
    Ok(format!("\u{feff}{}", String::from_utf8_lossy(&bytes)))
}

fn record(org: &Org, person: &Person) -> [String; HEADINGS.len()] {
    let name = |skill: &SkillId| SkillTag::of(org, skill).name;
    let offers = by_name(org, org.offers_of(&person.id).map(|(skill, _)| skill)).into_iter().map(name);
    let wants = by_name(org, org.wants_of(&person.id).map(|(skill, _)| skill)).into_iter().map(name);
    let known = by_name(org, org.known_by(&person.id).map(|(skill, _)| skill)).into_iter().map(|skill| {
        let level = org.known(&person.id, skill).map(|known| known.estimate.level).unwrap_or_default();
        format!("{} {}", name(skill), level.number())
    });
    let joined = |names: &mut dyn Iterator<Item = String>| names.collect::<Vec<_>>().join("; ");
    [
        person.id.to_string(),
        person.name.to_string(),
        person.title.to_string(),
        person.team.as_ref().map_or_else(String::new, |team| TeamTag::of(org, team).name),
        person.place.to_string(),
        person.zone.as_str().to_owned(),
        person.languages.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("; "),
        person.teaching.0.to_string(),
        joined(&mut offers.into_iter()),
        joined(&mut wants.into_iter()),
        joined(&mut known.into_iter()),
    ]
    .map(formula_safe)
}

/// The cell, with an apostrophe in front when a spreadsheet would take it for a formula.
pub(crate) fn formula_safe(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}
