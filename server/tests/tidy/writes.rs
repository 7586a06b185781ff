//! What the store writes: no change without its event, evidence that is only ever added to, secrets that nothing can
//! send, and steps that stay as they were released (invariants 4, 5 and 7).

use crate::source::{Source, all_are_tidy, bracketed, files, has_word};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// Changes that are in the log only later, or not at all, by the operation that makes them, and why that is right.
const WITHOUT_EVENT: [(&str, &str); 17] = [
    ("begin_draft", "a draft is nothing of the organisation"),
    ("keep_draft", "a draft is nothing of the organisation"),
    ("change_draft", "a draft is nothing of the organisation"),
    ("discard_draft", "a draft is nothing of the organisation"),
    ("stage_import", "a draft is nothing of the organisation"),
    ("edit_import", "a draft is nothing of the organisation"),
    ("discard_import", "a draft is nothing of the organisation"),
    ("claim_import", "the job's last batch says that it is done"),
    ("claim_jobs", "who does something later is nothing of the organisation; what they do is"),
    ("fail_job", "that it is tried again is nothing of the organisation"),
    ("plan_reminders", "a reminder is told when it comes due"),
    ("keep_written", "a mail tells what is in the log already"),
    ("tell_calendar", "a mail tells what is in the log already"),
    ("write_digest", "a mail tells what is in the log already"),
    ("mail_to_send", "whether a mail still goes out is nothing of the organisation"),
    ("keep_pair_note", "what somebody notes for themself is news for nobody"),
    ("claim_undo", "the job's last batch says that it is done"),
];

/// Types that hold what nobody may be sent.
const SECRET: [&str; 3] = ["Token", "Account", "Founder"];

/// Steps that are released, each with the SHA-256 of its text. A step that was changed afterwards would run on some
/// databases only: add another one.
const RELEASED: [(&str, &str); 1] =
    [("0001_first.surql", "50e9a6bf92d05a2ced730f8677401bf9cda7f6675ce1b5e01174256483c9b3bd")];

/// A function as it ships.
struct Function<'a> {
    path: &'a str,
    name: &'a str,
    at: usize,
    calls: BTreeSet<&'a str>,
}

fn functions(file: &Source) -> Vec<Function<'_>> {
    let code = file.product();
    let found = code.match_indices("fn ").filter_map(|(at, _)| {
        let rest = &code[at + "fn ".len()..];
        let name = rest.split(['(', '<']).next()?;
        let open = rest.find('(')?;
        let given = open + bracketed(rest, open, '(', ')').len();
        let body = given + rest[given..].find(['{', ';'])?;
        let body = if rest[body..].starts_with('{') { bracketed(rest, body, '{', '}') } else { "" };
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_');
        is_name.then(|| Function { path: &file.path, name, at, calls: calls(body) })
    });
    found.collect()
}

/// The names of everything that is called in `code`.
fn calls(code: &str) -> BTreeSet<&str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let called = code.match_indices('(').filter_map(|(at, _)| code[..at].rsplit(|c| !is_part(c)).next());
    called.filter(|name| !name.is_empty()).collect()
}

