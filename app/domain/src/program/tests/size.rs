//! Ten thousand people and thirty versions. How long it takes is printed, and measured elsewhere: here other tests run
//! beside it.

use super::world::{World, item, order, person, text, with_item};
use crate::program::{Done, Entered, List, Participant, Path, Policy, Publish, Reach, Standing, Value, Version, Who};
use crate::time::{Span, Timestamp};
use std::time::Instant;

fn crowded() -> World {
    let mut world = World::new();
    for n in 0..30_i64 {
        world.pass(Span::days(1));
        let policy = [Policy::EveryoneNow, Policy::NextStage, Policy::NewJoiners][usize::try_from(n % 3).unwrap()];
        let reach = (n % 10 == 9).then_some(Reach::Share { of_10_000: 5_000 });
        let id = format!("extra-{n}");
        let mut writes = with_item(List::Steps, &id, &format!("Extra {n}"), Some("learn"));
        writes.push((Path::field("purpose"), text(&format!("Purpose {n}"))));
        world.publish(writes, &Publish { policy, reach, ..Publish::default() }).unwrap();
    }
    for n in 0..10_000_u32 {
        let at = |day: u32| Timestamp(crate::fernhill::NOW.0 + i64::from(day) * 86_400_000 + 1);
        let joined = n % 31 + 1;
        let mut entered = vec![Entered { stage: item("first-talk"), at: at(joined) }];
        if n % 3 > 0 {
            entered.push(Entered { stage: item("learn"), at: at((joined + n % 7).min(31)) });
        }
        let done = (0..n % 5).map(|step| {
            let id = format!("extra-{step}");
            Done { step: item(&id), title: format!("Extra {step}"), at: at(joined) }
        });
        let who = Participant {
            program: world.program.id.clone(),
            person: person(&format!("person-{n}")),
            role: "member".into(),
            standing: if n % 11 == 0 { Standing::Finished } else { Standing::Inside },
            since: at(joined),
            waited_since: None,
            joined,
            teams: None,
            taken_out_by: None,
            entered,
            done: done.collect(),
            decisions: Vec::new(),
        };
        world.people.insert(who.person.clone(), who);
    }
    world.pass(Span::days(3));
    world
}

#[test]
fn ten_thousand_people_are_counted_in_an_instant() {
    let world = crowded();
    let everybody: Vec<Who> = world.everybody();
    let mut writes = with_item(List::Stages, "drill", "Departure drill", None);
    writes.push(order(List::Stages, &["first-talk", "learn", "drill", "close"]));
    writes.push((Path::field("purpose"), text("To learn.")));
    writes.push((Path::field("minutes"), Value::Number(30)));
    for policy in [Policy::EveryoneNow, Policy::NextStage] {
        let candidate: Version = world.candidate(writes.clone(), &Publish { policy, ..Publish::default() });
        let begun = Instant::now();
        let report = crate::program::report(&world.history(), &everybody, &candidate, world.now);
        let took = begun.elapsed();
        println!("{policy:?} {took:?} {}", report.summary);
        assert_eq!(report.people, 10_000);
        let counted = report.groups.iter().map(|group| group.count).sum::<u32>() + report.unaffected;
        assert_eq!(counted, 10_000);
    }
}
