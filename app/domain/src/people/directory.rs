//! The directory: one page of people who fit, and what to do when nobody does.

use super::facets::{Facets, facets};
use super::for_you::Reader;
use super::near::{NearMatch, near};
use super::query::{Interest, PeopleQuery, Sort, SortBy};
use super::rows::{PersonRow, row};
use super::sieve::{Sieve, Typed};
use super::words::{ActiveFilter, active_filters, found_sentence, label, lead};
use crate::actor::Actor;
use crate::coverage::count;
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Person;
use crate::rejection::Rejection;
use crate::search::fold;
use crate::tag::{SkillTag, TeamTag};
use crate::views::ViewTabs;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// One page of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeoplePage {
    /// What was asked for, on a page that exists.
    pub query: PeopleQuery,
    /// How many work here and offer to teach, in a sentence.
    pub lead: String,
    /// How many were found, in a sentence.
    pub found: String,
    /// The people of this page.
    pub rows: Vec<PersonRow>,
    /// How many there are on all pages.
    pub total: u32,
    /// The place of the first row, from 1; 0 when there is none.
    pub first: u32,
    /// The filters that are set.
    pub filters: Vec<ActiveFilter>,
    /// Mistyped words and what they were read as.
    pub read_as: Vec<(String, String)>,
    /// The filter to drop when nobody fits.
    pub drop: Option<Drop>,
    /// People just beside the question.
    pub near: Vec<NearMatch>,
    /// What it can be narrowed to.
    pub facets: Facets,
    /// The views above the list; whoever keeps the saved ones fills this in.
    pub views: ViewTabs,
    /// Skills to choose from, by name; the most known when there are many.
    pub skills: Vec<SkillTag>,
}

/// What to do when nobody fits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drop {
    /// The filter to drop; `None` when all have to go.
    pub label: Option<String>,
    /// Where the list is without it.
    pub link: String,
    /// How many people would fit then.
    pub count: u32,
}

/// How a column is sorted, and where its heading leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnSort {
    /// Ascending, descending or not at all, as `aria-sort` says it.
    pub aria: Option<&'static str>,
    /// Where the list is sorted by it, or the other way round.
    pub link: String,
}

impl PeoplePage {
    /// How the column that sorts by `by` stands.
    pub fn column(&self, by: SortBy) -> ColumnSort {
        let own = self.query.sort.by == by;
        let reversed = self.query.sort.reversed;
        let aria = own.then_some(if reversed { "descending" } else { "ascending" });
        let next = Sort { by, reversed: own && !reversed && by != SortBy::Best };
        ColumnSort { aria, link: self.query.sorted(next).link() }
    }

