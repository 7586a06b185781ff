//! Digests in a busy organisation: at most one a day for each person, and everything in one of them, once.

use domain::actor::{Actor, Member, Role};
use domain::id::PersonId;
use domain::job::Task;
use domain::mail::{Delivery, MailSetup};
use domain::notices::MailList;
use domain::person::Person;
use domain::skill::{Area, Criticality, Skill, Target};
use domain::text::{EmailAddress, Name, Prose};
use domain::time::{Span, Timestamp, Zone};
use std::collections::BTreeMap;
use store::demo::Company;
use store::{Clock, Outgoing, Store};

/// Thursday 25 March 2027, 00:00 UTC: clocks in Lisbon change on Sunday.
const BEGIN: Timestamp = Timestamp(1_805_932_800_000);
const PEOPLE: usize = 24;
const DAYS: i64 = 6;
const ZONES: [&str; 4] = ["Europe/Lisbon", "America/Lima", "Asia/Kolkata", "Pacific/Auckland"];
const SERVER: &Actor = &Actor::Console;

fn name(text: &str) -> Name {
    Name::parse("name", text).unwrap()
}

fn id(number: usize) -> PersonId {
    format!("person-{number}").parse().unwrap()
}

fn zone(number: usize) -> Zone {
    Zone::parse(ZONES[number % ZONES.len()]).unwrap()
}

fn acting(number: usize) -> Actor {
    Actor::Person(Member { id: id(number), role: Role::Member, team: None })
}

fn company() -> Company {
    let person = |number: usize| {
        let email = EmailAddress::parse(&format!("person-{number}@busy.example")).unwrap();
        let mut person = Person::new(id(number), name(&format!("Person {number}")), email, BEGIN.before(Span::days(9)));
        person.zone = zone(number);
        person
    };
    let skill = Skill {
        id: "tea".parse().unwrap(),
        name: name("Tea"),
        area: "work".parse().unwrap(),
        description: Prose::default(),
        levels: Vec::new(),
        criticality: Criticality::Normal,
        target: Target::default(),
        after: Vec::new(),
        import: None,
    };
    Company {
        name: name("Busy"),
        areas: vec![Area { id: "work".parse().unwrap(), name: name("Work"), import: None }],
        skills: vec![skill],
        people: (0..PEOPLE).map(person).collect(),
        ..Company::default()
    }
}

/// Does everything that is due; the mails that went out.
async fn work(store: &Store) -> Vec<Outgoing> {
    let mut sent = Vec::new();
    while store.tell_by_mail(SERVER).await.unwrap() > 0 {}
    loop {
        let jobs = store.claim_jobs(SERVER, 100).await.unwrap();
        if jobs.is_empty() {
            return sent;
        }
        for job in jobs {
            if matches!(job.task, Task::Digest { .. }) {
                store.write_digest(SERVER, &job).await.unwrap();
            } else if let Some(outgoing) = store.mail_to_send(SERVER, &job).await.unwrap() {
                store.note_delivery(SERVER, &job, &outgoing, &Delivery::Accepted).await.unwrap();
                sent.push(outgoing);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_in_a_busy_organisation_gets_two_digests_a_day_or_reads_anything_twice() {
    let clock = Clock::standing_at(BEGIN);
    let store = Store::in_memory(clock.clone()).await.unwrap();
    store.load_company(SERVER, &company()).await.unwrap();
    let setup = MailSetup { server: "m".into(), from: "k@busy.example".into(), origin: "https://k".into() };
    store.begin_mail(SERVER, setup).await.unwrap();
    let skill = "tea".parse().unwrap();
    let mut given: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    let mut read: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    let mut days: BTreeMap<(PersonId, String), usize> = BTreeMap::new();
    let mut dice: usize = 7;
    for quarter in 0..(DAYS + 3) * 24 * 2 {
        let now = BEGIN.after(Span::minutes(quarter * 30));
        clock.set(now);
        // Three thank-yous every half hour, while it goes on.
        for place in 0..3_usize {
            dice = (dice * 1_103_515_245 + 12_345) % 2_147_483_648;
            let (from, to) = (dice % PEOPLE, (dice / 64 + place + 1) % PEOPLE);
            if from == to || quarter >= DAYS * 24 * 2 {
                continue;
            }
            let words = format!("thanks {quarter}-{place}");
            let prose = Prose::parse("words", &words).unwrap();
            store.give_thanks(&acting(from), &id(to), &skill, &prose).await.unwrap();
            given.entry(id(to)).or_default().push(words);
        }
        for mail in work(&store).await {
            assert_eq!(mail.letter.list, Some(MailList::Digest));
            let number: usize = mail.person.as_str().rsplit('-').next().unwrap().parse().unwrap();
            let day = store::clock::face_as(now, &zone(number), "%Y-%m-%d").text;
            *days.entry((mail.person.clone(), day)).or_default() += 1;
            let words = mail.letter.parts.iter().map(|part| part.words.clone()).filter(|words| !words.is_empty());
            read.entry(mail.person.clone()).or_default().extend(words);
        }
    }
    let events: usize = given.values().map(Vec::len).sum();
    assert!(events > 700 && days.len() > 100, "{events} thank-yous, {} digests", days.len());
    assert!(days.values().all(|count| *count == 1), "at most one a day: {days:?}");
    for (person, mut words) in given {
        let mut told = read.remove(&person).unwrap_or_default();
        words.sort();
        told.sort();
        // A digest names twelve and counts the rest, so nothing is named twice, and nothing that was not given.
        assert!(told.windows(2).all(|pair| pair[0] != pair[1]), "{person} read something twice");
        assert!(told.iter().all(|one| words.contains(one)), "{person}");
        if words.len() <= 40 {
            assert_eq!(told, words, "{person} read everything");
        }
    }
}
