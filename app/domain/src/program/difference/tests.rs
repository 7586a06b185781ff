//! Every change as a sentence, in the order of the form.

use super::*;
use crate::time::Zone;

const KIND: ProgramKind = ProgramKind::Mentorship;

fn start() -> Settings {
    Settings::start(KIND, "pairs", "Pairs for Care", &Zone::utc()).unwrap()
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn order(ids: &[&str]) -> Value {
    Value::Several(ids.iter().map(|id| (*id).to_owned()).collect())
}

fn between(before: &Settings, registers: &[(&str, Value)]) -> Vec<Change> {
    let mut after = before.clone();
    registers.iter().for_each(|(path, value)| after.set(Path::parse(path).unwrap(), value.clone()));
    changes(KIND, before, &after, &|id| format!("<{id}>"))
}

fn sentences(registers: &[(&str, Value)]) -> Vec<String> {
    between(&start(), registers).iter().map(Change::sentence).collect()
}

#[test]
fn every_change_is_a_sentence() {
    let stages = ["first-meeting", "learn-by-doing", "on-your-own", "drill", "thank-and-close"];
    let drill = [("stages/drill", Value::Flag(true)), ("stages/drill/title", text("Departure drill"))];
    let placed = [drill[0].clone(), drill[1].clone(), ("stages", order(&stages))];
    let moved = ["learn-by-doing", "on-your-own", "first-meeting", "thank-and-close"];
    type Row<'a> = (&'a [(&'a str, Value)], &'a [&'a str]);
    let rows: [Row; 18] = [
        (&[], &[]),
        (&[("learners_per_mentor", Value::Number(2))], &["Learners per mentor: 1 learner → 2 learners"]),
        (&[("seats", Value::Number(12))], &["Seats: no limit → 12 people"]),
        (&[("mutual", Value::Flag(false))], &["Let pairs teach both ways: yes → no"]),
        (&[("mode", text("people"))], &["Who proposes: Kith suggests, people rank → People ask each other"]),
        (
            &[("cadence", text("FREQ=WEEKLY;BYDAY=TH"))],
            &["How often people meet: every 2 weeks on Thursday → every week on Thursday"],
        ),
        (&[("ends_on", Value::Number(20_805))], &["Last day: no end → 18 December 2026"]),
        (&[("teams", order(&["care"]))], &["Teams that may join: all teams → <care>"]),
        (&[("title", text("Pairs for all"))], &["Name: Pairs for Care → Pairs for all"]),
        (&[("purpose", Value::Nothing)], &["Purpose is worded otherwise"]),
        (&placed, &["Stage “Departure drill” is new, before “Thank and close”"]),
        (&drill, &["Stage “Departure drill” is new, at the end"]),
        (&[("stages/first-meeting", Value::Flag(false))], &["Stage “First meeting” is gone"]),
        (&[("stages", order(&moved))], &["Order of stages: “First meeting” before “Thank and close”"]),
        (&[("stages/first-meeting/title", text("First talk"))], &["Stage “First meeting” is now called “First talk”"]),
        (&[("stages/first-meeting/days", Value::Nothing)], &["Stage “First meeting”: lasts: 14 days → no limit"]),
        (
            &[("steps/x", Value::Flag(true)), ("steps/x/title", text("Ring")), ("steps/x/stage", text("on-your-own"))],
            &["Step “Ring” is new in “On your own”, at the end"],
        ),
        (
            &[("steps/thank-each-other/stage", text("on-your-own"))],
            &["Step “Thank each other”: stage: Thank and close → On your own"],
        ),
    ];
    for (registers, expected) in rows {
        assert_eq!(sentences(registers), expected, "{registers:?}");
    }
}

#[test]
fn texts_are_told_word_by_word() {
    let before = start();
    let item = before.items(List::Guidelines).remove(0);
    let path = Path::item(List::Guidelines, &item, "text");
    let edited = before.text(&path).replace("two weeks", "three weeks");
    let found = between(&before, &[(&path.to_string(), text(&edited))]);
    assert_eq!((found.len(), found[0].label.as_str(), &found[0].path), (1, "How this works", &path));
    let went = WordChange::Gone("two ".to_owned());
    let came = WordChange::New("three ".to_owned());
    assert!(found[0].words.contains(&went) && found[0].words.contains(&came));
    assert_eq!(found[0].sentence(), "How this works is worded otherwise");

    let gone = between(&before, &[(&Path::Alive(List::Guidelines, item).to_string(), Value::Flag(false))]);
    assert_eq!(gone[0].sentence(), "How this works: a paragraph is gone");
    assert!(gone[0].before.starts_with("You meet every two weeks") && gone[0].after.is_empty());
}

#[test]
fn changes_stand_in_the_order_of_the_form_and_cover_what_they_say() {
    let registers = [
        ("wishes", Value::Number(2)),
        ("steps/agree-one-goal-for-the-first-month", Value::Flag(false)),
        ("seats", Value::Number(5)),
        ("stages/new", Value::Flag(true)),
        ("stages/new/title", text("New")),
        ("title", text("T")),
        ("stages/first-meeting/about", text("Talk.")),
        ("minutes", Value::Number(30)),
    ];
    let found = between(&start(), &registers);
    let labels: Vec<&str> = found.iter().map(|change| change.label.as_str()).collect();
    let expected = [
        "Name",
        "Seats",
        "Length of a meeting",
        "Stage “New”",
        "Stage “First meeting”: what happens in it",
        "Step “Agree one goal for the first month”",
        "Wishes each",
    ];
    assert_eq!(labels, expected);
    for (path, _) in registers {
        let path = Path::parse(path).unwrap();
        assert_eq!(found.iter().filter(|change| change.path.covers(&path)).count(), 1, "{path}");
    }
}

#[test]
fn what_stands_in_a_stage_that_is_gone_keeps_its_name() {
    let found = sentences(&[
        ("stages/first-meeting", Value::Flag(false)),
        ("steps/meet-for-the-first-time", Value::Flag(false)),
    ]);
    assert_eq!(found, ["Stage “First meeting” is gone", "Step “Meet for the first time” is gone"]);
}
