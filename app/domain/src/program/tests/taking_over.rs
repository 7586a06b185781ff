//! Taking over what another admin has changed and not published: nothing of either is lost.

use super::world::{World, item, person, text};
use crate::program::{Draft, List, Path, Policy, Take, Value};
use crate::rejection::Rejection;

fn draft(world: &World, who: &str, writes: &[(Path, Value)]) -> Draft {
    Draft {
        program: world.program.id.clone(),
        person: person(who),
        base: world.program.n,
        writes: writes.iter().cloned().collect(),
        typed: [].into(),
        unsettled: Vec::new(),
        at: world.now,
    }
}

fn learn(key: &'static str) -> Path {
    Path::item(List::Stages, &item("learn"), key)
}

fn out() -> (Path, Value) {
    (Path::Alive(List::Stages, item("learn")), Value::Flag(false))
}

#[test]
fn what_one_of_both_touched_stands_and_what_both_touched_waits_for_a_decision() {
    let mut world = World::new();
    let (title, minutes, purpose) = (Path::field("title"), Path::field("minutes"), Path::field("purpose"));
    let mine = [(title.clone(), text("Mine")), (minutes.clone(), Value::Number(30))];
    let theirs = [(title.clone(), text("Theirs")), (minutes, Value::Number(30)), (purpose, text("To learn"))];
    let (sol, ines) = (draft(&world, "sol", &mine), draft(&world, "ines", &theirs));
    let taken = sol.taking_over(&world.history(), ines).unwrap();
    assert_eq!(taken.person, person("sol"));
    assert_eq!(taken.writes, theirs[1..].iter().cloned().collect());
    let card = &taken.unsettled[0];
    assert_eq!((&card.path, &card.theirs, &card.mine, card.in_draft), (&title, &text("Theirs"), &text("Mine"), true));
    assert_eq!(card.by, Some(person("ines")));
    // It waits for its decision, whatever is published meanwhile.
    world.set(title.clone(), text("Live"), Policy::EveryoneNow).unwrap();
    let taken = taken.rebased(&world.history()).unwrap();
    for (take, stands) in [(Take::Theirs, "Theirs"), (Take::Mine, "Mine")] {
        let settled = taken.clone().settled(&world.history(), &title, take).unwrap();
        assert_eq!((settled.writes.get(&title), settled.unsettled.len()), (Some(&text(stands)), 0));
    }
    let again = taken.clone().taking_over(&world.history(), draft(&world, "ines", &[]));
    assert!(matches!(again, Err(Rejection::Conflict(_))), "first things first");
    let third = draft(&world, "priya", &[(title, text("A third"))]).taking_over(&world.history(), taken.clone());
    assert!(matches!(third, Err(Rejection::Conflict(_))), "no value of three is lost");
    let on = draft(&world, "priya", &[]).taking_over(&world.history(), taken.clone()).unwrap();
    assert_eq!((on.writes, on.unsettled), (taken.writes, taken.unsettled));
}

#[test]
fn an_item_that_one_takes_out_and_the_other_writes_in_is_decided() {
    let world = World::new();
    let wording = (learn("title"), text("Learn together"));
    let (alive, _) = out();
    for (mine, theirs, take) in [(out(), wording.clone(), Take::Mine), (wording.clone(), out(), Take::Theirs)] {
        let (sol, ines) = (draft(&world, "sol", &[mine]), draft(&world, "ines", &[theirs]));
        let taken = sol.taking_over(&world.history(), ines).unwrap();
        assert_eq!(taken.writes, [wording.clone()].into(), "what was written inside waits with it");
        assert_eq!(taken.unsettled.iter().map(|one| &one.path).collect::<Vec<_>>(), [&alive]);
        let gone = taken.clone().settled(&world.history(), &alive, take).unwrap();
        assert_eq!(gone.writes, [out()].into());
        let other = if take == Take::Mine { Take::Theirs } else { Take::Mine };
        let stays = taken.settled(&world.history(), &alive, other).unwrap();
        assert_eq!(stays.writes, [wording.clone()].into());
    }
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed() {
    let world = World::new();
    let cadence = Path::field("cadence");
    let rule = (cadence.clone(), text("FREQ=WEEKLY;BYDAY=TH"));
    let moon = "every blue moon".to_owned();
    let mut ines = draft(&world, "ines", &[]);
    ines.typed.insert(cadence.clone(), moon.clone());
    let alone = draft(&world, "sol", &[]).taking_over(&world.history(), ines.clone()).unwrap();
    assert_eq!(alone.typed, [(cadence.clone(), moon.clone())].into());
    let both = draft(&world, "sol", std::slice::from_ref(&rule)).taking_over(&world.history(), ines).unwrap();
    assert!(both.writes.is_empty() && both.typed.is_empty());
    let theirs = both.clone().settled(&world.history(), &cadence, Take::Theirs).unwrap();
    assert_eq!((theirs.writes.len(), theirs.typed), (0, [(cadence.clone(), moon)].into()));
    let mine = both.settled(&world.history(), &cadence, Take::Mine).unwrap();
    assert_eq!((mine.writes, mine.typed.len()), ([rule].into(), 0));
}

#[test]
fn nothing_that_either_wrote_is_lost() {
    let world = World::new();
    let paths = [Path::field("title"), Path::field("purpose"), learn("title"), out().0];
    let value = |path: &Path, at: usize| match (path, at) {
        (_, 0) => None,
        (Path::Alive(..), _) => Some(Value::Flag(false)),
        (_, at) => Some(text(["", "One", "Other"][at])),
    };
    let drafts = (0..81_usize).map(|turn| {
        let each =
            paths.iter().enumerate().map(|(at, path)| (path, turn / 3_usize.pow(u32::try_from(at).unwrap()) % 3));
        each.filter_map(|(path, at)| Some((path.clone(), value(path, at)?))).collect::<Vec<_>>()
    });
    let drafts: Vec<_> = drafts.collect();
    for (mine, theirs) in drafts.iter().flat_map(|mine| drafts.iter().map(move |theirs| (mine, theirs))) {
        let (sol, ines) = (draft(&world, "sol", mine), draft(&world, "ines", theirs));
        let taken = sol.clone().taking_over(&world.history(), ines.clone()).unwrap();
        let stands = |path: &Path, value: &Value| {
            let card = taken.unsettled.iter().find(|one| one.path == *path);
            taken.writes.get(path) == Some(value) || card.is_some_and(|one| one.theirs == *value || one.mine == *value)
        };
        assert!(sol.writes.iter().chain(&ines.writes).all(|(path, value)| stands(path, value)), "{sol:?} {ines:?}");
    }
}
