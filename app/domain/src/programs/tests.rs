//! The catalogue and one program, as different people find them.

mod admitting;
mod told;

use super::*;
use crate::fernhill::{NOW, fernhill};
use crate::id::{PersonId, ProgramId};
use crate::next_step::{NextStepKind, next_steps};
use crate::notifications::{Inbox, NotificationsQuery, notifications_page};
use crate::org::Org;
use crate::program::{
    Asking, Author, Door, History, List, Path, Phase, Policy, Program, ProgramKind, Proposal, Publish, Right, Settings,
    Standing, Value, Version, drawn_up, step_finished, steps_of,
};
use crate::reader::tests::read_by;
use crate::rejection::{Noun, Rejection};
use crate::text::Prose;
use crate::time::{Span, Timestamp, Zone};
use std::collections::BTreeMap;

const ID: &str = "pairs-for-care";

/// Fernhill with a program of four seats for Care that began two weeks ago, and what happens in it.
struct World {
    org: Org,
    program: Program,
    versions: Vec<Version>,
}

impl World {
    fn new() -> Self {
        let zone = Zone::parse("Europe/Lisbon").unwrap();
        let mut settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &zone).unwrap();
        let today = crate::clocks::Day::utc(NOW).0;
        for (key, value) in [
            ("seats", Value::Number(2)),
            ("teams", Value::Several(vec!["care".into()])),
            ("organisers", Value::Several(vec!["priya-raman".into()])),
            ("cadence", Value::Text("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH".into())),
            ("starts_on", Value::Number(today - 14)),
        ] {
            settings.set(Path::parse(key).unwrap(), value);
        }
        let author = Author { by: Some("ines-carvalho".parse().unwrap()), at: NOW.before(Span::days(20)) };
        let id = ProgramId::parse(ID).unwrap();
        let (mut program, version) = Program::begun(id, ProgramKind::Mentorship, settings, &author);
        program.phase = Phase::Running;
        program.phase_since = NOW.before(Span::days(18));
        let mut world = Self { org: fernhill(), program, versions: vec![version] };
        world.put();
        world
    }

    fn put(&mut self) {
        self.org.put_program(self.program.clone(), self.versions.clone());
    }

    fn moved(mut self, phase: Phase, at: Timestamp) -> Self {
        (self.program.phase, self.program.phase_since) = (phase, at);
        self.put();
        self
    }

    fn door(&self, at: Timestamp) -> Door<'_> {
        let count = |standing: Standing| {
            let all = self.org.participants(&self.program.id).filter(|other| other.standing == standing);
            u32::try_from(all.count()).unwrap()
        };
        Door { program: &self.program, inside: count(Standing::Inside), waiting: count(Standing::Waiting), now: at }
    }

    fn joined(mut self, who: &str, days_ago: i64) -> Self {
        let at = NOW.before(Span::days(days_ago));
        let person = PersonId::parse(who).unwrap();
        let teams = self.org.teams_above(&person);
        let role = self.org.person(&person).map(|person| person.role).unwrap_or_default();
        let candidate = crate::program::Candidate { person, role, teams, skills: Default::default() };
        let participant = self.door(at).join(&candidate, "", None).unwrap();
        self.org.put_participant(participant);
        self
    }

    fn invited(mut self, who: &str, by: &str) -> Self {
        let asking = Asking { by: &by.parse().unwrap(), right: Right::Organiser, role: "" };
        let invited = self.door(NOW).invite(&who.parse().unwrap(), asking, None).unwrap();
        self.org.put_participant(invited);
        self
    }

    fn ticked(mut self, who: &str, steps: usize) -> Self {
        for _ in 0..steps {
            let mine = self.org.participant(&self.program.id, &who.parse().unwrap()).unwrap().clone();
            let who = self.org.who(&mine);
            let history = History { program: &self.program, versions: &self.versions };
            let settings = history.settings_for(&who, NOW);
            let open =
                steps_of(&settings, mine.stage().unwrap()).into_iter().find(|step| !mine.has_done(step)).unwrap();
            let after = step_finished(&history, &who, &open, NOW.before(Span::hours(1))).unwrap();
            self.org.put_participant(after);
        }
        self
    }

    /// A step more at the end of the stage `stage`, for everybody now.
    fn with_step(mut self, title: &str, stage: usize) -> Self {
        let stage = self.program.settings.items(List::Stages)[stage].clone();
        let item = crate::id::ItemId::from_name(title).unwrap();
        let writes = [
            (Path::Alive(List::Steps, item.clone()), Value::Flag(true)),
            (Path::item(List::Steps, &item, "title"), Value::Text(title.into())),
            (Path::item(List::Steps, &item, "stage"), Value::Text(stage.to_string())),
        ];
        self.save(writes.into_iter().collect(), Policy::EveryoneNow, Span::hours(3));
        self
    }

    fn save(&mut self, writes: BTreeMap<Path, Value>, policy: Policy, ago: Span) {
        let proposal = Proposal { base: self.program.n, writes };
        let note = Prose::parse("note", "Four pairs asked for it.").unwrap();
        let publish = Publish { policy, note, ..Publish::default() };
        let author = Author { by: Some("ines-carvalho".parse().unwrap()), at: NOW.before(ago) };
        let version =
            drawn_up(&History { program: &self.program, versions: &self.versions }, &proposal, &publish, &author);
        self.program = self.program.clone().after(&version);
        self.versions.push(version);
        self.put();
    }

    fn page(&self, me: &str) -> ProgramPage {
        read_by(&self.org, me, |reader| program_page(reader, &ID.parse().unwrap())).unwrap()
    }

    fn catalogue(&self, me: &str, query: &str) -> CataloguePage {
        read_by(&self.org, me, |reader| catalogue_page(reader, CatalogueQuery::parse(query)))
    }

    /// What the bell tells of programs, the newest first.
    fn told(&self, me: &str) -> Vec<String> {
        let page = read_by(&self.org, me, |reader| {
            notifications_page(reader, &Inbox::default(), NotificationsQuery::default())
        });
        let of_program = page.items.into_iter().filter(|item| item.href.starts_with("/programs/"));
        of_program.map(|item| item.text.iter().map(|phrase| phrase.text.as_str()).collect()).collect()
    }

    /// The step on Home that comes out of programs.
    fn step(&self, me: &str) -> Option<(NextStepKind, String)> {
        let steps = read_by(&self.org, me, |reader| next_steps(reader, &[]));
        steps.into_iter().find(|step| step.id.as_str().contains(":program:")).map(|step| (step.kind, step.title))
    }
}

