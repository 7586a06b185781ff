//! The code at the door: six characters that change every half minute. Whoever types them was there when they stood on
//! the host’s screen, or was told by somebody who was.
//!
//! The link with the code, as a QR code or typed, is how people come in. Passes that a host’s device signs, to be checked
//! without a connection, are not here yet; until then the host looks at the list when the date is closed, since a device
//! without a connection says itself at which moment the code was typed.

use super::{Date, Session};
use crate::clocks::Day;
use crate::rejection::Rejection;
use crate::time::{Span, Timestamp};
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
use sha2::Sha256;

/// How long a code stands.
pub const STEP: Span = Span(30_000);
/// So many codes before and after the one of the claimed moment are taken too: people type, and clocks differ.
const SLACK: i64 = 2;
/// The door opens so long before the start.
const BEFORE: Span = Span::minutes(10);
/// It closes so long after the end.
const AFTER: Span = Span::minutes(15);
/// Digits and letters that nobody takes for each other, as Crockford chose them.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: u32 = 6;

/// What the codes of one date are made from. It is never written out: whoever has it is at every door.
#[derive(Clone, PartialEq, Eq)]
pub struct DoorKey([u8; 32]);

impl std::fmt::Debug for DoorKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DoorKey(…)")
    }
}

impl DoorKey {
    /// The key of one date, from the key of the organisation.
    pub fn of(organisation: &[u8], session: &Session, on: Day) -> Self {
        let named = format!("kith/door/1\0{}\0{}", session.id, on.iso());
        Self(keyed(organisation, named.as_bytes()))
    }

    /// The code at that moment.
    pub fn code_at(&self, at: Timestamp) -> DoorCode {
        self.code_of(at.0.div_euclid(STEP.0))
    }

    /// True when `code` stood at the door around the moment `claimed`.
    pub fn fits(&self, code: DoorCode, claimed: Timestamp) -> bool {
        let step = claimed.0.div_euclid(STEP.0);
        (step.saturating_sub(SLACK)..=step.saturating_add(SLACK)).any(|step| self.code_of(step) == code)
    }

    /// The first 30 bits of the step, keyed.
    fn code_of(&self, step: i64) -> DoorCode {
        let [first, second, third, fourth, ..] = keyed(&self.0, &step.to_be_bytes());
        DoorCode(u32::from_be_bytes([first, second, third, fourth]) >> 2)
    }
}

fn keyed(key: &[u8], text: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("this takes keys of every length");
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// Six characters: 30 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DoorCode(u32);

impl DoorCode {
    /// What somebody typed into the form field `code`, however they wrote it: with hyphens and spaces or not, in small
    /// letters, with an O for a zero and an I or an L for a one.
    pub fn parse(text: &str) -> Result<Self, Rejection> {
        let refused = || Rejection::invalid("code", "Write the six characters that stand on the host’s screen.");
        let typed = text.chars().filter(|c| !c.is_whitespace() && *c != '-');
        let mut code = 0;
        let mut length = 0;
        for letter in typed {
            length += 1;
            let value = value_of(letter).filter(|_| length <= LENGTH).ok_or_else(refused)?;
            code = (code << 5) | value;
        }
        if length == LENGTH { Ok(Self(code)) } else { Err(refused()) }
    }

    /// The six characters and nothing between them, for a link.
    pub fn plain(self) -> String {
        let letter = |place: u32| LETTERS[usize::try_from((self.0 >> (5 * place)) & 31).unwrap_or(0)];
        (0..LENGTH).rev().map(|place| char::from(letter(place))).collect()
    }
}

fn value_of(letter: char) -> Option<u32> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS.iter().position(|known| char::from(*known) == letter)?;
    u32::try_from(place).ok()
}

/// "K7-42MR", as it stands on the screen.
impl std::fmt::Display for DoorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plain = self.plain();
        let (first, rest) = plain.split_at(2);
        write!(f, "{first}-{rest}")
    }
}

/// While the door is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DoorHours {
    /// From then on.
    pub from: Timestamp,
    /// Until then.
    pub until: Timestamp,
}

impl DoorHours {
    /// Of one date.
    pub fn of(date: &Date) -> Self {
        Self { from: date.starts.before(BEFORE), until: date.ends.after(AFTER) }
    }

    /// True when it is open at that moment.
    pub fn hold(&self, at: Timestamp) -> bool {
        (self.from..=self.until).contains(&at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::world::lunch;

    const ON: Day = Day(20_775);

    fn key() -> DoorKey {
        DoorKey::of(b"a key of Fernhill", &lunch(), ON)
    }

    #[test]
    fn a_code_stands_for_half_a_minute_and_is_taken_for_a_minute_around_it() {
        let at = Timestamp(1_794_990_000_000);
        let code = key().code_at(at);
        assert_eq!(key().code_at(at.after(Span(29_999))), code);
        let rows = [(-61, false), (-60, true), (0, true), (60, true), (89, true), (90, false)];
        for (seconds, taken) in rows {
            assert_eq!(key().fits(code, at.after(Span(seconds * 1_000))), taken, "{seconds}");
        }
    }

    #[test]
    fn every_date_has_codes_of_its_own() {
        let at = Timestamp(1_794_990_000_000);
        let other_day = DoorKey::of(b"a key of Fernhill", &lunch(), ON.plus(7));
        let other_company = DoorKey::of(b"a key of nobody", &lunch(), ON);
        assert!(!other_day.fits(key().code_at(at), at) && !other_company.fits(key().code_at(at), at));
        assert_eq!(format!("{:?}", key()), "DoorKey(…)");
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = DoorCode::parse("K7-42MR").unwrap();
        assert_eq!((code.to_string(), code.plain()), ("K7-42MR".to_owned(), "K742MR".to_owned()));
        for text in ["k742mr", " K7 42 MR ", "K7-42-MR", "K7 – 42MR".replace('–', "-").as_str()] {
            assert_eq!(DoorCode::parse(text), Ok(code), "{text}");
        }
        assert_eq!(DoorCode::parse("OIL-OIL"), DoorCode::parse("011-011"));
        for text in ["", "K742M", "K742MRR", "K742MU", "K742M!", "ÄÖÜÄÖÜ"] {
            assert!(DoorCode::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_door_is_open_from_ten_minutes_before_to_a_quarter_of_an_hour_after() {
        let start = Timestamp(1_794_990_000_000);
        let date = Date { on: ON, starts: start, ends: start.after(Span::hours(1)), takes_place: true, place: None };
        let rows = [(-11, false), (-10, true), (75, true), (76, false)];
        for (minutes, open) in rows {
            assert_eq!(DoorHours::of(&date).hold(start.after(Span::minutes(minutes))), open, "{minutes}");
        }
    }
}
