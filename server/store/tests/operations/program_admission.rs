//! Who is let into programs, and as what: applying, answering, and roles that let people do things for others.

use crate::care::{NOW, acting, care, log_end, refused, since};
use crate::pairs::{INES, SOL, form, later, participant, publish, standing};
use domain::event::Happening;
use domain::id::ProgramId;
use domain::program::forms::NewProgram;
use domain::program::{Decided, Phase, ProgramKind, Standing, Verdict};
use domain::programs::{Answer, MyStanding};
use domain::rejection::Rejection;
use domain::text::Prose;
use store::Store;

const AMARA: &str = "amara-okafor";
const LEILA: &str = "leila-haddou";
const JONAS: &str = "jonas-weidner";
const PRIYA: &str = "priya-raman";

/// A project to which people apply, with one seat, running, that names Priya as its organiser.
async fn project(store: &Store) -> ProgramId {
    let new =
        NewProgram { kind: ProgramKind::Project, template: "sprint".to_owned(), title: "Shift lights".to_owned() };
    let id = store.create_program(&acting(INES), &new).await.unwrap();
    let mut draft = form(1, &[("seats", "1")]);
    draft.lists.insert("organisers".to_owned(), vec![PRIYA.to_owned()]);
    publish(store, INES, &id, &draft).await.unwrap();
    store.move_program(&acting(INES), &id, Phase::Running).await.unwrap();
    id
}

fn answer(who: &str, verdict: Verdict) -> Answer {
    Answer { person: who.parse().unwrap(), verdict, words: Prose::parse("words", "Welcome.").unwrap() }
}

fn role(store: &Store, id: &ProgramId, who: &str) -> String {
    participant(store, id, who).unwrap().role
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_applies_is_let_in_by_those_who_may_alone() {
    let (store, clock) = care().await;
    let id = project(&store).await;
    for (minutes, who) in [(1, AMARA), (2, LEILA), (3, JONAS)] {
        clock.set(later(NOW, minutes));
        assert_eq!(store.join_program(&acting(who), &id, "").await.unwrap(), Standing::Applied);
    }
    let answered = async |by: &str, answer: Answer| store.answer_application(&acting(by), &id, &answer).await;
    for by in [AMARA, JONAS] {
        let refused = refused(answered(by, answer(AMARA, Verdict::Accept)).await);
        assert!(matches!(refused, Rejection::Forbidden(_)), "{by} may not");
    }
    let before = log_end(&store).await;
    answered(PRIYA, answer(AMARA, Verdict::Accept)).await.unwrap();
    answered(SOL, answer(LEILA, Verdict::Accept)).await.unwrap();
    answered(PRIYA, answer(JONAS, Verdict::Decline)).await.unwrap();
    let stand = |who| standing(&store, &id, who).unwrap();
    assert_eq!((stand(AMARA), stand(LEILA), stand(JONAS)), (Standing::Inside, Standing::Waiting, Standing::Left));
    let moved = since(&store, before).await.into_iter();
    assert_eq!(moved.filter(|(_, what)| matches!(what, Happening::ParticipantMoved { .. })).count(), 3);
    assert!(matches!(refused(answered(PRIYA, answer(JONAS, Verdict::Accept)).await), Rejection::Stale(_)));
    clock.set(later(NOW, 4));
    store.leave_program(&acting(AMARA), &id).await.unwrap();
    assert_eq!(stand(LEILA), Standing::Inside, "the seat goes to whoever waits");
    store.join_program(&acting(JONAS), &id, "").await.unwrap();
    let page = store.program_page(&acting(JONAS), &id).unwrap();
    assert_eq!((page.standing, page.moves.take_back), (MyStanding::Applied, true));
    store.leave_program(&acting(JONAS), &id).await.unwrap();
    assert_eq!(stand(JONAS), Standing::Left, "taken back");
    store.reload().await.unwrap();
    let jonas = participant(&store, &id, JONAS).unwrap();
    assert_eq!((&jonas.decisions[0].what, jonas.decisions[0].words.as_str()), (&Decided::Declined, "Welcome."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_taken_or_given_and_lets_people_do_what_it_carries() {
    let (store, clock) = care().await;
    let id = project(&store).await;
    let (amara, leila) = (AMARA.parse().unwrap(), LEILA.parse().unwrap());
    store.invite_to_program(&acting(PRIYA), &id, &amara, "").await.unwrap();
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    let step = participant(&store, &id, AMARA).unwrap().entered[0].stage.clone();
    let steps = store.program_page(&acting(AMARA), &id).unwrap().stages;
    let step = steps.into_iter().find(|stage| stage.id == step).unwrap().steps[0].id.clone();
    publish(&store, INES, &id, &form(2, &[("seats", "5")])).await.unwrap();
    store.join_program(&acting(JONAS), &id, "").await.unwrap();
    store.join_program(&acting(LEILA), &id, "").await.unwrap();
    store.answer_application(&acting(PRIYA), &id, &answer(JONAS, Verdict::Accept)).await.unwrap();
    let (jonas, members) = (acting(JONAS), store.take_role(&acting(JONAS), &id, "lead").await);
    assert!(matches!(refused(members), Rejection::Forbidden(_)), "nobody makes themselves lead");
    let given = store.give_role(&jonas, &id, &amara, "guide").await;
    assert!(matches!(refused(given), Rejection::Forbidden(_)), "members give no roles");
    let ticked = store.finish_step_for(&jonas, &id, &amara, &step).await;
    assert!(matches!(refused(ticked), Rejection::Forbidden(_)), "members tick for nobody else");
    clock.set(later(NOW, 1));
    store.give_role(&acting(PRIYA), &id, &JONAS.parse().unwrap(), "lead").await.unwrap();
    assert_eq!(role(&store, &id, JONAS), "lead");
    store.finish_step_for(&jonas, &id, &amara, &step).await.unwrap();
    assert_eq!(participant(&store, &id, AMARA).unwrap().done.len(), 1);
    store.answer_application(&jonas, &id, &answer(LEILA, Verdict::Decline)).await.unwrap();
    let as_lead = store.invite_to_program(&jonas, &id, &leila, "lead").await;
    assert!(matches!(refused(as_lead), Rejection::Forbidden(_)), "only organisers give that role");
    store.invite_to_program(&jonas, &id, &leila, "member").await.unwrap();
    assert!(refused(store.give_role(&jonas, &id, &amara, "guide").await).to_string().contains("organiser"));
    store.take_role(&jonas, &id, "member").await.unwrap();
    let ticked = store.finish_step_for(&jonas, &id, &amara, &step).await;
    assert!(matches!(refused(ticked), Rejection::Forbidden(_)), "and no longer what he was");
    store.take_role(&acting(INES), &id, "lead").await.unwrap_err();
    let page = store.program_page(&acting(AMARA), &id).unwrap();
    assert!(page.moves.invite.is_empty() && page.moves.give.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_names_a_role() {
    let (store, _) = care().await;
    let id = project(&store).await;
    store.invite_to_program(&acting(PRIYA), &id, &AMARA.parse().unwrap(), "lead").await.unwrap();
    let page = store.program_page(&acting(AMARA), &id).unwrap();
    assert_eq!(page.door.roles[0].key, "lead");
    assert_eq!(store.join_program(&acting(AMARA), &id, "lead").await.unwrap(), Standing::Inside);
    assert_eq!(role(&store, &id, AMARA), "lead");
    assert!(store.invite_to_program(&acting(PRIYA), &id, &LEILA.parse().unwrap(), "boss").await.is_err());
}
