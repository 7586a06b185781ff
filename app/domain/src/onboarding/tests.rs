//! What is asked, what is offered to tick, and who comes at the end.

use super::*;
use crate::fernhill::fernhill;
use crate::reader::tests::read_by;

fn names(picks: &[Pick]) -> Vec<(&str, &str, bool)> {
    picks.iter().map(|pick| (pick.skill.id.as_str(), pick.note.as_str(), pick.chosen)).collect()
}

#[test]
fn what_you_offer_and_know_is_suggested_for_teaching_first() {
    let page = read_by(&fernhill(), "amara-okafor", |reader| start_page(reader, Question::Teach));
    assert_eq!(
        names(&page.picks)[..3],
        [("palliative-talks", "", true), ("wound-care", "", true), ("infusion-pumps", "", false)]
    );
    assert!(
        page.picks.iter().any(|pick| pick.skill.id.as_str() == "sql-for-reports" && pick.note == "2 people want this")
    );
}

#[test]
fn what_others_offer_and_you_do_not_know_is_suggested_for_learning() {
    let page = read_by(&fernhill(), "jonas-weidner", |reader| start_page(reader, Question::Learn));
    assert_eq!(
        names(&page.picks),
        [
            ("backup-restore", "1 person can teach this", true),
            ("palliative-talks", "1 person can teach this", false),
            ("wound-care", "1 person can teach this", false),
        ]
    );
    assert_eq!(
        names(&page.others),
        [("infusion-pumps", "1 person can teach this", false), ("sql-for-reports", "nobody teaches this yet", false)]
    );
}

#[test]
fn there_are_three_steps_and_no_fourth() {
    for question in Question::ALL {
        assert_eq!(Question::at(&question.place().to_string()), Ok(question));
    }
    for step in ["0", "4", "01", "people", "", " 1"] {
        assert_eq!(Question::at(step), Err(Rejection::NotFound(Noun::Question)), "{step:?}");
    }
}

#[test]
fn the_clock_is_the_readers() {
    let page = read_by(&fernhill(), "jonas-weidner", |reader| start_page(reader, Question::When));
    assert_eq!((page.zone.as_str(), page.clock.as_str()), ("Europe/Berlin", "10:12"));
    assert!(page.picks.is_empty() && page.others.is_empty());
}

#[test]
fn the_questions_end_with_three_people() {
    let page = read_by(&fernhill(), "jonas-weidner", three_people_page);
    assert_eq!((page.title.as_str(), page.people.len(), page.slots.len()), ("Three people for you", 3, 3));
    assert_eq!(page.lead, "They know what you want to learn; with some you could teach each other.");
}

#[test]
fn an_answer_names_skills_that_exist_and_not_too_many() {
    let org = fernhill();
    let teach =
        |skills: &[&str]| Answer::Teach { skills: skills.iter().map(|s| s.parse().unwrap()).collect() }.checked(&org);
    assert!(teach(&[]).is_ok());
    assert!(teach(&["wound-care"]).is_ok());
    assert_eq!(teach(&["juggling"]), Err(Rejection::NotFound(Noun::Skill)));
    assert!(teach(&["wound-care"; 13]).is_err());
}
