//! `/live`: what happens reaches those who may know of it, once, in order, and without a gap.

use crate::made::skill;
use crate::support::{Browser, Kith, SOON, sent, spawn_app};
use domain::actor::{Actor, Role};
use domain::skills::AreaDraft;
use domain::text::Name;
use futures::StreamExt;
use serde_json::Value;
use std::pin::Pin;
use tokio::time::timeout;

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_is_signed_out_hears_anything() {
    let kith = spawn_app().await;
    assert_eq!(kith.stranger().get("/live").await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_does_arrives_where_somebody_else_looks() {
    let kith = spawn_app().await;
    let mut amara = Stream::open(&kith.signed_in("amara").await, "").await;
    add_skill(&kith, "Wound care").await;
    assert_eq!(amara.next().await.kind(), "area_changed");
    let told = amara.next().await;
    assert_eq!((told.kind(), &told.data["topic"]), ("skill_changed", &"skills".into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_who_was_away_goes_on_where_they_stopped() {
    let kith = spawn_app().await;
    // An admin may know of everything, so their stream is the whole log.
    let sol = kith.signed_in("sol").await;
    let before = Stream::open(&sol, "0").await.until(last(&kith).await).await;
    for skill in ["Wound care", "Infusion pumps"] {
        add_skill(&kith, skill).await;
    }
    let end = last(&kith).await;
    for stopped in &before {
        let rest = Stream::open(&sol, &stopped.id).await.until(end).await;
        assert_eq!(rest.iter().map(Told::seq).collect::<Vec<_>>(), (stopped.seq() + 1..=end).collect::<Vec<_>>());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_that_reconnects_says_where_it_stopped_in_a_header() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    let first = Stream::open(&sol, "0").await.next().await;
    let request = sol.request("GET", "/live?after=0").header("last-event-id", &first.id);
    assert_eq!(Stream::of(sent(request).await).next().await.seq(), first.seq() + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn invitations_are_told_to_admins_alone() {
    let kith = spawn_app().await;
    let (mut priya, mut sol) = (Stream::as_somebody(&kith, "priya").await, Stream::as_somebody(&kith, "sol").await);
    kith.invite("Theo", Role::Member).await;
    add_skill(&kith, "Wound care").await;
    assert_eq!([sol.next().await.kind(), sol.next().await.kind()], ["person_changed", "person_invited"]);
    assert_eq!([priya.next().await.kind(), priya.next().await.kind()], ["person_changed", "area_changed"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cursor_of_another_log_means_looking_at_everything_again() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let known = Stream::open(&amara, "0").await.next().await.id;
    let (seq, chain) = known.split_once('-').unwrap();
    assert_eq!(Stream::open(&amara, &format!("{seq}-{chain}")).await.next().await.event, "message");
    for foreign in [format!("{seq}-ffffffff"), "999999".to_owned()] {
        let told = Stream::open(&amara, &foreign).await.next().await;
        assert_eq!(told.event, "resync", "{foreign}");
        assert_eq!(told.id.split('-').next().unwrap(), last(&kith).await.to_string());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_everywhere_ends_the_streams_too() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let (mut own, mut other) = (Stream::open(&amara, "").await, Stream::as_somebody(&kith, "jonas").await);
    assert!(amara.call("sign_out_everywhere", "").await.status.is_success());
    assert_eq!(own.next().await.data["topic"], "session", "a page learns why, and goes to the door");
    own.end().await;
    add_skill(&kith, "Wound care").await;
    assert_eq!(other.next().await.kind(), "area_changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_stops_ends_its_streams() {
    let mut kith = spawn_app().await;
    let mut amara = Stream::as_somebody(&kith, "amara").await;
    kith.stop().await;
    amara.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_stream_of_that_browser_alone() {
    let kith = spawn_app().await;
    let (desk, phone) = (kith.signed_in("amara").await, kith.signed_in("amara").await);
    let (mut here, mut there) = (Stream::open(&desk, "").await, Stream::open(&phone, "").await);
    assert!(desk.call("sign_out", "").await.status.is_success());
    assert_eq!(here.next().await.kind(), "signed_out");
    here.end().await;
    add_skill(&kith, "Wound care").await;
    assert_eq!(there.next().await.kind(), "area_changed", "the other browser is not even told");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_that_is_taken_away_hears_no_more_of_what_it_could_know() {
    let kith = spawn_app().await;
    let sol = kith.signed_in("sol").await;
    kith.store.set_role(&Actor::Console, &"priya".parse().unwrap(), Role::OrgAdmin).await.unwrap();
    let mut stream = Stream::open(&sol, "").await;
    kith.store.set_role(&Actor::Console, &"sol".parse().unwrap(), Role::Member).await.unwrap();
    kith.invite("Theo", Role::Member).await;
    assert_eq!([stream.next().await.kind(), stream.next().await.kind()], ["role_given", "sessions_ended"]);
    stream.end().await;
    assert_eq!(sol.get("/live").await.status, 401);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_password_ends_the_streams_of_before() {
    let kith = spawn_app().await;
    let mut stream = Stream::as_somebody(&kith, "amara").await;
    let reset = kith.store.offer_reset(&Actor::Console, &"amara".parse().unwrap()).await.unwrap();
    let fields = format!("token={}&password=three+words+long", reset.token.reveal());
    assert!(kith.stranger().call("join", &fields).await.status.is_success());
    assert_eq!(stream.next().await.kind(), "sessions_ended");
    stream.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_goes_on_from_what_it_shows() {
    let kith = spawn_app().await;
    let amara = kith.signed_in("amara").await;
    let visitor: Value = serde_json::from_str(&amara.call("current_visitor", "").await.text).unwrap();
    let cursor = visitor["cursor"].as_str().unwrap().to_owned();
    assert_eq!(cursor, kith.store.applied().cursor());
    add_skill(&kith, "Wound care").await;
    assert_eq!(Stream::open(&amara, &cursor).await.next().await.kind(), "area_changed");
}

async fn last(kith: &Kith) -> u64 {
    kith.store.last_event().await.unwrap().unwrap().event.seq.0
}

/// Two events: the area, which is there once, and the skill.
async fn add_skill(kith: &Kith, called: &str) {
    let name = |text| Name::parse("name", text).unwrap();
    let area = kith.store.save_area(&Actor::Console, &AreaDraft { id: None, name: name(called) }).await.unwrap();
    let skill = skill(called, area.as_str());
    kith.store.save_skill(&Actor::Console, &skill).await.unwrap();
}

/// One frame of a stream.
#[derive(Debug)]
struct Told {
    id: String,
    event: String,
    data: Value,
}

impl Told {
    fn kind(&self) -> &str {
        self.data["what"]["kind"].as_str().unwrap_or_default()
    }

    fn seq(&self) -> u64 {
        self.data["seq"].as_u64().unwrap()
    }

    /// The frame in a block of lines; none for a block that only says how long to wait before coming back.
    fn parse(block: &str) -> Option<Self> {
        let value = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        let data = block.lines().find_map(|line| line.strip_prefix("data: "))?;
        let event = value("event: ");
        Some(Self {
            id: value("id: ").to_owned(),
            event: if event.is_empty() { "message" } else { event }.to_owned(),
            data: serde_json::from_str(data).unwrap_or_default(),
        })
    }
}

/// A stream as a browser reads it.
struct Stream {
    bytes: Pin<Box<dyn futures::Stream<Item = String> + Send>>,
    text: String,
}

impl Stream {
    async fn as_somebody(kith: &Kith, handle: &str) -> Self {
        Self::open(&kith.signed_in(handle).await, "").await
    }

    async fn open(browser: &Browser, after: &str) -> Self {
        Self::of(sent(browser.request("GET", &format!("/live?after={after}"))).await)
    }

    fn of(answer: reqwest::Response) -> Self {
        assert_eq!(answer.headers()["content-type"], "text/event-stream");
        let bytes = answer.bytes_stream().map(|chunk| String::from_utf8(chunk.unwrap_or_default().to_vec()).unwrap());
        Self { bytes: Box::pin(bytes), text: String::new() }
    }

    /// The next frame but heartbeats; none when the stream ended.
    async fn told(&mut self) -> Option<Told> {
        loop {
            while let Some((block, rest)) = self.text.split_once("\n\n") {
                let told = Told::parse(block);
                self.text = rest.to_owned();
                if let Some(told) = told.filter(|told| told.event != "heartbeat") {
                    return Some(told);
                }
            }
            self.text += &timeout(SOON, self.bytes.next()).await.unwrap()?;
        }
    }

    async fn next(&mut self) -> Told {
        self.told().await.expect("the stream goes on")
    }

    /// All frames up to that place in the log, or the last one before it that this reader may know.
    async fn until(mut self, seq: u64) -> Vec<Told> {
        let mut all = Vec::new();
        while all.last().is_none_or(|told: &Told| told.seq() < seq) {
            all.push(self.next().await);
        }
        all
    }

    async fn end(&mut self) {
        while self.told().await.is_some() {}
    }
}
