//! Counting and joining in words, for the one sentence that opens a page or a chart.

use crate::clocks::Day;

/// "no people", "one person", "12 people": numbers below ten in words.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

/// A number as a sentence says it: in words below ten, with a comma from a thousand.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    match WORDS.get(n) {
        Some(word) => (*word).to_owned(),
        None if n < 1_000 => n.to_string(),
        None => format!("{},{:03}", n / 1_000, n % 1_000),
    }
}

/// The sentence with its first letter in upper case.
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// "Amara", "Amara and Jonas", "Amara, Jonas and 3 more": at most `shown` names.
pub fn listed<'a>(names: impl IntoIterator<Item = &'a str>, shown: usize) -> String {
    let names: Vec<&str> = names.into_iter().collect();
    let more = names.len().saturating_sub(shown);
    let mut parts: Vec<String> = names.iter().take(shown).map(|name| (*name).to_owned()).collect();
    if more > 0 {
        parts.push(format!("{more} more"));
    }
    match parts.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// "17 Nov".
pub fn brief_day(day: Day) -> String {
    let (_, month, day) = day.date();
    format!("{day} {}", month_name(month))
}

/// "17 Nov" within the year before `today`, else "Nov 2025".
pub fn brief_past(day: Day, today: Day) -> String {
    let (year, month, _) = day.date();
    if (0..330).contains(&(today.0 - day.0)) { brief_day(day) } else { format!("{} {year}", month_name(month)) }
}

fn month_name(month: i64) -> &'static str {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_words_and_large_ones_have_a_comma() {
        assert_eq!(counted(0, "person", "people"), "no people");
        assert_eq!(counted(1, "person", "people"), "one person");
        assert_eq!(counted(12_005, "person", "people"), "12,005 people");
        assert_eq!(sentence("four skills"), "Four skills");
    }

    #[test]
    fn a_day_is_brief_and_an_old_one_is_its_month() {
        let day = Day(20_775);
        assert_eq!((brief_day(day), brief_past(day, day)), ("18 Nov".into(), "18 Nov".into()));
        assert_eq!(brief_past(Day(20_775 - 400), day), "Oct 2025");
    }

    #[test]
    fn a_list_of_names_ends_with_and() {
        assert_eq!(listed([], 2), "");
        assert_eq!(listed(["Amara"], 2), "Amara");
        assert_eq!(listed(["Amara", "Jonas"], 2), "Amara and Jonas");
        assert_eq!(listed(["Amara", "Jonas", "Noor", "Wen"], 2), "Amara, Jonas and 2 more");
    }
}
