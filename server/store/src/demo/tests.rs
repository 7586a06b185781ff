//! What the demo promises, as far as it can be seen without a database.

use super::*;
use domain::clocks::{Clocks, Day};
use domain::evidence::{EvidenceRules, Leniency, Weighing, estimate, leniency_of};
use domain::exchange::{Side, Stage};
use domain::id::SkillId;
use domain::next_step::{NextStepKind, next_steps};
use domain::org::Org;
use domain::reader::Reader;
use domain::skill::Criticality;
use domain::time::Span;
use std::collections::BTreeSet;

/// A Wednesday noon, a Saturday night, the nightly reset, and the hour in which summer time ends.
pub(super) const MOMENTS: [Timestamp; 4] = [
    Timestamp(1_795_000_000_000),
    Timestamp(1_795_297_000_000),
    Timestamp(1_795_057_200_000),
    Timestamp(1_792_889_400_000),
];
pub(super) const NOW: Timestamp = MOMENTS[0];

pub(super) fn org(company: &Company, now: Timestamp) -> Org {
    let (mut org, weighing) = (Org::default(), Weighing::usual(Day::utc(now)));
    let leniency = Leniency { version: 1, raters: leniency_of(&company.evidence, &weighing) };
    org.weigh_by(EvidenceRules::USUAL, leniency, weighing.day);
    company.teams.iter().cloned().for_each(|team| org.put_team(team));
    company.areas.iter().cloned().for_each(|area| org.put_area(area));
    company.skills.iter().cloned().for_each(|skill| org.put_skill(skill));
    company.people.iter().cloned().for_each(|person| org.put_person(person));
    for piece in &company.evidence {
        let same = |e: &&Evidence| e.person == piece.person && e.skill == piece.skill;
        let all: Vec<Evidence> = company.evidence.iter().filter(same).cloned().collect();
        org.put_evidence(&piece.person, &piece.skill, &all, now);
    }
    for want in &company.wants {
        org.put_want(&want.person, &want.skill, Some(want.clone()));
    }
    for offer in &company.offers {
        org.put_offer(&offer.person, &offer.skill, Some(offer.clone()));
    }
    company.exchanges.iter().cloned().for_each(|exchange| org.put_exchange(exchange));
    company.drills.iter().cloned().for_each(|drill| org.put_drill(drill));
    company.pairs.iter().cloned().for_each(|pair| org.put_pair(pair));
    company.seekings.iter().cloned().for_each(|seeking| org.put_seeking(seeking));
    company.mentors.iter().cloned().for_each(|mentor| org.put_mentor(mentor));
    company.rounds.iter().cloned().for_each(|round| org.put_match_round(round));
    company.thanks.iter().cloned().for_each(|thanks| org.put_thanks(thanks));
    company.notes.iter().cloned().for_each(|note| org.put_note(note));
    company.threads.iter().cloned().for_each(|thread| org.put_thread(thread));
    company.comments.iter().cloned().for_each(|comment| org.put_comment(comment));
    for made in &company.sessions {
        org.put_session(made.session.clone());
        made.occurrences.iter().cloned().for_each(|date| org.put_occurrence(date));
    }
    org
}

fn person(text: &str) -> PersonId {
    PersonId::parse(text).unwrap()
}

#[test]
fn fernhill_has_64_people_in_nine_teams_and_48_skills_in_eight_areas() {
    let company = company(NOW);
    let counts = (company.people.len(), company.teams.len(), company.skills.len(), company.areas.len());
    assert_eq!(counts, (64, 9, 48, 8));
    for team in &company.teams {
        let members = company.people.iter().filter(|person| person.team.as_ref() == Some(&team.id)).count();
        assert!(members >= 4, "{}: {members}", team.name);
    }
    assert!((400..1_100).contains(&company.evidence.len()), "{} pieces", company.evidence.len());
    assert!(company.exchanges.len() > 70, "{} exchanges", company.exchanges.len());
}

