//! The log as auditors read it, and the proof that nothing in it was altered.

use crate::Store;
use crate::error::Result;
use crate::log::{BATCH, Logged, Reached, chain};
use crate::sealed::Sealed;
use domain::actor::{Actor, Role};
use domain::event::{Event, Happening, Seq};
use domain::id::{PersonId, ProgramId};
use serde_json::{Value, json};

/// So many events are looked through for one page at most; where few fit, the page says where it stopped.
const MOST_LOOKED_AT: u64 = 10_000;

/// Which events an auditor wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Only those before this one.
    pub before: Option<Seq>,
    /// Only these kinds, as rows name them: `program_edited`. All when empty.
    pub kinds: Vec<String>,
    /// Only what they did and what concerns them.
    pub person: Option<PersonId>,
    /// At most so many, and never more than 200.
    pub limit: u32,
}

/// Events, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditEvents {
    /// Those that fit.
    pub events: Vec<Event>,
    /// Where the next page goes on; `None` at the beginning of the log.
    pub older: Option<Seq>,
}

/// What came of recomputing the log's hash chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogCheck {
    /// How many events are as they were written.
    pub events: u64,
    /// The first that is not, or that is missing.
    pub first_bad: Option<Seq>,
    /// How many versions of programs it speaks of, by digests of all that they say.
    pub versions: u64,
    /// The first of those that is not as it was written, or that is missing. Asked only of a log that is whole.
    pub bad_version: Option<(ProgramId, u32)>,
    /// Where the log ends: what a checkpoint names.
    pub head: Reached,
}

impl Store {
    /// The events that `query` asks for, newest first. Organisation admins see all; program admins what happens to
    /// programs. Refuses everybody else.
    pub async fn audit_events(&self, actor: &Actor, query: &AuditQuery) -> Result<AuditEvents> {
        actor.at_least(Role::ProgramAdmin)?;
        let sees_all = actor.at_least(Role::OrgAdmin).is_ok();
        let limit = usize::try_from(query.limit.clamp(1, 200)).unwrap_or(200);
        let mut before = match query.before {
            Some(before) => before.0,
            None => self.end_of_log().await?.seq.0 + 1,
        };
        let oldest = before.saturating_sub(MOST_LOOKED_AT);
        let mut events = Vec::new();
        while before > 1 && before > oldest {
            let after = before.saturating_sub(BATCH + 1);
            let batch = self.events_after(Seq(after), before - 1 - after).await?;
            for logged in batch.into_iter().rev() {
                before = logged.event.seq.0;
                let may_see = sees_all || is_of_programs(&logged.event.what);
                if may_see && query.wants(&logged.event)? {
                    events.push(logged.event);
                }
                if events.len() == limit {
                    return Ok(AuditEvents { events, older: (before > 1).then_some(Seq(before)) });
                }
            }
            before = before.min(after + 1);
        }
        Ok(AuditEvents { events, older: (before > 1).then_some(Seq(before)) })
    }

    /// Recomputes the chain of the log from its beginning, or from an event and its link that were noted outside of the
    /// database: then that event must still have that link. Holds the versions of programs of which the log tells there
    /// against what it says of them. Refuses all but organisation admins.
    pub async fn verify_log(&self, actor: &Actor, from: Option<(Seq, String)>) -> Result<LogCheck> {
        actor.at_least(Role::OrgAdmin)?;
        // Whatever was committed before the rows are read is in the log by then, and whatever they hold is by the end.
        self.sequence().await?;
        let mut sealed = Sealed::since(self.end_of_log().await?.seq);
        let rows = self.sealed_rows().await?;
        self.sequence().await?;
        let head = self.end_of_log().await?;
        let mut check = LogCheck { events: 0, first_bad: None, versions: 0, bad_version: None, head };
        let (mut seq, mut link) = match from {
            Some((Seq(seq), link)) => {
                let noted = self.raw_events(seq.saturating_sub(1), 1).await?.pop();
                if noted.is_none_or(|noted| noted["seq"] != seq || noted["chain"] != link.as_str()) {
                    return Ok(LogCheck { first_bad: Some(Seq(seq)), ..check });
                }
                (seq, link)
            }
            None => (0, String::new()),
        };
        loop {
            let batch = self.raw_events(seq, BATCH).await?;
            if batch.is_empty() {
                break;
            }
            for row in batch {
                let Some(next) = linked(row, seq + 1, &link)? else {
                    return Ok(LogCheck { first_bad: Some(Seq(seq + 1)), ..check });
                };
                sealed.note(&next.event);
                (seq, link, check.events) = (seq + 1, next.chain, check.events + 1);
            }
        }
        // What was cut off at the end leaves a chain that is whole.
        let is_cut = seq < check.head.seq.0 || (seq == check.head.seq.0 && link != check.head.chain);
        let bad_version = if is_cut { None } else { sealed.first_bad(&rows) };
        Ok(LogCheck { first_bad: is_cut.then_some(Seq(seq + 1)), versions: sealed.count(), bad_version, ..check })
    }

    /// Rows as they stand, also those that are no events any more.
    async fn raw_events(&self, after: u64, limit: u64) -> Result<Vec<Value>> {
        let values = json!({ "first": after + 1, "end": after.saturating_add(limit).saturating_add(1) });
        self.rows("SELECT * OMIT id FROM type::record('event', $first..$end)", values).await
    }
}

