//! What the audit says of each thing that admins do, and which lines it leaves out.

use super::*;
use crate::actor::{Actor, Member};
use crate::event::{Awaited, DraftMoved, LetOut, Moved};
use crate::fernhill::{NOW, fernhill};
use crate::program::{Phase, Reach};
use crate::reader::tests::CLOCKS;

const INES: &str = "ines-carvalho";
const WEN: &str = "wen-li";

fn person(id: &str) -> PersonId {
    id.parse().unwrap()
}

fn event(seq: u64, by: Option<&str>, what: Happening) -> Event {
    let audience = what.audience();
    Event { seq: Seq(seq), at: NOW, by: by.map(person), what, audience }
}

fn page(events: &[Event], older: Option<Seq>, view: AuditView) -> AuditPage {
    let (org, sol) =
        (fernhill(), Actor::Person(Member { id: person("sol-lindqvist"), role: Role::OrgAdmin, team: None }));
    audit_page(&Viewer::of(&org, &sol, &CLOCKS), events, older, view).unwrap()
}

/// The line of something that Inês did.
fn said(what: Happening) -> String {
    let lines = page(&[event(7, Some(INES), what)], None, AuditView::default()).lines;
    lines.iter().map(|line| format!("{} {} {}", line.what, line.subject, line.subject_href)).collect()
}

fn moved(how: Option<Moved>) -> Happening {
    Happening::ParticipantMoved { program: "pairs".parse().unwrap(), person: person(WEN), how }
}

fn scheduled(how: Option<Awaited>) -> Happening {
    Happening::ProgramScheduled { program: "pairs".parse().unwrap(), how }
}

fn draft(how: DraftMoved) -> Happening {
    Happening::ProgramDraftMoved { program: "pairs".parse().unwrap(), owner: person(WEN), how }
}

fn let_out(to: LetOut) -> Happening {
    Happening::ProgramLetOut { program: "pairs".parse().unwrap(), n: 5, to, digest: Default::default() }
}

#[test]
fn each_thing_that_admins_do_has_words_of_its_own() {
    let edited = |n| Happening::ProgramEdited { program: "pairs".parse().unwrap(), n, digest: None };
    let half = LetOut::Further { reach: Reach::percent(50).unwrap() };
    let people = "pairs /admin/programs/pairs/people";
    let rows = [
        (edited(1), "made the program pairs /admin/programs/pairs/history/1".to_owned()),
        (edited(7), "saved version 7 of pairs /admin/programs/pairs/history/7".to_owned()),
        (
            let_out(half),
            "let version 5 out to more people, so far 50 % of those inside, in pairs /admin/programs/pairs/history/5"
                .to_owned(),
        ),
        (let_out(LetOut::Stopped), "stopped letting out version 5 of pairs /admin/programs/pairs/history/5".to_owned()),
        (
            Happening::ProgramMoved { program: "pairs".parse().unwrap(), to: Phase::Paused },
            "paused pairs /admin/programs/pairs/history".to_owned(),
        ),
        (moved(Some(Moved::Invited)), format!("invited Wen Li to {people}")),
        (moved(Some(Moved::Declined)), format!("took back the invitation of Wen Li to {people}")),
        (moved(Some(Moved::Left)), format!("took Wen Li out of {people}")),
        (moved(Some(Moved::Stepped)), format!("ticked a step of Wen Li in {people}")),
        (moved(Some(Moved::Finished)), format!("ticked the last step of Wen Li in {people}")),
        (moved(None), format!("changed where Wen Li stands in {people}")),
        (
            draft(DraftMoved::TakenOver),
            "took over the changes that Wen Li had not published of pairs /admin/programs/pairs".to_owned(),
        ),
        (
            draft(DraftMoved::Dropped),
            "dropped the changes that Wen Li, who has left, had not published of pairs /admin/programs/pairs"
                .to_owned(),
        ),
        (scheduled(Some(Awaited::Scheduled)), "scheduled a change of pairs /admin/programs/pairs".to_owned()),
        (
            scheduled(Some(Awaited::CalledOff)),
            "called off a scheduled change of pairs /admin/programs/pairs".to_owned(),
        ),
        (scheduled(Some(Awaited::Published)), "published a scheduled change of pairs /admin/programs/pairs".to_owned()),
        (
            scheduled(Some(Awaited::Refused)),
            "could not publish a scheduled change of pairs /admin/programs/pairs".to_owned(),
        ),
        (
            Happening::RoleGiven { person: person(WEN), role: Role::ProgramAdmin },
            "gave the role of program admin to Wen Li /people/wen-li".to_owned(),
        ),
        (Happening::PersonLeft { person: person(WEN) }, "ended the membership of Wen Li /people/wen-li".to_owned()),
        (Happening::PersonInvited { person: person(WEN) }, "invited Wen Li /people/wen-li".to_owned()),
        (
            Happening::ResetOffered { person: person(WEN) },
            "made a link to a new password for Wen Li /people/wen-li".to_owned(),
        ),
        (Happening::EverythingReplaced, "replaced everything ".to_owned()),
    ];
    for (what, words) in rows {
        assert_eq!(said(what), words);
    }
}

