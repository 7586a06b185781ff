//! The reader’s part in a ring: what they give and get, when they could meet, and what becomes of the others if they
//! cannot.

use crate::colleague::Colleague;
use crate::id::PersonId;
use crate::reader::Reader;
use crate::rings::{Lesson, Limits, Ring};
use crate::slots::{Meeting, Slot};
use crate::swap::{Fall, RingStage, SwapRing, Taken, hours_in, mend, pool};
use crate::swaps::words::{called, first_name, members};
use crate::text::Prose;
use crate::time::Timestamp;
use crate::wording::{counted, listed, sentence};
use serde::{Deserialize, Serialize};

/// How many times are offered to choose from.
const SLOTS: usize = 4;
/// In programs of more people than this it is not foreseen what a drop-out would lead to.
const FORESEEN: usize = 80;
/// How much work that may take.
const WORK: Limits = Limits { work: 2_000_000 };

/// The reader’s part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YourPart {
    /// What they teach, and to whom; `None` at the end of a chain.
    pub teach: Option<YourSide>,
    /// What they learn, and from whom; `None` for who begins a chain.
    pub learn: Option<YourSide>,
    /// Times to meet whoever teaches them.
    pub slots: Vec<Slot>,
    /// Their zone, for a time of their own.
    pub zone: String,
    /// How the clock of whoever teaches them stands to it.
    pub their_clock: String,
    /// "Only Amara and Mateo read this."
    pub audience: String,
    /// "Each of you gives an hour and gets an hour. Nobody owes anyone."
    pub hours: String,
    /// True once they have said yes.
    pub has_said_yes: bool,
    /// What they said to the others.
    pub words: String,
    /// The time that they chose.
    pub chosen: Option<Timestamp>,
    /// True while they can say yes, or say it otherwise.
    pub may_confirm: bool,
    /// True while they can say no.
    pub may_decline: bool,
}

/// One side of the reader’s part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YourSide {
    /// "You teach Mateo SQL for reports".
    pub title: String,
    /// "60 min · at the ward or by video".
    pub how: String,
    /// The other.
    pub person: Colleague,
}

/// The reader’s part; `None` for those beside it.
pub(super) fn yours(reader: &Reader, ring: &SwapRing) -> Option<YourPart> {
    let me = &reader.me.id;
    if !ring.has(me) {
        return None;
    }
    let (teach, learn) = (ring.taught_by(me), ring.learned_by(me));
    let said = ring.yes_of(me);
    let waits = ring.waits(reader.now());
    let teacher = learn.and_then(|lesson| reader.org.person(&lesson.teacher)).filter(|_| waits);
    let meeting = teacher.map(|them| Meeting { you: reader.me, them, minutes: ring.minutes });
    Some(YourPart {
        teach: teach.map(|lesson| side(reader, ring, (lesson, &lesson.learner))),
        learn: learn.map(|lesson| side(reader, ring, (lesson, &lesson.teacher))),
        slots: meeting.map(|meeting| meeting.slots(reader.org, SLOTS, reader.clocks)).unwrap_or_default(),
        zone: reader.me.zone.as_str().to_owned(),
        their_clock: meeting.map(|meeting| meeting.their_clock(reader.clocks)).unwrap_or_default(),
        audience: format!(
            "Only {} {} this.",
            members(reader, ring),
            if ring.people().count() == 2 { "reads" } else { "read" }
        ),
        hours: hours(ring, teach.is_some() && learn.is_some(), teach.is_some()),
        has_said_yes: said.is_some(),
        words: said.map(|yes| yes.words.to_string()).unwrap_or_default(),
        chosen: said.and_then(|yes| yes.starts_at),
        may_confirm: waits,
        may_decline: waits,
    })
}

fn side(reader: &Reader, ring: &SwapRing, (lesson, other): (&Lesson, &PersonId)) -> YourSide {
    let note = reader.org.offer(&lesson.teacher, &lesson.skill).map(|offer| offer.note.to_string()).unwrap_or_default();
    let length = format!("{} min", ring.minutes.0);
    YourSide {
        title: sentence(&crate::swaps::words::lesson(reader, lesson)),
        how: if note.is_empty() { length } else { format!("{length} · {note}") },
        person: Colleague::named(reader.org, other),
    }
}

