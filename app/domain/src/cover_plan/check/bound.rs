//! What a certificate proves, recomputed in whole numbers.

use super::{Facts, Flaw};
use crate::clocks::Day;
use crate::cover_plan::instance::Lesson;
use crate::cover_plan::plan::{Decision, Leaf, Part, Plan};
use crate::id::{PersonId, SkillId};
use std::collections::{BTreeMap, BTreeSet};

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
        let costs = lessons.iter().map(|lesson| lesson.cost).chain(skills.iter().map(|need| facts.price(need)));
        let step = i128::from(costs.fold(0, |a, b| if b == 0 { a } else { divisor(a, b) }).max(1));
        let mut least = cost_within(facts, plan, &own);
        for leaf in &part.leaves {
            if let Some(value) = of_leaf(facts, part, leaf)? {
                let cost = up(value, FINE);
                least = least.min(up(cost, step) * step);
            }
        }
        total += least;
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

/// What a branch costs at least, in fine units; `None` when there is no plan in it.
fn of_leaf(facts: &Facts, part: &Part, leaf: &Leaf) -> Result<Option<i128>, Flaw> {
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
        value += i128::from(*price) * i128::from(need.seats);
        seats.insert(&need.id, i128::from(*price));
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
    let (mut learners, mut teachers) = (BTreeMap::<_, Vec<Priced>>::new(), BTreeMap::<_, Vec<Priced>>::new());
    for (number, pair) in part.lessons.iter().zip(&leaf.pairs) {
        let lesson = at(&facts.lessons, *number)?;
        let (pair, seat) = (i128::from(*pair), seats.get(&lesson.skill).copied().unwrap_or(0));
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

/// The cheapest set of at most two lessons that somebody can take.
fn least_of_learner(
    facts: &Facts,
    decided: &Decided,
    (person, lessons, own): (&PersonId, &[Priced], &BTreeSet<&SkillId>),
) -> Option<i128> {
    let free = facts.free(person, false);
    let must: Vec<&SkillId> =
        decided.must.iter().filter(|(learner, _)| learner == person).map(|(_, skill)| skill).collect();
    let open: Vec<&Priced> = lessons.iter().filter(|priced| !decided.out.contains(&priced.number)).collect();
    let allowed = |set: &[&Priced]| {
        let spent: Vec<(Day, i64)> =
            set.iter().map(|priced| (facts.due(priced.lesson), priced.lesson.learning)).collect();
        let has = |skill: &SkillId| set.iter().any(|priced| priced.lesson.skill == *skill);
        let built = |priced: &&Priced| {
            let Some(after) = &priced.lesson.after else { return true };
            let first =
                |other: &&Priced| other.lesson.skill == *after && facts.due(other.lesson) <= facts.due(priced.lesson);
            !own.contains(after) || set.iter().any(first)
        };
        must.iter().all(|skill| has(skill)) && facts.hours_fit(free, &spent).is_ok() && set.iter().all(built)
    };
    let mut least = must.is_empty().then_some(0);
    let mut consider = |set: &[&Priced]| {
        let price: i128 = set.iter().map(|priced| priced.price).sum();
        if least.is_none_or(|least| price < least) && allowed(set) {
            least = Some(price);
        }
    };
    for (place, first) in open.iter().enumerate() {
        consider(&[first]);
        if facts.instance.terms.lessons_each > 1 {
            for second in &open[..place] {
                if second.lesson.skill != first.lesson.skill {
                    consider(&[first, second]);
                }
            }
        }
    }
    least
}

/// The most that a teacher can earn within their hours until each date and their number of mentees.
fn most_of_teacher(facts: &Facts, decided: &Decided, (person, lessons): (&PersonId, &[Priced])) -> Option<i128> {
    let free = facts.free(person, true);
    let until =
        |due: Day| facts.instance.dates.iter().zip(free).find(|(date, _)| **date == due).map_or(0, |(_, free)| *free);
    let mut order: Vec<&Priced> = lessons.iter().filter(|priced| !decided.out.contains(&priced.number)).collect();
    order.sort_by_key(|priced| (facts.due(priced.lesson), priced.number));
    order.retain(|priced| priced.price > 0 || decided.taken.contains(&priced.number));
    // The best worth for each number of lessons and of quarter hours; what is due first is looked at first.
    let mut best = BTreeMap::from([((0_usize, 0_i64), 0_i128)]);
    for priced in order {
        let is_taken = decided.taken.contains(&priced.number);
        let mut next = if is_taken { BTreeMap::new() } else { best.clone() };
        for ((count, spent), worth) in best {
            let spent = spent + priced.lesson.teaching;
            if count < facts.mentees(person) && spent <= until(facts.due(priced.lesson)) {
                let place = next.entry((count + 1, spent)).or_insert(i128::MIN);
                *place = (*place).max(worth + priced.price);
            }
        }
        best = next;
    }
    best.into_values().max()
}
