//! Mentoring on the page, and what it leaves on Home and among the notifications.

use super::*;
use crate::fernhill::NOW;
use crate::mentoring::tests::{asked, id, inside, jonas, knows, person, rules, words, world};
use crate::mentoring::{Because, MENTOR, Mentor, Seeking};
use crate::next_step::{Act, NextStepKind, next_steps};
use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
use crate::org::Org;
use crate::pair::{HowPaired, NewPair, Pair};
use crate::program::Value;
use crate::reader::tests::read_by;
use crate::rejection::{Noun, Rejection};
use crate::time::Span;

fn with(search: Seeking) -> Org {
    let mut org = world(&[]);
    org.put_seeking(search);
    org
}

fn page(org: &Org) -> MatchPage {
    read_by(org, "jonas-weidner", |reader| match_page(reader, &id()).unwrap())
}

/// What somebody is told of mentoring, the newest first.
fn told(org: &Org, me: &str) -> Vec<String> {
    let page = read_by(org, me, |reader| notifications_page(reader, &Inbox::default(), NotificationsQuery::default()));
    let text = |item: crate::notifications::Notification| {
        item.text.iter().map(|phrase| phrase.text.as_str()).collect::<String>() + &item.words
    };
    page.items.into_iter().filter(|item| item.href.contains("pairs") || item.href == "/mentoring").map(text).collect()
}

fn step(org: &Org, me: &str) -> Option<(NextStepKind, String, Act)> {
    let steps = read_by(org, me, |reader| next_steps(reader, &[]));
    let step = steps.into_iter().find(|step| step.id.as_str().contains(":mentoring:"));
    step.map(|step| (step.kind, step.title, step.act))
}

#[test]
fn whoever_looks_is_suggested_who_fits_with_a_button_that_ranks_them() {
    let page = page(&world(&[]));
    let names: Vec<&str> = page.suggestions.iter().map(|suggested| suggested.mentor.first_name.as_str()).collect();
    assert_eq!(names, ["Noor"]);
    let noor = &page.suggestions[0];
    assert_eq!(
        (noor.wishes.clone(), noor.places.as_str()),
        (vec!["noor-halabi/backup-restore".into()], "one place is free")
    );
    assert!(page.lead.ends_with("You have looked for 14 days."), "{}", page.lead);
    assert!(page.promise.contains("after three days") && page.promise.contains("longer than nine days"));
    assert_eq!(page.moves, MatchMoves { rank: true, stop: true, ..MatchMoves::default() });
    let sent = parse_wishes(&noor.wishes).unwrap();
    assert_eq!(sent[0].mentor.as_str(), "noor-halabi");
    assert!(parse_wishes(&["no".to_owned()]).is_err() && parse_wishes(&["".to_owned()]).unwrap().is_empty());
}

#[test]
fn wishes_can_be_put_in_another_order_and_the_request_says_until_when() {
    let ranked = page(&with(jonas()));
    assert!(ranked.moves.ask && ranked.suggestions.is_empty());
    assert_eq!(ranked.message, "Hello! I’d like to learn Backup restore from you. Could you be my mentor?");
    let second = &ranked.wishes[1];
    assert_eq!((second.mentor.first_name.as_str(), second.higher[0].as_str()), ("Wen", "wen-li/sql-for-reports"));
    assert_eq!(second.without.len(), 2);
    assert_eq!(second.note, "is not far enough ahead of you in anything that you want");
    let waiting = page(&with(asked()));
    let request = waiting.asked.unwrap();
    assert!(request.status.starts_with("Noor has until Sunday 10:12 to answer."), "{}", request.status);
    assert_eq!(waiting.moves, MatchMoves { rank: true, take_back: true, stop: true, ..MatchMoves::default() });
}

