//! A server for one test, and people who talk to it with nothing but HTTP.

use domain::actor::{Actor, Role};
use domain::id::PersonId;
use domain::text::{EmailAddress, Name};
use domain::time::Timestamp;
use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, ORIGIN, REFERER};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use server::config::DatabaseArgs;
use server::{App, Config};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::time::Duration;
use store::{Clock, Store};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Thursday 19 November 2026, 09:12 in Lisbon.
pub const NOW: Timestamp = Timestamp(1_795_079_520_000);
/// Longer than anything here takes on a busy machine; whatever takes longer hangs.
pub const SOON: Duration = Duration::from_secs(30);
/// The cookie of a session.
pub const SESSION: &str = "__Host-kith";

/// One running server.
pub struct Kith {
    pub origin: String,
    pub store: Store,
    stop: Option<oneshot::Sender<()>>,
    served: Option<JoinHandle<std::io::Result<()>>>,
}

/// The demo company, as `cargo xtask dev` starts it but on a standing clock. Filling it takes seconds, so all tests
/// share one: look at what you like, and change only what no other test looks at.
pub fn demo() -> &'static Kith {
    static DEMO: OnceLock<Kith> = OnceLock::new();
    DEMO.get_or_init(|| {
        // On a runtime of its own, since the one of the test that came first ends with that test.
        let thread = std::thread::spawn(|| {
            let runtime = Box::leak(Box::new(tokio::runtime::Runtime::new().unwrap()));
            runtime.block_on(spawn(Config { demo: true, ..config() }))
        });
        thread.join().unwrap()
    })
}

/// A server of the test's own, with five people: Amara, Jonas, Priya who manages, Inês who keeps the catalogue, and
/// Sol, the admin.
pub async fn spawn_app() -> Kith {
    spawn_app_with(|_| {}).await
}

/// The same with other settings.
pub async fn spawn_app_with(change: impl FnOnce(&mut Config)) -> Kith {
    let mut config = config();
    change(&mut config);
    let kith = spawn(config).await;
    let people = [
        ("Amara", Role::Member),
        ("Jonas", Role::Member),
        ("Priya", Role::Manager),
        ("Ines", Role::ProgramAdmin),
        ("Sol", Role::OrgAdmin),
    ];
    for (called, role) in people {
        kith.invite(called, role).await;
    }
    kith
}

/// What a server on this machine is told when it is to forget everything.
pub fn config() -> Config {
    Config {
        addr: "127.0.0.1:0".parse().unwrap(),
        database: DatabaseArgs {
            data: PathBuf::new(),
            db: Some("mem://".to_owned()),
            db_user: "root".to_owned(),
            db_password: "root".to_owned(),
        },
        site: PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/http/site")),
        company: "Fernhill".to_owned(),
        origin: None,
        demo: false,
        dev_reload: false,
        writes_per_minute: 100_000,
        sign_ins_per_minute: 100_000,
        trusted_proxies: 0,
        smtp_url: None,
        mail_from: None,
    }
}

async fn spawn(config: Config) -> Kith {
    let app = App::start(&config, Clock::standing_at(NOW)).await.unwrap();
    let origin = format!("http://{}", app.addr().unwrap());
    let store = app.store().clone();
    let (stop, stopped) = oneshot::channel::<()>();
    let served = tokio::spawn(app.serve(async move { drop(stopped.await) }));
    Kith { origin, store, stop: Some(stop), served: Some(served) }
}

impl Kith {
    /// Tells it to stop, as a service manager does, and waits until it has.
    pub async fn stop(&mut self) {
        drop(self.stop.take());
        let served = self.served.take().expect("it is stopped once");
        timeout(SOON, served).await.unwrap().unwrap().unwrap();
    }

    /// Somebody whom the server does not know.
    pub fn stranger(&self) -> Browser {
        // A client keeps connections on the runtime of its test: it cannot be shared between tests.
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Browser { origin: self.origin.clone(), client, session: None }
    }

    /// Somebody who works here, signed in; not only the personas.
    pub async fn signed_in(&self, handle: &str) -> Browser {
        let token = self.store.sign_in_as(&PersonId::parse(handle).unwrap()).await.unwrap();
        Browser { session: Some(token.reveal().to_owned()), ..self.stranger() }
    }

    /// The secret part of a link by which somebody new joins.
    pub async fn invite(&self, called: &str, role: Role) -> String {
        let email = EmailAddress::parse(&format!("{}@fernhill.example", called.to_lowercase())).unwrap();
        let name = Name::parse("name", called).unwrap();
        let invitation = self.store.invite(&Actor::Console, &name, &email, role).await.unwrap();
        invitation.token.reveal().to_owned()
    }
}

/// Whoever asks, with the cookie they hold.
#[derive(Clone)]
pub struct Browser {
    pub origin: String,
    client: Client,
    pub session: Option<String>,
}

impl Browser {
    /// The same browser with another session's cookie, or none.
    pub fn with_session(&self, session: Option<String>) -> Self {
        Self { session, ..self.clone() }
    }

    /// A request with the session's cookie and nothing else.
    pub fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let request = self.client.request(method.parse().unwrap(), format!("{}{path}", self.origin));
        match &self.session {
            Some(session) => request.header(COOKIE, format!("{SESSION}={session}")),
            None => request,
        }
    }

    /// A page.
    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request("GET", path).header(ACCEPT, "text/html")).await
    }

    /// A server function, called as the app's scripts call it.
    pub async fn call(&self, function: &str, fields: &str) -> Answer {
        Answer::of(self.form(function, fields).header(ACCEPT, "application/json")).await
    }

    /// A form on `page` that posts to a server function without JavaScript.
    pub async fn submit(&self, page: &str, function: &str, fields: &str) -> Answer {
        let page = format!("{}{page}", self.origin);
        Answer::of(self.form(function, fields).header(ACCEPT, "text/html").header(REFERER, page)).await
    }

    /// A post from our own page.
    pub fn form(&self, function: &str, fields: &str) -> RequestBuilder {
        self.request("POST", &format!("/api/{function}"))
            .header(ORIGIN, &self.origin)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(fields.to_owned())
    }

    /// What a form without JavaScript shows next: the page to which its answer leads.
    pub async fn follow(&self, answer: &Answer) -> Answer {
        let place = answer.header("location");
        self.get(place.strip_prefix(&self.origin).unwrap_or(place)).await
    }
}

/// All of an answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Answer {
    /// Sends and reads to the end.
    pub async fn of(request: RequestBuilder) -> Self {
        let answer = sent(request).await;
        let (status, headers) = (answer.status(), answer.headers().clone());
        let text = timeout(SOON, answer.text()).await.unwrap().unwrap();
        Self { status, headers, text }
    }

    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The value that the answer sets a cookie to.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let set = self.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        let value = set.filter_map(|set| set.strip_prefix(name)?.strip_prefix('=')).next_back()?;
        Some(value.split(';').next().unwrap_or_default().to_owned())
    }
}

/// Sends, and leaves the body to the caller.
pub async fn sent(request: RequestBuilder) -> Response {
    timeout(SOON, request.send()).await.unwrap().unwrap()
}
