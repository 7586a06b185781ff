//! Posting, in the transaction of whatever it follows from.

use crate::error::{Error, Result};
use crate::row::content;
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::evidence::Level;
use domain::exchange::Exchange;
use domain::hours::{
    ClosedHour, Entry, HoursAccount, Occasion, accounts_after, limits, of_meeting, refused, taught, within_limits,
};
use domain::id::{PersonId, SkillId};
use domain::ledger::{self, Account, Guard, HoursLimits, Refusal, Transfer, TransferKey};
use domain::rejection::Rejection;
use domain::text::Prose;
use serde_json::json;
use std::collections::BTreeMap;
use tokio::sync::OwnedMutexGuard;

/// The ledger in a transaction. Whoever posts holds the turn of hours, taken before the transaction began.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ledger<'a> {
    pub(crate) store: &'a Store,
    pub(crate) tx: &'a Tx,
}

/// Accounts as a transaction read them.
type Held = BTreeMap<Account, HoursAccount>;

impl Store {
    /// Waits until nobody else in this process posts. Held until the change that posts is made; taken after every other
    /// turn, and given up before another is waited for.
    pub(crate) async fn hours_turn(&self) -> OwnedMutexGuard<()> {
        self.hours_turns().of(&()).await
    }

    /// How far somebody may go.
    pub(super) fn limits_of(&self, person: &PersonId) -> HoursLimits {
        limits(&self.org_here(), person, self.clock().now())
    }

    /// A refusal of the ledger as people read it.
    fn no_hours(&self, refusal: &Refusal) -> Error {
        Error::Rejected(refused(&self.org_here(), refusal))
    }
}

