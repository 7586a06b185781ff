//! What is told to whom, and when.

use super::world::{World, person, text};
use crate::program::{Effect, Path, Phase, Policy, Publish, Reach, Value, effects_at, effects_for};
use crate::time::{Span, Timestamp};
use std::collections::BTreeMap;

fn reads(label: &str) -> Vec<Effect> {
    vec![Effect::ReadsOtherwise { label: label.to_owned() }]
}

/// What version `n` did to Amara, moment by moment.
fn told(world: &World, n: u32) -> Vec<(Timestamp, Vec<Effect>)> {
    let (history, who) = (world.history(), world.who(&world.people[&person("amara")]));
    let moments = history.reached(&who, n, world.now).into_iter();
    moments.map(|at| (at, effects_at(&history, &who, n, (at, world.now)))).collect()
}

/// The name for everyone now, the purpose for each at their next stage.
fn in_two_parts(world: &mut World, reach: Option<Reach>) {
    let writes = vec![(Path::field("title"), text("Pairs")), (Path::field("purpose"), text("Learn."))];
    let policies = BTreeMap::from([(Path::field("title"), Policy::EveryoneNow)]);
    world.publish(writes, &Publish { policies, reach, ..Publish::default() }).unwrap();
}

fn enter_next(world: &mut World) {
    ["first-talk-one", "first-talk-two"].into_iter().for_each(|step| world.finish("amara", step).unwrap());
}

#[test]
fn what_comes_in_two_parts_is_told_twice() {
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::days(1));
    let published = world.now;
    in_two_parts(&mut world, None);
    assert_eq!(told(&world, 2), [(published, reads("Name"))]);
    world.pass(Span::days(20));
    enter_next(&mut world);
    let entered = world.now;
    assert_eq!(told(&world, 2), [(published, reads("Name")), (entered, reads("Purpose"))]);
    world.pass(Span::days(1));
    world.set(Path::field("title"), text("Pairs again"), Policy::EveryoneNow).unwrap();
    assert_eq!(told(&world, 2), [(published, reads("Name")), (entered, reads("Purpose"))], "what was told stays");
}

#[test]
fn what_is_let_out_later_is_told_when_it_is() {
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::days(1));
    in_two_parts(&mut world, Some(Reach::Share { of_10_000: 0 }));
    world.pass(Span::days(1));
    enter_next(&mut world);
    assert!(told(&world, 2).is_empty());
    world.pass(Span::days(1));
    world.widen(2, Reach::Everyone).unwrap();
    assert_eq!(told(&world, 2), [(world.now, [reads("Name"), reads("Purpose")].concat())]);
}

#[test]
fn a_change_that_a_newer_one_overtook_is_not_told() {
    let mut world = World::with_people(&["amara"]);
    for (title, policy) in [("Pairs", Policy::NextStage), ("Pairs for all", Policy::EveryoneNow)] {
        world.pass(Span::days(1));
        world.set(Path::field("title"), text(title), policy).unwrap();
    }
    world.pass(Span::days(1));
    enter_next(&mut world);
    let of = |n| told(&world, n).into_iter().flat_map(|(_, effects)| effects).collect::<Vec<_>>();
    assert_eq!([of(2), of(3)], [vec![], reads("Name")]);
}

#[test]
fn who_would_not_be_let_in_any_more_is_told_that_they_stay() {
    let several = |id: &str| Value::Several(vec![id.to_owned()]);
    let rows = [
        (Path::field("skills"), several("counselling"), true),
        (Path::field("skills"), several("wound-care"), false),
        (Path::field("teams"), several("kitchen"), true),
        (Path::field("teams"), several("care"), false),
        (Path::field("invite_only"), Value::Flag(true), true),
    ];
    for (path, value, stays) in rows {
        let mut world = World::with_people(&["amara"]);
        world.pass(Span::days(1));
        let report = world.report(&world.candidate([(path.clone(), value.clone())], &Publish::default()));
        let expected = if stays { "1 stays though no longer let in" } else { "1 unaffected" };
        assert_eq!(report.summary, format!("1 person: {expected}."), "{path}");
        world.set(path.clone(), value, Policy::NextStage).unwrap();
        let who = world.who(&world.people[&person("amara")]);
        let effects = effects_for(&world.history(), &who, 2, world.now);
        assert_eq!(effects, if stays { vec![Effect::StaysThough] } else { vec![] }, "{path}");
    }
}

#[test]
fn nobody_gets_a_seat_while_the_program_takes_nobody() {
    let mut world = World::new();
    world.set(Path::field("seats"), Value::Number(1), Policy::EveryoneNow).unwrap();
    ["amara", "jonas"].into_iter().for_each(|name| world.join(name).unwrap());
    for (phase, expected) in [(Phase::Running, true), (Phase::Paused, false), (Phase::Closed, false)] {
        world.program.phase = phase;
        let more = world.candidate([(Path::field("seats"), Value::Number(2))], &Publish::default());
        assert_eq!(world.report(&more).summary.contains("gets a seat"), expected, "{phase:?}");
    }
}
