//! Who sees a program's people and history, and what stands there.

use super::*;

#[test]
fn organisers_see_people_and_history_and_members_see_neither() {
    let world = World::new().changed("organisers", Value::Several(vec!["priya-raman".to_owned()]), "ines-carvalho");
    let (priya, amara) = (actor("priya-raman", Role::Manager), actor("amara-okafor", Role::Member));
    let all = PeopleQuery { page: 1, ..PeopleQuery::default() };
    let people = world.seen_by(&priya, |viewer| people_page(viewer, &id(), &all)).unwrap();
    assert_eq!(people.rows.len(), 2);
    assert_eq!(people.rows[0].version, 3);
    let lines =
        world.seen_by(&priya, |viewer| history_page(viewer, &id(), &[], HistoryQuery::default())).unwrap().lines;
    assert_eq!(lines.iter().map(|line| line.n).collect::<Vec<_>>(), [Some(3), Some(2), Some(1)]);
    assert_eq!(lines[1].what, "made one change, for everyone at once");
    let csv = world.seen_by(&priya, |viewer| people_csv(viewer, &id(), &all)).unwrap();
    assert_eq!(csv.lines().count(), 3);
    assert!(
        world.seen_by(&priya, |viewer| editor_page(viewer, &id(), &Desk::default(), PublishChoice::default())).is_err()
    );
    assert!(world.seen_by(&amara, |viewer| people_page(viewer, &id(), &all)).is_err());
    assert!(world.seen_by(&amara, |viewer| version_page(viewer, &id(), 1)).is_err());
}

#[test]
fn a_long_history_stands_on_pages_and_tells_phases_from_the_program_itself() {
    let mut world = World::new();
    for n in 0..120 {
        world = world.changed("purpose", Value::Text(format!("Purpose {n}")), "ines-carvalho");
    }
    let author = |by: &str| Author { by: Some(person(by)), at: NOW };
    world.program = world.program.clone().moved(Phase::Paused, author("priya-raman")).unwrap();
    world.org.put_program(world.program.clone(), world.versions.clone());
    let ines = actor("ines-carvalho", Role::ProgramAdmin);
    let page = |query: &str| {
        world.seen_by(&ines, |viewer| history_page(viewer, &id(), &[], HistoryQuery::parse(query))).unwrap()
    };
    let (first, second) = (page(""), page("page=2"));
    let all = usize::try_from(world.program.n).unwrap() + 1;
    assert_eq!((first.lines.len(), second.lines.len()), (100, all - 100));
    assert_eq!((first.lines[0].what.as_str(), first.lines[0].n), ("paused it", None));
    assert_eq!(first.lines[1].n, Some(world.program.n));
    assert_eq!(first.lines[1].changes[0].after, "Purpose 119");
    assert_eq!(second.lines.last().unwrap().what, "made the program");
    assert_eq!(first.older.as_deref(), Some("/admin/programs/pairs-for-care/history?page=2"));
    assert_eq!((first.newer, second.older), (None, None));
    assert_eq!(second.newer.as_deref(), Some("/admin/programs/pairs-for-care/history"));
    assert_eq!(page("by=priya-raman").lines.len(), 1);
    assert_eq!(page("field=purpose").lines.len(), 100);
}

#[test]
fn the_steps_of_a_roll_out_stand_in_the_history() {
    let world = World::new();
    let told = |to| Event {
        seq: Seq(1),
        at: NOW,
        by: Some(person("ines-carvalho")),
        audience: Audience::Everyone,
        what: Happening::ProgramLetOut { program: id(), n: 2, to, digest: Default::default() },
    };
    let steps = [LetOut::Further { reach: Reach::Everyone }, LetOut::Stopped];
    let moves: Vec<RollOutStep> = steps.into_iter().filter_map(|to| RollOutStep::of(&told(to), &id())).collect();
    let sol = actor("sol-lindqvist", Role::OrgAdmin);
    let page = world.seen_by(&sol, |viewer| history_page(viewer, &id(), &moves, HistoryQuery::default())).unwrap();
    let lines: Vec<&str> = page.lines.iter().take(2).map(|line| line.what.as_str()).collect();
    assert_eq!(lines, ["let version 2 out to more people, for all", "stopped letting out version 2"]);
    assert!(RollOutStep::of(&told(LetOut::Stopped), &"other".parse().unwrap()).is_none());
}
