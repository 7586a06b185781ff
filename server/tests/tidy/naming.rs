//! Names: words people at work use, never the ones that fit anything.

use crate::source::{Source, all_are_tidy, files};

/// Verbs that say nothing.
const EMPTY_VERBS: [&str; 4] = ["process", "handle", "manage", "do"];
/// Nouns that say nothing.
const EMPTY_NOUNS: [&str; 10] =
    ["data", "info", "util", "utils", "helper", "helpers", "manager", "common", "misc", "service"];

fn empty_names(file: &Source) -> Vec<String> {
    let module = file.path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
    let is_empty = |name: &str| name.split('_').any(|part| EMPTY_NOUNS.contains(&part));
    let mut faults = Vec::new();
    // The design system's sheet on tables and numbers is the one place where `data` is the subject.
    if is_empty(module) && !file.is_in("app/src/ui/styleguide/") {
        faults.push(file.fault(1, "a file is named for what it is about"));
    }
    let function = |line: &str| {
        let name = line.split("fn ").nth(1).and_then(|rest| rest.split(['(', '<']).next()).unwrap_or_default();
        name.split('_').next().is_some_and(|verb| EMPTY_VERBS.contains(&verb)) && line.contains("fn ")
    };
    faults.extend(file.lines(&file.code, function, "a verb that says what is done"));
    let defined = |line: &str| {
        let words = ["struct ", "enum ", "trait "];
        let name = words
            .iter()
            .find_map(|word| line.trim_start_matches("pub ").trim_start_matches("pub(crate) ").strip_prefix(word));
        let name = name.and_then(|rest| rest.split(|c: char| !c.is_alphanumeric()).next()).unwrap_or_default();
        ["Manager", "Helper", "Util", "Utils", "Info", "Data", "Handler", "Service", "Dto"]
            .iter()
            .any(|end| name.ends_with(end))
    };
    faults.extend(file.lines(&file.code, defined, "a type is named for what it is"));
    faults
}

#[test]
fn names_say_what_things_are() {
    all_are_tidy(&files(".rs"), empty_names);
}

#[test]
fn empty_names_are_found() {
    for (path, text) in [
        ("app/src/people/utils.rs", ""),
        ("app/src/a.rs", "fn handle_click() {}"),
        ("app/src/a.rs", "pub async fn process(a: u8) {}"),
        ("app/src/a.rs", "pub struct PersonInfo;"),
    ] {
        assert_eq!(empty_names(&Source::sample(path, text)).len(), 1, "{path} {text}");
    }
    assert!(empty_names(&Source::sample("app/src/a.rs", "let handle = person.handle();")).is_empty());
}
