//! What roles let people do, how people come to them, and how those who apply come in.

use super::world::{World, person};
use crate::program::{
    Asking, Capability, Decided, Decision, Giving, Participant, Path, Phase, ProgramKind, Right, Standing, Taken,
    Value, Verdict, may,
};
use crate::rejection::Rejection;
use crate::text::Prose;
use crate::time::Span;

fn project() -> World {
    let mut world = World::new();
    world.program.kind = ProgramKind::Project;
    world
}

/// The same, where people apply and `seats` can be in it.
fn asking_first(seats: i64) -> World {
    let mut world = project();
    world.program.settings.set(Path::field("admission"), Value::Text("apply".into()));
    world.program.settings.set(Path::field("seats"), Value::Number(seats));
    world
}

/// What somebody who asks is answered.
fn answered(world: &mut World, name: &str, verdict: Verdict) -> Result<Standing, Rejection> {
    let before = world.people[&person(name)].clone();
    let words = Prose::parse("words", "See you on Monday.").unwrap();
    let after = world.door().answered(before, verdict, (&person("priya"), words))?;
    world.people.insert(person(name), after.clone());
    Ok(after.standing)
}

fn inside_as(world: &World, role: &str) -> Participant {
    let joined = world.door().join(&world.comer("amara"), "", None).unwrap();
    Participant { role: role.to_owned(), ..joined }
}

#[test]
fn a_role_lets_people_do_what_it_carries_and_in_its_own_program_alone() {
    use Capability::{Admit, Invite, SeeProgress, TickForOthers};
    let rows: [(ProgramKind, &str, &[Capability]); 14] = [
        (ProgramKind::Mentorship, "mentee", &[]),
        (ProgramKind::Mentorship, "mentor", &[SeeProgress]),
        (ProgramKind::Mentorship, "guide", &[SeeProgress, TickForOthers, Admit]),
        (ProgramKind::SkillSwap, "member", &[]),
        (ProgramKind::SkillSwap, "volunteer", &[]),
        (ProgramKind::SkillSwap, "host", &[SeeProgress, TickForOthers, Admit, Invite]),
        (ProgramKind::PeerFeedback, "giver", &[]),
        (ProgramKind::PeerFeedback, "receiver", &[]),
        (ProgramKind::Project, "member", &[]),
        (ProgramKind::Project, "lead", &[SeeProgress, TickForOthers, Admit, Invite]),
        (ProgramKind::Project, "guide", &[SeeProgress, TickForOthers]),
        (ProgramKind::LunchAndLearn, "guest", &[]),
        (ProgramKind::LunchAndLearn, "host", &[SeeProgress, TickForOthers, Invite]),
        (ProgramKind::LunchAndLearn, "guide", &[SeeProgress, TickForOthers, Admit, Invite]),
    ];
    for (kind, role, can) in rows {
        let mut world = World::new();
        world.program.kind = kind;
        let own = inside_as(&world, role);
        let through = Participant { standing: Standing::Finished, ..own.clone() };
        let outside = [Standing::Left, Standing::Applied, Standing::Waiting, Standing::Invited { by: person("ines") }];
        let foreign = Participant { program: "another".parse().unwrap(), ..own.clone() };
        for capability in Capability::ALL {
            let row = format!("{kind:?} {role} {capability:?}");
            let may_in = |who: &Participant| may(&world.history(), who, capability);
            assert_eq!([may_in(&own), may_in(&through)], [can.contains(&capability); 2], "{row}");
            assert!(!may_in(&foreign), "{row} in another program");
            for standing in &outside {
                assert!(!may_in(&Participant { standing: standing.clone(), ..own.clone() }), "{row} {standing:?}");
            }
        }
        world.program.phase = Phase::Draft;
        assert!(Capability::ALL.into_iter().all(|one| !may(&world.history(), &own, one)), "{kind:?} {role} in a draft");
    }
    let described: usize = ProgramKind::ALL.iter().map(|kind| kind.description().roles.len()).sum();
    assert_eq!(described, rows.len() + ProgramKind::ReadingCircle.description().roles.len(), "every role has its row");
}

#[test]
fn nobody_takes_power_over_others_by_themselves() {
    for kind in ProgramKind::ALL {
        let roles = kind.description().roles;
        assert_eq!(roles[0].taken, Taken::Freely, "{kind:?}: what people join as unless they say otherwise");
        for role in roles.iter().filter(|role| role.taken == Taken::Freely) {
            assert!(!role.can.iter().any(|one| one.has_power_over_others()), "{kind:?} {}", role.key);
        }
    }
    let world = project();
    let lead = |before: Option<&Participant>| world.door().join(&world.comer("amara"), "lead", before);
    assert!(matches!(lead(None), Err(Rejection::Forbidden(_))));
    let member = inside_as(&world, "member");
    assert!(matches!(member.clone().took_role(ProgramKind::Project, "lead"), Err(Rejection::Forbidden(_))));
    assert!(matches!(member.clone().took_role(ProgramKind::Project, "boss"), Err(Rejection::Invalid { .. })));
    let gone = Participant { role: "lead".to_owned(), ..member }.left(world.now).unwrap();
    assert!(lead(Some(&gone)).is_err(), "who left comes back as everybody else");
    let mut led = project();
    led.program.settings.set(Path::field("organisers"), Value::Several(vec!["amara".into()]));
    assert_eq!(led.door().join(&led.comer("amara"), "lead", None).unwrap().role, "lead", "organisers may");
}

