//! What becomes of one date when the session around it changes: its answers go with it, who may not come any more is out,
//! the line moves, and everybody is told once.

use super::{Date, Doing, News, Occurrence, Place, Session, Told};
use crate::clocks::{Clocks, Day};
use crate::id::PersonId;
use std::collections::BTreeSet;

/// A session that changed, and who has been told so far that their dates did.
#[derive(Clone, Debug)]
pub struct Carrying<'a> {
    /// As it was.
    pub before: &'a Session,
    /// As it is.
    pub after: &'a Session,
    /// Who changed it, and when.
    pub doing: Doing<'a>,
    /// Nobody hears of each of their dates that all have moved.
    pub told: BTreeSet<PersonId>,
}

impl Carrying<'_> {
    /// What became of `occurrence`, which is on the day `on` of the session as it is; `None` when the date is no more.
    pub fn carried(&mut self, occurrence: Occurrence, on: Option<Day>, clocks: &Clocks) -> Occurrence {
        let was = self.before.date_and_place(occurrence.on, clocks);
        let is = on.and_then(|on| self.after.date_and_place(on, clocks));
        let (mut after, news) = match (&was, &is) {
            (Some(was), Some(is)) => self.moved(&occurrence, was, is),
            (Some(was), None) => self.gone(&occurrence, was),
            (None, _) => (occurrence.clone(), Vec::new()),
        };
        if let Some(on) = on.filter(|_| is.is_some()) {
            (after.session, after.on) = (self.after.id.clone(), on);
        }
        after.told.extend(news);
        after
    }

    fn moved(&mut self, occurrence: &Occurrence, was: &(Date, &Place), is: &(Date, &Place)) -> (Occurrence, Vec<Told>) {
        let (doing, hosts) = (self.doing, &self.after.hosts);
        let (had, has) = (self.before.seating(&was.0), self.after.seating(&is.0));
        let mut after = occurrence.clone();
        after.answers.retain(|answer| self.after.may_sit(&answer.person).is_ok());
        let after = after.passed(&has, doing.now);
        let mut news = after.news_since(occurrence, hosts, doing);
        let of_date = after.news_of_date((&was.0, was.1), (&is.0, is.1), hosts, doing);
        news.extend(of_date.into_iter().filter(|told| self.told.insert(told.person.clone())));
        news.extend(after.news_of_room(&had, &has, hosts, doing));
        (after, news)
    }

    fn gone(&mut self, occurrence: &Occurrence, was: &(Date, &Place)) -> (Occurrence, Vec<Told>) {
        let seating = super::Seating { takes_place: false, ..self.before.seating(&was.0) };
        let after = occurrence.clone().passed(&seating, self.doing.now);
        let all = self.after.hosts.iter().chain(after.concerned());
        let news = self.doing.told_all(all, &News::CalledOff);
        let news = news.into_iter().filter(|told| self.told.insert(told.person.clone())).collect();
        (after, news)
    }
}
