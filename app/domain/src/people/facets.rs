//! What the directory can be narrowed to, with how many people each choice would leave.

use super::query::{Filter, PeopleQuery};
use super::sieve::{Sieve, Typed};
use crate::actor::Actor;
use crate::org::Org;
use crate::person::Person;
use crate::search::fold;
use crate::tag::TeamTag;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The choices of each filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facets {
    /// Teams, by name; each counts the people in it and not those of the teams below.
    pub teams: Vec<Facet>,
    /// Languages, the most spoken first.
    pub languages: Vec<Facet>,
    /// Time zones, the fullest first.
    pub zones: Vec<Facet>,
}

/// One choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// What stands in the address.
    pub value: String,
    /// The word for it on screen.
    pub label: String,
    /// How many people it would leave.
    pub count: u32,
}

/// The choices that would leave somebody, with the other filters as they are.
pub(super) fn facets(
    org: &Org,
    actor: &Actor,
    query: &PeopleQuery,
    typed: Option<&Typed>,
    found: &[&Person],
) -> Facets {
    let people_without = |filter: Filter| -> Vec<&Person> {
        if !query.active().any(|active| active == filter) {
            return found.to_vec();
        }
        let wider = query.without(filter);
        let sieve = Sieve::new(org, actor, &wider);
        org.people().filter(|person| sieve.passes(person, typed)).collect()
    };
    let mut teams = counted(
        people_without(Filter::Team)
            .into_iter()
            .filter_map(|p| p.team.as_ref())
            .map(|team| (team.to_string(), TeamTag::of(org, team).name)),
    );
    teams.sort_by_cached_key(|facet| fold(&facet.label));
    let languages = people_without(Filter::Language);
    let spoken = languages.iter().flat_map(|person| &person.languages).map(|line| (line.to_string(), line.to_string()));
    let zones = people_without(Filter::Zone);
    let zones = zones.iter().map(|person| (person.zone.as_str().to_owned(), zone_label(person.zone.as_str())));
    Facets { teams, languages: counted(spoken), zones: counted(zones) }
}

/// `Europe/Lisbon` as people say it: "Lisbon (Europe)".
fn zone_label(zone: &str) -> String {
    match zone.rsplit_once('/') {
        Some((region, city)) => format!("{} ({})", city.replace('_', " "), region.replace('_', " ")),
        None => zone.to_owned(),
    }
}

/// Values with how often each stands, the most frequent first.
fn counted(values: impl Iterator<Item = (String, String)>) -> Vec<Facet> {
    let mut counts: BTreeMap<(String, String), u32> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    let mut facets: Vec<Facet> =
        counts.into_iter().map(|((value, label), count)| Facet { value, label, count }).collect();
    facets.sort_by_cached_key(|facet| (Reverse(facet.count), fold(&facet.label)));
    facets
}
