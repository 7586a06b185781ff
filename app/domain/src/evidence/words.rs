//! Evidence in words, as every page says it.

use super::{Evidence, Rater, Source, Standing, Weighed};
use crate::org::Org;
use crate::viewer::Viewer;
use crate::wording::{counted, sentence};

/// Why a piece counts for less than it would, or for nothing.
pub fn silence(viewer: &Viewer<'_>, weighed: &Weighed<'_>) -> Option<String> {
    match weighed.standing {
        Standing::Counts => None,
        Standing::Echoes => Some("said anew since, counts a quarter".to_owned()),
        Standing::Replaced => Some("replaced by newer".to_owned()),
        Standing::Faded => {
            let counts_here = viewer.org.weighing().rules.of(weighed.piece.source).weight > 0;
            Some(if counts_here { "too old to count" } else { "its kind counts for nothing here" }.to_owned())
        }
        Standing::TakenBack => {
            let at = weighed.piece.reversed_at.unwrap_or(weighed.piece.at);
            Some(format!("taken back on {}", viewer.day(at).text))
        }
    }
}

/// "Own estimate", "Taught it", "Manager's estimate, by Priya Raman".
pub fn what(org: &Org, piece: &Evidence) -> String {
    let title = sentence(piece.source.title());
    match (&piece.by, piece.source) {
        (Some(by), Source::Peer | Source::Manager | Source::Attended) if *by != piece.person => {
            format!("{title}, by {}", org.name_of(by))
        }
        (Some(_), Source::Peer | Source::Manager | Source::Attended)
        | (_, Source::Own | Source::Imported | Source::Taught | Source::Project | Source::Credential | Source::Drill)
        | (None, _) => title,
    }
}

/// "their manager’s estimate": as what everybody here reads a word that somebody says on a colleague's level.
pub const fn said_as(source: Source) -> &'static str {
    match source {
        Source::Manager => "their manager’s estimate",
        Source::Own
        | Source::Imported
        | Source::Attended
        | Source::Taught
        | Source::Project
        | Source::Credential
        | Source::Drill
        | Source::Peer => "a colleague’s estimate",
    }
}

/// Who reads such a word: what stands beside every box in which one says it.
pub fn said_to(source: Source) -> String {
    format!("Everybody here can read this with your name, as {}.", said_as(source))
}

/// "half a step higher than others"; `None` for somebody who rates as others do, or of whom too little is known to say
/// it of them. What is counted of a single word says [`counted_words`].
pub fn rating_words(rater: &Rater) -> Option<String> {
    const FEW: u16 = 3;
    let size = match rater.tenths.unsigned_abs() {
        0 | 1 => return None,
        2 | 3 => "a little",
        4..=6 => "half a step",
        7..=9 => "most of a step",
        _ => "a step or more",
    };
    let way = if rater.tenths > 0 { "higher" } else { "lower" };
    (rater.ratings >= FEW).then(|| format!("{size} {way} than others"))
}

/// "usually half a step higher than others", or "0.1 higher than others so far, from one rating": why a word counts as
/// another level than the one that was said; `None` where it counts as said.
pub fn counted_words(rater: &Rater) -> Option<String> {
    if let Some(words) = rating_words(rater) {
        return Some(format!("usually {words}"));
    }
    let (size, way) = (rater.tenths.unsigned_abs(), if rater.tenths > 0 { "higher" } else { "lower" });
    let ratings = counted(usize::from(rater.ratings), "rating", "ratings");
    (size > 0).then(|| format!("{}.{} {way} than others so far, from {ratings}", size / 10, size % 10))
}
