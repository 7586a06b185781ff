//! Pages made for one person: the organisation in memory, read on that person's own clock.

use crate::error::Result;
use crate::{Store, clock};
use domain::actor::Actor;
use domain::clocks::Clocks;
use domain::id::PersonId;
use domain::reader::Reader;
use domain::rejection::Rejection;
use domain::time::{Span, Timestamp, Zone};

/// How far clocks in `zone` are ahead of UTC at that moment.
pub(crate) fn ahead(zone: &Zone, at: Timestamp) -> Span {
    Span::minutes(i64::from(clock::offset_minutes(at, zone)))
}

impl Store {
    /// Answers for the person who asks; refused for strangers and for the console, which is nobody.
    pub(crate) fn read_as<T>(
        &self,
        actor: &Actor,
        question: impl FnOnce(&Reader) -> Result<T, Rejection>,
    ) -> Result<T> {
        let me = &actor.member()?.id;
        let clocks = Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(actor, |org| question(&Reader::of(org, me, &clocks)?))
    }

    /// Answers for `me` without being asked by them: for what is written to them.
    pub(crate) fn read_for<T>(&self, me: &PersonId, question: impl FnOnce(&Reader) -> T) -> Result<T> {
        let clocks = Clocks { now: self.clock().now(), ahead: &ahead };
        self.read(&Actor::Console, |org| Ok(question(&Reader::of(org, me, &clocks)?)))
    }

    /// The time that a form chose: `own`, written as a date and time on the actor's clock, else `slot`, one of the
    /// times offered; `None` when both are empty. Refuses what is neither.
    pub fn chosen_time(&self, actor: &Actor, slot: &str, own: &str) -> Result<Option<Timestamp>> {
        let refused = || Rejection::invalid("starts_at", "Write a date and a time, or choose one of those offered.");
        let own = own.trim();
        if own.is_empty() {
            let slot = slot.trim();
            let parsed = || slot.parse().map(Timestamp).map_err(|_| refused());
            return if slot.is_empty() { Ok(None) } else { Ok(Some(parsed()?)) };
        }
        let zone = self.read_as(actor, |reader| Ok(reader.me.zone.clone()))?;
        Ok(Some(clock::from_field(own, &zone).ok_or_else(refused)?))
    }
}
