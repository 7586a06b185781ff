//! The names of time zones that there are, to say at once which one was meant. What their clocks show is not here: the
//! server's tables know that.

/// The names in the IANA database, one a line.
const NAMES: &str = include_str!("zones.txt");

/// So many letters may differ from the name that is meant.
const MOST_TYPOS: usize = 3;

/// Refuses a name that no zone has, with the one that is nearest.
pub(crate) fn known_zone(name: &str) -> Result<(), String> {
    if names().any(|known| known.eq_ignore_ascii_case(name)) {
        return Ok(());
    }
    let meant = nearest(name).unwrap_or("Europe/Lisbon");
    Err(format!("There is no time zone “{name}”. Write one such as {meant}."))
}

/// The names of all zones.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.lines()
}

/// The zone whose name, or whose city, is nearest; none when all are far.
fn nearest(name: &str) -> Option<&'static str> {
    let typed = name.trim().to_lowercase();
    let away = |known: &str| {
        let known = known.to_lowercase();
        let city = known.rsplit('/').next().unwrap_or(&known);
        strsim::damerau_levenshtein(&typed, &known).min(strsim::damerau_levenshtein(&typed, city))
    };
    names().map(|known| (away(known), known)).min().filter(|(away, _)| *away <= MOST_TYPOS).map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_that_there_is_not_is_answered_with_the_one_that_was_meant() {
        for name in ["Europe/Lisbon", "UTC", "Asia/Kolkata", "europe/lisbon"] {
            assert_eq!(known_zone(name), Ok(()), "{name}");
        }
        for (name, meant) in [
            ("Europe/Lisboa", "Europe/Lisbon"),
            ("Lisbon", "Europe/Lisbon"),
            ("Europe/Berlln", "Europe/Berlin"),
            ("Middle-earth", "Europe/Lisbon"),
        ] {
            let said = format!("There is no time zone “{name}”. Write one such as {meant}.");
            assert_eq!(known_zone(name), Err(said));
        }
    }
}
