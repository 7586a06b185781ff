//! What two admins changed and one of them has to decide: the card of a register, in words for what became of it.

use super::fields::{Sheet, within};
use super::words::{in_words, label, name_of};
use crate::id::ItemId;
use crate::program::kind::worded;
use crate::program::{Conflict, FieldType, List, Path, Settings, Value};
use crate::tag::PersonTag;
use crate::time::{Face, Span};
use crate::wording::listed;
use serde::{Deserialize, Serialize};

/// A register that two admins wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictCard {
    /// Which.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// "Sol took this stage out; you changed its name".
    pub title: String,
    /// Who wrote theirs; `None` for the server.
    pub by: Option<PersonTag>,
    /// When.
    pub at: Face,
    /// What stands there now, in words.
    pub theirs: String,
    /// What I want there, in words.
    pub mine: String,
    /// Both, where that can be.
    pub both: Option<String>,
    /// The words of the button that keeps theirs.
    pub keep: String,
    /// The words of the button that takes mine.
    pub take: String,
}

/// What there is to decide at a register.
#[derive(Clone, Copy)]
enum Dispute {
    /// Two values of a field.
    Values,
    /// Two orders of a list.
    Order(List),
    /// An item that one took out, or brought back, and the other did not.
    Presence(List),
    /// What stands in an item that somebody took out.
    Inside(List),
}

impl ConflictCard {
    pub(super) fn of(sheet: &Sheet, conflict: &Conflict) -> Self {
        let by = conflict.by.as_ref().map(|by| PersonTag::of(sheet.viewer.org, by));
        let who = by.as_ref().map_or("Kith", PersonTag::first_name).to_owned();
        let dispute = Dispute::of(sheet, conflict);
        let (theirs, mine) =
            (dispute.words(sheet, conflict, &conflict.theirs), dispute.words(sheet, conflict, &conflict.mine));
        let (keep, take) = dispute.buttons(conflict, &who, (&theirs, &mine));
        Self {
            path: conflict.path.to_string(),
            label: label(sheet.kind(), &sheet.settings, &conflict.path),
            title: dispute.title(sheet, conflict, &who),
            by,
            at: at(sheet, conflict),
            both: conflict.both.as_ref().map(|both| dispute.words(sheet, conflict, both)),
            theirs,
            mine,
            keep,
            take,
        }
    }

    /// The id of the card on the page, where it stands beside no field.
    pub fn id(path: &str) -> String {
        format!("unsettled-{}", path.replace('/', "-"))
    }
}

impl Dispute {
    fn of(sheet: &Sheet, conflict: &Conflict) -> Self {
        match &conflict.path {
            Path::Item(..) if conflict.in_draft => Self::Values,
            Path::Order(list) => Self::Order(*list),
            Path::Alive(list, _) => Self::Presence(*list),
            Path::Item(list, item, _) if !sheet.history.program.settings.has(*list, item) => Self::Inside(*list),
            Path::Item(..) | Path::Field(_) => Self::Values,
        }
    }

    fn title(self, sheet: &Sheet, conflict: &Conflict, who: &str) -> String {
        if conflict.in_draft {
            return self.title_of_draft(conflict, who);
        }
        match self {
            Self::Values => format!("{who} changed this while you were editing it"),
            Self::Order(list) => format!("{who} put the {} in another order while you did", many(list)),
            Self::Presence(list) if is_there(&conflict.mine) => {
                format!("{who} took this {} out; you put it back", one(list))
            }
            Self::Presence(list) => format!("{who} changed this {}; you took it out", one(list)),
            Self::Inside(list) => {
                let field = sheet.kind().field(&conflict.path).map_or("", |field| field.label).to_lowercase();
                format!("{who} took this {} out; you changed its {field}", one(list))
            }
        }
    }

    /// The same where theirs stands in a draft that was taken over.
    fn title_of_draft(self, conflict: &Conflict, who: &str) -> String {
        match self {
            Self::Values | Self::Inside(_) => format!("The changes of {who} say something else here than yours"),
            Self::Order(list) => format!("The changes of {who} have the {} in another order than yours", many(list)),
            Self::Presence(list) if is_there(&conflict.mine) => {
                format!("The changes of {who} take this {} out; yours change it", one(list))
            }
            Self::Presence(list) => format!("The changes of {who} change this {}; yours take it out", one(list)),
        }
    }

    /// A value in words.
    fn words(self, sheet: &Sheet, conflict: &Conflict, value: &Value) -> String {
        let field = sheet.kind().field(&conflict.path);
        match (self, value) {
            (Self::Order(list), Value::Several(ids)) => in_order(sheet, list, ids),
            (Self::Presence(_), value) if is_there(value) => "stays".to_owned(),
            (Self::Presence(_), _) | (Self::Inside(..), Value::Nothing) => "taken out".to_owned(),
            (_, value) => match field.filter(|field| matches!(field.field, FieldType::Stage)) {
                Some(field) => worded(field, value, &|id| stage_or(sheet, id)),
                None => in_words(sheet.viewer.org, field, value),
            },
        }
    }

