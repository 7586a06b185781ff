//! The instance with its rows sorted and numbered, as the search wants it and as changes are made to it.

use super::units::Scale;
use crate::id::PersonId;
use crate::matching::answer::Units;
use crate::matching::fault::Fault;
use crate::matching::instance::{Candidate, Instance, Mentee, Mentor, Pair};
use std::collections::{BTreeMap, HashMap};

/// A number of nobody.
pub(in crate::matching) const NOBODY: u32 = u32::MAX;

/// A number as a place in a list.
pub(in crate::matching) fn at(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// A place in a list as a number.
pub(in crate::matching) fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NOBODY)
}

/// A pair that may be chosen, seen from one of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::matching) struct Arc {
    /// The other one.
    pub(in crate::matching) to: u32,
    /// What it costs.
    pub(in crate::matching) cost: u32,
}

/// A mentee and their candidates. Lists are sorted by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::matching) struct Row {
    pub(in crate::matching) wait: u8,
    /// False once they have left.
    pub(in crate::matching) is_here: bool,
    /// Who may be chosen.
    pub(in crate::matching) open: Vec<Arc>,
    /// Candidates who may not: forbidden ones, and all others beside a pin.
    pub(in crate::matching) aside: Vec<Arc>,
    pub(in crate::matching) forbids: Vec<u32>,
    pub(in crate::matching) pinned: Option<u32>,
    pub(in crate::matching) previous: Option<u32>,
    /// What it costs to leave them without a mentor.
    pub(in crate::matching) penalty: i64,
}

impl Row {
    /// Sorts candidates into those who may be chosen and those who may not.
    pub(in crate::matching) fn sift(&mut self, scale: &Scale) {
        let is_aside = |row: &Self, arc: &Arc| {
            row.pinned.is_some_and(|pinned| pinned != arc.to) || row.forbids.binary_search(&arc.to).is_ok()
        };
        if !self.aside.is_empty() || self.open.iter().any(|arc| is_aside(self, arc)) {
            let mut all = std::mem::take(&mut self.open);
            all.append(&mut self.aside);
            all.sort_unstable();
            let (aside, open) = all.into_iter().partition(|arc| is_aside(self, arc));
            (self.aside, self.open) = (aside, open);
        }
        self.penalty = if self.is_here { scale.penalty(self.wait, self.pinned.is_some()) } else { 0 };
    }

    /// The candidate of this number, chosen or not.
    pub(in crate::matching) fn candidate(&self, mentor: u32) -> Option<Arc> {
        let find = |list: &[Arc]| list.binary_search_by_key(&mentor, |arc| arc.to).ok().map(|at| list[at]);
        find(&self.open).or_else(|| find(&self.aside))
    }
}

/// A mentor, and for whom they may be chosen.
#[derive(Clone, Debug)]
pub(in crate::matching) struct Seats {
    pub(in crate::matching) id: PersonId,
    /// False once they have left; their capacity is then 0.
    pub(in crate::matching) is_here: bool,
    pub(in crate::matching) capacity: u32,
    pub(in crate::matching) column: Vec<Arc>,
}

/// The sorted instance. Whoever joins later has a number after all others; `by_id` keeps the order of names.
#[derive(Clone, Debug)]
pub struct Pool {
    pub(in crate::matching) scale: Scale,
    pub(in crate::matching) ids: Vec<PersonId>,
    pub(in crate::matching) rows: Vec<Row>,
    pub(in crate::matching) mentors: Vec<Seats>,
    /// Numbers of mentees by id.
    pub(in crate::matching) by_id: Vec<u32>,
    /// Numbers of mentors by id, and the place of each among them.
    pub(in crate::matching) mentors_by_id: Vec<u32>,
    pub(in crate::matching) places: Vec<u32>,
}

impl Pool {
    /// Sorts, numbers and checks an instance; refuses one that contradicts itself.
    pub fn new(instance: &Instance) -> Result<Self, Vec<Fault>> {
        let most = instance.mentors.iter().map(|mentor| mentor.capacity).max().unwrap_or(0);
        Self::with_room(instance, number(instance.mentees.len()), most)
    }

