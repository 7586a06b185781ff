//! The list at the door on a sheet of paper, for a room without a screen.

use super::roster::roster;
use super::{Heading, Seen};
use crate::clocks::Day;
use crate::id::SessionId;
use crate::reader::Reader;
use crate::rejection::Rejection;
use serde::{Deserialize, Serialize};

/// Lines left empty for those who come without a word.
const EMPTY: u32 = 8;

/// A sheet of paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetPage {
    /// Which date.
    pub head: Heading,
    /// Who holds it: "Jonas Weidner, Amara Okafor".
    pub hosts: String,
    /// Who is expected, by name.
    pub lines: Vec<SheetLine>,
    /// So many lines are left empty.
    pub empty: u32,
}

/// Somebody who is expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetLine {
    /// Their name.
    pub name: String,
    /// Their team.
    pub team: String,
    /// What they said, with their guests: "comes, 1 guest".
    pub said: String,
    /// True when they are ticked off already.
    pub is_there: bool,
}

/// The sheet of a date; hosts alone.
pub fn sheet_page(reader: &Reader, id: &SessionId, on: Day) -> Result<SheetPage, Rejection> {
    let seen = Seen::of(reader, id, on)?.for_hosts()?;
    let lines = roster(&seen).into_iter().map(|line| {
        let said = match line.guests {
            0 => line.said,
            1 => format!("{}, 1 guest", line.said),
            guests => format!("{}, {guests} guests", line.said),
        };
        SheetLine { name: line.person.name, team: line.person.team, said, is_there: line.came.is_some() }
    });
    let hosts: Vec<&str> = seen.session.hosts.iter().map(|host| reader.org.name_of(host)).collect();
    Ok(SheetPage { head: seen.heading(), hosts: hosts.join(", "), lines: lines.collect(), empty: EMPTY })
}