#[test]
fn the_catalogue_says_what_each_reader_can_do() {
    let world = World::new().joined("amara-okafor", 10);
    let rows = [
        ("amara-okafor", "mine", "See my steps"),
        ("leila-haddou", "open", "Join"),
        ("jonas-weidner", "others", "Look at it"),
    ];
    for (me, group, verb) in rows {
        let page = world.catalogue(me, "");
        let groups = [("mine", page.mine), ("open", page.open), ("others", page.others)];
        let found: Vec<_> =
            groups.into_iter().flat_map(|(name, cards)| cards.into_iter().map(move |card| (name, card.verb))).collect();
        assert_eq!(found, [(group, verb.to_owned())], "{me}");
    }
    let card = world.catalogue("jonas-weidner", "").others.remove(0);
    assert_eq!(
        (card.seats.as_str(), card.rhythm.as_str()),
        ("1 of 2 seats free", "Every 2 weeks on Thursday, 12:30 for 45 minutes")
    );
    assert!(card.why_not.starts_with("This is for other teams."), "{}", card.why_not);
    assert!(world.catalogue("jonas-weidner", "open=yes").others.is_empty());
    assert!(world.catalogue("leila-haddou", "kind=skill_swap").open.is_empty());
    let full = world.joined("rosalind-achterberg", 9).joined("priya-raman", 8);
    let card = full.catalogue("leila-haddou", "").open.remove(0);
    assert_eq!((card.verb.as_str(), card.seats.as_str()), ("Wait for a seat", "Full – one waits"));
    assert_eq!(full.page("priya-raman").standing, MyStanding::Waiting { place: 1 });
}