#[test]
fn a_role_is_given_and_an_invitation_names_one() {
    let world = project();
    let (ines, now) = (person("ines"), world.now);
    let giving = Giving { by: &ines, now };
    let lead = inside_as(&world, "member").given_role(ProgramKind::Project, "lead", giving).unwrap();
    let told =
        Decision { what: Decided::Role { role: "lead".into() }, by: ines.clone(), at: now, words: Prose::default() };
    assert_eq!((lead.role.as_str(), lead.decisions.as_slice()), ("lead", [told].as_slice()));
    let again = lead.clone().given_role(ProgramKind::Project, "lead", giving).unwrap();
    assert_eq!(again, lead, "what they are already is no news");
    assert_eq!(lead.clone().took_role(ProgramKind::Project, "member").unwrap().role, "member");
    let own = lead.given_role(ProgramKind::Project, "guide", Giving { by: &person("amara"), now }).unwrap();
    assert_eq!(own.decisions.len(), 1, "nobody is told of what they did themselves");
    let invited = |right, role| world.door().invite(&person("amara"), Asking { by: &ines, right, role }, None);
    let asked = invited(Right::Organiser, "lead").unwrap();
    assert_eq!(world.door().join(&world.comer("amara"), "", Some(&asked)).unwrap().role, "lead");
    assert_eq!(world.door().join(&world.comer("amara"), "member", Some(&asked)).unwrap().role, "member");
    assert!(world.door().join(&world.comer("amara"), "guide", Some(&asked)).is_err(), "she was asked as another");
    assert!(matches!(invited(Right::Role, "lead"), Err(Rejection::Forbidden(_))));
    assert_eq!(invited(Right::Role, "").unwrap().role, "member");
}

#[test]
fn whoever_applies_is_accepted_into_a_seat_or_the_queue_or_declined() {
    let mut world = asking_first(1);
    for name in ["amara", "jonas", "wen"] {
        world.join(name).unwrap();
        assert_eq!(world.people[&person(name)].standing, Standing::Applied);
        assert!(matches!(world.join(name), Err(Rejection::Stale(_))), "once is enough");
    }
    assert_eq!((world.door().inside, world.door().waiting), (0, 0), "asking takes no seat");
    world.pass(Span::hours(1));
    assert_eq!(answered(&mut world, "jonas", Verdict::Accept), Ok(Standing::Inside));
    assert_eq!(answered(&mut world, "amara", Verdict::Accept), Ok(Standing::Waiting));
    assert_eq!(answered(&mut world, "wen", Verdict::Decline), Ok(Standing::Left));
    assert!(matches!(answered(&mut world, "wen", Verdict::Accept), Err(Rejection::Stale(_))));
    let wen = &world.people[&person("wen")];
    assert_eq!((&wen.decisions[0].what, wen.decisions[0].words.as_str()), (&Decided::Declined, "See you on Monday."));
    let jonas = &world.people[&person("jonas")];
    assert_eq!((jonas.joined, jonas.waited_since), (1, None));
    world.pass(Span::hours(1));
    world.leave("jonas").unwrap();
    assert_eq!(world.people[&person("amara")].standing, Standing::Inside, "she has waited since she was accepted");
    assert!(world.people[&person("amara")].waited_since.is_some());
    world.join("wen").unwrap();
    assert_eq!(world.people[&person("wen")].standing, Standing::Applied, "she can ask again");
    world.leave("wen").unwrap();
    assert_eq!(world.people[&person("wen")].standing, Standing::Left, "and take it back");
}

#[test]
fn an_invitation_needs_no_answer_and_nobody_is_accepted_while_it_takes_nobody() {
    let mut world = asking_first(5);
    let asking = Asking { by: &person("ines"), right: Right::Organiser, role: "" };
    let invited = world.door().invite(&person("amara"), asking, None).unwrap();
    assert_eq!(world.door().join(&world.comer("amara"), "", Some(&invited)).unwrap().standing, Standing::Inside);
    world.join("jonas").unwrap();
    let applied = world.people[&person("jonas")].clone();
    assert!(matches!(world.door().invite(&person("jonas"), asking, Some(&applied)), Err(Rejection::Stale(_))));
    world.program.phase = Phase::Paused;
    assert!(matches!(answered(&mut world, "jonas", Verdict::Accept), Err(Rejection::Conflict(_))));
    assert_eq!(answered(&mut world, "jonas", Verdict::Decline), Ok(Standing::Left));
    let full = asking_first(0);
    let mut shut = full.program.clone();
    shut.settings.set(Path::field("waitlist"), Value::Flag(false));
    let door = crate::program::Door { program: &shut, ..full.door() };
    assert!(door.answered(applied, Verdict::Accept, (&person("ines"), Prose::default())).is_err(), "no seat, no queue");
}
