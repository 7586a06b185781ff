//! How a session of the demo comes about: planned, answered, asked about and held, by moves that the product allows.

use crate::demo::calendar::{Calendar, HOME};
use crate::demo::{line, name, people, prose, skills};
use crate::reader::ahead;
use domain::clocks::{Clocks, Day};
use domain::id::{PersonId, ProgramId, SessionId};
use domain::session::{
    Asking, Attended, CLAIM_WITHIN, Change, CloseOut, Countersigned, Date, Doing, Door, Link, Material, Occurrence,
    OpenTo, Otherwise, Place, Poll, Repeats, Saying, Says, Seat, Seating, Seats, Session, SessionKind, SessionPlan,
    Timing, Until, When,
};
use domain::time::{Minutes, Span, Timestamp, Zone};
use std::collections::BTreeMap;

/// A session of the demo with its dates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoSession {
    /// The session.
    pub session: Session,
    /// Its dates, of which somebody said something.
    pub occurrences: Vec<Occurrence>,
}

/// What somebody planned.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) kind: SessionKind,
    pub(super) title: &'static str,
    pub(super) about: &'static str,
    pub(super) outcomes: &'static [&'static str],
    pub(super) skills: &'static [&'static str],
    pub(super) hosts: &'static [&'static str],
    pub(super) room: &'static str,
    pub(super) link: &'static str,
    /// How many seats; nothing for as many as like.
    pub(super) seats: u32,
    pub(super) guests: u8,
    /// Whom it asks by name; nobody for everyone.
    pub(super) asked: &'static [&'static str],
    pub(super) program: &'static str,
    pub(super) minutes: u16,
}

/// A lunch-and-learn for everyone, without anything special.
pub(super) const LUNCH: Row = Row {
    kind: SessionKind::LunchAndLearn,
    title: "",
    about: "",
    outcomes: &[],
    skills: &[],
    hosts: &[],
    room: "",
    link: "",
    seats: 0,
    guests: 0,
    asked: &[],
    program: "",
    minutes: 45,
};

/// A session on its way.
pub(super) struct Script<'a> {
    calendar: &'a Calendar,
    session: Session,
    dates: BTreeMap<Day, Occurrence>,
}

/// A series from `first` on, so many times, at a minute of the day; `every` is what stands before the weekday in its rule.
pub(super) fn series(first: Day, minute: u16, every: &str, dates: u16) -> Timing {
    let weekday: String = first.weekday().to_uppercase().chars().take(2).collect();
    let repeats = Repeats { rule: format!("FREQ={every}BYDAY={weekday}"), until: Until::Count { dates } };
    Timing { repeats: Some(repeats), ..once(first, minute) }
}

/// One date.
pub(super) fn once(first: Day, minute: u16) -> Timing {
    Timing { first, minute, length: Minutes(45), zone: home(), repeats: None, exceptions: Vec::new() }
}

pub(super) fn home() -> Zone {
    Zone::parse(HOME).expect("the demo's own words are valid")
}

impl<'a> Script<'a> {
    /// Planned by its first host, so many days ago.
    pub(super) fn planned(calendar: &'a Calendar, row: &Row, timing: Timing, days: u32) -> Self {
        let length = Minutes(row.minutes);
        Self::begun(calendar, row, When::Set { timing: Timing { length, ..timing } }, days)
    }

    /// The same with times to choose from, a day to vote.
    pub(super) fn voting(calendar: &'a Calendar, row: &Row, choices: &[Timestamp], days: u32) -> Self {
        let until = choices.iter().min().copied().unwrap_or(calendar.now()).before(Span::days(1));
        let length = Minutes(row.minutes);
        let poll = Poll { choices: choices.to_vec(), length, zone: home(), until, votes: Vec::new() };
        Self::begun(calendar, row, When::Voting { poll }, days)
    }

