//! The interface: server functions, nouns apart from each other, and what the security policy forbids in markup.

use crate::source::{Source, all_are_tidy, bracketed, files, has_word};
use std::collections::BTreeMap;

/// What of `app/src` every noun may use.
const SHARED: [&str; 17] = [
    "ui",
    "session",
    "here",
    "frame",
    "live",
    "error",
    "outbox",
    "routes",
    "wire",
    "prose",
    "talk",
    "use_live",
    "use_visitor",
    // The one form that answers them stands on two pages of two nouns.
    "applicants",
    // What stands above all of a program, and its tabs, on pages of several nouns.
    "program_head",
    // The next dates of a skill and of a program are one list.
    "next_dates",
    // A pair is one line, among one's pairs and where mentoring names it.
    "pair_line",
];
/// The most lines in the body of a server function.
const BODY: usize = 5;
/// The most lines of one `view!`.
const VIEW: usize = 60;
/// The most lines that tell the server from the browser.
const GATES: usize = 6;

fn app_files() -> Vec<&'static Source> {
    files(".rs").into_iter().filter(|file| file.is_in("app/src/")).collect()
}

/// A server function as written.
struct Function<'a> {
    line: usize,
    attribute: &'a str,
    /// From its name to the end of its body.
    text: &'a str,
}

impl Function<'_> {
    fn name(&self) -> &str {
        self.text.split(['(', '<']).next().unwrap_or_default()
    }

    fn endpoint(&self) -> Option<&str> {
        self.attribute.split("endpoint = \"").nth(1)?.split('"').next()
    }

    /// Lines that hand an error on as it is, so that it would go out as a fault of the server.
    fn has_bare_question(&self) -> bool {
        let body = bracketed(self.text, self.text.find(" {\n").map_or(0, |at| at + 1), '{', '}');
        let answered = ["Here::now()?", "here.answer(", "here.parsed(", "here.go(", "crate::here::"];
        body.lines().any(|line| line.contains('?') && !answered.iter().any(|call| line.contains(call)))
    }

    fn body_lines(&self) -> usize {
        let open = self.text.find(" {\n").map_or(0, |at| at + 1);
        bracketed(self.text, open, '{', '}').lines().filter(|line| !line.trim().is_empty()).count().saturating_sub(2)
    }
}

fn functions(file: &Source) -> Vec<Function<'_>> {
    let found = file.text.match_indices("\n#[server");
    found
        .map(|(at, _)| {
            let attribute = bracketed(&file.text, at + 2, '[', ']');
            let text = file.text[at..].split("pub async fn ").nth(1).unwrap_or_default();
            Function { line: file.text[..at].lines().count() + 1, attribute, text }
        })
        .collect()
}

fn careless_functions(file: &Source) -> Vec<String> {
    let is_api = file.path.ends_with("/api.rs") || file.path.ends_with("_api.rs");
    let wrong = |function: &Function<'_>| {
        if !is_api {
            Some("server functions stand in api.rs".to_owned())
        } else if function.endpoint() != Some(function.name()) {
            Some(format!("`{}` has no endpoint of its name", function.name()))
        } else if function.body_lines() > BODY {
            Some(format!("`{}` does more than ask the store: {} lines", function.name(), function.body_lines()))
        } else if function.has_bare_question() {
            Some(format!("`{}` gives an error no status; ask `here.parsed` or `here.answer`", function.name()))
        } else {
            None
        }
    };
    functions(file).iter().filter_map(|function| Some(file.fault(function.line, &wrong(function)?))).collect()
}

#[test]
fn server_functions_only_ask_the_store() {
    all_are_tidy(&app_files(), careless_functions);
}

#[test]
fn careless_server_functions_are_found() {
    let good = "//! A.\n#[server(endpoint = \"want\")]\npub async fn want() -> Result<(), AppError> {\n    a\n}\n";
    assert!(careless_functions(&Source::sample("app/src/skills/api.rs", good)).is_empty());
    let long = good.replace("    a\n", &"    a;\n".repeat(6));
    for (path, text) in [
        ("app/src/skills/want_form.rs", good),
        ("app/src/skills/api.rs", &good.replace("(endpoint = \"want\")", "")),
        ("app/src/skills/api.rs", &good.replace("\"want\"", "\"wish\"")),
        ("app/src/skills/api.rs", &long),
        ("app/src/skills/api.rs", &good.replace("    a\n", "    SkillId::parse(&skill)?\n")),
    ] {
        assert_eq!(careless_functions(&Source::sample(path, text)).len(), 1, "{text}");
    }
}

fn shared_endpoints<'a>(endpoints: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut counts = BTreeMap::new();
    for endpoint in endpoints {
        *counts.entry(endpoint).or_insert(0) += 1;
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(endpoint, _)| endpoint).collect()
}

#[test]
fn no_two_server_functions_answer_at_one_address() {
    let files = app_files();
    let functions: Vec<Function<'_>> = files.into_iter().flat_map(functions).collect();
    assert!(functions.len() > 10, "the server functions were not found");
    assert_eq!(shared_endpoints(functions.iter().filter_map(Function::endpoint)), Vec::<&str>::new());
}

#[test]
fn an_address_given_twice_is_found() {
    assert_eq!(shared_endpoints(["want", "offer", "want"].into_iter()), ["want"]);
}

