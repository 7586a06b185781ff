//! What fields read and say, and that kinds are described without slips.

use super::*;
use crate::program::List;

fn kind_field(key: &'static str) -> (&'static FieldSpec, Path) {
    let path = Path::field(key);
    let kind = ProgramKind::ALL.iter().find_map(|kind| kind.field(&path));
    (kind.unwrap(), path)
}

fn said(key: &'static str, text: &str) -> String {
    let (field, path) = kind_field(key);
    match read(field, &path, text) {
        Ok(value) => worded(field, &value, &|id| format!("<{id}>")),
        Err(Rejection::Invalid { field, message }) => format!("{field}: {message}"),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_field_says_what_stands_in_it_or_what_to_write() {
    let rows = [
        ("title", " Pairs for Care ", "Pairs for Care"),
        ("title", " ", "title: Write the name."),
        ("title", "two\nlines", "title: Keep it on one line."),
        ("purpose", "", "nothing"),
        ("purpose", "a\r\nb", "a\nb"),
        ("purpose", "\n    code \n", "    code"),
        ("purpose", "bell\u{7}", "purpose: Remove the control characters."),
        ("seats", "12", "12 people"),
        ("seats", "1", "1 person"),
        ("seats", "12 people", "12 people"),
        ("seats", "", "no limit"),
        ("seats", "0", "seats: Write a number from 1 to 100,000, or leave it empty."),
        ("seats", "-3", "seats: Write a number from 1 to 100,000, or leave it empty."),
        ("minutes", "45", "45 minutes"),
        ("minutes", "", "minutes: Write a number from 10 to 240."),
        ("minutes", "half an hour", "minutes: Write a number from 10 to 240."),
        ("waitlist", "off", "no"),
        ("waitlist", "perhaps", "waitlist: Choose yes or no."),
        ("ends_on", "2026-12-18", "18 December 2026"),
        ("ends_on", "", "no end"),
        ("ends_on", "2026-02-30", "ends_on: Write a day such as 2026-11-18."),
        ("cadence", "every 2 weeks on thursday", "every 2 weeks on Thursday"),
        ("cadence", "FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("at", "9.05", "09:05"),
        ("at", "24:00", "at: Write a time such as 12:30."),
        ("at", "9:5", "at: Write a time such as 12:30."),
        ("zone", "Europe/Lisbon", "Europe/Lisbon"),
        ("zone", "", "zone: Write a time zone such as Europe/Lisbon."),
        ("zone", "here & now", "zone: Write a time zone such as Europe/Lisbon."),
        ("teams", "estates, care,,care", "<care>, <estates>"),
        ("teams", "", "all teams"),
        ("teams", "Care!", "teams: Choose teams from the list, 500 at most."),
        ("copies", "own", "Everybody brings their own"),
        ("copies", "x", "copies: Choose one of “The library lends them” and “Everybody brings their own”."),
        ("link", "https://meet.example/lunch", "https://meet.example/lunch"),
        ("link", "javascript:alert(1)", "link: Write an address that begins with https://."),
        ("link", "https://a b", "link: Write an address that begins with https://."),
        ("aloud", "on", "yes"),
    ];
    for (key, text, expected) in rows {
        assert_eq!(said(key, text), expected, "{key} {text:?}");
    }
    assert!(said("title", &"x".repeat(121)).contains("under 120 characters; it has 121"));
}

#[test]
fn what_the_form_shows_reads_back_as_the_same_value() {
    for (key, text) in
        [("cadence", "weekly on mon"), ("ends_on", "18.12.2026"), ("aloud", "yes"), ("teams", "b,a"), ("at", "7:00")]
    {
        let (field, path) = kind_field(key);
        let value = read(field, &path, text).unwrap();
        assert_eq!(read(field, &path, &form_text(field, &value)).unwrap(), value, "{key}");
    }
}

#[test]
fn kinds_are_described_without_slips() {
    for kind in ProgramKind::ALL {
        let described = kind.description();
        assert_eq!(serde_json::to_value(kind).unwrap(), described.key);
        assert_eq!(ProgramKind::parse(described.key).unwrap(), *kind);
        assert!(described.roles.len() >= 2 && !described.templates.is_empty());
        let mut keys: Vec<&str> = kind.fields().map(|field| field.key).collect();
        keys.sort_unstable();
        let all = keys.len();
        keys.dedup();
        assert_eq!(keys.len(), all, "{kind:?} has a field twice");
        let lists = kind.lists().iter().flat_map(|list| list.fields);
        for field in kind.fields().chain(lists) {
            assert!(!field.key.is_empty() && !field.label.is_empty(), "{kind:?} {}", field.key);
            assert!(List::ALL.iter().all(|list| list.as_str() != field.key), "{} is the name of a list", field.key);
            let default = (field.default)();
            let is_written_at_the_start = matches!(default, Value::Nothing);
            assert!(is_written_at_the_start || check(field, &default).is_ok(), "{kind:?} {}", field.key);
            // Nothing unsets a register, so what may be empty has to be empty by default.
            let path = Path::field("any");
            assert!(read(field, &path, "").is_err() || is_written_at_the_start, "{kind:?} {}", field.key);
        }
        for section in Section::ALL {
            assert!(kind.fields().any(|field| field.section == section), "{kind:?} {section:?}");
        }
    }
}
