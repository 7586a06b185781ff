//! A server to measure: started for one row, ended with it.

use std::fs;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::http::{Answer, Ask, Connection};
use super::{Subject, cores};
use crate::dev::stop;
use crate::fault::{Fault, Outcome, While};

/// Who is signed in while a row measures, unless it says: a persona of the demo company.
const PERSONA: &str = "jonas-weidner";
const SIGN_IN: &str = "/api/sign_in_as";
const PATIENCE: Duration = Duration::from_secs(60);

/// What a server starts with.
#[derive(Debug, Clone, Copy)]
pub enum Filled<'a> {
    /// The demo company, in a new folder that goes with the server.
    Demo,
    /// A folder that holds the demo company and more, and stays.
    DemoIn(&'a Path),
    /// A folder that is there already and stays.
    Existing(&'a Path),
}

/// Ended, and its scratch folder removed, when it goes out of scope.
#[derive(Debug)]
pub struct Server {
    child: Option<Child>,
    pub addr: SocketAddr,
    /// From being started to the first answer that is a success.
    pub until_ready: Duration,
    scratch: Option<PathBuf>,
}

impl Server {
    /// Started, and answering `/healthz`. What it logs goes beside the data it measures with.
    pub fn start(subject: &Subject, data: Filled) -> Outcome<Self> {
        let addr = free_address().while_doing("finding a free port")?;
        let scratch = subject.paths.target.join("bench").join(addr.port().to_string());
        fs::create_dir_all(&scratch).while_doing("making a folder for the database")?;
        let log =
            fs::File::create(subject.paths.target.join("bench/server.log")).while_doing("opening the server's log")?;
        let errors = log.try_clone().while_doing("opening the server's log")?;
        let call = cores::on_first_core(&subject.binary).arg("serve").arg("--addr").arg(addr.to_string());
        let call = call.arg("--site").arg(&subject.site).env("RUST_MIN_STACK", "16777216").env("RUST_LOG", "warn");
        // What is measured is the server, not how it holds back one person who changes everything.
        let call = call.env("KITH_WRITES_PER_MINUTE", "1000000");
        let call = match data {
            Filled::Demo => call.arg("--data").arg(scratch.join("data")).arg("--demo"),
            Filled::DemoIn(folder) => call.arg("--data").arg(folder).arg("--demo"),
            Filled::Existing(folder) => call.arg("--data").arg(folder),
        };
        let begun = Instant::now();
        let child = call.into_command().stdin(Stdio::null()).stdout(log).stderr(errors).spawn();
        let child = child.while_doing("starting the server")?;
        let mut server = Self { child: Some(child), addr, until_ready: Duration::ZERO, scratch: Some(scratch) };
        server.wait_until_ready(begun, &subject.paths.target)?;
        Ok(server)
    }

    fn wait_until_ready(&mut self, begun: Instant, target: &Path) -> Outcome {
        let log = format!("less {}", target.join("bench/server.log").display());
        while begun.elapsed() < PATIENCE {
            if self.get("/healthz").is_ok_and(|answer| answer.status == 200) {
                self.until_ready = begun.elapsed();
                return Ok(());
            }
            if let Some(Ok(Some(status))) = self.child.as_mut().map(Child::try_wait) {
                return Err(Fault::new(format!("the server ended with {status} before it was ready")).mend(log));
            }
            thread::sleep(Duration::from_millis(2));
        }
        Err(Fault::new("the server does not answer /healthz with 200").mend(log))
    }

    /// A page, over a connection of its own.
    pub fn get(&self, path: &str) -> Outcome<Answer> {
        Connection::open(self.addr)?.ask(&Ask::page(path))
    }

    /// The cookie of a new session of the usual persona.
    pub fn sign_in(&self) -> Outcome<String> {
        self.sign_in_as(PERSONA)
    }

    /// The cookie of a new session of that persona.
    pub fn sign_in_as(&self, persona: &str) -> Outcome<String> {
        let form = format!("handle={persona}");
        let ask = Ask { path: SIGN_IN, cookie: None, form: Some(&form) };
        let answer = Connection::open(self.addr)?.ask(&ask)?.expect_ok(SIGN_IN)?;
        let cookie = answer.header("set-cookie").and_then(|cookie| cookie.split(';').next());
        cookie.map(str::to_owned).ok_or_else(|| Fault::new(format!("{SIGN_IN} sets no cookie")))
    }

    /// Memory in use, in KiB, where the system tells; `taskset` becomes the server, so the process is the child's own.
    pub fn resident_kib(&self) -> Option<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.as_ref()?.id())).ok()?;
        status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.take().map_or(Ok(()), stop).unwrap_or_default();
        self.scratch.take().map_or(Ok(()), fs::remove_dir_all).unwrap_or_default();
    }
}

/// A port that was free a moment ago.
fn free_address() -> std::io::Result<SocketAddr> {
    TcpListener::bind("127.0.0.1:0")?.local_addr()
}
