//! Lengths of time as statements say them.

use crate::ledger::Minutes;

/// "2 h 15 min", "45 min", "3 h": however much it is, above or below zero.
pub fn length(minutes: Minutes) -> String {
    let all = minutes.get().unsigned_abs();
    match (all / 60, all % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// "+45 min", "−2 h", "0 min".
pub fn signed(minutes: Minutes) -> String {
    let sign = match minutes.get() {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", length(minutes))
}
