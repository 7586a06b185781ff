//! `kith solve`: a file in, a plan out.

use crate::support::{Folder, KITH, SOON};
use serde_json::Value;
use tokio::process::Command;
use tokio::time::timeout;

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");

/// The example of a plan that the README gives.
fn example() -> Value {
    example_of("Plans as files")
}

fn example_of(heading: &str) -> Value {
    let text = std::fs::read_to_string(README).unwrap();
    let section = text.split(&format!("\n## {heading}\n")).nth(1).unwrap();
    let block = section.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    serde_json::from_str(block).unwrap()
}

/// What the command writes, or why it refuses.
async fn solved(folder: &Folder, instance: &str) -> Result<Value, String> {
    solved_as("cover", folder, instance).await
}

async fn solved_as(problem: &str, folder: &Folder, instance: &str) -> Result<Value, String> {
    let file = folder.path("instance.json");
    std::fs::write(&file, instance).unwrap();
    let mut command = Command::new(KITH);
    let command = command.args(["solve", problem]).arg(&file).env("RUST_MIN_STACK", "16777216");
    let output = timeout(SOON, command.output()).await.unwrap().unwrap();
    if output.status.success() {
        Ok(serde_json::from_slice(&output.stdout).unwrap())
    } else {
        Err(String::from_utf8(output.stderr).unwrap())
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_example_of_the_readme_is_solved_and_proven() {
    let folder = Folder::new("solve-cover");
    let answer = solved(&folder, &example().to_string()).await.unwrap();
    assert_eq!(answer["is_proven"], true);
    assert_eq!(answer["cost"], answer["bound"]);
    assert_eq!(answer["empty_seats"], 1);
    assert_eq!(answer["lessons"][0]["learner"], "amara");
    assert_eq!(answer["held"][0]["skill"], "infusion-pumps");
    assert!(answer["milliseconds"].is_u64());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_planned_is_refused_in_words() {
    let folder = Folder::new("solve-cover-refused");
    let no_json = solved(&folder, "{ \"dates\": [90], ").await.unwrap_err();
    assert!(no_json.contains("line 1") && no_json.contains("README"), "{no_json}");
    let mut unknown = example();
    unknown["lessons"][0]["learner"] = "nobody".into();
    let unknown = solved(&folder, &unknown.to_string()).await.unwrap_err();
    assert!(unknown.contains("`nobody`, which is not in `people`"), "{unknown}");
    let mut both = example();
    both["forbids"] = both["pins"].clone();
    let both = solved(&folder, &both.to_string()).await.unwrap_err();
    assert!(both.contains("both pinned and forbidden"), "{both}");
}

#[tokio::test(flavor = "multi_thread")]
async fn mentees_of_the_readme_are_matched_and_proven() {
    let folder = Folder::new("solve-mentors");
    let example = example_of("Matchings as files");
    let answer = solved_as("mentors", &folder, &example.to_string()).await.unwrap();
    assert_eq!(answer["is_proven"], true);
    assert_eq!(answer["pairs"][0]["mentor"], "noor");
    assert_eq!(answer["pairs"][1]["mentor"], "jonas");
    assert_eq!(answer["unserved"][0], "wen");
    let mut twice = example;
    twice["mentors"][1] = twice["mentors"][0].clone();
    let refused = solved_as("mentors", &folder, &twice.to_string()).await.unwrap_err();
    assert!(refused.contains("cannot be matched") && refused.contains("Write `jonas` once"), "{refused}");
}
