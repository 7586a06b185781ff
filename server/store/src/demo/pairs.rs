//! The pairs of “Pairs for Care”: one well on its way, one that has just begun, one that has not met for long, one on a
//! break, one that came to a close and one that ended because somebody left; and those whom the organisers put
//! together. Told by the same rules as when people do it.

use super::calendar::Calendar;
use super::{line, people, prose, skills};
use domain::clocks::Day;
use domain::id::{PairId, ProgramId};
use domain::pair::{Fits, HowPaired, Move, NewPair, Pair, Plan, When, Words, Worth};
use domain::time::{Span, Timestamp};

/// The program that brought them together.
pub(super) const PROGRAM: &str = "pairs-for-care";

const VALID: &str = "the demo makes only moves that can be made";

/// Who is brought together, in what, and how many days ago.
struct Row {
    mentor: &'static str,
    learner: &'static str,
    skill: &'static str,
    how: HowPaired,
    days: u32,
}

/// A pair on its way.
struct Script<'a> {
    calendar: &'a Calendar,
    at: Timestamp,
    pair: Pair,
}

/// Whom the organisers put together on one afternoon, so that nobody waits any more.
const PUT_TOGETHER: [Row; 9] = [
    put("kwabena-asante", "bjoern-hakansson", "wound-care"),
    put("kwabena-asante", "vesna-kovacevic", "infusion-pumps"),
    put("eun-ji-park", "fatima-zahra-el-idrissi", "medication-round"),
    put("ingrid-sorensen", "hannelore-kessler", "palliative-talks"),
    put("ingrid-sorensen", "oluwaseun-adeyemi", "medication-round"),
    put("elif-yildiz", "zoe-vandermeer", "fall-prevention"),
    put("dariusz-szymanski", "piotr-wojcik", "rota-planning"),
    put("dariusz-szymanski", "siobhan-gallagher", "clinical-handover"),
    put("rosalind-achterberg", "minh-pham", "medication-round"),
];

const fn put(mentor: &'static str, learner: &'static str, skill: &'static str) -> Row {
    Row { mentor, learner, skill, how: HowPaired::ByOrganiser, days: 12 }
}

