//! `/sessions/{id}/{day}/door`, `/sheet`, `/close` and `/proposals/{skill}`: the code is for hosts, the word is for those
//! who were there, and all of it reads and works without JavaScript.

use crate::made::{actor, critical_skill};
use crate::support::{Browser, Kith, NOW, spawn_app};
use domain::actor::Actor;
use domain::clocks::{Day, Wall};
use domain::evidence::Level;
use domain::id::{SessionId, SkillId};
use domain::session::{CLAIM_WITHIN, OpenTo, Place, Seats, SessionKind, SessionPlan, Timing, When};
use domain::skills::{AreaDraft, WantEdit};
use domain::text::{Line, Name, Prose};
use domain::time::{Minutes, Span, Zone};
use domain::want::Priority;

const ON: &str = "2026-11-19";

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

async fn skill(kith: &Kith) -> SkillId {
    kith.store.save_area(&Actor::Console, &AreaDraft { id: None, name: name("Care") }).await.unwrap();
    let draft = critical_skill("Wound care", "care");
    kith.store.save_skill(&Actor::Console, &draft).await.unwrap()
}

/// Jonas shows wound care to Amara and Priya in three minutes.
async fn planned(kith: &Kith) -> SessionId {
    let asked = ["amara", "priya"].map(|person| person.parse().unwrap()).to_vec();
    let plan = SessionPlan {
        kind: SessionKind::LunchAndLearn,
        title: name("Wounds at breakfast"),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: vec![skill(kith).await],
        hosts: vec!["jonas".parse().unwrap()],
        place: Place { room: Line::parse("room", "Canteen").unwrap(), link: None },
        when: When::Set {
            timing: Timing::once(Wall { day: Day::utc(NOW), minute: 9 * 60 + 15 }, Minutes(45), Zone::utc()),
        },
        seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Invited { people: asked },
        materials: Vec::new(),
        program: None,
        despite_overlaps: false,
    };
    kith.store.plan_session(&actor(&kith.store, "jonas").await, &plan).await.unwrap()
}

/// The code that stands on the host's page.
async fn code(host: &Browser, door: &str) -> String {
    let page = host.get(door).await.text;
    let link = page.split_once("/door?code=").map_or("", |(_, rest)| rest);
    link.chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_code_is_for_hosts_and_lets_in_those_to_whom_it_is_open() {
    let kith = spawn_app().await;
    let id = planned(&kith).await;
    let door = format!("/sessions/{id}/{ON}/door");
    let (jonas, amara) = (kith.signed_in("jonas").await, kith.signed_in("amara").await);
    let code = code(&jonas, &door).await;
    assert_eq!(code.len(), 6, "it stands in the picture's label");
    let page = amara.get(&door).await;
    assert!(page.status == 200 && page.text.contains("form[code]") && !page.text.contains(&code), "{}", page.text);
    assert_eq!(kith.signed_in("sol").await.get(&door).await.status, 404, "it is not open to him");
    assert_eq!(amara.get(&format!("/sessions/{id}/{ON}/sheet")).await.status, 403);
    let come = |typed: &str| format!("form[session]={id}&form[on]={ON}&form[code]={typed}");
    let wrong = amara.submit(&door, "check_in", &come("000000")).await;
    assert!(amara.follow(&wrong).await.text.contains("This code does not stand at the door"));
    let right = amara.submit(&door, "check_in", &come(&code)).await;
    assert_eq!(right.status, 302);
    assert!(amara.get(&door).await.text.contains("You are here since"));
    let list = jonas.get(&door).await.text;
    assert!(list.contains("came with the code at"), "{list}");
    assert!(jonas.get(&format!("/sessions/{id}/{ON}/sheet")).await.text.contains("Amara"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_is_closed_and_confirmed_without_scripts_and_counts() {
    let kith = spawn_app().await;
    let id = planned(&kith).await;
    let (door, close) = (format!("/sessions/{id}/{ON}/door"), format!("/sessions/{id}/{ON}/close"));
    let (jonas, amara) = (kith.signed_in("jonas").await, kith.signed_in("amara").await);
    let date = format!("form[session]={id}&form[on]={ON}");
    let walk_up = jonas.submit(&door, "write_in", &format!("{date}&form[person_text]=Amara")).await;
    assert_eq!(walk_up.status, 302);
    kith.store.clock().set(NOW.after(Span::hours(1)));
    assert_eq!(amara.get(&close).await.status, 200, "she was there");
    assert_eq!(kith.signed_in("priya").await.get(&close).await.status, 404, "she was not");
    assert!(jonas.get("/").await.text.contains("What came of Wounds at breakfast?"));
    let says =
        format!("{date}&form[minutes]=45&form[people][]=amara&form[skills][]=wound-care&form[note]=Clean+first.");
    assert_eq!(jonas.submit(&close, "close_date", &says).await.status, 302);
    let home = amara.get("/").await.text;
    assert!(home.contains("Was it so? Wounds at breakfast"), "{home}");
    let seen = home.split_once("name=\"form[seen]\" value=\"").map_or("", |(_, rest)| rest);
    let seen: String = seen.chars().take_while(char::is_ascii_digit).collect();
    let yes = format!("{date}&form[seen]={seen}&form[words]=Clear");
    assert_eq!(amara.submit("/", "confirm_session_step", &yes).await.status, 302);
    assert!(jonas.get(&close).await.text.contains("It counts: Amara says that it was so."));
    assert!(amara.get("/thanks").await.text.contains("Clear"));
    let level = amara.get("/people/amara/skills/wound-care").await.text;
    assert!(level.contains("Jonas"), "who taught it is named: {level}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_three_wait_for_is_opened_in_one_tap_by_whoever_can_show_it() {
    let kith = spawn_app().await;
    let skill = skill(&kith).await;
    for who in ["amara", "priya", "ines"] {
        let want = WantEdit { skill: skill.clone(), target: Level::ALONE, priority: Priority::Soon };
        kith.store.set_want(&actor(&kith.store, who).await, &want).await.unwrap();
    }
    let jonas = kith.signed_in("jonas").await;
    let offer = format!("form[skill]={skill}&form[minutes]=45&form[note]=");
    assert_eq!(jonas.call("make_offer", &offer).await.status, 200);
    assert_eq!(kith.store.propose_sessions(&Actor::Console).await.unwrap(), 1);
    let home = jonas.get("/").await.text;
    assert!(home.contains("Open it to them") && home.contains("Three colleagues want"), "{home}");
    let page = jonas.get(&format!("/proposals/{skill}")).await;
    assert!(page.status == 200 && page.text.contains("Not me") && page.text.contains("Amara"), "{}", page.text);
    assert_eq!(kith.signed_in("amara").await.get(&format!("/proposals/{skill}")).await.status, 404);
    let seen = page.text.split_once("name=\"seen\" value=\"").map_or("", |(_, rest)| rest);
    let seen: String = seen.chars().take_while(char::is_ascii_digit).collect();
    let opened = jonas.submit("/", "open_proposal", &format!("skill={skill}&seen={seen}")).await;
    assert!(opened.header("location").contains("/sessions/"), "{opened:?}");
    let told = kith.signed_in("amara").await.get("/notifications").await.text;
    assert!(told.contains("because you asked for Wound care"), "{told}");
}
