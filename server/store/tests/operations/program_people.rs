//! Joining, waiting, leaving and getting through programs.

use crate::care::{NOW, acting, care, log_end, refused, since};
use crate::pairs::{INES, form, later, made, participant, publish, running, standing};
use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, Moved};
use domain::program::forms::{NewProgram, PublishForm, Published};
use domain::program::{Digest, Phase, Policy, ProgramKind, Standing};
use domain::program_editor::Pressed;
use domain::rejection::{Noun, Rejection};
use domain::tag::PersonTag;
use domain::time::Timestamp;
use store::demo::{Company, generated};
use store::{Clock, Store};

const AMARA: &str = "amara-okafor";
const LEILA: &str = "leila-haddou";
const JONAS: &str = "jonas-weidner";

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_when_all_seats_are_taken_waits_and_moves_up() {
    let (store, clock) = care().await;
    let id = running(&store, "1").await;
    let before = log_end(&store).await;
    for (minutes, who) in [(1, AMARA), (2, LEILA), (3, JONAS)] {
        clock.set(later(NOW, minutes));
        store.join_program(&acting(who), &id, "").await.unwrap();
    }
    let stand = |who| standing(&store, &id, who).unwrap();
    assert_eq!((stand(AMARA), stand(LEILA), stand(JONAS)), (Standing::Inside, Standing::Waiting, Standing::Waiting));
    store.leave_program(&acting(AMARA), &id).await.unwrap();
    assert_eq!((stand(AMARA), stand(LEILA), stand(JONAS)), (Standing::Left, Standing::Inside, Standing::Waiting));
    assert_eq!(publish(&store, INES, &id, &form(2, &[("seats", "2")])).await.unwrap(), Published::Live { n: 3 });
    assert_eq!(stand(JONAS), Standing::Inside, "a seat more is a seat for whoever waits");
    let everybody = domain::program_editor::PeopleQuery::parse("");
    let csv = store.program_people_csv(&acting(INES), &id, &everybody).unwrap();
    assert!(csv.contains("leila-haddou") && csv.contains("Jonas") && !csv.contains("Amara"), "{csv}");
    assert!(store.program_people_csv(&acting(JONAS), &id, &everybody).is_err(), "he looks after nothing here");
    assert_eq!(participant(&store, &id, JONAS).unwrap().joined, 3);
    let moved = since(&store, before).await.into_iter().filter_map(|(by, what)| match what {
        Happening::ParticipantMoved { person, how, .. } => Some((by.map(String::from), String::from(person), how?)),
        _ => None,
    });
    let own = |who: &str, how| (Some(who.to_owned()), who.to_owned(), how);
    let seated = |who: &str| (None, who.to_owned(), Moved::Seated);
    let expected = [
        own(AMARA, Moved::Joined),
        own(LEILA, Moved::Waits),
        own(JONAS, Moved::Waits),
        own(AMARA, Moved::Left),
        seated(LEILA),
        seated(JONAS),
    ];
    assert_eq!(moved.collect::<Vec<_>>(), expected, "each move is told, and nobody gave the seats away");
    assert!(matches!(refused(store.join_program(&acting(JONAS), &id, "").await), Rejection::Stale(_)));
    assert!(store.join_program(&acting(AMARA), &id, "nobody").await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_seat_of_whoever_works_here_no_more_is_free() {
    let (store, clock) = care().await;
    let id = running(&store, "1").await;
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    clock.set(later(NOW, 1));
    store.join_program(&acting(LEILA), &id, "").await.unwrap();
    store.end_membership(&acting("sol-lindqvist"), &AMARA.parse().unwrap()).await.unwrap();
    assert_eq!(standing(&store, &id, AMARA), Some(Standing::Left));
    assert_eq!(standing(&store, &id, LEILA), Some(Standing::Inside));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_team_takes_nothing_away_and_whoever_is_taken_out_can_read_by_whom() {
    let (store, _) = care().await;
    let id = running(&store, "").await;
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    let amara = AMARA.parse().unwrap();
    let teams = |store: &Store| {
        let of = |org: &domain::org::Org| Ok(org.who(org.participant(&id, &amara).unwrap()).teams.into_owned());
        store.read(&Actor::Console, of).unwrap()
    };
    let before = teams(&store);
    assert!(!before.is_empty());
    store.place_in_team(&acting("sol-lindqvist"), &amara, None).await.unwrap();
    assert_eq!(teams(&store), before, "a roll-out goes by the teams that she joined from");
    store.remove_participant(&acting(INES), &id, &amara).await.unwrap();
    store.reload().await.unwrap();
    assert_eq!(participant(&store, &id, AMARA).unwrap().taken_out_by, Some(INES.parse().unwrap()));
    assert_eq!(teams(&store), before);
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    let again = participant(&store, &id, AMARA).unwrap();
    assert_eq!((again.taken_out_by, again.teams), (None, Some(Vec::new())), "she comes anew, from no team");
}

#[tokio::test(flavor = "multi_thread")]
async fn drafts_are_not_there_for_members_and_organisers_invite() {
    let (store, _) = care().await;
    let id = made(&store).await;
    let hidden = refused(store.join_program(&acting(AMARA), &id, "").await);
    assert_eq!(hidden, Rejection::NotFound(Noun::Program));
    let mut draft = form(1, &[("invite_only", "on")]);
    draft.lists.insert("organisers".to_owned(), vec!["Priya Raman".to_owned(), "No One".to_owned()]);
    store.keep_arranged(&acting(INES), &id, draft.clone(), &Pressed::default()).await.unwrap();
    let page = store.editor_page(&acting(INES), &id, "").await.unwrap();
    let organisers = page.field("organisers").unwrap();
    assert_eq!(organisers.problem.as_deref(), Some("Nobody here is called “No One”."));
    draft.lists.insert("organisers".to_owned(), vec!["Priya Raman".to_owned()]);
    store.keep_arranged(&acting(INES), &id, draft, &Pressed::default()).await.unwrap();
    let seen = store.editor_page(&acting(INES), &id, "").await.unwrap().review.seen;
    let form = PublishForm { seen: Digest(seen), policy: Policy::EveryoneNow, ..PublishForm::default() };
    store.publish(&acting(INES), &id, &form).await.unwrap();
    store.move_program(&acting(INES), &id, Phase::Open).await.unwrap();
    assert!(matches!(refused(store.join_program(&acting(AMARA), &id, "").await), Rejection::Forbidden(_)));
    let invite = async |by: &str, who: &str| store.invite_to_program(&acting(by), &id, &who.parse().unwrap(), "").await;
    assert!(matches!(refused(invite(JONAS, AMARA).await), Rejection::Forbidden(_)));
    invite("priya-raman", AMARA).await.unwrap();
    invite(INES, LEILA).await.unwrap();
    assert_eq!(refused(invite(INES, "nobody-here").await), Rejection::NotFound(Noun::Person));
    store.join_program(&acting(AMARA), &id, "mentor").await.unwrap();
    store.decline_invitation(&acting(LEILA), &id).await.unwrap();
    assert!(store.decline_invitation(&acting(JONAS), &id).await.is_err());
    assert_eq!(participant(&store, &id, AMARA).unwrap().role, "mentor");
    assert_eq!(standing(&store, &id, LEILA), Some(Standing::Left));
    let amara = AMARA.parse().unwrap();
    assert!(matches!(refused(store.remove_participant(&acting(JONAS), &id, &amara).await), Rejection::Forbidden(_)));
    store.remove_participant(&acting("priya-raman"), &id, &amara).await.unwrap();
    assert_eq!(standing(&store, &id, AMARA), Some(Standing::Left));
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_found_by_what_is_typed_of_their_names() {
    let (store, _) = care().await;
    let id = running(&store, "").await;
    let ids = |tags: Vec<PersonTag>| tags.into_iter().map(|tag| tag.id.to_string()).collect::<Vec<_>>();
    let named = |who: &str, typed: &str| store.people_to_name(&acting(who), typed);
    assert_eq!(ids(named(INES, "OKAFOR am").unwrap()), [AMARA]);
    assert!(matches!(refused(named(AMARA, "")), Rejection::Forbidden(_)));
    let to_invite = |who: &str, typed: &str| ids(store.people_to_invite(&acting(who), &id, typed).unwrap());
    assert_eq!(to_invite(INES, "amara"), [AMARA]);
    assert!(to_invite(JONAS, "amara").is_empty(), "he may not invite");
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    assert!(to_invite(INES, "amara").is_empty(), "she is in it");
}

#[tokio::test(flavor = "multi_thread")]
async fn people_get_through_stage_by_stage_and_keep_what_they_did() {
    let (store, clock) = care().await;
    let id = running(&store, "").await;
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    let steps = ["meet-for-the-first-time", "agree-one-goal-for-the-first-month"];
    let before = log_end(&store).await;
    for (minutes, step) in [(1, steps[0]), (2, steps[1])] {
        clock.set(later(NOW, minutes));
        store.finish_step(&acting(AMARA), &id, &step.parse().unwrap()).await.unwrap();
        store.finish_step(&acting(AMARA), &id, &step.parse().unwrap()).await.unwrap();
    }
    let amara = participant(&store, &id, AMARA).unwrap();
    assert_eq!((amara.done.len(), amara.entered.len()), (2, 2), "the next stage has begun");
    assert_eq!(since(&store, before).await.len(), 2, "what is done already is no news");
    assert!(store.finish_stage(&acting(AMARA), &id, &"learn-by-doing".parse().unwrap()).await.is_err());
    let ahead = store.finish_step(&acting(AMARA), &id, &"thank-each-other".parse().unwrap()).await;
    assert!(matches!(refused(ahead), Rejection::Conflict(_)));
    let (person, step) = (AMARA.parse().unwrap(), "do-a-real-task-together".parse().unwrap());
    let by_colleague = store.finish_step_for(&acting(JONAS), &id, &person, &step).await;
    assert!(matches!(refused(by_colleague), Rejection::Forbidden(_)));
    store.finish_step_for(&acting(INES), &id, &person, &step).await.unwrap();
    assert_eq!(participant(&store, &id, AMARA).unwrap().done.len(), 3);
    store.leave_program(&acting(AMARA), &id).await.unwrap();
    clock.set(later(NOW, 9));
    store.join_program(&acting(AMARA), &id, "").await.unwrap();
    assert_eq!(participant(&store, &id, AMARA).unwrap().done.len(), 3, "what somebody did stays");
}

/// A generated organisation of people and their program alone.
fn of_people(count: u32) -> Company {
    let Company { name, teams, people, programs, .. } = generated(1, count, NOW);
    Company { name, teams, people, programs, ..Company::default() }
}

fn generated_person(number: u32, role: Role) -> Actor {
    Actor::Person(Member { id: format!("person-{number:05}").parse().unwrap(), role, team: None })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_who_join_at_once_never_exceed_the_seats() {
    const PEOPLE: u32 = 100;
    let store = Store::in_memory(Clock::standing_at(Timestamp(1_795_079_520_000))).await.unwrap();
    let company = of_people(PEOPLE);
    store.load_company(&Actor::Console, &company).await.unwrap();
    let admin = generated_person(0, Role::OrgAdmin);
    let new = NewProgram { kind: ProgramKind::LunchAndLearn, template: String::new(), title: "Lunch".to_owned() };
    let id = store.create_program(&admin, &new).await.unwrap();
    let draft = form(1, &[("seats", "30")]);
    store.keep_draft(&admin, &id, &draft).await.unwrap();
    let chosen = PublishForm::default();
    let seen = crate::pairs::seen(&store, &id, &draft, &chosen);
    let chosen = PublishForm { seen, ..chosen };
    store.publish(&admin, &id, &chosen).await.unwrap();
    store.move_program(&admin, &id, Phase::Open).await.unwrap();
    let joins = (0..PEOPLE).map(|number| {
        let (store, id) = (store.clone(), id.clone());
        let role = if number % 40 == 0 { Role::OrgAdmin } else { Role::Member };
        tokio::spawn(async move { store.join_program(&generated_person(number, role), &id, "").await.unwrap() })
    });
    let mut inside = 0;
    for join in joins.collect::<Vec<_>>() {
        inside += usize::from(join.await.unwrap() == Standing::Inside);
    }
    let count = |wanted: Standing| {
        store
            .read(&Actor::Console, |org| Ok(org.participants(&id).filter(|one| one.standing == wanted).count()))
            .unwrap()
    };
    assert_eq!((inside, count(Standing::Inside), count(Standing::Waiting)), (30, 30, 70));
    // As many as fit leave at the same moment, and everybody else moves up.
    let leaves = (0..PEOPLE).map(|number| {
        let (store, id) = (store.clone(), id.clone());
        let role = if number % 40 == 0 { Role::OrgAdmin } else { Role::Member };
        tokio::spawn(async move { store.leave_program(&generated_person(number, role), &id).await })
    });
    for leave in leaves.take(60).collect::<Vec<_>>() {
        leave.await.unwrap().unwrap();
    }
    assert_eq!((count(Standing::Inside), count(Standing::Waiting)), (30, 10));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_save_writes_as_many_rows_for_a_thousand_people_as_for_one() {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    let company = of_people(1_000);
    store.load_company(&Actor::Console, &company).await.unwrap();
    let id = company.programs[0].program.id.clone();
    let people = |store: &Store| -> Vec<_> {
        store.read(&Actor::Console, |org| Ok(org.participants(&id).cloned().collect())).unwrap()
    };
    let before = (people(&store), log_end(&store).await);
    assert_eq!(before.0.len(), 1_000);
    let admin = generated_person(0, Role::OrgAdmin);
    let draft = form(1, &[("wishes", "5")]);
    store.keep_draft(&admin, &id, &draft).await.unwrap();
    let chosen = PublishForm::default();
    let seen = crate::pairs::seen(&store, &id, &draft, &chosen);
    store.publish(&admin, &id, &PublishForm { seen, ..chosen }).await.unwrap();
    assert_eq!(since(&store, before.1).await.len(), 1, "one event, whoever is inside");
    assert!(people(&store) == before.0, "nobody's row is written");
    store.reload().await.unwrap();
    assert!(people(&store) == before.0, "and all is read again as it was");
}
