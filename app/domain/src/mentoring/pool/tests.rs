//! Who is a candidate for whom, how well two fit, and in which words.

use super::*;
use crate::fernhill::{NOW, want};
use crate::matching::{self, Edit, Pair as Both, Standing};
use crate::mentoring::tests::{PAIRS, id, inside, jonas, knows, person, rules, wish, words, world};
use crate::mentoring::{Because, MENTOR, Mentor as Row, Seeking};
use crate::pair::{HowPaired, NewPair, Pair};
use crate::program::Value;
use crate::reader::tests::CLOCKS;
use crate::suggest::Band;
use crate::text::Line as Text;
use crate::time::{Span, Zone};

fn both(mentee: &str, mentor: &str) -> Both {
    Both { mentee: person(mentee), mentor: person(mentor) }
}

fn of(org: &Org) -> Pool {
    pool(org, &id(), &Terms::default(), &CLOCKS)
}

/// Who could mentor whom, in words.
fn candidates(pool: &Pool) -> Vec<String> {
    let row = |mentee: &Mentee| {
        let mentors: Vec<&str> = mentee.candidates.iter().map(|candidate| candidate.mentor.as_str()).collect();
        format!("{}: {}", mentee.id, mentors.join(", "))
    };
    pool.instance.mentees.iter().map(row).collect()
}

/// Why two people are no candidates.
fn because(org: &Org, mentee: &str, mentor: &str) -> Option<Unfit> {
    let (terms, program) = (Terms::default(), id());
    let ground = Ground::of(org, &program, &terms, &CLOCKS).unwrap();
    ground.fit(&person(mentee), &person(mentor)).err().map(|left| left.because)
}

fn changed(org: &mut Org, who: &str, change: impl FnOnce(&mut crate::person::Person)) {
    let mut found = org.person(&person(who)).unwrap().clone();
    change(&mut found);
    org.put_person(found);
}

fn paired(mentor: &str, learner: &str, skill: &str) -> Pair {
    let new = NewPair {
        program: id(),
        mentor: person(mentor),
        learners: vec![person(learner)],
        skill: skill.parse().unwrap(),
        back: None,
        how: HowPaired::Wished,
    };
    Pair::begin(new, "pair-1".parse().unwrap(), NOW.before(Span::days(3))).unwrap()
}

#[test]
fn candidates_are_a_level_ahead_in_what_is_wanted() {
    let pool = of(&world(&[]));
    assert_eq!(
        candidates(&pool),
        ["amara-okafor: rosalind-achterberg", "jonas-weidner: noor-halabi", "leila-haddou: wen-li",]
    );
    let fit = &pool.fits[&(person("jonas-weidner"), person("noor-halabi"))];
    assert_eq!((fit.skill.as_str(), fit.back.as_ref().unwrap().as_str()), ("backup-restore", "sql-for-reports"));
    assert_eq!(fit.ingredients.iter().map(|(_, points)| points).sum::<u16>(), fit.score);
    let two_apart = of(&world(&[("levels_apart", Value::Number(2))]));
    assert_eq!(candidates(&two_apart)[0], "amara-okafor: ", "Rosalind is one level ahead of her");
}

#[test]
fn each_reason_leaves_two_people_out_and_says_what_they_would_have_been() {
    type Row<'a> = (Unfit, &'a dyn Fn(&mut Org));
    let rows: [Row<'_>; 7] = [
        (Unfit::Left, &|org| changed(org, "noor-halabi", |noor| noor.left_at = Some(NOW.before(Span::days(1))))),
        (Unfit::NothingToTeach, &|org| knows(org, "jonas-weidner", "backup-restore", 4)),
        (Unfit::OwnLead, &|org| changed(org, "noor-halabi", |noor| noor.role = crate::actor::Role::Manager)),
        (Unfit::Paired, &|org| org.put_pair(paired("noor-halabi", "jonas-weidner", "backup-restore"))),
        (Unfit::Parted, &|org| org.put_seeking(declined())),
        (Unfit::NoLanguage, &|org| {
            changed(org, "noor-halabi", |noor| noor.languages = vec![Text::parse("l", "Arabic").unwrap()]);
        }),
        (Unfit::NoHours, &|org| changed(org, "noor-halabi", |noor| noor.zone = Zone::parse("America/Lima").unwrap())),
    ];
    for (expected, change) in rows {
        let mut org = world(&[]);
        change(&mut org);
        if expected == Unfit::NoHours {
            changed(&mut org, "jonas-weidner", |jonas| jonas.zone = Zone::parse("Asia/Kolkata").unwrap());
        }
        assert_eq!(because(&org, "jonas-weidner", "noor-halabi"), Some(expected), "{expected:?}");
    }
    assert_eq!(because(&world(&[]), "jonas-weidner", "jonas-weidner"), Some(Unfit::Oneself));
    let mut apart = world(&[]);
    changed(&mut apart, "noor-halabi", |noor| noor.languages = vec![Text::parse("l", "Arabic").unwrap()]);
    let left = of(&apart).left_out.into_iter().find(|left| left.because == Unfit::NoLanguage).unwrap();
    assert!(left.fit.unwrap().score > 0);
}

