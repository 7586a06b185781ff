//! What an instance is, in a few letters, so that what was promised of it can lapse when it changes.

use super::instance::{Instance, Pair};
use sha2::{Digest, Sha256};
use std::fmt::Write;

impl Instance {
    /// The SHA-256 of the rows, whatever their order, as letters and digits. What was found out about the instance holds
    /// for every instance with this digest.
    pub fn digest(&self) -> String {
        let mut rows: Vec<String> = Vec::new();
        for mentee in &self.mentees {
            rows.push(format!("mentee {} {}\n", mentee.id, mentee.wait));
            let candidates = mentee.candidates.iter();
            rows.extend(candidates.map(|of| format!("candidate {} {} {}\n", mentee.id, of.mentor, of.score)));
        }
        rows.extend(self.mentors.iter().map(|mentor| format!("mentor {} {}\n", mentor.id, mentor.capacity)));
        for (kind, pairs) in [("pin", &self.pins), ("forbid", &self.forbids), ("previous", &self.previous)] {
            rows.extend(pairs.iter().map(|Pair { mentee, mentor }| format!("{kind} {mentee} {mentor}\n")));
        }
        rows.sort_unstable();
        digest_of(&rows)
    }
}

/// The SHA-256 of rows in their order.
pub(crate) fn digest_of(rows: &[String]) -> String {
    let mut hash = Sha256::new();
    rows.iter().for_each(|row| hash.update(row));
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
