//! Secret links at which calendars elsewhere ask for hours together: made, replaced, ended. The database keeps the hash
//! of a secret only, so a link is shown when it is made. What a link shows is decided in `domain::feed`.

use crate::error::Result;
use crate::session::Token;
use crate::{Store, Tx};
use domain::actor::{Actor, Member};
use domain::event::Happening;
use domain::feed::{Feed, FeedRow, Scope, feed_rows};
use domain::id::PersonId;
use domain::person::Person;
use domain::rejection::{Noun, Rejection};
use serde_json::{Value, json};

/// A link that somebody asked at, and as whom.
#[derive(Clone, Debug)]
pub struct Subscribed {
    /// The link.
    pub feed: Feed,
    /// Whoever made it, as they may read now.
    pub actor: Actor,
}

impl Store {
    /// A new secret for the actor’s feed of that scope. The one of before does not work any more.
    pub async fn make_feed(&self, actor: &Actor, scope: Scope, hides_titles: bool) -> Result<Token> {
        let me = &actor.member()?.id;
        let token = Token::new()?;
        let hash = &token.hash();
        self.change(actor, |tx| async move {
            let feed = Feed { person: me.clone(), scope, hides_titles, made_at: tx.now() };
            let mut row = crate::row::content(&feed)?;
            if let Value::Object(fields) = &mut row {
                fields.insert("hash".to_owned(), json!(hash));
            }
            let values = json!({ "key": [me.as_str(), scope.word()], "row": row });
            tx.run("UPSERT type::record('feed', $key) CONTENT $row RETURN NONE", values).await?;
            tx.emit(Happening::FeedChanged { person: me.clone() }).await
        })
        .await?;
        Ok(token)
    }

    /// The actor’s feed of that scope works no more. Not found when there is none.
    pub async fn end_feed(&self, actor: &Actor, scope: Scope) -> Result<()> {
        let me = &actor.member()?.id;
        self.change(actor, |tx| async move {
            let key = json!([me.as_str(), scope.word()]);
            let query = "SELECT person FROM ONLY type::record('feed', $key) FOR UPDATE";
            let known: Option<Value> = tx.row(query, json!({ "key": key })).await?;
            known.ok_or(Rejection::NotFound(Noun::Feed))?;
            tx.run("DELETE type::record('feed', $key) RETURN NONE", json!({ "key": key })).await?;
            tx.emit(Happening::FeedChanged { person: me.clone() }).await
        })
        .await
    }

    /// What the actor’s settings say of feeds.
    pub async fn feeds(&self, actor: &Actor) -> Result<Vec<FeedRow>> {
        let me = &actor.member()?.id;
        let query = "
            SELECT person, scope, hides_titles, made_at
            FROM type::record('feed', [$me, NONE]..[$me, ..])
        ";
        let feeds: Vec<Feed> = self.rows(query, json!({ "me": me })).await?;
        self.read_as(actor, |reader| Ok(feed_rows(reader.me, &feeds, reader.clocks)))
    }

    /// Whose link that is. Not found when it was replaced or ended, and when whoever made it left.
    pub async fn feed(&self, token: &Token) -> Result<Subscribed> {
        let query = "
            SELECT person, scope, hides_titles, made_at
            FROM feed
            WHERE hash = $hash
            LIMIT 1
        ";
        let feed: Option<Feed> = self.row(query, json!({ "hash": token.hash() })).await?;
        let feed = feed.ok_or(Rejection::NotFound(Noun::Feed))?;
        let person = self.read(&Actor::Console, |org| Ok(org.person(&feed.person).cloned()))?;
        let person = person.filter(Person::is_active).ok_or(Rejection::NotFound(Noun::Feed))?;
        let actor = Actor::Person(Member { id: person.id, role: person.role, team: person.team });
        Ok(Subscribed { feed, actor })
    }
}

/// Every link of `person` works no more.
pub(crate) async fn end_feeds(tx: &Tx, person: &PersonId) -> Result<()> {
    tx.run("DELETE type::record('feed', [$me, NONE]..[$me, ..]) RETURN NONE", json!({ "me": person })).await
}
