//! Programs for those who look after them: reads of the editor, and keeping what its form and its small buttons send.

use crate::Store;
use crate::audit::AuditQuery;
use crate::error::{Error, Result};
use domain::actor::{Actor, Role};
use domain::chosen::people_to_choose;
use domain::id::ProgramId;
use domain::program::{Draft, DraftForm, Presence, Proposal, Scheduled};
use domain::program_editor::{
    AdminProgramsPage, AuditPage, AuditView, Desk, EditorPage, HistoryPage, HistoryQuery, NewProgramPage, Opened,
    PeoplePage, PeopleQuery, PresentFace, Pressed, PublishChoice, RollOutStep, VersionPage, admin_programs_page,
    arranged, audit_page, editor_page, faces, history_page, kept_draft, name_people, new_program_page, people_csv,
    people_page, rest_of, version_page,
};
use domain::rejection::Rejection;
use domain::tag::PersonTag;
use domain::viewer::Viewer;
use serde_json::json;

/// How many lines a page of the audit has.
const AUDIT_LINES: u32 = 100;

impl Store {
    /// The editor of a program with the actor's draft, and what publishing it as the address `query` chooses would do.
    /// Refuses all but program admins.
    pub async fn editor_page(&self, actor: &Actor, id: &ProgramId, query: &str) -> Result<EditorPage> {
        actor.at_least(Role::ProgramAdmin)?;
        let (drafts, scheduled) = (self.drafts_of(id).await?, self.schedules_of(id).await?);
        let desk = Desk { drafts: &drafts, scheduled: &scheduled };
        let choice = PublishChoice::parse(query);
        self.read_clocked(actor, |org, clocks| editor_page(&Viewer::of(org, actor, clocks), id, &desk, choice))
    }

    /// The editor for program admins; for others who have a draft from when they were one, that draft to read. Refuses what
    /// [`Store::editor_page`] refuses.
    pub async fn open_editor(&self, actor: &Actor, id: &ProgramId, query: &str) -> Result<Opened> {
        let refused = match self.editor_page(actor, id, query).await {
            Ok(page) => return Ok(Opened::Editor(Box::new(page))),
            Err(refused) => refused,
        };
        let (Error::Rejected(Rejection::Forbidden(_)), Some(me)) = (&refused, actor.person()) else {
            return Err(refused);
        };
        let Some(own) = self.drafts_of(id).await?.into_iter().find(|draft| draft.person == *me) else {
            return Err(refused);
        };
        self.read_clocked(actor, |org, clocks| kept_draft(&Viewer::of(org, actor, clocks), &own)).map(Opened::Kept)
    }

    /// Keeps what the form says in the place of the actor's draft, after the small button that was pressed, if one was:
    /// see [`arranged`]. People may be named by their names. Refuses what [`Store::keep_draft`] refuses.
    pub async fn keep_arranged(
        &self,
        actor: &Actor,
        id: &ProgramId,
        mut form: DraftForm,
        pressed: &Pressed,
    ) -> Result<()> {
        let fresh = pressed.adds(&format!("i{:012x}", self.stamp().random() & 0xffff_ffff_ffff));
        arranged(&mut form.values, &mut form.lists, &pressed.button, &fresh);
        self.read(actor, |org| {
            name_people(org, id, &mut form);
            Ok(())
        })?;
        self.keep_draft(actor, id, &form).await
    }

    /// Some people to name in a program, by what was `typed` of a name. Refuses all but program admins.
    pub fn people_to_name(&self, actor: &Actor, typed: &str) -> Result<Vec<PersonTag>> {
        actor.at_least(Role::ProgramAdmin)?;
        self.read(actor, |org| Ok(people_to_choose(org, typed, |_| true)))
    }

    /// Notes that the actor has the editor open, and names who else has. Refuses what [`Store::be_present`] refuses.
    pub async fn who_is_here(&self, actor: &Actor, id: &ProgramId, presence: &Presence) -> Result<Vec<PresentFace>> {
        let present = self.be_present(actor, id, presence).await?;
        self.read(actor, |org| Ok(faces(org, &present)))
    }

