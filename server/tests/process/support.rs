//! Processes on this machine, and people who talk to them with nothing but HTTP.

use reqwest::header::{ACCEPT, CONTENT_TYPE, COOKIE, ORIGIN};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, Response};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{ExitStatus, Stdio};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::time::timeout;

/// Longer than anything here takes on a busy machine; whatever takes longer hangs.
pub const SOON: Duration = Duration::from_secs(60);

/// The program.
pub const KITH: &str = env!("CARGO_BIN_EXE_kith");
const SITE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/http/site");

/// A folder of a test's own, gone with it.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("kith-process-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).unwrap_or_default();
    }
}

/// One process, killed when the test ends.
pub struct Process {
    child: Child,
    said: Lines<BufReader<ChildStderr>>,
}

impl Process {
    fn start(mut command: Command) -> Self {
        let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.env("RUST_MIN_STACK", "16777216").spawn().unwrap();
        let said = BufReader::new(child.stderr.take().unwrap()).lines();
        Self { child, said }
    }

    /// Asks it to stop, as a service manager does, and answers how it ended.
    pub async fn stop(mut self) -> ExitStatus {
        let id = self.child.id().unwrap().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().await.unwrap().success());
        timeout(SOON, self.child.wait()).await.unwrap().unwrap()
    }

    /// Takes the power from it.
    pub async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }
}

/// `kith serve` with the demo company.
pub struct Kith {
    pub process: Process,
    pub origin: String,
}

impl Kith {
    /// On a folder.
    pub async fn in_folder(data: &Path) -> Self {
        Self::start(|command| command.arg("--data").arg(data)).await
    }

    /// On a database server.
    pub async fn on(url: &str) -> Self {
        Self::start(|command| command.args(["--db", url])).await
    }

    async fn start(place: impl FnOnce(&mut Command) -> &mut Command) -> Self {
        let mut command = Command::new(KITH);
        place(command.args(["serve", "--demo", "--addr", "127.0.0.1:0", "--site", SITE]));
        let mut process = Process::start(command);
        let mut all = Vec::new();
        loop {
            let Some(line) = timeout(SOON, process.said.next_line()).await.unwrap().unwrap() else {
                panic!("kith did not start:\n{}", all.join("\n"));
            };
            if let Some((_, origin)) = line.split_once("answers at ") {
                return Self { process, origin: origin.trim().to_owned() };
            }
            all.push(line);
        }
    }

    /// One of the demo's personas, signed in.
    pub async fn signed_in(&self, handle: &str) -> Browser {
        let mut browser = Browser { origin: self.origin.clone(), client: client(), session: String::new() };
        let answer = browser.call("sign_in_as", &format!("handle={handle}")).await;
        let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap();
        browser.session = cookie.to_owned();
        browser
    }
}

/// How a command of `kith` ends, and what it says.
pub async fn said_by(arguments: &[&str]) -> (ExitStatus, String) {
    let output = Command::new(KITH).args(arguments).env("RUST_MIN_STACK", "16777216").stdin(Stdio::null()).output();
    let output = timeout(SOON, output).await.unwrap().unwrap();
    (output.status, String::from_utf8(output.stderr).unwrap())
}

/// The database as a process of its own, in memory.
pub struct Database {
    _process: Process,
    pub url: String,
}

impl Database {
    pub async fn start() -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = Command::new(Path::new(KITH).with_file_name("surreal"));
        command.args(["start", "--user", "root", "--pass", "root", "--bind", &address.to_string(), "memory"]);
        let process = Process::start(command);
        let is_up = async || client().get(format!("http://{address}/health")).send().await.is_ok();
        let waited = timeout(SOON, async {
            let mut again = tokio::time::interval(Duration::from_millis(20));
            while !is_up().await {
                again.tick().await;
            }
        });
        waited.await.unwrap();
        Self { _process: process, url: format!("ws://{address}") }
    }

    /// Changes rows behind the back of every Kith, as whoever runs the database could.
    pub async fn tamper(&self, query: &str) {
        let request = client().post(format!("{}/sql", self.url.replacen("ws", "http", 1)));
        let request =
            request.basic_auth("root", Some("root")).header("surreal-ns", "kith").header("surreal-db", "kith");
        let answer = sent(request.header(ACCEPT, "application/json").body(query.to_owned())).await;
        let answer = answer.text().await.unwrap();
        assert!(!answer.contains("\"status\":\"ERR\"") && answer.contains("\"status\":\"OK\""), "{query}: {answer}");
    }
}

fn client() -> Client {
    Client::builder().redirect(Policy::none()).build().unwrap()
}

/// Whoever asks, with the cookie they hold.
#[derive(Clone)]
pub struct Browser {
    pub origin: String,
    client: Client,
    session: String,
}

impl Browser {
    /// The same person with the same cookie, at another process.
    pub fn at(&self, kith: &Kith) -> Self {
        Self { origin: kith.origin.clone(), ..self.clone() }
    }

    fn request(&self, method: &str, path: &str) -> RequestBuilder {
        let request = self.client.request(method.parse().unwrap(), format!("{}{path}", self.origin));
        request.header(COOKIE, &self.session)
    }

    /// A page's text; none when it is not shown.
    pub async fn page(&self, path: &str) -> Option<String> {
        let answer = sent(self.request("GET", path).header(ACCEPT, "text/html")).await;
        if answer.status() != 200 {
            return None;
        }
        Some(timeout(SOON, answer.text()).await.unwrap().unwrap())
    }

    /// Whether a page says something, now or as soon as news from another process has come.
    pub async fn shows_soon(&self, path: &str, words: &str) -> bool {
        let mut again = tokio::time::interval(Duration::from_millis(50));
        let shown = timeout(SOON, async {
            while !self.page(path).await.is_some_and(|page| page.contains(words)) {
                again.tick().await;
            }
        });
        shown.await.is_ok()
    }

    /// A server function that has to succeed.
    pub async fn call(&self, function: &str, fields: &str) -> Response {
        let answer = self.ask(function, fields).await;
        assert_eq!(answer.status(), 200, "{function}");
        answer
    }

    /// A server function, whatever comes of it.
    pub async fn ask(&self, function: &str, fields: &str) -> Response {
        sent(self.asking(function, fields)).await
    }

    /// A server function of a server that may be gone before it answers: whether it succeeded, if it answered.
    pub async fn tries(&self, function: &str, fields: &str) -> Option<bool> {
        let answer = timeout(SOON, self.asking(function, fields).send()).await.unwrap().ok()?;
        Some(answer.status() == 200)
    }

    fn asking(&self, function: &str, fields: &str) -> RequestBuilder {
        self.request("POST", &format!("/api/{function}"))
            .header(ORIGIN, &self.origin)
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(fields.to_owned())
    }

    /// Waits until something that says `word`, a kind or a topic, arrives on the live stream, which `then` brings about once the stream stands.
    pub async fn hears(&self, word: &str, then: impl Future<Output = ()>) {
        let mut stream = sent(self.request("GET", "/live?after=")).await;
        then.await;
        let wanted = format!(":\"{word}\"");
        let mut text = String::new();
        let heard = timeout(SOON, async {
            while !text.contains(&wanted) {
                let chunk = stream.chunk().await.unwrap().expect("the stream goes on");
                text += &String::from_utf8_lossy(&chunk);
            }
        });
        assert!(heard.await.is_ok(), "{word} was not heard: {text}");
    }
}

async fn sent(request: RequestBuilder) -> Response {
    timeout(SOON, request.send()).await.unwrap().unwrap()
}
