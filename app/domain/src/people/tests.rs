//! The directory and the page of one person, asked of a small Fernhill.

use super::*;
use crate::evidence::Level;
use crate::fernhill::{fernhill, signed_in};
use crate::rejection::Rejection;
use crate::suggest::Band;

fn page_for(reader: &str, query: &str) -> PeoplePage {
    people_page(&fernhill(), &signed_in(reader), &PeopleQuery::parse(query)).unwrap()
}

fn page(query: &str) -> PeoplePage {
    page_for("jonas-weidner", query)
}

fn names(page: &PeoplePage) -> Vec<&str> {
    page.rows.iter().map(|row| row.person.name.as_str()).collect()
}

#[test]
fn everybody_who_works_here_stands_by_name() {
    let page = page("");
    let all = [
        "Amara Okafor",
        "Inês Carvalho",
        "Jonas Weidner",
        "Leïla Haddou",
        "Noor Halabi",
        "Priya Raman",
        "Rosalind Achterberg",
        "Wen Li",
    ];
    assert_eq!(names(&page), all);
    assert_eq!(page.lead, "8 people. 3 of them offer to teach something.");
    assert_eq!(page.found, "Eight people");
    assert!(page.drop.is_none() && page.near.is_empty());
}

#[test]
fn the_address_reads_back_as_it_was_printed_and_usual_values_are_left_out() {
    let whole = "q=care&team=care-east&skill=wound-care&level=3&for=offers&zone=Europe/Lisbon&language=Dutch&sort=-name&page=2&size=200&view=v1";
    assert_eq!(PeopleQuery::parse(whole).to_string(), whole);
    assert_eq!(PeopleQuery::parse("?q=&team=&page=1&size=25&sort=best&level=0").to_string(), "");
    assert_eq!(PeopleQuery::parse("skill=Wound%20care").to_string(), "skill=wound-care");
    assert_eq!(PeopleQuery::parse("team=Not+A+Slug&level=9&for=x&page=-1&size=100000").to_string(), "size=200");
}

#[test]
fn a_name_is_found_without_accents_and_with_a_typo() {
    assert_eq!(names(&page("q=leila")), ["Leïla Haddou"]);
    let mistyped = page("q=rosalnd");
    assert_eq!(names(&mistyped), ["Rosalind Achterberg"]);
    assert_eq!(mistyped.read_as, [("rosalnd".to_owned(), "rosalind".to_owned())]);
}

#[test]
fn a_skill_is_found_by_who_knows_it_best_and_says_so() {
    let page = page("q=pumps");
    assert_eq!(names(&page), ["Rosalind Achterberg", "Amara Okafor", "Leïla Haddou"]);
    assert_eq!(page.rows[1].why.as_deref(), Some("Infusion pumps, alone"));
    assert_eq!(names(&self::page("q=pumps+east")), ["Rosalind Achterberg", "Amara Okafor"]);
}

#[test]
fn filters_narrow_and_count_what_else_there_is() {
    let page = page("team=care&language=portuguese");
    assert_eq!(names(&page), ["Inês Carvalho", "Leïla Haddou"]);
    let labels: Vec<&str> = page.filters.iter().map(|filter| filter.label.as_str()).collect();
    assert_eq!(labels, ["Care", "Speaks portuguese"]);
    let spoken: Vec<(&str, u32)> = page.facets.languages.iter().map(|f| (f.label.as_str(), f.count)).collect();
    assert_eq!(spoken, [("English", 5), ("Portuguese", 2), ("Dutch", 1), ("Igbo", 1), ("Tamil", 1)]);
    assert_eq!(page.facets.zones[0].label, "Lisbon (Europe)");
}

#[test]
fn a_level_asks_for_people_who_reach_it() {
    assert_eq!(names(&page("skill=wound-care&level=4")), ["Amara Okafor"]);
    assert_eq!(names(&page("skill=wound-care&for=offers")), ["Amara Okafor"]);
    assert_eq!(names(&page("skill=sql-for-reports&for=wants")), ["Leïla Haddou", "Noor Halabi"]);
    assert!(page("skill=wound-care&for=wants").rows.is_empty());
}

