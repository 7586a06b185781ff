//! Notes: written, changed, brought back, verified, made obsolete, handed over. A text is added and never altered.

use crate::error::Result;
use crate::{Store, Tx};
use domain::actor::Actor;
use domain::chosen;
use domain::coverage::works_here;
use domain::event::{Happening, MovedNote};
use domain::id::{NoteId, PersonId, SkillId};
use domain::note::{
    Change, Draft, Months, Note, NoteForm, NoteMove, NoteStep, NoteVersion, keeps, needs_owner, vouches,
};
use domain::rejection::{Noun, Rejection};
use domain::text::Line;
use serde_json::json;

impl Store {
    /// The actor writes a note: it is theirs. Refuses what [`Note::written`] refuses, skills that are not known, and a
    /// verifier who does not work here.
    pub async fn write_note(&self, actor: &Actor, draft: &Draft) -> Result<NoteId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            self.skills_exist(actor, &draft.skills)?;
            self.may_be_named(actor, "verifier", draft.verifier.as_ref())?;
            let id = NoteId::parse(&format!("{:016x}", stamp.random()))?;
            write_in(&tx, id, me, draft.clone()).await
        })
        .await
    }

    /// Another text for a note, by whoever is signed in. Refuses what [`Note::edited`] refuses, such as a change that was
    /// begun from an earlier text; obsolete notes; and skills that are not known.
    pub async fn edit_note(&self, actor: &Actor, id: &NoteId, change: &Change) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            self.skills_exist(actor, &change.skills)?;
            let note = holding(&tx, id).await?;
            let is_enough = self.read(actor, |org| Ok(vouches(org, actor, &note)))?;
            let edited = note.edited(me, change.clone(), is_enough, tx.now())?;
            write_text(&tx, &edited, &edited.version(change.why.clone(), None), NoteStep::Edited).await
        })
        .await
    }

    /// What the form of a note says: a new one, or another text for one. Refuses the first field that cannot be taken, and
    /// what [`Store::write_note`] and [`Store::edit_note`] refuse.
    pub async fn save_note_by_form(&self, actor: &Actor, form: &NoteForm) -> Result<NoteId> {
        actor.member()?;
        match form.note()? {
            Some(id) => {
                let change = self.read(actor, |org| form.as_change(org))?;
                self.edit_note(actor, &id, &change).await?;
                Ok(id)
            }
            None => {
                let draft = self.read(actor, |org| form.draft(org))?;
                self.write_note(actor, &draft).await
            }
        }
    }

    /// The text of version `n` stands again, as a new version. Refuses what [`Note::restored`] refuses, and obsolete notes.
    pub async fn restore_note(&self, actor: &Actor, id: &NoteId, n: u32) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let note = holding(&tx, id).await?;
            let query = "SELECT * OMIT id FROM ONLY type::record('note_version', [$note, $n])";
            let from: Option<NoteVersion> = tx.row(query, json!({ "note": id, "n": n })).await?;
            let from = from.ok_or(Rejection::NotFound(Noun::Version))?;
            let is_enough = self.read(actor, |org| Ok(vouches(org, actor, &note)))?;
            let restored = note.restored(me, &from, is_enough, tx.now())?;
            write_text(&tx, &restored, &restored.version(Line::default(), Some(n)), NoteStep::Restored).await
        })
        .await
    }

    /// The actor makes `step`. Refuses whoever does not answer for the note, people to name who do not work here, and what
    /// [`Note::moved`] refuses.
    pub async fn move_note(&self, actor: &Actor, id: &NoteId, step: &NoteMove) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let note = found(&tx, id).await?;
            self.may_move(actor, &note, step)?;
            let moved = note.moved(me, step.clone(), tx.now())?;
            write(&tx, &moved, step.step()).await
        })
        .await
    }

    /// The actor answers for a note from now on whose owner works here no more. Refuses notes that have an owner.
    pub async fn take_over_note(&self, actor: &Actor, id: &NoteId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let note = found(&tx, id).await?;
            if !self.read(actor, |org| Ok(needs_owner(org, &note)))? {
                return Err(Rejection::Stale("Somebody answers for this note already.".to_owned()).into());
            }
            let step = NoteMove::HandOver { to: me.clone() };
            let taken = note.moved(me, step, tx.now())?;
            write(&tx, &taken, NoteStep::HandedOver).await
        })
        .await
    }

    /// Gives a note to whom a form names, by id or by name. Refuses names of nobody, and what [`Store::move_note`] refuses.
    pub async fn hand_over_note_by_form(&self, actor: &Actor, id: &NoteId, to: &str, name: &str) -> Result<()> {
        let to = self.read(actor, |org| chosen::person(org, "to", to, name))?;
        self.move_note(actor, id, &NoteMove::HandOver { to }).await
    }

    /// Lets whom a form names, by id or by name, look at a note again; its owner when it names nobody. Refuses what
    /// [`Store::move_note`] refuses.
    pub async fn keep_note_by_form(
        &self,
        actor: &Actor,
        id: &NoteId,
        (verifier, name): (&str, &str),
        every: Months,
    ) -> Result<()> {
        let verifier = self.read(actor, |org| chosen::someone(org, "verifier", verifier, name))?;
        self.move_note(actor, id, &NoteMove::Keep { verifier, every }).await
    }

    fn may_move(&self, actor: &Actor, note: &Note, step: &NoteMove) -> Result<()> {
        let (is_enough, is_kept) = self.read(actor, |org| Ok((vouches(org, actor, note), keeps(org, actor, note))))?;
        let refused = |words: &str| Err(Rejection::Forbidden(words.to_owned()).into());
        match step {
            NoteMove::Verify { .. } if !is_enough => {
                refused("Only whoever looks at this note again, or a program admin, can say that it holds.")
            }
            NoteMove::MakeObsolete { .. }
            | NoteMove::MakeCurrent
            | NoteMove::HandOver { .. }
            | NoteMove::Keep { .. }
                if !is_kept =>
            {
                refused("Only whoever answers for this note, or a program admin, can do this.")
            }
            NoteMove::HandOver { to } => self.may_be_named(actor, "to", Some(to)),
            NoteMove::Keep { verifier, .. } => self.may_be_named(actor, "verifier", verifier.as_ref()),
            NoteMove::Verify { .. } | NoteMove::MakeObsolete { .. } | NoteMove::MakeCurrent => Ok(()),
        }
    }

    fn may_be_named(&self, actor: &Actor, field: &str, person: Option<&PersonId>) -> Result<()> {
        let Some(person) = person else { return Ok(()) };
        if self.read(actor, |org| Ok(works_here(org, person)))? {
            return Ok(());
        }
        Err(Rejection::invalid(field, "Choose somebody who works here.").into())
    }

    fn skills_exist(&self, actor: &Actor, skills: &[SkillId]) -> Result<()> {
        let known = |org: &domain::org::Org| Ok(skills.iter().all(|skill| org.skill(skill).is_some()));
        if self.read(actor, known)? { Ok(()) } else { Err(Rejection::NotFound(Noun::Skill).into()) }
    }
}