/// All of them, by id.
pub(super) fn pairs(calendar: &Calendar) -> Vec<Pair> {
    let mut all = vec![
        on_its_way(calendar),
        just_begun(calendar),
        not_met_for_long(calendar),
        on_a_break(calendar),
        at_its_close(calendar),
        left(calendar),
    ];
    all.extend(PUT_TOGETHER.iter().map(|row| Script::begun(calendar, row).end()));
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

fn on_its_way(calendar: &Calendar) -> Pair {
    let (amara, leila) = ("amara-okafor", "leila-haddou");
    let row = Row { mentor: amara, learner: leila, skill: "palliative-talks", how: HowPaired::Suggested, days: 70 };
    let agreement = "We meet every two weeks, 45 minutes, on Thursdays after the handover. Leïla asks for the meetings \
        and brings one talk that she dreads.\nWhat we say stays between us, names of residents too.";
    let mut script = Script::begun(calendar, &row);
    script
        .goal(69, leila, leila, "Lead one family talk alone before the end of the program")
        .goal(69, amara, leila, "Know three sentences for when somebody asks “How long?”")
        .goal(68, amara, amara, "Learn to say less, and to wait for the answer")
        .agrees(68, leila, amara, agreement)
        .item(60, leila, "The daughter who wants to hear a number")
        .item(60, amara, "What you do with your hands")
        .item(50, leila, "When the family does not agree among themselves")
        .item(35, leila, "A talk on the telephone: may one do that at all?")
        .item(34, amara, "Look back at the goal")
        .fits(47, leila)
        .fits(47, amara)
        .ticks(47, leila, 4)
        .ticks(47, amara, 5)
        .reaches(33, leila, 2);
    script.end()
}

fn just_begun(calendar: &Calendar) -> Pair {
    let (rosalind, chidi) = ("rosalind-achterberg", "chidi-eze");
    let row = Row { mentor: rosalind, learner: chidi, skill: "medication-round", how: HowPaired::Wished, days: 9 };
    let mut script = Script::begun(calendar, &row);
    script.item(8, chidi, "Which of my hundred questions to ask first");
    script.end()
}

fn not_met_for_long(calendar: &Calendar) -> Pair {
    let (caitriona, emeka) = ("caitriona-ni-dhomhnaill", "emeka-nwosu");
    let row = Row { mentor: caitriona, learner: emeka, skill: "wound-care", how: HowPaired::Wished, days: 66 };
    let mut script = Script::begun(calendar, &row);
    script
        .goal(64, emeka, emeka, "Dress a simple wound by myself")
        .item(50, emeka, "Wounds at night, by torchlight")
        .fits(48, emeka)
        .fits(48, caitriona);
    script.end()
}

fn on_a_break(calendar: &Calendar) -> Pair {
    let (eun_ji, abena) = ("eun-ji-park", "abena-mensah");
    let row = Row { mentor: eun_ji, learner: abena, skill: "wound-care", how: HowPaired::ByOrganiser, days: 55 };
    let mut script = Script::begun(calendar, &row);
    let until = calendar.day_ahead(10);
    script.goal(54, abena, abena, "Describe a wound so that the day team sees it without a photograph").does(
        12,
        abena,
        Move::Pause { until: Some(until) },
    );
    script.end()
}

fn at_its_close(calendar: &Calendar) -> Pair {
    let (ingrid, minh) = ("ingrid-sorensen", "minh-pham");
    let row = Row { mentor: ingrid, learner: minh, skill: "medication-round", how: HowPaired::Suggested, days: 66 };
    let said = |worth, words, to_organisers| Words { worth, words: prose(words), to_organisers: prose(to_organisers) };
    let mut script = Script::begun(calendar, &row);
    script
        .goal(65, minh, minh, "Prepare a round that nobody has to check twice")
        .fits(38, minh)
        .fits(38, ingrid)
        .reaches(20, minh, 1)
        .does(16, minh, Move::Finish(said(Worth::Much, "You never once sighed. I noticed.", "More nights, please.")))
        .does(15, ingrid, Move::GiveFeedback(said(Worth::Much, "You taught me to explain.", "")));
    script.end()
}

fn left(calendar: &Calendar) -> Pair {
    let (kwabena, rafael) = ("kwabena-asante", "rafael-moreira");
    let row = Row { mentor: kwabena, learner: rafael, skill: "wound-care", how: HowPaired::Suggested, days: 66 };
    let mut script = Script::begun(calendar, &row);
    script.goal(64, rafael, rafael, "See ten wounds heal");
    script.gone(44, rafael)
}

impl<'a> Script<'a> {
    fn begun(calendar: &'a Calendar, row: &Row) -> Self {
        let at = calendar.workday_ago(row.days, 9 * 60 + 40);
        let first = |slug: &str| slug.split('-').next().unwrap_or_default().to_owned();
        let id = PairId::parse(&format!("{}-and-{}", first(row.learner), first(row.mentor))).expect(VALID);
        let new = NewPair {
            program: ProgramId::parse(PROGRAM).expect(VALID),
            mentor: people::id(row.mentor),
            learners: vec![people::id(row.learner)],
            skill: skills::id(row.skill),
            back: None,
            how: row.how,
        };
        Self { calendar, at, pair: Pair::begin(new, id, at).expect(VALID) }
    }

    /// Somebody's goal, as one of the two wrote it so many days ago.
    fn goal(&mut self, days: u32, by: &str, whose: &str, text: &str) -> &mut Self {
        self.does(days, by, Move::Plan(Plan::AddGoal { whose: people::id(whose), text: line(text) }))
    }

    fn reaches(&mut self, days: u32, by: &str, n: u32) -> &mut Self {
        self.does(days, by, Move::Plan(Plan::ReachGoal { n }))
    }

    fn item(&mut self, days: u32, by: &str, text: &str) -> &mut Self {
        self.does(days, by, Move::Plan(Plan::AddItem { text: line(text) }))
    }

    fn ticks(&mut self, days: u32, by: &str, n: u32) -> &mut Self {
        self.does(days, by, Move::Plan(Plan::TickItem { n }))
    }

    /// Somebody says that it fits.
    fn fits(&mut self, days: u32, by: &str) -> &mut Self {
        self.does(days, by, Move::SayFit { says: Fits::Yes })
    }

    /// One writes how they work together, the other agrees.
    fn agrees(&mut self, days: u32, by: &str, other: &str, text: &str) -> &mut Self {
        self.does(days, by, Move::Plan(Plan::WriteAgreement { text: prose(text), seen: None }));
        let seen = self.pair.agreement.as_ref().map(|agreement| agreement.at).expect(VALID);
        self.does(days - 1, other, Move::Plan(Plan::Agree { seen }))
    }

    fn does(&mut self, days: u32, by: &str, step: Move) -> &mut Self {
        let when = self.come_to(days);
        self.pair = self.pair.clone().moved(&people::id(by), step, when).expect(VALID);
        self
    }

    /// Somebody leaves the program, so many days ago.
    fn gone(&mut self, days: u32, who: &str) -> Pair {
        let when = self.come_to(days);
        self.pair.clone().without(&people::id(who), when).expect(VALID)
    }

    fn end(self) -> Pair {
        self.pair
    }

    /// The next moment that many days ago, after everything before it.
    fn come_to(&mut self, days: u32) -> When {
        let wanted = self.calendar.workday_ago(days, 13 * 60);
        self.at = wanted.max(self.at.after(Span::minutes(9)));
        When { now: self.at, today: Day::utc(self.at), has_met: true, asks_fit: true }
    }
}
