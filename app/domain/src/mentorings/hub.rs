//! The reader's mentoring at one glance: what they look for, requests to them, their pairs, their places, and what is open.

use super::{ProgramTag, places_words, stands_still, waited};
use crate::colleague::Colleague;
use crate::mentoring::{Asked, Mode, PausedBecause, Roll, Rules, Seeking, requests_to};
use crate::pairs::{self, PairLine};
use crate::program::{Path, Phase, Program, Standing};
use crate::reader::Reader;
use crate::tag::SkillTag;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// `/mentoring`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubPage {
    /// "One colleague is waiting for your answer."
    pub lead: String,
    /// Who asks the reader to be their mentor, the oldest first.
    pub requests: Vec<RequestLine>,
    /// Programs in which the reader looks for a mentor.
    pub looking: Vec<LookingCard>,
    /// The reader's pairs that are open, by program.
    pub pairs: Vec<PairLine>,
    /// Programs in which the reader mentors.
    pub places: Vec<PlacesCard>,
    /// Programs of mentorship that the reader is in no way in.
    pub open: Vec<OpenProgram>,
}

/// Somebody asks the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    /// In which program.
    pub program: ProgramTag,
    /// Who.
    pub learner: Colleague,
    /// What they would learn.
    pub skill: SkillTag,
    /// "until Friday 15:12".
    pub until: String,
    /// Where it is answered.
    pub href: String,
}

/// A program in which the reader looks for a mentor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookingCard {
    /// Which.
    pub program: ProgramTag,
    /// "You have looked for 12 days."
    pub waited: String,
    /// Whom they ask now.
    pub asked: Option<Colleague>,
    /// What stands there now: "Noor has until Friday 15:12 to answer."
    pub status: String,
    /// What to do: "Find a mentor".
    pub verb: String,
    /// Where.
    pub href: String,
}

/// The reader's places as a mentor in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacesCard {
    /// Which.
    pub program: ProgramTag,
    /// How many learners they take at once, paused or not.
    pub places: u32,
    /// The most that the program lets them take.
    pub most: u32,
    /// "one place is free".
    pub words: String,
    /// Whom they have.
    pub learners: Vec<Colleague>,
    /// Why they take nobody now, in kind words; empty while they do.
    pub paused: String,
}

/// A program that the reader could join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenProgram {
    /// Which.
    pub program: ProgramTag,
    /// What people get from it.
    pub purpose: String,
    /// How pairs come about.
    pub mode: String,
}

/// The reader's mentoring.
pub fn hub_page(reader: &Reader) -> HubPage {
    let programs = programs(reader);
    let requests = requests(reader);
    let looking: Vec<LookingCard> =
        programs.iter().filter_map(|(program, rules)| looking(reader, program, rules)).collect();
    let pairs = pairs(reader);
    let lead = match (requests.len(), looking.len(), pairs.len()) {
        (0, 0, 0) => "Learn from somebody who is a step ahead, or share what you know.".to_owned(),
        (0, 0, n) => format!("You have {}.", counted(n, "pair", "pairs")),
        (0, ..) => "You are looking for a mentor.".to_owned(),
        (1, ..) => "One colleague is waiting for your answer.".to_owned(),
        (n, ..) => format!("{} are waiting for your answer.", sentence(&counted(n, "colleague", "colleagues"))),
    };
    HubPage {
        lead,
        requests,
        looking,
        pairs,
        places: programs.iter().filter_map(|(program, rules)| places(reader, program, rules)).collect(),
        open: programs.iter().filter_map(|(program, rules)| open(reader, program, rules)).collect(),
    }
}

/// Programs in which a request of the reader's waits for a mentor.
pub fn asked_mentors(reader: &Reader) -> Vec<LookingCard> {
    let asks = |program: &Program| reader.org.seeking(&program.id, &reader.me.id).is_some_and(|of| of.asked.is_some());
    let asked = programs(reader).into_iter().filter(|(program, _)| asks(program));
    asked.filter_map(|(program, rules)| looking(reader, program, &rules)).collect()
}

/// Every program of mentorship that is not over and that everybody sees.
fn programs<'a>(reader: &Reader<'a>) -> Vec<(&'a Program, Rules)> {
    let live = reader.org.programs().filter(|program| !matches!(program.phase, Phase::Draft | Phase::Closed));
    live.filter_map(|program| Some((program, Rules::of(program)?))).collect()
}