/// Noor said no to Jonas yesterday.
fn declined() -> Seeking {
    let rules = rules(&world(&[]));
    let yesterday = NOW.before(Span::days(1));
    let sent = jonas().sent(words(""), &rules, |_| true, yesterday).unwrap();
    sent.passed_on(Because::Declined { reason: words("") }, &rules, |_| false, yesterday).unwrap()
}

#[test]
fn a_lead_is_a_candidate_where_the_program_lets_them() {
    let mut org = world(&[("keep_leads_apart", Value::Flag(false))]);
    changed(&mut org, "noor-halabi", |noor| noor.role = crate::actor::Role::Manager);
    assert_eq!(because(&org, "jonas-weidner", "noor-halabi"), None);
}

#[test]
fn a_pin_makes_candidates_of_two_whom_nothing_speaks_for() {
    let org = world(&[]);
    let terms = Terms { pins: vec![both("leila-haddou", "noor-halabi")], ..Terms::default() };
    let pinned = pool(&org, &id(), &terms, &CLOCKS);
    assert!(pinned.fits.contains_key(&(person("leila-haddou"), person("noor-halabi"))));
    let answer = matching::solve(&pinned.instance).unwrap();
    assert!(answer.pairs.contains(&both("leila-haddou", "noor-halabi")));
    assert_eq!(matching::check(&pinned.instance, &answer), Ok(()));
}

#[test]
fn whoever_has_a_mentor_looks_no_more_and_fills_a_place() {
    let mut org = world(&[("learners_per_mentor", Value::Number(2))]);
    org.put_pair(paired("noor-halabi", "jonas-weidner", "backup-restore"));
    let pool = of(&org);
    assert!(pool.instance.mentees.iter().all(|mentee| mentee.id.as_str() != "jonas-weidner"));
    let capacity =
        |pool: &Pool| pool.instance.mentors.iter().find(|m| m.id.as_str() == "noor-halabi").unwrap().capacity;
    assert_eq!(capacity(&pool), 1);
    org.put_mentor(Row::usual(id(), person("noor-halabi"), NOW).paused(NOW).unwrap());
    assert_eq!(capacity(&of(&org)), 0);
}

#[test]
fn weights_move_points_and_never_more_than_a_thousand() {
    let mut org = world(&[]);
    org.put_seeking(jonas());
    let fit = |weights: Weights| {
        let terms = Terms { weights, ..Terms::default() };
        pool(&org, &id(), &terms, &CLOCKS).fits[&(person("jonas-weidner"), person("noor-halabi"))].clone()
    };
    let usual = fit(Weights::default());
    assert!(usual.points(Ingredient::Wish) > 0 && usual.score <= 1_000);
    let more = fit(Weights::default().with(Ingredient::Wish, Weight::More));
    assert!(more.points(Ingredient::Wish) > usual.points(Ingredient::Wish));
    assert_eq!(more.band, usual.band, "what is weighed is not how well they fit");
    let only = Ingredient::ALL.into_iter().filter(|ingredient| *ingredient != Ingredient::Wish);
    let only = only.fold(Weights::default(), |weights, ingredient| weights.with(ingredient, Weight::Nothing));
    assert_eq!(fit(only).score, 1_000, "it is her first wish, and nothing else counts");
    assert_eq!(Ingredient::ALL.into_iter().map(Ingredient::most).sum::<u16>(), 1_000);
}

