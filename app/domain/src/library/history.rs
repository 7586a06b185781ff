//! Every text that a note had, and what one of them changed.

use super::note_page::NoteMoves;
use crate::id::NoteId;
use crate::note::NoteVersion;
use crate::program::WordChange;
use crate::program::words::diff;
use crate::rejection::{Noun, Rejection};
use crate::tag::PersonTag;
use crate::time::Face;
use crate::viewer::Viewer;
use serde::{Deserialize, Serialize};

/// Texts longer than this are not compared word by word, but line by line.
const COMPARED: usize = 8_000;

/// Every text that a note had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteHistoryPage {
    /// Of which note.
    pub id: NoteId,
    /// What it is called now.
    pub title: String,
    /// The newest first.
    pub versions: Vec<VersionLine>,
    /// The one that is looked at.
    pub shown: ShownVersion,
}

/// One text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionLine {
    /// Its number.
    pub n: u32,
    /// Who wrote it.
    pub by: PersonTag,
    /// When.
    pub at: Face,
    /// Why, in their words; may be empty.
    pub why: String,
    /// The version whose text was brought back.
    pub restores: Option<u32>,
    /// True for what the note says now.
    pub is_current: bool,
}

/// What one version changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownVersion {
    /// Its number.
    pub n: u32,
    /// What the note was called, before and then.
    pub title: (String, String),
    /// Its text, word by word: what stayed, went and came.
    pub changes: Vec<WordChange>,
    /// Whether the viewer may bring it back.
    pub may_restore: bool,
}

/// Every text of `versions`, all that the note `id` had, oldest first, and what version `n` changed; the newest when `n`
/// names none.
pub fn note_history_page(
    viewer: &Viewer,
    id: &NoteId,
    versions: &[NoteVersion],
    n: Option<u32>,
) -> Result<NoteHistoryPage, Rejection> {
    viewer.actor.may_read()?;
    let note = viewer.org.note(id).ok_or(Rejection::NotFound(Noun::Note))?;
    let place = match n {
        Some(n) => versions.iter().position(|version| version.n == n),
        None => versions.len().checked_sub(1),
    };
    let place = place.ok_or(Rejection::NotFound(Noun::Version))?;
    let (shown, before) = (&versions[place], place.checked_sub(1).and_then(|place| versions.get(place)));
    let line = |version: &NoteVersion| VersionLine {
        n: version.n,
        by: PersonTag::of(viewer.org, &version.by),
        at: viewer.clocks.face(&viewer.zone, version.at),
        why: version.why.to_string(),
        restores: version.restores,
        is_current: version.n == note.n,
    };
    let earlier_title = before.map_or_else(String::new, |before| before.title.to_string());
    Ok(NoteHistoryPage {
        id: id.clone(),
        title: note.title.to_string(),
        versions: versions.iter().rev().map(line).collect(),
        shown: ShownVersion {
            n: shown.n,
            title: (earlier_title, shown.title.to_string()),
            changes: changes(before.map_or("", |before| before.body.as_str()), shown.body.as_str()),
            may_restore: shown.n != note.n && NoteMoves::of(viewer, note).edit,
        },
    })
}

/// Word by word; of long texts the lines at both ends that are the same are not looked at.
fn changes(before: &str, after: &str) -> Vec<WordChange> {
    if before.len().max(after.len()) <= COMPARED {
        return diff(before, after);
    }
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (gone, came) = (old[head..old.len() - tail].concat(), new[head..new.len() - tail].concat());
    let middle = if gone.len().max(came.len()) <= COMPARED {
        diff(&gone, &came)
    } else {
        vec![WordChange::Gone(gone), WordChange::New(came)]
    };
    let same = |lines: &[&str]| Some(WordChange::Same(lines.concat())).filter(|_| !lines.is_empty());
    same(&old[..head]).into_iter().chain(middle).chain(same(&old[old.len() - tail..])).collect()
}