impl AuditQuery {
    fn wants(&self, event: &Event) -> Result<bool> {
        let what = serde_json::to_value(&event.what)?;
        let is_kind = self.kinds.is_empty() || self.kinds.iter().any(|kind| what["kind"] == kind.as_str());
        let Some(person) = &self.person else { return Ok(is_kind) };
        let person = json!(person);
        let is_about = what.as_object().is_some_and(|fields| fields.values().any(|value| *value == person));
        Ok(is_kind && (is_about || event.by.as_ref() == self.person.as_ref()))
    }
}

/// `row` when it is event `seq` after `link`, as it was written.
fn linked(row: Value, seq: u64, link: &str) -> Result<Option<Logged>> {
    let Ok(logged) = serde_json::from_value::<Logged>(row) else { return Ok(None) };
    let next = chain(link, &logged.event)?;
    Ok((logged.event.seq == Seq(seq) && logged.chain == next).then_some(logged))
}

/// What program admins may see of the log.
fn is_of_programs(what: &Happening) -> bool {
    use domain::event::Topic;
    what.topic() == Topic::Programs
}

#[cfg(test)]
mod tests {
    use super::{AuditQuery, LogCheck};
    use crate::demo::Happened;
    use crate::{Clock, Error, Store};
    use domain::actor::{Actor, Member, Role};
    use domain::event::{Happening, Seq};
    use domain::id::PersonId;
    use domain::rejection::Rejection;
    use domain::time::Timestamp;
    use serde_json::json;

    const NOW: Timestamp = Timestamp(1_795_079_520_000);

    fn person(number: usize) -> PersonId {
        PersonId::parse(&format!("person-{}", number % 4)).unwrap()
    }

    fn acting(role: Role) -> Actor {
        Actor::Person(Member { id: person(0), role, team: None })
    }

    /// A log of 600 events, every other one of a program.
    async fn kith() -> Store {
        let store = Store::in_memory(Clock::standing_at(NOW)).await.unwrap();
        let what = |number| match number % 2 {
            0 => Happening::PersonChanged { person: person(number) },
            _ => Happening::ParticipantMoved { program: "pairs".parse().unwrap(), person: person(number), how: None },
        };
        let happened = (0..600).map(|number| Happened { at: NOW, by: Some(person(number + 1)), what: what(number) });
        store.lengthen_log(&Actor::Console, happened).await.unwrap();
        store
    }

    async fn checked(store: &Store, from: Option<(Seq, String)>) -> LogCheck {
        store.verify_log(&Actor::Console, from).await.unwrap()
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_log_as_it_was_written_proves_itself_from_the_start_and_from_a_checkpoint() {
        let store = kith().await;
        let whole = checked(&store, None).await;
        assert_eq!((whole.events, whole.first_bad, whole.head.seq), (600, None, Seq(600)));
        let noted = store.events_after(Seq(299), 1).await.unwrap().pop().unwrap();
        let rest = checked(&store, Some((Seq(300), noted.chain.clone()))).await;
        assert_eq!((rest.events, rest.first_bad), (300, None));
        assert_eq!(checked(&store, Some((Seq(299), noted.chain))).await.first_bad, Some(Seq(299)));
        assert_eq!(checked(&store, Some((Seq(601), String::new()))).await.first_bad, Some(Seq(601)));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn whatever_is_done_to_an_event_is_found_where_it_was_done() {
        for (tampered, at) in [
            ("UPDATE event:301 SET by = 'person-3'", 301),
            ("UPDATE event:301 SET at = at - 1", 301),
            ("UPDATE event:7 SET what.person = 'person-3'", 7),
            ("UPDATE event:7 SET what = { kind: 'nothing_known' }", 7),
            ("UPDATE event:600 SET chain = 'c0ffee'", 600),
            ("DELETE event:256", 256),
            ("DELETE event:600", 600),
        ] {
            let store = kith().await;
            store.run(tampered, json!({})).await.unwrap();
            let check = checked(&store, None).await;
            assert_eq!((check.first_bad, check.events), (Some(Seq(at)), at - 1), "{tampered}");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn auditors_read_backwards_and_program_admins_read_of_programs() {
        let store = kith().await;
        let query = AuditQuery { limit: 100, ..AuditQuery::default() };
        let page = store.audit_events(&acting(Role::OrgAdmin), &query).await.unwrap();
        let seqs: Vec<u64> = page.events.iter().map(|event| event.seq.0).collect();
        assert_eq!((seqs, page.older), ((501..=600).rev().collect(), Some(Seq(501))));
        let (mut all, mut before) = (Vec::new(), None);
        loop {
            let query = AuditQuery { before, limit: 70, ..AuditQuery::default() };
            let page = store.audit_events(&acting(Role::ProgramAdmin), &query).await.unwrap();
            all.extend(page.events);
            before = page.older;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(all.len(), 300);
        assert!(all.iter().all(|event| matches!(event.what, Happening::ParticipantMoved { .. })));
        let of = AuditQuery { person: Some(person(1)), kinds: vec!["person_changed".into()], limit: 200, ..query };
        let page = store.audit_events(&acting(Role::OrgAdmin), &of).await.unwrap();
        assert_eq!((page.events.len(), page.older), (150, None));
        assert!(page.events.iter().all(|event| event.by == Some(person(1))));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn nobody_else_reads_or_checks_the_log() {
        let store = kith().await;
        for role in [Role::Member, Role::Manager] {
            let refused = store.audit_events(&acting(role), &AuditQuery::default()).await;
            assert!(matches!(refused, Err(Error::Rejected(Rejection::Forbidden(_)))));
        }
        for actor in [Actor::Stranger, acting(Role::ProgramAdmin)] {
            assert!(matches!(store.verify_log(&actor, None).await, Err(Error::Rejected(_))));
        }
    }
}
