//! The editor of one program.

use super::fields::{FieldView, FormSection, Sheet};
use super::rail::Review;
use super::stages::StageView;
use super::{ConflictCard, Desk, PublishChoice, edited};
use crate::id::ProgramId;
use crate::program::{Draft, History, Path, Phase, ProgramKind, Standing, applied, problems, strangers};
use crate::rejection::Rejection;
use crate::tag::PersonTag;
use crate::viewer::Viewer;
use crate::wording::{brief_past, counted};
use serde::{Deserialize, Serialize};

/// What stands above all pages of a program's admin side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorHead {
    /// Which.
    pub id: ProgramId,
    /// What kind it is.
    pub kind: ProgramKind,
    /// What it is called.
    pub title: String,
    /// Where its life stands.
    pub phase: Phase,
    /// "Mentorship", "37 people since 7 September".
    pub facts: Vec<String>,
    /// How many are inside, wait, are invited or are through.
    pub people: u32,
    /// The number of its newest version.
    pub n: u32,
    /// Whoever looks may edit it.
    pub may_edit: bool,
}

/// The editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditorPage {
    /// What stands above it.
    pub head: EditorHead,
    /// The version that the form is filled from: goes back with what is typed.
    pub base: u32,
    /// The sections before the guidelines and stages.
    pub before: Vec<FormSection>,
    /// The guidelines as one text.
    pub guidelines: FieldView,
    /// The stages.
    pub stages: Vec<StageView>,
    /// The sections after them.
    pub after: Vec<FormSection>,
    /// The phases that can follow.
    pub moves: Vec<PhaseMove>,
    /// What changes, for whom, and what stands in the way.
    pub review: Review,
    /// Whose editor it is.
    pub me: Option<PersonTag>,
}

impl EditorPage {
    /// What is unsettled, beside its field or in the rail.
    pub fn unsettled(&self) -> impl Iterator<Item = &ConflictCard> {
        self.fields().filter_map(|field| field.conflict.as_ref()).chain(&self.review.unsettled)
    }

    /// Every field of the form, in its order.
    pub fn fields(&self) -> impl Iterator<Item = &FieldView> {
        in_order(&self.before, &self.guidelines, &self.stages, &self.after)
    }

    /// The field of that path.
    pub fn field(&self, path: &str) -> Option<&FieldView> {
        self.fields().find(|field| field.path == path)
    }
}

fn in_order<'a>(
    before: &'a [FormSection],
    guidelines: &'a FieldView,
    stages: &'a [StageView],
    after: &'a [FormSection],
) -> impl Iterator<Item = &'a FieldView> {
    let stages = stages
        .iter()
        .flat_map(|stage| stage.fields.iter().chain(stage.steps.iter().flat_map(|step| step.fields.iter())));
    let before = before.iter().flat_map(|section| &section.fields);
    let after = after.iter().flat_map(|section| &section.fields);
    before.chain(std::iter::once(guidelines)).chain(stages).chain(after)
}

/// A phase that can follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseMove {
    /// Which.
    pub to: Phase,
    /// "Pause".
    pub verb: String,
    /// What it means for people.
    pub consequence: String,
}

impl EditorHead {
    pub(crate) fn of(viewer: &Viewer, history: &History) -> Self {
        let program = history.program;
        let (mut inside, mut people) = (0_usize, 0_u32);
        for participant in viewer.org.participants(&program.id) {
            match participant.standing {
                Standing::Inside => (inside, people) = (inside + 1, people + 1),
                Standing::Applied | Standing::Waiting | Standing::Invited { .. } | Standing::Finished => people += 1,
                Standing::Left => {}
            }
        }
        let description = program.kind.description();
        let (one, many) = description.unit;
        let day = viewer.clocks.wall(&viewer.zone, program.phase_since).day;
        let since = brief_past(day, viewer.clocks.today(&viewer.zone));
        let inside = counted(inside, one, many);
        let facts = vec![description.title.to_owned(), format!("{inside} inside"), format!("since {since}")];
        Self {
            id: program.id.clone(),
            kind: program.kind,
            title: program.title().to_owned(),
            phase: program.phase,
            facts,
            people,
            n: program.n,
            may_edit: super::may_edit(viewer),
        }
    }
}

