//! Rules of the board, a row for each.

use super::*;
use crate::actor::Actor;
use crate::clocks::Day;
use crate::coverage::outlook::SkillOutlook;
use crate::coverage::{CoverDrop, cover_of};
use crate::fernhill::{NOW, fernhill, signed_in};
use crate::reader::tests::{CLOCKS, agreed};
use crate::time::Span;
use std::sync::Arc;

fn board(org: &Org, actor: &Actor, query: &str, outlook: &Outlook) -> ContinuityPage {
    continuity_page(&Viewer::of(org, actor, &CLOCKS), ContinuityQuery::parse(query), outlook).unwrap()
}

fn page(query: &str) -> ContinuityPage {
    board(&fernhill(), &signed_in("priya-raman"), query, &Outlook::new())
}

fn names(page: &ContinuityPage) -> Vec<&str> {
    page.skills.iter().map(|row| row.skill.name.as_str()).collect()
}

#[test]
fn the_most_pressing_skill_stands_first_and_covered_ones_do_not_stand() {
    let page = page("");
    assert_eq!(names(&page), ["Infusion pumps", "Palliative talks", "Backup restore"]);
    assert_eq!(page.takeaway, "Three critical skills have one person. Two of the three are in Care East.");
    assert_eq!(page.skills[0].holders[0].name, "Rosalind Achterberg");
    assert_eq!(page.skills[0].next[0].name, "Amara Okafor");
    assert_eq!((page.skills[0].handed_on.as_str(), &page.skills[0].dropped), ("never", &None));
}

#[test]
fn a_team_sees_the_skills_its_people_know_or_want() {
    assert_eq!(names(&page("team=digital")), ["Backup restore"]);
    assert!(page("team=nobody-here").skills.is_empty());
}

#[test]
fn each_list_says_how_much_it_holds_and_shows_its_own() {
    let mut org = fernhill();
    let mut sql = org.skill(&"sql-for-reports".parse().unwrap()).unwrap().clone();
    sql.target.level = crate::evidence::Level::CAN_TEACH;
    sql.target.people = 3;
    org.put_skill(sql);
    let show = |query| board(&org, &signed_in("priya-raman"), query, &Outlook::new());
    let all = show("show=all");
    let counts: Vec<u32> = BoardView::ALL.into_iter().map(|view| all.counts.of(view)).collect();
    assert_eq!(counts, [4, 0, 4, 0, 0]);
    assert_eq!(names(&show("show=all&view=one")).len(), 4);
    assert!(show("show=all&view=nobody").skills.is_empty());
}

#[test]
fn learning_is_told_apart_and_does_not_count_as_cover() {
    let mut org = fernhill();
    // Amara learns SQL from Jonas; Noor and Leïla want to. Jonas and Wen cover it.
    org.put_exchange(agreed(2, 48));
    let sql = org.skill(&"sql-for-reports".parse().unwrap()).unwrap();
    assert_eq!(learning_now(&org, sql), 3);
    assert_eq!(cover_of(&org, &sql.id).unwrap().have, 2);
    let pumps = &board(&org, &signed_in("wen-li"), "", &Outlook::new()).skills[0];
    assert_eq!((pumps.learning, pumps.cover.have), (1, 1));
}

#[test]
fn a_skill_that_dropped_says_since_when() {
    let mut org = fernhill();
    let drop = CoverDrop {
        skill: "backup-restore".parse().unwrap(),
        number: 1,
        at: NOW.before(Span::days(2)),
        have: 1,
        target: 2,
        recovered_at: None,
    };
    org.put_drop(drop.clone());
    let dropped = |org: &Org| board(org, &signed_in("wen-li"), "", &Outlook::new()).skills[2].dropped.clone();
    assert_eq!(dropped(&org).as_deref(), Some("2 days ago"));
    org.put_drop(CoverDrop { recovered_at: Some(NOW), ..drop });
    assert_eq!(dropped(&org), None);
}

