//! Between a plan as people live with it and the engine: the question that it comes to, and the answer as steps.

use super::held::in_words;
use super::{CoverPlan, Gap, Standing, Step, Trio, Verdict, Wishes, Worth};
use crate::clocks::{Clocks, Day};
use crate::cover_plan::{self, Choices, Colleague, Held, Instance, Lesson, Need, Pick, Plan, QUARTER_COST, Question};
use crate::id::SkillId;
use crate::org::Org;
use crate::time::Timestamp;
use std::collections::BTreeSet;

/// Minutes in the engine's unit of time.
const QUARTER: u32 = 15;

/// A copy of what [`wishes`](super::wishes) and [`question`] read of the organisation for `plan`: both take long in a
/// large one, which nobody can change while it is read.
pub fn excerpt(org: &Org, plan: &CoverPlan) -> Org {
    let mut skills: BTreeSet<SkillId> = BTreeSet::new();
    for skill in plan.scope.skills(org) {
        skills.insert(skill.id.clone());
        skills.extend(skill.after.iter().cloned());
    }
    skills.extend(plan.steps.iter().map(|step| step.trio.skill.clone()));
    skills.extend(plan.choices.iter().map(|choice| choice.trio.skill.clone()));
    org.excerpt(&skills)
}

/// What to ask the engine for `plan`; of answers that cost the same it gives the one nearest to `plan`. What is under way
/// is pinned with the time that it still takes, and always fits: the two have said yes.
pub fn question(org: &Org, plan: &CoverPlan, wishes: &Wishes, clocks: &Clocks) -> Instance {
    let skills: Vec<SkillId> = plan.scope.skills(org).map(|skill| skill.id.clone()).collect();
    let choices = Choices {
        // What is under way can be built on.
        pins: wishes.keep.iter().chain(wishes.under_way.keys()).map(pick).collect(),
        forbids: wishes.never.iter().filter(|trio| !wishes.under_way.contains_key(trio)).map(pick).collect(),
    };
    let terms = plan.assumptions.terms();
    let question = Question { terms: &terms, choices: &choices, skills: &skills };
    let mut instance = cover_plan::instance(org, question, clocks);
    let kept: BTreeSet<Pick> = wishes.keep.iter().map(pick).collect();
    // What is kept for a skill that needs nobody, and that the learner needs for nothing else, waits until it does.
    let is_asked = |pin: &Pick| {
        let need = instance.skills.iter().find(|need| need.id == pin.skill);
        need.is_some_and(|need| need.seats > 0 || instance.lessons.iter().any(|lesson| lesson.pick() == *pin))
    };
    instance.pins.retain(|pin| kept.contains(pin) && is_asked(pin));
    prefer(&mut instance, plan);
    for (trio, minutes) in &wishes.under_way {
        go_on(&mut instance, trio, *minutes);
    }
    make_room(&mut instance);
    instance
}

/// A step that the plan has already counts for a minute and a half less, the least there is, so that drawing it anew
/// changes no more than it has to.
fn prefer(instance: &mut Instance, plan: &CoverPlan) {
    let drawn: BTreeSet<Pick> = plan.live_steps().map(|step| pick(&step.trio)).collect();
    for lesson in instance.lessons.iter_mut().filter(|lesson| lesson.cost > 0 && drawn.contains(&lesson.pick())) {
        lesson.cost -= 1;
    }
}

fn pick(trio: &Trio) -> Pick {
    Pick { learner: trio.learner.clone(), teacher: Some(trio.teacher.clone()), skill: trio.skill.clone() }
}

/// Puts what is under way into the instance in place of all that the learner could do for that skill. A learner takes
/// only so many lessons in a plan; one who has said yes to more is left to it, and what the others take is not asked for.
fn go_on(instance: &mut Instance, trio: &Trio, (learning, teaching): (u32, u32)) {
    if instance.skills.iter().all(|need| need.id != trio.skill) {
        return;
    }
    let quarters = |minutes: u32| i64::from(minutes.div_ceil(QUARTER));
    let (learning, teaching) = (quarters(learning), quarters(teaching));
    instance.lessons.retain(|lesson| lesson.learner != trio.learner || lesson.skill != trio.skill);
    instance.pins.retain(|other| other.learner != trio.learner || other.skill != trio.skill);
    let taken = instance.pins.iter().filter(|other| other.learner == trio.learner).count();
    if taken >= usize::try_from(instance.terms.lessons_each).unwrap_or(usize::MAX) {
        return beside(instance, trio, teaching);
    }
    instance.lessons.push(Lesson {
        skill: trio.skill.clone(),
        learner: trio.learner.clone(),
        teacher: Some(trio.teacher.clone()),
        learning,
        teaching,
        cost: (learning + teaching) * QUARTER_COST,
        overlap: None,
        after: None,
        from: crate::evidence::Level::NONE,
        is_wanted: false,
        earliest: None,
        to: None,
    });
    for person in [&trio.learner, &trio.teacher] {
        if instance.people.iter().all(|other| other.id != *person) {
            let none = vec![0; instance.dates.len()];
            let hours = (none.clone(), none);
            let new = Colleague { id: person.clone(), learning: hours.0, teaching: hours.1, mentees: None };
            instance.people.push(new);
        }
    }
    instance.pins.push(pick(trio));
}

