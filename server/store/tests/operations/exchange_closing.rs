//! What comes of an hour that two agreed on, said on either page, in either order: it counts once.

use crate::fernhill::{NOW, acting};
use crate::two::{ON, agreed, close, countersign, exchange, level, met, refusal, texts};
use domain::actor::Actor;
use domain::evidence::{Level, Source};
use domain::exchange::{Outcome, Stage};
use domain::id::ExchangeId;
use domain::rejection::Rejection;
use domain::time::Span;
use store::Store;

#[tokio::test(flavor = "multi_thread")]
async fn closed_and_signed_on_the_page_of_the_hour_the_request_is_done() {
    let (store, clock, id, hour) = agreed().await;
    let over = NOW.after(Span::days(2));
    clock.set(over);
    close(&store, &hour, &["amara"]).await.unwrap();
    assert_eq!((level(&store, "amara"), exchange(&store, &id).stage), (None, Stage::Agreed));
    let page = store.exchange_page(&acting("amara"), &id).unwrap();
    assert_eq!(page.status.text, "Jonas says that you met. Did you?");
    let step = store.home_page(&acting("amara")).await.unwrap().step.unwrap();
    assert_eq!(step.title, "Did you meet Jonas? Say thank you");
    countersign(&store, &hour, over, "Now I read our rota.").await.unwrap();
    let done = exchange(&store, &id);
    assert_eq!(
        (done.stage, done.learner_says.unwrap().words.as_str()),
        (Stage::Done { at: over }, "Now I read our rota.")
    );
    it_counts_once(&store, &id, "Now I read our rota.");
    assert_eq!(texts(&store, "jonas").await.len(), 3, "what was asked, that it counts, and thanks");
}

/// Both have evidence, and Jonas his thanks.
fn it_counts_once(store: &Store, id: &ExchangeId, words: &str) {
    assert_eq!(level(store, "amara"), Some((Level::AWARE, Source::Attended)));
    assert_eq!(level(store, "jonas"), Some((Level::CAN_TEACH, Source::Peer)));
    let thanks = store.read(&Actor::Console, |org| Ok(org.thanks().to_vec())).unwrap();
    assert_eq!(
        thanks.iter().map(|one| (one.words.as_str(), one.exchange.as_ref())).collect::<Vec<_>>(),
        [(words, Some(id))]
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_on_the_request_closes_the_hour_in_either_order() {
    for learner_first in [true, false] {
        let (store, clock, id, hour) = agreed().await;
        clock.set(NOW.after(Span::days(2)));
        let (amara, jonas) = (("amara", met(Outcome::Met, "Now I read our rota.")), ("jonas", met(Outcome::Met, "")));
        let both = if learner_first { [amara, jonas] } else { [jonas, amara] };
        for (who, step) in both {
            assert_eq!(exchange(&store, &id).stage, Stage::Agreed);
            store.move_exchange(&acting(who), &id, &step).await.unwrap();
        }
        assert!(matches!(exchange(&store, &id).stage, Stage::Done { .. }));
        assert_eq!(exchange(&store, &id).history.len(), 3);
        let date = store.read(&Actor::Console, |org| Ok(org.occurrence(&hour, ON).cloned().unwrap())).unwrap();
        assert_eq!(date.closed.unwrap().countersigned.unwrap().by.as_str(), "amara");
        it_counts_once(&store, &id, "Now I read our rota.");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_hosts_word_on_the_page_of_the_hour_meets_what_she_said_before() {
    let (store, clock, id, hour) = agreed().await;
    clock.set(NOW.after(Span::days(2)));
    store.move_exchange(&acting("amara"), &id, &met(Outcome::Met, "Now I read our rota.")).await.unwrap();
    close(&store, &hour, &[]).await.unwrap();
    assert_eq!((exchange(&store, &id).stage, level(&store, "amara")), (Stage::Agreed, None), "two answers");
    close(&store, &hour, &["amara"]).await.unwrap();
    assert!(matches!(exchange(&store, &id).stage, Stage::Done { .. }));
    it_counts_once(&store, &id, "Now I read our rota.");
    assert!(matches!(refusal(close(&store, &hour, &[]).await), Rejection::Stale(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_was_it_is_missed_and_counts_for_nobody() {
    let (store, clock, id, hour) = agreed().await;
    clock.set(NOW.after(Span::days(2)));
    store.move_exchange(&acting("amara"), &id, &met(Outcome::DidNotMeet, "I waited.")).await.unwrap();
    close(&store, &hour, &[]).await.unwrap();
    assert_eq!((exchange(&store, &id).stage, level(&store, "amara")), (Stage::Missed, None));
    // And where nobody says anything, time says it.
    let (store, clock, id, _) = agreed().await;
    clock.set(NOW.after(Span::days(20)));
    assert_eq!(store.expire_exchanges(&Actor::Console).await.unwrap(), 1);
    assert_eq!(exchange(&store, &id).stage, Stage::Missed);
}
