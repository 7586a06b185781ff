//! Rules of the page, a row for each.

use super::*;
use crate::fernhill::{fernhill, signed_in};
use crate::reader::tests::{CLOCKS, done};
use crate::skills::SlotState;

fn page(skill: &str) -> SkillPage {
    let mut org = fernhill();
    org.put_exchange(done());
    skill_page(&org, &signed_in("jonas-weidner"), &skill.parse().unwrap(), &[], &CLOCKS).unwrap()
}

fn names(people: &[SkillPerson]) -> Vec<&str> {
    people.iter().map(|row| row.person.name.as_str()).collect()
}

#[test]
fn places_are_filled_promised_or_open() {
    let page = page("infusion-pumps");
    let states: Vec<SlotState> = page.slots.iter().map(|slot| slot.state).collect();
    assert_eq!(states, [SlotState::Filled, SlotState::Planned, SlotState::Empty]);
    assert_eq!(page.slots[1].note, "alone now · wants “can teach”");
    assert_eq!(page.risk.unwrap().1, "Critical, one person left");
    assert_eq!(page.beyond, 0);
    assert_eq!(self::page("wound-care").beyond, 1);
}

#[test]
fn who_can_teach_stands_apart_from_who_is_on_the_way() {
    let page = page("infusion-pumps");
    assert_eq!(names(&page.teachers), ["Rosalind Achterberg"]);
    assert_eq!(names(&page.on_the_way), ["Amara Okafor", "Leïla Haddou"]);
    assert_eq!(page.on_the_way[0].goal, Some(Level::CAN_TEACH));
    assert_eq!(page.on_the_way[1].wish, "No wish yet");
    assert_eq!(page.demand.sentence, "One person wants this, nobody offers it yet. Know someone?");
}

#[test]
fn sessions_that_both_confirmed_are_listed() {
    let page = page("sql-for-reports");
    assert_eq!(page.sessions.len(), 1);
    assert_eq!(page.sessions[0].teacher.name, "Jonas Weidner");
    assert_eq!(page.demand.sentence, "Leïla and Noor want to learn it.");
    assert!(page.mine.offers && page.mine.level == Some(Level::CAN_TEACH));
}

#[test]
fn what_comes_before_is_named_and_a_date_is_told() {
    let mut org = fernhill();
    let mut pumps = org.skill(&"infusion-pumps".parse().unwrap()).unwrap().clone();
    pumps.after = ["wound-care", "gone"].map(|id| id.parse().unwrap()).to_vec();
    pumps.target.by = Some(crate::clocks::Day(20_908));
    org.put_skill(pumps);
    let page = skill_page(&org, &signed_in("ines-carvalho"), &"infusion-pumps".parse().unwrap(), &[], &CLOCKS).unwrap();
    assert_eq!((page.after.len(), page.after[0].name.as_str()), (1, "Wound care"));
    assert_eq!((page.due.as_deref(), page.learning), (Some("31 Mar"), 1));
    assert!(page.mine.is_told, "a program admin is told of all");
    assert!(!self::page("infusion-pumps").mine.is_told);
}

#[test]
fn a_skill_that_is_not_there_reads_as_not_found() {
    let refused = skill_page(&fernhill(), &signed_in("wen-li"), &"juggling".parse().unwrap(), &[], &CLOCKS);
    assert_eq!(refused, Err(Rejection::NotFound(Noun::Skill)));
}
