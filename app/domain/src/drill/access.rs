//! Who may plan a drill and who may see one: the two in it, whoever proposed it, managers of either, program admins.

use super::{Drill, Plan};
use crate::actor::{Actor, Role};
use crate::evidence::Level;
use crate::id::PersonId;
use crate::org::Org;
use crate::rejection::{Noun, Rejection};
use crate::skill::Skill;
use crate::teams::leads;

/// True when `actor` may plan drills for `person` without being in them: as their manager, or as program admin.
pub fn plans_for(org: &Org, actor: &Actor, person: &PersonId) -> bool {
    actor.at_least(Role::ProgramAdmin).is_ok() || leads(org, actor, person)
}

/// True when `person` is counted as doing what `skill` asks for, so that there is something to stand back from.
pub fn does_it(org: &Org, person: &PersonId, skill: &Skill) -> bool {
    let known = org.known(person, &skill.id).map(|known| known.estimate);
    known.is_some_and(|known| known.reaches(skill.target.level) || known.reaches(Level::ALONE))
}

/// Passes the holder, the backup, managers of either and program admins. Refuses skills and people that are not here,
/// and a holder who is not counted as doing it.
pub fn may_plan(org: &Org, actor: &Actor, plan: &Plan) -> Result<(), Rejection> {
    let me = &actor.member()?.id;
    let skill = org.skill(&plan.skill).ok_or(Rejection::NotFound(Noun::Skill))?;
    for person in [&plan.holder, &plan.backup] {
        org.person(person).filter(|person| person.is_active()).ok_or(Rejection::NotFound(Noun::Person))?;
    }
    let may = [&plan.holder, &plan.backup].into_iter().any(|person| person == me || plans_for(org, actor, person));
    if !may {
        let words = "Plan a drill in which you stand back or step in, or one of your own people.";
        return Err(Rejection::Forbidden(words.into()));
    }
    if !does_it(org, &plan.holder, skill) {
        let name = org.name_of(&plan.holder);
        let words = format!("{name} is not counted as doing {} alone. Choose somebody who is.", skill.name);
        return Err(Rejection::invalid("holder", words));
    }
    Ok(())
}

/// Passes the two in it, whoever proposed it, managers of either and program admins; to everybody else there is no such
/// drill.
pub fn may_see(org: &Org, actor: &Actor, drill: &Drill) -> Result<(), Rejection> {
    let own = |me: &PersonId| drill.side_of(me).is_some() || drill.proposed_by == *me;
    let may = actor.person().is_some_and(own)
        || [&drill.holder, &drill.backup].into_iter().any(|person| plans_for(org, actor, person));
    if may { Ok(()) } else { Err(Rejection::NotFound(Noun::Drill)) }
}
