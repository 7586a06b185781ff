//! `kith user`

use super::{CliError, say};
use crate::config::{DatabaseArgs, origin};
use clap::{Args, Subcommand, ValueEnum};
use domain::actor::{Actor, Role};
use domain::id::PersonId;
use domain::text::{EmailAddress, Name};
use store::{Clock, Invitation, Store};

/// Invite people, make admins, reset passwords.
#[derive(Args, Debug)]
pub(super) struct User {
    #[command(subcommand)]
    task: Task,
    #[command(flatten)]
    database: DatabaseArgs,
    /// The address people reach the server by, for the links that are printed.
    #[arg(long, env = "KITH_ORIGIN", default_value = "http://127.0.0.1:3000", value_name = "URL", value_parser = origin)]
    origin: String,
}

#[derive(Subcommand, Debug)]
enum Task {
    /// Add somebody and print the link by which they choose a password, within fourteen days.
    Invite {
        /// Their name.
        name: String,
        /// Their e-mail address.
        email: String,
        /// What they may do.
        #[arg(long, default_value = "member")]
        role: RoleName,
    },
    /// Give somebody a role.
    Role {
        /// Their handle, as in the address of their page.
        handle: String,
        /// What they may do.
        role: RoleName,
    },
    /// Print a link by which somebody chooses a new password, within thirty minutes.
    Reset {
        /// Their handle, as in the address of their page.
        handle: String,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    Member,
    Manager,
    ProgramAdmin,
    OrgAdmin,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Member => Self::Member,
            RoleName::Manager => Self::Manager,
            RoleName::ProgramAdmin => Self::ProgramAdmin,
            RoleName::OrgAdmin => Self::OrgAdmin,
        }
    }
}

impl User {
    pub(super) async fn run(self) -> Result<(), CliError> {
        let store = Store::open(self.database.place(), Clock::Machine).await?;
        match self.task {
            Task::Invite { name, email, role } => {
                let (name, email) = (Name::parse("name", &name)?, EmailAddress::parse(&email)?);
                let invitation = store.invite(&Actor::Console, &name, &email, role.into()).await?;
                say_link(&self.origin, &invitation);
            }
            Task::Role { handle, role } => {
                store.set_role(&Actor::Console, &PersonId::parse(&handle)?, role.into()).await?;
                say(&format!("{handle} is now {}.", Role::from(role).title().to_lowercase()));
            }
            Task::Reset { handle } => {
                let invitation = store.offer_reset(&Actor::Console, &PersonId::parse(&handle)?).await?;
                say_link(&self.origin, &invitation);
            }
        }
        Ok(())
    }
}

pub(super) fn say_link(origin: &str, invitation: &Invitation) {
    say(&format!("Give {} this link; it works once:", invitation.person));
    say(&format!("  {origin}/join/{}", invitation.token.reveal()));
}
