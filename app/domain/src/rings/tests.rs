//! The engine against trying all, and against itself with its rows in another order.

use super::cases::{Size, best, case, fits, person};
use super::chance::Chance;
use super::{Apart, Clearing, Instance, Lesson, Limits, Member, Pool, Seats, check, pool, solve};

const SMALL: Size = Size { people: 5, lessons: 12 };
const MIDDLE: Size = Size { people: 16, lessons: 56 };

/// Solved within the usual limits, and checked.
fn solved(instance: &Instance) -> Clearing {
    let clearing = solve(instance, &Limits::default()).unwrap();
    assert_eq!(check(instance, &clearing), Ok(()));
    clearing
}

/// Equal to trying all, with every length, with and without chains, and with people who take two places.
fn are_best_of_all(seeds: std::ops::Range<u64>, size: Size) {
    for seed in seeds {
        let instance = case(seed, size);
        let clearing = solved(&instance);
        assert!(clearing.is_proven, "{seed}: {clearing:?}");
        assert_eq!(clearing.weight, best(&instance), "{seed}");
    }
}

#[test]
fn a_set_is_the_best_of_all_in_thousands_of_small_pools() {
    are_best_of_all(0..2_500, SMALL);
    are_best_of_all(10_000..10_600, Size { people: 7, lessons: 18 });
}

#[test]
fn a_set_is_the_best_of_all_among_twelve_people() {
    are_best_of_all(20_000..20_120, Size { people: 12, lessons: 30 });
}

#[test]
fn two_rings_never_share_a_place() {
    for seed in 0..150 {
        let instance = case(seed, MIDDLE);
        let clearing = solved(&instance);
        assert!(fits(&instance, &clearing.rings), "{seed}");
        for member in &instance.people {
            let of = clearing.rings.iter().filter(|ring| ring.people().any(|person| *person == member.id));
            assert!(of.count() <= usize::try_from(member.places).unwrap(), "{seed}: {}", member.id);
        }
        let learned = clearing.rings.iter().flat_map(|ring| &ring.lessons);
        let mut learned: Vec<_> = learned.map(|lesson| (&lesson.learner, &lesson.skill)).collect();
        let all = learned.len();
        learned.sort();
        learned.dedup();
        assert_eq!(learned.len(), all, "{seed}: nobody is taught one skill twice");
    }
}

/// The same rows in another order.
fn shuffled(instance: &Instance, seed: u64) -> Instance {
    fn shuffle<T>(rows: &mut [T], chance: &mut Chance) {
        for at in (1..rows.len()).rev() {
            rows.swap(at, chance.below(at + 1));
        }
    }
    let (mut other, mut chance) = (instance.clone(), Chance::new(seed));
    shuffle(&mut other.people, &mut chance);
    shuffle(&mut other.lessons, &mut chance);
    shuffle(&mut other.seats, &mut chance);
    other.apart.iter_mut().for_each(|apart| std::mem::swap(&mut apart.one, &mut apart.other));
    other
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    for seed in 0..40 {
        let instance = case(seed, MIDDLE);
        let bytes = |instance: &Instance| serde_json::to_string(&solved(instance)).unwrap();
        let first = bytes(&instance);
        assert_eq!(first, bytes(&instance), "{seed}");
        assert_eq!(first, bytes(&shuffled(&instance, seed)), "{seed}");
    }
}

#[test]
fn room_never_makes_a_set_worse() {
    let looser: [fn(&mut Instance); 6] = [
        |instance| instance.terms.longest = (instance.terms.longest + 1).min(4),
        |instance| instance.terms.chains = true,
        |instance| instance.terms.most_chains = None,
        |instance| instance.apart.clear(),
        |instance| instance.seats.clear(),
        |instance| instance.people.iter_mut().for_each(|member| member.is_starter = true),
    ];
    for seed in 0..80 {
        let instance = case(seed, SMALL);
        let tight = solved(&instance).weight;
        for (at, loosen) in looser.iter().enumerate() {
            let mut room = instance.clone();
            loosen(&mut room);
            assert!(solved(&room).weight >= tight, "{seed} {at}");
        }
    }
}

