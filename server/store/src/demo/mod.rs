//! The demo company, Fernhill Cooperative: 64 people, nine teams and twelve weeks in which they taught each other.
//!
//! Everything here is made from a fixed seed and from `now`, so that the history is always recent and the same moment
//! always gives the same company. Only `load` knows the database; the rest is data.

mod calendar;
mod dice;
#[cfg(test)]
mod drill_tests;
mod drills;
mod evidence;
mod exchanges;
mod generated;
mod generated_program;
mod happened;
mod hour_rows;
#[cfg(test)]
mod hour_tests;
mod hours;
mod library;
mod load;
mod load_parts;
mod matching;
mod mentoring;
mod pairs;
mod people;
mod programs;
#[cfg(test)]
mod session_tests;
mod sessions;
mod skills;
#[cfg(test)]
mod swap_tests;
mod swaps;
mod teams;
#[cfg(test)]
mod tests;
mod thanks;
mod words;

pub use generated::generated;
pub use happened::Happened;
pub use hours::DemoHours;
pub use load::Founder;
pub use programs::DemoProgram;
pub use sessions::DemoSession;

use calendar::Calendar;
use dice::Dice;
use domain::comment::Comment;
use domain::drill::Drill;
use domain::evidence::{Evidence, Level};
use domain::exchange::Exchange;
use domain::id::PersonId;
use domain::match_round::MatchRound;
use domain::mentoring::{Mentor, Seeking};
use domain::note::{Note, NoteVersion};
use domain::pair::Pair;
use domain::person::Person;
use domain::skill::{Area, Skill};
use domain::swap::{Course, SwapLook, SwapRing};
use domain::team::Team;
use domain::text::{Line, Name, Prose};
use domain::thanks::Thanks;
use domain::thread::Thread;
use domain::time::Timestamp;
use domain::want::{Offer, Want};

/// What the company is called.
pub const NAME: &str = "Fernhill Cooperative";

/// The seed that fills the history between what is written by hand.
const SEED: u64 = 0x4b69_7468;

/// A whole organisation, ready to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Company {
    /// What it is called.
    pub name: Name,
    /// Every team, parents before children.
    pub teams: Vec<Team>,
    /// Every area.
    pub areas: Vec<Area>,
    /// Every skill.
    pub skills: Vec<Skill>,
    /// Everybody.
    pub people: Vec<Person>,
    /// What speaks for what they know, oldest first.
    pub evidence: Vec<Evidence>,
    /// What they want to learn.
    pub wants: Vec<Want>,
    /// What they offer to teach.
    pub offers: Vec<Offer>,
    /// Who asked whom, oldest first.
    pub exchanges: Vec<Exchange>,
    /// Who did what while whoever usually does it stood back, by id.
    pub drills: Vec<Drill>,
    /// Who thanked whom, oldest first.
    pub thanks: Vec<Thanks>,
    /// What they wrote down, by id.
    pub notes: Vec<Note>,
    /// Every text that the notes had.
    pub note_versions: Vec<NoteVersion>,
    /// What they asked each other, by id.
    pub threads: Vec<Thread>,
    /// What they said below things, by id.
    pub comments: Vec<Comment>,
    /// What they do together for a while, by id.
    pub programs: Vec<DemoProgram>,
    /// Mentors and whoever learns from them, by id.
    pub pairs: Vec<Pair>,
    /// Rounds of matching, by program and number.
    pub rounds: Vec<MatchRound>,
    /// Who looks for a mentor in a program, by program and person.
    pub seekings: Vec<Seeking>,
    /// What mentors said of their places, by program and person.
    pub mentors: Vec<Mentor>,
    /// The hours that they spend together, by id.
    pub sessions: Vec<DemoSession>,
    /// Who would teach each other in rings, by id.
    pub swap_rings: Vec<SwapRing>,
    /// Courses that nobody teaches yet.
    pub courses: Vec<Course>,
    /// When it was looked for rings last.
    pub swap_looks: Vec<SwapLook>,
    /// The hours that they taught and learned by it.
    pub hours: DemoHours,
    /// What the log tells of all this, oldest first.
    pub happened: Vec<Happened>,
}

