//! Rules of the page, a row for each.

use super::*;
use crate::fernhill::{NOW, fernhill, signed_in};

fn page(query: &str) -> ContinuityPage {
    continuity_page(&fernhill(), &signed_in("priya-raman"), ContinuityQuery::parse(query), NOW).unwrap()
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
    assert_eq!(page.skills[0].handed_on, "never");
}

#[test]
fn a_team_sees_the_skills_its_people_know_or_want() {
    assert_eq!(names(&page("team=digital")), ["Backup restore"]);
    assert!(page("team=nobody-here").skills.is_empty());
}

#[test]
fn the_address_reads_back_as_it_was_printed() {
    for text in ["", "show=all", "show=all&team=care-east"] {
        assert_eq!(ContinuityQuery::parse(text).to_string(), text);
    }
    assert_eq!(ContinuityQuery::parse("team=No+team&show=x"), ContinuityQuery::default());
}

#[test]
fn times_past_are_said_in_weeks() {
    use crate::time::Span;
    let said = |days| ago(NOW.before(Span::days(days)), NOW);
    assert_eq!([said(0), said(1), said(9), said(44)], ["today", "yesterday", "9 days ago", "6 weeks ago"]);
}
