//! One drill, for the two in it, whoever proposed it, their managers and program admins.

use super::history::{DrillHistoryLine, lines};
use super::words::{days, status};
use super::{actor, is_done, my_side, when};
use crate::colleague::Colleague;
use crate::drill::{Drill, Move, Side, Verdict, may_see};
use crate::evidence::Level;
use crate::exchanges::Status;
use crate::id::DrillId;
use crate::reader::Reader;
use crate::rejection::{Noun, Rejection};
use crate::tag::{PersonTag, SkillTag};
use crate::text::Prose;
use crate::time::{Face, Minutes};
use serde::{Deserialize, Serialize};

/// One drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillPage {
    /// Which.
    pub id: DrillId,
    /// "Infusion pumps without Rosalind".
    pub title: String,
    /// Of what.
    pub skill: SkillTag,
    /// Who stands back.
    pub holder: Colleague,
    /// Who does it.
    pub backup: Colleague,
    /// The reader's side; `None` for those beside it.
    pub side: Option<Side>,
    /// Where it stands.
    pub status: Status,
    /// "Thursday 26 November".
    pub days: String,
    /// The first day, which a yes has to name.
    pub on: String,
    /// The last day, which it has to name too.
    pub until: String,
    /// The first day that can be proposed.
    pub earliest: String,
    /// How long the task should take.
    pub minutes: Minutes,
    /// What is to be done.
    pub task: String,
    /// Where the notes are, or the notes themselves.
    pub notes: String,
    /// True when the notes are an address on the web and nothing else.
    pub notes_are_link: bool,
    /// What passing it speaks for.
    pub level: Level,
    /// What the reader may do now.
    pub moves: DrillMoves,
    /// What was said about how it went, as far as the reader may read it.
    pub reports: Vec<ReportCard>,
    /// What the notes lacked.
    pub gaps: Vec<String>,
    /// What happened, oldest first.
    pub history: Vec<DrillHistoryLine>,
}

/// What the reader may do with a drill now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillMoves {
    /// Say yes to the day.
    pub accept: bool,
    /// Propose another.
    pub propose: bool,
    /// Say no, or call it off.
    pub decline: bool,
    /// Take the proposal back.
    pub withdraw: bool,
    /// Say how it went.
    pub report: bool,
}

/// What one of the two said about how it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportCard {
    /// Who.
    pub by: PersonTag,
    /// "Did it alone from the notes".
    pub verdict: String,
    /// With what they needed help, or what was wrong.
    pub words: String,
    /// When.
    pub at: Face,
    /// True when the reader said so.
    pub is_own: bool,
}

/// One drill; not found for those whom it does not concern.
pub fn drill_page(reader: &Reader, id: &DrillId) -> Result<DrillPage, Rejection> {
    let drill = reader.org.drill(id).ok_or(Rejection::NotFound(Noun::Drill))?;
    may_see(reader.org, &actor(reader), drill)?;
    let skill = SkillTag::of(reader.org, &drill.skill);
    let holder = Colleague::named(reader.org, &drill.holder);
    let title = match my_side(reader, drill) {
        Some(Side::Holder) => format!("{} without you", skill.name),
        Some(Side::Backup) | None => format!("{} without {}", skill.name, holder.first_name),
    };
    let target = reader.org.skill(&drill.skill).map(|skill| skill.target.level);
    Ok(DrillPage {
        id: drill.id.clone(),
        title,
        skill,
        holder,
        backup: Colleague::named(reader.org, &drill.backup),
        side: my_side(reader, drill),
        status: status(reader, drill),
        days: days(drill),
        on: drill.on.iso(),
        until: drill.until.iso(),
        earliest: when(reader, drill).today.plus(1).iso(),
        minutes: drill.minutes,
        task: drill.task.to_string(),
        notes: drill.notes.to_string(),
        notes_are_link: is_link(drill.notes.as_str()),
        level: target.unwrap_or_default(),
        moves: moves(reader, drill),
        reports: reports(reader, drill),
        gaps: drill.gaps().map(ToString::to_string).collect(),
        history: lines(reader, drill),
    })
}

fn moves(reader: &Reader, drill: &Drill) -> DrillMoves {
    let word = Prose::try_from("yes".to_owned()).unwrap_or_default();
    let when = when(reader, drill);
    let later = when.today.plus(1);
    let may = |step| drill.clone().moved(&reader.me.id, step, when).is_ok();
    DrillMoves {
        accept: may(Move::Accept),
        propose: may(Move::Propose { on: later, until: later }),
        decline: may(Move::Decline { reason: word.clone() }),
        withdraw: may(Move::Withdraw),
        report: may(Move::Report { verdict: Verdict::Alone, words: word, lacked: Vec::new() }),
    }
}

/// One's own; that of the other, and for those beside it both, only when both have told.
fn reports(reader: &Reader, drill: &Drill) -> Vec<ReportCard> {
    let mine = my_side(reader, drill);
    let shown = |side: &Side| is_done(drill) || mine == Some(*side);
    let card = |side: Side| {
        let report = drill.report_of(side)?;
        Some(ReportCard {
            by: PersonTag::of(reader.org, drill.person(side)),
            verdict: report.verdict.title(side).to_owned(),
            words: report.words.to_string(),
            at: reader.clocks.face(&reader.me.zone, report.at),
            is_own: mine == Some(side),
        })
    };
    [Side::Backup, Side::Holder].into_iter().filter(shown).filter_map(card).collect()
}

fn is_link(notes: &str) -> bool {
    let is_web = notes.starts_with("https://") || notes.starts_with("http://");
    is_web && !notes.contains(char::is_whitespace)
}