/// What everybody gives and gets.
fn hours(ring: &SwapRing, is_both: bool, is_teaching: bool) -> String {
    let length = length(ring.minutes.0);
    match (is_both, is_teaching) {
        (true, _) if ring.ring.is_chain() => {
            format!("You give {length} and get {length}. Whoever begins the chain asks for nothing.")
        }
        (true, _) => format!("Each of you gives {length} and gets {length}. Nobody owes anyone."),
        (false, true) => format!("You give {length}, and it stands to your credit."),
        (false, false) => format!("You get {length}, and give it on when it suits you."),
    }
}

/// "an hour", "45 minutes", "2 h 15".
fn length(minutes: u16) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} minutes"),
        (1, 0) => "an hour".to_owned(),
        (whole, 0) => counted(usize::from(whole), "hour", "hours"),
        (whole, rest) => format!("{whole} h {rest:02}"),
    }
}

/// What would be offered to the others if the reader could not: "Wen could teach Mateo SQL for reports instead." Empty for
/// those beside it and where many people would have to be looked at.
pub(super) fn if_not(reader: &Reader, ring: &SwapRing) -> String {
    let (org, me) = (reader.org, &reader.me.id);
    let Some(program) = org.program(&ring.program).filter(|_| ring.has(me)) else { return String::new() };
    if org.participants(&program.id).count() > FORESEEN {
        return String::new();
    }
    let others: Vec<&SwapRing> = org.swap_rings_in(&program.id).filter(|other| other.id != ring.id).collect();
    let committed = others.iter().filter(|other| !other.is_open() && org.takes_places(other));
    let open: Vec<&SwapRing> = others.iter().filter(|other| other.waits(reader.now())).copied().collect();
    let taken = Taken::by(committed.map(|other| &other.ring));
    let pool = pool(org, program, &taken, &hours_in(org, program), reader.clocks);
    let why = Fall::Declined { by: me.clone(), reason: Prose::default() };
    let fell = SwapRing { stage: RingStage::Fell { at: reader.now(), why, mended: false }, ..ring.clone() };
    let mended = mend(&pool, &open, &[&fell], &WORK);
    let rings: Vec<&Ring> = mended.offered.iter().map(|(ring, _)| ring).collect();
    in_words(reader, ring, &rings)
}

fn in_words(reader: &Reader, ring: &SwapRing, offered: &[&Ring]) -> String {
    let others: Vec<&PersonId> = ring.people().filter(|person| **person != reader.me.id).collect();
    let named = |people: &[&PersonId]| {
        let names: Vec<String> = people.iter().map(|person| first_name(reader, person)).collect();
        listed(names.iter().map(String::as_str), 4)
    };
    let has_place = |person: &&&PersonId| offered.iter().any(|ring| ring.people().any(|one| one == **person));
    let (kept, lost): (Vec<&PersonId>, Vec<&PersonId>) = others.iter().copied().partition(|person| has_place(&person));
    if kept.is_empty() {
        return format!("{} are looked for again tonight.", sentence(&named(&others)));
    }
    let is_new = |lesson: &&Lesson| !ring.ring.lessons.contains(lesson) && others.contains(&&lesson.learner);
    let instead = offered.iter().flat_map(|ring| &ring.lessons).find(is_new);
    let first = instead.map_or_else(String::new, |lesson| {
        let (teacher, learner) = (sentence(&called(reader, &lesson.teacher)), called(reader, &lesson.learner));
        format!("{teacher} could teach {learner} {} instead. ", reader.skill_name(&lesson.skill))
    });
    let verb = if kept.len() == 1 { "keeps a place" } else { "keep their places" };
    let rest = if lost.is_empty() {
        String::new()
    } else {
        format!(" {} would be looked for again.", sentence(&named(&lost)))
    };
    format!("{first}{} {verb}.{rest}", sentence(&named(&kept)))
}
