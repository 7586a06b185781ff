//! What becomes of a search, and of a mentor's places.

use super::*;
use crate::fernhill::{NOW, fernhill, vouched};
use crate::org::Org;
use crate::pair::{Ended, HowPaired, NewPair, Pair, PairStage};
use crate::program::{Author, Participant, Path, Phase, Program, ProgramKind, Settings, Value};
use crate::rejection::Rejection;
use crate::time::{Span, Zone};

pub(crate) const PAIRS: &str = "pairs";

const ROLES: [(&str, &str); 6] = [
    ("noor-halabi", MENTOR),
    ("rosalind-achterberg", MENTOR),
    ("wen-li", MENTOR),
    ("jonas-weidner", LEARNER),
    ("amara-okafor", LEARNER),
    ("leila-haddou", LEARNER),
];

/// Fernhill with a running program in which Noor, Rosalind and Wen mentor, and Jonas, Amara and Leïla look for a mentor
/// since two weeks; with these settings. Priya looks after it.
pub(crate) fn world(values: &[(&str, Value)]) -> Org {
    let zone = Zone::parse("Europe/Lisbon").unwrap();
    let mut settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &zone).unwrap();
    settings.set(Path::parse("organisers").unwrap(), Value::Several(vec!["priya-raman".into()]));
    for (key, value) in values {
        settings.set(Path::parse(key).unwrap(), value.clone());
    }
    let author = Author { by: Some("ines-carvalho".parse().unwrap()), at: NOW.before(Span::days(20)) };
    let id = ProgramId::parse(PAIRS).unwrap();
    let (mut program, version) = Program::begun(id, ProgramKind::Mentorship, settings, &author);
    program.phase = Phase::Running;
    let mut org = fernhill();
    org.put_program(program, vec![version]);
    for (who, role) in ROLES {
        org.put_participant(inside(who, role));
    }
    org
}

pub(crate) fn inside(who: &str, role: &str) -> Participant {
    Participant::inside(id(), person(who), role, NOW.before(Span::days(14)))
}

pub(crate) fn id() -> ProgramId {
    ProgramId::parse(PAIRS).unwrap()
}

pub(crate) fn person(text: &str) -> PersonId {
    PersonId::parse(text).unwrap()
}

pub(crate) fn rules(org: &Org) -> Rules {
    Rules::of(org.program(&id()).unwrap()).unwrap()
}

pub(crate) fn wish(mentor: &str, skill: &str) -> Wish {
    Wish { mentor: person(mentor), skill: skill.parse().unwrap() }
}

/// Three people agree on the level.
pub(crate) fn knows(org: &mut Org, who: &str, skill: &str, level: u8) {
    let pieces = vouched(who, skill, level);
    org.put_evidence(&pieces[0].person, &pieces[0].skill, &pieces, NOW);
}

/// Jonas, who wishes for Noor, then Wen, then Rosalind.
pub(crate) fn jonas() -> Seeking {
    let search = Seeking::begun(id(), person("jonas-weidner"), NOW.before(Span::days(14)), NOW);
    let wishes = vec![
        wish("noor-halabi", "backup-restore"),
        wish("wen-li", "sql-for-reports"),
        wish("rosalind-achterberg", "wound-care"),
    ];
    search.ranked(wishes, &rules(&world(&[])), |_| None, NOW).unwrap()
}

pub(crate) fn words(text: &str) -> Prose {
    Prose::parse("words", text).unwrap()
}

/// The same, and Noor is asked.
pub(crate) fn asked() -> Seeking {
    jonas().sent(words("Show me a restore?"), &rules(&world(&[])), |_| true, NOW).unwrap()
}

fn asks(search: &Seeking) -> Option<&str> {
    search.asked.as_ref().map(|asked| asked.mentor.as_str())
}

#[test]
fn wishes_for_oneself_for_strangers_twice_and_too_many_are_refused_in_clear_words() {
    let rules = rules(&world(&[]));
    let ranked = |wishes: &[&str]| {
        let wishes = wishes.iter().map(|who| wish(who, "backup-restore")).collect();
        let refused = jonas().ranked(wishes, &rules, |who| (who.as_str() == "dag-ek").then_some(Unfit::Left), NOW);
        refused.map(|search| search.wishes.len()).map_err(|refused| refused.to_string())
    };
    let rows: [(&[&str], Result<usize, &str>); 6] = [
        (&[], Ok(0)),
        (&["noor-halabi", "wen-li"], Ok(2)),
        (&["jonas-weidner"], Err("You cannot be your own mentor. Choose somebody else.")),
        (&["wen-li", "wen-li"], Err("Rank each mentor once.")),
        (&["dag-ek"], Err("One of them does not mentor in this program any more. Choose somebody else.")),
        (&["noor-halabi", "wen-li", "amara-okafor", "leila-haddou"], Err("Rank at most three mentors.")),
    ];
    for (wishes, expected) in rows {
        assert_eq!(ranked(wishes), expected.map_err(str::to_owned), "{wishes:?}");
    }
}

