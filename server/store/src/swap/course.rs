//! Courses that nobody teaches yet. A guard for each program and skill lets only one be open at a time.

use crate::error::Result;
use crate::exchange::skill_exists;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::event::{Happening, MovedBoard};
use domain::id::{CourseId, PersonId};
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::swap::{Course, CourseStep, swap_program};
use domain::swaps::CourseForm;
use domain::text::Prose;
use serde_json::{Value, json};

impl Store {
    /// The actor proposes a course that nobody teaches yet, and would come: it stands on the board of the program from now
    /// on. Refuses skills that are not known, programs in which nobody swaps now, and a second course of the same while
    /// one is open.
    pub async fn propose_course(&self, actor: &Actor, form: &CourseForm) -> Result<CourseId> {
        let me = &actor.member()?.id;
        let words = &Prose::parse("words", &form.words)?;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            self.read(actor, |org| swap_program(org, &form.program).map(drop))?;
            skill_exists(&tx, &form.skill).await?;
            let id = CourseId::parse(&format!("{:016x}", stamp.random()))?;
            let of = (form.program.clone(), form.skill.clone());
            let course = Course::proposed(id.clone(), of, (me.clone(), words.clone()), tx.now());
            only_one_open(&tx, &course).await?;
            write(&tx, &course).await?;
            Ok(id)
        })
        .await
    }

    /// The actor would come to a course, would not any more, holds it, gives it back, or takes the proposal back. Who left the
    /// company neither comes nor holds it. Refuses programs in which nobody swaps now, and what [`Course::moved`] refuses.
    pub async fn move_course(&self, actor: &Actor, id: &CourseId, step: CourseStep) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('course', $id) FOR UPDATE";
            let course: Option<Course> = tx.row(query, json!({ "id": id })).await?;
            let course = course.ok_or(Rejection::NotFound(Noun::Course))?;
            let here = self.read(actor, |org| {
                swap_program(org, &course.program)?;
                let is_here = |id: &PersonId| org.person(id).is_some_and(Person::is_active);
                Ok(course.clone().among(is_here))
            })?;
            let moved = here.moved(me, step, tx.now())?;
            if moved == course { Ok(()) } else { write(&tx, &moved).await }
        })
        .await
    }
}

async fn write(tx: &Tx, course: &Course) -> Result<()> {
    let values = json!({ "id": course.id, "row": crate::row::content(course)? });
    tx.run("UPSERT type::record('course', $id) CONTENT $row RETURN NONE", values).await?;
    let (program, course) = (course.program.clone(), Some(course.id.clone()));
    tx.emit(Happening::SwapBoardMoved(MovedBoard { program, course })).await
}

async fn only_one_open(tx: &Tx, course: &Course) -> Result<()> {
    let key = json!(["course", course.program, course.skill]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await?;
    let query = "SELECT *, record::id(id) AS id FROM course WHERE program = $program";
    let all: Vec<Course> = tx.rows(query, json!({ "program": course.program })).await?;
    if all.iter().any(|other| other.skill == course.skill && other.is_open()) {
        return Err(Rejection::invalid("skill", "This course is proposed already. Join it.").into());
    }
    Ok(())
}
