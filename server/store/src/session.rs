//! Signed-in browsers. The browser holds a random token; the database keeps its hash only.

use crate::Store;
use crate::error::{Error, Fault, Result};
use domain::actor::{Actor, Member, Role};
use domain::event::{Happening, SessionMark};
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
/// The same of people who may change what others see.
const ADMIN_IDLE: Span = Span::hours(1);
const ADMIN_LONGEST: Span = Span::hours(12);
/// How often a visit of theirs is written down.
const ADMIN_SEEN: Span = Span::minutes(5);

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

    /// Names the session of this token and opens nothing.
    pub fn mark(&self) -> SessionMark {
        SessionMark(self.hash().chars().take(32).collect())
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
    /// Until when, whatever they do.
    pub ends_at: Timestamp,
    /// Where the organisation in memory stood: pages that are made afterwards show all up to there.
    pub cursor: String,
}

#[derive(Deserialize)]
struct Session {
    person: PersonId,
    started_at: Timestamp,
    seen_on: i64,
    /// The last visit of an admin, to within five minutes.
    #[serde(default)]
    seen_at: Option<Timestamp>,
}

impl Session {
    /// Until when it lives at most, for somebody of that role.
    fn ends_at(&self, role: Role) -> Timestamp {
        self.started_at.after(if is_admin(role) { ADMIN_LONGEST } else { LONGEST })
    }

    /// False when it is too old, or was not used for too long.
    fn is_alive(&self, role: Role, now: Timestamp) -> bool {
        let idle = match is_admin(role) {
            true => now.since(self.seen_at.unwrap_or(self.started_at)).0 <= ADMIN_IDLE.0,
            false => (day(now) - self.seen_on) * Span::days(1).0 <= IDLE.0,
        };
        idle && now < self.ends_at(role)
    }

    /// True when this visit is to be written down.
    fn is_new_visit(&self, role: Role, now: Timestamp) -> bool {
        let is_while_ago = || self.seen_at.is_none_or(|seen| now.since(seen).0 >= ADMIN_SEEN.0);
        self.seen_on != day(now) || (is_admin(role) && is_while_ago())
    }
}

fn is_admin(role: Role) -> bool {
    role >= Role::ProgramAdmin
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

    /// Who the token belongs to; `None` when it is unknown, ended, or its person left. A visit keeps the session alive
    /// for another fourteen days, or for another hour where its person is an admin now.
    pub async fn signed_in(&self, token: &SessionToken) -> Result<Option<SignedIn>> {
        // First: whatever is read afterwards is at least as new.
        let cursor = self.applied().cursor();
        let values = json!({ "hash": token.hash() });
        let Some(session) = self.row::<Session>(SESSION, values).await? else { return Ok(None) };
        let person = self.read(&Actor::Console, |org| Ok(org.person(&session.person).cloned()))?;
        let Some(person) = person.filter(Person::is_active) else { return Ok(None) };
        let now = self.clock().now();
        if !session.is_alive(person.role, now) {
            return Ok(None);
        }
        if session.is_new_visit(person.role, now) {
            self.write_visit(token, is_admin(person.role)).await;
        }
        let member = Member { id: person.id.clone(), role: person.role, team: person.team.clone() };
        let ends_at = session.ends_at(person.role);
        Ok(Some(SignedIn { person, actor: Actor::Person(member), ends_at, cursor }))
    }

    /// Members are seen on a day only, admins at a moment.
    async fn write_visit(&self, token: &SessionToken, is_admin: bool) {
        let now = self.clock().now();
        let query = match is_admin {
            true => "UPDATE type::record('session', $hash) SET seen_on = $today, seen_at = $now RETURN NONE",
            false => "UPDATE type::record('session', $hash) SET seen_on = $today RETURN NONE",
        };
        let values = json!({ "hash": token.hash(), "today": day(now), "now": now });
        // Two visits at the same moment write the same, and no visit fails for what only says that it was.
        if let Err(error) = self.run(query, values).await {
            tracing::debug!(%error, "a visit was not written down");
        }
    }

    /// Ends this one session, and with it its stream on every process. Does nothing when it has ended.
    pub async fn sign_out(&self, token: &SessionToken) -> Result<()> {
        let hash = &token.hash();
        self.change(&Actor::Console, |tx| async move {
            let session: Option<Session> = tx.row(SESSION, json!({ "hash": hash })).await?;
            let Some(Session { person, .. }) = session else { return Ok(()) };
            tx.run("DELETE type::record('session', $hash)", json!({ "hash": hash })).await?;
            tx.emit(Happening::SignedOut { person, session: token.mark() }).await
        })
        .await
    }

    /// Deletes sessions, links, counted tries, receipts, jobs and mails whose time is over. For a server to call now and
    /// then; nothing that
    /// anybody sees changes, so there is no event. Organisation admins and the console only.
    pub async fn delete_expired(&self, actor: &Actor) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let now = self.clock().now();
        let values = json!({
            "now": now, "idle": day(now.before(IDLE)), "old": now.before(LONGEST),
            "receipts": now.before(crate::receipt::KEPT_FOR),
        });
        self.run(EXPIRED, values).await
    }
}

const SESSION: &str = "SELECT person, started_at, seen_on, seen_at FROM ONLY type::record('session', $hash)";
const EXPIRED: &str = "
DELETE session WHERE ends_at <= $now OR seen_on < $idle RETURN NONE;
DELETE invitation WHERE ends_at <= $now RETURN NONE;
DELETE attempt WHERE ends_at <= $now RETURN NONE;
DELETE program_presence WHERE expires <= $now RETURN NONE;
DELETE job WHERE due_at < $old AND wake_at = NONE RETURN NONE;
DELETE mail WHERE made_at < $old AND state.is != 'waiting' RETURN NONE;
DELETE read_one WHERE at < $old RETURN NONE;
DELETE receipt WHERE at < $receipts RETURN NONE;
";

/// The number of the day: sessions of members never hold a moment of a visit.
fn day(now: Timestamp) -> i64 {
    now.0 / Span::days(1).0
}
