//! A mail server for tests: it speaks what a client needs, keeps what it is given, and can refuse or hang up where it is
//! told to.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::timeout;

/// What it does with one mail; as usual when it is told nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whim {
    /// Answers RCPT with this.
    Rcpt(&'static str),
    /// Answers the mail itself with this, and keeps none.
    Data(&'static str),
    /// Keeps the mail and hangs up without a word.
    HangUpAfterData,
}

/// A mail as it came.
#[derive(Clone, Debug)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub text: String,
}

impl Received {
    /// A header, unfolded; empty when there is none.
    pub fn header(&self, name: &str) -> String {
        let head = self.text.split("\r\n\r\n").next().unwrap_or_default().replace("\r\n ", " ");
        let found = head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned));
        found.unwrap_or_default()
    }

    /// The part of that type, decoded.
    pub fn part(&self, kind: &str) -> String {
        let parts = self.text.split("\r\n--");
        let found = parts
            .filter_map(|part| part.split_once("\r\n\r\n"))
            .find(|(head, _)| head.lines().any(|line| line.starts_with(&format!("Content-Type: {kind}"))));
        let (head, body) = found.unwrap_or_default();
        if head.contains("quoted-printable") { quoted(body) } else { body.to_owned() }
    }
}

/// Quoted-printable, RFC 2045.
fn quoted(body: &str) -> String {
    let body = body.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'=' {
            let pair = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&pair).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

#[derive(Default)]
struct Inside {
    received: Mutex<Vec<Received>>,
    whims: Mutex<Vec<Whim>>,
    came: Notify,
}

impl Inside {
    fn next_whim(&self) -> Option<Whim> {
        let mut whims = self.whims.lock().unwrap();
        if whims.is_empty() { None } else { Some(whims.remove(0)) }
    }
}

/// The mail server; gone with the test’s runtime.
#[derive(Clone)]
pub struct Smtp {
    inside: Arc<Inside>,
    addr: SocketAddr,
}

impl Smtp {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let inside = Arc::new(Inside::default());
        let smtp = Self { inside: Arc::clone(&inside), addr };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                // A client that hangs up ends its conversation and no other.
                tokio::spawn(converse(stream, Arc::clone(&inside)));
            }
        });
        smtp
    }

    /// As it stands in the setting.
    pub fn url(&self) -> String {
        format!("smtp://{}", self.addr)
    }

    /// What it does with the next mails, one each.
    pub fn be(&self, whims: &[Whim]) {
        self.inside.whims.lock().unwrap().extend(whims.iter().cloned());
    }

    /// What came so far.
    pub fn received(&self) -> Vec<Received> {
        self.inside.received.lock().unwrap().clone()
    }

    /// What came, as soon as it is so many.
    pub async fn after(&self, count: usize) -> Vec<Received> {
        let waited = timeout(Duration::from_secs(30), async {
            loop {
                let came = self.inside.came.notified();
                let received = self.received();
                if received.len() >= count {
                    return received;
                }
                came.await;
            }
        });
        waited.await.expect("the mail did not come")
    }
}

/// One conversation, up to its end. An error is a client that hung up.
async fn converse(stream: TcpStream, inside: Arc<Inside>) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    say(&mut stream, "220 mail.test ready").await?;
    let mut envelope: BTreeMap<&str, String> = BTreeMap::new();
    let mut whim = None;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let line = line.trim_end();
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say(&mut stream, "250-mail.test\r\n250-8BITMIME\r\n250 SMTPUTF8").await?,
            "MAIL" => {
                whim = inside.next_whim();
                envelope.insert("from", line.to_owned());
                say(&mut stream, "250 Ok").await?;
            }
            "RCPT" => match &whim {
                Some(Whim::Rcpt(answer)) => say(&mut stream, answer).await?,
                _ => {
                    envelope.insert("to", line.to_owned());
                    say(&mut stream, "250 Ok").await?;
                }
            },
            "DATA" => {
                say(&mut stream, "354 Go ahead").await?;
                let text = message(&mut stream).await?;
                if let Some(Whim::Data(answer)) = &whim {
                    say(&mut stream, answer).await?;
                    continue;
                }
                let of = |key: &str| envelope.get(key).cloned().unwrap_or_default();
                inside.received.lock().unwrap().push(Received { from: of("from"), to: of("to"), text });
                inside.came.notify_waiters();
                if whim == Some(Whim::HangUpAfterData) {
                    return Ok(());
                }
                say(&mut stream, "250 Kept").await?;
            }
            "RSET" | "NOOP" => say(&mut stream, "250 Ok").await?,
            "QUIT" => return say(&mut stream, "221 Bye").await,
            _ => say(&mut stream, "502 Not here").await?,
        }
    }
}

/// The lines up to the dot, unstuffed.
async fn message(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut text = String::new();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await?;
        if line == ".\r\n" || line.is_empty() {
            return Ok(text);
        }
        text.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}

async fn say(stream: &mut BufReader<TcpStream>, line: &str) -> std::io::Result<()> {
    stream.get_mut().write_all(format!("{line}\r\n").as_bytes()).await
}
