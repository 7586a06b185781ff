//! Styles: every colour and measure has a name, left and right follow the language, and layers decide what wins.

use crate::source::{Source, all_are_tidy, files, read};
use std::collections::BTreeSet;

/// The file in which values get their names.
const TOKENS: &str = "style/tokens.css";

/// CSS without comments, line for line.
pub fn rules(file: &Source) -> String {
    let mut rules = String::new();
    let mut rest = file.text.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        rules.push_str(before);
        rules.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    rules + rest
}

/// What tokens cannot serve.
const WITHOUT_TOKENS: [(&str, &str); 4] = [
    (TOKENS, "gives the names"),
    ("public/offline.css", "stands alone when nothing else can be had"),
    ("style/ui/figure.css", "draws in the units of its SVG"),
    ("style/ui/swap-ring.css", "draws in the units of its SVG"),
];

fn raw_values(file: &Source) -> Vec<String> {
    if WITHOUT_TOKENS.iter().any(|(path, _)| *path == file.path) {
        return Vec::new();
    }
    let is_raw = |line: &str| {
        // A hatch is as fine on every screen. Queries cannot read tokens, and selectors may hold a `#` of their own.
        let value = line.split_once(':').map_or("", |(_, value)| value);
        let value = if line.trim_start().starts_with('@') || line.trim_end().ends_with('{') { "" } else { value };
        let value = if value.contains("repeating-linear-gradient") { "" } else { value };
        has_hex(value) || has_raw_pixels(value) || ["rgb(", "hsl(", "oklch("].iter().any(|word| value.contains(word))
    };
    file.lines(&rules(file), is_raw, "a colour or measure is named in tokens.css")
}

fn has_hex(value: &str) -> bool {
    value.split('#').skip(1).any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() >= 3)
}

/// A line is up to three pixels on every screen; all else grows with the text.
fn has_raw_pixels(value: &str) -> bool {
    value.split("px").take(value.matches("px").count()).any(|before| {
        let number: String = before.chars().rev().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        let number: String = number.chars().rev().collect();
        number.parse::<f64>().is_ok_and(|number| number > 3.0)
    })
}

fn physical_sides(file: &Source) -> Vec<String> {
    const SIDES: [&str; 8] = [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "border-right",
        "left",
        "right",
    ];
    let is_physical = |line: &str| {
        let (property, value) = line.trim().split_once(':').unwrap_or_default();
        let aligned = ["text-align", "float", "clear"].contains(&property)
            && ["left", "right"].iter().any(|side| value.contains(side));
        aligned
            || SIDES.contains(&property)
            || property.starts_with("border-left-")
            || property.starts_with("border-right-")
    };
    file.lines(&rules(file), is_physical, "sides follow the direction of the text: inline-start, inline-end")
}

fn forced(file: &Source) -> Vec<String> {
    let may = ["style/utilities.css", "style/print.css", "style/reset.css"].contains(&file.path.as_str());
    let is_forced = |line: &str| line.contains("!important") && !may;
    file.lines(&rules(file), is_forced, "layers decide what wins")
}

/// Names of values that are read, or given.
fn names(text: &str, before: &str) -> BTreeSet<String> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.split(before)
        .skip(1)
        .map(|rest| format!("--{}", rest.chars().take_while(|c| is_name(*c)).collect::<String>()))
        .collect()
}

fn nameless(all: &str) -> Vec<String> {
    let read = names(all, "var(--");
    let given: BTreeSet<String> = all
        .split(['{', ';', '\n'])
        .filter_map(|rule| {
            rule.trim().strip_prefix("--")?.split_once(':').map(|(name, _)| format!("--{}", name.trim()))
        })
        .chain(names(all, "@property --"))
        .collect();
    read.difference(&given).cloned().collect()
}

#[test]
fn colours_and_measures_are_named_in_one_place() {
    all_are_tidy(&files(".css"), raw_values);
}

#[test]
fn raw_values_are_found() {
    for text in
        ["  color: #fff;", "  padding: 12px;", "  background: rgb(0 0 0 / 50%);", "  inline-size: calc(1px + 7px);"]
    {
        assert_eq!(raw_values(&Source::sample("style/home.css", text)).len(), 1, "{text}");
        assert!(raw_values(&Source::sample(TOKENS, text)).is_empty(), "{text}");
    }
    assert!(
        raw_values(&Source::sample("style/home.css", "  border: 1px solid var(--line);\n#main:target {")).is_empty()
    );
}

#[test]
fn sides_follow_the_direction_of_the_text() {
    all_are_tidy(&files(".css"), physical_sides);
}

#[test]
fn physical_sides_are_found() {
    for text in ["  margin-left: auto;", "  left: 0;", "  text-align: right;", "  border-left-color: red;"] {
        assert_eq!(physical_sides(&Source::sample("style/home.css", text)).len(), 1, "{text}");
    }
}

#[test]
fn only_utilities_force_what_wins() {
    all_are_tidy(&files(".css"), forced);
}

#[test]
fn a_forced_rule_is_found() {
    assert_eq!(forced(&Source::sample("style/home.css", "  color: var(--ink) !important;")).len(), 1);
}

#[test]
fn every_value_that_is_read_has_been_given() {
    let all: String = files(".css").into_iter().filter(|file| file.is_in("style/")).map(rules).collect();
    assert_eq!(nameless(&all), Vec::<String>::new());
}

#[test]
fn a_value_that_nobody_gave_is_found() {
    assert_eq!(nameless(":root { --ink: black; }\np { color: var(--ink); margin: var(--gap); }"), ["--gap"]);
}

/// Style sheets that no page gets.
fn unused<'a>(sheets: &[&'a str], main: &str) -> Vec<&'a str> {
    sheets
        .iter()
        .copied()
        .filter(|sheet| *sheet != "main.css" && !main.contains(&format!("url(\"{sheet}\")")))
        .collect()
}

#[test]
fn every_style_sheet_is_imported() {
    let sheets = files(".css");
    let sheets: Vec<&str> = sheets.iter().filter_map(|file| file.path.strip_prefix("style/")).collect();
    assert_eq!(unused(&sheets, &read("style/main.css").text), Vec::<&str>::new());
}

#[test]
fn an_unused_style_sheet_is_found() {
    assert_eq!(unused(&["main.css", "home.css"], "@import url(\"base.css\")"), ["home.css"]);
}
