//! Pairs in the database: what their people do, how they end, and what nobody else may read.

use crate::care::{refused, since};
use domain::actor::{Actor, Member, Role};
use domain::event::{Audience, Happening, MovedPair};
use domain::id::{PairId, ProgramId};
use domain::notifications::NotificationsQuery;
use domain::pair::{Ended, FeedbackForm, Move, Pair, PairStage, Plan};
use domain::program::Standing;
use domain::rejection::{Noun, Rejection};
use domain::text::Prose;
use domain::time::{Span, Timestamp};
use store::demo::{Company, company};
use store::{Clock, Store};

/// A Wednesday noon.
const NOW: Timestamp = Timestamp(1_795_000_000_000);
const AMARA: &str = "amara-okafor";
const LEILA: &str = "leila-haddou";
const CHIDI: &str = "chidi-eze";
const INES: &str = "ines-carvalho";
const SOL: &str = "sol-lindqvist";

/// Fernhill with its pairs and their meetings, and little else; Amara and Leïla have met three times.
async fn fernhill() -> (Store, Clock) {
    let clock = Clock::standing_at(NOW);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    let company = Company {
        evidence: Vec::new(),
        exchanges: Vec::new(),
        drills: Vec::new(),
        thanks: Vec::new(),
        notes: Vec::new(),
        note_versions: Vec::new(),
        threads: Vec::new(),
        comments: Vec::new(),
        happened: Vec::new(),
        ..company(NOW)
    };
    store.load_company(&Actor::Console, &company).await.unwrap();
    (store, clock)
}

fn acting(store: &Store, who: &str) -> Actor {
    let person = store.read(&Actor::Console, |org| Ok(org.person(&who.parse().unwrap()).unwrap().clone())).unwrap();
    Actor::Person(Member { id: person.id, role: person.role, team: person.team })
}

fn id(text: &str) -> PairId {
    text.parse().unwrap()
}

fn both() -> PairId {
    id("leila-and-amara")
}

fn program() -> ProgramId {
    "pairs-for-care".parse().unwrap()
}

fn pair(store: &Store, id: &PairId) -> Pair {
    store.read(&Actor::Console, |org| Ok(org.pair(id).unwrap().clone())).unwrap()
}

/// The pair as it stands in the database, read anew.
async fn kept(store: &Store, id: &PairId) -> Pair {
    store.reload().await.unwrap();
    pair(store, id)
}

async fn end_of_log(store: &Store) -> domain::event::Seq {
    store.last_event().await.unwrap().unwrap().event.seq
}

