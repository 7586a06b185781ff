//! Signed-in browsers. The browser holds a random token; the database keeps its hash only.

use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::actor::{Actor, Member};
use domain::id::PersonId;
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use domain::time::{Span, Timestamp};
use serde::Deserialize;
use serde_json::json;
use sha2::{Digest, Sha256};

/// How long a session lives without a visit, and at most.
const IDLE: Span = Span::days(14);
const LONGEST: Span = Span::days(90);

/// 256 random bits as 64 hex digits. Never logged, stored or serialised.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

/// The token of a session.
pub type SessionToken = Token;

impl Token {
    /// A new one.
    pub(crate) fn new() -> Result<Self> {
        let mut bytes = [0_u8; 32];
        getrandom::fill(&mut bytes).map_err(|cause| Error::Broken(Fault::new("randomness", &cause)))?;
        Ok(Self(hex(&bytes)))
    }

    /// The token in a cookie or link; not found when it has another shape.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        if text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(Rejection::NotFound(Noun::Invitation))
        }
    }

    /// For the one cookie or link that carries it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> String {
        Self::hash_of(&self.0)
    }

    pub(crate) fn hash_of(text: &str) -> String {
        hex(&Sha256::digest(text.as_bytes()))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(…)")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Who a session belongs to.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The person.
    pub person: Person,
    /// As whom they act.
    pub actor: Actor,
}

#[derive(Deserialize)]
struct Session {
    person: PersonId,
    seen_on: i64,
    ends_at: Timestamp,
}

impl Store {
    /// Signs `person` in without a password. For the demo's picker only, which the server offers in demo mode alone.
    pub async fn sign_in_as(&self, person: &PersonId) -> Result<SessionToken> {
        self.begin_session(person).await
    }

    pub(crate) async fn begin_session(&self, person: &PersonId) -> Result<SessionToken> {
        let token = Token::new()?;
        let now = self.clock().now();
        let row = json!({
            "person": person,
            "started_at": now,
            "seen_on": day(now),
            "ends_at": now.after(LONGEST),
        });
        self.run(
            "CREATE type::record('session', $hash) CONTENT $row RETURN NONE",
            json!({ "hash": token.hash(), "row": row }),
        )
        .await?;
        Ok(token)
    }

    /// Who the token belongs to; `None` when it is unknown, ended, or its person left. A visit on a new day keeps the
    /// session alive for another fourteen.
    pub async fn signed_in(&self, token: &SessionToken) -> Result<Option<SignedIn>> {
        let hash = token.hash();
        let query = "SELECT person, seen_on, ends_at FROM ONLY type::record('session', $hash)";
        let session: Option<Session> = self.row(query, json!({ "hash": hash })).await?;
        let now = self.clock().now();
        let today = day(now);
        let alive = |session: &Session| now < session.ends_at && (today - session.seen_on) * Span::days(1).0 <= IDLE.0;
        let Some(session) = session.filter(alive) else { return Ok(None) };
        let person = self.read(&Actor::Console, |org| Ok(org.person(&session.person).cloned()))?;
        let Some(person) = person.filter(Person::is_active) else { return Ok(None) };
        if session.seen_on != today {
            let values = json!({ "hash": hash, "today": today });
            self.run("UPDATE type::record('session', $hash) SET seen_on = $today RETURN NONE", values).await?;
        }
        let member = Member { id: person.id.clone(), role: person.role, team: person.team.clone() };
        Ok(Some(SignedIn { person, actor: Actor::Person(member) }))
    }

    /// Ends this one session.
    pub async fn sign_out(&self, token: &SessionToken) -> Result<()> {
        self.run("DELETE type::record('session', $hash)", json!({ "hash": token.hash() })).await
    }
}

/// The number of the day: sessions never hold a moment of a visit.
fn day(now: Timestamp) -> i64 {
    now.0 / Span::days(1).0
}
