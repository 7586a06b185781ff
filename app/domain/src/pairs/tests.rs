//! The room and the health page, as different people find them.

use super::*;
use crate::clocks::{Clocks, Day, Wall};
use crate::exchanges::Tone;
use crate::fernhill::{NOW, fernhill};
use crate::id::ProgramId;
use crate::org::Org;
use crate::pair::tests::{AMARA, JONAS, LEILA, NOOR, begun, new};
use crate::pair::{Ended, Feedback, Fits, Move, Pair, PairStage, Plan, Words, Worth};
use crate::program::{Author, Entered, Participant, Phase, Program, ProgramKind, Settings};
use crate::reader::Reader;
use crate::reader::tests::{CLOCKS, read_by};
use crate::rejection::{Noun, Rejection};
use crate::session::{
    CLAIM_WITHIN, CloseOut, Countersigned, Occurrence, OpenTo, Place, Seats, Session, SessionKind, SessionPlan, Timing,
    When,
};
use crate::text::{Line, Name, Prose};
use crate::time::{Minutes, Span, Zone};

const PROGRAM: &str = "pairs-for-care";
const PRIYA: &str = "priya-raman";
const INES: &str = "ines-carvalho";

fn today() -> Day {
    CLOCKS.today(&Zone::parse("Europe/Lisbon").unwrap())
}

/// Fernhill with Pairs for Care running: Leïla and Jonas learn in it, Amara mentors.
fn world() -> Org {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &zone).unwrap();
    let author = Author { by: Some(INES.parse().unwrap()), at: NOW.before(Span::days(60)) };
    let id = ProgramId::parse(PROGRAM).unwrap();
    let (mut program, version) = Program::begun(id, ProgramKind::Mentorship, settings, &author);
    program.phase = Phase::Running;
    let mut org = fernhill();
    let stage = program.settings.items(crate::program::List::Stages)[0].clone();
    org.put_program(program, vec![version]);
    for (who, role, days) in [(AMARA, "mentor", 40), (LEILA, "mentee", 40), (JONAS, "mentee", 30), (NOOR, "mentee", 50)]
    {
        let since = NOW.before(Span::days(days));
        let entered = vec![Entered { stage: stage.clone(), at: since }];
        let inside = Participant::inside(PROGRAM.parse().unwrap(), who.parse().unwrap(), role, since);
        org.put_participant(Participant { entered, ..inside });
    }
    org
}

fn with_pair(pair: Pair) -> Org {
    let mut org = world();
    org.put_pair(pair);
    org
}

/// Amara meets `people` so many days from today at ten.
fn meeting(id: &str, people: &[&str], days: i64) -> Session {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let start = Wall { day: today().plus(days), minute: 10 * 60 };
    let plan = SessionPlan {
        kind: SessionKind::OneToOne,
        title: Name::parse("title", "Talks").unwrap(),
        about: Prose::default(),
        outcomes: Vec::new(),
        skills: vec!["palliative-talks".parse().unwrap()],
        hosts: vec![AMARA.parse().unwrap()],
        place: Place { room: Line::parse("room", "Quiet room").unwrap(), link: None },
        when: When::Set { timing: Timing::once(start, Minutes(45), zone) },
        seats: Seats { capacity: None, guests: 0, closes_before: Minutes(0), claim_within: CLAIM_WITHIN },
        open_to: OpenTo::Invited { people: people.iter().map(|who| who.parse().unwrap()).collect() },
        materials: Vec::new(),
        program: Some(PROGRAM.parse().unwrap()),
        despite_overlaps: true,
    };
    let at = Clocks { now: NOW.before(Span::days(30)), ..CLOCKS };
    plan.session(id.parse().unwrap(), &AMARA.parse().unwrap(), &at)
}

