//! Looking for what colleagues wait for: who waits, who could show it, when it suits most, and where.

use super::{BUSY_OVER, DAYS, ENOUGH, HostProposal, HostProposalStage, REST_AFTER_NO, SERVED_FOR, USUAL};
use crate::clocks::Clocks;
use crate::evidence::Level;
use crate::free_time::busy;
use crate::id::{PersonId, SkillId};
use crate::org::Org;
use crate::person::Person;
use crate::program::{Path, Phase, Program, ProgramKind};
use crate::session::{Found, OpenTo, Wanted, find_time, room_key};
use crate::text::Line;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The sessions that are to be proposed now, by skill; one for each host and skill, and none that waits already.
pub fn demand(org: &Org, clocks: &Clocks) -> Vec<HostProposal> {
    let program = program(org);
    let waiting = org.host_proposals().filter(|one| one.is_waiting());
    let (mut skills, mut hosts): (BTreeSet<&SkillId>, BTreeSet<PersonId>) = (BTreeSet::new(), BTreeSet::new());
    for proposal in waiting {
        skills.insert(&proposal.skill);
        hosts.insert(proposal.host.clone());
    }
    let mut found = Vec::new();
    for skill in org.skills().filter(|skill| !skills.contains(&skill.id)) {
        let proposal = proposed(org, &skill.id, (&hosts, program), clocks);
        hosts.extend(proposal.iter().map(|proposal| proposal.host.clone()));
        found.extend(proposal);
    }
    found
}

fn proposed(
    org: &Org,
    skill: &SkillId,
    (taken, program): (&BTreeSet<PersonId>, Option<&Program>),
    clocks: &Clocks,
) -> Option<HostProposal> {
    // Most skills are wanted by few: nothing else is looked at then.
    if org.wanters_of(skill).count() < enough(program) {
        return None;
    }
    let people = who_wait(org, skill, clocks);
    if people.len() < enough(program) {
        return None;
    }
    let hosts = hosts(org, skill, &people, clocks);
    let mut hosts = hosts.into_iter().filter(|host| !taken.contains(&host.id));
    hosts.find_map(|host| at_the_best_time(org, (skill, host, &people), program, clocks))
}

/// Who works here and waits for a skill, by id: they want it, are not there yet, and were not asked to a session on it of
/// late.
pub fn who_wait(org: &Org, skill: &SkillId, clocks: &Clocks) -> Vec<PersonId> {
    let served = served(org, skill, clocks);
    let waits = |(person, want): &(&PersonId, &crate::want::Want)| {
        let reached = org.known(person, skill).is_some_and(|known| known.estimate.level >= want.target);
        crate::coverage::works_here(org, person) && !reached && !served.contains(*person)
    };
    org.wanters_of(skill).filter(waits).map(|(person, _)| person.clone()).collect()
}

/// Who was asked to a session on a skill of late, or can come to one that is still to be; everybody where that is open to
/// everybody.
fn served(org: &Org, skill: &SkillId, clocks: &Clocks) -> BTreeSet<PersonId> {
    let on_it = org.sessions().filter(|session| session.skills.contains(skill) && session.called_off.is_none());
    let mut served = BTreeSet::new();
    for session in on_it {
        let is_ahead = session
            .timing()
            .is_none_or(|timing| timing.dates(clocks).any(|date| date.takes_place && date.ends > clocks.now));
        let is_new = clocks.now.since(session.made_at) < SERVED_FOR;
        match &session.open_to {
            OpenTo::Everyone if is_ahead => served.extend(org.wanters_of(skill).map(|(person, _)| person.clone())),
            OpenTo::Invited { people } if is_ahead || is_new => served.extend(people.iter().cloned()),
            OpenTo::Everyone | OpenTo::Invited { .. } => {}
        }
        let there = org.occurrences_of(&session.id).flat_map(|date| &date.attended);
        let lately = there.filter(|attended| clocks.now.since(attended.at) < SERVED_FOR);
        served.extend(lately.map(|attended| attended.person.clone()));
    }
    served
}

