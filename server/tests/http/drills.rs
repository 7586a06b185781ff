//! `/drills/{id}`: a drill is for those it concerns. To everybody else it does not exist.

use crate::made::{actor, critical_skill};
use crate::support::{Browser, NOW, spawn_app};
use domain::actor::Actor;
use domain::clocks::Day;
use domain::drill::Plan;
use domain::evidence::Level;
use domain::id::DrillId;
use domain::skills::{AreaDraft, LevelEdit};
use domain::text::{Name, Prose};
use domain::time::{Minutes, Span};
use store::Store;

/// The day after [`NOW`].
const ON: &str = "2026-11-20";

/// Jonas stands back from wound care, Amara does it: proposed by him.
async fn proposed(store: &Store, jonas: &Actor) -> DrillId {
    let name = |text| Name::parse("name", text).unwrap();
    store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let skill = critical_skill("Wound care", "care");
    let skill = store.save_skill(&Actor::Console, &skill).await.unwrap();
    for who in ["jonas", "priya", "ines", "sol"] {
        let edit = LevelEdit {
            person: "jonas".parse().unwrap(),
            skill: skill.clone(),
            level: Level::CAN_TEACH,
            note: Prose::default(),
        };
        store.set_level(&actor(store, who).await, &edit).await.unwrap();
    }
    let plan = Plan {
        skill,
        holder: "jonas".parse().unwrap(),
        backup: "amara".parse().unwrap(),
        task: Prose::parse("task", "The Friday round.").unwrap(),
        notes: Prose::parse("notes", "https://notes.fernhill.example/round").unwrap(),
        on: Day::parse("on", ON).unwrap(),
        until: Day::parse("on", ON).unwrap(),
        minutes: Minutes(60),
    };
    store.propose_drill(jonas, &plan).await.unwrap()
}

async fn accepted(browser: &Browser, id: &DrillId) -> u16 {
    let page = format!("/drills/{id}");
    browser.submit(&page, "accept_drill", &format!("drill={id}&on={ON}")).await.status.as_u16()
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_else_sees_or_moves_a_drill_and_it_reads_without_scripts() {
    let kith = spawn_app().await;
    let jonas = actor(&kith.store, "jonas").await;
    let id = proposed(&kith.store, &jonas).await;
    let priya = kith.signed_in("priya").await;
    assert_eq!(priya.get(&format!("/drills/{id}")).await.status, 404, "she manages neither of them");
    for (function, fields) in [
        ("drill", String::new()),
        ("accept_drill", format!("&on={ON}")),
        ("propose_drill_day", format!("&on={ON}")),
        ("decline_drill", "&reason=No".to_owned()),
        ("withdraw_drill", String::new()),
        ("report_drill", "&verdict=alone".to_owned()),
    ] {
        let answer = priya.call(function, &format!("drill={id}{fields}")).await;
        assert_eq!(answer.status, 404, "{function}: {}", answer.text);
    }
    let amara = kith.signed_in("amara").await;
    let page = amara.get(&format!("/drills/{id}")).await;
    assert_eq!(page.status, 200);
    for shown in ["Wound care without Jonas", "The Friday round.", "Say yes to Friday 20 November", "rel=\"noopener\""]
    {
        assert!(page.text.contains(shown), "{shown}: {}", page.text);
    }
    assert_eq!(accepted(&amara, &id).await, 302);
    assert!(amara.get(&format!("/drills/{id}")).await.text.contains("You do it on Friday 20 November"));
    assert!(kith.signed_in("ines").await.get(&format!("/drills/{id}")).await.text.contains("Amara does it on Friday"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_says_is_on_nobodys_page_before_the_other_has_spoken() {
    let kith = spawn_app().await;
    let jonas = actor(&kith.store, "jonas").await;
    let id = proposed(&kith.store, &jonas).await;
    let (amara, jonas) = (kith.signed_in("amara").await, kith.signed_in("jonas").await);
    assert_eq!(accepted(&amara, &id).await, 302);
    kith.store.clock().set(NOW.after(Span::days(2)));
    let page = format!("/drills/{id}");
    let tell = |browser: Browser, fields: &'static str| {
        let (page, fields) = (page.clone(), format!("drill={id}&{fields}"));
        async move { browser.submit(&page, "report_drill", &fields).await }
    };
    let silent = tell(amara.clone(), "words=The+alarm").await;
    assert!(silent.header("location").contains("__err="), "{silent:?}");
    tell(amara.clone(), "verdict=partly&words=The+shrill+alarm&lacked=Where+the+red+key+is").await;
    for who in ["jonas", "ines", "sol"] {
        let text = kith.signed_in(who).await.get(&page).await.text;
        for hidden in ["shrill", "red key", "Needed help with something"] {
            assert!(!text.contains(hidden), "{who} reads {hidden}: {text}");
        }
    }
    assert!(amara.get(&page).await.text.contains("shrill"), "one reads one's own words");
    assert!(!jonas.get("/skills/wound-care").await.text.contains("red key"));
    tell(jonas.clone(), "verdict=alone").await;
    let text = jonas.get(&page).await.text;
    assert!(text.contains("shrill") && text.contains("different things"), "{text}");
    assert!(jonas.get("/skills/wound-care").await.text.contains("red key"), "what the notes lacked is everybody's");
}
