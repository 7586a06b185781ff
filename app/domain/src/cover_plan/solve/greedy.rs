//! Two simple plans: the cheapest lesson first, and the skill with the most to lose first.

use super::draft::Draft;

/// Takes lessons in the order of `cost`, as long as their skill has an empty seat that is worth it.
pub(super) fn cheapest_first(draft: &mut Draft, cost: &[i64]) {
    let mut order: Vec<usize> = (0..cost.len()).collect();
    order.sort_by_key(|at| (cost[*at], *at));
    for at in order {
        take_if_better(draft, at);
    }
    trim(draft, None);
}

/// Fills a seat of the skill whose second-best lesson is worse than its best by most, over and over.
pub(super) fn most_regret(draft: &mut Draft, cost: &[i64]) {
    let mut is_open: Vec<bool> = draft.part.skills.iter().map(|skill| skill.seats > 0).collect();
    // What a skill has to lose changes only where somebody it could have was taken.
    let mut kept: Vec<Option<(i64, usize)>> = vec![None; is_open.len()];
    loop {
        let mut best: Option<(i64, usize, usize)> = None;
        for skill in 0..is_open.len() {
            if !is_open[skill] || draft.shortage(skill) <= 0 {
                continue;
            }
            if kept[skill].is_none() {
                kept[skill] = regret(draft, skill, cost);
            }
            match kept[skill] {
                None => is_open[skill] = false,
                Some((loss, at)) if best.is_none_or(|(most, _, _)| loss > most) => best = Some((loss, skill, at)),
                Some(_) => {}
            }
        }
        let Some((_, skill, at)) = best else { break };
        if !take_if_better(draft, at) {
            is_open[skill] = false;
        }
        let lesson = &draft.part.lessons[at];
        let shares = |other: usize| {
            let other = &draft.part.lessons[other];
            other.learner == lesson.learner || (other.teacher.is_some() && other.teacher == lesson.teacher)
        };
        for (skill, kept) in kept.iter_mut().enumerate() {
            if skill == lesson.skill || draft.part.skills[skill].lessons.iter().any(|other| shares(*other)) {
                *kept = None;
            }
        }
    }
    trim(draft, None);
}

/// What a skill loses when its best lesson is gone, and that lesson.
fn regret(draft: &Draft, skill: usize, cost: &[i64]) -> Option<(i64, usize)> {
    let lessons = draft.part.skills[skill].lessons.iter().copied();
    let mut fitting: Vec<(i64, usize)> = lessons
        .filter(|at| draft.fits(*at) || draft.part.lessons[*at].after.is_some())
        .map(|at| (cost[at], at))
        .collect();
    fitting.sort_unstable();
    let (first, at) = *fitting.first()?;
    let second = fitting.get(1).map_or(draft.part.skills[skill].price * 2, |(cost, _)| *cost);
    Some((second - first, at))
}

/// Takes a lesson when its skill has an empty seat and the plan costs less with it.
pub(super) fn take_if_better(draft: &mut Draft, at: usize) -> bool {
    let lesson = draft.part.lessons[at];
    if draft.shortage(lesson.skill) <= 0 || lesson.cost >= draft.part.skills[lesson.skill].price {
        return false;
    }
    let before = draft.cost;
    if !draft.take(at) {
        return false;
    }
    if draft.cost > before {
        // What it builds on made it too dear.
        draft.remove(at);
        trim(draft, Some(lesson.learner));
        return false;
    }
    true
}

/// Takes out lessons beyond the seats of their skill that nothing builds on, the dearest first.
pub(super) fn trim(draft: &mut Draft, learner: Option<usize>) {
    let mut chosen = match learner {
        Some(learner) => draft.of_learner[learner].clone(),
        None => draft.chosen(),
    };
    chosen.sort_by_key(|at| (std::cmp::Reverse(draft.part.lessons[*at].cost), *at));
    for at in chosen {
        let lesson = &draft.part.lessons[at];
        let builds = |other: &usize| draft.part.lessons[*other].after == Some(lesson.skill);
        if draft.shortage(lesson.skill) < 0 && draft.may_go(at) && !draft.of_learner[lesson.learner].iter().any(builds)
        {
            draft.remove(at);
        }
    }
}