#[test]
fn the_same_moment_gives_the_same_company() {
    assert_eq!(company(NOW), company(NOW));
    assert_ne!(company(NOW), company(NOW.after(Span::days(1))));
}

#[test]
fn whatever_the_moment_nothing_lies_in_the_future_and_the_history_reaches_back_twelve_weeks() {
    for now in MOMENTS {
        let company = company(now);
        let history = company.evidence.iter().map(|e| e.at).chain(company.thanks.iter().map(|t| t.at));
        let moves =
            company.exchanges.iter().flat_map(|e| e.history.iter().map(|made| made.at).chain([e.asked_at, e.moved_at]));
        let drills =
            company.drills.iter().flat_map(|d| d.history.iter().map(|made| made.at).chain([d.proposed_at, d.moved_at]));
        let wishes = company.wants.iter().map(|w| w.at).chain(company.offers.iter().map(|o| o.at));
        let all: Vec<Timestamp> = history.chain(moves).chain(drills).chain(wishes).collect();
        assert!(all.iter().all(|at| *at < now));
        let first = all.iter().min().copied().unwrap();
        assert!((80..=90).contains(&now.since(first).whole_days()), "{}", now.since(first).whole_days());
    }
}

#[test]
fn every_name_that_is_mentioned_exists_and_none_exists_twice() {
    let company = company(NOW);
    let people: BTreeSet<&PersonId> = company.people.iter().map(|person| &person.id).collect();
    let skills: BTreeSet<&SkillId> = company.skills.iter().map(|skill| &skill.id).collect();
    assert_eq!(people.len(), company.people.len());
    assert_eq!(skills.len(), company.skills.len());
    let teams: BTreeSet<_> = company.teams.iter().map(|team| &team.id).collect();
    for row in &company.people {
        assert!(row.team.as_ref().is_some_and(|team| teams.contains(team)), "{}", row.name);
    }
    for team in &company.teams {
        assert!(team.parent.as_ref().is_none_or(|parent| teams.contains(parent)), "{}", team.name);
    }
    let pairs = (company.evidence.iter().flat_map(|e| [(&e.person, &e.skill), (e.by.as_ref().unwrap(), &e.skill)]))
        .chain(company.wants.iter().map(|w| (&w.person, &w.skill)))
        .chain(company.offers.iter().map(|o| (&o.person, &o.skill)))
        .chain(company.exchanges.iter().flat_map(|e| [(&e.learner, &e.skill), (&e.teacher, &e.skill)]))
        .chain(
            company
                .drills
                .iter()
                .flat_map(|d| [(&d.holder, &d.skill), (&d.backup, &d.skill), (&d.proposed_by, &d.skill)]),
        )
        .chain(company.thanks.iter().flat_map(|t| [(&t.from, &t.skill), (&t.to, &t.skill)]));
    for (who, what) in pairs {
        assert!(people.contains(who), "{who}");
        assert!(skills.contains(what), "{what}");
    }
    let exchanges: BTreeSet<_> = company.exchanges.iter().map(|e| &e.id).collect();
    assert_eq!(exchanges.len(), company.exchanges.len(), "exchanges share an id");
    assert_eq!(company.wants.iter().map(|w| (&w.person, &w.skill)).collect::<BTreeSet<_>>().len(), company.wants.len());
}

#[test]
fn the_evidence_speaks_for_the_levels_that_are_written_down() {
    for now in MOMENTS {
        let company = company(now);
        for row in people::rows() {
            for knows in row.known() {
                let about = |e: &&Evidence| e.person == row.id() && e.skill == skills::id(knows.skill);
                let pieces: Vec<Evidence> = company.evidence.iter().filter(about).cloned().collect();
                let level = estimate(&pieces, &Weighing::usual(Day::utc(now))).map(|estimate| estimate.level);
                assert_eq!(level, Some(knows.level), "{} in {}", row.id(), knows.skill);
            }
        }
    }
}

