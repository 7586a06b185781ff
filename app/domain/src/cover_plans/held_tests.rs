//! What stands in the way, in words.

use super::held::in_words;
use super::words::proof;
use super::*;
use crate::cover_plan::{Because, Dropped, Held};
use crate::fernhill::fernhill;

#[test]
fn a_skill_that_builds_on_another_says_how_that_comes_into_the_plan() {
    let mut org = fernhill();
    let held = Held {
        skill: "infusion-pumps".parse().unwrap(),
        seats: 1,
        because: Because::NoLesson(Dropped::Before),
        relax: None,
        cost_then: None,
    };
    let mut builds_on = |first: &str| {
        let mut pumps = org.skill(&held.skill).unwrap().clone();
        pumps.after = vec![first.parse().unwrap()];
        org.put_skill(pumps);
        in_words(&org, &Scope::default(), &held)
    };
    let (because, way_out) = builds_on("wound-care");
    assert_eq!(because, "Whoever could learn it lacks Wound care, which it builds on.");
    assert!(way_out.unwrap().starts_with("take Wound care into this plan"));
    let (_, way_out) = builds_on("backup-restore");
    assert_eq!(way_out.unwrap(), "aim at one person more in Backup restore, due no later.");
}

#[test]
fn a_proof_says_when_not_every_pair_was_looked_at() {
    let mut plan = super::tests::drawn_up(&fernhill());
    plan.worth.looked_at = Some(320);
    assert_eq!(proof(&plan), "Proven: no plan does it with less work among the 320 most promising pairs.");
}
