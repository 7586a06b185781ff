//! At the door and afterwards: once, whatever is repeated, late, cut off, or said on two processes at once.

use super::world::{
    END, START, acting, beside, claim, date, evidence, lunch, lunching, on, put, refusal, says, thanks, yes,
};
use crate::Store;
use domain::actor::Actor;
use domain::attendance::{CheckIn, CheckInForm, CloseForm, CountersignForm, DoorSide, TickForm, WalkUpForm};
use domain::note::Note;
use domain::rejection::{Noun, Rejection};
use domain::session::{Door, OpenTo, Session};
use domain::time::Span;
use serde_json::{Value, json};

const ALL_THERE: [&str; 3] = ["amara attended", "jonas taught", "leila attended"];
const ONE_NOTE: [&str; 1] = ["SQL at lunch by jonas of sql-at-lunch"];

/// Jonas has said what came of it: Amara and Leïla were there.
async fn proposed() -> Store {
    let (store, clock) = lunching().await;
    clock.set(END);
    store.close_date(&acting("jonas"), &says(&["amara", "leila"], None)).await.unwrap();
    clock.set(END.after(Span::minutes(5)));
    store
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_that_arrives_twice_late_or_beside_a_tick_counts_once() {
    let (store, clock) = lunching().await;
    let amara = acting("amara");
    let waiting = claim(&store, Some(1)).await;
    clock.set(END.after(Span::hours(3)));
    store.check_in(&amara, &waiting).await.unwrap();
    store.check_in(&amara, &waiting).await.unwrap();
    store.tick_off(&acting("jonas"), (&lunch().id, on()), &"amara".parse().unwrap()).await.unwrap();
    let there = date(&store).attended;
    assert_eq!((there.len(), there[0].door, there[0].at), (1, Door::Code, START));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tick_that_was_taken_back_does_not_come_back_with_a_claim_that_was_answered_already() {
    let (store, _) = lunching().await;
    let (jonas, amara, whom) = (acting("jonas"), acting("amara"), "amara".parse().unwrap());
    let waiting = claim(&store, Some(1)).await;
    store.check_in(&amara, &waiting).await.unwrap();
    store.take_tick_back(&jonas, (&lunch().id, on()), &whom).await.unwrap();
    store.check_in(&amara, &waiting).await.unwrap();
    assert!(date(&store).attended.is_empty(), "the answer from then is repeated, not the effect");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_names_one_request_for_ever() {
    let (store, clock) = lunching().await;
    let waiting = claim(&store, Some(1)).await;
    store.check_in(&acting("amara"), &waiting).await.unwrap();
    clock.set(START.after(Span::minutes(1)));
    let other = claim(&store, Some(1)).await;
    assert!(matches!(refusal(store.check_in(&acting("amara"), &other).await), Rejection::Invalid { .. }));
    store.check_in(&acting("leila"), &other).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_guesses_the_code_and_those_who_were_right_are_not_counted() {
    let (store, clock) = lunching().await;
    let wrong = CheckInForm {
        session: lunch().id.to_string(),
        on: on().iso(),
        code: "000000".to_owned(),
        ..CheckInForm::default()
    };
    for _ in 0..5 {
        assert!(matches!(refusal(store.check_in_by_form(&acting("amara"), &wrong).await), Rejection::Invalid { .. }));
    }
    let right = claim(&store, None).await;
    assert!(matches!(refusal(store.check_in(&acting("amara"), &right).await), Rejection::TooMany { .. }));
    store.check_in(&acting("leila"), &right).await.unwrap();
    clock.set(START.after(Span::minutes(1)));
    store.check_in(&acting("amara"), &right_now(&store).await).await.unwrap();
    for _ in 0..10 {
        store.check_in(&acting("amara"), &right_now(&store).await).await.unwrap();
    }
}

async fn right_now(store: &Store) -> CheckIn {
    claim(store, None).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_for_a_few_is_not_found_at_the_door() {
    let (store, _) = lunching().await;
    put(&store, &Session { open_to: OpenTo::Invited { people: vec!["amara".parse().unwrap()] }, ..lunch() }).await;
    let right = claim(&store, None).await;
    assert_eq!(refusal(store.check_in(&acting("noor"), &right).await), Rejection::NotFound(Noun::Session));
    let at = |who: &str| (acting(who), lunch().id);
    let (noor, id) = at("noor");
    assert_eq!(refusal(store.door_page(&noor, (&id, on()), "").await), Rejection::NotFound(Noun::Session));
    store.check_in(&acting("amara"), &right).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn hosts_tick_off_write_in_and_take_back_by_form() {
    let (store, _) = lunching().await;
    let jonas = acting("jonas");
    let (session, at) = (lunch().id.to_string(), on().iso());
    let tick = TickForm { session: session.clone(), on: at.clone(), person: "amara".to_owned() };
    let form = WalkUpForm { session, on: at, person: String::new(), person_text: "leïla".to_owned() };
    store.tick_off_by_form(&jonas, &tick).await.unwrap();
    store.write_in_by_form(&jonas, &form).await.unwrap();
    store.take_tick_back_by_form(&jonas, &tick).await.unwrap();
    let there = date(&store).attended;
    assert_eq!((there.len(), there[0].person.as_str(), there[0].door), (1, "leila", Door::WalkUp));
    assert!(matches!(refusal(store.tick_off_by_form(&acting("amara"), &tick).await), Rejection::Forbidden(_)));
    let page = store.door_page(&jonas, (&lunch().id, on()), "https://kith.example").await.unwrap();
    let DoorSide::Host { host } = page.side else { panic!("he holds it") };
    assert!(host.code.is_some_and(|code| code.qr.is_some()));
    assert_eq!(store.sheet_page(&jonas, &lunch().id, on()).unwrap().lines.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn it_counts_once_both_sides_have_said_so() {
    let store = proposed().await;
    assert!(evidence(&store).await.is_empty());
    assert!(store.close_page(&acting("amara"), &lunch().id, on()).unwrap().may_countersign);
    store.countersign(&acting("amara"), &yes(None)).await.unwrap();
    assert_eq!((evidence(&store).await, thanks(&store).await), (ALL_THERE.map(str::to_owned).to_vec(), 1));
    assert!(date(&store).closed.unwrap().countersigned.is_some());
    assert_eq!(notes(&store), ONE_NOTE);
}

/// Every note: what it is called, whose it is, and of which session.
fn notes(store: &Store) -> Vec<String> {
    let told = |note: &Note| format!("{} by {} of {}", note.title, note.owner, note.session.clone().unwrap());
    store.read(&acting("amara"), |org| Ok(org.notes().map(told).collect())).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn repeated_and_by_both_sides_on_two_processes_it_counts_once() {
    let store = proposed().await;
    let other = beside(&store).await;
    let (amara, leila) = (acting("amara"), acting("leila"));
    let (first, second, third, plain) = (yes(Some(1)), yes(Some(2)), yes(Some(3)), yes(None));
    let all = tokio::join!(
        store.countersign(&amara, &first),
        other.countersign(&amara, &first),
        other.countersign(&leila, &second),
        store.countersign(&leila, &plain),
        store.countersign(&amara, &third),
    );
    for said in [all.0, all.1, all.2, all.3, all.4] {
        said.unwrap();
    }
    assert_eq!((evidence(&store).await, thanks(&other).await), (ALL_THERE.map(str::to_owned).to_vec(), 1));
    assert_eq!(notes(&store), ONE_NOTE);
    let late = says(&["amara", "leila"], Some(4));
    assert!(matches!(refusal(other.close_date(&acting("jonas"), &late).await), Rejection::Stale(_)));
}

/// All rows that a close-out writes.
async fn rows(store: &Store) -> Vec<Value> {
    let query = "
        RETURN [
            (SELECT * FROM occurrence), (SELECT * FROM evidence), (SELECT * FROM thanks),
            (SELECT * FROM note), (SELECT * FROM note_version), (SELECT * FROM receipt), (SELECT * FROM ticket),
            (SELECT * FROM event), (SELECT * FROM transfer), (SELECT * FROM posting), (SELECT * FROM hours_account)
        ]
    ";
    store.rows(query, json!({})).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn cut_off_at_any_step_nothing_of_it_is_there_and_said_again_it_counts_once() {
    let store = proposed().await;
    let cuts = [
        "DEFINE EVENT OVERWRITE cut ON TABLE occurrence THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE evidence THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE thanks THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE ticket THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE receipt THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE transfer THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE posting THEN { THROW 'power cut' }",
        "DEFINE EVENT OVERWRITE cut ON TABLE hours_account THEN { THROW 'power cut' }",
    ];
    let mended = "
        REMOVE EVENT IF EXISTS cut ON TABLE occurrence; REMOVE EVENT IF EXISTS cut ON TABLE evidence;
        REMOVE EVENT IF EXISTS cut ON TABLE thanks; REMOVE EVENT IF EXISTS cut ON TABLE ticket;
        REMOVE EVENT IF EXISTS cut ON TABLE receipt; REMOVE EVENT IF EXISTS cut ON TABLE transfer;
        REMOVE EVENT IF EXISTS cut ON TABLE posting; REMOVE EVENT IF EXISTS cut ON TABLE hours_account
    ";
    let before = rows(&store).await;
    for cut in cuts {
        store.run(cut, json!({})).await.unwrap();
        assert!(store.countersign(&acting("amara"), &yes(Some(1))).await.is_err(), "{cut}");
        store.run(mended, json!({})).await.unwrap();
        assert_eq!(rows(&store).await, before, "{cut}");
    }
    store.countersign(&acting("amara"), &yes(Some(1))).await.unwrap();
    store.countersign(&acting("amara"), &yes(Some(1))).await.unwrap();
    assert_eq!((evidence(&store).await, thanks(&store).await), (ALL_THERE.map(str::to_owned).to_vec(), 1));
    let proof = store.verify_ledger(&Actor::Console).await.unwrap().proof.unwrap();
    assert_eq!((proof.transfers, proof.held), (1, 60), "the hour is Jonas’s once, and the commons paid it");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_second_word_within_a_week_who_was_there_stays_and_nothing_counts() {
    let store = proposed().await;
    store.clock().set(END.after(Span::days(8)));
    assert!(matches!(refusal(store.countersign(&acting("amara"), &yes(None)).await), Rejection::Stale(_)));
    assert_eq!((evidence(&store).await.len(), date(&store).attended.len()), (0, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_is_closed_and_confirmed_by_form() {
    let (store, clock) = lunching().await;
    clock.set(END);
    let (session, at) = (lunch().id.to_string(), on().iso());
    let form = CloseForm {
        session: session.clone(),
        on: at.clone(),
        minutes: "60".to_owned(),
        people: vec!["amara".to_owned()],
        skills: vec!["sql-for-reports".to_owned()],
        ..CloseForm::default()
    };
    store.close_date_by_form(&acting("jonas"), &form).await.unwrap();
    let sign = CountersignForm { session, on: at, seen: END.0.to_string(), ..CountersignForm::default() };
    store.countersign_by_form(&acting("amara"), &sign).await.unwrap();
    assert_eq!(evidence(&store).await, ["amara attended", "jonas taught"]);
}
