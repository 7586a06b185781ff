//! L1: a change to a program that ten thousand people are in. What an admin waits for while typing (their draft is kept,
//! and what it would do to whom is worked out) and when publishing (checked, written durably, in everybody's memory).

use crate::Figure;
use crate::fault::Fault;
use crate::pairs::{percentile, said};
use crate::workload::{PEOPLE, company};
use domain::actor::{Actor, Member, Role};
use domain::id::{PersonId, ProgramId};
use domain::program::forms::{PublishForm, Published};
use domain::program::{Digest, DraftForm, List, Path, Policy};
use std::path::Path as Folder;
use std::time::{Duration, Instant};
use store::{Clock, Error, Place, Store};

const CHANGES: u32 = 200;
const PROGRAM: &str = "pairs-for-everybody";

pub fn measure() -> Result<Figure, Fault> {
    let folder = std::env::temp_dir().join(format!("kith-l1-{}", std::process::id()));
    let times = crate::runtime()?.block_on(edited(&folder));
    std::fs::remove_dir_all(&folder).map_err(Fault::of)?;
    let Times { mut keeps, mut previews, mut saves, people } = times?;
    let (keep, preview, save) = (percentile(&mut keeps, 99), percentile(&mut previews, 99), percentile(&mut saves, 99));
    let ours = format!(
        "p99 of {CHANGES}: preview {}, save {}, draft kept {}; every one for {people} people",
        said(preview),
        said(save),
        said(keep),
    );
    let reached = preview <= Duration::from_millis(300) && save <= Duration::from_millis(100);
    Ok(Figure { ours, reached })
}

#[derive(Default)]
struct Times {
    keeps: Vec<Duration>,
    previews: Vec<Duration>,
    saves: Vec<Duration>,
    people: u32,
}

/// Changes of every reach and kind, one after the other, each as the editor makes it. The program has a longer history
/// with each, as one has that is refined live.
async fn edited(folder: &Folder) -> Result<Times, Fault> {
    let store = Store::open(Place::Folder(folder.to_owned()), Clock::Machine).await?;
    store.load_company(&Actor::Console, &company(PEOPLE)).await?;
    let id = PersonId::parse("person-00001").map_err(Fault::of)?;
    store.set_role(&Actor::Console, &id, Role::ProgramAdmin).await?;
    let admin = &Actor::Person(Member { id, role: Role::ProgramAdmin, team: None });
    let program = ProgramId::parse(PROGRAM).map_err(Fault::of)?;
    let stages = store.read(admin, |org| Ok(org.program(&program).map(|one| one.settings.items(List::Stages))))?;
    let stages = stages.ok_or_else(|| Fault("the generated organisation has no program".to_owned()))?;
    let mut times = Times::default();
    for (number, stage) in (0..CHANGES).zip(stages.iter().cycle()) {
        let (path, text) = match number % 4 {
            0 => (Path::field("purpose"), format!("Both learn, as version {number} says.")),
            1 => (Path::item(List::Stages, stage, "title"), format!("Stage of version {number}")),
            2 => (Path::field("seats"), (PEOPLE + number).to_string()),
            _ => (Path::field("answer_within"), (number % 14 + 1).to_string()),
        };
        let policy = match number % 3 {
            0 => Policy::EveryoneNow,
            1 => Policy::NextStage,
            _ => Policy::NewJoiners,
        };
        change(&store, (admin, &program), (path, text), policy, &mut times).await?;
    }
    Ok(times)
}

async fn change(
    store: &Store,
    (admin, program): (&Actor, &ProgramId),
    (path, text): (Path, String),
    policy: Policy,
    times: &mut Times,
) -> Result<(), Fault> {
    let base = store.read(admin, |org| Ok(org.program(program).map_or(0, |one| one.n)))?;
    let form = DraftForm { base, values: [(path.to_string(), text)].into(), ..DraftForm::default() };
    let begun = Instant::now();
    store.keep_draft(admin, program, &form).await?;
    times.keeps.push(begun.elapsed());
    let begun = Instant::now();
    let page = store.editor_page(admin, program, &format!("form[policy]={}", policy.as_str())).await?;
    times.previews.push(begun.elapsed());
    times.people = page.head.people;
    let form = PublishForm { policy, seen: Digest(page.review.seen), ..PublishForm::default() };
    let begun = Instant::now();
    let published = store.publish(admin, program, &form).await;
    times.saves.push(begun.elapsed());
    match published {
        Ok(Published::Live { n }) if n == base + 1 => Ok(()),
        Ok(other) => Err(Fault(format!("version {} was to follow, and {other:?} did", base + 1))),
        Err(Error::Rejected(why)) => Err(Fault(format!("the change of {path} was refused: {why}"))),
        Err(error) => Err(error.into()),
    }
}
