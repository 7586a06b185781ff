//! Content lines of RFC 5545: text is escaped, and what is long is folded.
//!
//! Lines are folded by hand: readers that trim what they read would lose a space at a fold, so no fold stands beside
//! one.

/// The most octets of a line, without its end.
const LONGEST: usize = 75;

/// A file as it grows, line by line.
#[derive(Debug, Default)]
pub(super) struct Lines {
    file: String,
    /// The line that is being written.
    line: String,
}

impl Lines {
    /// `BEGIN:VEVENT`.
    pub(super) fn begin(&mut self, component: &str) {
        self.plain("BEGIN", component);
    }

    /// `END:VEVENT`.
    pub(super) fn end(&mut self, component: &str) {
        self.plain("END", component);
    }

    /// A property whose value needs no escape: a number, a moment, a rule, an address. Its name may bring parameters.
    pub(super) fn plain(&mut self, name: &str, value: &str) {
        self.line.clear();
        self.line.push_str(name);
        self.line.push(':');
        self.line.extend(value.chars().filter(|letter| !letter.is_control()));
        self.fold();
    }

    /// A property whose value is text, as people write it; nothing is written for no text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        self.line.clear();
        self.line.push_str(name);
        self.line.push(':');
        for letter in text.chars() {
            match letter {
                '\\' | ';' | ',' => self.line.extend(['\\', letter]),
                '\n' => self.line.push_str("\\n"),
                '\t' => self.line.push(' '),
                letter if letter.is_control() => {}
                letter => self.line.push(letter),
            }
        }
        self.fold();
    }

    /// The finished file.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.file.into_bytes()
    }

    /// Ends the line: breaks it where it is too long, between two characters.
    fn fold(&mut self) {
        let mut rest = self.line.trim_end();
        let mut most = LONGEST;
        while rest.len() > most {
            let (piece, after) = rest.split_at(fold_at(rest, most));
            self.file.push_str(piece);
            self.file.push_str("\r\n ");
            rest = after;
            // The space that continues a line counts too.
            most = LONGEST - 1;
        }
        self.file.push_str(rest);
        self.file.push_str("\r\n");
    }
}

/// Where a line that is longer than `most` breaks: as late as possible, but neither beside a space nor inside an escape
/// unless there is nothing else near.
fn fold_at(line: &str, most: usize) -> usize {
    let bytes = line.as_bytes();
    let is_space = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_whitespace);
    let boundaries = || (1..=most).rev().filter(|at| line.is_char_boundary(*at));
    let is_good = |at: &usize| !is_space(*at) && !is_space(at - 1) && bytes.get(at - 1) != Some(&b'\\');
    let found = boundaries().take(20).find(is_good).or_else(|| boundaries().next());
    found.unwrap_or(most)
}

/// A name as the value of a parameter, in quotes; these cannot hold quotes of their own.
pub(super) fn quoted(name: &str) -> String {
    let mut quoted = String::with_capacity(name.len() + 2);
    let letters = name.chars().filter(|letter| !letter.is_control());
    quoted.push('"');
    quoted.extend(letters.map(|letter| if letter == '"' { '\'' } else { letter }));
    quoted.push('"');
    quoted
}

/// `+0100`, or with seconds where a zone has some.
pub(super) fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.unsigned_abs();
    let text = format!("{sign}{:02}{:02}", seconds / 3_600, seconds / 60 % 60);
    match seconds % 60 {
        0 => text,
        rest => format!("{text}{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let mut lines = Lines::default();
        lines.text("SUMMARY", text);
        String::from_utf8(lines.into_bytes()).unwrap()
    }

    #[test]
    fn text_is_escaped_and_loses_only_what_no_line_can_hold() {
        let rows = [
            ("Bread, butter; \\jam", "SUMMARY:Bread\\, butter\\; \\\\jam\r\n"),
            ("One\nTwo\ttabs\u{7}\r", "SUMMARY:One\\nTwo tabs\r\n"),
            ("a: \"b\"", "SUMMARY:a: \"b\"\r\n"),
            ("", ""),
        ];
        for (text, line) in rows {
            assert_eq!(written(text), line);
        }
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_unfolding_gives_it_back() {
        for letter in ["x", "ü", "語", "🥖", "x ", "ü語 ", ",", "\\", " "] {
            for count in 0..260 {
                let text = format!("|{}|", letter.repeat(count));
                let file = written(&text);
                assert!(file.split("\r\n").all(|line| line.len() <= LONGEST), "{file}");
                let line = file.replace("\r\n ", "");
                let plain = line.replace("\\,", ",").replace("\\\\", "\\");
                assert_eq!(plain, format!("SUMMARY:{text}\r\n"));
            }
        }
    }

    #[test]
    fn no_fold_stands_beside_a_space_or_inside_an_escape() {
        for before in 0..80 {
            let file = written(&format!("{} of bread, and of butter{}", "x".repeat(before), " more".repeat(20)));
            for (end, start) in file.trim_end().split("\r\n ").zip(file.split("\r\n ").skip(1)) {
                assert!(!end.ends_with([' ', '\\']) && !start.starts_with(' '), "{file}");
            }
        }
    }

    #[test]
    fn offsets_and_names_are_written_as_the_standard_has_them() {
        let rows = [(0, "+0000"), (3_600, "+0100"), (-12_600, "-0330"), (20_700, "+0545"), (1_172, "+001932")];
        for (seconds, text) in rows {
            assert_eq!(offset(seconds), text);
        }
        assert_eq!(quoted("Zoë \"Z\" Müller, Dr."), "\"Zoë 'Z' Müller, Dr.\"");
    }
}