#[test]
fn nobody_to_suggest_is_said_with_what_would_help() {
    let nobody = |org: &Org, me: &str| read_by(org, me, |reader| match_page(reader, &id()).unwrap()).nobody;
    let mut org = world(&[]);
    org.put_want(&person("jonas-weidner"), &"backup-restore".parse().unwrap(), None);
    assert!(nobody(&org, "jonas-weidner").starts_with("You have not said yet what you want to learn."));
    let mut org = world(&[]);
    for mentor in ["noor-halabi", "rosalind-achterberg", "wen-li"] {
        org.put_mentor(Mentor::usual(id(), person(mentor), NOW).paused(NOW).unwrap());
    }
    assert!(nobody(&org, "jonas-weidner").starts_with("Every mentor’s places are taken now."));
    knows(&mut org, "jonas-weidner", "backup-restore", 4);
    assert_eq!(nobody(&world(&[]), "jonas-weidner"), "");
    let found = read_by(&world(&[]), "noor-halabi", |reader| match_page(reader, &id()).map(drop));
    assert_eq!(found, Err(Rejection::NotFound(Noun::Program)), "she learns nothing there");
}

#[test]
fn a_mentor_reads_who_asks_and_why_and_what_they_can_say() {
    let org = with(asked());
    let read = |org: &Org, me: &str| read_by(org, me, |reader| answer_page(reader, &id(), &person("jonas-weidner")));
    let page = read(&org, "noor-halabi").unwrap();
    assert_eq!(page.title, "Jonas asks you to be their mentor");
    assert!(page.status.starts_with("You have until Sunday 10:12 to answer."), "{}", page.status);
    assert_eq!((page.words.as_str(), page.may_accept, page.may_decline), ("Show me a restore?", true, true));
    assert_eq!(read(&org, "wen-li"), Err(Rejection::NotFound(Noun::Exchange)), "it is not hers to read");
    let silent = asked().passed_on(Because::Silent, &rules(&org), |_| true, NOW).unwrap();
    let page = read(&with(silent), "noor-halabi").unwrap();
    assert_eq!(page.status, "Time was over, and the request went on to Jonas’s next wish.");
    assert!(!page.may_accept && !page.may_decline);
}

#[test]
fn a_yes_that_the_program_would_refuse_is_not_offered() {
    let mut org = with(asked());
    let mut noor = org.person(&person("noor-halabi")).unwrap().clone();
    noor.role = crate::actor::Role::Manager;
    org.put_person(noor);
    let page = read_by(&org, "noor-halabi", |reader| answer_page(reader, &id(), &person("jonas-weidner"))).unwrap();
    assert!(page.barred.starts_with("One of you leads the other’s team"), "{}", page.barred);
    assert!(!page.may_accept && page.may_decline);
    let (_, _, act) = step(&org, "noor-halabi").unwrap();
    assert_eq!(act, Act::Open { href: "/mentoring/pairs/requests/jonas-weidner".to_owned() });
    org.put_seeking(jonas());
    let wish = self::page(&org).wishes.remove(0);
    assert!(!wish.is_open && wish.note.contains("keeps those apart"), "{}", wish.note);
}

#[test]
fn the_hub_gathers_what_one_looks_for_and_what_one_gives() {
    let org = with(asked());
    let hub = |org: &Org, me: &str| read_by(org, me, hub_page);
    let noor = hub(&org, "noor-halabi");
    assert_eq!(noor.lead, "One colleague is waiting for your answer.");
    assert_eq!(noor.requests[0].href, "/mentoring/pairs/requests/jonas-weidner");
    assert_eq!((noor.places[0].words.as_str(), noor.places[0].most), ("One place is free", 1));
    let jonas = hub(&org, "jonas-weidner");
    assert_eq!((jonas.looking[0].verb.as_str(), jonas.pairs.len()), ("See your request", 0));
    let priya = hub(&org, "priya-raman");
    assert_eq!((priya.open.len(), priya.places.len(), priya.looking.len()), (1, 0, 0));
    let mut silent = org;
    let row = Mentor::usual(id(), person("noor-halabi"), NOW).stayed_silent(NOW).stayed_silent(NOW);
    silent.put_mentor(row);
    assert!(hub(&silent, "noor-halabi").places[0].paused.contains("No harm done"));
    let new = NewPair {
        program: id(),
        mentor: person("wen-li"),
        learners: vec![person("leila-haddou")],
        skill: "sql-for-reports".parse().unwrap(),
        back: None,
        how: HowPaired::Wished,
    };
    silent.put_pair(Pair::begin(new, "p1".parse().unwrap(), NOW).unwrap());
    let wen = hub(&silent, "wen-li");
    assert_eq!((wen.pairs[0].mentors, wen.places[0].words.as_str()), (true, "The one place is taken"));
}

