//! How code is written: short files that say what they are for, and no shortcuts in what ships.

use crate::source::{Source, all_are_tidy, files, has_word};

/// The most lines of a file.
const LONGEST: usize = 300;

fn too_long(file: &Source) -> Vec<String> {
    let lines = file.text.lines().count();
    (lines > LONGEST).then(|| file.fault(lines, &format!("{lines} lines; the most is {LONGEST}"))).into_iter().collect()
}

#[test]
fn files_are_short() {
    for ending in [".rs", ".css", ".ts", ".surql", ".js"] {
        all_are_tidy(&files(ending), too_long);
    }
}

#[test]
fn a_long_file_is_found() {
    assert_eq!(too_long(&Source::sample("a.rs", &"\n".repeat(301))).len(), 1);
    assert!(too_long(&Source::sample("a.rs", &"\n".repeat(300))).is_empty());
}

fn unexplained(file: &Source) -> Vec<String> {
    let is_explained = file.text.starts_with("//! ");
    (!is_explained).then(|| file.fault(1, "a module opens with `//!`: what it is for")).into_iter().collect()
}

#[test]
fn every_module_says_what_it_is_for() {
    all_are_tidy(&files(".rs"), unexplained);
}

#[test]
fn an_unexplained_module_is_found() {
    assert_eq!(unexplained(&Source::sample("a.rs", "use std::fs;")).len(), 1);
}

/// What ends the program, or talks past the log.
const SHORTCUTS: [&str; 10] = [
    ".unwrap()",
    "panic!(",
    "dbg!(",
    "println!(",
    "eprintln!(",
    "print!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
    "#[allow(",
];

fn shortcuts(file: &Source) -> Vec<String> {
    // A build script tells cargo what it found by printing it.
    let is_spoken = |word: &str| word == "println!(" && file.path.ends_with("/build.rs");
    let is_shortcut = |line: &str| SHORTCUTS.iter().any(|word| has_word(line, word) && !is_spoken(word));
    file.lines(file.product(), is_shortcut, "not in what ships")
}

#[test]
fn what_ships_takes_no_shortcut() {
    all_are_tidy(&files(".rs"), shortcuts);
}

#[test]
fn shortcuts_are_found() {
    for text in ["let a = b.unwrap();", "todo!()", "#[allow(dead_code)]", "println!(\"a\");"] {
        assert_eq!(shortcuts(&Source::sample("server/src/a.rs", text)).len(), 1, "{text}");
    }
    assert!(shortcuts(&Source::sample("server/src/a.rs", "a.unwrap_or(b) // .unwrap()")).is_empty());
    assert!(shortcuts(&Source::sample("server/store/build.rs", "println!(\"a\");")).is_empty());
    assert_eq!(shortcuts(&Source::sample("server/store/build.rs", "a.unwrap();")).len(), 1);
}

/// Work that was put off, and code that was put aside.
fn leftovers(file: &Source) -> Vec<String> {
    let put_off = |line: &str| ["TODO", "FIXME", "XXX", "HACK"].iter().any(|word| has_word(line, word));
    let mut faults = file.lines(&file.text, put_off, "finish it, or leave it out");
    let put_aside = |line: &str| {
        let comment = line.trim_start().strip_prefix("// ");
        comment.is_some_and(|comment| comment.ends_with(';') || comment.ends_with(" {") || comment.starts_with("let "))
    };
    faults.extend(file.lines(&file.text, put_aside, "nothing is commented out"));
    faults
}

#[test]
fn nothing_is_left_over() {
    for ending in [".rs", ".css", ".ts", ".surql", ".js", ".toml", ".md", ".html"] {
        all_are_tidy(&files(ending), leftovers);
    }
}

#[test]
fn leftovers_are_found() {
    for text in ["// TODO: later", "    // let a = b();", "/* FIXME */", "// if a {"] {
        assert!(!leftovers(&Source::sample("a.rs", text)).is_empty(), "{text}");
    }
    assert!(leftovers(&Source::sample("a.rs", "// Why: it is so.\nlet a = b;")).is_empty());
}

/// Errors that lose what they were.
fn lost_causes(file: &Source) -> Vec<String> {
    let lost = |line: &str| {
        let line: String = line.split_whitespace().collect();
        line.contains("map_err(|e|e.to_string())")
            || line.contains("map_err(|error|error.to_string())")
            || line.contains("map_err(|_|())")
    };
    file.lines(file.product(), lost, "errors are enums; the cause goes to the log")
}

#[test]
fn errors_keep_what_they_were() {
    all_are_tidy(&files(".rs"), lost_causes);
}

#[test]
fn a_lost_cause_is_found() {
    assert_eq!(lost_causes(&Source::sample("a.rs", "a.map_err(|e| e.to_string())?;")).len(), 1);
}
