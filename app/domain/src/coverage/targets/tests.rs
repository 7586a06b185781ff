//! Filters, previews, what is refused, and putting back: a row for each.

use super::undo::put_all;
use super::*;
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::id::SkillId;
use crate::reader::tests::CLOCKS;

fn page(query: &str) -> TargetsPage {
    let (org, ines) = (fernhill(), signed_in("ines-carvalho"));
    targets_page(&Viewer::of(&org, &ines, &CLOCKS), TargetsQuery::parse(query), None).unwrap()
}

fn names(query: &str) -> Vec<String> {
    page(query).rows.into_iter().map(|row| row.skill.name).collect()
}

#[test]
fn the_filter_shows_an_area_a_criticality_and_what_is_below() {
    assert_eq!(names("").len(), 5);
    assert_eq!(names("area=systems"), ["Backup restore", "SQL for reports"]);
    assert_eq!(names("criticality=critical"), ["Infusion pumps", "Palliative talks"]);
    assert_eq!(names("below=1&area=systems"), ["Backup restore"]);
    assert_eq!(page("below=1").lead, "Three of five skills, three below target.");
    assert_eq!(page("area=care&criticality=low").lead, "No skill is like that.");
}

#[test]
fn a_preview_says_how_many_change_and_how_many_fall() {
    let preview = |query: &str| page(query).preview.unwrap();
    let raised = preview("skill=wound-care&skill=sql-for-reports&skill=backup-restore&set_people=4&preview=1");
    assert_eq!(raised.sentence, "Changes three skills: two fall below target.");
    assert_eq!(raised.promise, (3, 2));
    let first = &raised.rows[0];
    assert_eq!((first.before.as_str(), first.after.as_str()), ("Low, 1 at “alone”", "Low, 4 at “alone”"));
    assert!(first.falls && !raised.rows[2].falls, "backup restore was below its target before");
    let all = preview("area=care&all=1&set_criticality=critical&set_by=2027-03-31&preview=1");
    assert_eq!(all.sentence, "Changes three skills; none falls below target.");
    assert_eq!(all.rows[0].after, "Critical, 3 at “can teach” by 31 Mar");
    assert_eq!(
        preview("skill=wound-care&set_people=2&preview=1").sentence,
        "Nothing changes: these skills aim at that already."
    );
    assert_eq!(page("skill=wound-care&set_people=4").preview, None, "nobody asked yet");
}

#[test]
fn a_preview_says_when_more_people_are_asked_for_than_work_here() {
    let sentence = |people| {
        let query = format!("skill=wound-care&set_people={people}&preview=1");
        page(&query).preview.unwrap().sentence
    };
    assert!(sentence(80).ends_with("80 people are more than the 8 who work here; no plan reaches that."));
    assert!(!sentence(8).contains("who work here"));
}

#[test]
fn what_cannot_be_previewed_says_why_beside_its_field() {
    let rows = [
        ("set_people=3&preview=1", "skill"),
        ("skill=wound-care&preview=1", "set"),
        ("skill=wound-care&set_people=many&preview=1", "set_people"),
        ("skill=wound-care&set_people=100&preview=1", "set_people"),
        ("skill=wound-care&set_level=0&preview=1", "set_level"),
        ("skill=wound-care&set_criticality=awful&preview=1", "set_criticality"),
        ("skill=wound-care&set_by=spring&preview=1", "set_by"),
        ("skill=wound-care&set_by=2027-03-31&set_no_date=1&preview=1", "set_by"),
    ];
    for (query, field) in rows {
        let page = page(query);
        assert_eq!((page.preview, page.problem.map(|(field, _)| field).as_deref()), (None, Some(field)), "{query}");
    }
}

#[test]
fn a_change_keeps_its_promise_or_is_refused() {
    let (org, ines) = (fernhill(), signed_in("ines-carvalho"));
    let query = TargetsQuery::parse("skill=wound-care&set_people=4&preview=1");
    assert_eq!(aim_change(&org, &ines, &query, (1, 1)).unwrap().len(), 1);
    assert!(matches!(aim_change(&org, &ines, &query, (1, 0)), Err(Rejection::Stale(_))));
    let same = TargetsQuery::parse("skill=wound-care&set_people=2&preview=1");
    assert!(matches!(aim_change(&org, &ines, &same, (0, 0)), Err(Rejection::Conflict(_))));
    for actor in ["amara-okafor", "priya-raman"] {
        assert!(matches!(aim_change(&org, &signed_in(actor), &query, (1, 1)), Err(Rejection::Forbidden(_))), "{actor}");
        let actor = signed_in(actor);
        let page = targets_page(&Viewer::of(&org, &actor, &CLOCKS), TargetsQuery::default(), None);
        assert!(matches!(page, Err(Rejection::Forbidden(_))));
    }
}

#[test]
fn putting_back_leaves_alone_what_somebody_changed_since() {
    let (before, ines) = (fernhill(), signed_in("ines-carvalho"));
    let query = TargetsQuery::parse("area=care&all=1&set_people=4&set_criticality=high&preview=1");
    let swaps = aim_change(&before, &ines, &query, (3, 1)).unwrap();
    let mut org = before.clone();
    put_all(&mut org, &swaps);
    let mut untouched = org.clone();
    let (back, kept) = aim_undo(&swaps, |skill| untouched.skill(skill));
    assert_eq!((back.len(), kept), (3, vec![]));
    put_all(&mut untouched, &back);
    assert!(untouched == before, "everything is as before");

    let wounds: SkillId = "wound-care".parse().unwrap();
    let mut changed = org.skill(&wounds).unwrap().clone();
    changed.target.people = 7;
    org.put_skill(changed);
    let (back, kept) = aim_undo(&swaps, |skill| org.skill(skill));
    assert_eq!((back.len(), kept), (3, vec![wounds.clone()]));
    put_all(&mut org, &back);
    let wounds = org.skill(&wounds).unwrap();
    assert_eq!((wounds.target.people, wounds.criticality), (7, Criticality::Normal), "field by field");
}

#[test]
fn the_last_change_is_told_and_offered_to_be_undone_once() {
    let (org, ines) = (fernhill(), signed_in("ines-carvalho"));
    let swaps = aim_change(&org, &ines, &TargetsQuery::parse("skill=wound-care&set_people=4"), (1, 1)).unwrap();
    let mut change =
        AimChange { by: ines.person().cloned(), at: NOW, swaps, undone_by: None, undone_at: None, kept: vec![] };
    let last = |change: &AimChange| {
        targets_page(&Viewer::of(&org, &ines, &CLOCKS), TargetsQuery::default(), Some(change)).unwrap().last.unwrap()
    };
    assert_eq!(last(&change).words, "You changed one skill, today 09:12.");
    assert_eq!(last(&change).undo, Some(NOW));
    change.undone_at = Some(NOW);
    change.kept = vec!["wound-care".parse().unwrap()];
    let told = last(&change);
    assert_eq!(told.undo, None);
    assert!(
        told.words.ends_with("The server put it back, today 09:12. What somebody had changed since stays: Wound care.")
    );
}

#[test]
fn the_address_reads_back_as_it_was_printed() {
    for text in ["", "area=care&criticality=high&below=1", "skill=a&skill=b&set_people=3&set_no_date=1&all=1&preview=1"]
    {
        assert_eq!(TargetsQuery::parse(text).to_string(), text);
    }
    let query = TargetsQuery::parse("area=care&skill=a&set_people=3&preview=1");
    assert_eq!(query.filter_alone().to_string(), "area=care");
}
