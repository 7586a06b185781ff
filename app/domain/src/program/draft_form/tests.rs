//! What a form changes, what of it stays as typed, and what it leaves alone.

use super::*;
use crate::program::{Phase, Program, Version, Write, applied, problems};
use crate::text::Prose;
use crate::time::{Timestamp, Zone};
use proptest::prelude::*;

const KIND: ProgramKind = ProgramKind::Mentorship;

fn settings() -> Settings {
    Settings::start(KIND, "pairs", "Pairs for Care", &Zone::utc()).unwrap()
}

fn program() -> (Program, Vec<Version>) {
    let settings = settings();
    let write = |(path, value): (&Path, &Value)| Write {
        path: path.clone(),
        before: Value::Nothing,
        value: value.clone(),
        policy: Default::default(),
    };
    let version = Version {
        program: "pairs-for-care".parse().unwrap(),
        n: 1,
        by: None,
        at: Timestamp(0),
        note: Prose::default(),
        writes: settings.registers().map(write).collect(),
        digest: settings.digest(),
        restores: None,
        roll_out: None,
    };
    let program = Program {
        id: version.program.clone(),
        kind: KIND,
        n: 1,
        digest: settings.digest(),
        revisions: settings.registers().map(|(path, _)| (path.clone(), 1)).collect(),
        settings,
        phase: Phase::Running,
        phase_since: Timestamp(0),
        phases: Vec::new(),
        created_by: None,
        created_at: Timestamp(0),
    };
    (program, vec![version])
}

