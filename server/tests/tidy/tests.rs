//! Tests: named for what holds, never skipped, and waiting for what happens rather than for time to pass.

use crate::source::{Source, all_are_tidy, files};

fn careless_tests(file: &Source) -> Vec<String> {
    let banned = ["#[ignore", "should_panic", "sleep("];
    file.lines(&file.testing(), |line| banned.iter().any(|word| line.contains(word)), "a test waits for what happens")
}

fn unspoken_tests(file: &Source) -> Vec<String> {
    let code = file.testing();
    let mut marked = false;
    let mut faults = Vec::new();
    for (at, line) in code.lines().map(str::trim_start).enumerate() {
        if let Some((_, rest)) = line.split_once("fn ").filter(|_| marked) {
            let name = rest.split('(').next().unwrap_or_default();
            if name.split('_').count() < 3 || name.starts_with("test_") {
                faults.push(file.fault(at + 1, &format!("`{name}` is no sentence")));
            }
            marked = false;
        }
        marked |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
    }
    faults
}

#[test]
fn tests_are_sentences() {
    all_are_tidy(&files(".rs"), unspoken_tests);
}

#[test]
fn tests_are_neither_skipped_nor_slept_through() {
    all_are_tidy(&files(".rs"), careless_tests);
}

#[test]
fn careless_and_unspoken_tests_are_found() {
    for text in ["#[ignore]", "#[should_panic]", "sleep(Duration::from_secs(1)).await;"] {
        assert_eq!(careless_tests(&Source::sample("server/tests/a.rs", text)).len(), 1, "{text}");
        assert!(careless_tests(&Source::sample("server/src/a.rs", text)).is_empty(), "{text}");
    }
    for name in ["works", "test_of_sign_in", "sign_in"] {
        let text = format!("#[tokio::test]\nasync fn {name}() {{}}");
        assert_eq!(unspoken_tests(&Source::sample("server/tests/a.rs", &text)).len(), 1, "{name}");
    }
}

/// Journeys that wait for time to pass, are left out, or run alone.
fn careless_journeys(file: &Source) -> Vec<String> {
    let banned = ["waitForTimeout", "test.only", "test.fixme", "test.skip(", "setTimeout(", "networkidle"];
    file.lines(&file.text, |line| banned.iter().any(|word| line.contains(word)), "a journey waits for what it sees")
}

#[test]
fn journeys_wait_for_what_they_see() {
    all_are_tidy(&files(".ts"), careless_journeys);
}

#[test]
fn careless_journeys_are_found() {
    for text in ["await page.waitForTimeout(500);", "test.only(\"a\", b);", "test.skip(\"a\", b);"] {
        assert_eq!(careless_journeys(&Source::sample("end2end/a.spec.ts", text)).len(), 1, "{text}");
    }
}
