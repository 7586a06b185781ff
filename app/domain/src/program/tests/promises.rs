//! What no change can break, and what it says instead.

use super::world::{World, item, order, text};
use crate::clocks::Day;
use crate::program::{List, Path, Phase, Policy, Promise, Publish, Reach, Value};
use crate::time::Span;

#[test]
fn a_promise_that_would_break_is_named_with_what_to_do() {
    let today = Day::utc(World::new().now);
    let days = Path::item(List::Stages, &item("first-talk"), "days");
    let gone = Path::Alive(List::Stages, item("first-talk"));
    let end = || Path::field("ends_on");
    let day = |n: i64| Value::Number(today.plus(n).0);
    let rows = [
        (
            gone.clone(),
            Value::Flag(false),
            Policy::EveryoneNow,
            "2 people are in “First talk”. Let it reach people at their next stage, so that they finish it first.",
        ),
        (gone.clone(), Value::Flag(false), Policy::NextStage, ""),
        (gone, Value::Flag(false), Policy::NewJoiners, ""),
        (Path::Alive(List::Stages, item("close")), Value::Flag(false), Policy::EveryoneNow, ""),
        (
            Path::field("minutes"),
            Value::Number(60),
            Policy::EveryoneNow,
            "“Length of a meeting” would rise for 2 people, who agreed to 45. Let it count for new joiners only.",
        ),
        (
            Path::field("minutes"),
            Value::Number(60),
            Policy::NextStage,
            "“Length of a meeting” would rise for 2 people, who agreed to 45. Let it count for new joiners only.",
        ),
        (Path::field("minutes"), Value::Number(60), Policy::NewJoiners, ""),
        (Path::field("minutes"), Value::Number(30), Policy::EveryoneNow, ""),
        (
            end(),
            day(6),
            Policy::EveryoneNow,
            "“Last day” would move earlier for 2 people, with less than 7 days’ notice. The earliest day is Thursday 26 November; or let it count for new joiners only.",
        ),
        (end(), day(7), Policy::EveryoneNow, ""),
        (
            end(),
            day(30),
            Policy::NextStage,
            "“Last day” would move earlier for 2 people at a moment when they may have no notice. Let it reach everyone now, in time, or new joiners only.",
        ),
        (
            days.clone(),
            Value::Number(3),
            Policy::EveryoneNow,
            "“First talk” would be due earlier for 2 people, with less than 7 days’ notice. Give it 7 days or more, or let it reach people at their next stage.",
        ),
        (days.clone(), Value::Number(3), Policy::NextStage, ""),
        (days, Value::Number(7), Policy::EveryoneNow, ""),
        (
            Path::field("threshold"),
            Value::Number(3),
            Policy::NewJoiners,
            "“Answers needed before anyone reads them” would",
        ),
    ];
    for (path, value, policy, words) in rows {
        let mut world = World::with_people(&["amara", "jonas"]);
        let found = world.set(path.clone(), value, policy).err().unwrap_or_default();
        let said = found.first().map_or("", |breach| breach.message.as_str());
        let is_as_said =
            if path == Path::field("threshold") { found[0].promise == Promise::Anonymity } else { said == words };
        assert!(is_as_said, "{path} {policy:?}: {said}");
    }
}

#[test]
fn answers_may_be_made_less_safe_while_nobody_can_give_any() {
    let mut world = World::new();
    world.program.phase = Phase::Draft;
    assert!(world.set(Path::field("threshold"), Value::Number(3), Policy::EveryoneNow).is_ok());
    world.program.phase = Phase::Running;
    assert!(world.set(Path::field("threshold"), Value::Number(8), Policy::EveryoneNow).is_ok());
    assert!(world.roll_back(2).is_err(), "a roll-back breaks no promise either");
}

#[test]
fn a_roll_back_is_the_same_to_the_byte_and_softer_where_it_must_be() {
    let mut world = World::with_people(&["amara"]);
    let bytes = world.program.settings.bytes();
    world.set(Path::field("minutes"), Value::Number(20), Policy::EveryoneNow).unwrap();
    world.set(Path::field("purpose"), text("Learn from each other."), Policy::EveryoneNow).unwrap();
    world.roll_back(1).unwrap();
    assert_eq!((world.program.settings.bytes(), &world.program.digest), (bytes, &world.versions[0].digest));
    assert_eq!(world.versions[3].restores, Some(1));
    assert_eq!(world.has("amara").number(&Path::field("minutes")), Some(20), "nobody’s hours rise by it");
    assert_eq!(world.has("amara").text(&Path::field("purpose")), "");
    assert!(world.roll_back(1).is_err(), "nothing differs");
    assert!(world.roll_back(9).is_err(), "no such version");
}

