//! Who looks for a mentor at Fernhill, each made by the moves of a real search: Dag waits for Sol's answer, Yusuf's request
//! went on in silence, Arjun has waited for too long, and Jonas has not said yet whom he would like.

use super::calendar::Calendar;
use super::{people, prose, skills};
use domain::id::ProgramId;
use domain::mentoring::{Because, Mentor, Mode, Rules, Seeking, Wish};
use domain::time::{Minutes, Span, Timestamp};

const VALID: &str = "the demo’s own searches are valid";
/// The program in which they look.
const PROGRAM: &str = "across-fernhill";

/// All of them, by person.
pub(super) fn seekings(calendar: &Calendar) -> Vec<Seeking> {
    let mut all = vec![dag(calendar), yusuf(calendar), arjun(calendar), zoe(calendar)];
    all.sort_by(|a, b| a.person.cmp(&b.person));
    all
}

/// What mentors said of their places, by person.
pub(super) fn mentors(calendar: &Calendar) -> Vec<Mentor> {
    let at = |days| calendar.workday_ago(days, 15 * 60);
    let row = |who, days| Mentor::usual(program(), people::id(who), at(days));
    let one = row("sol-lindqvist", 30).with_places(1, &rules(), at(30)).expect(VALID);
    let silent = row("wen-li", 2).stayed_silent(at(2));
    let paused = row("grace-kiplagat", 18).paused(at(18)).expect(VALID);
    let mut all = vec![one, silent, paused];
    all.sort_by(|a, b| a.person.cmp(&b.person));
    all
}

/// He asks Sol for the keys, since yesterday.
fn dag(calendar: &Calendar) -> Seeking {
    let wishes = [("sol-lindqvist", "door-and-key-system"), ("noor-halabi", "backup-restore")];
    let search = ranked(calendar, "dag-ek", 8, &wishes);
    let words = "I’m at the lift doors twice a week and ring you each time. Could you show me how it works? I’ll bring the \
        list of what I’ve asked you so far.";
    search.sent(prose(words), &rules(), |_| true, calendar.ago(1, 10 * 60)).expect(VALID)
}

/// Wen did not answer in time; Ruth is asked now.
fn yusuf(calendar: &Calendar) -> Seeking {
    let wishes = [("wen-li", "sql-for-reports"), ("ruth-oyelaran", "data-stories")];
    let asked = calendar.ago(5, 11 * 60);
    let search = ranked(calendar, "yusuf-demir", 6, &wishes);
    let words = "I build the pages and cannot check the numbers on them. An hour every other week would change that.";
    let search = search.sent(prose(words), &rules(), |_| true, asked).expect(VALID);
    search
        .passed_on(Because::Silent, &rules(), |_| true, asked.after(Span::days(3)).after(Span::minutes(1)))
        .expect(VALID)
}

/// Noor said no for now, and nobody else knows what he wants: those who look after the program know that he waits.
fn arjun(calendar: &Calendar) -> Seeking {
    let search = ranked(calendar, "arjun-venkataraghavan", 33, &[("noor-halabi", "backup-restore")]);
    let asked = calendar.workday_ago(28, 14 * 60);
    let search = search.sent(prose("I take over at night when it fails."), &rules(), |_| true, asked).expect(VALID);
    let reason = prose("Gladly from January on. Until the new server stands I would only half be there.");
    let declined = asked.after(Span::hours(20));
    let search = search.passed_on(Because::Declined { reason }, &rules(), |_| true, declined).expect(VALID);
    search.told_late(calendar.workday_ago(14, 9 * 60)).expect(VALID)
}

/// She has ranked one mentor and not asked yet.
fn zoe(calendar: &Calendar) -> Seeking {
    ranked(calendar, "zoe-vandermeer", 7, &[("wen-li", "spreadsheet-models")])
}

fn ranked(calendar: &Calendar, who: &str, days: u32, wishes: &[(&str, &str)]) -> Seeking {
    let at: Timestamp = calendar.ago(days, 16 * 60);
    let wish = |(mentor, skill): &(&str, &str)| Wish { mentor: people::id(mentor), skill: skills::id(skill) };
    let search = Seeking::begun(program(), people::id(who), at, at);
    search.ranked(wishes.iter().map(wish).collect(), &rules(), |_| None, at).expect(VALID)
}

fn program() -> ProgramId {
    ProgramId::parse(PROGRAM).expect(VALID)
}

/// What the program asks for.
fn rules() -> Rules {
    Rules {
        mode: Mode::Suggested,
        places: 2,
        wishes: 5,
        answer_within: Span::days(3),
        levels_apart: 1,
        different_teams: true,
        keep_leads_apart: false,
        fit_check: true,
        mutual: true,
        minutes: Minutes(45),
        skills: Vec::new(),
    }
}
