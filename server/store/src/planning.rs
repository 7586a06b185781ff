//! When somebody is away and when they leave, and the members as admins see them.

use crate::error::Result;
use crate::people::{working_here, write_person};
use crate::reader::ahead;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::clocks::{Clocks, Day};
use domain::id::PersonId;
use domain::members::{MembersPage, members_page};
use domain::people::{parse_away, parse_last_day};
use domain::person::{Away, Person};

impl Store {
    /// `person` is away on the days that a form names. Refuses all but themself and organisation admins, days that are
    /// over, and more than fit.
    pub async fn add_away(&self, actor: &Actor, person: &PersonId, from: &str, until: &str) -> Result<()> {
        actor.may_edit_person(person)?;
        self.change(actor, |tx| async move {
            let before = working_here(&tx, person).await?;
            let today = today(&tx, &before);
            let away = parse_away(from, until, today)?;
            write_person(&tx, &before.with_away(away, today)?).await
        })
        .await
    }

    /// `person` is here on those days after all. Refuses all but themself and organisation admins.
    pub async fn remove_away(&self, actor: &Actor, person: &PersonId, from: &str, until: &str) -> Result<()> {
        actor.may_edit_person(person)?;
        let away = Away { from: Day::parse("from", from)?, until: Day::parse("until", until)? };
        self.change(actor, |tx| async move {
            let after = working_here(&tx, person).await?.without_away(away);
            write_person(&tx, &after).await
        })
        .await
    }

    /// The day that a form names is the last of `person` here; none when it is empty. Nobody is signed out by it.
    /// Refuses all but organisation admins.
    pub async fn set_last_day(&self, actor: &Actor, person: &PersonId, last_day: &str) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let leaves_on = parse_last_day(last_day)?;
        self.change(actor, |tx| async move {
            let after = Person { leaves_on, ..working_here(&tx, person).await? };
            write_person(&tx, &after).await
        })
        .await
    }

    /// Everybody who works here, with addresses and last days. Refuses all but organisation admins.
    pub fn members_page(&self, actor: &Actor) -> Result<MembersPage> {
        self.read_clocked(actor, |org, clocks| members_page(org, actor, clocks))
    }
}

fn today(tx: &Tx, person: &Person) -> Day {
    Clocks { now: tx.now(), ahead: &ahead }.today(&person.zone)
}