#[test]
fn a_lesson_that_leads_nowhere_changes_nothing() {
    for seed in 0..80 {
        let mut instance = case(seed, SMALL);
        let before = solved(&instance);
        let mut idle = instance.people[0].clone();
        idle.id = person(99);
        idle.is_starter = false;
        instance.people.push(idle);
        let teacher = person(99);
        let skill = "s0".parse().unwrap();
        instance.lessons.push(Lesson { teacher, learner: person(1), skill, weight: 1_000_000 });
        let after = solved(&instance);
        assert_eq!((after.weight, after.rings), (before.weight, before.rings), "{seed}");
    }
}

#[test]
fn a_pool_without_a_ring_has_an_empty_set_that_is_proven() {
    let mut instance = case(1, SMALL);
    instance.terms.chains = false;
    instance.lessons.retain(|lesson| lesson.teacher < lesson.learner);
    let clearing = solved(&instance);
    assert!(clearing.is_proven && clearing.rings.is_empty() && clearing.weight == 0 && clearing.gap() == 0);
    assert!(solved(&Instance::default()).is_proven);
}

#[test]
fn a_pool_of_swappers_is_proven() {
    for people in [16, 32, 64] {
        let clearing = solved(&pool(Pool::Skills(people), 7));
        assert!(clearing.is_proven, "{people}");
    }
}

#[test]
fn a_search_without_work_left_shows_its_gap() {
    let mut open = 0;
    for seed in 0..12 {
        let instance = pool(Pool::Random(14, 5), seed);
        let clearing = solve(&instance, &Limits { work: 1 }).unwrap();
        assert_eq!(check(&instance, &clearing), Ok(()));
        assert_eq!(clearing.is_proven, clearing.gap() == 0);
        assert!(clearing.weight <= solved(&instance).weight);
        open += usize::from(!clearing.is_proven);
    }
    assert!(open > 0, "every pool was proven at once");
}

#[test]
fn what_makes_no_sense_is_told_in_words() {
    let fine = case(5, SMALL);
    let (one, other) = (fine.people[0].id.clone(), fine.people[1].id.clone());
    let told = |change: &dyn Fn(&mut Instance)| {
        let mut instance = fine.clone();
        change(&mut instance);
        solve(&instance, &Limits::default()).unwrap_err()[0].to_string()
    };
    let lesson = fine.lessons[0].clone();
    let of = |weight| Lesson { weight, ..lesson.clone() };
    let alone = Lesson { teacher: one.clone(), learner: one.clone(), ..lesson.clone() };
    let stranger = Lesson { teacher: person(77), ..lesson.clone() };
    let seats = Seats { teacher: one.clone(), skill: lesson.skill.clone(), seats: 1 };
    type Change<'a> = &'a dyn Fn(&mut Instance);
    let rows: [(Change, &str); 9] = [
        (&|instance| instance.people.push(instance.people[0].clone()), "once in `people`"),
        (&|instance| instance.people[0].places = 9, "from 0 to 8 `places`"),
        (&|instance| instance.lessons.push(alone.clone()), "cannot teach themself"),
        (&|instance| instance.lessons.push(stranger.clone()), "`p77` is not in `people`"),
        (&|instance| instance.lessons.push(lesson.clone()), "in two rows of `lessons`"),
        (&|instance| instance.lessons[0] = of(0), "`weight` from 1 to 1,000,000"),
        (&|instance| instance.seats = vec![seats.clone(), seats.clone()], "once."),
        (&|instance| instance.apart = vec![Apart { one: other.clone(), other: other.clone() }], "Name two people"),
        (&|instance| instance.terms.longest = 5, "2, 3 or 4 as `longest`"),
    ];
    for (change, words) in rows {
        let message = told(change);
        assert!(message.contains(words), "{message}");
    }
    let crowd: Vec<Member> = (0..4_001).map(|number| Member { id: person(number), ..fine.people[0].clone() }).collect();
    let message = told(&|instance| instance.people = crowd.clone());
    assert!(message.contains("At most 4000 people"), "{message}");
}