/// The folder of `app/src` that a file is in.
fn folder(path: &str) -> Option<&str> {
    path.strip_prefix("app/src/")?.split_once('/').map(|(folder, _)| folder)
}

fn other_nouns(file: &Source) -> Vec<String> {
    let Some(own) = folder(&file.path).filter(|own| !SHARED.contains(own)) else { return Vec::new() };
    let foreign = |line: &str| {
        let named = line.split("crate::").skip(1).filter_map(|rest| rest.split([':', ';', '(', '{', ' ']).next());
        named.filter(|name| name.starts_with(char::is_lowercase)).any(|name| name != own && !SHARED.contains(&name))
    };
    file.lines(&file.code, foreign, "a noun does not use another noun's module")
}

#[test]
fn nouns_know_nothing_of_each_other() {
    all_are_tidy(&app_files(), other_nouns);
}

#[test]
fn a_noun_that_uses_another_is_found() {
    let text =
        "use crate::people::PersonCard;\nuse crate::ui::Button;\nuse crate::AppError;\nuse crate::skills::api::Want;";
    assert_eq!(other_nouns(&Source::sample("app/src/skills/skill_page.rs", text)).len(), 1);
}

fn nouns_in_the_design_system(file: &Source) -> Vec<String> {
    let known = |line: &str| {
        // How words are compared is no noun.
        has_word(&line.replace("domain::search::", ""), "domain")
            || line
                .split("crate::")
                .skip(1)
                .any(|rest| !["ui", "AppError", "wire"].iter().any(|own| rest.starts_with(own)))
    };
    file.lines(&file.code, known, "the design system knows no noun")
}

#[test]
fn the_design_system_knows_no_noun() {
    let ui = app_files().into_iter().filter(|file| file.is_in("app/src/ui/")).collect::<Vec<_>>();
    all_are_tidy(&ui, nouns_in_the_design_system);
}

#[test]
fn a_noun_in_the_design_system_is_found() {
    for text in ["use domain::person::Person;", "use crate::people::PersonCard;"] {
        assert_eq!(nouns_in_the_design_system(&Source::sample("app/src/ui/card.rs", text)).len(), 1);
    }
}

fn gates(files: &[&Source]) -> Vec<String> {
    files
        .iter()
        .flat_map(|file| file.lines(&file.text, |line| line.contains("cfg(") && line.contains("feature ="), "gate"))
        .collect()
}

#[test]
fn the_side_is_decided_in_at_most_six_lines() {
    let gates = gates(&app_files());
    assert!(gates.len() <= GATES, "{gates:#?}");
}

#[test]
fn lines_that_decide_the_side_are_counted() {
    let text = "#[cfg(feature = \"ssr\")]\n#[cfg(not(feature = \"ssr\"))]\n#[cfg_attr(test, derive(Eq))]\n";
    assert_eq!(gates(&[&Source::sample("app/src/a.rs", text)]).len(), 2);
}

/// What the policy would block, or what only one component may do.
fn careless_markup(file: &Source) -> Vec<String> {
    const TEXT_AREA: &str = "app/src/ui/text_area.rs";
    let styled = |line: &str| {
        line.contains(" style=") || line.contains(" style:") || line.contains("<style>") || line.contains("<style ")
    };
    let mut faults = file.lines(&file.code, styled, "the policy forbids styles in markup; use a class");
    let scripted =
        |line: &str| line.contains(" onclick=") || line.contains(" onsubmit=") || line.contains("javascript:");
    faults.extend(file.lines(&file.code, scripted, "the policy forbids scripts in markup"));
    if file.path != TEXT_AREA {
        let raw = |line: &str| line.contains("inner_html") && !line.contains("ammonia");
        faults.extend(file.lines(&file.code, raw, "raw HTML is for cleaned text alone"));
        let area = |line: &str| line.contains("<textarea");
        faults.extend(file.lines(&file.code, area, "`TextArea` alone keeps what was typed before the script came"));
    }
    faults
}

#[test]
fn markup_is_what_the_policy_allows() {
    all_are_tidy(&app_files(), careless_markup);
}

#[test]
fn careless_markup_is_found() {
    for text in
        ["<p style=width>", "<p style:width=w>", "<p inner_html=text>", "<textarea name=\"a\">", "<a onclick=\"a\">"]
    {
        assert_eq!(careless_markup(&Source::sample("app/src/home/a.rs", text)).len(), 1, "{text}");
    }
}

fn long_views(file: &Source) -> Vec<String> {
    let views =
        file.code.match_indices("view! {").map(|(at, _)| (at, bracketed(&file.code, at + "view! ".len(), '{', '}')));
    views
        .filter(|(_, view)| view.lines().count() > VIEW)
        .map(|(at, view)| {
            file.fault(file.code[..at].lines().count(), &format!("a view of {} lines", view.lines().count()))
        })
        .collect()
}

#[test]
fn views_fit_on_a_screen() {
    all_are_tidy(&app_files(), long_views);
}

#[test]
fn a_long_view_is_found() {
    let text = format!("view! {{\n{}}}", "<p></p>\n".repeat(60));
    assert_eq!(long_views(&Source::sample("app/src/home/a.rs", &text)).len(), 1);
}
