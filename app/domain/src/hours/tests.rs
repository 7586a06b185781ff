//! What closed dates move, who is told what, and what the pages say.

use super::*;
use crate::clocks::Day;
use crate::event::Seq;
use crate::evidence::Level;
use crate::fernhill::{NOW, fernhill};
use crate::id::{PersonId, SkillId};
use crate::ledger::{Account, Done, Guard, HoursLimits, Leg, Minutes, Reason, Transfer, TransferKey, post, reversal};
use crate::notifications::told;
use crate::org::Org;
use crate::reader::tests::{done, prose, read_by};
use crate::receipt::RequestKey;
use crate::session::world::{AMARA, JONAS, LEILA, lunch};
use crate::session::{CloseOut, Session, SessionKind};
use std::collections::BTreeMap;

fn id(who: &str) -> PersonId {
    who.parse().unwrap()
}

fn account(who: &str) -> Account {
    Account::Person(id(who))
}

fn minutes(count: i64) -> Minutes {
    Minutes::new(count).unwrap()
}

fn key(number: u64) -> RequestKey {
    RequestKey::from_bits(0, number)
}

/// An hour of a kind that these people held and to which those came.
fn session(kind: SessionKind, hosts: &[&str], skills: &[&str]) -> Session {
    let skills = skills.iter().map(|skill| skill.parse().unwrap()).collect();
    Session { kind, hosts: hosts.iter().map(|host| id(host)).collect(), skills, ..lunch() }
}

fn closed(session: &Session, people: &[&str], took: u16) -> CloseOut {
    CloseOut {
        by: session.hosts[0].clone(),
        at: NOW,
        minutes: crate::time::Minutes(took),
        people: people.iter().map(|person| id(person)).collect(),
        skills: session.skills.clone(),
        note: prose(""),
        thanks: prose(""),
        countersigned: Some(crate::session::Countersigned { by: id(AMARA), at: NOW }),
        surveys: Vec::new(),
    }
}

/// What it moves, as "who minutes".
fn moved(session: &Session, people: &[&str], took: u16) -> Vec<String> {
    let closed = closed(session, people, took);
    let hour = ClosedHour { session, on: Day(20_775), closed: &closed };
    let level = |person: &PersonId, skill: &SkillId| match (person.as_str(), skill.as_str()) {
        (JONAS, "sql-for-reports") | (AMARA, "wound-care") => Level::ALONE,
        _ => Level::NONE,
    };
    let legs = taught(hour, &id(AMARA), level).unwrap().map(|transfer| transfer.legs).unwrap_or_default();
    legs.iter().map(|leg| format!("{} {}", leg.account.key(), leg.minutes.get())).collect()
}

#[test]
fn learners_pay_in_meetings_of_two_and_the_commons_at_lunch() {
    let of = |kind| session(kind, &[JONAS], &["sql-for-reports"]);
    assert_eq!(
        moved(&of(SessionKind::OneToOne), &[AMARA, LEILA], 61),
        ["person:amara-okafor -31", "person:jonas-weidner 61", "person:leila-haddou -30"]
    );
    assert_eq!(moved(&of(SessionKind::LunchAndLearn), &[AMARA, LEILA], 45), ["commons -45", "person:jonas-weidner 45"]);
    for kind in [SessionKind::FeedbackTalk, SessionKind::ProjectMeeting] {
        assert_eq!(moved(&of(kind), &[AMARA], 45), Vec::<String>::new(), "nobody teaches there");
    }
    assert_eq!(moved(&of(SessionKind::OneToOne), &[], 45), Vec::<String>::new(), "nobody came");
}

#[test]
fn in_a_swap_each_thing_takes_its_part_of_the_time() {
    let even = session(SessionKind::Swap, &[JONAS, AMARA], &["sql-for-reports", "wound-care"]);
    assert_eq!(moved(&even, &[], 60), Vec::<String>::new(), "each taught as long as they learned");
    assert_eq!(moved(&even, &[], 61), ["person:amara-okafor -1", "person:jonas-weidner 1"]);
    assert_eq!(
        moved(&even, &[LEILA], 60),
        ["person:amara-okafor 15", "person:jonas-weidner 15", "person:leila-haddou -30"]
    );
    let one = session(SessionKind::Swap, &[JONAS, AMARA], &["sql-for-reports"]);
    assert_eq!(moved(&one, &[], 60), ["person:amara-okafor -60", "person:jonas-weidner 60"]);
}

