//! Drills at Fernhill, one at least in every stage, each made by the moves of a real one. None waits for one of the
//! personas, whose first step is another.

use super::calendar::Calendar;
use super::{people, prose, skills};
use domain::clocks::Day;
use domain::drill::{Drill, Move, Plan, When};
use domain::id::{DrillId, PersonId};
use domain::time::{Minutes, Span, Timestamp};

/// How long before its day a drill is proposed.
const NOTICE: Span = Span::days(6);

/// A drill as it is written down: skill, who stands back, who steps in.
#[derive(Clone, Copy)]
struct Row {
    skill: &'static str,
    holder: &'static str,
    backup: &'static str,
    task: &'static str,
    notes: &'static str,
    minutes: u16,
}

const MEDICATION: Row = Row {
    skill: "medication-round",
    holder: "rosalind-achterberg",
    backup: "gwendolyn-okonkwo-baptiste",
    task: "The whole morning round of Harbour Road, with the second look by telephone.",
    notes: "The green binder in the medicine room, and the note /library/second-look.",
    minutes: 150,
};
const RESTORE: Row = Row {
    skill: "backup-restore",
    holder: "noor-halabi",
    backup: "jonas-weidner",
    task: "Restore last night's copy of the care records on the empty machine in server room 2, and read ten records from it.",
    notes: "https://wiki.fernhill.example/restore",
    minutes: 120,
};
const PUMPS: Row = Row {
    skill: "infusion-pumps",
    holder: "rosalind-achterberg",
    backup: "leila-haddou",
    task: "Set up the practice pump, clear two alarms, hand it over to the night desk.",
    notes: "The card on the pump trolley.",
    minutes: 60,
};
const DOORS: Row = Row {
    skill: "door-and-key-system",
    holder: "sol-lindqvist",
    backup: "dag-ek",
    task: "A morning of it: block a lost chip, make a new one, let the lift people into the cellar.",
    notes: "The grey folder in the front office, second drawer, and the list inside its lid.",
    minutes: 180,
};
const PAYROLL: Row = Row {
    skill: "payroll-run",
    holder: "hyacinth-palmer",
    backup: "bartholomew-fotheringay-ashworth",
    task: "Last month's run once more in the practice company, up to the button.",
    notes: "https://wiki.fernhill.example/payroll",
    minutes: 240,
};
const CLOSE: Row = Row {
    skill: "month-end-close",
    holder: "bartholomew-fotheringay-ashworth",
    backup: "meera-subramaniam",
    task: "Accruals and reconciliations of one month.",
    notes: "The checklist in the shared folder.",
    minutes: 180,
};
const ROUTES: Row = Row {
    skill: "route-planning",
    holder: "mateo-duarte",
    backup: "grace-kiplagat",
    task: "Tuesday's ninety stops, with one van in the workshop.",
    notes: "The sheet and the map on the wall.",
    minutes: 90,
};
const STORIES: Row = Row {
    skill: "data-stories",
    holder: "wen-li",
    backup: "yusuf-demir",
    task: "The monthly page for the board.",
    notes: "The three pages before it.",
    minutes: 90,
};
const NETWORK: Row = Row {
    skill: "network-basics",
    holder: "noor-halabi",
    backup: "arjun-venkataraghavan",
    task: "Find out why the second floor of the practice ward has no network.",
    notes: "The plan of the cupboards.",
    minutes: 60,
};

/// All of them, by id.
pub(super) fn drills(calendar: &Calendar) -> Vec<Drill> {
    let mut drills = told(calendar);
    drills.extend(open(calendar));
    drills.extend(ended(calendar));
    drills.sort_by(|a, b| a.id.cmp(&b.id));
    drills
}

/// Both said how it went: one passed, one of which they say different things, and one in which they agree.
fn told(calendar: &Calendar) -> Vec<Drill> {
    let passed = on_its_day(calendar, MEDICATION, calendar.workday_ago(33, 7 * 60))
        .tells(MEDICATION.backup, ("alone", "", "Which cupboard the spare key of the cold box hangs in"), 5)
        .tells(MEDICATION.holder, ("alone", "", ""), 9);
    let apart = on_its_day(calendar, RESTORE, calendar.workday_ago(18, 14 * 60))
        .tells(
            RESTORE.backup,
            (
                "partly",
                "Step seven stood still for twenty minutes and I rang Dag to ask whether that is normal. It is.",
                "Where the key of the copy is when Noor's telephone is off\nHow long step seven takes",
            ),
            4,
        )
        .tells(
            RESTORE.holder,
            (
                "not",
                "Eight of the ten records read well. The other two came from the copy before last.",
                "How to see which night a copy is from",
            ),
            20,
        );
    let early = on_its_day(calendar, PUMPS, calendar.workday_ago(12, 10 * 60))
        .tells(PUMPS.backup, ("not", "I did not dare to clear the second alarm.", "What the second alarm means"), 2)
        .tells(PUMPS.holder, ("not", "Well begun. The line was not primed.", "A picture of a primed line"), 6);
    vec![passed.drill, apart.drill, early.drill]
}