    fn buttons(self, conflict: &Conflict, who: &str, (theirs, mine): (&str, &str)) -> (String, String) {
        let words = |keep: &str, take: &str| (keep.to_owned(), take.to_owned());
        match self {
            Self::Values if conflict.in_draft => {
                (format!("Use {who}’s {}", short(theirs)), format!("Use my {}", short(mine)))
            }
            Self::Presence(_) if conflict.in_draft && is_there(&conflict.mine) => words("Take it out", "Keep it"),
            Self::Values => (format!("Keep {}", short(theirs)), format!("Use my {}", short(mine))),
            Self::Order(_) => words("Keep their order", "Use my order"),
            Self::Presence(_) if is_there(&conflict.mine) => words("Leave it out", "Put it back"),
            Self::Presence(_) => words("Keep it", "Take it out"),
            Self::Inside(..) => words("Leave it out", "Put it back with mine"),
        }
    }
}

impl Sheet<'_> {
    /// The cards of what is unsettled and stands beside none of the fields that show `shown`.
    pub fn unsettled(&self, shown: &[String]) -> Vec<ConflictCard> {
        let all = self.draft.iter().flat_map(|draft| &draft.unsettled);
        all.filter(|one| !shown.contains(&one.path.to_string())).map(|one| ConflictCard::of(self, one)).collect()
    }

    /// "Sol took this stage out. What you changed in it is kept here: …", for an item that is lost in the draft.
    pub fn taken_out(&self, list: List, item: &ItemId) -> String {
        let program = self.history.program;
        let version = program.revisions.get(&Path::Alive(list, item.clone())).and_then(|n| self.history.version(*n));
        let by = version.and_then(|version| version.by.as_ref());
        let who = match by {
            Some(by) if self.viewer.is(by) => "You".to_owned(),
            Some(by) => PersonTag::of(self.viewer.org, by).first_name().to_owned(),
            None => "Somebody".to_owned(),
        };
        format!("{who} took this {} out. {}", one(list), KEPT)
    }
}

/// What becomes of what was written in an item that somebody took out.
const KEPT: &str = "What you wrote in it is kept here: put it back, or leave it out.";

const fn one(list: List) -> &'static str {
    match list {
        List::Guidelines => "paragraph",
        List::Stages => "stage",
        List::Steps => "step",
    }
}

const fn many(list: List) -> &'static str {
    match list {
        List::Guidelines => "paragraphs",
        List::Stages => "stages",
        List::Steps => "steps",
    }
}

fn is_there(value: &Value) -> bool {
    *value == Value::Flag(true)
}

/// "First talk, Learn by doing, Thank and close".
fn in_order(sheet: &Sheet, list: List, ids: &[String]) -> String {
    let named = |id: &String| {
        let item = ItemId::parse(id).ok()?;
        let titled = |settings: &Settings| match list {
            List::Guidelines => beginning(settings.text(&Path::item(list, &item, "text"))),
            List::Stages | List::Steps => settings.text(&Path::item(list, &item, "title")).to_owned(),
        };
        Some(titled(&sheet.settings)).filter(|title| !title.is_empty())
    };
    let names: Vec<String> = ids.iter().map(|id| named(id).unwrap_or_else(|| id.clone())).collect();
    listed(names.iter().map(String::as_str), names.len())
}

/// The words that a paragraph begins with.
fn beginning(text: &str) -> String {
    let mut all = text.split_whitespace();
    let first: Vec<&str> = all.by_ref().take(6).collect();
    format!("{}{}", first.join(" "), if all.next().is_some() { "…" } else { "" })
}

fn stage_or(sheet: &Sheet, id: &str) -> String {
    let title = ItemId::parse(id).ok().map(|stage| sheet.settings.text(&Path::item(List::Stages, &stage, "title")));
    title.filter(|title| !title.is_empty()).map_or_else(|| name_of(sheet.viewer.org, id), str::to_owned)
}

/// Short values stand in the words of the button.
fn short(value: &str) -> &str {
    if value.chars().count() <= 24 && !value.is_empty() { value } else { "text" }
}

/// "today 09:41", or "just now" in the first minutes.
fn at(sheet: &Sheet, conflict: &Conflict) -> Face {
    let clocks = sheet.viewer.clocks;
    let face = clocks.face(&sheet.viewer.zone, conflict.at);
    let is_new = clocks.now.since(conflict.at) < Span::minutes(2);
    let text = if is_new { "just now".to_owned() } else { within(&face.text) };
    Face { text, ..face }
}