impl Ledger<'_> {
    /// Posts what a closed date moves. `level` says what somebody knew before.
    pub(crate) async fn post_closed(
        self,
        hour: ClosedHour<'_>,
        by: &PersonId,
        level: impl Fn(&PersonId, &SkillId) -> Level,
    ) -> Result<()> {
        let moved = taught(hour, by, level).map_err(|many| self.store.no_hours(&many.into()))?;
        let Some(moved) = moved else { return Ok(()) };
        self.post_hour(moved, Occasion::Session { session: hour.session.id.clone(), on: hour.on }).await
    }

    /// Posts what a meeting moves that both sides confirmed.
    pub(crate) async fn post_met(self, done: &Exchange, by: &PersonId) -> Result<()> {
        let moved = of_meeting(done, by).map_err(|many| self.store.no_hours(&many.into()))?;
        self.post_hour(moved, Occasion::Exchange { exchange: done.id.clone() }).await
    }

    /// Posts the hour of `of` as long as it really was.
    pub(super) async fn post_corrected(self, moved: Transfer, of: &Entry, words: &Prose) -> Result<()> {
        self.post_within(moved, words, of.occasion.clone()).await
    }

    /// An hour counts once.
    async fn post_hour(self, moved: Transfer, occasion: Occasion) -> Result<()> {
        if self.entry(&moved.key).await?.is_some() {
            return Ok(());
        }
        self.post_within(moved, &Prose::default(), Some(occasion)).await
    }

    /// An hour that took place counts: what somebody may not owe, the commons pays.
    async fn post_within(self, moved: Transfer, words: &Prose, occasion: Option<Occasion>) -> Result<()> {
        let held = self.held(moved.accounts().into_iter().chain([&Account::Commons])).await?;
        let moved = within_limits(moved, &self.guards(&held));
        let transfer = moved.map_err(|refusal| self.store.no_hours(&refusal))?;
        let entry = Entry { transfer, at: self.tx.now(), words: words.clone(), occasion };
        self.write_entry(&entry, &held).await
    }

    /// Posts `entry`; nothing when it was posted before. Refuses another entry of its key, and what [`ledger::post`]
    /// refuses.
    pub(super) async fn post_entry(self, entry: &Entry) -> Result<()> {
        let transfer = &entry.transfer;
        if let Some(Entry { transfer: before, .. }) = self.entry(&transfer.key).await? {
            let is_same = before.legs == transfer.legs && before.reverses == transfer.reverses;
            let other = || self.store.no_hours(&Refusal::OtherLegs(transfer.key.clone()));
            return if is_same { Ok(()) } else { Err(other()) };
        }
        let held = self.held(transfer.accounts()).await?;
        self.write_entry(entry, &held).await
    }

    /// Posts the reversal of a transfer. Refuses a reversal, and one that was taken back already.
    pub(super) async fn post_reversal(self, of: &Transfer, by: &PersonId, words: &Prose) -> Result<()> {
        if self.entry(&TransferKey::of_reversal(&of.key)).await?.is_some() {
            return Err(self.store.no_hours(&Refusal::Reversed(of.key.clone())));
        }
        let held = self.held(of.accounts().into_iter().chain([&Account::Commons])).await?;
        let back = ledger::reversal(of, by.clone(), &self.guards(&held));
        let transfer = back.map_err(|refusal| self.store.no_hours(&refusal))?;
        let entry = Entry { transfer, at: self.tx.now(), words: words.clone(), occasion: None };
        self.write_entry(&entry, &held).await
    }

    /// The entry of that key.
    pub(super) async fn entry(self, key: &TransferKey) -> Result<Option<Entry>> {
        let query = "SELECT * OMIT id FROM ONLY type::record('transfer', $key) FOR UPDATE";
        self.tx.row(query, json!({ "key": key })).await
    }

    /// The same, for what has to be there.
    pub(super) async fn known_entry(self, key: &TransferKey) -> Result<Entry> {
        let entry = self.entry(key).await?;
        entry.ok_or_else(|| self.store.no_hours(&Refusal::NotReversible(key.clone())))
    }

    /// Accounts held against other writers, in their order; those without a posting as new ones.
    async fn held<'a>(self, accounts: impl IntoIterator<Item = &'a Account> + Send) -> Result<Held> {
        let mut all: Vec<&Account> = accounts.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        let mut held = Held::new();
        for account in all {
            let query = "SELECT * OMIT id FROM ONLY type::record('hours_account', $key) FOR UPDATE";
            let row: Option<HoursAccount> = self.tx.row(query, json!({ "key": account.key() })).await?;
            held.insert(account.clone(), row.unwrap_or_else(|| HoursAccount::new(account.clone())));
        }
        Ok(held)
    }

    /// The accounts, each with how far its person may go.
    fn guards(self, held: &Held) -> BTreeMap<Account, Guard> {
        let limits = |account: &Account| account.person().map(|person| self.store.limits_of(person));
        held.iter().map(|(account, row)| (account.clone(), row.guard(limits(account)))).collect()
    }

    async fn write_entry(self, entry: &Entry, held: &Held) -> Result<()> {
        let done = ledger::post(&entry.transfer, &self.guards(held));
        let done = done.map_err(|refusal| self.store.no_hours(&refusal))?;
        let values = json!({ "key": entry.transfer.key, "row": content(entry)? });
        self.tx.run("CREATE type::record('transfer', $key) CONTENT $row RETURN NONE", values).await?;
        for posting in &done.postings {
            let values = json!({ "key": [posting.account.key(), posting.number], "row": content(posting)? });
            self.tx.run("CREATE type::record('posting', $key) CONTENT $row RETURN NONE", values).await?;
        }
        for account in accounts_after(entry, held, &done) {
            let values = json!({ "key": account.account.key(), "row": content(&account)? });
            self.tx.run("UPSERT type::record('hours_account', $key) CONTENT $row RETURN NONE", values).await?;
        }
        self.tx.emit(Happening::HoursMoved(entry.told())).await
    }
}

/// Passes those who look after the organisation.
pub(super) fn of_admins(actor: &Actor) -> Result<(), Rejection> {
    actor.at_least(Role::OrgAdmin)
}