/// To be answered, coming, and over but told of by one.
fn open(calendar: &Calendar) -> Vec<Drill> {
    let by = |by, days, minute| Asked { by, on: calendar.day_ahead(9), at: calendar.ago(days, minute) };
    let asked = proposed(calendar, PAYROLL, by("henrik-lindholm", 2, 10 * 60));
    let coming = proposed(calendar, DOORS, by("ruth-oyelaran", 5, 9 * 60))
        .says(DOORS.backup, Move::Accept, calendar.ago(4, 11 * 60))
        .says(DOORS.holder, Move::Accept, calendar.ago(3, 15 * 60));
    let pumps = Row { backup: "gwendolyn-okonkwo-baptiste", ..PUMPS };
    let half = on_its_day(calendar, pumps, calendar.workday_ago(3, 10 * 60)).tells(
        pumps.backup,
        ("partly", "Rosalind showed me the clamp again.", "Which way round the clamp goes"),
        3,
    );
    vec![asked.drill, coming.drill, half.drill]
}

/// Declined, never answered, taken back, never told of.
fn ended(calendar: &Calendar) -> Vec<Drill> {
    let ask = |row: Row, days: u32| {
        let at = calendar.workday_ago(days, 11 * 60);
        proposed(calendar, row, Asked { by: row.backup, on: calendar.day_of(at).plus(8), at })
    };
    let reason = prose("Not in the first week of a month. From the tenth on, any day.");
    let declined = ask(CLOSE, 15);
    let at = declined.drill.moved_at.after(Span::hours(5));
    let declined = declined.says(CLOSE.holder, Move::Decline { reason }, at);
    let withdrawn = ask(STORIES, 22);
    let at = withdrawn.drill.moved_at.after(Span::hours(26));
    let withdrawn = withdrawn.says(STORIES.backup, Move::Withdraw, at);
    let unanswered = ask(ROUTES, 30).over(8);
    let untold = on_its_day(calendar, NETWORK, calendar.workday_ago(40, 10 * 60)).over(21);
    vec![declined.drill, withdrawn.drill, unanswered.drill, untold.drill]
}

/// By whom it was proposed, for which day, and when.
struct Asked<'a> {
    by: &'a str,
    on: Day,
    at: Timestamp,
}

/// A drill on its way, with the calendar that says which day a moment is.
struct Told<'a> {
    drill: Drill,
    calendar: &'a Calendar,
}

impl Told<'_> {
    fn when(&self, at: Timestamp) -> When {
        When { now: at, today: self.calendar.day_of(at) }
    }

    /// After a move that the product allows.
    fn says(mut self, who: &str, step: Move, at: Timestamp) -> Self {
        let when = self.when(at);
        self.drill =
            self.drill.moved(&people::id(who), step, when).expect("the demo makes only moves that can be made");
        self
    }

    /// After somebody said how it went, so many hours after both had agreed that it was the day.
    fn tells(self, who: &str, (verdict, words, lacked): (&str, &str, &str), hours: i64) -> Self {
        let at = self.calendar.moment_on(self.drill.on, 10 * 60).after(Span::hours(hours));
        let step = Move::told(verdict, words, lacked).expect("the demo's own words are valid");
        self.says(who, step, at)
    }

    /// So many days later, when its time has passed.
    fn over(mut self, days: i64) -> Self {
        let when = self.when(self.drill.moved_at.after(Span::days(days)));
        self.drill = self.drill.expired(when).expect("its time has passed by then");
        self
    }
}

fn proposed<'a>(calendar: &'a Calendar, row: Row, Asked { by, on, at }: Asked<'_>) -> Told<'a> {
    let plan = Plan {
        skill: skills::id(row.skill),
        holder: people::id(row.holder),
        backup: people::id(row.backup),
        task: prose(row.task),
        notes: prose(row.notes),
        on,
        until: on,
        minutes: Minutes(row.minutes),
    };
    let id =
        DrillId::from_name(&format!("{} {}", row.skill, first(&plan.backup))).expect("the demo's own words are valid");
    let when = When { now: at, today: calendar.day_of(at) };
    let drill = Drill::proposed(id, people::id(by), plan, when).expect("the demo plans what can be planned");
    Told { drill, calendar }
}

/// Proposed by the backup and agreed by the holder in time for the day of `at`.
fn on_its_day(calendar: &Calendar, row: Row, at: Timestamp) -> Told<'_> {
    let asked = at.before(NOTICE);
    let told = proposed(calendar, row, Asked { by: row.backup, on: calendar.day_of(at), at: asked });
    told.says(row.holder, Move::Accept, asked.after(Span::hours(20)))
}

fn first(person: &PersonId) -> &str {
    person.as_str().split('-').next().unwrap_or_default()
}
