//! G2: how the whole organisation stands — cover of every skill, single points of failure, what each person's leaving
//! and the worst pair's cost — and whether that is what the tables say after ten thousand edits.

use crate::Figure;
use crate::edits::Edit;
use crate::fault::Fault;
use crate::pairs::{percentile, said, timed};
use crate::workload::{NOW, PEOPLE, company};
use domain::actor::Actor;
use domain::graph::{Graph, PairLoss};
use domain::id::{PersonId, SkillId};
use std::path::Path;
use std::time::Duration;
use store::{Clock, Place, Store};

const EDITS: u64 = 10_000;
const TIMES: usize = 31;

pub fn measure() -> Result<Figure, Fault> {
    let folder = std::env::temp_dir().join(format!("kith-g2-{}", std::process::id()));
    let figure = crate::runtime()?.block_on(measured(&folder));
    std::fs::remove_dir_all(&folder).map_err(Fault::of)?;
    figure
}

/// In a folder, as the engine in memory copies the whole database for each change.
async fn measured(folder: &Path) -> Result<Figure, Fault> {
    let console = Actor::Console;
    let store = Store::open(Place::Folder(folder.to_owned()), Clock::standing_at(NOW)).await?;
    store.load_company(&console, &company(PEOPLE)).await?;
    let (mut answering, mut counting) = store.read(&console, |org| {
        let graph = org.graph();
        Ok((times(|| drop(Stand::of(graph))), times(|| drop(Stand::of(&Graph::of(org))))))
    })?;
    for number in 0..EDITS {
        Edit::of(number)?.make(&store).await?;
    }
    let kept = store.read(&console, |org| Ok(org.graph_now()))?;
    let check = store.check_graph(&console).await?;
    store.reload().await?;
    let anew = store.read(&console, |org| Ok(org.graph_now()))?;
    let is_equal = check.is_equal() && Stand::of(&kept) == Stand::of(&anew);
    let (answer, count) = (percentile(&mut answering, 50), percentile(&mut counting, 50));
    let equal = if is_equal { "equal to" } else { "different from" };
    let ours = format!(
        "{} to answer, {} with all counted anew; after {EDITS} edits {equal} what the tables say",
        said(answer),
        said(count),
    );
    Ok(Figure { ours, reached: is_equal && answer <= Duration::from_millis(50) })
}

fn times(work: impl Fn()) -> Vec<Duration> {
    (0..TIMES).map(|_| timed(&work).0).collect()
}

/// Everything that is asked.
#[derive(PartialEq, Eq)]
struct Stand<'a> {
    cover: Vec<(&'a SkillId, u32)>,
    single: Vec<(&'a SkillId, &'a PersonId)>,
    losses: Vec<(&'a PersonId, u64)>,
    worst: Option<PairLoss<'a>>,
    risk: u64,
}

impl<'a> Stand<'a> {
    fn of(graph: &'a Graph) -> Self {
        Self {
            cover: graph.covers(),
            single: graph.single_points(),
            losses: graph.losses().into_iter().map(|loss| (loss.person, loss.risk)).collect(),
            worst: graph.worst_pair(),
            risk: graph.risk(),
        }
    }
}
