//! `/mentoring`: a mentor is found, asked and answers with plain forms; what is between two is nobody else's to read.

use crate::made::{actor, critical_skill};
use crate::support::{Browser, Kith, NOW, spawn_app};
use domain::actor::Actor;
use domain::evidence::Level;
use domain::id::ProgramId;
use domain::program::forms::NewProgram;
use domain::program::{Phase, ProgramKind};
use domain::skills::{AreaDraft, LevelEdit};
use domain::text::{Name, Prose};
use domain::time::Span;
use store::Store;

/// A running program in which Jonas, who knows wound care, and Priya mentor, and Amara, who wants it, learns.
async fn pairs(kith: &Kith) -> ProgramId {
    knows(&kith.store, "jonas").await;
    let new =
        NewProgram { kind: ProgramKind::Mentorship, template: "pairs".to_owned(), title: "Pairs for Care".to_owned() };
    let ines = actor(&kith.store, "ines").await;
    let id = kith.store.create_program(&ines, &new).await.unwrap();
    kith.store.move_program(&ines, &id, Phase::Running).await.unwrap();
    for (who, role) in [("jonas", "mentor"), ("priya", "mentor"), ("amara", "mentee")] {
        kith.store.join_program(&actor(&kith.store, who).await, &id, role).await.unwrap();
    }
    let amara = kith.signed_in("amara").await;
    let wants = "form[skill]=wound-care&form[target]=3&form[priority]=now";
    assert_eq!(amara.call("set_want", wants).await.status, 200);
    id
}

async fn knows(store: &Store, who: &str) {
    let name = |text| Name::parse("name", text).unwrap();
    store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let skill = critical_skill("Wound care", "care");
    let skill = store.save_skill(&Actor::Console, &skill).await.unwrap();
    for by in ["jonas", "priya", "ines", "sol"] {
        let (person, level) = (who.parse().unwrap(), Level::CAN_TEACH);
        let edit = LevelEdit { person, skill: skill.clone(), level, note: Prose::default() };
        store.set_level(&actor(store, by).await, &edit).await.unwrap();
    }
}

/// Sends a form of a page, and the page after it.
async fn sent(browser: &Browser, page: &str, function: &str, fields: &str) -> String {
    let answer = browser.submit(page, function, fields).await;
    assert_eq!(answer.status, 302, "{function}: {answer:?}");
    browser.follow(&answer).await.text
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_is_found_asked_and_says_yes_without_scripts() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    assert!(amara.get("/mentoring").await.text.contains("Find a mentor"));
    assert!(amara.get("/").await.text.contains("Find a mentor in Pairs for Care"));
    let address = format!("/mentoring/{id}/match");
    let page = amara.get(&address).await.text;
    assert!(page.contains("Can teach you Wound care") && page.contains(r#"value="jonas/wound-care""#), "{page}");
    let page = sent(&amara, &address, "rank_mentors", &format!("program={id}&wishes[]=jonas/wound-care")).await;
    assert!(page.contains("Ask Jonas") && page.contains("Your wishes"), "{page}");
    let page = sent(&amara, &address, "ask_mentor", &format!("program={id}&words=Please+show+me")).await;
    assert!(page.contains("You have asked") && page.contains("Jonas has until Sunday 09:12"), "{page}");
    let request = format!("/mentoring/{id}/requests/amara");
    let page = jonas.get(&request).await.text;
    assert!(page.contains("Amara asks you to be their mentor") && page.contains("Please show me"), "{page}");
    assert!(jonas.get("/").await.text.contains("Be Amara’s mentor in Wound care?"));
    assert!(jonas.get("/notifications").await.text.contains("asks you to be their mentor"));
    let answer = jonas.submit(&request, "accept_learner", &format!("program={id}&learner=amara")).await;
    assert_eq!(answer.status, 302, "{answer:?}");
    assert!(answer.header("location").contains("/pairs/"), "{answer:?}");
    assert!(amara.get(&address).await.text.contains("You have a mentor"));
    assert!(jonas.get("/mentoring").await.text.contains("My pairs"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_between_a_learner_and_a_mentor_is_nobody_elses() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let (amara, priya, sol) =
        (kith.signed_in("amara").await, kith.signed_in("priya").await, kith.signed_in("sol").await);
    let address = format!("/mentoring/{id}/match");
    assert_eq!(sol.get(&address).await.status, 404, "he learns nothing there");
    assert_eq!(priya.get(&address).await.status, 404, "she mentors there");
    let wishes = format!("program={id}&wishes[]=jonas/wound-care");
    sent(&amara, &address, "rank_mentors", &wishes).await;
    sent(&amara, &address, "ask_mentor", &format!("program={id}&words=A+secret")).await;
    for browser in [&priya, &sol, &amara] {
        assert_eq!(browser.get(&format!("/mentoring/{id}/requests/amara")).await.status, 404);
        let fields = format!("program={id}&learner=amara");
        let answer = browser.call("accept_learner", &fields).await;
        assert!([403, 409].contains(&answer.status.as_u16()), "{answer:?}");
        assert!(!answer.text.contains("secret"));
    }
    for (function, fields) in
        [("set_mentor_places", "&places=3"), ("take_back_mentor_request", ""), ("stop_seeking", "")]
    {
        let answer = sol.call(function, &format!("program={id}{fields}")).await;
        assert!(answer.status.is_client_error(), "{function}: {answer:?}");
    }
    let answer = amara.call("set_mentor_places", &format!("program={id}&places=3")).await;
    assert!(answer.status.is_client_error(), "she mentors nobody there: {answer:?}");
    assert!(amara.get(&address).await.text.contains("You have asked"), "her request stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_pauses_and_comes_back_and_a_no_needs_no_reason() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let page = sent(&jonas, "/mentoring", "pause_mentoring", &format!("program={id}")).await;
    assert!(page.contains("You are paused: nobody new asks you."), "{page}");
    let address = format!("/mentoring/{id}/match");
    assert!(amara.get(&address).await.text.contains("No good match yet"));
    let page = sent(&jonas, "/mentoring", "resume_mentoring", &format!("program={id}")).await;
    assert!(page.contains("Take nobody new for now"), "{page}");
    let refused = sent(&amara, &address, "rank_mentors", &format!("program={id}&wishes[]=amara/wound-care")).await;
    assert!(refused.contains("You cannot be your own mentor."), "{refused}");
    sent(&amara, &address, "rank_mentors", &format!("program={id}&wishes[]=jonas/wound-care")).await;
    sent(&amara, &address, "ask_mentor", &format!("program={id}&words=")).await;
    let request = format!("/mentoring/{id}/requests/amara");
    let page = sent(&jonas, &request, "decline_learner", &format!("program={id}&learner=amara&reason=")).await;
    assert!(page.contains("You said no."), "{page}");
    kith.store.clock().set(NOW.after(Span::hours(1)));
    let told = amara.get("/notifications").await.text;
    assert!(told.contains("said no; choose whom to ask next"), "{told}");
    assert!(amara.get(&address).await.text.contains("Jonas said no"));
}