/// Where the functions that write an event stand in `all`; whatever calls one does so too.
fn emitters(all: &[Function<'_>]) -> BTreeSet<usize> {
    let mut emitters = BTreeSet::new();
    loop {
        let more =
            (0..all.len()).filter(|at| !emitters.contains(at) && emits(&all[*at].calls, all[*at].path, all, &emitters));
        let more: Vec<usize> = more.collect();
        if more.is_empty() {
            return emitters;
        }
        emitters.extend(more);
    }
}

/// True when one of `calls`, made in the file at `path`, writes an event: for certain, where several have its name.
fn emits(calls: &BTreeSet<&str>, path: &str, all: &[Function<'_>], emitters: &BTreeSet<usize>) -> bool {
    let writes = |name: &str| {
        let named: Vec<usize> = (0..all.len()).filter(|at| all[*at].name == name).collect();
        let own: Vec<usize> = named.iter().copied().filter(|at| all[*at].path == path).collect();
        let meant = if own.is_empty() { named } else { own };
        !meant.is_empty() && meant.iter().all(|at| emitters.contains(at))
    };
    calls.iter().any(|name| ["emit", "emit_for", "tickets"].contains(name) || writes(name))
}

/// The operations of which a change writes no event, and how many changes there are.
fn silent_changes<'a>(files: &[&'a Source]) -> (BTreeSet<&'a str>, usize) {
    let all: Vec<Function<'a>> = files.iter().flat_map(|file| functions(file)).collect();
    let emitters = emitters(&all);
    let (mut silent, mut count) = (BTreeSet::new(), 0);
    for file in files {
        for (at, _) in file.product().match_indices(".change(") {
            let change = calls(bracketed(file.product(), at + ".change".len(), '(', ')'));
            let operation = all.iter().rfind(|function| function.path == file.path && function.at < at);
            count += 1;
            if !emits(&change, &file.path, &all, &emitters) {
                silent.extend(operation.map(|operation| operation.name));
            }
        }
    }
    (silent, count)
}

fn store_files() -> Vec<&'static Source> {
    files(".rs").into_iter().filter(|file| file.is_in("server/store/src/")).collect()
}

#[test]
fn every_change_writes_its_event() {
    let (silent, count) = silent_changes(&store_files());
    assert!(count > 30, "the changes were not found: {count}");
    assert_eq!(silent, WITHOUT_EVENT.iter().map(|(name, _)| *name).collect(), "what is silent, and what may be");
}

#[test]
fn a_change_without_its_event_is_found() {
    let loud = "async fn put(tx: &Tx) -> Result<()> {\n    tx.emit(a).await\n}\nimpl Store {\n    \
        pub async fn give(&self) {\n        self.change(actor, |tx| async move { put(&tx).await }).await\n    }\n}\n";
    let elsewhere = Source::sample("server/store/src/b.rs", "fn put(tx: &Tx) {}");
    let file = Source::sample("server/store/src/a.rs", loud);
    assert_eq!(silent_changes(&[&file, &elsewhere]), (BTreeSet::new(), 1));
    let file = Source::sample("server/store/src/a.rs", &loud.replace("tx.emit(a)", "tx.run(a)"));
    assert_eq!(silent_changes(&[&file]), (BTreeSet::from(["give"]), 1));
}

/// Statements that alter or drop evidence; one that notes when a piece was taken back is the only one there may be.
fn altered_evidence(file: &Source) -> Vec<String> {
    let text = file.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let ends = [" SET ", " CONTENT ", " MERGE ", " WHERE ", " RETURN ", ";", "\"", "`"];
    let mut faults = Vec::new();
    for verb in ["UPDATE ", "UPSERT ", "DELETE ", "REMOVE TABLE "] {
        for rest in text.split(verb).skip(1) {
            let target = ends.iter().filter_map(|end| rest.find(end)).min().map_or(rest, |end| &rest[..end]);
            let then = rest[target.len()..].trim_start();
            let is_reversal = verb == "UPDATE "
                && ["SET reversed_at = $now WHERE ", "SET reversed_at = $now RETURN "]
                    .iter()
                    .any(|set| then.starts_with(set));
            if has_word(target, "evidence") && !is_reversal {
                faults.push(file.fault(1, &format!("evidence is only added to: {verb}{target}")));
            }
        }
    }
    faults
}

#[test]
fn evidence_is_only_added_to() {
    all_are_tidy(&store_files(), altered_evidence);
    let reversals = store_files().iter().filter(|file| file.text.contains("SET reversed_at = $now")).count();
    assert_eq!(reversals, 2, "a piece is taken back alone, or with its import");
}

