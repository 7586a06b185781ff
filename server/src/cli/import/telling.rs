//! What `kith import` says: how files are understood, what would come in, what is wrong.

use crate::cli::{CliError, say};
use domain::import::issue_groups::IssueGroup;
use domain::import::page::{ImportDraft, ImportPreview, digits};
use domain::import::plan::Counts;
use domain::rejection::Rejection;

/// How the columns of each file are understood.
pub(super) fn say_columns(draft: &ImportDraft) {
    for file in &draft.files {
        let columns: Vec<String> = file
            .columns
            .iter()
            .map(|column| match column.field {
                Some(field) => format!("{} = {}", column.title, field.title()),
                None => format!("{} left out", column.title),
            })
            .collect();
        let kind = file.kind.title().to_lowercase();
        say(&format!("{}: {} rows of {kind}, {}", file.file, digits(file.rows), file.read_as));
        say(&format!("  {}", columns.join(" · ")));
        let levels = file.scale.iter().flat_map(|scale| &scale.values).map(|value| match value.level {
            Some(level) => format!("{} = {} {}", value.value, level.number(), level.title()),
            None => format!("{} left out", value.value),
        });
        let levels: Vec<String> = levels.collect();
        if !levels.is_empty() {
            say(&format!("  Levels: {}", levels.join(" · ")));
        }
    }
}

/// What would come in, and what is wrong.
pub(super) fn say_preview(preview: &ImportPreview) {
    for file in &preview.files {
        say(&format!("{}: {}", file.file, in_words(file.counts)));
    }
    for group in preview.blockers.iter().chain(&preview.warnings) {
        say_group(group);
    }
}

fn say_group(group: &IssueGroup) {
    say(&format!("{} ({}):", group.repair.title(), digits(group.count)));
    for line in &group.lines {
        say(&format!("  {} {}: {}", line.file, line.place, line.text));
    }
    if group.more > 0 {
        say(&format!("  and {} more like these", digits(group.more)));
    }
}

fn in_words(counts: Counts) -> String {
    format!(
        "{} new, {} changed, {} known already, {} left out",
        digits(counts.create),
        digits(counts.update),
        digits(counts.same),
        digits(counts.reject)
    )
}

/// Why nothing was written, when that was not what was asked for.
pub(super) fn say_why_nothing(preview: &ImportPreview) -> Result<(), CliError> {
    if !preview.is_ready {
        let message = "A column is missing. Rename it in the file, or choose it on the page Admin · Import.";
        return Err(Rejection::invalid("columns", message).into());
    }
    say(if preview.total.writes() == 0 { "Nothing in these files is new." } else { "Nothing was written." });
    Ok(())
}