#[test]
fn the_wished_skill_is_what_they_would_learn() {
    let mut org = world(&[]);
    let mut more = want("jonas-weidner", "wound-care", 3);
    more.at = NOW;
    org.put_want(&person("jonas-weidner"), &"wound-care".parse().unwrap(), Some(more));
    knows(&mut org, "noor-halabi", "wound-care", 4);
    let search = Seeking { wishes: vec![wish("noor-halabi", "wound-care")], ..jonas() };
    org.put_seeking(search);
    let pool = of(&org);
    assert_eq!(pool.fits[&(person("jonas-weidner"), person("noor-halabi"))].skill.as_str(), "wound-care");
}

#[test]
fn a_longer_wait_is_a_higher_class() {
    let classes = |days: i64| wait_class(NOW.before(Span::days(days)), NOW);
    assert_eq!([0, 1, 30, 31, 37, 44, 300, 4_000].map(classes), [0, 1, 30, 30, 31, 32, 63, 63]);
    assert_eq!(wait_class(NOW.after(Span::days(1)), NOW), 0);
}

#[test]
fn one_row_is_the_pool_of_one_learner_and_names_every_mentor() {
    let org = world(&[]);
    let (terms, whole) = (Terms::default(), of(&org));
    for mentee in &whole.instance.mentees {
        let row = row(&org, &id(), &terms, &mentee.id, &CLOCKS).unwrap();
        assert_eq!(row.mentee, *mentee);
        assert_eq!(row.fits.len() + row.left_out.len(), 3, "every mentor");
    }
    assert_eq!(row(&org, &id(), &terms, &person("noor-halabi"), &CLOCKS), None, "she looks for nobody");
    assert_eq!(pool(&org, &"none".parse().unwrap(), &terms, &CLOCKS), Pool::default());
}

#[test]
fn what_the_pool_gives_can_be_matched_and_proven_and_a_change_helps() {
    let mut org = world(&[]);
    org.put_participant(inside("jonas-weidner", MENTOR));
    let pool = of(&org);
    let answer = matching::solve(&pool.instance).unwrap();
    assert_eq!(matching::check(&pool.instance, &answer), Ok(()));
    assert_eq!(answer.objective.served, 2, "{}", PAIRS);
    let mut standing = Standing::new(&pool.instance).unwrap();
    let wen = matching::Mentor { id: person("wen-li"), capacity: 0 };
    standing.apply(&Edit::Capacity(wen)).unwrap();
    assert_eq!(standing.mentor_of(&person("leila-haddou")).unwrap().as_str(), "jonas-weidner");
}

#[test]
fn each_reads_the_same_facts_in_their_own_words() {
    let mut org = world(&[]);
    org.put_seeking(jonas());
    let (terms, program) = (Terms::default(), id());
    let ground = Ground::of(&org, &program, &terms, &CLOCKS).unwrap();
    let (jonas, noor) = (person("jonas-weidner"), person("noor-halabi"));
    let fit = ground.fit(&jonas, &noor).unwrap();
    let lines = |voice| {
        let explained = ground.explained(&jonas, &noor, &fit, voice).unwrap();
        explained.lines.iter().map(|line| format!("{}{}", line.lead, line.rest)).collect::<Vec<_>>()
    };
    assert_eq!(lines(Voice::Learner)[..2], ["Can teach you Backup restore: three levels ahead", "Your first wish"]);
    assert_eq!(
        lines(Voice::Mentor)[..2],
        ["You can teach Jonas Backup restore: three levels ahead", "You are Jonas’s first wish"]
    );
    assert_eq!(lines(Voice::Others)[..2], ["Noor can teach Backup restore: three levels ahead", "Jonas’s first wish"]);
    assert!(lines(Voice::Learner).contains(&"Any working hour suits you both".to_owned()));
    assert!(lines(Voice::Learner).contains(&"Noor wants SQL for reports, which you know".to_owned()));
    assert_eq!(fit.band, Band::Strong);
}