#[test]
fn altered_evidence_is_found() {
    for text in [
        "\"DELETE evidence WHERE person = $person\"",
        "\"UPDATE type::record('evidence', $key) SET level = $level\"",
        "\"UPDATE type::record('evidence', $key)\n    SET reversed_at = $now, level = 0 RETURN NONE\"",
        "\"UPSERT type::record('evidence', $key) CONTENT $row\"",
    ] {
        assert_eq!(altered_evidence(&Source::sample("server/store/src/a.rs", text)).len(), 1, "{text}");
    }
    let fine = "\"UPDATE type::record('evidence', $key)\n    SET reversed_at = $now RETURN NONE\"";
    assert!(altered_evidence(&Source::sample("server/store/src/a.rs", fine)).is_empty());
}

/// Structs that hold a secret: by name, or by what a field is called.
fn secrets(file: &Source) -> Vec<(&str, usize)> {
    let code = file.product();
    let found = code.match_indices("struct ").filter_map(|(at, _)| {
        let rest = &code[at + "struct ".len()..];
        let name = rest.split(|c: char| !c.is_alphanumeric()).next()?;
        let open = rest.find(['{', '(', ';'])?;
        let fields = match rest[open..].chars().next() {
            Some('{') => bracketed(rest, open, '{', '}'),
            _ => "",
        };
        let holds =
            SECRET.contains(&name) || ["password", "token", "secret"].iter().any(|field| has_word(fields, field));
        holds.then_some((name, at))
    });
    found.collect()
}

fn sendable_secrets(file: &Source) -> Vec<String> {
    let code = file.product();
    let sendable = secrets(file).into_iter().filter(|(name, at)| {
        let before = &code[..*at];
        let attributes = &before[before.rfind(['}', ';']).unwrap_or(0)..];
        has_word(attributes, "Serialize") || has_word(code, &format!("Serialize for {name}"))
    });
    sendable.map(|(name, _)| file.fault(1, &format!("`{name}` is secret: nothing may write it out"))).collect()
}

#[test]
fn secrets_cannot_be_sent() {
    let files = store_files();
    all_are_tidy(&files, sendable_secrets);
    let found: Vec<&str> = files.iter().flat_map(|file| secrets(file)).map(|(name, _)| name).collect();
    for name in SECRET {
        assert!(found.contains(&name), "`{name}` is gone");
    }
}

#[test]
fn a_secret_that_could_be_sent_is_found() {
    for text in [
        "#[derive(Clone, Serialize)]\npub struct Token(String);",
        "pub struct Token(String);\nimpl serde::Serialize for Token {}",
        "#[derive(Serialize)]\nstruct Door { password: String }",
    ] {
        assert_eq!(sendable_secrets(&Source::sample("server/store/src/a.rs", text)).len(), 1, "{text}");
    }
    let fine = "#[derive(Serialize)]\nstruct Other;\n#[derive(Deserialize)]\nstruct Account { password: String }";
    assert!(sendable_secrets(&Source::sample("server/store/src/a.rs", fine)).is_empty());
}

/// Released steps that are gone or say something else than when they were released.
fn altered_steps(steps: &[(&str, &str)]) -> Vec<&'static str> {
    let digest = |text: &str| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let stands = |name: &str, hash: &str| steps.iter().any(|(step, text)| *step == name && digest(text) == hash);
    RELEASED.iter().filter(|(name, hash)| !stands(name, hash)).map(|(name, _)| *name).collect()
}

#[test]
fn a_released_step_is_never_changed() {
    let steps = files(".surql");
    let steps: Vec<(&str, &str)> = steps
        .iter()
        .filter_map(|file| Some((file.path.strip_prefix("server/store/migrations/")?, file.text.as_str())))
        .collect();
    assert_eq!(altered_steps(&steps), Vec::<&str>::new());
    assert_eq!(steps.len(), RELEASED.len(), "a new step is noted in RELEASED when it is released");
}

#[test]
fn a_changed_step_is_found() {
    assert_eq!(altered_steps(&[("0001_first.surql", "RETURN 1;")]), ["0001_first.surql"]);
    assert_eq!(altered_steps(&[]), ["0001_first.surql"]);
}
