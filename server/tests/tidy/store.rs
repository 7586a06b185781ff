//! What the store promises: who may do something is asked first, and the schema is all in one list (invariants 2, 4).

use crate::source::{Source, all_are_tidy, bracketed, files, read};

/// What takes no actor, and why that is right.
const WITHOUT_ACTOR: [(&str, &str); 28] = [
    ("place", "a setting, not the organisation"),
    ("clock", "the time is nobody's"),
    ("for_address", "says where somebody is, not who"),
    ("applied", "a place in the log names nobody"),
    ("happenings", "the hub asks each event's audience"),
    ("organisation", "what the door says to strangers"),
    ("sign_in", "makes an actor of a stranger"),
    ("sign_in_as", "makes an actor of a stranger, in the demo alone"),
    ("signed_in", "makes an actor of a cookie"),
    ("sign_out", "whoever holds the token may end it"),
    ("invited", "whoever holds the link may read the name"),
    ("accept_invitation", "whoever holds the link may use it"),
    ("mail_setup", "a setting, not the organisation"),
    ("unsubscribing", "whoever holds the link may ask"),
    ("unsubscribe", "whoever holds the link may use it"),
    ("hours_proof", "what everybody may check; it tells of nobody"),
    ("feed", "whoever holds the link may read what it shows"),
    ("events_after", "the stream asks each event's audience"),
    ("last_event", "a place in the log names nobody"),
    ("reload", "reads what is written into memory"),
    ("catch_up", "reads what is written into memory"),
    ("follow", "reads what is written into memory"),
    ("keep", "writes what is in memory beside the database"),
    ("keep_up", "writes what is in memory beside the database"),
    ("keep_demo_fresh", "a clock's work; the operation it calls takes the console"),
    ("continue_imports", "a restart's work; whoever started them was asked then"),
    ("export", "the command line, which already has the database's files"),
    ("restore", "the command line, which already has the database's files"),
];

/// Name and parameters of every public operation.
fn operations(file: &Source) -> Vec<(String, String)> {
    let code = file.product();
    let blocks =
        code.match_indices("\nimpl Store {").map(|(at, _)| bracketed(code, at + "\nimpl Store ".len(), '{', '}'));
    blocks.flat_map(|block| block.split("\n    pub ").skip(1).filter_map(operation)).collect()
}

fn operation(text: &str) -> Option<(String, String)> {
    let signature = text.strip_prefix("async fn ").or_else(|| text.strip_prefix("fn "))?;
    let open = signature.find('(')?;
    let name = signature[..open].split('<').next()?.to_owned();
    let given = bracketed(signature, open, '(', ')').split_whitespace().collect::<Vec<_>>().join(" ");
    Some((name, given.trim_start_matches('(').trim_start().to_owned()))
}

fn without_actor(file: &Source) -> Vec<String> {
    let takes_none = |given: &str| given.starts_with("&self") && !given.starts_with("&self, actor: &Actor");
    let named = |name: &str| WITHOUT_ACTOR.iter().any(|(known, _)| *known == name);
    operations(file)
        .into_iter()
        .filter(|(name, given)| takes_none(given) && !named(name))
        .map(|(name, _)| file.fault(1, &format!("`{name}` does not take `actor: &Actor` first")))
        .collect()
}

fn store_files() -> Vec<&'static Source> {
    files(".rs").into_iter().filter(|file| file.is_in("server/store/src/")).collect()
}

#[test]
fn every_operation_asks_who_first() {
    all_are_tidy(&store_files(), without_actor);
}

#[test]
fn an_operation_that_asks_nobody_is_found() {
    let text = "\nimpl Store {\n    pub async fn give_raise(\n        &self,\n        person: &PersonId,\n    ) -> Result<()> {}\n}\n";
    assert_eq!(without_actor(&Source::sample("server/store/src/a.rs", text)).len(), 1);
    let fine = text.replace("&self,", "&self, actor: &Actor,");
    assert!(without_actor(&Source::sample("server/store/src/a.rs", &fine)).is_empty());
}

