//! What a certificate proves, recomputed in whole numbers.

mod choices;
mod wide;

pub(super) use wide::proven_widely;

use super::{Facts, Flaw};
use crate::cover_plan::instance::Lesson;
use crate::cover_plan::plan::{Decision, Leaf, Part, Plan};
use crate::id::{PersonId, SkillId};
use choices::{least_of_learner, most_of_teacher};
use std::collections::{BTreeMap, BTreeSet};
use wide::Outside;

/// Prices are in parts of the unit of costs.
const FINE: i128 = 256;

/// A lesson of a part with its price in a branch.
#[derive(Clone, Copy)]
struct Priced<'a> {
    number: u32,
    lesson: &'a Lesson,
    price: i128,
}

/// The sum over the parts of the least bound of their branches, but no more than the plan costs in them.
pub(super) fn proven(facts: &Facts, plan: &Plan) -> Result<i128, Flaw> {
    let mut placed = BTreeSet::new();
    let mut total = 0;
    for part in &plan.certificate.parts {
        let skills = part.skills.iter().map(|skill| at(&facts.skills, *skill)).collect::<Result<Vec<_>, Flaw>>()?;
        let lessons =
            part.lessons.iter().map(|lesson| at(&facts.lessons, *lesson)).collect::<Result<Vec<_>, Flaw>>()?;
        if skills.iter().any(|need| !placed.insert(&need.id)) {
            return Err(Flaw::Certificate("a skill is in two parts".to_owned()));
        }
        let own: BTreeSet<&SkillId> = skills.iter().map(|need| &need.id).collect();
        if lessons.iter().any(|lesson| !own.contains(&lesson.skill)) || !part.lessons.is_sorted_by(|a, b| a < b) {
            return Err(Flaw::Certificate("a part holds a lesson of another".to_owned()));
        }
        let tails: Vec<&[Decision]> = part.leaves.iter().map(|leaf| leaf.decisions.as_slice()).collect();
        if !covers(&tails) {
            return Err(Flaw::Certificate("branches are missing".to_owned()));
        }
        total += of_part(facts, plan, part)?;
    }
    let inside: BTreeSet<u32> = plan.certificate.parts.iter().flat_map(|part| part.lessons.iter().copied()).collect();
    let outside = (0..).zip(&facts.lessons).filter(|(number, _)| !inside.contains(number));
    let left: Vec<&Lesson> = outside.map(|(_, lesson)| *lesson).filter(|lesson| fits_alone(facts, lesson)).collect();
    if let Some(lesson) = left.iter().find(|lesson| can_be_before(facts, lesson, &inside, &left)) {
        return Err(Flaw::Certificate(format!("the lesson {} is in no part", lesson.pick())));
    }
    let alone = facts.skills.iter().filter(|need| !placed.contains(&need.id));
    Ok(total + alone.map(|need| i128::from(need.seats) * i128::from(facts.price(need))).sum::<i128>())
}

/// The least bound of the branches of a part, but no more than the plan costs in it.
fn of_part(facts: &Facts, plan: &Plan, part: &Part) -> Result<i128, Flaw> {
    let skills = part.skills.iter().map(|skill| at(&facts.skills, *skill)).collect::<Result<Vec<_>, Flaw>>()?;
    let lessons = part.lessons.iter().map(|lesson| at(&facts.lessons, *lesson)).collect::<Result<Vec<_>, Flaw>>()?;
    let costs = lessons.iter().map(|lesson| lesson.cost).chain(skills.iter().map(|need| facts.price(need)));
    let step = i128::from(costs.fold(0, |a, b| if b == 0 { a } else { divisor(a, b) }).max(1));
    let mut least = cost_within(facts, plan, &skills.iter().map(|need| &need.id).collect());
    for leaf in &part.leaves {
        if let Some(value) = of_leaf(facts, part, leaf, None)? {
            let cost = up(value, FINE);
            least = least.min(up(cost, step) * step);
        }
    }
    Ok(least)
}

