//! The organisation as rows, to keep it from one run of the program to the next.
//!
//! What somebody knows names person and skill by their place in two lists, so that it is a line of small numbers.
//! Where and when it is written is not here.

use super::{Known, Org, TwoWay};
use crate::clocks::Day;
use crate::comment::Comment;
use crate::confirmation::Confirmation;
use crate::coverage::{CoverDrop, Watch};
use crate::drill::Drill;
use crate::evidence::{Belief, Estimate, EvidenceRules, Leniency, Source};
use crate::exchange::Exchange;
use crate::hours::HoursAccount;
use crate::id::{PersonId, SkillId};
use crate::match_round::MatchRound;
use crate::mentoring::{Mentor, Seeking};
use crate::note::Note;
use crate::pair::Pair;
use crate::person::Person;
use crate::session::{HostProposal, Occurrence, Session};
use crate::skill::{Area, Skill};
use crate::swap::{Course, SwapLook, SwapRing};
use crate::team::Team;
use crate::thanks::Thanks;
use crate::thread::Thread;
use crate::time::Timestamp;
use crate::want::{Offer, Want};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that an [`Org`] holds. One made from an organisation makes the same organisation again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Kept {
    people: Vec<Person>,
    teams: Vec<Team>,
    areas: Vec<Area>,
    skills: Vec<Skill>,
    knowing: Vec<PersonId>,
    known_of: Vec<SkillId>,
    known: Vec<KnownRow>,
    wants: Vec<Want>,
    offers: Vec<Offer>,
    exchanges: Vec<Exchange>,
    drills: Vec<Drill>,
    programs: Vec<super::programs::Kept>,
    sessions: Vec<Session>,
    occurrences: Vec<Occurrence>,
    proposals: Vec<HostProposal>,
    swap_rings: Vec<SwapRing>,
    courses: Vec<Course>,
    swap_looks: Vec<SwapLook>,
    thanks: Vec<Thanks>,
    hours: Vec<HoursAccount>,
    confirmations: Vec<Confirmation>,
    drops: Vec<CoverDrop>,
    watches: Vec<Watch>,
    notes: Vec<Note>,
    threads: Vec<Thread>,
    comments: Vec<Comment>,
    #[serde(default)]
    pairs: Vec<Pair>,
    #[serde(default)]
    rounds: Vec<MatchRound>,
    #[serde(default)]
    seekings: Vec<Seeking>,
    #[serde(default)]
    mentors: Vec<Mentor>,
    rules: EvidenceRules,
    leniency: Leniency,
    day: Day,
}

/// Places in `knowing` and `known_of`, then what is believed, pieces, time of the last, and the most trusted source.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct KnownRow(u32, u32, Belief, u16, Timestamp, Source);

/// The place of each key in the order of the map.
fn places<K: Ord, V>(map: &BTreeMap<K, V>) -> BTreeMap<&K, u32> {
    map.keys().zip(0..).collect()
}

impl From<&Org> for Kept {
    fn from(org: &Org) -> Self {
        let (people, skills) = (places(&org.known.by_person), places(&org.known.by_skill));
        let row = |(person, skill, known): (&_, &_, &Known)| {
            let Estimate { belief, pieces, last_at, .. } = known.estimate;
            Some(KnownRow(*people.get(person)?, *skills.get(skill)?, belief, pieces, last_at, known.source))
        };
        Self {
            known: org.known.edges().filter_map(row).collect(),
            knowing: org.known.by_person.keys().cloned().collect(),
            known_of: org.known.by_skill.keys().cloned().collect(),
            wants: org.wants.edges().map(|(_, _, want)| want.clone()).collect(),
            offers: org.offers.edges().map(|(_, _, offer)| offer.clone()).collect(),
            people: org.people.values().cloned().collect(),
            teams: org.teams.values().cloned().collect(),
            areas: org.areas.values().cloned().collect(),
            skills: org.skills.values().cloned().collect(),
            exchanges: org.exchanges.values().cloned().collect(),
            drills: org.drills.values().cloned().collect(),
            programs: org.programs.values().cloned().collect(),
            sessions: org.sessions().cloned().collect(),
            occurrences: org.occurrences().cloned().collect(),
            proposals: org.host_proposals().cloned().collect(),
            swap_rings: org.swap_rings().cloned().collect(),
            courses: org.courses().cloned().collect(),
            swap_looks: org.swap_looks().cloned().collect(),
            thanks: org.thanks.clone(),
            hours: org.hours_accounts().cloned().collect(),
            confirmations: org.confirmations.values().cloned().collect(),
            drops: org.drops.values().cloned().collect(),
            watches: org.watches.edges().map(|(_, _, watch)| watch.clone()).collect(),
            notes: org.notes().cloned().collect(),
            threads: org.threads().cloned().collect(),
            comments: org.comments().cloned().collect(),
            pairs: org.pairs().cloned().collect(),
            rounds: org.all_match_rounds().cloned().collect(),
            seekings: org.seekings().cloned().collect(),
            mentors: org.mentors().cloned().collect(),
            rules: org.rules.clone(),
            leniency: org.leniency.clone(),
            day: org.day,
        }
    }
}

