//! `/admin/programs/{id}` with plain forms: changes of another admin taken over, and teams that are ticked to have a
//! version next.

use crate::program_editor::{PAGE, PROGRAM, editor, keep, text, with_program};
use domain::actor::Actor;
use domain::teams::TeamDraft;
use domain::text::{Line, Name, Prose};

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_changes_of_another_admin_are_taken_over() {
    let (kith, ines) = with_program().await;
    let sol = kith.signed_in("sol").await;
    keep(&ines, 1, "purpose", "Both learn a lot").await;
    let page = sol.get(PAGE).await.text;
    for shown in ["Changes of others, not live", "Take over Ines’s changes", "Purpose"] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
    assert!(!page.contains("Drop them"), "she works here");
    let taken = sol.submit(PAGE, "take_over_draft", &format!("program={PROGRAM}&owner=ines")).await;
    let page = sol.follow(&taken).await.text;
    assert!(page.contains("Both learn a lot") && !page.contains("Changes of others, not live"), "{page}");
    assert_eq!(text(&editor(&sol, "").await, "purpose"), "Both learn a lot");
    assert!(ines.get("/notifications").await.text.contains("took over what you had changed in"));
    let again = sol.call("take_over_draft", &format!("program={PROGRAM}&owner=ines")).await;
    assert_eq!(again.status, 409, "{}", again.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_javascript_ticked_teams_show_what_a_version_does_to_their_people() {
    let (kith, ines) = with_program().await;
    for (who, called) in [("amara", "East"), ("jonas", "West")] {
        let name = Name::parse("name", called).unwrap();
        let (kind, purpose) = (Line::default(), Prose::default());
        let team = TeamDraft { id: None, name, parent: None, kind, purpose };
        let team = kith.store.save_team(&Actor::Console, &team).await.unwrap();
        kith.store.place_in_team(&Actor::Console, &who.parse().unwrap(), Some(&team)).await.unwrap();
        let joined = kith.signed_in(who).await.call("join_program", &format!("program={PROGRAM}")).await;
        assert_eq!(joined.status, 200, "{}", joined.text);
    }
    keep(&ines, 1, "purpose", "Both learn a lot").await;
    let chosen = "form[policy]=everyone_now&form[teams][]=east";
    let seen = editor(&ines, chosen).await.review.seen;
    let published = ines.call("publish_draft", &format!("program={PROGRAM}&{chosen}&form[seen]={seen}")).await;
    assert_eq!(published.status, 200, "{}", published.text);
    let effects = |page: &str| page.matches("2 people: 1 ").count();
    let page = ines.get(PAGE).await.text;
    assert!(page.contains("See what it does to them"), "{page}");
    let to_all = effects(&page);
    let page = ines.get(&format!("{PAGE}?program={PROGRAM}&n=2&teams%5B%5D=east&teams%5B%5D=west")).await.text;
    assert!(effects(&page) > to_all, "beside what letting it out to all does: {page}");
    let wider = ines.submit(PAGE, "widen_roll_out", &format!("program={PROGRAM}&n=2&teams[]=east&teams[]=west")).await;
    assert!(ines.follow(&wider).await.text.contains("East and West"));
}
