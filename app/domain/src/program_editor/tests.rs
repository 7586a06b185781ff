//! The editor over a small program: Amara and Jonas are inside, Inês changed it once, Sol has a draft.

mod history;
mod letting_out;
mod people_named;

use super::*;
use crate::actor::{Actor, Member, Role};
use crate::event::{Audience, Event, Happening, LetOut, Seq};
use crate::fernhill::{NOW, fernhill};
use crate::id::{PersonId, ProgramId};
use crate::org::Org;
use crate::program::{
    Author, Entered, History, List, Participant, Path, Phase, Policy, Program, ProgramKind, Proposal, Publish, Reach,
    Settings, Standing, Value, Version, drawn_up,
};
use crate::reader::tests::CLOCKS;
use crate::text::Prose;
use crate::time::{Span, Zone};
use std::collections::BTreeMap;

const ID: &str = "pairs-for-care";

struct World {
    org: Org,
    program: Program,
    versions: Vec<Version>,
}

fn id() -> ProgramId {
    ID.parse().unwrap()
}

fn person(id: &str) -> PersonId {
    id.parse().unwrap()
}

fn actor(handle: &str, role: Role) -> Actor {
    Actor::Person(Member { id: person(handle), role, team: None })
}

impl World {
    fn new() -> Self {
        let settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs for Care", &Zone::utc()).unwrap();
        let author = Author { by: Some(person("ines-carvalho")), at: NOW.before(Span::days(20)) };
        let (mut program, version) = Program::begun(id(), ProgramKind::Mentorship, settings, &author);
        program.phase = Phase::Running;
        let mut world = Self { org: fernhill(), program, versions: vec![version] };
        world.org.put_program(world.program.clone(), world.versions.clone());
        let stage = world.program.settings.items(List::Stages)[0].clone();
        for who in ["amara-okafor", "jonas-weidner"] {
            let at = NOW.before(Span::days(10));
            world.org.put_participant(Participant {
                program: id(),
                person: person(who),
                role: "mentee".to_owned(),
                standing: Standing::Inside,
                since: at,
                waited_since: None,
                joined: 1,
                teams: None,
                taken_out_by: None,
                entered: vec![Entered { stage: stage.clone(), at }],
                done: Vec::new(),
                decisions: Vec::new(),
            });
        }
        world.changed("purpose", Value::Text("Both learn.".to_owned()), "ines-carvalho")
    }

    fn history(&self) -> History<'_> {
        History { program: &self.program, versions: &self.versions }
    }

    fn changed(self, key: &'static str, value: Value, by: &str) -> Self {
        self.written(Path::field(key), value, by)
    }

    fn written(mut self, path: Path, value: Value, by: &str) -> Self {
        let proposal = Proposal { base: self.program.n, writes: BTreeMap::from([(path, value)]) };
        let author = Author { by: Some(person(by)), at: NOW.before(Span::minutes(1)) };
        let publish =
            Publish { policy: Policy::EveryoneNow, note: Prose::parse("note", "Why").unwrap(), ..Publish::default() };
        let version = drawn_up(&self.history(), &proposal, &publish, &author);
        self.program = self.program.clone().after(&version);
        self.versions.push(version);
        self.org.put_program(self.program.clone(), self.versions.clone());
        self
    }

    fn draft(&self, base: u32, writes: &[(&'static str, Value)], typed: &[(&'static str, &str)]) -> Draft {
        Draft {
            program: id(),
            person: person("sol-lindqvist"),
            base,
            writes: writes.iter().map(|(key, value)| (Path::field(key), value.clone())).collect(),
            typed: typed.iter().map(|(key, text)| (Path::field(key), (*text).to_owned())).collect(),
            unsettled: Vec::new(),
            at: NOW,
        }
    }

    fn seen_by<T>(&self, actor: &Actor, look: impl FnOnce(&Viewer) -> T) -> T {
        look(&Viewer::of(&self.org, actor, &CLOCKS))
    }

    fn editor(&self, drafts: &[Draft]) -> EditorPage {
        let desk = Desk { drafts, scheduled: &[] };
        let sol = actor("sol-lindqvist", Role::OrgAdmin);
        self.seen_by(&sol, |viewer| editor_page(viewer, &id(), &desk, PublishChoice::default())).unwrap()
    }
}

