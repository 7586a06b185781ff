//! The way to the mail server: one mail at a time, step by step, so that what it refuses is known for what it is.

use super::message::message;
use super::smtp_url::{Secrecy, SmtpUrl};
use crate::Config;
use crate::calendar::Describing;
use crate::calendar::mail::part_of;
use domain::actor::Actor;
use domain::id::PersonId;
use domain::mail::{CalendarNews, CalendarPart, Delivery, MailSetup};
use lettre::message::Mailbox;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use std::time::Duration;
use store::{Outgoing, Store};
use tokio::time::timeout;

/// How long each step may take.
const STEP: Duration = Duration::from_secs(20);
/// How long all of it may take: less than the lease of the job.
const WHOLE: Duration = Duration::from_secs(75);

/// Hands mails over to a mail server.
#[derive(Clone)]
pub struct Post {
    server: SmtpUrl,
    from: Mailbox,
    origin: String,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Post({})", self.server.shown())
    }
}

/// Why mail cannot be sent as the settings say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSetUp {
    /// The address of the mail server makes no sense.
    #[error("KITH_SMTP_URL cannot be read. {0}")]
    Server(&'static str),
    /// The address that mail comes from makes no sense, or there is none.
    #[error("KITH_MAIL_FROM has to be the address that mail comes from, such as 'Kith <kith@company.example>'.")]
    From,
}

/// A step of the way that did not work.
enum Stopped {
    /// Before the address was named, or on the way.
    Before(Error),
    /// When it was.
    AtAddress(Error),
    /// When the mail itself was handed over.
    AtMail(Error),
}

impl Post {
    /// The way that the settings name; `None` when they name none. Links in mails lead to `here` when no other address is
    /// set.
    pub fn of(config: &Config, here: &str) -> Result<Option<Self>, NotSetUp> {
        let Some(url) = config.smtp_url.as_ref().map(|url| url.reveal()).filter(|url| !url.trim().is_empty()) else {
            return Ok(None);
        };
        let server = SmtpUrl::parse(url).map_err(NotSetUp::Server)?;
        let from = config.mail_from.as_deref().unwrap_or_default();
        let from = from.parse().map_err(|_| NotSetUp::From)?;
        let origin = config.origin.clone().unwrap_or_else(|| here.to_owned());
        Ok(Some(Self { server, from, origin }))
    }

    /// What an admin is shown of it.
    pub fn setup(&self) -> MailSetup {
        MailSetup { server: self.server.shown(), from: self.from.to_string(), origin: self.origin.clone() }
    }

    /// The address that mail comes from.
    pub const fn from(&self) -> &Mailbox {
        &self.from
    }

    /// What calendars read of `news`, as of now.
    pub fn calendar_part(
        &self,
        store: &Store,
        news: &CalendarNews,
        person: &PersonId,
    ) -> store::Result<Option<CalendarPart>> {
        let address = Some(self.from.email.as_ref());
        store.read(&Actor::Console, |org| {
            let by = Describing { org, origin: &self.origin, address, hides_titles: false };
            Ok(part_of(&by, news, person))
        })
    }

    /// Hands one mail over and says what came of it.
    pub async fn deliver(&self, outgoing: &Outgoing) -> Delivery {
        match timeout(WHOLE, self.hand_over(outgoing)).await {
            Ok(delivery) => delivery,
            Err(_) => Delivery::Later("The mail server did not answer in time.".to_owned()),
        }
    }

    async fn hand_over(&self, outgoing: &Outgoing) -> Delivery {
        let message = match message(outgoing, &self.from, &self.origin) {
            Ok(message) => message,
            Err(cause) => return Delivery::MailRefused(format!("It could not be put together: {cause}")),
        };
        let mut way = match self.connected().await {
            Ok(way) => way,
            Err(error) => return Delivery::Later(error.to_string()),
        };
        let Some(to) = message.envelope().to().first().cloned() else {
            return Delivery::MailRefused("It is to nobody.".to_owned());
        };
        let is_plain = to.to_string().is_ascii() && self.from.email.to_string().is_ascii();
        let options = match (is_plain, way.server_info()) {
            (true, _) => Vec::new(),
            (false, server) if server.supports_feature(Extension::SmtpUtfEight) => vec![MailParameter::SmtpUtfEight],
            (false, _) => {
                way.abort().await;
                return Delivery::AddressRefused("The mail server takes no addresses with such letters.".to_owned());
            }
        };
        let sent = async {
            way.command(Mail::new(Some(self.from.email.clone()), options)).await.map_err(Stopped::Before)?;
            way.command(Rcpt::new(to, Vec::new())).await.map_err(Stopped::AtAddress)?;
            way.command(Data).await.map_err(Stopped::AtMail)?;
            way.message(&message.formatted()).await.map_err(Stopped::AtMail)
        };
        let delivery = match sent.await {
            Ok(_) => Delivery::Accepted,
            Err(stopped) => stopped.delivery(),
        };
        // It was taken or not; how the connection ends changes nothing of that.
        way.abort().await;
        delivery
    }

    async fn connected(&self) -> Result<AsyncSmtpConnection, Error> {
        let (host, hello) = (self.server.host.as_str(), ClientId::default());
        let tls = || TlsParameters::new(host.to_owned());
        let at_once = if self.server.secrecy == Secrecy::Tls { Some(tls()?) } else { None };
        let place = (host, self.server.port);
        let mut way = AsyncSmtpConnection::connect_tokio1(place, Some(STEP), &hello, at_once, None).await?;
        if self.server.secrecy == Secrecy::StartTls {
            way.starttls(tls()?, &hello).await?;
        }
        if let Some(credentials) = &self.server.credentials {
            way.auth(&[Mechanism::Plain, Mechanism::Login], credentials).await?;
        }
        Ok(way)
    }
}

impl Stopped {
    /// Only what the mail server says of the address speaks against the address; and only what it refuses for good is not
    /// tried again.
    fn delivery(&self) -> Delivery {
        match self {
            Self::AtAddress(error) if error.is_permanent() => Delivery::AddressRefused(said(error)),
            Self::AtMail(error) if error.is_permanent() => Delivery::MailRefused(said(error)),
            Self::Before(error) | Self::AtAddress(error) | Self::AtMail(error) => Delivery::Later(said(error)),
        }
    }
}

/// The words of the mail server, with its code.
fn said(error: &Error) -> String {
    use std::error::Error as _;
    match (error.status(), error.source()) {
        (Some(code), Some(words)) => format!("{code} {words}"),
        _ => error.to_string(),
    }
}