#[test]
fn an_hour_for_more_people_than_a_transfer_holds_is_paid_by_the_commons() {
    let many: Vec<String> = (0..70).map(|number| format!("p{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let of = session(SessionKind::OneToOne, &[JONAS], &[]);
    assert_eq!(moved(&of, &many, 140), ["commons -140", "person:jonas-weidner 140"]);
}

#[test]
fn what_a_learner_may_not_owe_the_commons_pays() {
    let limits = Some(HoursLimits { soft: minutes(-60), hard: minutes(-100) });
    let holding = |balance| Guard { balance: minutes(balance), ..Guard::new(limits) };
    let guards: BTreeMap<Account, Guard> = [
        (Account::Commons, Guard::new(None)),
        (account(AMARA), holding(-80)),
        (account(JONAS), holding(0)),
        (account(LEILA), holding(-130)),
    ]
    .into();
    let who = (&id(JONAS), &[id(AMARA), id(LEILA)][..]);
    let hour = Transfer::taught(
        (TransferKey::of_request(&id(JONAS), &key(1)), id(JONAS)),
        who,
        (minutes(120), crate::ledger::Shares::Learners),
    );
    let hour = within_limits(hour.unwrap(), &guards).unwrap();
    let legs: Vec<(String, i64)> = hour.legs.iter().map(|leg| (leg.account.key(), leg.minutes.get())).collect();
    let wanted = [("commons", -100), ("person:amara-okafor", -20), ("person:jonas-weidner", 120)];
    assert_eq!(legs, wanted.map(|(name, sum)| (name.to_owned(), sum)));
    let done = post(&hour, &guards).unwrap();
    assert_eq!(done.postings.len(), 3, "{LEILA} pays nothing, whatever she owes");
}

#[test]
fn a_request_that_both_sides_confirmed_moves_its_minutes() {
    let exchange = done();
    let transfer = of_meeting(&exchange, &id(AMARA)).unwrap();
    assert_eq!(transfer.key.as_str(), "exchange:k1");
    let sums: Vec<i64> = transfer.legs.iter().map(|leg| leg.minutes.get()).collect();
    assert_eq!(sums, [45, -45]);
}

fn entry(transfer: Transfer, words: &str, occasion: Option<Occasion>) -> Entry {
    Entry { transfer, at: NOW, words: prose(words), occasion }
}

/// Puts what `entry` does into the organisation, as the store does; its postings.
fn posted(org: &mut Org, entry: &Entry) -> Done {
    let limits = HoursLimits { soft: minutes(-60), hard: minutes(-600) };
    let accounts: BTreeMap<Account, HoursAccount> = entry
        .transfer
        .accounts()
        .into_iter()
        .map(|of| (of.clone(), org.hours_account(of).cloned().unwrap_or_else(|| HoursAccount::new(of.clone()))))
        .collect();
    let guard = |(of, account): (&Account, &HoursAccount)| (of.clone(), account.guard(of.person().map(|_| limits)));
    let done = post(&entry.transfer, &accounts.iter().map(guard).collect()).unwrap();
    accounts_after(entry, &accounts, &done).into_iter().for_each(|account| org.put_hours(account));
    done
}

fn gift(minutes: &str, to: &str) -> GiveHoursForm {
    GiveHoursForm {
        to: to.to_owned(),
        minutes: minutes.to_owned(),
        words: "For the joins.".to_owned(),
        ..Default::default()
    }
}

fn given(org: &Org, form: &GiveHoursForm) -> Entry {
    entry(form.read(org).unwrap().transfer(&id(AMARA), &key(7)).unwrap(), &form.words, None)
}

#[test]
fn whoever_is_given_hours_or_falls_low_is_told_of_it() {
    let mut org = fernhill();
    let gift = given(&org, &gift("90", JONAS));
    posted(&mut org, &gift);
    assert_eq!((org.hours_of(&id(JONAS)), org.hours_of(&id(AMARA))), (minutes(90), minutes(-90)));
    let texts = |who: &str| {
        let items = read_by(&org, who, |reader| told(reader, &Default::default()));
        let text = |item: crate::notifications::Notification| {
            (item.text.into_iter().map(|phrase| phrase.text).collect::<String>(), item.words)
        };
        items.into_iter().map(|(_, item)| text(item)).collect::<Vec<_>>()
    };
    assert_eq!(texts(JONAS)[0], ("Amara gave you 1 h 30 min".to_owned(), "For the joins.".to_owned()));
    assert!(texts(AMARA)[0].0.starts_with("You have learned 1 h 30 min more than you have taught."));
    assert!(texts("noor-halabi").is_empty());
}

#[test]
fn an_admin_who_takes_something_back_or_sets_it_right_is_named() {
    let mut org = fernhill();
    let session = session(SessionKind::OneToOne, &[JONAS], &["sql-for-reports"]);
    let closed = closed(&session, &[AMARA], 90);
    let hour = ClosedHour { session: &session, on: Day(20_775), closed: &closed };
    let hour = taught(hour, &id(AMARA), |_, _| Level::NONE).unwrap().unwrap();
    let first = entry(hour, "", None);
    posted(&mut org, &first);
    let guards = first.transfer.accounts().into_iter().map(|of| {
        (
            of.clone(),
            org.hours_account(of).unwrap().guard(Some(HoursLimits { soft: minutes(-60), hard: minutes(-600) })),
        )
    });
    let back = reversal(&first.transfer, id("noor-halabi"), &guards.collect()).unwrap();
    posted(&mut org, &entry(back.clone(), "It was one hour.", None));
    let sixty = (TransferKey::of_request(&id("noor-halabi"), &key(9)), id("noor-halabi"));
    let right = corrected(&first, minutes(60), sixty).unwrap();
    assert_eq!(right.reason, Reason::Corrected);
    posted(&mut org, &entry(right, "It was one hour.", None));
    assert_eq!((org.hours_of(&id(JONAS)), org.hours_of(&id(AMARA))), (minutes(60), minutes(-60)));
    let news: Vec<_> = org.hours_account(&account(JONAS)).unwrap().told.iter().map(|told| told.news).collect();
    let changed = |count| HoursNews::Changed { minutes: minutes(count) };
    assert_eq!(news, [changed(-90), changed(60)]);
    assert!(
        corrected(&entry(back, "", None), minutes(5), (TransferKey::of_request(&id(JONAS), &key(1)), id(JONAS)))
            .is_err()
    );
}

#[test]
fn gifts_are_read_and_refused_with_words() {
    let org = fernhill();
    for (form, field) in [
        (gift("0", JONAS), "minutes"),
        (gift("601", JONAS), "minutes"),
        (gift("a while", JONAS), "minutes"),
        (gift("30", ""), "to"),
    ] {
        let refused = form.read(&org).unwrap_err();
        assert!(matches!(refused, crate::rejection::Rejection::Invalid { field: of, .. } if of == field));
    }
    assert!(gift("30", AMARA).read(&org).unwrap().transfer(&id(AMARA), &key(1)).is_err(), "to oneself");
    let all = GiveHoursForm { to_text: TO_ALL.1.to_owned(), ..gift("30", "") };
    assert_eq!(all.read(&org).unwrap().to, Account::Commons);
    let short = crate::ledger::Refusal::Limit { person: id(AMARA), short: 75 };
    assert!(refused(&org, &short).to_string().contains("leave Amara Okafor 1 h 15 min below"));
}

#[test]
fn the_statement_says_where_one_stands_and_what_moved() {
    let mut org = fernhill();
    let gift = given(&org, &gift("90", JONAS));
    let done = posted(&mut org, &gift);
    let posting = done.postings.iter().find(|posting| posting.account == account(AMARA)).unwrap().clone();
    let moved = Moved { posting, entry: gift, is_reversed: false };
    let statement = Statement { moved: vec![moved], older: None, is_later_page: false };
    let limits = HoursLimits { soft: minutes(-60), hard: minutes(-1_200) };
    let page = read_by(&org, AMARA, |reader| hours_page(reader, &statement, (limits, key(1))));
    assert_eq!(page.lead, "You have learned 1 h 30 min more than you have taught.");
    assert!(page.limit.contains("your turn to teach") && page.limit.contains("Nobody is locked out"));
    assert_eq!(page.scale, HoursScale { hard: -1_200, soft: -60, balance: -90, most: 600 });
    let line = &page.lines[0];
    assert_eq!(
        (line.what.as_str(), line.with.as_str(), line.minutes.as_str(), line.balance.as_str(), line.is_gain),
        ("Gave away", "Jonas Weidner", "−1 h 30 min", "−1 h 30 min", false)
    );
    assert_eq!(page.choices[0].0, TO_ALL.0);
    assert!(page.choices.iter().all(|(choice, _)| choice != AMARA));
}

#[test]
fn the_proof_sums_to_zero_and_tells_of_nobody() {
    let mut org = fernhill();
    let none = hours_proof(&org, Seq(4));
    assert_eq!((none.sum, none.people, none.postings, none.seq), (0, 0, 0, 4));
    let gift = given(&org, &gift("90", JONAS));
    posted(&mut org, &gift);
    let two = hours_proof(&org, Seq(5));
    assert_eq!((two.sum, two.people, two.postings), (0, 2, 2));
    assert_eq!((&two.held, &two.owed), (&None, &None), "there are too few of them");
    assert_ne!(two.head, none.head);
    let others = ["noor-halabi", "leila-haddou", "wen-li", "priya-raman", "rosalind-achterberg"];
    for who in others {
        let leg = |account, count| Leg { account, minutes: minutes(count) };
        let legs = vec![leg(account(who), -10), leg(account("ines-carvalho"), 10)];
        let request = TransferKey::of_request(&id(who), &key(1));
        let one = Transfer { key: request, legs, reason: Reason::Given, by: id(who), reverses: None };
        posted(&mut org, &entry(one, "", None));
    }
    let many = hours_proof(&org, Seq(9));
    assert_eq!((many.sum, many.owed, many.held), (0, None, None), "only two hold something");
}

#[test]
fn lengths_are_said_as_people_say_them() {
    for (count, said) in [(0, "0 min"), (45, "+45 min"), (-60, "−1 h"), (135, "+2 h 15 min")] {
        assert_eq!(signed(minutes(count)), said);
    }
    assert_eq!(length(minutes(-90)), "1 h 30 min");
}

#[test]
fn limits_are_the_usual_ones_where_no_program_says_more() {
    let limits = limits(&fernhill(), &id(AMARA), NOW);
    assert_eq!((limits.soft, limits.hard), (minutes(-240), minutes(-1_200)));
}
