//! What stands in the registers of a program as one person has it, with the defaults of its kind filled in.

use crate::actor::Role;
use crate::clocks::Day;
use crate::id::{ItemId, PersonId, SkillId, TeamId};
use crate::program::{Cadence, List, Path, Program, ProgramKind, Settings, Value};
use crate::time::Zone;

/// The settings of a program, read by name.
#[derive(Clone, Debug)]
pub(crate) struct Terms {
    kind: ProgramKind,
    pub settings: Settings,
}

impl Terms {
    /// Those of `program` for somebody who has it with `settings`.
    pub fn new(program: &Program, settings: Settings) -> Self {
        Self { kind: program.kind, settings }
    }

    /// What stands at `path`; the default of its field where nobody wrote.
    pub fn value(&self, path: &Path) -> Value {
        self.kind.value(&self.settings, path)
    }

    /// A text; empty where none stands.
    pub fn text(&self, key: &'static str) -> String {
        text(self.value(&Path::field(key)))
    }

    /// A number, if one stands there.
    pub fn number(&self, key: &'static str) -> Option<i64> {
        number(&self.value(&Path::field(key)))
    }

    /// A day, if one stands there.
    pub fn day(&self, key: &'static str) -> Option<Day> {
        self.number(key).map(Day)
    }

    /// True when it says yes.
    pub fn flag(&self, key: &'static str) -> bool {
        self.value(&Path::field(key)) == Value::Flag(true)
    }

    fn several(&self, key: &'static str) -> Vec<String> {
        if let Value::Several(ids) = self.value(&Path::field(key)) { ids } else { Vec::new() }
    }

    /// Who organises it.
    pub fn organisers(&self) -> Vec<PersonId> {
        self.several("organisers").iter().filter_map(|id| PersonId::parse(id).ok()).collect()
    }

    /// The teams that it is for; none when it is for all.
    pub fn teams(&self) -> Vec<TeamId> {
        self.several("teams").iter().filter_map(|id| TeamId::parse(id).ok()).collect()
    }

    /// The roles that it is for; none when it is for all.
    pub fn roles(&self) -> Vec<Role> {
        let chosen = self.several("org_roles");
        Role::ALL.into_iter().filter(|role| chosen.iter().any(|key| key == role.as_str())).collect()
    }

    /// The skills of which people know or want one; none when it is for all.
    pub fn skills(&self) -> Vec<SkillId> {
        self.several("skills").iter().filter_map(|id| SkillId::parse(id).ok()).collect()
    }

    /// How often people meet, if a rhythm is set.
    pub fn cadence(&self) -> Option<Cadence> {
        Cadence::parse("cadence", &self.text("cadence")).ok()
    }

    /// On whose clock they meet.
    pub fn zone(&self) -> Zone {
        Zone::parse(&self.text("zone")).unwrap_or_else(|_| Zone::utc())
    }

    /// At which minute of the day they meet; noon where none can be read.
    pub fn minute(&self) -> u16 {
        let at = self.text("at");
        let (hour, minute) = at.split_once(':').unwrap_or(("12", "0"));
        let (hour, minute) = (hour.trim().parse::<u16>(), minute.trim().parse::<u16>());
        hour.unwrap_or(12).min(23) * 60 + minute.unwrap_or(0).min(59)
    }

    /// The items of a list, in order.
    pub fn items(&self, list: List) -> Vec<ItemId> {
        self.settings.items(list)
    }

    /// A text of an item.
    pub fn item_text(&self, list: List, item: &ItemId, key: &'static str) -> String {
        text(self.value(&Path::item(list, item, key)))
    }

    /// A number of an item.
    pub fn item_number(&self, list: List, item: &ItemId, key: &'static str) -> Option<i64> {
        number(&self.value(&Path::item(list, item, key)))
    }
}

fn text(value: Value) -> String {
    if let Value::Text(text) = value { text } else { String::new() }
}

const fn number(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { Some(*number) } else { None }
}