#[test]
fn every_exception_is_still_needed() {
    let all: Vec<(String, String)> = store_files().into_iter().flat_map(operations).collect();
    assert!(all.len() > 40, "the operations were not found: {}", all.len());
    for (name, reason) in WITHOUT_ACTOR {
        let stands = all.iter().any(|(known, given)| known == name && !given.contains("actor: &Actor"));
        assert!(stands && !reason.is_empty(), "`{name}` is no longer an exception");
    }
}

/// What no test calls, although somebody could be refused.
fn untested<'a>(operations: &'a [(String, String)], tests: &str) -> Vec<&'a str> {
    let guarded = operations.iter().filter(|(_, given)| given.contains("actor: &Actor"));
    guarded.map(|(name, _)| name.as_str()).filter(|name| !tests.contains(&format!(".{name}("))).collect()
}

#[test]
fn every_operation_is_called_in_a_test() {
    let operations: Vec<_> = store_files().into_iter().flat_map(operations).collect();
    // A test over HTTP calls every server function as everybody, so what those ask the store is tested too.
    let tested = |file: &Source| file.is_in("app/src/") && file.path.ends_with("api.rs");
    let tests: String =
        files(".rs").into_iter().map(|file| if tested(file) { file.code.clone() } else { file.testing() }).collect();
    assert_eq!(untested(&operations, &tests), Vec::<&str>::new());
}

#[test]
fn an_untested_operation_is_found() {
    let operations = [("set_want".to_owned(), "&self, actor: &Actor".to_owned())];
    assert_eq!(untested(&operations, "store.drop_want(&amara)"), ["set_want"]);
    assert!(untested(&operations, "store.set_want(&amara)").is_empty());
}

/// Files of `folder` that the schema does not include.
fn left_out<'a>(folder: &str, names: &[&'a str], schema: &str) -> Vec<&'a str> {
    names.iter().copied().filter(|name| !schema.contains(&format!("include_str!(\"../{folder}/{name}\")"))).collect()
}

#[test]
fn every_table_and_every_step_is_applied() {
    let schema = read("server/store/src/schema.rs").text;
    let sources = files(".surql");
    for folder in ["schema", "migrations"] {
        let names: Vec<&str> = sources
            .iter()
            .filter_map(|file| file.path.strip_prefix("server/store/")?.strip_prefix(folder)?.strip_prefix('/'))
            .collect();
        assert!(!names.is_empty());
        assert_eq!(left_out(folder, &names, &schema), Vec::<&str>::new());
        let numbered = names.iter().zip(1..).all(|(name, number)| name.starts_with(&format!("{number:04}_")));
        assert!(folder == "schema" || numbered, "steps are numbered without a gap: {names:?}");
    }
    let steps = schema.matches("include_str!(\"../migrations/").count();
    assert!(schema.contains(&format!("pub const VERSION: u32 = {steps};")), "the version is the number of steps");
}

#[test]
fn a_table_that_is_left_out_is_found() {
    assert_eq!(left_out("schema", &["gift.surql"], "include_str!(\"../schema/want.surql\")"), ["gift.surql"]);
}

/// Declarations that could not run a second time, and keywords in lower case.
fn careless_declarations(file: &Source) -> Vec<String> {
    let again =
        |line: &str| line.starts_with("DEFINE ") && !line.contains("OVERWRITE") && !line.contains("IF NOT EXISTS");
    let mut faults = file.lines(&file.text, again, "a declaration runs again at every start");
    let quiet = ["define ", "select ", "update ", "create ", "delete ", "remove "];
    let lower = |line: &str| quiet.iter().any(|word| line.trim_start().starts_with(word));
    faults.extend(file.lines(&file.text, lower, "keywords are in upper case"));
    faults
}

#[test]
fn declarations_can_run_again() {
    all_are_tidy(&files(".surql"), careless_declarations);
}

#[test]
fn careless_declarations_are_found() {
    for text in ["DEFINE TABLE gift SCHEMAFULL;", "define table overwrite gift;"] {
        assert_eq!(careless_declarations(&Source::sample("a.surql", text)).len(), 1, "{text}");
    }
}