impl From<Kept> for Org {
    fn from(kept: Kept) -> Self {
        let mut org = Self { thanks: kept.thanks, ..Self::default() };
        org.weigh_by(kept.rules, kept.leniency, kept.day);
        let place = |place: u32| usize::try_from(place).unwrap_or(usize::MAX);
        for KnownRow(person, skill, belief, pieces, last_at, source) in kept.known {
            if let (Some(person), Some(skill)) = (kept.knowing.get(place(person)), kept.known_of.get(place(skill))) {
                let estimate = Estimate::of(belief, pieces, last_at);
                org.known.put(person, skill, Some(Known { estimate, source }));
            }
        }
        for want in kept.wants {
            org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
        }
        for offer in kept.offers {
            org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
        }
        kept.drops.into_iter().for_each(|drop| org.put_drop(drop));
        kept.watches.into_iter().for_each(|watch| org.put_watch(watch));
        org.people = kept.people.into_iter().map(|person| (person.id.clone(), person)).collect();
        org.teams = kept.teams.into_iter().map(|team| (team.id.clone(), team)).collect();
        org.areas = kept.areas.into_iter().map(|area| (area.id.clone(), area)).collect();
        org.skills = kept.skills.into_iter().map(|skill| (skill.id.clone(), skill)).collect();
        org.programs = kept.programs.into_iter().map(|kept| (kept.id().clone(), kept)).collect();
        kept.sessions.into_iter().for_each(|session| org.put_session(session));
        kept.occurrences.into_iter().for_each(|occurrence| org.put_occurrence(occurrence));
        kept.proposals.into_iter().for_each(|proposal| org.put_host_proposal(proposal));
        kept.swap_rings.into_iter().for_each(|ring| org.put_swap_ring(ring));
        kept.courses.into_iter().for_each(|course| org.put_course(course));
        kept.swap_looks.into_iter().for_each(|look| org.put_swap_look(look));
        org.drills = kept.drills.into_iter().map(|drill| (drill.id.clone(), drill)).collect();
        org.exchanges = kept.exchanges.into_iter().map(|exchange| (exchange.id.clone(), exchange)).collect();
        kept.hours.into_iter().for_each(|account| org.put_hours(account));
        kept.notes.into_iter().for_each(|note| org.put_note(note));
        kept.threads.into_iter().for_each(|thread| org.put_thread(thread));
        kept.comments.into_iter().for_each(|comment| org.put_comment(comment));
        kept.pairs.into_iter().for_each(|pair| org.put_pair(pair));
        kept.rounds.into_iter().for_each(|round| org.put_match_round(round));
        kept.seekings.into_iter().for_each(|seeking| org.put_seeking(seeking));
        kept.mentors.into_iter().for_each(|mentor| org.put_mentor(mentor));
        let confirmations = kept.confirmations.into_iter();
        org.confirmations = confirmations.map(|request| (request.id.clone(), request)).collect();
        org
    }
}

impl<T> TwoWay<T> {
    fn edges(&self) -> impl Iterator<Item = (&PersonId, &SkillId, &T)> {
        self.by_person.iter().flat_map(|(person, edges)| edges.iter().map(move |(skill, edge)| (person, skill, edge)))
    }
}
