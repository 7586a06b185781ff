//! What one change does to whom.

use super::world::{World, item, order, person, text, with_item};
use crate::program::{Draft, Effect, List, Path, Policy, Publish, Reach, Take, Value, effects_for};
use crate::time::Span;
use std::collections::BTreeMap;

fn drill() -> Vec<(Path, Value)> {
    let mut writes = with_item(List::Stages, "drill", "Departure drill", None);
    writes.push(order(List::Stages, &["first-talk", "learn", "drill", "close"]));
    writes
}

fn through(world: &mut World, name: &str, stages: &[&str]) {
    for step in stages.iter().flat_map(|stage| ["one", "two"].map(|turn| format!("{stage}-{turn}"))) {
        world.finish(name, &step).unwrap();
    }
}

#[test]
fn a_new_stage_is_told_to_those_who_have_it_before_them() {
    let mut world = World::with_people(&["amara", "jonas", "noor", "wen"]);
    through(&mut world, "noor", &["first-talk", "learn"]);
    through(&mut world, "wen", &["first-talk", "learn", "close"]);
    world.pass(Span::days(1));
    let now = Publish { policy: Policy::EveryoneNow, ..Publish::default() };
    let report = world.report(&world.candidate(drill(), &now));
    assert_eq!(report.summary, "4 people: 1 unaffected, 2 gain a stage, 1 keeps their finished step.");
    assert_eq!(report.groups[0].words, "gain “Departure drill” before they close");
    assert_eq!(report.groups[1].words, "keep “Thank and close” finished");
    let later = world.report(&world.candidate(drill(), &Publish::default()));
    assert_eq!(later.summary, "4 people: 2 unaffected, 2 gain a stage at their next stage.");
    assert_eq!(later.groups[0].words, "gain “Departure drill” before they close, at their next stage");
    assert_ne!(later.digest, report.digest);
}

#[test]
fn a_step_that_moves_to_another_stage_is_told() {
    let mut world = World::with_people(&["amara", "jonas"]);
    through(&mut world, "jonas", &["first-talk", "learn"]);
    world.pass(Span::minutes(1));
    let moved = (Path::item(List::Steps, &item("learn-one"), "stage"), text("close"));
    let now = Publish { policy: Policy::EveryoneNow, ..Publish::default() };
    let report = world.report(&world.candidate([moved.clone()], &now));
    assert_eq!(report.summary, "2 people: 1 unaffected, 1 has a step in another stage.");
    assert_eq!(report.groups[0].words, "have “Learn by doing, one” in “Thank and close”");
    world.publish(vec![moved], &now).unwrap();
    let amara = world.who(&world.people[&person("amara")]);
    let (title, stage) = ("Learn by doing, one".to_owned(), "Thank and close".to_owned());
    let told = Effect::MovesStep { step: item("learn-one"), title, stage };
    assert_eq!(effects_for(&world.history(), &amara, 2, world.now), [told]);
}

#[test]
fn a_policy_says_when_a_change_reaches_whom() {
    let rows = [
        (Policy::EveryoneNow, [true, true, true]),
        (Policy::NextStage, [false, true, true]),
        (Policy::NewJoiners, [false, false, true]),
    ];
    for (policy, expected) in rows {
        let mut world = World::with_people(&["amara"]);
        world.pass(Span::days(1));
        world.set(Path::field("title"), text("Pairs"), policy).unwrap();
        world.pass(Span::days(1));
        let reads = |world: &World, name: &str| world.has(name).text(&Path::field("title")) == "Pairs";
        let at_once = reads(&world, "amara");
        let told = || Effect::ReadsOtherwise { label: "Name".into() };
        let effects =
            |world: &World| effects_for(&world.history(), &world.who(&world.people[&person("amara")]), 2, world.now);
        assert_eq!(effects(&world), if at_once { vec![told()] } else { vec![] });
        through(&mut world, "amara", &["first-talk"]);
        world.join("jonas").unwrap();
        assert_eq!([at_once, reads(&world, "amara"), reads(&world, "jonas")], expected, "{policy:?}");
        assert_eq!(effects(&world).len(), usize::from(expected[1]));
    }
}

#[test]
fn a_roll_out_reaches_some_first_and_stays_with_them() {
    let names = ["amara", "jonas", "noor", "wen", "priya", "ines", "dag", "leila"];
    let mut world = World::with_people(&names);
    let reach = Some(Reach::Share { of_10_000: 3_000 });
    let publish = Publish { policy: Policy::EveryoneNow, reach, ..Publish::default() };
    world.publish(vec![(Path::field("title"), text("Pairs"))], &publish).unwrap();
    let reached = |world: &World| -> Vec<&str> {
        names.into_iter().filter(|name| world.has(name).text(&Path::field("title")) == "Pairs").collect()
    };
    let mut before = reached(&world);
    for share in [3_000, 5_000, 9_000, 10_000] {
        world.pass(Span::days(1));
        world.widen(2, Reach::Share { of_10_000: share }).unwrap();
        let after = reached(&world);
        assert!(before.iter().all(|name| after.contains(name)), "{share}");
        before = after;
    }
    assert_eq!(before.len(), names.len());
    assert!(world.widen(2, Reach::Share { of_10_000: 1_000 }).is_err(), "it only widens");
}

