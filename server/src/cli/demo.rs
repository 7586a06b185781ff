//! `kith demo`: fills a database with the demo company, or with a large one to measure with.

use super::{CliError, say};
use crate::config::DatabaseArgs;
use clap::Args;
use domain::actor::Actor;
use store::demo::{Company, company, generated};
use store::{Clock, Store};

/// What to fill the database with.
#[derive(Args, Debug)]
pub(super) struct Demo {
    #[command(flatten)]
    database: DatabaseArgs,

    /// Replace everything that the database holds. Without it only an empty one is filled.
    #[arg(long)]
    replace: bool,

    /// Instead of Fernhill, an organisation of so many generated people: 15 skills for each 100 of them, and for each
    /// of them 15 levels, 5 wants and 2 meetings; and one program that all of them are in.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(20..=100_000))]
    people: Option<u32>,

    /// Generated organisations of the same seed are the same.
    #[arg(long, value_name = "N", default_value_t = 1, requires = "people")]
    seed: u64,

    /// Lengthen the log by so many events.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    events: Option<u32>,
}

impl Demo {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = Store::open(self.database.place(), Clock::Machine).await?;
        let company = self.company(&store);
        if self.replace {
            store.replace_company(&Actor::Console, &company).await?;
        } else {
            store.load_company(&Actor::Console, &company).await?;
        }
        if let Some(count) = self.events {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            store.lengthen_log(&Actor::Console, company.events(count)).await?;
        }
        store.keep().await?;
        let (people, teams, skills) = (company.people.len(), company.teams.len(), company.skills.len());
        say(&format!("{}: {people} people, {teams} teams, {skills} skills.", company.name));
        Ok(())
    }

    fn company(&self, store: &Store) -> Company {
        let now = store.clock().now();
        self.people.map_or_else(|| company(now), |people| generated(self.seed, people, now))
    }
}
