//! What to offer when rings fell: every ring that somebody said yes to stays, and of what is left the set with the fewest
//! broken promises, then the fewest lost places. [`repair`] decides; here its answer is told from what is offered already.

use super::{Fall, SwapPool, SwapRing};
use crate::id::{PersonId, RingId};
use crate::rings::{Instance, Lesson, Limits, Member, Repair, Ring, Seats, Standing, repair};
use std::collections::{BTreeMap, BTreeSet};

/// What to offer now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mended {
    /// Rings to offer, each with the fallen ring of which it keeps most people.
    pub offered: Vec<(Ring, RingId)>,
    /// Open rings to take back: nobody has said yes to them, and `offered` serves more people.
    pub replaced: Vec<RingId>,
}

/// What to offer the people of the rings that `fell`, beside those that are `open`. The pool counts neither as taken.
/// Nothing when the pool contradicts itself.
pub fn mend(pool: &SwapPool, open: &[&SwapRing], fell: &[&SwapRing], limits: &Limits) -> Mended {
    let ground = Ground::new(pool, open, fell);
    let standing = ground.standing.iter().map(|ring| Standing {
        ring: ring.ring.clone(),
        confirmed: ring.yes.iter().map(|yes| yes.person.clone()).collect(),
    });
    let gone = ground.gone.iter().map(|person| (*person).clone()).collect();
    let wanted = Repair { standing: standing.collect(), gone };
    let Ok(repaired) = repair(&beside(&pool.instance, &ground.standing), &wanted, limits) else {
        return Mended::default();
    };
    let is_open = |ring: &Ring| open.iter().any(|one| one.ring == *ring);
    let stays = |one: &&SwapRing| !one.yes.is_empty() || repaired.offered.contains(&one.ring);
    let replaced: Vec<&SwapRing> = open.iter().copied().filter(|one| !stays(one)).collect();
    let left: Vec<&SwapRing> = fell.iter().copied().chain(replaced.iter().copied()).collect();
    let new = repaired.offered.iter().filter(|ring| !is_open(ring));
    // Rings of those who only wait are found at night.
    let offered = new.filter_map(|ring| Some((ring.clone(), nearest(ring, &left)?))).collect();
    Mended { offered, replaced: replaced.into_iter().map(|ring| ring.id.clone()).collect() }
}

/// What stands, and who gets nothing new.
struct Ground<'a> {
    /// The open rings, and of those that fell the ones whose people have their places still.
    standing: Vec<&'a SwapRing>,
    gone: BTreeSet<&'a PersonId>,
}

impl<'a> Ground<'a> {
    fn new(pool: &SwapPool, open: &[&'a SwapRing], fell: &[&'a SwapRing]) -> Self {
        let places = pool.instance.people.iter().map(|member| (&member.id, member.places));
        let places: BTreeMap<&PersonId, u32> = places.collect();
        let places_of = |person: &PersonId| places.get(person).copied().unwrap_or(0);
        let mut used: BTreeMap<&PersonId, u32> = BTreeMap::new();
        open.iter().flat_map(|ring| ring.people()).for_each(|person| *used.entry(person).or_default() += 1);
        let dropped: Vec<PersonId> = fell.iter().filter_map(|ring| ring.fall()).flat_map(Fall::gone).collect();
        // Whoever is in another ring stays in that, whatever fell.
        let is_gone = |person: &&PersonId| dropped.contains(*person) || places_of(person) == 0;
        let people = fell.iter().flat_map(|ring| ring.people()).filter(|person| !used.contains_key(*person));
        let gone: BTreeSet<&PersonId> = people.filter(is_gone).collect();
        let mut standing = open.to_vec();
        for ring in fell {
            let has_place = |person: &PersonId| used.get(person).copied().unwrap_or(0) < places_of(person);
            if ring.people().all(|person| gone.contains(person) || has_place(person)) {
                ring.people().for_each(|person| *used.entry(person).or_default() += 1);
                standing.push(ring);
            }
        }
        Self { standing, gone }
    }
}

/// Of `left` the ring of which `ring` has most people, the first one of several; none when it has nobody of them.
fn nearest(ring: &Ring, left: &[&SwapRing]) -> Option<RingId> {
    let shared = |one: &SwapRing| ring.people().filter(|person| one.has(person)).count();
    let most = left.iter().map(|one| shared(one)).max().filter(|most| *most > 0)?;
    left.iter().find(|one| shared(one) == most).map(|one| one.id.clone())
}

/// The pool with everything that stands: lessons as they were offered, and as many places and seats as that takes.
fn beside(pool: &Instance, all: &[&SwapRing]) -> Instance {
    let lessons = || all.iter().flat_map(|ring| &ring.ring.lessons);
    let mut by_pair: BTreeMap<(&PersonId, &PersonId), &Lesson> = BTreeMap::new();
    for lesson in pool.lessons.iter().chain(lessons()) {
        by_pair.insert((&lesson.teacher, &lesson.learner), lesson);
    }
    let mut people: BTreeMap<&PersonId, Member> =
        pool.people.iter().map(|member| (&member.id, member.clone())).collect();
    let mut taken: BTreeMap<&PersonId, u32> = BTreeMap::new();
    for ring in all {
        for person in ring.people() {
            *taken.entry(person).or_default() += 1;
            let new = || Member { id: person.clone(), places: 0, is_starter: false };
            people.entry(person).or_insert_with(new);
        }
        let starter = ring.ring.lessons.first().filter(|_| ring.ring.is_chain());
        if let Some(member) = starter.and_then(|first| people.get_mut(&first.teacher)) {
            member.is_starter = true;
        }
    }
    for member in people.values_mut() {
        member.places = member.places.max(taken.get(&member.id).copied().unwrap_or(0));
    }
    let mut seats: BTreeMap<(&PersonId, _), u32> =
        pool.seats.iter().map(|seats| ((&seats.teacher, &seats.skill), seats.seats)).collect();
    let mut given: BTreeMap<(&PersonId, _), u32> = BTreeMap::new();
    lessons().for_each(|lesson| *given.entry((&lesson.teacher, &lesson.skill)).or_default() += 1);
    for (offer, times) in given {
        seats.entry(offer).and_modify(|seats| *seats = (*seats).max(times));
    }
    let of_seats = |((teacher, skill), seats): ((&PersonId, &crate::id::SkillId), u32)| Seats {
        teacher: teacher.clone(),
        skill: skill.clone(),
        seats,
    };
    let mut terms = pool.terms.clone();
    let longest = all.iter().map(|ring| u8::try_from(ring.people().count()).unwrap_or(u8::MAX)).max();
    terms.longest = terms.longest.max(longest.unwrap_or(0));
    terms.chains = terms.chains || all.iter().any(|ring| ring.ring.is_chain());
    Instance {
        people: people.into_values().collect(),
        lessons: by_pair.into_values().cloned().collect(),
        seats: seats.into_iter().map(of_seats).collect(),
        apart: Vec::new(),
        terms,
    }
}