/// It was closed: they met, or nobody came.
fn closed(session: &Session, days: i64, people: &[&str]) -> Occurrence {
    let mut date = Occurrence::new(session.id.clone(), today().plus(days));
    let at = NOW.before(Span::hours(1));
    date.closed = Some(CloseOut {
        by: AMARA.parse().unwrap(),
        at,
        minutes: Minutes(45),
        people: people.iter().map(|who| who.parse().unwrap()).collect(),
        skills: Vec::new(),
        note: Prose::default(),
        thanks: Prose::default(),
        countersigned: people.first().map(|by| Countersigned { by: by.parse().unwrap(), at }),
        surveys: Vec::new(),
    });
    date
}

/// They met so many days ago.
fn met(org: &mut Org, id: &str, days_ago: i64) {
    let session = meeting(id, &[LEILA], -days_ago);
    org.put_occurrence(closed(&session, -days_ago, &[LEILA]));
    org.put_session(session);
}

fn room(org: &Org, me: &str) -> Result<RoomPage, Rejection> {
    read_by(org, me, |reader| room_page(reader, &"p1".parse().unwrap()))
}

fn health(org: &Org, me: &str) -> Result<HealthPage, Rejection> {
    read_by(org, me, |reader| health_page(reader, &PROGRAM.parse().unwrap()))
}

fn moved(org: &mut Org, who: &str, step: Move) {
    let pair = org.pair(&"p1".parse().unwrap()).unwrap().clone();
    let who = who.parse().unwrap();
    let when = moment(org, &CLOCKS, &pair, &who);
    org.put_pair(pair.moved(&who, step, when).unwrap());
}

#[test]
fn only_those_in_a_pair_enter_its_room() {
    let org = with_pair(begun());
    for who in [JONAS, PRIYA, INES] {
        assert_eq!(room(&org, who).err(), Some(Rejection::NotFound(Noun::Pair)), "{who}");
    }
    let (amara, leila) = (room(&org, AMARA).unwrap(), room(&org, LEILA).unwrap());
    assert_eq!((amara.title.as_str(), leila.title.as_str()), ("You and Leïla", "You and Amara"));
    assert_eq!(
        leila.goals.iter().map(|group| group.title.as_str()).collect::<Vec<_>>(),
        ["What you are after", "What Amara is after"]
    );
    assert_eq!(leila.goals[0].templates.len(), 3, "three to begin with");
    assert!(leila.goals[1].templates.is_empty(), "Amara learns nothing in return");
    assert_eq!(leila.milestones.as_ref().unwrap().place, "Stage 1 of 4");
    assert_eq!(leila.status.tone, Tone::Yours);
    assert!(leila.book.contains("host=amara-okafor") && leila.book.contains("person=leila-haddou"), "{}", leila.book);
    assert!(leila.book.contains("kind=one-to-one") && leila.book.contains("program=pairs-for-care"), "{}", leila.book);
}

#[test]
fn a_pair_that_goes_both_ways_has_goals_to_begin_with_for_both_and_meets_as_a_swap() {
    let both = crate::pair::NewPair { back: Some("sql-for-reports".parse().unwrap()), ..new(&[LEILA]) };
    let org = with_pair(Pair::begin(both, "p1".parse().unwrap(), NOW.before(Span::days(3))).unwrap());
    let page = room(&org, AMARA).unwrap();
    assert!(page.goals.iter().all(|group| group.templates.len() == 3));
    assert!(page.book.contains("kind=swap") && page.book.matches("host=").count() == 2, "{}", page.book);
}

