//! Who is told of what.

use super::*;
use crate::actor::Actor;
use crate::fernhill::signed_in;

#[test]
fn a_drill_is_told_to_those_it_is_about_and_to_program_admins() {
    let of = |proposed_by: &str| {
        let moved = Happening::DrillMoved {
            drill: "d1".parse().unwrap(),
            skill: "infusion-pumps".parse().unwrap(),
            holder: "rosalind-achterberg".parse().unwrap(),
            backup: "amara-okafor".parse().unwrap(),
            proposed_by: proposed_by.parse().unwrap(),
        };
        moved.audience()
    };
    let rows = [
        ("amara-okafor", true),
        ("rosalind-achterberg", true),
        ("priya-raman", true),
        ("ines-carvalho", true),
        ("jonas-weidner", false),
    ];
    for (who, told) in rows {
        assert_eq!(of("priya-raman").includes(&signed_in(who)), told, "{who}");
    }
    assert!(!of("amara-okafor").includes(&signed_in("priya-raman")), "she proposed nothing");
    assert!(!of("priya-raman").includes(&Actor::Stranger));
}
