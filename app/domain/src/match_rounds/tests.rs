//! Who is matched, why and why not, and what the smallest change does, in a company of six.

use super::*;
use crate::actor::Actor;
use crate::clocks::Clocks;
use crate::clocks::tests::ahead;
use crate::evidence::Level;
use crate::fernhill::{NOW, fernhill, signed_in, vouched, want};
use crate::id::{PersonId, ProgramId};
use crate::match_round::{MatchRound, Move, RoundStage};
use crate::matching::{Pair, check};
use crate::mentoring::Mentor;
use crate::org::Org;
use crate::person::{Availability, Person};
use crate::program::{Author, Participant, Path, Phase, Program, ProgramKind, Settings, Value};
use crate::reader::tests::read_by;
use crate::rejection::Rejection;
use crate::time::{Span, Zone};
use crate::viewer::Viewer;

pub(super) const CLOCKS: Clocks<'static> = Clocks { now: NOW, ahead: &ahead };

pub(super) const LEILA: &str = "leila-haddou";
pub(super) const NOOR: &str = "noor-halabi";
pub(super) const JONAS: &str = "jonas-weidner";
pub(super) const AMARA: &str = "amara-okafor";
pub(super) const ROSALIND: &str = "rosalind-achterberg";
pub(super) const WEN: &str = "wen-li";

pub(super) fn id() -> ProgramId {
    "pairs-for-care".parse().unwrap()
}

pub(super) fn who(text: &str) -> PersonId {
    text.parse().unwrap()
}

pub(super) fn pair(mentee: &str, mentor: &str) -> Pair {
    Pair { mentee: who(mentee), mentor: who(mentor) }
}

/// Jonas, who takes one, and Rosalind mentor. Amara wants what Rosalind knows; Noor and Leïla want what Jonas knows, and
/// Noor has waited longer.
pub(super) fn world() -> Org {
    with(&[("mode", Value::Text("everyone".into())), ("learners_per_mentor", Value::Number(2))])
}

/// The same in circles of up to six; Jonas takes as many as all.
pub(super) fn circles() -> Org {
    let mut org = with(&[("mode", Value::Text("circles".into())), ("learners_per_mentor", Value::Number(6))]);
    org.put_mentor(Mentor::usual(id(), who(JONAS), NOW));
    org
}

