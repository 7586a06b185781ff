//! A program's matching, with plain forms: bent, kept, published and taken back by its organiser, and read by the learner.

use crate::made::{actor, skill};
use crate::support::{Browser, Kith, NOW, spawn_app};
use domain::actor::Actor;
use domain::id::ProgramId;
use domain::program::forms::NewProgram;
use domain::program::{Phase, ProgramKind};
use domain::skills::{AreaDraft, SkillDraft};
use domain::text::Name;
use domain::time::Span;

/// A program in which Jonas, who knows SQL, mentors and Amara looks for a mentor.
async fn pairs(kith: &Kith) -> ProgramId {
    let area = AreaDraft { id: None, name: Name::parse("name", "Work").unwrap() };
    kith.store.save_area(&Actor::Console, &area).await.unwrap();
    kith.store.save_skill(&Actor::Console, &sql()).await.unwrap();
    let jonas = actor(&kith.store, "jonas").await;
    kith.store.set_own_level(&jonas, "sql-for-reports", "", "3").await.unwrap();
    let new =
        NewProgram { kind: ProgramKind::Mentorship, template: "pairs".to_owned(), title: "Pairs for Care".to_owned() };
    let ines = actor(&kith.store, "ines").await;
    let id = kith.store.create_program(&ines, &new).await.unwrap();
    kith.store.move_program(&ines, &id, Phase::Running).await.unwrap();
    for (who, role) in [("jonas", "mentor"), ("amara", "mentee")] {
        kith.store.join_program(&actor(&kith.store, who).await, &id, role).await.unwrap();
    }
    kith.store.clock().set(NOW.after(Span::hours(2)));
    id
}

fn sql() -> SkillDraft {
    skill("SQL for reports", "work")
}

/// Sends a form of the page, and the page after it.
async fn sent(browser: &Browser, id: &ProgramId, function: &str, fields: &str) -> String {
    let page = format!("/admin/programs/{id}/match");
    let answer = browser.submit(&page, function, &format!("program={id}{fields}")).await;
    assert_eq!(answer.status, 302, "{function}: {answer:?}");
    browser.follow(&answer).await.text
}

/// The value of the hidden field of that name.
fn hidden(page: &str, name: &str) -> String {
    let field = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    field.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_matching_is_bent_published_and_taken_back_without_scripts() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let (ines, amara) = (kith.signed_in("ines").await, kith.signed_in("amara").await);
    let page = ines.get(&format!("/admin/programs/{id}/match")).await.text;
    assert!(page.contains("Without a mentor") && page.contains("has not said what they want to learn"), "{page}");
    let why = amara.get(&format!("/mentoring/{id}/why")).await.text;
    assert!(why.contains("Why you have no mentor yet") && why.contains("You have not said yet"), "{why}");
    // Whoever looks after it knows more than what people have said of themselves.
    let nobody = sent(&ines, &id, "decide_pair", "&form[mentee]=Nobody&form[mentor]=Jonas&form[verdict]=pin").await;
    assert!(nobody.contains("Nobody here is called"), "{nobody}");
    let page = sent(&ines, &id, "decide_pair", "&form[mentee]=Amara&form[mentor]=Jonas&form[verdict]=pin").await;
    assert!(page.contains("Publish one pair") && page.contains("pinned"), "{page}");
    let seen = hidden(&page, "seen");
    let page = sent(&ines, &id, "keep_pairing", &format!("&form[name]=By+hand&form[seen]={seen}")).await;
    assert!(page.contains("By hand") && page.contains("?with=1#compare"), "{page}");
    let page = ines.get(&format!("/admin/programs/{id}/match?with=1")).await.text;
    assert!(page.contains("Side by side") && page.contains("Both pair everybody alike."), "{page}");
    let page = sent(&ines, &id, "decide_pair", "&form[pair]=amara:jonas&form[verdict]=forbid").await;
    assert!(page.contains("There is no pair to publish yet."), "{page}");
    let page = ines.get(&format!("/admin/programs/{id}/match?with=1")).await.text;
    assert!(page.contains("One learner is differently paired.") && page.contains("One pair is ruled out."), "{page}");
    let stale = sent(&ines, &id, "publish_round", &format!("&seen={seen}")).await;
    assert!(stale.contains("so that the pairing is another. Look at it again."), "{stale}");
    let page = sent(&ines, &id, "decide_pair", "&form[pair]=amara:jonas&form[verdict]=pin").await;
    assert_eq!(hidden(&page, "seen"), seen, "the same pairing again");
    let page = sent(&ines, &id, "publish_round", &format!("&seen={seen}")).await;
    assert!(page.contains("Take round ") && page.contains("Published by Ines"), "{page}");
    assert!(amara.get(&format!("/mentoring/{id}/why")).await.text.contains("Why Jonas is your mentor"));
    assert!(amara.get("/notifications").await.text.contains("/pairs/"));
    let page = sent(&ines, &id, "undo_round", "&round=1").await;
    assert!(page.contains("Taken back by Ines"), "{page}");
    assert!(amara.get(&format!("/mentoring/{id}/why")).await.text.contains("A mentor is in sight"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_does_not_look_after_it_is_refused_and_a_program_of_another_kind_has_none() {
    let kith = spawn_app().await;
    let id = pairs(&kith).await;
    let amara = kith.signed_in("amara").await;
    assert_eq!(amara.get(&format!("/admin/programs/{id}/match")).await.status, 403);
    for (function, fields) in [
        ("decide_pair", "&form[pair]=amara:jonas&form[verdict]=pin"),
        ("weigh_fits", "&form[weights][hours]=more"),
        ("keep_pairing", "&form[name]=Mine&form[seen]=x"),
        ("drop_pairing", "&number=1"),
        ("take_up_pairing", "&number=1"),
        ("publish_round", "&seen=x"),
        ("undo_round", "&round=1"),
    ] {
        let answer = amara.call(function, &format!("program={id}{fields}")).await;
        assert_eq!(answer.status, 403, "{function}: {}", answer.text);
    }
    let jonas = kith.signed_in("jonas").await;
    assert_eq!(jonas.get(&format!("/mentoring/{id}/why")).await.status, 404, "he mentors");
    let lunch =
        NewProgram { kind: ProgramKind::LunchAndLearn, template: "series".to_owned(), title: "Lunch".to_owned() };
    let ines = actor(&kith.store, "ines").await;
    let lunch = kith.store.create_program(&ines, &lunch).await.unwrap();
    let ines = kith.signed_in("ines").await;
    assert_eq!(ines.get(&format!("/admin/programs/{lunch}/match")).await.status, 404);
    assert!(!ines.get(&format!("/admin/programs/{lunch}/people")).await.text.contains(">Matching<"));
}
