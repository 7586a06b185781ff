//! Cells that a spreadsheet would compute: told apart from text on the way in, made harmless on the way out.

/// A cell on the way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Text, without the marks that only tell a spreadsheet to leave it alone.
    Text(&'a str),
    /// Something to compute, or what is left of it: `=HYPERLINK(…)`, `+cmd|…`, `#REF!`.
    Formula,
}

/// The broken values that spreadsheets export.
const FAILED: [&str; 7] = ["#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"];

/// Reads a cell. Numbers, telephone numbers, dashes and `@handles` are text; so is what stands behind an apostrophe
/// or as `="text"`, which is how spreadsheets keep leading zeros.
pub fn read(cell: &str) -> Cell<'_> {
    let text = cell.trim();
    if let Some(kept) = text.strip_prefix('\'').filter(|kept| kept.starts_with(['=', '+', '-', '@'])) {
        return Cell::Text(kept);
    }
    let literal = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    if let Some(literal) = literal.filter(|literal| !literal.contains('"')) {
        return Cell::Text(literal.trim());
    }
    let computed = match text.chars().next() {
        Some('=') => text.len() > 1,
        Some('+' | '-' | '@') => text.contains(['(', '|', '!', '=']) && !is_telephone_number(text),
        Some('#') => FAILED.contains(&text),
        _ => false,
    };
    if computed { Cell::Formula } else { Cell::Text(text) }
}

fn is_telephone_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || "+-() ./".contains(c))
}

/// The cell on the way out: an apostrophe in front of what a spreadsheet would compute. [`read`] takes it off again.
pub fn harmless(cell: &str) -> String {
    let computed = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if computed && cell.parse::<f64>().is_err() { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_computed_is_a_formula() {
        for cell in [
            "=1+1",
            "=HYPERLINK(\"https://evil.example\",\"click\")",
            " =cmd|' /C calc'!A0",
            "+cmd|' /C calc'!A0",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "=\"a\"&\"b\"",
            "#REF!",
            "#N/A",
        ] {
            assert_eq!(read(cell), Cell::Formula, "{cell}");
        }
    }

    #[test]
    fn numbers_handles_dashes_and_kept_texts_are_text() {
        let rows = [
            ("-3", "-3"),
            ("+49 (0)30 1234", "+49 (0)30 1234"),
            ("@amara", "@amara"),
            ("-", "-"),
            ("- first thing", "- first thing"),
            ("=", "="),
            ("=\"00123\"", "00123"),
            ("'@amara", "@amara"),
            ("'=1+1", "=1+1"),
            ("'tis", "'tis"),
            ("#rust", "#rust"),
            ("  Amara ", "Amara"),
            ("", ""),
        ];
        for (cell, expected) in rows {
            assert_eq!(read(cell), Cell::Text(expected), "{cell}");
        }
    }

    #[test]
    fn what_goes_out_is_never_computed_and_comes_back_as_it_was() {
        for cell in ["=1+1", "@SUM(1)", "+cmd|x", "-a", "@amara"] {
            let out = harmless(cell);
            assert!(out.starts_with('\''), "{cell}");
            assert_eq!(read(&out), Cell::Text(cell), "{cell}");
        }
        for cell in ["Amara", "-3", "+2.5", "", "a=b"] {
            assert_eq!(harmless(cell), cell);
        }
    }
}