#[test]
fn a_roll_out_does_not_widen_over_a_promise() {
    let mut world = World::with_people(&["amara"]);
    let reach = Some(Reach::Share { of_10_000: 0 });
    let publish = Publish { policy: Policy::EveryoneNow, reach, ..Publish::default() };
    let gone = (Path::Alive(List::Stages, item("first-talk")), Value::Flag(false));
    world.publish(vec![gone, order(List::Stages, &["learn", "close"])], &publish).unwrap();
    let said = world.widen(2, Reach::Everyone).unwrap_err();
    assert_eq!(said, "1 person whom it would reach is in “First talk”. Widen it once they finish it.");
    world.pass(Span::hours(1));
    ["first-talk-one", "first-talk-two"].into_iter().for_each(|step| world.finish("amara", step).unwrap());
    world.widen(2, Reach::Everyone).unwrap();
    assert_eq!(world.has("amara").items(List::Stages), ["learn", "close"].map(item));
}

#[test]
fn a_step_moves_into_somebody_s_stage_with_notice() {
    let stage = || Path::item(List::Steps, &item("close-one"), "stage");
    let mut world = World::with_people(&["amara"]);
    world.pass(Span::days(8));
    let broken = world.set(stage(), text("first-talk"), Policy::EveryoneNow).unwrap_err();
    assert_eq!(
        broken[0].message,
        "“Thank and close, one” would be due with less than 7 days’ notice for 1 person. Leave it in its stage, or let it reach people at their next stage."
    );
    assert_eq!((broken[0].promise, &broken[0].path), (Promise::Notice, &stage()));
    assert!(world.set(stage(), text("learn"), Policy::EveryoneNow).is_ok(), "a stage that comes later is not due");
    assert!(world.set(stage(), text("first-talk"), Policy::NextStage).is_ok());
    let mut early = World::with_people(&["amara"]);
    assert!(early.set(stage(), text("first-talk"), Policy::EveryoneNow).is_ok(), "in two weeks");
}

#[test]
fn nobody_meets_more_often_than_they_agreed_to() {
    const TWICE_A_MONTH: &str = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH";
    const WEEKLY: &str = "FREQ=WEEKLY;BYDAY=TH";
    const MONTHLY: &str = "FREQ=MONTHLY;BYDAY=1TH";
    let cadence = |rule: &str| (Path::field("cadence"), text(rule));
    let minutes = |minutes| (Path::field("minutes"), Value::Number(minutes));
    let rows = [
        (vec![cadence(WEEKLY)], Policy::EveryoneNow, false),
        (vec![cadence(WEEKLY)], Policy::NextStage, false),
        (vec![cadence(WEEKLY)], Policy::NewJoiners, true),
        (vec![cadence(MONTHLY)], Policy::EveryoneNow, true),
        (vec![(Path::field("cadence"), Value::Nothing)], Policy::EveryoneNow, true),
        (vec![cadence(WEEKLY), minutes(22)], Policy::EveryoneNow, true),
        (vec![cadence(WEEKLY), minutes(23)], Policy::EveryoneNow, false),
        (vec![cadence(WEEKLY), minutes(22)], Policy::NextStage, false),
        (vec![cadence(MONTHLY), minutes(90)], Policy::EveryoneNow, true),
    ];
    for (writes, policy, is_kept) in rows {
        let mut world = World::new();
        world.set(Path::field("cadence"), text(TWICE_A_MONTH), Policy::EveryoneNow).unwrap();
        ["amara", "jonas"].into_iter().for_each(|name| world.join(name).unwrap());
        let found = world.publish(writes.clone(), &Publish { policy, ..Publish::default() });
        assert_eq!(found.is_ok(), is_kept, "{writes:?} {policy:?}: {found:?}");
        let said = found.err().map(|broken| broken[0].message.clone());
        let words = "They would meet more often than 2 people agreed to. Let it count for new joiners only.";
        assert!(said.is_none_or(|said| said == words));
    }
}
