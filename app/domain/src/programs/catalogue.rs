//! The catalogue: the reader's own programs first, then those that they can join, then the others.

use super::calendar::in_words;
use super::door::{door, seats};
use super::mine::{NextThing, mine};
use super::query::CatalogueQuery;
use super::sight::Sight;
use super::standing::{MyStanding, status};
use super::words::dates;
use crate::actor::Role;
use crate::exchanges::Status;
use crate::id::ProgramId;
use crate::program::{Phase, ProgramKind};
use crate::reader::Reader;
use crate::search::fold;
use crate::tag::PersonTag;
use crate::time::Face;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// The catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CataloguePage {
    /// "You are in two programs. One invitation waits for you."
    pub lead: String,
    /// What it is narrowed to.
    pub query: CatalogueQuery,
    /// The kinds to narrow it to.
    pub kinds: Vec<KindChoice>,
    /// The same address with "open to me" turned over.
    pub open_href: String,
    /// Those that the reader is in, waits for, or is asked to join: invitations first.
    pub mine: Vec<ProgramCard>,
    /// Those that they can join, or wait for.
    pub open: Vec<ProgramCard>,
    /// The others: running without them, paused, over; for program admins also drafts.
    pub others: Vec<ProgramCard>,
    /// True when there is no program at all, narrowed or not.
    pub is_empty: bool,
    /// True when the reader can start one.
    pub may_start: bool,
}

/// A kind to narrow the catalogue to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KindChoice {
    /// "Mentorship".
    pub label: String,
    /// The address with it turned over.
    pub href: String,
    /// True when the catalogue is narrowed to it.
    pub is_on: bool,
}

/// A program as a card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramCard {
    /// Which.
    pub id: ProgramId,
    /// What it is called.
    pub title: String,
    /// "Mentorship".
    pub kind: String,
    /// What it is for.
    pub purpose: String,
    /// Where the reader stands with it, or its life does.
    pub status: Status,
    /// "Every 2 weeks on Thursday, 12:30 for 45 minutes".
    pub rhythm: String,
    /// "12 of 20 seats free".
    pub seats: String,
    /// "7 Sep to 18 Dec".
    pub dates: String,
    /// Who organises it.
    pub organisers: Vec<PersonTag>,
    /// For the reader's own: what comes next.
    pub next: Option<NextThing>,
    /// For the reader's own: when they meet next.
    pub meets: Option<Face>,
    /// What the reader can do: "Join", "Answer"; a link to the page.
    pub verb: String,
    /// Why they cannot join, where they cannot.
    pub why_not: String,
}

/// Where a card stands; groups in this order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Asked,
    Inside,
    Applied,
    Waiting,
    Open,
    Running,
    Draft,
    Paused,
    Over,
}

/// The catalogue as the reader finds it.
pub fn catalogue_page(reader: &Reader, query: CatalogueQuery) -> CataloguePage {
    let seen = reader.org.programs().filter_map(|program| Sight::of(reader, &program.id).ok());
    let mut all: Vec<(Group, ProgramCard, ProgramKind)> = seen
        .map(|sight| {
            let (group, card) = card(&sight);
            (group, card, sight.program.kind)
        })
        .collect();
    all.sort_by_cached_key(|(group, card, _)| (*group, fold(&card.title), card.id.clone()));
    let count = |is: fn(Group) -> bool| all.iter().filter(|(group, ..)| is(*group)).count();
    let lead = lead(count(|group| group == Group::Asked), count(|group| group == Group::Inside), count(is_open));
    let is_empty = all.is_empty();
    let keeps = |group: Group, kind: ProgramKind| {
        query.kind.is_none_or(|wanted| wanted == kind) && (!query.open || is_open(group))
    };
    let of = |is: fn(Group) -> bool| -> Vec<ProgramCard> {
        let kept = all.iter().filter(|(group, _, kind)| is(*group) && keeps(*group, *kind));
        kept.map(|(_, card, _)| card.clone()).collect()
    };
    let choice = |kind: &ProgramKind| {
        let is_on = query.kind == Some(*kind);
        let turned = CatalogueQuery { kind: (!is_on).then_some(*kind), ..query };
        KindChoice { label: kind.description().title.to_owned(), href: turned.link(), is_on }
    };
    CataloguePage {
        lead,
        query,
        kinds: ProgramKind::ALL.iter().map(choice).collect(),
        open_href: CatalogueQuery { open: !query.open, ..query }.link(),
        mine: of(|group| group <= Group::Waiting),
        open: of(is_open),
        others: of(|group| group > Group::Open),
        is_empty,
        may_start: reader.me.role >= Role::ProgramAdmin,
    }
}

fn is_open(group: Group) -> bool {
    group == Group::Open
}

fn lead(asked: usize, inside: usize, open: usize) -> String {
    let mut parts = Vec::new();
    if asked > 0 {
        parts.push(sentence(&counted(asked, "invitation waits for you.", "invitations wait for you.")));
    }
    if inside > 0 {
        parts.push(format!("You are in {}.", counted(inside, "program", "programs")));
    }
    if open > 0 {
        parts.push(sentence(&counted(open, "is open to you.", "are open to you.")));
    }
    match parts.is_empty() {
        true => "What colleagues do together for a while: pairs, swaps, feedback, projects, lunches.".to_owned(),
        false => parts.join(" "),
    }
}

fn card(sight: &Sight) -> (Group, ProgramCard) {
    let (standing, seats) = (MyStanding::of(sight), seats(sight));
    let door = door(sight, &seats);
    let group = match (&standing, sight.program.phase) {
        (_, Phase::Draft) => Group::Draft,
        (MyStanding::Invited { .. }, phase) if phase != Phase::Closed => Group::Asked,
        (MyStanding::Inside, phase) if phase != Phase::Closed => Group::Inside,
        (MyStanding::Applied, phase) if phase != Phase::Closed => Group::Applied,
        (MyStanding::Waiting { .. }, phase) if phase != Phase::Closed => Group::Waiting,
        (MyStanding::Finished, _) | (_, Phase::Closed) => Group::Over,
        (_, Phase::Paused) => Group::Paused,
        (_, Phase::Open | Phase::Running) if door.may_join || door.may_wait || door.may_apply => Group::Open,
        (_, Phase::Open | Phase::Running) => Group::Running,
    };
    let verb = match group {
        Group::Asked => "Answer",
        Group::Inside if sight.program.phase == Phase::Paused => "Look at it",
        Group::Inside => "See my steps",
        Group::Open if door.may_wait => "Wait for a seat",
        Group::Open if door.may_apply => "Apply",
        Group::Open => "Join",
        Group::Applied | Group::Waiting | Group::Running | Group::Draft | Group::Paused | Group::Over => "Look at it",
    };
    let own = mine(sight);
    let card = ProgramCard {
        id: sight.program.id.clone(),
        title: sight.title(),
        kind: sight.program.kind.description().title.to_owned(),
        purpose: sight.terms.text("purpose"),
        status: status(sight, &standing),
        rhythm: in_words(sight),
        seats: if sight.program.phase.takes_people() { seats.words } else { String::new() },
        dates: dates(sight.terms.day("starts_on"), sight.terms.day("ends_on")),
        organisers: sight.terms.organisers().iter().map(|id| PersonTag::of(sight.reader.org, id)).collect(),
        next: own.as_ref().and_then(|own| own.next.clone()),
        meets: own.and_then(|own| own.meets),
        verb: verb.to_owned(),
        why_not: if group == Group::Running { door.why_not } else { String::new() },
    };
    (group, card)
}
