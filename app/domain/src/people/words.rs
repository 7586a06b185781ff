//! The sentences of the directory: what there is, what was found, what each filter asks for.

use super::query::{Filter, Interest, PeopleQuery};
use crate::coverage::count;
use crate::org::Org;
use crate::tag::{SkillTag, TeamTag};
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActiveFilter {
    /// Which.
    pub filter: Filter,
    /// What it asks for.
    pub label: String,
    /// Where the list is without it.
    pub without: String,
}

/// How many work here and offer to teach.
pub(super) fn lead(org: &Org) -> String {
    let people = count(org.people());
    let offering = count(org.people().filter(|person| org.offers_of(&person.id).next().is_some()));
    let people = format!("{people} {}.", if people == 1 { "person" } else { "people" });
    match offering {
        0 => format!("{people} Nobody offers to teach yet: be the first."),
        1 => format!("{people} One of them offers to teach something."),
        n => format!("{people} {n} of them offer to teach something."),
    }
}

/// How many were found, as the heading of the list.
pub(super) fn found_sentence(query: &PeopleQuery, total: u32) -> String {
    let people = sentence(&counted(usize::try_from(total).unwrap_or(usize::MAX), "person", "people"));
    let one = total == 1;
    match query.interest {
        _ if total == 0 => "No one matches".to_owned(),
        Some(Interest::TeachesMe) => format!("{people} could teach you, best reason first"),
        Some(Interest::WantsMine) if one => format!("{people} wants what you teach"),
        Some(Interest::WantsMine) => format!("{people} want what you teach"),
        Some(Interest::Offers) if one => format!("{people} offers to teach"),
        Some(Interest::Offers) => format!("{people} offer to teach"),
        Some(Interest::Wants) if one => format!("{people} wants to learn"),
        Some(Interest::Wants) => format!("{people} want to learn"),
        None if query.active().next().is_none() => people,
        None if one => format!("{people} matches"),
        None => format!("{people} match"),
    }
}

/// The filters that are set, each with the address of the list without it.
pub(super) fn active_filters(org: &Org, query: &PeopleQuery) -> Vec<ActiveFilter> {
    let chip =
        |filter| ActiveFilter { filter, label: label(org, query, filter), without: query.without(filter).link() };
    query.active().map(chip).collect()
}

/// What a filter asks for, in words.
pub(super) fn label(org: &Org, query: &PeopleQuery, filter: Filter) -> String {
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    match filter {
        Filter::Text => format!("“{}”", query.text),
        Filter::Team => query.team.as_ref().map_or_else(String::new, |team| TeamTag::of(org, team).name),
        Filter::Skill => query.skill.as_ref().map_or_else(String::new, |skill| SkillTag::of(org, skill).name),
        Filter::Level => query.level.map_or_else(String::new, |level| format!("At least “{}”", level.title())),
        Filter::Interest => text(query.interest.map(Interest::title)),
        Filter::Zone => text(query.zone.as_ref().map(crate::time::Zone::as_str)),
        Filter::Language => format!("Speaks {}", text(query.language.as_ref().map(crate::text::Line::as_str))),
    }
}
