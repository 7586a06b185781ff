//! Hours that somebody gives, takes back or sets right.

use super::rows::{Ledger, of_admins};
use crate::Store;
use crate::error::Result;
use crate::exchange::teaches;
use domain::actor::Actor;
use domain::hours::{Entry, GiveHours, GiveHoursForm, SetRight, SetRightForm, corrected};
use domain::ledger::TransferKey;
use domain::receipt::RequestKey;
use domain::text::Prose;

impl Store {
    /// The actor gives hours to a colleague, or to everybody; once only, however often the request arrives. Refuses gifts
    /// to oneself, to people who left, and what would leave the actor below the most that anybody may owe.
    pub async fn give_hours(&self, actor: &Actor, give: &GiveHours) -> Result<()> {
        let me = &actor.member()?.id;
        let transfer = &give.transfer(me, &self.any_key())?;
        let _turn = self.hours_turn().await;
        self.patiently(|| {
            self.change(actor, move |tx| async move {
                if let Some(person) = give.to.person() {
                    teaches(&tx, person).await?;
                }
                let (transfer, words) = (transfer.clone(), give.words.clone());
                let entry = Entry { transfer, at: tx.now(), words, occasion: None };
                Ledger { store: self, tx: &tx }.post_entry(&entry).await
            })
        })
        .await
    }

    /// The same from a form.
    pub async fn give_hours_by_form(&self, actor: &Actor, form: &GiveHoursForm) -> Result<()> {
        let give = self.read(actor, |org| form.read(org))?;
        self.give_hours(actor, &give).await
    }

    /// Takes an entry back, once: every leg is posted the other way round, and what somebody has spent since and may not
    /// owe, the commons bears. Refuses all but organisation admins, entries that are not there, and reversals.
    pub async fn reverse_hours(&self, actor: &Actor, entry: &TransferKey, words: &Prose) -> Result<()> {
        of_admins(actor)?;
        let me = &actor.member()?.id;
        let _turn = self.hours_turn().await;
        self.patiently(|| {
            self.change(actor, move |tx| async move {
                let ledger = Ledger { store: self, tx: &tx };
                let of = ledger.known_entry(entry).await?;
                ledger.post_reversal(&of.transfer, me, words).await
            })
        })
        .await
    }

    /// Takes an hour back and posts it as long as it really was, in one step and once, however often the request arrives.
    /// Refuses all but organisation admins, and what is no hour that one person taught.
    pub async fn set_hours_right(&self, actor: &Actor, right: &SetRight) -> Result<()> {
        of_admins(actor)?;
        let me = &actor.member()?.id;
        let key = right.key.as_ref().unwrap_or(&self.any_key()).clone();
        let key = &TransferKey::of_request_about(me, &key, &right.entry);
        let _turn = self.hours_turn().await;
        self.patiently(|| {
            self.change(actor, move |tx| async move {
                let ledger = Ledger { store: self, tx: &tx };
                if ledger.entry(key).await?.is_some() {
                    return Ok(());
                }
                let of = ledger.known_entry(&right.entry).await?;
                let moved = corrected(&of, right.minutes, (key.clone(), me.clone()))?;
                ledger.post_reversal(&of.transfer, me, &right.words).await?;
                ledger.post_corrected(moved, &of, &right.words).await
            })
        })
        .await
    }

    /// The same from a form.
    pub async fn set_hours_right_by_form(&self, actor: &Actor, form: &SetRightForm) -> Result<()> {
        of_admins(actor)?;
        self.set_hours_right(actor, &form.read()?).await
    }

    /// A key for a request that came without one.
    pub(super) fn any_key(&self) -> RequestKey {
        RequestKey::from_bits(self.stamp().random(), self.stamp().random())
    }
}