/// The note that `by` writes, as part of a larger change: what a session leaves is written with its close-out.
pub(crate) async fn write_in(tx: &Tx, id: NoteId, by: &PersonId, draft: Draft) -> Result<NoteId> {
    let note = Note::written(id, by.clone(), draft, tx.now())?;
    write_text(tx, &note, &note.version(Line::default(), None), NoteStep::Written).await?;
    Ok(note.id)
}

async fn found(tx: &Tx, id: &NoteId) -> Result<Note> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('note', $id) FOR UPDATE";
    let note: Option<Note> = tx.row(query, json!({ "id": id })).await?;
    Ok(note.ok_or(Rejection::NotFound(Noun::Note))?)
}

/// The same, of a note whose text can change.
async fn holding(tx: &Tx, id: &NoteId) -> Result<Note> {
    let note = found(tx, id).await?;
    if note.obsolete.is_some() {
        let words = "This note is obsolete. Take that back before you change it.";
        return Err(Rejection::Conflict(words.to_owned()).into());
    }
    Ok(note)
}

/// The note and its new text: both, or neither.
async fn write_text(tx: &Tx, note: &Note, version: &NoteVersion, step: NoteStep) -> Result<()> {
    let values = json!({ "key": [version.note, version.n], "row": crate::row::content(version)? });
    tx.run("CREATE type::record('note_version', $key) CONTENT $row RETURN NONE", values).await?;
    write(tx, note, step).await
}

async fn write(tx: &Tx, note: &Note, step: NoteStep) -> Result<()> {
    let values = json!({ "id": note.id, "row": crate::row::content(note)? });
    tx.run("UPSERT type::record('note', $id) CONTENT $row RETURN NONE", values).await?;
    // Whoever settles a session does not write the note of its host.
    let by = if step == NoteStep::Written { Some(note.written_by.clone()) } else { tx.by().cloned() };
    tx.emit_for(by, Happening::NoteMoved(MovedNote { note: note.id.clone(), how: step })).await
}