fn read(values: &[(&str, &str)], lists: &[(&str, &[&str])]) -> ReadDraft {
    let owned = |ids: &&[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    let form = DraftForm {
        base: 1,
        values: values.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect(),
        lists: lists.iter().map(|(path, ids)| ((*path).to_owned(), owned(ids))).collect(),
    };
    let (program, versions) = program();
    Proposal::read(&History { program: &program, versions: &versions }, &form).unwrap()
}

fn written(draft: &ReadDraft) -> Vec<String> {
    draft.proposal.writes.iter().map(|(path, value)| format!("{path} = {value:?}")).collect()
}

/// The whole form as the editor draws it.
fn whole(settings: &Settings) -> DraftForm {
    let (mut values, mut lists) = (BTreeMap::new(), BTreeMap::new());
    for field in KIND.fields() {
        let path = Path::field(field.key);
        values.insert(path.to_string(), kind::form_text(field, &KIND.value(settings, &path)));
    }
    for spec in KIND.lists().iter().filter(|spec| spec.list != List::Guidelines) {
        let items = settings.items(spec.list);
        for item in &items {
            values.insert(Path::Alive(spec.list, item.clone()).to_string(), "on".to_owned());
            for field in spec.fields {
                let path = Path::item(spec.list, item, field.key);
                values.insert(path.to_string(), kind::form_text(field, &KIND.value(settings, &path)));
            }
        }
        lists.insert(spec.list.as_str().to_owned(), items.iter().map(ToString::to_string).collect());
    }
    let text = |item: ItemId| settings.text(&Path::item(List::Guidelines, &item, "text")).to_owned();
    let paragraphs: Vec<String> = settings.items(List::Guidelines).into_iter().map(text).collect();
    values.insert("guidelines".to_owned(), paragraphs.join("\r\n\r\n"));
    DraftForm { base: 1, values, lists }
}

#[test]
fn a_form_that_nobody_touched_changes_nothing() {
    let (program, versions) = program();
    let form = whole(&settings());
    let history = History { program: &program, versions: &versions };
    let unchanged = ReadDraft { proposal: Proposal { base: 1, ..Proposal::default() }, ..ReadDraft::default() };
    assert_eq!(Proposal::read(&history, &form), Ok(unchanged));
    let of_another_day = DraftForm { base: 2, ..form };
    assert_eq!(Proposal::read(&history, &of_another_day), Err(Rejection::NotFound(Noun::Version)));
}

#[test]
fn what_is_sent_otherwise_is_a_change_and_the_rest_is_left_alone() {
    let draft = read(
        &[("seats", "12"), ("minutes", "45"), ("mutual", "off"), ("no/such/field/x", "1"), ("unknown", "1")],
        &[("teams", &["", "care", "estates", "care"]), ("skills", &[""])],
    );
    let expected = ["mutual = Flag(false)", "seats = Number(12)", "teams = Several([\"care\", \"estates\"])"];
    assert_eq!(written(&draft), expected);
    assert!(draft.typed.is_empty() && draft.problems.is_empty());
}

#[test]
fn what_cannot_be_read_stays_as_it_was_typed() {
    let draft = read(&[("ends_on", "soon"), ("cadence", "every blue moon"), ("seats", "5")], &[("teams", &["Care!"])]);
    assert_eq!(written(&draft), ["seats = Number(5)"]);
    let typed: Vec<(String, &str)> = draft.typed.iter().map(|(path, text)| (path.to_string(), text.as_str())).collect();
    let expected = [("cadence", "every blue moon"), ("ends_on", "soon"), ("teams", "Care!")];
    assert_eq!(typed, expected.map(|(path, text)| (path.to_owned(), text)));
    assert_eq!(draft.problems.len(), 3);
    assert!(draft.problems.iter().all(|problem| draft.typed.contains_key(&problem.path)));
}

#[test]
fn a_new_stage_comes_with_its_fields_and_finds_its_place() {
    let draft = read(
        &[("stages/drill", "on"), ("stages/drill/title", "Departure drill"), ("stages/drill/days", "7")],
        &[("stages", &["first-meeting", "learn-by-doing", "on-your-own", "drill", "thank-and-close"])],
    );
    let (program, _) = program();
    let mut after = program.settings.clone();
    draft.proposal.writes.iter().for_each(|(path, value)| after.set(path.clone(), value.clone()));
    let items = after.items(List::Stages);
    let titles: Vec<&str> = items.iter().map(|item| after.text(&Path::item(List::Stages, item, "title"))).collect();
    assert_eq!(titles, ["First meeting", "Learn by doing", "On your own", "Departure drill", "Thank and close"]);
    assert_eq!(problems(KIND, &after), []);
}

#[test]
fn what_is_taken_out_needs_no_order_and_no_fields() {
    let draft = read(
        &[("steps/thank-each-other", "off"), ("steps/thank-each-other/title", ""), ("steps/never-kept", "off")],
        &[("stages", &["first-meeting", "learn-by-doing", "on-your-own", "thank-and-close"])],
    );
    assert_eq!(written(&draft), ["steps/thank-each-other = Flag(false)"]);
    assert!(draft.problems.is_empty());
}

#[test]
fn an_edited_paragraph_is_one_register() {
    let settings = settings();
    let items = settings.items(List::Guidelines);
    let text = |at: usize| settings.text(&Path::item(List::Guidelines, &items[at], "text"));
    let edited = text(1).replace("mistakes included", "mistakes above all");
    let draft = read(&[("guidelines", &[text(0), &edited, text(2), text(3)].join("\n\n"))], &[]);
    assert_eq!(
        draft.proposal.writes.keys().cloned().collect::<Vec<_>>(),
        [Path::item(List::Guidelines, &items[1], "text")]
    );

    let shorter = read(&[("guidelines", &[text(0), text(3)].join("\n\n"))], &[]);
    let gone = [1, 2].map(|at| Path::Alive(List::Guidelines, items[at].clone()));
    assert!(gone.iter().all(|path| shorter.proposal.writes[path] == Value::Flag(false)));
    assert_eq!(shorter.proposal.writes.len(), 2);

    let too_long = "x".repeat(4_001);
    let draft = read(&[("guidelines", &too_long)], &[]);
    assert_eq!(draft.typed[&Path::Order(List::Guidelines)], too_long);
    assert!(draft.proposal.writes.is_empty());
}

#[test]
fn a_form_speaks_for_what_it_names() {
    let names = |texts: &[&str]| texts.iter().map(|text| ((*text).to_owned(), "off".to_owned())).collect();
    let form = DraftForm { values: names(&["title", "guidelines", "stages/a"]), ..DraftForm::default() };
    let covered = |path: &str| form.covers(&Path::parse(path).unwrap());
    assert!(
        ["title", "guidelines", "guidelines/x/text", "guidelines/x", "stages/a", "stages/a/days"]
            .map(covered)
            .iter()
            .all(|is| *is)
    );
    assert!(["seats", "stages", "stages/b", "stages/b/title"].map(covered).iter().all(|is| !*is));
}

#[test]
fn steps_are_in_another_order_only_within_their_stage() {
    let settings = settings();
    let stages = settings.items(List::Stages);
    let stage_of = |step: &ItemId| settings.text(&Path::item(List::Steps, step, "stage")).to_owned();
    let steps = settings.items(List::Steps);
    let of = |stage: &ItemId| -> Vec<String> {
        steps.iter().filter(|step| stage_of(step) == stage.as_str()).map(ToString::to_string).collect()
    };
    let read_steps = |drawn: &[String]| {
        let drawn: Vec<&str> = drawn.iter().map(String::as_str).collect();
        read(&[], &[("steps", &drawn)]).proposal.writes
    };
    // As the form draws them once the stages stand the other way round.
    let mut drawn: Vec<String> = stages.iter().rev().flat_map(of).collect();
    let mut order: Vec<String> = steps.iter().map(ToString::to_string).collect();
    assert_ne!(drawn, order);
    assert!(read_steps(&drawn).is_empty());
    let places = [0, 1].map(|at| order.iter().position(|step| *step == drawn[at]).unwrap());
    drawn.swap(0, 1);
    order.swap(places[0], places[1]);
    assert_eq!(read_steps(&drawn), BTreeMap::from([(Path::Order(List::Steps), Value::Several(order))]));
}

#[test]
fn what_the_form_does_not_show_is_not_moved() {
    let steps: Vec<String> = settings().items(List::Steps).iter().map(ToString::to_string).collect();
    let read_steps = |shown: &[&str]| read(&[], &[("steps", shown)]).proposal.writes;
    for gone in 0..steps.len() {
        let shown: Vec<&str> =
            steps.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, step)| step.as_str()).collect();
        assert!(read_steps(&shown).is_empty(), "{gone}");
    }
    // Stages that are shown the other way round are moved; the one between them stays behind the one before it.
    let drawn = ["thank-and-close", "first-meeting", "on-your-own"];
    let order = ["thank-and-close", "first-meeting", "learn-by-doing", "on-your-own"].map(str::to_owned).to_vec();
    let moved = BTreeMap::from([(Path::Order(List::Stages), Value::Several(order))]);
    assert_eq!(read(&[], &[("stages", &drawn)]).proposal.writes, moved);
}

proptest! {
    #[test]
    fn whatever_is_typed_is_a_change_or_stays_as_typed(
        seats in ".{0,12}", cadence in "(every|the| |[0-9]|week|on|Thursday){0,8}", guidelines in "(a|b|\n|\r|<p>| ){0,60}",
    ) {
        let draft = read(&[("seats", &seats), ("cadence", &cadence), ("guidelines", &guidelines)], &[]);
        let seats_path = Path::field("seats");
        let is_kept = draft.typed.get(&seats_path) == Some(&seats)
            || draft.proposal.writes.contains_key(&seats_path)
            || seats.trim().is_empty();
        prop_assert!(is_kept);
        let writes: Vec<Write> = draft.proposal.writes.iter().map(|(path, value)| Write {
            path: path.clone(), before: Value::Nothing, value: value.clone(), policy: Default::default(),
        }).collect();
        // What is left after reading can be published.
        prop_assert_eq!(problems(KIND, &applied(settings(), &writes)), []);
    }
}
