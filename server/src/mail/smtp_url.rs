//! The address of a mail server, as it stands in a setting: `smtp://user:password@host:587` or `smtps://…`.

use lettre::transport::smtp::authentication::Credentials;
use std::net::IpAddr;

/// How the way to the mail server is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Secrecy {
    /// From the first byte.
    Tls,
    /// From STARTTLS on; without it nothing is said.
    StartTls,
    /// Not at all: to this machine itself, or where somebody says so.
    Plain,
}

/// A mail server.
#[derive(Clone)]
pub(super) struct SmtpUrl {
    pub host: String,
    pub port: u16,
    pub secrecy: Secrecy,
    pub credentials: Option<Credentials>,
}

impl SmtpUrl {
    /// Reads the setting. What is wrong is said without repeating it, since it holds a password.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (scheme, rest) = text.trim().split_once("://").ok_or(SHAPE)?;
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (user, place) = match rest.trim_end_matches('/').rsplit_once('@') {
            Some((user, place)) => (Some(user), place),
            None => (None, rest.trim_end_matches('/')),
        };
        let (host, port) = host_and_port(place)?;
        let secrecy = secrecy(scheme, query, &host)?;
        let usual = if secrecy == Secrecy::Tls { 465 } else { 587 };
        let credentials = user.map(credentials).transpose()?;
        if credentials.is_some() && secrecy == Secrecy::Plain && !is_here(&host) {
            return Err("A password is not sent in the clear: leave out tls=none, or user and password.");
        }
        Ok(Self { host, port: port.unwrap_or(usual), secrecy, credentials })
    }

    /// The server, without who signs in there.
    pub fn shown(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }
}

const SHAPE: &str = "Write smtp://user:password@host:587, or smtps://user:password@host:465.";

fn host_and_port(place: &str) -> Result<(String, Option<u16>), &'static str> {
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (place, None),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | ':');
    if host.is_empty() || !host.chars().all(is_letter) {
        return Err(SHAPE);
    }
    let port = port.map(|port| port.parse().map_err(|_| SHAPE)).transpose()?;
    Ok((host.to_owned(), port))
}

fn secrecy(scheme: &str, query: &str, host: &str) -> Result<Secrecy, &'static str> {
    match (scheme, query) {
        ("smtps", "") => Ok(Secrecy::Tls),
        ("smtp", "") if is_here(host) => Ok(Secrecy::Plain),
        ("smtp", "" | "tls=required") => Ok(Secrecy::StartTls),
        ("smtp", "tls=none") => Ok(Secrecy::Plain),
        ("smtp" | "smtps", _) => Err("After the question mark there may be tls=required or tls=none."),
        _ => Err(SHAPE),
    }
}

/// True for this machine itself.
fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn credentials(text: &str) -> Result<Credentials, &'static str> {
    let (user, password) = text.split_once(':').ok_or(SHAPE)?;
    Ok(Credentials::new(decoded(user)?, decoded(password)?))
}

/// Text with `%40` for `@` and the like.
fn decoded(text: &str) -> Result<String, &'static str> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' { hex(rest.next(), rest.next()).ok_or(SHAPE)? } else { byte });
    }
    String::from_utf8(bytes).map_err(|_| SHAPE)
}

fn hex(high: Option<u8>, low: Option<u8>) -> Option<u8> {
    let digit = |byte: Option<u8>| char::from(byte?).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    Some(digit(high)? * 16 + digit(low)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_where_how_and_as_whom() {
        let rows = [
            ("smtp://mail.example", "mail.example:587", Secrecy::StartTls),
            ("smtp://user:p%40ss@mail.example:2525", "mail.example:2525", Secrecy::StartTls),
            ("smtps://user:secret@mail.example/", "mail.example:465", Secrecy::Tls),
            ("smtp://localhost:1025", "localhost:1025", Secrecy::Plain),
            ("smtp://user:secret@127.0.0.1:25", "127.0.0.1:25", Secrecy::Plain),
            ("smtp://127.0.0.1:25?tls=required", "127.0.0.1:25", Secrecy::StartTls),
            ("smtp://relay.internal:25?tls=none", "relay.internal:25", Secrecy::Plain),
            ("smtp://[::1]:25", "::1:25", Secrecy::Plain),
        ];
        for (text, shown, secrecy) in rows {
            let url = SmtpUrl::parse(text).unwrap();
            assert_eq!((url.shown().as_str(), url.secrecy), (shown, secrecy), "{text}");
        }
        let url = SmtpUrl::parse("smtp://a%40b:p%3Aw%25@mail.example").unwrap();
        assert_eq!(url.credentials, Some(Credentials::new("a@b".to_owned(), "p:w%".to_owned())));
    }

    #[test]
    fn a_wrong_address_is_refused_without_repeating_it() {
        for text in [
            "",
            "mail.example:587",
            "http://mail.example",
            "smtp://",
            "smtp://user@mail.example",
            "smtp://user:secret@mail.example:port",
            "smtp://user:%zz@mail.example",
            "smtp://mail.example?tls=maybe",
            "smtps://mail.example?tls=none",
            "smtp://user:secret@mail.example?tls=none",
            "smtp://mail example",
        ] {
            let said = SmtpUrl::parse(text).err().unwrap_or_default();
            assert!(!said.is_empty() && !said.contains("secret"), "{text}: {said}");
        }
    }
}