    /// All programs, for program admins.
    pub async fn admin_programs_page(&self, actor: &Actor) -> Result<AdminProgramsPage> {
        actor.at_least(Role::ProgramAdmin)?;
        let (mut drafts, mut scheduled) = (Vec::<Draft>::new(), Vec::<Scheduled>::new());
        let ids: Vec<ProgramId> =
            self.read(actor, |org| Ok(org.programs().map(|program| program.id.clone()).collect()))?;
        for id in &ids {
            drafts.extend(self.drafts_of(id).await?);
            scheduled.extend(self.schedules_of(id).await?);
        }
        let desk = Desk { drafts: &drafts, scheduled: &scheduled };
        self.read_clocked(actor, |org, clocks| admin_programs_page(&Viewer::of(org, actor, clocks), &desk))
    }

    /// The page on which a program is made, for the kind that the address names. Refuses all but program admins.
    pub fn new_program_page(&self, actor: &Actor, query: &str) -> Result<NewProgramPage> {
        self.read_clocked(actor, |org, clocks| new_program_page(&Viewer::of(org, actor, clocks), query))
    }

    /// The people of a program, for program admins and its organisers.
    pub fn program_people_page(&self, actor: &Actor, id: &ProgramId, query: &PeopleQuery) -> Result<PeoplePage> {
        self.read_clocked(actor, |org, clocks| people_page(&Viewer::of(org, actor, clocks), id, query))
    }

    /// The same as a file.
    pub fn program_people_csv(&self, actor: &Actor, id: &ProgramId, query: &PeopleQuery) -> Result<String> {
        self.read_clocked(actor, |org, clocks| people_csv(&Viewer::of(org, actor, clocks), id, query))
    }

    /// The history of a program, for program admins and its organisers.
    pub async fn history_page(&self, actor: &Actor, id: &ProgramId, query: HistoryQuery) -> Result<HistoryPage> {
        actor.may_read()?;
        let steps = self.steps_of_roll_outs(id).await?;
        self.read_clocked(actor, |org, clocks| history_page(&Viewer::of(org, actor, clocks), id, &steps, query))
    }

    /// One version of a program, for program admins and its organisers.
    pub fn version_page(&self, actor: &Actor, id: &ProgramId, n: u32) -> Result<VersionPage> {
        self.read_clocked(actor, |org, clocks| version_page(&Viewer::of(org, actor, clocks), id, n))
    }

    /// Brings back as the actor's draft what of version `n` breaks no promise, for them to review. It takes the place of
    /// the draft that they had. Refuses all but program admins; stale when nothing is left to bring back.
    pub async fn draft_of_rest(&self, actor: &Actor, id: &ProgramId, n: u32) -> Result<()> {
        actor.at_least(Role::ProgramAdmin)?;
        let proposal: Proposal =
            self.read_clocked(actor, |org, clocks| rest_of(&Viewer::of(org, actor, clocks), id, n))?;
        self.begin_draft(actor, id, proposal).await
    }

    /// What admins did, newest first. Refuses what [`Store::audit_events`] refuses.
    pub async fn audit_page(&self, actor: &Actor, view: AuditView) -> Result<AuditPage> {
        let query = AuditQuery { before: view.end(), kinds: view.kinds(), person: view.who()?, limit: AUDIT_LINES };
        let found = self.audit_events(actor, &query).await?;
        self.read_clocked(actor, |org, clocks| {
            audit_page(&Viewer::of(org, actor, clocks), &found.events, found.older, view)
        })
    }

    /// The steps of a program's roll-outs, as the log tells of them; the log is only asked when a version was let out so.
    async fn steps_of_roll_outs(&self, id: &ProgramId) -> Result<Vec<RollOutStep>> {
        let is_let_out = |org: &domain::org::Org| {
            let history = org.history(id);
            Ok(history.is_some_and(|history| history.versions.iter().any(|version| version.roll_out.is_some())))
        };
        if !self.read(&Actor::Console, is_let_out)? {
            return Ok(Vec::new());
        }
        let query = "SELECT * OMIT id FROM event WHERE what.kind = 'program_let_out' AND what.program = $program";
        let events: Vec<domain::event::Event> = self.rows(query, json!({ "program": id })).await?;
        Ok(events.iter().filter_map(|event| RollOutStep::of(event, id)).collect())
    }
}
