//! How often somebody tried to get in, or through a session’s door: counted before a try is looked at, so that many at once do not slip through, and
//! in the database, so that all processes count together. A try that was right is taken back.
//!
//! Too many tries on one account from one network address are refused until their quarter of an hour is over. An account
//! that is guessed at from everywhere only answers more slowly: nobody can shut somebody else out.

use crate::Store;
use crate::error::Result;
use crate::session::Token;
use domain::rejection::Rejection;
use domain::time::Span;
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;

/// For how long tries are counted together.
const WINDOW: Span = Span::minutes(15);
/// Wrong passwords for one account from one network address in that time.
const MOST_SIGN_INS: u32 = 10;
/// Links that do not work, from one network address in that time. An office shares one.
const MOST_LINKS: u32 = 60;
/// Codes that one person types at a door in a minute.
const MOST_CODES: u32 = 5;
const MINUTE: Span = Span::minutes(1);
/// So many wrong tries on an account are answered at once; each further one waits twice as long as the one before.
const AT_ONCE: u32 = 5;
const SHORTEST_WAIT: Duration = Duration::from_millis(50);
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// How often a count is tried that others change too.
const MOST_TRIES: u32 = 8;

/// Tries that were counted, to be taken back when they were right.
#[derive(Debug)]
pub(crate) struct Counted(Vec<Value>);

#[derive(Deserialize)]
struct Attempts {
    count: u32,
}

impl Store {
    /// Counts one try to sign in to `account`, known or not, and waits when there were many. Refuses the network
    /// address that tried too often, with the seconds until it may try again.
    pub(crate) async fn count_sign_in(&self, account: &str) -> Result<Counted> {
        let address = self.address().map(|address| address.to_string()).unwrap_or_default();
        let here = self.attempt(&["sign_in", account, &address], WINDOW);
        let anywhere = self.attempt(&["account", account], WINDOW);
        if self.count(&here).await? > MOST_SIGN_INS {
            return Err(self.wait_for_next(WINDOW).into());
        }
        let tries = self.count(&anywhere).await?;
        tokio::time::sleep(wait(tries)).await;
        Ok(Counted(vec![here, anywhere]))
    }

    /// Counts one use of a link. Refuses the network address that tried too many which do not work.
    pub(crate) async fn count_link(&self) -> Result<Counted> {
        let address = self.address().map(|address| address.to_string()).unwrap_or_default();
        let here = self.attempt(&["link", &address], WINDOW);
        if self.count(&here).await? > MOST_LINKS {
            return Err(self.wait_for_next(WINDOW).into());
        }
        Ok(Counted(vec![here]))
    }

    /// Counts one code that `person` typed at a door. Refuses the sixth in a minute.
    pub(crate) async fn count_code(&self, person: &str) -> Result<Counted> {
        let here = self.attempt(&["door", person], MINUTE);
        if self.count(&here).await? > MOST_CODES {
            return Err(self.wait_for_next(MINUTE).into());
        }
        Ok(Counted(vec![here]))
    }

    /// The try was right after all.
    pub(crate) async fn take_back(&self, counted: Counted) {
        for key in counted.0 {
            // Counting one try too many is no reason to refuse somebody who was right.
            if let Err(error) = self.run(TAKE_BACK, key).await {
                tracing::debug!(%error, "a try stays counted");
            }
        }
    }

    async fn count(&self, key: &Value) -> Result<u32> {
        for tries in 1..=MOST_TRIES {
            match self.row::<Attempts>(COUNT, key.clone()).await {
                Ok(attempts) => return Ok(attempts.map_or(1, |attempts| attempts.count)),
                Err(error) if error.is_race() => tokio::time::sleep(self.back_off(tries)).await,
                Err(error) => return Err(error),
            }
        }
        // Whoever tries so often at the same moment is no person.
        Err(Rejection::TooMany { seconds: 1 }.into())
    }

    fn wait_for_next(&self, window: Span) -> Rejection {
        let left = window.0 - self.clock().now().0.rem_euclid(window.0);
        Rejection::TooMany { seconds: u32::try_from((left + 999) / 1_000).unwrap_or(u32::MAX) }
    }

    /// The count of what was tried, now, as the variables of [`COUNT`].
    fn attempt(&self, tried: &[&str], window: Span) -> Value {
        let now = self.clock().now();
        let number = now.0.div_euclid(window.0);
        json!({ "key": [Token::hash_of(&tried.join("\n")), number], "ends_at": now.after(window) })
    }
}

const COUNT: &str = "
UPSERT type::record('attempt', $key)
SET count = (count ?? 0) + 1, ends_at = $ends_at
RETURN count
";
const TAKE_BACK: &str = "UPDATE type::record('attempt', $key) SET count = count - 1 RETURN NONE";

/// How long the answer to the so-manieth try waits.
fn wait(tries: u32) -> Duration {
    match tries.checked_sub(AT_ONCE + 1) {
        None => Duration::ZERO,
        Some(more) => (SHORTEST_WAIT * 2_u32.saturating_pow(more.min(16))).min(LONGEST_WAIT),
    }
}

#[cfg(test)]
mod tests {
    use super::{AT_ONCE, LONGEST_WAIT, SHORTEST_WAIT, wait};
    use std::time::Duration;

    #[test]
    fn an_account_that_is_guessed_at_answers_more_and_more_slowly_but_always_answers() {
        assert_eq!(wait(AT_ONCE), Duration::ZERO);
        assert_eq!([wait(AT_ONCE + 1), wait(AT_ONCE + 2)], [SHORTEST_WAIT, SHORTEST_WAIT * 2]);
        for tries in [AT_ONCE + 10, 1_000, u32::MAX] {
            assert_eq!(wait(tries), LONGEST_WAIT);
        }
    }
}