async fn told(store: &Store, who: &str) -> String {
    let page = store.notifications_page(&acting(store, who), NotificationsQuery::default()).await.unwrap();
    page.items.first().map(|item| item.text.iter().map(|phrase| phrase.text.as_str()).collect()).unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_they_write_together_is_kept_and_told_to_those_in_it_alone() {
    let (store, _) = fernhill().await;
    let (leila, before) = (acting(&store, LEILA), end_of_log(&store).await);
    let plan = Plan::new_item("What to wear").unwrap();
    store.plan_in_pair(&leila, &both(), plan.clone()).await.unwrap();
    let happened = since(&store, before).await;
    let [(by, what @ Happening::PairMoved(MovedPair { people, .. }))] = happened.as_slice() else {
        panic!("{happened:?}");
    };
    assert_eq!(by.as_ref().map(|by| by.as_str()), Some(LEILA));
    let expected = Audience::PeopleAndRole { people: people.clone(), role: Role::ProgramAdmin };
    assert_eq!((people.len(), what.audience()), (2, expected));
    let before = pair(&store, &both());
    assert_eq!(before.agenda.last().unwrap().text.as_str(), "What to wear");
    assert_eq!(kept(&store, &both()).await, before, "the row holds all of it");
    for who in [CHIDI, INES, SOL] {
        let actor = acting(&store, who);
        let refusal = refused(store.plan_in_pair(&actor, &both(), plan.clone()).await);
        assert_eq!(refusal, Rejection::NotFound(Noun::Pair), "{who}");
        assert_eq!(refused(store.pair_room(&actor, &both()).await), Rejection::NotFound(Noun::Pair));
    }
    assert_eq!(store.pairs_page(&leila).unwrap().open.len(), 1);
    assert!(store.pairs_page(&acting(&store, INES)).unwrap().open.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn private_notes_are_read_by_whoever_wrote_them_and_never_overwritten_unseen() {
    let (store, clock) = fernhill().await;
    let (amara, leila) = (acting(&store, AMARA), acting(&store, LEILA));
    let text = |text: &str| Prose::parse("note", text).unwrap();
    let before = end_of_log(&store).await;
    store.keep_pair_note(&leila, &both(), &text("She is kinder than she looks"), None).await.unwrap();
    assert!(since(&store, before).await.is_empty(), "it is news for nobody");
    let room = store.pair_room(&leila, &both()).await.unwrap();
    assert_eq!((room.note.as_str(), room.note_at), ("She is kinder than she looks", Some(NOW)));
    let other = store.pair_room(&amara, &both()).await.unwrap();
    assert_eq!((other.note.as_str(), other.note_at), ("", None));
    store.keep_pair_note(&amara, &both(), &text("Listen more"), None).await.unwrap();
    assert_eq!(store.pair_room(&leila, &both()).await.unwrap().note, "She is kinder than she looks");
    clock.set(NOW.after(Span::hours(1)));
    let unseen = store.keep_pair_note(&leila, &both(), &text("Other words"), None).await;
    assert!(matches!(refused(unseen), Rejection::Stale(_)));
    store.keep_pair_note(&leila, &both(), &text("Other words"), room.note_at).await.unwrap();
    let outside = store.keep_pair_note(&acting(&store, SOL), &both(), &text("Mine"), None).await;
    assert_eq!(refused(outside), Rejection::NotFound(Noun::Pair));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_one_no_the_log_tells_no_name_and_both_read_the_same() {
    let (store, _) = fernhill().await;
    let (rosalind, chidi) = ("rosalind-achterberg", id("chidi-and-rosalind"));
    let early = store.say_fit(&acting(&store, CHIDI), &chidi, "yes").await;
    assert!(matches!(refused(early), Rejection::Conflict(_)), "they have not met");
    assert!(store.say_fit(&acting(&store, LEILA), &both(), "perhaps").await.is_err());
    let before = end_of_log(&store).await;
    store.say_fit(&acting(&store, LEILA), &both(), "no").await.unwrap();
    assert!(since(&store, before).await.iter().all(|(by, _)| by.is_none()), "nobody did it");
    let PairStage::Ended { why, .. } = kept(&store, &both()).await.stage else { panic!("it goes on") };
    assert_eq!(why, Ended::NotAFit);
    assert_eq!(told(&store, AMARA).await, "Your pair with Leïla has ended: Palliative talks");
    assert_eq!(told(&store, LEILA).await, "Your pair with Amara has ended: Palliative talks");
    store.move_pair(&acting(&store, rosalind), &chidi, &Move::Stop).await.unwrap();
    assert_eq!(told(&store, CHIDI).await, "Your pair with Rosalind has ended: Medication round");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_close_brings_a_word_of_each() {
    let (store, _) = fernhill().await;
    let form = |worth: &str, words: &str| FeedbackForm {
        worth: worth.to_owned(),
        words: words.to_owned(),
        to_organisers: "More rooms".to_owned(),
    };
    let (amara, leila) = (acting(&store, AMARA), acting(&store, LEILA));
    assert!(store.finish_pair(&leila, &both(), &form("", "")).await.is_err(), "she chose nothing");
    store.finish_pair(&leila, &both(), &form("much", "Thank you")).await.unwrap();
    assert!(told(&store, AMARA).await.starts_with("Leïla brought your pair to a close"));
    store.give_pair_feedback(&amara, &both(), &form("some", "And you")).await.unwrap();
    let room = store.pair_room(&leila, &both()).await.unwrap();
    let other = room.said.iter().find(|said| !said.is_own).unwrap();
    assert_eq!((other.words.as_str(), other.to_organisers.as_str()), ("And you", ""));
    assert!(!kept(&store, &both()).await.is_open());
}

#[tokio::test(flavor = "multi_thread")]
async fn organisers_see_how_pairs_are_and_end_one() {
    let (store, _) = fernhill().await;
    let page = store.pair_health(&acting(&store, INES), &program()).unwrap();
    let count = |label: &str| page.counts.iter().find(|count| count.label == label).unwrap().count;
    assert_eq!((count("Stalled"), count("On a break"), count("Finished"), page.ended.len()), (1, 1, 1, 1));
    assert!(count("Waiting") == 0 && count("Met") >= 2 && page.may_end, "everybody has somebody");
    let outside = store.pair_health(&acting(&store, "jonas-weidner"), &program());
    assert!(matches!(refused(outside), Rejection::Forbidden(_)));
    let mentor = acting(&store, AMARA);
    let of_mentors = refused(store.pair_health(&mentor, &program()));
    assert!(matches!(of_mentors, Rejection::Forbidden(_)), "anybody can become a mentor");
    assert_eq!(refused(store.end_pair(&mentor, &both()).await), Rejection::NotFound(Noun::Pair));
    let before = end_of_log(&store).await;
    store.end_pair(&acting(&store, "priya-raman"), &both()).await.unwrap();
    assert!(since(&store, before).await.iter().all(|(by, _)| by.is_none()));
    assert!(matches!(kept(&store, &both()).await.stage, PairStage::Ended { why: Ended::ByOrganiser, .. }));
    assert!(matches!(refused(store.end_pair(&acting(&store, INES), &both()).await), Rejection::Stale(_)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_is_over_on_its_day() {
    let (store, clock) = fernhill().await;
    let paused = id("abena-and-eun");
    assert_eq!(store.resume_pairs(&Actor::Console).await.unwrap(), 0);
    assert!(matches!(refused(store.resume_pairs(&acting(&store, AMARA)).await), Rejection::Forbidden(_)));
    clock.set(NOW.after(Span::days(14)));
    assert_eq!(store.resume_pairs(&Actor::Console).await.unwrap(), 1);
    assert_eq!(store.resume_pairs(&Actor::Console).await.unwrap(), 0);
    assert_eq!(kept(&store, &paused).await.stage, PairStage::Active);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pair_ends_with_whoever_leaves_the_program_or_works_here_no_more() {
    let (store, _) = fernhill().await;
    store.leave_program(&acting(&store, LEILA), &program()).await.unwrap();
    assert!(matches!(kept(&store, &both()).await.stage, PairStage::Ended { why: Ended::LeftProgram, .. }));
    let chidi = id("chidi-and-rosalind");
    store.end_membership(&acting(&store, SOL), &"rosalind-achterberg".parse().unwrap()).await.unwrap();
    assert!(matches!(kept(&store, &chidi).await.stage, PairStage::Ended { why: Ended::LeftProgram, .. }));
    let standing =
        |org: &domain::org::Org| Ok(org.participant(&program(), &CHIDI.parse().unwrap()).unwrap().standing.clone());
    assert_eq!(store.read(&Actor::Console, standing).unwrap(), Standing::Inside, "he is free for another mentor");
    assert_eq!(told(&store, CHIDI).await, "Your pair with Rosalind has ended: Medication round");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_who_move_at_once_every_word_is_kept() {
    let (store, _) = fernhill().await;
    let before = pair(&store, &both()).agenda.len();
    let add = |number: usize| {
        let (store, who) = (store.clone(), if number.is_multiple_of(2) { AMARA } else { LEILA });
        async move {
            let plan = Plan::new_item(&format!("Question {number}")).unwrap();
            let actor = acting(&store, who);
            while store.plan_in_pair(&actor, &both(), plan.clone()).await.is_err() {}
        }
    };
    let all: Vec<_> = (0..12).map(|number| tokio::spawn(add(number))).collect();
    for one in all {
        one.await.unwrap();
    }
    let agenda = kept(&store, &both()).await.agenda;
    assert_eq!(agenda.len(), before + 12);
    let mut numbers: Vec<u32> = agenda.iter().map(|item| item.n).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), agenda.len(), "no number comes twice");
}
