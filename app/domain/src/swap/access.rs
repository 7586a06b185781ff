//! Who sees a ring and who has rings looked for: those in it, and those who bring people together.

use super::{SwapRing, SwapTerms};
use crate::actor::{Actor, Role};
use crate::id::ProgramId;
use crate::org::Org;
use crate::program::{Capability, Participant, Phase, Program, ProgramKind, Standing, may};
use crate::rejection::{Noun, Rejection};

/// The swap program of that id while people swap in it; not found when it is another kind, and refused while it is not
/// open.
pub fn swap_program<'a>(org: &'a Org, id: &ProgramId) -> Result<&'a Program, Rejection> {
    let program = org.program(id).filter(|program| program.kind == ProgramKind::SkillSwap && program.phase.is_public());
    let program = program.ok_or(Rejection::NotFound(Noun::Program))?;
    match program.phase {
        Phase::Open | Phase::Running => Ok(program),
        Phase::Draft | Phase::Paused | Phase::Closed => {
            let phase = program.phase.title().to_lowercase();
            Err(Rejection::Conflict(format!("{} is {phase}: nobody swaps in it now.", program.title())))
        }
    }
}

/// True for those whose offers and wants stand on the board of `program`: everybody in it, and in one that goes on by a
/// rhythm also those who finished its steps. They have swapped once; the next month they may again.
pub fn is_on_board(program: &Program, mine: &Participant) -> bool {
    match mine.standing {
        Standing::Inside => true,
        Standing::Finished => SwapTerms::of(program).goes_on,
        Standing::Applied | Standing::Waiting | Standing::Invited { .. } | Standing::Left => false,
    }
}

/// Passes those who bring people together in a program: its hosts and organisers, program admins, and the console.
pub fn may_look(org: &Org, actor: &Actor, id: &ProgramId) -> Result<(), Rejection> {
    let program = org.program(id).filter(|program| program.kind == ProgramKind::SkillSwap);
    let program = program.ok_or(Rejection::NotFound(Noun::Program))?;
    if brings_together(org, actor, program) {
        return Ok(());
    }
    Err(Rejection::Forbidden("Only a host or an organiser of the program has rings looked for. Ask one to.".into()))
}

/// Passes those in it, and those who bring people together in its program; to everybody else there is no such ring.
pub fn may_see(org: &Org, actor: &Actor, ring: &SwapRing) -> Result<(), Rejection> {
    let is_in_it = actor.person().is_some_and(|me| ring.has(me));
    let looks_after = || org.program(&ring.program).is_some_and(|program| brings_together(org, actor, program));
    if is_in_it || looks_after() { Ok(()) } else { Err(Rejection::NotFound(Noun::Ring)) }
}

fn brings_together(org: &Org, actor: &Actor, program: &Program) -> bool {
    if actor.at_least(Role::ProgramAdmin).is_ok() {
        return true;
    }
    let Some(me) = actor.person() else { return false };
    let hosts = || {
        let mine = org.participant(&program.id, me).zip(org.history(&program.id));
        mine.is_some_and(|(mine, history)| may(&history, mine, Capability::Invite))
    };
    org.looks_after(program, me) || hosts()
}
