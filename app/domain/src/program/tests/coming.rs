//! Joining, waiting, leaving, coming back, and getting through.

use super::world::{World, item, order, person, text, with_item};
use crate::id::SkillId;
use crate::program::{Asking, List, Path, Phase, Policy, Publish, Right, Standing, Value, stage_finished};
use crate::rejection::Rejection;
use crate::time::Span;

#[test]
fn whom_a_program_is_not_for_cannot_join_and_hears_why() {
    let several = |ids: &[&str]| Value::Several(ids.iter().map(ToString::to_string).collect());
    let rows = [
        ("teams", several(&["digital"]), "This is for other teams."),
        ("teams", several(&["care"]), ""),
        ("org_roles", several(&["manager", "program_admin"]), "This is for people of another role here."),
        ("org_roles", several(&["member"]), ""),
        ("skills", several(&["wound-care"]), "This is for people who know or want"),
        ("skills", several(&["infusion-pumps"]), ""),
        ("invite_only", Value::Flag(true), "People join this by invitation."),
    ];
    for (field, value, words) in rows {
        let mut world = World::new();
        world.set(Path::parse(field).unwrap(), value, Policy::EveryoneNow).unwrap();
        let mut amara = world.comer("amara");
        amara.skills.insert(SkillId::parse("infusion-pumps").unwrap());
        let found = world.door().join(&amara, "", None).map_or_else(|no| no.to_string(), |_| String::new());
        assert!(found.starts_with(words) && found.is_empty() == words.is_empty(), "{field}: {found}");
        let asking = Asking { by: &person("ines"), right: Right::Organiser, role: "" };
        let invited = world.door().invite(&amara.person, asking, None).unwrap();
        assert_eq!(world.door().join(&amara, "", Some(&invited)).unwrap().standing, Standing::Inside, "{field}");
    }
}

#[test]
fn whoever_is_inside_stays_though_their_role_is_let_in_no_more() {
    let world = World::with_people(&["amara"]);
    for role in ["member", "manager"] {
        let roles = (Path::field("org_roles"), Value::Several(vec![role.to_owned()]));
        let publish = Publish { policy: Policy::EveryoneNow, ..Publish::default() };
        let report = world.report(&world.candidate([roles], &publish));
        assert_eq!(report.summary.contains("no longer let in"), role == "manager", "{role}: {}", report.summary);
    }
}

#[test]
fn nobody_joins_a_program_that_takes_nobody() {
    let mut world = World::new();
    for (phase, takes) in [(Phase::Draft, false), (Phase::Open, true), (Phase::Paused, false), (Phase::Closed, false)] {
        world.program.phase = phase;
        assert_eq!(world.door().join(&world.comer("amara"), "", None).is_ok(), takes, "{phase:?}");
    }
    world.program.phase = Phase::Open;
    assert!(matches!(world.door().join(&world.comer("amara"), "boss", None), Err(Rejection::Invalid { .. })));
}

#[test]
fn a_free_seat_goes_to_whoever_came_first() {
    let mut world = World::new();
    world.set(Path::field("seats"), Value::Number(1), Policy::EveryoneNow).unwrap();
    for name in ["amara", "wen", "jonas"] {
        world.join(name).unwrap();
        world.pass(Span::minutes(1));
    }
    let standing = |world: &World, name: &str| world.people[&person(name)].standing.clone();
    assert_eq!(["amara", "wen", "jonas"].map(|name| standing(&world, name) == Standing::Inside), [true, false, false]);
    world.leave("amara").unwrap();
    assert_eq!(["wen", "jonas"].map(|name| standing(&world, name) == Standing::Inside), [true, false]);
    world.join("amara").unwrap();
    world.set(Path::field("seats"), Value::Number(2), Policy::EveryoneNow).unwrap();
    assert_eq!(["jonas", "amara"].map(|name| standing(&world, name) == Standing::Inside), [true, false]);
    world.set(Path::field("waitlist"), Value::Flag(false), Policy::EveryoneNow).unwrap();
    assert_eq!(world.join("noor").unwrap_err().to_string(), "All seats are taken.");
}

