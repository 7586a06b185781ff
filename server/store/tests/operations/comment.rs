//! Comments in the database: who says, changes and removes what, whom they call, and what becomes of what is reported.

use crate::care::{acting, care, refused};
use domain::actor::Role;
use domain::comment::{CommentStep, Judgement, Subject};
use domain::event::{Audience, Happening, MovedComment};
use domain::id::CommentId;
use domain::notifications::{NotificationKind, NotificationsQuery};
use domain::rejection::{Noun, Rejection};
use domain::text::{Line, Prose};
use store::Store;

const LEILA: &str = "leila-haddou";
const AMARA: &str = "amara-okafor";
const JONAS: &str = "jonas-weidner";
const INES: &str = "ines-carvalho";

fn prose(text: &str) -> Prose {
    Prose::parse("text", text).unwrap()
}

fn why(text: &str) -> Line {
    Line::parse("why", text).unwrap()
}

fn wounds() -> Subject {
    Subject::parse("skill:wound-care").unwrap()
}

async fn said(store: &Store, who: &str, text: &str) -> CommentId {
    store.write_comment(&acting(who), &wounds(), &prose(text)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_comment_calls_is_told_and_its_words_can_be_taken_away() {
    let (store, _) = care().await;
    let id = said(&store, AMARA, "Ask @jonas.").await;
    let told = store.notifications_page(&acting(JONAS), NotificationsQuery::default()).await.unwrap();
    let item = told.items.iter().find(|item| item.kind == NotificationKind::Mentioned).unwrap();
    assert_eq!(item.href, format!("/skills/wound-care#comment-{id}"));
    assert!(matches!(refused(store.edit_comment(&acting(JONAS), &id, &prose("No")).await), Rejection::Forbidden(_)));
    store.edit_comment(&acting(AMARA), &id, &prose("Ask @leila.")).await.unwrap();
    let kinds = |page: domain::notifications::NotificationsPage| {
        page.items.into_iter().map(|item| item.kind).collect::<Vec<_>>()
    };
    assert!(
        kinds(store.notifications_page(&acting(LEILA), NotificationsQuery::default()).await.unwrap())
            .contains(&NotificationKind::Mentioned)
    );
    assert!(
        !kinds(store.notifications_page(&acting(JONAS), NotificationsQuery::default()).await.unwrap())
            .contains(&NotificationKind::Mentioned)
    );
    store.remove_comment(&acting(AMARA), &id).await.unwrap();
    let page = store.skill_page(&acting(JONAS), &"wound-care".parse().unwrap()).await.unwrap();
    assert_eq!(page.comments.lines[0].removed.as_deref(), Some("Amara removed this comment."));
    let event = store.last_event().await.unwrap().unwrap().event;
    assert!(matches!(event.what, Happening::CommentMoved(MovedComment { how: CommentStep::Removed, .. })));
    assert_eq!(event.audience, Audience::Everyone);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_reported_is_looked_at_by_program_admins() {
    let (store, _) = care().await;
    let id = said(&store, AMARA, "Nonsense.").await;
    assert!(matches!(refused(store.judge_comment(&acting(INES), &id, Judgement::Keep).await), Rejection::Stale(_)));
    store.report_comment(&acting(JONAS), &id, &why("Unkind")).await.unwrap();
    assert!(matches!(refused(store.reports_page(&acting(AMARA))), Rejection::Forbidden(_)));
    assert!(matches!(
        refused(store.judge_comment(&acting(AMARA), &id, Judgement::Keep).await),
        Rejection::Forbidden(_)
    ));
    assert_eq!(store.reports_page(&acting(INES)).unwrap().lines.len(), 1);
    store.judge_comment(&acting(INES), &id, Judgement::Remove).await.unwrap();
    assert!(store.reports_page(&acting(INES)).unwrap().lines.is_empty());
    let none: CommentId = "none".parse().unwrap();
    assert_eq!(
        refused(store.report_comment(&acting(JONAS), &none, &why("x")).await),
        Rejection::NotFound(Noun::Comment)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_two_say_below_their_request_is_theirs_until_one_reports_it() {
    let (store, _) = care().await;
    let ask = domain::exchange::Ask {
        teacher: LEILA.parse().unwrap(),
        skill: "wound-care".parse().unwrap(),
        message: prose("Could you show me?"),
        minutes: domain::time::Minutes(30),
        starts_at: None,
    };
    let exchange = store.ask_exchange(&acting(AMARA), &ask).await.unwrap();
    let between = Subject::parse(&format!("exchange:{exchange}")).unwrap();
    let outside = store.write_comment(&acting(JONAS), &between, &prose("Me too")).await;
    assert_eq!(refused(outside), Rejection::NotFound(Noun::Exchange));
    let id = store.write_comment(&acting(AMARA), &between, &prose("Bring gloves. @jonas")).await.unwrap();
    let event = store.last_event().await.unwrap().unwrap().event;
    assert_eq!(event.audience, Audience::People { people: vec![AMARA.parse().unwrap(), LEILA.parse().unwrap()] });
    assert!(
        store
            .notifications_page(&acting(JONAS), NotificationsQuery::default())
            .await
            .unwrap()
            .items
            .iter()
            .all(|item| item.kind != NotificationKind::Mentioned)
    );
    assert_eq!(refused(store.remove_comment(&acting(INES), &id).await), Rejection::NotFound(Noun::Comment));
    store.report_comment(&acting(LEILA), &id, &why("Rude")).await.unwrap();
    let event = store.last_event().await.unwrap().unwrap().event;
    assert!(matches!(event.audience, Audience::PeopleAndRole { role: Role::ProgramAdmin, .. }));
    let page = store.reports_page(&acting(INES)).unwrap();
    assert_eq!((page.lines.len(), page.lines[0].href.as_ref()), (1, None), "the words alone, not what they are below");
    store.judge_comment(&acting(INES), &id, Judgement::Keep).await.unwrap();
}
