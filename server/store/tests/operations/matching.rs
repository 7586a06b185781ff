//! Rounds of matching in the database: bent, kept, published and taken back; and the smallest change, made and come true.

use crate::care::{NOW, acting, log_end, refused, since};
use crate::matchmaking::{AMARA, JONAS, LEILA, SOL, world};
use crate::pairs::{INES, later};
use domain::actor::Actor;
use domain::event::{Happening, MovedRound, RoundStep};
use domain::id::ProgramId;
use domain::match_rounds::{KeepForm, MatchPage, MatchQuery, PairForm, PairKey, WeighForm};
use domain::matching::Pair as Two;
use domain::mentoring::Weight;
use domain::notifications::NotificationsQuery;
use domain::pair::{HowPaired, Pair};
use domain::program::Phase;
use domain::rejection::{Noun, Rejection};
use domain::time::{Span, Timestamp};
use store::{Clock, Store};

async fn page(store: &Store, id: &ProgramId) -> MatchPage {
    store.match_console(&acting(INES), id, &MatchQuery::default()).await.unwrap()
}

/// "amara-okafor jonas-weidner" of each pair on the page.
async fn couples(store: &Store, id: &ProgramId) -> Vec<String> {
    page(store, id).await.pairs.iter().map(|row| format!("{} {}", row.mentee.id, row.mentor.id)).collect()
}

fn decide(mentee: &str, mentor: &str, verdict: &str) -> PairForm {
    let pair = Two { mentee: mentee.parse().unwrap(), mentor: mentor.parse().unwrap() };
    PairForm { pair: PairKey::from(&pair), verdict: verdict.to_owned(), ..PairForm::default() }
}

fn pairs(store: &Store, id: &ProgramId) -> Vec<Pair> {
    store.read(&Actor::Console, |org| Ok(org.pairs_in(id).cloned().collect())).unwrap()
}

fn open_pairs(store: &Store, id: &ProgramId) -> usize {
    pairs(store, id).iter().filter(|pair| pair.is_open()).count()
}

