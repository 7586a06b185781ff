//! Whatever admins and people do in whatever order, no promise breaks, nobody has half of anything, and what the preview
//! says of each is what is done to each, at once and at their next stage; and with the check off, the same test finds one
//! that does.

mod edits;
mod holds;
mod later;
mod whom;

use self::whom::{Whom, whom};
use super::world::{World, order, person, text, with_item};
use crate::clocks::Day;
use crate::id::{ItemId, PersonId};
use crate::program::{List, Participant, Path, Proposal, Publish, Reach, Settings, Standing, Value, merge};
use crate::time::{Span, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeMap;

/// How many edits there are beside those of [`edits`].
const EDITS: u8 = 13;

const NAMES: [&str; 4] = ["amara", "jonas", "noor", "wen"];

/// Something that somebody does.
#[derive(Clone, Debug)]
enum Act {
    Edit { what: u8, value: i64, whom: Whom },
    Schedule { what: u8, value: i64, whom: Whom },
    Due,
    RollBack(u32),
    Widen { n: u32, share: u16 },
    Stop(u32),
    Join(usize),
    Leave(usize),
    ChangeTeam(usize),
    Step(usize),
    Wait(i64),
}

fn act() -> impl Strategy<Value = Act> {
    let edit = || (0..EDITS + edits::COUNT, 0..40_i64, whom());
    prop_oneof![
        7 => edit().prop_map(|(what, value, whom)| Act::Edit { what, value, whom }),
        1 => edit().prop_map(|(what, value, whom)| Act::Schedule { what, value, whom }),
        1 => Just(Act::Due),
        1 => (1..12_u32).prop_map(Act::RollBack),
        2 => (2..12_u32, 0..=10_000_u16).prop_map(|(n, share)| Act::Widen { n, share }),
        1 => (2..12_u32).prop_map(Act::Stop),
        2 => (0..NAMES.len()).prop_map(Act::Join),
        1 => (0..NAMES.len()).prop_map(Act::Leave),
        1 => (0..NAMES.len()).prop_map(Act::ChangeTeam),
        6 => (0..NAMES.len()).prop_map(Act::Step),
        2 => (1..6_i64).prop_map(Act::Wait),
    ]
}

/// What of a program a promise is about, as one person has it.
#[derive(Clone)]
struct Had {
    who: Participant,
    ends: Option<Day>,
    stage_due: Option<(Timestamp, Day)>,
    has_stage: bool,
    settings: Settings,
}

fn had(world: &World) -> BTreeMap<PersonId, Had> {
    let one = |who: &Participant| {
        let settings = world.history().settings_for(&world.who(who), world.now);
        let days = |stage: &ItemId| settings.number(&Path::item(List::Stages, stage, "days"));
        let last = who.entered.last();
        Had {
            ends: settings.day(&Path::field("ends_on")),
            stage_due: last.and_then(|e| Some((e.at, world.program.running(world.now).due_on(e.at, days(&e.stage)?)))),
            has_stage: last.is_none_or(|entered| settings.has(List::Stages, &entered.stage)),
            who: who.clone(),
            settings,
        }
    };
    world.people.iter().map(|(id, who)| (id.clone(), one(who))).collect()
}

fn edit(world: &World, what: u8, value: i64) -> Vec<(Path, Value)> {
    let head = &world.program.settings;
    let stages: Vec<ItemId> = head.items(List::Stages);
    let steps = head.items(List::Steps);
    let pick = |items: &[ItemId]| items.get(usize::try_from(value).unwrap() % items.len().max(1)).cloned();
    let today = Day::utc(world.now);
    let fresh = format!("new-{}", world.program.n);
    let ids = |items: &[ItemId]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
    match what {
        0 => vec![(Path::field("minutes"), Value::Number(20 + value))],
        1 => vec![(Path::field("ends_on"), Value::Number(today.plus(value).0))],
        2 => vec![(Path::field("threshold"), Value::Number(3 + value % 9))],
        3 => vec![(Path::field("seats"), Value::Number(1 + value % 4))],
        4 => pick(&stages)
            .map(|s| (Path::item(List::Stages, &s, "days"), Value::Number(1 + value)))
            .into_iter()
            .collect(),
        5 => pick(&stages).map(|stage| (Path::Alive(List::Stages, stage), Value::Flag(false))).into_iter().collect(),
        6 => {
            let mut writes = with_item(List::Stages, &fresh, &fresh, None);
            writes.extend(with_item(List::Steps, &format!("{fresh}-step"), "New", Some(&fresh)));
            let mut all = ids(&stages);
            all.insert(usize::try_from(value).unwrap() % (all.len() + 1), fresh);
            writes.push(order(List::Stages, &all.iter().map(String::as_str).collect::<Vec<_>>()));
            writes
        }
        7 => pick(&stages).map_or_else(Vec::new, |s| with_item(List::Steps, &fresh, "More", Some(s.as_str()))),
        8 => pick(&steps).map(|step| (Path::Alive(List::Steps, step), Value::Flag(false))).into_iter().collect(),
        9 => {
            let mut all = ids(&stages);
            all.reverse();
            vec![order(List::Stages, &all.iter().map(String::as_str).collect::<Vec<_>>())]
        }
        10 => vec![(Path::field("title"), text(&format!("Pairs {value}")))],
        11 => vec![(Path::field("ends_on"), Value::Nothing)],
        12 => vec![(Path::field("notice_days"), Value::Number(2 + value % 10))],
        more => edits::edit(world, more - EDITS, value),
    }
}

/// A preview and the same from all that was applied agree, whatever was refused.
fn make(world: &mut World, act: &Act, scheduled: &mut Vec<(Proposal, Publish)>) {
    match act {
        Act::Edit { what, value, whom } => {
            let writes = edit(world, *what, *value);
            let publish = whom.publish(&writes);
            save(world, writes, &publish);
        }
        Act::Schedule { what, value, whom } => {
            let writes = edit(world, *what, *value);
            let publish = whom.publish(&writes);
            scheduled.push((Proposal { base: world.program.n, writes: writes.into_iter().collect() }, publish));
        }
        Act::Due => {
            let Some((proposal, publish)) = scheduled.pop() else { return };
            let merged = merge(&world.history(), &proposal).unwrap();
            if merged.conflicts.is_empty() {
                save(world, merged.proposal.writes.into_iter().collect(), &publish);
            }
        }
        Act::RollBack(n) => {
            if world.roll_back(*n).is_ok() {
                let (old, new) = (&world.versions[usize::try_from(*n).unwrap() - 1], world.versions.last().unwrap());
                assert_eq!(old.digest, new.digest);
            }
        }
        Act::Widen { n, share } if *n <= world.program.n => {
            let reached = |world: &World, n: u32| -> Vec<PersonId> {
                let has = |who: &&Participant| !world.history().reached(&world.who(who), n, world.now).is_empty();
                world.people.values().filter(has).map(|who| who.person.clone()).collect()
            };
            let first = reached(world, *n);
            let _ = world.widen(*n, Reach::Share { of_10_000: *share });
            let after = reached(world, *n);
            assert!(first.iter().all(|person| after.contains(person)), "a roll-out only widens");
        }
        Act::Stop(n) => {
            let now = world.now;
            if let Some(version) = world.versions.iter_mut().find(|version| version.n == *n) {
                version.roll_out = version.roll_out.clone().map(|out| out.stopped(now));
            }
        }
        Act::Join(at) => drop(world.join(NAMES[*at])),
        Act::Leave(at) => drop(world.leave(NAMES[*at])),
        Act::ChangeTeam(at) => {
            let who = person(NAMES[*at]);
            if !world.moved.remove(&who) {
                world.moved.insert(who);
            }
        }
        Act::Step(at) => {
            let Some(who) = world.people.get(&person(NAMES[*at])).cloned() else { return };
            let settings = world.history().settings_for(&world.who(&who), world.now);
            let is_open = |step: &ItemId| {
                let stage = settings.text(&Path::item(List::Steps, step, "stage"));
                who.stage().is_some_and(|at| at.as_str() == stage) && !who.has_done(step)
            };
            if let Some(step) = settings.items(List::Steps).into_iter().find(is_open) {
                let _ = world.finish(NAMES[*at], step.as_str());
            }
        }
        Act::Wait(_) | Act::Widen { .. } => {}
    }
}

fn save(world: &mut World, writes: Vec<(Path, Value)>, publish: &Publish) {
    let (before, seen) = (world.program.n, world.report(&world.candidate(writes.clone(), publish)));
    let published = world.publish(writes, publish);
    assert!(published.is_err() || published == Ok(seen.digest.clone()), "the preview is what is applied");
    if world.program.n > before {
        holds::assert_as_seen(world, &seen);
        later::assert_as_seen(world, &seen);
    }
}

/// Which promise is broken between two moments, if any.
fn broken(act: &Act, before: &Before, world: &World) -> Option<String> {
    let threshold = |settings: &Settings| settings.number(&Path::field("threshold"));
    if threshold(&before.settings).max(Some(5)) > threshold(&world.program.settings).or(Some(5)) {
        return Some("answers are less safe".into());
    }
    let earliest = Day::utc(world.now).plus(before.settings.number(&Path::field("notice_days")).unwrap_or(7).max(2));
    let is_of_admins = matches!(act, Act::Edit { .. } | Act::Due | Act::RollBack(_) | Act::Widen { .. } | Act::Stop(_));
    let is_earlier = |was: Option<Day>, is: Option<Day>| {
        is.is_some_and(|is| was.is_none_or(|was| is < was) && !(is_of_admins && is >= earliest))
    };
    for (id, is) in had(world) {
        let Some(was) = before.had.get(&id) else { continue };
        if !was.who.done.iter().all(|done| is.who.done.contains(done)) {
            return Some(format!("{id} lost what they did"));
        }
        if is_of_admins && was.who.standing == Standing::Inside && is.who.standing != Standing::Inside {
            return Some(format!("{id} was put out"));
        }
        if is.who.standing != Standing::Inside {
            continue;
        }
        if !is.has_stage {
            return Some(format!("the stage of {id} vanished"));
        }
        if was.who.standing != Standing::Inside || was.who.joined != is.who.joined {
            continue;
        }
        let found = holds::broken(was, &is, (is_of_admins, earliest)).or_else(|| holds::in_pieces(&is));
        let is_hollow = || holds::hollowed(was, &is, (&before.settings, &world.program.settings));
        if let Some(found) = found.or_else(|| matches!(act, Act::RollBack(_)).then(is_hollow).flatten()) {
            return Some(found);
        }
        if is_earlier(was.ends, is.ends) {
            return Some(format!("the end came earlier for {id}"));
        }
        let same_stage = was.who.entered.len() == is.who.entered.len();
        if same_stage && is_earlier(was.stage_due.map(|due| due.1), is.stage_due.map(|due| due.1)) {
            return Some(format!("the stage of {id} is due earlier"));
        }
    }
    None
}

/// What there was before an act.
struct Before {
    settings: Settings,
    had: BTreeMap<PersonId, Had>,
}

fn live(acts: &[Act], is_checked: bool) -> Result<(), TestCaseError> {
    let mut world = World::with_people(&NAMES[..3]);
    world.is_checked = is_checked;
    let mut scheduled = Vec::new();
    for act in acts {
        world.pass(if let Act::Wait(days) = act { Span::days(*days) } else { Span::minutes(1) });
        let before = Before { settings: world.program.settings.clone(), had: had(&world) };
        make(&mut world, act, &mut scheduled);
        if let Some(promise) = broken(act, &before, &world) {
            return Err(TestCaseError::fail(format!("{promise} by {act:?}")));
        }
        let history = world.history();
        prop_assert_eq!(history.at(world.program.n).unwrap().bytes(), world.program.settings.bytes());
        prop_assert_eq!(&world.program.settings.digest(), &world.program.digest);
    }
    Ok(())
}

#[test]
fn no_promise_breaks_whatever_happens() {
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(250) });
    runner.run(&proptest::collection::vec(act(), 1..24), |acts| live(&acts, true)).unwrap();
}

#[test]
fn without_the_check_a_promise_breaks() {
    let config = Config { max_shrink_iters: 0, failure_persistence: None, ..Config::with_cases(250) };
    let found = TestRunner::new(config).run(&proptest::collection::vec(act(), 1..24), |acts| live(&acts, false));
    assert!(found.is_err());
}
