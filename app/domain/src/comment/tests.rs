//! Who may say, read, change and remove what, and whom words call.

use super::*;
use crate::actor::Actor;
use crate::clocks::Clocks;
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::notifications::{Inbox, NotificationKind, NotificationsQuery, notifications_page};
use crate::org::Org;
use crate::reader::tests::{CLOCKS, asked, read_by};
use crate::rejection::{Noun, Rejection};
use crate::session::world::lunch;
use crate::session::{OpenTo, Session};
use crate::time::Span;
use crate::viewer::Viewer;

const AMARA: &str = "amara-okafor";
const JONAS: &str = "jonas-weidner";
const INES: &str = "ines-carvalho";
const LEILA: &str = "leila-haddou";

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

fn wounds() -> Subject {
    Subject::parse("skill:wound-care").unwrap()
}

fn said(org: &Org, subject: Subject, by: &str, text: &str) -> Comment {
    let called = mentioned(org, &subject, text);
    let text = Prose::parse("text", text).unwrap();
    Comment::written("c1".parse().unwrap(), subject, id(by), (text, called), NOW.before(Span::hours(2))).unwrap()
}

fn step(comment: Comment, who: &str, step: CommentMove) -> Result<(Comment, CommentStep), Rejection> {
    comment.moved(&signed_in(who), step, NOW)
}

fn view<T>(org: &Org, who: &str, read: impl FnOnce(&Viewer) -> T) -> T {
    let (actor, clocks): (Actor, Clocks) = (signed_in(who), CLOCKS);
    read(&Viewer::of(org, &actor, &clocks))
}

fn why(text: &str) -> Line {
    Line::parse("why", text).unwrap()
}

#[test]
fn a_handle_calls_who_has_it_and_who_alone_could_be_meant() {
    let org = fernhill();
    let rows = [
        ("Ask @jonas-weidner.", vec![JONAS]),
        ("(@Amara) and @jonas, @jonas again", vec![AMARA, JONAS]),
        ("mail amara@okafor.example or @nobody", vec![]),
        ("@", vec![]),
        ("@amara-okafor-", vec![AMARA]),
    ];
    for (text, expected) in rows {
        let called: Vec<String> = mentioned(&org, &wounds(), text).iter().map(ToString::to_string).collect();
        assert_eq!(called, expected, "{text}");
    }
}

