//! Courses that nobody teaches yet, as lines of the board.

use crate::evidence::Level;
use crate::id::{CourseId, PersonId, ProgramId};
use crate::person::Person;
use crate::reader::Reader;
use crate::swap::{Course, CourseStep};
use crate::tag::{PersonTag, SkillTag};
use crate::time::Face;
use crate::wording::{listed, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How many names of those who would come are told.
const NAMES: usize = 3;

/// A course as a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseLine {
    /// Which.
    pub id: CourseId,
    /// In what.
    pub skill: SkillTag,
    /// What it should be about.
    pub words: String,
    /// Who proposed it.
    pub by: PersonTag,
    /// When.
    pub at: Face,
    /// "Amara, Jonas and 2 more would come."
    pub joined: String,
    /// Who holds it; `None` while nobody does.
    pub taken: Option<PersonTag>,
    /// Where the reader, who holds it, plans it; empty for everybody else.
    pub plan_href: String,
    /// What the reader may do.
    pub moves: CourseMoves,
    /// True when the reader is counted as knowing it well enough to hold it.
    pub is_for_you: bool,
}

/// What the reader may do about a course.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseMoves {
    /// Say that they would come.
    pub join: bool,
    /// Say that they would not.
    pub leave: bool,
    /// Hold it.
    pub take_on: bool,
    /// Not hold it after all.
    pub give_back: bool,
    /// Take the proposal back.
    pub withdraw: bool,
}

/// Those of a program: what the reader could hold first, then what most wait for.
pub(super) fn lines(reader: &Reader, program: &ProgramId) -> Vec<CourseLine> {
    let shown = |course: &&Course| course.program == *program && course.withdrawn_at.is_none();
    let is_here = |id: &PersonId| reader.org.person(id).is_some_and(Person::is_active);
    let all = reader.org.courses().filter(shown).map(|course| course.clone().among(is_here));
    let mut courses: Vec<Course> = all.filter(|course| !course.joined.is_empty()).collect();
    let place = |course: &Course| (course.taken.is_some(), !could_hold(reader, course), Reverse(course.joined.len()));
    courses.sort_by_key(|course| (place(course), course.id.clone()));
    courses.iter().map(|course| line(reader, course)).collect()
}

fn line(reader: &Reader, course: &Course) -> CourseLine {
    let me = &reader.me.id;
    let names: Vec<String> = course.joined.iter().map(|joined| super::words::called(reader, &joined.person)).collect();
    let joined = format!("{} would come.", sentence(&listed(names.iter().map(String::as_str), NAMES)));
    let may = |step| course.clone().moved(me, step, reader.now()).is_ok();
    let is_mine = course.taken.as_ref().is_some_and(|taken| taken.person == *me);
    let is_joined = course.is_joined_by(me);
    CourseLine {
        id: course.id.clone(),
        skill: SkillTag::of(reader.org, &course.skill),
        words: course.words.to_string(),
        by: PersonTag::of(reader.org, &course.by),
        at: reader.clocks.face(&reader.me.zone, course.at),
        joined,
        taken: course.taken.as_ref().map(|taken| PersonTag::of(reader.org, &taken.person)),
        plan_href: if is_mine {
            format!("/sessions/new?skill={}&program={}", course.skill, course.program)
        } else {
            String::new()
        },
        moves: CourseMoves {
            join: !is_joined && may(CourseStep::Join),
            leave: is_joined && may(CourseStep::Leave) && !may(CourseStep::Withdraw),
            take_on: may(CourseStep::TakeOn),
            give_back: may(CourseStep::GiveBack),
            withdraw: may(CourseStep::Withdraw),
        },
        is_for_you: could_hold(reader, course) && course.is_open(),
    }
}

fn could_hold(reader: &Reader, course: &Course) -> bool {
    let known = reader.org.known(&reader.me.id, &course.skill);
    let knows = known.is_some_and(|known| known.estimate.level >= Level::ALONE);
    !course.is_joined_by(&reader.me.id) && (knows || reader.org.offer(&reader.me.id, &course.skill).is_some())
}
