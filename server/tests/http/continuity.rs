//! Continuity over HTTP and without JavaScript: the lists of the board, what falls, targets from preview to undo.

use crate::support::{demo, spawn_app};

#[tokio::test(flavor = "multi_thread")]
async fn every_list_of_the_board_reads_without_scripts() {
    let priya = demo().signed_in("priya-raman").await;
    let rows = [
        ("/continuity", "What breaks first"),
        ("/continuity?view=nobody&show=all", "What nobody covers"),
        ("/continuity?view=one", "What one person covers"),
        ("/continuity?view=concentration&show=all", "What hangs on one person"),
        ("/continuity?view=expiring&show=all", "What goes away by itself"),
    ];
    for (path, heading) in rows {
        let page = priya.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text.contains(heading), "{path}");
        assert!(page.text.contains("/continuity/plan"), "{path}: a manager plans");
    }
    assert!(priya.get("/continuity").await.text.contains("Show table"), "risk over time");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_sees_the_plan_reads_what_it_assumes_and_whoever_draws_it_up_changes_it() {
    let kith = demo();
    let (priya, sol) = (kith.signed_in("priya-raman").await, kith.signed_in("sol-lindqvist").await);
    let (read, changed) = (priya.get("/continuity/plan").await.text, sol.get("/continuity/plan").await.text);
    assert!(read.contains("What the plan assumes") && read.contains("weeks at least"), "{read}");
    assert!(!read.contains("form[weeks]"), "{read}");
    assert!(changed.contains("What the plan assumes") && changed.contains("form[weeks][3]"), "{changed}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_falls_is_asked_by_address_and_not_about_anybody() {
    let kith = demo();
    let (jonas, sol) = (kith.signed_in("jonas-weidner").await, kith.signed_in("sol-lindqvist").await);
    let own = jonas.get("/continuity/what-if").await;
    assert!(own.text.contains("If you are away"), "{}", own.text);
    assert_eq!(jonas.get("/continuity/what-if?person=amara-okafor").await.status, 403);
    let typed = sol.get("/continuity/what-if?person_text=amara+okafor").await;
    assert!(typed.text.contains("If Amara Okafor is away"), "{}", typed.text);
    let unknown = sol.get("/continuity/what-if?person_text=Nobody+Here").await;
    assert!(unknown.text.contains("Nobody here is called “Nobody Here”."), "{}", unknown.text);
    assert_eq!(sol.get("/continuity/what-if?team=none").await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn targets_are_previewed_changed_and_put_back_without_scripts() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    assert_eq!(sol.call("save_area", "name=Care").await.status, 200);
    for name in ["Wound+care", "Infusion+pumps"] {
        let skill = "form[area]=care&form[criticality]=high&form[people]=0&form[level]=3&form[by]=2027-03-31";
        let saved = sol.call("save_skill", &format!("form[name]={name}&{skill}")).await;
        assert_eq!(saved.status, 200, "{saved:?}");
    }
    let query = "all=1&set_people=9&preview=1";
    let page = sol.get(&format!("/continuity/targets?{query}")).await;
    let count = |text: &str, name: &str| {
        let field = text.split(&format!(r#"name="{name}" value=""#)).nth(1).unwrap_or_default();
        field.split('"').next().unwrap_or_default().to_owned()
    };
    let (changes, falls) = (count(&page.text, "changes"), count(&page.text, "falls"));
    assert!(page.text.contains("Changes two skills: two fall below target."), "{}", page.text);
    let fields = format!("query={}&changes={changes}&falls={falls}", query.replace('&', "%26").replace('=', "%3D"));
    let answer = sol.submit("/continuity/targets", "change_targets", &fields).await;
    assert!(answer.header("location").trim_end_matches('?').ends_with("/continuity/targets"), "{answer:?}");
    let page = sol.get("/continuity/targets").await;
    assert!(page.text.contains("You changed"), "{}", page.text);
    let again = sol.submit("/continuity/targets", "change_targets", &fields).await;
    assert!(again.header("location").contains("__err="), "what was promised does not hold any more: {again:?}");
    let at = count(&page.text, "at");
    sol.submit("/continuity/targets", "undo_targets", &format!("at={at}")).await;
    let page = sol.get("/continuity/targets").await;
    assert!(page.text.contains("You put it back"), "{}", page.text);
}