#[test]
fn only_who_may_see_it_is_called() {
    let mut org = fernhill();
    org.put_exchange(asked(2, None));
    let between = Subject::parse("exchange:k1").unwrap();
    assert_eq!(mentioned(&org, &between, "@jonas @noor"), [id(JONAS)], "Noor is not in it");
    assert!(between.may_see(&org, &signed_in(AMARA)).is_ok());
    assert_eq!(between.may_see(&org, &signed_in("noor-halabi")), Err(Rejection::NotFound(Noun::Exchange)));
    assert_eq!(between.may_see(&org, &signed_in(INES)), Err(Rejection::NotFound(Noun::Exchange)), "nor an admin");
    for gone in ["note:none", "question:none", "skill:none", "program:none"] {
        assert!(Subject::parse(gone).unwrap().may_see(&org, &signed_in(AMARA)).is_err(), "{gone}");
    }
    for text in ["", "skill", "team:care", "skill:No slug"] {
        assert!(Subject::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_text_is_shown_with_links_to_those_it_calls() {
    let org = fernhill();
    let comment = said(&org, wounds(), AMARA, "See @jonas, not @nobody.");
    let shown = pieces(comment.text.as_str(), comment.mentions.iter().map(|mention| &mention.person));
    let shown: Vec<(&str, bool)> = shown.iter().map(|piece| (piece.text.as_str(), piece.person.is_some())).collect();
    assert_eq!(shown, [("See ", false), ("@jonas", true), (", not @nobody.", false)]);
}

#[test]
fn ones_own_words_are_changed_and_removed_and_a_mark_stays() {
    let org = fernhill();
    let comment = said(&org, wounds(), AMARA, "Ask @jonas.");
    let edit = |called: &[&str]| CommentMove::Edit {
        text: Prose::parse("text", "Ask them.").unwrap(),
        mentioned: called.iter().map(|who| id(who)).collect(),
    };
    assert!(matches!(step(comment.clone(), JONAS, edit(&[])), Err(Rejection::Forbidden(_))));
    let (edited, _) = step(comment.clone(), AMARA, edit(&[JONAS, "noor-halabi"])).unwrap();
    let called: Vec<_> = edited.mentions.iter().map(|mention| mention.at == NOW).collect();
    assert_eq!(called, [false, true], "Jonas was told before, Noor is told now");
    assert!(matches!(step(comment.clone(), JONAS, CommentMove::Remove), Err(Rejection::Forbidden(_))));
    let (gone, how) = step(comment.clone(), AMARA, CommentMove::Remove).unwrap();
    assert!(gone.text.is_empty() && gone.mentions.is_empty() && how == CommentStep::Removed);
    assert!(matches!(step(gone.clone(), AMARA, edit(&[])), Err(Rejection::Stale(_))));
    assert_eq!(step(comment, INES, CommentMove::Remove).unwrap().1, CommentStep::TakenDown);
    let mut org = fernhill();
    org.put_comment(gone);
    let list = view(&org, JONAS, |viewer| comment_list(viewer, &wounds()));
    assert_eq!(list.lines[0].removed.as_deref(), Some("Amara removed this comment."));
    assert_eq!(list.lead, "No comments");
}

#[test]
fn what_is_reported_waits_for_program_admins() {
    let mut org = fernhill();
    let comment = said(&org, wounds(), AMARA, "Nonsense.");
    let report = |words: &str| CommentMove::Report { why: why(words) };
    assert!(matches!(step(comment.clone(), AMARA, report("mine")), Err(Rejection::Conflict(_))));
    assert!(matches!(step(comment.clone(), JONAS, report("")), Err(Rejection::Invalid { .. })));
    let (reported, _) = step(comment, JONAS, report("Unkind")).unwrap();
    let (reported, _) = step(reported, JONAS, report("Very unkind")).unwrap();
    assert_eq!(reported.reports.len(), 1, "once each");
    org.put_comment(reported.clone());
    assert!(view(&org, AMARA, reports_page).is_err());
    let page = view(&org, INES, |viewer| reports_page(viewer).unwrap());
    assert_eq!(page.lead, "One comment waits for a look.");
    assert_eq!((page.lines[0].subject.as_str(), page.lines[0].reports[0].1.as_str()), ("Wound care", "Very unkind"));
    assert!(step(reported.clone(), JONAS, CommentMove::Judge(Judgement::Remove)).is_err());
    let (kept, how) = step(reported.clone(), INES, CommentMove::Judge(Judgement::Keep)).unwrap();
    assert!(kept.reports.is_empty() && how == CommentStep::Kept);
    let (gone, how) = step(reported, INES, CommentMove::Judge(Judgement::Remove)).unwrap();
    assert!(gone.removed.is_some() && how == CommentStep::TakenDown);
}

#[test]
fn whoever_is_called_no_more_is_not_told_of_it() {
    let mut org = fernhill();
    let comment = said(&org, wounds(), AMARA, "Ask @jonas.");
    org.put_comment(comment.clone());
    assert_eq!(org.comments_that_call(&id(JONAS)).count(), 1);
    org.put_comment(Comment { mentions: Vec::new(), ..comment });
    assert_eq!(org.comments_that_call(&id(JONAS)).count(), 0);
    assert_eq!(org.comments_on(&wounds()).count(), 1);
}

#[test]
fn below_a_session_those_to_whom_it_is_open_speak_and_its_host_is_told() {
    let mut org = fernhill();
    let open = Subject::Session(lunch().id);
    assert_eq!(open.may_see(&org, &signed_in(AMARA)), Err(Rejection::NotFound(Noun::Session)));
    org.put_session(lunch());
    assert_eq!((open.may_see(&org, &signed_in(AMARA)), open.among(&org)), (Ok(()), Vec::new()));
    org.put_session(Session { open_to: OpenTo::Invited { people: vec![id(AMARA)] }, ..lunch() });
    let may = |who: &str| open.may_see(&org, &signed_in(who)).is_ok();
    assert_eq!([AMARA, JONAS, INES, LEILA].map(may), [true, true, true, false], "Ines is a program admin");
    assert_eq!(open.among(&org), [id(AMARA), id(JONAS)]);
    assert_eq!(Subject::parse(&open.to_string()), Ok(open.clone()));
    org.put_comment(said(&org, open, AMARA, "Bring the cable, @leila"));
    let told = |who: &str| {
        let page =
            read_by(&org, who, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
        page.items.into_iter().any(|item| item.kind == NotificationKind::Commented)
    };
    assert_eq!([JONAS, AMARA, LEILA].map(told), [true, false, false]);
}
