//! A real organisation matched whole: the people, teams and levels of the Rust project, see the README beside its files.
//! Nobody there said what they want to learn or who would mentor; that is seeded here, always the same.

use super::tests::CLOCKS;
use super::*;
use crate::fernhill::NOW;
use crate::id::{PersonId, ProgramId, SkillId};
use crate::import::rust_org_tests::RUST;
use crate::matching::check;
use crate::org::Org;
use crate::person::{Availability, Person};
use crate::program::{Author, Participant, Path, Phase, Program, ProgramKind, Settings, Value};
use crate::rings::{self, Limits};
use crate::swap::{Taken, found, hours_in, pool};
use crate::time::{Minutes, Span, Zone};
use crate::want::{Offer, Priority, Want};
use crate::{evidence::Level, text::Line};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::time::Instant;

/// Varied and always the same (SplitMix64; Steele, Lea & Flood 2014).
struct Seed(u64);

impl Seed {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }

    fn days(&mut self, most: usize) -> Span {
        Span::days(i64::try_from(self.below(most)).unwrap())
    }
}

fn named(program: &str) -> ProgramId {
    program.parse().unwrap()
}

/// A program that goes on.
fn put_program(org: &mut Org, (id, kind, template): (&str, ProgramKind, &str), values: &[(&'static str, Value)]) {
    let mut settings = Settings::start(kind, template, "All of Rust", &Zone::utc()).unwrap();
    values.iter().for_each(|(name, value)| settings.set(Path::field(name), value.clone()));
    let author = Author { by: None, at: NOW.before(Span::days(90)) };
    let (program, version) = Program::begun(named(id), kind, settings, &author);
    org.put_program(program.moved(Phase::Running, author).unwrap(), vec![version]);
}

fn join(org: &mut Org, program: &str, person: &PersonId, role: &str, since: Span) {
    org.put_participant(Participant::inside(named(program), person.clone(), role, NOW.before(since)));
}

/// What somebody knows well enough to show it.
fn shows(org: &Org, person: &PersonId) -> Vec<SkillId> {
    let known = org.known_by(person).filter(|(_, known)| known.estimate.level >= Level::ALONE);
    known.map(|(skill, _)| skill.clone()).collect()
}

/// Everybody works somewhere and at some hours, and wants up to `most` things that somebody there could show and they do
/// not know well themselves; so what many know is wanted more often.
fn seeded(most: usize) -> Org {
    let (mut org, mut seed) = (RUST.org.clone(), Seed(2_026));
    let people: Vec<Person> = org.people().cloned().collect();
    let shown: Vec<Vec<SkillId>> = people.iter().map(|person| shows(&org, &person.id)).collect();
    let shown: Vec<Vec<SkillId>> = shown.into_iter().filter(|skills| !skills.is_empty()).collect();
    for person in people {
        let zone = ["UTC", "Europe/Berlin", "America/Lima", "Asia/Kolkata"][seed.below(4)];
        let hours = [Availability::Whenever, Availability::Mornings, Availability::Afternoons][seed.below(3)];
        let id = person.id.clone();
        org.put_person(Person { zone: Zone::parse(zone).unwrap(), availability: hours, ..person });
        for _ in 0..=seed.below(most) {
            let skills = &shown[seed.below(shown.len())];
            let skill = &skills[seed.below(skills.len())];
            if org.known(&id, skill).is_none_or(|known| known.estimate.level < Level::ALONE) {
                let (person, skill, at) = (id.clone(), skill.clone(), NOW.before(seed.days(60)));
                let want = Want { person, skill, target: Level::CAN_TEACH, priority: Priority::Soon, at, import: None };
                org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
            }
        }
    }
    org
}

/// Half of those who could show something mentor; everybody else looks for a mentor, some for two months.
fn mentored() -> Org {
    let (mut org, mut seed) = (seeded(2), Seed(7));
    let values = [("mode", Value::Text("everyone".into())), ("learners_per_mentor", Value::Number(2))];
    put_program(&mut org, ("mentors", ProgramKind::Mentorship, "pairs"), &values);
    let people: Vec<PersonId> = org.people().map(|person| person.id.clone()).collect();
    for person in people {
        let mentors = seed.below(2) == 0 && !shows(&org, &person).is_empty();
        join(&mut org, "mentors", &person, if mentors { "mentor" } else { "mentee" }, seed.days(60));
    }
    org
}

/// Everybody offers one of what they know well.
fn swapping() -> Org {
    let (mut org, mut seed) = (seeded(1), Seed(11));
    put_program(&mut org, ("swaps", ProgramKind::SkillSwap, "monthly"), &[("ring_most", Value::Number(4))]);
    let people: Vec<PersonId> = org.people().map(|person| person.id.clone()).collect();
    for person in people {
        let known = shows(&org, &person);
        if !known.is_empty() {
            let skill = known[seed.below(known.len())].clone();
            let at = NOW.before(seed.days(20));
            let offer = Offer { person: person.clone(), skill, minutes: Minutes(60), note: Line::default(), at };
            org.put_offer(&person, &offer.skill.clone(), Some(offer));
        }
        join(&mut org, "swaps", &person, "member", Span::days(30));
    }
    org
}

#[test]
fn the_whole_of_rust_is_matched_with_a_proof_and_whoever_is_left_is_told_why() {
    let org = mentored();
    let posed = Posed::of(&org, &named("mentors"), &CLOCKS).unwrap();
    let (mentees, mentors) = (posed.pool.instance.mentees.len(), posed.pool.instance.mentors.len());
    let candidates = posed.pool.fits.len();
    let began = Instant::now();
    let solved = posed.solved().unwrap();
    let took = began.elapsed();
    let (instance, answer) = (solved.arranged.standing.instance(), solved.arranged.standing.answer());
    assert_eq!(check(&instance, &answer), Ok(()), "proven by separate code");
    assert!(solved.is_proven());
    let (pairs, left) = (solved.pairing().couples.len(), solved.pairing().left.clone());
    eprintln!("{mentees} learners, {mentors} mentors, {candidates} candidates: {pairs} pairs in {took:?}");
    assert_eq!((mentees + mentors, pairs + left.len()), (450, mentees));
    assert!(mentors > 30 && candidates > 500 && pairs > 50 && !left.is_empty(), "{candidates} candidates, {pairs}");

    // Of those who could have a mentor if there were more places, the three who have waited longest.
    let mut rows: Vec<_> = instance.mentees.iter().filter(|row| left.contains(&row.id)).collect();
    rows.retain(|row| !row.candidates.is_empty());
    rows.sort_by_key(|row| (Reverse(row.wait), row.id.clone()));
    let whom: BTreeSet<PersonId> = rows.iter().take(3).map(|row| row.id.clone()).collect();
    let began = Instant::now();
    let explained = Explained::of(solved, &whom, org.excerpt_of_program(&named("mentors")), &CLOCKS);
    eprintln!("what would help {} of those without a mentor was found in {:?}", whom.len(), began.elapsed());
    assert!(explained.ways_out.values().any(Option::is_some), "something small would give one of them a mentor");
}

#[test]
fn the_whole_of_rust_swaps_in_rings_with_a_bound_that_separate_code_finds_true() {
    let org = swapping();
    let program = org.program(&named("swaps")).unwrap();
    let pool = pool(&org, program, &Taken::default(), &hours_in(&org, program), &CLOCKS);
    let began = Instant::now();
    let clearing = rings::solve(&pool.instance, &Limits::default()).unwrap();
    let took = began.elapsed();
    assert_eq!(rings::check(&pool.instance, &clearing), Ok(()), "the bound is proven by separate code");
    let (rings, learners, gap) = (clearing.rings.len(), clearing.lessons(), clearing.gap());
    let (people, lessons, could) = (pool.instance.people.len(), pool.instance.lessons.len(), clearing.stats.columns);
    eprintln!(
        "{people} people, {lessons} lessons, {could} rings: {rings} chosen, {learners} learn, gap {gap} in {took:?}"
    );
    assert!(rings > 3 && learners > 8, "{rings} rings for {learners} learners");
    assert!(gap <= 100, "{gap} hundredths of a percent");
    let lengths: BTreeSet<usize> = clearing.rings.iter().map(|ring| ring.lessons.len()).collect();
    assert!(lengths.len() > 1, "rings of more than one size: {lengths:?}");
    let round = found(&pool, &Limits::default());
    assert_eq!((round.rings, round.is_proven), (clearing.rings, clearing.is_proven), "a round finds the same");
}
