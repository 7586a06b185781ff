//! `/api/{function}`: every server function, called by a stranger and as each role. Each is a public address, whatever
//! page it was written for; a new one fails here until its row says who may call it.

mod hour_rows;
mod pair_rows;
mod row;
mod rows;
mod swap_rows;

use crate::support::{Browser, demo, spawn_app_with};
use domain::actor::Role;
use hour_rows::HOUR_ROWS;
use pair_rows::PAIR_ROWS;
use row::Row;
use rows::ROWS;
use server::security::READS;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use swap_rows::SWAP_ROWS;

#[tokio::test(flavor = "multi_thread")]
async fn every_server_function_asks_who_is_calling() {
    for (called, role) in CALLERS {
        demo().invite(called, role).await;
    }
    let mut wrong = Vec::new();
    for row in rows() {
        for (who, expected) in everybody().await.into_iter().zip(row.answers) {
            let answer = who.1.call(row.function, row.fields).await;
            if answer.status.as_u16() != expected {
                wrong
                    .push(format!("{} as {}: {}, not {expected}: {}", row.function, who.0, answer.status, answer.text));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Every row.
fn rows() -> impl Iterator<Item = &'static Row> {
    ROWS.iter().chain(PAIR_ROWS).chain(SWAP_ROWS).chain(HOUR_ROWS)
}

/// Nobody else signs in as one of them: some functions end all sessions of whoever calls.
const CALLERS: [(&str, Role); 4] =
    [("Ida", Role::Member), ("Mona", Role::Manager), ("Inga", Role::ProgramAdmin), ("Orla", Role::OrgAdmin)];

/// In sessions of their own, since some functions end them.
async fn everybody() -> [(&'static str, Browser); 5] {
    let kith = demo();
    [
        ("a stranger", kith.stranger()),
        ("a member", kith.signed_in("ida").await),
        ("a manager", kith.signed_in("mona").await),
        ("a program admin", kith.signed_in("inga").await),
        ("an organisation admin", kith.signed_in("orla").await),
    ]
}

#[test]
fn every_server_function_has_a_row() {
    let mut written = BTreeSet::new();
    endpoints(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../app/src"), &mut written);
    let rows: BTreeSet<String> = rows().map(|row| row.function.to_owned()).collect();
    assert!(written.len() > 20, "the server functions were not found");
    assert_eq!(written.difference(&rows).collect::<Vec<_>>(), Vec::<&String>::new(), "functions without a row");
    assert_eq!(rows.difference(&written).collect::<Vec<_>>(), Vec::<&String>::new(), "rows without a function");
}

#[test]
fn every_function_is_measured_as_a_question_or_as_a_change() {
    let rows: Vec<&str> = rows().filter(|row| row.is_read).map(|row| row.function).collect();
    for row in &rows {
        assert_eq!(
            READS.iter().filter(|read| *read == row).count(),
            1,
            "{row} changes nothing, but counts as a change"
        );
    }
    for read in READS {
        assert!(rows.contains(read), "{read} counts as a question, but its row does not say so");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn questions_are_not_counted_as_changes() {
    let kith = spawn_app_with(|config| config.writes_per_minute = 1).await;
    let amara = kith.signed_in("amara").await;
    let statuses = async |row: &Row| amara.call(row.function, row.fields).await.status.as_u16();
    assert_eq!(amara.call("set_theme", "theme=dark").await.status, 200);
    assert_eq!(amara.call("set_theme", "theme=dark").await.status, 429);
    for row in rows().filter(|row| row.is_read) {
        assert_ne!(statuses(row).await, 429, "{}", row.function);
    }
}

fn endpoints(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            endpoints(&path, found);
        } else if path.to_str().unwrap().ends_with("api.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let named = text.split("#[server(endpoint = \"").skip(1).filter_map(|rest| rest.split('"').next());
            found.extend(named.map(str::to_owned));
        }
    }
}
