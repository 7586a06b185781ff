//! Rings in the database: found, answered all at once and in any order, ended, mended; and the board around them.

use crate::care::{NOW, acting, care, level, log_end, name, refused, since, skill};
use crate::pairs::{form, publish};
use domain::actor::{Actor, Role};
use domain::event::{Audience, Happening};
use domain::exchange::{Exchange, Move, Side, Stage};
use domain::id::{ProgramId, RingId};
use domain::program::Phase;
use domain::program::ProgramKind;
use domain::program::forms::NewProgram;
use domain::rejection::{Noun, Rejection};
use domain::skills::{OfferEdit, WantEdit};
use domain::swap::{Fall, RingStage, SwapRing};
use domain::swaps::{MyThing, SwapsQuery, YesForm};
use domain::text::{Line, Prose};
use domain::time::{Minutes, Span};
use domain::want::Priority;
use store::{Clock, Store, YesSaid};

pub(crate) const AMARA: &str = "amara-okafor";
pub(crate) const INES: &str = "ines-carvalho";
pub(crate) const JONAS: &str = "jonas-weidner";
pub(crate) const LEILA: &str = "leila-haddou";
pub(crate) const PRIYA: &str = "priya-raman";
pub(crate) const SOL: &str = "sol-lindqvist";

/// Amara could show Jonas wounds, Jonas Leïla backups, Leïla Amara pumps; and Jonas and Priya could show each other theirs.
pub(crate) const OFFERS: [(&str, &str); 4] =
    [(AMARA, "wound-care"), (LEILA, "infusion-pumps"), (JONAS, "backup-restore"), (PRIYA, "route-planning")];
pub(crate) const WANTS: [(&str, &str); 5] = [
    (JONAS, "wound-care"),
    (AMARA, "infusion-pumps"),
    (LEILA, "backup-restore"),
    (JONAS, "route-planning"),
    (PRIYA, "backup-restore"),
];

/// The care team in a swap program that goes on.
pub(crate) async fn swapping() -> (Store, Clock, ProgramId) {
    let (store, clock) = care().await;
    for called in ["Backup restore", "Route planning"] {
        store.save_skill(&Actor::Console, &skill(None, called)).await.unwrap();
    }
    for (who, what) in OFFERS {
        let edit = OfferEdit { skill: what.parse().unwrap(), minutes: Minutes(60), note: Line::default() };
        store.make_offer(&acting(who), &edit).await.unwrap();
    }
    for (who, what) in WANTS {
        let target = level(who, 3).level;
        let edit = WantEdit { skill: what.parse().unwrap(), target, priority: Priority::Now };
        store.set_want(&acting(who), &edit).await.unwrap();
    }
    let kind = ProgramKind::parse("skill_swap").unwrap();
    let new = NewProgram { kind, template: "monthly".to_owned(), title: name("First Tuesday").to_string() };
    let program = store.create_program(&acting(INES), &new).await.unwrap();
    store.move_program(&acting(INES), &program, Phase::Running).await.unwrap();
    for who in [AMARA, LEILA, JONAS, PRIYA] {
        store.join_program(&acting(who), &program, "").await.unwrap();
    }
    (store, clock, program)
}

/// Both rings are open at once, although everybody has one place: they were found when an hour served two.
async fn two_rings() -> (Store, ProgramId, [SwapRing; 2]) {
    let (store, _, program) = swapping().await;
    publish(&store, INES, &program, &form(1, &[("format", "either")])).await.unwrap();
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!((look.found, look.people, look.learners), (2, 4, 5));
    publish(&store, INES, &program, &form(2, &[("format", "pairs")])).await.unwrap();
    let mut rings = rings(&store);
    rings.sort_by_key(|ring| std::cmp::Reverse(ring.people().count()));
    let rings: [SwapRing; 2] = rings.try_into().unwrap();
    (store, program, rings)
}

fn rings(store: &Store) -> Vec<SwapRing> {
    store.read(&Actor::Console, |org| Ok(org.swap_rings().cloned().collect())).unwrap()
}