fn at<'a, T: ?Sized>(rows: &[&'a T], number: u32) -> Result<&'a T, Flaw> {
    let row = usize::try_from(number).ok().and_then(|number| rows.get(number));
    row.copied().ok_or_else(|| Flaw::Certificate(format!("there is no number {number}")))
}

fn divisor(a: i64, b: i64) -> i64 {
    if a == 0 { b } else { divisor(b % a, a) }
}

/// Division that rounds up.
fn up(value: i128, by: i128) -> i128 {
    -(-value).div_euclid(by)
}

/// True when decisions split in two wherever branches part, so that every plan is in one of them.
fn covers(tails: &[&[Decision]]) -> bool {
    match tails {
        [] => false,
        [[]] => true,
        [..] => {
            let Some(first) = tails.first().and_then(|tail| tail.first()) else { return false };
            let mut sides: [Vec<&[Decision]>; 2] = [Vec::new(), Vec::new()];
            for tail in tails {
                let Some((head, rest)) = tail.split_first() else { return false };
                if (head.lesson, head.any_teacher) != (first.lesson, first.any_teacher) {
                    return false;
                }
                sides[usize::from(head.is_taken)].push(rest);
            }
            sides.iter().all(|side| covers(side))
        }
    }
}

/// What the plan costs in the skills of a part.
fn cost_within(facts: &Facts, plan: &Plan, own: &BTreeSet<&SkillId>) -> i128 {
    let lessons = plan.lessons.iter().filter(|lesson| own.contains(&lesson.skill));
    let empty = plan.empty.iter().filter(|empty| own.contains(&empty.skill)).map(|empty| {
        let need = facts.skills.iter().find(|need| need.id == empty.skill);
        need.map_or(0, |need| i128::from(facts.price(need)) * i128::from(empty.seats))
    });
    lessons.map(|lesson| i128::from(lesson.cost)).sum::<i128>() + empty.sum::<i128>()
}

/// True when the lesson could be chosen if it were the only one.
fn fits_alone(facts: &Facts, lesson: &Lesson) -> bool {
    let fits = |person: &PersonId, teaches, quarters| {
        facts.hours_fit(facts.free(person, teaches), &[(facts.due(lesson), quarters)]).is_ok()
    };
    let teacher = lesson.teacher.as_ref();
    facts.is_allowed(lesson)
        && fits(&lesson.learner, false, lesson.learning)
        && teacher.is_none_or(|teacher| fits(teacher, true, lesson.teaching) && facts.mentees(teacher) > 0)
}

/// True when what the lesson builds on could be learned as well, as far as `inside` and `left` go.
fn can_be_before(facts: &Facts, lesson: &Lesson, inside: &BTreeSet<u32>, left: &[&Lesson]) -> bool {
    let Some(after) = &lesson.after else { return true };
    let comes_first = |other: &Lesson| {
        other.learner == lesson.learner && other.skill == *after && facts.due(other) <= facts.due(lesson)
    };
    // Of lessons in no part only one that builds on nothing, or on the first one itself, could come before.
    let could =
        |other: &&&Lesson| comes_first(other) && other.after.as_ref().is_none_or(|third| *third == lesson.skill);
    let in_parts = inside.iter().filter_map(|number| at(&facts.lessons, *number).ok());
    facts.instance.terms.lessons_each > 1
        && (in_parts.into_iter().any(comes_first) || left.iter().any(|other| could(&other)))
}

