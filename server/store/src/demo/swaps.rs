//! Swaps at Fernhill: a ring of three that waits for Jonas alone, one of two that counts, one that fell, and what several
//! would like to learn and nobody teaches. Each is made by the moves of a real one.

use super::calendar::{Calendar, last_reset};
use super::{people, prose, skills};
use domain::exchange::{Exchange, Move, Side};
use domain::id::{CourseId, ExchangeId, PersonId, ProgramId, RingId};
use domain::rings::{Lesson, Ring};
use domain::swap::{Course, CourseStep, RingStage, Round, SwapLook, SwapRing, Yes};
use domain::time::{Minutes, Span, Timestamp};
use domain::want::{Offer, Want};

/// Whose board it is.
const PROGRAM: &str = "first-thursday-swap";
/// How long its people have to answer.
const WITHIN: Span = Span::days(7);
const VALID: &str = "the demo's own swaps are valid";

/// Who teaches whom what.
type Row = (&'static str, &'static str, &'static str);

const OPEN: [Row; 3] = [
    ("amara-okafor", "kwabena-asante", "palliative-talks"),
    ("kwabena-asante", "jonas-weidner", "clinical-handover"),
    ("jonas-weidner", "amara-okafor", "spreadsheet-models"),
];
const COUNTS: [Row; 2] = [
    ("jean-baptiste-tchoumi", "nele-janssens", "pureed-meals"),
    ("nele-janssens", "jean-baptiste-tchoumi", "menu-costing"),
];
const FELL: [Row; 2] =
    [("jonas-weidner", "theo-nakamura", "spreadsheet-models"), ("theo-nakamura", "jonas-weidner", "stock-forecasting")];

/// What came of the board.
pub(super) struct DemoSwaps {
    pub(super) rings: Vec<SwapRing>,
    pub(super) courses: Vec<Course>,
    pub(super) looks: Vec<SwapLook>,
    /// The lessons of the ring that counts.
    pub(super) exchanges: Vec<Exchange>,
}

pub(super) fn swaps(calendar: &Calendar) -> DemoSwaps {
    let (counts, exchanges) = counts(calendar);
    let mut rings = vec![open(calendar), counts, fell(calendar)];
    rings.sort_by(|a, b| a.id.cmp(&b.id));
    let look = SwapLook {
        program: program(),
        at: last_reset(calendar.now()),
        by: None,
        people: 11,
        found: 0,
        learners: 0,
        is_proven: true,
    };
    DemoSwaps { rings, courses: courses(calendar), looks: vec![look], exchanges }
}

/// Two have said yes, the reader of the mock has not.
fn open(calendar: &Calendar) -> SwapRing {
    let ring = offered("handover-for-sheets", &OPEN, calendar.ago(2, 4 * 60 + 10));
    let ring = yes(ring, "kwabena-asante", calendar.ago(1, 7 * 60 + 32), "Mondays are best for me, after the round.");
    yes(ring, "amara-okafor", calendar.ago(1, 16 * 60 + 40), "Three things that I have wanted since spring.")
}

/// All have said yes; one lesson has a time, for the other they are finding one.
fn counts(calendar: &Calendar) -> (SwapRing, Vec<Exchange>) {
    let ring = offered("puree-for-prices", &COUNTS, calendar.ago(6, 4 * 60 + 10));
    let ring = yes(ring, "nele-janssens", calendar.ago(6, 14 * 60 + 5), "");
    let at = calendar.ago(4, 15 * 60 + 20);
    let mut ring = yes(ring, "jean-baptiste-tchoumi", at, "You will eat it too.");
    let mut exchanges: Vec<Exchange> =
        ring.ring.lessons.iter().map(|lesson| ring.request(named(lesson), lesson, at).expect(VALID)).collect();
    let ids = exchanges.iter().map(|exchange| exchange.id.clone()).collect();
    ring.stage = RingStage::Committed { at, exchanges: ids, over: false };
    let starts_at = calendar.workday_ahead(3, 15 * 60);
    if let Some(first) = exchanges.first_mut() {
        let proposed =
            first.clone().moved(Side::Teacher, Move::Propose { starts_at }, calendar.ago(3, 10 * 60)).expect(VALID);
        *first = proposed.moved(Side::Learner, Move::Accept, calendar.ago(2, 9 * 60 + 15)).expect(VALID);
    }
    (ring, exchanges)
}

/// Somebody could not.
fn fell(calendar: &Calendar) -> SwapRing {
    let ring = offered("sheets-for-stock", &FELL, calendar.ago(24, 4 * 60 + 10));
    let ring = yes(ring, "jonas-weidner", calendar.ago(24, 12 * 60 + 50), "");
    let (by, reason) =
        (people::id("theo-nakamura"), prose("The yearly count is this week and the next. After it, gladly."));
    let declined = Round::new(1, vec![ring.clone()]).decline(&ring.id, (&by, reason), calendar.ago(23, 11 * 60));
    one(declined.expect(VALID)).looked_after()
}

fn courses(calendar: &Calendar) -> Vec<Course> {
    let generator = course(
        "generator-start-up",
        "noor-halabi",
        calendar.ago(9, 11 * 60),
        "What to do in the first ten minutes, in the dark.",
    );
    let generator = joined(generator, "agnieszka-brzezinska", calendar.ago(8, 6 * 60));
    let generator = joined(generator, "milica-jovanovic", calendar.ago(5, 14 * 60));
    let feedback =
        course("giving-feedback", "ottoline-marsh", calendar.ago(12, 16 * 60), "For a kitchen, at full speed.");
    let feedback = joined(feedback, "agnieszka-brzezinska", calendar.ago(11, 6 * 60));
    let ruth = people::id("ruth-oyelaran");
    let feedback = feedback.moved(&ruth, CourseStep::TakeOn, calendar.ago(3, 9 * 60)).expect(VALID);
    vec![generator, feedback]
}

/// Of what is swapped now, everybody said not long ago that it still holds.
pub(super) fn renew(calendar: &Calendar, wants: &mut [Want], offers: &mut [Offer]) {
    let lately = calendar.ago(20, 12 * 60);
    for (teacher, learner, skill) in OPEN {
        let (teacher, learner, skill) = (people::id(teacher), people::id(learner), skills::id(skill));
        let offers = offers.iter_mut().filter(|offer| offer.person == teacher && offer.skill == skill);
        offers.for_each(|offer| offer.at = offer.at.max(lately));
        let wants = wants.iter_mut().filter(|want| want.person == learner && want.skill == skill);
        wants.for_each(|want| want.at = want.at.max(lately));
    }
}

fn offered(id: &str, rows: &[Row], at: Timestamp) -> SwapRing {
    let lesson = |(teacher, learner, skill): &Row| Lesson {
        teacher: people::id(teacher),
        learner: people::id(learner),
        skill: skills::id(skill),
        weight: 170,
    };
    SwapRing {
        id: RingId::parse(id).expect(VALID),
        program: program(),
        ring: Ring { lessons: rows.iter().map(lesson).collect() },
        minutes: Minutes(60),
        offered_at: at,
        moved_at: at,
        until: at.after(WITHIN),
        yes: Vec::new(),
        stage: RingStage::Open,
        mends: None,
    }
}

fn yes(ring: SwapRing, who: &str, at: Timestamp, words: &str) -> SwapRing {
    let yes = Yes { person: people::id(who), at, words: prose(words), starts_at: None };
    let id = ring.id.clone();
    one(Round::new(1, vec![ring]).confirm(&id, yes).expect(VALID))
}

fn one(rings: Vec<SwapRing>) -> SwapRing {
    rings.into_iter().next().expect(VALID)
}

fn course(skill: &str, by: &str, at: Timestamp, words: &str) -> Course {
    let id = CourseId::parse(&format!("course-{skill}")).expect(VALID);
    Course::proposed(id, (program(), skills::id(skill)), (people::id(by), prose(words)), at)
}

fn joined(course: Course, who: &str, at: Timestamp) -> Course {
    course.moved(&people::id(who), CourseStep::Join, at).expect(VALID)
}

fn named(lesson: &Lesson) -> ExchangeId {
    ExchangeId::from_name(&format!("{} swap {} {}", lesson.skill, first(&lesson.learner), first(&lesson.teacher)))
        .expect(VALID)
}

fn first(person: &PersonId) -> &str {
    person.as_str().split('-').next().unwrap_or_default()
}

fn program() -> ProgramId {
    ProgramId::parse(PROGRAM).expect(VALID)
}