#[test]
fn nobody_speaks_for_somebody_before_that_person_came() {
    let company = company(NOW);
    let joined = |id: &PersonId| company.people.iter().find(|person| person.id == *id).unwrap().joined_at;
    for piece in &company.evidence {
        assert!(piece.at >= joined(&piece.person), "{} in {}", piece.person, piece.skill);
    }
    for exchange in &company.exchanges {
        assert!(exchange.asked_at >= joined(&exchange.learner).max(joined(&exchange.teacher)), "{}", exchange.id);
    }
    for thanks in &company.thanks {
        assert!(thanks.at >= joined(&thanks.from).max(joined(&thanks.to)), "{} thanks {}", thanks.from, thanks.to);
    }
}

#[test]
fn people_want_what_they_do_not_yet_know_well_enough() {
    let company = company(NOW);
    let org = org(&company, NOW);
    for want in &company.wants {
        let level = org.known(&want.person, &want.skill).map(|known| known.estimate.level).unwrap_or_default();
        assert!(level < want.target, "{} wants {} at {}", want.person, want.skill, want.target.number());
    }
    for offer in &company.offers {
        let level = org.known(&offer.person, &offer.skill).map(|known| known.estimate.level).unwrap_or_default();
        assert!(level >= Level::ALONE, "{} offers {}", offer.person, offer.skill);
    }
}

#[test]
fn a_handful_of_critical_skills_hang_on_one_head_or_on_none() {
    let company = company(NOW);
    let org = org(&company, NOW);
    let cover = |skill: &Skill| {
        org.knowers_of(&skill.id).filter(|(_, known)| known.estimate.reaches(skill.target.level)).count()
    };
    let with = |count: usize| -> Vec<&str> {
        let critical = company.skills.iter().filter(|skill| skill.criticality == Criticality::Critical);
        critical.filter(|skill| cover(skill) == count).map(|skill| skill.id.as_str()).collect()
    };
    assert_eq!(with(0), ["generator-start-up", "outbreak-isolation"]);
    assert_eq!(with(1), ["infusion-pumps", "palliative-talks", "backup-restore", "payroll-run", "door-and-key-system"]);
    assert_eq!(with(8), ["medication-round"]);
}

#[test]
fn exchanges_stand_in_every_stage() {
    let company = company(NOW);
    let count = |is: fn(&Stage) -> bool| company.exchanges.iter().filter(|e| is(&e.stage)).count();
    assert!(count(|stage| matches!(stage, Stage::Waiting { .. })) >= 5);
    assert!(count(|stage| matches!(stage, Stage::Agreed)) >= 5);
    assert!(count(|stage| matches!(stage, Stage::Done { .. })) >= 50);
    assert!(count(|stage| matches!(stage, Stage::Declined { .. })) >= 3);
    assert!(count(|stage| matches!(stage, Stage::Expired)) >= 2);
    assert!(count(|stage| matches!(stage, Stage::Withdrawn)) >= 1);
    assert!(count(|stage| matches!(stage, Stage::Missed)) >= 1);
}

#[test]
fn whatever_the_moment_each_persona_has_a_next_step_of_their_own() {
    for now in MOMENTS {
        let org = org(&company(now), now);
        let clocks = Clocks { now, ahead: &|_, _| Span::hours(1) };
        let first = |who| {
            let steps = next_steps(&Reader::of(&org, &person(who), &clocks).unwrap(), &[]);
            let step = steps.first().unwrap().clone();
            (step.kind, step.pair.map(|pair| pair.other).unwrap_or(step.title))
        };
        let (answer, meet, confirm) = (NextStepKind::Answer, NextStepKind::Meet, NextStepKind::Confirm);
        assert_eq!(first("jonas-weidner"), (answer, "Amara Okafor".to_owned()));
        assert_eq!(first("amara-okafor"), (meet, "Ingrid Sørensen".to_owned()));
        assert_eq!(first("priya-raman"), (confirm, "Wen Li".to_owned()));
        assert_eq!(first("sol-lindqvist"), (NextStepKind::Rescue, "Offer to teach Door and key system".to_owned()));
    }
}

