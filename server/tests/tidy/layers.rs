//! Which layer may name what: invariants 1, 2, 3 and 10.

use crate::source::{Source, all_are_tidy, files, has_word, read, root};
use std::process::Command;

/// What `domain` must not name: everything that waits, asks the machine, or answers differently the second time.
const IMPURE: [&str; 15] = [
    "async",
    "await",
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant",
    "tokio",
    "rand",
    "getrandom",
    "jiff",
    "gloo",
];

fn impurities(file: &Source) -> Vec<String> {
    let word = |line: &str| IMPURE.iter().any(|word| has_word(line, word));
    file.lines(file.product(), word, "domain does no I/O and reads neither clock nor randomness")
}

/// A crate, and the places that may name it.
struct Owned {
    name: &'static str,
    places: &'static [&'static str],
}

const OWNED: [Owned; 6] = [
    Owned { name: "surrealdb", places: &["server/store/"] },
    Owned { name: "surrealdb_server", places: &["server/surreal/"] },
    // The server mounts the app, renders its document, and mints the nonce that Leptos reads.
    Owned {
        name: "leptos",
        places: &["app/src/", "frontend/", "server/src/pages.rs", "server/src/security/headers.rs"],
    },
    Owned { name: "leptos_axum", places: &["app/src/", "server/src/pages.rs"] },
    Owned { name: "leptos_router", places: &["app/src/"] },
    Owned { name: "axum", places: &["server/src/"] },
];

fn foreign_crates(file: &Source) -> Vec<String> {
    let foreign = OWNED.iter().filter(|owned| !owned.places.iter().any(|place| file.is_in(place)));
    foreign
        .flat_map(|owned| file.lines(&file.code, |line| has_word(line, owned.name), "a crate of another layer"))
        .collect()
}

/// Words of SurrealQL that nobody writes by chance.
const QUERY: [&str; 6] = ["type::record(", "SELECT * ", "UPSERT ", "RELATE (", "DEFINE TABLE", "REMOVE TABLE"];

fn queries_outside_the_store(file: &Source) -> Vec<String> {
    let is_query = |line: &str| QUERY.iter().any(|word| line.contains(word));
    file.lines(&file.text, is_query, "query text belongs in store")
}

/// Queries are `&'static str`; this is for what a cast or a leak could still do.
fn formatted_queries(file: &Source) -> Vec<String> {
    const VERBS: [&str; 8] = ["SELECT", "CREATE", "UPSERT", "UPDATE", "DELETE", "RELATE", "INSERT", "DEFINE"];
    let starts = |line: &str| VERBS.iter().any(|verb| line.contains(&format!("format!(\"{verb} ")));
    let mut faults = file.lines(&file.text, starts, "every value is bound, never formatted into a query");
    faults.extend(file.lines(&file.code, |line| line.contains(".leak()"), "a leaked text could be a query"));
    faults
}

/// The packages of `frontend` as the browser gets it that only the server may hold.
fn server_packages_in(tree: &str) -> Vec<&str> {
    tree.lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| ["surrealdb", "surrealdb-core", "tokio", "axum", "mio", "hyper", "store"].contains(name))
        .collect()
}

#[test]
fn domain_is_pure() {
    let domain = files(".rs").into_iter().filter(|file| file.is_in("app/domain/src/")).collect::<Vec<_>>();
    all_are_tidy(&domain, impurities);
}

#[test]
fn impurities_are_found() {
    for text in ["use std::fs;", "pub async fn a() {}", "let now = Instant::now();", "fn roll() { rand::random() }"] {
        assert_eq!(impurities(&Source::sample("app/domain/src/a.rs", text)).len(), 1, "{text}");
    }
}

/// The crates that a manifest asks for and that wait, ask the machine, or draw.
fn io_crates_in(manifest: &str) -> Vec<&str> {
    const IO: [&str; 10] =
        ["tokio", "jiff", "getrandom", "rand", "leptos", "surrealdb", "axum", "web-sys", "js-sys", "wasm-bindgen"];
    let asked = manifest.split("[dependencies]").nth(1).unwrap_or_default().split("\n[").next().unwrap_or_default();
    let names = asked.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
    names.filter(|name| IO.contains(name)).collect()
}

