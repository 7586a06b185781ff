//! Whoever looks at a page, the console included: the organisation, what they may see, and what their clock shows.

use crate::actor::Actor;
use crate::clocks::Clocks;
use crate::id::PersonId;
use crate::org::Org;
use crate::time::{Face, Timestamp, Zone};
use crate::wording::brief_past;

/// Who looks, at what, on which clock.
#[derive(Clone)]
pub struct Viewer<'a> {
    /// The organisation.
    pub org: &'a Org,
    /// Who looks.
    pub actor: &'a Actor,
    /// What the clocks show.
    pub clocks: &'a Clocks<'a>,
    /// The zone of who looks; UTC for the console.
    pub zone: Zone,
}

impl<'a> Viewer<'a> {
    /// `actor` looking at `org`.
    pub fn of(org: &'a Org, actor: &'a Actor, clocks: &'a Clocks<'a>) -> Self {
        let zone = actor.person().and_then(|me| org.person(me)).map_or_else(Zone::utc, |me| me.zone.clone());
        Self { org, actor, clocks, zone }
    }

    /// Who looks; `None` for the console.
    pub fn me(&self) -> Option<&'a PersonId> {
        self.actor.person()
    }

    /// True when `person` is who looks.
    pub fn is(&self, person: &PersonId) -> bool {
        self.me() == Some(person)
    }

    /// The day of a past moment: "17 Nov", or "Nov 2025" when it is long ago.
    pub fn day(&self, at: Timestamp) -> Face {
        let text = brief_past(self.clocks.wall(&self.zone, at).day, self.clocks.today(&self.zone));
        Face { iso: self.clocks.face(&self.zone, at).iso, text }
    }
}