async fn published(store: &Store, id: &ProgramId) {
    let seen = page(store, id).await.seen;
    store.publish_round(&acting(INES), id, &seen).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn only_those_who_look_after_the_program_match_people() {
    let (store, _, id) = world().await;
    let (end, leila) = (log_end(&store).await, &acting(LEILA));
    let seen = page(&store, &id).await.seen;
    let keep = KeepForm { name: "Mine".to_owned(), seen: seen.clone() };
    let refusals = [
        refused(store.match_console(leila, &id, &MatchQuery::default()).await),
        refused(store.decide_pair(leila, &id, &decide(LEILA, JONAS, "pin")).await),
        refused(store.weigh_fits(leila, &id, &WeighForm::default()).await),
        refused(store.keep_pairing(leila, &id, &keep).await),
        refused(store.drop_pairing(leila, &id, 1).await),
        refused(store.take_up_pairing(leila, &id, 1).await),
        refused(store.publish_round(leila, &id, &seen).await),
        refused(store.undo_round(leila, &id, 1).await),
    ];
    for refusal in refusals {
        assert!(matches!(refusal, Rejection::Forbidden(_)), "{refusal:?}");
    }
    assert_eq!(log_end(&store).await, end, "nothing was changed");
    let nobody = store.my_match_page(&acting(JONAS), &id).await;
    assert_eq!(refused(nobody), Rejection::NotFound(Noun::Program), "he mentors");
    let none = "none".parse().unwrap();
    assert_eq!(refused(store.my_match_page(leila, &none).await), Rejection::NotFound(Noun::Program));
    assert_eq!(
        refused(store.match_console(&acting(INES), &none, &MatchQuery::default()).await),
        Rejection::NotFound(Noun::Program)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn the_smallest_change_comes_true_when_it_is_made() {
    let (store, _, id) = world().await;
    assert_eq!(couples(&store, &id).await, ["amara-okafor jonas-weidner", "priya-raman sol-lindqvist"]);
    let waiting = page(&store, &id).await.waiting;
    assert_eq!(waiting[0].because, "Jonas’s place went to Amara, who has waited longer.");
    let promised = "If Jonas took one learner more, Leïla would have Jonas.";
    assert_eq!(waiting[0].way_out.as_ref().unwrap().text, promised);
    let own = store.my_match_page(&acting(LEILA), &id).await.unwrap();
    assert_eq!(own.way_out.unwrap().text, "If Jonas took one learner more, you would have Jonas.");
    store.set_mentor_places(&acting(JONAS), &id, 2).await.unwrap();
    assert!(couples(&store, &id).await.contains(&"leila-haddou jonas-weidner".to_owned()));
    assert_eq!(store.my_match_page(&acting(LEILA), &id).await.unwrap().title, "A mentor is in sight");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pin_holds_until_it_is_taken_back_and_what_counts_is_kept() {
    let (store, _, id) = world().await;
    let ines = &acting(INES);
    store.decide_pair(ines, &id, &decide(LEILA, JONAS, "pin")).await.unwrap();
    assert!(couples(&store, &id).await.contains(&"leila-haddou jonas-weidner".to_owned()));
    store.reload().await.unwrap();
    assert_eq!(page(&store, &id).await.decisions.len(), 1, "it is in the database");
    store.decide_pair(ines, &id, &decide(LEILA, JONAS, "open")).await.unwrap();
    assert!(couples(&store, &id).await.contains(&"amara-okafor jonas-weidner".to_owned()));
    let weights = [("hours".to_owned(), "more".to_owned())].into();
    store.weigh_fits(ines, &id, &WeighForm { weights }).await.unwrap();
    let hours = page(&store, &id).await.weights.into_iter().find(|row| row.key == "hours").unwrap();
    assert_eq!(hours.weight, Weight::More);
}

#[tokio::test(flavor = "multi_thread")]
async fn pairings_are_kept_compared_taken_up_and_dropped() {
    let (store, _, id) = world().await;
    let ines = &acting(INES);
    let keep = KeepForm { name: "Longest waits".to_owned(), seen: page(&store, &id).await.seen };
    store.keep_pairing(ines, &id, &keep).await.unwrap();
    store.decide_pair(ines, &id, &decide(LEILA, JONAS, "pin")).await.unwrap();
    assert!(matches!(refused(store.keep_pairing(ines, &id, &keep).await), Rejection::Stale(_)), "another by now");
    let beside = store.match_console(ines, &id, &MatchQuery::parse("with=1")).await.unwrap().comparison.unwrap();
    assert_eq!((beside.right.name.as_str(), beside.differences.len()), ("Longest waits", 2));
    store.take_up_pairing(ines, &id, 1).await.unwrap();
    assert!(couples(&store, &id).await.contains(&"amara-okafor jonas-weidner".to_owned()));
    store.drop_pairing(ines, &id, 1).await.unwrap();
    assert!(page(&store, &id).await.kept.is_empty());
    assert_eq!(refused(store.drop_pairing(ines, &id, 1).await), Rejection::NotFound(Noun::Pairing));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_published_makes_pairs_and_everybody_is_told() {
    let (store, _, id) = world().await;
    let (end, seen) = (log_end(&store).await, page(&store, &id).await.seen);
    store.publish_round(&acting(INES), &id, &seen).await.unwrap();
    let made = pairs(&store, &id);
    assert_eq!(made.len(), 2);
    assert!(made.iter().all(|pair| pair.how == HowPaired::Published { round: 1 } && pair.is_open()));
    let told = since(&store, end).await;
    let moved = MovedRound { program: id.clone(), n: 1, how: RoundStep::Published };
    assert!(told.iter().any(|(_, what)| *what == Happening::MatchRoundMoved(moved.clone())), "{told:?}");
    assert_eq!(told.iter().filter(|(_, what)| matches!(what, Happening::PairMoved(_))).count(), 2);
    let hrefs = async |who: &str| {
        let page = store.notifications_page(&acting(who), NotificationsQuery::default()).await.unwrap();
        page.items.into_iter().map(|item| item.href).collect::<Vec<_>>()
    };
    assert!(hrefs(AMARA).await.iter().any(|href| href.starts_with("/pairs/")));
    assert!(hrefs(JONAS).await.iter().any(|href| href.starts_with("/pairs/")));
    assert!(hrefs(LEILA).await.contains(&format!("/mentoring/{id}/why")));
    assert_eq!(store.my_match_page(&acting(AMARA), &id).await.unwrap().title, "Why Jonas is your mentor");
    let after = page(&store, &id).await;
    assert_eq!((after.pairs.len(), after.waiting.len(), after.rounds.len()), (0, 1, 1));
    let again = refused(store.publish_round(&acting(INES), &id, &seen).await);
    assert!(matches!(again, Rejection::Stale(_)), "{again:?}");
    let nothing = refused(store.publish_round(&acting(INES), &id, &after.seen).await);
    assert!(matches!(nothing, Rejection::Conflict(_)), "{nothing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pairing_that_is_another_by_now_is_not_published() {
    let (store, _, id) = world().await;
    let seen = page(&store, &id).await.seen;
    store.leave_program(&acting(AMARA), &id).await.unwrap();
    let end = log_end(&store).await;
    assert!(matches!(refused(store.publish_round(&acting(INES), &id, &seen).await), Rejection::Stale(_)));
    assert_eq!((log_end(&store).await, open_pairs(&store, &id)), (end, 0), "nothing was changed");
    store.move_program(&acting(INES), &id, Phase::Paused).await.unwrap();
    let seen = page(&store, &id).await.seen;
    let paused = refused(store.publish_round(&acting(INES), &id, &seen).await);
    assert!(matches!(paused, Rejection::Conflict(_)), "{paused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_publish_at_one_moment_one_does_and_nobody_has_two_mentors() {
    let (store, _, id) = world().await;
    let seen = page(&store, &id).await.seen;
    let (ines, sol) = (&acting(INES), &acting(SOL));
    let both = tokio::join!(store.publish_round(ines, &id, &seen), store.publish_round(sol, &id, &seen));
    let won = [both.0.is_ok(), both.1.is_ok()];
    assert_eq!(won.iter().filter(|ok| **ok).count(), 1, "{both:?}");
    assert_eq!(open_pairs(&store, &id), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_published_round_is_taken_back_for_a_day_as_if_nothing_had_been() {
    let (store, clock, id) = world().await;
    let before = couples(&store, &id).await;
    published(&store, &id).await;
    clock.set(later(NOW, 60));
    store.undo_round(&acting(INES), &id, 1).await.unwrap();
    assert_eq!(open_pairs(&store, &id), 0);
    assert_eq!(couples(&store, &id).await, before, "the same pairing is found again");
    let waits = page(&store, &id).await.pairs[0].waits.clone();
    assert_eq!(waits, "10 days", "Amara looks since when she looked before");
    assert!(matches!(refused(store.undo_round(&acting(INES), &id, 1).await), Rejection::Stale(_)));
    published(&store, &id).await;
    assert_eq!(page(&store, &id).await.rounds.len(), 2);
    clock.set(late(&clock, Span::days(1).0 + 60_000));
    assert!(matches!(refused(store.undo_round(&acting(INES), &id, 2).await), Rejection::Conflict(_)));
    assert_eq!(open_pairs(&store, &id), 2);
    assert_eq!(refused(store.undo_round(&acting(INES), &id, 7).await), Rejection::NotFound(Noun::Pairing));
}

fn late(clock: &Clock, millis: i64) -> Timestamp {
    clock.now().after(Span(millis))
}
