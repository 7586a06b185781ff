//! What the pages of drills say to whom.

use super::*;
use crate::drill::tests::{ON, TODAY, agreed, done, in_days, plan, proposed, tells};
use crate::drill::{Move, Verdict};
use crate::fernhill::fernhill;
use crate::id::PersonId;
use crate::org::Org;
use crate::person::Away;
use crate::reader::tests::CLOCKS;
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;

const AMARA: &str = "amara-okafor";
const ROSALIND: &str = "rosalind-achterberg";
const PRIYA: &str = "priya-raman";

fn id(text: &str) -> PersonId {
    text.parse().unwrap()
}

fn with(drill: Drill) -> Org {
    let mut org = fernhill();
    org.put_drill(drill);
    org
}

/// What `read` says to somebody `days` from now.
fn read_on<T>(org: &Org, days: i64, me: &str, read: impl FnOnce(&Reader) -> T) -> T {
    let clocks = crate::clocks::Clocks { now: in_days(days).now, ..CLOCKS };
    read(&Reader::of(org, &id(me), &clocks).unwrap())
}

fn page(org: &Org, days: i64, me: &str) -> Result<DrillPage, Rejection> {
    read_on(org, days, me, |reader| drill_page(reader, &"d1".parse().unwrap()))
}

/// Amara has told, Rosalind has not.
fn half() -> Drill {
    agreed().moved(&id(AMARA), tells(Verdict::Partly, &["Where the key is"]), in_days(5)).unwrap()
}

