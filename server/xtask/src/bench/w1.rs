//! W1: what a first visit transfers, as a browser that takes Brotli gets it: the page and all that it names. Fonts and
//! icons, which show on every page and are kept for good, are not counted.

use std::collections::BTreeSet;

use super::http::{Accept, Answer, Ask, Connection};
use super::server::{Filled, Server};
use super::weight::{Budget, kb};
use super::{Figure, Row, Subject};
use crate::fault::{Outcome, While};

pub const ROW: Row = Row {
    id: "W1",
    what: "first page: HTML + CSS + JS + wasm, Brotli",
    goal: "≤ 400 KB (end2end/budget.json)",
    of_server: true,
    measure,
};

/// The door for strangers, and home for whoever is signed in.
fn measure(subject: &Subject) -> Outcome<Figure> {
    let server = Server::start(subject, Filled::Demo)?;
    let door = Visit::of(&server, "/welcome", None)?;
    let cookie = server.sign_in()?;
    let home = Visit::of(&server, "/", Some(&cookie))?;
    let budget = Budget::read(subject.paths)?.first_page_bytes;
    let ours = format!("{} at the door, {} at home (wasm {})", kb(door.all), kb(home.all), kb(home.wasm));
    Ok(Figure { ours, reached: door.all.max(home.all) <= budget })
}

/// What a page and all that its HTML names transfer.
#[derive(Debug)]
struct Visit {
    all: u64,
    wasm: u64,
}

impl Visit {
    fn of(server: &Server, path: &str, cookie: Option<&str>) -> Outcome<Self> {
        let ask = Ask { path, cookie, form: None };
        let html = Connection::open(server.addr)?.ask(&ask)?.expect_ok(path)?;
        let mut visit = Self { all: size(&html)?, wasm: 0 };
        let plain = Connection::open(server.addr)?.ask_for(&ask, Accept::PLAIN_PAGE)?;
        for address in named_in(&String::from_utf8_lossy(&plain.body)) {
            let bytes = size(&server.get(address)?.expect_ok(address)?)?;
            visit.all += bytes;
            visit.wasm += if address.ends_with(".wasm") { bytes } else { 0 };
        }
        Ok(visit)
    }
}

fn size(answer: &Answer) -> Outcome<u64> {
    u64::try_from(answer.body.len()).while_doing("counting bytes")
}

/// The styles, scripts and modules that a page names, each once: all that has a digest in its address.
fn named_in(html: &str) -> BTreeSet<&str> {
    let quoted = html.split('"').filter(|part| part.starts_with("/pkg/"));
    quoted.collect()
}

#[cfg(test)]
mod tests {
    use super::named_in;

    #[test]
    fn what_a_page_names_is_counted_once() {
        let html = r#"<link href="/pkg/a.css"><link href="/pkg/1/k.js"><script data-js="/pkg/1/k.js" src="/x.js">"#;
        assert_eq!(named_in(html).into_iter().collect::<Vec<_>>(), ["/pkg/1/k.js", "/pkg/a.css"]);
    }
}
