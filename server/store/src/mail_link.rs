//! Links that take somebody off a list of mails, without a cookie and for ever: the name of the list, of the person, and
//! a code over both by a secret of this organisation (HMAC-SHA-256, RFC 2104). Whoever holds one can do nothing else.

use crate::Store;
use crate::error::{Fault, Result};
use domain::actor::{Actor, Role};
use domain::event::Happening;
use domain::id::PersonId;
use domain::notices::{MailList, Notices, Unsubscribing};
use domain::rejection::{Noun, Rejection};
use hmac::{Hmac, KeyInit, Mac};
use serde::Deserialize;
use serde_json::json;
use sha2::Sha256;

const SECRET: &str = "SELECT secret FROM ONLY keyring:unsubscribe";
const MAKE: &str = "INSERT IGNORE INTO keyring { id: 'unsubscribe', secret: $secret } RETURN NONE";
const NOTICES: &str = "SELECT * OMIT id FROM ONLY type::record('notices', $person) FOR UPDATE";

#[derive(Deserialize)]
struct Key {
    secret: String,
}

impl Store {
    /// The link, from the root of the site, by which somebody takes themself off a list. For mails alone; refused for
    /// people below organisation admin.
    pub async fn unsubscribe_link(&self, actor: &Actor, person: &PersonId, list: MailList) -> Result<String> {
        actor.at_least(Role::OrgAdmin)?;
        let key = self.unsubscribe_key().await?;
        let code = hex(&code(&key, person, list)?.finalize().into_bytes());
        Ok(format!("/unsubscribe/{}.{person}.{code}", list.slug()))
    }

    /// What the link with `token` does; nothing is done yet. Not found when it is none of ours.
    pub async fn unsubscribing(&self, token: &str) -> Result<Unsubscribing> {
        let (person, list) = self.read_token(token).await?;
        let query = "SELECT * OMIT id FROM ONLY type::record('notices', $person)";
        let notices: Option<Notices> = self.row(query, json!({ "person": person })).await?;
        let notices = notices.unwrap_or_default();
        let is_off = notices.clone().without(list) == notices;
        Ok(Unsubscribing { list, is_off })
    }

    /// Whoever the link with `token` was written to gets no more mail of that list; doing it again changes nothing. What
    /// they are told still stands in Kith. Not found when it is none of ours.
    pub async fn unsubscribe(&self, token: &str) -> Result<Unsubscribing> {
        let (person, list) = &self.read_token(token).await?;
        self.change(&Actor::Console, |tx| async move {
            let before: Option<Notices> = tx.row(NOTICES, json!({ "person": person })).await?;
            let before = before.unwrap_or_default();
            let after = before.clone().without(*list);
            if after != before {
                crate::notices::write(&tx, person, &after).await?;
                tx.emit_for(Some(person.clone()), Happening::NoticesChanged { person: person.clone() }).await?;
            }
            Ok(Unsubscribing { list: *list, is_off: true })
        })
        .await
    }

    async fn read_token(&self, token: &str) -> Result<(PersonId, MailList)> {
        let not_ours = || Rejection::NotFound(Noun::MailLink);
        let mut parts = token.split('.');
        let (Some(list), Some(person), Some(sent), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(not_ours().into());
        };
        let list = MailList::parse(list).ok_or_else(not_ours)?;
        let person = PersonId::parse(person).map_err(|_| not_ours())?;
        let sent = from_hex(sent).ok_or_else(not_ours)?;
        // In a time that does not tell where they differ.
        let own = code(&self.unsubscribe_key().await?, &person, list)?;
        own.verify_slice(&sent).map_err(|_| not_ours())?;
        Ok((person, list))
    }

    /// The secret, made when it is first needed.
    async fn unsubscribe_key(&self) -> Result<Vec<u8>> {
        let found: Option<Key> = self.row(SECRET, json!({})).await?;
        let secret = match found {
            Some(key) => key.secret,
            None => {
                // Of several processes one is the first, and all go by what that one made.
                self.run(MAKE, json!({ "secret": crate::session::Token::new()?.reveal() })).await?;
                let made: Option<Key> = self.row(SECRET, json!({})).await?;
                made.ok_or_else(|| Fault::new("keyring", &"the secret was not kept"))?.secret
            }
        };
        Ok(secret.into_bytes())
    }
}

/// A code over whom and which list, each told from the other by its length.
fn code(key: &[u8], person: &PersonId, list: MailList) -> Result<Hmac<Sha256>> {
    let (person, list) = (person.as_str(), list.slug());
    let mut code = Hmac::<Sha256>::new_from_slice(key).map_err(|cause| Fault::new("keyring", &cause))?;
    code.update(format!("kith/unsubscribe/1\0{}:{list}{}:{person}", list.len(), person.len()).as_bytes());
    Ok(code)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes that `text` writes in hex; `None` for anything else.
fn from_hex(text: &str) -> Option<Vec<u8>> {
    let is_whole = text.len().is_multiple_of(2) && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    let pair = |at: usize| text.get(at..at + 2).and_then(|pair| u8::from_str_radix(pair, 16).ok());
    if is_whole { (0..text.len()).step_by(2).map(pair).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::{code, from_hex, hex};
    use domain::notices::MailList;
    use hmac::Mac;

    #[test]
    fn a_code_is_of_one_person_one_list_and_one_organisation() {
        let of = |key: &str, person: &str, list: &str| {
            let list = MailList::parse(list).unwrap();
            hex(&code(key.as_bytes(), &person.parse().unwrap(), list).unwrap().finalize().into_bytes())
        };
        let own = of("secret", "amara", "thanks");
        assert_eq!((own.len(), &own), (64, &of("secret", "amara", "thanks")));
        for other in [of("secret", "amaras", "thanks"), of("secret", "amara", "digest"), of("other", "amara", "thanks")]
        {
            assert_ne!(own, other);
        }
    }

    #[test]
    fn only_hex_is_read_as_hex() {
        assert_eq!(from_hex("00ffA1"), Some(vec![0, 255, 161]));
        for wrong in ["0", "0g", "+1", "é"] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }
}
