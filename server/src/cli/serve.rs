//! `kith serve`

use super::user::say_link;
use super::{CliError, say};
use crate::{App, Config};
use clap::Args;
use domain::actor::Actor;
use domain::text::{EmailAddress, Name};
use store::{Clock, Store};

/// The settings of the server, and who comes first.
#[derive(Args, Debug)]
pub(super) struct Serve {
    #[command(flatten)]
    config: Config,

    /// Who becomes the first organisation admin: `Sol Lindqvist <sol@kith.example>`. Until anybody has joined, every
    /// start prints a new link by which they choose a password; afterwards this does nothing. Not for the demo.
    #[arg(long, env = "KITH_FIRST_ADMIN", value_name = "NAME <EMAIL>", value_parser = FirstAdmin::parse)]
    first_admin: Option<FirstAdmin>,
}

/// Whom to invite.
#[derive(Clone, Debug, PartialEq, Eq)]
struct FirstAdmin {
    name: Name,
    email: EmailAddress,
}

impl FirstAdmin {
    fn parse(text: &str) -> Result<Self, String> {
        let pair = text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<'));
        let parsed = pair.and_then(|(name, email)| {
            Some(Self { name: Name::parse("name", name).ok()?, email: EmailAddress::parse(email).ok()? })
        });
        parsed.ok_or_else(|| "write a name and an address, such as 'Sol Lindqvist <sol@kith.example>'".to_owned())
    }
}

impl Serve {
    /// Serves until the process is told to stop, then finishes what is under way.
    pub(super) async fn run(self) -> Result<(), CliError> {
        let app = App::start(&self.config, Clock::Machine).await?;
        let addr = app.addr().unwrap_or(self.config.addr);
        if self.config.demo {
            say("The demo company is Fernhill Cooperative. Be one of:");
            for persona in store::demo::PERSONAS {
                say(&format!("  {:<16} {:<16} {}", persona.id, persona.called, persona.shows));
            }
        } else {
            self.welcome(app.store(), &format!("http://{addr}")).await?;
        }
        // Whoever reads that it answers may tell it to stop at once.
        let told_to_stop = told_to_stop();
        say(&format!("Kith answers at http://{addr}"));
        app.serve(told_to_stop).await?;
        Ok(())
    }

    /// Lets somebody in while nobody is.
    async fn welcome(&self, store: &Store, here: &str) -> Result<(), CliError> {
        if let Some(first) = &self.first_admin {
            let invited = store.invite_first_admin(&Actor::Console, &first.name, &first.email).await?;
            if let Some(invitation) = invited {
                say_link(self.config.origin.as_deref().unwrap_or(here), &invitation);
            }
        } else if store.read(&Actor::Console, |org| Ok(org.all_people().next().is_none()))? {
            say(NOBODY);
        }
        Ok(())
    }
}

const NOBODY: &str = "Nobody is in this organisation yet. Start it with --first-admin 'NAME <EMAIL>' (or set \
    KITH_FIRST_ADMIN), and the link by which they join stands here.";

/// Ctrl-C, or the signal that service managers send; heard from now on.
fn told_to_stop() -> impl Future<Output = ()> {
    let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    async {
        let interrupt = tokio::signal::ctrl_c();
        match terminate {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => drop(interrupt.await),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FirstAdmin;

    #[test]
    fn the_first_admin_has_a_name_and_an_address() {
        let sol = FirstAdmin::parse("Sol Lindqvist <Sol@Kith.example>").unwrap();
        assert_eq!((sol.name.as_str(), sol.email.as_str()), ("Sol Lindqvist", "sol@kith.example"));
        for wrong in
            ["", "Sol Lindqvist", "sol@kith.example", "<sol@kith.example>", "Sol <sol>", "Sol <sol@kith.example"]
        {
            assert!(FirstAdmin::parse(wrong).unwrap_err().contains("Sol Lindqvist <sol@kith.example>"), "{wrong}");
        }
    }
}