/// One of the four that a visitor of the demo can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Persona {
    /// Their handle.
    pub id: &'static str,
    /// How the picker calls them.
    pub called: &'static str,
    /// What being them shows.
    pub shows: &'static str,
}

/// The four that a visitor of the demo can be, in the order shown.
pub const PERSONAS: [Persona; 4] = [
    Persona { id: "amara-okafor", called: "Nurse Amara", shows: "teaches a lot, meets somebody today" },
    Persona { id: "jonas-weidner", called: "Engineer Jonas", shows: "somebody waits for his answer" },
    Persona { id: "priya-raman", called: "Manager Priya", shows: "sees where her team is thin" },
    Persona { id: "sol-lindqvist", called: "Admin Sol", shows: "runs the place, and alone knows the keys" },
];

impl Persona {
    /// Their handle as an id.
    pub fn person(&self) -> PersonId {
        people::id(self.id)
    }
}

/// Fernhill as it stands at `now`.
pub fn company(now: Timestamp) -> Company {
    let calendar = Calendar::new(now);
    let mut dice = Dice::new(SEED);
    let people = people::people(&calendar, &mut dice);
    let mut wants = people::wants(&calendar, &mut dice);
    let mut offers = people::offers(&calendar, &mut dice);
    let mut exchanges = exchanges::exchanges(&calendar, &wants, &offers, &mut dice);
    let skills = skills::skills(&calendar);
    let drills = drills::drills(&calendar);
    let mut evidence = evidence::evidence(&calendar, &exchanges, &mut dice);
    let of_drill = |drill: &Drill| drill.evidence(skills.iter().find(|skill| skill.id == drill.skill)?);
    evidence.extend(drills.iter().filter_map(of_drill));
    let mut thanks = thanks::thanks(&calendar, &exchanges);
    let swaps = swaps::swaps(&calendar);
    swaps::renew(&calendar, &mut wants, &mut offers);
    exchanges.extend(swaps.exchanges);
    exchanges.sort_by(|a, b| (a.asked_at, &a.id).cmp(&(b.asked_at, &b.id)));
    evidence.sort_by(|a, b| (a.at, &a.person, &a.skill, a.source).cmp(&(b.at, &b.person, &b.skill, b.source)));
    thanks.sort_by(|a, b| (a.at, &a.from, &a.to).cmp(&(b.at, &b.from, &b.to)));
    let mut sessions = sessions::sessions(&calendar);
    let (mut notes, mut note_versions) = library::notes(&calendar);
    for (note, version) in library::kept(&sessions) {
        notes.push(note);
        note_versions.push(version);
    }
    sessions.extend(exchanges::hours(&mut exchanges, &skills, &people));
    sessions.sort_by(|a, b| a.session.id.cmp(&b.session.id));
    let hours = hours::hours(&calendar, &exchanges, &sessions);
    let mut company = Company {
        name: name(NAME),
        teams: teams::teams(),
        areas: skills::areas(),
        skills,
        people,
        evidence,
        wants,
        offers,
        exchanges,
        drills,
        thanks,
        notes,
        note_versions,
        threads: library::questions(&calendar),
        comments: library::comments(&calendar),
        programs: Vec::new(),
        pairs: pairs::pairs(&calendar),
        rounds: Vec::new(),
        seekings: mentoring::seekings(&calendar),
        mentors: mentoring::mentors(&calendar),
        sessions,
        swap_rings: swaps.rings,
        courses: swaps.courses,
        swap_looks: swaps.looks,
        hours,
        happened: Vec::new(),
    };
    company.programs = programs::programs(&calendar, &company);
    company.rounds = matching::rounds(&calendar, &company);
    company.happened = happened::happened(&company);
    company
}

fn name(text: &str) -> Name {
    Name::parse("", text).expect("the demo's own words are valid")
}

fn line(text: &str) -> Line {
    Line::parse("", text).expect("the demo's own words are valid")
}

fn prose(text: &str) -> Prose {
    Prose::parse("", text).expect("the demo's own words are valid")
}

fn level(number: &str) -> Level {
    Level::parse(number).expect("the demo's own words are valid")
}
