//! A program as one reader sees it: its head, its versions, them in it, and the terms that hold for them.

use super::terms::Terms;
use crate::actor::Role;
use crate::id::ProgramId;
use crate::program::{Capability, History, Participant, Path, Phase, Program, Standing, Who, may};
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::time::Timestamp;

/// A program and its reader.
#[derive(Clone)]
pub(crate) struct Sight<'a> {
    pub reader: Reader<'a>,
    pub history: History<'a>,
    pub program: &'a Program,
    /// The reader in it, or once in it, or asked to be.
    pub mine: Option<&'a Participant>,
    pub terms: Terms,
}

impl<'a> Sight<'a> {
    /// The program `id`; not found when it is not there, and for most people while it is a draft.
    pub fn of(reader: &Reader<'a>, id: &ProgramId) -> Result<Self, Rejection> {
        let history = reader.org.history(id).ok_or(Rejection::NotFound(Noun::Program))?;
        let sight = Self::new(reader, history);
        if sight.program.phase.is_public() || reader.me.role >= Role::ProgramAdmin {
            Ok(sight)
        } else {
            Err(Rejection::NotFound(Noun::Program))
        }
    }

    fn new(reader: &Reader<'a>, history: History<'a>) -> Self {
        let program = history.program;
        let mine = reader.org.participant(&program.id, &reader.me.id);
        let inside = mine.filter(|mine| matches!(mine.standing, Standing::Inside | Standing::Finished));
        let settings = match inside {
            Some(mine) => history.settings_for(&reader.org.who(mine), reader.now()),
            None => program.settings.clone(),
        };
        Self { reader: *reader, history, program, mine, terms: Terms::new(program, settings) }
    }

    /// The reader in it, for as long as they are inside.
    pub fn inside(&self) -> Option<Who<'a>> {
        let mine = self.mine.filter(|mine| mine.standing == Standing::Inside)?;
        Some(self.reader.org.who(mine))
    }

    /// The reader in it, inside or through all its stages.
    pub fn taking_part(&self) -> Option<Who<'a>> {
        let mine = self.mine.filter(|mine| matches!(mine.standing, Standing::Inside | Standing::Finished))?;
        Some(self.reader.org.who(mine))
    }

    /// True when the reader may see its people's steps, invite and pause: its organisers, and program admins.
    pub fn is_led_by_reader(&self) -> bool {
        self.reader.me.role >= Role::ProgramAdmin || self.program.names_as_organiser(&self.reader.me.id)
    }

    /// True when the reader may do that in it for others: as one who leads it, or in a role that carries it.
    pub fn may(&self, capability: Capability) -> bool {
        self.is_led_by_reader() || self.mine.is_some_and(|mine| may(&self.history, mine, capability))
    }

    /// True while something can be due in it.
    pub fn goes_on(&self) -> bool {
        self.program.phase == Phase::Running
    }

    /// What it is called, as the reader has it.
    pub fn title(&self) -> String {
        let own = self.terms.text("title");
        if own.is_empty() { self.program.title().to_owned() } else { own }
    }

    /// Its page.
    pub fn href(&self) -> String {
        format!("/programs/{}", self.program.id)
    }

    /// The day it was in the reader's zone.
    pub fn day(&self, at: Timestamp) -> crate::clocks::Day {
        self.reader.clocks.wall(&self.reader.me.zone, at).day
    }
}

/// The programs that the reader is named an organiser of, by id; where nobody is named, program admins organise them.
/// Drafts and closed ones are left out.
pub(crate) fn led_programs<'a>(reader: &Reader<'a>) -> Vec<Sight<'a>> {
    let led = |program: &&Program| {
        let organisers = program.settings.several(&Path::field("organisers"));
        let is_named = organisers.iter().any(|named| named == reader.me.id.as_str());
        let is_mine = is_named || organisers.is_empty() && reader.me.role >= Role::ProgramAdmin;
        is_mine && !matches!(program.phase, Phase::Draft | Phase::Closed)
    };
    let ids = reader.org.programs().filter(led).map(|program| &program.id);
    ids.filter_map(|id| Sight::of(reader, id).ok()).collect()
}

/// The programs that the reader is in, waits for, or is asked to join, by id; drafts are left out.
pub(crate) fn my_programs<'a>(reader: &Reader<'a>) -> Vec<Sight<'a>> {
    of_standing(reader, |standing| *standing != Standing::Left)
}

/// The programs that the reader has left or was taken out of, by id; drafts are left out.
pub(crate) fn programs_left<'a>(reader: &Reader<'a>) -> Vec<Sight<'a>> {
    of_standing(reader, |standing| *standing == Standing::Left)
}

fn of_standing<'a>(reader: &Reader<'a>, wanted: impl Fn(&Standing) -> bool) -> Vec<Sight<'a>> {
    let mine = |program: &&Program| {
        let standing = reader.org.participant(&program.id, &reader.me.id).map(|mine| &mine.standing);
        program.phase.is_public() && standing.is_some_and(&wanted)
    };
    let ids = reader.org.programs().filter(mine).map(|program| &program.id);
    ids.filter_map(|id| Sight::of(reader, id).ok()).collect()
}

/// The programs in which people apply whom the reader is to answer, each with those people, who has asked longest first.
pub(crate) fn to_admit<'a>(reader: &Reader<'a>) -> Vec<(Sight<'a>, Vec<&'a Participant>)> {
    let (org, me) = (reader.org, &reader.me.id);
    let has_role = |program: &Program| {
        let mine = org.participant(&program.id, me).zip(org.history(&program.id));
        mine.is_some_and(|(mine, history)| may(&history, mine, Capability::Admit))
    };
    let answers =
        |program: &&Program| program.phase.takes_people() && (org.looks_after(program, me) || has_role(program));
    let applicants = |program: &'a Program| {
        let all = org.participants(&program.id).filter(|one| one.standing == Standing::Applied);
        let mut all: Vec<&Participant> = all.collect();
        all.sort_by_key(|one| (one.since, &one.person));
        let sight = (!all.is_empty()).then(|| Sight::of(reader, &program.id).ok()).flatten()?;
        Some((sight, all))
    };
    org.programs().filter(answers).filter_map(applicants).collect()
}
