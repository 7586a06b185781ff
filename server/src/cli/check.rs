//! `kith check`: what an organisation's pages are answered from, held against what its database holds.

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::Args;
use domain::actor::Actor;
use domain::rejection::Rejection;
use store::{Clock, GraphCheck, Store};

/// How many rows that differ are listed.
const MOST_LISTED: usize = 50;

/// Which database.
#[derive(Args, Debug)]
pub(super) struct Check {
    #[command(flatten)]
    database: DatabaseArgs,
}

impl Check {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = Store::open(self.database.place(), Clock::Machine).await?;
        let check = store.check_graph(&Actor::Console).await?;
        lines(&check).iter().for_each(|line| say(line));
        if check.is_equal() {
            return Ok(());
        }
        store.keep().await?;
        let said = "What was kept in memory differed from the database. It was made anew; nothing in the database was \
            changed.";
        Err(Rejection::Conflict(said.to_owned()).into())
    }
}

fn lines(check: &GraphCheck) -> Vec<String> {
    let (size, digest) = (check.found.size, check.found.digest);
    let mut lines = vec![
        format!("{} people, {} skills, {} edges, at event {}.", size.people, size.skills, size.edges, check.found.at.0),
        format!("in memory    {digest}"),
        format!("from tables  {}", check.rebuilt),
    ];
    let none = || "nothing".to_owned();
    lines.extend(check.differing.iter().take(MOST_LISTED).map(|row| {
        let (here, there) = (row.here.clone().unwrap_or_else(none), row.there.clone().unwrap_or_else(none));
        format!("{}: in memory {here}, in the tables {there}", row.row)
    }));
    let more = check.differing.len().saturating_sub(MOST_LISTED);
    lines.extend((more > 0).then(|| format!("… and {more} more rows")));
    lines
}
