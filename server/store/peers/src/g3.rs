//! G3: from sending a change to reading it from the graph, durable writes included, and how long a million edges take
//! to be rebuilt.

use crate::Figure;
use crate::edits::Edit;
use crate::fault::Fault;
use crate::pairs::{percentile, said, timed};
use crate::workload::{PEOPLE, company, organisation};
use domain::actor::Actor;
use domain::graph::Graph;
use std::time::{Duration, Instant};
use store::{Clock, Place, Store};

const EDITS: u64 = 1_000;
/// So many people have a million edges.
const MANY: u32 = 50_000;
const TIMES: usize = 5;

pub fn measure() -> Result<Figure, Fault> {
    let folder = std::env::temp_dir().join(format!("kith-g3-{}", std::process::id()));
    let times = crate::runtime()?.block_on(visible(&folder));
    std::fs::remove_dir_all(&folder).map_err(Fault::of)?;
    let (mut times, is_equal) = times?;
    let (edges, mut rebuilds) = rebuilt();
    let (p50, p99) = (percentile(&mut times, 50), percentile(&mut times, 99));
    let rebuild = percentile(&mut rebuilds, 50);
    let equal = if is_equal { "equal to" } else { "different from" };
    let ours = format!(
        "p50 {}, p99 {} over {EDITS} durable edits, then {equal} the tables; {edges} edges rebuilt in {}",
        said(p50),
        said(p99),
        said(rebuild),
    );
    let reached = is_equal && p99 <= Duration::from_millis(20) && rebuild <= Duration::from_secs(2);
    Ok(Figure { ours, reached })
}

/// From sending each edit to reading it, and whether the graph is what the tables say afterwards.
async fn visible(folder: &std::path::Path) -> Result<(Vec<Duration>, bool), Fault> {
    let store = Store::open(Place::Folder(folder.to_owned()), Clock::Machine).await?;
    store.load_company(&Actor::Console, &company(PEOPLE)).await?;
    let mut times = Vec::new();
    for number in 0..EDITS {
        let edit = Edit::of(number)?;
        let begun = Instant::now();
        edit.make(&store).await?;
        // Whatever the edit came to is in the graph that everybody reads from now on.
        store.read(&Actor::Console, |org| Ok(org.graph().link(&edit.person, &edit.skill)))?;
        times.push(begun.elapsed());
    }
    Ok((times, store.check_graph(&Actor::Console).await?.is_equal()))
}

fn rebuilt() -> (u32, Vec<Duration>) {
    let org = organisation(company(MANY));
    let edges = org.graph().size().edges;
    (edges, (0..TIMES).map(|_| timed(|| Graph::of(&org)).0).collect())
}
