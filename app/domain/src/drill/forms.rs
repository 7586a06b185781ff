//! Moves as forms send them.

use super::{Move, Verdict};
use crate::clocks::Day;
use crate::rejection::Rejection;
use crate::text::{Line, Prose};

/// The first and the last day of the form fields `on` and `until`; without the latter it is one day.
pub fn parse_days(on: &str, until: &str) -> Result<(Day, Day), Rejection> {
    let on = Day::parse("on", on)?;
    let until = if until.trim().is_empty() { on } else { Day::parse("until", until)? };
    Ok((on, until))
}

impl Move {
    /// Another day, of the form fields `on` and `until`.
    pub fn another_day(on: &str, until: &str) -> Result<Self, Rejection> {
        let (on, until) = parse_days(on, until)?;
        Ok(Self::Propose { on, until })
    }

    /// How it went, of the form fields `verdict`, `words` and `lacked`; of the last each line is a gap.
    pub fn told(verdict: &str, words: &str, lacked: &str) -> Result<Self, Rejection> {
        let chosen = Verdict::ALL.into_iter().find(|choice| choice.slug() == verdict.trim());
        let lines = lacked.lines().map(|line| line.trim().trim_start_matches(['-', '*', '•']).trim());
        Ok(Self::Report {
            verdict: chosen.ok_or_else(|| Rejection::invalid("verdict", "Choose how it went."))?,
            words: Prose::parse("words", words)?,
            lacked: lines
                .filter(|line| !line.is_empty())
                .map(|line| Line::parse("lacked", line))
                .collect::<Result<_, _>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_of_what_the_notes_lacked_is_a_gap() {
        let step = Move::told("partly", "The alarm.", "- Where the key is\n\n  • Whom to call\r\n").unwrap();
        let Move::Report { verdict, lacked, .. } = step else { panic!("{step:?}") };
        assert_eq!(verdict, Verdict::Partly);
        assert_eq!(lacked.iter().map(Line::as_str).collect::<Vec<_>>(), ["Where the key is", "Whom to call"]);
    }

    #[test]
    fn what_is_not_chosen_or_no_day_names_its_field() {
        let field = |step: Result<Move, Rejection>| match step {
            Err(Rejection::Invalid { field, .. }) => field,
            other => format!("{other:?}"),
        };
        assert_eq!(field(Move::told("", "", "")), "verdict");
        assert_eq!(field(Move::told("alone", "", &"x".repeat(161))), "lacked");
        assert_eq!(field(Move::another_day("", "")), "on");
        assert_eq!(field(Move::another_day("2026-11-24", "then")), "until");
        assert_eq!(Move::another_day("2026-11-24", ""), Ok(Move::Propose { on: Day(20_781), until: Day(20_781) }));
    }
}
