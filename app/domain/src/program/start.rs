//! A new program: the settings of its first version, from a template of its kind.

use super::{Block, ByHour, List, Path, ProgramKind, Settings, Value, kind, read_blocks};
use crate::id::ItemId;
use crate::rejection::{Noun, Rejection};
use crate::time::Zone;

impl Settings {
    /// What stands in a new program of that kind, called `title`, from the template of that key, in whose zone it is made.
    /// Refuses beside `title` and `template`. The same words give the same settings.
    pub fn start(kind: ProgramKind, template: &str, title: &str, zone: &Zone) -> Result<Self, Rejection> {
        let template = kind.template(template)?;
        let mut settings = Self::default();
        let values = [("title", title), ("purpose", kind.description().purpose), ("zone", zone.as_str())];
        for (key, text) in values.iter().chain(template.values) {
            let path = Path::field(key);
            let field = kind.field(&path).ok_or(Rejection::NotFound(Noun::Setting))?;
            let value = kind::read(field, &path, text)?;
            settings.set(path, value);
        }
        settings.add_paragraphs(read_blocks(&[], &template.guidelines.join("\n\n")));
        for stage in template.stages {
            let item = settings.add(List::Stages, stage.title);
            settings.set_text(Path::item(List::Stages, &item, "about"), stage.about);
            settings.set(Path::item(List::Stages, &item, "days"), Value::Number(stage.days));
            for wanted in stage.steps {
                let step = settings.add(List::Steps, wanted.title);
                settings.set_text(Path::item(List::Steps, &step, ByHour::KEY), wanted.done_when);
                settings.set_text(Path::item(List::Steps, &step, "stage"), item.as_str());
            }
        }
        Ok(settings)
    }

    fn add_paragraphs(&mut self, paragraphs: Vec<Block>) {
        let order = paragraphs.iter().map(|paragraph| paragraph.item.to_string()).collect();
        self.set(Path::Order(List::Guidelines), Value::Several(order));
        for Block { item, text } in paragraphs {
            self.set(Path::item(List::Guidelines, &item, "text"), Value::Text(text));
            self.set(Path::Alive(List::Guidelines, item), Value::Flag(true));
        }
    }

    /// Puts a new item of that title at the end of a list.
    fn add(&mut self, list: List, title: &str) -> ItemId {
        let mut order = self.several(&Path::Order(list)).to_vec();
        let item = new_item(title, &order);
        order.push(item.to_string());
        self.set(Path::Order(list), Value::Several(order));
        self.set_text(Path::item(list, &item, "title"), title);
        self.set(Path::Alive(list, item.clone()), Value::Flag(true));
        item
    }

    fn set_text(&mut self, path: Path, text: &str) {
        let value = if text.is_empty() { Value::Nothing } else { Value::Text(text.to_owned()) };
        self.set(path, value);
    }
}

/// The slug of the title, with a number where another item has it already.
fn new_item(title: &str, taken: &[String]) -> ItemId {
    let stem: String = crate::id::slug(title).chars().take(60).collect();
    let stem = if stem.is_empty() { "item" } else { stem.trim_end_matches('-') };
    let names = std::iter::once(stem.to_owned()).chain((2..).map(|number: u32| format!("{stem}-{number}")));
    let mut free = names.filter(|name| !taken.contains(name)).filter_map(|name| ItemId::parse(&name).ok());
    free.next().expect("there are more numbers than items, and a slug with a number is an id")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::problems;

    fn start(kind: ProgramKind, template: &str) -> Settings {
        Settings::start(kind, template, "Pairs for Care", &Zone::parse("Europe/Lisbon").unwrap()).unwrap()
    }

    #[test]
    fn every_template_starts_a_program_that_can_be_published() {
        for kind in ProgramKind::ALL {
            for template in kind.description().templates {
                let settings = start(*kind, template.key);
                assert_eq!(problems(*kind, &settings), [], "{kind:?} {}", template.key);
                let count = |list| settings.items(list).len();
                assert_eq!(count(List::Guidelines), template.guidelines.len(), "{kind:?} {}", template.key);
                assert_eq!(count(List::Stages), template.stages.len());
                assert_eq!(count(List::Steps), template.stages.iter().map(|stage| stage.steps.len()).sum::<usize>());
                assert!(template.guidelines.iter().all(|text| !crate::markdown::holds_html(text)));
                // What a template says otherwise is not what stands there anyway.
                for (key, _) in template.values {
                    let path = Path::field(key);
                    let default = kind.field(&path).map(|field| (field.default)());
                    assert_ne!(Some(settings.get(&path)), default.as_ref(), "{kind:?} {} {key}", template.key);
                }
            }
        }
    }

    #[test]
    fn items_are_called_by_their_titles_and_each_has_its_own_name() {
        let settings = start(ProgramKind::Mentorship, "pairs");
        let stages: Vec<String> = settings.items(List::Stages).iter().map(ToString::to_string).collect();
        assert_eq!(stages, ["first-meeting", "learn-by-doing", "on-your-own", "thank-and-close"]);
        assert_eq!(settings.text(&Path::field("title")), "Pairs for Care");
        assert_eq!(settings.text(&Path::field("zone")), "Europe/Lisbon");
        assert_eq!(settings, start(ProgramKind::Mentorship, "pairs"));
        let taken = ["talk".to_owned(), "talk-2".to_owned()];
        assert_eq!(new_item("Talk!", &taken).as_str(), "talk-3");
        assert_eq!(new_item("…", &taken).as_str(), "item");
        assert_eq!(new_item(&"long ".repeat(40), &[]).as_str().len(), 59);
    }

    #[test]
    fn what_a_new_program_cannot_be_is_said_beside_its_field() {
        let rows = [("nothing", "Pairs", "template"), ("pairs", "  ", "title"), ("pairs", "a\nb", "title")];
        for (template, title, expected) in rows {
            let refused = Settings::start(ProgramKind::Mentorship, template, title, &Zone::utc()).unwrap_err();
            assert!(matches!(&refused, Rejection::Invalid { field, .. } if field == expected), "{refused:?}");
        }
    }
}
