//! What speaks for the levels at Fernhill: own estimates of the first weeks, what colleagues and leads said, and what
//! follows from meetings that took place. The levels themselves stand in `people`; a test holds the two together.

mod said;
mod vouch;

use super::calendar::Calendar;
use super::dice::{Deck, Dice};
use super::people::{self, Knows, Row};
use super::{prose, skills, words};
use domain::actor::Role;
use domain::evidence::{Evidence, Level, Source};
use domain::exchange::{Exchange, Side, Stage};
use domain::id::{PersonId, SkillId};
use domain::time::Timestamp;

/// The seed of what colleagues say so that levels are sure enough.
const VOUCHING: u64 = 0x766f_7563;

pub(super) fn evidence(calendar: &Calendar, exchanges: &[Exchange], dice: &mut Dice) -> Vec<Evidence> {
    let mut desk = Desk::new(calendar, dice);
    for row in people::rows() {
        for knows in row.known() {
            desk.own(row, &knows, dice);
            desk.others(row, &knows, dice);
        }
    }
    desk.pieces.extend(said::said(calendar));
    desk.pieces.extend(exchanges.iter().flat_map(of_meeting));
    desk.vouch(&mut Dice::new(VOUCHING));
    desk.pieces
}

/// Who could say something about whom.
struct Voice {
    id: PersonId,
    team: &'static str,
    role: Role,
    skills: Vec<&'static str>,
}

/// The pieces so far, and what the next one is made from.
struct Desk<'a> {
    calendar: &'a Calendar,
    voices: Vec<Voice>,
    own: [Deck<'static>; 5],
    peers: Deck<'static>,
    managers: Deck<'static>,
    pieces: Vec<Evidence>,
}

impl<'a> Desk<'a> {
    fn new(calendar: &'a Calendar, dice: &mut Dice) -> Self {
        let voice = |row: &'static Row| Voice {
            id: row.id(),
            team: row.team,
            role: row.role,
            skills: row.known().filter(|knows| knows.level >= Level::WITH_HELP).map(|knows| knows.skill).collect(),
        };
        Self {
            calendar,
            voices: people::rows().map(voice).collect(),
            own: Level::ALL.map(|level| Deck::shuffled(words::own(level), dice)),
            peers: Deck::shuffled(&words::PEER, dice),
            managers: Deck::shuffled(&words::MANAGER, dice),
            pieces: Vec::new(),
        }
    }

    /// Their own estimate; some began lower and grew.
    fn own(&mut self, row: &Row, knows: &Knows, dice: &mut Dice) {
        let (day, earlier) = (row.days_ago(dice), row.days_ago(dice));
        let lower = Level::try_from(knows.level.number().saturating_sub(1)).unwrap_or(Level::NONE);
        let skill = skills::id(knows.skill);
        let says = |level, note, at| Word { by: row.id(), source: Source::Own, level, note, at };
        if earlier > day + 14 && lower > Level::NONE {
            let at = self.moment(earlier, dice);
            self.pieces.push(says(lower, "", at).about(row.id(), skill.clone()));
        }
        let at = self.moment(day, dice);
        let deck = self.own.get_mut(usize::from(knows.level.number()));
        let note = if dice.happens(55) { deck.map_or("", Deck::draw) } else { "" };
        self.pieces.push(says(knows.level, note, at).about(row.id(), skill));
    }

    /// What colleagues and the lead said.
    fn others(&mut self, row: &Row, knows: &Knows, dice: &mut Dice) {
        let mut asked: Vec<PersonId> = vec![row.id()];
        for sayer in knows.sayers.chars() {
            let lead = sayer == 'm' && row.role == Role::Member;
            let fits = |voice: &&Voice| !asked.contains(&voice.id) && voice.may_say(lead, row.team, knows.skill);
            let fitting: Vec<&Voice> = self.voices.iter().filter(fits).collect();
            let Some(by) = (!fitting.is_empty()).then(|| dice.one_of(&fitting).id.clone()) else { continue };
            let (source, note) =
                if lead { (Source::Manager, self.managers.draw()) } else { (Source::Peer, self.peers.draw()) };
            asked.push(by.clone());
            let word = Word { by, source, level: knows.level, note, at: self.moment(row.days_ago(dice), dice) };
            self.pieces.push(word.about(row.id(), skills::id(knows.skill)));
        }
    }

    fn moment(&self, days: u32, dice: &mut Dice) -> Timestamp {
        self.calendar.workday_ago(days, 8 * 60 + i64::from(dice.between(0, 590)))
    }
}

impl Voice {
    /// A lead speaks for their team; a colleague for their team and for what they know themself.
    fn may_say(&self, as_lead: bool, team: &str, skill: &str) -> bool {
        if as_lead {
            self.role >= Role::Manager && self.team == team
        } else {
            self.role == Role::Member && (self.team == team || self.skills.contains(&skill))
        }
    }
}

/// One word of somebody about a level.
struct Word<'a> {
    by: PersonId,
    source: Source,
    level: Level,
    note: &'a str,
    at: Timestamp,
}

impl Word<'_> {
    fn about(self, person: PersonId, skill: SkillId) -> Evidence {
        let Self { by, source, level, note, at } = self;
        let (by, note) = (Some(by), prose(note));
        Evidence { person, skill, level, source, by, at, note, import: None, passed: None, reversed_at: None }
    }
}

/// What a meeting speaks for once both said that it took place.
fn of_meeting(exchange: &Exchange) -> Vec<Evidence> {
    let Stage::Done { at } = exchange.stage else { return Vec::new() };
    let (learner, teacher, skill) = (&exchange.learner, &exchange.teacher, &exchange.skill);
    let word = |side: Side, source, level| {
        let by = exchange.person(side).clone();
        let note = exchange.word_of(side).map_or("", |word| word.words.as_str());
        Word { by, source, level, note, at }
    };
    // Whoever did it alone before and has taught it can teach it.
    let before = level_of(teacher, skill).unwrap_or(Level::NONE);
    let taught = if before >= Level::ALONE { Level::CAN_TEACH } else { Level::ALONE };
    let learned = level_of(learner, skill).unwrap_or(Level::AWARE);
    vec![
        word(Side::Learner, Source::Taught, taught).about(teacher.clone(), skill.clone()),
        word(Side::Teacher, Source::Attended, learned).about(learner.clone(), skill.clone()),
    ]
}

fn level_of(person: &PersonId, skill: &SkillId) -> Option<Level> {
    let row = people::rows().find(|row| row.id() == *person)?;
    row.known().find(|knows| knows.skill == skill.as_str()).map(|knows| knows.level)
}
