//! `cargo xtask serve`: from whatever the machine is to Kith in the browser.

use std::net::SocketAddr;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use clap::Args;

use crate::cargo;
use crate::fault::{Fault, Outcome};
use crate::paths::{Build, Paths};
use crate::run::Run;
use crate::say;
use crate::setup;
use crate::site::{Grade, Site};

/// How the server should run.
#[derive(Debug, Clone, Args)]
pub struct Wishes {
    /// Builds the server optimised.
    #[arg(long)]
    release: bool,
    /// Where to listen.
    #[arg(long, default_value = "127.0.0.1:3000")]
    addr: SocketAddr,
    /// The folder of the embedded database.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// A database server instead of the embedded one, such as `ws://127.0.0.1:8000`.
    #[arg(long, value_name = "URL", conflicts_with = "data")]
    db: Option<String>,
    /// Starts empty instead of with the demo company.
    #[arg(long)]
    no_demo: bool,
}

impl Wishes {
    /// Which of its builds is started.
    pub fn build(&self) -> Build {
        if self.release { Build::Release } else { Build::Dev }
    }

    /// The server as wished, not started yet.
    pub fn server(&self, paths: &Paths, site: &Path) -> Run {
        let server = Run::new(paths.binary(self.build(), "kith")).arg("serve");
        let server = server.arg("--addr").arg(self.addr.to_string()).arg("--site").arg(site);
        let server = match &self.db {
            Some(url) => server.arg("--db").arg(url),
            None => server.arg("--data").arg(&self.data),
        };
        if self.no_demo { server } else { server.arg("--demo") }
    }
}

/// Builds, then becomes the server, which so gets Ctrl-C and every other signal itself.
pub fn serve(paths: &Paths, wishes: &Wishes) -> Outcome {
    let tools = setup::for_building(paths)?;
    let site = Site::new(paths, &tools, Grade::Full);
    site.build()?;
    say::step("server", || cargo::build_binaries(paths, wishes.build(), &["kith"]))?;
    let cause = wishes.server(paths, &site.folder).into_command().exec();
    Err(Fault::new(format!("the server did not start: {cause}")))
}
