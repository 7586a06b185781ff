//! A teacher's best load: lessons worth the most within their hours until each date, and their number of mentees.

use super::part::Part;
use super::relaxed::Fixing;

/// Up to so many lessons at once are found by trying, more by counting hours.
const FEW: usize = 4;

/// Finds loads, and keeps its lists between them.
#[derive(Debug, Default)]
pub(super) struct Loader {
    offers: Vec<Offer>,
    free: Vec<i64>,
    picked: Vec<usize>,
    best: Vec<usize>,
    best_worth: i64,
    /// The lessons of the load found last.
    pub(super) taken: Vec<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Offer {
    worth: i64,
    hours: i64,
    due: usize,
    at: usize,
}

impl Loader {
    pub(super) fn new(part: &Part) -> Self {
        Self { free: vec![0; part.teachers.first().map_or(0, |teacher| teacher.free.len())], ..Self::default() }
    }

    /// The worth of the best load at these prices; `None` when what is decided does not fit.
    pub(super) fn best(&mut self, part: &Part, teacher: usize, prices: &[i64], fixing: &Fixing) -> Option<i64> {
        let row = &part.teachers[teacher];
        self.taken.clear();
        self.offers.clear();
        self.free.clone_from(&row.free);
        let mut worth = 0;
        let mut room = row.mentees;
        for at in &row.lessons {
            let lesson = &part.lessons[*at];
            if fixing.is_in[*at] {
                room = room.checked_sub(1)?;
                worth += prices[*at];
                self.taken.push(*at);
                for free in &mut self.free[lesson.due..] {
                    *free -= lesson.teaching;
                }
            } else if prices[*at] > 0 && !fixing.is_out[*at] {
                self.offers.push(Offer { worth: prices[*at], hours: lesson.teaching, due: lesson.due, at: *at });
            }
        }
        if self.free.iter().any(|free| *free < 0) {
            return None;
        }
        // What is left until a date is at most what is left until any later one.
        for date in (1..self.free.len()).rev() {
            self.free[date - 1] = self.free[date - 1].min(self.free[date]);
        }
        let free = &self.free;
        self.offers.retain(|offer| offer.hours <= free[offer.due]);
        self.leave_dominated(room);
        if room == 0 || self.offers.is_empty() {
            return Some(worth);
        }
        self.best.clear();
        self.best_worth = 0;
        if room.min(self.offers.len()) <= FEW {
            self.picked.clear();
            self.try_from(0, room, 0);
        } else {
            self.count_hours(room);
        }
        self.taken.extend(&self.best);
        Some(worth + self.best_worth)
    }

    /// Leaves out what `room` other offers beat in every way. The rest is sorted by worth, the best first.
    fn leave_dominated(&mut self, room: usize) {
        self.offers.sort_unstable_by_key(|offer| (std::cmp::Reverse(offer.worth), offer.hours, offer.at));
        let mut kept = 0;
        for at in 0..self.offers.len() {
            let offer = self.offers[at];
            let beats = |other: &&Offer| other.hours <= offer.hours && other.due >= offer.due;
            if self.offers[..kept].iter().filter(beats).count() < room {
                self.offers[kept] = offer;
                kept += 1;
            }
        }
        self.offers.truncate(kept);
    }

    /// Tries every set of offers from `from` on that could still be better.
    fn try_from(&mut self, from: usize, room: usize, worth: i64) {
        if worth > self.best_worth {
            self.best_worth = worth;
            self.best.clear();
            self.best.extend(self.picked.iter().map(|offer| self.offers[*offer].at));
        }
        let Ok(places) = i64::try_from(room) else { return };
        for at in from..self.offers.len() {
            let offer = self.offers[at];
            if room == 0 || worth + places * offer.worth <= self.best_worth {
                return;
            }
            if self.picked_fit(offer) {
                self.picked.push(at);
                self.try_from(at + 1, room - 1, worth + offer.worth);
                self.picked.pop();
            }
        }
    }

    fn picked_fit(&self, offer: Offer) -> bool {
        let picked = || self.picked.iter().map(|at| self.offers[*at]);
        let fits_until = |due: usize| {
            let spent: i64 = picked().filter(|other| other.due <= due).map(|other| other.hours).sum();
            spent + offer.hours <= self.free[due]
        };
        fits_until(offer.due) && picked().filter(|other| other.due > offer.due).all(|other| fits_until(other.due))
    }

    /// The best worth for every number of lessons and of hours, what is due first coming first.
    fn count_hours(&mut self, room: usize) {
        self.offers.sort_unstable_by_key(|offer| (offer.due, offer.at));
        let most: i64 = self.offers.iter().map(|offer| offer.hours).sum();
        let room = room.min(self.offers.len());
        let hours = self.free.last().copied().unwrap_or(0).min(most);
        let width = usize::try_from(hours).unwrap_or(0) + 1;
        let mut table = vec![-1_i64; (room + 1) * width];
        table[0] = 0;
        let mut steps: Vec<Vec<bool>> = Vec::with_capacity(self.offers.len());
        for offer in &self.offers {
            let cost = usize::try_from(offer.hours).unwrap_or(0);
            let until = usize::try_from(self.free[offer.due].min(hours)).unwrap_or(0);
            let mut step = vec![false; (room + 1) * width];
            for count in (1..=room).rev() {
                for spent in (cost..=until).rev() {
                    let before = table[(count - 1) * width + spent - cost];
                    let place = count * width + spent;
                    if before >= 0 && before + offer.worth > table[place] {
                        table[place] = before + offer.worth;
                        step[place] = true;
                    }
                }
            }
            steps.push(step);
        }
        let best = (0..table.len()).max_by_key(|place| (table[*place], std::cmp::Reverse(*place)));
        let mut place = best.unwrap_or(0);
        self.best_worth = table[place].max(0);
        for (offer, step) in self.offers.iter().zip(&steps).rev() {
            if step[place] {
                self.best.push(offer.at);
                place -= width + usize::try_from(offer.hours).unwrap_or(0);
            }
        }
    }
}
