//! Better plans by taking lessons out and putting others in.
//!
//! A move forces one lesson in, takes out what is in its way, and fills what became empty with whatever the freed
//! people can do. It stays when the plan is not much dearer than the best so far (record-to-record travel; Dueck 1993),
//! by a margin that shrinks to nothing.

use super::chance::Chance;
use super::draft::Draft;
use super::greedy::{take_if_better, trim};

/// How long to search, and by what.
#[derive(Debug)]
pub(super) struct Search<'a> {
    /// What a lesson costs with the price of scarce people.
    pub(super) guide: &'a [i64],
    /// How many steps of work.
    pub(super) steps: u64,
    /// How much dearer than the best a plan may be at first.
    pub(super) margin: i64,
}

/// The best plan found from `draft`, no dearer than it, and the work it took.
pub(super) fn improve<'a>(draft: &Draft<'a>, search: &Search, chance: &mut Chance) -> (Draft<'a>, u64) {
    let mut best = draft.clone();
    let mut current = draft.clone();
    let mut work = 0;
    while work < search.steps {
        current.keep();
        let left = i128::from(search.steps - work);
        let margin =
            i128::from(search.margin) * left * left / (i128::from(search.steps) * i128::from(search.steps)).max(1);
        let margin = i64::try_from(margin).unwrap_or(0);
        let forced = wanted_in(&current, chance);
        force(&mut current, forced, chance);
        work += refill(&mut current, search.guide, chance);
        if current.cost < best.cost {
            current.keep();
            best = current.clone();
        } else if current.cost > best.cost + margin {
            current.undo();
        }
    }
    best.keep();
    (best, work)
}

/// A lesson that is not chosen, of a skill with an empty seat where one is met soon.
fn wanted_in(draft: &Draft, chance: &mut Chance) -> usize {
    let part = draft.part;
    let mut at = chance.below(part.lessons.len());
    for _ in 0..4 {
        let skill = chance.below(part.skills.len());
        let lessons = &part.skills[skill].lessons;
        if draft.shortage(skill) > 0 && !lessons.is_empty() {
            return lessons[chance.below(lessons.len())];
        }
        at = chance.below(part.lessons.len());
        if !draft.is_chosen[at] {
            break;
        }
    }
    at
}

/// Puts a lesson in and takes out what is in its way; or, when it is in already, takes it out.
fn force(draft: &mut Draft, at: usize, chance: &mut Chance) {
    if draft.is_chosen[at] {
        if draft.may_go(at) {
            draft.remove(at);
        }
        return;
    }
    let lesson = draft.part.lessons[at];
    while !draft.learner_fits(at) {
        let others = &draft.of_learner[lesson.learner];
        let same = others.iter().copied().find(|other| draft.part.lessons[*other].skill == lesson.skill);
        let out = match (same, others.len()) {
            (Some(same), _) => same,
            (None, 0) => break,
            (None, count) => others[chance.below(count)],
        };
        if !draft.may_go(out) {
            return;
        }
        draft.remove(out);
    }
    while !draft.teacher_fits(at) {
        let Some(teacher) = lesson.teacher else { break };
        let others = &draft.of_teacher[teacher];
        if others.is_empty() {
            return;
        }
        let out = others[chance.below(others.len())];
        if !draft.may_go(out) {
            return;
        }
        draft.remove(out);
    }
    if draft.take(at) && draft.shortage(lesson.skill) < 0 {
        let chosen = draft.part.skills[lesson.skill].lessons.iter().copied();
        let chosen: Vec<usize> =
            chosen.filter(|other| *other != at && draft.is_chosen[*other] && draft.may_go(*other)).collect();
        if !chosen.is_empty() {
            draft.remove(chosen[chance.below(chosen.len())]);
        }
    }
}

/// Fills empty seats with whatever the people and skills that were touched can do.
fn refill(draft: &mut Draft, guide: &[i64], chance: &mut Chance) -> u64 {
    let part = draft.part;
    let (mut candidates, mut looked_at): (Vec<usize>, usize) = (Vec::new(), 0);
    for lesson in draft.touched() {
        if draft.shortage(lesson.skill) > 0 {
            candidates.extend(&part.skills[lesson.skill].lessons);
        }
        let groups = &part.learners[lesson.learner].groups;
        for group in groups.iter().filter(|group| draft.shortage(group.skill) > 0) {
            candidates.extend(&group.lessons);
        }
        looked_at += groups.len();
        if let Some(teacher) = lesson.teacher {
            let by_skill = &part.teachers[teacher].by_skill;
            for (_, lessons) in by_skill.iter().filter(|(skill, _)| draft.shortage(*skill) > 0) {
                candidates.extend(lessons);
            }
            looked_at += by_skill.len();
        }
    }
    let work = u64::try_from(4 * candidates.len() + looked_at).unwrap_or(0) + 40;
    candidates.sort_unstable();
    candidates.dedup();
    let mut keyed: Vec<(i64, usize)> = candidates
        .into_iter()
        .filter(|at| draft.fits(*at) || part.lessons[*at].after.is_some())
        .map(|at| {
            let gain = guide[at] - part.skills[part.lessons[at].skill].price;
            (gain + chance.up_to(guide[at].abs() / 4 + 1), at)
        })
        .collect();
    keyed.sort_unstable();
    for (_, at) in keyed {
        take_if_better(draft, at);
    }
    let mut learners: Vec<usize> = draft.touched().map(|lesson| lesson.learner).collect();
    learners.sort_unstable();
    learners.dedup();
    for learner in learners {
        trim(draft, Some(learner));
    }
    work
}
