//! Making a program, and the phases of its life.

use super::access::{may_edit, may_organise, organises, sees};
use super::publish::today_in;
use super::rows::{Standing, edited, hold_participants, write_program};
use super::save::create_version;
use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::ProgramId;
use domain::program::forms::NewProgram;
use domain::program::{Author, Phase, Program, Settings, problems, strangers};
use domain::rejection::Rejection;
use domain::text::Name;
use domain::time::{Timestamp, Zone};
use serde_json::{Value, json};

impl Store {
    /// Makes a program of a template, as a draft that program admins alone see. Refuses all but program admins, a title
    /// without letters, and a template that the kind does not have.
    pub async fn create_program(&self, actor: &Actor, new: &NewProgram) -> Result<ProgramId> {
        may_edit(actor)?;
        let title = &Name::parse("title", &new.title)?;
        let zone = &self.read(actor, |org| {
            let me = actor.person().and_then(|person| org.person(person));
            Ok(me.map_or_else(Zone::utc, |me| me.zone.clone()))
        })?;
        let usual = new.kind.description().templates.first().map_or("", |template| template.key);
        let template = if new.template.is_empty() { usual } else { new.template.as_str() };
        self.change(actor, |tx| async move {
            let id = free_id(&tx, title).await?;
            let settings = Settings::start(new.kind, template, title.as_str(), zone)?;
            let author = Author { by: actor.person().cloned(), at: tx.now() };
            let (program, version) = Program::begun(id.clone(), new.kind, settings, &author);
            create_version(&tx, &version, &program.settings, None).await?;
            write_program(&tx, &program).await?;
            tx.emit(edited(&version)?).await?;
            Ok(id)
        })
        .await
    }

    /// The program is in phase `to` from now on. That is no version, and no roll-back takes it back. Refuses a leap, and
    /// opening what cannot be published. Program admins decide; organisers may pause a program and let it go on.
    pub async fn move_program(&self, actor: &Actor, id: &ProgramId, to: Phase) -> Result<()> {
        let turn = self.turn(actor, id).await?;
        let moved = self.change(actor, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            may_move(actor, &standing, to)?;
            let author = Author { by: actor.person().cloned(), at: tx.now() };
            let program = standing.program.clone().moved(to, author)?;
            if !standing.program.phase.is_public() {
                self.may_open(&standing.program)?;
            }
            self.write_moved(&tx, &program).await
        });
        let more = moved.await?;
        drop(turn);
        if more { self.seat_the_rest(id).await } else { Ok(()) }
    }

    /// Starts every open program whose first day has come in its own zone, and says how many those were. Each is started
    /// once, however many servers look. For the server's own clock; refused for people below organisation admin.
    pub async fn start_due_programs(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let due: Vec<ProgramId> = self.read(actor, |org| {
            Ok(org.programs().filter(|program| is_to_begin(program, now)).map(|program| program.id.clone()).collect())
        })?;
        let mut started = 0;
        for id in &due {
            started += usize::from(self.start_program(id).await?);
        }
        Ok(started)
    }

    /// True when it was started here and now.
    async fn start_program(&self, id: &ProgramId) -> Result<bool> {
        let turn = self.turn(&Actor::Console, id).await?;
        let started = self.change(&Actor::Console, |tx| async move {
            let standing = Standing::read(self, &tx, id).await?;
            if !is_to_begin(&standing.program, tx.now()) {
                return Ok((false, false));
            }
            let program = standing.program.moved(Phase::Running, Author { by: None, at: tx.now() })?;
            Ok((true, self.write_moved(&tx, &program).await?))
        });
        let (is_started, more) = started.await?;
        drop(turn);
        if more {
            self.seat_the_rest(id).await?;
        }
        Ok(is_started)
    }

    /// Writes a program that has moved, and gives seats that people left meanwhile; true when there may be more to come.
    async fn write_moved(&self, tx: &Tx, program: &Program) -> Result<bool> {
        hold_participants(tx, &program.id).await?;
        write_program(tx, program).await?;
        tx.emit(Happening::ProgramMoved { program: program.id.clone(), to: program.phase }).await?;
        if let Some(from) = program.paused_until_now() {
            crate::mentoring::put_off(tx, &program.id, from).await?;
            crate::swap::put_off(tx, &program.id, from).await?;
        }
        if program.phase.takes_people() { self.seat_waiting(tx, program, None).await } else { Ok(false) }
    }
}

fn is_to_begin(program: &Program, now: Timestamp) -> bool {
    program.is_to_begin(now, |at| today_in(program, at))
}

impl Store {
    /// Refuses a program that cannot be published as it stands, at the first field that is wrong.
    fn may_open(&self, program: &Program) -> Result<()> {
        let (kind, settings) = (program.kind, &program.settings);
        let strangers = self.read(&Actor::Console, |org| Ok(strangers(kind, settings, org)))?;
        match problems(kind, settings).into_iter().chain(strangers).next() {
            Some(problem) => Err(Rejection::invalid(problem.path, problem.message).into()),
            None => Ok(()),
        }
    }
}

fn may_move(actor: &Actor, standing: &Standing, to: Phase) -> Result<()> {
    sees(actor, standing)?;
    let pauses = matches!((standing.program.phase, to), (_, Phase::Paused) | (Phase::Paused, Phase::Running));
    if pauses && organises(actor, &standing.program) {
        return Ok(());
    }
    if pauses {
        return may_organise(actor, standing);
    }
    Ok(actor.at_least(Role::ProgramAdmin)?)
}

/// An id made of the title that no program has; two who make one at the same moment conflict over the guard.
async fn free_id(tx: &Tx, title: &Name) -> Result<ProgramId> {
    let query = "UPSERT type::record('guard', ['new_program']) CONTENT { touched_at: $now } RETURN NONE";
    tx.run(query, json!({ "now": tx.now() })).await?;
    let first = ProgramId::from_name(title.as_str())
        .ok_or_else(|| Rejection::invalid("title", "Write a name with at least one letter or digit."))?;
    let mut id = first.clone();
    for number in 2_u32.. {
        let query = "SELECT n FROM ONLY type::record('program', $id)";
        let taken: Option<Value> = tx.row(query, json!({ "id": id })).await?;
        if taken.is_none() {
            break;
        }
        id = ProgramId::from_name(&format!("{} {number}", title.as_str().chars().take(60).collect::<String>()))
            .unwrap_or_else(|| first.clone());
    }
    Ok(id)
}
