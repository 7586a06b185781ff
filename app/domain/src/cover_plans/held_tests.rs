//! What stands in the way, in words.

use super::held::in_words;
use super::words::proof;
use super::*;
use crate::cover_plan::{Because, Dropped, Held};
use crate::fernhill::{NOW, fernhill};

#[test]
fn what_it_builds_on_and_nobody_can_learn_in_time_is_named_with_whoever_could_teach_it() {
    let mut org = fernhill();
    let plan = super::tests::drawn_up(&org);
    let held = Held {
        skill: "infusion-pumps".parse().unwrap(),
        seats: 1,
        because: Because::NoLesson(Dropped::Before),
        relax: None,
        cost_then: None,
    };
    let mut builds_on = |first: &str, in_days: i64| {
        let mut pumps = org.skill(&held.skill).unwrap().clone();
        pumps.after = vec![first.parse().unwrap()];
        pumps.target.by = Some(Day::utc(NOW).plus(in_days));
        org.put_skill(pumps);
        in_words(&org, &plan, (&held, Day::utc(NOW)))
    };
    let (because, way_out) = builds_on("wound-care", 90);
    assert_eq!(because, "Whoever could learn it lacks Wound care, which it builds on.");
    // Two hours and three, and a third of them to teach.
    let words = "Wound care first: Amara can teach it, in 5 hours from nothing and 1¾ hours to teach.";
    assert_eq!(way_out.unwrap(), words);
    assert_eq!(builds_on("backup-restore", 60).1.unwrap(), "let Backup restore be due no later.");
    let mut noor = org.person(&"noor-halabi".parse().unwrap()).unwrap().clone();
    noor.left_at = Some(NOW);
    org.put_person(noor);
    let mut pumps = org.skill(&held.skill).unwrap().clone();
    pumps.target.by = None;
    org.put_skill(pumps);
    let (_, way_out) = in_words(&org, &plan, (&held, Day::utc(NOW)));
    assert_eq!(way_out.unwrap(), "find somebody who can teach Backup restore, or confirm somebody.");
}

#[test]
fn a_proof_says_when_not_every_pair_was_looked_at() {
    let mut plan = super::tests::drawn_up(&fernhill());
    plan.worth.looked_at = Some(320);
    let among = "Proven: no plan does it with less work among the 320 most promising pairs";
    assert_eq!(proof(&plan), format!("{among}."));
    plan.worth.wide_gap_per_mille = Some(12);
    assert_eq!(proof(&plan), format!("{among}, and with all others at most 1.2 % less."));
}
