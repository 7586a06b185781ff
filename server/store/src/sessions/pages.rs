//! Pages of sessions, and what their forms say. What is changed is in the other files here.

use crate::Store;
use crate::error::{Error, Result};
use domain::actor::Actor;
use domain::chosen;
use domain::clocks::Day;
use domain::id::{PersonId, SessionId};
use domain::rejection::{Noun, Rejection};
use domain::session::{Change, Material, SessionPlan};
use domain::sessions::{
    CalendarPage, CalendarQuery, DateForm, DatesPreview, FindQuery, FormLists, FormPage, FormQuery, FoundTime,
    SessionForm, SessionPage, calendar_page, form_page, found_times, session_page,
};
use domain::tag::PersonTag;
use domain::text::Prose;
use domain::time::Timestamp;

impl Store {
    /// The calendar as the actor sees it.
    pub fn calendar_page(&self, actor: &Actor, query: CalendarQuery) -> Result<CalendarPage> {
        self.read_as(actor, |reader| Ok(calendar_page(reader, query)))
    }

    /// One date of a session, the next one when none is named. Not found for those whom it does not concern.
    pub fn session_page(&self, actor: &Actor, id: &SessionId, on: Option<Day>) -> Result<SessionPage> {
        self.read_as(actor, |reader| session_page(reader, id, on))
    }

    /// The form for a new session, or for one that the actor may change.
    pub fn session_form(&self, actor: &Actor, id: Option<&SessionId>, query: &FormQuery) -> Result<FormPage> {
        self.read_as(actor, |reader| form_page(reader, id, query))
    }

    /// The first dates that a form would give.
    pub fn session_dates(&self, actor: &Actor, form: &SessionForm) -> Result<DatesPreview> {
        self.read_as(actor, |reader| Ok(form.preview(reader)))
    }

    /// Times that suit the actor and those who are named.
    pub fn session_times(&self, actor: &Actor, query: &FindQuery) -> Result<Vec<FoundTime>> {
        self.read_as(actor, |reader| Ok(found_times(reader, query)))
    }

    /// Some colleagues, by what was typed of a name.
    pub fn people_to_meet(&self, actor: &Actor, typed: &str) -> Result<Vec<PersonTag>> {
        self.read_as(actor, |reader| Ok(chosen::people_to_choose(reader.org, typed, |_| true)))
    }

    /// Plans a session, or changes one, or one date and those after it, as the form says. Answers where it leads.
    pub async fn save_session(&self, actor: &Actor, form: &SessionForm, lists: &FormLists) -> Result<SessionId> {
        self.saved_session(actor, form, lists).await.map_err(|error| match error {
            Error::Rejected(refused) => form.beside_field(refused).into(),
            broken => broken,
        })
    }

    async fn saved_session(&self, actor: &Actor, form: &SessionForm, lists: &FormLists) -> Result<SessionId> {
        let plan = self.read_as(actor, |reader| form.plan(lists, reader))?;
        if form.session.is_empty() {
            return self.plan_session(actor, &plan).await;
        }
        let id = SessionId::parse(&form.session)?;
        let plan = SessionPlan { materials: self.materials(actor, &id)?, ..plan };
        if form.from.is_empty() {
            let base = form.base.parse().map(Timestamp).unwrap_or_default();
            self.edit_session(actor, &id, &plan, base).await?;
            return Ok(id);
        }
        self.split_series(actor, &id, Day::parse("from", &form.from)?, &plan).await
    }

    fn materials(&self, actor: &Actor, id: &SessionId) -> Result<Vec<Material>> {
        self.read_as(actor, |reader| {
            let session = reader.org.session(id).ok_or(Rejection::NotFound(Noun::Session))?;
            Ok(session.materials.clone())
        })
    }

    /// Moves one date, or puts it elsewhere, as the form says.
    pub async fn move_date_by_form(&self, actor: &Actor, id: &SessionId, on: Day, form: &DateForm) -> Result<()> {
        let change = self.read_as(actor, |reader| {
            let session = reader.org.session(id).ok_or(Rejection::NotFound(Noun::Session))?;
            form.moved(&session.place)
        })?;
        let note = Prose::parse("note", &form.note)?;
        self.change_date(actor, id, on, Some(&change), &note).await.map_err(|error| match error {
            Error::Rejected(refused) => DateForm::beside_field(refused).into(),
            broken => broken,
        })
    }

    /// One date does not take place.
    pub async fn call_off_date(&self, actor: &Actor, id: &SessionId, on: Day, note: &Prose) -> Result<()> {
        self.change_date(actor, id, on, Some(&Change::CalledOff), note).await
    }

    /// The colleague that a form names, chosen from the list or by name.
    pub fn person_named(&self, actor: &Actor, id: &str, name: &str) -> Result<PersonId> {
        self.read_as(actor, |reader| chosen::person(reader.org, "person", id, name))
    }
}
