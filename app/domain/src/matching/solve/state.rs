//! Prices and choices over a pool. Every change goes through here, so that it can be taken back.
//!
//! A state is *exact* when the prices prove the choices: whoever is served has a cheapest candidate at these prices and
//! pays no more than their penalty, whoever is not finds nobody at their penalty or less, and the price of a mentor lies
//! between what their last taken place and their next free one cost.

use super::pool::{Arc, NOBODY, Pool, Row, at, number};
use super::search::Scratch;
use crate::matching::answer::Stats;

/// A matching in the making.
#[derive(Clone, Debug)]
pub(in crate::matching) struct State {
    pub(in crate::matching) pool: Pool,
    /// By mentor, what a place is worth.
    pub(super) price: Vec<i64>,
    pub(super) choice: Vec<Choice>,
    /// By mentor, their mentees.
    pub(super) seated: Vec<Vec<u32>>,
    pub(super) scratch: Scratch,
    pub(super) touched: Touched,
    pub(in crate::matching) stats: Stats,
    /// How to take back what was changed since a mark was set.
    log: Option<Vec<Undo>>,
}

/// The mentor of a mentee or [`NOBODY`], and what the pair costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) mentor: u32,
    pub(super) paid: u32,
}

const NO_CHOICE: Choice = Choice { mentor: NOBODY, paid: 0 };

/// Mentors where something changed since the choice among equals was made.
#[derive(Clone, Debug, Default)]
pub(super) struct Touched {
    /// True until the first choice: everything counts as changed.
    all: bool,
    is_touched: Vec<bool>,
    mentors: Vec<u32>,
    /// Something changed with somebody who has no mentor.
    outside: bool,
}

impl Touched {
    fn touch(&mut self, mentor: u32) {
        if self.all {
            return;
        }
        match self.is_touched.get_mut(at(mentor)) {
            Some(is_touched) if !*is_touched => {
                *is_touched = true;
                self.mentors.push(mentor);
            }
            Some(_) => {}
            None => self.outside = true,
        }
    }

    /// The nodes that were touched, where `outside` is the node of nobody; from here on nothing is.
    pub(super) fn take(&mut self, outside: u32) -> Vec<u32> {
        let mut nodes = std::mem::take(&mut self.mentors);
        if self.all {
            nodes = (0..=outside).collect();
        } else if self.outside {
            nodes.push(outside);
        }
        nodes.sort_unstable();
        *self = Self { is_touched: vec![false; at(outside)], ..Self::default() };
        nodes
    }
}

/// What a change was before.
#[derive(Clone, Debug)]
enum Undo {
    Price { mentor: u32, price: i64 },
    Choice { mentee: u32, choice: Choice },
    Row { mentee: u32, row: Box<Row> },
    Capacity { mentor: u32, capacity: u32, is_here: bool },
}

impl State {
    /// Nobody has a mentor, and places are worth nothing.
    pub(super) fn new(pool: Pool) -> Self {
        let (mentees, mentors) = (pool.rows.len(), pool.mentors.len());
        Self {
            price: vec![0; mentors],
            choice: vec![NO_CHOICE; mentees],
            seated: vec![Vec::new(); mentors],
            scratch: Scratch::default(),
            touched: Touched { all: true, ..Touched::default() },
            stats: Stats { engine: super::VERSION, ..Stats::default() },
            log: None,
            pool,
        }
    }

    /// The mentor of a mentee.
    pub(in crate::matching) fn mentor_of(&self, mentee: u32) -> Option<u32> {
        Some(self.choice[at(mentee)].mentor).filter(|mentor| *mentor != NOBODY)
    }

    /// By mentee, their mentor.
    pub(in crate::matching) fn choices(&self) -> Vec<Option<u32>> {
        (0..number(self.choice.len())).map(|mentee| self.mentor_of(mentee)).collect()
    }

    pub(in crate::matching) fn price(&self, mentor: u32) -> i64 {
        self.price[at(mentor)]
    }

    pub(in crate::matching) fn mentees_of(&self, mentor: u32) -> &[u32] {
        &self.seated[at(mentor)]
    }

    /// How many mentees a mentor has.
    pub(super) fn load(&self, mentor: u32) -> u32 {
        number(self.seated[at(mentor)].len())
    }

    /// True when the mentor could take one more.
    pub(super) fn has_room(&self, mentor: u32) -> bool {
        self.load(mentor) < self.pool.mentors[at(mentor)].capacity
    }

    /// What the place of this number costs, counted from 1; for the place 0, nothing.
    pub(super) fn base(&self, place: u32) -> i64 {
        self.pool.units().slot * (i64::from(place) - 1).max(0)
    }

