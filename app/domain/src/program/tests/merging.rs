//! Several admins at once: whatever they change in whatever order merges or is a conflict, and nothing is lost.

use super::world::{World, item, order, person, text, with_item};
use crate::program::{List, Merged, Path, Policy, Proposal, Publish, Settings, Value, merge};
use crate::rejection::{Noun, Rejection};
use proptest::prelude::*;

const STAGES: [&str; 3] = ["first-talk", "learn", "close"];

fn proposal(base: u32, writes: impl IntoIterator<Item = (Path, Value)>) -> Proposal {
    Proposal { base, writes: writes.into_iter().collect() }
}

fn merged(world: &World, base: u32, writes: impl IntoIterator<Item = (Path, Value)>) -> Merged {
    merge(&world.history(), &proposal(base, writes)).unwrap()
}

#[test]
fn the_same_field_is_a_conflict_with_both_values() {
    let mut world = World::new();
    let (title, minutes) = (Path::field("title"), Path::field("minutes"));
    world.set(title.clone(), text("Weekly pairs for Care"), Policy::EveryoneNow).unwrap();
    let found = merged(&world, 1, [(title.clone(), text("Pairs for Nurses")), (minutes.clone(), Value::Number(30))]);
    assert_eq!(found.proposal, proposal(2, [(minutes, Value::Number(30))]), "another field merges unasked");
    let conflict = &found.conflicts[0];
    assert_eq!((&conflict.base, &conflict.theirs), (&text("Pairs for Care"), &text("Weekly pairs for Care")));
    assert_eq!((&conflict.mine, &conflict.by), (&text("Pairs for Nurses"), &Some(person("ines"))));
    assert!(merged(&world, 1, [(title.clone(), text("Weekly pairs for Care"))]).conflicts.is_empty(), "the same value");
    assert!(merged(&world, 2, [(title, text("Pairs"))]).conflicts.is_empty(), "written against the newest");
}

#[test]
fn texts_come_with_a_proposal_that_holds_both() {
    let mut world = World::new();
    let purpose = Path::field("purpose");
    world.set(purpose.clone(), text("Meet every week and agree one goal."), Policy::EveryoneNow).unwrap();
    world.set(purpose.clone(), text("Meet every two weeks and agree one goal."), Policy::EveryoneNow).unwrap();
    let found = merged(&world, 2, [(purpose, text("Meet every week and agree two small goals."))]);
    assert_eq!(found.conflicts[0].both, Some(text("Meet every two weeks and agree two small goals.")));
}

#[test]
fn to_remove_what_somebody_edits_is_a_conflict_on_either_side() {
    let gone = (Path::Alive(List::Stages, item("learn")), Value::Flag(false));
    let edit = (Path::item(List::Stages, &item("learn"), "title"), text("Practice"));
    for (theirs, mine) in [(&gone, &edit), (&edit, &gone)] {
        let mut world = World::new();
        world.set(theirs.0.clone(), theirs.1.clone(), Policy::EveryoneNow).unwrap();
        let found = merged(&world, 1, [mine.clone()]);
        assert!(found.proposal.writes.is_empty());
        assert_eq!((&found.conflicts[0].path, &found.conflicts[0].mine), (&mine.0, &mine.1));
        assert_eq!(found.conflicts[0].by, Some(person("ines")));
    }
}

#[test]
fn a_version_that_is_none_is_not_found() {
    let world = World::new();
    for base in [0, 2, u32::MAX] {
        let found = merge(&world.history(), &proposal(base, []));
        assert_eq!(found, Err(Rejection::NotFound(Noun::Version)), "{base}");
    }
}

/// What one author changes: registers by random choice, and an order in which new items may stand.
fn changes(author: usize) -> impl Strategy<Value = Vec<(Path, Value)>> {
    let fields = proptest::sample::subsequence(vec!["title", "purpose"], 0..=2);
    let titles = proptest::sample::subsequence(STAGES.to_vec(), 0..=2);
    let gone = proptest::option::weighted(0.3, proptest::sample::select(STAGES.to_vec()));
    let moved = proptest::option::of(Just(STAGES.to_vec()).prop_shuffle());
    (fields, titles, gone, moved, 0..4_usize).prop_map(move |(fields, titles, gone, moved, place)| {
        let says = |what: &str| text(&format!("{what} by {author}"));
        let mut writes: Vec<(Path, Value)> =
            fields.into_iter().map(|field| (Path::parse(field).unwrap(), says(field))).collect();
        writes.extend(titles.iter().map(|stage| (Path::item(List::Stages, &item(stage), "title"), says(stage))));
        writes.extend(gone.map(|stage| (Path::Alive(List::Stages, item(stage)), Value::Flag(false))));
        if let Some(mut stages) = moved {
            let id = format!("new-{author}");
            writes.extend(with_item(List::Stages, &id, &id, None));
            stages.insert(place, &id);
            writes.push(order(List::Stages, &stages));
        }
        writes
    })
}

/// Whether a change stands, is to be written, or is shown to its author.
fn is_kept(world: &World, found: &Merged, path: &Path, mine: &Value) -> bool {
    let head = &world.program.settings;
    let in_conflict = found.conflicts.iter().any(|conflict| conflict.path == *path);
    if matches!(path, Path::Order(_)) {
        let after = |order: &Value| match (mine, order) {
            (Value::Several(mine), Value::Several(order)) => {
                mine.iter().filter(|id| id.starts_with("new-")).all(|id| order.contains(id))
            }
            _ => false,
        };
        return in_conflict || after(found.proposal.writes.get(path).unwrap_or(head.get(path)));
    }
    head.get(path) == mine
        || found.proposal.writes.get(path) == Some(mine)
        || found.conflicts.iter().any(|conflict| conflict.path == *path && conflict.mine == *mine)
}

fn stages(settings: &Settings) -> Vec<String> {
    settings.items(List::Stages).iter().map(ToString::to_string).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn three_authors_in_any_order_lose_nothing(
        all in (changes(0), changes(1), changes(2)),
        turns in Just([0, 1, 2]).prop_shuffle(),
    ) {
        let all = [all.0, all.1, all.2];
        let mut world = World::new();
        for turn in turns {
            let before = world.program.settings.clone();
            let found = merged(&world, 1, all[turn].clone());
            for (path, mine) in &all[turn] {
                prop_assert!(is_kept(&world, &found, path, mine), "{path} of {turn} is lost");
            }
            let writes: Vec<_> = found.proposal.writes.clone().into_iter().collect();
            world.publish(writes, &Publish { policy: Policy::EveryoneNow, ..Publish::default() }).unwrap();
            let after = &world.program.settings;
            for (path, value) in before.registers().filter(|(path, _)| !found.proposal.writes.contains_key(path)) {
                prop_assert_eq!(after.get(path), value, "{} of another is lost", path);
            }
            for stage in stages(&before) {
                let is_mine_to_remove = all[turn].contains(&(Path::Alive(List::Stages, item(&stage)), Value::Flag(false)));
                prop_assert!(is_mine_to_remove || stages(after).contains(&stage), "{stage} vanished");
            }
            prop_assert!(merged(&world, world.program.n, found.proposal.writes.clone()).proposal.writes.is_empty());
        }
        let replayed = world.history().at(world.program.n).unwrap();
        prop_assert_eq!(replayed.bytes(), world.program.settings.bytes());
    }
}
