//! Classes and components: what the app names has a style, what has a style is named, and the guide shows everything.

use crate::css::rules;
use crate::source::{Source, all_are_tidy, files, has_word};
use std::collections::BTreeSet;

/// What parts of a class are made of.
fn is_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The classes in the selectors of a sheet, each with the line of its first rule.
fn ruled(css: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in css.match_indices('{') {
        let start = css[..at].rfind(['{', '}', ';']).map_or(0, |end| end + 1);
        let selector = &css[start..at];
        if selector.trim_start().starts_with('@') {
            continue;
        }
        let line = css[..at].lines().count();
        let classes = selector.split('.').skip(1).map(|rest| rest.chars().take_while(|c| is_part(*c)).collect());
        found.extend(classes.filter(|class: &String| !class.is_empty()).map(|class| (line, class)));
    }
    found
}

/// Every class that has a rule somewhere.
fn styled() -> BTreeSet<String> {
    let sheets = files(".css").into_iter().filter(|file| file.is_in("style/"));
    sheets.flat_map(|sheet| ruled(&rules(sheet))).map(|(_, class)| class).collect()
}

fn app() -> Vec<&'static Source> {
    files(".rs").into_iter().filter(|file| file.is_in("app/src/")).collect()
}

/// Lines of the file that ship, as written.
fn shipping(file: &Source) -> impl Iterator<Item = (usize, &str)> {
    let pairs = file.text.lines().zip(file.product().lines()).enumerate();
    pairs.filter(|(_, (_, product))| !product.trim().is_empty()).map(|(at, (text, _))| (at + 1, text))
}

fn without_a_rule(file: &Source, styled: &BTreeSet<String>) -> Vec<String> {
    let literals = shipping(file).flat_map(|(line, text)| {
        let values = text.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next());
        values.flat_map(str::split_whitespace).map(move |class| (line, class))
    });
    let unknown = literals.filter(|(_, class)| !styled.contains(*class));
    unknown.map(|(line, class)| file.fault(line, &format!("no style sheet knows `{class}`"))).collect()
}

/// Words in the texts of the code that ships. A class that is put together elsewhere is one of them.
fn named(file: &Source) -> BTreeSet<String> {
    let texts = shipping(file).flat_map(|(_, text)| text.split('"').skip(1).step_by(2));
    texts.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

fn without_a_name(sheet: &Source, named: &BTreeSet<String>) -> Vec<String> {
    let unknown = ruled(&rules(sheet)).into_iter().filter(|(_, class)| !named.contains(class));
    unknown.map(|(line, class)| sheet.fault(line, &format!("nothing in the app is called `{class}`"))).collect()
}

#[test]
fn every_class_in_the_app_has_a_rule() {
    let styled = styled();
    all_are_tidy(&app(), |file| without_a_rule(file, &styled));
}

#[test]
fn a_class_without_a_rule_is_found() {
    let css = Source::sample("style/a.css", ".card {\n  inset: .5rem;\n  &:has(> .card-link, .on) { gap: 0; }\n}");
    let styled: BTreeSet<String> = ruled(&rules(&css)).into_iter().map(|(_, class)| class).collect();
    assert_eq!(styled.iter().map(String::as_str).collect::<Vec<_>>(), ["card", "card-link", "on"]);
    let view = "view! { <p class=\"card lost\"><Form attr:class=\"gone\" /></p> }\n// class=\"said\"\n#[cfg(test)]\nmod tests {\n    const A: &str = class=\"tried\";\n}\n";
    let faults = without_a_rule(&Source::sample("app/src/a.rs", view), &styled);
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(faults.iter().all(|fault| fault.starts_with("app/src/a.rs:1: ")), "{faults:?}");
}

#[test]
fn every_rule_has_something_to_style() {
    let named: BTreeSet<String> = app().into_iter().flat_map(named).collect();
    let sheets: Vec<_> = files(".css").into_iter().filter(|file| file.is_in("style/")).collect();
    all_are_tidy(&sheets, |sheet| without_a_name(sheet, &named));
}

#[test]
fn a_rule_with_nothing_to_style_is_found() {
    let named = named(&Source::sample("app/src/a.rs", "fn a(seat: u8) -> &'static str {\n    \"stage held\"\n}\n"));
    let sheet = |text| Source::sample("style/a.css", text);
    assert!(without_a_name(&sheet(".stage > .held { gap: 0; }"), &named).is_empty());
    assert_eq!(without_a_name(&sheet("@media print {\n  .seat { gap: 0; }\n}"), &named).len(), 1);
}

/// What draws nothing that the guide could show.
const NOT_SHOWN: [(&str, &str); 8] = [
    ("Install", "draws nothing where Kith is installed or cannot be"),
    ("Loaded", "draws what it waits for, and until then a skeleton"),
    ("OneOfMany", "stands around forms and draws nothing itself"),
    ("PageTitle", "is the heading of every page, the guide's too"),
    ("StyleguidePage", "is the guide"),
    ("ToastEcho", "is only heard"),
    ("ToastRegion", "stands in the frame and holds what the guide's toast says"),
    ("UpdateNotice", "says what it has to say in a toast"),
];

/// Public components of a file.
fn components(file: &Source) -> Vec<&str> {
    let after = file.product().split("#[component]\npub fn ").skip(1);
    after.filter_map(|rest| rest.split(['(', '<']).next()).collect()
}

fn not_in_the_guide(file: &Source, guide: &str) -> Vec<String> {
    let is_shown = |name: &str| has_word(guide, name) || NOT_SHOWN.iter().any(|(hidden, _)| *hidden == name);
    let missing = components(file).into_iter().filter(|name| !is_shown(name));
    missing.map(|name| file.fault(1, &format!("`{name}` is not in the style guide"))).collect()
}

#[test]
fn the_guide_shows_every_component() {
    let (guide, ui): (Vec<_>, Vec<_>) =
        app().into_iter().filter(|file| file.is_in("app/src/ui/")).partition(|file| file.path.contains("/styleguide/"));
    let guide: String = guide.into_iter().flat_map(|file| shipping(file).map(|(_, line)| line)).collect();
    assert!(ui.iter().flat_map(|file| components(file)).count() > 50, "the components were not found");
    all_are_tidy(&ui, |file| not_in_the_guide(file, &guide));
}

#[test]
fn a_component_that_the_guide_leaves_out_is_found() {
    let file = Source::sample("app/src/ui/chip.rs", "#[component]\npub fn Chip() {}\n#[component]\nfn Inner<T>() {}\n");
    assert_eq!(not_in_the_guide(&file, "<Chips />").len(), 1);
    assert!(not_in_the_guide(&file, "<Chip />").is_empty());
}
