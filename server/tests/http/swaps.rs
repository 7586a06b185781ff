//! `/swaps` and `/swaps/{id}`: a ring is for those in it, its picture is a list too, and everything works without scripts.

use crate::made::{actor, skill};
use crate::support::{Browser, Kith, demo, spawn_app};
use domain::actor::Actor;
use domain::evidence::Level;
use domain::id::{ProgramId, RingId};
use domain::program::forms::NewProgram;
use domain::program::{Phase, ProgramKind};
use domain::skill::Target;
use domain::skills::{AreaDraft, OfferEdit, SkillDraft, WantEdit};
use domain::text::{Line, Name};
use domain::time::Minutes;
use domain::want::Priority;

/// Amara and Jonas could show each other wound care and backups; the ring is offered to both.
async fn offered(kith: &Kith) -> (ProgramId, RingId) {
    let store = &kith.store;
    let name = |text| Name::parse("name", text).unwrap();
    store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    for called in ["Wound care", "Backup restore", "Route planning"] {
        let skill = SkillDraft { target: Target { people: 1, level: Level::ALONE, by: None }, ..skill(called, "care") };
        store.save_skill(&Actor::Console, &skill).await.unwrap();
    }
    let kind = ProgramKind::parse("skill_swap").unwrap();
    let new = NewProgram { kind, template: "monthly".to_owned(), title: "First Tuesday".to_owned() };
    let ines = actor(store, "ines").await;
    let program = store.create_program(&ines, &new).await.unwrap();
    store.move_program(&ines, &program, Phase::Running).await.unwrap();
    for (who, offers, wants) in [("amara", "wound-care", "backup-restore"), ("jonas", "backup-restore", "wound-care")] {
        let me = actor(store, who).await;
        let offer = OfferEdit { skill: offers.parse().unwrap(), minutes: Minutes(60), note: Line::default() };
        store.make_offer(&me, &offer).await.unwrap();
        let want = WantEdit { skill: wants.parse().unwrap(), target: Level::ALONE, priority: Priority::Now };
        store.set_want(&me, &want).await.unwrap();
        store.join_program(&me, &program, "").await.unwrap();
    }
    let look = store.look_for_swaps(&ines, &program).await.unwrap();
    assert_eq!(look.found, 1);
    let ring = store.read(&Actor::Console, |org| Ok(org.swap_rings().next().unwrap().id.clone())).unwrap();
    (program, ring)
}

async fn yes(browser: &Browser, ring: &RingId, fields: &str) -> u16 {
    let answer = browser.submit(&format!("/swaps/{ring}"), "confirm_swap", &format!("form[ring]={ring}{fields}")).await;
    answer.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ring_is_answered_without_scripts_and_read_by_nobody_else() {
    let kith = spawn_app().await;
    let (_, ring) = offered(&kith).await;
    let page = format!("/swaps/{ring}");
    let priya = kith.signed_in("priya").await;
    assert_eq!(priya.get(&page).await.status, 404, "she is not in it");
    for (function, fields) in [
        ("swap", format!("ring={ring}")),
        ("decline_swap", format!("ring={ring}")),
        ("confirm_swap", format!("form[ring]={ring}")),
    ] {
        assert_eq!(priya.call(function, &fields).await.status, 404, "{function}");
    }
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    let text = amara.get(&page).await.text;
    for shown in
        ["Two yeses to go", "class=\"swap-ring\"", "You teach Jonas Wound care", "Confirm my part", "Only Jonas read"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert_eq!(yes(&amara, &ring, "&form[words]=At+the+ward").await, 302);
    let text = jonas.get(&page).await.text;
    assert!(text.contains("One yes to go") && text.contains("At the ward"), "{text}");
    assert!(!kith.signed_in("ines").await.get(&page).await.text.contains("At the ward"), "only the two read that");
    let wrong = jonas.submit(&page, "confirm_swap", &format!("form[ring]={ring}&form[own]=soon")).await;
    assert!(wrong.header("location").contains("__err="), "{wrong:?}");
    assert_eq!(yes(&jonas, &ring, "").await, 302);
    let text = jonas.get(&page).await.text;
    assert!(text.contains("All have said yes") && text.contains("Arrange it"), "{text}");
    assert!(amara.get("/exchanges").await.text.contains("Backup restore"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_works_without_scripts() {
    let kith = spawn_app().await;
    let (program, ring) = offered(&kith).await;
    let (amara, ines, jonas) =
        (kith.signed_in("amara").await, kith.signed_in("ines").await, kith.signed_in("jonas").await);
    let text = amara.get("/swaps").await.text;
    for shown in
        ["One swap waits for your answer.", "Next swap day", "What people offer", "Propose a course without a teacher"]
    {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    assert!(!text.contains("Look for rings now"), "she is no host");
    assert!(ines.get("/swaps").await.text.contains("Look for rings now"));
    assert_eq!(ines.submit("/swaps", "look_for_swaps", &format!("program={program}")).await.status, 302);
    assert_eq!(amara.call("look_for_swaps", &format!("program={program}")).await.status, 403);
    let course = format!("form[program]={program}&form[skill]=route-planning&form[words]=Slowly");
    assert_eq!(amara.submit("/swaps", "propose_course", &course).await.status, 302);
    let text = jonas.get("/swaps").await.text;
    assert!(text.contains("Slowly"));
    let course = text.split("name=\"course\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    for step in ["withdraw", "give_back"] {
        let answer = jonas.call("move_course", &format!("course={course}&step={step}")).await;
        assert!([403, 409].contains(&answer.status.as_u16()), "{step} is not his: {answer:?}");
    }
    let reason = format!("ring={ring}&reason=On+nights");
    assert_eq!(jonas.submit(&format!("/swaps/{ring}"), "decline_swap", &reason).await.status, 302);
    let text = amara.get(&format!("/swaps/{ring}")).await.text;
    assert!(text.contains("This swap will not be") && text.contains("Jonas can’t this time."), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demo_has_a_ring_that_waits_for_jonas_alone() {
    let jonas = demo().signed_in("jonas-weidner").await;
    let text = jonas.get("/swaps/handover-for-sheets").await.text;
    for shown in ["One yes to go", "Amara teaches Kwabena Palliative talks", "2 of 3", "Why this ring"] {
        assert!(text.replace("</b>", "").replace("<b>", "").contains(shown), "{shown}: {text}");
    }
    assert!(jonas.get("/swaps").await.text.contains("Waiting for your yes"));
    assert!(demo().signed_in("nele-janssens").await.get("/swaps").await.text.contains("You swap"));
}
