//! Every setting, by flag or by environment. A wrong value is refused at the start with what to write instead.

use clap::builder::BoolishValueParser;
use clap::{Args, ValueEnum};
use std::net::SocketAddr;
use std::path::PathBuf;
use store::Place;
use tracing_subscriber::EnvFilter;

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
    #[arg(long, env = "KITH_DEMO", value_parser = BoolishValueParser::new())]
    pub demo: bool,

    /// Let pages of another build reload by themselves, as `cargo xtask dev` does.
    #[arg(long, env = "KITH_DEV_RELOAD", hide = true, value_parser = BoolishValueParser::new())]
    pub dev_reload: bool,

    /// Changes a person may make in a minute before they are asked to slow down.
    #[arg(long, env = "KITH_WRITES_PER_MINUTE", default_value_t = 240, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub writes_per_minute: u32,

    /// Sign-ins from one network address in a minute before it is asked to slow down.
    #[arg(long, env = "KITH_SIGN_INS_PER_MINUTE", default_value_t = 30, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub sign_ins_per_minute: u32,

    /// The mail server by which mail goes out: `smtp://user:password@host:587` (with STARTTLS) or
    /// `smtps://user:password@host:465`. Without one no mail is sent, and everything stands in Kith. Set it in the
    /// environment, so that no process list shows it. Not for the demo.
    #[arg(long, env = "KITH_SMTP_URL", hide_env_values = true, value_name = "URL", requires = "mail_from", value_parser = Hidden::parse)]
    pub smtp_url: Option<Hidden>,

    /// The address that mail comes from: `Kith <kith@company.example>`. Links in mails lead to --origin.
    #[arg(long, env = "KITH_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,

    /// How many proxies stand before this server. The entry that the outermost of them wrote into X-Forwarded-For is
    /// then believed to be who asks; with none, nobody's word is taken for it.
    #[arg(long, env = "KITH_TRUSTED_PROXIES", default_value_t = 0, value_name = "N")]
    pub trusted_proxies: u8,
}

/// A setting that nothing writes out, since it holds a password.
#[derive(Clone)]
pub struct Hidden(String);

impl Hidden {
    /// What was set, whatever it is: it is read where nothing repeats it.
    pub fn parse(text: &str) -> Result<Self, std::convert::Infallible> {
        Ok(Self(text.to_owned()))
    }

    /// For the one place that reads it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Hidden {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Hidden(…)")
    }
}

/// How and what every command logs, on standard error.
#[derive(Args, Clone, Debug)]
pub struct LogArgs {
    /// How a line of the log is written.
    #[arg(long, env = "KITH_LOG", global = true, value_name = "HOW", default_value = "text")]
    pub log: LogForm,

    /// What is logged, as `tracing` reads it: `warn,server=debug`. By default what needs attention, and of `kith serve`
    /// also what it does.
    #[arg(long, env = "RUST_LOG", global = true, value_name = "FILTER", value_parser = log_filter)]
    pub log_filter: Option<String>,
}

/// How a line of the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogForm {
    /// For people.
    Text,
    /// For programs: one JSON object a line.
    Json,
}

fn database_url(text: &str) -> Result<String, String> {
    let known = text == "mem://" || text.starts_with("ws://") || text.starts_with("wss://");
    known.then(|| text.to_owned()).ok_or_else(|| {
        "write ws://host:port or wss://host:port for a SurrealDB server, mem:// to try things out, \
         or leave it out and use --data"
            .to_owned()
    })
}

/// An origin exactly as browsers write it, since it is compared with what they send.
pub(crate) fn origin(text: &str) -> Result<String, String> {
    let unshaped = || "write scheme, host and port only, such as https://kith.example".to_owned();
    let (scheme, rest) = text.split_once("://").ok_or_else(unshaped)?;
    // The colons inside the brackets of an IPv6 address are not the one before a port.
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (rest, None),
    };
    let usual = match scheme {
        "https" => "443",
        "http" => "80",
        _ => return Err(unshaped()),
    };
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '[' | ']' | ':');
    if host.is_empty() || !host.chars().all(is_letter) || port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(unshaped());
    }
    let sent = format!("{scheme}://{}", host.to_ascii_lowercase());
    let sent = port.filter(|port| *port != usual).map_or_else(|| sent.clone(), |port| format!("{sent}:{port}"));
    if sent == text { Ok(sent) } else { Err(format!("write {sent}, which is what browsers send")) }
}

fn log_filter(text: &str) -> Result<String, String> {
    match EnvFilter::builder().parse(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(cause) => Err(format!("write levels such as warn,server=debug ({cause})")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{Arg, Command, CommandFactory, Parser};

    #[derive(Debug, Parser)]
    struct Serve {
        #[command(flatten)]
        config: Config,
        #[command(flatten)]
        log: LogArgs,
    }

    fn parsed(args: &[&str]) -> Result<Serve, String> {
        Serve::try_parse_from(["serve"].iter().chain(args)).map_err(|wrong| wrong.to_string())
    }

    #[test]
    fn a_wrong_value_says_what_to_write() {
        for (args, said) in [
            (["--db", "surrealkv://data"], "ws://host:port"),
            (["--origin", "kith.example"], "https://kith.example"),
            (["--origin", "https://"], "https://kith.example"),
            (["--origin", "https://kith.example/path"], "https://kith.example"),
            (["--origin", "https://kith.example:port"], "https://kith.example"),
            (["--origin", "https://kith.example:443"], "write https://kith.example,"),
            (["--origin", "http://kith.example:80"], "write http://kith.example,"),
            (["--origin", "https://Kith.example"], "write https://kith.example,"),
            (["--log", "jsn"], "json"),
            (["--log-filter", "server=loud"], "warn,server=debug"),
            (["--trusted-proxies", "many"], "--trusted-proxies"),
            (["--writes-per-minute", "0"], "--writes-per-minute"),
            (["--addr", "3000"], "--addr"),
        ] {
            let wrong = parsed(&args).unwrap_err();
            assert!(wrong.contains(said), "{args:?}: {wrong}");
        }
    }

    #[test]
    fn a_right_value_is_taken_as_it_is() {
        for text in ["https://kith.example", "http://127.0.0.1:3000", "https://[::1]:8443", "http://[::1]"] {
            assert_eq!(origin(text), Ok(text.to_owned()));
        }
        let serve = parsed(&["--log", "json", "--trusted-proxies", "2", "--db", "ws://127.0.0.1:8000"]).unwrap();
        assert_eq!((serve.log.log, serve.config.trusted_proxies), (LogForm::Json, 2));
        assert_eq!(serve.config.database.db.as_deref(), Some("ws://127.0.0.1:8000"));
        assert_eq!(parsed(&[]).unwrap().config.trusted_proxies, 0, "nobody's word is taken");
    }

    #[test]
    fn yes_or_no_is_not_guessed() {
        let command = Serve::command();
        for id in ["demo", "dev_reload"] {
            let setting = command.get_arguments().find(|setting| setting.get_id() == id).unwrap();
            let word = Arg::new("word").value_parser(setting.get_value_parser().clone());
            let is_taken = |text: &str| Command::new("kith").arg(&word).try_get_matches_from(["kith", text]).is_ok();
            assert!(is_taken("true") && is_taken("off") && !is_taken("flase"), "{id}");
        }
    }
}
