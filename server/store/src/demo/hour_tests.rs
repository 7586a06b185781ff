//! What the demo promises of its hours, whenever it is loaded.

use super::tests::MOMENTS;
use super::{DemoHours, PERSONAS, company};
use domain::ledger::{Account, Book, HoursLimits, Minutes, Posting, Reason, prove};
use std::collections::BTreeMap;

fn book(hours: &DemoHours) -> Book {
    let guards = hours.accounts.iter().map(|(account, row)| (account.clone(), row.guard(None)));
    let transfers = hours.entries.iter().map(|entry| (entry.transfer.key.clone(), entry.transfer.clone()));
    let mut postings: BTreeMap<Account, Vec<Posting>> = BTreeMap::new();
    for posting in &hours.postings {
        postings.entry(posting.account.clone()).or_default().push(posting.clone());
    }
    let limits = HoursLimits { soft: Minutes::ZERO, hard: Minutes::ZERO };
    Book::new(limits).holding(guards.collect(), transfers.collect(), postings)
}

#[test]
fn whenever_it_is_loaded_its_hours_even_out_and_nothing_is_of_tomorrow() {
    for now in MOMENTS {
        let company = company(now);
        let hours = &company.hours;
        let proof = prove(&book(hours)).unwrap();
        assert!(proof.sum == 0 && proof.transfers > 20 && proof.held > 300, "{proof:?}");
        assert!(hours.entries.iter().all(|entry| entry.at <= now));
        assert!(hours.entries.windows(2).all(|pair| pair[0].at <= pair[1].at), "oldest first");
        let reasons = |wanted| hours.entries.iter().filter(|entry| entry.transfer.reason == wanted).count();
        let counts = [Reason::Taught, Reason::Given, Reason::Corrected, Reason::Reversed].map(reasons);
        assert!(counts[0] > 15 && counts[1..] == [5, 1, 1], "{counts:?}");
        for person in hours.accounts.keys().filter_map(Account::person) {
            assert!(company.people.iter().any(|known| known.id == *person), "{person}");
        }
    }
}

#[test]
fn those_whom_a_visitor_can_be_have_a_statement() {
    let hours = company(MOMENTS[0]).hours;
    let has_any = |persona: &super::Persona| hours.accounts.contains_key(&Account::Person(persona.person()));
    assert!(PERSONAS.iter().filter(|persona| has_any(persona)).count() >= 2);
}
