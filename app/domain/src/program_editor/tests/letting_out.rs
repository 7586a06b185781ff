//! What letting a version out to more teams does is shown for the teams that are ticked.

use super::*;
use crate::id::TeamId;
use crate::program::RollOut;

/// The first team of each who is inside.
fn teams(world: &World) -> [TeamId; 2] {
    ["amara-okafor", "jonas-weidner"].map(|who| {
        let participant = world.org.participant(&id(), &person(who)).unwrap();
        world.org.who(participant).teams[0].clone()
    })
}

#[test]
fn ticking_more_teams_shows_what_that_does_to_their_people() {
    let mut world = World::new();
    let [amaras, jonas] = teams(&world);
    let reach = Reach::Teams { teams: [amaras.clone()].into() };
    world.versions[1].roll_out = Some(RollOut::begun(reach, NOW.before(Span::minutes(1))));
    world.org.put_program(world.program.clone(), world.versions.clone());
    let sol = actor("sol-lindqvist", Role::OrgAdmin);
    let look = |query: &str| {
        let choice = PublishChoice::parse(query);
        world.seen_by(&sol, |viewer| editor_page(viewer, &id(), &Desk::default(), choice)).unwrap().review
    };
    let wider = look(&format!("n=2&teams[]={amaras}&teams[]={jonas}")).wider_teams.unwrap();
    assert_eq!((wider.n, wider.teams), (2, vec![jonas.to_string()]));
    assert!(wider.effect.starts_with("2 people: 1 ") && wider.effect.contains("reads"), "{}", wider.effect);
    assert!(wider.refusal.is_empty());
    assert!(look("").wider_teams.is_none(), "nothing is ticked");
    assert!(look(&format!("n=2&teams[]={amaras}")).wider_teams.is_none(), "they have it");
    assert!(look(&format!("n=1&teams[]={jonas}")).wider_teams.is_none(), "it is not let out to teams");
    let hours = world.changed("minutes", Value::Number(120), "ines-carvalho");
    let (mut versions, reach) = (hours.versions.clone(), Reach::Teams { teams: [amaras].into() });
    versions[2].roll_out = Some(RollOut::begun(reach, NOW.before(Span::minutes(1))));
    let mut world = hours;
    world.org.put_program(world.program.clone(), versions);
    let choice = PublishChoice::parse(&format!("n=3&teams[]={jonas}"));
    let page = world.seen_by(&sol, |viewer| editor_page(viewer, &id(), &Desk::default(), choice)).unwrap();
    assert!(page.review.wider_teams.is_some_and(|wider| !wider.refusal.is_empty()), "nobody gives more hours by it");
}
