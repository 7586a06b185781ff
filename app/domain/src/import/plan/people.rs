//! Rows of people.

use super::cells::Cells;
use super::world::{Meeting, World};
use super::{Change, Fate, Swap};
use crate::clocks::Day;
use crate::id::PersonId;
use crate::import::columns::Field;
use crate::import::issue::Problem;
use crate::import::scale::hundredths;
use crate::person::{Availability, Person};
use crate::rejection::Rejection;
use crate::text::{EmailAddress, Line, Name, Prose};
use crate::time::{Minutes, Zone};

pub(super) fn take(cells: &mut Cells<'_>, world: &mut World<'_>) -> Option<Fate> {
    let email = cells.fitting(Field::Email, EmailAddress::parse);
    let name = name(cells);
    if cells.stay_out() {
        return None;
    }
    let id = identity(cells, world, email.as_ref(), name.as_ref())?;
    let before = world.setting.org.person(&id).cloned();
    if world.roster.has_left(&id) {
        let name = world.setting.org.name_of(&id).to_owned();
        cells.note(None, Problem::HasLeft { name });
        return None;
    }
    match world.meet(cells, id.to_string()) {
        Meeting::First => {}
        Meeting::Again => return Some(Fate::Same),
        Meeting::Contradicts => return None,
    }
    let mut after = match (&before, &email) {
        (Some(before), _) => before.clone(),
        (None, Some(email)) => Person {
            import: Some(world.setting.import.clone()),
            ..Person::new(id.clone(), called(cells, name.as_ref(), email)?, email.clone(), world.setting.now)
        },
        (None, None) => {
            cells.note(Field::Email, Problem::Missing);
            return None;
        }
    };
    after.name = name.unwrap_or(after.name);
    readdress(cells, world, &mut after, email);
    details(cells, world, &mut after);
    world.roster.put(&after);
    if let Some(handle) = cells.text(Field::Handle) {
        world.roster.also_known_as(handle, &id);
    }
    let fate = Fate::of(before.as_ref(), &after);
    if fate != Fate::Same {
        world.changes.push(Change::Person(Swap::put(before, after)));
    }
    Some(fate)
}

/// The name in one column or two.
fn name(cells: &mut Cells<'_>) -> Option<Name> {
    if let Some(name) = cells.fitting(Field::Name, |text| Name::parse("name", text)) {
        return Some(name);
    }
    let halves = [cells.text(Field::GivenName), cells.text(Field::FamilyName)];
    let whole: Vec<&str> = halves.into_iter().flatten().collect();
    let name = Name::parse("name", &whole.join(" ")).ok()?;
    Some(name)
}

/// What somebody is called of whom the row gives no name: by their handle, else by their address.
fn called(cells: &mut Cells<'_>, name: Option<&Name>, email: &EmailAddress) -> Option<Name> {
    let user = email.as_str().split('@').next().unwrap_or_default();
    let text = name.map(Name::as_str).or(cells.text(Field::Handle)).unwrap_or(user);
    let name = Name::parse("name", text);
    name.map_err(|refusal| cells.note(Field::Name, Problem::Unfit { advice: refusal.to_string() })).ok()
}

/// Who the row is about: by handle, by address, or somebody new.
fn identity(
    cells: &mut Cells<'_>,
    world: &mut World<'_>,
    email: Option<&EmailAddress>,
    name: Option<&Name>,
) -> Option<PersonId> {
    let handle = cells.text(Field::Handle).map(|handle| handle.trim_start_matches('@'));
    let by_handle = handle.and_then(|handle| world.roster.by_handle(handle)).cloned();
    let by_address = email.and_then(|email| world.roster.by_address(email)).cloned();
    match (by_handle, by_address) {
        (Some(one), Some(other)) if one != other => {
            cells.note(Field::Email, Problem::Claimed { by: world.setting.org.name_of(&other).to_owned() });
            return None;
        }
        (Some(known), _) | (None, Some(known)) => return Some(known),
        (None, None) => {}
    }
    let Some(email) = email else {
        cells.note(Field::Email, Problem::Missing);
        return None;
    };
    let id = match handle {
        Some(handle) => PersonId::from_name(handle),
        None => world.roster.free_id(name.map_or(email.as_str(), Name::as_str)),
    };
    if id.is_none() {
        let field = if handle.is_some() { Field::Handle } else { Field::Name };
        cells.note(field, Problem::Unfit { advice: "Use at least one letter or digit.".into() });
    }
    id
}

/// Gives the person the address of the row; one that they sign in with already changes with a warning.
fn readdress(cells: &mut Cells<'_>, world: &mut World<'_>, person: &mut Person, email: Option<EmailAddress>) {
    let Some(email) = email.filter(|email| *email != person.email) else { return };
    world.roster.free_address(&person.email);
    cells.note(Field::Email, Problem::NewAddress { name: person.name.to_string() });
    person.email = email;
}

/// All that the row says beyond who they are.
fn details(cells: &mut Cells<'_>, world: &mut World<'_>, person: &mut Person) {
    if let Some(team) = world.team(cells, Field::Team) {
        person.team = Some(team);
    }
    let knows_zone = world.setting.knows_zone;
    let zone = |text: &str| {
        let advice = "Write a time zone such as Europe/Lisbon.";
        Zone::parse(text).ok().filter(|zone| knows_zone(zone)).ok_or_else(|| Rejection::invalid("zone", advice))
    };
    set(&mut person.title, cells.perhaps(Field::JobTitle, |text| Line::parse("title", text)));
    set(&mut person.place, cells.perhaps(Field::Place, |text| Line::parse("place", text)));
    set(&mut person.about, cells.perhaps(Field::About, |text| Prose::parse("about", text)));
    set(&mut person.zone, cells.perhaps(Field::Zone, zone));
    set(&mut person.languages, cells.perhaps(Field::Languages, languages));
    set(&mut person.availability, cells.perhaps(Field::Availability, Availability::parse));
    set(&mut person.teaching, cells.perhaps(Field::Teaching, |text| hours("teaching", text)));
    set(&mut person.learning, cells.perhaps(Field::Learning, |text| hours("learning", text)));
    set(&mut person.leaves_on, cells.perhaps(Field::LastDay, |text| Day::parse("last_day", text).map(Some)));
}

fn set<T>(place: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *place = value;
    }
}

fn languages(text: &str) -> Result<Vec<Line>, Rejection> {
    let words = text.split([',', ';', '/', '|']).map(str::trim).filter(|word| !word.is_empty());
    words.map(|word| Line::parse("languages", word)).collect()
}

/// Hours a month, such as `2` or `1.5`.
fn hours(field: &str, text: &str) -> Result<Minutes, Rejection> {
    let minutes = hundredths(text).and_then(|hundredths| u16::try_from(hundredths * 60 / 100).ok());
    minutes
        .filter(|minutes| (1..=6_000).contains(minutes))
        .map(Minutes)
        .ok_or_else(|| Rejection::invalid(field, "Write hours a month, such as 2 or 1.5."))
}
