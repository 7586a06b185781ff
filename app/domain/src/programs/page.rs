//! One program, as its reader has it.

use super::calendar::{Rhythm, rhythm};
use super::changed::{ChangeLine, lines};
use super::door::{DoorCard, Seats, door, seats};
use super::fields::{FieldLine, lines as field_lines};
use super::mine::{Mine, mine};
use super::people::{PeopleGroup, groups, may_invite, to_invite};
use super::roles::{self, RoleChoice, RoleLine};
use super::sight::Sight;
use super::stages::{KeptStep, StageLine, kept, stages};
use super::standing::{MyStanding, of_phase, status, taken_out};
use super::words::dates;
use crate::actor::Role;
use crate::colleague::Colleague;
use crate::comment::{CommentList, Subject, comments};
use crate::exchanges::Status;
use crate::id::ProgramId;
use crate::markdown::{self, Node};
use crate::program::{List, Phase, Standing};
use crate::reader::Reader;
use crate::rejection::Rejection;
use crate::sessions::{Entry, coming_of_program};
use crate::tag::PersonTag;
use serde::{Deserialize, Serialize};

/// One program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramPage {
    /// Which.
    pub id: ProgramId,
    /// What it is called.
    pub title: String,
    /// "Mentorship".
    pub kind: String,
    /// Where its life stands.
    pub phase: Phase,
    /// What it is for the reader just now.
    pub status: Status,
    /// What its phase means where something is out of the ordinary, or who took the reader out of it; empty else.
    pub banner: String,
    /// What it is for.
    pub purpose: String,
    /// How it works, as the admins wrote it.
    pub guidelines: Vec<Node>,
    /// What counts as done.
    pub done_when: String,
    /// When people meet.
    pub rhythm: Rhythm,
    /// "7 Sep to 18 Dec".
    pub dates: String,
    /// Who may join.
    pub door: DoorCard,
    /// How many seats there are.
    pub seats: Seats,
    /// What there is to be in it, and what each may do; nothing where there is one role.
    pub roles: Vec<RoleLine>,
    /// Who organises it.
    pub organisers: Vec<Colleague>,
    /// Where the reader stands.
    pub standing: MyStanding,
    /// How far they are.
    pub mine: Option<Mine>,
    /// The stages, as they have them.
    pub stages: Vec<StageLine>,
    /// What they finished and is no longer asked for.
    pub kept: Vec<KeptStep>,
    /// What changed for them lately, the newest first.
    pub changes: Vec<ChangeLine>,
    /// Who is in it.
    pub people: Vec<PeopleGroup>,
    /// What is particular to its kind.
    pub fields: Vec<FieldLine>,
    /// The next hours together that belong to it.
    pub sessions: Vec<Entry>,
    /// True when the reader may plan one in it.
    pub may_plan: bool,
    /// What the reader may do.
    pub moves: ProgramMoves,
    /// What is said below it.
    pub comments: CommentList,
}

/// What the reader may do with a program, beside joining it and ticking steps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramMoves {
    /// Say no to an invitation.
    pub decline: bool,
    /// Leave it.
    pub leave: bool,
    /// Leave the queue.
    pub leave_queue: bool,
    /// Take back that they applied.
    pub take_back: bool,
    /// What they can be in it by themselves, what they are first; none where there is no choice.
    pub roles: Vec<RoleChoice>,
    /// What they can make others in it; none for those who do not lead it.
    pub give: Vec<RoleChoice>,
    /// Some of those whom they can invite; nobody for those who may not. Others are found by their names.
    pub invite: Vec<PersonTag>,
    /// As what.
    pub invite_as: Vec<RoleChoice>,
    /// Pause it.
    pub pause: bool,
    /// Let it go on.
    pub go_on: bool,
    /// Change it: for program admins.
    pub edit: bool,
}

/// One program; not found when it is not there, and for most people while it is a draft.
pub fn program_page(reader: &Reader, id: &ProgramId) -> Result<ProgramPage, Rejection> {
    let sight = Sight::of(reader, id)?;
    let (standing, seats) = (MyStanding::of(&sight), seats(&sight));
    let kind = sight.program.kind.description();
    let organisers = sight.terms.organisers();
    Ok(ProgramPage {
        id: id.clone(),
        title: sight.title(),
        kind: kind.title.to_owned(),
        phase: sight.program.phase,
        status: status(&sight, &standing),
        banner: banner(&sight),
        purpose: sight.terms.text("purpose"),
        guidelines: guidelines(&sight),
        done_when: kind.done_when.to_owned(),
        rhythm: rhythm(&sight),
        dates: dates(sight.terms.day("starts_on"), sight.terms.day("ends_on")),
        door: door(&sight, &seats),
        seats,
        roles: if kind.roles.len() > 1 { roles::lines(sight.program.kind) } else { Vec::new() },
        organisers: organisers.iter().map(|organiser| Colleague::named(reader.org, organiser)).collect(),
        mine: mine(&sight),
        stages: stages(&sight),
        kept: kept(&sight),
        changes: lines(&sight),
        people: groups(&sight),
        fields: field_lines(&sight),
        sessions: coming_of_program(reader, id),
        may_plan: may_plan(&sight),
        moves: moves(&sight),
        standing,
        comments: comments(reader, &Subject::Program(id.clone())),
    })
}

/// Whoever is in it or leads it may, while it goes on.
fn may_plan(sight: &Sight) -> bool {
    let goes_on = matches!(sight.program.phase, Phase::Open | Phase::Running);
    goes_on && (sight.inside().is_some() || sight.is_led_by_reader())
}

fn banner(sight: &Sight) -> String {
    match sight.program.phase {
        Phase::Draft | Phase::Paused | Phase::Closed => of_phase(sight),
        Phase::Open | Phase::Running => taken_out(sight).unwrap_or_default(),
    }
}

fn guidelines(sight: &Sight) -> Vec<Node> {
    let items = sight.terms.items(List::Guidelines);
    let texts: Vec<String> = items.iter().map(|item| sight.terms.item_text(List::Guidelines, item, "text")).collect();
    markdown::read(&texts.join("\n\n"))
}

fn moves(sight: &Sight) -> ProgramMoves {
    let phase = sight.program.phase;
    let standing = sight.mine.map(|mine| &mine.standing);
    let (is_led, is_over) = (sight.is_led_by_reader(), phase == Phase::Closed);
    let may_invite = may_invite(sight);
    ProgramMoves {
        decline: matches!(standing, Some(Standing::Invited { .. })) && !is_over,
        leave: matches!(standing, Some(Standing::Inside)) && !is_over,
        leave_queue: matches!(standing, Some(Standing::Waiting)),
        take_back: matches!(standing, Some(Standing::Applied)),
        roles: if is_over { Vec::new() } else { roles::own(sight) },
        give: if is_over { Vec::new() } else { roles::to_give(sight) },
        invite: if may_invite { to_invite(sight, "") } else { Vec::new() },
        invite_as: if may_invite { roles::to_invite_as(sight) } else { Vec::new() },
        pause: is_led && phase.next().contains(&Phase::Paused),
        go_on: is_led && phase == Phase::Paused,
        edit: sight.reader.me.role >= Role::ProgramAdmin,
    }
}
