//! Text to records: cells, quotes, line ends. RFC 4180, and lenient where real exports are.
//!
//! Not the `csv` crate on purpose: it takes a quote that never closes for one cell up to the end of the file, which
//! would swallow thousands of rows without a word, and it does not know the row numbers that a spreadsheet shows.

use super::table::Unreadable;

/// The longest cell a spreadsheet can hold. A longer one is a quote that somebody forgot to close.
const LONGEST_CELL: usize = 32_767;

/// One record.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Record {
    /// Its row as a spreadsheet counts: from 1, blank rows included, line breaks inside cells not.
    pub(super) row: u32,
    pub(super) cells: Vec<String>,
}

impl Record {
    pub(super) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The records of a text, one after the other.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    row: u32,
}

impl<'a> Records<'a> {
    pub(super) fn new(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter, row: 0 }
    }

    /// The next cell, without the delimiter or line end after it.
    fn cell(&mut self) -> Result<String, Unreadable> {
        let mut text = String::new();
        if let Some(quoted) = self.rest.trim_start_matches(' ').strip_prefix('"') {
            self.rest = quoted;
            loop {
                let close = self.rest.find('"').ok_or(Unreadable::OpenQuote { row: self.row })?;
                text.push_str(&self.rest[..close]);
                if text.len() > LONGEST_CELL {
                    return Err(Unreadable::OpenQuote { row: self.row });
                }
                self.rest = &self.rest[close + 1..];
                match self.rest.strip_prefix('"') {
                    Some(rest) => self.rest = rest,
                    None => break,
                }
                text.push('"');
            }
        }
        let end = self.rest.find([self.delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        text.push_str(&self.rest[..end]);
        self.rest = &self.rest[end..];
        Ok(text)
    }

    fn record(&mut self) -> Result<Record, Unreadable> {
        self.row += 1;
        let mut cells = vec![self.cell()?];
        while let Some(rest) = self.rest.strip_prefix(self.delimiter) {
            self.rest = rest;
            cells.push(self.cell()?);
        }
        let ends = ["\r\n", "\n", "\r"];
        self.rest = ends.iter().find_map(|end| self.rest.strip_prefix(end)).unwrap_or(self.rest);
        Ok(Record { row: self.row, cells })
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Unreadable>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let record = self.record();
        if record.is_err() {
            self.rest = "";
        }
        Some(record)
    }
}

/// What separates the cells of `text`: what its first line says (`sep=;`), or what cuts the first rows most evenly.
/// Returns the text after that line.
pub(super) fn delimiter(text: &str) -> (char, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some(said) = first.trim().strip_prefix("sep=").and_then(|said| said.chars().next()) {
        return (said, rest);
    }
    let evenness = |delimiter: char| {
        let records: Vec<Record> =
            Records::new(text, delimiter).take(20).filter_map(Result::ok).filter(|record| !record.is_blank()).collect();
        let width = records.first().map_or(0, |record| record.cells.len());
        let even = records.iter().filter(|record| record.cells.len() == width).count();
        if width < 2 { (0, 0) } else { (even * 100 / records.len(), width) }
    };
    let best = [',', ';', '\t', '|'].into_iter().rev().max_by_key(|delimiter| evenness(*delimiter));
    (best.unwrap_or(','), text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: char) -> Vec<Vec<String>> {
        Records::new(text, delimiter).map(|record| record.unwrap().cells).collect()
    }

    #[test]
    fn quotes_hold_delimiters_line_breaks_and_quotes() {
        let text = "a,\"b, c\",d\r\n\"said \"\"yes\"\"\",\"two\nlines\", \"after a space\"\n";
        let expected = [["a", "b, c", "d"], ["said \"yes\"", "two\nlines", "after a space"]];
        assert_eq!(cells(text, ','), expected);
    }

    #[test]
    fn a_quote_inside_a_bare_cell_is_a_letter() {
        assert_eq!(cells("5\" pipe,\"big\" pipe", ','), [["5\" pipe", "big pipe"]]);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_shows_them() {
        let rows: Vec<u32> = Records::new("name\n\"two\nlines\"\n\nAmara", ',').map(|r| r.unwrap().row).collect();
        assert_eq!(rows, [1, 2, 3, 4]);
    }

    #[test]
    fn a_quote_that_never_closes_is_refused_with_its_row() {
        let mut records = Records::new("name,team\nAmara,\"Ward 3\nNoor,Ward 4\n", ',');
        assert!(records.next().unwrap().is_ok());
        assert_eq!(records.next(), Some(Err(Unreadable::OpenQuote { row: 2 })));
        assert_eq!(records.next(), None);
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_evenly() {
        let rows = [
            ("a,b\n1,2\n", ','),
            ("a;b\n\"1;2\";x, y, z\n", ';'),
            ("a\tb\n1, 2\t3\n", '\t'),
            ("a|b\n1|2\n", '|'),
            ("name\nAmara\n", ','),
            ("team;why\nCare;people, first\nRota;plans, weeks\n", ';'),
        ];
        for (text, expected) in rows {
            assert_eq!(delimiter(text).0, expected, "{text}");
        }
        assert_eq!(delimiter("sep=|\na|b\n"), ('|', "a|b\n"));
    }
}
