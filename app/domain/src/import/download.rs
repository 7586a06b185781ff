//! CSV on the way out: what a person downloads and opens in a spreadsheet, with nothing in it that would be computed.

use super::formula::harmless;

/// A CSV text of `rows` below `header`: UTF-8 with a byte order mark, so that spreadsheets read the letters right;
/// commas, CRLF, quotes where needed, and no cell that is a formula.
pub fn csv<H, R, C>(header: H, rows: R) -> String
where
    H: IntoIterator,
    H::Item: AsRef<str>,
    R: IntoIterator<Item = C>,
    C: IntoIterator,
    C::Item: AsRef<str>,
{
    let mut text = String::from("\u{feff}");
    record(&mut text, header);
    for row in rows {
        record(&mut text, row);
    }
    text
}

fn record(text: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        let cell = harmless(cell.as_ref());
        if cell.contains([',', '"', '\n', '\r', ';', '\t']) || cell.starts_with(' ') || cell.ends_with(' ') {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::table::Table;

    #[test]
    fn what_goes_out_reads_back_as_it_was() {
        let rows = [["Zoë, the \"nurse\"", "two\nlines"], ["a;b", "'=1+1"]];
        let table = Table::read(csv(["name", "note"], rows).as_bytes()).unwrap();
        assert_eq!(table.header, ["name", "note"]);
        assert_eq!(table.rows[0].cells, rows[0]);
        assert_eq!(table.rows[1].cells, rows[1]);
    }

    #[test]
    fn a_formula_goes_out_as_text() {
        assert_eq!(csv(["note"], [["=1+1"]]), "\u{feff}note\r\n'=1+1\r\n");
    }
}
