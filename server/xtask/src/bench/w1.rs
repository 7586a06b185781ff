//! W1: what the first visit of somebody signed out transfers, as a browser that takes Brotli gets it.

use super::server::{Filled, Server};
use super::weight::{Budget, kb};
use super::{Figure, Row, Subject};
use crate::fault::{Outcome, While};
use crate::site::Assets;

pub const ROW: Row = Row {
    id: "W1",
    what: "first page: HTML + CSS + JS + wasm, Brotli",
    goal: "≤ 400 KB (end2end/budget.json)",
    measure,
};

fn measure(subject: &Subject) -> Outcome<Figure> {
    let list = std::fs::read(subject.site.join("assets.json")).while_doing("reading assets.json")?;
    let assets: Assets = serde_json::from_slice(&list).while_doing("reading assets.json")?;
    let server = Server::start(subject, Filled::Demo)?;
    let html = transferred(&server, "/")?;
    let mut files = 0;
    for address in assets.of_first_page() {
        files += transferred(&server, address)?;
    }
    let wasm = transferred(&server, &assets.wasm)?;
    let ours = format!("{} (wasm {}, HTML {})", kb(html + files), kb(wasm), kb(html));
    Ok(Figure { ours, reached: html + files <= Budget::read(subject.paths)?.first_page_bytes })
}

fn transferred(server: &Server, path: &str) -> Outcome<u64> {
    let body = server.get(path)?.expect_ok(path)?.body;
    u64::try_from(body.len()).while_doing("counting bytes")
}