#[test]
fn people_get_through_stage_by_stage() {
    let mut world = World::with_people(&["amara"]);
    assert_eq!(world.people[&person("amara")].stage(), Some(&item("first-talk")));
    assert!(world.finish("amara", "learn-one").is_err(), "a later stage");
    world.finish("amara", "first-talk-two").unwrap();
    world.finish("amara", "first-talk-two").unwrap();
    assert_eq!(world.people[&person("amara")].done.len(), 1);
    world.finish("amara", "first-talk-one").unwrap();
    assert_eq!(world.people[&person("amara")].stage(), Some(&item("learn")));
    for step in ["learn-one", "learn-two", "close-one", "close-two"] {
        world.pass(Span::days(1));
        world.finish("amara", step).unwrap();
    }
    assert_eq!(world.people[&person("amara")].standing, Standing::Finished);
    assert!(world.join("amara").is_err() && world.leave("amara").is_err());
}

#[test]
fn a_stage_without_steps_is_finished_by_hand() {
    let mut world = World::with_people(&["amara"]);
    let mut writes = with_item(List::Stages, "pause", "Pause", None);
    writes.push(order(List::Stages, &["first-talk", "pause", "learn", "close"]));
    world.publish(writes, &Publish::default()).unwrap();
    world.pass(Span::days(1));
    world.finish("amara", "first-talk-one").unwrap();
    let who = world.people[&person("amara")].clone();
    assert!(
        stage_finished(&world.history(), &world.who(&who), &item("first-talk"), world.now).is_err(),
        "a step is open"
    );
    world.finish("amara", "first-talk-two").unwrap();
    let who = world.people[&person("amara")].clone();
    assert_eq!(who.stage(), Some(&item("pause")), "a new stage reaches people as they move on");
    let after = stage_finished(&world.history(), &world.who(&who), &item("pause"), world.now).unwrap();
    assert_eq!(after.stage(), Some(&item("learn")));
    world.pass(Span::minutes(1));
    assert_eq!(stage_finished(&world.history(), &world.who(&after), &item("pause"), world.now), Ok(after), "once");
}

#[test]
fn ticking_again_is_the_same_as_ticking_once() {
    let steps = ["first-talk-one", "first-talk-two", "learn-one", "learn-two", "close-one", "close-two"];
    let mut world = World::with_people(&["amara"]);
    for step in steps {
        world.finish("amara", step).unwrap();
        let once = world.people[&person("amara")].clone();
        world.pass(Span::minutes(1));
        world.finish("amara", step).unwrap();
        assert_eq!(world.people[&person("amara")], once, "{step}");
    }
    assert_eq!(world.people[&person("amara")].standing, Standing::Finished);
    let through = world.people[&person("amara")].clone();
    let again = stage_finished(&world.history(), &world.who(&through), &item("close"), world.now);
    assert_eq!(again, Ok(through));
}

#[test]
fn who_comes_back_keeps_what_they_did_and_has_the_program_as_it_is() {
    let mut world = World::with_people(&["amara"]);
    ["first-talk-one", "first-talk-two", "learn-one"].into_iter().for_each(|step| world.finish("amara", step).unwrap());
    world.leave("amara").unwrap();
    world.set(Path::field("title"), text("Pairs"), Policy::NewJoiners).unwrap();
    world.join("amara").unwrap();
    let amara = &world.people[&person("amara")];
    assert_eq!((amara.done.len(), amara.stage(), amara.joined), (3, Some(&item("learn")), 2));
    assert_eq!(world.has("amara").text(&Path::field("title")), "Pairs");
}

#[test]
fn who_comes_back_when_their_stage_is_gone_and_none_is_left_begins_with_the_next_that_is_made() {
    let mut world = World::with_people(&["amara"]);
    world.leave("amara").unwrap();
    let all =
        ["first-talk", "learn", "close"].map(|stage| (Path::Alive(List::Stages, item(stage)), Value::Flag(false)));
    world.publish(all.to_vec(), &Publish { policy: Policy::EveryoneNow, ..Publish::default() }).unwrap();
    world.join("amara").unwrap();
    assert_eq!(world.people[&person("amara")].stage(), None, "what is no more is no place to stand");
    let mut fresh = with_item(List::Stages, "again", "Again", None);
    fresh.extend(with_item(List::Steps, "again-one", "Again", Some("again")));
    world.publish(fresh, &Publish { policy: Policy::EveryoneNow, ..Publish::default() }).unwrap();
    world.finish("amara", "again-one").unwrap();
    assert_eq!(world.people[&person("amara")].standing, Standing::Finished);
}