#[test]
fn when_nobody_fits_the_filter_to_drop_is_named() {
    let page = page("zone=Europe/Berlin&team=care-east");
    let drop = page.drop.unwrap();
    assert_eq!((drop.label.as_deref(), drop.count), (Some("Care East"), 3));
    assert_eq!(drop.link, "/people?zone=Europe/Berlin");
    assert_eq!(page.found, "No one matches");

    let nothing_helps = self::page("zone=Asia/Tokyo&language=Klingon").drop.unwrap();
    assert_eq!((nothing_helps.label, nothing_helps.count), (None, 8));
}

#[test]
fn people_who_know_something_near_are_named_beside() {
    let page = page("skill=infusion-pumps&level=4");
    assert_eq!(names(&page), ["Rosalind Achterberg"]);
    let near: Vec<&str> = page.near.iter().map(|near| near.reason.as_str()).collect();
    assert_eq!(near, ["Infusion pumps, alone", "Wound care, alone, in the same area"]);
}

#[test]
fn rows_say_what_a_colleague_could_be_to_the_reader() {
    let page = page("for=teaches-me");
    assert_eq!(names(&page), ["Noor Halabi"]);
    let fit = page.rows[0].for_you.as_ref().unwrap();
    assert_eq!((fit.band, fit.reason.as_str()), (Band::Strong, "swap Backup restore for SQL for reports"));
    assert_eq!(names(&self::page("for=wants-mine")), ["Noor Halabi", "Leïla Haddou"]);
    assert!(self::page("q=jonas").rows[0].for_you.is_none());
}

#[test]
fn pages_are_of_any_size_and_one_past_the_end_is_the_last() {
    let second = page("size=3&page=2");
    assert_eq!((second.first, second.last(), second.total), (4, 6, 8));
    assert_eq!(second.previous().as_deref(), Some("/people?size=3"));
    assert_eq!(second.next().as_deref(), Some("/people?page=3&size=3"));
    let past = page("size=3&page=99");
    assert_eq!((past.query.page, past.rows.len(), past.next()), (3, 2, None));
}

#[test]
fn a_heading_sorts_and_sorts_the_other_way_round() {
    let by_name = page("sort=name");
    assert_eq!(by_name.column(SortBy::Name).aria, Some("ascending"));
    assert_eq!(by_name.column(SortBy::Name).link, "/people?sort=-name");
    assert_eq!(names(&page("sort=-name"))[0], "Wen Li");
    assert_eq!(names(&page("sort=newest"))[0], "Wen Li");
    assert_eq!(names(&page("sort=team"))[0], "Inês Carvalho");
    let turned = PeopleQuery::parse("sort=-name").sort;
    assert_eq!((turned.word().as_str(), turned.title()), ("-name", "Name, Z to A"));
}

#[test]
fn the_file_holds_every_page_of_the_view_and_no_formula() {
    let mut org = fernhill();
    let mut jonas = org.person(&"jonas-weidner".parse().unwrap()).unwrap().clone();
    jonas.title = crate::text::Line::parse("title", "=cmd|' /C calc'!A0").unwrap();
    org.put_person(jonas);
    let csv = people_csv(&org, &signed_in("amara-okafor"), &PeopleQuery::parse("team=digital&size=1")).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[1].starts_with("jonas-weidner,Jonas Weidner,'=cmd|' /C calc'!A0,Digital"), "{}", lines[1]);
    assert!(lines[1].ends_with("SQL for reports,Backup restore,Backup restore 1; SQL for reports 4"), "{}", lines[1]);
    assert!(!csv.contains('@'));
}

#[test]
fn strangers_see_nobody() {
    let stranger = crate::actor::Actor::Stranger;
    assert_eq!(people_page(&fernhill(), &stranger, &PeopleQuery::default()), Err(Rejection::SignedOut));
    assert_eq!(people_csv(&fernhill(), &stranger, &PeopleQuery::default()), Err(Rejection::SignedOut));
    assert_eq!(PeopleQuery::parse("level=4").level, Some(Level::CAN_TEACH));
}