#[test]
fn amara_has_waited_for_jonas_since_yesterday() {
    let company = company(NOW);
    let exchange = company.exchanges.iter().find(|e| e.id.as_str() == "clinical-handover-jonas-amara").unwrap();
    assert!(matches!(exchange.stage, Stage::Waiting { on: Side::Learner, .. }));
    assert!((0..=1).contains(&NOW.since(exchange.moved_at).whole_days()));
    assert!(exchange.starts_at.unwrap() > NOW);
}

#[test]
fn each_persona_is_somebody_with_the_role_they_are_called_by() {
    let company = company(NOW);
    let roles = PERSONAS.map(|persona| company.people.iter().find(|p| p.id == persona.person()).unwrap().role);
    assert_eq!(
        roles,
        [
            domain::actor::Role::Member,
            domain::actor::Role::Member,
            domain::actor::Role::Manager,
            domain::actor::Role::OrgAdmin
        ]
    );
}

#[test]
fn a_generated_organisation_has_the_size_that_was_asked_for_and_repeats() {
    let company = generated(7, 400, NOW);
    assert_eq!((company.people.len(), company.teams.len(), company.skills.len()), (400, 32, 60));
    assert_eq!(company.wants.len() + company.evidence.len(), 400 * 20);
    assert!(company.exchanges.len() > 790);
    assert_eq!(company, generated(7, 400, NOW));
    assert_ne!(company, generated(8, 400, NOW));
}

#[test]
fn programs_are_of_every_kind_in_every_phase_and_kept_every_promise() {
    use domain::program::{Author, History, Phase, ProgramKind, Proposal, Publish, problems};
    for now in MOMENTS {
        let company = company(now);
        let org = org(&company, now);
        for kind in ProgramKind::ALL {
            assert!(company.programs.iter().any(|made| made.program.kind == *kind), "{kind:?}");
        }
        for phase in Phase::ALL {
            assert!(company.programs.iter().any(|made| made.program.phase == phase), "{phase:?}");
        }
        for made in &company.programs {
            assert_eq!(problems(made.program.kind, &made.program.settings), [], "{}", made.program.id);
            assert!(made.versions.len() >= 2, "{}", made.program.id);
            assert!(made.versions.iter().skip(1).all(|version| !version.note.is_empty()));
            assert_eq!(made.versions.last().map(|version| version.n), Some(made.program.n));
            let known = |person: &PersonId| org.person(person).is_some();
            assert!(made.participants.iter().all(|one| known(&one.person)), "{}", made.program.id);
            let history = History { program: &made.program, versions: &made.versions };
            let nothing = Proposal { base: made.program.n, ..Proposal::default() };
            let merged = domain::program::merge(&history, &nothing).unwrap();
            let author = Author { by: None, at: now };
            let same = domain::program::drawn_up(&history, &merged.proposal, &Publish::default(), &author);
            assert_eq!(same.digest, made.program.digest, "{}", made.program.id);
        }
        let pairs = company.programs.iter().find(|made| made.program.id.as_str() == "pairs-for-care").unwrap();
        let stages: BTreeSet<_> = pairs.participants.iter().map(|one| one.stage().cloned()).collect();
        assert!(pairs.participants.len() >= 20 && stages.len() >= 4, "{stages:?}");
        let table = company.programs.iter().find(|made| made.program.id.as_str() == "lunch-table").unwrap();
        let waits = |one: &&domain::program::Participant| one.standing == domain::program::Standing::Waiting;
        assert!(table.participants.iter().any(|one| waits(&one)), "somebody waits for a chair");
    }
}
