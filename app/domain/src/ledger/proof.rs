//! The proof that nothing came from nowhere: everything recomputed from the postings.

use super::account::Account;
use super::amount::Minutes;
use super::book::Book;
use super::post::Posting;
use super::transfer::{Transfer, TransferKey};
use std::collections::BTreeMap;

/// What was found to be true.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The sum of all balances, in minutes: zero.
    pub sum: i64,
    /// What people who are above zero hold together.
    pub held: i64,
    /// How many accounts there are.
    pub accounts: usize,
    /// How many transfers.
    pub transfers: usize,
    /// How many postings.
    pub postings: usize,
}

/// The first thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Falsity {
    /// A posting that does not follow from the one before.
    #[error("Posting {1} of {0:?} does not follow from the one before.")]
    Posting(Account, u64),
    /// A posting that its transfer does not make, or a leg that was not posted.
    #[error("The transfer {0:?} and its postings differ.")]
    Transfer(TransferKey),
    /// A balance that is not the sum of the postings.
    #[error("The balance of {0:?} is not the sum of its postings.")]
    Balance(Account),
    /// A reversal that does not undo what it names, as far as it can.
    #[error("The transfer {0:?} does not undo what it says.")]
    Reversal(TransferKey),
    /// Balances that do not sum to zero.
    #[error("All balances together are {0} minutes, not zero.")]
    Sum(i64),
}

/// Recomputes every chain, balance, transfer and reversal, and that all balances sum to zero; the first fault where one is
/// wrong.
pub fn prove(book: &Book) -> Result<Proof, Falsity> {
    let mut proof = Proof { transfers: book.transfers.len(), ..Proof::default() };
    let mut posted: BTreeMap<&TransferKey, BTreeMap<&Account, Minutes>> = BTreeMap::new();
    for (account, postings) in &book.postings {
        let last = chain(account, postings)?;
        let is_guarded = book.guards.get(account).is_some_and(|guard| {
            (guard.balance, guard.head.as_str()) == last && Ok(guard.postings) == u64::try_from(postings.len())
        });
        if !is_guarded {
            return Err(Falsity::Balance(account.clone()));
        }
        proof.accounts += 1;
        proof.postings += postings.len();
        proof.sum += last.0.get();
        proof.held += if matches!(account, Account::Person(_)) { last.0.get().max(0) } else { 0 };
        for posting in postings {
            let is_second = posted.entry(&posting.transfer).or_default().insert(account, posting.minutes).is_some();
            if is_second || !book.transfers.contains_key(&posting.transfer) {
                return Err(Falsity::Transfer(posting.transfer.clone()));
            }
        }
    }
    if let Some((account, _)) = book.guards.iter().find(|(account, _)| !book.postings.contains_key(*account)) {
        return Err(Falsity::Balance(account.clone()));
    }
    for (key, transfer) in &book.transfers {
        let sums = transfer.sums().map_err(|_| Falsity::Transfer(key.clone()))?;
        if posted.get(key).cloned().unwrap_or_default() != sums || transfer.key != *key {
            return Err(Falsity::Transfer(key.clone()));
        }
        if sums.values().map(|minutes| minutes.get()).sum::<i64>() != 0 {
            return Err(Falsity::Transfer(key.clone()));
        }
        undoes(book, transfer)?;
    }
    if proof.sum == 0 { Ok(proof) } else { Err(Falsity::Sum(proof.sum)) }
}

/// The balance and the hash after the last posting, when each follows from the one before.
fn chain<'a>(account: &Account, postings: &'a [Posting]) -> Result<(Minutes, &'a str), Falsity> {
    let (mut balance, mut head) = (Minutes::ZERO, "");
    for (number, posting) in (1..).zip(postings) {
        let wrong = || Falsity::Posting(account.clone(), number);
        balance = balance.plus(posting.minutes).map_err(|_| wrong())?;
        let follows = posting.account == *account
            && posting.number == number
            && posting.balance == balance
            && posting.hash == posting.hash_after(head);
        if !follows {
            return Err(wrong());
        }
        head = &posting.hash;
    }
    Ok((balance, head))
}

/// A reversal names a transfer that is none, and gives back to everyone what they paid; of what they gained it takes back
/// no more than that.
fn undoes(book: &Book, transfer: &Transfer) -> Result<(), Falsity> {
    let Some(of) = &transfer.reverses else { return Ok(()) };
    let wrong = || Falsity::Reversal(transfer.key.clone());
    let first = book.transfers.get(of).filter(|first| first.reverses.is_none()).ok_or_else(wrong)?;
    if transfer.key != TransferKey::of_reversal(of) {
        return Err(wrong());
    }
    let (there, back) = (first.sums().map_err(|_| wrong())?, transfer.sums().map_err(|_| wrong())?);
    let accounts = there.keys().chain(back.keys()).filter(|account| ***account != Account::Commons);
    for account in accounts {
        let (there, back) = (gained(&there, account), gained(&back, account));
        let is_undone = if there > 0 { (-there..=0).contains(&back) } else { back == -there };
        if !is_undone {
            return Err(wrong());
        }
    }
    Ok(())
}

fn gained(sums: &BTreeMap<&Account, Minutes>, account: &Account) -> i64 {
    sums.get(account).map_or(0, |minutes| minutes.get())
}
