//! Who is to be told what: from how things were and how they are, each thing once.

use super::{Answer, Date, Doing, News, Occurrence, OpenTo, Place, Says, Seat, Seating, Session, Told, When};
use crate::clocks::Clocks;
use crate::id::PersonId;
use std::collections::BTreeSet;

impl Occurrence {
    /// Who is to be told what when this date was `before`: each change of what somebody has once, to them; each question
    /// once to the `hosts`, and each reply once to those who wait for it. Nobody is told of what they did themselves.
    pub fn news_since(&self, before: &Self, hosts: &[PersonId], doing: Doing) -> Vec<Told> {
        let mut told: Vec<Told> = Vec::new();
        for answer in &self.answers {
            told.extend(news_of(before.answer_of(&answer.person), answer, doing));
        }
        let gone = before.answers.iter().filter(|answer| self.answer_of(&answer.person).is_none());
        let comes = gone.filter(|answer| answer.says != Says::NotGoing);
        told.extend(doing.told_all(comes.map(|answer| &answer.person), &News::TakenOut));
        told.extend(self.news_of_questions(before, hosts, doing));
        told
    }

    /// Who is to be told that the date is another than `before`: its `hosts`, and everybody who comes, perhaps comes, or
    /// waits.
    pub fn news_of_date(
        &self,
        before: (&Date, &Place),
        after: (&Date, &Place),
        hosts: &[PersonId],
        doing: Doing,
    ) -> Vec<Told> {
        let ((date, place), (now, new_place)) = (before, after);
        let news = match (date.takes_place, now.takes_place) {
            (false, false) => None,
            (true, false) => Some(News::CalledOff),
            (false, true) => Some(News::PutBack),
            (true, true) if date.starts != now.starts || date.ends != now.ends => {
                Some(News::Moved { from: date.starts, to: now.starts })
            }
            (true, true) => (date.place(place) != now.place(new_place)).then_some(News::Elsewhere),
        };
        let Some(news) = news else { return Vec::new() };
        doing.told_all(hosts.iter().chain(self.concerned()), &news)
    }

    /// What the `hosts` are told when there are fewer seats than before: who has no room any more.
    pub fn news_of_room(&self, before: &Seating, after: &Seating, hosts: &[PersonId], doing: Doing) -> Vec<Told> {
        let is_less = match (before.capacity, after.capacity) {
            (None, Some(_)) => true,
            (Some(before), Some(after)) => after < before,
            (_, None) => false,
        };
        let Some(over) = self.over(after).filter(|_| is_less) else { return Vec::new() };
        let news = News::OverCapacity { seats: over.seats, people: over.people };
        // Also whoever did it: they have to decide what becomes of those people.
        hosts.iter().map(|host| doing.told(host, news.clone())).collect()
    }

    /// Everybody who comes, perhaps comes, or waits.
    pub fn concerned(&self) -> impl Iterator<Item = &PersonId> {
        self.answers.iter().filter(|answer| answer.says != Says::NotGoing).map(|answer| &answer.person)
    }

    fn news_of_questions(&self, before: &Self, hosts: &[PersonId], doing: Doing) -> Vec<Told> {
        let mut told = Vec::new();
        for question in &self.questions {
            let known = before.questions.iter().find(|known| known.number == question.number);
            if known.is_none() {
                let news = News::Asked { question: question.number };
                let by = doing.by.filter(|_| !question.is_unnamed);
                // A host who asks without a name must not be known by being the only one who is not told.
                let asker = doing.by;
                let others = hosts.iter().filter(|host| Some(*host) != asker);
                told.extend(others.map(|host| Doing { by, ..doing }.told(host, news.clone())));
            }
            if question.reply.is_some() && known.is_none_or(|known| known.reply.is_none()) {
                let news = News::Replied { question: question.number };
                let voters = question.votes.iter().filter(|voter| **voter != question.by);
                told.extend(doing.told_all([&question.by].into_iter().chain(voters), &news));
            }
        }
        told
    }
}

