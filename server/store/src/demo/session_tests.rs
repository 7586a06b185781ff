//! What the demo shows of hours together, whenever it is loaded.

use super::pairs::PROGRAM;
use super::tests::{MOMENTS, org};
use super::{DemoSession, PERSONAS, company};
use crate::reader::ahead;
use domain::clocks::Clocks;
use domain::exchange::Stage;
use domain::id::ProgramId;
use domain::session::{Seat, When};
use domain::time::Timestamp;

#[test]
fn whenever_it_is_loaded_there_are_past_and_coming_hours_a_full_one_a_poll_and_a_seat_that_is_held() {
    for now in MOMENTS {
        let company = company(now);
        let org = org(&company, now);
        let clocks = Clocks { now, ahead: &ahead };
        let planned = company.sessions.iter().filter(|made| made.session.exchange.is_none());
        assert_eq!(planned.count(), 15);
        let (mut past, mut coming, mut polls, mut lines, mut held) = (0, 0, 0, 0, 0);
        for made in &company.sessions {
            let session = &made.session;
            let known = session.hosts.iter().chain(session.asked()).all(|person| org.person(person).is_some());
            assert!(known && session.skills.iter().all(|skill| org.skill(skill).is_some()), "{}", session.title);
            assert!(session.revision.at <= now);
            polls += usize::from(matches!(session.when, When::Voting { .. }));
            coming += session.ahead(&clocks).len();
            for date in &made.occurrences {
                assert!(date.answers.iter().all(|answer| org.person(&answer.person).is_some()), "{}", session.title);
                assert!(date.answers.iter().all(|answer| answer.at <= now), "{}", session.title);
                assert!(date.told.iter().all(|told| told.at <= now), "{}", session.title);
                past += usize::from(date.closed.as_ref().is_some_and(|closed| closed.at <= now));
                lines += date.line().len();
                let is_held = |until: Timestamp| until > now;
                let of = date.answers.iter().filter(|a| matches!(a.seat, Seat::Held { until } if is_held(until)));
                held += of.count();
            }
        }
        assert!(past >= 6 && coming >= 15 && polls == 1 && lines >= 3 && held == 1, "{past} {coming} {lines} {held}");
    }
}

#[test]
fn nobody_whom_a_visitor_can_be_has_a_seat_already_but_for_what_a_pair_did() {
    let company = company(MOMENTS[0]);
    for persona in PERSONAS {
        let of_pairs = |id: &ProgramId| id.as_str() == PROGRAM;
        let mut others = company
            .sessions
            .iter()
            .filter(|made| made.session.exchange.is_none() && !made.session.program.as_ref().is_some_and(of_pairs));
        let has = others.any(|made| {
            let sits = made.occurrences.iter().any(|date| date.answer_of(&persona.person()).is_some());
            sits || made.session.hosts.contains(&persona.person())
        });
        assert!(!has, "{}", persona.called);
    }
}

#[test]
fn what_two_agreed_on_is_an_hour_of_theirs_that_says_the_same() {
    for now in MOMENTS {
        let company = company(now);
        let agreed = company.exchanges.iter().filter(|one| matches!(one.stage, Stage::Agreed | Stage::Done { .. }));
        for exchange in agreed {
            let of = |made: &&DemoSession| made.session.exchange.as_ref() == Some(&exchange.id);
            let made = company.sessions.iter().find(of).unwrap();
            assert_eq!(exchange.session.as_ref(), Some(&made.session.id));
            assert_eq!((made.session.hosts.len(), made.session.asked().len(), made.occurrences.len()), (1, 1, 1));
            let clocks = Clocks { now, ahead: &ahead };
            let (date, _) = made.session.date_and_place(made.occurrences[0].on, &clocks).unwrap();
            assert_eq!(Some(date.starts), exchange.starts_at, "{}", made.session.title);
            let closed = made.occurrences[0].closed.as_ref();
            let counts = closed.is_some_and(|closed| closed.countersigned.is_some());
            assert_eq!(counts, matches!(exchange.stage, Stage::Done { .. }), "{}", made.session.title);
        }
    }
}