fn requests(reader: &Reader) -> Vec<RequestLine> {
    let waiting = requests_to(reader.org, &reader.me.id).into_iter();
    let goes_on = |seeking: &Seeking| reader.org.program(&seeking.program).is_some_and(|of| of.phase.takes_people());
    let open = waiting.filter(|(seeking, asked)| reader.now() < asked.until && goes_on(seeking));
    let line = |(seeking, asked): (&Seeking, &Asked)| {
        Some(RequestLine {
            program: ProgramTag::of(reader.org.program(&seeking.program)?),
            learner: Colleague::named(reader.org, &seeking.person),
            skill: SkillTag::of(reader.org, &asked.skill),
            until: format!("until {}", reader.when(asked.until)),
            href: format!("/mentoring/{}/requests/{}", seeking.program, seeking.person),
        })
    };
    open.filter_map(line).collect()
}

fn looking(reader: &Reader, program: &Program, rules: &Rules) -> Option<LookingCard> {
    let roll = Roll::of(reader.org, &program.id);
    let seeker = roll.seeker_of(&reader.me.id)?;
    let seeking = reader.org.seeking(&program.id, &reader.me.id);
    let asked = seeking.and_then(|seeking| seeking.asked.as_ref());
    let wishes = seeking.map_or(0, |seeking| seeking.wishes.len());
    let (status, verb) = match (asked, wishes) {
        _ if !program.phase.takes_people() => (stands_still(program.phase).to_owned(), "See what stands there"),
        (Some(asked), _) => {
            let name = Colleague::named(reader.org, &asked.mentor).first_name;
            (format!("{name} has until {} to answer.", reader.when(asked.until)), "See your request")
        }
        (None, 0) if rules.mode.asks() => ("You have asked nobody yet.".to_owned(), "Find a mentor"),
        (None, 0) => (rules.mode.words().to_owned(), "Say whom you would like"),
        (None, n) if rules.mode.asks() => {
            (format!("You wish for {}, and nobody is asked now.", counted(n, "mentor", "mentors")), "Find a mentor")
        }
        (None, n) => (format!("You wish for {}.", counted(n, "mentor", "mentors")), "See your wishes"),
    };
    Some(LookingCard {
        program: ProgramTag::of(program),
        waited: format!("You have looked for {}.", waited(seeker.since, reader.now())),
        asked: asked.map(|asked| Colleague::named(reader.org, &asked.mentor)),
        status,
        verb: verb.to_owned(),
        href: format!("/mentoring/{}/match", program.id),
    })
}

/// The reader's pairs that are open.
pub(super) fn pairs(reader: &Reader) -> Vec<PairLine> {
    let open = reader.org.pairs_of(&reader.me.id).filter(|pair| pair.is_open() && pair.has(&reader.me.id));
    open.map(|pair| pairs::line(reader, pair)).collect()
}

fn places(reader: &Reader, program: &Program, rules: &Rules) -> Option<PlacesCard> {
    let (me, roll) = (&reader.me.id, Roll::of(reader.org, &program.id));
    if !roll.is_mentor(me) {
        return None;
    }
    let row = reader.org.mentor(&program.id, me);
    let own = reader.org.pairs_in(&program.id).filter(|pair| pair.is_open() && pair.mentor == *me);
    let learners = own.flat_map(|pair| &pair.learners).map(|learner| Colleague::named(reader.org, learner));
    let paused = row.and_then(|row| row.paused.as_ref()).map(|paused| match paused.because {
        PausedBecause::Own => "You are paused: nobody new asks you.".to_owned(),
        PausedBecause::Silent => {
            "Two requests went by without an answer, so we gave you a break: nobody new asks you. No harm done; come back \
             when you have time."
                .to_owned()
        }
    });
    Some(PlacesCard {
        program: ProgramTag::of(program),
        places: row.map_or(rules.places, |row| row.places(rules)),
        most: rules.places,
        words: sentence(&places_words(roll.taken(rules, me))),
        learners: learners.collect(),
        paused: paused.unwrap_or_default(),
    })
}

fn open(reader: &Reader, program: &Program, rules: &Rules) -> Option<OpenProgram> {
    let standing = reader.org.participant(&program.id, &reader.me.id).map(|participant| &participant.standing);
    let is_out = matches!(standing, None | Some(Standing::Left | Standing::Invited { .. }));
    let mode: Mode = rules.mode;
    (is_out && program.phase.takes_people()).then(|| OpenProgram {
        program: ProgramTag::of(program),
        purpose: program.settings.text(&Path::field("purpose")).to_owned(),
        mode: mode.words().to_owned(),
    })
}