fn ring(store: &Store, id: &RingId) -> SwapRing {
    store.read(&Actor::Console, |org| Ok(org.swap_ring(id).cloned().unwrap())).unwrap()
}

fn exchanges(store: &Store) -> Vec<Exchange> {
    store.read(&Actor::Console, |org| Ok(org.exchanges().cloned().collect())).unwrap()
}

async fn yes(store: &Store, who: &str, ring: &SwapRing) -> Result<(), store::Error> {
    store.confirm_swap(&acting(who), &ring.id, &YesSaid::default()).await
}

async fn found(store: &Store, program: &ProgramId) -> SwapRing {
    store.look_for_swaps(&acting(INES), program).await.unwrap();
    rings(store).into_iter().find(SwapRing::is_open).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_best_ring_is_offered_to_all_its_people_and_to_nobody_twice() {
    let (store, _, program) = swapping().await;
    let end = log_end(&store).await;
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!((look.found, look.people, look.learners, look.is_proven), (1, 4, 3, true));
    let ring = rings(&store).remove(0);
    let people: Vec<&str> = ring.people().map(|person| person.as_str()).collect();
    assert_eq!(people, [AMARA, JONAS, LEILA]);
    assert_eq!((ring.until, ring.minutes), (NOW.after(Span::days(3)), Minutes(60)));
    let told = since(&store, end).await;
    let [(_, Happening::RingMoved(moved)), (by, Happening::SwapBoardMoved(_))] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert_eq!((moved.people.len(), by.as_ref().map(|by| by.as_str())), (3, Some(INES)));
    let audience = Audience::PeopleAndRole { people: moved.people.clone(), role: Role::ProgramAdmin };
    assert_eq!(told[0].1.audience(), audience);
    let again = store.look_for_swaps(&acting(SOL), &program).await.unwrap();
    assert_eq!((again.found, again.people), (0, 1), "only Priya has a place free");
    assert!(matches!(refused(store.look_for_swaps(&acting(AMARA), &program).await), Rejection::Forbidden(_)));
    let page = store.swaps_page(&acting(AMARA), &SwapsQuery::default()).unwrap();
    assert_eq!((page.to_answer.len(), page.program.unwrap().may_look), (1, false));
    assert_eq!(refused(store.ring_page(&acting(PRIYA), &ring.id)), Rejection::NotFound(Noun::Ring));
    assert_eq!(refused(yes(&store, PRIYA, &ring).await), Rejection::NotFound(Noun::Ring));
    store.move_program(&acting(INES), &program, Phase::Paused).await.unwrap();
    assert!(refused(yes(&store, AMARA, &ring).await).to_string().contains("First Tuesday is paused"));
}

#[tokio::test(flavor = "multi_thread")]
async fn all_or_nothing_and_then_every_lesson_is_a_request() {
    let (store, _, program) = swapping().await;
    let offered = found(&store, &program).await;
    let starts_at = NOW.after(Span::days(2));
    let past = YesSaid { starts_at: Some(NOW), ..YesSaid::default() };
    let late = refused(store.confirm_swap(&acting(AMARA), &offered.id, &past).await);
    assert_eq!(late, Rejection::invalid("starts_at", "Choose a time that is still to come."));
    let form = YesForm {
        ring: offered.id.clone(),
        slot: starts_at.0.to_string(),
        own: String::new(),
        words: "Thursdays are good.".to_owned(),
    };
    store.confirm_swap_by_form(&acting(AMARA), &form).await.unwrap();
    yes(&store, JONAS, &offered).await.unwrap();
    yes(&store, JONAS, &offered).await.unwrap();
    assert_eq!(exchanges(&store), Vec::new(), "two of three are none");
    assert_eq!(ring(&store, &offered.id).yes.len(), 2);
    let end = log_end(&store).await;
    yes(&store, LEILA, &offered).await.unwrap();
    let counted = ring(&store, &offered.id);
    assert!(matches!(counted.stage, RingStage::Committed { at: NOW, .. }));
    assert_eq!(counted.exchanges().len(), 3);
    let told = since(&store, end).await;
    let asked = told.iter().filter(|(_, what)| matches!(what, Happening::ExchangeMoved { .. })).count();
    assert_eq!((asked, told.len()), (3, 4), "in one transaction");
    let pumps = exchanges(&store).into_iter().find(|one| one.learner.as_str() == AMARA).unwrap();
    assert_eq!((pumps.teacher.as_str(), pumps.starts_at), (LEILA, Some(starts_at)));
    assert_eq!(pumps.message.as_str(), "Thursdays are good.");
    assert!(matches!(pumps.stage, Stage::Waiting { on: Side::Teacher, .. }));
    yes(&store, LEILA, &offered).await.unwrap();
    let no = store.decline_swap(&acting(JONAS), &offered.id, &Prose::default()).await;
    assert!(refused(no).to_string().contains("the swap counts"));
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!((look.found, look.people), (0, 1), "its people have no place until their lessons are over");
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_rings_that_share_somebody_confirmed_at_once_one_counts() {
    let (store, _, [three, two]) = two_rings().await;
    let answers = [(AMARA, &three), (JONAS, &three), (LEILA, &three), (JONAS, &two), (PRIYA, &two)];
    let tries: Vec<_> = answers
        .into_iter()
        .map(|(who, ring)| {
            let (store, ring) = (store.clone(), ring.clone());
            tokio::spawn(async move { (yes(&store, who, &ring).await.is_ok(), who) })
        })
        .collect();
    for one in tries {
        one.await.unwrap();
    }
    let (three, two) = (ring(&store, &three.id), ring(&store, &two.id));
    let counts: Vec<&SwapRing> =
        [&three, &two].into_iter().filter(|ring| matches!(ring.stage, RingStage::Committed { .. })).collect();
    assert_eq!(counts.len(), 1, "{three:?} {two:?}");
    let other = if counts[0].id == three.id { &two } else { &three };
    assert_eq!(other.fall(), Some(&Fall::Overtaken { person: JONAS.parse().unwrap() }));
    assert!(!other.is_to_mend(), "and it was looked what to offer the others");
    assert_eq!(exchanges(&store).len(), counts[0].ring.lessons.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn when_somebody_cannot_the_smallest_repair_is_offered() {
    let (store, _, program) = swapping().await;
    let offered = found(&store, &program).await;
    yes(&store, JONAS, &offered).await.unwrap();
    let reason = Prose::parse("reason", "I am on nights.").unwrap();
    store.decline_swap(&acting(LEILA), &offered.id, &reason).await.unwrap();
    store.decline_swap(&acting(LEILA), &offered.id, &reason).await.unwrap();
    let fell = ring(&store, &offered.id);
    assert_eq!(fell.fall(), Some(&Fall::Declined { by: LEILA.parse().unwrap(), reason }));
    let repair = rings(&store).into_iter().find(SwapRing::is_open).unwrap();
    assert_eq!(repair.mends, Some(offered.id.clone()));
    let people: Vec<&str> = repair.people().map(|person| person.as_str()).collect();
    assert_eq!(people, [JONAS, PRIYA], "Jonas keeps a place");
    assert!(refused(yes(&store, AMARA, &offered).await).to_string().contains("Somebody dropped out"));
    let page = store.ring_page(&acting(JONAS), &offered.id).unwrap();
    assert_eq!((page.instead, page.fell.as_str()), (Some(repair.id.clone()), "Leïla can’t this time."));
    yes(&store, JONAS, &repair).await.unwrap();
    yes(&store, PRIYA, &repair).await.unwrap();
    assert!(matches!(ring(&store, &repair.id).stage, RingStage::Committed { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_leaves_in_the_middle_takes_no_ring_with_them() {
    let (store, clock, program) = swapping().await;
    let offered = found(&store, &program).await;
    yes(&store, AMARA, &offered).await.unwrap();
    yes(&store, JONAS, &offered).await.unwrap();
    store.end_membership(&acting(SOL), &AMARA.parse().unwrap()).await.unwrap();
    let last = yes(&store, LEILA, &offered).await;
    assert!(refused(last).to_string().contains("Somebody dropped out"), "nothing counts without Amara");
    assert_eq!(ring(&store, &offered.id).fall(), Some(&Fall::Left { person: AMARA.parse().unwrap() }));
    let repair = rings(&store).into_iter().find(SwapRing::is_open).unwrap();
    store.leave_program(&acting(PRIYA), &program).await.unwrap();
    assert!(repair.people().any(|person| person.as_str() == PRIYA));
    clock.set(NOW.after(Span::minutes(1)));
    assert_eq!(store.tend_swaps(&Actor::Console).await.unwrap(), 1);
    assert_eq!(ring(&store, &repair.id).fall(), Some(&Fall::Left { person: PRIYA.parse().unwrap() }));
    assert!(rings(&store).iter().all(|ring| !ring.is_open() && !ring.is_to_mend()));
    assert_eq!(exchanges(&store), Vec::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn time_ends_a_ring_and_a_night_finds_another() {
    let (store, clock, program) = swapping().await;
    let offered = found(&store, &program).await;
    yes(&store, JONAS, &offered).await.unwrap();
    assert_eq!(store.tend_swaps(&Actor::Console).await.unwrap(), 0, "nothing is due");
    clock.set(NOW.after(Span::days(3)));
    assert!(refused(yes(&store, LEILA, &offered).await).to_string().contains("The time to answer is over"));
    assert!(matches!(refused(store.tend_swaps(&acting(INES)).await), Rejection::Forbidden(_)));
    store.tend_swaps(&Actor::Console).await.unwrap();
    let silent = [AMARA, LEILA].map(|who| who.parse().unwrap()).to_vec();
    assert_eq!(ring(&store, &offered.id).fall(), Some(&Fall::Silent { people: silent }));
    let repair = rings(&store).into_iter().find(SwapRing::is_open).unwrap();
    assert_eq!(repair.people().map(|person| person.as_str()).collect::<Vec<_>>(), [JONAS, PRIYA]);
    let look = store.read(&Actor::Console, |org| Ok(org.swap_look(&program).cloned().unwrap())).unwrap();
    assert_eq!((look.at, look.by.clone(), look.found), (NOW.after(Span::days(3)), None, 0), "the night looked as well");
    let again = store.look_for_swaps(&Actor::Console, &program).await.unwrap();
    assert_eq!(again, look, "of one night it is looked once, by whichever server comes first");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_ring_the_board_says_so_and_says_why() {
    let (store, _, program) = swapping().await;
    for who in [JONAS, PRIYA] {
        store.leave_program(&acting(who), &program).await.unwrap();
    }
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!((look.found, look.people), (0, 2));
    let page = store.swaps_page(&acting(LEILA), &SwapsQuery::default()).unwrap();
    assert!(page.program.unwrap().look.contains("no ring was found"));
    let want = page.mine.iter().find(|line| line.thing == MyThing::Want).unwrap();
    assert!(want.why.starts_with("Nobody in the program offers it."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ring_whose_lessons_are_over_frees_its_people_and_is_not_read_again() {
    let (store, clock, program) = swapping().await;
    let offered = found(&store, &program).await;
    for who in [AMARA, JONAS, LEILA] {
        yes(&store, who, &offered).await.unwrap();
    }
    assert_eq!(store.tend_swaps(&Actor::Console).await.unwrap(), 0, "its lessons are to come");
    let decline = Move::Decline { reason: Prose::parse("reason", "We meet in spring.").unwrap() };
    for lesson in exchanges(&store) {
        store.move_exchange(&acting(lesson.teacher.as_str()), &lesson.id, &decline).await.unwrap();
    }
    assert_eq!(store.tend_swaps(&Actor::Console).await.unwrap(), 1);
    let over = ring(&store, &offered.id);
    assert!(matches!(over.stage, RingStage::Committed { over: true, .. }), "{over:?}");
    assert_eq!(over.moved_at, NOW, "that is no news for its people");
    assert_eq!(store.tend_swaps(&Actor::Console).await.unwrap(), 0);
    clock.set(NOW.after(Span::days(31)));
    let look = store.look_for_swaps(&acting(INES), &program).await.unwrap();
    assert_eq!(look.people, 4, "everybody has a place again");
}
