//! Programs for those who look after them: reads of the editor, and keeping what its form and its small buttons send.

use crate::Store;
use crate::audit::AuditQuery;
use crate::error::Result;
use domain::actor::{Actor, Role};
use domain::id::ProgramId;
use domain::program::{Draft, DraftForm, Presence, Proposal, Scheduled};
use domain::program_editor::{
    AdminProgramsPage, AuditPage, AuditView, Desk, EditorPage, HistoryPage, HistoryQuery, Move, NewProgramPage,
    PeoplePage, PeopleQuery, PresentFace, PublishChoice, VersionPage, admin_programs_page, arranged, audit_page,
    editor_page, faces, history_page, new_program_page, people_csv, people_page, rest_of, version_page,
};
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

    /// Keeps what the form says in the place of the actor's draft, after the small button that was pressed, if one was:
    /// see [`arranged`]. Refuses what [`Store::keep_draft`] refuses.
    pub async fn keep_arranged(&self, actor: &Actor, id: &ProgramId, mut form: DraftForm, button: &str) -> Result<()> {
        let fresh = format!("i{:012x}", self.stamp().random() & 0xffff_ffff_ffff);
        arranged(&mut form.values, &mut form.lists, button, &fresh);
        self.keep_draft(actor, id, &form).await
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
        let moves = self.moves_of(id).await?;
        self.read_clocked(actor, |org, clocks| history_page(&Viewer::of(org, actor, clocks), id, &moves, query))
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

    /// The phases of a program, as the log tells of them.
    async fn moves_of(&self, id: &ProgramId) -> Result<Vec<Move>> {
        let query = "SELECT * OMIT id FROM event WHERE what.kind = 'program_moved' AND what.program = $program";
        let events: Vec<domain::event::Event> = self.rows(query, json!({ "program": id })).await?;
        Ok(events.iter().filter_map(|event| Move::of(event, id)).collect())
    }
}