/// The editor of a program, with the changes of whoever looks. Refuses all but program admins.
pub fn editor_page(
    viewer: &Viewer,
    id: &ProgramId,
    desk: &Desk,
    choice: PublishChoice,
) -> Result<EditorPage, Rejection> {
    let history = edited(viewer, id)?;
    let own = desk.drafts.iter().find(|draft| viewer.me() == Some(&draft.person));
    let draft = own.map(|draft| draft.clone().rebased(&history)).transpose()?;
    let mut sheet = Sheet::of(viewer, history, draft.as_ref());
    let reported = sheet.report(&choice);
    sheet.breaches = reported.iter().flatten().flat_map(|report| report.breaches.clone()).collect();
    let (before, after) = sheet.sections();
    let (guidelines, stages) = (sheet.guidelines(), sheet.stages());
    let fields = in_order(&before, &guidelines, &stages, &after);
    let shown: Vec<String> = fields.filter_map(|field| Some(field.conflict.as_ref()?.path.clone())).collect();
    let review = sheet.review(desk, choice, (reported, sheet.unsettled(&shown)));
    Ok(EditorPage {
        head: EditorHead::of(viewer, &history),
        base: base(&history, own, draft.as_ref()),
        before,
        guidelines,
        stages,
        after,
        moves: moves(history.program.phase),
        review,
        me: viewer.me().map(|me| PersonTag::of(viewer.org, me)),
    })
}

impl<'a> Sheet<'a> {
    pub(super) fn of(viewer: &'a Viewer<'a>, history: History<'a>, draft: Option<&'a Draft>) -> Self {
        let mut settings = history.program.settings.clone();
        for (path, value) in draft.iter().flat_map(|draft| &draft.writes) {
            settings.set(path.clone(), value.clone());
        }
        let mut problems = problems(history.program.kind, &settings);
        // What was published stays when a team goes later, so only what the draft names anew is asked about.
        let strangers = strangers(history.program.kind, &settings, viewer.org);
        let is_drafted = |path: &Path| draft.is_some_and(|draft| draft.writes.contains_key(path));
        problems.extend(strangers.into_iter().filter(|problem| is_drafted(&problem.path)));
        Self { viewer, history, draft, settings, problems, breaches: Vec::new() }
    }
}

/// What is typed next is against the newest version, unless a conflict is known to this page alone: then it is against
/// the version that the draft was begun at, so that the conflict stays one.
fn base(history: &History, kept: Option<&Draft>, rebased: Option<&Draft>) -> u32 {
    let is_kept = |path: &Path| kept.is_some_and(|kept| kept.unsettled.iter().any(|conflict| conflict.path == *path));
    let all_are_kept = rebased.is_none_or(|draft| draft.unsettled.iter().all(|conflict| is_kept(&conflict.path)));
    match kept {
        Some(kept) if !all_are_kept => kept.base,
        Some(_) | None => history.program.n,
    }
}

/// What can be done with the program as a whole, with what that means.
pub(super) fn moves(phase: Phase) -> Vec<PhaseMove> {
    let words = |to: Phase| match (phase, to) {
        (_, Phase::Open) => (
            "Open to join",
            "Everybody sees it and can join. It begins on its first day, if that is to come, or when you start it.",
        ),
        (Phase::Paused, Phase::Running) => ("Go on", "Steps are due again, and people can join."),
        (Phase::Closed, Phase::Running) => ("Open again", "It goes on where people were. They are told."),
        (_, Phase::Running) => ("Start", "It begins: steps are due from now on, and people can still join."),
        (_, Phase::Paused) => ("Pause", "Nothing is due and nobody joins until it goes on. Everybody inside is told."),
        (_, Phase::Closed) => ("Close", "It is over. What people did stays with them. Everybody inside is told."),
        (_, Phase::Draft) => ("Back to draft", "Only program admins see it."),
    };
    let one = |to: &Phase| {
        let (verb, consequence) = words(*to);
        PhaseMove { to: *to, verb: verb.to_owned(), consequence: consequence.to_owned() }
    };
    phase.next().iter().map(one).collect()
}

/// The settings after version `n` and before it.
pub(super) fn around(history: &History, n: u32) -> Option<(crate::program::Settings, crate::program::Settings)> {
    let version = history.versions.iter().find(|version| version.n == n)?;
    let before = if n <= 1 { crate::program::Settings::default() } else { history.at(n - 1)? };
    Some((before.clone(), applied(before, &version.writes)))
}
