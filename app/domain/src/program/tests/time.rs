//! Days that count while a program runs, when it begins, and of what people are reminded.

use super::world::{World, item, person, text};
use crate::clocks::Day;
use crate::fernhill::NOW;
use crate::id::{PersonId, TeamId};
use crate::program::{Author, List, Moved, Path, Phase, Policy, Program, Promise, Publish, Reach, Value, reminders};
use crate::time::{Span, Timestamp};

fn day(n: i64) -> Timestamp {
    NOW.after(Span::days(n))
}

/// Phases, with the days from which they lasted.
type Lived<'a> = &'a [(Phase, i64)];

/// A program that was in these phases from these days on.
fn with(phases: Lived) -> Program {
    let mut program = World::new().program;
    program.phases = phases.iter().map(|(to, n)| Moved { to: *to, at: day(*n), by: None }).collect();
    (program.phase, program.phase_since) =
        program.phases.last().map_or((Phase::Running, NOW), |last| (last.to, last.at));
    program
}

#[test]
fn what_is_due_leaves_out_the_time_in_which_the_program_does_not_run() {
    use Phase::{Draft, Open, Paused, Running};
    // Phases from these days on, the day on which somebody entered a stage of two weeks, and when that is due.
    let rows: [(Lived, i64, i64); 8] = [
        (&[], 0, 14),
        (&[(Draft, -9), (Running, -5)], 0, 14),
        (&[(Draft, -9), (Open, 0), (Running, 30)], 2, 44),
        (&[(Draft, -9), (Running, -5), (Paused, 4), (Running, 24)], 0, 34),
        (&[(Draft, -9), (Running, -5), (Paused, 4), (Running, 5), (Paused, 10), (Running, 12)], 0, 17),
        (&[(Draft, -9), (Running, -5), (Paused, 20), (Running, 40)], 0, 14),
        (&[(Draft, -9), (Running, -5), (Paused, 4), (Running, 24)], 30, 44),
        // It stands still today, sixty days on: ten of the fourteen days are left.
        (&[(Draft, -9), (Running, -5), (Paused, 4)], 0, 70),
    ];
    for (phases, entered, due) in rows {
        let found = with(phases).running(day(60)).due_on(day(entered), 14);
        assert_eq!(found.0 - Day::utc(NOW).0, due, "{phases:?}");
    }
}

#[test]
fn a_program_keeps_the_phases_through_which_it_went() {
    let author = |n| Author { by: None, at: day(n) };
    let mut program = with(&[]);
    assert_eq!((program.moves(), program.phase_before()), (&[][..], None));
    program = program.moved(Phase::Paused, author(2)).unwrap().moved(Phase::Running, author(9)).unwrap();
    let phases: Vec<Phase> = program.phases.iter().map(|moved| moved.to).collect();
    assert_eq!(phases, [Phase::Running, Phase::Paused, Phase::Running]);
    assert_eq!((program.moves().len(), program.phase_before(), program.phase_since), (2, Some(Phase::Paused), day(9)));
    assert!(program.moved(Phase::Open, author(9)).is_err());
}

#[test]
fn an_open_program_begins_on_its_first_day_unless_it_was_opened_later() {
    use Phase::{Open, Paused, Running};
    for (phase, since, first, begins) in [
        (Open, -5, Some(0), true),
        (Open, -5, Some(-1), true),
        (Open, 0, Some(0), true),
        (Open, -5, Some(1), false),
        (Open, -5, Some(-6), false),
        (Open, -5, None, false),
        (Paused, -5, Some(0), false),
        (Running, -5, Some(0), false),
    ] {
        let mut program = with(&[(phase, since)]);
        let value = first.map_or(Value::Nothing, |n| Value::Number(Day::utc(day(n)).0));
        program.settings.set(Path::field("starts_on"), value);
        assert_eq!(program.is_to_begin(NOW, Day::utc), begins, "{phase:?} {since} {first:?}");
    }
}

