//! Requests to confirm a skill: asked, answered, taken back, expired. The request's own record guards every move; a
//! guard record for each asker, colleague and skill lets only one request be open at a time.

use crate::error::Result;
use crate::exchange::{skill_exists, teaches, write_evidence};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::confirmation::{
    Answer, ConfirmAsk, ConfirmChoices, ConfirmForm, Confirmation, ConfirmationPage, ConfirmationsPage, Side,
    confirm_choices, confirmation_page, confirmations_page,
};
use domain::event::{Happening, MovedConfirmation};
use domain::evidence::Evidence;
use domain::id::{ConfirmationId, PersonId, SkillId};
use domain::question::{Cell, Outcome};
use domain::rejection::{Noun, Rejection};
use domain::skills::LevelEdit;
use serde_json::{Value, json};

impl Store {
    /// The actor asks `ask.colleague` to confirm a skill: the request waits for them from now on. Refuses oneself,
    /// people who left, skills that are not known, and a second request for the same while one is open.
    pub async fn ask_confirmation(&self, actor: &Actor, ask: &ConfirmAsk) -> Result<ConfirmationId> {
        let me = &actor.member()?.id;
        let stamp = self.stamp();
        self.change(actor, |tx| async move {
            let id = ConfirmationId::parse(&format!("{:016x}", stamp.random()))?;
            let request = Confirmation::open(id.clone(), me.clone(), ask.clone(), tx.now())?;
            teaches(&tx, &ask.colleague).await?;
            skill_exists(&tx, &ask.skill).await?;
            only_one_open(&tx, &request).await?;
            write(&tx, &request).await?;
            Ok(id)
        })
        .await
    }

    /// The same from a form.
    pub async fn ask_confirmation_by_form(&self, actor: &Actor, form: &ConfirmForm) -> Result<ConfirmationId> {
        let ask = self.read(actor, |org| form.parsed(org))?;
        self.ask_confirmation(actor, &ask).await
    }

    /// The actor answers a request that waits for them. A level is evidence from now on, as a colleague's or manager's
    /// estimate, by who they are to the asker; a reason for saying none is known to the two alone, and they are never
    /// asked about that colleague and skill by Kith either. Refuses what
    /// [`Confirmation::answered`] refuses; not found for everybody who is not in it, and when the asker has left.
    pub async fn answer_confirmation(&self, actor: &Actor, id: &ConfirmationId, answer: &Answer) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let (request, side) = read_as(&tx, id, me).await?;
            let answered = request.answered(side, answer.clone(), tx.now())?;
            write(&tx, &answered).await?;
            let (person, skill) = (answered.asker, answered.skill);
            match answer {
                Answer::Give { level, note } => {
                    teaches(&tx, &person).await?;
                    skill_exists(&tx, &skill).await?;
                    let edit = LevelEdit { person, skill, level: *level, note: note.clone() };
                    let evidence = self.read(actor, |org| edit.evidence(org, actor, tx.now()))?;
                    write_evidence(&tx, &evidence, &format!("confirmation:{id}")).await
                }
                Answer::Decline { reason } => {
                    let cell = Cell { subject: person, skill };
                    self.settle_question(&tx, actor, (&cell, Outcome::NotMine { reason: reason.clone() })).await?;
                    Ok(())
                }
            }
        })
        .await
    }

    /// The actor takes back what they asked. Refuses what [`Confirmation::withdrawn`] refuses.
    pub async fn withdraw_confirmation(&self, actor: &Actor, id: &ConfirmationId) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let (request, side) = read_as(&tx, id, me).await?;
            write(&tx, &request.withdrawn(side, tx.now())?).await
        })
        .await
    }

    /// Ends every request that nobody answered in time, and says how many those were. For the server's own clock;
    /// refused for people below organisation admin.
    pub async fn expire_confirmations(&self, actor: &Actor) -> Result<usize> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let due: Vec<ConfirmationId> = self.read(actor, |org| {
            let due = org.confirmations().filter(|request| (*request).clone().expired(now).is_some());
            Ok(due.map(|request| request.id.clone()).collect())
        })?;
        let mut ended = 0;
        for id in &due {
            ended += self.change(actor, |tx| async move { expire(&tx, id).await }).await?;
        }
        Ok(ended)
    }

    /// The actor's requests, and what they are not asked about any more.
    pub async fn confirmations_page(&self, actor: &Actor) -> Result<ConfirmationsPage> {
        let questions = self.questions_of(&actor.member()?.id).await?;
        self.read_as(actor, |reader| Ok(confirmations_page(reader, &questions)))
    }

    /// One of the actor's requests; not found when they are not in it.
    pub fn confirmation_page(&self, actor: &Actor, id: &ConfirmationId) -> Result<ConfirmationPage> {
        self.read_as(actor, |reader| confirmation_page(reader, id))
    }

    /// What the form offers; it names `colleague` and `skill` when the actor came for them.
    pub fn confirm_choices(
        &self,
        actor: &Actor,
        colleague: Option<&PersonId>,
        skill: Option<&SkillId>,
    ) -> Result<ConfirmChoices> {
        self.read_as(actor, |reader| Ok(confirm_choices(reader, colleague, skill)))
    }
}