#[test]
fn a_door_for_roles_says_so_and_is_shut_for_others() {
    let mut world = World::new();
    let roles = Value::Several(vec!["manager".into(), "program_admin".into()]);
    world.program.settings.set(Path::field("org_roles"), roles);
    world.put();
    for (me, may_join) in [("leila-haddou", false), ("priya-raman", true), ("ines-carvalho", true)] {
        let door = world.page(me).door;
        assert_eq!((door.who.as_str(), door.may_join), ("For managers and program admins of Care.", may_join), "{me}");
        assert_eq!(door.why_not.contains("another role"), !may_join, "{me}: {}", door.why_not);
    }
}

#[test]
fn whoever_is_in_it_sees_where_they_are_and_what_is_due() {
    let world = World::new().joined("amara-okafor", 10).ticked("amara-okafor", 1);
    let page = world.page("amara-okafor");
    let mine = page.mine.unwrap();
    assert_eq!(mine.where_i_am, "Stage 1 of 4: First meeting");
    assert_eq!((mine.done, mine.next.unwrap().due), (1, "by Monday".to_owned()));
    let states: Vec<_> = page.stages.iter().map(|stage| stage.progress).collect();
    assert_eq!(states, [Progress::Here, Progress::Ahead, Progress::Ahead, Progress::Ahead]);
    assert!(page.stages[0].steps[0].done.is_some() && page.stages[0].steps[1].may_finish);
    assert!(page.stages.iter().skip(1).flat_map(|stage| &stage.steps).all(|step| !step.may_finish));
    let through = world.ticked("amara-okafor", 1).page("amara-okafor");
    assert_eq!(through.mine.unwrap().where_i_am, "Stage 2 of 4: Learn by doing");
    assert_eq!(through.stages[0].progress, Progress::Done);
}

#[test]
fn meetings_stand_on_the_readers_clock_with_the_programs_beside_it() {
    let page = World::new().page("jonas-weidner");
    let next: Vec<_> = page.rhythm.next.iter().map(|meeting| meeting.starts.text.as_str()).collect();
    assert_eq!(next[..2], ["Thursday 19 November, 13:30 to 14:15", "Thursday 3 December, 13:30 to 14:15"]);
    assert_eq!(page.rhythm.next[0].theirs, "12:30 in Lisbon");
    assert_eq!(page.rhythm.clock, "On the clock of Lisbon");
    let weeks: Vec<bool> = page.rhythm.weeks.iter().map(|week| !week.days.is_empty()).collect();
    assert_eq!(weeks, [true, false, true, false, true, false, true, false]);
    let paused = World::new().moved(Phase::Paused, NOW).page("jonas-weidner");
    assert!(paused.rhythm.next.is_empty() && paused.banner.contains("nothing is due"), "{}", paused.banner);
}

#[test]
fn a_change_is_told_once_with_what_it_asks_for() {
    let world = World::new().joined("amara-okafor", 10).with_step("Departure drill", 0);
    let text = "Pairs for Care has a new step for you: Departure drill. It is due by Monday.";
    assert_eq!(world.told("amara-okafor"), [text]);
    assert_eq!(world.told("leila-haddou"), Vec::<String>::new(), "she is not in it");
    let change = world.page("amara-okafor").changes.remove(0);
    assert_eq!((change.lead.as_str(), change.note.as_str()), ("Changed on 19 Nov by Inês", "Four pairs asked for it."));
    assert_eq!(change.effects, ["A new step for you: Departure drill. It is due by Monday."]);
    let full = World::new().joined("amara-okafor", 10).joined("rosalind-achterberg", 9).joined("priya-raman", 8);
    let queue: Vec<_> = full.org.participants(&full.program.id).cloned().collect();
    let mut seated = full.moved(Phase::Running, NOW.before(Span::days(18)));
    seated.program.settings.set(Path::field("seats"), Value::Number(3));
    seated.put();
    for participant in seated.door(NOW.before(Span::hours(2))).seated(&queue) {
        seated.org.put_participant(participant);
    }
    assert_eq!(seated.told("priya-raman"), ["You have a seat in Pairs for Care"]);
    assert!(seated.told("rosalind-achterberg").is_empty(), "she never waited");
    let paused = world.moved(Phase::Paused, NOW.before(Span::hours(1)));
    assert_eq!(paused.told("amara-okafor")[0], "Pairs for Care is paused. Nothing is due until it goes on.");
}