#[test]
fn a_request_goes_to_the_first_wish_with_a_place_and_one_at_a_time() {
    let rules = rules(&world(&[]));
    assert_eq!(asks(&asked()), Some("noor-halabi"));
    assert_eq!(asked().asked.unwrap().until, NOW.after(Span::days(3)));
    let second = jonas().sent(words(""), &rules, |who| who.as_str() != "noor-halabi", NOW).unwrap();
    assert_eq!(asks(&second), Some("wen-li"), "Noor is full");
    assert!(matches!(asked().sent(words(""), &rules, |_| true, NOW), Err(Rejection::Conflict(_))));
    let none = jonas().sent(words(""), &rules, |_| false, NOW).unwrap_err().to_string();
    assert!(none.starts_with("None of your wishes can be asked now"), "{none}");
    let nobody = Seeking { wishes: Vec::new(), ..jonas() }.sent(words(""), &rules, |_| true, NOW).unwrap_err();
    assert_eq!(nobody.to_string(), "Choose at least one mentor first.");
    let by_organisers = super::tests::rules(&world(&[("mode", Value::Text("organisers".into()))]));
    assert!(matches!(jonas().sent(words(""), &by_organisers, |_| true, NOW), Err(Rejection::Conflict(_))));
}

#[test]
fn every_request_comes_to_an_answer_and_goes_on_with_its_words() {
    let rules = rules(&world(&[]));
    let on = |search: Seeking, because, at| search.passed_on(because, &rules, |_| true, at).unwrap();
    let silent = on(asked(), Because::Silent, NOW.after(Span::days(3)));
    let request = silent.asked.clone().unwrap();
    assert_eq!((request.mentor.as_str(), request.words.as_str()), ("wen-li", "Show me a restore?"));
    assert_eq!(request.until, NOW.after(Span::days(6)));
    let declined = on(silent, Because::Declined { reason: words("In March.") }, NOW.after(Span::days(4)));
    assert_eq!(asks(&declined), Some("rosalind-achterberg"));
    let last = on(declined, Because::Full, NOW.after(Span::days(5)));
    assert_eq!((asks(&last), last.passed.len()), (None, 3));
    assert!(last.clone().passed_on(Because::Silent, &rules, |_| true, NOW).is_err(), "nobody is asked");
    let back = on(asked(), Because::TakenBack, NOW);
    assert_eq!(asks(&back), None, "what was taken back goes to nobody");
    assert_eq!(asks(&back.sent(words(""), &rules, |_| true, NOW).unwrap()), Some("noor-halabi"));
}

#[test]
fn whoever_said_no_or_nothing_is_not_asked_again_for_a_while() {
    let rules = rules(&world(&[]));
    let noor = person("noor-halabi");
    let no = asked().passed_on(Because::Declined { reason: words("") }, &rules, |_| false, NOW).unwrap();
    let silent = asked().passed_on(Because::Silent, &rules, |_| false, NOW).unwrap();
    for (days, after_no, after_silence) in [(1, true, true), (13, true, true), (14, true, false), (60, false, false)] {
        let now = NOW.after(Span::days(days));
        assert_eq!((no.rests(&noor, now), silent.rests(&noor, now)), (after_no, after_silence), "{days} days");
    }
    let later = no.sent(words(""), &rules, |_| true, NOW.after(Span::days(2))).unwrap();
    assert_eq!(asks(&later), Some("wen-li"));
}

#[test]
fn only_who_is_asked_answers_and_only_in_time() {
    let noor = person("noor-halabi");
    assert!(asked().waits_for(&noor, NOW.after(Span::days(2))).is_ok());
    assert!(matches!(asked().waits_for(&noor, NOW.after(Span::days(3))), Err(Rejection::Stale(_))));
    assert!(matches!(asked().waits_for(&person("wen-li"), NOW), Err(Rejection::Stale(_))));
    let paired = asked().paired(noor, NOW);
    assert!(paired.passed.is_empty() && paired.asked.is_none() && paired.closed.is_some());
    let by_organiser = asked().paired(person("wen-li"), NOW);
    assert_eq!(by_organiser.passed[0].because, Because::TakenBack, "Noor is asked no more");
}

#[test]
fn a_search_that_ended_opens_again_and_one_that_did_not_fit_never_stopped() {
    let since = NOW.before(Span::days(2));
    let closed = asked().paired(person("noor-halabi"), NOW);
    assert_eq!(closed.clone().open(since).since, since);
    assert_eq!(closed.as_before(NOW).since, NOW.before(Span::days(14)));
    assert_eq!(asked().open(since).since, NOW.before(Span::days(14)), "it is open");
    let stopped = asked().stopped(NOW).unwrap();
    assert!(stopped.asked.is_none() && stopped.clone().stopped(NOW).is_err());
}