    fn begun(calendar: &'a Calendar, row: &Row, when: When, days: u32) -> Self {
        let all = |slugs: &[&str]| slugs.iter().map(|slug| people::id(slug)).collect::<Vec<PersonId>>();
        let asked = all(row.asked);
        let plan = SessionPlan {
            kind: row.kind,
            title: name(row.title),
            about: prose(row.about),
            outcomes: row.outcomes.iter().map(|outcome| line(outcome)).collect(),
            skills: row.skills.iter().map(|skill| skills::id(skill)).collect(),
            hosts: all(row.hosts),
            place: Place { room: line(row.room), link: (!row.link.is_empty()).then(|| link(row.link)) },
            when,
            seats: Seats {
                capacity: (row.seats > 0).then_some(row.seats),
                guests: row.guests,
                closes_before: Minutes(0),
                claim_within: CLAIM_WITHIN,
            },
            open_to: if asked.is_empty() { OpenTo::Everyone } else { OpenTo::Invited { people: asked } },
            materials: Vec::new(),
            program: (!row.program.is_empty())
                .then(|| ProgramId::parse(row.program).expect("the demo's own words are valid")),
            despite_overlaps: true,
        };
        let id = SessionId::from_name(row.title).expect("the demo's own words are valid");
        let at = clocks(calendar.workday_ago(days, 11 * 60));
        let session = plan.session(id, &people::id(row.hosts[0]), &at);
        Self { calendar, session, dates: BTreeMap::new() }
    }

    /// The day of the date at place `index` of the rule.
    pub(super) fn day(&self, index: usize) -> Day {
        let timing = self.session.timing().expect("the demo asks only for dates of what is settled");
        timing.days()[index]
    }

    fn date(&self, on: Day) -> Date {
        let found = self.session.date_and_place(on, &clocks(self.calendar.now())).map(|(date, _)| date);
        found.expect("the demo asks only for dates that are there")
    }

    /// One move on a date at a moment, and what people are told by it.
    fn moves(
        &mut self,
        on: Day,
        (by, now): (&PersonId, Timestamp),
        step: impl FnOnce(Occurrence, &Seating) -> Result<Occurrence, domain::rejection::Rejection>,
    ) {
        let before = self.dates.remove(&on).unwrap_or_else(|| Occurrence::new(self.session.id.clone(), on));
        let seating = self.session.seating(&self.date(on));
        let mut after = step(before.clone(), &seating).expect("the demo makes only moves that can be made");
        let told = after.news_since(&before, &self.session.hosts, Doing { by: Some(by), now });
        after.told.extend(told);
        self.dates.insert(on, after);
    }

    /// Each of them says that they come, a minute apart, from so many hours before it starts or before now.
    pub(super) fn come(&mut self, on: Day, hours: i64, who: &[&str]) -> &mut Self {
        for (minute, slug) in who.iter().enumerate() {
            let at = self.before(on, hours).after(Span::minutes(i64::try_from(minute).unwrap_or(0)));
            self.say(on, slug, (Says::Going, 0), at);
        }
        self
    }

    /// One of them answers so many hours before it starts or before now.
    pub(super) fn says(&mut self, on: Day, hours: i64, slug: &str, says: (Says, u8)) -> &mut Self {
        let at = self.before(on, hours);
        self.say(on, slug, says, at);
        self
    }

    fn say(&mut self, on: Day, slug: &str, (says, guests): (Says, u8), at: Timestamp) {
        let person = people::id(slug);
        let saying = Saying { person: &person, says, guests, by: None };
        self.moves(on, (&person, at), |date, seating| date.answered(saying, seating, at));
    }

    /// Somebody asks; others would like it answered too, and a host may have replied.
    pub(super) fn asks(
        &mut self,
        on: Day,
        hours: i64,
        (slug, text): (&str, &str),
        (voters, reply): (&[&str], &str),
    ) -> &mut Self {
        let (by, at) = (people::id(slug), self.before(on, hours));
        let words = prose(text);
        let asking = Asking { by: &by, is_unnamed: false, text: &words };
        self.moves(on, (&by, at), |date, seating| date.asked(asking, seating, at));
        let number = u32::try_from(self.dates[&on].questions.len()).unwrap_or(1);
        for voter in voters.iter().map(|voter| people::id(voter)) {
            self.moves(on, (&voter, at), |date, _| date.question_voted(number, &voter));
        }
        if !reply.is_empty() {
            let (host, at) = (self.session.hosts[0].clone(), at.after(Span::minutes(90)));
            self.moves(on, (&host, at), |date, _| date.question_replied(number, &host, &prose(reply), at));
        }
        self
    }

