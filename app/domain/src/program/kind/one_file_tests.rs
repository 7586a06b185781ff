//! The proof that a kind is one file: a sixth one, `reading_circle`, exists in tests alone, and everything that programs
//! can do works for it through its description.

use super::*;
use crate::actor::{Actor, Member, Role};
use crate::fernhill::fernhill;
use crate::program::{
    Change, DraftForm, History, List, Phase, Policy, Program, Proposal, Value, Version, Write, applied, changes, merge,
    problems,
};
use crate::program_editor::{Desk, HistoryQuery, PublishChoice, editor_page, history_page};
use crate::programs::program_page;
use crate::reader::tests::{CLOCKS, read_by};
use crate::text::Prose;
use crate::time::{Timestamp, Zone};
use crate::viewer::Viewer;

const KIND: ProgramKind = ProgramKind::ReadingCircle;

fn started() -> Settings {
    Settings::start(KIND, "one_book", "Evening readers", &Zone::parse("Europe/Lisbon").unwrap()).unwrap()
}

fn writes(writes: impl IntoIterator<Item = (Path, Value)>) -> Vec<Write> {
    let write = |(path, value)| Write { path, before: Value::Nothing, value, policy: Policy::EveryoneNow };
    writes.into_iter().map(write).collect()
}

/// A program of it, and its versions: the first, and one for each of `edits`.
fn program(edits: &[&[(&str, Value)]]) -> (Program, Vec<Version>) {
    let first: Vec<(Path, Value)> = started().registers().map(|(path, value)| (path.clone(), value.clone())).collect();
    let edit =
        |edit: &&[(&str, Value)]| writes(edit.iter().map(|(path, value)| (Path::parse(path).unwrap(), value.clone())));
    let mut program = Program {
        id: "evening-readers".parse().unwrap(),
        kind: KIND,
        n: 0,
        digest: Default::default(),
        settings: Settings::default(),
        revisions: Default::default(),
        phase: Phase::Open,
        phase_since: Timestamp(0),
        phases: Vec::new(),
        created_by: None,
        created_at: Timestamp(0),
    };
    let mut versions = Vec::new();
    for writes in std::iter::once(writes(first)).chain(edits.iter().map(edit)) {
        program.n += 1;
        program.revisions.extend(writes.iter().map(|write| (write.path.clone(), program.n)));
        program.settings = applied(program.settings, &writes);
        program.digest = program.settings.digest();
        versions.push(Version {
            program: program.id.clone(),
            n: program.n,
            by: None,
            at: Timestamp(0),
            note: Prose::default(),
            writes,
            digest: program.digest.clone(),
            restores: None,
            roll_out: None,
        });
    }
    (program, versions)
}

#[test]
fn its_form_and_its_page_come_from_its_description() {
    let settings = started();
    let own = |is_shown: fn(&FieldSpec) -> bool| -> Vec<String> {
        let fields = KIND.fields().filter(|field| field.section == Section::Kind && is_shown(field));
        let value = |field: &FieldSpec| KIND.value(&settings, &Path::field(field.key));
        fields.map(|field| format!("{}: {}", field.label, worded(field, &value(field), &str::to_owned))).collect()
    };
    let page = ["Book: Middlemarch, George Eliot", "Pages a week: 40 pages", "Read aloud: yes"];
    assert_eq!(own(|field| field.is_public), page);
    assert_eq!(own(|field| !field.is_public), ["Where the copies come from: Everybody brings their own"]);
    assert_eq!(settings.items(List::Stages).len(), 2);
    assert_eq!(settings.items(List::Steps).len(), 3);
    assert_eq!(settings.items(List::Guidelines).len(), 2);
    assert_eq!(KIND.role("chair").map(|role| role.title), Some("Chair"));
}

#[test]
fn its_editor_its_page_and_its_history_are_drawn_by_those_of_every_kind() {
    let (program, versions) = program(&[&[("pages", Value::Number(60))]]);
    let (mut org, id) = (fernhill(), program.id.clone());
    org.put_program(program, versions);
    let page = read_by(&org, "amara-okafor", |reader| program_page(reader, &id)).unwrap();
    let fields: Vec<String> = page.fields.iter().map(|field| format!("{}: {}", field.label, field.value)).collect();
    assert_eq!(page.kind, KIND.description().title);
    assert_eq!(fields, ["Book: Middlemarch, George Eliot", "Pages a week: 60 pages", "Read aloud: yes"]);
    assert_eq!(page.stages.len(), 2);
    let ines = Actor::Person(Member { id: "ines-carvalho".parse().unwrap(), role: Role::ProgramAdmin, team: None });
    let viewer = Viewer::of(&org, &ines, &CLOCKS);
    let editor = editor_page(&viewer, &id, &Desk::default(), PublishChoice::default()).unwrap();
    for field in KIND.fields() {
        assert_eq!(editor.field(field.key).map(|view| view.label.as_str()), Some(field.label));
    }
    let history = history_page(&viewer, &id, &[], HistoryQuery::default()).unwrap();
    let changed: Vec<String> = history.lines[0].changes.iter().map(Change::sentence).collect();
    assert_eq!(changed, ["Pages a week: 40 pages → 60 pages"]);
}

#[test]
fn its_values_are_checked_and_its_changes_are_worded() {
    let before = started();
    let mut after = before.clone();
    after.set(Path::field("pages"), Value::Number(5));
    assert_eq!(problems(KIND, &after)[0].message, "Write a number from 10 to 200.");
    after.set(Path::field("pages"), Value::Number(60));
    after.set(Path::field("copies"), Value::Text("library".to_owned()));
    let sentences: Vec<String> = changes(KIND, &before, &after, &str::to_owned).iter().map(Change::sentence).collect();
    let copies = "Where the copies come from: Everybody brings their own → The library lends them";
    assert_eq!(sentences, ["Pages a week: 40 pages → 60 pages", copies]);
}

#[test]
fn its_drafts_are_read_and_merged() {
    let (program, versions) = program(&[&[("pages", Value::Number(60)), ("seats", Value::Number(8))]]);
    let history = History { program: &program, versions: &versions };
    let values = [("book", "Emma, Jane Austen"), ("aloud", "off"), ("pages", "50")];
    let values = values.into_iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect();
    let read = Proposal::read(&history, &DraftForm { base: 1, values, ..DraftForm::default() }).unwrap();
    let merged = merge(&history, &read.proposal).unwrap();
    let conflicts: Vec<String> = merged.conflicts.iter().map(|conflict| conflict.path.to_string()).collect();
    assert_eq!(conflicts, ["pages"]);
    let written: Vec<String> = merged.proposal.writes.keys().map(ToString::to_string).collect();
    assert_eq!((merged.proposal.base, written), (2, vec!["aloud".to_owned(), "book".to_owned()]));
}