/// What goes on outside the engine's question: the skill needs one person fewer, the teacher has that much less room.
fn beside(instance: &mut Instance, trio: &Trio, teaching: i64) {
    let most = instance.terms.mentees;
    for need in instance.skills.iter_mut().filter(|need| need.id == trio.skill) {
        need.seats = need.seats.saturating_sub(1);
    }
    for teacher in instance.people.iter_mut().filter(|person| person.id == trio.teacher) {
        teacher.teaching.iter_mut().for_each(|hours| *hours = (*hours - teaching).max(0));
        teacher.mentees = Some(teacher.mentees.unwrap_or(most).saturating_sub(1));
    }
}

/// Everybody has at least the time, and room for as many learners, that what is under way takes.
fn make_room(instance: &mut Instance) {
    let under_way: Vec<(Lesson, Day)> = {
        let due = |skill: &SkillId| instance.skills.iter().find(|need: &&Need| need.id == *skill).map(|need| need.due);
        let own = |lesson: &&Lesson| lesson.overlap.is_none() && instance.pins.contains(&lesson.pick());
        instance.lessons.iter().filter(own).filter_map(|lesson| Some((lesson.clone(), due(&lesson.skill)?))).collect()
    };
    let (dates, most) = (instance.dates.clone(), instance.terms.mentees);
    for person in &mut instance.people {
        for (place, date) in dates.iter().enumerate() {
            let until = || under_way.iter().filter(|(_, due)| due <= date).map(|(lesson, _)| lesson);
            let learning = until().filter(|lesson| lesson.learner == person.id).map(|lesson| lesson.learning).sum();
            let teaches = |lesson: &&Lesson| lesson.teacher.as_ref() == Some(&person.id);
            let teaching = until().filter(teaches).map(|lesson| lesson.teaching).sum();
            raise(person.learning.get_mut(place), learning);
            raise(person.teaching.get_mut(place), teaching);
        }
        let gives = under_way.iter().filter(|(lesson, _)| lesson.teacher.as_ref() == Some(&person.id)).count();
        let gives = u32::try_from(gives).unwrap_or(u32::MAX);
        if gives > person.mentees.unwrap_or(most) {
            person.mentees = Some(gives);
        }
    }
}

fn raise(hours: Option<&mut i64>, least: i64) {
    if let Some(hours) = hours {
        *hours = (*hours).max(least);
    }
}

/// `plan` with the engine's answer: its lessons as steps, those that became requests with them, and what fell through
/// or is about other skills left out from now on.
pub fn drawn(org: &Org, plan: CoverPlan, (found, held): (&Plan, &[Held]), now: Timestamp) -> CoverPlan {
    let today = Day::utc(now);
    let due = |skill: &SkillId| org.skill(skill).map(|skill| skill.target).unwrap_or_default().due(today);
    let mut steps: Vec<Step> = Vec::new();
    for lesson in &found.lessons {
        let Some(teacher) = &lesson.teacher else { continue };
        let trio = Trio { learner: lesson.learner.clone(), teacher: teacher.clone(), skill: lesson.skill.clone() };
        let minutes = |quarters: i64| u32::try_from(quarters.saturating_mul(i64::from(QUARTER))).unwrap_or(0);
        let before = plan.step(&trio).filter(|step| step.exchange.is_some());
        let first_for = lesson.to.and_then(|_| builds_on(found, lesson));
        let step = before.cloned().unwrap_or_else(|| Step {
            by: due(first_for.unwrap_or(&lesson.skill)),
            first_for: first_for.cloned(),
            learning: minutes(lesson.learning),
            teaching: minutes(lesson.teaching),
            exchange: None,
            is_left_out: false,
            trio,
        });
        // Two who had declined and ask each other again are in it again.
        steps.push(Step { is_left_out: false, ..step });
    }
    for step in plan.steps.iter().filter(|step| step.exchange.is_some()) {
        if steps.iter().all(|other| other.trio != step.trio) {
            let standing = super::standing(org, step, now);
            let is_elsewhere = !plan.scope.includes(org, step.about());
            let is_dropped = standing == Standing::Stalled && plan.verdict(&step.trio) == Some(Verdict::Never);
            let is_left_out = standing.has_fallen_through() || is_dropped || step.is_left_out || is_elsewhere;
            steps.push(Step { is_left_out, ..step.clone() });
        }
    }
    let gaps = held.iter().map(|held| gap(org, &plan, (held, today))).collect();
    CoverPlan { drawn_at: now, steps, gaps, worth: worth(found), ..plan }
}

/// The skill that the learner of `lesson` learns with it.
fn builds_on<'a>(found: &'a Plan, lesson: &Lesson) -> Option<&'a SkillId> {
    let is_next = |other: &&Lesson| other.learner == lesson.learner && other.after.as_ref() == Some(&lesson.skill);
    found.lessons.iter().find(is_next).map(|next| &next.skill)
}

fn gap(org: &Org, plan: &CoverPlan, (held, today): (&Held, Day)) -> Gap {
    let (because, way_out) = in_words(org, plan, (held, today));
    Gap { skill: held.skill.clone(), seats: held.seats, because, way_out }
}

fn worth(found: &Plan) -> Worth {
    // Where what was left out could not help either, nobody has to hear of it.
    let is_wider = found.stats.cut > 0 && found.wide_bound < found.bound;
    let per_mille = |gap: i64| u32::try_from((gap + 9) / 10).unwrap_or(u32::MAX);
    Worth {
        cost: found.cost,
        bound: found.bound,
        gap_per_mille: per_mille(found.gap()),
        is_proven: found.is_proven,
        looked_at: is_wider.then_some(found.stats.lessons),
        wide_gap_per_mille: is_wider.then(|| per_mille(found.wide_gap())),
        is_stopped: found.is_stopped,
    }
}
