//! Work for later. A job is put with its cause, in the same transaction; whoever takes it has it for two minutes, and its
//! end is written in the transaction of its effect. So after a kill, or with several processes, its effect comes once.

use crate::error::{Error, Result};
use crate::{Store, Tx};
use domain::actor::{Actor, Role};
use domain::job::{Job, JobKey, LEASE, Task, again_after};
use domain::time::Timestamp;
use serde::Deserialize;
use serde_json::{Value, json};

/// The most words of what went wrong that are kept.
const MOST_WORDS: usize = 400;

const DUE: &str = "
SELECT record::id(id) AS key, wake_at FROM job
WHERE wake_at > 0 AND wake_at <= $now AND ($mails OR task.task != 'mail')
ORDER BY wake_at
LIMIT $most
";
const ONE: &str = "SELECT * OMIT id FROM ONLY type::record('job', $key) FOR UPDATE";
const TAKE: &str = "
UPDATE type::record('job', $key) SET wake_at = $until, leased_by = $mark, tries = $tries RETURN NONE
";
const FINISH: &str = "
UPDATE type::record('job', $key) SET wake_at = NONE, done_at = $now, why = NONE RETURN NONE
";
const PUT_OFF: &str = "
UPDATE type::record('job', $key) SET wake_at = $until, leased_by = '', tries = $tries, why = $why RETURN NONE
";
const GIVE_UP: &str = "
UPDATE type::record('job', $key) SET wake_at = NONE, failed_at = $now, why = $why RETURN NONE
";

/// A job as its row stands.
#[derive(Debug, Deserialize)]
struct Row {
    task: Task,
    due_at: Timestamp,
    #[serde(default)]
    wake_at: Option<Timestamp>,
    leased_by: String,
    tries: u32,
}

#[derive(Debug, Deserialize)]
struct Due {
    key: JobKey,
}

/// Puts jobs, each with when it is due. One whose name there is already stays as it is, also when it is over.
pub(crate) async fn put(tx: &Tx, tasks: &[(Task, Timestamp)]) -> Result<()> {
    if tasks.is_empty() {
        return Ok(());
    }
    let row = |(task, due): &(Task, Timestamp)| json!({ "id": task.key(), "task": task, "due_at": due, "wake_at": due, "leased_by": "", "tries": 0 });
    let rows: Vec<Value> = tasks.iter().map(row).collect();
    tx.run("INSERT IGNORE INTO job $rows RETURN NONE", json!({ "rows": rows })).await
}

/// True while `job` is not over and nobody has taken it since.
pub(crate) async fn is_held(tx: &Tx, job: &Job) -> Result<bool> {
    let row: Option<Row> = tx.row(ONE, json!({ "key": job.key })).await?;
    Ok(row.is_some_and(|row| row.wake_at.is_some() && row.leased_by == job.leased_by))
}

/// True while `job` is not over, whoever has it.
pub(crate) async fn is_open(tx: &Tx, job: &Job) -> Result<bool> {
    let row: Option<Row> = tx.row(ONE, json!({ "key": job.key })).await?;
    Ok(row.is_some_and(|row| row.wake_at.is_some()))
}

/// Its effect is in this transaction.
pub(crate) async fn finish(tx: &Tx, job: &Job) -> Result<()> {
    tx.run(FINISH, json!({ "key": job.key, "now": tx.now() })).await
}

/// It is not to be done before `until`; that it was taken does not count.
pub(crate) async fn put_off(tx: &Tx, job: &Job, until: Timestamp) -> Result<()> {
    let values = json!({ "key": job.key, "until": until, "tries": job.tries.saturating_sub(1), "why": "" });
    tx.run(PUT_OFF, values).await
}

/// It is over, and had no effect.
pub(crate) async fn give_up(tx: &Tx, job: &Job, why: &str) -> Result<()> {
    tx.run(GIVE_UP, json!({ "key": job.key, "now": tx.now(), "why": brief(why) })).await
}

/// It did not work: it is tried again after a while, or given up. True when it was given up.
pub(crate) async fn fail(tx: &Tx, job: &Job, why: &str) -> Result<bool> {
    let Some(wait) = again_after(job.tries) else {
        give_up(tx, job, why).await?;
        return Ok(true);
    };
    let until = tx.now().after(wait);
    let values = json!({ "key": job.key, "until": until, "tries": job.tries, "why": brief(why) });
    tx.run(PUT_OFF, values).await?;
    Ok(false)
}

pub(crate) fn brief(why: &str) -> String {
    why.chars().take(MOST_WORDS).collect()
}

impl Store {
    /// Takes up to `most` jobs that are due, the oldest first: they are the caller’s for two minutes. Mails are taken
    /// only where mail is sent. For the server’s own clock; refused for people below organisation admin.
    pub async fn claim_jobs(&self, actor: &Actor, most: u32) -> Result<Vec<Job>> {
        actor.at_least(Role::OrgAdmin)?;
        let values = json!({ "now": self.clock().now(), "most": most, "mails": self.mail_setup().is_some() });
        let due: Vec<Due> = self.rows(DUE, values).await?;
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let (due, mark) = (&due, &format!("{:016x}", self.stamp().random()));
        self.change(actor, |tx| async move {
            let mut taken = Vec::new();
            for Due { key } in due {
                taken.extend(take(&tx, key, mark).await?);
            }
            Ok(taken)
        })
        .await
    }

    /// Notes that a job did not work, for whatever reason; it is tried again, or given up after two days. Does nothing
    /// when somebody else has it by now. For the server’s own clock; refused for people below organisation admin.
    pub async fn fail_job(&self, actor: &Actor, job: &Job, error: &Error) -> Result<()> {
        actor.at_least(Role::OrgAdmin)?;
        let why = &error.to_string();
        self.change(actor, |tx| async move {
            if is_held(&tx, job).await? {
                fail(&tx, job, why).await?;
            }
            Ok(())
        })
        .await
    }
}

/// Takes one, unless somebody was faster.
async fn take(tx: &Tx, key: &JobKey, mark: &str) -> Result<Option<Job>> {
    let row: Option<Row> = tx.row(ONE, json!({ "key": key })).await?;
    let Some(row) = row.filter(|row| row.wake_at.is_some_and(|wake| wake <= tx.now())) else { return Ok(None) };
    let tries = row.tries + 1;
    let values = json!({ "key": key, "until": tx.now().after(LEASE), "mark": mark, "tries": tries });
    tx.run(TAKE, values).await?;
    let (task, due_at) = (row.task, row.due_at);
    Ok(Some(Job { key: key.clone(), task, due_at, tries, leased_by: mark.to_owned() }))
}
