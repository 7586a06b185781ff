//! How far somebody may go below zero.

use crate::id::PersonId;
use crate::ledger::{HoursLimits, Minutes};
use crate::org::Org;
use crate::program::{Path, Phase, Program, ProgramKind, Standing};
use crate::time::Timestamp;

/// Below this nobody goes by giving: twenty hours, the most that a program can say.
const HARD: i64 = 20 * 60;
/// Below this somebody is told, whose programs do not say: four hours.
const SOFT: i64 = 4 * 60;

/// The limits of somebody: told below what the swap programs that they are in let them owe, the most of them; refused
/// below twenty hours.
pub fn limits(org: &Org, person: &PersonId, now: Timestamp) -> HoursLimits {
    let swaps = org.programs().filter(|program| program.kind == ProgramKind::SkillSwap && goes_on(program.phase));
    let most = swaps.filter_map(|program| may_owe(org, program, person, now)).max();
    let soft = most.map_or(SOFT, |hours| hours.saturating_mul(60)).clamp(0, HARD);
    HoursLimits { soft: below(soft), hard: below(HARD) }
}

const fn goes_on(phase: Phase) -> bool {
    matches!(phase, Phase::Open | Phase::Running | Phase::Paused)
}

/// How many hours the program lets somebody owe who is in it.
fn may_owe(org: &Org, program: &Program, person: &PersonId, now: Timestamp) -> Option<i64> {
    let participant = org.participant(&program.id, person).filter(|one| one.standing == Standing::Inside)?;
    let settings = org.history(&program.id)?.settings_for(&org.who(participant), now);
    settings.number(&Path::field("hours_behind"))
}

fn below(minutes: i64) -> Minutes {
    Minutes::new(-minutes).unwrap_or_default()
}
