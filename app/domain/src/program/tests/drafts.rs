//! Drafts while somebody else takes out what they change: nothing that was written is lost, and all of it can be decided.

use super::world::{World, item, order, person, text};
use crate::program::{Draft, DraftForm, List, Path, Policy, Proposal, Publish, Take, Value};
use std::collections::BTreeMap;

fn alive(list: List, id: &str) -> Path {
    Path::Alive(list, item(id))
}

fn title(list: List, id: &str) -> Path {
    Path::item(list, &item(id), "title")
}

fn draft(world: &World, base: u32, writes: Vec<(Path, Value)>) -> Draft {
    Draft {
        program: world.program.id.clone(),
        person: person("sol"),
        base,
        writes: writes.into_iter().collect(),
        typed: BTreeMap::new(),
        unsettled: Vec::new(),
        at: world.now,
    }
}

/// A program of which somebody took out “Learn by doing” with its steps.
fn without_learning() -> World {
    let mut world = World::new();
    let gone = [(List::Stages, "learn"), (List::Steps, "learn-one"), (List::Steps, "learn-two")];
    let writes = gone.map(|(list, id)| (alive(list, id), Value::Flag(false))).to_vec();
    world.publish(writes, &Publish { policy: Policy::EveryoneNow, ..Publish::default() }).unwrap();
    world
}

#[test]
fn a_stage_comes_back_with_what_was_written_in_it_and_with_its_steps() {
    let world = without_learning();
    let (stage, step) = (title(List::Stages, "learn"), title(List::Steps, "learn-one"));
    let draft = draft(&world, 1, vec![(stage.clone(), text("Learn")), (step.clone(), text("Shadow a visit"))]);
    let back = draft.clone().brought_back(&world.history(), List::Stages, &item("learn")).unwrap();
    assert_eq!(back.unsettled, []);
    for id in ["learn-one", "learn-two"] {
        assert_eq!(back.writes[&alive(List::Steps, id)], Value::Flag(true), "{id}");
    }
    assert_eq!((&back.writes[&stage], &back.writes[&step]), (&text("Learn"), &text("Shadow a visit")));
    let settled = draft.clone().settled(&world.history(), &stage, Take::Mine).unwrap();
    assert_eq!(settled.writes, back.writes);
    let left = draft.settled(&world.history(), &stage, Take::Theirs).unwrap();
    assert_eq!((left.writes.len(), left.unsettled.len()), (0, 1), "the step is another decision");
}

#[test]
fn what_is_typed_in_an_item_that_is_gone_waits_for_a_decision() {
    let world = without_learning();
    let values = BTreeMap::from([("stages/learn/title".to_owned(), "Learn a lot".to_owned())]);
    let form = DraftForm { base: 2, values, ..DraftForm::default() };
    let read = Proposal::read(&world.history(), &form).unwrap();
    let kept = draft(&world, 2, read.proposal.writes.into_iter().collect());
    let kept = kept.asking_for_the_lost(&world.history()).unwrap();
    assert!(kept.writes.is_empty(), "it would be published where nobody sees it");
    assert_eq!(
        (kept.unsettled[0].path.clone(), kept.unsettled[0].mine.clone()),
        (title(List::Stages, "learn"), text("Learn a lot"))
    );
    let values = BTreeMap::from([("stages/nowhere/title".to_owned(), "Learn a lot".to_owned())]);
    let form = DraftForm { base: 2, values, ..DraftForm::default() };
    assert!(Proposal::read(&world.history(), &form).unwrap().proposal.writes.is_empty(), "it never was");
}

#[test]
fn a_new_item_goes_with_all_that_is_inside() {
    let world = World::new();
    let new = vec![(alive(List::Stages, "new"), Value::Flag(true)), (title(List::Stages, "new"), text("New"))];
    let draft = draft(&world, 1, new).without(&world.history(), &alive(List::Stages, "new")).unwrap();
    assert!(draft.is_empty());
}

#[test]
fn what_is_given_back_stands_beside_what_was_begun_since() {
    let world = World::new();
    let minutes = (Path::field("minutes"), Value::Number(50));
    let given = draft(&world, 1, vec![minutes.clone(), (Path::field("title"), text("Earlier"))]);
    let own = draft(&world, 1, vec![(Path::field("title"), text("Later")), order(List::Stages, &["close", "learn"])]);
    let both = own.with(&world.history(), given).unwrap();
    assert_eq!((both.writes.len(), &both.writes[&minutes.0]), (3, &minutes.1));
    assert_eq!(both.writes[&Path::field("title")], text("Later"));
}