/// What somebody is told of what they have of the room now. What was done to them is by whoever did it; what only
/// followed is by nobody.
fn news_of(before: Option<&Answer>, after: &Answer, doing: Doing) -> Vec<Told> {
    let had = before.map_or(Seat::Nothing, |before| before.seat);
    let is_new = before.is_none_or(|before| before.at != after.at || before.by != after.by);
    let by_another = is_new && after.by.is_some() && after.by.as_ref() == doing.by;
    let says_else = before.map(|before| before.says) != Some(after.says);
    let done = match (had, after.seat) {
        _ if !by_another => None,
        _ if says_else => Some(News::AnsweredFor { says: after.says }),
        (Seat::InLine | Seat::Held { .. } | Seat::Lapsed, Seat::Seat) => Some(News::Given),
        _ => None,
    };
    let followed = match (had, after.seat) {
        (Seat::Held { .. }, Seat::Lapsed) => Some(News::Lapsed),
        (Seat::Nothing | Seat::InLine | Seat::Lapsed | Seat::Seat, Seat::Held { until }) => {
            Some(News::Held { until, guests: after.guests })
        }
        (Seat::InLine, Seat::Seat) if !by_another => Some(News::MovedUp { guests: after.guests }),
        (
            Seat::Nothing | Seat::Seat | Seat::InLine | Seat::Held { .. } | Seat::Lapsed,
            Seat::Nothing | Seat::Seat | Seat::InLine | Seat::Lapsed,
        )
        | (Seat::Held { .. }, Seat::Held { .. }) => None,
    };
    let done = done.map(|news| doing.told(&after.person, news));
    done.into_iter().chain(followed.map(|news| doing.followed(&after.person, news))).collect()
}

impl Session {
    /// Who is to be told what of all of it when it was `before`, or was not there: new hosts, people who are asked, hosts
    /// of whoever votes for the first time, and everybody who waits for a time of the time that was settled.
    pub fn news_since(&self, before: Option<&Self>, clocks: &Clocks, doing: Doing) -> Vec<Told> {
        if before.is_none() && self.exchange.is_some() {
            // Both have said yes to it.
            return Vec::new();
        }
        let was_host = |person: &PersonId| before.is_some_and(|before| before.is_host(person));
        let new_hosts = self.hosts.iter().filter(|host| !was_host(host));
        let mut told = doing.told_all(new_hosts, &News::HostNow);
        let was_asked = |person: &PersonId| before.is_some_and(|before| before.asked().contains(person));
        // Who is told why they are asked need not be told that they are.
        let knows_why = |person: &PersonId| {
            let mut told = self.told.iter().filter(|told| told.person == *person);
            told.any(|told| matches!(told.news, News::BecauseYouAsked { .. }))
        };
        let is_new = |person: &&PersonId| !was_asked(person) && !self.is_host(person) && !knows_why(person);
        let asked = self.asked().iter().filter(is_new);
        told.extend(doing.told_all(asked, &News::Invited));
        match (before.map(|before| &before.when), &self.when) {
            (Some(When::Voting { poll }), When::Voting { poll: now }) => {
                let had = poll.voters();
                let new = now.voters().into_iter().any(|voter| !had.contains(&voter) && Some(voter) == doing.by);
                told.extend(new.then(|| doing.told_all(&self.hosts, &News::Voted)).into_iter().flatten());
            }
            (Some(When::Voting { poll }), When::Set { timing }) => {
                let mut waited: BTreeSet<&PersonId> = poll.voters().into_iter().collect();
                waited.extend(self.asked().iter().chain(&self.hosts));
                let starts = timing.date(timing.first, clocks).map(|date| date.starts);
                let news = starts.map(|starts| News::Settled { starts });
                told.extend(news.into_iter().flat_map(|news| doing.told_all(waited.iter().copied(), &news)));
            }
            (None, _) | (Some(When::Set { .. }), _) => {}
        }
        told
    }

    /// Whom it asks by name.
    pub fn asked(&self) -> &[PersonId] {
        match &self.open_to {
            OpenTo::Everyone => &[],
            OpenTo::Invited { people } => people,
        }
    }
}
