//! The graph of the small organisation: who counts, and whoever reads it while it changes.

use super::tests::{NOW, evidence};
use super::*;
use crate::coverage::works_here;
use crate::evidence::{EvidenceRules, Leniency};
use crate::fernhill::fernhill;
use crate::org::Org;

#[test]
fn whoever_holds_a_graph_reads_one_moment() {
    let mut org = fernhill();
    let skill: SkillId = "infusion-pumps".parse().unwrap();
    let before = org.graph_now();
    let amara: PersonId = "amara-okafor".parse().unwrap();
    org.put_evidence(&amara, &skill, &[evidence(&amara, &skill, 4)], NOW);
    assert_eq!((before.cover(&skill), org.graph().cover(&skill)), (1, 2));
    let difference = &before.differences(org.graph())[0];
    assert_eq!(difference.row, "edge amara-okafor infusion-pumps");
    let (here, there) = (difference.here.clone().unwrap(), difference.there.clone().unwrap());
    assert!(here.starts_with("3 ") && there.starts_with("4 ") && there.ends_with(" 11"), "level first, ties last");
}

#[test]
fn learning_and_those_who_left_are_no_cover() {
    let org = fernhill();
    let graph = org.graph();
    let palliative: SkillId = "palliative-talks".parse().unwrap();
    let amara: PersonId = "amara-okafor".parse().unwrap();
    assert_eq!(graph.holders(&palliative), [&amara], "Dag could teach it too, and has left");
    assert_eq!(graph.teachers_beside(&"noor-halabi".parse().unwrap(), &palliative), 1);
    assert_eq!(graph.teachers_beside(&amara, &palliative), 0);
    let without = graph.without([&amara]);
    let fallen: Vec<(&str, u32, u32)> =
        without.fallen.iter().map(|fallen| (fallen.skill.as_str(), fallen.after, fallen.target)).collect();
    assert_eq!(fallen, [("palliative-talks", 0, 2)], "wound care still has as many as it needs");
    assert_eq!((without.risk, graph.loss(&amara)), (8, 8));
}

#[test]
fn after_their_last_day_nobody_counts_though_their_membership_was_not_ended() {
    let mut org = fernhill();
    let (palliative, amara): (SkillId, PersonId) =
        ("palliative-talks".parse().unwrap(), "amara-okafor".parse().unwrap());
    let today = org.weighing().day;
    let leaving = Person { leaves_on: Some(today), ..org.person(&amara).unwrap().clone() };
    org.put_person(leaving);
    let cover = |org: &Org| (org.graph().cover(&palliative), works_here(org, &amara));
    assert_eq!(cover(&org), (1, true), "their last day is a day of work");
    org.weigh_by(EvidenceRules::USUAL, Leniency::default(), today.plus(1));
    assert_eq!(cover(&org), (0, false));
    assert_eq!(org.graph().digest(), Graph::of(&org).digest());
    assert_eq!((org.graph().loss(&amara), org.graph().without([&amara]).fallen.len()), (0, 0));
    org.weigh_by(EvidenceRules::USUAL, Leniency::default(), today);
    assert_eq!(cover(&org), (1, true));
}
