//! The part of an address after the question mark: read into pairs, printed from pairs, in one spelling.

use std::fmt::Write as _;

/// Names and values of an address, decoded, in the order they stood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads `a=1&b=two+words`, with or without the question mark. What is broken is kept as it stands.
    pub fn parse(text: &str) -> Self {
        let text = text.strip_prefix('?').unwrap_or(text);
        let parts = text.split('&').filter(|part| !part.is_empty());
        let pair = |part: &str| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        };
        Self(parts.map(pair).collect())
    }

    /// The last value of `name`, trimmed; `None` when it is missing or empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Every value whose name begins with `name`, such as `teams[]` and `teams[0]` for `teams`, that is not empty.
    pub fn starting<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let found = self.0.iter().filter(move |(own, _)| own.starts_with(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// Every value under `name[key]`, with its key.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let key = move |own: &'a str| own.strip_prefix(name)?.strip_prefix('[')?.strip_suffix(']');
        self.0.iter().filter_map(move |(own, value)| Some((key(own)?, value.trim())))
    }

    /// Every value of `name` that is not empty, trimmed, in the order they stood.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(own, _)| own == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }
}

/// `a=1&b=two+words` from the pairs that have a value.
pub fn print<'a>(pairs: impl IntoIterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let mut out = String::new();
    for (name, value) in pairs {
        let Some(value) = value.filter(|value| !value.is_empty()) else { continue };
        if !out.is_empty() {
            out.push('&');
        }
        out.push_str(name);
        out.push('=');
        encode(value, &mut out);
    }
    out
}

/// `query` with the pairs of `own` in the place of those whose names `is_own` knows: what one form of a page says, beside
/// what its other forms say.
pub fn with_own(query: &str, own: &str, is_own: impl Fn(&str) -> bool) -> String {
    let query = query.strip_prefix('?').unwrap_or(query);
    let name = |part: &str| decode(part.split('=').next().unwrap_or_default());
    let others = query.split('&').filter(|part| !is_own(&name(part)));
    others.chain(own.split('&')).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&")
}

/// `path` with `query` behind a question mark; `path` alone when there is no query.
pub fn link(path: &str, query: &str) -> String {
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => out.push(char::from(byte)),
            b' ' => out.push('+'),
            // Writing to a string cannot fail.
            other => drop(write!(out, "%{other:02X}")),
        }
    }
}

fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match hex(rest.clone()) {
                Some(decoded) => {
                    bytes.push(decoded);
                    rest.nth(1);
                }
                None => bytes.push(b'%'),
            },
            other => bytes.push(other),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(mut digits: std::str::Bytes<'_>) -> Option<u8> {
    let high = char::from(digits.next()?).to_digit(16)?;
    let low = char::from(digits.next()?).to_digit(16)?;
    u8::try_from(high * 16 + low).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_value_counts_and_empty_ones_do_not() {
        let pairs = Pairs::parse("?q=two+words&team=&q=Z%C3%BCrich&level");
        assert_eq!((pairs.get("q"), pairs.get("team"), pairs.get("level")), (Some("Zürich"), None, None));
        let many = Pairs::parse("skill=a&skill=&q=b&skill=c");
        assert_eq!(many.all("skill").collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(Pairs::parse("q=100%+%zz").get("q"), Some("100% %zz"));
    }

    #[test]
    fn a_form_says_its_part_of_an_address_and_leaves_what_others_say() {
        let of_teams = |name: &str| name == "n" || name.starts_with("teams[");
        let said = |query: &str, own: &str| with_own(query, own, of_teams);
        assert_eq!(said("", "n=7&teams%5B%5D=east"), "n=7&teams%5B%5D=east");
        let query = "?form%5Bteams%5D%5B%5D=west&n=6&teams%5B%5D=north&teams[]=south";
        assert_eq!(said(query, "n=7"), "form%5Bteams%5D%5B%5D=west&n=7");
        assert_eq!(said(query, ""), "form%5Bteams%5D%5B%5D=west");
    }

    proptest! {
        #[test]
        fn what_is_printed_reads_back(value in "\\PC{0,40}") {
            let printed = print([("q", Some(value.as_str()))]);
            prop_assert!(printed.is_ascii());
            let expected = Some(value.trim()).filter(|value| !value.is_empty());
            let read = Pairs::parse(&printed);
            prop_assert_eq!(read.get("q"), expected);
        }
    }
}