/// Who asks whom about what.
#[derive(Clone, Copy)]
pub(crate) struct Between<'a> {
    pub asker: &'a PersonId,
    pub colleague: &'a PersonId,
    pub skill: &'a SkillId,
}

/// Adds what somebody says of a level, and answers with it the request that waits for their word, if there is one:
/// nobody is asked for what they have just said. `nonce` tells the piece from others of the same moment.
pub(crate) async fn say_level(tx: &Tx, said: &Evidence, nonce: &str) -> Result<()> {
    if let Some(colleague) = &said.by {
        let between = Between { asker: &said.person, colleague, skill: &said.skill };
        answer_open(tx, between, &Answer::Give { level: said.level, note: said.note.clone() }).await?;
    }
    write_evidence(tx, said, nonce).await
}

/// Answers the request that waits for the colleague's word, if there is one.
pub(crate) async fn answer_open(tx: &Tx, between: Between<'_>, answer: &Answer) -> Result<()> {
    for open in open_between(tx, between).await? {
        match open.answered(Side::Colleague, answer.clone(), tx.now()) {
            Ok(answered) => write(tx, &answered).await?,
            // It has expired, only nobody has said so yet.
            Err(Rejection::Stale(_)) => {}
            Err(refused) => return Err(refused.into()),
        }
    }
    Ok(())
}

/// Ends the request when its time has passed; how many it ended.
async fn expire(tx: &Tx, id: &ConfirmationId) -> Result<usize> {
    let Some(expired) = read(tx, id).await?.and_then(|request| request.expired(tx.now())) else { return Ok(0) };
    write(tx, &expired).await?;
    Ok(1)
}

/// The request and the side of `me`; not found for everybody who is not in it.
async fn read_as(tx: &Tx, id: &ConfirmationId, me: &PersonId) -> Result<(Confirmation, Side)> {
    let request = read(tx, id).await?.ok_or(Rejection::NotFound(Noun::Confirmation))?;
    let side = request.side_of(me)?;
    Ok((request, side))
}

async fn read(tx: &Tx, id: &ConfirmationId) -> Result<Option<Confirmation>> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('confirmation', $id) FOR UPDATE";
    tx.row(query, json!({ "id": id })).await
}

async fn write(tx: &Tx, request: &Confirmation) -> Result<()> {
    let values = json!({ "id": request.id, "row": crate::row::content(request)? });
    tx.run("UPSERT type::record('confirmation', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::ConfirmationMoved(MovedConfirmation {
        confirmation: request.id.clone(),
        asker: request.asker.clone(),
        colleague: request.colleague.clone(),
        skill: request.skill.clone(),
    }))
    .await
}

/// Open requests of that asker to that colleague about that skill.
async fn open_between(tx: &Tx, between: Between<'_>) -> Result<Vec<Confirmation>> {
    let query = "SELECT *, record::id(id) AS id FROM confirmation WHERE asker = $asker";
    let mut all: Vec<Confirmation> = tx.rows(query, json!({ "asker": between.asker })).await?;
    all.retain(|other| other.colleague == *between.colleague && other.skill == *between.skill && other.is_open());
    Ok(all)
}

/// Refuses a second request while one is open, and ends one whose time has passed but that nobody ended yet. The guard
/// record lets only one of two who ask at the same moment through.
async fn only_one_open(tx: &Tx, request: &Confirmation) -> Result<()> {
    let key = json!(["confirmation", request.asker, request.colleague, request.skill]);
    let query = "SELECT touched_at FROM ONLY type::record('guard', $key) FOR UPDATE";
    let _: Option<Value> = tx.row(query, json!({ "key": key })).await?;
    let values = json!({ "key": key, "row": { "touched_at": tx.now() } });
    tx.run("UPSERT type::record('guard', $key) CONTENT $row RETURN NONE", values).await?;
    let between = Between { asker: &request.asker, colleague: &request.colleague, skill: &request.skill };
    for open in open_between(tx, between).await? {
        if expire(tx, &open.id).await? == 0 {
            let why = "You have already asked them, and they have not answered yet.";
            return Err(Rejection::Conflict(why.into()).into());
        }
    }
    Ok(())
}
