//! Every setting, by flag or by environment. A wrong value is refused at the start with what to write instead.

use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;
use store::Place;

/// Where the organisation is kept.
#[derive(Args, Clone, Debug)]
pub struct DatabaseArgs {
    /// Folder of the embedded database. Every change is on disk before it is acknowledged.
    #[arg(long, env = "KITH_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,

    /// Address of a SurrealDB server (`ws://host:8000`), instead of the folder; or `mem://`, which forgets.
    #[arg(long, env = "KITH_DB", value_name = "URL", value_parser = database_url)]
    pub db: Option<String>,

    /// User on the SurrealDB server.
    #[arg(long, env = "KITH_DB_USER", default_value = "root", value_name = "NAME")]
    pub db_user: String,

    /// Password on the SurrealDB server. Set it in the environment, so that no process list shows it.
    #[arg(long, env = "KITH_DB_PASSWORD", default_value = "root", hide_env_values = true, value_name = "PASSWORD")]
    pub db_password: String,
}

impl DatabaseArgs {
    /// The place these name.
    pub fn place(&self) -> Place {
        match self.db.as_deref() {
            None => Place::Folder(self.data.clone()),
            Some("mem://") => Place::Memory,
            Some(url) => {
                Place::Server { url: url.to_owned(), user: self.db_user.clone(), password: self.db_password.clone() }
            }
        }
    }
}

/// The settings of `kith serve`.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// Address to listen on.
    #[arg(long, env = "KITH_ADDR", default_value = "127.0.0.1:3000", value_name = "HOST:PORT")]
    pub addr: SocketAddr,

    /// Where the organisation is kept.
    #[command(flatten)]
    pub database: DatabaseArgs,

    /// Folder of the built site: styles, scripts, fonts and pictures.
    #[arg(long, env = "KITH_SITE", default_value = "./site", value_name = "DIR")]
    pub site: PathBuf,

    /// What the organisation is called.
    #[arg(long, env = "KITH_COMPANY", default_value = "Your organisation", value_name = "NAME")]
    pub company: String,

    /// The address people reach this server by, when a proxy stands before it: `https://kith.example`.
    #[arg(long, env = "KITH_ORIGIN", value_name = "URL", value_parser = origin)]
    pub origin: Option<String>,

    /// Serve the demo company: filled at the first start, and anybody may be any persona. Never with real data.
    #[arg(long, env = "KITH_DEMO", value_parser = clap::builder::FalseyValueParser::new())]
    pub demo: bool,

    /// Let pages of another build reload by themselves, as `cargo xtask dev` does.
    #[arg(long, env = "KITH_DEV_RELOAD", hide = true, value_parser = clap::builder::FalseyValueParser::new())]
    pub dev_reload: bool,

    /// Changes a person may make in a minute before they are asked to slow down.
    #[arg(long, env = "KITH_WRITES_PER_MINUTE", default_value_t = 240, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub writes_per_minute: u32,

    /// Sign-ins from one network address in a minute before it is asked to slow down.
    #[arg(long, env = "KITH_SIGN_INS_PER_MINUTE", default_value_t = 30, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub sign_ins_per_minute: u32,

    /// How many proxies stand before this server. The entry that the outermost of them wrote into X-Forwarded-For is
    /// then believed to be who asks; with none, nobody's word is taken for it.
    #[arg(long, env = "KITH_TRUSTED_PROXIES", default_value_t = 0, value_name = "N")]
    pub trusted_proxies: u8,
}

fn database_url(text: &str) -> Result<String, String> {
    let known = text == "mem://" || text.starts_with("ws://") || text.starts_with("wss://");
    known.then(|| text.to_owned()).ok_or_else(|| {
        "write ws://host:port or wss://host:port for a SurrealDB server, mem:// to try things out, \
         or leave it out and use --data"
            .to_owned()
    })
}

fn origin(text: &str) -> Result<String, String> {
    let shaped = (text.starts_with("https://") || text.starts_with("http://")) && text.matches('/').count() == 2;
    shaped
        .then(|| text.to_owned())
        .ok_or_else(|| "write scheme, host and port only, such as https://kith.example".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_value_says_what_to_write() {
        assert!(database_url("surrealkv://data").unwrap_err().contains("ws://host:port"));
        assert!(origin("kith.example").unwrap_err().contains("https://kith.example"));
        assert!(origin("https://kith.example/path").is_err());
        assert_eq!(database_url("ws://127.0.0.1:8000"), Ok("ws://127.0.0.1:8000".to_owned()));
    }
}
