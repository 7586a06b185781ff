//! What a preview says of somebody’s next stage is held against what they get as they reach it, person by person.

use crate::id::PersonId;
use crate::program::tests::world::World;
use crate::program::{Effect, Participant, Report, Standing, effects_at, stage_finished, steps_of};
use crate::time::{Span, Timestamp};
use std::collections::BTreeMap;

/// Everybody whom the newest version may change something for goes on to their next stage, each in a world of their own.
pub(super) fn assert_as_seen(world: &World, seen: &Report) {
    let mut expected: BTreeMap<PersonId, Vec<Effect>> = BTreeMap::new();
    for group in &seen.groups {
        expected.extend(group.people.iter().map(|person| (person.clone(), group.later.clone())));
    }
    let n = world.program.n;
    let goes_on = |who: &&Participant| who.standing == Standing::Inside && who.joined < n && !who.entered.is_empty();
    for before in world.people.values().filter(goes_on) {
        let mut ahead = world.clone();
        ahead.pass(Span::minutes(1));
        let came = goes_on_to_the_next(&mut ahead, &before.person);
        let after = &ahead.people[&before.person];
        let told = came.map(|at| told(&ahead, after, at)).unwrap_or_default();
        // What they finished since the preview they keep too, and it could not know of that.
        let is_known = |effect: &Effect| match effect {
            Effect::KeepsFinished { title } => !after.done[before.done.len()..].iter().any(|done| done.title == *title),
            _ => true,
        };
        let told: Vec<Effect> = told.into_iter().filter(is_known).collect();
        let said = expected.remove(&before.person).unwrap_or_default();
        let said: Vec<Effect> = said.into_iter().filter(is_known).collect();
        assert_eq!(told, said, "{} at their next stage, by version {n}", before.person);
    }
}

/// What the newest version does to `who` as they enter a stage.
fn told(world: &World, who: &Participant, at: Timestamp) -> Vec<Effect> {
    let (history, who, n) = (world.history(), world.who(who), world.program.n);
    let is_reached = history.reached(&who, n, world.now).contains(&at);
    if is_reached { effects_at(&history, &who, n, (at, world.now)) } else { Vec::new() }
}

/// Finishes what is open in somebody’s stage; when they entered the next one, if there is one.
fn goes_on_to_the_next(world: &mut World, person: &PersonId) -> Option<Timestamp> {
    let before = world.people[person].entered.len();
    loop {
        let who = world.people[person].clone();
        if who.entered.len() > before {
            return who.entered.get(before).map(|entered| entered.at);
        }
        if who.standing != Standing::Inside {
            return None;
        }
        let stage = who.stage()?.clone();
        let settings = world.history().settings_for(&world.who(&who), world.now);
        match steps_of(&settings, &stage).into_iter().find(|step| !who.has_done(step)) {
            Some(step) => world.finish(person.as_str(), step.as_str()).unwrap(),
            None => {
                let after = stage_finished(&world.history(), &world.who(&who), &stage, world.now).unwrap();
                world.people.insert(person.clone(), after);
            }
        }
    }
}
