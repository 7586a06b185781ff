//! People whom the form names in words, since nobody is sent a list of everybody to choose from.

use crate::chosen;
use crate::id::{PersonId, ProgramId};
use crate::org::Org;
use crate::program::{DraftForm, FieldType};
use crate::rejection::Rejection;

/// Puts ids in the place of the names of people. What names nobody, or several, stays as it was typed; it is refused beside
/// its field.
pub fn name_people(org: &Org, program: &ProgramId, form: &mut DraftForm) {
    let Some(history) = org.history(program) else { return };
    for field in history.program.kind.fields().filter(|field| matches!(field.field, FieldType::People)) {
        if let Some(sent) = form.lists.get_mut(field.key) {
            let id_of = |name: &str| found(org, name).map_or_else(|_| name.to_owned(), |id| id.to_string());
            *sent = sent.iter().flat_map(|text| names(text)).map(id_of).collect();
        }
    }
}

/// Why the first name in the text of a field of people cannot be taken; `None` when each means somebody.
pub(super) fn nobody(org: &Org, text: &str) -> Option<String> {
    names(text).find_map(|name| found(org, name).err()).map(|refused| refused.to_string())
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|name| !name.is_empty())
}

fn found(org: &Org, name: &str) -> Result<PersonId, Rejection> {
    let id = PersonId::parse(name).ok().filter(|id| org.person(id).is_some());
    id.map_or_else(|| chosen::person(org, "organisers", "", name), Ok)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fernhill::fernhill;
    use crate::program::{Author, Program, ProgramKind, Settings};
    use crate::time::{Timestamp, Zone};

    #[test]
    fn people_are_named_by_id_and_by_name_and_nobody_stays_as_typed() {
        let mut org = fernhill();
        let id: ProgramId = "pairs".parse().unwrap();
        let settings = Settings::start(ProgramKind::Mentorship, "pairs", "Pairs", &Zone::utc()).unwrap();
        let author = Author { by: None, at: Timestamp(0) };
        let (program, version) = Program::begun(id.clone(), ProgramKind::Mentorship, settings, &author);
        org.put_program(program, vec![version]);
        let named = |sent: &[&str]| {
            let lists = ["organisers", "teams"]
                .map(|list| (list.to_owned(), sent.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>()));
            let mut form = DraftForm { lists: lists.into(), ..DraftForm::default() };
            name_people(&org, &id, &mut form);
            assert_eq!(form.lists["teams"], sent, "only people are named");
            form.lists.remove("organisers").unwrap()
        };
        assert_eq!(named(&["", "jonas-weidner", " amara OKAFOR "]), ["jonas-weidner", "amara-okafor"]);
        assert_eq!(named(&["Amara Okafor, Jonas Weidner"]), ["amara-okafor", "jonas-weidner"]);
        assert_eq!(named(&["jonas-weidner", "No One"]), ["jonas-weidner", "No One"]);
        assert_eq!(nobody(&org, "jonas-weidner, No One").as_deref(), Some("Nobody here is called “No One”."));
        assert_eq!(nobody(&org, "jonas-weidner, Amara Okafor"), None);
    }
}