#[test]
fn nothing_becomes_due_earlier_when_a_program_begins_or_goes_on() {
    let mut world = World::new();
    let author = |world: &World| Author { by: None, at: world.now };
    world.program = Program { phase: Phase::Draft, phases: Vec::new(), ..world.program };
    world.program = world.program.clone().moved(Phase::Open, author(&world)).unwrap();
    world.join("amara").unwrap();
    world.pass(Span::days(30));
    world.program = world.program.clone().moved(Phase::Running, author(&world)).unwrap();
    // Three weeks before she is to be through, the stage can be made a week shorter, and no shorter than there is notice.
    let days = |n: i64| (Path::item(List::Stages, &item("first-talk"), "days"), Value::Number(n));
    let publish = Publish { policy: Policy::EveryoneNow, ..Publish::default() };
    assert!(world.publish(vec![days(7)], &publish).is_ok());
    let breaches = world.publish(vec![days(6)], &publish).unwrap_err();
    assert_eq!((breaches[0].promise, breaches[0].people.as_slice()), (Promise::Notice, &[person("amara")][..]));
    assert!(breaches[0].message.contains("Give it 7 days or more"), "{}", breaches[0].message);
}

/// Of which steps somebody is reminded, and how many days ago that began.
fn reminded(world: &World, name: &str) -> Vec<(String, i64)> {
    let who: &PersonId = &person(name);
    let found = reminders(&world.history(), &world.who(&world.people[who]), world.now);
    found.into_iter().map(|one| (one.step.to_string(), world.now.since(one.at).whole_days())).collect()
}

#[test]
fn whoever_has_not_done_a_step_is_reminded_once() {
    let mut world = World::with_people(&["amara"]);
    let after = |step: &str, n| vec![(Path::item(List::Steps, &item(step), "remind_after"), Value::Number(n))];
    let publish = Publish { policy: Policy::EveryoneNow, ..Publish::default() };
    world.publish(after("first-talk-one", 5), &publish).unwrap();
    world.publish(after("learn-one", 1), &publish).unwrap();
    let one = |ago| vec![("first-talk-one".to_owned(), ago)];
    world.pass(Span::days(4));
    assert_eq!(reminded(&world, "amara"), []);
    world.pass(Span::days(1));
    assert_eq!(reminded(&world, "amara"), one(0));
    world.pass(Span::days(3));
    assert_eq!(reminded(&world, "amara"), one(3), "the same one, not a new one each day");
    // A pause afterwards makes no new one of it, and there is none during the pause.
    let author = |world: &World| Author { by: None, at: world.now };
    world.program = world.program.clone().moved(Phase::Paused, author(&world)).unwrap();
    assert_eq!(reminded(&world, "amara"), []);
    world.pass(Span::days(10));
    world.program = world.program.clone().moved(Phase::Running, author(&world)).unwrap();
    assert_eq!(reminded(&world, "amara"), one(13));
    // A step that comes late is reminded from then on.
    world.publish(after("first-talk-two", 2), &publish).unwrap();
    assert_eq!(reminded(&world, "amara"), [one(13), vec![("first-talk-two".to_owned(), 0)]].concat());
    world.finish("amara", "first-talk-one").unwrap();
    assert_eq!(reminded(&world, "amara"), [("first-talk-two".to_owned(), 0)]);
    world.finish("amara", "first-talk-two").unwrap();
    assert_eq!(reminded(&world, "amara"), [], "the next stage has just begun");
    world.pass(Span::days(1));
    assert_eq!(reminded(&world, "amara"), [("learn-one".to_owned(), 0)]);
    world.leave("amara").unwrap();
    assert_eq!(reminded(&world, "amara"), []);
}

#[test]
fn moving_to_another_team_undoes_no_roll_out() {
    let mut world = World::with_people(&["amar", "wen"]);
    let east = Reach::Teams { teams: [TeamId::parse("care-east").unwrap()].into() };
    let publish = Publish { policy: Policy::EveryoneNow, reach: Some(east), ..Publish::default() };
    world.publish(vec![(Path::field("title"), text("Pairs"))], &publish).unwrap();
    let title = |world: &World, name: &str| world.has(name).text(&Path::field("title")).to_owned();
    let both = |world: &World| [title(world, "amar"), title(world, "wen")];
    assert_eq!(both(&world), ["Pairs", "Pairs for Care"], "the one is in Care East, the other is not");
    world.moved.extend([person("amar"), person("wen")]);
    assert_eq!(both(&world), ["Pairs", "Pairs for Care"]);
    // A row from before goes by the teams of today, until it is next written.
    world.people.get_mut(&person("wen")).unwrap().teams = None;
    assert_eq!(title(&world, "wen"), "Pairs");
    world.finish("wen", "first-talk-one").unwrap();
    world.moved.clear();
    assert_eq!(title(&world, "wen"), "Pairs");
}