#[test]
fn where_it_stands_is_said_to_each_in_their_own_words() {
    type Row = (Drill, i64, &'static str, Tone, &'static str, &'static str);
    let rows: [Row; 12] = [
        (proposed(ROSALIND), 1, AMARA, Tone::Yours, "your turn", "Does Tuesday 24 November suit you?"),
        (proposed(ROSALIND), 1, ROSALIND, Tone::Theirs, "waiting", "Waiting for Amara to answer"),
        (proposed(PRIYA), 1, PRIYA, Tone::Theirs, "waiting", "Waiting for Rosalind and Amara to answer"),
        (proposed(PRIYA), 8, AMARA, Tone::Over, "expired", "Nobody answered in time."),
        (agreed(), 2, AMARA, Tone::Agreed, "agreed", "You do it on Tuesday 24 November, from the notes"),
        (agreed(), 5, ROSALIND, Tone::Agreed, "under way", "You stand back on Tuesday"),
        (agreed(), 6, ROSALIND, Tone::Yours, "how did it go?", "Say how it went by Tuesday 8 December. Amara reads it"),
        (half(), 6, ROSALIND, Tone::Yours, "how did it go?", "Amara has said how it went; only your word"),
        (half(), 5, AMARA, Tone::Theirs, "waiting", "Waiting for Rosalind to say how it went."),
        (
            done(Verdict::Alone, Verdict::Alone),
            6,
            AMARA,
            Tone::Done,
            "passed",
            "You did it alone from the notes, and Rosalind found it right.",
        ),
        (
            done(Verdict::Alone, Verdict::Partly),
            6,
            ROSALIND,
            Tone::Over,
            "two answers",
            "Amara and you say different things",
        ),
        (
            done(Verdict::Not, Verdict::Not),
            6,
            PRIYA,
            Tone::Over,
            "not passed",
            "From these notes Amara could not do it.",
        ),
    ];
    for (drill, days, me, tone, label, text) in rows {
        let status = page(&with(drill), days, me).unwrap().status;
        assert_eq!((status.tone, status.label.as_str()), (tone, label), "{me} after {days}: {}", status.text);
        assert!(status.text.starts_with(text), "{me} after {days}: {}", status.text);
    }
}

#[test]
fn nobody_reads_what_one_says_before_the_other_has_spoken() {
    let org = with(half());
    let told = |me: &str| page(&org, 6, me).unwrap();
    assert_eq!(told(AMARA).reports.len(), 1, "one's own");
    for me in [ROSALIND, PRIYA, "ines-carvalho"] {
        let page = told(me);
        let text = serde_json::to_string(&page).unwrap();
        assert!(page.reports.is_empty() && page.gaps.is_empty(), "{me}");
        assert!(!text.contains("alarm") && !text.contains("key") && !text.contains("Needed help"), "{me}: {text}");
    }
    let org = with(done(Verdict::Partly, Verdict::Alone));
    for me in [AMARA, ROSALIND, PRIYA] {
        let page = page(&org, 6, me).unwrap();
        assert_eq!((page.reports.len(), page.gaps.len()), (2, 2), "{me}");
        assert_eq!(page.reports[0].verdict, "Needed help with something");
        assert_eq!(page.reports[1].verdict, "It is right");
    }
}

#[test]
fn to_others_there_is_no_such_drill() {
    let org = with(agreed());
    for me in ["jonas-weidner", "leila-haddou"] {
        assert_eq!(page(&org, 1, me), Err(Rejection::NotFound(Noun::Drill)), "{me}");
        let list = read_on(&org, 1, me, drills_page);
        assert!(list.coming.is_empty() && list.of_people.is_empty());
    }
}

#[test]
fn what_may_be_done_follows_from_the_rules() {
    let may = |drill: Drill, days, me| {
        let moves = page(&with(drill), days, me).unwrap().moves;
        [moves.accept, moves.propose, moves.decline, moves.withdraw, moves.report]
    };
    assert_eq!(may(proposed(ROSALIND), 1, AMARA), [true, true, true, false, false]);
    assert_eq!(may(proposed(ROSALIND), 1, ROSALIND), [false, true, true, true, false]);
    assert_eq!(may(agreed(), 1, PRIYA), [false; 5], "a manager who did not propose it looks on");
    assert_eq!(may(agreed(), 6, AMARA), [false, true, false, false, true]);
}

#[test]
fn the_list_says_what_waits_what_comes_and_what_was() {
    let sizes = |drill: Drill, days, me| {
        let page = read_on(&with(drill), days, me, drills_page);
        let lists = [&page.to_answer, &page.to_tell, &page.coming, &page.waiting, &page.past, &page.of_people];
        lists.map(Vec::len)
    };
    assert_eq!(sizes(proposed(ROSALIND), 1, AMARA), [1, 0, 0, 0, 0, 0]);
    assert_eq!(sizes(proposed(ROSALIND), 1, ROSALIND), [0, 0, 0, 1, 0, 0]);
    assert_eq!(sizes(agreed(), 1, AMARA), [0, 0, 1, 0, 0, 0]);
    assert_eq!(sizes(agreed(), 6, AMARA), [0, 1, 0, 0, 0, 0]);
    assert_eq!(sizes(half(), 6, AMARA), [0, 0, 0, 1, 0, 0]);
    assert_eq!(sizes(done(Verdict::Alone, Verdict::Alone), 6, AMARA), [0, 0, 0, 0, 1, 0]);
    assert_eq!(sizes(agreed(), 1, PRIYA), [0, 0, 0, 0, 0, 1], "of her people");
    assert_eq!(sizes(proposed(PRIYA), 1, PRIYA), [0, 0, 0, 1, 0, 0], "her own idea");
    let lead = |drill, days| read_on(&with(drill), days, AMARA, drills_page).lead;
    assert_eq!(lead(proposed(ROSALIND), 1), "One drill waits for your answer.");
    assert_eq!(lead(agreed(), 6), "One drill waits for your word on how it went.");
}

#[test]
fn backups_who_want_it_and_are_near_come_first() {
    let org = fernhill();
    let new =
        |me, query: &str| read_on(&org, 0, me, |reader| new_drill_page(reader, &NewDrillQuery::parse(query)).unwrap());
    let names = |choices: &[PersonChoice]| {
        choices.iter().map(|choice| format!("{}: {}", choice.person.first_name(), choice.note)).collect::<Vec<_>>()
    };
    let planned = new(PRIYA, "skill=infusion-pumps");
    assert_eq!(names(&planned.holders), ["Rosalind: can teach", "Amara: alone"]);
    assert_eq!(
        names(&planned.backups),
        ["Amara: alone, wants it", "Leïla: aware", "Rosalind: can teach, counted already"]
    );
    assert_eq!((planned.holder, planned.backup), (Some(id(ROSALIND)), Some(id(AMARA))));
    let own = new(ROSALIND, "skill=infusion-pumps&backup=leila-haddou");
    assert_eq!(names(&own.holders), ["Rosalind: can teach"], "she stands back herself");
    assert_eq!(own.backup, Some(id("leila-haddou")));
    let stepping_in = new("leila-haddou", "skill=infusion-pumps");
    assert_eq!(names(&stepping_in.backups), ["Leïla: aware"], "she steps in herself");
    let twice = new(PRIYA, &format!("skill=infusion-pumps&holder={ROSALIND}&backup={ROSALIND}"));
    assert!(twice.holder.is_none_or(|holder| Some(holder) != twice.backup), "nobody stands in for themself");
    let unknown = read_on(&org, 0, PRIYA, |reader| new_drill_page(reader, &NewDrillQuery::parse("skill=juggling")));
    assert_eq!(unknown, Err(Rejection::NotFound(Noun::Skill)));
}

#[test]
fn without_a_skill_those_on_the_fewest_heads_are_offered() {
    let skills = |me| {
        let page = read_on(&fernhill(), 0, me, |reader| new_drill_page(reader, &NewDrillQuery::default()).unwrap());
        page.skills.into_iter().map(|skill| skill.name).collect::<Vec<_>>()
    };
    assert_eq!(skills(PRIYA)[..2], ["Infusion pumps", "Palliative talks"]);
    assert_eq!(skills("wen-li"), ["SQL for reports"], "what she knows");
}

#[test]
fn the_day_is_one_on_which_both_are_here() {
    let mut org = fernhill();
    let mut rosalind = org.person(&id(ROSALIND)).unwrap().clone();
    rosalind.away = vec![Away { from: TODAY.plus(7), until: TODAY.plus(11) }];
    org.put_person(rosalind);
    let on = |org: &Org| {
        let query = NewDrillQuery::parse("skill=infusion-pumps");
        read_on(org, 0, PRIYA, |reader| new_drill_page(reader, &query).unwrap().on)
    };
    assert_eq!(on(&fernhill()), TODAY.plus(7).iso());
    // Back on Tuesday; Monday is the last of her days away.
    assert_eq!(on(&org), TODAY.plus(12).iso());
}

#[test]
fn a_form_is_read_as_it_was_written() {
    let form = DrillForm {
        skill: "infusion-pumps".into(),
        holder: ROSALIND.into(),
        backup: AMARA.into(),
        task: plan().task.to_string(),
        notes: plan().notes.to_string(),
        on: ON.iso(),
        until: String::new(),
        minutes: "60".into(),
    };
    assert_eq!(form.parsed(), Ok(plan()));
    let field = |form: DrillForm| match form.parsed() {
        Err(Rejection::Invalid { field, .. }) => field,
        other => format!("{other:?}"),
    };
    assert_eq!(field(DrillForm { backup: String::new(), ..form.clone() }), "backup");
    assert_eq!(field(DrillForm { on: "soon".into(), ..form.clone() }), "on");
    assert_eq!(field(DrillForm { minutes: "0".into(), ..form }), "minutes");
}

#[test]
fn the_notes_lack_what_drills_found_until_one_finds_nothing() {
    let skill = "infusion-pumps".parse().unwrap();
    let mut org = with(done(Verdict::Partly, Verdict::Alone));
    let found = notes_gaps(&org, &skill).unwrap();
    assert_eq!(found.sentence, "Two gaps found in the notes by drills.");
    assert_eq!(found.gaps, ["Where the key is", "Which alarm is which"]);
    let clean = |days| {
        let step = Move::Report { verdict: Verdict::Alone, words: Prose::default(), lacked: Vec::new() };
        let half = agreed().moved(&id(AMARA), step.clone(), in_days(days)).unwrap();
        Drill { id: "d2".parse().unwrap(), ..half.moved(&id(ROSALIND), step, in_days(days)).unwrap() }
    };
    org.put_drill(clean(5));
    assert!(notes_gaps(&org, &skill).is_some(), "the clean one came before");
    org.put_drill(clean(9));
    assert_eq!(notes_gaps(&org, &skill), None);
    assert_eq!(notes_gaps(&with(half()), &skill), None, "only one has told");
}

#[test]
fn what_happened_is_told_without_what_was_said_of_it() {
    let lines = page(&with(half()), 6, ROSALIND).unwrap().history;
    let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["You proposed it", "Amara said yes", "Amara said how it went"]);
    assert!(lines.iter().all(|line| line.words.is_empty()));
}
