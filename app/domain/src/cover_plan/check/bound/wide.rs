//! What a certificate proves of plans that may also hold pairs that were left out.
//!
//! A learner gains nothing from such a pair while a seat is worth no more to them than the cheapest of those costs, and
//! its teacher nothing when they are paid nothing for it. So the same branches bound those plans too, with prices of
//! seats cut down to that, pay with them, and with nobody held to learn a skill that they might learn in such a pair.

use super::{Decided, FINE, at, fits_alone, of_leaf, up};
use crate::cover_plan::check::{Facts, Flaw};
use crate::cover_plan::instance::Need;
use crate::cover_plan::plan::{Part, Plan};
use crate::id::SkillId;
use std::collections::{BTreeMap, BTreeSet};

/// For each skill of which pairs were left out, what one of them costs at least.
pub(super) type Outside<'a> = BTreeMap<&'a SkillId, i64>;

/// The sum over the parts of the least bound of their branches, but no more than the plan costs in them.
pub(in crate::cover_plan::check) fn proven_widely(facts: &Facts, plan: &Plan) -> Result<i128, Flaw> {
    let outside = outside(facts, plan);
    let mut placed = BTreeSet::new();
    let mut total = 0;
    for part in &plan.certificate.parts {
        let skills = part.skills.iter().map(|skill| at(&facts.skills, *skill)).collect::<Result<Vec<_>, Flaw>>()?;
        placed.extend(skills.iter().map(|need| &need.id));
        total += of_part(facts, (plan, part), (&skills, &outside))?;
    }
    let alone = facts.skills.iter().filter(|need| !placed.contains(&need.id));
    Ok(total + alone.map(|need| seats(facts, need, outside.get(&need.id).copied())).sum::<i128>())
}

/// What the seats of a skill cost at least when a lesson in it costs so much; without any they stay empty.
fn seats(facts: &Facts, need: &Need, least: Option<i64>) -> i128 {
    let price = facts.price(need);
    i128::from(need.seats) * i128::from(least.map_or(price, |least| least.min(price)))
}

fn of_part(facts: &Facts, (plan, part): (&Plan, &Part), (skills, outside): (&[&Need], &Outside)) -> Result<i128, Flaw> {
    if skills.iter().all(|need| !outside.contains_key(&need.id)) {
        return super::of_part(facts, plan, part);
    }
    let lessons = part.lessons.iter().map(|lesson| at(&facts.lessons, *lesson)).collect::<Result<Vec<_>, Flaw>>()?;
    if lessons.iter().any(|lesson| lesson.after.as_ref().is_some_and(|after| outside.contains_key(after))) {
        // Nobody knows what could come before it.
        let cheapest = |need: &&&Need| {
            let costs = lessons.iter().filter(|lesson| lesson.skill == need.id).map(|lesson| lesson.cost);
            costs.chain(outside.get(&need.id).copied()).min()
        };
        return Ok(skills.iter().map(|need| seats(facts, need, cheapest(&need))).sum());
    }
    let mut least = super::cost_within(facts, plan, &skills.iter().map(|need| &need.id).collect());
    for leaf in &part.leaves {
        if let Some(value) = of_leaf(facts, part, leaf, Some(outside))? {
            least = least.min(up(value, FINE));
        }
    }
    Ok(least.max(0))
}

/// What the learner of a lesson pays its teacher where pairs were left out: no more than makes it worth nothing to them.
pub(super) fn pay(pair: i128, cost: i128, seat: i128) -> i128 {
    pair.min((seat - cost * FINE).max(pair.min(0)))
}

/// A lesson that is in no part and builds on a skill of which pairs were left out could build on one of those.
fn outside<'a>(facts: &Facts<'a>, plan: &Plan) -> Outside<'a> {
    let cut = |need: &&&'a Need| need.cut > 0;
    let mut outside: Outside = facts.skills.iter().filter(cut).map(|need| (&need.id, need.cut_cost)).collect();
    let known = outside.clone();
    let inside: BTreeSet<u32> = plan.certificate.parts.iter().flat_map(|part| part.lessons.iter().copied()).collect();
    for (_, lesson) in (0..).zip(&facts.lessons).filter(|(number, _)| !inside.contains(number)) {
        let could = lesson.after.as_ref().is_some_and(|after| known.contains_key(after));
        if could && fits_alone(facts, lesson) {
            let least = outside.entry(&lesson.skill).or_insert(lesson.cost);
            *least = lesson.cost.min(*least);
        }
    }
    outside
}

impl Decided {
    /// Holds nobody to learn a skill of which pairs were left out, unless it is decided from whom.
    pub(super) fn loosen(&mut self, facts: &Facts, outside: &Outside) {
        let taken: Vec<_> = self.taken.iter().filter_map(|number| at(&facts.lessons, *number).ok()).collect();
        self.must.retain(|(learner, skill)| {
            let is_taken = taken.iter().any(|lesson| lesson.learner == *learner && lesson.skill == *skill);
            is_taken || !outside.contains_key(skill)
        });
    }
}
