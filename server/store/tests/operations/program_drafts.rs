//! What another admin has changed and not published: taken over, told of, and dropped when its owner has left.

use crate::care::{NOW, acting, care, log_end, refused, since};
use crate::pairs::{INES, SOL, form, made, program, publish};
use domain::actor::Role;
use domain::event::{DraftMoved, Happening};
use domain::id::{PersonId, ProgramId};
use domain::notifications::NotificationsQuery;
use domain::program::forms::SettleForm;
use domain::program::{Path, Presence, Take};
use domain::program_editor::EditorPage;
use domain::rejection::Rejection;
use domain::time::Span;
use store::Store;

async fn editor(store: &Store, id: &ProgramId) -> EditorPage {
    store.editor_page(&acting(SOL), id, "").await.unwrap()
}

fn text(page: &EditorPage, path: &str) -> String {
    page.field(path).unwrap().text.clone()
}

/// A program of which Inês has changed purpose and title, and Sol the title.
async fn with_two_drafts(store: &Store) -> (ProgramId, PersonId) {
    let id = made(store).await;
    let hers = form(1, &[("purpose", "Both learn."), ("title", "Pairs")]);
    store.keep_draft(&acting(INES), &id, &hers).await.unwrap();
    store.keep_draft(&acting(SOL), &id, &form(1, &[("title", "Pairs for all")])).await.unwrap();
    (id, INES.parse().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_that_wait_are_taken_over_and_what_both_touched_is_decided() {
    let (store, clock) = care().await;
    let (id, ines) = with_two_drafts(&store).await;
    let other = editor(&store, &id).await.review.others.remove(0);
    assert!(other.by.id == ines && other.fields.contains("Purpose") && other.why.is_empty(), "{other:?}");
    let before = log_end(&store).await;
    let take = async |who: &str, owner: &PersonId| store.take_over_draft(&acting(who), &id, owner).await;
    assert!(matches!(refused(take("amara-okafor", &ines).await), Rejection::Forbidden(_)));
    assert!(matches!(refused(take(SOL, &SOL.parse().unwrap()).await), Rejection::Conflict(_)));
    let here = Presence { tab: "a1".to_owned(), path: None };
    store.be_present(&acting(INES), &id, &here).await.unwrap();
    assert!(refused(take(SOL, &ines).await).to_string().contains("right now"), "she has the editor open");
    clock.set(NOW.after(Span::minutes(1)));
    take(SOL, &ines).await.unwrap();
    assert!(matches!(refused(take(SOL, &ines).await), Rejection::Stale(_)), "there is nothing left of hers");
    let told = Happening::ProgramDraftMoved { program: id.clone(), owner: ines, how: DraftMoved::TakenOver };
    assert_eq!(since(&store, before).await, [(Some(SOL.parse().unwrap()), told)]);
    let page = editor(&store, &id).await;
    assert_eq!((text(&page, "purpose").as_str(), text(&page, "title").as_str()), ("Both learn.", "Pairs for all"));
    let card = page.field("title").unwrap().conflict.clone().unwrap();
    assert_eq!((card.theirs.as_str(), card.mine.as_str()), ("Pairs", "Pairs for all"));
    assert!(page.review.others.is_empty() && page.review.refusal.is_some());
    // What is typed elsewhere meanwhile decides nothing.
    store.keep_draft(&acting(SOL), &id, &form(1, &[("title", "Pairs for all"), ("minutes", "30")])).await.unwrap();
    store.settle(&acting(SOL), &id, &SettleForm { path: Path::field("title"), take: Take::Theirs }).await.unwrap();
    let page = editor(&store, &id).await;
    assert_eq!((text(&page, "title").as_str(), page.review.count, page.review.refusal), ("Pairs", 3, None));
    let told = store.notifications_page(&acting(INES), NotificationsQuery::default()).await.unwrap().items.remove(0);
    assert!(told.text.iter().any(|phrase| phrase.text.contains("took over what you had changed")), "{told:?}");
    assert_eq!(store.unread_notifications(&acting(INES)).await.unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_of_somebody_who_lost_the_role_are_published_by_another() {
    let (store, _) = care().await;
    let (id, ines) = with_two_drafts(&store).await;
    store.discard_draft(&acting(SOL), &id).await.unwrap();
    store.set_role(&acting(SOL), &ines, Role::Manager).await.unwrap();
    let other = editor(&store, &id).await.review.others.remove(0);
    assert!(other.why.contains("not a program admin any more") && !other.may_drop, "{other:?}");
    assert!(matches!(refused(store.drop_draft_of(&acting(SOL), &id, &ines).await), Rejection::Conflict(_)));
    store.take_over_draft(&acting(SOL), &id, &ines).await.unwrap();
    publish(&store, SOL, &id, &form(1, &[("purpose", "Both learn."), ("title", "Pairs")])).await.unwrap();
    assert_eq!(program(&store, &id).title(), "Pairs");
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_of_somebody_who_has_left_can_be_dropped_and_the_log_says_so() {
    let (store, _) = care().await;
    let (id, ines) = with_two_drafts(&store).await;
    store.end_membership(&acting(SOL), &ines).await.unwrap();
    let other = editor(&store, &id).await.review.others.remove(0);
    assert!(other.why.ends_with("has left.") && other.may_drop, "{other:?}");
    let before = log_end(&store).await;
    let dropped = store.drop_draft_of(&acting("amara-okafor"), &id, &ines).await;
    assert!(matches!(refused(dropped), Rejection::Forbidden(_)));
    store.drop_draft_of(&acting(SOL), &id, &ines).await.unwrap();
    let told = Happening::ProgramDraftMoved { program: id.clone(), owner: ines.clone(), how: DraftMoved::Dropped };
    assert_eq!(since(&store, before).await, [(Some(SOL.parse().unwrap()), told)]);
    let page = editor(&store, &id).await;
    assert!(page.review.others.is_empty() && text(&page, "title") == "Pairs for all", "his own stays");
    assert!(matches!(refused(store.drop_draft_of(&acting(SOL), &id, &ines).await), Rejection::Stale(_)));
}
