//! What admins see of the mail, and the mail by which they try it out.

use super::write;
use crate::Store;
use crate::error::Result;
use crate::reader::ahead;
use domain::actor::{Actor, Role};
use domain::clocks::Clocks;
use domain::event::Happening;
use domain::mail::{Mail, MailCounts, MailKey, MailPage, MailState, TestMail, bounces_of, test_letter};
use domain::notices::Bounced;
use domain::rejection::Rejection;
use domain::text::Name;
use domain::viewer::Viewer;
use serde::Deserialize;
use serde_json::json;

const COUNT: &str = "SELECT count() AS n FROM mail WHERE state.is = $state GROUP ALL";
const TROUBLE: &str = "
SELECT state, made_at FROM mail
WHERE state.is = 'failed' OR (state.is = 'waiting' AND state.why != NONE)
ORDER BY made_at DESC
LIMIT 1
";
const TEST: &str = "
SELECT *, record::id(id) AS key OMIT id FROM mail
WHERE person = $me AND letter.list = NONE
ORDER BY made_at DESC
LIMIT 1
";
const DEAD: &str = "SELECT * OMIT id FROM bounced";
const NO_MAIL: &str = "This server sends no mail. Set it up first, as this page says.";

#[derive(Deserialize)]
struct Count {
    n: u32,
}

#[derive(Deserialize)]
struct Trouble {
    state: MailState,
}

impl Store {
    /// How mail stands. Refuses everybody below organisation admin.
    pub async fn mail_page(&self, actor: &Actor) -> Result<MailPage> {
        actor.at_least(Role::OrgAdmin)?;
        let counts = MailCounts {
            waiting: self.mails("waiting").await?,
            sent: self.mails("sent").await?,
            failed: self.mails("failed").await?,
            dropped: self.mails("dropped").await?,
        };
        let trouble: Option<Trouble> = self.row(TROUBLE, json!({})).await?;
        let test: Option<Mail> = match actor.person() {
            Some(me) => self.row(TEST, json!({ "me": me })).await?,
            None => None,
        };
        let dead: Vec<Bounced> = self.rows(DEAD, json!({})).await?;
        let clocks = Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(actor, |org| {
            let viewer = Viewer::of(org, actor, &clocks);
            Ok(MailPage {
                setup: self.mail_setup().cloned(),
                counts,
                bounced: bounces_of(&viewer, dead)?,
                trouble: trouble.and_then(|trouble| words(&trouble.state)),
                test: test.map(|mail| TestMail::of(&viewer, &mail)),
            })
        })
    }

    /// Writes a mail to the actor that says that mail works. Refuses everybody below organisation admin, and refuses where
    /// no mail is sent.
    pub async fn send_test_mail(&self, actor: &Actor) -> Result<MailKey> {
        actor.at_least(Role::OrgAdmin)?;
        let me = &actor.member()?.id;
        if self.mail_setup().is_none() {
            return Err(Rejection::Conflict(NO_MAIL.to_owned()).into());
        }
        let company = self.organisation().map(|organisation| organisation.name);
        let company = &match company {
            Some(name) => name,
            None => Name::parse("organisation", "your organisation")?,
        };
        let nonce = self.stamp().random();
        self.change(actor, |tx| async move {
            let key = MailKey(format!("test/{me}/{nonce:016x}"));
            let mail = Mail {
                key: key.clone(),
                person: me.clone(),
                letter: test_letter(company),
                made_at: tx.now(),
                worth_until: None,
                state: MailState::WAITING,
            };
            write(&tx, &[(mail, tx.now())]).await?;
            // So that their page looks again.
            tx.emit(Happening::NoticesChanged { person: me.clone() }).await?;
            Ok(key)
        })
        .await
    }

    async fn mails(&self, state: &'static str) -> Result<u32> {
        let count: Option<Count> = self.row(COUNT, json!({ "state": state })).await?;
        Ok(count.map_or(0, |count| count.n))
    }
}

fn words(state: &MailState) -> Option<String> {
    match state {
        MailState::Waiting { why } => why.clone(),
        MailState::Failed { why, .. } => Some(why.clone()),
        MailState::Sent { .. } | MailState::Dropped { .. } => None,
    }
}