    /// It took place: those with a seat were there, but for `absent`, and it was closed an hour later.
    pub(super) fn held(&mut self, on: Day, absent: &[&str], note: &str) -> &mut Self {
        let date = self.date(on);
        let host = self.session.hosts[0].clone();
        let occurrence = self.dates.entry(on).or_insert_with(|| Occurrence::new(self.session.id.clone(), on));
        let stays = |person: &PersonId| !absent.iter().any(|slug| people::id(slug) == *person);
        let seated = occurrence.answers.iter().filter(|answer| answer.seat == Seat::Seat);
        let there: Vec<PersonId> = seated.map(|answer| answer.person.clone()).filter(stays).collect();
        occurrence.attended = there
            .iter()
            .map(|person| Attended { person: person.clone(), door: Door::Code, at: date.starts, by: None })
            .collect();
        let at = date.ends.after(Span::minutes(60));
        let countersigned = there.first().map(|by| Countersigned { by: by.clone(), at: at.after(Span::minutes(30)) });
        occurrence.closed = Some(CloseOut {
            by: host,
            at,
            minutes: Minutes(u16::try_from(date.ends.since(date.starts).0 / 60_000).unwrap_or(45)),
            people: there,
            skills: self.session.skills.clone(),
            note: prose(note),
            thanks: prose(""),
            countersigned,
            surveys: Vec::new(),
        });
        self
    }

    /// One date is otherwise, as the host said so many days ago.
    pub(super) fn otherwise(&mut self, on: Day, change: &Change, note: &str, days: u32) -> &mut Self {
        let at = clocks(self.calendar.workday_ago(days, 10 * 60));
        let note = prose(note);
        let otherwise = Otherwise { on, change: Some(change), note: &note };
        let changed = self.session.clone().with_date(otherwise, &at);
        self.session = changed.expect("the demo makes only moves that can be made").0;
        self
    }

    /// All of it was called off, so many days ago.
    pub(super) fn called_off(&mut self, reason: &str, days: u32) -> &mut Self {
        let (host, at) = (self.session.hosts[0].clone(), clocks(self.calendar.workday_ago(days, 10 * 60)));
        let off = self.session.clone().called_off_by(&host, &prose(reason), &at);
        self.session = off.expect("the demo makes only moves that can be made");
        for date in self.dates.values_mut() {
            let news = domain::session::News::CalledOff;
            let told = Doing { by: Some(&host), now: at.now }.told_all(date.concerned(), &news);
            date.told.extend(told);
        }
        self
    }

    /// Something to read before, or to see after.
    pub(super) fn material(&mut self, title: &str, address: &str, is_recording: bool) -> &mut Self {
        self.session.materials.push(Material { title: line(title), link: link(address), is_recording });
        self
    }

    /// Who says what of the times to choose from, in their order.
    pub(super) fn votes(&mut self, slug: &str, fits: &[domain::session::Fits]) -> &mut Self {
        let choices = self.session.poll().expect("the demo votes only where people vote").choices.clone();
        let votes: Vec<_> = choices.into_iter().zip(fits.iter().copied()).collect();
        let voted = self.session.clone().voted(&people::id(slug), &votes, self.session.made_at.after(Span::hours(3)));
        self.session = voted.expect("the demo makes only moves that can be made");
        self
    }

    /// So many hours before the date starts, or before now where that is sooner.
    fn before(&self, on: Day, hours: i64) -> Timestamp {
        self.date(on).starts.min(self.calendar.now()).before(Span::hours(hours))
    }

    pub(super) fn end(&self) -> DemoSession {
        DemoSession { session: self.session.clone(), occurrences: self.dates.values().cloned().collect() }
    }
}

fn clocks(now: Timestamp) -> Clocks<'static> {
    Clocks { now, ahead: &ahead }
}

fn link(address: &str) -> Link {
    Link::parse("link", address).expect("the demo's own words are valid")
}