#[test]
fn who_looks_after_a_program_is_told_once_that_somebody_waits_too_long() {
    let rules = rules(&world(&[]));
    assert_eq!(rules.promise(), Span::days(9));
    let late = jonas().told_late(NOW).unwrap();
    assert_eq!(late.overdue, Some(NOW));
    assert_eq!(late.told_late(NOW.after(Span::days(1))), None);
    assert_eq!(asked().stopped(NOW).unwrap().told_late(NOW), None, "it is over");
}

#[test]
fn a_mentor_takes_no_more_than_their_places() {
    let rules = rules(&world(&[("learners_per_mentor", Value::Number(3))]));
    let noor = || Mentor::usual(id(), person("noor-halabi"), NOW);
    assert_eq!(noor().places(&rules), 3);
    for (have, more, passes) in [(0, 1, true), (2, 1, true), (3, 1, false), (0, 3, true), (1, 3, false)] {
        assert_eq!(noor().taking(&rules, have, more, NOW).is_ok(), passes, "{have} and {more}");
    }
    let one = noor().with_places(1, &rules, NOW).unwrap();
    assert!(one.taking(&rules, 1, 1, NOW).unwrap_err().to_string().starts_with("The one place is taken."));
    assert!(noor().with_places(0, &rules, NOW).is_err() && noor().with_places(4, &rules, NOW).is_err());
}

#[test]
fn two_requests_in_silence_are_a_break_and_one_tap_ends_it() {
    let rules = rules(&world(&[]));
    let once = Mentor::usual(id(), person("noor-halabi"), NOW).stayed_silent(NOW);
    assert_eq!((once.unanswered, &once.paused), (1, &None));
    assert_eq!(once.clone().answered(NOW).stayed_silent(NOW).paused, None, "an answer counts");
    let twice = once.stayed_silent(NOW);
    assert_eq!(twice.paused.as_ref().unwrap().because, PausedBecause::Silent);
    assert_eq!(twice.open_places(&rules), 0);
    let back = twice.back(NOW).unwrap();
    assert_eq!((back.open_places(&rules), back.unanswered), (1, 0));
    assert!(back.clone().back(NOW).is_err());
    let own = back.paused(NOW).unwrap();
    assert!(own.clone().paused(NOW).is_err() && own.back(NOW).is_ok());
}

fn seekers(org: &Org) -> Vec<String> {
    Roll::of(org, &id()).seekers().into_iter().map(|seeker| seeker.person.to_string()).collect()
}

#[test]
fn who_came_to_a_close_with_a_mentor_looks_for_another_once_they_say_so() {
    let new = NewPair {
        program: id(),
        mentor: person("noor-halabi"),
        learners: vec![person("jonas-weidner")],
        skill: "backup-restore".parse().unwrap(),
        back: None,
        how: HowPaired::Wished,
    };
    let pair = Pair::begin(new, "pair-1".parse().unwrap(), NOW.before(Span::days(10))).unwrap();
    let mut org = world(&[]);
    let at = NOW.before(Span::days(1));
    org.put_pair(Pair { stage: PairStage::Finished { at }, ..pair.clone() });
    assert_eq!(seekers(&org), ["amara-okafor", "leila-haddou"], "he has had his mentor");
    org.put_seeking(jonas());
    assert_eq!(seekers(&org).len(), 3, "he looks again");
    let mut org = world(&[]);
    org.put_pair(Pair { stage: PairStage::Ended { at, why: Ended::LeftProgram }, ..pair });
    assert_eq!(seekers(&org).len(), 3, "his ended early, so he is to have another");
}

#[test]
fn only_time_in_which_the_program_runs_makes_somebody_late() {
    let late = |phases: &[(Phase, i64)]| {
        let mut org = world(&[("mode", Value::Text("everyone".to_owned()))]);
        let mut program = org.program(&id()).unwrap().clone();
        for (to, days) in phases {
            let by = Author { by: None, at: NOW.before(Span::days(*days)) };
            program = Program { phase: *to, ..program.moved(*to, by).unwrap_or_else(|_| panic!("{to:?}")) };
        }
        let versions = org.history(&id()).unwrap().versions.to_vec();
        org.put_program(program, versions);
        Roll::of(&org, &id()).late(&rules(&org), NOW).len()
    };
    assert_eq!(late(&[]), 3, "fourteen days are more than nine");
    assert_eq!(late(&[(Phase::Paused, 12), (Phase::Running, 6)]), 0, "of these it ran eight");
    assert_eq!(late(&[(Phase::Paused, 12), (Phase::Running, 8)]), 3);
}

#[test]
fn where_nobody_who_looks_after_it_is_here_program_admins_do() {
    let org = world(&[]);
    let keep = |org: &Org, who: &str| org.looks_after(org.program(&id()).unwrap(), &person(who));
    assert!(keep(&org, "priya-raman") && !keep(&org, "ines-carvalho"), "she is named");
    let mut org = world(&[]);
    let priya = org.person(&person("priya-raman")).unwrap().clone();
    org.put_person(crate::person::Person { left_at: Some(NOW), ..priya });
    assert!(!keep(&org, "priya-raman") && keep(&org, "ines-carvalho"));
    assert!(!keep(&org, "wen-li"), "she is no admin");
}