#[test]
fn what_people_do_for_themselves_is_left_out_and_a_role_never_is() {
    let own = person(INES);
    let rows = [
        (Happening::PersonChanged { person: own.clone() }, 0),
        (
            Happening::ParticipantMoved {
                program: "pairs".parse().unwrap(),
                person: own.clone(),
                how: Some(Moved::Joined),
            },
            0,
        ),
        (Happening::ThanksGiven { from: own.clone(), to: person(WEN), skill: "wound-care".parse().unwrap() }, 0),
        (Happening::RoleGiven { person: own.clone(), role: Role::Member }, 1),
        (Happening::PersonLeft { person: own }, 1),
    ];
    for (what, lines) in rows {
        let shown = page(&[event(7, Some(INES), what.clone())], None, AuditView::default()).lines.len();
        assert_eq!(shown, lines, "{what:?}");
    }
    let seated = page(&[event(7, None, moved(Some(Moved::Seated)))], None, AuditView::default()).lines.remove(0);
    assert_eq!((seated.by, seated.what.as_str()), (None, "gave Wen Li, who waited, a free seat in"));
}

#[test]
fn every_kind_that_has_words_can_be_looked_for() {
    let all = AuditView::default().kinds();
    for what in [
        moved(None),
        scheduled(None),
        let_out(LetOut::Stopped),
        Happening::RoleGiven { person: person(WEN), role: Role::Member },
        Happening::PersonLeft { person: person(WEN) },
        Happening::ResetOffered { person: person(WEN) },
    ] {
        let kind = serde_json::to_value(&what).unwrap()["kind"].as_str().unwrap().to_owned();
        assert!(all.contains(&kind), "{kind}");
    }
    let people = AuditView::parse("?what=people");
    assert!(people.kinds().contains(&"role_given".to_owned()) && !people.kinds().contains(&"skill_changed".to_owned()));
    assert_eq!(AuditView::parse("?what=nothing").kinds(), Vec::<String>::new());
}

#[test]
fn a_line_has_an_address_of_its_own_that_shows_it_alone() {
    let events = [event(8, Some(INES), moved(None)), event(7, Some(INES), scheduled(None))];
    let both = page(&events, Some(Seq(7)), AuditView::parse("?what=programs&person=ines-carvalho"));
    assert_eq!(
        both.lines.iter().map(|line| line.href.as_str()).collect::<Vec<_>>(),
        ["/admin/audit?at=8", "/admin/audit?at=7"]
    );
    assert_eq!(both.older.as_deref(), Some("/admin/audit?what=programs&person=ines-carvalho&before=7"));
    let view = AuditView::parse("?at=7");
    assert_eq!(view.end(), Some(Seq(8)));
    let alone = page(&events, Some(Seq(7)), view);
    assert_eq!((alone.lines.len(), alone.lines[0].seq, alone.older), (1, 7, None));
}

#[test]
fn what_was_noted_before_these_words_is_read_as_it_was() {
    for (text, words) in [
        (r#"{"kind":"program_edited","program":"pairs","n":2}"#, "saved version 2 of"),
        (r#"{"kind":"participant_moved","program":"pairs","person":"wen-li"}"#, "changed where Wen Li stands in"),
        (r#"{"kind":"program_scheduled","program":"pairs"}"#, "scheduled a change of, or called one off"),
    ] {
        let what: Happening = serde_json::from_str(text).unwrap();
        assert!(said(what.clone()).starts_with(words), "{text}");
        assert_eq!(serde_json::to_string(&what).unwrap(), text, "or the chain of an old log would break");
    }
}
