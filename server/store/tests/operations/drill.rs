//! Proposing, agreeing, telling how it went and what follows, in the database.

use crate::care::{NOW, acting, care, level, log_end, refused, since};
use domain::actor::{Actor, Role};
use domain::clocks::Day;
use domain::drill::{ANSWER_WITHIN, Drill, Move, Plan, REPORT_WITHIN, Side, Stage, Verdict};
use domain::drills::{DrillForm, NewDrillQuery};
use domain::event::{Audience, Happening};
use domain::evidence::Source;
use domain::id::{DrillId, PersonId};
use domain::notifications::NotificationsQuery;
use domain::rejection::{Noun, Rejection};
use domain::text::{Line, Prose};
use domain::time::{Minutes, Span};
use store::{Clock, Store};

const LEILA: &str = "leila-haddou";
const AMARA: &str = "amara-okafor";
const PRIYA: &str = "priya-raman";

/// The day it is at [`NOW`].
const TODAY: Day = Day(20_776);
const ON: Day = TODAY.plus(5);

fn prose(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

/// Leïla stands back from wound care, Amara does it.
fn plan() -> Plan {
    Plan {
        skill: "wound-care".parse().unwrap(),
        holder: LEILA.parse().unwrap(),
        backup: AMARA.parse().unwrap(),
        task: prose("Dress the wounds of the Tuesday round."),
        notes: prose("https://notes.fernhill.example/wounds"),
        on: ON,
        until: ON,
        minutes: Minutes(90),
    }
}

/// The care team; everybody says that Leïla can teach wound care.
async fn team() -> (Store, Clock) {
    let (store, clock) = care().await;
    for who in [LEILA, PRIYA, AMARA, "ines-carvalho"] {
        store.set_level(&acting(who), &level(LEILA, 4)).await.unwrap();
    }
    (store, clock)
}

async fn agreed(store: &Store) -> DrillId {
    let id = store.propose_drill(&acting(LEILA), &plan()).await.unwrap();
    store.accept_drill(&acting(AMARA), &id, (ON, ON)).await.unwrap();
    id
}

fn tells(verdict: Verdict, lacked: &[&str]) -> Move {
    let lacked = lacked.iter().map(|line| Line::parse("lacked", line).unwrap()).collect();
    Move::Report { verdict, words: prose("The order of the dressings."), lacked }
}

fn drill(store: &Store, id: &DrillId) -> Drill {
    store.read(&Actor::Console, |org| Ok(org.drill(id).cloned().unwrap())).unwrap()
}

fn source(store: &Store, person: &str) -> Option<Source> {
    let (person, skill) = (person.parse::<PersonId>().unwrap(), "wound-care".parse().unwrap());
    store.read(&Actor::Console, |org| Ok(org.known(&person, &skill).map(|known| known.source))).unwrap()
}

fn given(happened: &[(Option<PersonId>, Happening)]) -> usize {
    happened.iter().filter(|(_, what)| matches!(what, Happening::EvidenceGiven { .. })).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drill_waits_for_the_others_and_only_those_it_concerns_are_told() {
    let (store, _) = team().await;
    let id = store.propose_drill(&acting(PRIYA), &plan()).await.unwrap();
    let until = NOW.after(ANSWER_WITHIN);
    assert_eq!(drill(&store, &id).stage, Stage::Proposed { waits_for: vec![Side::Holder, Side::Backup], until });
    let told = store.last_event().await.unwrap().unwrap().event;
    let people = [LEILA, AMARA, PRIYA].map(|who| who.parse().unwrap()).to_vec();
    assert_eq!(told.audience, Audience::PeopleAndRole { people, role: Role::ProgramAdmin });
    assert_eq!(store.drills_page(&acting(AMARA)).unwrap().to_answer.len(), 1);
    assert_eq!(store.drills_page(&acting("jonas-weidner")).unwrap().to_answer.len(), 0);
    assert_eq!(store.home_page(&acting(AMARA)).await.unwrap().step.unwrap().id.as_str(), format!("answer:drill:{id}"));
    let read = store.drill_page(&acting("jonas-weidner"), &id);
    assert_eq!(refused(read), Rejection::NotFound(Noun::Drill));
    assert!(store.drill_page(&acting("ines-carvalho"), &id).is_ok(), "program admins see every drill");
    let moved = store.move_drill(&acting("ines-carvalho"), &id, &Move::Accept).await;
    assert_eq!(refused(moved), Rejection::NotFound(Noun::Drill), "and move none but their own");
}

#[tokio::test(flavor = "multi_thread")]
async fn planning_is_refused_for_others_people_for_who_does_not_do_it_and_twice() {
    let (store, _) = team().await;
    store.propose_drill(&acting(LEILA), &plan()).await.unwrap();
    let before = store.last_event().await.unwrap();
    let rows = [
        ("jonas-weidner", plan(), "one of your own people"),
        (AMARA, Plan { holder: AMARA.parse().unwrap(), backup: LEILA.parse().unwrap(), ..plan() }, "not counted"),
        (AMARA, Plan { skill: "juggling".parse().unwrap(), ..plan() }, "skill does not exist"),
        (AMARA, Plan { holder: "nobody".parse().unwrap(), ..plan() }, "person does not exist"),
        (LEILA, Plan { on: TODAY, ..plan() }, "from tomorrow on"),
        (AMARA, plan(), "open already"),
    ];
    for (who, plan, expected) in rows {
        let why = refused(store.propose_drill(&acting(who), &plan).await).to_string();
        assert!(why.contains(expected), "{who}: {why}");
    }
    assert_eq!(refused(store.propose_drill(&Actor::Stranger, &plan()).await), Rejection::SignedOut);
    assert_eq!(store.last_event().await.unwrap(), before, "a refusal writes nothing");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_proposals_at_once_one_is_opened() {
    let (store, _) = team().await;
    let tries: Vec<_> = [LEILA, AMARA, PRIYA, LEILA, AMARA]
        .into_iter()
        .map(|who| {
            let store = store.clone();
            tokio::spawn(async move { store.propose_drill(&acting(who), &plan()).await.is_ok() })
        })
        .collect();
    let mut opened = 0;
    for one in tries {
        opened += usize::from(one.await.unwrap());
    }
    assert_eq!(opened, 1);
    assert_eq!(store.read(&Actor::Console, |org| Ok(org.drills().count())).unwrap(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn when_both_say_that_it_was_done_alone_it_counts_once() {
    let (store, clock) = team().await;
    let id = agreed(&store).await;
    clock.set(NOW.after(Span::days(6)));
    let before = log_end(&store).await;
    store.move_drill(&acting(AMARA), &id, &tells(Verdict::Alone, &["Where the scissors are"])).await.unwrap();
    assert_eq!(source(&store, AMARA), None, "one word is not enough");
    let read = store.drill_page(&acting(LEILA), &id).unwrap();
    assert!(read.reports.is_empty() && read.gaps.is_empty(), "and it is not read by the other");
    store.move_drill(&acting(LEILA), &id, &tells(Verdict::Alone, &[])).await.unwrap();

    assert_eq!(source(&store, AMARA), Some(Source::Drill));
    assert_eq!(given(&since(&store, before).await), 1);
    let read = store.drill_page(&acting(LEILA), &id).unwrap();
    assert_eq!((read.reports.len(), read.gaps), (2, vec!["Where the scissors are".to_owned()]));
    let skill = store.skill_page(&acting("jonas-weidner"), &"wound-care".parse().unwrap()).await.unwrap();
    assert_eq!(skill.notes_gaps.unwrap().sentence, "One gap found in the notes by drills.");

    let again = refused(store.move_drill(&acting(AMARA), &id, &tells(Verdict::Not, &[])).await);
    assert!(matches!(again, Rejection::Stale(_)));
    let whole = drill(&store, &id);
    store.reload().await.unwrap();
    assert_eq!(drill(&store, &id), whole, "it reads back as it was");
    assert_eq!(source(&store, AMARA), Some(Source::Drill));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_tell_at_the_same_time_neither_is_lost_and_it_counts_once() {
    let (store, clock) = team().await;
    for round in 0..4 {
        let (day, on) = (round * 20, ON.plus(round * 20));
        clock.set(NOW.after(Span::days(day)));
        let plan = Plan { on, until: on, ..plan() };
        let id = store.propose_drill(&acting(LEILA), &plan).await.unwrap();
        store.accept_drill(&acting(AMARA), &id, (on, on)).await.unwrap();
        clock.set(NOW.after(Span::days(day + 6)));
        let before = log_end(&store).await;
        let tell = |who: &'static str| {
            let (store, id) = (store.clone(), id.clone());
            tokio::spawn(async move { store.move_drill(&acting(who), &id, &tells(Verdict::Alone, &[])).await })
        };
        let (backup, holder) = (tell(AMARA), tell(LEILA));
        backup.await.unwrap().unwrap();
        holder.await.unwrap().unwrap();
        assert!(matches!(drill(&store, &id).stage, Stage::Done { .. }));
        assert_eq!(given(&since(&store, before).await), 1, "round {round}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_is_proposed_and_a_yes_is_to_the_day_that_was_read() {
    let (store, _) = team().await;
    let id = store.propose_drill(&acting(LEILA), &plan()).await.unwrap();
    let on = ON.plus(2);
    store.move_drill(&acting(AMARA), &id, &Move::Propose { on, until: on }).await.unwrap();
    let late = refused(store.accept_drill(&acting(LEILA), &id, (ON, ON)).await);
    assert!(matches!(late, Rejection::Stale(why) if why.starts_with("Another day")));
    store.accept_drill(&acting(LEILA), &id, (on, on)).await.unwrap();
    let early = refused(store.move_drill(&acting(AMARA), &id, &tells(Verdict::Alone, &[])).await);
    assert!(matches!(early, Rejection::Conflict(_)), "nobody tells of what has not been");
    store.move_drill(&acting(AMARA), &id, &Move::Decline { reason: prose("I am on nights.") }).await.unwrap();
    let page = store.notifications_page(&acting(LEILA), NotificationsQuery::default()).await.unwrap();
    assert_eq!(page.items[0].words, "I am on nights.");
    store.propose_drill(&acting(LEILA), &plan()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_answers_or_tells_of_ends_once() {
    let (store, clock) = team().await;
    let first = store.propose_drill(&acting(LEILA), &plan()).await.unwrap();
    assert_eq!(store.expire_drills(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(ANSWER_WITHIN));
    assert!(matches!(refused(store.expire_drills(&acting(AMARA)).await), Rejection::Forbidden(_)));
    // Who proposes again need not wait for the sweep.
    let on = TODAY.plus(10);
    let second = store.propose_drill(&acting(LEILA), &Plan { on, until: on, ..plan() }).await.unwrap();
    assert_eq!(drill(&store, &first).stage, Stage::Expired);
    store.accept_drill(&acting(AMARA), &second, (on, on)).await.unwrap();
    clock.set(NOW.after(Span::days(10 + REPORT_WITHIN + 1)));
    assert_eq!(store.expire_drills(&Actor::Console).await.unwrap(), 1);
    assert_eq!(store.expire_drills(&Actor::Console).await.unwrap(), 0);
    assert_eq!(drill(&store, &second).stage, Stage::Untold);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_names_who_what_and_when() {
    let (store, _) = team().await;
    let query = NewDrillQuery::parse("skill=wound-care");
    let page = store.new_drill_page(&acting(PRIYA), &query).unwrap();
    assert_eq!(page.holder, Some(LEILA.parse().unwrap()));
    let form = DrillForm {
        skill: "wound-care".into(),
        holder: LEILA.into(),
        backup: AMARA.into(),
        task: "The round.".into(),
        notes: "The folder.".into(),
        on: page.on,
        until: String::new(),
        minutes: "60".into(),
    };
    let late = DrillForm { on: "2020-01-01".into(), ..form.clone() };
    let refusal = refused(store.propose_drill_by_form(&acting(PRIYA), &late).await);
    assert!(matches!(refusal, Rejection::Invalid { field, .. } if field == "on"));
    assert_eq!(refused(store.propose_drill_by_form(&Actor::Stranger, &form).await), Rejection::SignedOut);
    let id = store.propose_drill_by_form(&acting(PRIYA), &form).await.unwrap();
    assert_eq!(drill(&store, &id).on, TODAY.plus(7));
}