#[test]
fn domain_asks_for_no_crate_that_does_io() {
    let manifest = read("app/domain/Cargo.toml").text;
    assert!(manifest.contains("[dependencies]\n"), "its dependencies were not found");
    assert_eq!(io_crates_in(&manifest), Vec::<&str>::new());
}

#[test]
fn a_crate_that_does_io_is_found() {
    let manifest = "[package]\nname = \"domain\"\n\n[dependencies]\nserde.workspace = true\ntokio = { version = \"1\" }\n\n\
        [dev-dependencies]\nrand = \"1\"\n";
    assert_eq!(io_crates_in(manifest), ["tokio"]);
}

#[test]
fn each_crate_is_named_in_its_layer_only() {
    all_are_tidy(&files(".rs"), foreign_crates);
}

#[test]
fn foreign_crates_are_found() {
    for (path, text) in [
        ("app/src/a.rs", "use surrealdb::Surreal;"),
        ("server/store/src/a.rs", "use leptos::prelude::*;"),
        ("server/src/live/a.rs", "let x = leptos::view();"),
        ("app/src/a.rs", "use axum::Router;"),
    ] {
        assert_eq!(foreign_crates(&Source::sample(path, text)).len(), 1, "{path}: {text}");
    }
    assert!(foreign_crates(&Source::sample("app/src/a.rs", "use leptos::prelude::*; // not axum")).is_empty());
}

#[test]
fn queries_stand_in_the_store_and_hold_no_formatted_value() {
    let (inside, outside): (Vec<_>, Vec<_>) = files(".rs").into_iter().partition(|file| file.is_in("server/store/"));
    all_are_tidy(&outside, queries_outside_the_store);
    all_are_tidy(&inside, formatted_queries);
}

#[test]
fn queries_in_the_wrong_place_or_form_are_found() {
    let outside = Source::sample("app/src/a.rs", "store.run(\"UPSERT person SET a = 1\")");
    assert_eq!(queries_outside_the_store(&outside).len(), 1);
    for text in ["let q = format!(\"SELECT * FROM {table}\");", "let q: &'static str = text.leak();"] {
        assert_eq!(formatted_queries(&Source::sample("server/store/src/a.rs", text)).len(), 1, "{text}");
    }
}

#[test]
fn the_browser_gets_nothing_of_the_server() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--locked",
            "-p",
            "frontend",
            "--target",
            "wasm32-unknown-unknown",
            "-e",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8(tree.stdout).unwrap();
    assert!(tree.contains("leptos v"), "cargo tree said nothing of leptos:\n{tree}");
    assert_eq!(server_packages_in(&tree), Vec::<&str>::new());
}

#[test]
fn server_packages_in_the_browser_are_found() {
    assert_eq!(server_packages_in("frontend v0.1.0\nleptos v0.8.23\ntokio v1.52.3\n"), ["tokio"]);
}

/// True when building what is built by default leaves out the side of the browser and builds the server.
fn leaves_the_browser_out(manifest: &str) -> bool {
    let defaults = manifest.split("default-members = [").nth(1).and_then(|rest| rest.split(']').next());
    let members: Vec<&str> =
        defaults.unwrap_or_default().split(',').map(|member| member.trim().trim_matches('"')).collect();
    members.contains(&"server") && !members.contains(&"frontend") && !members.contains(&"app")
}

#[test]
fn the_browser_side_is_never_built_beside_the_server() {
    assert!(leaves_the_browser_out(&read("Cargo.toml").text));
}

#[test]
fn a_browser_side_beside_the_server_is_found() {
    assert!(leaves_the_browser_out("default-members = [\"app/domain\", \"server\"]"));
    for defaults in ["\"server\", \"frontend\"", "\"server\", \"app\"", "\"app/domain\""] {
        assert!(!leaves_the_browser_out(&format!("default-members = [{defaults}]")), "{defaults}");
    }
    assert!(!leaves_the_browser_out("members = [\"server\", \"frontend\"]"), "all is built by default");
}