#[test]
fn a_change_for_the_next_stage_is_told_then_however_many_others_came_meanwhile() {
    let mut world = World::new().joined("amara-okafor", 10);
    let purpose = |words: &str| [(Path::field("purpose"), Value::Text(words.into()))].into();
    let title = [(Path::field("title"), Value::Text("Pairs".into()))].into();
    world.save(title, Policy::NextStage, Span::days(9));
    for hours in (100..145).rev() {
        world.save(purpose(&format!("Purpose {hours}")), Policy::NewJoiners, Span::hours(hours));
    }
    assert!(world.told("amara-okafor").is_empty());
    let steps = steps_of(&world.program.settings, &world.program.settings.items(List::Stages)[0]).len();
    assert_eq!(world.ticked("amara-okafor", steps).told("amara-okafor"), ["Pairs has changed. Name has new words."]);
}

#[test]
fn home_asks_for_an_answer_and_for_what_is_due_soon() {
    let asked = World::new().invited("jonas-weidner", "priya-raman");
    assert_eq!(asked.step("jonas-weidner"), Some((NextStepKind::Answer, "Join Pairs for Care?".to_owned())));
    assert_eq!(asked.told("jonas-weidner"), ["Priya asks you to join Pairs for Care"]);
    assert!(asked.page("jonas-weidner").door.may_join, "an invitation opens the door");
    let rows = [
        (10, None),
        (11, Some("Pairs for Care: Meet for the first time")),
        (16, Some("Pairs for Care: Meet for the first time")),
    ];
    for (days, expected) in rows {
        let step = World::new().joined("amara-okafor", days).step("amara-okafor");
        assert_eq!(step, expected.map(|title| (NextStepKind::Due, title.to_owned())), "{days} days ago");
    }
    let paused = World::new().joined("amara-okafor", 16).moved(Phase::Paused, NOW);
    assert_eq!(paused.step("amara-okafor"), None, "nothing is due while it is paused");
}

#[test]
fn organisers_can_do_more_and_a_draft_is_nobody_elses() {
    let world = World::new().joined("amara-okafor", 10).invited("jonas-weidner", "priya-raman");
    let (led, other) = (world.page("priya-raman"), world.page("leila-haddou"));
    assert!(led.moves.pause && !led.moves.edit && led.people.iter().any(|group| group.title == "Asked to join"));
    assert!(!led.moves.invite.iter().any(|tag| tag.id.as_str() == "amara-okafor"));
    let found = |me: &str, typed: &str| {
        read_by(&world.org, me, |reader| people_to_invite(reader, &ID.parse().unwrap(), typed)).unwrap()
    };
    assert_eq!(found("priya-raman", "leila")[0].id.as_str(), "leila-haddou");
    assert!(found("priya-raman", "amara").is_empty() && found("leila-haddou", "").is_empty());
    assert_eq!(led.people[0].people[0].tick.as_ref().unwrap().title, "Meet for the first time");
    assert!(!other.moves.pause && other.moves.invite.is_empty() && other.people.len() == 1);
    assert!(other.people[0].people[0].tick.is_none() && !other.people[0].people[0].may_remove);
    let draft = World::new().moved(Phase::Draft, NOW);
    let seen = |me: &str| read_by(&draft.org, me, |reader| program_page(reader, &ID.parse().unwrap())).map(drop);
    assert_eq!((seen("priya-raman"), seen("ines-carvalho")), (Err(Rejection::NotFound(Noun::Program)), Ok(())));
    assert!(draft.catalogue("priya-raman", "").is_empty);
}
