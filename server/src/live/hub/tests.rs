//! Who hears what, in which order, and what becomes of those who are too slow.

use super::*;
use domain::id::{PersonId, SkillId};
use domain::text::{EmailAddress, Name};
use domain::time::Span;
use store::{Clock, Token};

const NOW: Timestamp = Timestamp(1_795_079_520_000);

/// Somebody at a browser of their own.
fn somebody(name: &str, browser: &str) -> (SignedIn, SessionToken) {
    let id = PersonId::from_name(name).unwrap();
    let email = EmailAddress::parse(&format!("{id}@fernhill.example")).unwrap();
    let person = Person::new(id.clone(), Name::parse("name", name).unwrap(), email, NOW);
    let actor = Actor::Person(Member { id, role: person.role, team: None });
    let who = SignedIn { person, actor, ends_at: NOW.after(Span::hours(1)), cursor: String::new() };
    (who, Token::parse(&browser.repeat(64)).unwrap())
}

fn logged(seq: u64, what: Happening) -> Logged {
    let event = Event { seq: Seq(seq), at: NOW, by: None, audience: what.audience(), what };
    Logged { chain: format!("{seq:064x}"), event }
}

fn waiting(queue: &mut mpsc::Receiver<Told>) -> Vec<Told> {
    std::iter::from_fn(|| queue.try_recv().ok()).collect()
}

async fn store() -> Store {
    Store::in_memory(Clock::standing_at(NOW)).await.unwrap()
}

fn skill_changed(seq: u64) -> Logged {
    logged(seq, Happening::SkillChanged { skill: SkillId::parse("wound-care").unwrap() })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_does_not_read_is_dropped_and_delays_nobody() {
    let (hub, store) = (Hub::default(), store().await);
    let ((amara, desk), (jonas, phone)) = (somebody("Amara", "a"), somebody("Jonas", "b"));
    let (mut slow, mut quick) = (hub.listen(&amara, &desk), hub.listen(&jonas, &phone));
    let mut heard = 0;
    for seq in 1..=200 {
        hub.tell(&store, &skill_changed(seq));
        heard += waiting(&mut quick).len();
    }
    assert_eq!(heard, 200);
    assert_eq!(waiting(&mut slow).len(), QUEUE, "what was there when the queue was full");
    assert!(slow.recv().await.is_none(), "and then nothing: the stream says to look at everything again");
    assert_eq!(hub.streams(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_signs_out_of_one_browser_goes_on_in_the_other() {
    let (hub, store) = (Hub::default(), store().await);
    let ((amara, desk), (_, phone)) = (somebody("Amara", "a"), somebody("Amara", "b"));
    let (mut here, mut there) = (hub.listen(&amara, &desk), hub.listen(&amara, &phone));
    let person = amara.person.id.clone();
    hub.tell(&store, &logged(1, Happening::SignedOut { person, session: desk.mark() }));
    hub.tell(&store, &skill_changed(2));
    assert!(matches!(waiting(&mut here)[..], [Told::Frame(Seq(1), _), Told::Close]));
    assert!(matches!(waiting(&mut there)[..], [Told::Frame(Seq(2), _)]));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_gone_hears_nothing_more() {
    let (hub, store) = (Hub::default(), store().await);
    let (amara, desk) = somebody("Amara", "a");
    let mut queue = hub.listen(&amara, &desk);
    // Nobody of that name works in this organisation.
    hub.tell(&store, &logged(1, Happening::PersonChanged { person: amara.person.id.clone() }));
    hub.tell(&store, &skill_changed(2));
    assert!(matches!(waiting(&mut queue)[..], [Told::Close]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_has_lasted_as_long_as_it_may_ends_its_stream() {
    let hub = Hub::default();
    let (amara, desk) = somebody("Amara", "a");
    let mut queue = hub.listen(&amara, &desk);
    hub.end_overdue(NOW.after(Span::minutes(59)));
    assert_eq!(hub.streams(), 1);
    hub.end_overdue(NOW.after(Span::hours(1)));
    assert!(matches!(waiting(&mut queue)[..], [Told::Ended]));
    assert_eq!(hub.streams(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sits_down_when_the_server_has_begun_to_stop() {
    let hub = Hub::default();
    let (amara, desk) = somebody("Amara", "a");
    let mut before = hub.listen(&amara, &desk);
    hub.close();
    let mut after = hub.listen(&amara, &desk);
    for queue in [&mut before, &mut after] {
        assert!(matches!(waiting(queue)[..], [Told::Close]));
        assert!(queue.recv().await.is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_is_missing_means_looking_at_everything_again() {
    let (hub, store) = (Hub::default(), store().await);
    let (amara, desk) = somebody("Amara", "a");
    let mut queue = hub.listen(&amara, &desk);
    let told = logged(7, Happening::Heartbeat).reached();
    let mut dispatcher = Dispatcher { hub, store, told };
    for seq in [6, 7, 8] {
        dispatcher.hear(&skill_changed(seq));
    }
    assert!(matches!(waiting(&mut queue)[..], [Told::Frame(Seq(8), _)]), "what was told is not told again");
    dispatcher.hear(&skill_changed(10));
    assert_eq!(dispatcher.told.seq, Seq(10));
    assert!(matches!(waiting(&mut queue)[..], [Told::Resync]));
}