#[test]
fn both_are_told_what_became_of_a_request() {
    let org = with(asked());
    assert_eq!(told(&org, "noor-halabi"), ["Jonas asks you to be their mentor: Backup restoreShow me a restore?"]);
    assert_eq!(told(&org, "wen-li"), Vec::<String>::new());
    let silent = asked().passed_on(Because::Silent, &rules(&org), |_| true, NOW).unwrap();
    let org = with(silent);
    assert_eq!(
        told(&org, "jonas-weidner"),
        ["Noor did not answer in time; your request goes on to Wen: Backup restore"]
    );
    assert_eq!(
        told(&org, "noor-halabi")[0],
        "Jonas’s request went on to their next wish, as time was over: Backup restore"
    );
    let no = Because::Declined { reason: words("In March.") };
    let org = with(asked().passed_on(no, &rules(&org), |_| false, NOW).unwrap());
    assert_eq!(told(&org, "jonas-weidner"), ["Noor said no; choose whom to ask next: Backup restoreIn March."]);
    let mut late = with(jonas().told_late(NOW).unwrap());
    assert_eq!(told(&late, "priya-raman"), ["Jonas has waited for a mentor longer than promised in Pairs for Care"]);
    assert_eq!(told(&late, "wen-li"), Vec::<String>::new());
    late.put_mentor(Mentor::usual(id(), person("wen-li"), NOW).stayed_silent(NOW).stayed_silent(NOW));
    assert_eq!(told(&late, "wen-li").len(), 1, "she is told of her break");
}

#[test]
fn home_asks_for_an_answer_in_one_tap_and_leads_to_a_mentor() {
    let org = with(asked());
    let (kind, title, act) = step(&org, "noor-halabi").unwrap();
    assert_eq!((kind, title.as_str()), (NextStepKind::Answer, "Be Jonas’s mentor in Backup restore?"));
    assert_eq!(act, Act::Mentor { program: id(), learner: person("jonas-weidner") });
    assert_eq!(step(&org, "jonas-weidner"), None, "he waits");
    let (kind, title, _) = step(&world(&[]), "jonas-weidner").unwrap();
    assert_eq!((kind, title.as_str()), (NextStepKind::Ask, "Find a mentor in Pairs for Care"));
    let (kind, title, _) = step(&with(jonas()), "priya-raman").unwrap();
    assert_eq!(
        (kind, title.as_str()),
        (NextStepKind::Answer, "One learner has waited too long for a mentor in Pairs for Care")
    );
    let mut circles = world(&[("mode", Value::Text("circles".into()))]);
    assert!(step(&circles, "jonas-weidner").unwrap().1.starts_with("Say whom you would like"));
    circles.put_seeking(jonas());
    assert_eq!(step(&circles, "jonas-weidner"), None);
    circles.put_participant(inside("priya-raman", MENTOR));
    let row = Mentor::usual(id(), person("wen-li"), NOW.before(Span::days(3)));
    circles.put_mentor(row.stayed_silent(NOW.before(Span::days(3))).stayed_silent(NOW.before(Span::days(3))));
    assert_eq!(step(&circles, "wen-li").unwrap().1, "Take learners again in Pairs for Care?");
}
