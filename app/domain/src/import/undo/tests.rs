//! Taking an import back leaves what came since.

use super::*;
use crate::import::plan::tests::{Fernhill, NOW, everything};
use crate::text::{Line, Name};
use crate::time::Minutes;
use crate::want::Offer;

fn imported() -> (Fernhill, Vec<Change>) {
    let mut fernhill = Fernhill::default();
    let (plan, _) = fernhill.plan(&everything());
    fernhill.apply(&plan.changes);
    (fernhill, plan.changes)
}

fn dropped(undo: &Undo) -> Vec<String> {
    let name = |change: &Change| match change {
        Change::Team(Swap { before: Some(team), after: None }) => Some(format!("team {}", team.id)),
        Change::Person(Swap { before: Some(person), after: None }) => Some(format!("person {}", person.id)),
        Change::Area(Swap { before: Some(area), after: None }) => Some(format!("area {}", area.id)),
        Change::Skill(Swap { before: Some(skill), after: None }) => Some(format!("skill {}", skill.id)),
        Change::Want(Swap { before: Some(want), after: None }) => Some(format!("want {} {}", want.person, want.skill)),
        Change::Reversal { person, skill } => Some(format!("level {person} {skill}")),
        _ => None,
    };
    undo.changes.iter().filter_map(name).collect()
}

fn kept(undo: &Undo) -> Vec<String> {
    undo.kept.iter().map(|kept| format!("{} {}", kept.what, kept.why)).collect()
}

#[test]
fn everything_that_nobody_touched_goes() {
    let (fernhill, changes) = imported();
    let undo = undo(&changes, &fernhill.org, &Elsewhere::default());
    assert!(kept(&undo).is_empty());
    let expected = [
        "level amara wound-care",
        "level jonas wound-care",
        "want jonas wound-care",
        "person amara",
        "person jonas",
        "skill wound-care",
        "skill rota-planning",
        "team ward-3",
        "team care",
        "area care",
        "area planning",
    ];
    assert_eq!(dropped(&undo), expected);
}

#[test]
fn what_is_in_use_stays_with_what_it_needs() {
    let (mut fernhill, changes) = imported();
    let offer = Offer {
        person: "amara".parse().unwrap(),
        skill: "wound-care".parse().unwrap(),
        minutes: Minutes(45),
        note: Line::default(),
        at: NOW,
    };
    fernhill.org.put_offer(&offer.person.clone(), &offer.skill.clone(), Some(offer));
    let undo = undo(&changes, &fernhill.org, &Elsewhere::default());
    let expected = [
        "Amara Okafor has signed in or is in use since",
        "Wound care is in use since",
        "Ward 3 still has people or teams",
        "Care still has people or teams",
        "Care still has skills",
    ];
    assert_eq!(kept(&undo), expected);
    assert!(dropped(&undo).contains(&"person jonas".to_owned()));
    assert!(dropped(&undo).contains(&"area planning".to_owned()));
}

#[test]
fn somebody_who_signed_in_stays() {
    let (fernhill, changes) = imported();
    let elsewhere = Elsewhere { people: HashSet::from(["jonas".parse().unwrap()]), skills: HashSet::new() };
    let undo = undo(&changes, &fernhill.org, &elsewhere);
    assert_eq!(kept(&undo), ["Jonas Weber has signed in or is in use since", "Care still has people or teams"]);
}

#[test]
fn what_was_changed_is_as_before_and_a_later_change_stays() {
    let (mut fernhill, _) = imported();
    let update = "handle,name,title,team\namara,Dr Amara Okafor,Ward nurse,Care\n";
    let (second, _) = fernhill.plan(&[("people.csv", update)]);
    fernhill.apply(&second.changes);
    let mut amara = fernhill.org.person(&"amara".parse().unwrap()).cloned().unwrap();
    amara.title = Line::parse("title", "Head nurse").unwrap();
    fernhill.org.put_person(amara);

    let undo = undo(&second.changes, &fernhill.org, &Elsewhere::default());
    assert_eq!(kept(&undo), ["Dr Amara Okafor: job title was changed since"]);
    let [Change::Person(Swap { after: Some(then), .. })] = undo.changes.as_slice() else {
        panic!("one person is put back, not {:?}", undo.changes)
    };
    assert_eq!((then.name.as_str(), then.title.as_str()), ("Amara Okafor", "Head nurse"));
    assert_eq!(then.team.as_ref().map(TeamId::as_str), Some("ward-3"));
}

#[test]
fn what_somebody_renamed_since_stays() {
    let (mut fernhill, changes) = imported();
    let mut care = fernhill.org.team(&"care".parse().unwrap()).cloned().unwrap();
    care.name = Name::parse("name", "Care and cure").unwrap();
    fernhill.org.put_team(care);
    let undo = undo(&changes, &fernhill.org, &Elsewhere::default());
    assert_eq!(kept(&undo), ["Care and cure was changed since"]);
    assert!(!dropped(&undo).contains(&"team care".to_owned()));
}

#[test]
fn people_and_skills_of_a_drill_stay() {
    let (mut fernhill, changes) = imported();
    let plan = crate::drill::Plan {
        skill: "wound-care".parse().unwrap(),
        holder: "amara".parse().unwrap(),
        backup: "jonas".parse().unwrap(),
        ..crate::drill::tests::plan()
    };
    let when = crate::drill::tests::in_days(0);
    let drill = crate::drill::Drill::proposed("d1".parse().unwrap(), plan.holder.clone(), plan, when).unwrap();
    fernhill.org.put_drill(drill);
    let dropped = dropped(&undo(&changes, &fernhill.org, &Elsewhere::default()));
    assert!(
        ["person amara", "person jonas", "skill wound-care"].iter().all(|what| !dropped.contains(&(*what).to_owned()))
    );
}