/// Who could show a skill, the least busy first, then those who offer it, then by what they know: people who do it alone
/// or offer it, teach at all, do not wait for it themselves, and did not say no of late.
fn hosts<'a>(org: &'a Org, skill: &SkillId, people: &[PersonId], clocks: &Clocks) -> Vec<&'a Person> {
    let declined = |host: &PersonId| {
        let before = org.host_proposal(skill, host).map(|before| &before.stage);
        matches!(before, Some(HostProposalStage::Declined { at }) if clocks.now.since(*at) < REST_AFTER_NO)
    };
    let mut hosts: Vec<_> = org
        .graph()
        .teachers_of(skill, Level::NONE)
        .into_iter()
        .filter(|teacher| teacher.offers || teacher.level >= Level::ALONE)
        .filter(|teacher| !people.contains(teacher.person) && !declined(teacher.person))
        .filter_map(|teacher| Some((teacher, org.person(teacher.person)?)))
        .filter(|(_, person)| person.teaching.0 > 0)
        .map(|(teacher, person)| ((minutes_busy(org, person, clocks), !teacher.offers, Reverse(teacher.level)), person))
        .collect();
    hosts.sort_by(|(one, a), (other, b)| one.cmp(other).then_with(|| a.id.cmp(&b.id)));
    hosts.into_iter().map(|(_, person)| person).collect()
}

/// How much somebody has agreed to in the next thirty days.
fn minutes_busy(org: &Org, person: &Person, clocks: &Clocks) -> i64 {
    let span = (clocks.now, clocks.now.after(BUSY_OVER));
    busy(org, &person.id, span, clocks).iter().map(|busy| busy.ends.since(busy.starts).0 / 60_000).sum()
}

fn at_the_best_time(
    org: &Org,
    (skill, host, people): (&SkillId, &Person, &[PersonId]),
    program: Option<&Program>,
    clocks: &Clocks,
) -> Option<HostProposal> {
    let length = org.offer(&host.id, skill).map_or(USUAL, |offer| offer.minutes);
    let today = clocks.today(&host.zone);
    let everybody: Vec<PersonId> = std::iter::once(&host.id).chain(people).cloned().collect();
    let wanted = Wanted {
        people: &everybody,
        length,
        from: today.plus(DAYS.0),
        until: today.plus(DAYS.1),
        zone: &host.zone,
        most: 5,
    };
    let can_host =
        |found: &Found| !found.unsuited.iter().any(|unsuited| unsuited.person == host.id && unsuited.why.is_hard());
    let found = find_time(org, &wanted, clocks).into_iter().find(can_host)?;
    let proposal = HostProposal {
        skill: skill.clone(),
        host: host.id.clone(),
        people: people.to_vec(),
        starts: found.starts,
        length,
        zone: host.zone.clone(),
        room: Line::default(),
        program: program.map(|program| program.id.clone()),
        at: clocks.now,
        stage: HostProposalStage::Waiting,
    };
    let room = rooms(org, program).into_iter().find(|room| proposal.is_free(org, room, clocks));
    let room = room.unwrap_or_else(|| host.place.clone());
    Some(HostProposal { room, ..proposal })
}

/// The rooms that were used before, the one of the program first, then those used most.
fn rooms(org: &Org, program: Option<&Program>) -> Vec<Line> {
    let mut used: BTreeMap<String, (usize, Line)> = BTreeMap::new();
    for room in org.sessions().map(|session| &session.place.room).filter(|room| !room.is_empty()) {
        used.entry(room_key(room.as_str())).or_insert_with(|| (0, room.clone())).0 += 1;
    }
    let mut used: Vec<(usize, Line)> = used.into_values().collect();
    used.sort_by_key(|(times, _)| Reverse(*times));
    let own = program.map(|program| program.settings.text(&Path::field("room")));
    let own = own.and_then(|room| Line::parse("room", room).ok()).filter(|room| !room.is_empty());
    own.into_iter().chain(used.into_iter().map(|(_, room)| room)).collect()
}

/// The lunch-and-learn program that is under way, whose rules count.
pub(super) fn program(org: &Org) -> Option<&Program> {
    org.programs().find(|program| program.kind == ProgramKind::LunchAndLearn && program.phase == Phase::Running)
}

pub(super) fn enough(program: Option<&Program>) -> usize {
    let own = program.and_then(|program| program.settings.number(&Path::field("wants_to_open")));
    own.and_then(|own| usize::try_from(own).ok()).map_or(ENOUGH, |own| own.max(2))
}