#[test]
fn every_field_of_the_kind_stands_in_the_form_and_says_who_changed_it() {
    let page = World::new().editor(&[]);
    for field in ProgramKind::Mentorship.fields() {
        assert!(page.field(field.key).is_some(), "{}", field.key);
    }
    let edited = page.field("purpose").unwrap().edited.clone().unwrap();
    assert_eq!((edited.by.unwrap().id, edited.at.text.as_str()), (person("ines-carvalho"), "just now"));
    assert!(page.field("title").unwrap().edited.is_none(), "nobody changed it since the program was made");
    assert_eq!(page.stages[0].people, 2);
    assert_eq!((page.review.count, page.review.refusal.as_deref()), (0, Some("Change something first.")));
}

#[test]
fn a_draft_is_reviewed_before_it_is_published() {
    let world = World::new();
    let page = world.editor(&[world.draft(2, &[("minutes", Value::Number(30))], &[])]);
    let field = page.field("minutes").unwrap();
    assert_eq!((field.text.as_str(), field.was.as_deref()), ("30", Some("45 minutes")));
    let review = &page.review;
    assert_eq!((review.title.as_str(), review.refusal.as_deref()), ("1 change, not live yet", None));
    let effect = review.effect.clone().unwrap();
    assert_eq!(effect.units.len(), 2, "a square each: {effect:?}");
    assert!(!review.seen.is_empty());
    assert_eq!(review.policies[0].label, "At each person’s next stage");
}

#[test]
fn what_cannot_be_read_stops_it_and_stays_as_it_was_typed() {
    let world = World::new();
    let page = world.editor(&[world.draft(2, &[], &[("cadence", "every blue moon")])]);
    let field = page.field("cadence").unwrap();
    assert_eq!(field.text, "every blue moon");
    assert!(field.problem.is_some());
    assert_eq!((page.review.title.as_str(), page.review.troubles.len()), ("Something to settle first", 1));
}

#[test]
fn a_team_that_is_gone_and_a_zone_that_never_was_are_said_before_publishing() {
    let world = World::new();
    let gone = Value::Several(vec!["night-shift".to_owned()]);
    let page = world.editor(&[world.draft(2, &[("teams", gone.clone())], &[("zone", "Europe/Lisboa")])]);
    let said: Vec<&str> = page.review.troubles.iter().map(|trouble| trouble.text.as_str()).collect();
    assert_eq!(
        said,
        [
            "Time zone: There is no time zone “Europe/Lisboa”. Write one such as Europe/Lisbon.",
            "Teams that may join: “night-shift” is not there any more. Take it out, or choose another."
        ]
    );
    let world = world.changed("teams", gone, "ines-carvalho");
    let page = world.editor(&[world.draft(3, &[("minutes", Value::Number(30))], &[])]);
    assert_eq!(page.review.troubles.len(), 0, "what was published stays as it was when a team goes later");
}

#[test]
fn two_values_of_one_field_keep_the_version_that_mine_was_written_against() {
    let world = World::new();
    let draft = world.draft(2, &[("purpose", Value::Text("Mine.".to_owned()))], &[]);
    let world = world.changed("purpose", Value::Text("Theirs.".to_owned()), "ines-carvalho");
    let page = world.editor(std::slice::from_ref(&draft));
    let field = page.field("purpose").unwrap();
    let conflict = field.conflict.clone().unwrap();
    assert_eq!((conflict.theirs.as_str(), conflict.mine.as_str(), field.text.as_str()), ("Theirs.", "Mine.", "Mine."));
    assert_eq!((page.base, page.head.n), (2, 3), "typed against the newest it would win unseen");
    let kept = draft.rebased(&world.history()).unwrap();
    assert_eq!(world.editor(&[kept]).base, 3, "once the draft knows of it, nothing is lost");
}

/// The world after Inês wrote several registers at once.
fn after(world: World, writes: &[(Path, Value)]) -> World {
    writes.iter().fold(world, |world, (path, value)| world.written(path.clone(), value.clone(), "ines-carvalho"))
}