    /// The same with weights that hold for so many mentees and places of one mentor.
    pub(in crate::matching) fn with_room(instance: &Instance, mentees: u32, places: u32) -> Result<Self, Vec<Fault>> {
        let faults = super::faults::in_the_rows(instance);
        if !faults.is_empty() {
            return Err(faults);
        }
        let scale = Scale::new(mentees, places, !instance.previous.is_empty()).ok_or_else(|| vec![Fault::TooLarge])?;
        let mut mentees: Vec<&Mentee> = instance.mentees.iter().collect();
        mentees.sort_by(|a, b| a.id.cmp(&b.id));
        let mut mentors: Vec<&Mentor> = instance.mentors.iter().collect();
        mentors.sort_by(|a, b| a.id.cmp(&b.id));
        let numbers: HashMap<&PersonId, u32> =
            mentors.iter().enumerate().map(|(place, mentor)| (&mentor.id, number(place))).collect();
        let seats = |mentor: &&Mentor| Seats {
            id: mentor.id.clone(),
            is_here: true,
            capacity: mentor.capacity,
            column: Vec::new(),
        };
        let mut pool = Self {
            scale,
            ids: mentees.iter().map(|mentee| mentee.id.clone()).collect(),
            rows: Vec::with_capacity(mentees.len()),
            mentors: mentors.iter().map(seats).collect(),
            by_id: (0..number(mentees.len())).collect(),
            mentors_by_id: (0..number(mentors.len())).collect(),
            places: (0..number(mentors.len())).collect(),
        };
        let named = Named::new(instance);
        let mut faults = Vec::new();
        for mentee in mentees {
            match pool.row(mentee, &named, &numbers) {
                Ok(row) => pool.rows.push(row),
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() {
            faults = super::faults::in_the_pins(instance, &pool);
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        pool.fill_columns();
        Ok(pool)
    }

    fn row(&self, mentee: &Mentee, named: &Named, numbers: &HashMap<&PersonId, u32>) -> Result<Row, Fault> {
        let of = |pairs: &BTreeMap<&PersonId, Vec<&PersonId>>| -> Vec<u32> {
            let known = pairs.get(&mentee.id).into_iter().flatten().filter_map(|mentor| numbers.get(*mentor));
            known.copied().collect()
        };
        let mut row = Row { wait: mentee.wait, is_here: true, ..Row::default() };
        row.forbids = of(&named.forbids);
        row.forbids.sort_unstable();
        row.forbids.dedup();
        row.pinned = of(&named.pins).first().copied();
        row.previous = of(&named.previous).first().copied();
        let find = |candidate: &Candidate| numbers.get(&candidate.mentor).copied();
        row.open = self.scale.arcs(mentee, row.previous, find)?;
        row.sift(&self.scale);
        Ok(row)
    }

    fn fill_columns(&mut self) {
        let mut lengths = vec![0; self.mentors.len()];
        self.rows.iter().flat_map(|row| &row.open).for_each(|arc| lengths[at(arc.to)] += 1);
        for (mentor, length) in self.mentors.iter_mut().zip(lengths) {
            mentor.column.reserve_exact(length);
        }
        for (place, row) in self.rows.iter().enumerate() {
            for arc in &row.open {
                self.mentors[at(arc.to)].column.push(Arc { to: number(place), cost: arc.cost });
            }
        }
    }

    pub(in crate::matching) fn units(&self) -> Units {
        self.scale.units
    }

    /// The number of a mentee who is here.
    pub(in crate::matching) fn mentee(&self, id: &PersonId) -> Option<u32> {
        let place = self.by_id.binary_search_by(|other| self.ids[at(*other)].cmp(id)).ok()?;
        Some(self.by_id[place]).filter(|mentee| self.rows[at(*mentee)].is_here)
    }

    pub(in crate::matching) fn mentor(&self, id: &PersonId) -> Option<u32> {
        let place = self.mentors_by_id.binary_search_by(|other| self.mentors[at(*other)].id.cmp(id)).ok()?;
        Some(self.mentors_by_id[place]).filter(|mentor| self.mentors[at(*mentor)].is_here)
    }

    /// How many pairs could be chosen.
    pub(in crate::matching) fn candidates(&self) -> u32 {
        number(self.rows.iter().map(|row| row.open.len()).sum())
    }
}

impl Scale {
    /// The candidates of a mentee as numbers, sorted.
    pub(in crate::matching) fn arcs(
        &self,
        mentee: &Mentee,
        previous: Option<u32>,
        find: impl Fn(&Candidate) -> Option<u32>,
    ) -> Result<Vec<Arc>, Fault> {
        let mut arcs = Vec::with_capacity(mentee.candidates.len());
        for candidate in &mentee.candidates {
            let to = find(candidate).ok_or_else(|| Fault::NoMentor(candidate.mentor.clone()))?;
            arcs.push(Arc { to, cost: self.cost(candidate.score, previous == Some(to)) });
        }
        arcs.sort_unstable();
        if let Some(twice) = arcs.windows(2).find(|two| two[0].to == two[1].to).map(|two| two[0].to) {
            let candidate = mentee.candidates.iter().find(|candidate| find(candidate) == Some(twice));
            let mentor = candidate.map_or_else(|| mentee.id.clone(), |candidate| candidate.mentor.clone());
            return Err(Fault::CandidateTwice(Pair { mentee: mentee.id.clone(), mentor }));
        }
        Ok(arcs)
    }
}

/// What is said of single pairs, by mentee.
struct Named<'a> {
    pins: BTreeMap<&'a PersonId, Vec<&'a PersonId>>,
    forbids: BTreeMap<&'a PersonId, Vec<&'a PersonId>>,
    previous: BTreeMap<&'a PersonId, Vec<&'a PersonId>>,
}

impl<'a> Named<'a> {
    fn new(instance: &'a Instance) -> Self {
        let by_mentee = |pairs: &'a [Pair]| {
            let mut all = BTreeMap::<_, Vec<_>>::new();
            pairs.iter().for_each(|pair| all.entry(&pair.mentee).or_default().push(&pair.mentor));
            all
        };
        Self {
            pins: by_mentee(&instance.pins),
            forbids: by_mentee(&instance.forbids),
            previous: by_mentee(&instance.previous),
        }
    }
}
