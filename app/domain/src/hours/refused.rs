//! Why hours may not move, and what is wrong with a ledger, in words for whoever reads them.

use super::words::length;
use crate::ledger::{Account, Falsity, Minutes, Refusal};
use crate::org::Org;
use crate::rejection::Rejection;

/// A refusal as people read it, with names in the place of ids.
pub fn refused(org: &Org, refusal: &Refusal) -> Rejection {
    match refusal {
        Refusal::Limit { person, short } => {
            let short = length(Minutes::new(*short).unwrap_or_default());
            let name = org.name_of(person);
            let words = format!("This would leave {name} {short} below the most that anybody may owe. Choose less.");
            Rejection::invalid("minutes", words)
        }
        Refusal::Uneven(_)
        | Refusal::Legs
        | Refusal::TooMany(_)
        | Refusal::Unknown(_)
        | Refusal::OtherLegs(_)
        | Refusal::Reversed(_)
        | Refusal::NotReversible(_) => Rejection::Conflict(refusal.to_string()),
    }
}

/// The first fault of a ledger, for whoever runs the database.
pub fn fault_words(falsity: &Falsity) -> String {
    match falsity {
        Falsity::Posting(account, number) => {
            format!("Posting {number} of {} does not follow from the one before, or is missing.", called(account))
        }
        Falsity::Transfer(key) => format!("The transfer {} and its postings differ.", key.as_str()),
        Falsity::Balance(account) => format!("The balance of {} is not the sum of its postings.", called(account)),
        Falsity::Reversal(key) => format!("The transfer {} does not undo what it says.", key.as_str()),
        Falsity::Sum(left) => format!("All balances together are {left} minutes, not zero."),
    }
}

fn called(account: &Account) -> String {
    match account {
        Account::Commons => "the commons".to_owned(),
        Account::Person(person) => format!("the account of {person}"),
    }
}