    /// The place of the last row.
    pub fn last(&self) -> u32 {
        self.first.max(1) - 1 + u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// Where the page before is.
    pub fn previous(&self) -> Option<String> {
        (self.query.page > 1).then(|| self.query.clone().on_page(self.query.page - 1).link())
    }

    /// Where the page after is.
    pub fn next(&self) -> Option<String> {
        (self.last() < self.total).then(|| self.query.clone().on_page(self.query.page + 1).link())
    }
}

/// The page of the directory that `query` asks for. Open to everybody who is signed in. A page past the end is the last.
pub fn people_page(org: &Org, actor: &Actor, query: &PeopleQuery) -> Result<PeoplePage, Rejection> {
    actor.may_read()?;
    let typed = Typed::of(org, &query.text);
    let found = fitting(org, actor, query, typed.as_ref());
    let total = count(found.iter());
    let size = u32::from(query.size);
    let query = query.clone().on_page(query.page.clamp(1, total.div_ceil(size).max(1)));
    let skip = (query.page - 1) * size;
    let reader = Reader::of(org, actor);
    let on_page = found.iter().skip(usize::try_from(skip).unwrap_or(usize::MAX)).take(usize::from(query.size));
    let rows: Vec<PersonRow> = on_page.map(|person| row(org, &reader, typed.as_ref(), person)).collect();
    let ids: BTreeSet<&PersonId> = found.iter().map(|person| &person.id).collect();
    Ok(PeoplePage {
        lead: lead(org),
        found: found_sentence(&query, total),
        first: if rows.is_empty() { 0 } else { skip + 1 },
        rows,
        total,
        filters: active_filters(org, &query),
        read_as: typed.as_ref().map(Typed::read_as).unwrap_or_default(),
        drop: (total == 0).then(|| filter_to_drop(org, actor, &query)).flatten(),
        near: near(org, &query, typed.as_ref(), &ids),
        facets: facets(org, actor, &query, typed.as_ref(), &found),
        views: ViewTabs::default(),
        skills: skill_choices(org),
        query,
    })
}

/// How many people a query finds.
pub(crate) fn people_count(org: &Org, actor: &Actor, query: &PeopleQuery) -> u32 {
    let typed = Typed::of(org, &query.text);
    let sieve = Sieve::new(org, actor, query);
    count(org.people().filter(|person| sieve.passes(person, typed.as_ref())))
}

/// Everybody who fits, in the order asked for.
pub(super) fn fitting<'a>(org: &'a Org, actor: &Actor, query: &PeopleQuery, typed: Option<&Typed>) -> Vec<&'a Person> {
    let sieve = Sieve::new(org, actor, query);
    let mut found: Vec<&Person> = org.people().filter(|person| sieve.passes(person, typed)).collect();
    let name = |person: &Person| (fold(person.name.as_str()), person.id.clone());
    match query.sort.by {
        SortBy::Name => found.sort_by_cached_key(|person| name(person)),
        SortBy::Newest => found.sort_by_cached_key(|person| (Reverse(person.joined_at), name(person))),
        SortBy::Team => found.sort_by_cached_key(|person| {
            let team = person.team.as_ref().map(|team| fold(&TeamTag::of(org, team).name));
            (team.is_none(), team, name(person))
        }),
        SortBy::Best => {
            let reader = Reader::of(org, actor);
            found.sort_by_cached_key(|person| (nearness(org, &reader, query, typed, person), name(person)));
        }
    }
    if query.sort.reversed {
        found.reverse();
    }
    found
}

/// How near a person comes to what was asked: by text, then by what they are to the reader, then by level. Less is nearer.
fn nearness(
    org: &Org,
    reader: &Reader<'_>,
    query: &PeopleQuery,
    typed: Option<&Typed>,
    person: &Person,
) -> (u32, u8, u8) {
    let text = typed.and_then(|typed| typed.hits.get(&person.id)).map_or(0, |hit| hit.rank);
    let mine = matches!(query.interest, Some(Interest::TeachesMe | Interest::WantsMine));
    let fit = if mine { reader.sees(org, &person.id).map_or(4, |fit| 3 - fit.band.arcs().min(3)) } else { 0 };
    let level = query.skill.as_ref().map_or(0, |skill| {
        let offers = u8::from(org.offer(&person.id, skill).is_none());
        10 - 2 * org.known(&person.id, skill).map_or(0, |known| known.estimate.level.number()) + offers
    });
    (text, fit, level)
}

/// The one filter whose absence would find the most people; all of them when no single one helps.
fn filter_to_drop(org: &Org, actor: &Actor, query: &PeopleQuery) -> Option<Drop> {
    let dropped = |filter| {
        let wider = query.without(filter);
        let label = Some(label(org, query, filter));
        Drop { label, link: wider.link(), count: people_count(org, actor, &wider) }
    };
    // The first of the best, in the order shown.
    let best = query.active().map(dropped).rev().max_by_key(|drop| drop.count)?;
    if best.count > 0 {
        return Some(best);
    }
    Some(Drop { label: None, link: "/people".to_owned(), count: count(org.people()) })
}

/// Skills by name: all of them up to 300, else the 300 that most people know.
fn skill_choices(org: &Org) -> Vec<SkillTag> {
    const MOST: usize = 300;
    let mut skills: Vec<_> = org.skills().collect();
    if skills.len() > MOST {
        skills.sort_by_cached_key(|skill| Reverse(count(org.knowers_of(&skill.id))));
        skills.truncate(MOST);
    }
    let mut tags: Vec<SkillTag> = skills.into_iter().map(|skill| SkillTag::of(org, &skill.id)).collect();
    tags.sort_by_cached_key(|tag| fold(&tag.name));
    tags
}
