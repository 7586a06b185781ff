//! Who is told of what.

use super::*;
use crate::actor::Actor;
use crate::comment::CommentStep;
use crate::fernhill::signed_in;
use crate::id::{PersonId, ProgramId};
use crate::program::Phase;
use crate::time::Timestamp;

#[test]
fn a_drill_is_told_to_those_it_is_about_and_to_program_admins() {
    let of = |proposed_by: &str| {
        let moved = Happening::DrillMoved(MovedDrill {
            drill: "d1".parse().unwrap(),
            skill: "infusion-pumps".parse().unwrap(),
            holder: "rosalind-achterberg".parse().unwrap(),
            backup: "amara-okafor".parse().unwrap(),
            proposed_by: proposed_by.parse().unwrap(),
        });
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

#[test]
fn of_a_program_browsers_are_told_to_look_again_and_no_more() {
    let program: ProgramId = "a-plan-nobody-knows-of".parse().unwrap();
    let person: PersonId = "amara-okafor".parse().unwrap();
    let told = |what: Happening| {
        let event = Event { seq: Seq(7), at: Timestamp(0), by: None, audience: what.audience(), what };
        serde_json::to_string(&Frame::of(&event)).unwrap()
    };
    for what in [
        Happening::ProgramEdited { program: program.clone(), n: 3, digest: None },
        Happening::ProgramMoved { program: program.clone(), to: Phase::Open },
        Happening::ParticipantMoved { program: program.clone(), person: person.clone(), how: None },
        Happening::ProgramDraftMoved { program: program.clone(), owner: person.clone(), how: DraftMoved::Dropped },
        Happening::ProgramScheduled { program, how: None },
    ] {
        assert_eq!(told(what), r#"{"seq":7,"at":0,"topic":"programs"}"#);
    }
    assert!(told(Happening::PersonChanged { person }).contains("amara-okafor"));
}

#[test]
fn what_is_said_between_two_is_told_to_them_and_no_browser_is_told_what_it_is_below() {
    let said = |how, among: &[&str]| {
        Happening::CommentMoved(MovedComment {
            comment: "c1".parse().unwrap(),
            subject: "exchange:k1".to_owned().try_into().unwrap(),
            how,
            among: among.iter().map(|who| who.parse().unwrap()).collect(),
        })
    };
    let between = said(CommentStep::Written, &["amara-okafor", "jonas-weidner"]);
    for (who, is_told) in [("amara-okafor", true), ("jonas-weidner", true), ("ines-carvalho", false)] {
        assert_eq!(between.audience().includes(&signed_in(who)), is_told, "{who}");
    }
    let reported = said(CommentStep::Reported, &["amara-okafor", "jonas-weidner"]);
    assert!(reported.audience().includes(&signed_in("ines-carvalho")), "a program admin looks at it");
    assert_eq!(said(CommentStep::Written, &[]).audience(), Audience::Everyone);
    let event = Event { seq: Seq(7), at: Timestamp(0), by: None, audience: between.audience(), what: between };
    let frame = Frame::of(&event);
    assert_eq!((frame.topic, frame.what), (Topic::Talk, None));
}
