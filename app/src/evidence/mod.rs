//! Evidence: how one level comes about, piece by piece, and for program admins what each kind of evidence counts for.

mod api;
mod chances;
mod evidence_page;
mod how_it_works;
mod level_page;
mod piece_table;
mod raters;
mod rules_form;
mod rules_preview;

pub use evidence_page::EvidencePage;
pub use level_page::LevelPage;

/// Hundredths as people write them: 148 is "1.48".
fn hundredths(number: u16) -> String {
    format!("{}.{:02}", number / 100, number % 100)
}

/// Parts of 10,000 as whole hundredths: "62 in 100", and "under 1 in 100" for what is not quite nothing.
fn in_hundred(chance: u16) -> String {
    match chance {
        0 => "0 in 100".to_owned(),
        1..100 => "under 1 in 100".to_owned(),
        9_901..=9_999 => "over 99 in 100".to_owned(),
        // Half a part more never makes seven tenths of what is less.
        6_950..7_000 => "69 in 100".to_owned(),
        _ => format!("{} in 100", (chance + 50) / 100),
    }
}