pub(super) fn with(values: &[(&'static str, Value)]) -> Org {
    let mut org = fernhill();
    let mut settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &Zone::utc()).unwrap();
    values.iter().for_each(|(name, value)| settings.set(Path::field(name), value.clone()));
    let author = Author { by: Some(who("ines-carvalho")), at: NOW.before(Span::days(30)) };
    let (program, version) = Program::begun(id(), ProgramKind::Mentorship, settings, &author);
    org.put_program(program.moved(Phase::Running, author).unwrap(), vec![version]);
    for (person, role, days) in [
        (JONAS, "mentor", 20),
        (ROSALIND, "mentor", 20),
        (AMARA, "mentee", 9),
        (NOOR, "mentee", 9),
        (LEILA, "mentee", 3),
    ] {
        org.put_participant(participant(person, role, days));
    }
    org.put_mentor(Mentor { places: Some(1), ..Mentor::usual(id(), who(JONAS), NOW) });
    org
}

pub(super) fn participant(person: &str, role: &str, days: i64) -> Participant {
    Participant::inside(id(), who(person), role, NOW.before(Span::days(days)))
}

pub(super) fn solved(org: &Org) -> Solved {
    let solved = Posed::of(org, &id(), &CLOCKS).unwrap().solved().unwrap();
    let (instance, answer) = (solved.arranged.standing.instance(), solved.arranged.standing.answer());
    assert_eq!(check(&instance, &answer), Ok(()), "every pairing is proven");
    assert!(solved.is_proven());
    solved
}

pub(super) fn couples(org: &Org) -> Vec<String> {
    solved(org).pairing().couples.iter().map(|couple| format!("{} {}", couple.mentee, couple.mentor)).collect()
}

pub(super) fn page(org: &Org, query: &str) -> MatchPage {
    let actor = signed_in("ines-carvalho");
    let (query, solved) = (MatchQuery::parse(query), solved(org));
    let whom = to_explain(&solved, &query);
    let explained = Explained::of(solved, &whom, org.excerpt_of_program(&id()), &CLOCKS);
    match_page(&Viewer::of(org, &actor, &CLOCKS), &id(), &query, &explained).unwrap()
}

fn mine(org: &Org, me: &str) -> Result<MyMatchPage, Rejection> {
    let explained = looks(org, &id(), &who(me), &CLOCKS)?
        .then(|| Explained::of(solved(org), &[who(me)].into(), org.excerpt_of_program(&id()), &CLOCKS));
    read_by(org, me, |reader| my_match_page(reader, &id(), explained.as_ref()))
}

/// The round after `steps`, in the organisation.
pub(super) fn moved(org: &mut Org, steps: Vec<Move>) {
    let round = MatchRound::current(org, &id(), NOW);
    let moved = steps.into_iter().fold(round, |round, step| round.moved(step, None, NOW).unwrap());
    org.put_match_round(moved);
}

#[test]
fn the_longest_wait_goes_first_and_whoever_is_left_is_told_why() {
    let org = world();
    assert_eq!(couples(&org), ["amara-okafor rosalind-achterberg", "noor-halabi jonas-weidner"]);
    let page = page(&org, "who=leila-haddou");
    assert_eq!(page.lead, "Two of three learners get a mentor. One waits, and below is why.");
    assert!(page.proof.starts_with("Proven: "), "{}", page.proof);
    let leila = &page.waiting[0];
    assert_eq!(leila.because, "Jonas’s place went to Noor, who has waited longer.");
    assert_eq!(leila.way_out.as_ref().unwrap().text, "If Jonas took one learner more, Leïla would have Jonas.");
    let why = page.why.unwrap();
    assert_eq!((why.title.as_str(), why.nothing_helps), ("Why Leïla has nobody", false));
    assert_eq!(page.pairs[0].lines[0], "Rosalind can teach Infusion pumps: one level ahead");
    assert_eq!(
        page.mentors.iter().map(|row| (row.has, row.gets, row.free)).collect::<Vec<_>>(),
        [(0, 1, 0), (0, 1, 1)]
    );
}

#[test]
fn the_smallest_change_comes_true_when_it_is_made() {
    let mut org = world();
    org.put_mentor(Mentor { places: Some(2), ..Mentor::usual(id(), who(JONAS), NOW) });
    assert!(couples(&org).contains(&"leila-haddou jonas-weidner".to_owned()));
    assert!(page(&org, "").waiting.is_empty());
}

#[test]
fn an_hour_that_would_suit_is_a_smaller_change_than_a_place_and_comes_true() {
    let mut org = world();
    org.put_participant(participant(LEILA, "mentee", 9));
    let prefers = |org: &mut Org, person: &str, availability| {
        let before = org.person(&who(person)).unwrap().clone();
        org.put_person(Person { availability, ..before });
    };
    prefers(&mut org, JONAS, Availability::Mornings);
    prefers(&mut org, NOOR, Availability::Mornings);
    prefers(&mut org, LEILA, Availability::Afternoons);
    let leila = mine(&org, LEILA).unwrap();
    let out = leila.way_out.unwrap();
    assert_eq!(out.text, "If any hour suited you, you would have Jonas.");
    assert_eq!(out.link.unwrap().1, "/people/leila-haddou/edit");
    prefers(&mut org, LEILA, Availability::Whenever);
    assert!(couples(&org).contains(&"leila-haddou jonas-weidner".to_owned()), "{:?}", couples(&org));
}

#[test]
fn somebody_who_wants_nothing_is_told_what_could_be_wanted_and_it_comes_true() {
    let mut org = world();
    org.put_participant(participant(WEN, "mentee", 1));
    let found = page(&org, "");
    let wen = found.waiting.iter().find(|row| row.mentee.id == who(WEN)).unwrap();
    assert_eq!(wen.because, "Wen has not said what they want to learn.");
    let out = &wen.way_out.as_ref().unwrap().text;
    assert_eq!(out, "If Wen also wanted to learn Infusion pumps, Wen would have Rosalind.");
    let want = want(WEN, "infusion-pumps", Level::ALONE.number());
    org.put_want(&who(WEN), &want.skill.clone(), Some(want));
    assert!(couples(&org).contains(&"wen-li rosalind-achterberg".to_owned()));
}

#[test]
fn the_learner_reads_nothing_of_other_learners_and_nothing_decided_by_hand() {
    let mut org = world();
    let leila = mine(&org, LEILA).unwrap();
    assert_eq!(leila.title, "Why you have no mentor yet");
    assert!(leila.lead.starts_with("Jonas’s place went to a colleague, who has waited longer."), "{}", leila.lead);
    assert!(!format!("{leila:?}").contains("Noor"), "{leila:?}");
    assert!(matches!(mine(&org, JONAS), Err(Rejection::NotFound(_))), "he mentors");
    assert_eq!(mine(&org, NOOR).unwrap().title, "A mentor is in sight");
    moved(&mut org, vec![Move::Forbid(pair(LEILA, JONAS))]);
    let apart = mine(&org, LEILA).unwrap();
    assert!(apart.lead.starts_with("The organisers have decided otherwise about Jonas."), "{}", apart.lead);
}

#[test]
fn circles_gather_around_as_few_mentors_as_serve_the_same_people() {
    let mut org = circles();
    // Wen could teach Leïla SQL as well.
    org.put_participant(participant(WEN, "mentor", 20));
    let pieces = vouched(WEN, "sql-for-reports", 4);
    org.put_evidence(&who(WEN), &pieces[0].skill, &pieces, NOW);
    let found = page(&org, "");
    let circle = found.pairs.iter().filter(|row| row.mentor.id == who(JONAS)).count();
    let other = found.pairs.iter().filter(|row| row.mentor.id == who(WEN)).count();
    assert!((circle, other) == (2, 0) || (circle, other) == (0, 2), "one circle of two: {:?}", couples(&org));
    assert!(found.is_circles);
    let pairs = new_pairs(&solved(&org), 1);
    assert_eq!(pairs.iter().map(|pair| pair.learners.len()).collect::<std::collections::BTreeSet<_>>(), [1, 2].into());
    assert!(pairs.iter().all(|pair| pair.back.is_none()), "a circle learns one way");
}

#[test]
fn pairs_that_teach_both_ways_name_both_skills_where_the_program_lets_them() {
    let pairs = new_pairs(&solved(&world()), 3);
    let noor = pairs.iter().find(|pair| pair.learners == [who(NOOR)]).unwrap();
    assert_eq!(noor.back.as_ref().unwrap().as_str(), "backup-restore");
    let apart = with(&[("mutual", Value::Flag(false)), ("learners_per_mentor", Value::Number(2))]);
    assert!(new_pairs(&solved(&apart), 1).iter().all(|pair| pair.back.is_none()));
}

#[test]
fn only_those_who_look_after_it_see_it_and_only_open_programs_publish() {
    let org = world();
    let seen = |actor: &Actor| organised_match(&Viewer::of(&org, actor, &CLOCKS), &id());
    assert!(seen(&signed_in("ines-carvalho")).is_ok());
    assert!(matches!(seen(&signed_in(AMARA)), Err(Rejection::Forbidden(_))));
    let pairing = solved(&org).pairing().clone();
    let program = org.program(&id()).unwrap().clone();
    let Publishable::Yes { verb, words } = publishable(&program, &pairing) else { panic!() };
    assert_eq!(verb, "Publish two pairs");
    assert!(words.contains("One learner stays without a mentor"), "{words}");
    for phase in [Phase::Draft, Phase::Paused, Phase::Closed] {
        assert!(matches!(publishable(&Program { phase, ..program.clone() }, &pairing), Publishable::No { .. }));
    }
}

#[test]
fn rounds_tell_what_became_of_them() {
    let mut org = world();
    let pairing = solved(&org).pairing().clone();
    let round = MatchRound::current(&org, &id(), NOW);
    let out = round.made_public((pairing, vec!["p1".parse().unwrap()]), None, NOW).unwrap();
    org.put_match_round(out.clone());
    let row = &page(&org, "").rounds[0];
    assert_eq!(row.text, "Published by the console on 19 Nov: two pairs, one learner without a mentor.");
    assert!(row.undo.is_some());
    assert!(mine(&org, LEILA).unwrap().round.contains("and you were not among them"));
    let back = out.taken_back(vec!["p1".parse().unwrap()], None, NOW).unwrap();
    assert!(matches!(back.stage, RoundStage::Undone { .. }));
    org.put_match_round(back);
    let row = &page(&org, "").rounds[0];
    assert!(row.undo.is_none() && row.text.ends_with("One pair had met and stayed."), "{}", row.text);
}
