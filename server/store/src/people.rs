//! The directory, the page of one person, and profiles. What people know is in `levels`, what they want in `wishes`.

use crate::error::Result;
use crate::reader::ahead;
use crate::{Store, Tx, clock};
use domain::actor::{Actor, Role};
use domain::clocks::Clocks;
use domain::event::Happening;
use domain::evidence::Evidence;
use domain::id::{PersonId, TeamId};
use domain::people::{
    PeoplePage, PeopleQuery, PersonPage, ProfileForm, people_csv, people_page, person_page, profile_form,
};
use domain::person::{Person, ProfileEdit};
use domain::rejection::{Noun, Rejection};
use domain::search::{Found, JumpGroup, found, jump};
use domain::views::view_tabs;
use serde_json::json;

impl Store {
    /// The page of the directory that `query` asks for, with the actor's saved views above it.
    pub async fn people_page(&self, actor: &Actor, query: &PeopleQuery) -> Result<PeoplePage> {
        let saved = self.saved_views(actor).await?;
        self.read(actor, |org| {
            let mut page = people_page(org, actor, query)?;
            page.views = view_tabs(org, actor, &saved, &page.query);
            Ok(page)
        })
    }

    /// Everybody whom `query` finds, as comma-separated values.
    pub fn people_csv(&self, actor: &Actor, query: &PeopleQuery) -> Result<String> {
        self.read(actor, |org| people_csv(org, actor, query))
    }

    /// What `text` leads to: people, skills, teams, pages.
    pub fn jump(&self, actor: &Actor, text: &str) -> Result<Vec<JumpGroup>> {
        self.read(actor, |org| jump(org, actor, text))
    }

    /// What `text` leads to, also by what texts say: people, skills, notes, questions, programs, teams, pages.
    pub fn found(&self, actor: &Actor, text: &str) -> Result<Found> {
        self.read(actor, |org| found(org, actor, text))
    }

    /// The page of one person, with every piece of evidence for what they know.
    pub async fn person_page(&self, actor: &Actor, person: &PersonId) -> Result<PersonPage> {
        actor.may_read()?;
        let query = "SELECT * OMIT id, in, out FROM type::record('evidence', [$person, NONE]..[$person, ..])";
        let evidence: Vec<Evidence> = self.rows(query, json!({ "person": person })).await?;
        self.read_clocked(actor, |org, clocks| person_page(org, actor, person, &evidence, clocks))
    }

    /// The form for somebody's profile: their own, or anybody's for organisation admins.
    pub fn profile_form(&self, actor: &Actor, person: &PersonId) -> Result<ProfileForm> {
        self.read_clocked(actor, |org, clocks| profile_form(org, actor, person, clocks))
    }

    /// Puts `edit` in place of what stood in the profile of `person`. Refuses all but themself and organisation admins,
    /// and time zones that nobody knows.
    pub async fn edit_profile(&self, actor: &Actor, person: &PersonId, edit: &ProfileEdit) -> Result<()> {
        actor.may_edit_person(person)?;
        if !clock::zone_exists(&edit.zone) {
            let message = "That time zone is not known. Write one such as Europe/Lisbon.";
            return Err(Rejection::invalid("zone", message).into());
        }
        self.change(actor, |tx| async move {
            let now = edit.clone().applied_to(working_here(&tx, person).await?);
            write_person(&tx, &now).await
        })
        .await
    }

    /// `person` works in `team` from now on, or in none. Refuses all but organisation admins, and unknown teams.
    pub async fn place_in_team(&self, actor: &Actor, person: &PersonId, team: Option<&TeamId>) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let known = |team: &TeamId| self.read(actor, |org| Ok(org.team(team).is_some()));
        if let Some(team) = team
            && !known(team)?
        {
            return Err(Rejection::invalid("team", "Choose a team from the list.").into());
        }
        self.change(actor, |tx| async move {
            let now = Person { team: team.cloned(), ..working_here(&tx, person).await? };
            write_person(&tx, &now).await
        })
        .await
    }

    /// Answers from the organisation in memory and the clocks on people's walls.
    pub(crate) fn read_clocked<T>(
        &self,
        actor: &Actor,
        question: impl FnOnce(&domain::org::Org, &Clocks) -> Result<T, Rejection>,
    ) -> Result<T> {
        let clocks = Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(actor, |org| question(org, &clocks))
    }
}

/// The person, held against other writers; not found when they have left.
pub(crate) async fn working_here(tx: &Tx, person: &PersonId) -> Result<Person> {
    let query = "SELECT *, record::id(id) AS id FROM ONLY type::record('person', $person) FOR UPDATE";
    let found: Option<Person> = tx.row(query, json!({ "person": person })).await?;
    found.filter(Person::is_active).ok_or_else(|| Rejection::NotFound(Noun::Person).into())
}

pub(crate) async fn write_person(tx: &Tx, person: &Person) -> Result<()> {
    let values = json!({ "id": person.id, "row": crate::row::content(person)? });
    tx.run("UPDATE type::record('person', $id) CONTENT $row RETURN NONE", values).await?;
    tx.emit(Happening::PersonChanged { person: person.id.clone() }).await
}
