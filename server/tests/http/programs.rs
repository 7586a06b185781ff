//! `/programs/{id}`: joined, gone through and left with plain forms; led by its organisers; nobody else's while a draft.

use crate::made::actor;
use crate::support::{Browser, Kith, NOW, spawn_app};
use domain::id::ProgramId;
use domain::notifications::NotificationKind;
use domain::notifications::NotificationsQuery;
use domain::program::forms::NewProgram;
use domain::program::{Phase, ProgramKind};
use domain::time::Span;

/// Pairs that Inês has made.
async fn pairs(kith: &Kith) -> ProgramId {
    let new =
        NewProgram { kind: ProgramKind::Mentorship, template: "pairs".to_owned(), title: "Pairs for Care".to_owned() };
    kith.store.create_program(&actor(&kith.store, "ines").await, &new).await.unwrap()
}

async fn moved(kith: &Kith, id: &ProgramId, to: &[Phase]) {
    for phase in to {
        kith.store.move_program(&actor(&kith.store, "ines").await, id, *phase).await.unwrap();
    }
}

/// Sends a form of the program's page, and the page after it.
async fn sent(browser: &Browser, id: &ProgramId, function: &str, fields: &str) -> String {
    let page = format!("/programs/{id}");
    let answer = browser.submit(&page, function, &format!("program={id}{fields}")).await;
    assert_eq!(answer.status, 302, "{function}: {answer:?}");
    browser.follow(&answer).await.text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_is_joined_gone_through_and_left_without_scripts() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    moved(&kith, &id, &[Phase::Open]).await;
    let jonas = kith.signed_in("jonas").await;
    assert!(jonas.get("/programs").await.text.contains("Open to you"));
    let page = jonas.get(&format!("/programs/{id}")).await.text;
    assert!(page.contains("You can join.") && page.contains("As what?") && page.contains("How this works"), "{page}");
    let page = sent(&jonas, &id, "join_program", "&role=mentor").await;
    assert!(page.contains("Stage 1 of 4: First meeting") && page.contains("as mentor"), "{page}");
    let early = sent(&jonas, &id, "finish_step", "&step=meet-for-the-first-time").await;
    assert!(early.contains("The program has not begun yet."), "{early}");
    moved(&kith, &id, &[Phase::Running]).await;
    let page = sent(&jonas, &id, "finish_step", "&step=meet-for-the-first-time").await;
    assert!(page.contains("done on ") && page.contains("Agree one goal"), "{page}");
    let page = sent(&jonas, &id, "finish_step", "&step=agree-one-goal-for-the-first-month").await;
    assert!(page.contains("Stage 2 of 4: Learn by doing"), "{page}");
    let page = sent(&jonas, &id, "leave_program", "").await;
    assert!(page.contains("You were in it once."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_lead_a_program_invite_pause_and_take_out_and_others_do_not() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let (amara, ines) = (kith.signed_in("amara").await, kith.signed_in("ines").await);
    assert_eq!(amara.get(&format!("/programs/{id}")).await.status, 404, "a draft");
    assert_eq!(ines.get(&format!("/programs/{id}")).await.status, 200);
    assert!(!amara.call("trail", &format!("path=/programs/{id}")).await.text.contains("Pairs"));
    moved(&kith, &id, &[Phase::Running]).await;
    for (function, fields) in [
        ("invite_to_program", "&person=jonas"),
        ("remove_participant", "&person=ines"),
        ("finish_step_for", "&person=ines&step=meet-for-the-first-time"),
        ("answer_application", "&person=ines&answer=accept"),
        ("give_role", "&person=ines&role=guide"),
        ("pause_program", ""),
        ("continue_program", ""),
    ] {
        let answer = amara.call(function, &format!("program={id}{fields}")).await;
        assert_eq!(answer.status, 403, "{function}: {}", answer.text);
    }
    let page = sent(&ines, &id, "invite_to_program", "&person_text=Amara").await;
    assert!(page.contains("Asked to join"), "{page}");
    let unknown = sent(&ines, &id, "invite_to_program", "&person_text=Nobody").await;
    assert!(unknown.contains("Nobody here is called"), "{unknown}");
    assert!(amara.get("/notifications").await.text.contains("asks you to join"));
    assert!(amara.get("/").await.text.contains("Join Pairs for Care?"));
    let page = sent(&amara, &id, "join_program", "").await;
    assert!(page.contains("Stage 1 of 4"), "{page}");
    let page = sent(&ines, &id, "finish_step_for", "&person=amara&step=meet-for-the-first-time").await;
    assert!(page.contains("Tick “Agree one goal for the first month”"), "{page}");
    kith.store.clock().set(NOW.after(Span::hours(1)));
    let page = sent(&ines, &id, "pause_program", "").await;
    assert!(page.contains("Let it go on"), "{page}");
    assert!(amara.get("/notifications").await.text.contains("is paused"));
    let page = sent(&ines, &id, "remove_participant", "&person=amara").await;
    assert!(page.contains("Nobody is in it yet."), "{page}");
    assert!(amara.get("/notifications").await.text.contains("took you out of"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sent_twice_since_its_answer_was_lost_is_done_once() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    moved(&kith, &id, &[Phase::Running]).await;
    let (jonas, ines) = (kith.signed_in("jonas").await, kith.signed_in("ines").await);
    let twice = async |browser: &Browser, function: &str, id: &ProgramId, fields: &str| {
        let once = browser.call(function, &format!("program={id}{fields}")).await.status.as_u16();
        [once, browser.call(function, &format!("program={id}{fields}")).await.status.as_u16()]
    };
    assert_eq!(twice(&jonas, "join_program", &id, "&role=mentor").await, [200, 409]);
    let page = jonas.get(&format!("/programs/{id}")).await.text;
    let mut steps: Vec<&str> =
        page.split(r#"name="step" value=""#).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    steps.dedup();
    let step = steps.first().unwrap();
    assert_eq!(twice(&jonas, "finish_step", &id, &format!("&step={step}")).await, [200, 200], "ticked once");
    let page = jonas.get(&format!("/programs/{id}")).await.text;
    assert_eq!(page.matches("done on ").count(), 1, "{page}");
    let id = project(&kith).await;
    assert_eq!(twice(&jonas, "join_program", &id, "").await, [200, 409]);
    assert_eq!(twice(&ines, "answer_application", &id, "&person=jonas&answer=accept").await, [200, 409]);
    let told = kith
        .store
        .notifications_page(&actor(&kith.store, "jonas").await, NotificationsQuery::default())
        .await
        .unwrap()
        .items;
    let answers = told.iter().filter(|item| item.kind == NotificationKind::ProgramAnswered);
    assert_eq!(answers.count(), 1, "told once");
}

/// A project that Inês has made and opened, to which people apply.
async fn project(kith: &Kith) -> ProgramId {
    let new =
        NewProgram { kind: ProgramKind::Project, template: "sprint".to_owned(), title: "Shift lights".to_owned() };
    let id = kith.store.create_program(&actor(&kith.store, "ines").await, &new).await.unwrap();
    moved(kith, &id, &[Phase::Open]).await;
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_applies_is_answered_with_plain_forms_on_both_pages() {
    let kith = spawn_app().await;
    let id = project(&kith).await;
    let (amara, jonas, ines) =
        (kith.signed_in("amara").await, kith.signed_in("jonas").await, kith.signed_in("ines").await);
    let page = jonas.get(&format!("/programs/{id}")).await.text;
    assert!(page.contains("You can apply.") && page.contains("an organiser or lead accepts them"), "{page}");
    for browser in [&jonas, &amara] {
        let page = sent(browser, &id, "join_program", "").await;
        assert!(page.contains("You have applied.") && page.contains("Take it back"), "{page}");
    }
    assert!(ines.get("/").await.text.contains("ask to join Shift lights"));
    assert!(ines.get("/notifications").await.text.contains("asks to join"));
    assert!(
        !jonas.get(&format!("/programs/{id}")).await.text.contains("Ask to join"),
        "members see nobody who applies"
    );
    let page = sent(&ines, &id, "answer_application", "&person=jonas&answer=accept&words=").await;
    assert!(page.contains("Change role") && page.contains("Ask to join"), "{page}");
    let people = format!("/admin/programs/{id}/people");
    let page = ines.get(&people).await.text;
    let same_form = |page: &str| page.contains(r#"action="/api/answer_application""#);
    assert!(page.contains("Asks to join") && same_form(&page), "one form on both pages: {page}");
    assert!(same_form(&ines.get(&format!("/programs/{id}")).await.text));
    let fields = format!("program={id}&person=amara&answer=decline&words=We+begin+again+in+May");
    let answer = ines.submit(&people, "answer_application", &fields).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    assert!(!ines.follow(&answer).await.text.contains("Asks to join"));
    assert!(jonas.get(&format!("/programs/{id}")).await.text.contains("Stage 1 of "));
    let told = amara.get("/notifications").await.text;
    assert!(told.contains("declined that you join") && told.contains("We begin again in May"), "{told}");
    assert!(jonas.get("/notifications").await.text.contains("accepted you in"));
    let page = sent(&ines, &id, "give_role", "&person=jonas&role=lead").await;
    assert!(page.contains("Lead"), "{page}");
    assert!(jonas.get("/notifications").await.text.contains("made you lead in"));
    let page = sent(&jonas, &id, "invite_to_program", "&person_text=Amara&role=member").await;
    assert!(page.contains("Asked to join") && page.contains("as lead"), "{page}");
    let page = sent(&jonas, &id, "take_role", "&role=member").await;
    assert!(!page.contains("Ask somebody to join"), "{page}");
    let page = sent(&amara, &id, "join_program", "").await;
    assert!(page.contains("Stage 1 of "), "an invitation needs no answer: {page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_people_of_a_program_are_a_file_for_those_who_look_after_it() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let address = format!("/admin/programs/{id}/people.csv");
    assert_eq!(kith.stranger().get(&address).await.status, 303);
    assert_eq!(kith.signed_in("amara").await.get(&address).await.status, 404);
    let answer = kith.signed_in("ines").await.get(&address).await;
    assert_eq!((answer.status.as_u16(), answer.header("content-type")), (200, "text/csv; charset=utf-8"));
    assert_eq!(kith.signed_in("ines").await.get("/admin/programs/nothing-here/people.csv").await.status, 404);
}
