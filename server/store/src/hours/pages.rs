//! What pages of hours read: entries from the database, balances from memory.

use super::rows::of_admins;
use crate::Store;
use crate::error::Result;
use domain::actor::Actor;
use domain::hours::{
    Entry, HoursBook, HoursBookQuery, HoursPage, HoursProof, Moved, Statement, hours_book, hours_page, hours_proof,
};
use domain::id::PersonId;
use domain::ledger::{Account, Posting, TransferKey};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// So many entries stand on a page.
const PAGE: u64 = 40;
/// Read beyond it, to see whether there are more.
const BESIDE: u64 = 8;

impl Store {
    /// The actor's statement: the newest entries, or those before the posting `before`.
    pub async fn hours_page(&self, actor: &Actor, before: Option<u64>) -> Result<HoursPage> {
        let me = actor.member()?.id.clone();
        let last = self.read(actor, |org| {
            Ok(org.hours_account(&Account::Person(me.clone())).map_or(0, |account| account.postings))
        })?;
        let end = before.map_or(last, |before| before.saturating_sub(1).min(last));
        let moved = self.moved(&me, end).await?;
        let older = moved.last().map(|moved| moved.posting.number).filter(|number| *number > 1);
        let statement = Statement { moved, older, is_later_page: end < last };
        let limits = self.limits_of(&me);
        let key = self.any_key();
        self.read_as(actor, |reader| Ok(hours_page(reader, &statement, (limits, key))))
    }

    /// The proof that all hours even out, for everybody, signed in or not: it tells of nobody.
    pub fn hours_proof(&self) -> HoursProof {
        // Read first: what is in memory is at least as new.
        let seq = self.applied().seq;
        hours_proof(&self.org_here(), seq)
    }

    /// All entries, or those of one person. Refuses all but organisation admins.
    pub async fn hours_book(&self, actor: &Actor, query: HoursBookQuery) -> Result<HoursBook> {
        of_admins(actor)?;
        let person = if query.person.is_empty() { None } else { Some(PersonId::parse(&query.person)?) };
        let mut entries = match &person {
            Some(person) => self.entries_of_person(person, query.before).await?,
            None => self.entries_before(query.before).await?,
        };
        let is_more = cut_to_page(&mut entries);
        let reversed = self.reversed(entries.iter().map(|entry| &entry.transfer.key)).await?;
        let told = |entry: Entry| {
            let is_reversed = reversed.contains(&entry.transfer.key);
            (entry, is_reversed)
        };
        let entries: Vec<(Entry, bool)> = entries.into_iter().map(told).collect();
        let key = self.any_key();
        self.read_as(actor, |reader| hours_book(reader, (&entries, is_more), (query, key)))
    }

    /// The entries of somebody up to their posting `end`, the newest first.
    async fn moved(&self, person: &PersonId, end: u64) -> Result<Vec<Moved>> {
        let postings = self.postings_of(person, end).await?;
        let entries = self.entries(postings.iter().map(|posting| &posting.transfer)).await?;
        let reversed = self.reversed(entries.keys()).await?;
        let moved = |posting: Posting| {
            let entry = entries.get(&posting.transfer)?.clone();
            let is_reversed = reversed.contains(&posting.transfer);
            Some(Moved { posting, entry, is_reversed })
        };
        Ok(postings.into_iter().filter_map(moved).collect())
    }

    async fn postings_of(&self, person: &PersonId, end: u64) -> Result<Vec<Posting>> {
        let account = Account::Person(person.clone()).key();
        let values = json!({ "account": account, "first": end.saturating_sub(PAGE) + 1, "end": end + 1 });
        let query = "SELECT * OMIT id FROM type::record('posting', [$account, $first]..[$account, $end])";
        let mut postings: Vec<Posting> = self.rows(query, values).await?;
        postings.sort_by_key(|posting| std::cmp::Reverse(posting.number));
        Ok(postings)
    }

    async fn entries_of_person(&self, person: &PersonId, before: Option<i64>) -> Result<Vec<Entry>> {
        let account = Account::Person(person.clone()).key();
        let query = "SELECT VALUE transfer FROM type::record('posting', [$account, NONE]..[$account, ..])";
        let keys: Vec<TransferKey> = self.rows(query, json!({ "account": account })).await?;
        let mut entries: Vec<Entry> = self.entries(&keys).await?.into_values().collect();
        entries.retain(|entry| before.is_none_or(|before| entry.at.0 < before));
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
        Ok(entries)
    }

    async fn entries_before(&self, before: Option<i64>) -> Result<Vec<Entry>> {
        let values = json!({ "before": before.unwrap_or(i64::MAX), "limit": PAGE + BESIDE });
        let query = "SELECT * OMIT id FROM transfer WHERE at < $before ORDER BY at DESC LIMIT $limit";
        let mut entries: Vec<Entry> = self.rows(query, values).await?;
        let Some(last) = entries.last().map(|entry| entry.at).filter(|_| entries.len() > page()) else {
            return Ok(entries);
        };
        // A page never ends within a moment: all of the last one are read, however many there are.
        let query = "SELECT * OMIT id FROM transfer WHERE at = $at";
        entries.retain(|entry| entry.at != last);
        entries.extend(self.rows::<Entry>(query, json!({ "at": last })).await?);
        Ok(entries)
    }

    async fn entries<'a>(
        &self,
        keys: impl IntoIterator<Item = &'a TransferKey>,
    ) -> Result<BTreeMap<TransferKey, Entry>> {
        let keys: BTreeSet<&TransferKey> = keys.into_iter().collect();
        let query = "SELECT * OMIT id FROM $keys.map(|$key| type::record('transfer', $key))";
        let entries: Vec<Entry> = self.rows(query, json!({ "keys": keys })).await?;
        Ok(entries.into_iter().map(|entry| (entry.transfer.key.clone(), entry)).collect())
    }

    /// Which of these entries were taken back.
    async fn reversed<'a>(&self, keys: impl Iterator<Item = &'a TransferKey>) -> Result<BTreeSet<TransferKey>> {
        let keys: Vec<TransferKey> = keys.map(TransferKey::of_reversal).collect();
        let backs = self.entries(&keys).await?.into_values();
        Ok(backs.filter_map(|back| back.transfer.reverses).collect())
    }
}

fn page() -> usize {
    usize::try_from(PAGE).unwrap_or(usize::MAX)
}

/// Leaves a page of entries, and with it those of the moment at which it ends; true when there are more.
fn cut_to_page(entries: &mut Vec<Entry>) -> bool {
    let most = page();
    let Some(last) = entries.get(most.saturating_sub(1)).map(|entry| entry.at) else { return false };
    let same = entries.iter().skip(most).take_while(|entry| entry.at == last).count();
    let is_more = entries.len() > most + same;
    entries.truncate(most + same);
    is_more
}
