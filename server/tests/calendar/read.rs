//! Files read back: by the crate `ical`, and by the reader of the crate `icalendar`, each into the same list.

use ical::parser::ical::component::IcalTimeZoneTransitionType;
use ical::property::Property;
use icalendar::parser::{Component, read_calendar, unfold};

/// One property of a component: `VEVENT`, `VTIMEZONE/STANDARD`, or `VCALENDAR` itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    pub component: String,
    pub name: String,
    pub params: Vec<(String, String)>,
    pub value: String,
}

/// What both read, which must be the same.
pub fn read(file: &[u8]) -> Vec<Line> {
    let text = std::str::from_utf8(file).unwrap();
    let (first, second) = (by_ical(text), by_icalendar(text));
    assert_eq!(first, second, "two libraries read one file\n{text}");
    first
}

/// The lines of each entry, with its name and value looked up by [`value`].
pub fn events(file: &[u8]) -> Vec<Vec<Line>> {
    let mut events: Vec<Vec<Line>> = Vec::new();
    for line in read(file).into_iter().filter(|line| line.component == "VEVENT") {
        // Every entry begins with its name.
        if line.name == "UID" {
            events.push(Vec::new());
        }
        events.last_mut().unwrap().push(line);
    }
    events
}

/// The value of a property of one entry.
pub fn value<'a>(event: &'a [Line], name: &str) -> Option<&'a str> {
    event.iter().find(|line| line.name == name).map(|line| line.value.as_str())
}

fn by_ical(text: &str) -> Vec<Line> {
    let calendars: Vec<_> = ical::IcalParser::new(text.as_bytes()).collect::<Result<_, _>>().unwrap();
    let [calendar] = calendars.as_slice() else { panic!("one calendar in a file:\n{text}") };
    let mut lines = of_ical("VCALENDAR", &calendar.properties);
    for zone in &calendar.timezones {
        lines.extend(of_ical("VTIMEZONE", &zone.properties));
        for change in &zone.transitions {
            let kind = match change.transition {
                IcalTimeZoneTransitionType::STANDARD => "STANDARD",
                IcalTimeZoneTransitionType::DAYLIGHT => "DAYLIGHT",
            };
            lines.extend(of_ical(&format!("VTIMEZONE/{kind}"), &change.properties));
        }
    }
    calendar.events.iter().for_each(|event| lines.extend(of_ical("VEVENT", &event.properties)));
    lines
}

fn of_ical(component: &str, properties: &[Property]) -> Vec<Line> {
    let line = |property: &Property| {
        let params = property.params.iter().flatten();
        let params = params.map(|(name, values)| (name.clone(), values.join(","))).collect();
        let value = property.value.clone().unwrap_or_default();
        Line {
            component: component.to_owned(),
            value: unescaped(&property.name, &value),
            name: property.name.clone(),
            params,
        }
    };
    properties.iter().map(line).collect()
}

fn by_icalendar(text: &str) -> Vec<Line> {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap();
    let mut lines = Vec::new();
    of_icalendar("VCALENDAR", &calendar.properties, &mut lines);
    calendar.components.iter().for_each(|component| of_component("", component, &mut lines));
    lines
}

fn of_component(within: &str, component: &Component, lines: &mut Vec<Line>) {
    let name = format!("{within}{}", component.name.as_str());
    of_icalendar(&name, &component.properties, lines);
    component.components.iter().for_each(|inner| of_component(&format!("{name}/"), inner, lines));
}

fn of_icalendar(component: &str, properties: &[icalendar::parser::Property], lines: &mut Vec<Line>) {
    for property in properties {
        let params = property.params.iter().map(|param| {
            let value = param.val.as_ref().map(|value| value.as_str().trim_matches('"').to_owned());
            (param.key.as_str().to_owned(), value.unwrap_or_default())
        });
        let (name, value) = (property.name.as_str().to_owned(), property.val.as_str().to_owned());
        // This reader takes the escapes of all texts that it knows away, and it does not know this one.
        let value = if name == "NAME" { unescaped(&name, &value) } else { value };
        lines.push(Line { component: component.to_owned(), name, params: params.collect(), value });
    }
}

const TEXTS: [&str; 12] = [
    "SUMMARY",
    "DESCRIPTION",
    "LOCATION",
    "RELATED-TO",
    "TZNAME",
    "NAME",
    "X-WR-CALNAME",
    "UID",
    "PRODID",
    "STATUS",
    "TRANSP",
    "TZID",
];

fn unescaped(name: &str, value: &str) -> String {
    if !TEXTS.contains(&name) {
        return value.to_owned();
    }
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match (letter, letter == '\\') {
            (_, true) => match letters.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                other => text.push(other),
            },
            (letter, false) => text.push(letter),
        }
    }
    text
}