#[test]
fn their_meetings_are_those_to_which_nobody_else_is_asked() {
    let mut org = with_pair(begun());
    met(&mut org, "talk-one", 6);
    org.put_session(meeting("talk-two", &[LEILA], 3));
    org.put_session(meeting("with-others", &[LEILA, JONAS], 2));
    org.put_session(meeting("before", &[LEILA], -25));
    org.put_session(Session { program: None, ..meeting("elsewhere", &[LEILA], 1) });
    let missed = meeting("missed", &[LEILA], -2);
    org.put_occurrence(closed(&missed, -2, &[]));
    org.put_session(missed);
    org.put_session(meeting("untold", &[LEILA], -1));
    let page = room(&org, AMARA).unwrap();
    assert_eq!(page.next.unwrap().href, format!("/sessions/talk-two/{}", today().plus(3).iso()));
    let over: Vec<MeetingStands> = page.over.iter().map(|meeting| meeting.stands).collect();
    assert_eq!(over, [MeetingStands::Untold, MeetingStands::Missed, MeetingStands::Met]);
    assert!(page.over[0].href.ends_with("/close"), "she holds it and can say what came of it");
    assert!(!room(&org, LEILA).unwrap().over[0].href.ends_with("/close"));
    assert_eq!(page.history.iter().filter(|line| line.is_meeting).count(), 1);
}

#[test]
fn what_was_not_talked_about_is_carried_over_to_the_next_meeting() {
    let mut org = with_pair(begun());
    let item = |text: &str| Plan::AddItem { text: Line::parse("text", text).unwrap() };
    let early = NOW.before(Span::days(19));
    let pair = org.pair(&"p1".parse().unwrap()).unwrap().clone();
    let when = crate::pair::When { now: early, today: Day::utc(early), has_met: false, asks_fit: true };
    let pair = pair.moved(&LEILA.parse().unwrap(), Move::Plan(item("Silence")), when).unwrap();
    org.put_pair(pair.moved(&AMARA.parse().unwrap(), Move::Plan(item("Hands")), when).unwrap());
    met(&mut org, "talk-one", 12);
    met(&mut org, "talk-two", 5);
    moved(&mut org, LEILA, Move::Plan(item("The telephone")));
    moved(&mut org, AMARA, Move::Plan(Plan::TickItem { n: 2 }));
    let lines = room(&org, LEILA).unwrap().agenda;
    let shown: Vec<(&str, &str, &str, bool)> =
        lines.iter().map(|line| (line.text.as_str(), line.by.as_str(), line.carried.as_str(), line.is_done)).collect();
    assert_eq!(
        shown,
        [
            ("Silence", "you", "carried over twice", false),
            ("The telephone", "you", "", false),
            ("Hands", "Amara", "", true)
        ]
    );
}

#[test]
fn whether_it_fits_is_asked_after_the_first_meeting_and_each_reads_only_their_own_answer() {
    let mut org = with_pair(begun());
    assert!(!room(&org, LEILA).unwrap().moves.say_fit, "they have not met");
    met(&mut org, "talk-one", 6);
    assert!(room(&org, LEILA).unwrap().moves.say_fit);
    moved(&mut org, LEILA, Move::SayFit { says: Fits::Yes });
    let (amara, leila) = (room(&org, AMARA).unwrap(), room(&org, LEILA).unwrap());
    assert_eq!((leila.fit, leila.moves.say_fit, amara.fit, amara.moves.say_fit), (Some(Fits::Yes), false, None, true));
    moved(&mut org, AMARA, Move::SayFit { says: Fits::No });
    let (amara, leila) = (room(&org, AMARA).unwrap(), room(&org, LEILA).unwrap());
    assert_eq!((&amara.status, &amara.history), (&leila.status, &leila.history), "nobody sees who said it");
    let written = serde_json::to_string(&leila).unwrap();
    assert!(!written.contains("not_a_fit") && !written.contains("NotAFit"), "{written}");
    let page = serde_json::to_string(&health(&org, INES).unwrap()).unwrap();
    assert!(!page.contains("fit"), "whoever looks after the program does not see it either: {page}");
}

