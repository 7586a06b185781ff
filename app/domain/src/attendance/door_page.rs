//! The door of a date: for hosts the code and the list, for everybody else the field for the code.

use super::roster::{RosterLine, roster};
use super::{Heading, Seen};
use crate::chosen::people_to_choose;
use crate::clocks::Day;
use crate::id::SessionId;
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::session::{CloseStage, DoorHours, DoorKey, Qr, STEP};
use crate::tag::PersonTag;
use crate::wording::{counted, sentence};
use serde::{Deserialize, Serialize};

/// The door of a date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorPage {
    /// Which date.
    pub head: Heading,
    /// True while people can come in with the code.
    pub is_open: bool,
    /// Where it stands, when it is not open: "The door opens Wednesday 12:20."
    pub closed_words: String,
    /// The reader’s side of it.
    pub side: DoorSide,
}

/// Who stands at the door.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum DoorSide {
    /// Somebody who holds it.
    Host {
        /// What they see.
        host: HostDoor,
    },
    /// Somebody who comes.
    Guest {
        /// What they see.
        guest: GuestDoor,
    },
}

/// The door as hosts see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostDoor {
    /// The code of now, while the door is open.
    pub code: Option<ShownCode>,
    /// The list, by name.
    pub lines: Vec<RosterLine>,
    /// "Three of five are here."
    pub count: String,
    /// Whom they can write in.
    pub others: Vec<PersonTag>,
    /// True while the list can be changed.
    pub is_list_open: bool,
}

/// A code on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownCode {
    /// "K7-42MR".
    pub text: String,
    /// The link that carries it, without the host name.
    pub path: String,
    /// How many milliseconds until the next one.
    pub lasts: u32,
    /// The link as a picture, where the address of this site is known.
    pub qr: Option<Qr>,
}

/// The door as those who come see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestDoor {
    /// Since when they are here, on their clock; `None` while they are not.
    pub since: Option<String>,
    /// True when the host has said what came of it and the reader can say that it was so.
    pub may_countersign: bool,
}

/// The door of a date; `organisation` is the key from which the code is made, `origin` the address of this site.
pub fn door_page(
    reader: &Reader,
    (id, on): (&SessionId, Day),
    organisation: &[u8],
    origin: &str,
) -> Result<DoorPage, Rejection> {
    let seen = Seen::of(reader, id, on)?;
    let is_open = seen.takes_place() && DoorHours::of(&seen.date).hold(reader.now()) && !seen.stage().is_final();
    let side = if seen.is_host() {
        let code = is_open.then(|| shown_code(&seen, organisation, origin));
        DoorSide::Host { host: host_door(&seen, code) }
    } else {
        DoorSide::Guest { guest: guest_door(&seen) }
    };
    let closed_words = if is_open { String::new() } else { closed_words(&seen) };
    Ok(DoorPage { head: seen.heading(), is_open, closed_words, side })
}

fn closed_words(seen: &Seen) -> String {
    if !seen.takes_place() {
        return "It was called off.".to_owned();
    }
    let hours = DoorHours::of(&seen.date);
    if seen.reader.now() < hours.from {
        return format!("The door opens {}.", seen.reader.when(hours.from));
    }
    match seen.stage() {
        CloseStage::Settled | CloseStage::Lapsed => "Who was there is final.".to_owned(),
        CloseStage::Open | CloseStage::Proposed { .. } => format!("The door closed {}.", seen.reader.when(hours.until)),
    }
}

fn shown_code(seen: &Seen, organisation: &[u8], origin: &str) -> ShownCode {
    let now = seen.reader.now();
    let code = DoorKey::of(organisation, seen.session, seen.date.on).code_at(now);
    let path = format!("{}?code={}", seen.heading().door(), code.plain());
    let lasts = STEP.0 - now.0.rem_euclid(STEP.0);
    let qr = if origin.is_empty() { None } else { Qr::of(&format!("{origin}{path}")) };
    ShownCode { text: code.to_string(), path, lasts: u32::try_from(lasts).unwrap_or(0), qr }
}

fn host_door(seen: &Seen, code: Option<ShownCode>) -> HostDoor {
    let lines = roster(seen);
    let is_begun = seen.reader.now() >= DoorHours::of(&seen.date).from;
    let is_list_open = seen.takes_place() && is_begun && !seen.stage().is_final();
    let is_other = |person: &crate::person::Person| {
        !seen.session.is_host(&person.id) && !lines.iter().any(|line| line.person.id == person.id)
    };
    let others = if is_list_open { people_to_choose(seen.reader.org, "", is_other) } else { Vec::new() };
    HostDoor { code, count: count(&lines), lines, others, is_list_open }
}

fn count(lines: &[RosterLine]) -> String {
    let here = lines.iter().filter(|line| line.came.is_some()).count();
    match (here, lines.len()) {
        (_, 0) => "Nobody has said yet that they come.".to_owned(),
        (0, all) => format!("Nobody of {} is here yet.", counted(all, "person", "people")),
        (here, all) if here == all => sentence(&format!("{}, and that is all.", counted(here, "is here", "are here"))),
        (here, all) => sentence(&format!("{} of {all} are here.", crate::wording::number(here))),
    }
}

fn guest_door(seen: &Seen) -> GuestDoor {
    let me = &seen.reader.me.id;
    let mine = seen.said.attended.iter().find(|attended| attended.person == *me);
    let is_proposed = matches!(seen.stage(), CloseStage::Proposed { .. });
    let may_sign = seen.said.closed.as_ref().is_some_and(|closed| closed.may_countersign(seen.session, me));
    GuestDoor { since: mine.map(|attended| seen.time(attended.at)), may_countersign: is_proposed && may_sign }
}
