//! Fernhill with a swap program, and rings in it, for tests.

use super::*;
use crate::clocks::Clocks;
use crate::clocks::tests::ahead;
use crate::fernhill::{NOW, fernhill, offer, want};
use crate::id::SkillId;
use crate::org::Org;
use crate::program::{Author, Participant, Path, Phase, Program, ProgramKind, Settings, Standing, Value};
use crate::time::{Span, Zone};

pub const SWAP: &str = "monthly-swap";
pub const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };
pub const AMARA: &str = "amara-okafor";
pub const JONAS: &str = "jonas-weidner";
pub const LEILA: &str = "leila-haddou";
pub const NOOR: &str = "noor-halabi";
pub const ROSALIND: &str = "rosalind-achterberg";

pub fn id(person: &str) -> PersonId {
    person.parse().unwrap()
}

pub fn skill(skill: &str) -> SkillId {
    skill.parse().unwrap()
}

/// Fernhill with a swap program that goes on. Noor could show Rosalind backups, Rosalind Amara pumps, Amara Noor how to
/// talk of dying; and Jonas and Noor could show each other what they do.
pub fn world() -> Org {
    let mut org = fernhill();
    let offers = [offer(ROSALIND, "infusion-pumps")];
    for offer in offers {
        org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
    }
    for want in [want(ROSALIND, "backup-restore", 3), want(NOOR, "palliative-talks", 2)] {
        org.put_want(&want.person.clone(), &want.skill.clone(), Some(want));
    }
    put_program(&mut org, &[]);
    for who in [AMARA, JONAS, NOOR, ROSALIND, LEILA] {
        join(&mut org, who, "member");
    }
    org
}

pub fn put_program(org: &mut Org, values: &[(&str, Value)]) {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let mut settings = Settings::start(ProgramKind::SkillSwap, "monthly", "Monthly swap", &zone).unwrap();
    for (key, value) in values {
        settings.set(Path::parse(key).unwrap(), value.clone());
    }
    let author = Author { by: Some(id("ines-carvalho")), at: NOW.before(Span::days(60)) };
    let (mut program, version) = Program::begun(SWAP.parse().unwrap(), ProgramKind::SkillSwap, settings, &author);
    program.phase = Phase::Running;
    org.put_program(program, vec![version]);
}

pub fn join(org: &mut Org, who: &str, role: &str) {
    stand(org, who, role, Standing::Inside);
}

pub fn stand(org: &mut Org, who: &str, role: &str, standing: Standing) {
    org.put_participant(Participant {
        standing,
        ..Participant::inside(SWAP.parse().unwrap(), id(who), role, NOW.before(Span::days(30)))
    });
}

pub fn program(org: &Org) -> &Program {
    org.program(&SWAP.parse().unwrap()).unwrap()
}

pub fn pool_of(org: &Org) -> SwapPool {
    pool(org, program(org), &Taken::default(), &Hours::new(), &CLOCKS)
}

/// A ring in which each teaches the next what the last word says, offered an hour ago.
pub fn ring(name: &str, lessons: &[(&str, &str, &str)]) -> SwapRing {
    let lesson = |(teacher, learner, what): &(&str, &str, &str)| Lesson {
        teacher: id(teacher),
        learner: id(learner),
        skill: skill(what),
        weight: 150,
    };
    SwapRing {
        id: name.parse().unwrap(),
        program: SWAP.parse().unwrap(),
        ring: Ring { lessons: lessons.iter().map(lesson).collect() },
        minutes: Minutes(60),
        offered_at: NOW.before(Span::hours(1)),
        moved_at: NOW.before(Span::hours(1)),
        until: NOW.after(Span::days(3)),
        yes: Vec::new(),
        stage: RingStage::Open,
        mends: None,
    }
}

/// The ring of three.
pub fn three() -> SwapRing {
    ring(
        "three",
        &[(AMARA, NOOR, "palliative-talks"), (NOOR, ROSALIND, "backup-restore"), (ROSALIND, AMARA, "infusion-pumps")],
    )
}

/// The ring of two, which shares Noor with the other.
pub fn two() -> SwapRing {
    ring("two", &[(JONAS, NOOR, "sql-for-reports"), (NOOR, JONAS, "backup-restore")])
}

pub fn yes(person: &str) -> Yes {
    Yes { person: id(person), at: NOW, words: Prose::default(), starts_at: None }
}

/// All rings after somebody says yes to one.
pub fn said(rings: Vec<SwapRing>, ring: &str, person: &str) -> Vec<SwapRing> {
    let changed = Round::new(1, rings.clone()).confirm(&ring.parse().unwrap(), yes(person)).unwrap();
    rings.into_iter().map(|ring| changed.iter().find(|one| one.id == ring.id).cloned().unwrap_or(ring)).collect()
}
