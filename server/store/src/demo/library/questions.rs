//! Questions at Fernhill: solved ones, one answered, and open ones that nobody of the personas is asked.

use super::super::calendar::Calendar;
use super::super::{line, people, prose, skills};
use super::{acting, all, passage};
use domain::id::ThreadId;
use domain::thread::{Asking, Thread, ThreadMove};
use domain::time::{Span, Timestamp};

/// A question on its way.
struct Told(Thread);

impl Told {
    /// Asked by somebody so long ago, and put to `to`.
    fn asked((id, skill, by, to): (&str, &str, &str, &str), (title, details): (&str, &str), at: Timestamp) -> Self {
        let asking = Asking { skill: skills::id(skill), title: line(title), details: prose(details) };
        let id = ThreadId::parse(id).expect("the demo’s own words are valid");
        let to = (!to.is_empty()).then(|| people::id(to));
        Self(Thread::asked(id, people::id(by), asking, to, at).expect("the demo asks what can be asked"))
    }

    /// After a move that the product allows, so many hours after the last.
    fn then(self, who: &str, step: ThreadMove, hours: i64) -> Self {
        let at = self.0.moved_at.after(Span::hours(hours));
        Self(self.0.moved(&acting(who), step, at).expect("the demo makes only moves that can be made"))
    }

    fn answered(self, who: &str, text: &str, note: &str, hours: i64) -> Self {
        self.then(who, ThreadMove::Answer { text: passage(text), note: note.parse().ok() }, hours)
    }

    fn wanted_by(mut self, who: &[&str]) -> Self {
        self.0.wanted_too = all(who);
        self
    }
}

/// All of them, by id.
pub(in super::super) fn questions(calendar: &Calendar) -> Vec<Thread> {
    let mut told = solved(calendar);
    told.extend(open(calendar));
    let mut threads: Vec<Thread> = told.into_iter().map(|told| told.0).collect();
    threads.sort_by(|a, b| a.id.cmp(&b.id));
    threads
}

fn solved(calendar: &Calendar) -> Vec<Told> {
    let at = |days| calendar.workday_ago(days, 9 * 60 + 40);
    vec![
        Told::asked(
            ("beep-in-room-4", "infusion-pumps", "chidi-eze", "vesna-kovacevic"),
            ("Why does the pump in room 4 beep although nothing is wrong?", "Two tones, then a pause, then two tones. The bag is half full and the light is green."),
            at(26),
        )
        .answered("vesna-kovacevic", "Two tones are a kinked line. In room 4 it lies **under the mattress frame**: lift the corner. The note has the rest.", "clear-an-alarm", 3)
        .then("chidi-eze", ThreadMove::Accept { number: 1 }, 4)
        .wanted_by(&["minh-pham", "zoe-vandermeer"]),
        Told::asked(
            ("counted-twice", "sql-for-reports", "yusuf-demir", "wen-li"),
            ("How do I count people once who come twice?", "My visits per month are higher than the number of people we have."),
            at(19),
        )
        .answered("wen-li", "`count(DISTINCT person)` instead of `count(*)`. And look whether your join doubles the rows before you count them.", "joins-on-one-page", 5)
        .answered("dag-ek", "In the sheet it is the pivot with “distinct” ticked.", "", 20)
        .then("yusuf-demir", ThreadMove::Accept { number: 1 }, 2),
        Told::asked(
            ("ice-on-the-hill", "winter-driving", "rafael-moreira", ""),
            ("How do I get down Mill Hill when it is glazed over?", ""),
            at(13),
        )
        .answered("segun-balogun", "Second gear from the top, no brake before the bend, and the chains are behind the driver’s seat. Better: go round by the bridge. Six minutes.", "", 7),
    ]
}

fn open(calendar: &Calendar) -> Vec<Told> {
    let passed_on = Told::asked(
        ("entered-twice", "payroll-run", "oluwaseun-adeyemi", "bartholomew-fotheringay-ashworth"),
        ("I entered my Sunday twice. Who can still take one out?", "The hours are closed since noon."),
        calendar.workday_ago(4, 13 * 60),
    );
    let passed_on = passed_on.then(
        "bartholomew-fotheringay-ashworth",
        ThreadMove::PassOn { to: Some(people::id("hyacinth-palmer")) },
        2,
    );
    let late = Told::asked(
        ("a-fair-weekend", "rota-planning", "kwabena-asante", ""),
        ("How do you share out weekends when two of ten cannot work them?", "I do not want to write it by feeling."),
        calendar.workday_ago(8, 16 * 60),
    );
    let closed = Told::asked(
        ("which-dressing", "dressing-sizes", "bjoern-hakansson", ""),
        ("Which of the sixty is “the usual one”?", ""),
        calendar.workday_ago(40, 10 * 60),
    );
    vec![
        passed_on,
        late.wanted_by(&["dariusz-szymanski", "marguerite-delacroix", "elif-yildiz"]),
        closed.then(
            "bjoern-hakansson",
            ThreadMove::Close { why: line("Asked at the store; it is on the card now.") },
            30,
        ),
        Told::asked(
            ("restore-one-record", "backup-restore", "arjun-venkataraghavan", "noor-halabi"),
            (
                "Can one record be restored without the whole copy?",
                "A visit note of Tuesday is gone, everything else is right.",
            ),
            calendar.workday_ago(1, 8 * 60 + 30),
        ),
    ]
}
