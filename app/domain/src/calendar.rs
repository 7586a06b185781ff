//! Days as people write them in forms and files, and as a date field holds them: `2026-11-18`.
//!
//! Days as people read them are in `clocks`.

use crate::clocks::Day;
use crate::rejection::Rejection;

impl Day {
    /// The day of the form field `field`: `2026-11-18`, or as files have it `18.11.2026` and `18/11/2026`. Refuses what
    /// no calendar has.
    pub fn parse(field: &str, text: &str) -> Result<Self, Rejection> {
        written(text.trim()).ok_or_else(|| Rejection::invalid(field, "Write a day such as 2026-11-18."))
    }

    /// "2026-11-18", as date fields hold it.
    pub fn iso(self) -> String {
        let (year, month, day) = self.date();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The day of a date in the Gregorian calendar; `None` when there is no such date, or in none of the years from 1900
    /// to 2199.
    ///
    /// The arithmetic is Howard Hinnant's `days_from_civil`, <https://howardhinnant.github.io/date_algorithms.html>.
    pub fn from_date(year: i64, month: i64, day: i64) -> Option<Self> {
        if !(1900..2200).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        let year_from_march = if month <= 2 { year - 1 } else { year };
        let era = year_from_march.div_euclid(400);
        let year_of_era = year_from_march.rem_euclid(400);
        let month_from_march = (month + 9) % 12;
        let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let found = Self(era * 146_097 + day_of_era - 719_468);
        // The 31st of a shorter month would be a day of the next one.
        (found.date() == (year, month, day)).then_some(found)
    }
}

fn written(text: &str) -> Option<Day> {
    let numbers = |separator: char| -> Option<[i64; 3]> {
        let parts: Vec<i64> = text.split(separator).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        parts.try_into().ok()
    };
    let [first, second, third] = ['-', '.', '/'].into_iter().find_map(numbers)?;
    if first >= 1000 { Day::from_date(first, second, third) } else { Day::from_date(third, second, first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_forms_and_files_write_it() {
        let rows = [
            ("2026-11-18", Some(20_775)),
            (" 18.11.2026 ", Some(20_775)),
            ("18/11/2026", Some(20_775)),
            ("2000-02-29", Some(11_016)),
            ("1970-01-01", Some(0)),
            ("2026-02-29", None),
            ("2026-11-31", None),
            ("2026-13-01", None),
            ("26-11-18", None),
            ("20266-11-18", None),
            ("soon", None),
            ("2026-11", None),
            ("", None),
        ];
        for (text, day) in rows {
            assert_eq!(Day::parse("on", text).ok(), day.map(Day), "{text}");
        }
    }

    #[test]
    fn every_day_leads_back_to_itself() {
        for day in (-25_000..60_000).map(Day) {
            assert_eq!(Day::parse("on", &day.iso()), Ok(day));
        }
    }
}
