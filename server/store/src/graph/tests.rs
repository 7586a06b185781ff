//! The graph after thousands of edits in the database, and a database that was changed behind its back.

use crate::demo::generated;
use crate::exchange::write_evidence;
use crate::{Clock, Result, Store, Tx};
use domain::actor::Actor;
use domain::event::Happening;
use domain::evidence::{Evidence, Level, Source};
use domain::id::{PersonId, SkillId};
use domain::org::Org;
use domain::text::{Line, Prose};
use domain::time::{Minutes, Timestamp};
use domain::want::{Offer, Priority, Want};
use serde_json::json;
use std::collections::BTreeMap;

const NOW: Timestamp = Timestamp(1_795_079_520_000);
const PEOPLE: u32 = 50;
const BATCHES: u64 = 80;
const EACH: u64 = 25;

/// Chance that repeats.
fn roll(seed: u64, end: u64) -> u64 {
    let mixed = (seed.wrapping_add(1)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % end
}

async fn organisation() -> Store {
    let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
    store.load_company(&Actor::Console, &generated(5, PEOPLE, NOW)).await.unwrap();
    store
}

/// One edit of whatever the graph is made of, with its event.
async fn edit(tx: &Tx, number: u64) -> Result<()> {
    let dice = |which: u64, end: u64| roll(number * 8 + which, end);
    let person = PersonId::parse(&format!("person-{:05}", dice(0, u64::from(PEOPLE)))).unwrap();
    let skill = SkillId::parse(&format!("skill-{:04}", dice(1, 24))).unwrap();
    let key = json!({ "key": [person, skill] });
    match dice(2, 12) {
        0 => {
            let left_at = (dice(3, 3) == 0).then_some(NOW);
            let leaves_on = (dice(4, 3) == 0).then(|| 20_772 + dice(5, 9));
            let values = json!({ "person": person, "left_at": left_at, "leaves_on": leaves_on });
            // A missing value arrives as NULL, and the database tells that from NONE.
            let query = "UPDATE type::record('person', $person)
                SET left_at = $left_at ?? NONE, leaves_on = $leaves_on ?? NONE RETURN NONE";
            tx.run(query, values).await?;
            tx.emit(Happening::PersonChanged { person }).await
        }
        1 => {
            let team = format!("team-{:04}", dice(3, 4));
            let values = json!({ "person": person, "team": team });
            tx.run("UPDATE type::record('person', $person) SET team = $team RETURN NONE", values).await?;
            tx.emit(Happening::PersonChanged { person }).await
        }
        2 => {
            let criticality = ["low", "normal", "high", "critical"][usize::try_from(dice(3, 4)).unwrap()];
            let values = json!({
                "skill": skill, "criticality": criticality, "people": dice(4, 9), "level": dice(5, 5),
            });
            let query = "UPDATE type::record('skill', $skill)
                SET criticality = $criticality, target.people = $people, target.level = $level RETURN NONE";
            tx.run(query, values).await?;
            tx.emit(Happening::SkillChanged { skill }).await
        }
        3 => {
            tx.run("DELETE type::record('wants', $key) RETURN NONE", key).await?;
            tx.emit(Happening::WantChanged { person, skill }).await
        }
        4 => {
            tx.run("DELETE type::record('offers', $key) RETURN NONE", key).await?;
            tx.emit(Happening::OfferChanged { person, skill }).await
        }
        5 => want(tx, &person, &skill).await,
        6 => offer(tx, &person, &skill).await,
        _ => {
            let level = Level::try_from(u8::try_from(dice(3, 5)).unwrap()).unwrap();
            let source = [Source::Own, Source::Peer, Source::Manager][usize::try_from(dice(4, 3)).unwrap()];
            let by = Some(PersonId::parse(&format!("person-{:05}", dice(5, 3))).unwrap());
            let evidence = Evidence {
                person,
                skill,
                level,
                source,
                by,
                at: tx.now(),
                note: Prose::default(),
                import: None,
                reversed_at: None,
                passed: None,
            };
            write_evidence(tx, &evidence, &format!("{number:016x}")).await
        }
    }
}

async fn want(tx: &Tx, person: &PersonId, skill: &SkillId) -> Result<()> {
    let (person, skill) = (person.clone(), skill.clone());
    let query = "
        RELATE (type::record('person', $person))->(type::record('wants', [$person, $skill]))->(type::record('skill', $skill))
        CONTENT $row RETURN NONE
    ";
    let want = Want {
        person: person.clone(),
        skill: skill.clone(),
        target: Level::ALONE,
        priority: Priority::Soon,
        at: NOW,
        import: None,
    };
    tx.run(query, json!({ "person": person, "skill": skill, "row": crate::row::content(&want)? })).await?;
    tx.emit(Happening::WantChanged { person, skill }).await
}

async fn offer(tx: &Tx, person: &PersonId, skill: &SkillId) -> Result<()> {
    let (person, skill) = (person.clone(), skill.clone());
    let query = "
        RELATE (type::record('person', $person))->(type::record('offers', [$person, $skill]))->(type::record('skill', $skill))
        CONTENT $row RETURN NONE
    ";
    let offer =
        Offer { person: person.clone(), skill: skill.clone(), minutes: Minutes(30), note: Line::default(), at: NOW };
    tx.run(query, json!({ "person": person, "skill": skill, "row": crate::row::content(&offer)? })).await?;
    tx.emit(Happening::OfferChanged { person, skill }).await
}

/// Everything that cover says, recounted from the rows the slow way: cover by skill, what losing each person costs, and
/// what the worst pair costs.
fn recounted(org: &Org) -> (BTreeMap<SkillId, u32>, BTreeMap<PersonId, u64>, u64) {
    let people: Vec<&PersonId> =
        org.people().filter(|person| person.works_on(org.weighing().day)).map(|person| &person.id).collect();
    let counts = |person: &PersonId, skill: &domain::skill::Skill| {
        org.known(person, &skill.id).is_some_and(|known| known.estimate.reaches(skill.target.level))
    };
    // For each skill: how many it needs, its weight, and who of `people` counts.
    let skills: Vec<(u64, u64, Vec<bool>)> = org
        .skills()
        .map(|skill| {
            let weight = u64::from(skill.criticality.weight());
            (u64::from(skill.target.people), weight, people.iter().map(|person| counts(person, skill)).collect())
        })
        .collect();
    let have = |holds: &[bool]| u64::try_from(holds.iter().filter(|holds| **holds).count()).unwrap();
    let lost = |gone: &[usize]| -> u64 {
        let points = |(needs, weight, holds): &(u64, u64, Vec<bool>)| {
            let (have, fewer) = (have(holds), u64::try_from(gone.iter().filter(|at| holds[**at]).count()).unwrap());
            weight * (needs.saturating_sub(have - fewer) - needs.saturating_sub(have))
        };
        skills.iter().map(points).sum()
    };
    let pairs = (0..people.len()).flat_map(|one| (one + 1..people.len()).map(move |other| [one, other]));
    let worst = pairs.map(|pair| lost(&pair)).max().unwrap_or_default();
    let cover =
        org.skills().zip(&skills).map(|(skill, (_, _, holds))| (skill.id.clone(), u32::try_from(have(holds)).unwrap()));
    let losses = people.iter().enumerate().map(|(at, person)| ((*person).clone(), lost(&[at])));
    (cover.collect(), losses.collect(), worst)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_thousands_of_edits_the_graph_is_what_the_tables_say() {
    let store = organisation().await;
    let begun = store.graph_state(&Actor::Console).unwrap();
    for batch in 0..BATCHES {
        let edits = store.change(&Actor::Console, |tx| async move {
            for number in batch * EACH..(batch + 1) * EACH {
                edit(&tx, number).await?;
            }
            Ok(())
        });
        edits.await.unwrap();
    }
    let check = store.check_graph(&Actor::Console).await.unwrap();
    assert_eq!((check.differing.as_slice(), check.rebuilt), ([].as_slice(), check.found.digest));
    assert_ne!(check.found.digest, begun.digest);

    // The graph answers, then the tables are read again and everything is counted by hand.
    let answers = store.org_here().graph_now();
    store.reload().await.unwrap();
    let org = store.org_here();
    let (cover, losses, worst) = recounted(&org);
    for (skill, have) in cover {
        assert_eq!(answers.cover(&skill), have, "{skill}");
    }
    for (person, risk) in losses {
        assert_eq!(answers.loss(&person), risk, "{person}");
    }
    assert_eq!(answers.worst_pair().map_or(0, |pair| pair.risk), worst);
    assert!(worst > 0 && org.graph().digest() == answers.digest());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_behind_its_back_is_found_named_and_put_right() {
    let store = organisation().await;
    let quiet = "DELETE type::record('wants', $key) RETURN NONE";
    let wanted = store.org_here().wants_of(&PersonId::parse("person-00007").unwrap()).next().unwrap().0.clone();
    store.run(quiet, json!({ "key": ["person-00007", wanted] })).await.unwrap();
    let check = store.check_graph(&Actor::Console).await.unwrap();
    assert!(!check.is_equal());
    let rows: Vec<&str> = check.differing.iter().map(|difference| difference.row.as_str()).collect();
    assert_eq!(rows, [format!("edge person-00007 {wanted}")]);
    assert_eq!(check.differing[0].there, None);
    let again = store.check_graph(&Actor::Console).await.unwrap();
    assert!(again.is_equal() && again.found.digest == check.rebuilt);
}

#[tokio::test(flavor = "multi_thread")]
async fn writers_go_on_while_the_graph_is_rebuilt() {
    let store = organisation().await;
    let writer = store.clone();
    let writing = tokio::spawn(async move {
        for number in 0..100 {
            writer.change(&Actor::Console, |tx| async move { edit(&tx, number).await }).await.unwrap();
        }
    });
    while !writing.is_finished() {
        let check = store.check_graph(&Actor::Console).await.unwrap();
        assert_eq!(check.differing, []);
    }
    writing.await.unwrap();
    assert!(store.check_graph(&Actor::Console).await.unwrap().is_equal());
}

#[tokio::test(flavor = "multi_thread")]
async fn only_organisation_admins_check_the_graph() {
    use domain::actor::{Member, Role};
    let store = organisation().await;
    let person = |role| Actor::Person(Member { id: PersonId::parse("person-00001").unwrap(), role, team: None });
    for actor in [Actor::Stranger, person(Role::Member), person(Role::ProgramAdmin)] {
        assert!(store.graph_state(&actor).is_err() && store.check_graph(&actor).await.is_err(), "{actor:?}");
    }
    let admin = person(Role::OrgAdmin);
    assert_eq!(store.check_graph(&admin).await.unwrap().found, store.graph_state(&admin).unwrap());
}
