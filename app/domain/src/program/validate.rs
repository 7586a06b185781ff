//! Which settings can be: each value in its field, and the rules between fields.

use super::{FieldType, List, Path, ProgramKind, Settings, Value, kind};
use crate::id::{ItemId, PersonId, SkillId, TeamId};
use crate::org::Org;
use serde::{Deserialize, Serialize};

/// Something that cannot be, beside the field where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub path: Path,
    /// What is wrong, and what to write instead.
    pub message: String,
}

impl Problem {
    pub(super) fn at(path: Path, message: impl Into<String>) -> Self {
        Self { path, message: message.into() }
    }
}

/// All that is wrong with the settings of a program of that kind, in the order of the form; none when they can be
/// published.
pub fn problems(kind: ProgramKind, settings: &Settings) -> Vec<Problem> {
    let looked_at = Looked { kind, settings };
    let mut found = looked_at.fields();
    found.extend(looked_at.dates());
    found.extend(List::ALL.into_iter().flat_map(|list| looked_at.items(list)));
    found.extend(looked_at.stage_names());
    found.extend(looked_at.steps());
    found
}

/// The teams, skills and people that settings name and the organisation does not know, beside the fields that name them.
/// Asked when somebody publishes; what was published stays as it was when a team goes later.
pub fn strangers(kind: ProgramKind, settings: &Settings, org: &Org) -> Vec<Problem> {
    let mut found = Vec::new();
    for field in kind.fields() {
        let path = Path::field(field.key);
        let is_known = |id: &String| match field.field {
            FieldType::Teams => TeamId::parse(id).is_ok_and(|id| org.team(&id).is_some()),
            FieldType::Skills => SkillId::parse(id).is_ok_and(|id| org.skill(&id).is_some()),
            FieldType::People => PersonId::parse(id).is_ok_and(|id| org.person(&id).is_some()),
            _ => true,
        };
        if let Some(id) = settings.several(&path).iter().find(|id| !is_known(id)) {
            let message = match field.field {
                FieldType::People => format!("Nobody here is called “{id}”. Take the name out, or choose somebody."),
                _ => format!("“{id}” is not there any more. Take it out, or choose another."),
            };
            found.push(Problem::at(path, message));
        }
    }
    found
}

/// The most items in a list, so that a page can show them all and a version stays small.
const fn most(list: List) -> (usize, &'static str) {
    match list {
        List::Guidelines => (200, "paragraphs"),
        List::Stages => (40, "stages"),
        List::Steps => (200, "steps"),
    }
}

struct Looked<'a> {
    kind: ProgramKind,
    settings: &'a Settings,
}