    /// What serving a mentee costs at these prices, or what leaving them costs.
    pub(super) fn worth(&self, mentee: u32) -> i64 {
        let choice = self.choice[at(mentee)];
        match self.price.get(at(choice.mentor)) {
            Some(price) => i64::from(choice.paid) + price,
            None => self.pool.rows[at(mentee)].penalty,
        }
    }

    /// What a pair costs at these prices.
    pub(super) fn full_cost(&self, arc: Arc) -> i64 {
        i64::from(arc.cost) + self.price[at(arc.to)]
    }

    /// What the cheapest candidate costs at these prices.
    pub(super) fn cheapest(&self, mentee: u32) -> Option<i64> {
        self.pool.rows[at(mentee)].open.iter().map(|arc| self.full_cost(*arc)).min()
    }

    /// True when a free place is priced above what it costs.
    pub(super) fn is_overpriced(&self, mentor: u32) -> bool {
        self.has_room(mentor) && self.price(mentor) > self.base(self.load(mentor) + 1)
    }

    pub(super) fn set_price(&mut self, mentor: u32, price: i64) {
        let old = std::mem::replace(&mut self.price[at(mentor)], price);
        self.touched.touch(mentor);
        self.note(Undo::Price { mentor, price: old });
    }

    /// Gives a mentee another mentor, or none.
    pub(super) fn set_choice(&mut self, mentee: u32, mentor: u32, paid: u32) {
        let old = std::mem::replace(&mut self.choice[at(mentee)], Choice { mentor, paid });
        self.note(Undo::Choice { mentee, choice: old });
        self.touched.touch(old.mentor);
        self.touched.touch(mentor);
        if old.mentor != mentor {
            if let Some(seated) = self.seated.get_mut(at(old.mentor)) {
                seated.retain(|other| *other != mentee);
            }
            if let Some(seated) = self.seated.get_mut(at(mentor)) {
                seated.push(mentee);
            }
        }
    }

    /// Takes a mentee's mentor away.
    pub(super) fn unseat(&mut self, mentee: u32) {
        self.set_choice(mentee, NOBODY, 0);
    }

    /// Changes who may be chosen for a mentee.
    pub(in crate::matching) fn set_row(&mut self, mentee: u32, row: Row) {
        let old = std::mem::replace(&mut self.pool.rows[at(mentee)], row);
        for arc in &old.open {
            let column = &mut self.pool.mentors[at(arc.to)].column;
            if let Ok(place) = column.binary_search_by_key(&mentee, |arc| arc.to) {
                column.remove(place);
            }
        }
        for arc in &self.pool.rows[at(mentee)].open {
            let column = &mut self.pool.mentors[at(arc.to)].column;
            if let Err(place) = column.binary_search_by_key(&mentee, |arc| arc.to) {
                column.insert(place, Arc { to: mentee, cost: arc.cost });
            }
        }
        self.touched.touch(self.choice[at(mentee)].mentor);
        self.note(Undo::Row { mentee, row: Box::new(old) });
    }

    pub(in crate::matching) fn set_capacity(&mut self, mentor: u32, capacity: u32, is_here: bool) {
        let seats = &mut self.pool.mentors[at(mentor)];
        let undo = Undo::Capacity { mentor, capacity: seats.capacity, is_here: seats.is_here };
        (seats.capacity, seats.is_here) = (capacity, is_here);
        self.touched.touch(mentor);
        self.note(undo);
    }

    /// Makes room for one mentee more, who is not here yet.
    pub(in crate::matching) fn add_mentee(&mut self) {
        self.choice.push(NO_CHOICE);
    }

    /// Makes room for one mentor more, who takes nobody yet.
    pub(in crate::matching) fn add_mentor(&mut self) {
        self.price.push(0);
        self.seated.push(Vec::new());
        self.touched.is_touched.push(false);
    }

    fn note(&mut self, undo: Undo) {
        if let Some(log) = &mut self.log {
            log.push(undo);
        }
    }

    /// From here on changes can be taken back.
    pub(in crate::matching) fn mark(&mut self) {
        self.log = Some(Vec::new());
    }

    /// Takes back what was changed since the mark, the last change first.
    pub(in crate::matching) fn take_back(&mut self) {
        for undo in self.log.take().unwrap_or_default().into_iter().rev() {
            match undo {
                Undo::Price { mentor, price } => self.set_price(mentor, price),
                Undo::Choice { mentee, choice } => self.set_choice(mentee, choice.mentor, choice.paid),
                Undo::Row { mentee, row } => self.set_row(mentee, *row),
                Undo::Capacity { mentor, capacity, is_here } => self.set_capacity(mentor, capacity, is_here),
            }
        }
    }
}
