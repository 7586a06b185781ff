//! What people are told of programs without anybody telling them: reminders, beginnings and ends.

use super::*;
use crate::fernhill::vouched;
use crate::program::Write;

#[test]
fn whoever_has_not_done_a_step_is_reminded_of_it_by_the_bell_and_on_home() {
    let with_reminder = |days: i64| {
        let mut world = World::new();
        let step = world.program.settings.items(List::Steps).remove(0);
        let path = Path::item(List::Steps, &step, "remind_after");
        world.program.settings.set(path.clone(), Value::Number(days));
        let write = Write { path, before: Value::Nothing, value: Value::Number(days), policy: Policy::EveryoneNow };
        world.versions[0].writes.retain(|other| other.path != write.path);
        world.versions[0].writes.push(write);
        world.put();
        world
    };
    let text = "Pairs for Care reminds you of “Meet for the first time”. It is due by Sunday.";
    for (joined, told) in [(4, 0), (5, 0), (6, 0), (9, 0), (11, 1)] {
        let world = with_reminder(10).joined("amara-okafor", joined);
        assert_eq!(world.told("amara-okafor").len(), told, "{joined} days ago");
    }
    let world = with_reminder(5).joined("amara-okafor", 11);
    assert_eq!(world.told("amara-okafor"), [text]);
    let world = with_reminder(5).joined("amara-okafor", 6);
    let step = Some((NextStepKind::Due, "Pairs for Care: Meet for the first time".to_owned()));
    assert_eq!(world.step("amara-okafor"), step, "before it is due soon");
    assert_eq!(world.told("leila-haddou"), [""; 0]);
    let ticked = world.ticked("amara-okafor", 1);
    assert_eq!((ticked.told("amara-okafor").len(), ticked.step("amara-okafor")), (0, None));
    let mut paused = with_reminder(5).joined("amara-okafor", 6);
    paused.program = paused.program.moved(Phase::Paused, Author { by: None, at: NOW.before(Span::hours(1)) }).unwrap();
    paused.put();
    assert_eq!(paused.told("amara-okafor"), ["Pairs for Care is paused. Nothing is due until it goes on."]);
    assert_eq!(paused.step("amara-okafor"), None);
}

/// A program moved to phases so many days ago, the last today an hour ago.
fn lived(mut world: World, phases: &[(Phase, i64)]) -> World {
    for (to, days) in phases {
        let at = NOW.before(Span::days(*days)).before(Span::hours(1));
        world.program = world.program.moved(*to, Author { by: Some("ines-carvalho".parse().unwrap()), at }).unwrap();
    }
    world.put();
    world
}

#[test]
fn the_first_start_is_told_as_one_and_what_is_due_counts_from_it() {
    let mut world = World::new();
    world.program.phase = Phase::Draft;
    let world = lived(world, &[(Phase::Open, 15)]).joined("amara-okafor", 14);
    assert_eq!(world.page("amara-okafor").stages[0].due, None);
    let begun = lived(world, &[(Phase::Running, 0)]);
    assert_eq!(begun.told("amara-okafor"), ["Pairs for Care has begun."]);
    let stage = begun.page("amara-okafor").stages.remove(0);
    assert_eq!((stage.due.unwrap().text.as_str(), stage.is_late), ("by 3 December", false));
    assert_eq!(begun.step("amara-okafor"), None, "nothing is due soon");
    let on = lived(begun, &[(Phase::Paused, 0), (Phase::Running, 0)]);
    assert_eq!(on.told("amara-okafor"), ["Pairs for Care goes on."]);
}

#[test]
fn whoever_is_taken_out_is_told_by_whom_and_whom_to_ask() {
    let mut world = World::new().joined("amara-okafor", 10).invited("jonas-weidner", "priya-raman");
    for who in ["amara-okafor", "jonas-weidner"] {
        let mine = world.org.participant(&world.program.id, &who.parse().unwrap()).unwrap().clone();
        let out = mine.taken_out(&"priya-raman".parse().unwrap(), NOW.before(Span::hours(1))).unwrap();
        world.org.put_participant(out);
    }
    let told = "Priya took you out of Pairs for Care. Its page says whom you can write to.";
    assert_eq!(world.told("amara-okafor"), [told]);
    assert_eq!(world.told("jonas-weidner"), [""; 0], "he was not in it yet");
    let page = world.page("amara-okafor");
    assert!(page.banner.starts_with("Priya took you out of it on 19 November. Write to Priya or"), "{}", page.banner);
    assert_eq!(page.organisers[0].first_name, "Priya");
    let mine = world.org.participant(&world.program.id, &"amara-okafor".parse().unwrap()).unwrap().clone();
    let back = world.door(NOW).join(&world.org.candidate(&mine.person), "", Some(&mine)).unwrap();
    assert_eq!(back.taken_out_by, None);
    world.org.put_participant(back);
    assert_eq!((world.told("amara-okafor"), world.page("amara-okafor").banner), (vec![], String::new()));
}

#[test]
fn after_the_last_day_its_organisers_are_asked_what_becomes_of_it() {
    let ended = |days: i64| {
        let mut world = World::new().joined("amara-okafor", 10);
        let last = crate::clocks::Day::utc(NOW).plus(-days);
        world.program.settings.set(Path::field("ends_on"), Value::Number(last.0));
        world.put();
        world
    };
    assert_eq!(ended(0).step("priya-raman"), None, "it is the last day");
    let title = "Pairs for Care ended on 17 November: close it or give it more time".to_owned();
    assert_eq!(ended(2).step("priya-raman"), Some((NextStepKind::Due, title)));
    assert_eq!(ended(2).step("amara-okafor"), None, "it is not hers to close");
    assert_eq!(ended(2).step("ines-carvalho"), None, "somebody else organises it");
    assert_eq!(ended(2).moved(Phase::Closed, NOW).step("priya-raman"), None);
    let mut nobodys = ended(2);
    nobodys.program.settings.set(Path::field("organisers"), Value::Nothing);
    nobodys.put();
    assert!(nobodys.step("ines-carvalho").is_some() && nobodys.step("priya-raman").is_none());
}

#[test]
fn who_knows_nothing_of_a_skill_is_not_let_in_for_it() {
    let org = fernhill();
    let knows = |who: &str, skill: &str| org.candidate(&who.parse().unwrap()).skills.contains(&skill.parse().unwrap());
    assert!(knows("amara-okafor", "wound-care") && knows("jonas-weidner", "backup-restore"));
    assert!(!knows("wen-li", "wound-care"));
    let mut org = org;
    let zero = vouched("wen-li", "wound-care", 0);
    org.put_evidence(&zero[0].person, &zero[0].skill, &zero, NOW);
    assert!(org.known_by(&"wen-li".parse().unwrap()).any(|(skill, _)| skill.as_str() == "wound-care"));
    assert!(!org.candidate(&"wen-li".parse().unwrap()).skills.contains(&"wound-care".parse().unwrap()));
}