#[test]
fn what_hangs_on_one_person_is_named_to_those_who_lead_them_alone() {
    let mut org = fernhill();
    let mut pumps = org.skill(&"infusion-pumps".parse().unwrap()).unwrap().clone();
    pumps.target.level = crate::evidence::Level::ALONE;
    org.put_skill(pumps);
    let rosalind: PersonId = "rosalind-achterberg".parse().unwrap();
    org.put_evidence(&rosalind, &"infusion-pumps".parse().unwrap(), &[], NOW);
    let of = |actor: &str| {
        let page = board(&org, &signed_in(actor), "view=concentration", &Outlook::new());
        assert_eq!(page.counts.concentrations, 1);
        page.concentrations[0].clone()
    };
    let admins = of("ines-carvalho");
    assert_eq!(admins.words, "Two skills hang on one person");
    assert_eq!(
        admins.skills.iter().map(|skill| skill.name.as_str()).collect::<Vec<_>>(),
        ["Infusion pumps", "Palliative talks"]
    );
    let named = |actor: &str| of(actor).person.map(|person| person.name);
    assert_eq!(named("ines-carvalho").as_deref(), Some("Amara Okafor"));
    assert_eq!(named("priya-raman").as_deref(), Some("Amara Okafor"), "her manager");
    assert_eq!(named("amara-okafor").as_deref(), Some("Amara Okafor"), "herself");
    assert_eq!((named("wen-li"), of("wen-li").what_if), (None, None));
}

fn fading(skill: &str, people: &[(i64, &str)]) -> Outlook {
    let fading = people.iter().map(|(days, person)| (*days, person.parse().unwrap())).collect();
    Outlook::from([(skill.parse().unwrap(), Arc::new(SkillOutlook { fading, ..SkillOutlook::default() }))])
}

#[test]
fn a_skill_goes_stale_on_the_day_that_takes_it_below_its_target() {
    let outlook = fading("wound-care", &[(10, "leila-haddou"), (30, "amara-okafor"), (80, "wen-li")]);
    let show = |actor: &str| board(&fernhill(), &signed_in(actor), "show=all&view=expiring", &outlook).expiring;
    let rows = show("ines-carvalho");
    assert_eq!(rows.len(), 1);
    let row = &rows[0];
    // Three cover it and two should: the second loss takes it below. Wen does not cover it.
    assert_eq!((row.in_days, row.then, row.on.as_str()), (30, 1, "19 Dec"));
    assert_eq!(row.why, "Evidence for two people goes stale");
    assert_eq!(row.people.len(), 2);
    assert_eq!(show("wen-li")[0].people, [], "Wen reads which skill, not who");
    assert!(board(&fernhill(), &signed_in("wen-li"), "view=expiring", &outlook).expiring.is_empty(), "not critical");
}

#[test]
fn who_leaves_counts_for_those_who_may_know_it() {
    let mut org = fernhill();
    let mut amara = org.person(&"amara-okafor".parse().unwrap()).unwrap().clone();
    amara.leaves_on = Some(Day(CLOCKS.today(&amara.zone).0 + 20));
    org.put_person(amara);
    let outlook = fading("palliative-talks", &[(60, "amara-okafor")]);
    let show = |actor: &str| {
        let rows = board(&org, &signed_in(actor), "view=expiring", &outlook).expiring;
        rows.into_iter().map(|row| (row.skill.name, row.in_days, row.why)).collect::<Vec<_>>()
    };
    let row = |days, why: &str| vec![("Palliative talks".to_owned(), days, why.to_owned())];
    assert_eq!(show("priya-raman"), row(21, "One person leaves"));
    assert_eq!(show("wen-li"), row(60, "Evidence for one person goes stale"), "nobody told Wen");
}

#[test]
fn what_one_can_do_follows_from_ones_role() {
    let may = |actor: &str| board(&fernhill(), &signed_in(actor), "", &Outlook::new()).may;
    assert_eq!(may("wen-li"), Verbs::default());
    assert_eq!(may("priya-raman"), Verbs { plan: true, aim: false, ask_about_others: true });
    assert_eq!(may("ines-carvalho"), Verbs { plan: true, aim: true, ask_about_others: true });
    let stranger = Viewer::of(&fernhill(), &Actor::Stranger, &CLOCKS).actor.clone();
    let org = fernhill();
    let refused = continuity_page(&Viewer::of(&org, &stranger, &CLOCKS), ContinuityQuery::default(), &Outlook::new());
    assert_eq!(refused, Err(Rejection::SignedOut));
}

#[test]
fn the_address_reads_back_as_it_was_printed() {
    for text in ["", "show=all", "show=all&team=care-east", "view=expiring&show=all"] {
        assert_eq!(ContinuityQuery::parse(text).to_string(), text);
    }
    assert_eq!(ContinuityQuery::parse("team=No+team&show=x&view=y"), ContinuityQuery::default());
}

#[test]
fn times_past_are_said_in_weeks() {
    let said = |days| row::ago(NOW.before(Span::days(days)), NOW);
    assert_eq!([said(0), said(1), said(9), said(44)], ["today", "yesterday", "9 days ago", "6 weeks ago"]);
}
