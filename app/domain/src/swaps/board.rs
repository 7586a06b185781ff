//! The board of a swap program: rings of the reader, offers and wants of all, courses that nobody teaches yet, the next
//! swap day, and what came of the last look.

use super::courses::CourseLine;
use super::lines::{RingLine, line};
use super::market::{BoardLine, market};
use super::mine::MineLine;
use super::why::obstacle;
use super::{courses, mine};
use crate::exchanges::Tone;
use crate::id::{ProgramId, SkillId};
use crate::program::{Program, ProgramKind, Standing};
use crate::programs::{Meeting, Sight, coming};
use crate::query_string::Pairs;
use crate::reader::Reader;
use crate::swap::{SwapRing, SwapTerms, Taken, is_on_board, may_look, may_see, unmet};
use crate::tag::SkillTag;
use crate::time::Face;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How many rings that are over are listed.
const PAST: usize = 20;
/// How many skills can be chosen for a course.
const CHOICES: usize = 300;

/// What an address of the board asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapsQuery {
    /// The board of which program; of the reader’s own when it names none.
    pub program: Option<ProgramId>,
}

impl SwapsQuery {
    /// Reads the part of an address after the question mark.
    pub fn parse(text: &str) -> Self {
        Self { program: Pairs::parse(text).get("program").and_then(|id| ProgramId::parse(id).ok()) }
    }
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapsPage {
    /// "Two swaps wait for your answer."
    pub lead: String,
    /// The swap programs, the reader’s first; one is looked at.
    pub programs: Vec<ProgramTab>,
    /// The one that is looked at; `None` while there is none.
    pub program: Option<BoardProgram>,
    /// The reader’s rings that wait for their yes, the first to lapse first.
    pub to_answer: Vec<RingLine>,
    /// Those that wait for others.
    pub waiting: Vec<RingLine>,
    /// Those that count, with lessons to come.
    pub agreed: Vec<RingLine>,
    /// Those that are over, the newest first.
    pub past: Vec<RingLine>,
    /// For hosts: the open rings of others in this program.
    pub of_others: Vec<RingLine>,
    /// The reader’s offers and wants.
    pub mine: Vec<MineLine>,
    /// What people of the program offer, by skill.
    pub offers: Vec<BoardLine>,
    /// What they want, what most want first.
    pub wants: Vec<BoardLine>,
    /// Courses that nobody teaches yet.
    pub courses: Vec<CourseLine>,
    /// The skills that a course can be proposed in.
    pub skills: Vec<SkillTag>,
}

/// A swap program to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramTab {
    /// What it is called.
    pub title: String,
    /// Its board.
    pub href: String,
    /// True for the one that is looked at.
    pub is_current: bool,
}

/// The program whose board it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardProgram {
    /// Which.
    pub id: ProgramId,
    /// What it is called.
    pub title: String,
    /// True when the reader can come in.
    pub may_join: bool,
    /// What it means for the reader that they are through with its steps; empty for everybody else.
    pub through: String,
    /// "Eleven people, one open ring, two that count."
    pub people: String,
    /// The next swap day; `None` without a rhythm.
    pub next: Option<Meeting>,
    /// "Every month on the first Thursday".
    pub rhythm: String,
    /// When it was looked for rings last, and what came of it.
    pub look: String,
    /// When that was.
    pub looked: Option<Face>,
    /// True when the reader may have rings looked for now.
    pub may_look: bool,
    /// How long offers and wants hold: "60 days".
    pub last: String,
}

/// The board that `query` asks for.
pub fn swaps_page(reader: &Reader, query: &SwapsQuery) -> SwapsPage {
    let programs = programs(reader);
    let asked = query.program.as_ref().and_then(|id| programs.iter().find(|program| program.id == *id));
    let current = asked.or_else(|| programs.first()).copied();
    let tab = |program: &&Program| ProgramTab {
        title: program.title().to_owned(),
        href: format!("/swaps?program={}", program.id),
        is_current: current.is_some_and(|current| current.id == program.id),
    };
    let mut rings: Vec<&SwapRing> = reader.org.swap_rings_of(&reader.me.id).collect();
    rings.sort_by_key(|ring| (Reverse(ring.moved_at), ring.id.clone()));
    let of = |tones: &[Tone]| -> Vec<RingLine> {
        let lines = rings.iter().map(|ring| line(reader, ring));
        lines.filter(|line| tones.contains(&line.status.tone)).collect()
    };
    let to_answer = of(&[Tone::Yours]);
    let page = SwapsPage {
        lead: lead(to_answer.len()),
        programs: programs.iter().map(tab).collect(),
        program: None,
        to_answer,
        waiting: of(&[Tone::Theirs]),
        agreed: of(&[Tone::Agreed]),
        past: of(&[Tone::Done, Tone::Over]).into_iter().take(PAST).collect(),
        of_others: Vec::new(),
        mine: Vec::new(),
        offers: Vec::new(),
        wants: Vec::new(),
        courses: Vec::new(),
        skills: Vec::new(),
    };
    match current.map(|program| (program, Sight::of(reader, &program.id))) {
        Some((program, Ok(sight))) => with_program(reader, page, program, &sight),
        Some((_, Err(_))) | None => page,
    }
}

fn lead(to_answer: usize) -> String {
    match to_answer {
        0 => "What each can show, and what each would like to see. Kith looks for rings every night.".to_owned(),
        n => sentence(&format!("{} for your answer.", counted(n, "swap waits", "swaps wait"))),
    }
}

/// The swap programs that are open or go on: the reader’s own first, then by title.
fn programs<'a>(reader: &Reader<'a>) -> Vec<&'a Program> {
    let open = |program: &&Program| program.kind == ProgramKind::SkillSwap && program.phase.takes_people();
    let mut programs: Vec<&Program> = reader.org.programs().filter(open).collect();
    programs.sort_by_key(|program| (!is_swapping(reader, program), program.title().to_owned(), program.id.clone()));
    programs
}

