//! The hours that Fernhill has taught: posted one after the other, as the product posts them.

use super::calendar::Calendar;
use super::{DemoSession, people, prose};
use domain::evidence::Level;
use domain::exchange::{Exchange, Stage};
use domain::hours::{
    ClosedHour, Entry, HoursAccount, Occasion, accounts_after, corrected, limits, of_meeting, taught, within_limits,
};
use domain::ledger::{Account, Guard, Leg, Minutes, Posting, Reason, Transfer, TransferKey, post, reversal};
use domain::org::Org;
use domain::receipt::RequestKey;
use domain::text::Prose;
use domain::time::Timestamp;
use std::collections::BTreeMap;

/// The ledger of the demo.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DemoHours {
    /// What moved, oldest first.
    pub entries: Vec<Entry>,
    /// Every account.
    pub accounts: BTreeMap<Account, HoursAccount>,
    /// Every posting, in the order of the entries.
    pub postings: Vec<Posting>,
}

/// What they gave away: how many days ago, who, to whom (nobody for everybody), how many minutes, why.
const GIFTS: [(u32, &str, &str, i64, &str); 5] = [
    (33, "rosalind-achterberg", "", 60, "For whoever starts here and has nothing to teach yet."),
    (19, "noor-halabi", "theo-nakamura", 30, "You stayed on when the restore took longer."),
    (12, "amara-okafor", "", 45, "My share for the night team, who never make it to a lunch."),
    (8, "kwabena-asante", "mateo-duarte", 30, "For the two trips that I did not have to make."),
    (3, "wen-li", "jonas-weidner", 15, "Your three sentences saved me the afternoon."),
];

/// When Sol set an hour right, in days ago.
const SET_RIGHT: u32 = 6;

pub(super) fn hours(calendar: &Calendar, exchanges: &[Exchange], sessions: &[DemoSession]) -> DemoHours {
    let mut due: Vec<Entry> = exchanges.iter().filter_map(of_exchange).collect();
    due.extend(sessions.iter().flat_map(of_session));
    due.extend((0..).zip(GIFTS).map(|(number, gift)| given(calendar, number, gift)));
    due.sort_by(|one, other| (one.at, &one.transfer.key).cmp(&(other.at, &other.transfer.key)));
    let at = calendar.ago(SET_RIGHT, 11 * 60);
    let (before, after) = due.split_at(due.partition_point(|entry| entry.at <= at));
    let mut hours = DemoHours::default();
    before.iter().for_each(|entry| hours.post(entry.clone()));
    hours.set_right(at);
    after.iter().for_each(|entry| hours.post(entry.clone()));
    hours
}

/// A meeting of before there were hours together; what came of those is theirs.
fn of_exchange(exchange: &Exchange) -> Option<Entry> {
    let Stage::Done { at } = exchange.stage else { return None };
    if exchange.session.is_some() {
        return None;
    }
    let transfer = of_meeting(exchange, &exchange.learner).expect("the demo's meetings are short");
    let occasion = Some(Occasion::Exchange { exchange: exchange.id.clone() });
    Some(Entry { transfer, at, words: Prose::default(), occasion })
}

fn of_session(made: &DemoSession) -> Vec<Entry> {
    let session = &made.session;
    let entry = |date: &domain::session::Occurrence| {
        let closed = date.closed.as_ref()?;
        let signed = closed.countersigned.as_ref()?;
        let hour = ClosedHour { session, on: date.on, closed };
        let transfer = taught(hour, &signed.by, |_, _| Level::NONE).expect("the demo's sessions are short")?;
        let occasion = Some(Occasion::Session { session: session.id.clone(), on: date.on });
        Some(Entry { transfer, at: signed.at, words: Prose::default(), occasion })
    };
    made.occurrences.iter().filter_map(entry).collect()
}

fn given(calendar: &Calendar, number: u64, (days, from, to, count, words): (u32, &str, &str, i64, &str)) -> Entry {
    let by = people::id(from);
    let to = if to.is_empty() { Account::Commons } else { Account::Person(people::id(to)) };
    let leg = |account: Account, count| Leg { account, minutes: minutes(count) };
    let legs = vec![leg(by.clone().into(), -count), leg(to, count)];
    let key = TransferKey::of_request(&by, &RequestKey::from_bits(0, number));
    let transfer = Transfer { key, legs, reason: Reason::Given, by, reverses: None };
    Entry { transfer, at: calendar.ago(days, 15 * 60), words: prose(words), occasion: None }
}

fn minutes(count: i64) -> Minutes {
    Minutes::new(count).expect("the demo's own numbers are small")
}

impl DemoHours {
    fn guards(&self, transfer: &Transfer) -> BTreeMap<Account, Guard> {
        let guard = |account: &Account| {
            let known = self.accounts.get(account).cloned();
            let limits = account.person().map(|person| limits(&Org::default(), person, Timestamp(0)));
            known.unwrap_or_else(|| HoursAccount::new(account.clone())).guard(limits)
        };
        let all = transfer.accounts().into_iter().chain([&Account::Commons]);
        all.map(|account| (account.clone(), guard(account))).collect()
    }

    fn post(&mut self, entry: Entry) {
        let guards = self.guards(&entry.transfer);
        let transfer = within_limits(entry.transfer.clone(), &guards).expect("the demo's hours are within limits");
        let entry = Entry { transfer, ..entry };
        let done = post(&entry.transfer, &guards).expect("the demo posts only what can be posted");
        for account in accounts_after(&entry, &self.accounts, &done) {
            self.accounts.insert(account.account.clone(), account);
        }
        self.postings.extend(done.postings);
        self.entries.push(entry);
    }

    /// Sol takes back the last meeting of two before and posts it as half an hour.
    fn set_right(&mut self, at: Timestamp) {
        let is_paid = |entry: &&Entry| entry.transfer.legs.iter().all(|leg| leg.account != Account::Commons);
        let is_meeting = |entry: &&Entry| entry.taught().is_some() && is_paid(entry);
        let Some(of) = self.entries.iter().rev().find(is_meeting).cloned() else { return };
        let (sol, words) = (people::id("sol-lindqvist"), prose("Both say that it took half an hour."));
        let key = TransferKey::of_request(&sol, &RequestKey::from_bits(0, 0));
        let back = reversal(&of.transfer, sol.clone(), &self.guards(&of.transfer));
        let back = back.expect("the demo takes back what can be taken back");
        let right = corrected(&of, minutes(30), (key, sol)).expect("the demo sets right what can be");
        self.post(Entry { transfer: back, at, words: words.clone(), occasion: None });
        self.post(Entry { transfer: right, at, words, occasion: of.occasion });
    }
}
