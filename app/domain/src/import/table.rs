//! What the bytes of a file say: a header and rows of cells, or why it cannot be read.
//!
//! What the columns mean is in [`super::columns`]; nothing here knows of people or skills.

pub use super::encoding::Encoding;
use super::encoding::decode;
use super::records::{Records, delimiter};
use serde::{Deserialize, Serialize};

/// The most bytes a file may have.
pub const LARGEST: usize = 32 * 1024 * 1024;
/// The most rows a file may have, without its header.
pub const MOST_ROWS: usize = 100_000;
/// The most columns a file may have.
pub const MOST_COLUMNS: usize = 200;

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The cells of the first row.
    pub header: Vec<String>,
    /// The rows below it that hold anything.
    pub rows: Vec<Row>,
    /// How its letters stand.
    pub encoding: Encoding,
    /// What separates its cells.
    pub delimiter: char,
    /// Some letters could not be read and became U+FFFD.
    pub damaged: bool,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number as a spreadsheet shows it; the header is row 1.
    pub number: u32,
    /// Its cells as written. There can be fewer or more than the header has.
    pub cells: Vec<String>,
}

/// Why a file cannot be read at all, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Nothing in it.
    #[error("This file is empty. Choose the file that you exported.")]
    Empty,
    /// Nothing below the first row.
    #[error("This file has a header and no rows below it. Export it again with its rows.")]
    OnlyHeader,
    /// Too many bytes.
    #[error("This file is larger than 32 MB. Split it into several files.")]
    TooLarge,
    /// Too many rows.
    #[error("This file has more than 100,000 rows. Split it into several files.")]
    TooManyRows,
    /// Too many columns.
    #[error("This file has {0} columns, more than 200. Export one row for each person and skill, not one column.")]
    TooManyColumns(usize),
    /// Known to be something else.
    #[error("This is {0}, not CSV. Open it and save or export it as CSV (UTF-8).")]
    OtherFormat(&'static str),
    /// Bytes that are no letters.
    #[error("This file is not text. Save or export it as CSV (UTF-8).")]
    NotText,
    /// A quote that never closes.
    #[error("A quote opens in row {row} and never closes. Close it, or remove it.")]
    OpenQuote {
        /// The row as a spreadsheet shows it.
        row: u32,
    },
}

impl Table {
    /// The table in `bytes`. Takes UTF-8 and UTF-16 with and without a byte order mark, Windows-1252, comma,
    /// semicolon, tab and bar, and every kind of line end; leaves out blank rows.
    pub fn read(bytes: &[u8]) -> Result<Self, Unreadable> {
        if bytes.len() > LARGEST {
            return Err(Unreadable::TooLarge);
        }
        let decoded = decode(bytes)?;
        let (delimiter, text) = delimiter(&decoded.text);
        let mut header: Option<Vec<String>> = None;
        let mut rows = Vec::new();
        let first_row = u32::from(text.len() < decoded.text.len());
        for record in Records::new(text, delimiter) {
            let record = record?;
            if record.is_blank() {
                continue;
            }
            match &header {
                None => header = Some(titles(record.cells)?),
                Some(_) if rows.len() == MOST_ROWS => return Err(Unreadable::TooManyRows),
                Some(_) => rows.push(Row { number: record.row + first_row, cells: record.cells }),
            }
        }
        let header = header.ok_or(Unreadable::Empty)?;
        if rows.is_empty() {
            return Err(Unreadable::OnlyHeader);
        }
        Ok(Self { header, rows, encoding: decoded.encoding, delimiter, damaged: decoded.damaged })
    }

    /// Up to three different values of a column, for people to recognise it by.
    pub fn samples(&self, column: usize) -> Vec<String> {
        let mut samples: Vec<String> = Vec::new();
        for row in self.rows.iter().take(1000) {
            let cell = row.cells.get(column).map_or("", |cell| cell.trim());
            let shown: String = cell.chars().take(40).collect();
            if !cell.is_empty() && !samples.contains(&shown) {
                samples.push(shown);
            }
            if samples.len() == 3 {
                break;
            }
        }
        samples
    }

    /// The word for what separates its cells.
    pub const fn delimiter_title(&self) -> &'static str {
        match self.delimiter {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            '|' => "bars",
            _ => "a separator of its own",
        }
    }
}