fn is_swapping(reader: &Reader, program: &Program) -> bool {
    let mine = reader.org.participant(&program.id, &reader.me.id);
    mine.is_some_and(|mine| is_on_board(program, mine))
}

fn with_program(reader: &Reader, page: SwapsPage, program: &Program, sight: &Sight) -> SwapsPage {
    let terms = SwapTerms::of(program);
    let (offers, wants) = market(reader, program, &terms);
    let taken = Taken::by(taking(reader, program).into_iter().map(|ring| &ring.ring));
    let unmet: BTreeMap<SkillId, String> = if is_swapping(reader, program) {
        let unmet = unmet(reader.org, program, &taken, &reader.me.id, reader.clocks);
        unmet.into_iter().map(|unmet| (unmet.skill, obstacle(reader, &unmet.why))).collect()
    } else {
        BTreeMap::new()
    };
    let actor = reader.actor();
    let is_others = |ring: &&SwapRing| ring.waits(reader.now()) && !ring.has(&reader.me.id);
    let of_others = reader.org.swap_rings_in(&program.id).filter(is_others);
    let of_others = of_others.filter(|ring| may_see(reader.org, &actor, ring).is_ok());
    SwapsPage {
        of_others: of_others.map(|ring| line(reader, ring)).collect(),
        mine: mine::lines(reader, &terms, &|skill| unmet.get(skill).cloned().unwrap_or_default()),
        courses: courses::lines(reader, &program.id),
        skills: choices(reader, program, &offers),
        program: Some(board_program(reader, program, sight)),
        offers,
        wants,
        ..page
    }
}

/// The rings of a program that take places.
fn taking<'a>(reader: &Reader<'a>, program: &Program) -> Vec<&'a SwapRing> {
    let org = reader.org;
    org.swap_rings_in(&program.id).filter(|ring| org.takes_places(ring)).collect()
}

fn board_program(reader: &Reader, program: &Program, sight: &Sight) -> BoardProgram {
    let mine = reader.org.participant(&program.id, &reader.me.id);
    let inside = reader.org.participants(&program.id).filter(|one| is_on_board(program, one)).count();
    let taking = taking(reader, program);
    let open = taking.iter().filter(|ring| ring.is_open()).count();
    let counts = counted(taking.len() - open, "ring that counts", "rings that count");
    let people =
        format!("{}, {}, {counts}.", counted(inside, "person", "people"), counted(open, "open ring", "open rings"));
    let look = reader.org.swap_look(&program.id);
    let face = |at| reader.clocks.face(&reader.me.zone, at);
    let next = coming(sight).into_iter().next().map(|at| Meeting::of(sight, at));
    let days = usize::try_from(SwapTerms::of(program).offers_last).unwrap_or(0);
    BoardProgram {
        id: program.id.clone(),
        title: program.title().to_owned(),
        may_join: mine.is_none_or(|mine| !is_on_board(program, mine) && mine.standing != Standing::Finished),
        through: mine.filter(|mine| mine.standing == Standing::Finished).map(|_| through(program)).unwrap_or_default(),
        people: sentence(&people),
        next,
        rhythm: sight.terms.cadence().map(|cadence| sentence(&cadence.words())).unwrap_or_default(),
        look: look.map_or_else(|| "Nobody has looked for rings yet.".to_owned(), looked),
        looked: look.map(|look| face(look.at)),
        may_look: may_look(reader.org, &reader.actor(), &program.id).is_ok(),
        last: counted(days, "day", "days"),
    }
}

/// What follows from having done every step: in a program that goes on, that one is asked to swap again.
fn through(program: &Program) -> String {
    if SwapTerms::of(program).goes_on {
        "You have done every step, and you stay on the board: as long as what you offer and want holds, you are asked \
         to swap again. Take it back when you would rather not."
    } else {
        "You have done every step of this one, and are not asked again. What you did stays."
    }
    .to_owned()
}

/// "Two rings were found, in which seven people learn. No other rings serve more."
fn looked(look: &crate::swap::SwapLook) -> String {
    let count = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    if look.people == 0 {
        return "Nobody had a place free: whoever is in a ring already keeps it until its lessons are over.".to_owned();
    }
    let people = counted(count(look.people), "person had a place free", "people had a place free");
    if look.found == 0 {
        let why = "Nobody’s offer leads back to what they want. One offer or want more can change that.";
        return sentence(&format!("{people}, and no ring was found. {why}"));
    }
    let rings = counted(count(look.found), "ring was found", "rings were found");
    let learn = counted(count(look.learners), "person learns", "people learn");
    let proof = if look.is_proven { " No other rings serve them better." } else { "" };
    sentence(&format!("{people}, and {rings}, in which {learn}.{proof}"))
}

/// Skills that nobody in the program offers and of which no course is proposed, by name.
fn choices(reader: &Reader, program: &Program, offers: &[BoardLine]) -> Vec<SkillTag> {
    let offered: BTreeSet<&SkillId> = offers.iter().map(|line| &line.skill.id).collect();
    let open = reader.org.courses().filter(|course| course.program == program.id && course.is_open());
    let proposed: BTreeSet<&SkillId> = open.map(|course| &course.skill).collect();
    let free = |id: &SkillId| !offered.contains(id) && !proposed.contains(id);
    let mut skills: Vec<SkillTag> =
        reader.org.skills().filter(|skill| free(&skill.id)).map(|skill| SkillTag::of(reader.org, &skill.id)).collect();
    skills.sort_by(|a, b| a.name.cmp(&b.name));
    skills.truncate(CHOICES);
    skills
}