impl Looked<'_> {
    fn fields(&self) -> Vec<Problem> {
        self.kind.fields().filter_map(|field| self.register(Path::field(field.key))).collect()
    }

    fn register(&self, path: Path) -> Option<Problem> {
        let wrong = kind::check(self.kind.field(&path)?, &self.kind.value(self.settings, &path)).err()?;
        Some(Problem::at(path, wrong))
    }

    fn dates(&self) -> Option<Problem> {
        let day = |name| self.settings.day(&Path::field(name));
        let (starts, ends) = (day("starts_on")?, day("ends_on")?);
        let message = || format!("It ends before it starts on {}. Choose a later day.", starts.with_year());
        (ends < starts).then(|| Problem::at(Path::field("ends_on"), message()))
    }

    fn items(&self, list: List) -> Vec<Problem> {
        let items = self.settings.items(list);
        let ((most, many), count) = (most(list), items.len());
        let too_many = || Problem::at(Path::Order(list), format!("Keep it to {most} {many}; there are {count}."));
        let mut found: Vec<Problem> = (count > most).then(too_many).into_iter().collect();
        let keys = self.kind.lists().iter().filter(|spec| spec.list == list).flat_map(|spec| spec.fields);
        let keys: Vec<&'static str> = keys.map(|field| field.key).collect();
        let registers = items.iter().flat_map(|item| keys.iter().map(|key| Path::item(list, item, key)));
        found.extend(registers.filter_map(|path| self.register(path)));
        found
    }

    fn stage_names(&self) -> Vec<Problem> {
        let mut seen: Vec<String> = Vec::new();
        let mut found = Vec::new();
        for stage in self.settings.items(List::Stages) {
            let path = Path::item(List::Stages, &stage, "title");
            let name = self.settings.text(&path).to_lowercase();
            if seen.contains(&name) {
                let message =
                    format!("Another stage is called “{}”. Give this one its own name.", self.settings.text(&path));
                found.push(Problem::at(path, message));
            } else if !name.is_empty() {
                seen.push(name);
            }
        }
        found
    }

    fn steps(&self) -> Vec<Problem> {
        self.settings.items(List::Steps).iter().filter_map(|step| self.step(step)).collect()
    }

    /// A step needs a stage that is there, and is not reminded of when that is over.
    fn step(&self, step: &ItemId) -> Option<Problem> {
        let path = Path::item(List::Steps, step, "stage");
        let Value::Text(stage) = self.settings.get(&path) else { return None };
        let stage = ItemId::parse(stage).ok()?;
        if !self.settings.has(List::Stages, &stage) {
            let title = self.settings.text(&Path::item(List::Stages, &stage, "title"));
            let gone = if title.is_empty() { "Its stage is gone".to_owned() } else { format!("“{title}” is gone") };
            return Some(Problem::at(path, format!("{gone}. Choose another stage for this step, or take it out too.")));
        }
        let path = Path::item(List::Steps, step, "remind_after");
        let lasts = self.settings.number(&Path::item(List::Stages, &stage, "days"))?;
        let reminder = self.settings.number(&path)?;
        let message = || format!("The stage lasts {lasts} days. Remind people before it is over.");
        (reminder > lasts).then(|| Problem::at(path, message()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Zone;

    const KIND: ProgramKind = ProgramKind::Mentorship;

    fn with(registers: &[(&str, Value)]) -> Vec<String> {
        let mut settings = Settings::start(KIND, "pairs", "Pairs for Care", &Zone::utc()).unwrap();
        registers.iter().for_each(|(path, value)| settings.set(Path::parse(path).unwrap(), value.clone()));
        problems(KIND, &settings).into_iter().map(|problem| format!("{}: {}", problem.path, problem.message)).collect()
    }

    fn text(text: &str) -> Value {
        Value::Text(text.to_owned())
    }

    #[test]
    fn what_cannot_be_is_said_at_its_field() {
        let rows: [(&[(&str, Value)], &str); 13] = [
            (&[("title", Value::Nothing)], "title: Write the name."),
            (&[("seats", Value::Number(0))], "seats: Write a number from 1 to 100,000, or leave it empty."),
            (&[("minutes", text("long"))], "minutes: Write a number from 10 to 240."),
            (&[("mode", text("fate"))], "mode: Choose one of"),
            (&[("cadence", text("FREQ=DAILY;BYDAY=TU"))], "cadence: FREQ is WEEKLY or MONTHLY."),
            (&[("ends_on", Value::Number(i64::MAX / 2))], "ends_on: Write a day"),
            (
                &[("starts_on", Value::Number(20_775)), ("ends_on", Value::Number(20_774))],
                "ends_on: It ends before it starts on 18 November 2026.",
            ),
            (&[("stages/new", Value::Flag(true))], "stages/new/title: Write the name."),
            (
                &[("stages/new", Value::Flag(true)), ("stages/new/title", text("thank and close"))],
                "stages/new/title: Another stage is called “thank and close”.",
            ),
            (
                &[("stages/thank-and-close", Value::Flag(false))],
                "steps/thank-each-other/stage: “Thank and close” is gone.",
            ),
            (&[("steps/thank-each-other/stage", text("nowhere"))], "steps/thank-each-other/stage: Its stage is gone."),
            (&[("steps/thank-each-other/stage", Value::Nothing)], "steps/thank-each-other/stage: Choose a stage."),
            (
                &[("steps/thank-each-other/remind_after", Value::Number(15))],
                "steps/thank-each-other/remind_after: The stage lasts 14 days.",
            ),
        ];
        for (registers, message) in rows {
            let found = with(registers);
            assert!(found.iter().any(|found| found.starts_with(message)), "{message}: {found:?}");
        }
    }

    #[test]
    fn what_can_be_is_let_be() {
        let rows: [&[(&str, Value)]; 5] = [
            &[],
            &[("cadence", text("FREQ=WEEKLY;BYDAY=TU")), ("starts_on", Value::Nothing)],
            &[("starts_on", Value::Number(20_775)), ("ends_on", Value::Number(20_775))],
            // What was taken out keeps its fields, whatever they hold.
            &[("stages/old", Value::Flag(false)), ("stages/old/days", Value::Number(-1))],
            &[("once_known_to_this_kind", text("anything"))],
        ];
        for registers in rows {
            assert_eq!(with(registers), [""; 0]);
        }
    }

    #[test]
    fn whoever_is_not_there_is_named() {
        let org = crate::fernhill::fernhill();
        let several = |ids: &[&str]| Value::Several(ids.iter().map(|id| (*id).to_owned()).collect());
        let mut settings = Settings::start(KIND, "pairs", "Pairs for Care", &Zone::utc()).unwrap();
        settings.set(Path::field("teams"), several(&["care"]));
        settings.set(Path::field("skills"), several(&["wound-care"]));
        settings.set(Path::field("organisers"), several(&["ines-carvalho"]));
        assert_eq!(strangers(KIND, &settings, &org), []);
        settings.set(Path::field("teams"), several(&["care", "night-shift"]));
        let message = "“night-shift” is not there any more. Take it out, or choose another.";
        assert_eq!(strangers(KIND, &settings, &org), [Problem::at(Path::field("teams"), message)]);
    }

    #[test]
    fn lists_have_an_end() {
        let names: Vec<String> = (0..41).map(|n| format!("stages/s{n}")).collect();
        let mut stages: Vec<(String, Value)> = names.iter().map(|name| (name.clone(), Value::Flag(true))).collect();
        stages.extend(names.iter().map(|name| (format!("{name}/title"), text(name))));
        let stages: Vec<(&str, Value)> = stages.iter().map(|(path, value)| (path.as_str(), value.clone())).collect();
        assert_eq!(with(&stages), ["stages: Keep it to 40 stages; there are 45."]);
    }
}