#[test]
fn a_stopped_roll_out_goes_no_further() {
    let mut world = World::with_people(&["amara", "jonas"]);
    let publish = Publish { reach: Some(Reach::Everyone), ..Publish::default() };
    world.pass(Span::days(1));
    world.publish(vec![(Path::field("title"), text("Pairs"))], &publish).unwrap();
    world.pass(Span::days(1));
    through(&mut world, "amara", &["first-talk"]);
    world.pass(Span::days(1));
    let now = world.now;
    world.versions[1].roll_out = world.versions[1].roll_out.clone().map(|out| out.stopped(now));
    world.pass(Span::days(1));
    through(&mut world, "jonas", &["first-talk"]);
    assert_eq!(["amara", "jonas"].map(|name| world.has(name).text(&Path::field("title")) == "Pairs"), [true, false]);
    world.widen(2, Reach::Everyone).unwrap();
    assert_eq!(world.has("jonas").text(&Path::field("title")), "Pairs");
}

#[test]
fn a_stage_that_somebody_keeps_keeps_its_place() {
    let mut world = World::with_people(&["amara"]);
    let gone = (Path::Alive(List::Stages, item("learn")), Value::Flag(false));
    let writes = vec![gone.clone(), order(List::Stages, &["first-talk", "close"])];
    let policies = BTreeMap::from([(gone.0, Policy::NewJoiners)]);
    world.publish(writes, &Publish { policy: Policy::EveryoneNow, policies, ..Publish::default() }).unwrap();
    assert_eq!(world.has("amara").items(List::Stages), ["first-talk", "learn", "close"].map(item));
    assert_eq!(world.program.settings.items(List::Stages), ["first-talk", "close"].map(item));
}

#[test]
fn fewer_seats_put_nobody_out_and_more_seat_those_who_wait() {
    let mut world = World::with_people(&["amara", "jonas", "noor"]);
    let candidate = |seats| world.candidate([(Path::field("seats"), Value::Number(seats))], &Publish::default());
    let report = world.report(&candidate(2));
    assert!(report.breaches.is_empty());
    assert_eq!(report.notes, ["All 3 people stay; nobody new joins until fewer than 2 are inside."]);
    world.set(Path::field("seats"), Value::Number(2), Policy::EveryoneNow).unwrap();
    world.join("wen").unwrap();
    let candidate = world.candidate([(Path::field("seats"), Value::Nothing)], &Publish::default());
    assert_eq!(world.report(&candidate).summary, "4 people: 3 unaffected, 1 gets a seat.");
}

/// What Sol wants to change in the first version.
fn draft_of_sol(world: &World, writes: BTreeMap<Path, Value>) -> Draft {
    Draft {
        program: world.program.id.clone(),
        person: person("sol"),
        base: 1,
        writes,
        typed: BTreeMap::new(),
        unsettled: Vec::new(),
        at: world.now,
    }
}

#[test]
fn a_draft_is_settled_one_conflict_at_a_time() {
    let mut world = World::new();
    let title = Path::field("title");
    let step = Path::item(List::Steps, &item("learn-one"), "title");
    let writes = BTreeMap::from([(title.clone(), text("Pairs for nurses")), (step.clone(), text("Shadow a visit"))]);
    let draft = draft_of_sol(&world, writes);
    let gone = (Path::Alive(List::Steps, item("learn-one")), Value::Flag(false));
    let theirs = vec![(title.clone(), text("Weekly pairs for Care")), gone.clone()];
    world.publish(theirs, &Publish { policy: Policy::EveryoneNow, ..Publish::default() }).unwrap();
    let draft = draft.rebased(&world.history()).unwrap();
    assert_eq!((draft.base, draft.writes.len(), draft.unsettled.len()), (2, 0, 2));
    let draft = draft.settled(&world.history(), &title, Take::Theirs).unwrap();
    let draft = draft.settled(&world.history(), &step, Take::Mine).unwrap();
    assert!(draft.unsettled.is_empty() && draft.writes[&gone.0] == Value::Flag(true));
    assert!(draft.settled(&world.history(), &step, Take::Mine).is_err(), "settled already");
}

#[test]
fn a_change_is_taken_back_with_all_that_it_brought() {
    let mut world = World::new();
    let mut writes = BTreeMap::from_iter(drill());
    writes.extend(with_item(List::Steps, "leave", "Leave once", Some("drill")));
    writes.insert(Path::item(List::Steps, &item("learn-one"), "stage"), text("drill"));
    writes.insert(Path::field("title"), text("Pairs for nurses"));
    let draft = draft_of_sol(&world, writes);
    world.set(Path::field("purpose"), text("Learn."), Policy::EveryoneNow).unwrap();
    let stage = draft.clone().without(&world.history(), &Path::Alive(List::Stages, item("drill"))).unwrap();
    assert_eq!(stage.writes.into_keys().collect::<Vec<_>>(), [Path::field("title")]);
    let step = draft.clone().without(&world.history(), &Path::Alive(List::Steps, item("leave"))).unwrap();
    assert_eq!(step.writes.len(), draft.writes.len() - 3, "it has a title and a stage");
    let title = Path::item(List::Stages, &item("close"), "title");
    let of_another = Draft { writes: [(title.clone(), text("Thanks"))].into(), ..draft };
    let kept = of_another.without(&world.history(), &Path::Alive(List::Stages, item("close"))).unwrap();
    assert!(kept.writes.contains_key(&title), "a stage that did not come brought nothing");
}
