//! Who may do what with a program.

use super::rows::{Standing, participant};
use crate::Tx;
use crate::error::{Error, Result};
use domain::actor::{Actor, Role};
use domain::program::{Capability, Program, Right, may};
use domain::rejection::{Noun, Rejection};

/// What somebody reads who was an admin when they began to type.
const NO_ADMIN_ANY_MORE: &str = "You are not a program admin any more, so nothing was published. What you wrote is kept: you \
    find it on the page of its editor, and an organisation admin can make you one again.";

/// Passes program admins.
pub(super) fn may_edit(actor: &Actor) -> Result<()> {
    match actor.at_least(Role::ProgramAdmin) {
        Err(Rejection::Forbidden(_)) => Err(Rejection::Forbidden(NO_ADMIN_ANY_MORE.to_owned()).into()),
        outcome => Ok(outcome?),
    }
}

/// Says so when the role was lost between signing in and saving.
pub(super) fn in_clear_words<T>(actor: &Actor, outcome: Result<T>) -> Result<T> {
    match (actor, outcome) {
        (Actor::Person(_), Err(Error::Rejected(Rejection::SignedOut))) => {
            Err(Rejection::Forbidden(NO_ADMIN_ANY_MORE.to_owned()).into())
        }
        (_, outcome) => outcome,
    }
}

/// True for program admins and for those whom the program names as its organisers.
pub(crate) fn organises(actor: &Actor, program: &Program) -> bool {
    let is_named = actor.person().is_some_and(|person| program.names_as_organiser(person));
    actor.at_least(Role::ProgramAdmin).is_ok() || program.phase.is_public() && is_named
}

/// Passes whoever organises the program. Not found for those who do not even see it.
pub(super) fn may_organise(actor: &Actor, standing: &Standing) -> Result<()> {
    sees(actor, standing)?;
    if organises(actor, &standing.program) {
        return Ok(());
    }
    let words = "Only an organiser of this program or a program admin can do this. Ask one to.";
    Err(Rejection::Forbidden(words.to_owned()).into())
}

/// By what right somebody does that for others in the program: as an organiser, or in a role that carries it, as the
/// transaction sees them. Not found for those who do not even see it.
pub(super) async fn may_for_others(
    tx: &Tx,
    actor: &Actor,
    standing: &Standing,
    capability: Capability,
) -> Result<Right> {
    sees(actor, standing)?;
    if organises(actor, &standing.program) {
        return Ok(Right::Organiser);
    }
    let own = participant(tx, &standing.program.id, &actor.member()?.id).await?;
    if own.is_some_and(|own| may(&standing.history(), &own, capability)) {
        return Ok(Right::Role);
    }
    let words = format!(
        "Only an organiser of this program, or somebody with a role for it, may {}. Ask one to.",
        capability.words()
    );
    Err(Rejection::Forbidden(words).into())
}

/// Passes everybody once the program is public, and program admins.
pub(super) fn sees(actor: &Actor, standing: &Standing) -> Result<()> {
    if standing.program.phase.is_public() || actor.at_least(Role::ProgramAdmin).is_ok() {
        return Ok(());
    }
    Err(Rejection::NotFound(Noun::Program).into())
}
