//! What belongs together reaches people together.

use super::world::{World, item, order, person, text, with_item};
use crate::program::{List, Path, Policy, Publish, Settings, Value, steps_asked, steps_of};
use crate::time::Span;
use std::collections::BTreeMap;

const STAGE: &str = "drill";

fn alive(list: List, id: &str) -> Path {
    Path::Alive(list, item(id))
}

fn publish(policy: Policy, own: &[(Path, Policy)]) -> Publish {
    Publish { policy, policies: own.iter().cloned().collect(), ..Publish::default() }
}

/// A stage between others, with a step.
fn drill() -> Vec<(Path, Value)> {
    let mut writes = with_item(List::Stages, STAGE, "Departure drill", None);
    writes.push((Path::item(List::Stages, &item(STAGE), "days"), Value::Number(21)));
    writes.extend(with_item(List::Steps, "drill-one", "Leave once", Some(STAGE)));
    writes.push(order(List::Stages, &["first-talk", STAGE, "learn", "close"]));
    writes
}

fn title(settings: &Settings, list: List, id: &str) -> String {
    settings.text(&Path::item(list, &item(id), "title")).to_owned()
}

#[test]
fn what_comes_brings_all_that_it_holds_to_its_place() {
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::minutes(1));
    let own = [(alive(List::Stages, STAGE), Policy::EveryoneNow)];
    world.publish(drill(), &publish(Policy::NextStage, &own)).unwrap();
    let has = world.has("amara");
    assert_eq!(has.items(List::Stages), ["first-talk", STAGE, "learn", "close"].map(item));
    assert_eq!(title(&has, List::Stages, STAGE), "Departure drill");
    assert_eq!(has.number(&Path::item(List::Stages, &item(STAGE), "days")), Some(21));
    assert_eq!(steps_of(&has, &item(STAGE)), [item("drill-one")], "with its steps");
}

#[test]
fn a_step_does_not_come_before_its_stage() {
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::minutes(1));
    let own = [(alive(List::Steps, "drill-one"), Policy::EveryoneNow)];
    world.publish(drill(), &publish(Policy::NextStage, &own)).unwrap();
    assert!(!world.has("amara").has(List::Steps, &item("drill-one")));
    // Nor is one asked for that another change puts into a stage that somebody does not have yet.
    let more = with_item(List::Steps, "drill-two", "Leave twice", Some(STAGE));
    world.publish(more, &publish(Policy::EveryoneNow, &[])).unwrap();
    assert!(!steps_asked(&world.has("amara")).contains(&item("drill-two")));
}

#[test]
fn what_is_back_again_brings_what_it_held() {
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::minutes(1));
    world.publish(with_item(List::Steps, "more", "More", Some("learn")), &Publish::default()).unwrap();
    let there = |is_there| vec![(alive(List::Steps, "more"), Value::Flag(is_there))];
    for is_there in [false, true] {
        world.publish(there(is_there), &publish(Policy::EveryoneNow, &[])).unwrap();
    }
    assert_eq!(title(&world.has("amara"), List::Steps, "more"), "More");
    assert_eq!(world.history().at(4).unwrap().bytes(), world.program.settings.bytes());
}

#[test]
fn a_stage_that_somebody_is_in_goes_with_all_that_it_holds_once_they_leave_it() {
    let gone = |list: List, id: &str| (alive(list, id), Value::Flag(false));
    let writes = vec![
        gone(List::Stages, "first-talk"),
        gone(List::Steps, "first-talk-one"),
        gone(List::Steps, "first-talk-two"),
    ];
    let own = [(alive(List::Stages, "first-talk"), Policy::NextStage)];
    let mut world = World::with_people(&["amara"]);
    world.publish(writes, &publish(Policy::EveryoneNow, &own)).unwrap();
    assert_eq!(steps_of(&world.has("amara"), &item("first-talk")).len(), 2);
}

#[test]
fn a_roll_back_leaves_the_stage_that_somebody_is_in_whole() {
    let mut world = World::new();
    let bytes = world.program.settings.bytes();
    world.publish(drill(), &publish(Policy::EveryoneNow, &[])).unwrap();
    let moved = vec![(Path::item(List::Steps, &item("learn-one"), "stage"), text(STAGE))];
    world.publish(moved, &publish(Policy::EveryoneNow, &[])).unwrap();
    world.join("amara").unwrap();
    world.pass(Span::minutes(1));
    ["first-talk-one", "first-talk-two"].into_iter().for_each(|step| world.finish("amara", step).unwrap());
    assert_eq!(world.people[&person("amara")].stage(), Some(&item(STAGE)));
    world.pass(Span::minutes(1));
    world.roll_back(1).unwrap();
    assert_eq!(world.program.settings.bytes(), bytes);
    let has = world.has("amara");
    assert_eq!(title(&has, List::Stages, STAGE), "Departure drill");
    assert_eq!(has.number(&Path::item(List::Stages, &item(STAGE), "days")), Some(21));
    let steps: BTreeMap<_, _> = steps_of(&has, &item(STAGE))
        .into_iter()
        .map(|step| (step.to_string(), title(&has, List::Steps, step.as_str())))
        .collect();
    let expected = [("drill-one", "Leave once"), ("learn-one", "Learn by doing, one")];
    assert_eq!(steps, expected.map(|(id, title)| (id.to_owned(), title.to_owned())).into());
    assert_eq!(has.items(List::Stages), ["first-talk", STAGE, "learn", "close"].map(item));
}
