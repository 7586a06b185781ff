//! What the demo shows of hours together, whenever it is loaded.

use super::pairs::PROGRAM;
use super::tests::{MOMENTS, org};
use super::{PERSONAS, company};
use crate::reader::ahead;
use domain::clocks::Clocks;
use domain::session::{Seat, When};
use domain::time::Timestamp;

#[test]
fn whenever_it_is_loaded_there_are_past_and_coming_hours_a_full_one_a_poll_and_a_seat_that_is_held() {
    for now in MOMENTS {
        let company = company(now);
        let org = org(&company, now);
        let clocks = Clocks { now, ahead: &ahead };
        assert_eq!(company.sessions.len(), 15);
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
        let of_pairs = Some(PROGRAM);
        let others =
            company.sessions.iter().filter(|made| made.session.program.as_ref().map(|id| id.as_str()) != of_pairs);
        let has = others.into_iter().any(|made| {
            let sits = made.occurrences.iter().any(|date| date.answer_of(&persona.person()).is_some());
            sits || made.session.hosts.contains(&persona.person())
        });
        assert!(!has, "{}", persona.called);
    }
}