#[test]
fn what_stands_beside_no_field_has_a_card_of_its_own() {
    let world = World::new();
    let stages = world.program.settings.items(List::Stages);
    let ids = |order: &[usize]| Value::Several(order.iter().map(|at| stages[*at].to_string()).collect());
    let mut turned: Vec<usize> = (0..stages.len()).collect();
    let moved: Vec<usize> = turned[1..].iter().chain(&turned[..1]).copied().collect();
    turned.swap(0, 1);
    let mut draft = world.draft(2, &[], &[]);
    draft.writes.insert(Path::Order(List::Stages), ids(&turned));
    draft.writes.insert(Path::Alive(List::Stages, stages[2].clone()), Value::Flag(false));
    let about = Path::item(List::Stages, &stages[2], "about");
    let theirs = [(Path::Order(List::Stages), ids(&moved)), (about, Value::Text("Other words".to_owned()))];
    let page = after(world, &theirs).editor(std::slice::from_ref(&draft));
    let cards = &page.review.unsettled;
    let titles: Vec<&str> = cards.iter().map(|card| card.title.as_str()).collect();
    let wanted = ["Inês put the stages in another order while you did", "Inês changed this stage; you took it out"];
    assert_eq!(titles, wanted);
    assert!(cards[0].mine.contains(" and ") && cards[0].mine != cards[0].theirs, "{:?}", cards[0]);
    assert_eq!((cards[1].theirs.as_str(), cards[1].take.as_str()), ("stays", "Take it out"));
    assert_eq!(page.unsettled().count(), 2, "each can be settled");
    assert_eq!(page.review.troubles[0].field, "unsettled-stages");
}

#[test]
fn an_item_that_somebody_took_out_stays_while_something_of_mine_is_inside() {
    let world = World::new();
    let stages = world.program.settings.items(List::Stages);
    let (touched, title) = (&stages[1], Path::item(List::Stages, &stages[1], "title"));
    let mut draft = world.draft(2, &[], &[]);
    draft.writes.insert(title.clone(), Value::Text("My words".to_owned()));
    let new = crate::id::ItemId::parse("new-step").unwrap();
    draft.writes.insert(Path::Alive(List::Steps, new.clone()), Value::Flag(true));
    draft.writes.insert(Path::item(List::Steps, &new, "title"), Value::Text("Mine".to_owned()));
    draft.writes.insert(Path::item(List::Steps, &new, "stage"), Value::Text(stages[2].to_string()));
    let steps = world.program.settings.items(List::Steps).into_iter().map(|step| (List::Steps, step));
    let gone = stages[1..].iter().map(|stage| (List::Stages, stage.clone())).chain(steps);
    let gone: Vec<_> = gone.map(|(list, item)| (Path::Alive(list, item), Value::Flag(false))).collect();
    let page = after(world, &gone).editor(std::slice::from_ref(&draft));
    let shown: Vec<_> = page.stages.iter().map(|stage| (&stage.id, stage.lost.is_some())).collect();
    assert_eq!(shown, [(&stages[0], false), (touched, true), (&stages[2], true)]);
    let field = page.field(&title.to_string()).unwrap();
    assert_eq!(field.text, "My words");
    assert_eq!(field.conflict.as_ref().unwrap().title, "Inês took this stage out; you changed its name");
    assert_eq!(page.stages[2].steps.iter().map(|step| &step.id).collect::<Vec<_>>(), [&new], "it can be moved");
    assert!(page.stages[1].lost.as_deref().unwrap().starts_with("Inês took this stage out."));
}

#[test]
fn a_promise_that_would_break_stands_beside_its_field() {
    let world = World::new();
    let page = world.editor(&[world.draft(2, &[("minutes", Value::Number(120))], &[])]);
    let breach = page.review.troubles.iter().find(|trouble| trouble.is_promise).unwrap();
    let problem = page.fields().find(|field| breach.field == format!("f-{}", field.path)).unwrap().problem.clone();
    assert!(problem.is_some_and(|problem| breach.text.ends_with(&problem)));
}

#[test]
fn a_version_says_what_bringing_it_back_would_do() {
    let world = World::new();
    let sol = actor("sol-lindqvist", Role::OrgAdmin);
    let page = world.seen_by(&sol, |viewer| version_page(viewer, &id(), 1)).unwrap();
    let back = page.back.unwrap();
    assert_eq!((back.changes.len(), back.is_same, back.breaches.len()), (1, false, 0));
    assert!(world.seen_by(&sol, |viewer| version_page(viewer, &id(), 2)).unwrap().back.is_none(), "it is the newest");
    assert!(world.seen_by(&sol, |viewer| version_page(viewer, &id(), 9)).is_err());
}