/// The header with a name for every column.
fn titles(cells: Vec<String>) -> Result<Vec<String>, Unreadable> {
    if cells.len() > MOST_COLUMNS {
        return Err(Unreadable::TooManyColumns(cells.len()));
    }
    let named = |(place, cell): (usize, String)| match cell.trim() {
        "" => format!("Column {}", place + 1),
        title => title.to_owned(),
    };
    Ok(cells.into_iter().enumerate().map(named).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "name;team\r\nZoë;Ward 3\r\nÆsa;\r\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_encoding_reads_the_same() {
        let (cp1252, _, _) = encoding_rs::WINDOWS_1252.encode(TEXT);
        let marked = format!("\u{feff}{TEXT}");
        let rows: [(Vec<u8>, Encoding); 7] = [
            (TEXT.as_bytes().to_vec(), Encoding::Utf8),
            (marked.as_bytes().to_vec(), Encoding::Utf8),
            (utf16(&marked, u16::to_le_bytes), Encoding::Utf16),
            (utf16(&marked, u16::to_be_bytes), Encoding::Utf16),
            (utf16(TEXT, u16::to_le_bytes), Encoding::Utf16),
            (utf16(TEXT, u16::to_be_bytes), Encoding::Utf16),
            (cp1252.into_owned(), Encoding::Windows1252),
        ];
        for (bytes, encoding) in rows {
            let table = Table::read(&bytes).unwrap();
            assert_eq!(table.encoding, encoding);
            assert_eq!((table.delimiter, table.damaged), (';', false));
            assert_eq!(table.header, ["name", "team"]);
            assert_eq!(table.rows[0], Row { number: 2, cells: vec!["Zoë".into(), "Ward 3".into()] });
            assert_eq!(table.rows[1].cells, ["Æsa", ""]);
        }
    }

    #[test]
    fn every_line_end_reads_the_same() {
        for end in ["\n", "\r\n", "\r", "\n\n"] {
            let table = Table::read(["name,team", "Amara,Care", "Noor,Rota"].join(end).as_bytes()).unwrap();
            let names: Vec<&str> = table.rows.iter().map(|row| row.cells[0].as_str()).collect();
            assert_eq!(names, ["Amara", "Noor"], "{end:?}");
        }
    }

    #[test]
    fn a_file_that_cannot_be_read_says_why() {
        let rows: [(&[u8], Unreadable); 9] = [
            (b"", Unreadable::Empty),
            (b"\xef\xbb\xbf", Unreadable::Empty),
            (b"\n \n,,\n", Unreadable::Empty),
            (b"name,team\n,\n", Unreadable::OnlyHeader),
            (b"PK\x03\x04workbook", Unreadable::OtherFormat("an Excel or LibreOffice workbook")),
            (b"%PDF-1.7", Unreadable::OtherFormat("a PDF")),
            (b"name\nAma\0ra\n", Unreadable::NotText),
            (b"name\nAmara\n\"Noor\n", Unreadable::OpenQuote { row: 3 }),
            (b"\x1f\x8b\x08", Unreadable::OtherFormat("a compressed file")),
        ];
        for (bytes, expected) in rows {
            assert_eq!(Table::read(bytes), Err(expected));
        }
        assert_eq!(Table::read(&vec![b'x'; LARGEST + 1]), Err(Unreadable::TooLarge));
        assert_eq!(Table::read(&[b','; 300]), Err(Unreadable::Empty));
        assert_eq!(Table::read("a,".repeat(250).as_bytes()), Err(Unreadable::TooManyColumns(251)));
    }

    #[test]
    fn a_hundred_thousand_rows_are_taken_and_one_more_is_refused() {
        let mut text = String::from("name\n");
        text.push_str(&"Amara\n".repeat(MOST_ROWS));
        assert_eq!(Table::read(text.as_bytes()).unwrap().rows.len(), MOST_ROWS);
        text.push_str("Noor\n");
        assert_eq!(Table::read(text.as_bytes()), Err(Unreadable::TooManyRows));
    }

    #[test]
    fn a_line_that_names_the_separator_is_no_header_and_counts_as_a_row() {
        let table = Table::read(b"sep=;\r\nname;team\r\nAmara;Care\r\n").unwrap();
        assert_eq!((table.delimiter, table.header[0].as_str(), table.rows[0].number), (';', "name", 3));
    }

    #[test]
    fn columns_without_a_title_are_numbered() {
        assert_eq!(Table::read(b"name,,team\nAmara,x,Care\n").unwrap().header, ["name", "Column 2", "team"]);
    }

    #[test]
    fn samples_are_different_and_short() {
        let text = format!("team\nCare\nCare\n{}\nRota\nWard\n", "x".repeat(90));
        let samples = Table::read(text.as_bytes()).unwrap().samples(0);
        assert_eq!(samples, ["Care".to_owned(), "x".repeat(40), "Rota".to_owned()]);
    }
}