/// What a branch costs at least, in fine units; `None` when there is no plan in it. With what was left out `outside`, the
/// branch holds plans with that too.
fn of_leaf(facts: &Facts, part: &Part, leaf: &Leaf, outside: Option<&Outside>) -> Result<Option<i128>, Flaw> {
    if (leaf.seats.len(), leaf.pairs.len()) != (part.skills.len(), part.lessons.len()) {
        return Err(Flaw::Certificate("a price is missing".to_owned()));
    }
    let mut value = 0;
    let mut seats = BTreeMap::new();
    for (skill, price) in part.skills.iter().zip(&leaf.seats) {
        let need = at(&facts.skills, *skill)?;
        if *price < 0 || i128::from(*price) > i128::from(facts.price(need)) * FINE {
            return Err(Flaw::Certificate(format!("the price of a seat in `{}` is out of range", need.id)));
        }
        let least = outside.and_then(|outside| outside.get(&need.id));
        let price = least.map_or(i128::from(*price), |least| i128::from(*price).min(i128::from(*least) * FINE));
        value += price * i128::from(need.seats);
        seats.insert(&need.id, price);
    }
    let mut decided = Decided::default();
    for lesson in &part.lessons {
        let pick = at(&facts.lessons, *lesson)?.pick();
        if facts.pins.contains(&pick) {
            decided.add(facts, part, Decision { lesson: *lesson, any_teacher: false, is_taken: true })?;
        }
    }
    for decision in &leaf.decisions {
        decided.add(facts, part, *decision)?;
    }
    if let Some(outside) = outside {
        decided.loosen(facts, outside);
    }
    let (mut learners, mut teachers) = (BTreeMap::<_, Vec<Priced>>::new(), BTreeMap::<_, Vec<Priced>>::new());
    for (number, pair) in part.lessons.iter().zip(&leaf.pairs) {
        let lesson = at(&facts.lessons, *number)?;
        let (pair, seat) = (i128::from(*pair), seats.get(&lesson.skill).copied().unwrap_or(0));
        let is_cut = outside.is_some_and(|outside| outside.contains_key(&lesson.skill));
        let pair = if is_cut { wide::pay(pair, i128::from(lesson.cost), seat) } else { pair };
        if decided.out.contains(number) && decided.taken.contains(number) {
            return Ok(None);
        }
        let cost = i128::from(lesson.cost) * FINE - seat;
        match &lesson.teacher {
            Some(teacher) => {
                let learner = learners.entry(&lesson.learner).or_default();
                learner.push(Priced { number: *number, lesson, price: cost + pair });
                teachers.entry(teacher).or_default().push(Priced { number: *number, lesson, price: pair });
            }
            None => {
                let learner = learners.entry(&lesson.learner).or_default();
                learner.push(Priced { number: *number, lesson, price: cost });
            }
        }
    }
    let own: BTreeSet<&SkillId> = seats.keys().copied().collect();
    for (person, lessons) in &learners {
        match least_of_learner(facts, &decided, (person, lessons, &own)) {
            Some(least) => value += least,
            None => return Ok(None),
        }
    }
    for (person, lessons) in &teachers {
        match most_of_teacher(facts, &decided, (person, lessons)) {
            Some(most) => value -= most,
            None => return Ok(None),
        }
    }
    Ok(Some(value))
}

/// What is decided in a branch.
#[derive(Default)]
struct Decided {
    out: BTreeSet<u32>,
    taken: BTreeSet<u32>,
    must: BTreeSet<(PersonId, SkillId)>,
}

impl Decided {
    fn add(&mut self, facts: &Facts, part: &Part, decision: Decision) -> Result<(), Flaw> {
        let about = at(&facts.lessons, decision.lesson)?;
        let is_alike = |number: &u32| {
            at(&facts.lessons, *number)
                .is_ok_and(|other| (&other.learner, &other.skill) == (&about.learner, &about.skill))
        };
        let alike = part.lessons.iter().copied().filter(is_alike);
        match (decision.is_taken, decision.any_teacher) {
            (true, true) => drop(self.must.insert((about.learner.clone(), about.skill.clone()))),
            (true, false) => {
                self.must.insert((about.learner.clone(), about.skill.clone()));
                self.out.extend(alike.filter(|other| *other != decision.lesson));
                self.taken.insert(decision.lesson);
            }
            (false, true) => self.out.extend(alike),
            (false, false) => drop(self.out.insert(decision.lesson)),
        }
        Ok(())
    }
}