#[test]
fn words_at_the_close_are_for_the_other_and_those_to_organisers_have_no_name() {
    let mut org = with_pair(begun());
    let prose = |text: &str| Prose::parse("words", text).unwrap();
    let words = Words { worth: Worth::Little, words: prose("Thank you"), to_organisers: prose("Too few rooms") };
    moved(&mut org, LEILA, Move::Finish(words));
    let (amara, leila) = (room(&org, AMARA).unwrap(), room(&org, LEILA).unwrap());
    assert!(amara.moves.give_feedback && !amara.moves.plan);
    assert_eq!((amara.said[0].words.as_str(), amara.said[0].worth), ("Thank you", None));
    assert!(amara.said[0].to_organisers.is_empty());
    assert_eq!((leila.said[0].worth, leila.said[0].to_organisers.as_str()), (Some(Worth::Little), "Too few rooms"));
    let page = health(&org, INES).unwrap();
    assert_eq!((page.finished.len(), page.feedback.len()), (1, 0), "one alone would be found out");
}

#[test]
fn the_health_of_pairs_counts_who_waits_who_is_stalled_and_who_met() {
    let mut org = with_pair(begun());
    let page = health(&org, PRIYA);
    assert!(matches!(page, Err(Rejection::Forbidden(_))), "she has no part in it");
    let page = health(&org, INES).unwrap();
    let counts = |page: &HealthPage| page.counts.iter().map(|count| count.count).collect::<Vec<_>>();
    assert_eq!(counts(&page), [2, 0, 0, 0, 0], "twenty days without a meeting are within twice two weeks");
    let waiting: Vec<&str> = page.waiting.iter().map(|line| line.person.id.as_str()).collect();
    assert_eq!(waiting, [NOOR, JONAS], "who waits longest stands first");
    assert!(page.may_end);
    assert!(matches!(health(&org, AMARA), Err(Rejection::Forbidden(_))), "anybody can become a mentor");
    let later = Clocks { now: NOW.after(Span::days(9)), ..CLOCKS };
    let at = |org: &Org| {
        let ines = INES.parse().unwrap();
        let reader = Reader::of(org, &ines, &later).unwrap();
        health_page(&reader, &PROGRAM.parse().unwrap()).unwrap()
    };
    assert_eq!(at(&org).stalled.len(), 1);
    met(&mut org, "talk-one", 6);
    let page = at(&org);
    assert_eq!((page.stalled.len(), counts(&page)[2]), (0, 1), "they have met since");
    assert!(page.active[0].met.starts_with("met one time, last on"), "{}", page.active[0].met);
    moved(&mut org, LEILA, Move::Stop);
    let page = at(&org);
    assert_eq!((page.ended.len(), page.reasons.len()), (1, 0), "one reason would be found out");
    assert_eq!(page.waiting.len(), 3, "Leïla waits again");
}

#[test]
fn why_pairs_ended_and_what_was_said_is_counted_in_steps_of_five() {
    let mut org = world();
    for n in 0..9 {
        let (person, at) = (LEILA.parse().unwrap(), NOW.after(Span::minutes(n)));
        let why = if n == 0 { Ended::Stopped } else { Ended::NotAFit };
        let said =
            Feedback { person, at, worth: Worth::Little, words: Prose::default(), to_organisers: Prose::default() };
        let (id, stage) = (format!("pair-{n}").parse().unwrap(), PairStage::Ended { at, why });
        org.put_pair(Pair { id, stage, feedback: vec![said], ..begun() });
        let page = health(&org, INES).unwrap();
        let counted = page.reasons.iter().map(|one| one.count).sum::<u32>();
        assert_eq!((counted, page.feedback.len()), if n < 4 { (0, 0) } else { (5, 5) }, "{n}");
    }
    for pair in org.pairs().cloned().collect::<Vec<_>>() {
        org.put_pair(Pair { stage: PairStage::Ended { at: NOW, why: Ended::NotAFit }, ..pair });
    }
    assert_eq!(health(&org, INES).unwrap().reasons, [], "a reason of all is that of each");
}

#[test]
fn ones_own_pairs_are_listed_and_those_of_others_are_not() {
    let org = with_pair(begun());
    let page = read_by(&org, LEILA, pairs_page);
    assert_eq!((page.open.len(), page.past.len(), page.open[0].others.as_str()), (1, 0, "Amara"));
    assert!(read_by(&org, JONAS, pairs_page).open.is_empty());
}
